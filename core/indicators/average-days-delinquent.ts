/** The days of DSO that lateness costs: DSO less the best possible DSO. */
import { bestPossibleDsoOver } from './best-possible-dso.ts';
import { dsoOver } from './dso.ts';
import type { Indicator } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import type { Moment } from './tally.ts';

/** The average days delinquent over the last `days` days. */
export function averageDaysDelinquentOver(moment: Moment, days: number): number | null {
  const actual = dsoOver(moment, days);
  const best = bestPossibleDsoOver(moment, days);
  return actual === null || best === null ? null : actual - best;
}

export const averageDaysDelinquent = {
  id: 'averageDaysDelinquent',
  unit: 'days',
  of: (moment) => averageDaysDelinquentOver(moment, QUARTER_DAYS),
  working: (moment, { number }) =>
    `${number(dsoOver(moment, QUARTER_DAYS) ?? 0)} \u2212 ${number(bestPossibleDsoOver(moment, QUARTER_DAYS) ?? 0)}`,
} satisfies Indicator;
