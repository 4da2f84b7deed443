/**
 * What Excel makes of a value handed to `range.values`: the same as if somebody had typed it on an American keyboard. This is why a reminder
 * text, a date or an invoice number can come back as something else, and what the shell must guard against.
 */

/** A stored cell value; null is blank. */
export type Value = string | number | boolean | null | { readonly error: string };

/** What a typed value became: `format` when Excel also changes the look of a General cell. */
export interface Typed {
  readonly value: Value;
  readonly formula?: string;
  readonly format?: string;
}

export const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!', '#GETTING_DATA']);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Reads `input` as Excel does for a cell of this `format`. Dates become serials of the workbook's date system. */
export function typed(input: string | number | boolean, format: string, date1904: boolean): Typed {
  if (typeof input === 'boolean') return { value: input };
  if (typeof input === 'number') return { value: format === '@' ? String(input) : input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (format === '@') return { value: input };
  if (input.startsWith('=')) return formula(input);
  const text = input.trim();
  const number = numberIn(text);
  if (number) return number;
  const date = dateIn(text, date1904);
  if (date) return date;
  if (/^[+-]/.test(text)) return formula(`=${text}`);
  if (/^@[\w.]/.test(text)) return formula(`=${text}`);
  if (/^true$/i.test(text)) return { value: true };
  if (/^false$/i.test(text)) return { value: false };
  if (ERRORS.has(text.toUpperCase())) return { value: { error: text.toUpperCase() } };
  return { value: input };
}

/** Formulas are kept, not computed: what they show is not what these tests are about. */
const formula = (text: string): Typed => ({ value: 0, formula: text });

function numberIn(text: string): Typed | null {
  const found = /^([-+]?)\(?\s*([$€£]?)\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[-+]?\d+)?\s*(%?)\)?$/i.exec(text);
  if (!found || (!found[3] && !/\d/.test(found[4] ?? ''))) return null;
  const amount = Number(`${(found[3] ?? '0').replaceAll(',', '')}${found[4] ?? ''}${found[5] ?? ''}`);
  const negative = found[1] === '-' || (text.startsWith('(') && text.endsWith(')'));
  const value = (negative ? -amount : amount) / (found[6] ? 100 : 1);
  if (found[6]) return { value, format: '0%' };
  return found[2] ? { value, format: `${found[2]}#,##0.00` } : { value };
}

function dateIn(text: string, date1904: boolean): Typed | null {
  const time = /^(?:(.*?)[ T])?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])m?)?(?:Z)?$/i.exec(text);
  if (time && time[1] === undefined) return { value: fractionOf(time), format: 'h:mm' };
  const day = dayIn(time ? (time[1] as string) : text);
  if (!day) return null;
  const serial = Math.round(Date.UTC(day[0], day[1] - 1, day[2]) / 86_400_000) + (date1904 ? 24_107 : 25_569);
  return { value: serial + (time ? fractionOf(time) : 0), format: time ? 'm/d/yyyy h:mm' : 'm/d/yyyy' };
}

function fractionOf(time: RegExpExecArray): number {
  const hours = (Number(time[2]) % (time[5] ? 12 : 25)) + (time[5]?.toLowerCase() === 'p' ? 12 : 0);
  return (hours * 3600 + Number(time[3]) * 60 + Number(time[4] ?? 0)) / 86_400;
}

/** Year, month, day of a day written the American way, or ISO, or with a month's English name; null when there is no such day. */
function dayIn(text: string): [number, number, number] | null {
  const thisYear = 2025;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(text);
  if (american) return existing(year(american[3], thisYear), Number(american[1]), Number(american[2]));
  const monthFirst = /^([a-z]+)\.?[\s-]+(\d{1,2})(?:,?[\s-]+(\d{2}|\d{4}))?$/i.exec(text);
  if (monthFirst) return existing(year(monthFirst[3], thisYear), month(monthFirst[1] as string), Number(monthFirst[2]));
  const dayFirst = /^(\d{1,2})[\s-]*([a-z]+)\.?(?:[\s-]*(\d{2}|\d{4}))?$/i.exec(text);
  if (dayFirst) return existing(year(dayFirst[3], thisYear), month(dayFirst[2] as string), Number(dayFirst[1]));
  return null;
}

const year = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : text.length === 2 ? Number(text) + (Number(text) < 30 ? 2000 : 1900) : Number(text);

function month(word: string): number {
  const lower = word.toLowerCase();
  return Math.max(MONTHS.indexOf(lower), LONG_MONTHS.indexOf(lower)) + 1;
}

function existing(y: number, m: number, d: number): [number, number, number] | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  return m >= 1 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? [y, m, d] : null;
}
