/**
 * A column of date cells becomes a column of days: the only place that wonders whether 03/04 is March or April. An invoice chased a month too
 * early costs a customer, so what stays open after the declared order, the column's own evidence and the locale is reported, never guessed.
 */
import { addDays, type CalendarDay, dayFromIso, dayOf, isoOf, NO_DAY, partsOf } from '../calendar.ts';
import type { Cell, DateCell, ErrorCell, Sheet } from '../workbook.ts';
import { type CellTrouble, displayText, formatAt, isInstant, type LoneTrouble, type RowRange, type TroubleKind } from './cell-text.ts';
import { type DayReader, dayReader } from './civil-day.ts';
import { type DayText, exactIso, type NumericLayout, readDayText } from './day-text.ts';
import { type DateOrder, dateOrderOf } from './locale-habits.ts';
import { monthName } from './month-words.ts';
import { formatReader, type Shown } from './number-format.ts';

/** What date cells are read with. `timeZone` is the spreadsheet's: instants (Google's Dates) fall on its days. */
export interface DayContext {
  readonly asOf: CalendarDay;
  readonly locale: string | null;
  readonly dateOrder: DateOrder | null;
  readonly timeZone: string | null;
  readonly date1904: boolean;
}

/** A date column read. */
export interface DayColumn {
  /** {@link NO_DAY} where blank or troubled. */
  readonly days: Int32Array;
  /** In row order; a cell `against-order` keeps its day. */
  readonly troubles: CellTrouble[];
  /** The order undecided texts were read in; null when nothing decides. */
  readonly order: DateOrder | null;
  /** Most filled cells are text, so dates are written there as text. */
  readonly textual: boolean;
  /** How the column's texts look (`dd/mm/yyyy`, `yyyy-mm-dd`, `dd.mm.yy`, `d mmm yyyy`); null without a text, or without an order. */
  readonly textFormat: string | null;
  readonly filled: number;
}

const FIRST_DAY = dayOf(1920, 1, 1) as CalendarDay;

/** The last day a ledger may hold: 50 years after the as-of day. */
function lastDay(asOf: CalendarDay): CalendarDay {
  const { year, month, day } = partsOf(asOf);
  return dayOf(year + 50, month, day) ?? (dayOf(year + 50, month, day - 1) as CalendarDay);
}

/** The day of a spreadsheet's day number, fractions dropped; null for numbers no calendar has (0, and 60: 29 February 1900). */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDay | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole)) return null;
  if (date1904) return whole >= 0 ? ((whole - 24107) as CalendarDay) : null;
  if (whole >= 61) return (whole - 25569) as CalendarDay;
  return whole >= 1 && whole < 60 ? ((whole - 25568) as CalendarDay) : null;
}

/** Reads a number: a day number where the format says date or nothing, `20250910` where it says nothing. Null: no day. */
function dayOfNumber(value: number, shown: Shown, date1904: boolean, last: CalendarDay): CalendarDay | null {
  if (shown !== 'date' && shown !== 'plain') return null;
  let day = dayOfSerial(value, date1904);
  if ((day === null || day > last) && shown === 'plain' && value >= 19000101 && Number.isInteger(value)) {
    day = dayOf(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  }
  return day !== null && day >= FIRST_DAY && day <= last ? day : null;
}

/** A text serial is believed only near the as-of day: `12345` in a column of references is no day of 1933. */
function dayOfTextSerial(serial: number, context: DayContext): CalendarDay | null {
  const day = dayOfSerial(serial, context.date1904);
  return day !== null && day >= addDays(context.asOf, -7305) && day <= addDays(context.asOf, 3653) ? day : null;
}

/** What a true date or any cell that is neither number nor text says: a day, or why none. */
function readOther(cell: boolean | Date | DateCell | ErrorCell, readInstant: DayReader): CalendarDay | TroubleKind {
  if (typeof cell === 'boolean') return 'impossible';
  if (isInstant(cell)) return readInstant(cell) ?? (Number.isNaN(cell.getTime()) ? 'impossible' : 'unreadable');
  if ('error' in cell) return 'cell-error';
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(cell.date)) return 'unreadable';
  return dayFromIso(cell.date.slice(0, 10)) ?? 'impossible';
}

