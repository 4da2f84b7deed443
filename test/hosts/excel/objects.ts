/**
 * Excel's objects as Office.js names them on the wire: what can be read, set, called and walked to. Only what shells may use is here, and
 * anything else is refused by name, so that a test never passes on a property Excel was not asked for.
 */
import { type Area, addressOf, areaOf, between, SHEET_COLUMNS, SHEET_ROWS } from './address.ts';
import { chartsObject } from './charts.ts';
import type { Value } from './typing.ts';
import { type ExcelBook, ExcelError, type ExcelSheet } from './workbook.ts';

/** One object behind a path of the request. Names are those of the wire: `Values`, `GetUsedRange`. */
export interface HostObject {
  readonly kind: string;
  /** What instantiating it answers, so that the client can find it again. */
  readonly identity?: Record<string, unknown>;
  /** Read one at a time, only when asked for. */
  readonly properties?: Record<string, () => unknown>;
  readonly setters?: Record<string, (value: never) => void>;
  /** Objects it leads to by property. */
  readonly leads?: Record<string, () => HostObject | null>;
  /** Methods; an object answer becomes a path, anything else a value. */
  readonly methods?: Record<string, (...args: never[]) => HostObject | null | unknown>;
  /** Collections: all items, and one by its key. */
  readonly items?: () => HostObject[];
  readonly item?: (key: string) => HostObject | null;
}

const MISSING = "The requested resource doesn't exist.";

export function workbookObject(book: ExcelBook): HostObject {
  return {
    kind: 'workbook',
    identity: {},
    leads: {
      Worksheets: () => worksheets(book),
      Tables: () => tables(book, book.sheets),
      Names: () => names(book),
      Settings: () => settings(book),
      Application: () => application(book),
      _Runtime: () => runtime(book),
      Functions: () => functions(book),
    },
    methods: { _RemoveReference: () => null },
  };
}

function worksheets(book: ExcelBook): HostObject {
  const get = (key: string): HostObject | null => {
    const sheet = book.find(key);
    return sheet && worksheet(book, sheet);
  };
  return {
    kind: 'worksheets',
    items: () => book.sheets.map((sheet) => worksheet(book, sheet)),
    item: get,
    methods: {
      GetItemOrNullObject: get,
      GetFirst: () => worksheet(book, book.sheets[0] as ExcelSheet),
      GetActiveWorksheet: () => worksheet(book, book.sheets[0] as ExcelSheet),
      GetCount: () => book.sheets.length,
      Add: (name?: string) => worksheet(book, book.add(name ?? undefined)),
      _RegisterDataChangedEvent: () => null,
      _RegisterSelectionChangedEvent: () => null,
    },
  };
}

function worksheet(book: ExcelBook, sheet: ExcelSheet): HostObject {
  const whole = between(0, 0, SHEET_ROWS - 1, SHEET_COLUMNS - 1);
  const used = (valuesOnly?: boolean): HostObject | null => {
    const area = sheet.used(valuesOnly === true);
    return area && range(book, sheet, area);
  };
  return {
    kind: 'worksheet',
    identity: { Id: sheet.id, Name: sheet.name },
    properties: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => book.sheets.indexOf(sheet),
      Visibility: () => 'Visible',
    },
    setters: {
      Name: (name: string) => {
        sheet.name = name;
      },
    },
    leads: { Protection: () => protection(sheet), Tables: () => tables(book, [sheet]), Charts: () => chartsObject(sheet) },
    methods: {
      _GetSheetById: (id: string) => {
        const found = book.find(id);
        return found && worksheet(book, found);
      },
      GetNextOrNullObject: () => {
        const next = book.sheets[book.sheets.indexOf(sheet) + 1];
        return next ? worksheet(book, next) : null;
      },
      GetRange: (address?: string) => {
        const area = address ? areaOf(address) : whole;
        if (!area) throw new ExcelError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
        return range(book, sheet, area);
      },
      GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) => {
        if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > SHEET_ROWS || column + columns > SHEET_COLUMNS)
          throw new ExcelError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
        return range(book, sheet, { row, column, rows, columns });
      },
      GetCell: (row: number, column: number) => range(book, sheet, { row, column, rows: 1, columns: 1 }),
      // On an empty sheet the used range is A1, unless a null object is asked for.
      GetUsedRange: (valuesOnly?: boolean) => used(valuesOnly) ?? range(book, sheet, between(0, 0, 0, 0)),
      GetUsedRangeOrNullObject: used,
      Activate: () => null,
    },
  };
}

