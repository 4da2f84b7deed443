/**
 * A column of date cells becomes a column of days: the only place that wonders whether 03/04 is March or April. An invoice chased a month too
 * early costs a customer, so what stays open after the declared order, the column's own evidence and the locale is reported, never guessed.
 */
import { type CalendarDay, dayFromIso, NO_DAY } from '../calendar.ts';
import type { Cell, DateCell, ErrorCell, Sheet } from '../workbook.ts';
import {
  type CellTrouble,
  displayText,
  formatAt,
  isInstant,
  type LoneTrouble,
  quotedAt,
  type RowRange,
  type TroubleKind,
} from './cell-text.ts';
import { dayReader } from './civil-day.ts';
import { textFormatOf } from './day-forms.ts';
import { accusedOrders, dayInOrder, type OrderEvidence, ordersToTry } from './day-orders.ts';
import { dayOfNumber, dayOfTextSerial, FIRST_DAY, lastDay } from './day-serials.ts';
import { type DayText, exactIso, readDayText } from './day-text.ts';
import { type DateOrder, dateOrderOf } from './locale-habits.ts';
import { formatReader } from './number-format.ts';

export { formatDayLike } from './day-forms.ts';

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

/** What any cell that is neither instant, number nor text says: a day, or why none. */
function readOther(cell: boolean | DateCell | ErrorCell): CalendarDay | TroubleKind {
  if (typeof cell === 'boolean') return 'impossible';
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
  const undecided: { readonly index: number; readonly read: DayText }[] = [];
  const evidence: OrderEvidence = { dmy: 0, mdy: 0 };
  let filled = 0;
  let textCells = 0;
  let serialLike = 0;
  let isoSeen = false;

  const keep = (index: number, read: CalendarDay | TroubleKind) => {
    const kind = typeof read === 'string' ? read : read < FIRST_DAY || read > last ? 'impossible' : null;
    if (kind === null) days[index] = read as CalendarDay;
    else troubles.push({ index, kind, found: quotedAt(sheet, rows.from + index, column) });
  };

  for (let i = 0; i < size; i++) {
    const row = rows.from + i;
    const cell = sheet.cells[row]?.[column];
    if (cell === null || cell === undefined || cell === '') continue;
    if (typeof cell !== 'string') {
      filled++;
      if (typeof cell === 'object' && isInstant(cell)) {
        const day = readInstant(cell);
        if (day !== null && day >= FIRST_DAY && day <= last) days[i] = day;
        else keep(i, day ?? (Number.isNaN(cell.getTime()) ? 'impossible' : 'unreadable'));
        continue;
      }
      const isNumber = typeof cell === 'number';
      if (isNumber || (typeof cell === 'object' && 'number' in cell)) {
        const format = isNumber ? (hasFormats ? formatAt(sheet, row, column) : null) : cell.format;
        const day = dayOfNumber(isNumber ? cell : cell.number, facts(format).shown, context.date1904, last);
        if (day !== null) serialLike++;
        keep(i, day ?? 'impossible');
      } else keep(i, readOther(cell));
      continue;
    }
    const iso = exactIso(cell);
    if (iso !== null) {
      filled++;
      textCells++;
      isoSeen = true;
      if (iso >= FIRST_DAY && iso <= last) days[i] = iso;
      else keep(i, 'impossible');
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
      keep(i, read.day);
    } else if (read.kind === 'open' || read.kind === 'serial') {
      if (read.kind === 'serial') serialLike++;
      undecided.push({ index: i, read });
    } else keep(i, read.kind);
  }

  const orders = ordersToTry(context.dateOrder, evidence, localOrder);
  const allSerials = serialLike === filled;
  for (const { index, read } of undecided) {
    if (read.kind === 'serial')
      keep(index, allSerials ? (dayOfTextSerial(read.serial, context.asOf, context.date1904) ?? 'impossible') : 'unreadable');
    else if (read.kind === 'open') keep(index, dayInOrder(read.days, orders) ?? 'ambiguous');
  }
  const accused = accusedOrders(context.dateOrder, evidence, localOrder);
  for (let i = 0; i < size && accused.orders.length > 0; i++) {
    const cell = sheet.cells[rows.from + i]?.[column];
    const read = typeof cell === 'string' ? texts.get(cell) : undefined;
    if (read?.kind !== 'day' || read.shows === null || !accused.orders.includes(read.shows) || days[i] === NO_DAY) continue;
    troubles.push({ index: i, kind: 'against-order', found: quotedAt(sheet, rows.from + i, column) });
    if (accused.onlyFirst) break;
  }
  if (troubles.length > 1) troubles.sort((a, b) => a.index - b.index);
  const textFormat = isoSeen ? 'yyyy-mm-dd' : textFormatOf(texts.values(), orders, allSerials && !context.date1904);
  return { days, troubles, order: orders[0] ?? null, textual: textCells * 2 > filled, textFormat, filled };
}

/** Reads one cell alone (a setting, a payment, a formula's argument); null when blank. No column speaks for it, and `45910` in text is no day. */
export function readDay(
  cell: Cell | undefined,
  context: DayContext,
  format: string | null = null,
): { day: CalendarDay } | { trouble: LoneTrouble } | null {
  if (cell === null || cell === undefined) return null;
  const sheet: Sheet = { name: '', cells: [[cell]], formats: [[format]] };
  const { days, troubles, filled } = readDayColumn(sheet, { from: 0, to: 1 }, 0, context);
  if (filled === 0) return null;
  if (typeof cell === 'string' && readDayText(cell, context.asOf, false).kind === 'serial')
    return { trouble: { kind: 'unreadable', found: cell } };
  const day = days[0] as CalendarDay;
  return day !== NO_DAY ? { day } : { trouble: { kind: troubles[0]?.kind ?? 'unreadable', found: displayText(cell, format) } };
}
