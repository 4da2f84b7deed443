/**
 * One pass over the ledger adds up, per currency, everything the indicators read; each of them is then a line of arithmetic. What counts where is
 * decided here once: drafts, cancelled and unreadable amounts nowhere, written-off amounts in sales only.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { type Assessment, BUCKETS, FLAG, type Ledger, NO_BUCKET, STATUSES, type Status } from '../types.ts';
import { type Milestones, milestoneAt, milestonesOf } from './milestones.ts';
import { addStretch, addStretches, NEVER_LATE, type Position, positionsOf, stepsFor } from './receivables.ts';
import { type Sales, salesOf } from './sales.ts';

/** An amount-weighted mean in the making: Σ amount × days and Σ amount. */
export interface Weighed {
  readonly amountDays: number;
  readonly amount: number;
}

/** What one currency adds up to on the as-of day, in minor units. */
export interface Tally {
  readonly currency: Currency;
  readonly asOf: CalendarDay;
  /** Invoices and credit notes that count, settled and written-off ones included. */
  readonly invoices: number;
  /** Parallel to BUCKETS: positive opens with a due date. */
  readonly bucketCounts: Float64Array;
  readonly bucketAmounts: Float64Array;
  /** Positive opens without a place in the buckets: no due date, or a credit note refunded beyond its amount. */
  readonly undated: number;
  /** Σ negative opens: credits and overpayments. */
  readonly unapplied: number;
  /** Part of the opens under dispute. */
  readonly disputed: number;
  readonly sales: Sales;
  /** Signed days late: settled within the year, or open and at least a day late. */
  readonly lateness: Weighed;
  /** Issue to settlement, settled within the year. */
  readonly paymentTime: Weighed;
  /** Given up within the year: no date is recorded, so its due date (else its issue date) stands for it. */
  readonly writtenOff: number;
  /** Over the last 90 days: what was or fell overdue, and what of it was paid. */
  readonly recoverable: number;
  readonly recovered: number;
  /** Today, at the opening of both periods, and at the twelve months' ends. */
  readonly today: Position;
  readonly quarterAgo: Position;
  readonly yearAgo: Position;
  readonly months: readonly Position[];
}

// Places in the row of sums a currency has.
const UNDATED = 0;
const UNAPPLIED = 1;
const DISPUTED = 2;
const LATE_DAYS = 3;
const LATE_AMOUNT = 4;
const PAYMENT_DAYS = 5;
const PAYMENT_AMOUNT = 6;
const WRITTEN_OFF = 7;
const RECOVERABLE = 8;
const RECOVERED = 9;
const INVOICES = 10;
const BUCKET_COUNTS = 11;
const BUCKET_AMOUNTS = BUCKET_COUNTS + BUCKETS.length;
const WIDTH = BUCKET_AMOUNTS + BUCKETS.length;

const NOWHERE = FLAG.draft | FLAG.cancelled | FLAG.error;
const statusIndex = (status: Status): number => STATUSES.indexOf(status);
const PAID = statusIndex('paid');
const IN_DISPUTE = statusIndex('disputed');
const TO_FIX = statusIndex('to-fix');
const LEGAL = statusIndex('legal');

