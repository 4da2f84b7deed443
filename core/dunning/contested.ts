/** What a customer contests and nobody has settled yet: whole invoices, or parts of them, which leave the status of the invoice as it was. */
import { statusOf } from '../assess.ts';
import type { Study } from '../study.ts';
import { CLOSED_STATUSES } from '../types.ts';

/** A customer, as the report names it, with the numbers of the invoices it contests. */
export interface Contested {
  readonly customer: string;
  readonly invoices: readonly string[];
}

/** Is there a dispute about the invoice, in whole or in part, that is still open? */
export function isContested({ chased }: Pick<Study, 'chased'>, i: number): boolean {
  return statusOf(chased.assessment, i) === 'disputed' || (chased.courses.get(i)?.contestedMinor ?? 0) > 0;
}

/** Everybody with an open dispute, in the order of the sheet. */
export function contestedOf(study: Study): Contested[] {
  const { ledger, chased } = study;
  const found = new Map<number, string[]>();
  for (let i = 0; i < ledger.size; i++) {
    if (chased.assessment.exists[i] === 0 || !isContested(study, i) || CLOSED_STATUSES.has(statusOf(chased.assessment, i))) continue;
    const customer = ledger.customer[i] as number;
    found.set(customer, [...(found.get(customer) ?? []), ledger.number[i] as string]);
  }
  return [...found].map(([customer, invoices]) => ({ customer: ledger.customers[customer]?.name ?? '', invoices }));
}