function range(book: ExcelBook, sheet: ExcelSheet, area: Area): HostObject {
  const part = (row: number, column: number, rows: number, columns: number): HostObject =>
    range(book, sheet, { row: area.row + row, column: area.column + column, rows, columns });
  const grid = <T>(cell: (row: number, column: number) => T): T[][] => {
    if (area.rows * area.columns > 5_000_000)
      throw new ExcelError('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum.');
    return Array.from({ length: area.rows }, (_, r) => Array.from({ length: area.columns }, (_, c) => cell(area.row + r, area.column + c)));
  };
  const shown = (row: number, column: number): string | number | boolean => asAnswered(sheet.valueAt(row, column));
  const set = (input: unknown): void => {
    if (book.eventsOn) book.noisyWrites += 1;
    sheet.write(area, input);
  };
  return {
    kind: 'range',
    properties: {
      Address: () => addressOf(sheet.name, area),
      RowIndex: () => area.row,
      ColumnIndex: () => area.column,
      RowCount: () => area.rows,
      ColumnCount: () => area.columns,
      CellCount: () => area.rows * area.columns,
      Values: () => grid(shown),
      Formulas: () => grid((row, column) => sheet.formulaAt(row, column) ?? shown(row, column)),
      NumberFormat: () => grid((row, column) => sheet.formatAt(row, column)),
      ValueTypes: () => grid((row, column) => typeOf(sheet.valueAt(row, column))),
      Text: () => grid((row, column) => String(shown(row, column))),
      HasSpill: () => spilled(sheet, area),
      RowHidden: () => sheet.hiddenIn(area),
      ColumnHidden: () => false,
      Hidden: () => sheet.hiddenIn(area),
    },
    setters: {
      Values: set,
      Formulas: set,
      NumberFormat: (input: unknown) => sheet.writeFormats(area, input),
    },
    leads: { Worksheet: () => worksheet(book, sheet), Format: () => rangeFormat(sheet, area) },
    methods: {
      _KeepReference: () => null,
      _ValidateArraySize: (rows: number, columns: number) => {
        if (rows !== area.rows || columns !== area.columns)
          throw new ExcelError(
            'InvalidArgument',
            "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
          );
        return null;
      },
      GetCell: (row: number, column: number) => part(row, column, 1, 1),
      GetRow: (row: number) => part(row, 0, 1, area.columns),
      GetColumn: (column: number) => part(0, column, area.rows, 1),
      GetLastRow: () => part(area.rows - 1, 0, 1, area.columns),
      GetOffsetRange: (rows: number, columns: number) => part(rows, columns, area.rows, area.columns),
      GetResizedRange: (rows: number, columns: number) => part(0, 0, area.rows + rows, area.columns + columns),
      GetBoundingRect: (other: HostObject) => {
        const theirs = areaOf(String(other.properties?.Address?.())) as Area;
        const bottom = Math.max(area.row + area.rows, theirs.row + theirs.rows) - 1;
        const right = Math.max(area.column + area.columns, theirs.column + theirs.columns) - 1;
        return range(book, sheet, between(Math.min(area.row, theirs.row), Math.min(area.column, theirs.column), bottom, right));
      },
      Clear: () => {
        sheet.clear(area);
        return null;
      },
      Calculate: () => null,
      Select: () => {
        book.selected = addressOf(sheet.name, area);
        return null;
      },
      GetSpillingToRangeOrNullObject: () => {
        const filled = sheet.spills.find(({ row, column }) => row === area.row && column === area.column);
        return filled ? range(book, sheet, filled) : null;
      },
    },
  };
}

/** True when all cells are filled by formulas, false when none is, null when some are. */
function spilled(sheet: ExcelSheet, area: Area): boolean | null {
  const shared = sheet.spills.map((spill) => {
    const rows = Math.min(spill.row + spill.rows, area.row + area.rows) - Math.max(spill.row, area.row);
    const columns = Math.min(spill.column + spill.columns, area.column + area.columns) - Math.max(spill.column, area.column);
    return Math.max(0, rows) * Math.max(0, columns);
  });
  const cells = shared.reduce((sum, part) => sum + part, 0);
  return cells === 0 ? false : cells === area.rows * area.columns ? true : null;
}

/** How the cells look besides their number format. */
const rangeFormat = (sheet: ExcelSheet, area: Area): HostObject => ({
  kind: 'rangeFormat',
  setters: {
    ColumnWidth: (points: number) => {
      sheet.mustAllow();
      for (let c = 0; c < area.columns; c++) sheet.widths.set(area.column + c, points);
    },
  },
  leads: {
    Font: () => ({
      kind: 'rangeFont',
      setters: {
        Bold: (bold: boolean) => {
          sheet.mustAllow();
          for (let r = 0; r < area.rows; r++)
            for (let c = 0; c < area.columns; c++) {
              const place = `${area.row + r} ${area.column + c}`;
              if (bold) sheet.bold.add(place);
              else sheet.bold.delete(place);
            }
        },
      },
    }),
  },
});

