/** The last twelve months, each as it stood on its last day (the current one as of today): what a head office calls the trend. */
import { type CalendarDay, monthOf, startOfMonth } from '../calendar.ts';
import { toDecimal } from '../money.ts';
import type { Figures, MonthFigures } from '../report.ts';
import { balanceOf } from './aging.ts';
import { dsoParts } from './dso-split.ts';
import { salesBetween } from './sales.ts';
import type { Moment, Tally } from './tally.ts';

/** Twelve months ending with the as-of month, oldest first. Every figure is what the report of that day would have said. */
export function history({ months }: Tally, figures: (moment: Moment) => Figures): MonthFigures[] {
  return months.map((moment) => {
    const { asOf: on, currency, sales } = moment;
    return {
      month: monthOf(on),
      ...balanceOf(moment),
      sales: toDecimal(salesBetween(sales, (startOfMonth(on) - 1) as CalendarDay, on), currency),
      ...figures(moment),
      dsoSplit: dsoParts(moment),
    };
  });
}
