/**
 * A ChangeSet speaks of columns and tabs; files are made of cells. Here it becomes the list of cells to write in each sheet and the tabs to add,
 * the same for every format. A formula, or words standing where a new column was to go, are left alone and named.
 */
import type { Binding, Cell, CellLook, ChangeSet, LeftCell, Sheet, Snapshot, TabAppend } from '../../core/index.ts';
import { lettersOf } from './cell-names.ts';

/** One cell to write: 1-based row, 0-based column; null clears. `day` values are ISO text to become true dates. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  /** `result`: what the cell's own formula now gives; the formula stays. */
  readonly look: CellLook | 'header' | 'result';
  /** The user's own edit, in a grid: it may take the place of a formula, and nothing is put before what it starts with. */
  readonly typed?: true;
  /** The formula the user wrote, with its `=`; `value` is what it gives. */
  readonly formula?: string;
  /** The area the formula fills (`A20:D28`), where it fills more than its cell. */
  readonly spill?: string;
}

/** A cell of a new tab: text as it stands, or a value with its number format, and the formula behind it. */
export type TabCell = string | (Pick<CellEdit, 'value' | 'formula' | 'spill'> & { readonly format: string | null });

/** All a copy writes. */
export interface Edits {
  /** By the sheet's index in the snapshot, then by row, columns ascending. */
  readonly sheets: ReadonlyMap<number, ReadonlyMap<number, readonly CellEdit[]>>;
  readonly newTabs: readonly { readonly name: string; readonly rows: readonly (readonly TabCell[])[] }[];
  readonly left: readonly LeftCell[];
  /** Index of the invoice sheet; -1 when only tabs are written. */
  readonly invoiceSheet: number;
  /** What the user said of their table, to be kept with the file. */
  readonly binding?: Binding;
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || cell === '';
}

function hasFormula(sheet: Sheet, row: number, column: number): boolean {
  const formula = sheet.formulas?.[row - 1]?.[column];
  return typeof formula === 'string' && formula.startsWith('=');
}

/** 1-based last row with anything in it; 0 for an empty sheet. */
function lastContentRow(sheet: Sheet): number {
  for (let row = sheet.cells.length; row > 0; row--) {
    const cells = sheet.cells[row - 1];
    for (let column = 0; column < cells.length; column++) if (!isBlank(cells[column]) || hasFormula(sheet, row, column)) return row;
  }
  return 0;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell.trim().toLowerCase() : '';
}

/** Under which columns of an existing tab the values go: by its own headers where they are found, else in the order given. */
function columnsOf(
  sheet: Sheet,
  header: readonly string[],
): { readonly columns: readonly number[]; readonly headerRow: number; readonly missing: readonly number[] } {
  const words = header.map(textOf);
  for (let row = 1; row <= Math.min(sheet.cells.length, 20); row++) {
    const present = sheet.cells[row - 1].map(textOf);
    const places = words.map((word, i) => (word === '' || present[i] === word ? i : present.indexOf(word)));
    const found = places.filter((place, i) => place >= 0 && words[i] !== '').length;
    if (found === 0 || found * 2 < words.length) continue;
    let next = present.length;
    const missing: number[] = [];
    const columns = places.map((place, i) => {
      if (place >= 0) return place;
      missing.push(i);
      return next++;
    });
    return { columns, headerRow: row, missing };
  }
  return { columns: header.map((_, i) => i), headerRow: 0, missing: [] };
}

function appended(sheet: Sheet, append: TabAppend, add: (edit: CellEdit) => void, from: number): number {
  const { columns, headerRow, missing } = columnsOf(sheet, append.header);
  let row = Math.max(from, lastContentRow(sheet));
  if (row === 0) {
    row = 1;
    append.header.forEach((value, i) => {
      add({ row, column: columns[i], value, look: 'header' });
    });
  }
  for (const i of missing) add({ row: headerRow, column: columns[i], value: append.header[i], look: 'header' });
  for (const values of append.rows) {
    row++;
    values.forEach((value, i) => {
      if (value !== '') add({ row, column: columns[i] ?? i, value, look: 'text' });
    });
  }
  return row;
}

/** The cells a ChangeSet writes into this workbook. Throws a RangeError when its sheet is not there: it was made for another workbook. */
export function cellEdits(snapshot: Snapshot, changes: ChangeSet): Edits {
  const byPlace = new Map<number, Map<number, Map<number, CellEdit>>>();
  const adder = (index: number) => (edit: CellEdit) => {
    const rows = byPlace.get(index) ?? new Map<number, Map<number, CellEdit>>();
    byPlace.set(index, rows);
    const row = rows.get(edit.row) ?? new Map<number, CellEdit>();
    rows.set(edit.row, row);
    row.set(edit.column, edit);
  };
  const left: LeftCell[] = [];
  const invoiceSheet = changes.sheet === null ? -1 : snapshot.sheets.findIndex((sheet) => sheet.name === changes.sheet);
  if (changes.sheet !== null && changes.columns.length > 0) {
    if (invoiceSheet < 0) throw new RangeError(`no sheet named ${changes.sheet}`);
    const sheet = snapshot.sheets[invoiceSheet];
    const add = adder(invoiceSheet);
    for (const edits of changes.columns) {
      const { column, newHeader } = edits;
      const put = (row: number, value: string | number | null, look: CellEdit['look']) => {
        const why = hasFormula(sheet, row, column)
          ? 'formula'
          : newHeader !== null && !isBlank(sheet.cells[row - 1]?.[column])
            ? 'words'
            : null;
        if (why === null) add({ row, column, value, look });
        else left.push({ sheet: sheet.name, row, column: lettersOf(column), why });
      };
      if (newHeader !== null) put(changes.headerRow, newHeader, 'header');
      const look = edits.look === 'day' && edits.daysAsText ? 'text' : edits.look;
      edits.rows.forEach((row, i) => {
        put(row, edits.after[i], look);
      });
    }
  }
  const newTabs = new Map<string, { name: string; rows: (readonly string[])[] }>();
  const lastRows = new Map<number, number>();
  for (const append of changes.appends) {
    const key = append.tab.toLowerCase();
    const index = snapshot.sheets.findIndex((sheet) => sheet.name.toLowerCase() === key);
    if (index >= 0) {
      lastRows.set(index, appended(snapshot.sheets[index], append, adder(index), lastRows.get(index) ?? 0));
    } else {
      const tab = newTabs.get(key) ?? { name: append.tab, rows: [append.header] };
      newTabs.set(key, tab);
      tab.rows.push(...append.rows);
    }
  }
  const sheets = new Map<number, ReadonlyMap<number, readonly CellEdit[]>>();
  for (const [index, rows] of byPlace) {
    const sorted = [...rows].map(([row, cells]): [number, CellEdit[]] => [row, [...cells.values()].sort((a, b) => a.column - b.column)]);
    sheets.set(index, new Map(sorted.sort(([a], [b]) => a - b)));
  }
  const { binding } = snapshot;
  return { sheets, newTabs: [...newTabs.values()], left, invoiceSheet, ...(binding === undefined ? {} : { binding }) };
}
