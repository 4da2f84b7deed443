/**
 * What the ledger is worth on one day: for every invoice its open balance, how late it is, its bucket of the aging balance and its status. One pass
 * over typed columns; nothing here looks at a cell or a clock.
 */
import { type CalendarDay, NO_DAY } from './calendar.ts';
import { toMinor } from './money.ts';
import type { Settings } from './settings.ts';
import { type Assessment, BUCKETS, FLAG, type Ledger, NO_BUCKET, type Payment, STATUSES, type Status } from './types.ts';

/** What the journal, the tabs and the cadence say beside the sheet: asked only where the sheet alone does not decide. */
export interface Circumstances {
  /** Invoices that another path than the ladder holds while they are open, by index. */
  readonly paths: ReadonlyMap<number, Path>;
  /** Days late from which an open invoice is `overdue` (at least 1) and days from due (negative) from which it is `watch`. */
  readonly thresholds: (i: number) => Thresholds;
}
export interface Thresholds {
  readonly overdueFrom: number;
  readonly watchFrom: number;
}
/** Why an open invoice is not on the ladder today. */
export type Path = { readonly status: 'legal' | 'disputed' | 'on-plan' | 'promised' | 'on-hold' };

/** Upper day of each bucket but the last: 30, 60 and 90 days belong below. */
export const BUCKET_BOUNDS: readonly number[] = [0, 30, 60, 90];

const STATUS_INDEX = Object.fromEntries(STATUSES.map((status, index) => [status, index])) as Readonly<Record<Status, number>>;

/** Index into BUCKETS of a signed number of days late. */
export function bucketIndex(daysLate: number): number {
  for (let b = 0; b < BUCKET_BOUNDS.length; b++) if (daysLate <= (BUCKET_BOUNDS[b] as number)) return b;
  return BUCKETS.length - 1;
}

/** Sum of the payments that have happened on a day: an undated one counts at every day. */
export function paidBy(payments: readonly Payment[], asOf: CalendarDay): number {
  let sum = 0;
  for (const payment of payments) if (payment.paidOn === NO_DAY || payment.paidOn <= asOf) sum += payment.minor;
  return sum;
}

/** What was paid on invoice `i` by the day, in minor units; credits of linked notes are not payments. */
export function paidOnInvoice(ledger: Ledger, i: number, asOf: CalendarDay): number {
  const payments = (ledger.flags[i] as number) & FLAG.rare ? ledger.rare.get(i)?.payments : undefined;
  if (payments) return paidBy(payments, asOf);
  // NO_DAY lies before every day: an undated payment counts.
  return (ledger.paidOn[i] as number) <= asOf ? (ledger.paid[i] as number) : 0;
}

/** Whether all that was ever recorded on invoice `i`, whatever its day, leaves at most `tolerance` (minor units) to pay. */
export function isSettledByNow(ledger: Ledger, i: number, tolerance: number): boolean {
  const credits = ledger.rare.get(i)?.credits ?? [];
  return (ledger.amount[i] as number) - (ledger.paid[i] as number) - credits.reduce((sum, { minor }) => sum + minor, 0) <= tolerance;
}

/**
 * The day invoice `i` was settled: that of the payment or credit which left at most `tolerance` (minor units), and after which it never owed more.
 * NO_DAY when it is not settled, or when a payment that counts has no date. A second payment by mistake settles nothing.
 */
export function settlementDay(ledger: Ledger, i: number, asOf: CalendarDay, tolerance: number): CalendarDay {
  const flags = ledger.flags[i] as number;
  if (flags & FLAG.undatedPayment) return NO_DAY;
  const rare = flags & FLAG.rare ? ledger.rare.get(i) : undefined;
  const single = { paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number };
  const counted = [...(rare?.payments ?? [single]), ...(rare?.credits ?? [])].filter(({ paidOn, minor }) => minor !== 0 && paidOn <= asOf);
  let left = ledger.amount[i] as number;
  let settledOn: CalendarDay = NO_DAY;
  for (const { paidOn, minor } of counted.sort((a, b) => a.paidOn - b.paidOn)) {
    left -= minor;
    if (left > tolerance) settledOn = NO_DAY;
    else if (settledOn === NO_DAY) settledOn = paidOn;
  }
  return settledOn;
}

