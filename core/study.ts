/**
 * A workbook, read and understood on one day: tabs, ledger, chase and worklist together. Everything a view shows, a message says or a cell receives
 * comes from one study, so that no two of them can disagree.
 */
import { type CalendarDay, NO_DAY } from './calendar.ts';
import { unappliedByCustomer } from './customers/exposure.ts';
import { segmentKey } from './dunning/cadence.ts';
import { type Chase, type CustomerTerms, chase } from './dunning/chase.ts';
import type { GuardContext } from './dunning/guards.ts';
import { foldJournal, type JournalBook } from './dunning/journal.ts';
import { type Worklist, worklist } from './dunning/worklist.ts';
import { findTables, type Refusal, type TableCandidate } from './ledger/columns.ts';
import { type LedgerReading, readLedger } from './ledger/read-ledger.ts';
import { type Lateness, latenessOf } from './law/lateness.ts';
import type { Currency } from './money.ts';
import type { Settings } from './settings.ts';
import { type CustomerRecord, readTabs, type Tabs } from './tabs/index.ts';
import type { Cadence, JournalEntry, Ledger, Notice } from './types.ts';
import { nameKey } from './words.ts';
import type { CommandOptions, Snapshot } from './workbook.ts';

export interface Study {
  readonly asOf: CalendarDay;
  readonly language: 'fr' | 'en';
  readonly locale: string | null;
  readonly settings: Settings;
  readonly tabs: Tabs;
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly candidate: TableCandidate;
  readonly reading: LedgerReading;
  readonly ledger: Ledger;
  readonly book: JournalBook;
  readonly chased: Chase;
  readonly work: Worklist;
  readonly guards: GuardContext;
  /** Interest and fee of invoice `i` for lateness. */
  readonly lateness: (i: number) => Lateness;
  readonly record: (customer: number) => CustomerRecord | null;
  readonly termsOf: (customer: number, i: number) => CustomerTerms;
  readonly addressOf: (i: number) => string;
  readonly notices: readonly Notice[];
  readonly snapshot: Snapshot;
}

/** Studies a workbook; a refusal says why it holds no invoice table. `more` are journal rows not yet in the snapshot. */
export function study(snapshot: Snapshot, asOf: CalendarDay, options: CommandOptions, more: readonly JournalEntry[] = []): Study | { readonly refusal: Refusal; readonly language: 'fr' | 'en' } {
  const tabs = readTabs(snapshot, { asOf, language: options.language ?? null, locale: options.locale ?? null, dateOrder: options.dateOrder ?? null });
  const wish = { ...(options.sheet === undefined ? {} : { sheet: options.sheet }), ...(snapshot.binding ? { binding: snapshot.binding } : {}), ignoreSheets: tabs.sheets };
  const { candidates, refusal } = findTables(snapshot, wish);
  const candidate = candidates[0];
  if (!candidate || refusal !== null) {
    const language = options.language ?? tabs.settings.language ?? (snapshot.locale?.startsWith('en') ? 'en' : 'fr');
    return { refusal: refusal ?? { kind: 'empty', detail: '' }, language };
  }
  const settings = withOptions(tabs.settings, options, tabs.cadences);
  const language = settings.language ?? candidate.language;
  const locale = settings.locale ?? snapshot.locale;
  const isFrench = snapshot.timeZone === 'Europe/Paris' || language === 'fr';
  const country = settings.country ?? (isFrench ? 'FR' : null);
  const dayContext = { asOf, locale, dateOrder: settings.dateOrder, timeZone: snapshot.timeZone, date1904: snapshot.date1904 };
  const reading = readLedger(snapshot, candidate, tabs, { settings, dayContext, currency: settings.currency, language, frenchTerms: country === 'FR' });
  const { ledger } = reading;
  const book = foldJournal([...tabs.journal, ...more], asOf, nameKey);
  const record = recordsOf(ledger, tabs.customers);
  const termsOf = termsBy(ledger, tabs.cadences, settings, record);
  const addressOf = (i: number) => ledger.text('email', i) || record(ledger.customer[i] as number)?.email || '';
  const chased = chase(ledger, { settings, cadences: tabs.cadences, book, termsOf, country, monthFirst: reading.monthFirst }, asOf);
  const lateness = latenessOf(ledger, chased.assessment, { settings, language, record });
  const work = worklist(ledger, chased, addressOf, asOf);
  const guards = guardContext(ledger, chased, asOf, { record, addressOf, lateness });
  const others = candidates.slice(1).map((other) => other.place.sheet);
  const notices: Notice[] = [...ledger.notices, ...(others.length > 0 ? [{ kind: 'other-tables' as const, detail: others.join(', ') }] : [])];
  return { asOf, language, locale, settings, tabs, cadences: tabs.cadences, candidate, reading, ledger, book, chased, work, guards, lateness, record, termsOf, addressOf, notices, snapshot };
}

