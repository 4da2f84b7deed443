/**
 * Puts the dashboard in the Excel workbook: formulas that Excel works out and spills itself, their looks where nobody chose any, and charts over what
 * they fill. What the user wrote, formatted, moved or renamed stays. Nothing here knows an invoice.
 */
import {
  BOARD_FORMATS,
  type Board,
  type BoardArea,
  type BoardCell,
  type BoardChart,
  boardBounds,
  columnRuns,
  formulaText,
  isBold,
  looksToGive,
  wordColumns,
} from '../core/index.ts';
import { dueFormat } from './due-dates.ts';
import type { KnownSheet, KnownWorkbook } from './known.ts';
import { supports } from './read.ts';
import { asText, looksLikeDate, serialOf, type Wire } from './wire.ts';
import type { RangeWrite, Touch, Write } from './writes.ts';

/** Excel's interface takes formulas as an American types them; there they are asked of the bound table. */
const DIALECT = { prefix: 'AR.', invoices: 'bound', separator: ',' } as const;
/** Width of a column of words, in points. */
const WORDS = 165;
/** From this Excel on, a chart can be told its series one by one. */
const CHARTS = '1.7';
const KINDS = { columns: 'ColumnClustered', bars: 'BarClustered', line: 'Line' } as const;

/** What stands where the board goes; `range` and `charts` are to be read after the next sync. */
export interface BoardPlace {
  readonly board: Board;
  /** The tab as it was last read; undefined when it is still to be made. */
  readonly tab: KnownSheet | undefined;
  readonly bounds: BoardArea;
  /** Null when nothing more is asked: only the day is written, where a day stands. */
  readonly range: Excel.Range | null;
  readonly dayFormat: string;
  /** The charts there may be, or null for one in a tab that is still to be made. */
  readonly charts: readonly (Excel.Chart | null)[];
}

/** Asks what stands in the tab of the board; nothing stands in one that is still to be made. */
export function lookAtBoard(context: Excel.RequestContext, board: Board, known: KnownWorkbook): BoardPlace {
  const bounds = boardBounds(board);
  const tab = known.names?.includes(board.tab) ? known.sheets.get(board.tab) : undefined;
  const { headerRow, dueColumn, sheet } = board.invoices;
  const dayFormat = dueFormat(known.sheets.get(sheet), headerRow, dueColumn);
  const isWhole = board.create || board.looks.length > 0 || board.charts.length > 0;
  const drawn = supports(CHARTS) ? board.charts : [];
  if (!isWhole || tab === undefined) return { board, tab, bounds, range: null, dayFormat, charts: drawn.map(() => null) };
  const there = context.workbook.worksheets.getItem(board.tab);
  const range = there.getRangeByIndexes(bounds.row - 1, bounds.column, bounds.rows, bounds.columns).untrack();
  return {
    board,
    tab,
    bounds,
    range: range.load('values,numberFormat'),
    dayFormat,
    charts: drawn.map(({ name }) => there.charts.getItemOrNullObject(name).load('name,series/items/name')),
  };
}

/** What puts the board there, in order. */
export function boardWrites(context: Excel.RequestContext, place: BoardPlace, date1904: boolean): Write[] {
  const { worksheets } = context.workbook;
  let there: Excel.Worksheet | null = null;
  // A sheet that is added does not come to the front.
  const sheet = (): Excel.Worksheet => {
    there ??= place.tab === undefined ? worksheets.add(place.board.tab) : worksheets.getItem(place.board.tab);
    return there;
  };
  // Looks before contents: what is still blank after a failure gets its look the next time.
  return [...looks(place, sheet), ...contents(place, sheet, date1904), ...charts(place, sheet)];
}

