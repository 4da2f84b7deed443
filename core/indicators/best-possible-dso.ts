/** The DSO there would be if every customer paid on the due date: the DSO of the part not yet due. */
import { daysOfSales } from './dso.ts';
import type { Indicator } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import { salesOfDays } from './sales.ts';
import type { Tally } from './tally.ts';

/** The best possible DSO over the last `days` days. */
export function bestPossibleDsoOver({ today, sales, asOf }: Tally, days: number): number | null {
  return daysOfSales(today.notDue, salesOfDays(sales, asOf, days), days);
}

export const bestPossibleDso = {
  id: 'bestPossibleDso',
  unit: 'days',
  of: (tally) => bestPossibleDsoOver(tally, QUARTER_DAYS),
} satisfies Indicator;
