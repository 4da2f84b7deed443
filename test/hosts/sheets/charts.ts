/**
 * Charts of a Google sheet: built step by step, and in the sheet only once they are inserted; what is changed in a builder changes nothing before
 * the chart is handed to `updateChart`.
 */
import type { Area, ChartData, SheetData } from './book.ts';
import type { Execution } from './execution.ts';
import { served } from './spreadsheet.ts';

type Api = Record<string, (...args: unknown[]) => unknown>;
type RangeOf = (area: Area) => unknown;

let made = 0;

/** A chart that stands in the sheet. */
export function chartOf(run: Execution, sheet: SheetData, chart: ChartData, rangeOf: RangeOf): unknown {
  return served(run, 'EmbeddedChart', {
    getChartId: () => chart.id,
    getRanges: () => chart.ranges.map(rangeOf),
    getOptions: () => served(run, 'ChartOptions', { get: (name: string) => chart.options[name] ?? null }),
    modify: () => builderOf(run, sheet, chart),
  });
}

/** What builds a chart from nothing, or from one that stands there. */
export function builderOf(run: Execution, sheet: SheetData, from: ChartData | null): unknown {
  let type = from?.type ?? 'COLUMN';
  let ranges: Area[] = [...(from?.ranges ?? [])];
  let headers = from?.headers ?? 0;
  const options: Record<string, unknown> = { ...from?.options };
  let [row, column] = [from?.row ?? 0, from?.column ?? 0];
  const as = (kind: string) => () => {
    type = kind;
    return api;
  };
  const api: Api = served(run, 'EmbeddedChartBuilder', {
    asColumnChart: as('COLUMN'),
    asBarChart: as('BAR'),
    asLineChart: as('LINE'),
    addRange: (range: { getRow(): number; getColumn(): number; getNumRows(): number; getNumColumns(): number }) => {
      const [top, left] = [range.getRow(), range.getColumn()];
      ranges.push({ row: top, column: left, lastRow: top + range.getNumRows() - 1, lastColumn: left + range.getNumColumns() - 1 });
      return api;
    },
    clearRanges: () => {
      ranges = [];
      return api;
    },
    setNumHeaders: (count: number) => {
      headers = count;
      return api;
    },
    setOption: (name: string, value: unknown) => {
      options[name] = value;
      return api;
    },
    setPosition: (anchorRow: number, anchorColumn: number, x: number, y: number) => {
      if (anchorRow < 1 || anchorColumn < 1 || anchorRow > sheet.maxRows || anchorColumn > sheet.maxColumns || x < 0 || y < 0)
        throw new Error('The chart position is outside the sheet.');
      [row, column] = [anchorRow, anchorColumn];
      return api;
    },
    build: () => {
      if (ranges.length === 0) throw new Error('At least one range is required.');
      if (row < 1) throw new Error('A chart needs a position.');
      made += 1;
      const data: ChartData = { id: from?.id ?? made, type, ranges: [...ranges], headers, options: { ...options }, row, column };
      return from ? { data } : { data, isNew: true };
    },
  });
  return api;
}
