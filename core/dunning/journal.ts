/**
 * What the journal remembers of each invoice. The journal is the only memory of what was done: a stage is done when it was sent, called or posted,
 * never because a draft exists; and any reminder that may be on its way blocks a second one, whatever the day one looks from.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { JournalEntry, JournalEvent, StageId } from '../types.ts';

/** A stage that was done about an invoice. `skipped` advances without being a contact. */
export interface DoneStage {
  readonly stage: StageId;
  readonly on: CalendarDay;
  readonly round: number;
  readonly how: 'sent' | 'called' | 'letter' | 'skipped';
}

/** A reminder that may be on its way: it blocks the same stage and round. */
export interface Waiting {
  readonly stage: StageId;
  readonly round: number;
  readonly on: CalendarDay;
  readonly state: 'intent' | 'drafted' | 'unknown' | 'sent';
  /** The draft's id. */
  readonly reference: string;
}

/** Everything the journal says of one invoice number. `done` and the paths count rows up to the as-of day only, `waiting` counts all. */
export interface InvoiceHistory {
  readonly done: DoneStage[];
  readonly waiting: Map<string, Waiting>;
  /** Last contact about this invoice; NO_DAY when none. */
  lastContactOn: CalendarDay;
  promise: { readonly promisedOn: CalendarDay; readonly amount: number | null; readonly madeOn: CalendarDay } | null;
  dispute: { readonly deadline: CalendarDay | null; readonly amount: number | null } | null;
  disputeResolved: boolean;
  holdUntil: CalendarDay | null;
  handedOverOn: CalendarDay | null;
}

/** The whole journal, folded for one as-of day. */
export interface JournalBook {
  readonly invoices: ReadonlyMap<string, InvoiceHistory>;
  /** Last contact of each customer, by the customer name as journaled. */
  readonly customers: ReadonlyMap<string, CalendarDay>;
  /** Ids of drafts announced and not confirmed, with the rows that announced them. */
  readonly unfinished: ReadonlyMap<string, readonly JournalEntry[]>;
  readonly empty: boolean;
}

/** How an invoice number is compared: as people read it. */
export function numberKey(number: string): string {
  return number.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

const DONE: Partial<Record<JournalEvent, DoneStage['how']>> = {
  sent: 'sent',
  'presumed-sent': 'sent',
  called: 'called',
  letter: 'letter',
  skipped: 'skipped',
};

/** Rows that an `undone` row names (by reference) are as if never written. */
function withoutUndone(entries: readonly JournalEntry[]): JournalEntry[] {
  const undone = new Set(entries.filter((entry) => entry.event === 'undone').map((entry) => entry.reference));
  return undone.size === 0 ? [...entries] : entries.filter((entry) => !undone.has(entry.id));
}

function blank(): InvoiceHistory {
  return {
    done: [], waiting: new Map(), lastContactOn: NO_DAY, promise: null, dispute: null, disputeResolved: false, holdUntil: null, handedOverOn: null,
  };
}

/** Folds the journal (rows in order of their ids) as of a day. */
export function foldJournal(entries: readonly JournalEntry[], asOf: CalendarDay, customerKey: (name: string) => string): JournalBook {
  const invoices = new Map<string, InvoiceHistory>();
  const customers = new Map<string, CalendarDay>();
  const announced = new Map<string, JournalEntry[]>();
  for (const entry of withoutUndone(entries)) {
    if (entry.event === 'intent') announced.set(entry.reference, [...(announced.get(entry.reference) ?? []), entry]);
    else if (entry.reference !== '' && DRAFT_FATE.has(entry.event)) announced.delete(entry.reference);
    const past = entry.on <= asOf;
    const contact = past && CONTACT.has(entry.event);
    if (contact && entry.customer !== '') {
      const key = customerKey(entry.customer);
      if (entry.on > (customers.get(key) ?? NO_DAY)) customers.set(key, entry.on);
    }
    for (const number of entry.invoices) {
      const key = numberKey(number);
      let history = invoices.get(key);
      if (!history) invoices.set(key, (history = blank()));
      wait(history, entry);
      if (past) remember(history, entry, contact);
    }
  }
  return { invoices, customers, unfinished: announced, empty: entries.length === 0 };
}

/** Events that talk to the customer: they start the rest of the invoice and the interval of the customer. */
const CONTACT: ReadonlySet<JournalEvent> = new Set(['sent', 'presumed-sent', 'called', 'letter'] as const);
/** Events that end a draft's being merely announced. */
const DRAFT_FATE: ReadonlySet<JournalEvent> = new Set(['drafted', 'sent', 'presumed-sent', 'discarded', 'unknown'] as const);

function wait(history: InvoiceHistory, entry: JournalEntry): void {
  const key = `${entry.stage}\u0000${entry.round}`;
  const state = entry.event === 'presumed-sent' ? 'sent' : entry.event;
  if (state === 'discarded') history.waiting.delete(key);
  else if (state === 'intent' || state === 'drafted' || state === 'unknown' || state === 'sent')
    history.waiting.set(key, { stage: entry.stage, round: entry.round, on: entry.on, state, reference: entry.reference });
}

function remember(history: InvoiceHistory, entry: JournalEntry, contact: boolean): void {
  const how = DONE[entry.event];
  if (how && entry.stage !== '') history.done.push({ stage: entry.stage, on: entry.on, round: entry.round, how });
  if (contact && entry.on > history.lastContactOn) history.lastContactOn = entry.on;
  switch (entry.event) {
    case 'promise':
      history.promise = entry.until === null ? null : { promisedOn: entry.until, amount: entry.amount, madeOn: entry.on };
      break;
    case 'promise-broken':
      history.promise = null;
      break;
    case 'dispute':
      history.dispute = { deadline: entry.until, amount: entry.amount };
      history.disputeResolved = false;
      break;
    case 'resolved':
      history.dispute = null;
      history.disputeResolved = true;
      break;
    case 'hold':
      history.holdUntil = entry.until;
      break;
    case 'handed-over':
      history.handedOverOn = entry.on;
      break;
    default:
  }
}

/** The round an invoice is in: that of its last done stage, 1 at first. */
export function roundOf(history: InvoiceHistory | undefined): number {
  return history?.done.at(-1)?.round ?? 1;
}
