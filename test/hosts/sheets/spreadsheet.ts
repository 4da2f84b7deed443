/**
 * SpreadsheetApp as far as the shell uses it, with Google's own rules and words: grids end where they end, shapes must agree, text is read as if
 * typed, dates come back as instants of the spreadsheet's zone, protected cells refuse.
 */
import { type Area, type BookData, SheetData } from './book.ts';
import { builderOf, chartOf } from './charts.ts';
import type { Execution } from './execution.ts';
import { finderOf } from './text-finder.ts';
import { AUTOMATIC, dateFormatOf, type Stored, shown, showsDate, typed } from './typing.ts';
import { instantOf, serialOf } from './zone.ts';

type Api = Record<string, (...args: never[]) => unknown>;

/** Makes every method of a service object a counted call. */
export function served(run: Execution, kind: string, api: Api): Record<string, (...args: unknown[]) => unknown> {
  return Object.fromEntries(
    Object.entries(api).map(([name, method]) => [
      name,
      (...args: unknown[]) => run.serve(`${kind}.${name}`, () => (method as (...all: unknown[]) => unknown)(...args)),
    ]),
  );
}

export function spreadsheetApp(run: Execution): unknown {
  const { book } = run.surroundings;
  let active: SheetData | undefined = book.sheets[0];
  const look = (sheet: SheetData | undefined) => {
    active = sheet;
    run.activeSheet = sheet?.name ?? '';
  };
  look(active);
  const known = new Map<SheetData, unknown>();
  const sheetApi = (data: SheetData): unknown => {
    if (!known.has(data)) known.set(data, sheetOf(run, data));
    return known.get(data);
  };
  const spreadsheet = served(run, 'Spreadsheet', {
    getId: () => book.id,
    getName: () => 'Classeur',
    getSpreadsheetLocale: () => book.locale,
    getSpreadsheetTimeZone: () => book.timeZone,
    getSheets: () => book.sheets.map(sheetApi),
    getSheetByName: (name: string) => {
      const found = book.sheets.find((sheet) => sheet.name.toLowerCase() === String(name).toLowerCase());
      return found ? sheetApi(found) : null;
    },
    createTextFinder: (text: string) =>
      finderOf(run, book, text, (data, row, column) => rangeOf(run, data, sheetApi(data), areaOf(row, column, 1, 1))),
    getActiveSheet: () => (active ? sheetApi(active) : null),
    insertSheet: (name: string, index = book.sheets.length) => {
      if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
        throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      const made = new SheetData(book, name);
      book.sheets.splice(index, 0, made);
      book.undoable(() => {
        book.sheets.splice(book.sheets.indexOf(made), 1);
      });
      look(made);
      return sheetApi(made);
    },
    setActiveSheet: (sheet: { getName(): string }) => {
      const found = [...known].find(([, api]) => api === sheet)?.[0];
      mustBe(found !== undefined && book.sheets.includes(found), 'Cannot find the sheet.');
      look(found);
      return sheet;
    },
    toast: (message: string) => {
      run.said.push(message);
    },
    getProtections: (type: string) => {
      mustBe(
        type === 'RANGE' || type === 'SHEET',
        "The parameters don't match the method signature for SpreadsheetApp.Spreadsheet.getProtections.",
      );
      return book.sheets.flatMap((data) =>
        data.protections
          .filter((area) => (type === 'SHEET') === (area.lastRow >= data.maxRows && area.lastColumn >= data.maxColumns))
          .map((area) =>
            served(run, 'Protection', {
              canEdit: () => false,
              getDescription: () => '',
              getRange: () => rangeOf(run, data, sheetApi(data), area),
            }),
          ),
      );
    },
  });
  const app = served(run, 'SpreadsheetApp', {
    getActive: () => spreadsheet,
    getActiveSpreadsheet: () => spreadsheet,
    flush: () => book.flush(),
    getUi: () => uiOf(run),
  });
  return {
    ...app,
    SheetType: { GRID: 'GRID', OBJECT: 'OBJECT', DATASOURCE: 'DATASOURCE' },
    ProtectionType: { RANGE: 'RANGE', SHEET: 'SHEET' },
  };
}

