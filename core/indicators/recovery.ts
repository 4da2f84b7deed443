/**
 * What could be asked for in a period and what of it came in: of the invoices due by its end, what was open when it began (or was issued in it), and
 * the payments on that.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger, type Payment } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';

/** Minor units by currency index. */
export interface Recovery {
  readonly recoverable: Float64Array;
  readonly recovered: Float64Array;
}

/** The recovery of the period (after, asOf]. What is paid beyond an invoice's balance recovers nothing; credit notes are no payments. */
export function recoverySince(ledger: Ledger, { exists, asOf }: Assessment, after: CalendarDay): Recovery {
  const { size, amount, paid, paidOn, issuedOn, dueOn, flags, currency, currencies, rare } = ledger;
  const recoverable = new Float64Array(currencies.length);
  const recovered = new Float64Array(currencies.length);
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    const due = dueOn[i] as number;
    if (due > asOf || due === NO_DAY || exists[i] === 0 || flag & (OUT_OF_RECEIVABLES | FLAG.credit)) continue;
    const issued = issuedOn[i] as number;
    const facts = flag & FLAG.rare ? rare.get(i) : undefined;
    let before = 0;
    let within = 0;
    if (facts?.payments) {
      before = paidBetween(facts.payments, issued, Number.NEGATIVE_INFINITY, after);
      within = paidBetween(facts.payments, issued, after, asOf);
    } else {
      const on = Math.max(paidOn[i] as number, issued);
      if (on <= after) before = paid[i] as number;
      else if (on <= asOf) within = paid[i] as number;
    }
    if (facts?.credits) before += paidBetween(facts.credits, issued, Number.NEGATIVE_INFINITY, after);
    const base = (amount[i] as number) - before;
    if (base <= 0) continue;
    const c = currency[i] as number;
    recoverable[c] = (recoverable[c] as number) + base;
    recovered[c] = (recovered[c] as number) + Math.min(within, base);
  }
  return { recoverable, recovered };
}

/** Sum of the payments of (after, until]; one before the issue, or without a date, counts on the issue day. */
function paidBetween(payments: readonly Payment[], issuedOn: number, after: number, until: number): number {
  let sum = 0;
  for (const { paidOn, minor } of payments) {
    const on = Math.max(paidOn, issuedOn);
    if (on > after && on <= until) sum += minor;
  }
  return sum;
}
