/**
 * Writes what a command decided into the Excel workbook: the cells of our own columns that change, new rows of our own tabs, the dashboard and the
 * cells a user said are to be put right; nothing else. What must be known of a sheet (is it protected, filtered; how do its dates look) is known from
 * reading it, so that writing takes one sync, with events off so that nobody's listeners answer half a refresh. Nothing here knows an invoice.
 */
import type { ChangeSet, ColumnEdits, TabAppend } from '../core/index.ts';
import { boardWrites, lookAtBoard } from './board.ts';
import { dueFormat } from './due-dates.ts';
import { fixWrites, lookAtFixes } from './fixes.ts';
import { type KnownSheet, KnownWorkbook } from './known.ts';
import { bytesOf } from './payload.ts';
import { readWorkbook } from './read.ts';
import { ExcelTrouble } from './trouble.ts';
import { asText, looksLikeDate, serialOf, type Wire } from './wire.ts';
import { type AppendWrite, type RangeWrite, send } from './writes.ts';

/** Rows between two changed cells of a column that cost less as "leave alone" than a second range would. */
const BRIDGED_ROWS = 40;
/** A range is cut here, so that requests can be cut between ranges. */
const RANGE_BYTES = 500_000;
/** The client cuts larger ranges into parts of its own, which would lose the place Excel found for rows added below. */
const CELLS_BELOW = 1_400;

/**
 * Writes `changes`; dates become serials of the workbook's own system. `known` is what the last reading left. Throws an {@link ExcelTrouble} before
 * anything is written when a sheet to write in is protected.
 */
export async function applyChanges(context: Excel.RequestContext, changes: ChangeSet, known = new KnownWorkbook()): Promise<void> {
  const columns = changes.sheet === null ? [] : changes.columns.filter(({ rows, newHeader }) => rows.length > 0 || newHeader !== null);
  const appends = changes.appends.filter(({ rows, create }) => rows.length > 0 || create);
  const { board, fixes = [] } = changes;
  const touched = new Set([
    ...(columns.length > 0 ? [changes.sheet as string] : []),
    ...appends.map(({ tab }) => known.nameOf(tab) ?? tab),
    ...(board === undefined ? [] : [board.tab]),
    ...fixes.map(({ sheet }) => sheet),
  ]);
  if (touched.size === 0) return;
  if (isUnknown(touched, known)) await readWorkbook(context, (name) => touched.has(name), known);
  for (const name of touched) mayBeWritten(name, known);
  const place = board === undefined ? null : lookAtBoard(context, board, known);
  const mended = lookAtFixes(context, fixes);
  if (mended.length > 0 || (place !== null && place.range !== null)) await context.sync();
  const date1904 = known.date1904 ?? false;
  if (place?.tab === undefined && board !== undefined) known.made(board.tab);
  const writes = [
    ...columnWrites(context, changes, columns, known, date1904),
    ...appendWrites(context, appends, known),
    ...(place ? boardWrites(context, place, date1904) : []),
    ...fixWrites(mended, date1904),
  ];
  if (writes.length === 0) return;
  try {
    await send(context, writes, known);
  } catch (error) {
    // How much of it was done, nobody says.
    known.forget();
    throw error;
  }
}

/** Some of the sheets were not read yet. A tab that is not there is to be made. */
const isUnknown = (names: ReadonlySet<string>, known: KnownWorkbook): boolean =>
  known.names === null || known.date1904 === null || known.names.some((name) => names.has(name) && !known.sheets.has(name));

/** Throws when the sheet was protected as it was last read. */
export function mayBeWritten(name: string, known: KnownWorkbook): void {
  if (known.sheets.get(name)?.isProtected) throw new ExcelTrouble('protected-sheet', name);
}

// ── Our columns ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A cell of a column to be written; `format` only where its own would not do. */
interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: Wire;
  readonly format: string | null;
}

function columnWrites(
  context: Excel.RequestContext,
  changes: ChangeSet,
  columns: readonly ColumnEdits[],
  known: KnownWorkbook,
  date1904: boolean,
): RangeWrite[] {
  if (columns.length === 0) return [];
  const name = changes.sheet as string;
  const sheet = known.sheets.get(name);
  const there = context.workbook.worksheets.getItem(name);
  const dateFormat = dueFormat(sheet, changes.headerRow, changes.dueColumn);
  const cells = columns.map((edits) => cellsOf(edits, changes.headerRow, dateFormat, sheet, date1904));
  known.grew(
    name,
    Math.max(changes.headerRow, ...columns.map(({ rows }) => rows.at(-1) ?? 0)),
    Math.max(...columns.map(({ column }) => column)) + 1,
  );
  // In a filtered range Excel fills the visible rows only, each with the first values: there, one row at a time.
  const runs = sheet?.hidesRows ? acrossRows(cells.flat()) : cells.flatMap((column) => downColumn(column, changes.headerRow));
  return runs.map((run) => ({ sheet: () => there, ...run }));
}

