/**
 * What was open on several days, found in one pass over the ledger: a forecast is made from it, today's and the six of the past that tell how far it
 * may be off. To assess the whole ledger on each of those days cost as much as all the rest of a command.
 */
import { paidBy } from '../assess.ts';
import type { CalendarDay } from '../calendar.ts';
import { OUT_OF_RECEIVABLES } from '../indicators/balances.ts';
import { milestoneAt, milestonesAt } from '../indicators/milestones.ts';
import { FLAG, type Ledger } from '../types.ts';

/** The balances of one day, in minor units. */
export interface OpenBalances {
  readonly on: CalendarDay;
  /** Invoices with more open than the tolerance, in the order of the ledger; credit notes refunded beyond their amount among them. */
  readonly invoices: readonly number[];
  /** What is open of each of them. */
  readonly left: readonly number[];
  /** Unapplied credits of a customer in a currency (indexes): positive; 0 without any, and for invoices without a customer. */
  readonly credits: (customer: number, currency: number) => number;
  /** Whether anybody has such credits. */
  readonly hasCredits: boolean;
}

/** The balances on each of these ascending days, as assessing the ledger on that day would find them. `tolerances`: by currency, in minor units. */
export function openBalances(ledger: Ledger, tolerances: readonly number[], days: readonly CalendarDay[]): OpenBalances[] {
  const { size, amount, paid, paidOn, issuedOn, flags, currency, currencies, customer, rare } = ledger;
  const milestones = milestonesAt(days);
  const end = days.length;
  const first = days[0] as CalendarDay;
  const balances = days.map(() => ({ invoices: [] as number[], left: [] as number[], credits: new Map<number, number>() }));
  const note = (i: number, at: number, left: number): void => {
    const { invoices, left: lefts, credits } = balances[at] as (typeof balances)[number];
    const c = currency[i] as number;
    if (left < 0) {
      if ((customer[i] as number) < 0) return;
      const key = (customer[i] as number) * currencies.length + c;
      credits.set(key, (credits.get(key) ?? 0) - left);
    } else if (left > ((flags[i] as number) & FLAG.credit ? 0 : (tolerances[c] as number))) {
      invoices.push(i);
      lefts.push(left);
    }
  };
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (flag & OUT_OF_RECEIVABLES) continue;
    const total = amount[i] as number;
    const one = paid[i] as number;
    const facts = flag & FLAG.rare ? rare.get(i) : undefined;
    if (facts !== undefined && (facts.payments !== undefined || facts.credits !== undefined)) {
      const payments = facts.payments ?? [{ paidOn: paidOn[i] as CalendarDay, minor: one }];
      for (let at = milestoneAt(milestones, issuedOn[i] as number); at < end; at++) {
        const on = days[at] as CalendarDay;
        note(i, at, total - paidBy(payments, on) - paidBy(facts.credits ?? [], on));
      }
      continue;
    }
    // Paid in full before the first of the days: most of an old ledger.
    if (one === total && (paidOn[i] as number) <= first) continue;
    const from = milestoneAt(milestones, issuedOn[i] as number);
    const to = one === 0 ? end : Math.max(from, milestoneAt(milestones, paidOn[i] as number));
    for (let at = from; at < to; at++) note(i, at, total);
    if (one !== total) for (let at = to; at < end; at++) note(i, at, total - one);
  }
  return days.map((on, at) => {
    const { invoices, left, credits } = balances[at] as (typeof balances)[number];
    const creditsOf = (who: number, c: number) => (who < 0 ? 0 : (credits.get(who * currencies.length + c) ?? 0));
    return { on, invoices, left, credits: creditsOf, hasCredits: credits.size > 0 };
  });
}
