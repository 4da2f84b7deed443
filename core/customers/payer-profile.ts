/**
 * How a customer usually pays, as far as it decides how warmly or firmly it is written to: from its own settled invoices alone, never from what
 * others do. Three settled invoices are the least that makes a habit.
 */

import { NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';

/** `unknown` also for a customer who is neither a good payer nor a bad one: it is written to in the usual words. */
export const PAYER_PROFILES = ['good', 'unknown', 'bad'] as const;
export type PayerProfile = (typeof PAYER_PROFILES)[number];

/** What the settled invoices of one customer say: how many, their mean of signed days late, the share settled after the due date. */
export interface PaymentHabit {
  readonly settled: number;
  readonly averageDaysLate: number;
  readonly lateShare: number;
}

const LEAST_SETTLED = 3;

/** Good: on time or nearly. Bad: two weeks late on average, or late as a rule and by more than a week. */
export function payerProfile({ settled, averageDaysLate, lateShare }: PaymentHabit): PayerProfile {
  if (settled < LEAST_SETTLED) return 'unknown';
  if (averageDaysLate <= 5 && lateShare <= 0.4) return 'good';
  return averageDaysLate >= 15 || (averageDaysLate >= 8 && lateShare >= 0.75) ? 'bad' : 'unknown';
}

const UNCOUNTED = FLAG.credit | FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error;

/** The habits of all customers by index, as of the assessment's day; invoices settled without a known day, or never due, say nothing. */
export function paymentHabits(ledger: Ledger, assessment: Assessment): PaymentHabit[] {
  const settled = new Float64Array(ledger.customers.length);
  const days = new Float64Array(settled.length);
  const late = new Float64Array(settled.length);
  for (let i = 0; i < ledger.size; i++) {
    const customer = ledger.customer[i] as number;
    const daysLate = assessment.daysLate[i] as number;
    if (customer < 0 || assessment.exists[i] === 0 || (ledger.flags[i] as number) & UNCOUNTED) continue;
    if (assessment.settledOn[i] === NO_DAY || daysLate === NO_DAY) continue;
    settled[customer] = (settled[customer] as number) + 1;
    days[customer] = (days[customer] as number) + daysLate;
    if (daysLate > 0) late[customer] = (late[customer] as number) + 1;
  }
  return Array.from(settled, (count, c) => ({
    settled: count,
    averageDaysLate: count === 0 ? 0 : (days[c] as number) / count,
    lateShare: count === 0 ? 0 : (late[c] as number) / count,
  }));
}
