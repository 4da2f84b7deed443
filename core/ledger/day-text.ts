/**
 * What one typed date can mean, before anybody decides. `15/09/2025` has one reading, `03/04/2025` two, `31/02/2026` none; the column and
 * the locale choose among readings, never here.
 */
import { type CalendarDay, dayOf, partsOf, weekdayOf } from '../calendar.ts';
import { isBlankText, isErrorText, plainText } from './cell-text.ts';
import type { DateOrder } from './locale-habits.ts';
import { bare, isLongMonth, monthOfWord, weekdayOfWord } from './month-words.ts';

/** How a numeric date is laid out, its order apart. */
export interface NumericLayout {
  readonly separator: string;
  readonly year: 'yyyy' | 'yy';
  readonly yearFirst: boolean;
  /** False when a day or month stands with one digit. */
  readonly padded: boolean;
}

export type DayText =
  | { readonly kind: 'blank' | 'unreadable' | 'impossible' | 'cell-error' }
  /** One day. `shows` is the order only this text can have (15/09 shows dmy); `layout` is a pattern when it does not depend on an order. */
  | { readonly kind: 'day'; readonly day: CalendarDay; readonly shows: 'dmy' | 'mdy' | null; readonly layout: NumericLayout | string }
  /** Several days, by order. */
  | { readonly kind: 'open'; readonly days: Readonly<Record<DateOrder, CalendarDay | null>>; readonly layout: NumericLayout }
  /** Five digits, as a spreadsheet's day number turned into text: a day only where the whole column is such. */
  | { readonly kind: 'serial'; readonly serial: number };

const UNREADABLE: DayText = { kind: 'unreadable' };
const IMPOSSIBLE: DayText = { kind: 'impossible' };

/** The year a two-digit year means: between 50 years before and 49 years after the as-of day's. */
export function fullYear(twoDigits: number, asOf: CalendarDay): number {
  const first = partsOf(asOf).year - 50;
  return first + ((((twoDigits - first) % 100) + 100) % 100);
}

/** Clock and zone after a date: ` 14:30`, `T00:00:00.000Z`, `, 2:30 PM`, ` à 14h30`, ` 12:00:00 GMT+0200 (CEST)`. The written day counts. */
const CLOCK =
  /(?:T|,? +)(?:(?:à|a|at|um|alle|om) +)?(\d{1,2})(?:[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?|h)(?: *(?:[ap]\.?m\.?|uhr))?(?: *(?:Z|(?:UTC|GMT)?(?:[+-]\d{2}:?\d{2})?))?(?: *\([^)]*\))?$/i;
const NUMERIC = /^(\d+)( ?[/.-] ?| )(\d+)\2(\d+)\.?$/;

/**
 * Every reading of a date text. `twoDigitYearFirst` (a declared or local year-first order) also reads `25/09/15` from the left. Days far from
 * any invoice are not sorted out here.
 */
export function readDayText(text: string, asOf: CalendarDay, twoDigitYearFirst: boolean): DayText {
  return commonNumeric(text) ?? readAnyDay(text, asOf, twoDigitYearFirst);
}

/** `15/09/2025`, `15.09.2025`, `15-09-2025`: most sheets type nothing else, so these are read without the questions rarer forms need. Else null. */
function commonNumeric(text: string): DayText | null {
  const separator = text.charCodeAt(2);
  if (text.length !== 10 || separator !== text.charCodeAt(5) || (separator !== 47 && separator !== 46 && separator !== 45)) return null;
  const [first, second, year] = [pair(text, 0), pair(text, 3), pair(text, 6) * 100 + pair(text, 8)];
  return Number.isNaN(first + second + year) ? null : numericDays(text.charAt(2), 'yyyy', year, first, second, true, null);
}

