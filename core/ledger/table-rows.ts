/**
 * Rows of a sheet before anything is known of them: which could hold headers, which belong to one table, where that table ends. Nobody's sheet holds
 * only invoices: there are titles above, totals and notes below, another table further down.
 */
import type { Role } from '../types.ts';
import type { Cell, Sheet } from '../workbook.ts';
import { isBlank, textOf } from './evidence.ts';
import { readHeader } from './header-match.ts';

const SAMPLE = 100;
/** Rows looked at before the end of the table is known. */
const FIRST_LOOK = 25;

/** True when nothing stands in the row. */
export function isBlankRow(row: readonly Cell[] | undefined): boolean {
  return row?.every(isBlank) ?? true;
}

/** "1 - 30" and "31-60 jours" begin with a digit and are headers all the same. */
const AGE_SPAN = /^\s*\d{1,3} ?[-–] ?\d{1,3}(?: ?(?:days|jours|j|tage|dagen|giorni|d[ií]as)\b.*)?$/i;

/** True for cells no header is made of: numbers, dates, texts that begin like one. */
export function isDataLike(cell: Cell): boolean {
  if (typeof cell === 'string') {
    const first = cell.charCodeAt(0);
    return (first >= 48 && first <= 57) || /^\s*[-+(]?[€$£]?\s*\d/.test(cell);
  }
  return cell !== null && typeof cell !== 'boolean';
}

/** Could this row hold headers: at least `least` different roles named, and few cells that look like data. */
export function isHeaderLike(row: readonly Cell[] | undefined, least: number, dataAllowed: number): boolean {
  if (!row) return false;
  let filled = 0;
  let dataLike = 0;
  const words: string[] = [];
  for (const cell of row) {
    if (isBlank(cell)) continue;
    filled++;
    if (isDataLike(cell)) dataLike += typeof cell === 'string' && AGE_SPAN.test(cell) ? 0 : 1;
    else if (typeof cell === 'string' && cell.length <= 80) words.push(cell.trim());
  }
  // Rows of data are tried too: to understand the words of each of them would cost more than to read the table.
  if (dataLike > dataAllowed * filled || words.length < least) return false;
  const roles = new Set<Role>();
  for (const word of words) {
    const reading = readHeader(word);
    const best = reading.known ? reading.meanings.find((meaning) => !roles.has(meaning.role)) : undefined;
    if (best) roles.add(best.role);
  }
  return roles.size >= least;
}

function isSameRow(row: readonly Cell[] | undefined, other: readonly Cell[] | undefined): boolean {
  const length = Math.max(row?.length ?? 0, other?.length ?? 0);
  for (let column = 0; column < length; column++) if (textOf(row?.[column]) !== textOf(other?.[column])) return false;
  return true;
}

/** A row of words only, such as the second line of headers written over two rows. */
export function isWordsOnly(row: readonly Cell[] | undefined): boolean {
  let filled = 0;
  for (const cell of row ?? []) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || /\d|@/.test(cell)) return false;
    filled++;
  }
  return filled >= 2;
}

/** The last row (0-based) with anything in it; -1 for a blank sheet. */
export function lastFilledRow(sheet: Sheet): number {
  let last = sheet.cells.length - 1;
  while (last >= 0 && isBlankRow(sheet.cells[last])) last--;
  return last;
}

/** At most SAMPLE filled rows of a range, spread over it. */
export function sampleRows(sheet: Sheet, first: number, last: number): number[] {
  const rows: number[] = [];
  const step = Math.max(1, (last - first + 1) / SAMPLE);
  for (let at = first; at <= last; at += step) if (!isBlankRow(sheet.cells[Math.floor(at)])) rows.push(Math.floor(at));
  return rows;
}

/** The filled rows right under the headers, up to the first gap: surely of this table. */
export function firstRows(sheet: Sheet, first: number, last: number): number[] {
  const rows: number[] = [];
  let row = first;
  while (row <= last && isBlankRow(sheet.cells[row])) row++;
  for (; row <= last && rows.length < FIRST_LOOK && !isBlankRow(sheet.cells[row]); row++) {
    if (rows.length > 0 && isHeaderLike(sheet.cells[row], 3, 0)) {
      if (isSameRow(sheet.cells[row], sheet.cells[first - 1])) continue;
      break;
    }
    rows.push(row);
  }
  return rows;
}

/**
 * Last row (0-based) of the table whose headers stand above `first`: a new header row ends it; so do two blank rows when what follows has not the
 * shape of its rows. Looks at one column of most rows, so that a hundred thousand cost a millisecond.
 */
export function endOfTable(sheet: Sheet, first: number, last: number, columns: ReadonlyMap<Role, number>): number {
  const pivot = columns.get('amount') ?? columns.get('balance') ?? columns.get('amountNet');
  if (pivot === undefined) return last;
  const core = (['number', 'customer', 'amount', 'amountNet', 'balance', 'issuedOn', 'dueOn'] as const)
    .map((role) => columns.get(role))
    .filter((column) => column !== undefined);
  const dates = (['issuedOn', 'dueOn'] as const).map((role) => columns.get(role)).filter((column) => column !== undefined);
  const cells = sheet.cells;
  let end = first - 1;
  let gap = 0;
  for (let row = first; row <= last; row++) {
    const cell = cells[row]?.[pivot];
    const blank = isBlank(cell);
    if (blank && isBlankRow(cells[row])) {
      gap++;
      continue;
    }
    if (blank || gap > 0 || (typeof cell === 'string' && !isDataLike(cell))) {
      // Printed lists repeat their headers on every page: the same words, without a gap, begin no other table.
      const repeated = gap === 0 && isSameRow(cells[row], cells[first - 1]);
      if (row > first && !repeated && isHeaderLike(cells[row], 3, 0)) return end;
      if (gap >= 2 && end >= first && !blockBelongs(cells, row, last, core)) return end;
      if (gap > 0 && !blank && isOtherHeader(cells, row, last, dates)) return end;
    }
    gap = 0;
    end = row;
  }
  return end;
}

/** After a gap, words over rows of which none is dated where ours are: the headers of orders, of stock, in words we do not know. */
function isOtherHeader(cells: Sheet['cells'], row: number, last: number, dates: readonly number[]): boolean {
  const words = cells[row] ?? [];
  if (!isWordsOnly(words) || words.filter((cell) => !isBlank(cell)).length < 3) return false;
  for (let next = row + 1; next <= last && next < row + 20 && !isBlankRow(cells[next]); next++)
    if (dates.some((column) => isDated(cells[next]?.[column]))) return false;
  return true;
}

/** A date for the eye: a true one, a text that begins like one, a number as large as the days of this century. */
function isDated(cell: Cell | undefined): boolean {
  if (typeof cell === 'string') return /^\s*\d{1,4}[-/. ]\d|^\s*(?:19|20)\d{6}|\p{L}{3}.*\d{4}|\d{1,2}.*\p{L}{3}/u.test(cell);
  const value = typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : cell;
  return typeof value === 'number' ? value > 30_000 : typeof value === 'object' && value !== null;
}

/** Whether the rows up to the next gap have what makes a row of this table. */
function blockBelongs(cells: Sheet['cells'], from: number, last: number, core: readonly number[]): boolean {
  for (let row = from; row <= last && row < from + 20 && !isBlankRow(cells[row]); row++) {
    if (core.filter((column) => !isBlank(cells[row]?.[column])).length >= Math.min(3, core.length)) return true;
  }
  return false;
}
