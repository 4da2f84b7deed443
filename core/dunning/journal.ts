/**
 * What the journal remembers of each invoice. The journal is the only memory of what was done: a stage is done when it was sent, called or posted,
 * never because a draft exists; and any reminder that may be on its way blocks a second one, whatever the day one looks from.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { unguarded } from '../formula-start.ts';
import { remembered } from '../remembered.ts';
import type { Customer, JournalEntry, JournalEvent, StageId } from '../types.ts';
import { nameKey, seen } from '../words.ts';

/** A stage that was done about an invoice. `skipped` advances without being a contact. `on` is NO_DAY where the row's day cannot be read. */
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

/** A promise as it was noted. */
export interface PromiseMade {
  readonly promisedOn: CalendarDay;
  /** Decimal, of all its invoices together; null: all that is open. */
  readonly amount: number | null;
  readonly madeOn: CalendarDay;
  /** Keys of the invoices it is about; empty: all of the customer's. */
  readonly invoices: readonly string[];
}

/** Everything the journal says of one invoice number. `done` and the paths count rows up to the as-of day only, `waiting` counts all. */
export interface InvoiceHistory {
  /** In the order of their days. */
  readonly done: DoneStage[];
  readonly waiting: Map<string, Waiting>;
  /** Last contact about this invoice; NO_DAY when none. */
  lastContactOn: CalendarDay;
  promise: PromiseMade | null;
  /** Every promise made, each until the next one replaced it; in the order of the journal. */
  readonly promises: { readonly made: PromiseMade; replacedOn: CalendarDay }[];
  /** The last promise said to be broken. */
  brokenPromise: PromiseMade | null;
  dispute: { readonly deadline: CalendarDay | null; readonly amount: number | null; readonly openedOn: CalendarDay } | null;
  /** `here`: the journal opened the dispute it closed; `elsewhere`: it only closed one, known from the sheet. */
  disputeResolved: 'no' | 'here' | 'elsewhere';
  holdUntil: CalendarDay | null;
  handedOverOn: CalendarDay | null;
  /** What the command at hand has just taken back: its label may still stand in the status cell, and is then ours, not the user's word. */
  readonly justTakenBack: Set<'disputed' | 'legal'>;
  /** What was told after the as-of day: its label in the status cell says nothing of that day. */
  readonly toldLater: Set<'disputed' | 'legal'>;
}

/** The whole journal, folded for one as-of day. */
export interface JournalBook {
  readonly invoices: ReadonlyMap<string, InvoiceHistory>;
  /** Last contact of each customer, by the key of the customer as journaled. */
  readonly contacts: ReadonlyMap<string, CalendarDay>;
  /** What rows that name a customer and no invoice say: it is about all of the customer's invoices. */
  readonly customers: ReadonlyMap<string, InvoiceHistory>;
  /** Ids of drafts announced and not confirmed, with the rows that announced them. */
  readonly unfinished: ReadonlyMap<string, readonly JournalEntry[]>;
  /** Ids of drafts made and not yet known to be sent or gone, with the rows that say so. */
  readonly drafted: ReadonlyMap<string, readonly JournalEntry[]>;
  /** Every plan ever noted, in the order of the journal, and whether it stands on the as-of day: made by then, and not taken back. */
  readonly plans: readonly { readonly entry: JournalEntry; readonly stands: boolean }[];
  readonly empty: boolean;
  /** Disputes and promises of other days; null when the journal tells of none. */
  readonly paths: JournaledPaths | null;
}

/** Disputes and promises as the journal had them at the end of any day, and whom they were ever about, what was taken back since included. */
export interface JournaledPaths {
  readonly on: (day: CalendarDay) => Pick<JournalBook, 'invoices' | 'customers'>;
  /** Keys of invoice numbers, and of customers named as a whole. */
  readonly numbers: ReadonlySet<string>;
  readonly customers: ReadonlySet<string>;
}

