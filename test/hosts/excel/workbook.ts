/**
 * An Excel workbook in memory, behaving as Excel where that can hurt a ledger: typed values are read the American way, dates are serials,
 * writes into a filtered range land on the wrong rows, protected sheets refuse. Rows move whole, so tests can insert and sort under a command.
 */
import { type Area, between } from './address.ts';
import type { ExcelChart } from './charts.ts';
import { type Typed, typed, type Value } from './typing.ts';

/** What Excel refuses, with the code Office.js passes on. */
export class ExcelError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Row {
  values: Value[];
  formats: (string | undefined)[];
  formulas: (string | undefined)[];
  hidden: boolean;
}

const blankRow = (): Row => ({ values: [], formats: [], formulas: [], hidden: false });

export class ExcelSheet {
  readonly id: string;
  name: string;
  protected = false;
  /** Rows hidden by a filter misplace array writes; rows hidden by hand do not. */
  filtered = false;
  readonly tables: { name: string; area: Area }[] = [];
  readonly charts: ExcelChart[] = [];
  /** Widths of columns somebody sized, in points; places of bold cells as `row column`. */
  readonly widths = new Map<number, number>();
  readonly bold = new Set<string>();
  /** Areas a formula fills from its first cell; all but that cell show values and hold nothing. */
  readonly spills: Area[] = [];
  /** Merged areas: only the first cell of each keeps what is written. */
  readonly merged: Area[] = [];
  #madeCharts = 0;
  readonly #book: ExcelBook;
  readonly #rows: Row[] = [];

  constructor(book: ExcelBook, id: string, name: string) {
    this.#book = book;
    this.id = id;
    this.name = name;
  }

  #row(index: number): Row {
    while (this.#rows.length <= index) this.#rows.push(blankRow());
    return this.#rows[index] as Row;
  }

  valueAt(row: number, column: number): Value {
    return this.#rows[row]?.values[column] ?? null;
  }
  formulaAt(row: number, column: number): string | null {
    return this.#rows[row]?.formulas[column] ?? null;
  }
  formatAt(row: number, column: number): string {
    return this.#rows[row]?.formats[column] ?? 'General';
  }
  isHidden(row: number): boolean {
    return this.#rows[row]?.hidden ?? false;
  }

  /** Puts a value as it is, as a file would: nothing is typed. */
  put(row: number, column: number, value: Value, format?: string, formula?: string): void {
    const target = this.#row(row);
    target.values[column] = value;
    target.formulas[column] = formula;
    if (format !== undefined) target.formats[column] = format;
  }

  /** Hides rows (1-based, as on screen), as a filter does. */
  filterOut(rows: readonly number[]): void {
    for (const row of rows) this.#row(row - 1).hidden = true;
    this.filtered = true;
  }

  /** Inserts a blank row before `row` (1-based), as a colleague would. */
  insertRow(row: number): void {
    this.#row(row - 1);
    this.#rows.splice(row - 1, 0, blankRow());
  }

  /** Sorts the rows `first`..`last` (1-based) by a column, descending. */
  sortRows(first: number, last: number, column: number): void {
    const part = this.#rows.slice(first - 1, last);
    part.sort((a, b) => String(b.values[column] ?? '').localeCompare(String(a.values[column] ?? '')));
    this.#rows.splice(first - 1, part.length, ...part);
  }

  /** Deletes row `row` (1-based). */
  deleteRow(row: number): void {
    this.#rows.splice(row - 1, 1);
  }

