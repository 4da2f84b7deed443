/**
 * What could be asked for in a period and what of it came in: of the invoices due by its end, what was open when it began (or was issued in it), and
 * the payments on that.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger, type Payment, type RareFacts } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';
import { type Milestones, milestoneAt } from './milestones.ts';
import { Steps } from './steps.ts';

/** Minor units of one currency. */
export interface Recovery {
  readonly recoverable: number;
  readonly recovered: number;
}

const RECOVERABLE = 0;
const RECOVERED = 1;
const MEASURES = 2;

/**
 * The recovery of the `days` days up to each milestone, per currency of the ledger: periods (milestone − days, milestone]. What is paid beyond an
 * invoice's balance recovers nothing; credit notes are no payments.
 */
export function recoveryByCurrency(ledger: Ledger, { exists, asOf }: Assessment, milestones: Milestones, days: number): Recovery[][] {
  const { size, amount, paid, paidOn, issuedOn, dueOn, flags, currency, currencies, rare } = ledger;
  const end = milestones.days.length;
  const { first } = milestones;
  const steps = new Steps(milestones, currencies.length, MEASURES);
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    const due = dueOn[i] as number;
    if (due > asOf || due === NO_DAY || exists[i] === 0 || flag & (OUT_OF_RECEIVABLES | FLAG.credit)) continue;
    const c = currency[i] as number;
    const total = amount[i] as number;
    const issued = issuedOn[i] as number;
    const one = paid[i] as number;
    // One before the issue, or without a date, counts on the issue day.
    const on = Math.max(paidOn[i] as number, issued);
    const facts = flag & FLAG.rare ? rare.get(i) : undefined;
    const isReduced = facts?.payments !== undefined || facts?.credits !== undefined;
    if (one === total && on + days <= first && !isReduced) continue;
    const asked = milestoneAt(milestones, Math.max(due, issued));
    if (facts !== undefined && isReduced) {
      const payments = facts.payments ?? [{ paidOn: on as CalendarDay, minor: one }];
      for (let m = asked; m < end; m++) {
        const { recoverable, recovered } = recoveryOf(total, issued, payments, facts, milestones.days[m] as number, days);
        steps.add(c, RECOVERABLE, m, m + 1, recoverable);
        steps.add(c, RECOVERED, m, m + 1, recovered);
      }
      continue;
    }
    // Until the payment is older than the period, all was asked for; then what it left.
    const past = one === 0 ? end : Math.max(asked, milestoneAt(milestones, on + days));
    if (total > 0) {
      steps.add(c, RECOVERABLE, asked, past, total);
      if (one !== 0) steps.add(c, RECOVERED, Math.max(asked, milestoneAt(milestones, on)), past, Math.min(one, total));
    }
    if (total > one) steps.add(c, RECOVERABLE, past, end, total - one);
  }
  const sumOf = steps.sums();
  return currencies.map((_, c) =>
    milestones.days.map((_, m) => ({ recoverable: sumOf(c, RECOVERABLE, m), recovered: sumOf(c, RECOVERED, m) })),
  );
}

/** One invoice that several payments or credits reduce, over the period (until − days, until]. */
function recoveryOf(
  total: number,
  issuedOn: number,
  payments: readonly Payment[],
  { credits = [] }: RareFacts,
  until: number,
  days: number,
): Recovery {
  const after = until - days;
  const before = paidBetween(payments, issuedOn, Number.NEGATIVE_INFINITY, after);
  const base = total - before - paidBetween(credits, issuedOn, Number.NEGATIVE_INFINITY, after);
  if (base <= 0) return { recoverable: 0, recovered: 0 };
  return { recoverable: base, recovered: Math.min(paidBetween(payments, issuedOn, after, until), base) };
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