function sheetOf(run: Execution, data: SheetData): unknown {
  const api: Record<string, (...args: unknown[]) => unknown> = served(run, 'Sheet', {
    getName: () => data.name,
    getType: () => data.kind,
    getLastRow: () => data.lastRow,
    getLastColumn: () => data.lastColumn,
    getMaxRows: () => data.maxRows,
    getMaxColumns: () => data.maxColumns,
    isRowHiddenByUser: (row: number) => data.hiddenRows.has(row),
    getDataRange: () =>
      rangeOf(run, data, api, { row: 1, column: 1, lastRow: Math.max(1, data.lastRow), lastColumn: Math.max(1, data.lastColumn) }),
    getRange: (row: number | string, column?: number, rows = 1, columns = 1) =>
      rangeOf(run, data, api, typeof row === 'string' ? areaOfA1(row, data) : areaOf(row, column as number, rows, columns)),
    insertColumnsAfter: (after: number, howMany: number) => {
      mustBe(after >= 1 && after <= data.maxColumns && howMany >= 1, 'Those columns are out of bounds.');
      data.mustAllow({ row: 1, column: after, lastRow: data.maxRows, lastColumn: after });
      if (after !== data.maxColumns) throw new Error('the double only widens at the right');
      data.grow(0, howMany);
      // New columns look like their neighbour on the left.
      for (let row = 1; row <= data.rows.length; row++) {
        const { format } = data.at(row, after);
        if (format !== null) for (let i = 1; i <= howMany; i++) data.put(row, after + i, { value: null, formula: null, format });
      }
      return api;
    },
    setColumnWidth: (column: number, width: number) => {
      mustBe(column >= 1 && column <= data.maxColumns, 'Those columns are out of bounds.');
      data.mustAllow({ row: 1, column, lastRow: data.maxRows, lastColumn: column });
      data.size(column, width);
      return api;
    },
    getRangeList: (addresses: string[]) => {
      mustBe(Array.isArray(addresses) && addresses.length > 0, 'Range not found');
      // Made here without a call of their own, as Google makes them.
      const areas = addresses.map((address) => areaOfA1(address, data));
      for (const area of areas) mustStand(area, data);
      const each = (what: string, change: (row: number, column: number) => void): unknown => {
        for (const area of areas) data.mustAllow(area);
        for (const area of areas) {
          run.written.push({ sheet: data.name, ...area, what });
          for (let row = area.row; row <= area.lastRow; row++)
            for (let column = area.column; column <= area.lastColumn; column++) change(row, column);
        }
        return list;
      };
      const list: Record<string, (...args: unknown[]) => unknown> = served(run, 'RangeList', {
        setNumberFormat: (format: string) =>
          each('formats', (row, column) => data.put(row, column, { ...data.at(row, column), format: formatIn(format) })),
        setFontWeight: (weight: string) => {
          mustBe(['bold', 'normal', null].includes(weight), 'Invalid argument: weight');
          return each('looks', (row, column) => data.embolden(row, column, weight));
        },
      });
      return list;
    },
    getCharts: () => data.charts.map((chart) => chartOf(run, data, chart, (area) => rangeOf(run, data, api, area))),
    newChart: () => builderOf(run, data, null),
    insertChart: (chart: { isNew?: true; data: Parameters<typeof data.draw>[0] }) => {
      mustBe(chart?.isNew === true, "The parameters don't match the method signature for SpreadsheetApp.Sheet.insertChart.");
      data.draw(chart.data);
    },
    updateChart: (chart: { data: Parameters<typeof data.draw>[0] }) => {
      mustBe(
        data.charts.some(({ id }) => id === chart?.data?.id),
        'Chart not found in the sheet.',
      );
      data.draw(chart.data);
    },
    insertRowsAfter: (after: number, howMany: number) => {
      mustBe(after >= 1 && after <= data.maxRows && howMany >= 1, 'Those rows are out of bounds.');
      if (after !== data.maxRows) throw new Error('the double only lengthens at the bottom');
      data.grow(howMany, 0);
      return api;
    },
  });
  return api;
}

