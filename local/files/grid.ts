/** A sheet being read: cells come in any order and land at their place; what surrounds them stays blank. */
import type { Cell, Sheet } from '../../core/index.ts';
import { CELL_LIMIT, FileTrouble } from './trouble.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

export class Grid {
  readonly #cells: Cell[][] = [];
  readonly #formats: (string | null)[][] = [];
  readonly #formulas: (string | null)[][] = [];
  #total = 0;
  #hasFormats = false;
  #hasFormulas = false;

  /** Puts a cell at a 0-based place; places beyond the largest sheet there is are ignored. */
  put(row: number, column: number, cell: Cell, format: string | null): void {
    const cells = this.#place(this.#cells, row, column);
    if (cells === null) return;
    cells[column] = cell;
    if (format === null || typeof cell !== 'number') return;
    this.#hasFormats = true;
    filledTo(this.#rowOf(this.#formats, row), column)[column] = format;
  }

  /** Marks a cell as a formula; `formula` starts with `=`. */
  mark(row: number, column: number, formula: string): void {
    if (this.#place(this.#cells, row, column) === null) return;
    this.#hasFormulas = true;
    filledTo(this.#rowOf(this.#formulas, row), column)[column] = formula;
  }

  #rowOf<T>(rows: T[][], row: number): T[] {
    while (rows.length <= row) rows.push([]);
    return rows[row];
  }

  #place(rows: Cell[][], row: number, column: number): Cell[] | null {
    if (!(row >= 0 && row < LAST_ROW && column >= 0 && column < LAST_COLUMN)) return null;
    const cells = this.#rowOf(rows, row);
    this.#total += Math.max(0, column + 1 - cells.length);
    if (this.#total > CELL_LIMIT) throw new FileTrouble('too-big');
    return filledTo(cells, column);
  }

  /** The sheet; formats and formulas only where there are any, rows without them empty. */
  sheet(name: string): Sheet {
    const size = this.#cells.length;
    const shaped = (rows: (string | null)[][]) => Array.from({ length: size }, (_, row) => rows[row] ?? []);
    return {
      name,
      cells: this.#cells,
      ...(this.#hasFormats ? { formats: shaped(this.#formats) } : {}),
      ...(this.#hasFormulas ? { formulas: shaped(this.#formulas) } : {}),
    };
  }
}

function filledTo<T>(row: (T | null)[], column: number): (T | null)[] {
  while (row.length <= column) row.push(null);
  return row;
}