/** How an invoice number is compared: as people read it. */
export function numberKey(number: string): string {
  return unguarded(seen(number)).normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** How a stage of a round is found among what waits. */
export function stageKey(stage: StageId, round: number): string {
  return `${stage}\u0000${round}`;
}

const DONE: Partial<Record<JournalEvent, DoneStage['how']>> = {
  sent: 'sent',
  'presumed-sent': 'sent',
  called: 'called',
  letter: 'letter',
  skipped: 'skipped',
};

/** Events that talk to the customer: they start the rest of the invoice and the interval of the customer. */
const CONTACT: ReadonlySet<JournalEvent> = new Set(['sent', 'presumed-sent', 'called', 'letter'] as const);
/** Events that say what was disputed or promised, and that take such a word back. */
const PATHS: ReadonlySet<JournalEvent> = new Set(['promise', 'dispute', 'resolved', 'undone'] as const);
/** Events that end a draft's being merely announced. */
const DRAFT_FATE: ReadonlySet<JournalEvent> = new Set(['drafted', 'sent', 'presumed-sent', 'discarded', 'unknown'] as const);

/** Ids of rows taken back by `undone` rows up to a day (null: ever), which may themselves be taken back. A row without an id cannot be named. */
export function takenBack(entries: readonly JournalEntry[], asOf: CalendarDay | null): ReadonlySet<string> {
  const taken = new Set<string>();
  for (let e = entries.length - 1; e >= 0; e--) {
    const { event, id, reference, on } = entries[e] as JournalEntry;
    if (event === 'undone' && reference !== '' && !taken.has(id) && (asOf === null || on <= asOf)) taken.add(reference);
  }
  return taken;
}

/** Per `presumed-sent` row, the invoices of which somebody said later what became of the draft: there the presumption ends. */
function endedPresumptions(entries: readonly JournalEntry[]): ReadonlyMap<JournalEntry, ReadonlySet<string>> {
  const presumed = new Map<string, JournalEntry>();
  const ended = new Map<JournalEntry, Set<string>>();
  for (const entry of entries) {
    if (entry.event !== 'presumed-sent' && entry.event !== 'sent' && entry.event !== 'discarded') continue;
    for (const number of entry.invoices.map(numberKey)) {
      const key = `${number}\u0000${stageKey(entry.stage, entry.round)}`;
      const before = presumed.get(key);
      if (before) ended.set(before, (ended.get(before) ?? new Set()).add(number));
      if (entry.event === 'presumed-sent') presumed.set(key, entry);
      else presumed.delete(key);
    }
  }
  return ended;
}

function blank(): InvoiceHistory {
  return {
    done: [],
    waiting: new Map(),
    lastContactOn: NO_DAY,
    promise: null,
    promises: [],
    brokenPromise: null,
    dispute: null,
    disputeResolved: 'no',
    holdUntil: null,
    handedOverOn: null,
    justTakenBack: new Set(),
    toldLater: new Set(),
  };
}

function historyIn(histories: Map<string, InvoiceHistory>, key: string): InvoiceHistory {
  const known = histories.get(key);
  if (known) return known;
  const history = blank();
  histories.set(key, history);
  return history;
}

/** Folds the journal (rows in order of their ids) as of a day. `fresh` are the rows among them that the command at hand has added. */
export function foldJournal(
  entries: readonly JournalEntry[],
  asOf: CalendarDay,
  customerKey: (name: string) => string,
  fresh: readonly JournalEntry[] = [],
): JournalBook {
  const invoices = new Map<string, InvoiceHistory>();
  const customers = new Map<string, InvoiceHistory>();
  const contacts = new Map<string, CalendarDay>();
  const takenEver = takenBack(entries, null);
  const takenByNow = takenBack(entries, asOf);
  const standing = entries.filter((entry) => !takenEver.has(entry.id));
  for (const entry of standing) for (const number of entry.invoices) wait(historyIn(invoices, numberKey(number)).waiting, entry);

  const past = entries.filter((entry) => entry.on <= asOf && !takenByNow.has(entry.id));
  const ended = endedPresumptions(past);
  const disputedHere = entries.filter(({ event }) => event === 'dispute');
  for (const entry of past) {
    const gone = ended.get(entry);
    const numbers = entry.invoices.map(numberKey).filter((number) => !gone?.has(number));
    const isAboutAll = entry.invoices.length === 0;
    const key = entry.customer === '' ? '' : customerKey(entry.customer);
    if (key !== '' && CONTACT.has(entry.event) && (isAboutAll || numbers.length > 0) && entry.on > (contacts.get(key) ?? NO_DAY))
      contacts.set(key, entry.on);
    for (const number of numbers) remember(historyIn(invoices, number), entry, disputedHere);
    if (isAboutAll && key !== '') remember(historyIn(customers, key), entry, disputedHere);
  }
  const justTaken = new Set(fresh.filter(({ event }) => event === 'undone').map(({ reference }) => reference));
  for (const { id, on, event, invoices: numbers } of entries) {
    const label = LABEL[event];
    if (label === undefined || !(justTaken.has(id) || on > asOf)) continue;
    for (const number of numbers) {
      const history = historyIn(invoices, numberKey(number));
      (justTaken.has(id) ? history.justTakenBack : history.toldLater).add(label);
    }
  }
  const plans = entries
    .filter(({ event }) => event === 'plan')
    .map((entry) => ({ entry, stands: entry.on <= asOf && !takenByNow.has(entry.id) }));
  const empty = entries.length === 0;
  return { invoices, customers, contacts, ...draftsOf(standing), plans, empty, paths: pathsIn(entries, invoices, customerKey) };
}

/** `histories` of the as-of day say which labels of ours were taken back just now: they are ours on every day. */
function pathsIn(
  entries: readonly JournalEntry[],
  histories: ReadonlyMap<string, InvoiceHistory>,
  customerKey: (name: string) => string,
): JournaledPaths | null {
  const paths = entries.filter(({ event }) => PATHS.has(event));
  const told = paths.filter(({ event }) => event !== 'undone');
  if (told.length === 0) return null;
  const on = (day: CalendarDay): JournalBook => {
    const book = foldJournal(paths, day, customerKey);
    const then = book.invoices as Map<string, InvoiceHistory>;
    for (const [number, { justTakenBack }] of histories)
      for (const label of justTakenBack) historyIn(then, number).justTakenBack.add(label);
    return book;
  };
  const wide = told.filter(({ invoices, customer }) => invoices.length === 0 && customer !== '');
  return {
    on: remembered(on),
    numbers: new Set(told.flatMap(({ invoices }) => invoices.map(numberKey))),
    customers: new Set(wide.map(({ customer }) => customerKey(customer))),
  };
}

/** Which drafts were announced and never confirmed, and which were made and may still be waiting where they were put. */
function draftsOf(entries: readonly JournalEntry[]): Pick<JournalBook, 'unfinished' | 'drafted'> {
  const unfinished = new Map<string, JournalEntry[]>();
  const drafted = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const { event, reference } = entry;
    if (reference === '') continue;
    if (event === 'intent') unfinished.set(reference, [...(unfinished.get(reference) ?? []), entry]);
    if (!DRAFT_FATE.has(event)) continue;
    unfinished.delete(reference);
    if (event === 'drafted') drafted.set(reference, [...(drafted.get(reference) ?? []), entry]);
    else drafted.delete(reference);
  }
  return { unfinished, drafted };
}

