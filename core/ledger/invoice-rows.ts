/**
 * Which rows of the table are invoices: the others are totals, repeated headers, blanks, or notes that must be said, not swallowed.
 */
import type { Cell } from '../workbook.ts';
import { displayText, isBlankCell } from './cell-text.ts';
import type { TableCandidate } from './columns.ts';
import { kindOfFullRow, kindOfRow } from './row-kinds.ts';
import type { SheetColumns } from './sheet-columns.ts';

export interface InvoiceRows {
  /** Data rows (0-based within the range) that are invoices, in order. */
  readonly source: Int32Array;
  /** 1-based sheet rows left out because they add up others. */
  readonly totals: readonly number[];
  /** Something stands there that is no invoice. */
  readonly strays: readonly { readonly row: number; readonly column: number; readonly found: string }[];
}

const SUM_FORMULA = /^=.*(SUM|SOMME|SUMME|SUMA|SOMMA|SOM|TOTAL)/i;

/** Sorts the rows of the table. */
export function findInvoiceRows(columns: SheetColumns, candidate: TableCandidate): InvoiceRows {
  const { sheet, range, amount } = columns;
  const size = range.to - range.from;
  const keys = {
    amountAt: amount.column,
    numberAt: columns.at('number'),
    customerAt: columns.at('customer'),
    idAt: columns.at('customerId'),
  };
  const [issuedAt, dueAt] = [columns.at('issuedOn'), columns.at('dueOn')];
  const whoAt = keys.customerAt ?? keys.idAt;
  const numberHeader = keys.numberAt === null ? '' : (candidate.headers[keys.numberAt] ?? '');
  const found = new Int32Array(size);
  const totals: number[] = [];
  const strays: { row: number; column: number; found: string }[] = [];
  let count = 0;
  let summed = 0;
  let sum = 0;
  let current = 0;

  /** A formula that sums, or a figure that equals the sum of the amounts above it (`least` of them). */
  const isSumOfAbove = (i: number, least: number): boolean => {
    const formula = sheet.formulas?.[range.from + i]?.[amount.column];
    if (typeof formula === 'string' && SUM_FORMULA.test(formula)) return true;
    for (; summed < count; summed++) {
      const minor = amount.minor[found[summed] as number] as number;
      if (!Number.isNaN(minor)) sum += minor;
    }
    return count >= least && Math.abs(sum - (amount.minor[i] as number)) < 1;
  };

  const isSum = (least: number): boolean => isSumOfAbove(current, least);
  const isFilledAt = (row: readonly Cell[], column: number | null): boolean => column !== null && !isBlankCell(row[column]);

  for (let i = 0; i < size; i++) {
    const row = sheet.cells[range.from + i] ?? [];
    const number = keys.numberAt === null ? null : (row[keys.numberAt] ?? null);
    const named = !isBlankCell(number) && isFilledAt(row, whoAt);
    const full = amount.blank[i] === 0 && named && number !== numberHeader && (isFilledAt(row, dueAt) || isFilledAt(row, issuedAt));
    current = i;
    const kind = full ? kindOfFullRow(number) : kindOfRow(row, candidate, keys, isSum);
    if (kind === 'invoice') found[count++] = i;
    else if (kind === 'total') totals.push(range.from + i + 1);
    else if (kind === 'stray') {
      const column = row.findIndex((value) => !isBlankCell(value));
      strays.push({ row: range.from + i + 1, column, found: displayText(row[column]) });
    }
  }
  return { source: found.slice(0, count), totals, strays };
}
