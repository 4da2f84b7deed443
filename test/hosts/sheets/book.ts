/**
 * The spreadsheet as Google keeps it, between two calls of a script: sheets of cells with their formats, what is protected, merged, hidden or
 * filtered, and the properties kept with the document. Writes can be undone up to the last flush: a script that dies loses the rest.
 */
import { BLANK, type Stored } from './typing.ts';

/** A rectangle: 1-based, inclusive. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A chart over ranges of its sheet, with where it stands and what was said of it. */
export interface ChartData {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly Area[];
  readonly headers: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly row: number;
  readonly column: number;
}

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const within = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row <= area.lastRow && column >= area.column && column <= area.lastColumn;
const meets = (a: Area, b: Area): boolean =>
  a.row <= b.lastRow && b.row <= a.lastRow && a.column <= b.lastColumn && b.column <= a.lastColumn;

export class SheetData {
  name: string;
  readonly kind: 'GRID' | 'OBJECT';
  maxRows: number;
  maxColumns: number;
  readonly rows: Stored[][] = [];
  readonly protections: Area[] = [];
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  filter: Area | null = null;
  readonly charts: ChartData[] = [];
  /** Widths of columns somebody sized, in pixels; places of bold cells as `row column`. */
  readonly widths = new Map<number, number>();
  readonly bold = new Set<string>();
  readonly #book: BookData;

  constructor(book: BookData, name: string, maxRows = 1000, maxColumns = 26, kind: 'GRID' | 'OBJECT' = 'GRID') {
    this.#book = book;
    this.name = name;
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
    this.kind = kind;
  }

  /** What stands in a cell; 1-based. Inside a merge only the first cell holds anything. */
  at(row: number, column: number): Stored {
    return this.rows[row - 1]?.[column - 1] ?? BLANK;
  }

  put(row: number, column: number, stored: Stored): void {
    const merge = this.merges.length === 0 ? undefined : this.merges.find((area) => within(area, row, column));
    const kept = merge && (merge.row !== row || merge.column !== column) ? { ...BLANK, format: stored.format } : stored;
    this.rows[row - 1] ??= [];
    const line = this.rows[row - 1] as Stored[];
    const before = line[column - 1] ?? BLANK;
    line[column - 1] = kept;
    this.#book.undoable(() => {
      line[column - 1] = before;
    });
  }

  /** Throws as Google does when any cell of the area is protected. */
  mustAllow(area: Area): void {
    if (this.protections.some((guarded) => meets(guarded, area))) throw new Error(PROTECTED);
  }

  embolden(row: number, column: number, weight: string): void {
    const place = `${row} ${column}`;
    const was = this.bold.has(place);
    if (weight === 'bold') this.bold.add(place);
    else this.bold.delete(place);
    this.#book.undoable(() => {
      if (was) this.bold.add(place);
      else this.bold.delete(place);
    });
  }

  size(column: number, width: number): void {
    const before = this.widths.get(column);
    this.widths.set(column, width);
    this.#book.undoable(() => {
      if (before === undefined) this.widths.delete(column);
      else this.widths.set(column, before);
    });
  }

  /** Puts a chart there; one of its id is replaced. */
  draw(chart: ChartData): void {
    const before = [...this.charts];
    const at = this.charts.findIndex(({ id }) => id === chart.id);
    if (at < 0) this.charts.push(chart);
    else this.charts[at] = chart;
    this.#book.undoable(() => {
      this.charts.splice(0, this.charts.length, ...before);
    });
  }

  grow(rows: number, columns: number): void {
    const [before, beforeColumns] = [this.maxRows, this.maxColumns];
    this.maxRows += rows;
    this.maxColumns += columns;
    this.#book.undoable(() => {
      this.maxRows = before;
      this.maxColumns = beforeColumns;
    });
  }

  get lastRow(): number {
    for (let row = this.rows.length; row > 0; row--) if (this.rows[row - 1]?.some(hasContent)) return row;
    return 0;
  }

  get lastColumn(): number {
    let last = 0;
    for (const line of this.rows)
      if (line) for (let column = line.length; column > last; column--) if (hasContent(line[column - 1] ?? BLANK)) last = column;
    return last;
  }
}

const hasContent = ({ value, formula }: Stored): boolean => value !== null || formula !== null;

export class BookData {
  readonly id: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: SheetData[] = [];
  readonly properties = new Map<string, string>();
  /** Set while another execution holds the document lock. */
  lockedByAnother = false;
  #undo: (() => void)[] = [];

  constructor(id: string, locale: string, timeZone: string) {
    this.id = id;
    this.locale = locale;
    this.timeZone = timeZone;
  }

  /** The same spreadsheet, to go another way from here. */
  copy(): BookData {
    const copy = new BookData(this.id, this.locale, this.timeZone);
    for (const sheet of this.sheets) {
      const to = new SheetData(copy, sheet.name, sheet.maxRows, sheet.maxColumns, sheet.kind);
      for (const [r, line] of sheet.rows.entries()) to.rows[r] = [...(line ?? [])];
      to.protections.push(...sheet.protections);
      to.charts.push(...sheet.charts);
      for (const place of sheet.bold) to.bold.add(place);
      copy.sheets.push(to);
    }
    for (const [key, value] of this.properties) copy.properties.set(key, value);
    return copy;
  }

  sheet(name: string): SheetData {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }

  undoable(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** What was written is written. */
  flush(): void {
    this.#undo = [];
  }

  /** The script died: what was not flushed never happened. */
  rollBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }
}