function cellsOf(edits: ColumnEdits, headerRow: number, dateFormat: string, sheet: KnownSheet | undefined, date1904: boolean): CellWrite[] {
  const { column, newHeader } = edits;
  const formatFor = (row: number, value: Wire): string | null => {
    if (typeof value !== 'number') return null;
    // Null: General. Undefined: beyond what was read, where somebody may have formatted blank cells.
    const current = sheet?.formats[row - 1]?.[column];
    if (edits.look === 'day') return looksLikeDate(current ?? '') ? null : dateFormat;
    return current === undefined || current === '@' || looksLikeDate(current ?? '') ? 'General' : null;
  };
  const cells = edits.rows.map((row, i): CellWrite => {
    const value = wireOf(edits.after[i] ?? null, edits, date1904);
    return { row, column, value, format: formatFor(row, value) };
  });
  return newHeader === null ? cells : [{ row: headerRow, column, value: asText(newHeader), format: null }, ...cells];
}

function wireOf(value: string | number | null, { look, daysAsText }: ColumnEdits, date1904: boolean): Wire {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return value;
  return (look === 'day' && !daysAsText ? serialOf(value, date1904) : null) ?? asText(value);
}

type Run = Pick<RangeWrite, 'row' | 'column' | 'what' | 'grid'>;

/**
 * The cells of one column as ranges, formats first, for a text cell would keep a number as text; short gaps are crossed with "leave alone". The header is
 * written by itself: should rows be filtered this very moment, what Excel misplaces are values, which are known for what they are when read back.
 */
function downColumn(cells: readonly CellWrite[], headerRow: number): Run[] {
  const formatted = cells.filter(({ format }) => format !== null);
  const [header, values] = [cells.filter(({ row }) => row === headerRow), cells.filter(({ row }) => row !== headerRow)];
  const value = (cell: CellWrite) => cell.value;
  return [
    ...bridged(formatted, 'numberFormat', ({ format }) => format),
    ...bridged(header, 'values', value),
    ...bridged(values, 'values', value),
  ];
}

function bridged(cells: readonly CellWrite[], what: Run['what'], wire: (cell: CellWrite) => Wire): Run[] {
  const runs: Run[] = [];
  let bytes = 0;
  for (const cell of cells) {
    const { row, column } = cell;
    let run = runs.at(-1);
    const gap = run ? row - run.row - run.grid.length : 0;
    if (!run || gap >= BRIDGED_ROWS || bytes > RANGE_BYTES) {
      run = { row, column, what, grid: [] };
      runs.push(run);
      bytes = 0;
    } else for (let i = 0; i < gap; i++) run.grid.push([null]);
    run.grid.push([wire(cell)]);
    bytes += bytesOf(wire(cell)) + gap * 7;
  }
  return runs;
}

/** The cells row by row, neighbours together. */
function acrossRows(cells: readonly CellWrite[]): Run[] {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: { values: Run; formats: Run }[] = [];
  for (const { row, column, value, format } of ordered) {
    let run = runs.at(-1);
    if (!run || run.values.row !== row || column !== run.values.column + (run.values.grid[0] as Wire[]).length) {
      const empty = (what: Run['what']): Run => ({ row, column, what, grid: [[]] });
      run = { values: empty('values'), formats: empty('numberFormat') };
      runs.push(run);
    }
    run.values.grid[0]?.push(value);
    run.formats.grid[0]?.push(format);
  }
  return runs.flatMap(({ values, formats }) => (formats.grid[0]?.some((format) => format !== null) ? [formats, values] : [values]));
}

// ── Rows of our tabs ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function appendWrites(context: Excel.RequestContext, appends: readonly TabAppend[], known: KnownWorkbook): (RangeWrite | AppendWrite)[] {
  return appends.flatMap(({ tab: wanted, header, rows }) => {
    const there = known.nameOf(wanted);
    const tab = there ?? wanted;
    if (there === null) known.made(tab);
    const used = known.sheets.get(tab)?.used ?? null;
    const isBlank = used === null;
    const sheet = sheetNamed(context, tab, there !== null);
    const lines = isBlank ? [header, ...rows] : rows;
    const width = lines.reduce((widest, line) => Math.max(widest, line.length), header.length);
    const grid = lines.map((line) => Array.from({ length: width }, (_, i): Wire => asText(line[i] ?? '')));
    known.grew(tab, (used ? used.row + used.rows : 0) + grid.length, (used?.column ?? 0) + width);
    const [first = [], ...more] = partsOf(grid);
    if (first.length === 0) return [];
    const head: RangeWrite | AppendWrite = isBlank ? { sheet, row: 1, column: 0, what: 'values', grid: first } : { sheet, below: first };
    return [head, ...more.map((below): AppendWrite => ({ sheet, below }))];
  });
}

/** A sheet, made when it is first written in. A sheet that is added does not come to the front. */
function sheetNamed(context: Excel.RequestContext, name: string, isThere: boolean): () => Excel.Worksheet {
  const { worksheets } = context.workbook;
  let sheet: Excel.Worksheet | null = null;
  return () => {
    sheet ??= isThere ? worksheets.getItem(name) : worksheets.add(name);
    return sheet;
  };
}

/** Rows in parts that fit. */
function partsOf(grid: Wire[][]): Wire[][][] {
  const parts: Wire[][][] = [];
  let bytes = 0;
  for (const line of grid) {
    const part = parts.at(-1);
    if (!part || bytes >= RANGE_BYTES || (part.length + 1) * line.length > CELLS_BELOW) {
      parts.push([line]);
      bytes = 0;
    } else part.push(line);
    bytes += line.reduce<number>((sum, value) => sum + bytesOf(value), 2);
  }
  return parts;
}
