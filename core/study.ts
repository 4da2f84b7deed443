/**
 * A workbook, read and understood on one day: tabs, ledger, chase and worklist together. Everything a view shows, a message says or a cell receives
 * comes from one study, so that no two of them can disagree.
 */
import { type CalendarDay, NO_DAY } from './calendar.ts';
import { unappliedByCustomer } from './customers/exposure.ts';
import { type Habits, habitsOf } from './customers/habits.ts';
import { type PayerProfile, payerProfile } from './customers/payer-profile.ts';
import { findBoard } from './dashboard/find-board.ts';
import { cadenceId, segmentKey } from './dunning/cadence.ts';
import { type Chase, type CustomerTerms, chase } from './dunning/chase.ts';
import { againstJournal } from './dunning/contradictions.ts';
import { deliveryNotices } from './dunning/delivery.ts';
import type { GuardContext } from './dunning/guards.ts';
import { foldJournal, type JournalBook } from './dunning/journal.ts';
import { templateBreakOf } from './dunning/template-guard.ts';
import { type Worklist, worklist } from './dunning/worklist.ts';
import { type LatenessOf, latenessOf } from './law/lateness.ts';
import { findTables, type NearTable, type Refusal, type TableCandidate } from './ledger/columns.ts';
import { withoutFigures } from './ledger/figure-cells.ts';
import { type LedgerReading, readLedger } from './ledger/read-ledger.ts';
import { readAddress } from './messages/address.ts';
import type { Currency } from './money.ts';
import { once, remembered } from './remembered.ts';
import type { Settings } from './settings.ts';
import { type CustomerRecord, readTabs, type Tabs } from './tabs/index.ts';
import type { Cadence, Customer, JournalEntry, Ledger, Notice } from './types.ts';
import { nameKey } from './words.ts';
import type { Binding, CommandOptions, Snapshot } from './workbook.ts';

/** A workbook once read: what does not change from one day to the next. */
export interface WorkbookRead {
  /** What the user is answered in. */
  readonly language: 'fr' | 'en';
  /** What the workbook is written in: the words of its cells, its journal and its reminders, whoever looks at it. */
  readonly ownLanguage: 'fr' | 'en';
  readonly locale: string | null;
  readonly settings: Settings;
  readonly tabs: Tabs;
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly candidate: TableCandidate;
  readonly reading: LedgerReading;
  readonly snapshot: Snapshot;
  /** Other tables that could be meant, best first. */
  readonly others: readonly TableCandidate[];
  /** Whose business days count; null: weekends only. */
  readonly country: string | null;
}

export interface Study extends WorkbookRead {
  readonly asOf: CalendarDay;
  readonly ledger: Ledger;
  readonly book: JournalBook;
  readonly chased: Chase;
  readonly work: Worklist;
  readonly guards: GuardContext;
  /** Interest and fee of invoice `i` for lateness. */
  readonly lateness: LatenessOf;
  readonly record: (customer: number) => CustomerRecord | null;
  readonly termsOf: (customer: number, i: number) => CustomerTerms;
  readonly addressOf: (i: number) => string;
  /** How customers pay; worked out when first asked for. */
  readonly habits: () => Habits;
  /** How a customer (index; −1 for none) usually pays. */
  readonly profileOf: (customer: number) => PayerProfile;
  readonly notices: readonly Notice[];
  /** All rows of the journal, those of this command included. */
  readonly journal: readonly JournalEntry[];
}

/** Why a workbook cannot be studied, and the table that lacks least, if one could be the invoices. */
export interface Refused {
  readonly refusal: Refusal;
  readonly language: 'fr' | 'en';
  readonly near: NearTable | null;
}

/** The language of a locale, when it is one of ours. */
function languageOf(locale: string | null): 'fr' | 'en' | null {
  return locale?.startsWith('en') ? 'en' : locale?.startsWith('fr') ? 'fr' : null;
}

