/**
 * Some sheets tell an amount in two columns. Lists drawn from an account have its two sides (debit and credit, Soll and Haben): a row that fills only
 * the credit side is no invoice without an amount, it is a credit of the customer's. Others keep only what was paid and what is left: together they
 * are the invoice.
 */
import type { TableCandidate } from './columns.ts';
import type { SheetColumns } from './sheet-columns.ts';

/** Puts both parts into the amount, in place. */
export function joinAmounts(columns: SheetColumns, candidate: TableCandidate): void {
  const { amount, paidAmount } = columns;
  if (paidAmount === null) return;
  if (candidate.hasSides) {
    for (let i = 0; i < amount.minor.length; i++) {
      const credited = paidAmount.minor[i] as number;
      const isOneSided = amount.blank[i] === 1 || amount.minor[i] === 0;
      if (!isOneSided || !(Math.abs(credited) > 0)) continue;
      amount.minor[i] = -credited;
      amount.blank[i] = 0;
      paidAmount.minor[i] = Number.NaN;
    }
  } else if (amount.column === columns.at('balance')) {
    for (let i = 0; i < amount.minor.length; i++) {
      const paid = paidAmount.minor[i] as number;
      if (!(Math.abs(paid) > 0)) continue;
      amount.minor[i] = (amount.blank[i] === 1 ? 0 : (amount.minor[i] as number)) + paid;
      amount.blank[i] = 0;
    }
  }
}
