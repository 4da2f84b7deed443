/** The days of DSO that lateness costs: DSO less the best possible DSO. */
import { bestPossibleDsoOver } from './best-possible-dso.ts';
import { dsoOver } from './dso.ts';
import type { Indicator } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import type { Tally } from './tally.ts';

/** The average days delinquent over the last `days` days. */
export function averageDaysDelinquentOver(tally: Tally, days: number): number | null {
  const actual = dsoOver(tally, days);
  const best = bestPossibleDsoOver(tally, days);
  return actual === null || best === null ? null : actual - best;
}

export const averageDaysDelinquent = {
  id: 'averageDaysDelinquent',
  unit: 'days',
  of: (tally) => averageDaysDelinquentOver(tally, QUARTER_DAYS),
} satisfies Indicator;
