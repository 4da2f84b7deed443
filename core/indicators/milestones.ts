/**
 * The past days at which the receivables are looked at again: the ends of the last twelve months, and where the periods of the indicators open
 * (90 and 365 days ago). All are found in the one pass over the ledger, so a year of history is not twelve assessments.
 */
import { addDays, type CalendarDay, dayOf, daysInMonth, partsOf } from '../calendar.ts';

/** The period of DSO, recovery rate and collection effectiveness, and the one of what is told over a year. Windows are (asOf − N, asOf]. */
export const QUARTER_DAYS = 90;
export const YEAR_DAYS = 365;
export const HISTORY_MONTHS = 12;

/** Days in ascending order, the last one the as-of day; `months`, `quarterAgo`, `yearAgo` are indexes into them. */
export interface Milestones {
  readonly days: readonly CalendarDay[];
  readonly months: readonly number[];
  readonly quarterAgo: number;
  readonly yearAgo: number;
  /** By days since the first milestone: index of the first milestone on or after that day; the last entry is for every day still to come. */
  readonly following: Uint8Array;
}

/** The last day of a month counted from year 0 (`year × 12 + month − 1`). */
function monthEnd(monthNumber: number): CalendarDay {
  const year = Math.floor(monthNumber / 12);
  const month = monthNumber - year * 12 + 1;
  return dayOf(year, month, daysInMonth(year, month)) as CalendarDay;
}

/** The milestones of an as-of day: its own month stands at the as-of day, the eleven before at their last day. */
export function milestonesOf(asOf: CalendarDay): Milestones {
  const { year, month } = partsOf(asOf);
  const current = year * 12 + month - 1;
  const ends: CalendarDay[] = [];
  for (let back = HISTORY_MONTHS - 1; back > 0; back--) ends.push(monthEnd(current - back));
  ends.push(asOf);
  const quarterAgo = addDays(asOf, -QUARTER_DAYS);
  const yearAgo = addDays(asOf, -YEAR_DAYS);
  const days = [...new Set([...ends, quarterAgo, yearAgo])].sort((a, b) => a - b);
  const first = days[0] as CalendarDay;
  const following = new Uint8Array(asOf - first + 2).fill(days.length);
  for (let day = 0, next = 0; day <= asOf - first; day++) {
    if (first + day > (days[next] as CalendarDay)) next++;
    following[day] = next;
  }
  return {
    days,
    months: ends.map((day) => days.indexOf(day)),
    quarterAgo: days.indexOf(quarterAgo),
    yearAgo: days.indexOf(yearAgo),
    following,
  };
}

/** Index of the first milestone on or after a day: 0 for a missing day (it counts at every day), `days.length` for one still to come. */
export function milestoneAt({ days, following }: Milestones, day: number): number {
  return following[Math.min(Math.max(day - (days[0] as number), 0), following.length - 1)] as number;
}
