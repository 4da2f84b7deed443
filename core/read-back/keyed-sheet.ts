/** The rows of a sheet as they are found again: by a fingerprint of what the user typed in them. */
import { fingerprintOf } from '../row-key.ts';
import type { Cell, Sheet } from '../workbook.ts';

/** A sheet with its rows (1-based) by key; rows that nothing tells apart share one. */
export interface KeyedSheet {
  readonly sheet: Sheet;
  /** From 1; `keys[0]` is of no row. */
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

export function keyed(sheet: Sheet, inputs: readonly number[]): KeyedSheet {
  const keys = [''];
  const rows = new Map<string, number[]>();
  for (const [at, cells] of sheet.cells.entries()) {
    const key = fingerprintOf(cells, inputs);
    keys.push(key);
    const list = rows.get(key);
    if (list) list.push(at + 1);
    else rows.set(key, [at + 1]);
  }
  return { sheet, keys, rows };
}

export const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.cells[row - 1]?.[column] ?? null;

export function isFormula(sheet: Sheet, row: number, column: number): boolean {
  const formula = sheet.formulas?.[row - 1]?.[column];
  return typeof formula === 'string' && formula.startsWith('=');
}
