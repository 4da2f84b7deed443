/** The last twelve months, each as it stood on its last day (the current one as of today): what a head office calls the trend. */
import { type CalendarDay, monthOf, startOfMonth } from '../calendar.ts';
import { toDecimal } from '../money.ts';
import type { MonthFigures } from '../report.ts';
import { daysOfSales } from './dso.ts';
import { toHundredths } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import { overdueShare } from './overdue-rate.ts';
import { salesBetween, salesOfDays } from './sales.ts';
import type { Tally } from './tally.ts';

/** Twelve months ending with the as-of month, oldest first. Every figure is what the report of that day would have said. */
export function history({ currency, months, sales }: Tally): MonthFigures[] {
  return months.map((position) => {
    const { on, outstanding, overdue, notDue } = position;
    const sold = salesOfDays(sales, on, QUARTER_DAYS);
    return {
      month: monthOf(on),
      outstanding: toDecimal(outstanding, currency),
      overdue: toDecimal(overdue, currency),
      sales: toDecimal(salesBetween(sales, (startOfMonth(on) - 1) as CalendarDay, on), currency),
      dso: toHundredths(daysOfSales(outstanding, sold, QUARTER_DAYS)),
      bestPossibleDso: toHundredths(daysOfSales(notDue, sold, QUARTER_DAYS)),
      overdueRate: overdueShare(position),
    };
  });
}
