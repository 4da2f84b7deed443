/**
 * Formulas that fill more than their own cell, as files keep them: the formula stands in the first cell with the area it fills, the others hold what
 * it came to. Formulas of ours come back alive; all others are left as they are found.
 */
import { type Cell, isFormulaName, namesCalled, type Sheet } from '../../core/index.ts';
import { lettersOf } from './cell-names.ts';

/** What a formula fills, from its own cell on (0-based), with the number format of each cell. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly { readonly value: Cell; readonly format: string | null }[])[];
}

/** `A20:D28`. */
export function areaOfSpill({ row, column, cells }: Spill): string {
  const width = cells[0]?.length ?? 1;
  return `${lettersOf(column)}${row + 1}:${lettersOf(column + width - 1)}${row + cells.length}`;
}

/** What stands for the formula of a cell that another one's formula fills. */
export const filledBy = (area: string): string => `={${area}}`;

/** Whether a formula calls one of ours. */
export function callsOurs(formula: string): boolean {
  return namesCalled(formula).some(isFormulaName);
}

/** A sheet with what its formulas fill standing in the cells, as files have it. */
export function withSpills(sheet: Sheet, spills: readonly Spill[]): Sheet {
  if (spills.length === 0) return sheet;
  const [cells, formats, formulas] = [grown(sheet.cells), grown(sheet.formats), grown(sheet.formulas)];
  const put = <T>(rows: (T | null)[][], row: number, column: number, value: T | null): void => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] as (T | null)[];
    while (line.length < column) line.push(null);
    line[column] = value;
  };
  for (const spill of spills) {
    const area = areaOfSpill(spill);
    spill.cells.forEach((line, r) => {
      line.forEach(({ value, format }, c) => {
        if (r === 0 && c === 0) return;
        put<Cell>(cells, spill.row + r, spill.column + c, value);
        put<string>(formats, spill.row + r, spill.column + c, format);
        put<unknown>(formulas, spill.row + r, spill.column + c, filledBy(area));
      });
    });
  }
  return { ...sheet, cells, formats, formulas };
}

const grown = <T>(rows: readonly (readonly T[])[] | undefined): (T | null)[][] => (rows ?? []).map((row) => [...row]);
