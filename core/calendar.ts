/**
 * The calendar of receivables. A day is one integer, the number of days since 1970-01-01, so that "days late" is a subtraction and no
 * time zone can move a due date. ISO text exists only at the edges. Months and their ends are date-fns' work.
 */
import { addMonths as addMonthsToDate, lastDayOfMonth } from 'date-fns';

declare const dayBrand: unique symbol;
/** A civil day: an integer, days since 1970-01-01 (which is 0). */
export type CalendarDay = number & { readonly [dayBrand]: true };

/** "No day": what typed columns hold where a date is missing. Outside every date a ledger can hold. */
export const NO_DAY = -0x40000000 as CalendarDay;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days month `month` (1–12) of `year` has. */
export function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (DAYS_IN_MONTH[month - 1] as number);
}

/** The day of a year, month (1–12) and day of month; null when the calendar has no such day (31/02). */
export function dayOf(year: number, month: number, dayOfMonth: number): CalendarDay | null {
  if (!(month >= 1 && month <= 12 && dayOfMonth >= 1) || dayOfMonth > daysInMonth(year, month)) return null;
  // Days from civil: years start in March, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as CalendarDay;
}

/** Year, month (1–12) and day of month of a day. */
export function partsOf(day: CalendarDay): { year: number; month: number; day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; null for anything else and for days that do not exist. */
export function dayFromIso(text: string): CalendarDay | null {
  const found = ISO.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** `YYYY-MM-DD` of a day. */
export function isoOf(day: CalendarDay): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** ISO text of a column's day, or null for {@link NO_DAY}. */
export function isoOrNull(day: CalendarDay): string | null {
  return day === NO_DAY ? null : isoOf(day);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return (day + days) as CalendarDay;
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * After so many years the calendar is the same again. date-fns counts by this machine's clock, and clocks have left out days (Kiritimati had no
 * 31 December 1994): none is left out of a year to come.
 */
const SAME_CALENDAR = 400;

function toDate(day: CalendarDay): Date {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return new Date(year + SAME_CALENDAR, month - 1, dayOfMonth, 12);
}

function fromDate(date: Date): CalendarDay {
  return dayOf(date.getFullYear() - SAME_CALENDAR, date.getMonth() + 1, date.getDate()) as CalendarDay;
}

/** The same day of the month `months` later, or that month's last day when it is shorter (31 January + 1 = 28 February). */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  return fromDate(addMonthsToDate(toDate(day), months));
}

/** The last day of the day's month. */
export function endOfMonth(day: CalendarDay): CalendarDay {
  return fromDate(lastDayOfMonth(toDate(day)));
}

/** The first day of the day's month. */
export function startOfMonth(day: CalendarDay): CalendarDay {
  return addDays(day, 1 - partsOf(day).day);
}

/** `YYYY-MM` of a day. */
export function monthOf(day: CalendarDay): string {
  return isoOf(day).slice(0, 7);
}
