/**
 * The cells of sheets as they come from Excel, in as many parts as their weight asks for. A sheet whose rows move while it is read in parts is noticed:
 * rows would be read twice or never, and a credit note that was never read is a customer asked for too much.
 */
import type { Cell, Sheet } from '../core/index.ts';
import type { KnownSheet, Place } from './known.ts';
import type { Naming } from './naming.ts';
import { bytesOf, isTooBig, PART_BYTES } from './payload.ts';

const GRIDS = 'values,formulas,numberFormat';
/** Rows of the parts read before that are looked at again with each further part. */
const WITNESSES = 8;

const ERRORS = new Set(
  '#N/A #VALUE! #REF! #DIV/0! #NUM! #NAME? #NULL! #SPILL! #CALC! #FIELD! #GETTING_DATA #BUSY! #CONNECT! #BLOCKED! #UNKNOWN! #EXTERNAL! #PYTHON! #TIMEOUT!'.split(
    ' ',
  ),
);

/** Rows moved while a sheet was read in parts. */
export class Torn extends Error {}

/** A first look at a sheet, before any answer came. */
export interface Look {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly protection: Excel.WorksheetProtection | null;
  readonly isFine: boolean;
  glimpse: { readonly place: Place; readonly range: Excel.Range } | null;
}

/** Untracked: their answers are read at once, so Excel need not keep them, nor be told afterwards to forget them. */
export const cellsOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Place): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns).untrack().load(GRIDS);

/** A sheet being filled, from A1 to the end of its used range. */
export interface Filling {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly cells: Cell[][];
  readonly formats: (string | null)[][];
  readonly formulas: unknown[][];
  readonly used: Place | null;
  readonly firstColumn: number;
  readonly columns: number;
  readonly endRow: number;
  readonly isProtected: boolean;
  readonly hidesRows: boolean;
  /** Some cells are filled by a formula that stands in another. */
  readonly hasSpills: boolean;
  nextRow: number;
  bytesPerRow: number;
  hasFormulas: boolean;
}

export function blankSheet(name: string, { sheet, used, protection, isFine, glimpse }: Look): Filling {
  const place = used.isNullObject ? null : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  const { row, column, rows, columns } = place ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const endRow = row + rows;
  const filling: Filling = {
    name,
    sheet,
    cells: Array.from({ length: endRow }, () => []),
    formats: Array.from({ length: endRow }, () => []),
    formulas: Array.from({ length: endRow }, () => []),
    used: place,
    firstColumn: column,
    columns,
    endRow,
    isProtected: protection !== null && !protection.isNullObject && protection.protected,
    hidesRows: place !== null && used.rowHidden !== false,
    hasSpills: isFine && place !== null && used.hasSpill !== false,
    nextRow: row,
    bytesPerRow: columns * 45,
    hasFormulas: false,
  };
  if (glimpse === null || place === null) return filling;
  const { place: seen, range } = glimpse;
  const holdsColumns = seen.column <= column && column + columns <= seen.column + seen.columns;
  const end = Math.min(seen.row + seen.rows, endRow);
  if (holdsColumns && seen.row <= row && end > row) put(filling, range, seen.row, end - seen.row, seen.column);
  return filling;
}

export const sheetOf = ({ name, cells, formats, formulas, hasFormulas }: Filling): Sheet => ({
  name,
  cells,
  formats,
  ...(hasFormulas ? { formulas } : {}),
});

export const knownSheet = ({ used, formats, bytesPerRow, isProtected, hidesRows }: Filling): KnownSheet => ({
  formats,
  used,
  bytesPerRow: Math.max(1, bytesPerRow),
  isProtected,
  hidesRows,
});

export async function readSheets(context: Excel.RequestContext, sheets: readonly Filling[], naming: Naming | null): Promise<void> {
  let budget = PART_BYTES;
  for (;;) {
    const witnesses = sheets.flatMap(witnessesOf);
    const parts = nextParts(sheets, budget);
    if (parts.length === 0) break;
    if (naming?.state === 'due') naming.ask();
    try {
      await context.sync();
    } catch (error) {
      // A file that cannot be named is read all the same.
      if (naming?.state === 'asked') {
        naming.state = 'refused';
        continue;
      }
      // The rows turned out heavier than those above them.
      if (!isTooBig(error) || budget < 10_000) throw error;
      budget /= 4;
      continue;
    }
    if (naming?.state === 'asked') naming.state = 'given';
    if (!witnesses.every(stands)) throw new Torn();
    for (const { of, range, row, rows } of parts) put(of, range, row, rows, of.firstColumn);
    budget = PART_BYTES;
  }
}

