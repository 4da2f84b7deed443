/**
 * Where each open invoice stands on its ladder: what was done last, who was contacted when, and which other path holds it. The journal is believed
 * first; the "last action" cell counts when the journal knows nothing newer of that invoice.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import { type Cadence, FLAG, type LastAction, type Ledger } from '../types.ts';
import { type InvoiceHistory, type JournalBook, numberKey } from './journal.ts';
import { type ActionText, actionDay, isStillToCome, readLastAction, type StandsFor, standsFor } from './last-action.ts';

/** The last thing done about an invoice, on the ladder of its cadence. */
export interface Standing {
  readonly done: StandsFor | null;
  readonly lastAction: LastAction | null;
  /** Last dated contact about this invoice; NO_DAY for none. */
  readonly contactOn: CalendarDay;
  readonly history: InvoiceHistory | undefined;
}

const NOTHING: Standing = { done: null, lastAction: null, contactOn: NO_DAY, history: undefined };

/** Reads the last-action cells once per distinct text. */
export class LastActionCells {
  readonly #texts: readonly (ActionText | null)[];
  readonly #stands = new Map<Cadence, (StandsFor | null)[]>();
  readonly #asOf: CalendarDay;

  constructor(ledger: Ledger, monthFirst: boolean | null, asOf: CalendarDay) {
    this.#asOf = asOf;
    this.#texts = ledger.lastActions.map((text) => {
      const read = readLastAction(text, monthFirst, asOf);
      return read !== null && isStillToCome(read.date, asOf) ? null : read;
    });
  }

  /** What the cell of an invoice says was done and when; null for nothing. A date beside unknown words is a contact without a stage. */
  read(index: number, issuedOn: CalendarDay, cadence: Cadence): { readonly stands: StandsFor | null; readonly on: CalendarDay | null } | null {
    const text = this.#texts[index];
    if (!text) return null;
    let stands = this.#stands.get(cadence);
    if (!stands) this.#stands.set(cadence, (stands = []));
    let stage = stands[index];
    if (stage === undefined) stands[index] = stage = standsFor(text, cadence);
    const on = text.word === 'not-a-contact' ? null : actionDay(text.date, issuedOn, this.#asOf);
    return stage === null && on === null ? null : { stands: stage, on };
  }
}

/** The offset a journaled stage stands for: its own in the cadence, else the lowest any known cadence gives it, else 0. */
function offsetOf(stage: string, cadence: Cadence, cadences: ReadonlyMap<string, Cadence>): number {
  const own = cadence.stages.filter((candidate) => candidate.id === stage).at(-1);
  if (own) return own.offset;
  let lowest: number | null = null;
  for (const other of cadences.values())
    for (const candidate of other.stages) if (candidate.id === stage && (lowest === null || candidate.offset < lowest)) lowest = candidate.offset;
  return lowest ?? 0;
}

/** Where invoice `i` stands. */
export function standingOf(ledger: Ledger, i: number, book: JournalBook, cells: LastActionCells, cadence: Cadence, cadences: ReadonlyMap<string, Cadence>): Standing {
  const history = book.empty ? undefined : book.invoices.get(numberKey(ledger.number[i] as string));
  const cellIndex = ledger.lastAction[i] as number;
  const noticed = ((ledger.flags[i] as number) & FLAG.formalNotice) !== 0;
  if (!history && cellIndex === 0 && !noticed) return NOTHING;
  const cell = cellIndex === 0 ? null : cells.read(cellIndex, ledger.issuedOn[i] as CalendarDay, cadence);
  const journaled = history?.done.at(-1);
  const cellIsNewer = cell !== null && (!journaled || (cell.on !== null && cell.on > journaled.on));
  let done: StandsFor | null = null;
  let lastAction: LastAction | null = null;
  if (cell?.stands && cellIsNewer) {
    done = cell.stands;
    lastAction = done.stage === null ? null : { stage: done.stage, on: cell.on };
  } else if (journaled) {
    done = { stage: journaled.stage, offset: offsetOf(journaled.stage, cadence, cadences) };
    lastAction = { stage: journaled.stage, on: journaled.on };
  }
  const notice = noticed ? cadence.stages.filter((stage) => stage.tone === 'final').at(-1) : undefined;
  if (notice && (done === null || done.offset < notice.offset)) {
    done = { stage: notice.id, offset: notice.offset };
    lastAction = { stage: notice.id, on: null };
  }
  const contactOn = Math.max(history?.lastContactOn ?? NO_DAY, cell?.on ?? NO_DAY) as CalendarDay;
  return { done, lastAction, contactOn, history };
}

