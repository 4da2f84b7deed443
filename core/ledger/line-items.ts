/**
 * Exports with a row per line sold: Zoho and Xero repeat the whole invoice on each of its lines, Shopify gives it on the first one only, FreshBooks
 * gives no total but the lines'. Each invoice is read once, on its first row. Only sheets with columns of items are read so: elsewhere the same
 * number twice stays what it is, a doubt.
 */
import { isBlankCell } from './cell-text.ts';
import { textOf } from './cell-words.ts';
import type { TableCandidate } from './columns.ts';
import { roughAmount } from './evidence.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import type { SheetColumns } from './sheet-columns.ts';

/** What the lines of one invoice have in common, when they say it at all. */
const SHARED = ['customer', 'customerId', 'issuedOn', 'dueOn', 'currency', 'kind'] as const;

/** The rows without further lines of the invoice above them, and how many those were. Line totals are added into the first row's amount. */
export function oncePerInvoice(
  columns: SheetColumns,
  candidate: TableCandidate,
  rows: InvoiceRows,
): { readonly rows: InvoiceRows; readonly lines: number } {
  const { at, cell, amount } = columns;
  const numberAt = at('number');
  const items = candidate.lineItems;
  if (items === null || numberAt === null) return { rows, lines: 0 };
  const shared = SHARED.map(at).filter((column) => column !== null);
  const groups: number[][] = [];
  for (const i of rows.source) {
    const group = groups[groups.length - 1];
    if (group && isLineOf(group[0] as number, i)) group.push(i);
    else groups.push([i]);
  }
  const several = groups.filter((group) => group.length > 1);
  const isSummed = several.length > 0 && (items.lineTotals || several.some((group) => !isRepeated(group))) && several.every(areLineTotals);
  const kept: number[] = [];
  for (const group of groups) {
    const head = group[0] as number;
    if (isSummed) amount.minor[head] = group.reduce((sum, i) => sum + (amount.blank[i] === 1 ? 0 : (amount.minor[i] as number)), 0);
    // Another total is a doubt and stays.
    kept.push(...(isSummed || isRepeated(group) ? [head] : group));
  }
  return { rows: { ...rows, source: Int32Array.from(kept) }, lines: rows.source.length - kept.length };

  /** Whether row `i` names the same invoice as row `first`, next to it. */
  function isLineOf(first: number, i: number): boolean {
    const number = textOf(cell(i, numberAt));
    if (number === '' || number !== textOf(cell(first, numberAt))) return false;
    return shared.every((column) => isBlankCell(cell(i, column)) || textOf(cell(i, column)) === textOf(cell(first, column)));
  }

  /** The invoice's total on every line, or on the first one only. */
  function isRepeated(group: readonly number[]): boolean {
    const total = amount.minor[group[0] as number];
    return group.every((i) => amount.blank[i] === 1 || amount.minor[i] === total);
  }

  /** What each line sells, times its price, is its amount, before tax and after a discount. */
  function areLineTotals(group: readonly number[]): boolean {
    const priced = group.filter((i) => amount.blank[i] === 0);
    if (items === null || priced.some((i) => Number.isNaN(amount.minor[i]))) return false;
    if (items.lineTotals) return true;
    if (items.quantityAt === null || items.priceAt === null) return false;
    return priced.every((i) => {
      const price = rough(i, items.priceAt) * rough(i, items.quantityAt);
      const share = Math.abs(amount.minor[i] as number) / 100 / price;
      return share > 0.5 && share < 1.3;
    });
  }

  function rough(i: number, column: number | null): number {
    const value = cell(i, column);
    return typeof value === 'number' ? value : roughAmount(textOf(value));
  }
}
