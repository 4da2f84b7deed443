/** The calendar of the floor: civil days by plain arithmetic, Google's instants by the offsets of their zone, the working days of France. */

const DAY = 86_400_000;

/** The day number of a civil date; months may run out of 1–12. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Readers of instants by zone, with all they learned: facts that do not change. */
const readers = new Map<string, (time: number) => number>();

/** The day of an instant in a zone. A day's offset is asked once in the life of the process. */
export function instantDays(zone: string): (time: number) => number {
  const known = readers.get(zone);
  if (known !== undefined) return known;
  const reader = newReader(zone);
  readers.set(zone, reader);
  return reader;
}

function newReader(zone: string): (time: number) => number {
  const shape = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...shape });
  const offsetAt = (time: number): number => {
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (clock.format(time).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
  };
  // Milliseconds by day since 1970, unknown at first; and the instants at which the clocks change, by their day.
  const offsets = new Float64Array(60_000).fill(Number.NaN);
  const changes = new Float64Array(60_000).fill(Number.POSITIVE_INFINITY);
  /** Learns four weeks: equal offsets at both ends hold in between. */
  const learn = (day: number): number => {
    const from = Math.floor(day / 28) * 28;
    const before = offsetAt(from * DAY);
    const after = offsetAt((from + 28) * DAY);
    let [still, changed] = [from * DAY, (from + 28) * DAY];
    while (before !== after && changed - still > 1) {
      const middle = Math.floor((still + changed) / 2);
      if (offsetAt(middle) === before) still = middle;
      else changed = middle;
    }
    const on = Math.floor(changed / DAY);
    for (let each = from; each < from + 28; each++) offsets[each] = before === after || each <= on ? before : after;
    if (before !== after) changes[on] = changed;
    return offsets[day] as number;
  };
  return (time) => {
    const day = Math.floor(time / DAY);
    let offset = offsets[day] as number;
    if (Number.isNaN(offset)) offset = learn(day);
    if (time >= (changes[day] as number)) offset = offsetAt(time);
    return Math.floor((time + offset) / DAY);
  };
}

/** The next working day of France on or after a day from `from` on. */
export function businessDays(from: number): (day: number) => number {
  const next = new Int32Array(1500);
  const off = new Set<number>();
  const { year } = civil(from);
  for (let y = year; y <= year + 5; y++) for (const holiday of holidays(y)) off.add(holiday);
  for (let k = next.length - 1; k >= 0; k--) {
    const day = from + k;
    next[k] = (day + 3) % 7 >= 5 || off.has(day) ? (next[k + 1] ?? day + 2) : day;
  }
  return (day) => {
    if (day - from >= next.length - 10) throw new Error('the floor looks four years ahead');
    return next[day - from] as number;
  };
}

function holidays(year: number): number[] {
  // Easter by Gauss, with the two exceptions of the Gregorian calendar.
  const c = Math.floor(year / 100);
  const moon = (15 + c - Math.floor((8 * c + 13) / 25) - Math.floor(c / 4) + 19 * (year % 19)) % 30;
  const full = moon === 29 || (moon === 28 && year % 19 > 10) ? moon - 1 : moon;
  const march21 = dayNumber(year, 3, 21) + full;
  const easter = march21 + 7 - ((march21 + 4) % 7);
  const fixed = [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ] as const;
  return [...fixed.map(([month, day]) => dayNumber(year, month, day)), easter + 1, easter + 39, easter + 50];
}