function rangeOf(run: Execution, data: SheetData, sheet: unknown, area: Area): unknown {
  const { book } = run.surroundings;
  if (data.kind !== 'GRID') throw new Error('This operation is not supported on a sheet of this type.');
  mustBe(area.row >= 1, 'The starting row of the range is too small.');
  mustBe(area.column >= 1, 'The starting column of the range is too small.');
  mustBe(area.lastRow >= area.row, 'The number of rows in the range must be at least 1.');
  mustBe(area.lastColumn >= area.column, 'The number of columns in the range must be at least 1.');
  mustStand(area, data);
  const height = area.lastRow - area.row + 1;
  const width = area.lastColumn - area.column + 1;
  const each = <T>(answer: (stored: Stored) => T): T[][] => {
    mustStand(area, data);
    return Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (_, c) => answer(data.at(area.row + r, area.column + c))),
    );
  };
  const write = (what: string, change: (before: Stored, r: number, c: number) => Stored): unknown => {
    mustStand(area, data);
    data.mustAllow(area);
    run.written.push({ sheet: data.name, ...area, what });
    for (let r = 0; r < height; r++)
      for (let c = 0; c < width; c++) data.put(area.row + r, area.column + c, change(data.at(area.row + r, area.column + c), r, c));
    return api;
  };
  const mustFit = (grid: unknown): unknown[][] => {
    if (!Array.isArray(grid) || !grid.every((line) => Array.isArray(line)))
      throw new Error("The parameters don't match the method signature for SpreadsheetApp.Range.");
    const said = (what: string, has: number, wants: number): string =>
      `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`;
    mustBe(grid.length === height, said('rows', grid.length, height));
    for (const line of grid) mustBe(line.length === width, said('columns', line.length, width));
    return grid;
  };
  const api: Record<string, (...args: unknown[]) => unknown> = served(run, 'Range', {
    getSheet: () => sheet,
    getA1Notation: () => a1Of(area),
    getRow: () => area.row,
    getColumn: () => area.column,
    getNumRows: () => height,
    getNumColumns: () => width,
    activate: () => {
      run.selected = `${data.name}!${a1Of(area)}`;
      return api;
    },
    getValue: () => cellValue(data.at(area.row, area.column), book),
    getValues: () => each((stored) => cellValue(stored, book)),
    getDisplayValues: () => each((stored) => shown(stored, book.locale)),
    getRichTextValues: () => each(({ value, rich }) => (typeof value === 'string' ? new RichText(run, rich) : null)),
    getFormula: () => data.at(area.row, area.column).formula ?? '',
    getFormulas: () => each(({ formula }) => formula ?? ''),
    getNumberFormat: () => data.at(area.row, area.column).format ?? AUTOMATIC,
    getNumberFormats: () => each(({ format }) => format ?? AUTOMATIC),
    setValue: (value: unknown) => write('values', (before) => storedFor(value, before, book)),
    setValues: (values: unknown) => {
      const grid = mustFit(values);
      return write('values', (before, r, c) => storedFor(grid[r]?.[c], before, book));
    },
    setFormula: (formula: string) => {
      mustBe(typeof formula === 'string', "The parameters don't match the method signature for SpreadsheetApp.Range.setFormula.");
      return write('formulas', ({ format }) => ({ value: '#NAME?', formula, format }));
    },
    setNumberFormat: (format: string) => write('formats', (before) => ({ ...before, format: formatIn(format) })),
    setNumberFormats: (formats: unknown) => {
      const grid = mustFit(formats);
      return write('formats', (before, r, c) => ({ ...before, format: formatIn(grid[r]?.[c]) }));
    },
    clearContent: () => write('values', ({ format }) => ({ value: null, formula: null, format })),
  });
  return api;
}

/** A text with its looks: a class of its own, for there is one for every text of a range. */
class RichText {
  readonly #run: Execution;
  readonly #rich: Stored['rich'];

