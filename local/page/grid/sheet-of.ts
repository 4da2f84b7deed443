/**
 * The grid read back: what stands in its cells now, as the engine reads any host. A cell nobody touched comes back as the file had it.
 */
import type { ICellData, IStyleData } from '@univerjs/core';
import type { Cell, Sheet } from '../../../core/index.ts';
import { type Besides, BOOLEAN } from './book-of.ts';
import { fromGrid } from './formats.ts';

type Rows = { readonly [row: number]: { readonly [column: number]: unknown } | undefined };

export interface ReadCell {
  readonly value: Cell;
  readonly format: string | null;
  readonly formula: string | null;
}

/** What stands in one cell. `styleOf` answers the style behind an id. */
export function readCell(data: ICellData, styleOf: (style: ICellData['s']) => IStyleData | null): ReadCell {
  const besides = data.custom as Besides | undefined;
  const kept = besides !== undefined && besides.value === data.v && !data.f ? besides : undefined;
  const formula = data.f ?? kept?.formula ?? null;
  const value = cellValue(data, kept, formula !== null);
  const pattern = typeof value === 'number' ? styleOf(data.s)?.n?.pattern : undefined;
  return { value, format: pattern === undefined || pattern === 'General' ? null : fromGrid(pattern), formula };
}

function cellValue(data: ICellData, kept: Besides | undefined, isFormula: boolean): Cell {
  const { v, t, p } = data;
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n') || null;
  if (v === null || v === undefined || v === '') return null;
  if (t === BOOLEAN || typeof v === 'boolean') return v === true || v === 1 || String(v).toUpperCase() === 'TRUE';
  if (typeof v === 'string') return kept?.error || (isFormula && /^#[A-Z0-9/]+[!?]?$/.test(v)) ? { error: v } : v;
  return Number.isFinite(v) ? v : { error: '#NUM!' };
}

/** A whole sheet from its cells, `height` rows and `width` columns at most; trailing blank cells and rows are left out. */
export function sheetOf(
  name: string,
  rows: Rows,
  { height, width }: { readonly height: number; readonly width: number },
  styleOf: (style: ICellData['s']) => IStyleData | null,
): Sheet {
  const cells: Cell[][] = [];
  const formats: (string | null)[][] = [];
  const formulas: (string | null)[][] = [];
  let anyFormat = false;
  let anyFormula = false;
  let last = 0;
  for (let r = 0; r < height; r++) {
    const row = rows[r];
    const line: Cell[] = [];
    const formatLine: (string | null)[] = [];
    const formulaLine: (string | null)[] = [];
    for (let column = 0; row !== undefined && column < width; column++) {
      const data = row[column] as ICellData | null | undefined;
      if (!data) continue;
      const { value, format, formula } = readCell(data, styleOf);
      if (value === null && formula === null) continue;
      place(line, column, value);
      last = r + 1;
      if (format !== null) {
        place(formatLine, column, format);
        anyFormat = true;
      }
      if (formula !== null) {
        place(formulaLine, column, formula);
        anyFormula = true;
      }
    }
    cells.push(line);
    formats.push(formatLine);
    formulas.push(formulaLine);
  }
  cells.length = formats.length = formulas.length = last;
  return { name, cells, ...(anyFormat ? { formats } : {}), ...(anyFormula ? { formulas } : {}) };
}

function place<T>(line: (T | null)[], column: number, value: T): void {
  while (line.length < column) line.push(null);
  line[column] = value;
}