/** Studies a workbook; a refusal says why it holds no invoice table. `more` are journal rows not yet in the snapshot. */
export function study(snapshot: Snapshot, asOf: CalendarDay, asked: CommandOptions, more: readonly JournalEntry[] = []): Study | Refused {
  const read = readWorkbook(snapshot, asOf, asked);
  return 'refusal' in read ? read : onDay(read, asOf, more);
}

/**
 * Reads a workbook's tabs and invoices, and asks nothing of them yet; a refusal says why it holds no invoice table. `withTabs`: the tabs stand there
 * instead.
 */
export function readWorkbook(
  given: Snapshot,
  asOf: CalendarDay,
  asked: CommandOptions,
  withTabs: Snapshot = given,
): WorkbookRead | Refused {
  const snapshot = withoutFigures(given);
  const options: CommandOptions = { ...wordsOf(snapshot.binding), ...asked };
  const tabs = readTabs(withTabs, {
    asOf,
    language: options.language ?? null,
    locale: options.locale ?? null,
    dateOrder: options.dateOrder ?? null,
  });
  const wish = {
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(snapshot.binding ? { binding: snapshot.binding } : {}),
    ignoreSheets: withBoard(tabs.sheets, snapshot),
  };
  const { candidates, refusal, near } = findTables(snapshot, wish);
  const candidate = candidates[0];
  if (!candidate || refusal !== null) {
    const language =
      options.language ?? tabs.settings.language ?? refusal?.language ?? languageOf(snapshot.locale) ?? options.readerLanguage ?? 'fr';
    return { refusal: refusal ?? { kind: 'empty', detail: '' }, language, near: near ?? null };
  }
  const settings = withOptions(tabs.settings, options, tabs.cadences);
  const ownLanguage = tabs.settings.language ?? candidate.language;
  const language = options.language ?? ownLanguage;
  const locale = settings.locale ?? snapshot.locale;
  const isFrench = snapshot.timeZone === 'Europe/Paris' || ownLanguage === 'fr';
  const country = settings.country ?? (isFrench ? 'FR' : null);
  const dayContext = { asOf, locale, dateOrder: settings.dateOrder, timeZone: snapshot.timeZone, date1904: snapshot.date1904 };
  const reading = readLedger(snapshot, candidate, tabs, {
    settings,
    dayContext,
    currency: settings.currency,
    language: ownLanguage,
    frenchTerms: country === 'FR',
  });
  const others = candidates.slice(1);
  const { cadences } = tabs;
  return { language, ownLanguage, locale, settings, tabs, cadences, candidate, reading, snapshot, others, country };
}

/**
 * The ledger as the journal leaves it on a day, and the journal folded. `more` are journal rows not yet in the snapshot; whoever only sums may hand in
 * the ledger for sums.
 */
export function journaledLedger(
  { tabs, reading, settings }: WorkbookRead,
  asOf: CalendarDay,
  more: readonly JournalEntry[] = [],
  ledger: Ledger = reading.ledger,
): Pick<Study, 'journal' | 'book' | 'ledger'> {
  const journal = [...tabs.journal, ...more];
  const book = foldJournal(journal, asOf, nameKey, more);
  return { journal, book, ledger: againstJournal(ledger, { book, journal, places: tabs.journalPlaces }, settings, asOf) };
}

