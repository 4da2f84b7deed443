/**
 * What the ledger adds up to, per currency: everything the indicators read, so that each of them is a line of arithmetic. What counts where is decided
 * in the passes once: drafts, cancelled and unreadable amounts nowhere, written-off amounts in sales only.
 */
import type { CalendarDay } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { type Assessment, BUCKETS, type Ledger } from '../types.ts';
import { balancesOf } from './balances.ts';
import { habitsOf } from './habits.ts';
import { milestonesOf } from './milestones.ts';
import { type Position, positionsByCurrency } from './receivables.ts';
import { recoverySince } from './recovery.ts';
import { type Sales, salesByCurrency } from './sales.ts';

/** An amount-weighted mean in the making: Σ amount × days and Σ amount. */
export interface Weighed {
  readonly amountDays: number;
  readonly amount: number;
}

/** One currency on the as-of day, in minor units. */
export interface Tally {
  readonly currency: Currency;
  readonly asOf: CalendarDay;
  /** Parallel to BUCKETS: positive opens with a due date. */
  readonly bucketCounts: Float64Array;
  readonly bucketAmounts: Float64Array;
  /** Positive opens without a due date. */
  readonly undated: number;
  /** Σ negative opens: credits and overpayments. */
  readonly unapplied: number;
  readonly disputed: number;
  readonly sales: Sales;
  /** Signed days late, and days from issue to settlement. */
  readonly lateness: Weighed;
  readonly paymentTime: Weighed;
  /** Given up within the year. */
  readonly writtenOff: number;
  /** Over the last 90 days: what was or fell overdue, and what of it was paid. */
  readonly recoverable: number;
  readonly recovered: number;
  /** Today, at the opening of the two periods, and at the ends of the last twelve months. */
  readonly today: Position;
  readonly quarterAgo: Position;
  readonly yearAgo: Position;
  readonly months: readonly Position[];
}

/** Adds up the ledger as assessed on `asOf`: one tally per currency of the ledger, in its order. */
export function tally(ledger: Ledger, assessment: Assessment, asOf: CalendarDay): Tally[] {
  const milestones = milestonesOf(asOf);
  const dayAt = (index: number): CalendarDay => milestones.days[index] as CalendarDay;
  const balances = balancesOf(ledger, assessment);
  const habits = habitsOf(ledger, assessment, dayAt(milestones.yearAgo));
  const sales = salesByCurrency(ledger, assessment);
  const recovery = recoverySince(ledger, assessment, dayAt(milestones.quarterAgo));
  const positions = positionsByCurrency(ledger, assessment, milestones);
  return ledger.currencies.map((currency, c) => {
    const of = (sums: Float64Array): number => sums[c] as number;
    const buckets = (sums: Float64Array): Float64Array => sums.subarray(c * BUCKETS.length, (c + 1) * BUCKETS.length);
    const at = (index: number): Position => (positions[c] as Position[])[index] as Position;
    return {
      currency,
      asOf,
      bucketCounts: buckets(balances.bucketCounts),
      bucketAmounts: buckets(balances.bucketAmounts),
      undated: of(balances.undated),
      unapplied: of(balances.unapplied),
      disputed: of(balances.disputed),
      sales: sales[c] as Sales,
      lateness: { amountDays: of(habits.lateDays), amount: of(habits.lateAmount) },
      paymentTime: { amountDays: of(habits.paymentDays), amount: of(habits.paymentAmount) },
      writtenOff: of(habits.writtenOff),
      recoverable: of(recovery.recoverable),
      recovered: of(recovery.recovered),
      today: at(milestones.days.length - 1),
      quarterAgo: at(milestones.quarterAgo),
      yearAgo: at(milestones.yearAgo),
      months: milestones.months.map(at),
    };
  });
}
