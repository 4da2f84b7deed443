/**
 * The headers of a table as they stand in the sheet: in one row, wrapped over two, under merged group titles, or beside another table's. Finds how
 * they may be read together; what they mean is not asked here.
 */
import type { Cell, Sheet } from '../workbook.ts';
import { type ColumnRoles, type ReadColumn, readColumns } from './column-roles.ts';
import { type Evidence, isBlank, textOf } from './evidence.ts';
import type { HeaderLanguage } from './header-words.ts';
import { isWordsOnly } from './table-rows.ts';
import { missingIn } from './table-worth.ts';

/** One way to read the headers of a table. */
export interface HeaderRow {
  /** 0-based. */
  readonly row: number;
  readonly headers: readonly ReadColumn[];
}

/** The ways to read a header row: alone, continued by the row below, or under the group titles of the row above. */
export function headerRowsAt(sheet: Sheet, row: number): HeaderRow[] {
  const alone = headersOf(sheet.cells[row] ?? []);
  const ways: HeaderRow[] = [{ row, headers: alone }];
  if (isWordsOnly(sheet.cells[row + 1])) {
    ways.unshift({ row: row + 1, headers: joined(sheet.cells[row] ?? [], sheet.cells[row + 1] ?? []) });
    ways.push({ row: row + 1, headers: headersOf(sheet.cells[row + 1] ?? []) });
  }
  const above = sheet.cells[row - 1];
  if (isWordsOnly(above)) ways.push({ row, headers: joined(above ?? [], sheet.cells[row] ?? []) });
  return ways;
}

/** The texts of one row by column. */
export function headersOf(row: readonly Cell[]): ReadColumn[] {
  const headers: ReadColumn[] = [];
  row.forEach((cell, column) => {
    if (isBlank(cell)) return;
    const text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
    if (text !== '') headers.push({ column, headers: [text] });
  });
  return headers;
}

/** Headers over two rows: "Date" + "d'échéance"; or a group title, merged to the right, over its columns: "Paiement" over "Date", "Montant". */
function joined(upper: readonly Cell[], lower: readonly Cell[]): ReadColumn[] {
  const headers: ReadColumn[] = [];
  let group = '';
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const above = textOf(upper[column]);
    const below = textOf(lower[column]);
    if (above !== '') group = above;
    if (below === '') {
      if (above !== '') headers.push({ column, headers: [above] });
      continue;
    }
    headers.push({ column, headers: group === '' ? [below] : [`${group} ${below}`, below] });
  }
  return headers;
}

/** Header text by column, '' where there is none. */
export function headerTexts(headers: readonly ReadColumn[]): string[] {
  const texts: string[] = [];
  for (const { column, headers: each } of headers) {
    while (texts.length < column) texts.push('');
    texts.push(each[0] as string);
  }
  return texts;
}

/** Headers split where a column is blank from top to bottom: side by side tables. */
export function blocksOf(headers: readonly ReadColumn[], evidenceOf: (column: number) => Evidence): ReadColumn[][] {
  const blocks: ReadColumn[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const header of headers) {
    let apart = false;
    for (let column = previous + 1; column < header.column && !apart; column++) apart = evidenceOf(column).filled === 0;
    if (blocks.length === 0 || apart) blocks.push([]);
    (blocks[blocks.length - 1] as ReadColumn[]).push(header);
    previous = header.column;
  }
  return blocks;
}

/** The block with those beside it that only carry its own columns on: no role twice, no table of their own, filled as far as it or not at all. */
export function withSatellites(
  block: ReadColumn[],
  blocks: readonly ReadColumn[][],
  roles: ColumnRoles,
  evidenceOf: (column: number) => Evidence,
  hints: readonly HeaderLanguage[],
): ReadColumn[] {
  const whole = [...block];
  const held = new Set(roles.columns.keys());
  for (const other of blocks) {
    if (other === block) continue;
    const theirs = readColumns(other, evidenceOf, hints);
    const theirRoles = [...theirs.columns.keys()];
    const partial = other.some(({ column }) => evidenceOf(column).filled > 0 && evidenceOf(column).fill < 0.5);
    if (theirRoles.length === 0 || theirRoles.some((role) => held.has(role)) || missingIn(theirs.columns) === null) continue;
    if (partial && theirRoles.length < other.length) continue;
    whole.push(...other);
    for (const role of theirRoles) held.add(role);
  }
  return whole.sort((a, b) => a.column - b.column);
}
