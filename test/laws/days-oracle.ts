/**
 * Two ways to count days that share nothing with the engine: the integer Julian day of Fliegel and Van Flandern (1968), and the calendar of the
 * machine in UTC. What the engine says of a day is held against both.
 */

/** A day told without the engine. */
export interface CivilDay {
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly iso: string;
  /** 0 for Monday. */
  readonly weekday: number;
}

const JULIAN_OF_1970 = 2_440_588;

/** Julian day number of a civil day, in whole numbers that are cut towards zero. */
export function julianDay(year: number, month: number, day: number): number {
  const cut = Math.trunc;
  const a = cut((month - 14) / 12);
  return (
    day -
    32_075 +
    cut((1461 * (year + 4800 + a)) / 4) +
    cut((367 * (month - 2 - a * 12)) / 12) -
    cut((3 * cut((year + 4900 + a) / 100)) / 4)
  );
}

/** Days since 1970-01-01 by the Julian count. */
export const dayNumber = (year: number, month: number, day: number): number => julianDay(year, month, day) - JULIAN_OF_1970;

/** The length of a month, by the machine's calendar. */
export const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** All days of these years, told by the machine; throws where the Julian count says otherwise. */
export function daysOfYears(first: number, last: number): CivilDay[] {
  const days: CivilDay[] = [];
  for (let number = dayNumber(first, 1, 1); number <= dayNumber(last, 12, 31); number++) {
    const date = new Date(number * 86_400_000);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const weekday = julianDay(year, month, day) % 7;
    if (dayNumber(year, month, day) !== number || weekday !== (date.getUTCDay() + 6) % 7)
      throw new Error(`the two calendars disagree about ${date.toISOString()}`);
    days.push({ number, year, month, day, iso: date.toISOString().slice(0, 10), weekday });
  }
  return days;
}