/** The user's word for this command wins over the Settings tab. */
function withOptions(settings: Settings, options: CommandOptions, cadences: ReadonlyMap<string, Cadence>): Settings {
  return {
    ...settings,
    language: options.language ?? settings.language,
    locale: options.locale ?? settings.locale,
    dateOrder: options.dateOrder ?? settings.dateOrder,
    currency: (options.currency ?? settings.currency) as Currency,
    cadence: options.cadence !== undefined && cadences.has(options.cadence) ? options.cadence : settings.cadence,
  };
}

/** The line of the Customers tab about each of the ledger's customers: by id, else by name. */
function recordsOf(ledger: Ledger, records: readonly CustomerRecord[]): (customer: number) => CustomerRecord | null {
  if (records.length === 0) return () => null;
  const byId = new Map<string, CustomerRecord>();
  const byName = new Map<string, CustomerRecord>();
  for (const record of records) {
    if (record.customerId !== '') byId.set(nameKey(record.customerId), record);
    if (record.customer !== '' && !byName.has(nameKey(record.customer))) byName.set(nameKey(record.customer), record);
  }
  const found = ledger.customers.map((customer) => (customer.id !== null ? byId.get(nameKey(customer.id)) : undefined) ?? byName.get(nameKey(customer.name)) ?? null);
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
  const hasSegments = ledger.place.columns.has('segment');
  return (customer, i) => {
    const terms = customer < 0 ? usual : (ofCustomer[customer] as CustomerTerms);
    const segment = hasSegments && i >= 0 ? segmentKey(ledger.text('segment', i)) : '';
    return segment === '' ? terms : { ...terms, segment };
  };
}

function guardContext(ledger: Ledger, chased: Chase, asOf: CalendarDay, by: Pick<Study, 'record' | 'addressOf' | 'lateness'>): GuardContext {
  const { record, addressOf, lateness } = by;
  let addresses: { byAddress: Map<string, Set<number>>; byName: Map<string, Set<string>> } | null = null;
  const known = () => {
    if (addresses === null) {
      addresses = { byAddress: new Map(), byName: new Map() };
      for (let i = 0; i < ledger.size; i++) {
        const customer = ledger.customer[i] as number;
        const address = addressOf(i).trim();
        if (customer < 0 || address === '') continue;
        add(addresses.byAddress, address.toLowerCase(), customer);
        add(addresses.byName, nameKey(ledger.customers[customer]?.name ?? ''), address);
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
    for (const payment of facts.payments ?? []) if (payment.paidOn <= asOf && payment.paidOn > lastPaymentOn) lastPaymentOn = payment.paidOn;
  return {
    ledger,
    chased,
    asOf,
    lastPaymentOn,
    unapplied: unappliedByCustomer(ledger, chased.assessment),
    sharers: (address, customer) =>
      [...(known().byAddress.get(address.toLowerCase()) ?? [])].filter((other) => other !== customer).map((other) => ledger.customers[other]?.name ?? ''),
    otherAddresses: (customer, address) =>
      [...(known().byName.get(nameKey(ledger.customers[customer]?.name ?? '')) ?? [])].filter((other) => other.toLowerCase() !== address.toLowerCase()),
    isConsumer: (customer) => record(customer)?.type === 'consumer',
    paymentMethod: (i) => ledger.text('paymentMethod', i) || (record(ledger.customer[i] as number)?.paymentMethod ?? ''),
    staleRate: (i) => lateness(i).stale,
  };
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
