/** What customers contest of their open balances at each milestone. A dispute lasts until it is resolved, or what it is about is paid. */
import { isSettledByNow, paidBy, paidOnInvoice } from '../assess.ts';
import type { CalendarDay } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger, type ToldPaths } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';
import type { Milestones } from './milestones.ts';

/** One currency at one milestone, in minor units. */
export interface Disputed {
  readonly amount: number;
  /** The part of it that is past its due date, or has none. */
  readonly pastDue: number;
  readonly invoices: number;
}

/**
 * Whether the status cell alone says "disputed" of an invoice that has since been paid: such a word has no day, and the next refresh writes *Paid* over
 * it. Figures of past days must not turn on whether it did.
 */
export function isWordOfThePast(ledger: Ledger, i: number, tolerance: number): boolean {
  return ((ledger.flags[i] as number) & FLAG.disputed) !== 0 && ledger.text('dispute', i) === '' && isSettledByNow(ledger, i, tolerance);
}

/** What the sheet says where nothing was told beside it. */
function saidInSheet(ledger: Ledger, tolerances: Assessment['tolerances']): Pick<ToldPaths, 'contested' | 'mayBeContested'> {
  const { flags, rare, currency } = ledger;
  const mayBeContested = (i: number): boolean =>
    ((flags[i] as number) & FLAG.disputed) !== 0 && !isWordOfThePast(ledger, i, tolerances[currency[i] as number] as number);
  return { mayBeContested, contested: (i) => (mayBeContested(i) ? (rare.get(i)?.disputedMinor ?? Number.POSITIVE_INFINITY) : 0) };
}

/** The disputes at every milestone, per currency of the ledger. Never more than is still open; a settled invoice has none. */
export function disputesByCurrency(
  ledger: Ledger,
  { exists, tolerances, told }: Assessment,
  { days }: Pick<Milestones, 'days'>,
): Disputed[][] {
  const { size, issuedOn, dueOn, flags, currency, currencies, amount, rare } = ledger;
  const disputes = currencies.map(() => days.map(() => ({ amount: 0, pastDue: 0, invoices: 0 })));
  const { mayBeContested, contested } = told ?? saidInSheet(ledger, tolerances);
  for (let i = 0; i < size; i++) {
    if (!mayBeContested(i) || exists[i] === 0 || (flags[i] as number) & (OUT_OF_RECEIVABLES | FLAG.credit)) continue;
    const c = currency[i] as number;
    const credits = rare.get(i)?.credits;
    for (let m = 0; m < days.length; m++) {
      const day = days[m] as CalendarDay;
      if ((issuedOn[i] as number) > day) continue;
      const left = (amount[i] as number) - paidOnInvoice(ledger, i, day) - (credits ? paidBy(credits, day) : 0);
      if (left <= (tolerances[c] as number)) continue;
      const part = Math.min(contested(i, day), left);
      if (part <= 0) continue;
      const sums = (disputes[c] as (typeof disputes)[number])[m] as (typeof disputes)[number][number];
      sums.amount += part;
      sums.invoices++;
      // NO_DAY lies before every day: what has no due date is not "not yet due".
      if ((dueOn[i] as number) < day) sums.pastDue += part;
    }
  }
  return disputes;
}
