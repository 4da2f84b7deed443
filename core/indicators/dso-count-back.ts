/**
 * Count-back DSO: how far back the sales go that are still to be paid. Months' sales are taken off the receivables, latest first, each adding its
 * days (the as-of month those elapsed); the last month counts pro rata. Seasonal sales do not distort it as they do the classic DSO.
 */
import { addDays, type CalendarDay, daysInMonth, NO_DAY, partsOf } from '../calendar.ts';
import type { Indicator } from './indicator.ts';
import { salesBetween } from './sales.ts';
import type { Tally } from './tally.ts';

/** Days, or the number of days the history reaches back when it is used up before the receivables are. */
export interface CountBack {
  readonly days: number | null;
  readonly moreThan: number | null;
}

/**
 * Counts back from the as-of day. Nothing owed is 0 days. A month without sales adds its days. So does a month of more credits than sales, and what it
 * gave back is looked for in the months before: those credits undo earlier sales. Without any dated sale: neither figure.
 */
export function countBack({ today, sales, asOf }: Tally): CountBack {
  if (sales.firstOn === NO_DAY) return { days: null, moreThan: null };
  let left = today.outstanding;
  let days = 0;
  let until: CalendarDay = asOf;
  if (left <= 0) return { days: 0, moreThan: null };
  while (until >= sales.firstOn) {
    const { year, month, day } = partsOf(until);
    const counted = until === asOf ? day : daysInMonth(year, month);
    const before = addDays(until, -day);
    const sold = salesBetween(sales, before, until);
    if (sold >= left) return { days: days + (left / sold) * counted, moreThan: null };
    left -= sold;
    days += counted;
    until = before;
  }
  return { days: null, moreThan: days };
}

export const dsoCountBack = { id: 'dsoCountBack', unit: 'days', of: (tally) => countBack(tally).days } satisfies Indicator;
export const dsoCountBackMoreThan = {
  id: 'dsoCountBackMoreThan',
  unit: 'days',
  of: (tally) => countBack(tally).moreThan,
} satisfies Indicator;
