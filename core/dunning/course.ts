/**
 * Which other path than the ladder holds an open invoice: handed over, disputed, on a plan, promised, on hold. Said in the sheet or in the journal; a
 * promise or instalment that was not kept and a pause that has ended put it back on the same rung.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { toDecimal, toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import { FLAG, type Ledger, type RareFacts } from '../types.ts';
import type { InvoiceHistory, PromiseMade } from './journal.ts';
import type { Plan } from './plans.ts';
import type { PromiseJudge } from './promises.ts';

/** Another path than the ladder, and until when. */
export type Detour =
  | { readonly kind: 'legal'; readonly isJournaled: boolean }
  | { readonly kind: 'disputed'; readonly deadline: CalendarDay | null }
  | { readonly kind: 'on-plan'; readonly until: CalendarDay; readonly nextOn: CalendarDay }
  | { readonly kind: 'promised'; readonly until: CalendarDay; readonly promisedOn: CalendarDay }
  | { readonly kind: 'on-hold'; readonly until: CalendarDay };

/** The path an open invoice is on. */
export interface Course {
  readonly detour: Detour | null;
  /** The promise that was not kept; NO_DAY for none. */
  readonly brokenPromiseOn: CalendarDay;
  /** The instalment that did not come in; NO_DAY for none. */
  readonly missedInstalmentOn: CalendarDay;
  /** The contested part of an invoice whose rest is chased, in minor units. */
  readonly contestedMinor: number;
  /** Handed over, to be proposed again after a while; NO_DAY for not handed over. */
  readonly handedOverOn: CalendarDay;
}
const ON_THE_LADDER: Course = {
  detour: null,
  brokenPromiseOn: NO_DAY,
  missedInstalmentOn: NO_DAY,
  contestedMinor: 0,
  handedOverOn: NO_DAY,
};

/** Where the word about an invoice comes from. */
export interface Sources {
  readonly history: InvoiceHistory | undefined;
  /** What the journal says of the customer as a whole. */
  readonly wide: InvoiceHistory | undefined;
  /** The pause of the customer in the Customers tab. */
  readonly customerHold: CalendarDay | null;
  readonly plan: Plan | undefined;
}