// ── Looks ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function looks(place: BoardPlace, sheet: () => Excel.Worksheet): Write[] {
  const { board, bounds, range, tab, dayFormat } = place;
  const at = <T>(grid: readonly (readonly T[])[] | undefined, row: number, column: number): T | undefined =>
    grid?.[row - bounds.row]?.[column - bounds.column];
  const format = (row: number, column: number): string =>
    String(at(range?.numberFormat, row, column) ?? tab?.formats[row - 1]?.[column] ?? 'General');
  const isBlank = (row: number, column: number): boolean =>
    tab === undefined || (range !== null && (at(range.values, row, column) ?? '') === '');
  const writes: Write[] = [];
  const paint = (area: BoardArea, code: string): void => {
    const grid = Array.from({ length: area.rows }, () => new Array<Wire>(area.columns).fill(code));
    writes.push({ sheet, row: area.row, column: area.column, what: 'numberFormat', grid });
  };
  const wanted = looksToGive(board, (row, column) => isBlank(row, column) && format(row, column) === 'General');
  // A day under no date's format would be shown as its number.
  const days = board.cells.filter(({ row, column, content }) => 'day' in content && !looksLikeDate(format(row, column)));
  for (const { row, column } of days) paint({ row, column, rows: 1, columns: 1 }, dayFormat);
  for (const area of wanted) {
    if (area.look === 'day' && area.rows === 1) continue;
    const code = area.look === 'day' ? dayFormat : BOARD_FORMATS[area.look];
    if (code !== null) paint(area, code);
    if (isBold(area.look)) writes.push({ sheet, touch: (there) => setBold(there, area) });
  }
  const isNew = tab === undefined || range?.values.every((line) => line.every((value) => value === ''));
  if (isNew) for (const column of wordColumns(board)) writes.push({ sheet, touch: (there) => widen(there, column) });
  return writes;
}

function setBold(sheet: Excel.Worksheet, { row, column, rows, columns }: BoardArea): void {
  sheet.getRangeByIndexes(row - 1, column, rows, columns).untrack().format.font.bold = true;
}

function widen(sheet: Excel.Worksheet, column: number): void {
  sheet.getRangeByIndexes(0, column, 1, 1).untrack().format.columnWidth = WORDS;
}

// ── Contents ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function contents({ board, tab }: BoardPlace, sheet: () => Excel.Worksheet, date1904: boolean): RangeWrite[] {
  // In a filtered range Excel fills the visible rows only, each with the first values: there, one cell at a time.
  const runs = tab?.hidesRows ? board.cells.map((cell) => [cell]) : columnRuns(board.cells);
  return runs.map((run) => {
    const [first] = run as readonly [BoardCell, ...BoardCell[]];
    const grid = run.map((cell) => [wireOf(cell, board, date1904)]);
    return { sheet, row: first.row, column: first.column, what: 'formulas', grid };
  });
}

function wireOf({ content }: BoardCell, board: Board, date1904: boolean): Wire {
  if ('formula' in content) return formulaText(content.formula, board, DIALECT);
  return 'day' in content ? serialOf(content.day, date1904) : asText(content.text);
}

// ── Charts ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function charts(place: BoardPlace, sheet: () => Excel.Worksheet): Touch[] {
  return place.charts.map((there, i) => {
    const wanted = place.board.charts[i] as BoardChart;
    return { sheet, touch: (on) => (there === null || there.isNullObject ? addChart(on, wanted) : aim(on, wanted, there.series.items)) };
  });
}

/**
 * A new chart, its series told one by one: the formulas have not answered yet, and from blank cells Excel cannot guess which of them are names and
 * which are figures.
 */
function addChart(sheet: Excel.Worksheet, wanted: BoardChart): void {
  const { name, title, kind, at, series } = wanted;
  const chart = sheet.charts.add(KINDS[kind], drawnBy(sheet, wanted, 0), 'Columns');
  chart.name = name;
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  chart.setPosition(
    sheet.getRangeByIndexes(at.row - 1, at.column, 1, 1),
    sheet.getRangeByIndexes(at.row + at.rows - 2, at.column + at.columns - 1, 1, 1),
  );
  const drawn = series.map((one, k) => (k === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name)));
  (drawn[0] as Excel.ChartSeries).name = series[0]?.name ?? title;
  aim(sheet, wanted, drawn);
}

/** The series of a chart drawn from where the figures are now; its place, title and colours stay. A series the user took out stays out. */
function aim(sheet: Excel.Worksheet, wanted: BoardChart, drawn: readonly Excel.ChartSeries[]): void {
  wanted.series.forEach((_, k) => {
    drawn[k]?.setValues(drawnBy(sheet, wanted, k));
    drawn[k]?.setXAxisValues(below(sheet, wanted, 0));
  });
}

const drawnBy = (sheet: Excel.Worksheet, wanted: BoardChart, series: number): Excel.Range =>
  below(sheet, wanted, wanted.series[series]?.column ?? 1);

/** A column of the chart's data without its header. */
const below = (sheet: Excel.Worksheet, { data }: BoardChart, column: number): Excel.Range =>
  sheet.getRangeByIndexes(data.row, data.column + column, data.rows - 1, 1);