/**
 * Assesses every invoice on `asOf`. Invoices issued later do not exist yet (`exists` 0). Open balance = amount − paid − credited, signed; at most
 * `tolerance` left counts as paid. Days late: settled on P: P − due; open: asOf − due.
 */
export function assess(ledger: Ledger, settings: Settings, asOf: CalendarDay, circumstances: Circumstances): Assessment {
  const n = ledger.size;
  const exists = new Uint8Array(n);
  const open = new Float64Array(n);
  const daysLate = new Int32Array(n);
  const settledOn = new Int32Array(n).fill(NO_DAY);
  const bucket = new Uint8Array(n).fill(NO_BUCKET);
  const status = new Uint8Array(n);
  const partlyPaid = new Uint8Array(n);
  const tolerances = ledger.currencies.map((currency) => toMinor(settings.tolerance, currency));
  const { amount, paid, paidOn, issuedOn, dueOn, flags, currency, rare } = ledger;
  const gone = FLAG.draft | FLAG.cancelled | FLAG.writtenOff;

  for (let i = 0; i < n; i++) {
    if ((issuedOn[i] as number) > asOf) continue;
    exists[i] = 1;
    const flag = flags[i] as number;
    const total = amount[i] as number;
    let settledBy = 0;
    let credited = 0;
    if (flag & FLAG.rare) {
      const facts = rare.get(i);
      settledBy = facts?.payments ? paidBy(facts.payments, asOf) : (paidOn[i] as number) <= asOf ? (paid[i] as number) : 0;
      if (facts?.credits) credited = paidBy(facts.credits, asOf);
    } else if ((paidOn[i] as number) <= asOf) settledBy = paid[i] as number;
    const left = flag & FLAG.error ? Number.NaN : total - settledBy - credited;
    open[i] = left;
    const due = dueOn[i] as CalendarDay;
    const age = due === NO_DAY ? NO_DAY : asOf - due;
    daysLate[i] = age;

    if (flag & gone) {
      status[i] = flag & FLAG.draft ? STATUS_INDEX.draft : flag & FLAG.cancelled ? STATUS_INDEX.cancelled : STATUS_INDEX['written-off'];
      if (flag & (FLAG.draft | FLAG.cancelled)) daysLate[i] = NO_DAY;
      continue;
    }
    if (flag & FLAG.credit) {
      status[i] = STATUS_INDEX.credit;
      daysLate[i] = NO_DAY;
      continue;
    }
    if (left > 0 && age !== NO_DAY) bucket[i] = bucketIndex(age);
    const tolerance = tolerances[currency[i] as number] as number;
    if (left <= tolerance) {
      status[i] = STATUS_INDEX.paid;
      // The plain case inlined: one dated payment and nothing else.
      const settled =
        flag & (FLAG.rare | FLAG.undatedPayment)
          ? settlementDay(ledger, i, asOf, tolerance)
          : settledBy !== 0
            ? (paidOn[i] as CalendarDay)
            : NO_DAY;
      settledOn[i] = settled;
      daysLate[i] = settled === NO_DAY || due === NO_DAY ? NO_DAY : settled - due;
      continue;
    }
    if (settledBy > 0) partlyPaid[i] = 1;
    if (flag & (FLAG.error | FLAG.held)) {
      status[i] = STATUS_INDEX['to-fix'];
      continue;
    }
    const path = circumstances.paths.get(i);
    if (path) {
      status[i] = STATUS_INDEX[path.status];
      continue;
    }
    const { overdueFrom, watchFrom } = circumstances.thresholds(i);
    status[i] = age >= overdueFrom ? STATUS_INDEX.overdue : age >= watchFrom ? STATUS_INDEX.watch : STATUS_INDEX['not-due'];
  }
  return { asOf, tolerances, exists, open, daysLate, settledOn, bucket, status, partlyPaid };
}

/** The status of invoice `i` in words of the code. */
export function statusOf(assessment: Assessment, i: number): Status {
  return STATUSES[assessment.status[i] as number] as Status;
}

/** Whether invoice `i` is part of the receivables: it exists, its amount is known, and it is no draft, cancelled or written-off one. */
export function counts(ledger: Ledger, assessment: Assessment, i: number): boolean {
  return assessment.exists[i] === 1 && ((ledger.flags[i] as number) & (FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error)) === 0;
}
