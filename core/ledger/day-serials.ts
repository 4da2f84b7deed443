/**
 * Days as spreadsheets count them: 45910 is 10 September 2025, unless the workbook counts from 1904; and no invoice is due in 1905.
 */
import { addDays, type CalendarDay, dayOf, partsOf } from '../calendar.ts';
import type { Shown } from './number-format.ts';

/** No ledger holds an earlier day. */
export const FIRST_DAY = dayOf(1920, 1, 1) as CalendarDay;

/** The last day a ledger may hold: 50 years after the as-of day. */
export function lastDay(asOf: CalendarDay): CalendarDay {
  const { year, month, day } = partsOf(asOf);
  return dayOf(year + 50, month, day) ?? (dayOf(year + 50, month, day - 1) as CalendarDay);
}

/** 1 January 1970 as a spreadsheet's day number. */
export const epochSerial = (date1904: boolean): number => (date1904 ? 24_107 : 25_569);

/** The day of a spreadsheet's day number, fractions dropped; null for numbers no calendar has (0, and 60: 29 February 1900). */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDay | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole)) return null;
  if (date1904) return whole >= 0 ? ((whole - epochSerial(true)) as CalendarDay) : null;
  if (whole >= 61) return (whole - epochSerial(false)) as CalendarDay;
  return whole >= 1 && whole < 60 ? ((whole - epochSerial(false) + 1) as CalendarDay) : null;
}

/** Reads a number: a day number where the format says date or nothing, `20250910` where it says nothing. Null: no day. */
export function dayOfNumber(value: number, shown: Shown, date1904: boolean, last: CalendarDay): CalendarDay | null {
  if (shown !== 'date' && shown !== 'plain') return null;
  let day = dayOfSerial(value, date1904);
  if ((day === null || day > last) && shown === 'plain' && value >= 19000101 && Number.isInteger(value)) {
    day = dayOf(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  }
  return day !== null && day >= FIRST_DAY && day <= last ? day : null;
}

/** A day number that became text is believed only from 20 years before the as-of day to 10 after: the reference `12345` is no day of 1933. */
export function dayOfTextSerial(serial: number, asOf: CalendarDay, date1904: boolean): CalendarDay | null {
  const day = dayOfSerial(serial, date1904);
  return day !== null && day >= addDays(asOf, -7305) && day <= addDays(asOf, 3653) ? day : null;
}
