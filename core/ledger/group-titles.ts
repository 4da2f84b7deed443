/**
 * Printed lists name a customer once, on a line of its own, and its invoices below: QuickBooks' open invoices, Xero's aged receivables, many open-item
 * lists. Without a column of customers, that title says who owes.
 */
import type { Cell } from '../workbook.ts';
import { isBlankCell } from './cell-text.ts';
import { textOf } from './cell-words.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import { isTotalWord } from './row-kinds.ts';
import type { SheetColumns } from './sheet-columns.ts';
import { isDataLike } from './table-rows.ts';

/** The rows that are invoices, and the title each stands under, by data row; null for tables with customers of their own. */
export interface TitledRows {
  readonly rows: InvoiceRows;
  readonly titles: ReadonlyMap<number, string> | null;
}

/** The title a row holds: a name alone, or a code and a name; null for any other row. */
function titleIn(row: readonly Cell[]): string | null {
  const texts: string[] = [];
  for (const cell of row) {
    if (isBlankCell(cell)) continue;
    const text = typeof cell === 'number' && texts.length === 0 ? String(cell) : textOf(cell);
    if (texts.push(text) > 2 || (typeof cell !== 'string' && typeof cell !== 'number') || text.length > 80) return null;
  }
  const name = texts[texts.length - 1];
  if (name === undefined || isDataLike(name) || !/\p{L}{2}/u.test(name) || texts.some(isTotalWord)) return null;
  return texts.join(' ');
}

/** Gives each invoice the title it stands under, where titles are all there is: the first row of the table must be one. */
export function underTitles(columns: SheetColumns, rows: InvoiceRows): TitledRows {
  const { sheet, range, amount } = columns;
  if (columns.at('customer') !== null || columns.at('customerId') !== null || rows.source.length === 0) return { rows, titles: null };
  const totals = new Set(rows.totals);
  const invoices = new Set(rows.source);
  const titleOf = new Map<number, string>();
  let current = '';
  // Where groups end in a sum, a lone text in the middle of one is a note and names nobody.
  let mayStart = true;
  for (let i = 0; i < range.to - range.from; i++) {
    const row = sheet.cells[range.from + i] ?? [];
    const isTotal = totals.has(range.from + i + 1);
    if (isTotal || row.every((cell) => isBlankCell(cell))) {
      mayStart = true;
      continue;
    }
    const title = amount.blank[i] === 1 ? titleIn(row) : null;
    if (title !== null && (mayStart || totals.size === 0)) {
      current = title;
      invoices.delete(i);
      titleOf.set(i, title);
    } else if (invoices.has(i)) {
      // An invoice before any title: no list of this kind.
      if (current === '') return { rows, titles: null };
      mayStart = false;
      titleOf.set(i, current);
    }
  }
  // One title over everything, and no sum that closes it, is a heading of the sheet.
  if (new Set(titleOf.values()).size < 2 && totals.size === 0) return { rows, titles: null };
  const source = Int32Array.from(rows.source.filter((i) => invoices.has(i)));
  const strays = rows.strays.filter((stray) => !titleOf.has(stray.row - 1 - range.from));
  return { rows: { ...rows, source, strays }, titles: titleOf };
}
