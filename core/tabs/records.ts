/**
 * A tab is a small table somebody typed: its headers in either language, in any order, perhaps under a title. This finds the header row of a sheet
 * by the words of a shape, and tells apart a tab from a table of invoices, which must never be swallowed by mistake.
 */
import { readHeader } from '../ledger/header-match.ts';
import type { Role } from '../types.ts';
import { folded } from '../words.ts';
import type { Cell, Sheet } from '../workbook.ts';
import type { TabShape } from './tab-shapes.ts';

/** Header rows are looked for in this many rows; titles and notes above a table are rarely longer. */
const ROWS_LOOKED_AT = 30;

/** A header, folded to compare: without accents, capitals, spaces, a Xero star, or a unit in parentheses. `Montant (€)` is `montant`. */
export function headerKey(cell: Cell | undefined): string {
  return typeof cell === 'string' && cell.length < 80 ? folded(cell.replace(/\([^)]*\)/g, ' ')).replace(/ /g, '') : '';
}

/** The folded headers of a sheet's first rows, for {@link findHeader}: whoever asks for several shapes folds them once. */
export function headerKeys(sheet: Sheet): readonly (readonly string[])[] {
  return sheet.cells.slice(0, ROWS_LOOKED_AT).map((row) => row.map(headerKey));
}

/** Where a tab's columns stand. Rows and columns are 0-based here; what people are told is 1-based and lettered. */
export interface FoundHeader<Column extends string> {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
  /** The header cells as they stand, to the last one filled. */
  readonly cells: readonly string[];
}

const vocabularies = new WeakMap<TabShape, { readonly own: Map<string, string>; readonly common: Map<string, string> }>();

function vocabularyOf(shape: TabShape): { readonly own: Map<string, string>; readonly common: Map<string, string> } {
  let words = vocabularies.get(shape);
  if (!words) {
    words = { own: new Map(), common: new Map() };
    for (const [column, names] of Object.entries(shape.columns))
      for (const name of [column, ...names]) if (!words.own.has(headerKey(name))) words.own.set(headerKey(name), column);
    for (const [column, names] of Object.entries(shape.underItsName))
      for (const name of names ?? []) words.common.set(headerKey(name), column);
    vocabularies.set(shape, words);
  }
  return words;
}

function holds(columns: ReadonlyMap<string, number>, needed: TabShape['needs']): boolean {
  return needed.every((one) => (typeof one === 'string' ? columns.has(one) : one.some((any) => columns.has(any))));
}

/**
 * The header row of a shape in a sheet: of the first rows that hold what the shape needs (under its own name) or what makes it unmistakable,
 * the one with most of its columns. Null when there is none. A word standing twice counts where it stands first.
 */
export function findHeader<Column extends string>(
  sheet: Sheet,
  shape: TabShape<Column>,
  isNamed: boolean,
  rows: readonly (readonly string[])[] = headerKeys(sheet),
): FoundHeader<Column> | null {
  const needed = isNamed ? shape.needs : shape.unmistakable;
  if (needed === null) return null;
  const words = vocabularyOf(shape);
  let best: FoundHeader<Column> | null = null;
  for (const [row, keys] of rows.entries()) {
    const columns = new Map<Column, number>();
    for (const vocabulary of isNamed ? [words.own, words.common] : [words.own])
      keys.forEach((key, at) => {
        const column = vocabulary.get(key) as Column | undefined;
        if (column !== undefined && !columns.has(column)) columns.set(column, at);
      });
    if (isNamed && shape.like !== undefined) addAlike(columns, sheet.cells[row] ?? [], shape.like);
    if (columns.size > (best?.columns.size ?? 0) && holds(columns, needed))
      best = { row, columns, cells: headerCells(sheet.cells[row] ?? []) };
  }
  return best;
}

/** Gives the columns still missing to headers that an invoice sheet would have for the like of them. */
function addAlike<Column extends string>(
  columns: Map<Column, number>,
  cells: readonly Cell[],
  like: Partial<Record<Column, readonly Role[]>>,
): void {
  const taken = new Set(columns.values());
  cells.forEach((cell, at) => {
    if (typeof cell !== 'string' || taken.has(at)) return;
    const role = readHeader(cell).meanings[0]?.role;
    for (const [column, roles] of Object.entries(like) as [Column, readonly Role[]][])
      if (role !== undefined && roles.includes(role) && !columns.has(column)) {
        columns.set(column, at);
        return;
      }
  });
}

function headerCells(cells: readonly Cell[]): string[] {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : String(cell)));
  while (texts.at(-1) === '') texts.pop();
  return texts;
}

/** Which column of the shape stands in each place of a header; null for the user's own columns and for a word's second standing. */
export function columnsOf(shape: TabShape, header: readonly string[]): (string | null)[] {
  const words = vocabularyOf(shape);
  const taken = new Set<string>();
  return header.map((cell) => {
    const column = words.own.get(headerKey(cell)) ?? null;
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

// ── What betrays a table of invoices ────────────────────────────────────────────────────────────────────────────────────────────────────

export type InvoiceSign = 'money' | 'due' | 'status' | 'date' | 'number';

/** What the words of an invoice sheet's columns betray. */
const SIGNS: Partial<Record<Role, InvoiceSign>> = {
  amount: 'money',
  amountNet: 'money',
  paidAmount: 'money',
  balance: 'money',
  dueOn: 'due',
  terms: 'due',
  status: 'status',
  daysLate: 'status',
  issuedOn: 'date',
  number: 'number',
};

function signOf(cell: Cell | undefined): InvoiceSign | null {
  const role = typeof cell === 'string' ? readHeader(cell).meanings[0]?.role : undefined;
  return role === undefined ? null : (SIGNS[role] ?? null);
}

/** What the header cells that are none of the tab's own columns betray. */
export function foreignSigns(sheet: Sheet, header: FoundHeader<string>): ReadonlySet<InvoiceSign> {
  const own = new Set(header.columns.values());
  const signs = (sheet.cells[header.row] ?? []).map((cell, at) => (own.has(at) ? null : signOf(cell)));
  return new Set(signs.filter((sign) => sign !== null));
}

/** Whether a row other than `except` (0-based) of the sheet's first ones heads a table that could be the invoices. */
export function canHoldInvoices(sheet: Sheet, except = -1): boolean {
  return sheet.cells.slice(0, ROWS_LOOKED_AT).some((cells, row) => {
    if (row === except) return false;
    // Names, addresses and sentences hold such words too: headers have neither figures nor an @.
    const signs = cells
      .map((cell) => (typeof cell === 'string' && !/[@\d]/.test(cell) ? signOf(cell) : null))
      .filter((sign) => sign !== null);
    return signs.length >= 2 && signs.includes('money') && (except < 0 || signs.length >= 3) && signs.some((sign) => sign !== 'money');
  });
}

/** True when the sheet has not one filled cell. */
export function isBlankSheet(sheet: Sheet): boolean {
  return sheet.cells.every((row) => row.every((cell) => cell === null || cell === ''));
}
