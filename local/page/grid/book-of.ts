/**
 * The user's workbook as the grid wants it: the cells of a Snapshot with their number formats and the looks of the file; where it has none, a heading
 * row that stays in sight and columns wide enough to read. What the grid cannot hold as such (errors, formulas of another dialect) goes along in `custom` and comes back untouched.
 */
import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { type Cell, filledFrom, type Sheet, type Snapshot } from '../../../core/index.ts';
import type { BookLooks, CellLook, SheetLooks } from '../../files/looks.ts';
import { callsOurs } from '../../files/spill.ts';
import { columnsOf, freezeOf, heightOf, mergesOf, rowsOf, styleOfLook } from './dress.ts';
import { type Order, PLAIN_DATE, serialOf, showsDay, toGrid } from './formats.ts';
import { columnWidths, headingRow, statusColours } from './looks.ts';

/** Univer's own numbers for the types of a value. */
export const TEXT = 1;
export const NUMBER = 2;
export const BOOLEAN = 3;
/** Text whatever it looks like. */
export const PLAIN_TEXT = 4;

/** What a cell is besides its value, as long as it still has that value. */
export interface Besides {
  readonly value: string | number;
  readonly error?: true;
  readonly formula?: string;
}

/** What cells look like that have no look of their own. */
export const LOOK = { defaultStyle: { ff: 'Arial', fs: 10, vt: 2 }, defaultRowHeight: 23 };
export const HEADING: IStyleData = { bl: 1, bg: { rgb: '#eef1f6' }, cl: { rgb: '#1f2937' }, vt: 2 };
/** Room to go on typing below and beside. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 12;

/** Pixels of a digit in the usual font of the usual file. */
const CALIBRI_DIGIT = 7;
/** Of a column the file and its texts say nothing about, in pixels. */
const COLUMN = 88;
/** A row never fills the window. */
const TALLEST = 300;

/** Where a workbook of 1904 starts to count. */
const ERA_1904 = 1462;

/** The styles of a workbook, each once: a look of the file, a number format, colours of ours, or several of them together. */
class Styles {
  readonly all: Record<string, IStyleData> = {};
  readonly #ids = new Map<string, string>();
  readonly #looks: readonly CellLook[];

  constructor(looks: readonly CellLook[]) {
    this.#looks = looks;
  }

  look(index: number): CellLook {
    return this.#looks[index] ?? {};
  }

