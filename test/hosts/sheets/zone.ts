/**
 * Day numbers and instants of a Google spreadsheet. A date cell is a number; Google hands it over as an instant of the spreadsheet's time zone,
 * whatever zone the script or this machine lives in.
 */

const DAY = 86_400_000;
/** 1970-01-01 as a day number. */
const EPOCH = 25_569;

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Offsets by zone and quarter of an hour: within one, no zone of today changes its clock. */
const offsets = new Map<string, number>();
const QUARTER = 900_000;

/** Milliseconds the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(time: number, zone: string): number {
  const quarter = Math.floor(time / QUARTER);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key) ?? offsetOf(quarter * QUARTER, zone);
  offsets.set(key, known);
  return known;
}

function offsetOf(time: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
    clocks.set(zone, clock);
  }
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (clock.format(time).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/** The instant at which the zone's clock shows this day number; in a gap of summer time, the first instant after it. */
export function instantOf(serial: number, zone: string): Date {
  const wall = Math.round((serial - EPOCH) * DAY);
  const first = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(first, zone));
}

/** The day number, fraction of the day included, that the zone's clock shows at an instant. */
export function serialOf(instant: Date, zone: string): number {
  const time = instant.getTime();
  return (time + offsetAt(time, zone)) / DAY + EPOCH;
}

/** Year, month, day, hours, minutes, seconds of a day number. */
export function partsOf(serial: number): { y: number; m: number; d: number; h: number; min: number; s: number } {
  const wall = new Date(Math.round((serial - EPOCH) * DAY));
  return {
    y: wall.getUTCFullYear(),
    m: wall.getUTCMonth() + 1,
    d: wall.getUTCDate(),
    h: wall.getUTCHours(),
    min: wall.getUTCMinutes(),
    s: wall.getUTCSeconds(),
  };
}

/** The day number of a civil day; null for a day no calendar has. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / DAY + EPOCH : null;
}
