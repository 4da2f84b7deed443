/**
 * Writes what a command decided into the Excel workbook: the cells of our own columns that change, new rows of our own tabs, the dashboard and the
 * cells a user said are to be put right; nothing else.
 * One sync looks (is the sheet protected, filtered; how do its dates look; where does the journal end), one writes, with events off so that
 * nobody's listeners answer half a refresh. Nothing here knows an invoice.
 */
import type { ChangeSet, ColumnEdits, TabAppend } from '../core/index.ts';
import { boardWrites, lookAtBoard } from './board.ts';
import { dueFormat, formatsOf, lookAtDueDates } from './due-dates.ts';
import { fixWrites, lookAtFixes } from './fixes.ts';
import { bytesOf } from './payload.ts';
import { asText, looksLikeDate, serialOf, type Wire } from './wire.ts';
import { type RangeWrite, send } from './writes.ts';

/** The sheet cannot be written because it is protected; nothing was written anywhere. */
export class ProtectedSheet extends Error {
  readonly sheet: string;
  constructor(sheet: string) {
    super(`The sheet "${sheet}" is protected.`);
    this.name = 'ProtectedSheet';
    this.sheet = sheet;
  }
}

/** Rows between two changed cells of a column that cost less as "leave alone" than a second range would. */
const BRIDGED_ROWS = 40;
/** A range is cut here, so that requests can be cut between ranges. */
const RANGE_BYTES = 500_000;

/** Writes `changes`; dates become serials of the workbook's system (`date1904` as the snapshot says). Throws {@link ProtectedSheet} before writing anything. */
export async function applyChanges(context: Excel.RequestContext, changes: ChangeSet, date1904 = false): Promise<void> {
  const columns = changes.sheet === null ? [] : changes.columns.filter(({ rows, newHeader }) => rows.length > 0 || newHeader !== null);
  const appends = changes.appends.filter(({ rows, create }) => rows.length > 0 || create);
  const { board, fixes = [] } = changes;
  if (columns.length === 0 && appends.length === 0 && board === undefined && fixes.length === 0) return;
  const sheet = columns.length > 0 ? lookAtSheet(context, changes, columns) : null;
  const tabs = appends.map((append) => lookAtTab(context, append));
  const place = board === undefined ? null : lookAtBoard(context, board);
  const mended = lookAtFixes(context, fixes);
  await context.sync();
  const touched: [string, Excel.WorksheetProtection][] = tabs.map(({ append, protection }) => [append.tab, protection]);
  if (sheet) touched.push([changes.sheet as string, sheet.protection]);
  if (place) touched.push([place.board.tab, place.protection]);
  for (const { column, protection } of mended) touched.push([column.sheet, protection]);
  for (const [name, protection] of touched) if (!protection.isNullObject && protection.protected) throw new ProtectedSheet(name);
  await send(context, [
    ...(sheet ? columnWrites(changes, sheet, date1904) : []),
    ...tabWrites(context, tabs),
    ...(place ? boardWrites(context, place, date1904) : []),
    ...fixWrites(mended, date1904),
  ]);
}

// ── Looking ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface SheetLook {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  /** The rows to write, to know whether some are hidden. */
  readonly span: Excel.Range;
  /** The first due dates, whose look new dates borrow. */
  readonly dueDates: Excel.Range | null;
  /** Formats of the cells that receive numbers: text cells would swallow them, and dates need a date's format. */
  readonly columns: readonly { readonly edits: ColumnEdits; readonly formats: Excel.Range | null }[];
}

function lookAtSheet(context: Excel.RequestContext, changes: ChangeSet, edited: readonly ColumnEdits[]): SheetLook {
  const sheet = context.workbook.worksheets.getItem(changes.sheet as string);
  const { headerRow, dueColumn } = changes;
  const lastRow = Math.max(headerRow, ...edited.map(({ rows }) => rows.at(-1) ?? 0));
  const part = (row: number, column: number, rows: number): Excel.Range => sheet.getRangeByIndexes(row - 1, column, rows, 1).untrack();
  const columns = edited.map((edits) => {
    const [first, last] = [edits.rows[0] ?? 0, edits.rows.at(-1) ?? 0];
    const receivesNumbers = first > 0 && !(edits.look === 'text' || (edits.look === 'day' && edits.daysAsText));
    return { edits, formats: receivesNumbers ? part(first, edits.column, last - first + 1).load('numberFormat') : null };
  });
  const dates = columns.some(({ edits, formats }) => edits.look === 'day' && formats !== null);
  return {
    sheet,
    protection: sheet.protection.load('protected'),
    span: part(headerRow, edited[0]?.column ?? 0, lastRow - headerRow + 1).load('rowHidden'),
    dueDates: dates ? lookAtDueDates(sheet, headerRow, dueColumn) : null,
    columns,
  };
}

interface TabLook {
  readonly append: TabAppend;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly protection: Excel.WorksheetProtection;
}