  constructor(run: Execution, rich: Stored['rich']) {
    this.#run = run;
    this.#rich = rich;
  }

  getRuns(): unknown[] {
    return this.#run.serve('RichTextValue.getRuns', () => (this.#rich === 'parts' ? [{}, {}] : [{}]));
  }

  getLinkUrl(): string | null {
    return this.#run.serve('RichTextValue.getLinkUrl', () => (this.#rich === 'link' ? 'https://a.example' : null));
  }
}

function cellValue({ value, format }: Stored, book: BookData): unknown {
  if (value === null) return '';
  return typeof value === 'number' && showsDate(format) ? instantOf(value, book.timeZone) : value;
}

function storedFor(value: unknown, before: Stored, book: BookData): Stored {
  const { format } = before;
  if (value === null || value === undefined) return { value: null, formula: null, format };
  if (typeof value === 'string') {
    if (value.length > 50_000) throw new Error('Your input contains more than the maximum of 50000 characters in a single cell.');
    return typed(value, before, book.locale, serialOf(new Date(), book.timeZone));
  }
  // A text cell takes everything as text.
  if (format === '@') return { value: String(value), formula: null, format };
  if (typeof value === 'number' || typeof value === 'boolean') return { value, formula: null, format };
  if (Object.prototype.toString.call(value) === '[object Date]')
    return { value: serialOf(value as Date, book.timeZone), formula: null, format: format ?? dateFormatOf(book.locale) };
  return { value: String(value), formula: null, format };
}

function formatIn(format: unknown): string | null {
  if (typeof format !== 'string')
    throw new Error("The parameters don't match the method signature for SpreadsheetApp.Range.setNumberFormat.");
  return format === '' || /^general$/i.test(format) ? null : format;
}

function areaOf(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, lastRow: row + rows - 1, lastColumn: column + columns - 1 };
}

function mustStand(area: Area, data: SheetData): void {
  mustBe(
    area.lastRow <= data.maxRows && area.lastColumn <= data.maxColumns,
    'The coordinates of the range are outside the dimensions of the sheet.',
  );
}

function a1Of(area: Area): string {
  const letters = (column: number): string =>
    (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
  const first = `${letters(area.column)}${area.row}`;
  return area.row === area.lastRow && area.column === area.lastColumn ? first : `${first}:${letters(area.lastColumn)}${area.lastRow}`;
}

function areaOfA1(a1: string, data: SheetData): Area {
  const rows = /^(\d+):(\d+)$/.exec(a1);
  if (rows) return { row: Number(rows[1]), column: 1, lastRow: Number(rows[2]), lastColumn: data.maxColumns };
  const found = /^([A-Z]+)(\d+)?(?::([A-Z]+)(\d+)?)?$/.exec(a1.replaceAll('$', '').toUpperCase());
  if (!found) throw new Error('Range not found');
  const column = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const [, first, firstRow, last = first, lastRow] = found as unknown as [string, string, string?, string?, string?];
  return {
    row: Number(firstRow ?? 1),
    column: column(first),
    lastRow: Number(lastRow ?? (found[3] === undefined ? (firstRow ?? data.maxRows) : data.maxRows)),
    lastColumn: column(last as string),
  };
}

function mustBe(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function uiOf(run: Execution): unknown {
  return served(run, 'Ui', {
    createMenu: (name: string) => {
      const menu = { name, items: [] as { caption: string; functionName: string }[] };
      const api: Record<string, (...args: unknown[]) => unknown> = served(run, 'Menu', {
        addItem: (caption: string, functionName: string) => {
          menu.items.push({ caption, functionName });
          return api;
        },
        addSeparator: () => api,
        addToUi: () => {
          run.menus.push(menu);
        },
      });
      return api;
    },
    showSidebar: (page: { getContent(): string; getTitle(): string }) => {
      run.shown.push({ title: page.getTitle(), content: page.getContent() });
    },
    alert: (...words: string[]) => {
      run.said.push(words.join('\n'));
    },
  });
}
