/**
 * The past days at which receivables are looked at again: the ends of the last twelve months, and where the periods of the indicators open 90 and 365
 * days before each. All are found in one pass over the ledger, so a year of history is not twelve assessments.
 */
import { addDays, type CalendarDay, dayOf, daysInMonth, partsOf } from '../calendar.ts';

/** The period of DSO, recovery rate and collection effectiveness, and the one of what is told over a year. Windows are (asOf − N, asOf]. */
export const QUARTER_DAYS = 90;
export const YEAR_DAYS = 365;
export const HISTORY_MONTHS = 12;

/** Some days in ascending order. */
export interface Milestones {
  readonly days: readonly CalendarDay[];
  readonly first: CalendarDay;
  /** By days since the first milestone: index of the first milestone on or after that day; the last entry is for every day still to come. */
  readonly following: Uint8Array;
}

/** The last day of a month counted from year 0 (`year × 12 + month − 1`). */
function monthEnd(monthNumber: number): CalendarDay {
  const year = Math.floor(monthNumber / 12);
  const month = monthNumber - year * 12 + 1;
  return dayOf(year, month, daysInMonth(year, month)) as CalendarDay;
}

/** The months up to the as-of day, oldest first: each at its last day, the as-of month at the as-of day. */
export function monthEnds(asOf: CalendarDay, months: number = HISTORY_MONTHS): CalendarDay[] {
  const { year, month } = partsOf(asOf);
  const current = year * 12 + month - 1;
  const ends = Array.from({ length: months - 1 }, (_, k) => monthEnd(current - months + 1 + k));
  return [...ends, asOf];
}

/** Milestones at these days (at most 255), in whatever order they come. */
export function milestonesAt(wanted: readonly CalendarDay[]): Milestones {
  const days = [...new Set(wanted)].sort((a, b) => a - b);
  const first = days[0] as CalendarDay;
  const last = days.at(-1) as CalendarDay;
  const following = new Uint8Array(last - first + 2).fill(days.length);
  for (let day = 0, next = 0; day <= last - first; day++) {
    if (first + day > (days[next] as CalendarDay)) next++;
    following[day] = next;
  }
  return { days, first, following };
}

/** These days and those 90 and 365 days before each. */
export function withOpenings(days: readonly CalendarDay[]): Milestones {
  return milestonesAt(days.flatMap((day) => [day, addDays(day, -QUARTER_DAYS), addDays(day, -YEAR_DAYS)]));
}

/** Index of the first milestone on or after a day: 0 for a missing day (it counts at every day), `days.length` for one still to come. */
export function milestoneAt({ days, first, following }: Milestones, day: number): number {
  const since = day - first;
  return since <= 0 ? 0 : since < following.length ? (following[since] as number) : days.length;
}