  /** The style of a look with a number format and `more` on top; null for a cell without any. */
  id(index: number | undefined, pattern: string | null, more: IStyleData | null = null): string | null {
    if (index === undefined && pattern === null && more === null) return null;
    const key = `${index ?? ''} ${pattern ?? ''} ${more === null ? '' : JSON.stringify(more)}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `r${this.#ids.size}`;
    this.#ids.set(key, id);
    this.all[id] = {
      ...(index === undefined ? {} : styleOfLook(this.look(index))),
      ...(pattern === null ? {} : { n: { pattern } }),
      ...more,
    };
    return id;
  }
}

/** The id the n-th sheet of the file bears in the grid, by which it is known whatever its name becomes. */
export const sheetId = (index: number): string => `sheet-${index}`;

/** What is known of the invoice table: 1-based row of its headings, 0-based column of its statuses (-1: none). */
export interface InvoiceTable {
  readonly sheet: string;
  readonly headerRow: number;
  readonly statusColumn: number;
}

/**
 * The whole workbook. `order`: how dates without an order of their own are shown; `looks`: of the file, where it has any; `digit`:
 * pixels of a digit in its usual font, as this machine shows it.
 */
export function bookOf(
  snapshot: Snapshot,
  name: string,
  order: Order,
  table: InvoiceTable | null,
  looks: BookLooks | null = null,
  digit = CALIBRI_DIGIT,
): Partial<IWorkbookData> {
  const styles = new Styles(looks?.looks ?? []);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const maker = new CellMaker(snapshot.date1904, order);
  snapshot.sheets.forEach((sheet, index) => {
    const known = table?.sheet === sheet.name ? table : null;
    const own = looks?.sheets[index] ?? null;
    sheets[sheetId(index)] = { id: sheetId(index), name: sheet.name, ...sheetData(sheet, maker, styles, known, own, digit) };
  });
  return { id: 'workbook', name, styles: styles.all, sheetOrder: Object.keys(sheets), sheets };
}

function sheetData(
  sheet: Sheet,
  maker: CellMaker,
  styles: Styles,
  table: InvoiceTable | null,
  looks: SheetLooks | null,
  digit: number,
): Partial<IWorksheetData> {
  const heading = table === null ? headingRow(sheet) : table.headerRow - 1;
  const cellData: Record<number, Record<number, ICellData>> = {};
  const idOf = (look: number) => styles.id(look, null) as string;
  const columnData = columnsOf(looks, columnWidths(sheet, heading), digit, idOf);
  const rowData = rowsOf(looks, idOf);
  const defaultRowHeight = Math.round(looks?.rowHeight ?? LOOK.defaultRowHeight);
  const usual = styles.look(0).size ?? Number.POSITIVE_INFINITY;
  let width = 0;
  const height = Math.min(Math.max(sheet.cells.length, looks?.cells.length ?? 0), sheet.cells.length + SPARE_ROWS);
  for (let r = 0; r < height; r++) {
    const line: Record<number, ICellData> = {};
    const [row, looked] = [sheet.cells[r] ?? [], looks?.cells[r] ?? []];
    const formats = sheet.formats?.[r];
    const formulas = sheet.formulas?.[r];
    width = Math.max(width, row.length, looked.length);
    let tallest = 0;
    for (let c = 0; c < Math.max(row.length, looked.length); c++) {
      const formula = formulas?.[c];
      const read = maker.cell(row[c] ?? null, formats?.[c] ?? null, typeof formula === 'string' ? formula : '');
      // What a formula of ours filled, it fills again: the cell keeps its look alone.
      const made = read !== null && typeof formula === 'string' && isFilledByOurs(formula, sheet) ? { ...read, data: {} } : read;
      const look = looked[c];
      const tall = look !== undefined && typeof row[c] === 'string' ? styles.look(look) : null;
      if (tall?.wrapped || (tall?.size ?? 0) > usual)
        tallest = Math.max(tallest, heightOf(row[c] as string, tall as CellLook, columnData[c]?.w ?? COLUMN));
      const more =
        made === null ? null : ours(made.data, look === undefined ? null : styles.look(look), r === heading, c === table?.statusColumn);
      const s = styles.id(look, made?.pattern ?? null, more);
      if (made === null && s === null) continue;
      line[c] = s === null ? (made?.data ?? {}) : { ...made?.data, s };
    }
    cellData[r] = line;
    if (tallest > defaultRowHeight && rowData[r]?.h === undefined) rowData[r] = { ...rowData[r], h: Math.min(tallest, TALLEST) };
  }
  return {
    rowCount: Math.max(sheet.cells.length + SPARE_ROWS, 100),
    columnCount: Math.max(width + SPARE_COLUMNS, 20),
    cellData,
    columnData,
    rowData,
    mergeData: mergesOf(looks),
    defaultRowHeight,
    // A cell without a look of its own has that of the workbook.
    defaultStyle: looks === null ? LOOK.defaultStyle : { ...LOOK.defaultStyle, ...styleOfLook(styles.look(0)) },
    // What the user hid stays hidden, but for the very table all this is about.
    hidden: looks?.hidden && table === null ? 1 : 0,
    showGridlines: looks?.hasGridlines === false ? 0 : 1,
    freeze: freezeOf(looks, heading >= 0 && heading < 8 ? heading + 1 : 0),
  };
}

function isFilledByOurs(formula: string, { formulas }: Sheet): boolean {
  const from = filledFrom(formula);
  const filling = from && formulas?.[from.row]?.[from.column];
  return typeof filling === 'string' && callsOurs(filling);
}

/** What we add to the look of a filled cell: a heading where the file gives it none, a status in its colours where it has no fill. */
function ours(data: ICellData, look: CellLook | null, isHeading: boolean, isStatus: boolean): IStyleData | null {
  if (isHeading) return look?.bold || look?.fill ? null : HEADING;
  const colours = isStatus && !look?.fill ? statusColours(data.v) : null;
  return colours && { bg: { rgb: colours.background }, cl: { rgb: colours.text } };
}

interface Made {
  readonly data: ICellData;
  /** The grid's spelling of its number format. */
  readonly pattern: string | null;
}

class CellMaker {
  readonly #date1904: boolean;
  readonly #order: Order;

  constructor(date1904: boolean, order: Order) {
    this.#date1904 = date1904;
    this.#order = order;
  }

  /** One cell; null for a blank one. */
  cell(cell: Cell, format: string | null, formula: string): Made | null {
    const made = this.#value(cell, format);
    if (!formula.startsWith('=')) return made;
    const data = made?.data ?? {};
    const pattern = made?.pattern ?? null;
    // Formulas of OpenDocument, spilled cells and links to other files mean nothing to this grid: they keep their last value.
    if (/^=\{|\[/.test(formula)) return made && { data: { ...data, custom: { ...data.custom, value: data.v, formula } }, pattern };
    return { data: { ...data, f: formula }, pattern };
  }

  #value(cell: Cell, format: string | null): Made | null {
    if (cell === null || cell === '') return null;
    if (typeof cell === 'string') return plain({ v: cell, t: cell.startsWith('=') ? PLAIN_TEXT : TEXT });
    if (typeof cell === 'boolean') return plain({ v: cell ? 1 : 0, t: BOOLEAN });
    if (typeof cell === 'number') return this.#number(cell, format);
    if (cell instanceof Date) return this.#day(cell.toISOString().slice(0, 10), format);
    if ('number' in cell) return this.#number(cell.number, cell.format);
    if ('error' in cell) return plain({ v: cell.error, t: TEXT, custom: { value: cell.error, error: true } });
    return this.#day(cell.date, format);
  }

  #number(value: number, format: string | null): Made {
    if (format === null || format === '') return plain({ v: value, t: NUMBER });
    const shift = this.#date1904 && showsDay(format) ? ERA_1904 : 0;
    return { data: { v: value + shift, t: NUMBER }, pattern: toGrid(format, this.#order) };
  }

  #day(iso: string, format: string | null): Made {
    const serial = serialOf(iso);
    return serial === null ? plain({ v: iso, t: TEXT }) : { data: { v: serial, t: NUMBER }, pattern: format ?? PLAIN_DATE[this.#order] };
  }
}

const plain = (data: ICellData): Made => ({ data, pattern: null });
