/** Collection effectiveness (CEI): what was collected of all that could be, over the last 90 days. 1 when only what is not due is left. */
import { type Indicator, ratio } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import type { Position } from './receivables.ts';
import { isWithoutDates, salesOfDays } from './sales.ts';

/** CEI between two days, with what was sold after the first and up to the second. */
export function effectiveness(opening: Position, sold: number, closing: Position): number | null {
  const collectable = opening.outstanding + sold;
  return ratio(collectable - closing.outstanding, collectable - closing.notDue);
}

export const collectionEffectiveness = {
  id: 'collectionEffectiveness',
  unit: 'fraction',
  of: ({ quarterAgo, today, sales, asOf }) =>
    isWithoutDates(sales, asOf) ? null : effectiveness(quarterAgo, salesOfDays(sales, asOf, QUARTER_DAYS), today),
  working: ({ quarterAgo, today, sales, asOf }, { money }) => {
    const collectable = `${money(quarterAgo.outstanding)} + ${money(salesOfDays(sales, asOf, QUARTER_DAYS))}`;
    return `(${collectable} \u2212 ${money(today.outstanding)}) / (${collectable} \u2212 ${money(today.notDue)})`;
  },
} satisfies Indicator;
