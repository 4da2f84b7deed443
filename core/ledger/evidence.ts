/**
 * What the cells of a column look like, for the reader who does not trust its header: a "Date" column of sentences is no date, a "Client" column of
 * codes beside a column of names is the customer's code. Only a sample is looked at, and only its shape: whether 03/04 is March or April is
 * decided elsewhere.
 */

import { dayOf } from '../calendar.ts';
import type { Cell, Sheet } from '../workbook.ts';
import { epochSerial } from './day-serials.ts';

/** Shares of the filled cells of a sample, 0–1. `days` and `values` are rough, one per sampled row, NaN where there is none. */
export interface Evidence {
  /** Filled cells in the sample, and their share of it. */
  readonly filled: number;
  readonly fill: number;
  readonly dates: number;
  /** Whole numbers that could be day serials, or days written 20250915. */
  readonly serials: number;
  readonly amounts: number;
  readonly decimals: number;
  readonly yesNo: number;
  readonly emails: number;
  readonly codes: number;
  readonly currencies: number;
  readonly terms: number;
  /** Texts with letters that are none of the above. */
  readonly words: number;
  /** Different values. */
  readonly distinct: number;
  readonly meanLength: number;
  readonly texts: readonly string[];
  readonly days: readonly number[];
  readonly values: readonly number[];
}

const YES_NO = new Set(
  'yes no y n oui non o ja nein j nee si sì sí s true false vrai faux wahr falsch vero falso verdadero waar onwaar x ✓ ✔ ✗ ✘ ☑ ☐'.split(
    ' ',
  ),
);
const NUMERIC_DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?:[T ,].*)?$/;
const COMPACT_DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\.0+)?$/;
const WORDED_DATE =
  /^(?:\p{L}{2,10}\.?,? )?(?:\d{1,2}(?:er|st|nd|rd|th|\.)?[ -](?:de )?\p{L}{3,10}\.?,?[ -](?:de )?\d{2,4}|\p{L}{3,10}\.?[ -]\d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:[ ,T].*)?$/u;
const AMOUNT =
  /^[(+\-−]?\s*(?:[$€£¥]|[A-Z]{2,3}\$?)?\s*[(+\-−]?\s*\d(?:[\d.,'’\s\u00a0\u202f]*\d)?[.,]?\s*(?:-|[$€£¥]|[A-Za-z]{1,4}\$?)?\)?\s*-?$/;
const CODE = /^(?=\S*\d)[\p{L}\d]+(?:[-_/.][\p{L}\d]+)*$/u;
const CURRENCY = /^(?:[A-Z]{3}|[$€£¥]|[A-Z]{1,2}\$|euros?|dollars?)$/i;
const TERMS =
  /^\d{1,3}$|\b(?:net|jours?|jrs?|days?|tage|d[ií]as|giorni|gg|dagen|fin de mois|fdm|eom|r[ée]ception|receipt|comptant|sofort|contado|vista|mois|month|monat|mes|mese|maand)\b/i;

function isDateFormat(format: string): boolean {
  if (format === '' || format === 'General' || format === 'Standard' || format === '@') return false;
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]|j{1,4}|a{4}|m{3}|tt|aa/i.test(bare) && !/[#%]|0[.,]0/.test(bare);
}

/** True for what a person sees as an empty cell. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

/** The words of a cell, '' when it holds no text. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

/** A day number good enough to tell earlier from later; NaN when the text shows none. */
function roughDay(text: string): number {
  if (COMPACT_DATE.test(text)) return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))) ?? Number.NaN;
  const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})/.exec(text);
  if (!parts) return Number.NaN;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (first > 31) return dayOf(first, second, third) ?? Number.NaN;
  const year = third < 100 ? 2000 + third : third;
  return (second > 12 ? dayOf(year, first, second) : dayOf(year, second, first)) ?? Number.NaN;
}

/** An amount good enough to tell the larger of two; NaN when unreadable. */
export function roughAmount(text: string): number {
  const digits = text.replace(/[^\d.,]/g, '');
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (mark < 0 || digits.length - mark > 3) return Number(digits.replace(/[.,]/g, '') || Number.NaN);
  return Number(`${digits.slice(0, mark).replace(/[.,]/g, '')}.${digits.slice(mark + 1)}`);
}

