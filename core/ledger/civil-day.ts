/**
 * On which day of the spreadsheet's calendar an instant falls. Google hands over midnight of the workbook's zone as an instant: read in any
 * other zone, an invoice due on the 15th would be due on the 14th. Offsets are asked once a week of the calendar, not once a cell.
 */
import type { CalendarDay } from '../calendar.ts';
import { remembered } from '../remembered.ts';

/** The day of an instant; null for an invalid Date, or when the zone's name means nothing here. */
export type DayReader = (instant: Date) => CalendarDay | null;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Clocks change on a quarter of an hour. */
const QUARTER = HOUR / 4;
/** The weeks from about 1920, and how many: those of all days a ledger may hold. */
const WEEKS_BEFORE = 2610;
const PLAIN_WEEKS = 8192;
/** No offset is as large. */
const UNKNOWN = DAY;
/** Zones already met: facts that do not change, dear to ask for. */
const readers = new Map<string, DayReader>();

/** Reads instants as days of `timeZone` (an IANA name); null reads them in UTC. */
export function dayReader(timeZone: string | null): DayReader {
  const zone = timeZone ?? 'UTC';
  let reader = readers.get(zone);
  if (reader === undefined) {
    reader = newReader(zone);
    readers.set(zone, reader);
  }
  return reader;
}

/** The instant at which a day begins in `timeZone`: midnight, or where the clocks skip midnight the first instant after it; null for an unknown zone. */
export function startOfDay(day: CalendarDay, timeZone: string | null): Date | null {
  const dayAt = dayReader(timeZone);
  // No zone is more than fifteen hours away from UTC.
  let [before, from] = [day * DAY - 15 * HOUR, day * DAY + 15 * HOUR];
  if (dayAt(new Date(from)) === null) return null;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    const there = dayAt(new Date(middle)) as CalendarDay;
    if (there < day) before = middle;
    else from = middle;
  }
  return new Date(from);
}

function newReader(zone: string): DayReader {
  const weeks = new Map<number, WeekOfZone>();
  // What the clocks of each week are ahead, where they do not change: no more than a look for each of ten thousand cells.
  const offsets = new Int32Array(PLAIN_WEEKS).fill(UNKNOWN);
  // A zone is dear to ask for: most sheets hold no instants at all.
  let offsetAt: ((time: number) => number) | null | undefined;
  return (instant) => {
    const time = instant.getTime();
    const offset = offsets[Math.floor(time / WEEK) + WEEKS_BEFORE];
    return offset === undefined || offset === UNKNOWN ? lookUp(time) : (Math.floor((time + offset) / DAY) as CalendarDay);
  };

  function lookUp(time: number): CalendarDay | null {
    if (offsetAt === undefined) offsetAt = /^(?:etc\/)?(?:utc|gmt)$/i.test(zone) ? () => 0 : offsetReader(zone);
    if (offsetAt === null || Number.isNaN(time)) return null;
    const number = Math.floor(time / WEEK);
    let week = weeks.get(number);
    if (week === undefined) {
      week = weekOfZone(number * WEEK, offsetAt);
      weeks.set(number, week);
      if (week.before === week.after && number + WEEKS_BEFORE in offsets) offsets[number + WEEKS_BEFORE] = week.before;
    }
    return Math.floor((time + (time < week.changesAt ? week.before : week.after)) / DAY) as CalendarDay;
  }
}

/** The offsets of one week and the instant at which the clocks change (Infinity when they do not). */
interface WeekOfZone {
  readonly before: number;
  readonly after: number;
  readonly changesAt: number;
}

function weekOfZone(start: number, offsetAt: (time: number) => number): WeekOfZone {
  const before = offsetAt(start);
  const after = offsetAt(start + WEEK);
  if (before === after) return { before, after, changesAt: Number.POSITIVE_INFINITY };
  let still = start;
  let changesAt = start + WEEK;
  while (changesAt - still > QUARTER) {
    const middle = still + Math.floor((changesAt - still) / QUARTER / 2) * QUARTER;
    if (offsetAt(middle) === before) still = middle;
    else changesAt = middle;
  }
  return { before, after, changesAt };
}

/** Milliseconds the zone's wall clock is ahead of UTC at an instant; null when the zone is unknown. */
function offsetReader(zone: string): ((time: number) => number) | null {
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  // The end of a week is the beginning of the next, and to ask is what costs.
  return remembered((time) => {
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (clock.format(time).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
  });
}
