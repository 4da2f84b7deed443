/**
 * Which other path than the ladder holds an open invoice: handed over, disputed, promised, on hold. Said in the sheet or in the journal; a promise that
 * was not kept and a pause that has ended put it back on the same rung.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import { FLAG, type Ledger, type RareFacts } from '../types.ts';
import type { InvoiceHistory } from './journal.ts';

/** Another path than the ladder, and until when. */
export type Detour =
  | { readonly kind: 'legal'; readonly isJournaled: boolean }
  | { readonly kind: 'disputed'; readonly deadline: CalendarDay | null }
  | { readonly kind: 'promised'; readonly until: CalendarDay; readonly promisedOn: CalendarDay }
  | { readonly kind: 'on-hold'; readonly until: CalendarDay };

/** The path an open invoice is on. */
export interface Course {
  readonly detour: Detour | null;
  /** The promise that was not kept; NO_DAY for none. */
  readonly brokenPromiseOn: CalendarDay;
  /** The contested part of an invoice whose rest is chased, in minor units. */
  readonly contestedMinor: number;
  /** Handed over, to be proposed again after a while; NO_DAY for not handed over. */
  readonly handedOverOn: CalendarDay;
}
const ON_THE_LADDER: Course = { detour: null, brokenPromiseOn: NO_DAY, contestedMinor: 0, handedOverOn: NO_DAY };

/** Where the word about an invoice comes from. */
export interface Sources {
  readonly history: InvoiceHistory | undefined;
  /** What the journal says of the customer as a whole. */
  readonly wide: InvoiceHistory | undefined;
  /** The pause of the customer in the Customers tab. */
  readonly customerHold: CalendarDay | null;
}

interface Promise {
  readonly promisedOn: CalendarDay;
  readonly minor: number | null;
  /** NO_DAY when the sheet does not say. */
  readonly madeOn: CalendarDay;
}

/** Which course invoice `i` (open by `openMinor`) is on. */
export function courseOf(ledger: Ledger, i: number, sources: Sources, settings: Settings, openMinor: number, asOf: CalendarDay): Course {
  const { history, customerHold } = sources;
  const flags = ledger.flags[i] as number;
  const rare = flags & FLAG.rare ? ledger.rare.get(i) : undefined;
  const wide = sources.wide && sinceIssue(sources.wide, ledger.issuedOn[i] as CalendarDay);
  if (!history && !wide && !rare && customerHold === null && (flags & (FLAG.legal | FLAG.disputed)) === 0) return ON_THE_LADDER;

  const handedOverOn = Math.max(history?.handedOverOn ?? NO_DAY, wide?.handedOverOn ?? NO_DAY) as CalendarDay;
  if (flags & FLAG.legal) return { ...ON_THE_LADDER, detour: { kind: 'legal', isJournaled: false } };
  if (handedOverOn !== NO_DAY && settings.repeatHandOver === null)
    return { ...ON_THE_LADDER, detour: { kind: 'legal', isJournaled: true } };

  const isDisputed = ((flags & FLAG.disputed) !== 0 && (history?.disputeResolved ?? 'no') === 'no') || history?.dispute || wide?.dispute;
  const contested = isDisputed ? contestedMinor(ledger, i, history, rare) : 0;
  if (contested === null || (isDisputed && contested >= openMinor)) {
    const deadline = history?.dispute?.deadline ?? wide?.dispute?.deadline ?? rare?.disputeDeadline ?? null;
    return { ...ON_THE_LADDER, detour: { kind: 'disputed', deadline } };
  }

  // A part-dispute holds only its part; the rest stays on the ladder.
  const course: Course = { ...ON_THE_LADDER, contestedMinor: contested, handedOverOn };
  const promise = latestPromise(ledger, i, history, wide, rare);
  let brokenPromiseOn = Math.max(history?.brokenPromiseOn ?? NO_DAY, wide?.brokenPromiseOn ?? NO_DAY) as CalendarDay;
  if (promise !== null && promise.promisedOn > brokenPromiseOn) {
    const until = addDays(promise.promisedOn, settings.promiseGrace);
    const isOver = until < asOf;
    // The sheet does not say when a promise was made: what came in before could be anything, until its day has passed.
    const isKept =
      (isOver || promise.madeOn !== NO_DAY) && promise.minor !== null && paidSince(ledger, i, promise.madeOn, until, asOf) >= promise.minor;
    if (!isKept && !isOver) return { ...course, detour: { kind: 'promised', until, promisedOn: promise.promisedOn } };
    if (!isKept) brokenPromiseOn = promise.promisedOn;
  }
  const until = Math.max(
    rare?.holdUntil ?? NO_DAY,
    history?.holdUntil ?? NO_DAY,
    wide?.holdUntil ?? NO_DAY,
    customerHold ?? NO_DAY,
  ) as CalendarDay;
  return { ...course, brokenPromiseOn, detour: until >= asOf ? { kind: 'on-hold', until } : null };
}

/** What was said of a customer as a whole is about the invoices there were then; only a pause also covers the later ones. */
function sinceIssue(wide: InvoiceHistory, issuedOn: CalendarDay): InvoiceHistory {
  const { promise, dispute, handedOverOn } = wide;
  return {
    ...wide,
    promise: promise !== null && issuedOn <= promise.madeOn ? promise : null,
    dispute: dispute !== null && issuedOn <= dispute.openedOn ? dispute : null,
    handedOverOn: handedOverOn !== null && issuedOn <= handedOverOn ? handedOverOn : null,
  };
}

/** The contested part in minor units; null for the whole invoice. */
function contestedMinor(ledger: Ledger, i: number, history: InvoiceHistory | undefined, rare: RareFacts | undefined): number | null {
  const amount = history?.dispute?.amount ?? null;
  return amount === null ? (rare?.disputedMinor ?? null) : toMinor(amount, ledger.currencies[ledger.currency[i] as number] ?? null);
}

/** Of the promises in the journal and in the sheet, the one for the latest day: people promise again. */
function latestPromise(
  ledger: Ledger,
  i: number,
  history: InvoiceHistory | undefined,
  wide: InvoiceHistory | undefined,
  rare: RareFacts | undefined,
): Promise | null {
  const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
  const { promise: own } = history ?? { promise: null };
  const promises: Promise[] = [];
  if (rare?.promise) promises.push({ ...rare.promise, madeOn: NO_DAY });
  // A sum promised for several invoices together says nothing of one.
  if (wide?.promise) promises.push({ ...wide.promise, minor: null });
  if (own)
    promises.push({ promisedOn: own.promisedOn, madeOn: own.madeOn, minor: own.amount === null ? null : toMinor(own.amount, currency) });
  return promises.reduce<Promise | null>(
    (latest, promise) => (latest === null || promise.promisedOn >= latest.promisedOn ? promise : latest),
    null,
  );
}

/** What came in on invoice `i` from a day on, up to another that has happened. */
function paidSince(ledger: Ledger, i: number, from: CalendarDay, until: CalendarDay, asOf: CalendarDay): number {
  const payments = ledger.rare.get(i)?.payments ?? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }];
  let paid = 0;
  for (const { paidOn, minor } of payments) if (paidOn >= from && paidOn <= until && paidOn <= asOf) paid += minor;
  return paid;
}