function readAnyDay(text: string, asOf: CalendarDay, twoDigitYearFirst: boolean): DayText {
  const plain = plainText(text);
  if (isBlankText(plain)) return { kind: 'blank' };
  if (isErrorText(plain)) return { kind: 'cell-error' };
  const clock = CLOCK.exec(plain);
  if (clock && (Number(clock[1]) > 24 || Number(clock[2] ?? 0) > 59 || Number(clock[3] ?? 0) > 60)) return UNREADABLE;
  const date = (clock ? plain.slice(0, clock.index) : plain)
    .replace(/(\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/, '$1-$2-$3')
    .replace(/^(?:le|the|el|il|den|am|op) +(?=\d)/i, '');
  const read = readDate(date, asOf, twoDigitYearFirst);
  if (read.kind !== 'unreadable') return read;
  const named = /^(\p{L}+)\.?,? +(.+)$/u.exec(date);
  const weekday = named ? weekdayOfWord(bare(named[1] as string)) : null;
  if (weekday === null) return UNREADABLE;
  return onWeekday(readDate((named as RegExpExecArray)[2] as string, asOf, twoDigitYearFirst), weekday);
}

/** Only the readings that fall on the weekday written beside the date: `lundi 16/09/2025`, a Tuesday, is no day at all. */
function onWeekday(read: DayText, weekday: number): DayText {
  if (read.kind === 'serial') return UNREADABLE;
  if (read.kind === 'day') return weekdayOf(read.day) === weekday ? read : IMPOSSIBLE;
  if (read.kind !== 'open') return read;
  const only = (day: CalendarDay | null) => (day !== null && weekdayOf(day) === weekday ? day : null);
  return decided({ dmy: only(read.days.dmy), mdy: only(read.days.mdy), ymd: only(read.days.ymd) }, read.layout);
}

function readDate(date: string, asOf: CalendarDay, twoDigitYearFirst: boolean): DayText {
  if (/^\d+$/.test(date)) return readDigits(date);
  // Digits that went through a table of floats: `20250402.0`.
  if (/^\d{8}[.,]0+$/.test(date)) return readDigits(date.slice(0, 8));
  if (/^\d{5}[.,]\d+$/.test(date)) return { kind: 'serial', serial: Number.parseInt(date, 10) };
  const numeric = NUMERIC.exec(date);
  if (numeric) {
    const [, first, separator, second, third] = numeric as unknown as [string, string, string, string, string];
    return readNumeric(first, second, third, separator.trim() || ' ', asOf, twoDigitYearFirst);
  }
  return readWords(date, asOf);
}

/** Digits alone: `20250910`, `15092025`, or a day number that lost its type in a CSV. */
function readDigits(digits: string): DayText {
  if (digits.length === 5) return { kind: 'serial', serial: Number(digits) };
  if (digits.length !== 8) return UNREADABLE;
  const at = (from: number, to: number) => Number(digits.slice(from, to));
  const year = at(0, 4);
  if (year >= 1900 && year < 2100) {
    const day = dayOf(year, at(4, 6), at(6, 8));
    if (day !== null) return { kind: 'day', day, shows: null, layout: 'yyyymmdd' };
  }
  return numericDays('', 'yyyy', at(4, 8), at(0, 2), at(2, 4), true, null);
}

function readNumeric(
  first: string,
  second: string,
  third: string,
  separator: string,
  asOf: CalendarDay,
  twoDigitYearFirst: boolean,
): DayText {
  if (second.length > 2) return IMPOSSIBLE;
  const padded = second.length === 2 && first.length !== 1 && third.length !== 1;
  if (first.length === 4 && third.length <= 2) {
    const day = dayOf(Number(first), Number(second), Number(third));
    return day === null ? IMPOSSIBLE : { kind: 'day', day, shows: null, layout: { separator, year: 'yyyy', yearFirst: true, padded } };
  }
  if (first.length > 2) return IMPOSSIBLE;
  if (third.length === 4) return numericDays(separator, 'yyyy', Number(third), Number(first), Number(second), padded, null);
  if (third.length !== 2) return IMPOSSIBLE;
  const yearFirst = twoDigitYearFirst && first.length === 2 ? dayOf(fullYear(Number(first), asOf), Number(second), Number(third)) : null;
  return numericDays(separator, 'yy', fullYear(Number(third), asOf), Number(first), Number(second), padded, yearFirst);
}

function numericDays(
  separator: string,
  year: 'yyyy' | 'yy',
  yearValue: number,
  first: number,
  second: number,
  padded: boolean,
  ymd: CalendarDay | null,
): DayText {
  const days = { dmy: dayOf(yearValue, second, first), mdy: dayOf(yearValue, first, second), ymd };
  return decided(days, { separator, year, yearFirst: false, padded });
}

function decided(days: Readonly<Record<DateOrder, CalendarDay | null>>, layout: NumericLayout): DayText {
  const { dmy, mdy, ymd } = days;
  const day = dmy ?? mdy ?? ymd;
  if (day === null) return IMPOSSIBLE;
  if ((mdy !== null && mdy !== day) || (ymd !== null && ymd !== day)) return { kind: 'open', days, layout };
  const shows = dmy === null ? (mdy === null ? null : 'mdy') : mdy === null ? 'dmy' : null;
  return { kind: 'day', day, shows, layout };
}

/** What may stand beside the numbers of a date without changing it: `15 de septiembre`, `1er`, `15th`, `1º`. */
const PARTICLES = new Set(['de', 'del', 'of', 'er', 're', 'e', 'st', 'nd', 'rd', 'th', 'o', 'º', '°', 'ª', 'le', 'the', 'el', 'il', 'den']);

/** A date with a month in letters: `15 sept. 2025`, `Sep 15, 2025`, `15-Sep-25`, `1er août 2025`, `2025 Sep 15`. */
function readWords(date: string, asOf: CalendarDay): DayText {
  const tokens = (date.match(/\d+|\p{L}[\p{L}\p{M}]*|[^\s\d\p{L}.,/'-]/gu) ?? []).map(bare).filter((token) => !PARTICLES.has(token));
  if (tokens.length !== 3) return UNREADABLE;
  const place = tokens.findIndex((token) => monthOfWord(token) !== null);
  const month = place < 0 ? null : monthOfWord(tokens[place] as string);
  const numbers = tokens.filter((_, index) => index !== place);
  if (month === null || !numbers.every((token) => /^\d+$/.test(token))) return UNREADABLE;
  const word = isLongMonth(tokens[place] as string) ? 'mmmm' : 'mmm';
  const [before, after] = numbers as [string, string];
  const yearFirst = before.length === 4 && place === 1;
  const [dayText, yearText] = yearFirst ? [after, before] : [before, after];
  if (place === 2 || dayText.length > 2 || (yearText.length !== 4 && yearText.length !== 2)) return UNREADABLE;
  const day = dayOf(yearText.length === 2 ? fullYear(Number(yearText), asOf) : Number(yearText), month, Number(dayText));
  if (day === null) return IMPOSSIBLE;
  const year = yearText.length === 2 ? 'yy' : 'yyyy';
  const dash = date.includes('-') ? '-' : ' ';
  const layout = yearFirst ? `yyyy${dash}${word}${dash}dd` : place === 0 ? `${word} d, ${year}` : `d${dash}${word}${dash}${year}`;
  return { kind: 'day', day, shows: null, layout };
}

/** A fast reading of the commonest exact text, `2025-09-10`; null for anything else, days that do not exist included. */
export function exactIso(text: string): CalendarDay | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = pair(text, 0) * 100 + pair(text, 2);
  // A character that is no digit makes the sum NaN, which is no day.
  return dayOf(year, pair(text, 5), pair(text, 8) + year * 0);
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