/** Another path than the ladder, and until when. */
export type Detour =
  | { readonly kind: 'legal' }
  | { readonly kind: 'disputed'; readonly deadline: CalendarDay | null }
  | { readonly kind: 'promised'; readonly until: CalendarDay; readonly promisedOn: CalendarDay }
  | { readonly kind: 'on-hold'; readonly until: CalendarDay };

/** The path an open invoice is on, and a promise that was broken (NO_DAY for none). */
export interface Course {
  readonly detour: Detour | null;
  readonly brokenPromiseOn: CalendarDay;
}
const ON_THE_LADDER: Course = { detour: null, brokenPromiseOn: NO_DAY };

/** Whether the promised amount came in between the making of the promise and the end of its grace. */
function isKept(ledger: Ledger, i: number, promise: { madeOn: CalendarDay; amount: number | null }, until: CalendarDay): boolean {
  if (promise.amount === null) return false;
  const payments = ledger.rare.get(i)?.payments ?? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }];
  let paid = 0;
  for (const payment of payments) if (payment.paidOn >= promise.madeOn && payment.paidOn <= until) paid += payment.minor;
  return paid >= toMinor(promise.amount, ledger.currencies[ledger.currency[i] as number] as string | null);
}

/** Which course invoice `i` (open by `openMinor`) is on, from facts in the sheet and in the journal; `customerHold` comes from the Customers tab. */
export function courseOf(
  ledger: Ledger,
  i: number,
  history: InvoiceHistory | undefined,
  settings: Settings,
  openMinor: number,
  asOf: CalendarDay,
  customerHold: CalendarDay | null,
): Course {
  const flags = ledger.flags[i] as number;
  const rare = flags & FLAG.rare ? ledger.rare.get(i) : undefined;
  if (!history && !rare && customerHold === null && (flags & (FLAG.legal | FLAG.disputed)) === 0) return ON_THE_LADDER;
  if (flags & FLAG.legal || (history && history.handedOverOn !== null && settings.repeatHandOver === null)) return { detour: { kind: 'legal' }, brokenPromiseOn: NO_DAY };
  const sheetDispute = (flags & FLAG.disputed) !== 0 && !history?.disputeResolved;
  if (sheetDispute || history?.dispute) {
    const contested = rare?.disputedMinor ?? contestedMinor(ledger, i, history);
    // A part-dispute holds only its part; the rest stays on the ladder.
    if (contested === null || contested >= openMinor) return { detour: { kind: 'disputed', deadline: history?.dispute?.deadline ?? rare?.disputeDeadline ?? null }, brokenPromiseOn: NO_DAY };
  }
  let broken: CalendarDay = NO_DAY;
  const journaled = history?.promise ?? null;
  const promise = journaled ?? (rare?.promise ? { promisedOn: rare.promise.promisedOn, amount: null, madeOn: NO_DAY } : null);
  if (promise) {
    const until = addDays(promise.promisedOn, settings.promiseGrace);
    const kept = isKept(ledger, i, promise, until);
    if (!kept && until >= asOf) return { detour: { kind: 'promised', until, promisedOn: promise.promisedOn }, brokenPromiseOn: NO_DAY };
    if (!kept) broken = promise.promisedOn;
  }
  const until = Math.max(rare?.holdUntil ?? NO_DAY, history?.holdUntil ?? NO_DAY, customerHold ?? NO_DAY) as CalendarDay;
  if (until >= asOf) return { detour: { kind: 'on-hold', until }, brokenPromiseOn: broken };
  return { detour: null, brokenPromiseOn: broken };
}

function contestedMinor(ledger: Ledger, i: number, history: InvoiceHistory | undefined): number | null {
  const amount = history?.dispute?.amount ?? null;
  return amount === null ? null : toMinor(amount, ledger.currencies[ledger.currency[i] as number] as string | null);
}
