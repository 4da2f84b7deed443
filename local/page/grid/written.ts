/**
 * A ChangeSet as cells of the grid: dates that look like the sheet's due dates, whole numbers, statuses in their colours, and text that stays text
 * even when a customer is called `=HYPERLINK(...)`.
 */
import type { ICellData, IStyleData } from '@univerjs/core';
import type { CellFix, ChangeSet, ColumnEdits } from '../../../core/index.ts';
import { HEADING, NUMBER, PLAIN_TEXT, TEXT } from './book-of.ts';
import { type Order, PLAIN_DATE, remembered, serialOf, showsDay, toGrid } from './formats.ts';
import { statusColours } from './looks.ts';

/** Cells by 0-based row and column. */
export type Cells = Record<number, Record<number, ICellData>>;

const BLANK: ICellData = { v: null, t: null, p: null, f: null, si: null };
const UNFORMATTED: IStyleData = { n: null };
const NO_COLOUR: IStyleData = { bg: null, cl: null };

/** The cells of the owned columns. `patternAt` answers the number format of a cell (0-based place), null when it has none. */
export function writtenCells(changes: ChangeSet, order: Order, patternAt: (row: number, column: number) => string | null): Cells {
  const cells: Cells = {};
  const put = (row: number, column: number, data: ICellData) => {
    const line = cells[row - 1] ?? {};
    line[column] = data;
    cells[row - 1] = line;
  };
  const dueFormat = (row: number): string | null => {
    const pattern = changes.dueColumn === null ? null : patternAt(row - 1, changes.dueColumn);
    return pattern !== null && showsDay(pattern) ? pattern : null;
  };
  for (const edits of changes.columns) {
    if (edits.newHeader !== null) put(changes.headerRow, edits.column, { ...textCell(edits.newHeader), s: HEADING });
    const isDay = edits.look === 'day' && !edits.daysAsText;
    const usual = (isDay ? edits.rows.map(dueFormat).find((format) => format !== null) : null) ?? PLAIN_DATE[order];
    const dayFormat = (row: number): string => {
      const own = patternAt(row - 1, edits.column);
      return own !== null && showsDay(own) ? own : (dueFormat(row) ?? usual);
    };
    edits.rows.forEach((row, i) => {
      put(row, edits.column, written(edits, edits.after[i] ?? null, isDay ? dayFormat(row) : null));
    });
  }
  return cells;
}

function written(edits: ColumnEdits, value: string | number | null, dayFormat: string | null): ICellData {
  const style = edits.role === 'status' ? colouring(value) : null;
  if (value === null || value === '') return style ? { ...BLANK, s: style } : BLANK;
  if (typeof value === 'number') return { v: value, t: NUMBER, p: null, f: null, s: shownBy('0') };
  const serial = dayFormat === null ? null : serialOf(value);
  if (serial !== null && dayFormat !== null) return { v: serial, t: NUMBER, p: null, f: null, s: shownBy(dayFormat) };
  return style ? { ...textCell(value), s: style } : textCell(value);
}

/** Cells of the user's put right, or put back: a day under the format of its column, text under the one it had. */
export function fixedCells(fixes: readonly CellFix[], order: Order, patternAt: (row: number, column: number) => string | null): Cells {
  const cells: Cells = {};
  for (const { row, column, after } of fixes) {
    const own = patternAt(row - 1, column);
    const given = after.format === null ? null : toGrid(after.format, order);
    const dayFormat = own !== null && showsDay(own) ? own : (given ?? PLAIN_DATE[order]);
    const data = fixedCell(after, dayFormat, given === null ? UNFORMATTED : shownBy(given));
    if (data !== null) cells[row - 1] = { ...cells[row - 1], [column]: data };
  }
  return cells;
}

/** Null for a day the grid cannot count. */
function fixedCell(after: CellFix['after'], dayFormat: string, look: IStyleData): ICellData | null {
  if ('text' in after) return { ...(after.text === '' ? BLANK : textCell(after.text)), s: look };
  if ('number' in after) return { v: after.number, t: NUMBER, p: null, f: null, s: look };
  const serial = serialOf(after.day);
  return serial === null ? null : { v: serial, t: NUMBER, p: null, f: null, s: shownBy(dayFormat) };
}

// One style of each kind for all cells: where sixty thousand are written, a style is known by its identity.
const colouring = remembered((label: string | number | null): IStyleData => {
  const colours = statusColours(label);
  return colours === null ? NO_COLOUR : { bg: { rgb: colours.background }, cl: { rgb: colours.text } };
});
const shownBy = remembered((pattern: string): IStyleData => ({ n: { pattern } }));

/** What the grid would take for something else than text, were it typed. */
const MISTAKEN = /^[=']|^[-+\d.,\s/:%€$£]+$|^(?:true|false)$/i;

/** Text, whatever it looks like. */
export function textCell(value: string): ICellData {
  return { v: value, t: MISTAKEN.test(value) ? PLAIN_TEXT : TEXT, p: null, f: null };
}
