/**
 * From a worklist entry to a message ready to be drafted, and the journal rows that announce and confirm it. One key per invoice in the message:
 * workbook, customer, number, stage, round: the same reminder always has the same key, so it can be looked for before it is made again.
 */
import { addDays, type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { hash64 } from '../hash.ts';
import { readAddress } from '../messages/address.ts';
import { compose } from '../messages/compose.ts';
import type { Correspondence, MessageInput, MessageLine } from '../messages/message.ts';
import { chosenTemplate } from '../messages/templates.ts';
import { toDecimal } from '../money.ts';
import type { Study } from '../study.ts';
import { LANGUAGE_WORDS, templateName, wordKey } from '../tabs/tab-words.ts';
import { FLAG, type JournalEntry, type JournalEvent, type Stage } from '../types.ts';
import { nameKey } from '../words.ts';
import type { Draft, DraftPlace } from '../workbook.ts';
import { linkOf } from './chain.ts';
import { askedOf } from './chase.ts';
import { numberKey, roundOf } from './journal.ts';
import type { WorkEntry } from './worklist.ts';

/** The key of one reminder of one invoice. */
export function draftKey(study: Study, i: number): string {
  const { ledger, chased, snapshot } = study;
  const customer = ledger.customers[ledger.customer[i] as number]?.key ?? '';
  const stage = chased.planned[i]?.action.stage ?? '';
  const round = roundOf(chased.standings.get(i)?.history);
  return hash64([snapshot.workbookId ?? '', customer, numberKey(ledger.number[i] as string), stage, String(round)].join('\u0000'));
}

/** The stable name of an entry's draft, made of its keys. */
export function draftId(study: Study, entry: WorkEntry): string {
  return hash64(
    entry.invoices
      .map((i) => draftKey(study, i))
      .sort()
      .join(' '),
  );
}

/** One invoice as messages speak of it. */
export function lineOf(study: Study, i: number): MessageLine {
  const { ledger, chased, lateness } = study;
  const day = (value: number | undefined) => (value === undefined || value === NO_DAY ? null : (value as CalendarDay));
  const owed = lateness(i);
  return {
    number: ledger.number[i] as string,
    issuedOn: day(ledger.issuedOn[i]),
    dueOn: day(ledger.dueOn[i]),
    amountMinor: ledger.amount[i] as number,
    openMinor: askedOf(chased, i),
    currency: ledger.currencies[ledger.currency[i] as number] ?? null,
    daysLate: day(chased.assessment.daysLate[i]),
    interestMinor: owed.interestMinor,
    fee: owed.fee,
    purchaseOrder: ledger.text('purchaseOrder', i),
    paymentLink: ledger.text('paymentLink', i),
    document: ledger.text('document', i),
  };
}

/** What a customer is written to in: the word of invoice `i`, else of the Customers tab, else the workbook's own language. */
export function languageOf(study: Study, customer: number, i: number): MessageInput['language'] {
  const word = (i < 0 ? '' : study.ledger.text('language', i)) || (study.record(customer)?.language ?? '');
  return LANGUAGE_WORDS.get(wordKey(word)) ?? study.ownLanguage;
}

/** To whom a message goes: one customer at one address. `first` (−1 for none) is the invoice that may say more than the Customers tab. */
export interface Addressee {
  readonly customer: number;
  readonly address: string;
  readonly first: number;
}

/** What every message to an addressee carries; `names` are those under which the user may have a template for it. */
export function correspondenceOf(study: Study, { customer, address, first }: Addressee, names: readonly string[]): Correspondence {
  const { ledger, settings, asOf } = study;
  const read = readAddress(address);
  const language = languageOf(study, customer, first);
  const profile = study.profileOf(customer);
  return {
    language,
    customer: ledger.customers[customer]?.name ?? '',
    contact: (first < 0 ? '' : ledger.text('contact', first)) || (study.record(customer)?.contact ?? ''),
    to: 'address' in read ? read.address : '',
    asOf,
    company: settings.company,
    signature: settings.signature,
    iban: settings.iban,
    bic: settings.bic,
    paymentLink: settings.paymentLink,
    credits: creditsOf(study, { customer, address }),
    profile,
    template: chosenTemplate(study.tabs.templates, { names, language, ownLanguage: study.ownLanguage, profile }),
  };
}

/** What the message of an entry is made from. */
export function messageInput(study: Study, entry: WorkEntry): MessageInput {
  const { settings, asOf } = study;
  const rung = entry.rung as Stage;
  const firm = rung.tone === 'firm' || rung.tone === 'final';
  const consumer = study.record(entry.customer)?.type === 'consumer';
  const addressee = { customer: entry.customer, address: entry.address, first: entry.invoices[0] as number };
  return {
    ...correspondenceOf(study, addressee, rung.template === null ? [entry.stage] : [templateName(rung.template)]),
    stage: entry.stage,
    tone: rung.tone,
    channel: rung.channel,
    lines: entry.invoices.map((i) => lineOf(study, i)),
    alsoOpen: entry.alsoOpen.map((i) => lineOf(study, i)),
    earlier: earlierOf(study, entry),
    noticeDays: settings.noticeDays,
    deadline: rung.tone === 'final' ? addDays(asOf, settings.noticeDays) : null,
    showPenalties: firm && !consumer,
    consumer,
  };
}

/** Open credits of the entry's address; one without an address is the customer's, who must then have only one. */
export function creditsOf(study: Study, entry: Pick<WorkEntry, 'customer' | 'address'>): MessageInput['credits'] {
  const { ledger, chased } = study;
  const isOnlyAddress = study.guards.otherAddresses(entry.customer, entry.address).length === 0;
  const credits: { number: string; minor: number; currency: string | null }[] = [];
  for (let i = 0; i < ledger.size; i++) {
    const open = chased.assessment.open[i] as number;
    if (ledger.customer[i] !== entry.customer || chased.assessment.exists[i] === 0 || !(open < 0)) continue;
    if ((ledger.flags[i] as number) & (FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error | FLAG.held)) continue;
    const address = study.addressOf(i).toLowerCase();
    if (address !== entry.address.toLowerCase() && !(address === '' && isOnlyAddress)) continue;
    credits.push({ number: ledger.number[i] as string, minor: -open, currency: ledger.currencies[ledger.currency[i] as number] ?? null });
  }
  return credits;
}

/** Earlier contacts about these invoices, truly made, oldest first. */
function earlierOf(study: Study, entry: WorkEntry): MessageInput['earlier'] {
  const { ledger, chased } = study;
  const made = new Map<string, { stage: string; on: CalendarDay; invoices: string[] }>();
  const add = (stage: string, on: CalendarDay, i: number) => {
    const key = `${on} ${stage}`;
    const known = made.get(key);
    if (known) known.invoices.push(ledger.number[i] as string);
    else made.set(key, { stage, on, invoices: [ledger.number[i] as string] });
  };
  for (const i of entry.invoices) {
    const standing = chased.standings.get(i);
    for (const stage of standing?.history?.done ?? []) if (stage.how !== 'skipped' && stage.on !== NO_DAY) add(stage.stage, stage.on, i);
    const last = standing?.lastAction;
    if (standing && !standing.isJournaled && last?.on != null) add(last.stage, last.on, i);
  }
  return [...made.values()].sort((a, b) => a.on - b.on);
}

/** Per journal: the last message sent about each invoice number to each customer, with the host's own name of its draft. */
const sentMessages = new WeakMap<readonly JournalEntry[], ReadonlyMap<string, DraftPlace>>();

/** The last message sent to the entry's customer about one of its invoices; null when the journal knows of none. */
function earlierDraft({ journal, ledger }: Study, entry: WorkEntry): DraftPlace | null {
  const known = sentMessages.get(journal) ?? sentIn(journal);
  sentMessages.set(journal, known);
  const customer = nameKey(ledger.customers[entry.customer]?.name ?? '');
  for (const i of entry.invoices) {
    const sent = known.get(`${customer}\u0000${numberKey(ledger.number[i] as string)}`);
    if (sent !== undefined) return sent;
  }
  return null;
}

function sentIn(journal: readonly JournalEntry[]): ReadonlyMap<string, DraftPlace> {
  const made = new Map<string, string>();
  const sent = new Map<string, DraftPlace>();
  for (const { event, reference, text, customer, invoices } of journal) {
    if (event === 'drafted') made.set(reference, text);
    const name = made.get(reference);
    if (name === undefined || (event !== 'sent' && event !== 'presumed-sent')) continue;
    for (const number of invoices) sent.set(`${nameKey(customer)}\u0000${numberKey(number)}`, { id: reference, reference: name });
  }
  return sent;
}

/** The draft of an entry. */
export function draftOf(study: Study, entry: WorkEntry): Draft {
  const input = messageInput(study, entry);
  const { subject, text, html } = compose(input);
  const earlier = earlierDraft(study, entry);
  return {
    keys: entry.invoices.map((i) => draftKey(study, i)),
    id: draftId(study, entry),
    customer: input.customer,
    to: input.to,
    subject,
    text,
    html,
    language: input.language,
    ...(earlier === null ? {} : { earlier }),
  };
}

/** The moment and the place of new journal rows: ids go on from the last, each row is linked to the one before. */
export class JournalPen {
  readonly #at: string;
  readonly #by: string;
  #last: number;
  #check: string;

  constructor(entries: readonly JournalEntry[], at: string, by: string) {
    this.#at = at;
    this.#by = by;
    this.#last = entries.reduce((highest, entry) => Math.max(highest, Number(/\d+$/.exec(entry.id)?.[0] ?? 0)), 0);
    this.#check = entries.at(-1)?.check ?? '';
  }

  /** One row; what is left out stays blank. */
  write(
    event: JournalEvent,
    on: CalendarDay,
    row: Partial<Omit<JournalEntry, 'id' | 'at' | 'event' | 'on' | 'check' | 'by'>>,
  ): JournalEntry {
    this.#last += 1;
    const entry = {
      id: String(this.#last),
      on,
      at: `${isoOf(on)}T${this.#at.slice(11) || '00:00:00'}`,
      event,
      customer: '',
      invoices: [],
      stage: '',
      round: 1,
      channel: null,
      amount: null,
      currency: null,
      until: null,
      by: this.#by,
      reference: '',
      text: '',
      ...row,
    };
    this.#check = linkOf(this.#check, entry);
    return { ...entry, check: this.#check };
  }
}

/** Rows about an entry's draft: one for each stage in the message, for every invoice advances by its own stage. */
export function draftRows(study: Study, entry: WorkEntry, event: JournalEvent, pen: JournalPen, text = ''): JournalEntry[] {
  const { ledger, chased } = study;
  const byStage = new Map<string, number[]>();
  for (const i of entry.invoices) {
    const key = `${chased.planned[i]?.action.stage} ${roundOf(chased.standings.get(i)?.history)} ${ledger.currency[i]}`;
    const list = byStage.get(key);
    if (list) list.push(i);
    else byStage.set(key, [i]);
  }
  return [...byStage.values()].map((invoices) => {
    const first = invoices[0] as number;
    const currency = ledger.currencies[ledger.currency[first] as number] ?? null;
    return pen.write(event, study.asOf, {
      customer: ledger.customers[entry.customer]?.name ?? '',
      invoices: invoices.map((i) => ledger.number[i] as string),
      stage: chased.planned[first]?.action.stage ?? '',
      round: roundOf(chased.standings.get(first)?.history),
      channel: entry.channel,
      amount: toDecimal(
        invoices.reduce((sum, i) => sum + askedOf(chased, i), 0),
        currency,
      ),
      currency,
      reference: draftId(study, entry),
      text,
    });
  });
}
