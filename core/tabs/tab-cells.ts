/**
 * The few kinds of cells a tab holds: words, whole numbers of days, amounts, days. Amounts and days are read as in the invoice sheet, so that
 * `1 850,00` and `03/04/2026` mean the same in both.
 */
import { type CalendarDay, isoOf } from '../calendar.ts';
import { unguarded } from '../formula-start.ts';
import { readAmount } from '../ledger/amount-cells.ts';
import { type DecimalSign, readAmountText } from '../ledger/amount-text.ts';
import { displayText, type TroubleKind } from '../ledger/cell-text.ts';
import { type DayContext, readDay } from '../ledger/day-cells.ts';
import { type Currency, toDecimal } from '../money.ts';
import type { Cell } from '../workbook.ts';

/** How the cells of this workbook's tabs are to be read. */
export type TabReading = DayContext;

/** A cell that could not be read: the machine word for why. */
export interface Wrong {
  readonly wrong: string;
}

/** Why a date cell could not be read, as the machine word of its problem. */
export const DAY_WRONG: Readonly<Record<TroubleKind, string>> = {
  unreadable: 'not-a-date',
  impossible: 'impossible-date',
  ambiguous: 'ambiguous-date',
  'against-order': 'ambiguous-date',
  'cell-error': 'cell-error',
  'unknown-currency': 'not-a-date',
};

/** A cell as text, '' for a blank. Dates are ISO text, numbers as JavaScript writes them, booleans TRUE or FALSE. */
export function textOf(cell: Cell | undefined, reading: TabReading): string {
  if (typeof cell === 'string') return unguarded(cell);
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date || 'date' in cell) {
    const read = readDay(cell, reading);
    return read !== null && 'day' in read ? isoOf(read.day) : displayText(cell);
  }
  return 'error' in cell ? cell.error : String(cell.number);
}

const WHOLE = /^(?:[jd]\s*(?=[+-]))?([+-]?)\s*(\d{1,6})(?:[.,]0+)?\s*(?:j|jours?|d|days?)?$/i;

/** A whole number of days or rounds: `7`, `+3`, `J+10`, `D-7`, `−7 jours`, `8 days`; null for anything else. */
export function readWhole(cell: Cell, reading: TabReading): number | null {
  const found = WHOLE.exec(
    textOf(cell, reading)
      .replace(/[\u2212\u2013]/g, '-')
      .trim(),
  );
  return found ? Number(`${found[1]}${found[2]}`) + 0 : null;
}

const MACHINE_NUMBER = /^-?\d+(\.\d+)?$/;

/** A number as our own writing spells it, whatever the locale: point, no grouping. Null for anything else. */
export function readMachineNumber(text: string): number | null {
  return MACHINE_NUMBER.test(text) ? Number(text) : null;
}

/** Why an amount cell could not be read, as the machine word of its problem. */
export const AMOUNT_WRONG: Readonly<Record<TroubleKind, string>> = {
  unreadable: 'not-a-number',
  impossible: 'not-a-number',
  ambiguous: 'ambiguous-number',
  'against-order': 'ambiguous-number',
  'cell-error': 'cell-error',
  'unknown-currency': 'unknown-currency',
};

/** A decimal amount and the currency it is in, as far as anything says. */
export interface TabMoney {
  readonly amount: number;
  readonly currency: Currency;
}

/**
 * An amount, in `currency` unless its cell names another; null for a blank. `decimal` is the sign its column proves, for a text that could be
 * read two ways. A true number is taken whole: only the invoice's currency says how many decimals it may have.
 */
export function readTabAmount(cell: Cell, currency: Currency, reading: TabReading, decimal: DecimalSign | null): TabMoney | Wrong | null {
  if (typeof cell === 'number') return Math.abs(cell) <= LARGEST ? { amount: cell, currency } : { wrong: 'not-a-number' };
  const isOpen = decimal !== null && typeof cell === 'string' && isOpenText(cell, reading);
  const locale = isOpen ? LOCALE_WITH[decimal] : reading.locale;
  const read = readAmount(cell, { locale, currency });
  if (read === null) return null;
  if ('trouble' in read) return { wrong: AMOUNT_WRONG[read.trouble.kind] };
  const amount = typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : null;
  return { amount: amount ?? toDecimal(read.minor, read.currency), currency: read.currency };
}

/** Beyond it cents are no longer whole numbers. */
const LARGEST = 1e13;
const LOCALE_WITH: Readonly<Record<DecimalSign, string>> = { '.': 'en-US', ',': 'de-DE' };

function isOpenText(text: string, reading: TabReading): boolean {
  const written = readAmountText(text, reading.locale);
  return typeof written === 'object' && written.open !== '';
}

/** The decimal sign the texts of a column prove; null when they prove none, or both. */
export function provenDecimal(cells: Iterable<Cell>, reading: TabReading): DecimalSign | null {
  const proved = new Set<DecimalSign>();
  for (const cell of cells) {
    const written = typeof cell === 'string' ? readAmountText(cell, reading.locale) : '';
    if (typeof written === 'object' && written.proves !== '') proved.add(written.proves);
  }
  return proved.size === 1 ? ([...proved][0] as DecimalSign) : null;
}

/** A bare decimal such as a rate, which is never in thousands: `10,125` and `10.125` are both ten and an eighth. */
export function readDecimal(text: string, reading: TabReading): number | null {
  const written = readAmountText(text, reading.locale);
  if (typeof written !== 'object' || written.mark !== null) return null;
  return written.digits / 10 ** (written.open === '' ? written.decimals : 3);
}

/** A day read alone, without the evidence of a column; null for a blank. */
export function readTabDay(cell: Cell, reading: TabReading): CalendarDay | Wrong | null {
  const read = readDay(cell, reading);
  if (read === null) return null;
  return 'day' in read ? read.day : { wrong: DAY_WRONG[read.trouble.kind] };
}
