/** The lines of the Payments tab, each given to its invoice; a line whose invoice is not in the sheet is said. */
import { numberKey } from '../dunning/journal.ts';
import { toMinor } from '../money.ts';
import type { Tabs } from '../tabs/index.ts';
import type { Payment, Problem } from '../types.ts';
import { nameKey } from '../words.ts';
import type { LedgerDraft } from './ledger-draft.ts';

export interface PaymentLines {
  readonly ofInvoice: ReadonlyMap<number, readonly Payment[]>;
  readonly orphans: readonly Problem[];
  /** The invoice of a number, the customer's own where two rows share it; undefined when there is none. */
  readonly find: (number: string, customer: string) => number | undefined;
}

/** Matches the Payments tab with the invoices. */
export function matchPayments(draft: LedgerDraft, tabs: Tabs): PaymentLines {
  const ofInvoice = new Map<number, Payment[]>();
  const orphans: Problem[] = [];
  let byNumber: Map<string, number[]> | null = null;
  const find = (number: string, customer: string): number | undefined => {
    if (byNumber === null) {
      byNumber = new Map();
      for (let k = 0; k < draft.size; k++) {
        const key = numberKey(draft.number[k] as string);
        const rows = byNumber.get(key);
        if (rows) rows.push(k);
        else byNumber.set(key, [k]);
      }
    }
    const rows = byNumber.get(numberKey(number)) ?? [];
    const isOf = (k: number) => nameKey(draft.customers[draft.customer[k] as number]?.name ?? '') === nameKey(customer);
    return (customer === '' ? undefined : rows.find(isOf)) ?? rows[0];
  };
  for (const line of tabs.payments) {
    const k = find(line.invoice, line.customer);
    const currency = k === undefined ? null : (draft.columns.currencies[draft.currency[k] as number] ?? null);
    if (k === undefined || (line.currency !== null && line.currency !== currency)) {
      orphans.push({
        sheet: line.sheet,
        row: line.row,
        column: null,
        kind: 'payment-without-invoice',
        severity: 'notice',
        found: line.invoice,
      });
      continue;
    }
    const payment = { paidOn: line.paidOn, minor: toMinor(line.amount, currency) };
    const payments = ofInvoice.get(k);
    if (payments) payments.push(payment);
    else ofInvoice.set(k, [payment]);
  }
  return { ofInvoice, orphans, find };
}