/** Reads one column of dates. Cells are read once; equal texts are understood once. */
export function readDayColumn(sheet: Sheet, rows: RowRange, column: number, context: DayContext): DayColumn {
  const size = Math.max(0, rows.to - rows.from);
  const days = new Int32Array(size).fill(NO_DAY);
  const troubles: CellTrouble[] = [];
  const last = lastDay(context.asOf);
  const readInstant = dayReader(context.timeZone);
  const facts = formatReader(context.locale);
  const hasFormats = sheet.formats !== undefined;
  const localOrder = dateOrderOf(context.locale);
  const yearFirst = context.dateOrder === 'ymd' || (context.dateOrder === null && localOrder === 'ymd');
  const texts = new Map<string, DayText>();
  const undecided: { readonly index: number; readonly found: string; readonly read: DayText }[] = [];
  const evidence = { dmy: 0, mdy: 0 };
  let filled = 0;
  let textCells = 0;
  let serialLike = 0;
  let isoSeen = false;

  const keep = (index: number, day: CalendarDay | TroubleKind, cell: Cell) => {
    if (typeof day === 'string') troubles.push({ index, kind: day, found: displayText(cell) });
    else if (day < FIRST_DAY || day > last) troubles.push({ index, kind: 'impossible', found: displayText(cell) });
    else days[index] = day;
  };

  for (let i = 0; i < size; i++) {
    const row = rows.from + i;
    const cell = sheet.cells[row]?.[column];
    if (cell === null || cell === undefined || cell === '') continue;
    if (typeof cell !== 'string') {
      filled++;
      const isNumber = typeof cell === 'number';
      if (isNumber || (typeof cell === 'object' && 'number' in cell)) {
        const format = isNumber ? (hasFormats ? formatAt(sheet, row, column) : null) : cell.format;
        const day = dayOfNumber(isNumber ? cell : cell.number, facts(format).shown, context.date1904, last);
        if (day !== null) serialLike++;
        keep(i, day ?? 'impossible', cell);
      } else keep(i, readOther(cell, readInstant), cell);
      continue;
    }
    const iso = exactIso(cell);
    if (iso !== null) {
      filled++;
      textCells++;
      isoSeen = true;
      if (iso >= FIRST_DAY && iso <= last) days[i] = iso;
      else keep(i, 'impossible', cell);
      continue;
    }
    let read = texts.get(cell);
    if (read === undefined) {
      read = readDayText(cell, context.asOf, yearFirst);
      texts.set(cell, read);
    }
    if (read.kind === 'blank') continue;
    filled++;
    textCells++;
    if (read.kind === 'day') {
      if (read.shows !== null) evidence[read.shows]++;
      keep(i, read.day, cell);
    } else if (read.kind === 'open' || read.kind === 'serial') {
      if (read.kind === 'serial') serialLike++;
      undecided.push({ index: i, found: cell, read });
    } else troubles.push({ index: i, kind: read.kind, found: displayText(cell) });
  }

  // A column that shows both orders decides nothing.
  const shown = evidence.dmy > 0 === evidence.mdy > 0 ? null : evidence.dmy > 0 ? 'dmy' : 'mdy';
  const orders = [context.dateOrder, shown, localOrder].filter((order): order is DateOrder => order !== null);
  for (const { index, found, read } of undecided) {
    if (read.kind === 'serial')
      keep(index, serialLike === filled ? (dayOfTextSerial(read.serial, context) ?? 'impossible') : 'unreadable', found);
    else if (read.kind === 'open') keep(index, decide(read.days, orders) ?? 'ambiguous', found);
  }
  reportAgainstOrder(
    sheet,
    rows,
    column,
    texts,
    context.dateOrder,
    columnOrder(context.dateOrder, evidence, localOrder),
    evidence,
    troubles,
  );
  if (troubles.length > 1) troubles.sort((a, b) => a.index - b.index);
  const order = orders[0] ?? null;
  const textFormat = textFormatOf(texts, isoSeen, orders, serialLike === filled && !context.date1904);
  return { days, troubles, order, textual: textCells * 2 > filled, textFormat, filled };
}

/** The first of the orders in which the text is a day. */
function decide(days: Readonly<Record<DateOrder, CalendarDay | null>>, orders: readonly DateOrder[]): CalendarDay | null {
  for (const order of orders) if (days[order] !== null) return days[order];
  return null;
}

