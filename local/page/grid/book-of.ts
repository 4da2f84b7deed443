/**
 * The user's workbook as the grid wants it: the cells of a Snapshot with their number formats, a heading row that stays in sight, columns wide
 * enough to read. What the grid cannot hold as such (errors, formulas of another dialect) goes along in `custom` and comes back untouched.
 */
import type { ICellData, IColumnData, IObjectArrayPrimitiveType, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/presets';
import type { Cell, Sheet, Snapshot } from '../../../core/index.ts';
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

/** Where a workbook of 1904 starts to count. */
const ERA_1904 = 1462;

class Styles {
  readonly all: Record<string, IStyleData> = {};
  readonly #ids = new Map<string, string>();

  id(key: string, make: () => IStyleData): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `r${this.#ids.size}`;
    this.#ids.set(key, id);
    this.all[id] = make();
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

/** The whole workbook. `order`: how dates without an order of their own are shown. */
export function bookOf(snapshot: Snapshot, name: string, order: Order, table: InvoiceTable | null): Partial<IWorkbookData> {
  const styles = new Styles();
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  snapshot.sheets.forEach((sheet, index) => {
    const known = table?.sheet === sheet.name ? table : null;
    sheets[sheetId(index)] = { id: sheetId(index), name: sheet.name, ...sheetData(sheet, snapshot.date1904, order, styles, known) };
  });
  return { id: 'workbook', name, styles: styles.all, sheetOrder: Object.keys(sheets), sheets };
}

function sheetData(sheet: Sheet, date1904: boolean, order: Order, styles: Styles, table: InvoiceTable | null): Partial<IWorksheetData> {
  const heading = table === null ? headingRow(sheet) : table.headerRow - 1;
  const cellData: Record<number, Record<number, ICellData>> = {};
  let width = 0;
  sheet.cells.forEach((row, r) => {
    const line: Record<number, ICellData> = {};
    width = Math.max(width, row.length);
    const formats = sheet.formats?.[r];
    const formulas = sheet.formulas?.[r];
    for (let c = 0; c < row.length; c++) {
      const formula = formulas?.[c];
      const data = cellOf(row[c] ?? null, formats?.[c] ?? null, typeof formula === 'string' ? formula : '', date1904, order, styles);
      if (data === null) continue;
      if (r === heading) data.s = styles.id('heading', () => HEADING);
      else if (c === table?.statusColumn) colour(data, styles);
      line[c] = data;
    }
    cellData[r] = line;
  });
  const columnData: IObjectArrayPrimitiveType<Partial<IColumnData>> = {};
  columnWidths(sheet, heading).forEach((w, column) => {
    columnData[column] = { w };
  });
  const frozen = heading >= 0 && heading < 8 ? heading + 1 : 0;
  return {
    rowCount: Math.max(sheet.cells.length + SPARE_ROWS, 100),
    columnCount: Math.max(width + SPARE_COLUMNS, 20),
    cellData,
    columnData,
    ...LOOK,
    freeze: { xSplit: 0, ySplit: frozen, startRow: frozen === 0 ? -1 : frozen, startColumn: -1 },
  };
}

function colour(data: ICellData, styles: Styles): void {
  const colours = statusColours(data.v);
  if (colours === null) return;
  data.s = styles.id(`colour ${colours.background} ${colours.text}`, () => ({
    bg: { rgb: colours.background },
    cl: { rgb: colours.text },
  }));
}

/** One cell; null for a blank one. */
function cellOf(cell: Cell, format: string | null, formula: string, date1904: boolean, order: Order, styles: Styles): ICellData | null {
  const data = gridValue(cell, format, date1904, order, styles);
  if (!formula.startsWith('=')) return data;
  // Formulas of OpenDocument, spilled cells and links to other files mean nothing to this grid: they keep their last value.
  if (/^=\{|\[/.test(formula)) return data && { ...data, custom: { ...data.custom, value: data.v, formula } };
  return { ...(data ?? {}), f: formula };
}

function gridValue(cell: Cell, format: string | null, date1904: boolean, order: Order, styles: Styles): ICellData | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { v: cell, t: cell.startsWith('=') ? PLAIN_TEXT : TEXT };
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: BOOLEAN };
  const styled = (value: number, pattern: string | null): ICellData => {
    if (pattern === null || pattern === '') return { v: value, t: NUMBER };
    const shift = date1904 && showsDay(pattern) ? ERA_1904 : 0;
    const shown = toGrid(pattern, order);
    return { v: value + shift, t: NUMBER, s: styles.id(`format ${shown}`, () => ({ n: { pattern: shown } })) };
  };
  if (typeof cell === 'number') return styled(cell, format);
  if (cell instanceof Date) return gridValue({ date: cell.toISOString().slice(0, 10) }, format, false, order, styles);
  if ('number' in cell) return styled(cell.number, cell.format);
  if ('error' in cell) return { v: cell.error, t: TEXT, custom: { value: cell.error, error: true } };
  const serial = serialOf(cell.date);
  if (serial === null) return { v: cell.date, t: TEXT };
  const pattern = format ?? PLAIN_DATE[order];
  return { v: serial, t: NUMBER, s: styles.id(`format ${pattern}`, () => ({ n: { pattern } })) };
}