/** Excel answers blanks as '' and errors as their text. */
function asAnswered(value: Value): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function typeOf(value: Value): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
}

const protection = (sheet: ExcelSheet): HostObject => ({
  kind: 'protection',
  properties: { Protected: () => sheet.protected },
  methods: {
    Protect: () => {
      sheet.protected = true;
      return null;
    },
    Unprotect: () => {
      sheet.protected = false;
      return null;
    },
  },
});

function tables(book: ExcelBook, sheets: readonly ExcelSheet[]): HostObject {
  const all = sheets.flatMap((sheet) => sheet.tables.map((entry) => table(book, sheet, entry)));
  const get = (name: string): HostObject | null => all.find((found) => found.identity?.Name === name) ?? null;
  return { kind: 'tables', items: () => all, item: get, methods: { GetItemOrNullObject: get, GetCount: () => all.length } };
}

function table(book: ExcelBook, sheet: ExcelSheet, entry: { name: string; area: Area }): HostObject {
  const { area } = entry;
  return {
    kind: 'table',
    identity: { Id: entry.name, Name: entry.name },
    properties: { Id: () => entry.name, Name: () => entry.name, ShowHeaders: () => true, ShowTotals: () => false },
    leads: { Worksheet: () => worksheet(book, sheet) },
    methods: {
      GetRange: () => range(book, sheet, area),
      GetHeaderRowRange: () => range(book, sheet, { ...area, rows: 1 }),
      GetDataBodyRange: () => range(book, sheet, { ...area, row: area.row + 1, rows: area.rows - 1 }),
    },
  };
}

function names(book: ExcelBook): HostObject {
  const named = (name: string): HostObject | null => {
    const found = book.names.get(name);
    if (!found) return null;
    return {
      kind: 'name',
      identity: { Name: name },
      properties: { Name: () => name, Type: () => 'Range', Value: () => addressOf(found.sheet.name, found.area), Visible: () => true },
      methods: { GetRange: () => range(book, found.sheet, found.area), GetRangeOrNullObject: () => range(book, found.sheet, found.area) },
    };
  };
  return {
    kind: 'names',
    items: () => [...book.names.keys()].map((name) => named(name) as HostObject),
    item: named,
    methods: { GetItemOrNullObject: named },
  };
}

function settings(book: ExcelBook): HostObject {
  const setting = (key: string): HostObject => ({
    kind: 'setting',
    identity: { _Id: key, Key: key },
    properties: { Key: () => key, Value: () => book.settings.get(key), _Id: () => key },
    setters: { Value: (value: unknown) => book.settings.set(key, value) },
    methods: { Delete: () => book.settings.delete(key) },
  });
  const get = (key: string): HostObject | null => (book.settings.has(key) ? setting(key) : null);
  return {
    kind: 'settings',
    items: () => [...book.settings.keys()].map(setting),
    item: get,
    methods: {
      GetItemOrNullObject: get,
      GetCount: () => book.settings.size,
      Add: (key: string, value: unknown) => {
        book.settings.set(key, value);
        return setting(key);
      },
    },
  };
}

const application = (book: ExcelBook): HostObject => ({
  kind: 'application',
  properties: { CalculationMode: () => 'Automatic' },
  leads: {
    CultureInfo: () => ({ kind: 'cultureInfo', properties: { Name: () => book.culture?.toLowerCase() ?? '' } }),
  },
  methods: {
    Calculate: () => {
      book.calculations += 1;
      return null;
    },
    SuspendApiCalculationUntilNextSync: () => null,
  },
});

const runtime = (book: ExcelBook): HostObject => ({
  kind: 'runtime',
  properties: { EnableEvents: () => book.eventsOn },
  setters: {
    EnableEvents: (on: boolean) => {
      book.eventsOn = on;
    },
  },
});

/** `workbook.functions`: the worksheet functions add-ins may call; DATE answers in the workbook's own date system. */
const functions = (book: ExcelBook): HostObject => ({
  kind: 'functions',
  methods: {
    Date: (year: number, month: number, day: number) => ({
      kind: 'functionResult',
      properties: {
        Value: () => Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + (book.date1904 ? 24_107 : 25_569),
        Error: () => null,
      },
    }),
  },
});

/** Refused as Excel does when an item is asked for by a name nobody has. */
export const missing = (): ExcelError => new ExcelError('ItemNotFound', MISSING);