/** The order sure dates are held against: the declared one; where a column shows both, the locale's, else the majority's (null when tied). */
function columnOrder(declared: DateOrder | null, evidence: { dmy: number; mdy: number }, local: DateOrder | null): DateOrder | null {
  if (declared !== null) return declared;
  if (local === 'dmy' || local === 'mdy') return local;
  return evidence.dmy === evidence.mdy ? null : evidence.dmy > evidence.mdy ? 'dmy' : 'mdy';
}

/**
 * Notices sure dates of the other order: each of them in a column that mixes orders or contradicts the declared one; only the first where the
 * whole column agrees with itself and not with the locale (an American export opened in France). A tie accuses both sides.
 */
function reportAgainstOrder(
  sheet: Sheet,
  rows: RowRange,
  column: number,
  texts: ReadonlyMap<string, DayText>,
  declared: DateOrder | null,
  order: DateOrder | null,
  evidence: { readonly dmy: number; readonly mdy: number },
  troubles: CellTrouble[],
): void {
  if (order === 'ymd' || evidence.dmy + evidence.mdy === 0) return;
  const tied = order === null;
  if (!tied && evidence[order === 'dmy' ? 'mdy' : 'dmy'] === 0) return;
  const impossible = new Set(troubles.map((trouble) => trouble.index));
  const first = declared === null && !tied && evidence[order] === 0;
  for (let row = rows.from; row < rows.to; row++) {
    const cell = sheet.cells[row]?.[column];
    const read = typeof cell === 'string' ? texts.get(cell) : undefined;
    if (read?.kind !== 'day' || read.shows === null || read.shows === order || impossible.has(row - rows.from)) continue;
    troubles.push({ index: row - rows.from, kind: 'against-order', found: displayText(cell) });
    if (first) return;
  }
}

function textFormatOf(
  texts: ReadonlyMap<string, DayText>,
  isoSeen: boolean,
  orders: readonly DateOrder[],
  serials: boolean,
): string | null {
  if (isoSeen) return 'yyyy-mm-dd';
  let layout: NumericLayout | string | null = null;
  let padded = true;
  const order = orders.find((candidate) => candidate !== 'ymd') ?? null;
  for (const read of texts.values()) {
    if (read.kind === 'serial' && serials) return 'serial';
    if (read.kind !== 'day' && read.kind !== 'open') continue;
    layout ??= read.layout;
    if (typeof read.layout !== 'string' && !read.layout.padded) padded = false;
  }
  if (layout === null || typeof layout === 'string') return layout;
  const { separator, year, yearFirst } = layout;
  const day = padded ? 'dd' : 'd';
  const month = padded ? 'mm' : 'm';
  const yearLeads = yearFirst || (year === 'yy' && orders[0] === 'ymd');
  if (yearLeads) return [year, month, day].join(separator);
  return order === null ? null : (order === 'dmy' ? [day, month, year] : [month, day, year]).join(separator);
}

/** A day written like the texts of its column, in the words of `language`; ISO when the column has no format of its own. */
export function formatDayLike(day: CalendarDay, textFormat: string | null, language: string): string {
  if (textFormat === null) return isoOf(day);
  if (textFormat === 'serial') return String(day + 25569);
  const { year, month, day: dayOfMonth } = partsOf(day);
  return textFormat.replace(/yyyy|yy|mmmm|mmm|mm|m|dd|d/g, (part) => {
    if (part[0] === 'y') return String(year).slice(-part.length);
    if (part.length > 2) return monthName(month, language, part === 'mmmm' ? 'long' : 'short');
    return String(part[0] === 'm' ? month : dayOfMonth).padStart(part.length, '0');
  });
}

/** Reads one cell alone (a setting, a payment, a formula's argument); null when blank. No column speaks for it, and `45910` in text is no day. */
export function readDay(
  cell: Cell | undefined,
  context: DayContext,
  format: string | null = null,
): { day: CalendarDay } | { trouble: LoneTrouble } | null {
  if (cell === null || cell === undefined) return null;
  const sheet: Sheet = { name: '', cells: [[typeof cell === 'number' && format !== null ? { number: cell, format } : cell]] };
  const { days, troubles, filled } = readDayColumn(sheet, { from: 0, to: 1 }, 0, context);
  if (filled === 0) return null;
  if (typeof cell === 'string' && readDayText(cell, context.asOf, false).kind === 'serial')
    return { trouble: { kind: 'unreadable', found: cell } };
  const day = days[0] as CalendarDay;
  return day !== NO_DAY ? { day } : { trouble: { kind: troubles[0]?.kind ?? 'unreadable', found: displayText(cell) } };
}
