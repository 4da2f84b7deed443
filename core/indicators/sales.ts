/**
 * What was sold, by issue day, net of credit notes and including what was written off later. Kept as running totals, so that the sales of any
 * window, month or year are one subtraction.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';

/** The sales of one currency, in minor units. `totals[k]` is all that was issued before day `start + k`. */
export interface Sales {
  /** First issue day of the currency; NO_DAY when nothing dated was sold. */
  readonly firstOn: CalendarDay;
  readonly start: CalendarDay;
  readonly totals: Float64Array;
}

/** Turns day-by-day sales (`byDay[k + 1]` is what was issued on `start + k`) into running totals, in place. */
export function salesOf(byDay: Float64Array, start: CalendarDay, firstOn: CalendarDay): Sales {
  for (let k = 1; k < byDay.length; k++) byDay[k] = (byDay[k] as number) + (byDay[k - 1] as number);
  return { firstOn, start, totals: byDay };
}

/** Net sales issued after `after`, up to and including `until`, in minor units. */
export function salesBetween({ firstOn, start, totals }: Sales, after: CalendarDay, until: CalendarDay): number {
  if (firstOn === NO_DAY) return 0;
  const before = (day: CalendarDay): number => totals[Math.max(0, Math.min(totals.length - 1, day - start + 1))] as number;
  return before(until) - before(after);
}

/** Net sales of the window (asOf − days, asOf], in minor units. */
export function salesOfDays(sales: Sales, asOf: CalendarDay, days: number): number {
  return salesBetween(sales, (asOf - days) as CalendarDay, asOf);
}
