/**
 * A credit note that names its invoice reduces it; what exceeds the invoice stays unapplied. One that names none stays unapplied whole, and says
 * so. Both sides are dated: a credit counts from the day it and its invoice both exist.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { numberKey } from '../dunning/journal.ts';
import type { Payment } from '../types.ts';

export interface CreditSources {
  readonly size: number;
  readonly isCredit: (k: number) => boolean;
  /** The number in the "credit of" cell; '' for none. */
  readonly target: (k: number) => string;
  readonly numbers: readonly string[];
  readonly amount: Float64Array;
  readonly issuedOn: Int32Array;
  readonly currency: Uint8Array;
  /** What is known to be paid on an invoice, in minor units: a credit cannot reduce it below that. */
  readonly paidBefore: (k: number) => number;
}
export type CreditLink = { readonly kind: 'linked'; readonly invoice: number } | { readonly kind: 'unlinked'; readonly target: string };

/** Links of the credit notes, and for both sides what was applied when (negative on the credit note itself). */
export interface CreditLinks {
  readonly links: ReadonlyMap<number, CreditLink>;
  readonly applied: ReadonlyMap<number, Payment[]>;
}

/** Links every credit note to its invoice. */
export function linkCredits(sources: CreditSources): CreditLinks {
  const links = new Map<number, CreditLink>();
  const applied = new Map<number, Payment[]>();
  let byNumber: Map<string, number> | null = null;
  for (let k = 0; k < sources.size; k++) {
    if (!sources.isCredit(k)) continue;
    const target = sources.target(k);
    if (target !== '' && byNumber === null) {
      byNumber = new Map();
      for (let other = 0; other < sources.size; other++)
        if (!sources.isCredit(other)) byNumber.set(numberKey(sources.numbers[other] as string), other);
    }
    const invoice = target === '' ? undefined : byNumber?.get(numberKey(target));
    if (invoice === undefined || sources.currency[invoice] !== sources.currency[k]) {
      links.set(k, { kind: 'unlinked', target });
      continue;
    }
    links.set(k, { kind: 'linked', invoice });
    const before = (applied.get(invoice) ?? []).reduce((sum, credit) => sum + credit.minor, 0);
    const left = (sources.amount[invoice] as number) - sources.paidBefore(invoice) - before;
    const minor = Math.min(-(sources.amount[k] as number), left);
    if (!(minor > 0)) continue;
    const paidOn = Math.max(sources.issuedOn[k] ?? NO_DAY, sources.issuedOn[invoice] ?? NO_DAY) as CalendarDay;
    applied.set(invoice, [...(applied.get(invoice) ?? []), { paidOn, minor }]);
    applied.set(k, [...(applied.get(k) ?? []), { paidOn, minor: -minor }]);
  }
  return { links, applied };
}
