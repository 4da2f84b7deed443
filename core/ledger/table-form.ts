/** How a table tells its amounts: on the two sides of an account, or in lines of what was sold. */
import type { Role } from '../types.ts';
import type { ReadColumn } from './column-roles.ts';
import { readHeader } from './header-match.ts';
import type { OtherColumn } from './header-words.ts';

/** The columns of the two sides, where amounts and payments are read from such; null elsewhere. */
export function sidesOf(headers: readonly ReadColumn[], columns: ReadonlyMap<Role, number>): { debit: number; credit: number } | null {
  const is = (role: Role, side: OtherColumn): number | null => {
    const header = headers.find((each) => each.column === columns.get(role));
    return header?.headers.some((text) => readHeader(text).others.includes(side)) ? header.column : null;
  };
  const [debit, credit] = [is('amount', 'debit'), is('paidAmount', 'credit')];
  return debit === null || credit === null ? null : { debit, credit };
}

/** Columns of what the lines of invoices sell. */
export interface LineItems {
  /** The header says that the amounts are those of the lines. */
  readonly lineTotals: boolean;
  readonly quantityAt: number | null;
  readonly priceAt: number | null;
}

/** The columns by which a sheet gives an invoice a row per item; null when it has none. */
export function lineItemsOf(headers: readonly ReadColumn[], columns: ReadonlyMap<Role, number>): LineItems | null {
  const about = (header: ReadColumn) => header.headers.flatMap((text) => readHeader(text).others);
  const first = (kind: OtherColumn) => headers.find((header) => about(header).includes(kind));
  const [item, quantity, price] = [first('lineItem'), first('quantity'), first('unitPrice')];
  if (!item && !quantity && !price) return null;
  const amount = headers.find((header) => header.column === (columns.get('amount') ?? columns.get('amountNet')));
  return {
    lineTotals: amount !== undefined && about(amount).some((other) => other === 'lineItem' || other === 'unitPrice'),
    quantityAt: quantity?.column ?? null,
    priceAt: price?.column ?? null,
  };
}
