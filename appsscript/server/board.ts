/**
 * Puts the dashboard in the Google spreadsheet: formulas that Google works out itself, their looks where nobody chose any, and charts over what they
 * fill. All is looked at first; what the user wrote, formatted, moved or renamed stays. Nothing here knows an invoice.
 */
import {
  BOARD_FORMATS,
  type Board,
  type BoardArea,
  type BoardCell,
  type BoardChart,
  boardBounds,
  columnLetter,
  columnRuns,
  dayFromIso,
  formulaText,
  isBold,
  type LookedArea,
  looksToGive,
  wordColumns,
} from '../../core/index.ts';
import { EPOCH } from './blocks.ts';
import { AUTOMATIC, isPlainWords, looksLikeDate } from './looks.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

/** Google keeps answers by their arguments, so the invoices are handed over; it takes `;` between arguments in every locale. */
const DIALECT = { prefix: '', invoices: 'range', separator: ';' } as const;
/** Pixels: a column of words, and what a cell measures where nobody sized it. */
const [WORDS, COLUMN, ROW] = [220, 100, 21];

/** Looks at what stands where the board goes; answers what writes it. `dateFormat`: how due dates look in the invoices. */
export function lookAtBoard(book: Spreadsheet, board: Board, dateFormat: () => string): () => void {
  const found = book.getSheetByName(board.tab);
  const grid = found && { rows: found.getMaxRows(), columns: found.getMaxColumns() };
  const standing = found && grid ? standingOf(found, boardBounds(board), grid) : BLANK;
  const charts = found && board.charts.length > 0 ? found.getCharts().map(chartSeen) : [];
  const looks = looksToGive(board, standing.isUntouched);
  // A day over a text, or under a format that would show its number, is given one.
  const days = board.cells.filter((cell) => 'day' in cell.content && !looksLikeDate(standing.format(cell.row, cell.column)));
  const given = [...looks.filter(({ look }) => look !== 'day'), ...days.map(cellArea), ...looks.filter(isDayArea)];
  const dayFormat = given.some(({ look }) => look === 'day') ? dateFormat() : '';
  const [shown, index] = found ? [null, 0] : [book.getActiveSheet(), book.getSheets().length];
  return () => {
    const sheet = found ?? book.insertSheet(board.tab, index);
    // A new sheet comes to the front; the user stays where they were.
    if (shown) book.setActiveSheet(shown);
    makeRoom(sheet, board, grid ?? { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() });
    // Looks before contents: what is still blank after a failure gets its look the next time.
    if (standing.isBlank) for (const column of wordColumns(board)) sheet.setColumnWidth(column + 1, WORDS);
    giveLooks(sheet, given, dayFormat);
    for (const run of columnRuns(board.cells)) {
      const [first] = run as readonly [BoardCell, ...BoardCell[]];
      sheet.getRange(first.row, first.column + 1, run.length, 1).setValues(run.map((cell) => [contentOf(cell, board)]));
    }
    for (const chart of board.charts) putChart(sheet, chart, charts, board);
  };
}

// ── What stands there ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Standing {
  readonly isBlank: boolean;
  readonly format: (row: number, column: number) => string;
  readonly isUntouched: (row: number, column: number) => boolean;
}

const BLANK: Standing = { isBlank: true, format: () => AUTOMATIC, isUntouched: () => true };

function standingOf(sheet: GoogleSheet, bounds: BoardArea, grid: { readonly rows: number; readonly columns: number }): Standing {
  const rows = Math.min(bounds.rows, grid.rows - bounds.row + 1);
  const columns = Math.min(bounds.columns, grid.columns - bounds.column);
  if (rows < 1 || columns < 1) return BLANK;
  const range = sheet.getRange(bounds.row, bounds.column + 1, rows, columns);
  const [values, formats] = [range.getValues(), range.getNumberFormats()];
  const at = <T>(lines: readonly (readonly T[])[], row: number, column: number): T | undefined =>
    lines[row - bounds.row]?.[column - bounds.column];
  const format = (row: number, column: number): string => at(formats, row, column) ?? AUTOMATIC;
  return {
    isBlank: values.every((line) => line.every((value) => value === '')),
    format,
    isUntouched: (row, column) => (at(values, row, column) ?? '') === '' && isAutomatic(format(row, column)),
  };
}

