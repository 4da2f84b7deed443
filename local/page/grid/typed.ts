/**
 * What a person means by what they type or paste into a cell. A grid made for one country reads 03/04/2026 as the 4th of March without a word; here
 * a date is read in the order its column shows or the workbook's country uses, and what stays undecided stays the text it is, for the engine to
 * judge by the evidence of the whole column.
 */
import type { ICellData } from '@univerjs/core';
import { NUMBER, PLAIN_TEXT } from './book-of.ts';
import { type Order, orderShown, PLAIN_DATE, serialOf, showsDay } from './formats.ts';

export interface Habits {
  /** A text table (CSV) keeps every cell as it is typed. */
  readonly allText: boolean;
  readonly order: Order | null;
  readonly decimal: ',' | '.' | null;
  /** What stands between thousands; any space does where it is a space. */
  readonly group: string | null;
}

/** How a locale writes. `allText` for tables that come as text. */
export function habitsOf(locale: string | null, order: Order | null, allText: boolean): Habits {
  try {
    const parts = locale ? new Intl.NumberFormat(locale).formatToParts(1234567.5) : [];
    const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? null;
    const decimal = sign('decimal');
    return { allText, order, decimal: decimal === ',' || decimal === '.' ? decimal : null, group: sign('group') };
  } catch {
    // A name that is no locale decides nothing.
    return { allText, order, decimal: null, group: null };
  }
}

const DATE = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const text = (value: string): ICellData => ({ v: value, t: PLAIN_TEXT, p: null, f: null });

/** The cell a typed text becomes, in a cell that shows numbers by `pattern`; null: nothing to add to what the grid makes of it. */
export function typedCell(typed: string, pattern: string | null, habits: Habits): ICellData | null {
  const value = typed.trim();
  if (value === '' || value.startsWith('=')) return null;
  if (habits.allText || pattern === '@') return text(typed);
  const date = DATE.exec(value);
  if (date) return dateCell(value, date, pattern, habits) ?? text(typed);
  const number = numberOf(value, habits);
  if (number !== null) return { v: number, t: NUMBER, p: null, f: null };
  return /\d/.test(value) && !/^\d+(?:\.\d+)?%$/.test(value) ? text(typed) : null;
}

function dateCell(
  value: string,
  [, first = '', , second = '', third = '']: RegExpExecArray,
  pattern: string | null,
  habits: Habits,
): ICellData | null {
  const shown = pattern !== null && showsDay(pattern) ? orderShown(pattern) : null;
  const order = /^\d{4}-\d\d-\d\d$/.test(value) ? 'ymd' : (shown ?? habits.order);
  if (order === null) return null;
  const [year, month, day] = order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  if (year.length !== 4 || day.length > 2) return null;
  const serial = serialOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (serial === null) return null;
  const style = pattern !== null && showsDay(pattern) ? {} : { s: { n: { pattern: PLAIN_DATE[order] } } };
  return { v: serial, t: NUMBER, p: null, f: null, ...style };
}

const PLAIN_NUMBER = /^[-+]?(?:\d{1,15}|\d{0,12}([.,])(\d{1,9}))$/;
const GROUPED_NUMBER = /^[-+]?\d{1,3}(?:([ \u00a0\u202f.,'’])\d{3})(?:\1\d{3})*(?:([.,])\d{1,9})?$/;
const SPACE = /[ \u00a0\u202f]/;

/** A number written without a doubt: `1.234` is one thousand or one and a bit, unless the country's habit tells. */
function numberOf(value: string, { decimal, group }: Habits): number | null {
  if (/^[-+]?0\d/.test(value)) return null;
  const [plain, sign, decimals] = PLAIN_NUMBER.exec(value) ?? [];
  if (plain !== undefined && (sign === undefined || sign === decimal || decimals?.length !== 3)) return Number(value.replace(',', '.'));
  const [grouped, between = '', point] = GROUPED_NUMBER.exec(value) ?? [];
  const isHabit = group !== null && (between === group || (SPACE.test(between) && SPACE.test(group)));
  if (grouped === undefined || !isHabit || (point !== undefined && point !== decimal)) return null;
  return Number(value.replaceAll(between, '').replace(',', '.'));
}