/** Which course invoice `i` (open by `openMinor`) is on. */
export function courseOf(
  ledger: Ledger,
  i: number,
  sources: Sources,
  settings: Settings,
  openMinor: number,
  asOf: CalendarDay,
  judge: PromiseJudge,
): Course {
  const { history, customerHold, plan } = sources;
  const flags = ledger.flags[i] as number;
  const rare = flags & FLAG.rare ? ledger.rare.get(i) : undefined;
  const wide = sources.wide && sinceIssue(sources.wide, ledger.issuedOn[i] as CalendarDay);
  if (!history && !wide && !rare && !plan && customerHold === null && (flags & (FLAG.legal | FLAG.disputed)) === 0) return ON_THE_LADDER;

  const handedOverOn = Math.max(history?.handedOverOn ?? NO_DAY, wide?.handedOverOn ?? NO_DAY) as CalendarDay;
  const saysLegal = (flags & FLAG.legal) !== 0 && !isOurLabel(history, 'legal');
  if (saysLegal) return { ...ON_THE_LADDER, detour: { kind: 'legal', isJournaled: false } };
  if (handedOverOn !== NO_DAY && settings.repeatHandOver === null)
    return { ...ON_THE_LADDER, detour: { kind: 'legal', isJournaled: true } };

  const contested = contestedMinor(ledger, i, history, wide);
  if (contested > 0 && contested >= openMinor) {
    const deadline = history?.dispute?.deadline ?? wide?.dispute?.deadline ?? rare?.disputeDeadline ?? null;
    return { ...ON_THE_LADDER, detour: { kind: 'disputed', deadline } };
  }

  // A part-dispute holds only its part; the rest stays on the ladder.
  const missedInstalmentOn = plan?.standing.kind === 'missed' ? plan.standing.missedOn : NO_DAY;
  const course: Course = { ...ON_THE_LADDER, contestedMinor: contested, handedOverOn, missedInstalmentOn };
  if (plan?.standing.kind === 'on-plan')
    return { ...course, detour: { kind: 'on-plan', until: plan.standing.until, nextOn: plan.standing.next.on } };
  const promise = latestPromise(ledger, i, history, wide, rare);
  // Said to be broken, and yet the money came in by its day: entered late, or somebody spoke too soon.
  const said = [history?.brokenPromise, wide?.brokenPromise].filter(
    (broken) => broken != null && !(judge.isOver(broken) && judge.isKept(i, broken)),
  );
  let brokenPromiseOn = Math.max(NO_DAY, ...said.map((broken) => (broken as PromiseMade).promisedOn)) as CalendarDay;
  if (promise !== null && promise.promisedOn > brokenPromiseOn && !judge.isKept(i, promise)) {
    const { promisedOn } = promise;
    if (!judge.isOver(promise)) return { ...course, detour: { kind: 'promised', until: judge.graceOf(promise), promisedOn } };
    brokenPromiseOn = promisedOn;
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
export function sinceIssue(wide: InvoiceHistory, issuedOn: CalendarDay): InvoiceHistory {
  const { promise, dispute, handedOverOn } = wide;
  return {
    ...wide,
    promise: promise !== null && issuedOn <= promise.madeOn ? promise : null,
    dispute: dispute !== null && issuedOn <= dispute.openedOn ? dispute : null,
    handedOverOn: handedOverOn !== null && issuedOn <= handedOverOn ? handedOverOn : null,
  };
}

/** Whether a word in the status cell is our own, of what was just taken back or only told after the day. */
function isOurLabel(history: InvoiceHistory | undefined, label: 'disputed' | 'legal'): boolean {
  return history !== undefined && (history.justTakenBack.has(label) || history.toldLater.has(label));
}

/**
 * The contested part of invoice `i` in minor units: 0 for none, infinite for the whole. `wide` is what was told since it was issued; with `inSheet`
 * false only the journal is heard.
 */
export function contestedMinor(
  ledger: Ledger,
  i: number,
  history: InvoiceHistory | undefined,
  wide: InvoiceHistory | undefined,
  inSheet = true,
): number {
  const flags = ledger.flags[i] as number;
  // A word in the dispute column is the user's; one in the status cell may be a label of ours.
  const isOurs = isOurLabel(history, 'disputed') && ledger.text('dispute', i) === '';
  const saysDisputed = (flags & FLAG.disputed) !== 0 && (history?.disputeResolved ?? 'no') === 'no' && !isOurs && inSheet;
  if (!saysDisputed && !history?.dispute && !wide?.dispute) return 0;
  const amount = history?.dispute?.amount ?? null;
  if (amount !== null) return toMinor(amount, ledger.currencies[ledger.currency[i] as number] ?? null);
  return (flags & FLAG.rare ? ledger.rare.get(i)?.disputedMinor : null) ?? Number.POSITIVE_INFINITY;
}

/** Of the promises in the journal and in the sheet, the one for the latest day: people promise again. */
function latestPromise(
  ledger: Ledger,
  i: number,
  history: InvoiceHistory | undefined,
  wide: InvoiceHistory | undefined,
  rare: RareFacts | undefined,
): PromiseMade | null {
  const promises: PromiseMade[] = [];
  const ofSheet = promiseOfSheet(ledger, i, rare);
  if (ofSheet) promises.push(ofSheet);
  // A sum promised for all invoices of a customer says nothing of one.
  if (wide?.promise) promises.push({ ...wide.promise, amount: null });
  if (history?.promise) promises.push(history.promise);
  return promises.reduce<PromiseMade | null>(
    (latest, promise) => (latest === null || promise.promisedOn >= latest.promisedOn ? promise : latest),
    null,
  );
}

/** The promise in the cells of invoice `i`; nobody knows when it was made. */
export function promiseOfSheet(ledger: Ledger, i: number, rare: RareFacts | undefined): PromiseMade | null {
  if (!rare?.promise) return null;
  const { promisedOn, minor } = rare.promise;
  const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
  return { promisedOn, amount: minor === null ? null : toDecimal(minor, currency), madeOn: NO_DAY, invoices: [] };
}
