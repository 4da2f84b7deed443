/** The DSO there would be if every customer paid on the due date: the DSO of the part not yet due. */
import { daysOfSales } from './dso.ts';
import type { Indicator } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import { salesOfDays } from './sales.ts';
import type { Moment } from './tally.ts';
import { daysOfSalesText } from './working.ts';

/** The best possible DSO over the last `days` days. */
export function bestPossibleDsoOver({ today, sales, asOf }: Moment, days: number): number | null {
  return daysOfSales(today.notDue, salesOfDays(sales, asOf, days), days);
}

export const bestPossibleDso = {
  id: 'bestPossibleDso',
  unit: 'days',
  of: (moment) => bestPossibleDsoOver(moment, QUARTER_DAYS),
  working: ({ today, sales, asOf }, { money, number }) =>
    daysOfSalesText(money(today.notDue), money(salesOfDays(sales, asOf, QUARTER_DAYS)), number(QUARTER_DAYS)),
} satisfies Indicator;
