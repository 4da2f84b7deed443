/** The cells of the columns SQL is asked about, one array a column, the first being the row's place in the sheet. Blanks are null, Dates milliseconds. */
import type { Cell, Snapshot } from '../core/workbook.ts';
import { COLUMN, type RowKind } from './rows.ts';

/** In the order of TEXT_COLUMNS and OTHER_COLUMNS. */
const PLACES = [
  COLUMN.number,
  COLUMN.customer,
  COLUMN.status,
  COLUMN.lastAction,
  COLUMN.issuedOn,
  COLUMN.dueOn,
  COLUMN.paidOn,
  COLUMN.amount,
  COLUMN.paidAmount,
];

export type SqlCell = number | string | null;

export function columnsOf(workbook: Snapshot, kind: RowKind): SqlCell[][] {
  const rows = workbook.sheets[0]?.cells ?? [];
  const size = rows.length - 1;
  const places = Array.from({ length: size }, (_, i) => i + 2);
  return [places, ...PLACES.map((place) => columnOf(rows, place, kind, size))];
}

function columnOf(rows: readonly (readonly Cell[])[], place: number, kind: RowKind, size: number): SqlCell[] {
  const column = new Array<SqlCell>(size);
  for (let i = 0; i < size; i++) {
    const cell = (rows[i + 1] as readonly Cell[])[place] as Cell;
    column[i] = cell === '' ? null : kind === 'google' && cell instanceof Date ? cell.getTime() : (cell as SqlCell);
  }
  return column;
}
