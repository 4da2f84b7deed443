/**
 * The value of a cell of ours, whatever a host makes of it: the day we wrote as ISO text comes back as a serial, a Date or a date cell, and must be
 * known again; and an old value must be put back as what it was.
 */
import { isoOf } from './calendar.ts';
import { isBlankCell } from './ledger/cell-text.ts';
import { dayReader } from './ledger/civil-day.ts';
import { type DayContext, readDay } from './ledger/day-cells.ts';
import { epochSerial } from './ledger/day-serials.ts';
import { remembered } from './remembered.ts';
import type { Cell, CellLook, ColumnEdits } from './workbook.ts';

/** How a value is compared: equal keys, equal values. Days compare by day in a column of days, whatever their form. */
export function valueKeys({ look }: Pick<ColumnEdits, 'look'>, dayContext: DayContext): (cell: Cell | undefined) => string {
  const keyOf = (cell: Cell): string => {
    if (isBlankCell(cell)) return '';
    const day = look === 'day' && typeof cell !== 'boolean' ? readDay(cell, dayContext) : null;
    if (day !== null && 'day' in day) return `day ${day.day}`;
    if (cell !== null && typeof cell === 'object' && 'number' in cell) return `number ${cell.number}`;
    return typeof cell === 'object' ? JSON.stringify(cell) : `${typeof cell} ${cell}`;
  };
  const known = remembered(keyOf);
  return (cell) => (cell === null || cell === undefined ? '' : typeof cell === 'object' ? keyOf(cell) : known(cell));
}

/**
 * How values are compared where they may stand in columns of any look: a number under a format of days comes back as a day, however far from any ledger's,
 * and a day as a number; so both count as the number they are.
 */
export function serialKeys(dayContext: DayContext): (cell: Cell | undefined) => string {
  const keyOf = valueKeys({ look: 'day' }, dayContext);
  const dayOf = dayReader(dayContext.timeZone);
  const epoch = epochSerial(dayContext.date1904);
  return (cell) => {
    if (typeof cell === 'number') return `serial ${cell}`;
    if (cell instanceof Date) return `serial ${(dayOf(cell) ?? Number.NaN) + epoch}`;
    if (typeof cell === 'object' && cell !== null && 'number' in cell) return `serial ${cell.number}`;
    const key = keyOf(cell);
    return key.startsWith('day ') ? `serial ${Number(key.slice(4)) + epoch}` : key;
  };
}

/** An old value as it can be written again. */
export interface Writable {
  readonly value: string | number | null;
  readonly look: CellLook;
  readonly daysAsText: boolean;
}

/** How to write a cell's value again; null for what no host can be asked to write (TRUE, an error). `format` is the grid's, if any. */
export function writable(
  cell: Cell,
  format: string | null,
  edits: Pick<ColumnEdits, 'look' | 'daysAsText'>,
  dayContext: DayContext,
): Writable | null {
  if (cell === null || cell === '') return { value: null, look: edits.look, daysAsText: edits.daysAsText };
  if (typeof cell === 'string') return { value: cell, look: 'text', daysAsText: false };
  if (typeof cell === 'boolean' || (!(cell instanceof Date) && typeof cell === 'object' && 'error' in cell)) return null;
  const isNumber = typeof cell === 'number' || 'number' in cell;
  const read = edits.look === 'day' || !isNumber ? readDay(cell, dayContext, format) : null;
  if (read !== null && 'day' in read) return { value: isoOf(read.day), look: 'day', daysAsText: false };
  return isNumber
    ? { value: typeof cell === 'number' ? cell : (cell as { number: number }).number, look: 'count', daysAsText: false }
    : null;
}
