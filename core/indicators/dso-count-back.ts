/**
 * Count-back DSO: how far back the sales go that are still to be paid. Months' sales are taken off the receivables, latest first, each adding its
 * days (the as-of month those elapsed); the last month counts pro rata. Seasonal sales do not distort it as they do the classic DSO.
 */
import { addDays, type CalendarDay, daysInMonth, NO_DAY, partsOf } from '../calendar.ts';
import type { Indicator } from './indicator.ts';
import { salesBetween } from './sales.ts';
import type { Moment } from './tally.ts';

/** Days, or the number of days the history reaches back when it is used up before the receivables are. */
export interface CountBack {
  readonly days: number | null;
  readonly moreThan: number | null;
  /** The month counted pro rata, and the days counted in full before it; null where no month is. */
  readonly last: { readonly full: number; readonly left: number; readonly sold: number; readonly counted: number } | null;
}

const NOT_KNOWN: CountBack = { days: null, moreThan: null, last: null };

/**
 * Counts back from the day. Nothing owed is 0 days. A month without sales adds its days. So does a month of more credits than sales, and what it
 * gave back is looked for in the months before: those credits undo earlier sales. Without any dated sale: neither figure.
 */
export function countBack({ today, sales, asOf }: Moment): CountBack {
  if (sales.firstOn === NO_DAY || sales.firstOn > asOf) return NOT_KNOWN;
  let left = today.outstanding;
  let days = 0;
  let until: CalendarDay = asOf;
  if (left <= 0) return { ...NOT_KNOWN, days: 0 };
  while (until >= sales.firstOn) {
    const { year, month, day } = partsOf(until);
    const counted = until === asOf ? day : daysInMonth(year, month);
    const before = addDays(until, -day);
    const sold = salesBetween(sales, before, until);
    if (sold >= left) return { days: days + (left / sold) * counted, moreThan: null, last: { full: days, left, sold, counted } };
    left -= sold;
    days += counted;
    until = before;
  }
  return { ...NOT_KNOWN, moreThan: days };
}

export const dsoCountBack = {
  id: 'dsoCountBack',
  unit: 'days',
  of: (moment) => countBack(moment).days,
  working: (moment, { money, number }) => {
    const { last } = countBack(moment);
    if (last === null) return number(0);
    const proRata = `${money(last.left)} / ${money(last.sold)} \u00d7 ${number(last.counted)}`;
    return last.full === 0 ? proRata : `${number(last.full)} + ${proRata}`;
  },
} satisfies Indicator;
export const dsoCountBackMoreThan = {
  id: 'dsoCountBackMoreThan',
  unit: 'days',
  of: (moment) => countBack(moment).moreThan,
  working: (moment, { number }) => number(countBack(moment).moreThan ?? 0),
} satisfies Indicator;
