/**
 * The invoice sheet as its user has it before them, in whichever program: cells are typed in, rows and columns move whole. The same hands work in all
 * hosts, and in a sheet nobody else writes in, which tells afterwards what was the user's.
 */
import type { Cell } from '../../core/index.ts';
import type { ExcelSheet } from '../hosts/excel/index.ts';
import { plain } from '../hosts/plain.ts';
import type { SheetData } from '../hosts/sheets/index.ts';

export type Plain = string | number | boolean | null;

/** Rows and columns from 0. */
export interface WorkedSheet {
  /** What stands there: days as day numbers, blanks null. */
  cells(): readonly (readonly Plain[])[];
  put(row: number, column: number, value: string | number): void;
  insertRow(at: number): void;
  deleteRow(at: number): void;
  /** The rows from `first` on, in this order (by their places from 0). */
  orderRows(first: number, order: readonly number[]): void;
  insertColumn(at: number): void;
  moveColumn(from: number, to: number): void;
}

/** A list of rows of things: memory, or the sheet of a double. */
export function listSheet<T>(rows: T[][], blank: T, made: (value: string | number, old: T) => T, shown: () => Plain[][]): WorkedSheet {
  const line = (row: number): T[] => {
    while (rows.length <= row) rows.push([]);
    rows[row] ??= [];
    return rows[row] as T[];
  };
  const widen = (cells: T[], to: number): void => {
    for (let column = cells.length; column < to; column++) cells.push(blank);
    for (let column = 0; column < cells.length; column++) cells[column] ??= blank;
  };
  return {
    cells: shown,
    put: (row, column, value) => {
      const cells = line(row);
      widen(cells, column + 1);
      cells[column] = made(value, cells[column] as T);
    },
    insertRow: (at) => {
      line(at - 1);
      rows.splice(at, 0, []);
    },
    deleteRow: (at) => void rows.splice(at, 1),
    orderRows: (first, order) => {
      line(first + order.length - 1);
      const moved = order.map((from) => rows[first + from] as T[]);
      rows.splice(first, moved.length, ...moved);
    },
    insertColumn: (at) => {
      for (let row = 0; row < rows.length; row++) {
        const cells = line(row);
        if (cells.length > at) cells.splice(at, 0, blank);
      }
    },
    moveColumn: (from, to) => {
      for (let row = 0; row < rows.length; row++) {
        const cells = line(row);
        if (cells.length <= from && cells.length <= to) continue;
        widen(cells, Math.max(from, to) + 1);
        cells.splice(to, 0, ...cells.splice(from, 1));
      }
    },
  };
}

/** Cells as the core knows them. */
export const cellSheet = (cells: Cell[][]): WorkedSheet =>
  listSheet<Cell>(
    cells,
    null,
    (value) => value,
    () => plain(cells),
  );

export function googleSheet(sheet: SheetData): WorkedSheet {
  const shown = () =>
    plain(
      Array.from({ length: sheet.lastRow }, (_, r) => Array.from({ length: sheet.lastColumn }, (_, c) => sheet.at(r + 1, c + 1).value)),
    );
  const list = listSheet(
    sheet.rows,
    { value: null, formula: null, format: null },
    (value, old) => ({ value, formula: null, format: typeof value === 'string' ? null : (old?.format ?? null) }),
    shown,
  );
  return {
    ...list,
    put: (row, column, value) => {
      sheet.grow(Math.max(0, row + 1 - sheet.maxRows), Math.max(0, column + 1 - sheet.maxColumns));
      list.put(row, column, value);
    },
    insertRow: (at) => {
      list.insertRow(at);
      sheet.grow(1, 0);
    },
    deleteRow: (at) => {
      list.deleteRow(at);
      sheet.grow(-1, 0);
    },
    insertColumn: (at) => {
      list.insertColumn(at);
      sheet.grow(0, 1);
    },
  };
}

export const excelSheet = (sheet: ExcelSheet): WorkedSheet => ({
  cells: () => {
    const used = sheet.used(true);
    if (!used) return [];
    const shown = (value: ReturnType<ExcelSheet['valueAt']>): Cell => value;
    return plain(
      Array.from({ length: used.row + used.rows }, (_, r) =>
        Array.from({ length: used.column + used.columns }, (_, c) => shown(sheet.valueAt(r, c))),
      ),
    );
  },
  put: (row, column, value) => sheet.put(row, column, value),
  insertRow: (at) => sheet.insertRow(at + 1),
  deleteRow: (at) => sheet.deleteRow(at + 1),
  orderRows: (first, order) => sheet.orderRows(first + 1, order),
  insertColumn: (at) => sheet.insertColumn(at),
  moveColumn: (from, to) => sheet.moveColumn(from, to),
});