interface Part {
  readonly of: Filling;
  readonly range: Excel.Range;
  readonly row: number;
  readonly rows: number;
}

/** Asks for as many of the rows still missing as fit in one answer. */
function nextParts(sheets: readonly Filling[], budget: number): Part[] {
  const parts: Part[] = [];
  let left = budget;
  for (const of of sheets) {
    const missing = of.endRow - of.nextRow;
    if (missing <= 0) continue;
    const fitting = Math.floor(left / of.bytesPerRow);
    if (fitting < 1 && parts.length > 0) break;
    const rows = Math.min(missing, Math.max(1, fitting));
    const place = { row: of.nextRow, column: of.firstColumn, rows, columns: of.columns };
    parts.push({ of, range: cellsOf(of.sheet, place), row: of.nextRow, rows });
    left -= rows * of.bytesPerRow;
  }
  return parts;
}

interface Witness {
  readonly of: Filling;
  readonly row: number;
  readonly range: Excel.Range;
}

/**
 * Rows of a sheet that is not read to its end, looked at again with the next part: inserted, deleted or sorted rows would be read twice or never, and a
 * credit note that was never read is a customer asked for too much.
 */
function witnessesOf(of: Filling): Witness[] {
  const first = of.used?.row ?? 0;
  const last = of.nextRow - 1;
  if (last < first || of.nextRow >= of.endRow) return [];
  const rows = new Set(Array.from({ length: WITNESSES }, (_, i) => Math.round(first + ((last - first) * i) / (WITNESSES - 1))));
  return [...rows].map((row) => ({
    of,
    row,
    range: of.sheet.getRangeByIndexes(row, of.firstColumn, 1, of.columns).untrack().load('formulas'),
  }));
}

/** What is typed in the row is what was read there. What formulas come to may change meanwhile. */
function stands({ of, row, range }: Witness): boolean {
  const cells = of.cells[row] as Cell[];
  return (range.formulas[0] as unknown[]).every((formula, i) => {
    const column = of.firstColumn + i;
    if (of.formulas[row]?.[column] !== undefined) return true;
    const now = cellOf(formula);
    const before = cells[column] ?? null;
    return now === before || (isError(now) && isError(before));
  });
}

const isError = (cell: Cell): boolean => typeof cell === 'object' && cell !== null && 'error' in cell;

/** Puts the rows of an answer where they stand in the sheet, and learns from them how heavy the next ones will be. */
function put(of: Filling, range: Excel.Range, row: number, rows: number, fromColumn: number): void {
  const { values, formulas, numberFormat } = range;
  const endColumn = of.firstColumn + of.columns;
  let bytes = 0;
  for (let r = 0; r < rows; r++) {
    const cells = of.cells[row + r] as Cell[];
    const formats = of.formats[row + r] as (string | null)[];
    const answered = values[r] as unknown[];
    const written = formulas[r] as unknown[];
    const looks = numberFormat[r] as string[];
    for (let c = 0; c < endColumn; c++) {
      const i = c - fromColumn;
      if (i < 0) {
        cells.push(null);
        formats.push(null);
        continue;
      }
      const value = answered[i];
      const formula = written[i];
      const format = looks[i] as string;
      cells.push(cellOf(value));
      formats.push(format === 'General' ? null : shared(format));
      // Text that merely looks like a formula comes back as itself in both grids.
      if (typeof formula === 'string' && formula.charCodeAt(0) === 61 && formula !== value) {
        (of.formulas[row + r] as unknown[])[c] = formula;
        of.hasFormulas = true;
      }
      bytes += bytesOf(value) + bytesOf(formula) + bytesOf(format);
    }
  }
  of.nextRow = row + rows;
  if (rows > 0) of.bytesPerRow = Math.max(of.columns, (bytes / rows) * 1.1);
}

/** Excel answers '' for a blank and an error by its text. */
function cellOf(value: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'string') return value.charCodeAt(0) === 35 && ERRORS.has(value) ? { error: value } : value;
  return value as number | boolean;
}

/** One text per format instead of one per cell. */
const knownFormats = new Map<string, string>();
function shared(format: string): string {
  const known = knownFormats.get(format);
  if (known !== undefined) return known;
  if (knownFormats.size < 1_000) knownFormats.set(format, format);
  return format;
}
