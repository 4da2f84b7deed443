/** Collection effectiveness (CEI): what was collected of all that could be, over the last 90 days. 1 when only what is not due is left. */
import { type Indicator, ratio } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import { salesOfDays } from './sales.ts';

export const collectionEffectiveness = {
  id: 'collectionEffectiveness',
  unit: 'fraction',
  of: ({ quarterAgo, today, sales, asOf }) => {
    const collectable = quarterAgo.outstanding + salesOfDays(sales, asOf, QUARTER_DAYS);
    return ratio(collectable - today.outstanding, collectable - today.notDue);
  },
} satisfies Indicator;