function wait(waiting: Map<string, Waiting>, { event, stage, round, on, reference }: JournalEntry): void {
  const key = stageKey(stage, round);
  if (event === 'discarded') waiting.delete(key);
  else if (event === 'intent' || event === 'drafted' || event === 'unknown')
    waiting.set(key, { stage, round, on, state: event, reference });
  // A letter drafted and posted, or a draft spoken of on the telephone instead, waits no more.
  else if (CONTACT.has(event) && (waiting.has(key) || event === 'sent' || event === 'presumed-sent'))
    waiting.set(key, { stage, round, on, state: 'sent', reference });
}

/** What a row makes us write in the status cell, as a fact. */
const LABEL: Partial<Record<JournalEvent, 'disputed' | 'legal'>> = { dispute: 'disputed', 'handed-over': 'legal' };

/** `disputes`: every row that opened one, also those taken back: their label of ours may have stayed in the cell. */
function remember(history: InvoiceHistory, entry: JournalEntry, disputes: readonly JournalEntry[]): void {
  const how = DONE[entry.event];
  if (how && entry.stage !== '') insertByDay(history.done, { stage: entry.stage, on: entry.on, round: entry.round, how });
  if (CONTACT.has(entry.event) && entry.on > history.lastContactOn) history.lastContactOn = entry.on;
  switch (entry.event) {
    case 'promise':
      promised(history, entry);
      break;
    case 'promise-broken': {
      // A late word on a promise that another has replaced says nothing of the new one.
      const isAboutIt = history.promise === null || entry.until === null || history.promise.promisedOn <= entry.until;
      if (!isAboutIt) break;
      const unknown = { promisedOn: entry.until ?? entry.on, amount: null, madeOn: NO_DAY, invoices: [] };
      history.brokenPromise = history.promise ?? unknown;
      history.promise = null;
      break;
    }
    case 'dispute':
      history.dispute = { deadline: entry.until, amount: entry.amount, openedOn: entry.on };
      history.disputeResolved = 'no';
      break;
    case 'resolved':
      history.disputeResolved = history.dispute !== null || disputes.some((row) => sharesInvoice(row, entry)) ? 'here' : 'elsewhere';
      history.dispute = null;
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

function sharesInvoice(one: JournalEntry, other: JournalEntry): boolean {
  const keys = new Set(one.invoices.map(numberKey));
  return keys.size === 0 || other.invoices.some((number) => keys.has(numberKey(number)));
}

function promised(history: InvoiceHistory, entry: JournalEntry): void {
  const last = history.promises.at(-1);
  if (last && last.replacedOn === NO_DAY) last.replacedOn = entry.on;
  if (entry.until === null) {
    history.promise = null;
    return;
  }
  history.promise = { promisedOn: entry.until, amount: entry.amount, madeOn: entry.on, invoices: entry.invoices.map(numberKey) };
  history.promises.push({ made: history.promise, replacedOn: NO_DAY });
}

/** What was noted late stands where it happened; what has no day stands where it was noted. */
function insertByDay(done: DoneStage[], stage: DoneStage): void {
  let at = done.length;
  if (stage.on !== NO_DAY) while (at > 0 && (done[at - 1] as DoneStage).on > stage.on) at--;
  done.splice(at, 0, stage);
}

/** The round an invoice is in: the highest of its done stages, 1 at first. */
export function roundOf(history: InvoiceHistory | undefined): number {
  return history?.done.reduce((round, stage) => Math.max(round, stage.round), 1) ?? 1;
}

/** What the journal says of each customer (by index) as a whole: it names customers as people do, by name or by the id they have in the sheet. */
export function historiesOfCustomers(
  ledgerCustomers: readonly Customer[],
  { customers }: Pick<JournalBook, 'customers'>,
): (c: number) => InvoiceHistory | undefined {
  if (customers.size === 0) return () => undefined;
  const histories = ledgerCustomers.map(({ key, name }) => customers.get(key) ?? customers.get(nameKey(name)));
  return (c) => (c < 0 ? undefined : histories[c]);
}
