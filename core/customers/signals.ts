/**
 * Weak signals: what changed about a customer before it shows in the overdue figures, and where more is at stake than was agreed. Each is a fact with
 * its numbers; a customer of whom there is nothing to say has none.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Incidents } from './incidents.ts';
import { recentCount } from './score.ts';
import { medianOf } from './settlements.ts';

export type Signal =
  /** Median days late of the latest invoices, and of those before. */
  | { readonly kind: 'pays-later'; readonly recent: number; readonly earlier: number }
  /** Something is late by more days than anything it ever settled. */
  | { readonly kind: 'later-than-ever'; readonly days: number; readonly longest: number }
  | { readonly kind: 'first-broken-promise'; readonly promisedOn: CalendarDay }
  | { readonly kind: 'new-dispute'; readonly on: CalendarDay }
  | { readonly kind: 'over-limit'; readonly minor: number; readonly currency: Currency }
  | { readonly kind: 'uninsured'; readonly minor: number; readonly currency: Currency }
  /** Share of all that is open. */
  | { readonly kind: 'concentration'; readonly share: number };
export type SignalKind = Signal['kind'];

/** A week later than it used to be is a change, less is chance. */
const LATER_BY = 7;
/** An invoice is late in earnest before it is compared with the longest wait. */
const LATE_IN_EARNEST = 15;
/** A broken promise is news for a quarter, a dispute for a month. */
const PROMISE_NEWS = 90;
const DISPUTE_NEWS = 30;
/** Whoever owes a quarter of everything can bring the house down; among a few customers that is no news. */
const LARGE_SHARE = 0.25;
const FEW_CUSTOMERS = 5;

/** What signals are looked for in. Amounts in minor units of the line's currency; null where the Customers tab says nothing. */
export interface SignalFacts {
  readonly asOf: CalendarDay;
  /** Signed days late of settled invoices, in the order in which they fell due. */
  readonly settled: Int32Array;
  /** Days late of its oldest open invoice of the currency; NO_DAY when nothing is open. */
  readonly openDaysLate: number;
  readonly incidents: Incidents;
  readonly overLimit: number | null;
  readonly uninsured: number | null;
  readonly currency: Currency;
  readonly share: number | null;
  /** Customers that owe something in the currency. */
  readonly debtors: number;
}

/** The signals of one customer, what it does before what it owes. */
export function signalsOf(facts: SignalFacts): Signal[] {
  const { asOf, settled, openDaysLate, incidents, overLimit, uninsured, currency, share, debtors } = facts;
  const signals: Signal[] = [];
  const recent = recentCount(settled.length);
  if (recent > 0) {
    const median = (from: number, to: number) => medianOf(settled.slice(from, to).sort()) as number;
    const now = median(settled.length - recent, settled.length);
    // Most pay on time, and need not be compared with what they did before.
    const before = now >= 1 ? median(0, settled.length - recent) : now;
    if (now - before >= LATER_BY) signals.push({ kind: 'pays-later', recent: now, earlier: before });
  }
  if (settled.length >= 3 && openDaysLate >= LATE_IN_EARNEST) {
    const longest = settled.reduce((most, days) => Math.max(most, days), 0);
    if (openDaysLate > longest) signals.push({ kind: 'later-than-ever', days: openDaysLate, longest });
  }
  const { brokenPromises, lastBrokenOn, lastDisputeOn } = incidents;
  if (brokenPromises === 1 && lastBrokenOn > asOf - PROMISE_NEWS) signals.push({ kind: 'first-broken-promise', promisedOn: lastBrokenOn });
  if (lastDisputeOn !== NO_DAY && lastDisputeOn > asOf - DISPUTE_NEWS) signals.push({ kind: 'new-dispute', on: lastDisputeOn });
  if (overLimit !== null && overLimit > 0) signals.push({ kind: 'over-limit', minor: overLimit, currency });
  if (uninsured !== null && uninsured > 0) signals.push({ kind: 'uninsured', minor: uninsured, currency });
  if (share !== null && share >= LARGE_SHARE && debtors >= FEW_CUSTOMERS) signals.push({ kind: 'concentration', share });
  return signals;
}
