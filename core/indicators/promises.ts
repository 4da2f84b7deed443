/** How many promises fell due in the year before each day, and how many of them were kept. */
import type { CalendarDay } from '../calendar.ts';
import type { Assessment, Ledger } from '../types.ts';
import { type Milestones, YEAR_DAYS } from './milestones.ts';

/** One currency at one milestone. */
export interface Promises {
  readonly kept: number;
  readonly fallenDue: number;
}

/** The promises at every milestone, per currency of the ledger; as each of these days knew them. */
export function promisesByCurrency({ currencies }: Ledger, { told }: Assessment, { days }: Pick<Milestones, 'days'>): Promises[][] {
  const promises = currencies.map(() => days.map(() => ({ kept: 0, fallenDue: 0 })));
  days.forEach((day, m) => {
    for (const { currency, promisedOn, kept } of told?.promises(day) ?? []) {
      if (promisedOn <= day - YEAR_DAYS || promisedOn > (day as CalendarDay)) continue;
      const sums = (promises[currency] as (typeof promises)[number])[m] as (typeof promises)[number][number];
      sums.fallenDue++;
      if (kept) sums.kept++;
    }
  });
  return promises;
}
