/**
 * Charts as Office.js speaks of them: made over a range, whose blank or numeric columns become series (a text on top names them), then told name,
 * title, place and series one by one.
 */
import { type Area, areaOf } from './address.ts';
import type { HostObject } from './objects.ts';
import { ExcelError, type ExcelSheet } from './workbook.ts';

/** One line, or one set of bars, of a chart. */
export interface ExcelSeries {
  name: string;
  /** Null until somebody says where its figures, or the names of its points, are. */
  values: Area | null;
  names: Area | null;
}

export interface ExcelChart {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  hasLegend: boolean;
  /** The cells it covers; null where Excel put it. */
  place: Area | null;
  readonly series: ExcelSeries[];
}

const TYPES = new Set(['ColumnClustered', 'BarClustered', 'Line']);
const WRONG = 'The argument is invalid or missing or has an incorrect format.';

/** The area of a range that was handed over as an argument. */
function rangeArea(range: HostObject | undefined): Area {
  const area = range?.kind === 'range' ? areaOf(String(range.properties?.Address?.())) : null;
  if (!area) throw new ExcelError('InvalidArgument', WRONG);
  return area;
}

export function chartsObject(sheet: ExcelSheet): HostObject {
  const get = (name: string): HostObject | null => {
    const found = sheet.charts.find((chart) => chart.name.toLowerCase() === String(name).toLowerCase() || chart.id === name);
    return found ? chartObject(sheet, found) : null;
  };
  return {
    kind: 'charts',
    items: () => sheet.charts.map((chart) => chartObject(sheet, chart)),
    item: get,
    methods: {
      GetItemOrNullObject: get,
      GetItem: get,
      GetCount: () => sheet.charts.length,
      Add: (type: string, source: HostObject, by?: string) => {
        sheet.mustAllow();
        if (!TYPES.has(type) || (by !== undefined && !['Auto', 'Columns', 'Rows'].includes(by)))
          throw new ExcelError('InvalidArgument', WRONG);
        if (by !== 'Columns') throw new ExcelError('NotImplemented', 'this host draws by columns only');
        const made: ExcelChart = {
          id: `chart-${sheet.nextChart()}`,
          name: `Chart ${sheet.charts.length + 1}`,
          type,
          title: '',
          hasLegend: true,
          place: null,
          series: seriesIn(sheet, rangeArea(source)),
        };
        sheet.charts.push(made);
        return chartObject(sheet, made);
      },
    },
  };
}

function seriesIn(sheet: ExcelSheet, area: Area): ExcelSeries[] {
  return Array.from({ length: area.columns }, (_, i) => {
    const column = area.column + i;
    const top = sheet.valueAt(area.row, column);
    const headed = typeof top === 'string' && area.rows > 1;
    const values = { row: area.row + (headed ? 1 : 0), column, rows: area.rows - (headed ? 1 : 0), columns: 1 };
    return { name: headed ? top : `Series${i + 1}`, values, names: null };
  });
}

function chartObject(sheet: ExcelSheet, chart: ExcelChart): HostObject {
  const allowed =
    <T>(set: (value: T) => void) =>
    (value: T): void => {
      sheet.mustAllow();
      set(value);
    };
  return {
    kind: 'chart',
    identity: { Id: chart.id, Name: chart.name },
    properties: { Id: () => chart.id, Name: () => chart.name },
    setters: {
      Name: allowed((name: string) => {
        chart.name = name;
      }),
    },
    leads: {
      Series: () => seriesCollection(sheet, chart),
      Title: () => ({
        kind: 'chartTitle',
        properties: { Text: () => chart.title },
        setters: {
          Text: allowed((text: string) => {
            chart.title = text;
          }),
        },
      }),
      Legend: () => ({
        kind: 'chartLegend',
        properties: { Visible: () => chart.hasLegend },
        setters: {
          Visible: allowed((visible: boolean) => {
            chart.hasLegend = visible;
          }),
        },
      }),
    },
    methods: {
      SetPosition: (from: HostObject, to?: HostObject) => {
        sheet.mustAllow();
        const [first, last] = [rangeArea(from), rangeArea(to ?? from)];
        const [rows, columns] = [last.row + last.rows - first.row, last.column + last.columns - first.column];
        if (rows < 1 || columns < 1) throw new ExcelError('InvalidArgument', WRONG);
        chart.place = { row: first.row, column: first.column, rows, columns };
        return null;
      },
      Delete: () => {
        sheet.mustAllow();
        sheet.charts.splice(sheet.charts.indexOf(chart), 1);
        return null;
      },
    },
  };
}

function seriesCollection(sheet: ExcelSheet, chart: ExcelChart): HostObject {
  return {
    kind: 'chartSeriesCollection',
    items: () => chart.series.map((series) => seriesObject(sheet, series)),
    methods: {
      GetCount: () => chart.series.length,
      GetItemAt: (index: number) => {
        const found = chart.series[index];
        if (!found) throw new ExcelError('InvalidArgument', WRONG);
        return seriesObject(sheet, found);
      },
      Add: (name?: string) => {
        sheet.mustAllow();
        const made: ExcelSeries = { name: name ?? `Series${chart.series.length + 1}`, values: null, names: null };
        chart.series.push(made);
        return seriesObject(sheet, made);
      },
    },
  };
}

function seriesObject(sheet: ExcelSheet, series: ExcelSeries): HostObject {
  return {
    kind: 'chartSeries',
    properties: { Name: () => series.name },
    setters: {
      Name: (name: string) => {
        sheet.mustAllow();
        if (name.length > 255) throw new ExcelError('InvalidArgument', WRONG);
        series.name = name;
      },
    },
    methods: {
      SetValues: (range: HostObject) => {
        sheet.mustAllow();
        series.values = rangeArea(range);
        return null;
      },
      SetXAxisValues: (range: HostObject) => {
        sheet.mustAllow();
        series.names = rangeArea(range);
        return null;
      },
    },
  };
}