/** The serial of 1970-01-01 in a 1900 workbook. */
const SERIAL_ZERO = epochSerial(false);

/** What a column of a sheet holds in the given rows (0-based). */
export function columnEvidence(sheet: Sheet, column: number, rows: readonly number[]): Evidence {
  let filled = 0;
  let dates = 0;
  let serials = 0;
  let amounts = 0;
  let decimals = 0;
  let yesNo = 0;
  let emails = 0;
  let codes = 0;
  let currencies = 0;
  let terms = 0;
  let words = 0;
  let length = 0;
  let ones = 0;
  let binary = 0;
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const days: number[] = [];
  const values: number[] = [];
  const number = (value: number, format: string) => {
    if (isDateFormat(format)) {
      dates++;
      days[days.length - 1] = value - SERIAL_ZERO;
      return;
    }
    if (format.includes('%')) return;
    amounts++;
    values[values.length - 1] = value;
    if (!Number.isInteger(value)) {
      decimals++;
      return;
    }
    codes++;
    if (value === 0 || value === 1) binary++;
    if (value === 1) ones++;
    if (value >= 0 && value <= 365) terms++;
    if (value >= 7_000 && value <= 80_000) {
      serials++;
      days[days.length - 1] = value - SERIAL_ZERO;
    } else if (value > 19_000_000 && COMPACT_DATE.test(String(value))) {
      serials++;
      days[days.length - 1] = roughDay(String(value));
    }
  };
  for (const row of rows) {
    const cell = sheet.cells[row]?.[column];
    days.push(Number.NaN);
    values.push(Number.NaN);
    if (isBlank(cell)) continue;
    filled++;
    if (typeof cell === 'number') {
      seen.add(cell);
      number(cell, sheet.formats?.[row]?.[column] ?? '');
    } else if (typeof cell === 'boolean') {
      seen.add(cell);
      yesNo++;
    } else if (typeof cell === 'string') {
      const text = cell.trim();
      seen.add(text);
      texts.push(text);
      length += text.length;
      if (CODE.test(text)) codes++;
      if (TERMS.test(text)) terms++;
      if (CURRENCY.test(text)) currencies++;
      if (text.includes('@') && /\S@\S/.test(text)) emails++;
      else if (YES_NO.has(text.toLowerCase())) yesNo++;
      else if (NUMERIC_DATE.test(text) || WORDED_DATE.test(text)) {
        dates++;
        days[days.length - 1] = roughDay(text);
      } else if (AMOUNT.test(text)) {
        const value = roughAmount(text);
        amounts++;
        values[values.length - 1] = value;
        if (COMPACT_DATE.test(text) || (/^\d{4,5}$/.test(text) && value >= 7_000 && value <= 80_000)) {
          serials++;
          days[days.length - 1] = COMPACT_DATE.test(text) ? roughDay(text) : value - SERIAL_ZERO;
        }
        if (/[.,]\d{1,2}\D*$/.test(text)) decimals++;
        if (text === '0' || text === '1') binary++;
        if (text === '1') ones++;
      } else if (/\p{L}/u.test(text)) words++;
    } else if (cell instanceof Date) {
      dates++;
      days[days.length - 1] = cell.getTime() / 86_400_000;
      seen.add(cell.getTime());
    } else if (cell !== null && typeof cell === 'object') {
      if ('date' in cell) {
        dates++;
        days[days.length - 1] = roughDay(cell.date);
        seen.add(cell.date);
      } else if ('number' in cell) {
        seen.add(cell.number);
        number(cell.number, cell.format);
      }
    }
  }
  // 0 and 1 alone are a way to say no and yes.
  if (ones > 0 && binary === filled) yesNo = filled;
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    fill: rows.length === 0 ? 0 : filled / rows.length,
    dates: share(dates),
    serials: share(serials),
    amounts: share(amounts),
    decimals: share(decimals),
    yesNo: share(yesNo),
    emails: share(emails),
    codes: share(codes),
    currencies: share(currencies),
    terms: share(terms),
    words: share(words),
    distinct: share(seen.size),
    meanLength: texts.length === 0 ? 0 : length / texts.length,
    texts,
    days,
    values,
  };
}