/** The study of a workbook on a day, without looking at a cell again. `more` are journal rows not yet in the snapshot. */
export function onDay(read: WorkbookRead, asOf: CalendarDay, more: readonly JournalEntry[] = []): Study {
  const { language, ownLanguage, locale, settings, tabs, cadences, candidate, reading, snapshot, others, country } = read;
  const { journal, book, ledger } = journaledLedger(read, asOf, more);
  const record = recordsOf(ledger, tabs.customers);
  const termsOf = termsBy(ledger, cadences, settings, record);
  const addressOf = addressesOf(ledger, record);
  const chased = chase(ledger, { settings, cadences, book, planLines: tabs.plans, termsOf, country, monthFirst: reading.monthFirst }, asOf);
  const lateness = latenessOf(ledger, chased.assessment, { settings, language: ownLanguage, record });
  const work = worklist(ledger, chased, addressOf, asOf);
  const guards = guardContext(ledger, chased, asOf, { record, addressOf, lateness });
  const elsewhere = others.map((other) => other.place.sheet).join(', ');
  const notices: Notice[] = [
    ...ledger.notices,
    ...deliveryNotices(ledger, chased.assessment),
    ...(others.length > 0 ? [{ kind: 'other-tables' as const, detail: elsewhere }] : []),
  ];
  const habits = once(() => habitsOf(ledger, chased.assessment, journal));
  const studied: Study = {
    asOf,
    language,
    ownLanguage,
    locale,
    settings,
    tabs,
    cadences,
    candidate,
    reading,
    country,
    ledger,
    book,
    chased,
    work,
    guards: { ...guards, templateBreak: (entry) => templateBreakOf(studied, entry) },
    lateness,
    record,
    termsOf,
    addressOf,
    habits,
    profileOf: (customer) => payerProfile(habits().scores[customer]?.band ?? 'unknown'),
    notices,
    snapshot,
    others,
    journal,
  };
  return studied;
}

/** Sheets that are no invoices: our tabs, and the dashboard with its list of debtors. */
function withBoard(sheets: ReadonlySet<string>, snapshot: Snapshot): ReadonlySet<string> {
  const board = findBoard(snapshot);
  return board === null ? sheets : new Set([...sheets, board.sheet.name]);
}

/** What the user said of how this table reads, when it was bound. */
function wordsOf(binding: Binding | undefined): CommandOptions {
  const { currency, locale, dateOrder } = binding ?? {};
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(locale === undefined ? {} : { locale }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
  };
}

/** The user's word for this command wins over the Settings tab. */
function withOptions(settings: Settings, options: CommandOptions, cadences: ReadonlyMap<string, Cadence>): Settings {
  return {
    ...settings,
    locale: options.locale ?? settings.locale,
    dateOrder: options.dateOrder ?? settings.dateOrder,
    currency: (options.currency ?? settings.currency) as Currency,
    by: settings.by || (options.by ?? ''),
    cadence: options.cadence !== undefined && cadences.has(cadenceId(options.cadence)) ? cadenceId(options.cadence) : settings.cadence,
  };
}

/** The line of the Customers tab about each of the ledger's customers: by id, else by name. */
function recordsOf(ledger: Ledger, records: readonly CustomerRecord[]): (customer: number) => CustomerRecord | null {
  if (records.length === 0) return () => null;
  const byId = new Map<string, CustomerRecord>();
  const named = new Map<string, CustomerRecord[]>();
  for (const record of records) {
    if (record.customerId !== '') byId.set(nameKey(record.customerId), record);
    if (record.customer !== '') add(named, nameKey(record.customer), record);
  }
  // Two houses of one name are told apart by their ids: a line with another id is another house's.
  const byName = ({ id, name }: Customer): CustomerRecord | undefined => {
    const those = named.get(nameKey(name)) ?? [];
    return those.find(({ customerId }) => customerId === '') ?? (id === null && those.length === 1 ? those[0] : undefined);
  };
  const found = ledger.customers.map(
    (customer) => (customer.id !== null ? byId.get(nameKey(customer.id)) : undefined) ?? byName(customer) ?? null,
  );
  return (customer) => (customer < 0 ? null : (found[customer] ?? null));
}