const isAutomatic = (format: string): boolean => format === AUTOMATIC || format === '' || /^general$/i.test(format);
const cellArea = ({ row, column, look }: BoardCell): LookedArea => ({ row, column, rows: 1, columns: 1, look });
const isDayArea = ({ look, rows }: LookedArea): boolean => look === 'day' && rows > 1;

// ── Cells ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function makeRoom(sheet: GoogleSheet, { cells, looks, charts }: Board, grid: { readonly rows: number; readonly columns: number }): void {
  const areas = [boardBounds({ cells, looks }), ...charts.map(({ at }) => at)];
  const [rows, columns] = [
    Math.max(...areas.map((area) => area.row + area.rows - 1)) - grid.rows,
    Math.max(...areas.map((area) => area.column + area.columns)) - grid.columns,
  ];
  if (rows > 0) sheet.insertRowsAfter(grid.rows, rows);
  if (columns > 0) sheet.insertColumnsAfter(grid.columns, columns);
}

/** One call for all cells of one look. */
function giveLooks(sheet: GoogleSheet, given: readonly LookedArea[], dayFormat: string): void {
  const formats = new Map<string, string[]>();
  const bold: string[] = [];
  for (const area of given) {
    const format = area.look === 'day' ? dayFormat : BOARD_FORMATS[area.look];
    if (format !== null) formats.set(format, [...(formats.get(format) ?? []), addressOf(area)]);
    if (isBold(area.look)) bold.push(addressOf(area));
  }
  for (const [format, places] of formats) sheet.getRangeList(places).setNumberFormat(format);
  if (bold.length > 0) sheet.getRangeList(bold).setFontWeight('bold');
}

const addressOf = ({ row, column, rows, columns }: BoardArea): string =>
  `${columnLetter(column)}${row}:${columnLetter(column + columns - 1)}${row + rows - 1}`;

/** A text that Google might take for something else is given with the apostrophe that says "text", which is no part of it. */
function contentOf({ content }: BoardCell, board: Board): string | number {
  if ('formula' in content) return formulaText(content.formula, board, DIALECT);
  if ('day' in content) return (dayFromIso(content.day) as number) + EPOCH;
  return isPlainWords(content.text) ? content.text : `'${content.text}`;
}

// ── Charts ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

interface SeenChart {
  readonly chart: Chart;
  readonly title: string;
  /** Addresses in this sheet; a range elsewhere makes it another chart's than ours. */
  readonly ranges: string;
}

function chartSeen(chart: Chart): SeenChart {
  const ranges = chart.getRanges().map((range) => range.getA1Notation());
  return { chart, title: String(chart.getOptions().get('title') ?? ''), ranges: ranges.join(' ') };
}

/** Side by side they are one range, else one for the names of the points and one for each series. */
function rangesOf({ data, series }: BoardChart): string[] {
  const drawn = series.map(({ column }) => column);
  if (drawn.every((column, i) => column === i + 1)) return [addressOf(data)];
  return [0, ...drawn].map((column) => addressOf({ ...data, column: data.column + column, columns: 1 }));
}

/** A chart is known by its title, else by what it shows: there the user chose other words. It stays where it is, as it looks. */
function putChart(sheet: GoogleSheet, wanted: BoardChart, seen: readonly SeenChart[], { charts }: Board): void {
  const ranges = rangesOf(wanted);
  const own = seen.find(({ title }) => title === wanted.title);
  const ours = new Set(charts.map(({ title }) => title));
  if (own === undefined && seen.some((other) => other.ranges === ranges.join(' ') && !ours.has(other.title))) return;
  if (own?.ranges === ranges.join(' ')) return;
  const cells = ranges.map((address) => sheet.getRange(address));
  if (own) {
    sheet.updateChart(cells.reduce((builder, range) => builder.addRange(range), own.chart.modify().clearRanges()).build());
    return;
  }
  const builder = sheet.newChart();
  const [first, ...others] = cells as [GoogleAppsScript.Spreadsheet.Range, ...GoogleAppsScript.Spreadsheet.Range[]];
  const typed = wanted.kind === 'columns' ? builder.asColumnChart() : wanted.kind === 'bars' ? builder.asBarChart() : builder.asLineChart();
  const drawn = others
    .reduce((all, range) => all.addRange(range), typed.addRange(first))
    .setNumHeaders(1)
    .setOption('title', wanted.title)
    .setOption('width', wanted.at.columns * COLUMN)
    .setOption('height', wanted.at.rows * ROW)
    .setPosition(wanted.at.row, wanted.at.column + 1, 0, 0)
    .build();
  sheet.insertChart(drawn);
}