/** Adds up the ledger as assessed on `asOf`: one tally per currency of the ledger, in its order. */
export function tally(ledger: Ledger, assessment: Assessment, asOf: CalendarDay): Tally[] {
  const { size, amount, paid, paidOn, issuedOn, dueOn, flags, currency, currencies, rare } = ledger;
  const { exists, open, daysLate, settledOn, bucket, status } = assessment;
  const milestones = milestonesOf(asOf);
  const steps = stepsFor(milestones, currencies.length);
  const end = milestones.days.length;
  const quarterAgo = milestones.days[milestones.quarterAgo] as CalendarDay;
  const yearAgo = milestones.days[milestones.yearAgo] as CalendarDay;
  const sums = new Float64Array(currencies.length * WIDTH);
  const start = firstIssue(ledger, asOf);
  const days = asOf - start + 2;
  const sold = new Float64Array(currencies.length * days);
  const firstOn = new Int32Array(currencies.length).fill(asOf + 1);
  const add = (place: number, value: number): void => {
    sums[place] = (sums[place] as number) + value;
  };

  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (exists[i] === 0 || flag & NOWHERE) continue;
    const c = currency[i] as number;
    const at = c * WIDTH;
    const total = amount[i] as number;
    const issued = issuedOn[i] as number;
    const due = dueOn[i] as number;
    const left = open[i] as number;
    add(at + INVOICES, 1);
    if (issued !== NO_DAY) {
      const on = c * days + (issued - start + 1);
      sold[on] = (sold[on] as number) + total;
      if (issued < (firstOn[c] as number)) firstOn[c] = issued;
    }
    if (flag & FLAG.writtenOff) {
      const on = due === NO_DAY ? issued : due;
      if (left > 0 && on > yearAgo && on <= asOf) add(at + WRITTEN_OFF, left);
      continue;
    }

    const b = bucket[i] as number;
    if (b !== NO_BUCKET) {
      add(at + BUCKET_COUNTS + b, 1);
      add(at + BUCKET_AMOUNTS + b, left);
    } else if (left !== 0) add(at + (left > 0 ? UNDATED : UNAPPLIED), left);

    const late = daysLate[i] as number;
    const settled = settledOn[i] as number;
    const isSettled = status[i] === PAID;
    if (late !== NO_DAY && (isSettled ? settled > yearAgo : b !== NO_BUCKET && late >= 1)) {
      add(at + LATE_DAYS, total * late);
      add(at + LATE_AMOUNT, total);
    }
    if (settled > yearAgo && issued !== NO_DAY) {
      add(at + PAYMENT_DAYS, total * (settled - issued));
      add(at + PAYMENT_AMOUNT, total);
    }
    if (!isSettled && (status[i] === IN_DISPUTE || flag & FLAG.disputed)) add(at + DISPUTED, contested(ledger, assessment, i));

    // What was open when, and what of it was paid in the last quarter.
    const ages = due !== NO_DAY && (flag & FLAG.credit) === 0;
    const lateFrom = ages ? milestoneAt(milestones, due + 1) : NEVER_LATE;
    const facts = flag & FLAG.rare ? rare.get(i) : undefined;
    let before = 0;
    let within = 0;
    if (facts && (facts.payments || facts.credits)) {
      const payments = facts.payments ?? [{ paidOn: paidOn[i] as CalendarDay, minor: paid[i] as number }];
      const credits = facts.credits ?? [];
      addStretches(steps, c, total, issued, lateFrom, [...payments, ...credits]);
      for (const credit of credits) if (Math.max(credit.paidOn, issued) <= quarterAgo) before += credit.minor;
      for (const payment of payments) {
        const on = Math.max(payment.paidOn, issued);
        if (on <= quarterAgo) before += payment.minor;
        else if (on <= asOf) within += payment.minor;
      }
    } else {
      const one = paid[i] as number;
      const from = milestoneAt(milestones, issued);
      if (one === 0) addStretch(steps, c, total, from, end, lateFrom);
      else {
        // A payment before the issue counts from the issue on.
        const on = Math.max(paidOn[i] as number, issued);
        const until = milestoneAt(milestones, on);
        addStretch(steps, c, total, from, until, lateFrom);
        addStretch(steps, c, total - one, until, end, lateFrom);
        if (on <= quarterAgo) before = one;
        else if (on <= asOf) within = one;
      }
    }
    if (ages && due <= asOf && total > before) {
      add(at + RECOVERABLE, total - before);
      add(at + RECOVERED, Math.min(within, total - before));
    }
  }

  return currencies.map((name, c) => {
    const own = sums.subarray(c * WIDTH, (c + 1) * WIDTH);
    const sum = (place: number): number => own[place] as number;
    const first = firstOn[c] as CalendarDay;
    return {
      currency: name,
      asOf,
      invoices: sum(INVOICES),
      bucketCounts: own.subarray(BUCKET_COUNTS, BUCKET_COUNTS + BUCKETS.length),
      bucketAmounts: own.subarray(BUCKET_AMOUNTS, BUCKET_AMOUNTS + BUCKETS.length),
      undated: sum(UNDATED),
      unapplied: sum(UNAPPLIED),
      disputed: sum(DISPUTED),
      sales: salesOf(sold.subarray(c * days, (c + 1) * days), start, first > asOf ? NO_DAY : first),
      lateness: { amountDays: sum(LATE_DAYS), amount: sum(LATE_AMOUNT) },
      paymentTime: { amountDays: sum(PAYMENT_DAYS), amount: sum(PAYMENT_AMOUNT) },
      writtenOff: sum(WRITTEN_OFF),
      recoverable: sum(RECOVERABLE),
      recovered: sum(RECOVERED),
      ...positionsAt(milestones, positionsOf(steps, c)),
    };
  });
}

function positionsAt(milestones: Milestones, positions: readonly Position[]): Pick<Tally, 'today' | 'quarterAgo' | 'yearAgo' | 'months'> {
  const at = (index: number): Position => positions[index] as Position;
  return {
    today: at(positions.length - 1),
    quarterAgo: at(milestones.quarterAgo),
    yearAgo: at(milestones.yearAgo),
    months: milestones.months.map(at),
  };
}

/** The first issue day recorded up to the as-of day; the as-of day when none is. */
function firstIssue({ size, issuedOn }: Ledger, asOf: CalendarDay): CalendarDay {
  let first = asOf as number;
  for (let i = 0; i < size; i++) {
    const day = issuedOn[i] as number;
    if (day < first && day !== NO_DAY) first = day;
  }
  return first as CalendarDay;
}

/** The disputed part of an open invoice. A dispute that no longer holds the row (resolved in the journal) counts only for a part still named. */
function contested({ flags, rare }: Ledger, { open, status }: Assessment, i: number): number {
  const left = open[i] as number;
  if (left <= 0) return 0;
  const part = (flags[i] as number) & FLAG.rare ? rare.get(i)?.disputedMinor : undefined;
  if (part !== undefined && part !== null) return Math.min(part, left);
  return status[i] === IN_DISPUTE || status[i] === TO_FIX || status[i] === LEGAL ? left : 0;
}