/** By whose ladder each customer is reminded: the customer's own cadence, else the house's. */
function termsBy(ledger: Ledger, cadences: ReadonlyMap<string, Cadence>, settings: Settings, record: Study['record']): Study['termsOf'] {
  const usualCadence = cadences.get(settings.cadence) as Cadence;
  const usual: CustomerTerms = { cadence: usualCadence, segment: '', holdUntil: null };
  const ofCustomer = ledger.customers.map((_, c): CustomerTerms => {
    const known = record(c);
    if (known === null) return usual;
    return { cadence: cadences.get(known.cadence) ?? usualCadence, segment: segmentKey(known.segment), holdUntil: known.holdUntil };
  });
  const inSegment = remembered((terms: CustomerTerms) =>
    remembered((text: string) => (text === '' ? terms : { ...terms, segment: segmentKey(text) })),
  );
  const hasSegments = ledger.place.columns.has('segment');
  return (customer, i) => {
    const terms = customer < 0 ? usual : (ofCustomer[customer] as CustomerTerms);
    return hasSegments && i >= 0 ? inSegment(terms)(ledger.text('segment', i)) : terms;
  };
}

/** Where each invoice is reminded: the address of its row, else of the Customers tab; a cell that holds none or several stays as typed. */
function addressesOf(ledger: Ledger, record: Study['record']): Study['addressOf'] {
  const addressIn = remembered((text: string) => {
    const read = readAddress(text);
    return 'address' in read ? read.address : text.trim();
  });
  // The rows of a customer nearly always hold the same text: it is compared with the one before, not looked up.
  const lastText = new Array<string>(ledger.customers.length);
  const lastAddress = new Array<string>(ledger.customers.length);
  return (i) => {
    const customer = ledger.customer[i] as number;
    const text = ledger.text('email', i) || record(customer)?.email || '';
    if (customer < 0) return addressIn(text);
    if (lastText[customer] !== text) {
      lastText[customer] = text;
      lastAddress[customer] = addressIn(text);
    }
    return lastAddress[customer] as string;
  };
}

function guardContext(
  ledger: Ledger,
  chased: Chase,
  asOf: CalendarDay,
  by: Pick<Study, 'record' | 'addressOf' | 'lateness'>,
): Omit<GuardContext, 'templateBreak'> {
  const { record, addressOf, lateness } = by;
  let addresses: { byAddress: Map<string, Set<number>>; byName: Map<string, Set<string>> } | null = null;
  const known = () => {
    if (addresses === null) {
      addresses = { byAddress: new Map(), byName: new Map() };
      for (let i = 0; i < ledger.size; i++) {
        const customer = ledger.customer[i] as number;
        const address = addressOf(i);
        if (customer < 0 || address === '') continue;
        addTo(addresses.byAddress, address.toLowerCase(), customer);
        addTo(addresses.byName, nameKey(ledger.customers[customer]?.name ?? ''), address);
      }
    }
    return addresses;
  };
  let lastPaymentOn: CalendarDay = NO_DAY;
  for (let i = 0; i < ledger.size; i++) {
    const day = ledger.paidOn[i] as CalendarDay;
    if (day <= asOf && day > lastPaymentOn) lastPaymentOn = day;
  }
  for (const facts of ledger.rare.values())
    for (const payment of facts.payments ?? [])
      if (payment.paidOn <= asOf && payment.paidOn > lastPaymentOn) lastPaymentOn = payment.paidOn;
  const unapplied = once(() => unappliedByCustomer(ledger, chased.assessment));
  return {
    ledger,
    chased,
    asOf,
    lastPaymentOn,
    unapplied: (customer, currency) => unapplied()(customer, currency),
    sharers: (address, customer) =>
      [...(known().byAddress.get(address.toLowerCase()) ?? [])]
        .filter((other) => other !== customer)
        .map((other) => ledger.customers[other]?.name ?? ''),
    otherAddresses: (customer, address) =>
      [...(known().byName.get(nameKey(ledger.customers[customer]?.name ?? '')) ?? [])].filter(
        (other) => other.toLowerCase() !== address.toLowerCase(),
      ),
    isConsumer: (customer) => record(customer)?.type === 'consumer',
    paymentMethod: (i) => ledger.text('paymentMethod', i) || (record(ledger.customer[i] as number)?.paymentMethod ?? ''),
    staleRate: (i) => lateness(i).stale,
  };
}

function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