function lookAtTab(context: Excel.RequestContext, append: TabAppend): TabLook {
  const sheet = context.workbook.worksheets.getItemOrNullObject(append.tab).load('name');
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load('rowIndex,rowCount,columnIndex');
  return { append, sheet, used, protection: sheet.protection.load('protected') };
}

// ── What to write ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function columnWrites(changes: ChangeSet, { sheet, span, dueDates, columns }: SheetLook, date1904: boolean): RangeWrite[] {
  // In a filtered range Excel fills the visible rows only, each with the first values: there, one row at a time.
  const bridge = span.rowHidden === false ? BRIDGED_ROWS : 0;
  const dateFormat = dueFormat(dueDates);
  const writes: RangeWrite[] = [];
  for (const { edits, formats } of columns) {
    const runs = (what: RangeWrite['what'], cells: readonly (readonly [number, Wire])[]): void => {
      for (const run of runsOf(cells, bridge))
        writes.push({ sheet: () => sheet, row: run.row, column: edits.column, what, grid: run.grid });
    };
    const header: [number, Wire][] = edits.newHeader === null ? [] : [[changes.headerRow, asText(edits.newHeader)]];
    const cells = edits.rows.map((row, i): [number, Wire] => [row, wireOf(edits.after[i] ?? null, edits, date1904)]);
    const before = formatsOf(formats);
    const wanted = cells.flatMap(([row, value]): [number, Wire][] => {
      const current = before[row - (edits.rows[0] as number)];
      if (current === undefined || typeof value !== 'number') return [];
      if (edits.look === 'day') return looksLikeDate(current) ? [] : [[row, dateFormat]];
      return current === '@' || looksLikeDate(current) ? [[row, 'General']] : [];
    });
    // Formats first: a text cell would keep a number as text.
    runs('numberFormat', wanted);
    runs('values', [...header, ...cells]);
  }
  return writes;
}

function wireOf(value: string | number | null, { look, daysAsText }: ColumnEdits, date1904: boolean): Wire {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return value;
  return (look === 'day' && !daysAsText ? serialOf(value, date1904) : null) ?? asText(value);
}

function tabWrites(context: Excel.RequestContext, tabs: readonly TabLook[]): RangeWrite[] {
  const made = new Map<string, { sheet: () => Excel.Worksheet; row: number; column: number }>();
  return tabs.flatMap(({ append, sheet, used }) => {
    const place = made.get(append.tab) ?? whereToAppend(context, append, sheet, used);
    const lines = place.row === 0 ? [append.header, ...append.rows] : append.rows;
    const width = lines.reduce((widest, line) => Math.max(widest, line.length), append.header.length);
    const grid = lines.map((line) => Array.from({ length: width }, (_, i): Wire => asText(line[i] ?? '')));
    made.set(append.tab, { ...place, row: place.row + grid.length });
    return partsOf(grid, place.row + 1).map((part) => ({ sheet: place.sheet, column: place.column, what: 'values' as const, ...part }));
  });
}

function whereToAppend(context: Excel.RequestContext, { tab }: TabAppend, sheet: Excel.Worksheet, used: Excel.Range) {
  if (!sheet.isNullObject) {
    return {
      sheet: () => sheet,
      row: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      column: used.isNullObject ? 0 : used.columnIndex,
    };
  }
  let added: Excel.Worksheet | null = null;
  const add = (): Excel.Worksheet => {
    added ??= context.workbook.worksheets.add(tab);
    return added;
  };
  return { sheet: add, row: 0, column: 0 };
}

/** The cells of one column as ranges: gaps of up to `bridge` rows are crossed with "leave alone". */
function runsOf(cells: readonly (readonly [number, Wire])[], bridge: number): { row: number; grid: Wire[][] }[] {
  const runs: { row: number; grid: Wire[][] }[] = [];
  let bytes = 0;
  for (const [row, value] of cells) {
    let run = runs.at(-1);
    const gap = run ? row - run.row - run.grid.length : 0;
    if (!run || gap >= bridge || bytes > RANGE_BYTES) {
      run = { row, grid: [] };
      runs.push(run);
      bytes = 0;
    } else for (let i = 0; i < gap; i++) run.grid.push([null]);
    run.grid.push([value]);
    bytes += bytesOf(value) + gap * 7;
  }
  return runs;
}

/** Rows of a tab in parts that fit. */
function partsOf(grid: Wire[][], firstRow: number): { row: number; grid: Wire[][] }[] {
  const parts: { row: number; grid: Wire[][] }[] = [];
  let bytes = RANGE_BYTES;
  for (const [i, line] of grid.entries()) {
    if (bytes >= RANGE_BYTES) {
      parts.push({ row: firstRow + i, grid: [] });
      bytes = 0;
    }
    parts.at(-1)?.grid.push(line);
    bytes += line.reduce<number>((sum, value) => sum + bytesOf(value), 2);
  }
  return parts;
}
