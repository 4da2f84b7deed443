/**
 * Writes what a command decided into the Google spreadsheet: the cells of our own columns that change, new rows of our own tabs, the dashboard
 * and the cells a user said are to be put right; nothing else.
 * All looks first, then all writes, then one flush: a script that is killed in between has written nothing, or what the next refresh completes.
 * Nothing here knows an invoice.
 */
import { type Board, type ChangeSet, type ColumnEdits, once, type TabAppend } from '../../core/index.ts';
import { type Block, blocksFor, type Standing } from './blocks.ts';
import { lookAtBoard } from './board.ts';
import { lookAtFixes } from './fixes.ts';
import { spreadsheet, tried } from './google.ts';
import { looksLikeDate, TEXT } from './looks.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How many due dates are looked at to find how dates look in this sheet. */
const DUE_DATES = 200;
/** Nobody takes its day for its month. */
const PLAIN_DATE = 'yyyy-mm-dd';

/** Writes `changes`; nothing when they say nothing. Throws Google's own error when a cell is protected or the sheet is gone. */
export function applyChanges(changes: ChangeSet): void {
  const book = spreadsheet();
  const columns = changes.sheet === null ? [] : changes.columns.filter(({ rows, newHeader }) => rows.length > 0 || newHeader !== null);
  const appends = changes.appends.filter(({ rows, create }) => rows.length > 0 || create);
  const { board, fixes = [] } = changes;
  if (columns.length === 0 && appends.length === 0 && board === undefined && fixes.length === 0) return;
  const writeColumns = columns.length > 0 ? lookAtColumns(book, changes, columns) : null;
  const writeTabs = lookAtTabs(book, appends);
  const writeBoard = board === undefined ? null : lookAtBoard(book, board, () => dueFormatOf(book, board.invoices));
  const writeFixes = lookAtFixes(book, fixes, PLAIN_DATE);
  writeColumns?.();
  writeTabs();
  writeBoard?.();
  writeFixes();
  SpreadsheetApp.flush();
}

// ── Owned columns ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Looks at what stands in the columns now; answers what writes them. */
function lookAtColumns(book: Spreadsheet, changes: ChangeSet, columns: readonly ColumnEdits[]): () => void {
  const sheet = book.getSheetByName(changes.sheet as string);
  if (!sheet) throw new Error(`The sheet "${changes.sheet}" is no longer there.`);
  const width = sheet.getMaxColumns();
  const blocks = blocksFor(changes, columns, standingOf(sheet, changes, columns, width), dateFormatOf(sheet, changes, columns));
  return () => {
    const missing = blocks.reduce((most, { column, values }) => Math.max(most, column + (values[0]?.length ?? 0) - width), 0);
    if (missing > 0) widen(sheet, width + missing);
    for (const block of blocks) write(sheet, block);
  };
}

/** Asked again just before: a column somebody inserted since must not find ours in its middle. */
function widen(sheet: GoogleSheet, wanted: number): void {
  const width = sheet.getMaxColumns();
  if (wanted > width) sheet.insertColumnsAfter(width, wanted - width);
}

/** One rectangle around all the edits, read three ways. */
function standingOf(sheet: GoogleSheet, changes: ChangeSet, columns: readonly ColumnEdits[], width: number): Standing {
  const rows = columns.flatMap((edits) => [
    ...(edits.newHeader === null ? [] : [changes.headerRow]),
    ...(edits.rows.length > 0 ? [edits.rows[0] as number, edits.rows.at(-1) as number] : []),
  ]);
  const inGrid = columns.map(({ column }) => column).filter((column) => column < width);
  const [row, column] = [Math.min(...rows), Math.min(...inGrid)];
  if (inGrid.length === 0) return { row, column: 0, values: [], formulas: [], formats: [] };
  const range = sheet.getRange(row, column + 1, Math.max(...rows) - row + 1, Math.max(...inGrid) - column + 1);
  const [values, formulas, formats] = [range.getValues(), range.getFormulas(), range.getNumberFormats()];
  const texts = once(() => tried(() => range.getRichTextValues()));
  const isDressed = (line: number, place: number): boolean => {
    const text = typeof values[line]?.[place] === 'string' ? texts()?.[line]?.[place] : null;
    return text != null && (text.getRuns().length > 1 || text.getLinkUrl() !== null);
  };
  return { row, column, values, formulas, formats, isDressed };
}

/** How dates look in this sheet: as its due dates do. */
function dateFormatOf(sheet: GoogleSheet, place: Pick<ChangeSet, 'headerRow' | 'dueColumn'>, columns: readonly ColumnEdits[]): string {
  return columns.some(({ look, daysAsText }) => look === 'day' && !daysAsText) ? dueFormat(sheet, place) : PLAIN_DATE;
}

function dueFormatOf(book: Spreadsheet, invoices: Board['invoices']): string {
  const sheet = book.getSheetByName(invoices.sheet);
  return sheet ? dueFormat(sheet, invoices) : PLAIN_DATE;
}

function dueFormat(sheet: GoogleSheet, { headerRow, dueColumn }: Pick<ChangeSet, 'headerRow' | 'dueColumn'>): string {
  const rows = dueColumn === null ? 0 : Math.min(DUE_DATES, sheet.getMaxRows() - headerRow);
  if (rows < 1) return PLAIN_DATE;
  const formats = sheet.getRange(headerRow + 1, (dueColumn as number) + 1, rows, 1).getNumberFormats();
  return formats.map((line) => line[0] as string).find(looksLikeDate) ?? PLAIN_DATE;
}

/** The format first: what is text by its format is taken as it stands, never read as a date, a number or a formula. */
function write(sheet: GoogleSheet, { row, column, formats, values }: Block): void {
  const range = sheet.getRange(row, column + 1, values.length, values[0]?.length ?? 0);
  if (formats?.every((format) => format === formats[0])) range.setNumberFormat(formats[0] as string);
  else if (formats) range.setNumberFormats(values.map(() => [...formats]));
  range.setValues(values);
}

// ── Tabs ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Looks where the rows of our tabs go; answers what appends them: all as text, whatever they start with. */
function lookAtTabs(book: Spreadsheet, appends: readonly TabAppend[]): () => void {
  const places = [...new Set(appends.map(({ tab }) => tab))].map((tab) => {
    const rows = appends.filter((append) => append.tab === tab);
    const sheet = book.getSheetByName(tab);
    const lastRow = sheet?.getLastRow() ?? 0;
    const grid = sheet && { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
    const index = sheet ? 0 : book.getSheets().length;
    return {
      tab,
      sheet,
      lastRow,
      grid,
      index,
      lines: [...(lastRow === 0 ? [rows[0]?.header ?? []] : []), ...rows.flatMap((append) => append.rows)],
    };
  });
  const shown = places.some(({ sheet }) => sheet === null) ? book.getActiveSheet() : null;
  return () => {
    for (const { tab, sheet: found, lastRow, grid, index, lines } of places) {
      const sheet = found ?? book.insertSheet(tab, index);
      // A new sheet comes to the front; the user stays where they were.
      if (!found && shown) book.setActiveSheet(shown);
      const { rows, columns } = grid ?? { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
      const width = Math.max(...lines.map((line) => line.length));
      if (lines.length === 0 || width < 1) continue;
      if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
      if (lastRow + lines.length > rows) sheet.insertRowsAfter(rows, lastRow + lines.length - rows);
      const values = lines.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? ''));
      write(sheet, { row: lastRow + 1, column: 0, formats: [TEXT], values });
    }
  };
}