  /** Puts the rows from `first` (1-based) on into an order, by their places from 0. */
  orderRows(first: number, order: readonly number[]): void {
    const moved = order.map((from) => this.#row(first - 1 + from));
    this.#rows.splice(first - 1, moved.length, ...moved);
  }

  /** Inserts a blank column before `column` (0-based). */
  insertColumn(column: number): void {
    for (const { values, formats, formulas } of this.#rows) {
      if (values.length > column) values.splice(column, 0, null);
      if (formats.length > column) formats.splice(column, 0, undefined);
      if (formulas.length > column) formulas.splice(column, 0, undefined);
    }
  }

  /** Takes a column (0-based) out, and puts it back before the one that is then at `to`. */
  moveColumn(from: number, to: number): void {
    const moved = <T>(cells: T[], blank: T): void => {
      while (cells.length <= Math.max(from, to)) cells.push(blank);
      cells.splice(to, 0, ...cells.splice(from, 1));
    };
    for (const { values, formats, formulas } of this.#rows) {
      moved<Value>(values, null);
      moved<string | undefined>(formats, undefined);
      moved<string | undefined>(formulas, undefined);
    }
  }

  /** The used range, or null on an empty sheet; formats alone count unless `valuesOnly`. */
  used(valuesOnly: boolean): Area | null {
    let top = -1;
    let bottom = -1;
    let left = Number.POSITIVE_INFINITY;
    let right = -1;
    for (const [index, row] of this.#rows.entries()) {
      const width = Math.max(row.values.length, valuesOnly ? 0 : row.formats.length);
      for (let column = 0; column < width; column++) {
        const holds = (row.values[column] ?? null) !== null || row.formulas[column] !== undefined;
        if (!holds && (valuesOnly || (row.formats[column] ?? 'General') === 'General')) continue;
        if (top < 0) top = index;
        bottom = index;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
    return top < 0 ? null : between(top, left, bottom, right);
  }

  /** Sets values or formulas: a scalar for the whole area, or an array of its exact size where null leaves a cell alone. */
  write(area: Area, input: unknown): void {
    const grid = this.#gridFor(area, input);
    const misplaced = this.filtered && area.rows > 1 && this.#someHidden(area);
    for (let r = 0; r < area.rows; r++) {
      if (misplaced && this.isHidden(area.row + r)) continue;
      const from = grid[misplaced ? 0 : r] as readonly unknown[];
      for (let c = 0; c < area.columns; c++) {
        const given = from[c];
        if (given === null || given === undefined) continue;
        if (typeof given === 'object')
          throw new ExcelError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
        this.#type(
          area.row + r,
          area.column + c,
          typed(given as string, this.formatAt(area.row + r, area.column + c), this.#book.date1904),
        );
      }
    }
  }

  #type(row: number, column: number, result: Typed): void {
    if (this.merged.some((area) => isIn(area, row, column) && (row !== area.row || column !== area.column))) return;
    this.#book.cellsWritten += 1;
    // A value in the way of a formula that fills its neighbours breaks it.
    const broken = this.spills.find((area) => isIn(area, row, column));
    if (broken)
      this.put(broken.row, broken.column, { error: '#SPILL!' }, undefined, this.formulaAt(broken.row, broken.column) ?? undefined);
    const general = this.formatAt(row, column) === 'General';
    this.put(row, column, result.value, general ? result.format : undefined, result.formula);
  }

  writeFormats(area: Area, input: unknown): void {
    const grid = this.#gridFor(area, input);
    for (let r = 0; r < area.rows; r++) {
      for (let c = 0; c < area.columns; c++) {
        const given = grid[r]?.[c];
        if (typeof given === 'string') this.#row(area.row + r).formats[area.column + c] = given === '' ? 'General' : given;
      }
    }
  }

  clear(area: Area): void {
    this.#guard();
    for (let r = 0; r < area.rows; r++) for (let c = 0; c < area.columns; c++) this.put(area.row + r, area.column + c, null, 'General');
  }

  /** True when every row of the area is hidden, false when none is, null when some are. */
  hiddenIn(area: Area): boolean | null {
    let hidden = 0;
    for (let r = 0; r < area.rows; r++) if (this.isHidden(area.row + r)) hidden += 1;
    return hidden === 0 ? false : hidden === area.rows ? true : null;
  }

  #someHidden(area: Area): boolean {
    return this.hiddenIn(area) !== false;
  }

  /** Throws as Excel does when the sheet is protected. */
  mustAllow(): void {
    this.#guard();
  }

  nextChart(): number {
    this.#madeCharts += 1;
    return this.#madeCharts;
  }

  #guard(): void {
    if (this.protected) throw new ExcelError('AccessDenied', 'You cannot perform the requested operation.');
  }

  #gridFor(area: Area, input: unknown): readonly (readonly unknown[])[] {
    this.#guard();
    if (!Array.isArray(input)) {
      if (input === null || input === undefined) throw new ExcelError('InvalidArgument', 'null is not a value of a whole range.');
      return Array.from({ length: area.rows }, () => new Array(area.columns).fill(input));
    }
    if (input.length !== area.rows || input.some((row) => !Array.isArray(row) || row.length !== area.columns))
      throw new ExcelError(
        'InvalidArgument',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
    return input as readonly (readonly unknown[])[];
  }
}

const isIn = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** The workbook, with what add-ins keep in it and what the tests count. */
export class ExcelBook {
  readonly sheets: ExcelSheet[] = [];
  readonly settings = new Map<string, unknown>();
  readonly names = new Map<string, { sheet: ExcelSheet; area: Area }>();
  date1904 = false;
  culture: string | null = null;
  eventsOn = true;
  /** Writes made while events were on: each would call back every listener. */
  noisyWrites = 0;
  calculations = 0;
  cellsWritten = 0;
  /** What the user would see selected: sheet and address. */
  selected: string | null = null;
  #made = 0;

  add(name: string = `Sheet${this.sheets.length + 1}`): ExcelSheet {
    if (!name || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw new ExcelError('InvalidArgument', 'The argument is invalid.');
    if (this.find(name)) throw new ExcelError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    this.#made += 1;
    const sheet = new ExcelSheet(this, `{00000000-0000-0000-0000-${String(this.#made).padStart(12, '0')}}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  /** A sheet by name (case does not matter) or id. */
  find(key: string): ExcelSheet | null {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === key.toLowerCase() || sheet.id === key) ?? null;
  }

  sheet(name: string): ExcelSheet {
    const found = this.find(name);
    if (!found) throw new ExcelError('ItemNotFound', `The requested resource doesn't exist: ${name}`);
    return found;
  }
}
