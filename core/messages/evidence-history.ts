/**
 * What the journal tells of one customer, as tables of the evidence file: every row in the order of its days, contacts truly made, promises and whether
 * they were kept, disputes, plans. A row of another customer never comes in, even when it names the same invoice number.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { numberKey, type PromiseMade, takenBack } from '../dunning/journal.ts';
import { PromiseJudge } from '../dunning/promises.ts';
import { LANGUAGES } from '../languages/index.ts';
import { toMinor } from '../money.ts';
import type { Study } from '../study.ts';
import type { JournalEntry } from '../types.ts';
import { nameKey } from '../words.ts';
import type { EvidenceTexts } from './evidence-texts.ts';
import { type MessageLanguage, moneyText, shortDate } from './money-text.ts';
import { type Html, joined, para, type TableRow, tableOfFilled } from './paper-page.ts';
import { oneLine } from './sheet-text.ts';

/** One customer's part of the journal. */
export interface CustomerJournal {
  /** Up to the as-of day, in the order in which things happened. */
  readonly entries: readonly JournalEntry[];
  /** Rows taken back by a later one. */
  readonly taken: ReadonlySet<string>;
  /** Invoices of the customer by their number's key. */
  readonly byNumber: ReadonlyMap<string, number>;
}

/** The rows about a customer: those that name it, and those that name no customer of the ledger but one of its invoices. */
export function journalOf(study: Study, customer: number): CustomerJournal {
  const { ledger, journal, asOf } = study;
  const byNumber = new Map<string, number>();
  for (let i = 0; i < ledger.size; i++)
    if (ledger.customer[i] === customer && ledger.number[i] !== '') byNumber.set(numberKey(ledger.number[i] as string), i);
  const self = ledger.customers[customer];
  const own = new Set([self?.key ?? '', nameKey(self?.name ?? '')]);
  const known = new Set(ledger.customers.flatMap(({ key, name }) => [key, nameKey(name)]));
  const homonyms = ledger.customers.filter(({ name }) => nameKey(name) === nameKey(self?.name ?? '')).length > 1;
  const isOurs = ({ customer: name, invoices }: JournalEntry) => {
    const key = nameKey(name);
    const ofUs = invoices.some((number) => byNumber.has(numberKey(number)));
    // Two houses of one name: only the invoices tell them apart.
    if (own.has(key)) return !homonyms || key === self?.key || ofUs;
    return !known.has(key) && ofUs;
  };
  const entries = journal.filter((entry) => entry.on <= asOf && isOurs(entry)).sort((a, b) => a.on - b.on);
  return { entries, taken: takenBack(journal, asOf), byNumber };
}

/** The whole timeline, rows taken back included and marked. */
export function timeline({ entries, taken }: CustomerJournal, language: MessageLanguage, texts: EvidenceTexts): Html {
  const { stages, channels } = LANGUAGES[language];
  const words = texts.journal;
  if (entries.length === 0) return para(words.none);
  const rows = entries.map((entry): TableRow => {
    const time = /T(\d{2}:\d{2})/.exec(entry.at)?.[1] ?? '';
    const event = texts.events[entry.event];
    const amount = entry.amount === null ? '' : moneyText(toMinor(entry.amount, entry.currency), entry.currency, language);
    const about = [
      entry.invoices.map(oneLine).join(', '),
      entry.stage === '' ? '' : (stages[entry.stage] ?? oneLine(entry.stage)),
      entry.channel === null ? '' : channels[entry.channel],
      amount,
      entry.until === null ? '' : words.until(shortDate(entry.until, language)),
    ].filter((part) => part !== '');
    return {
      kind: 'line',
      cells: [
        `${entry.on === NO_DAY ? oneLine(entry.at) : shortDate(entry.on, language)} ${time}`.trim(),
        taken.has(entry.id) ? `${event} (${words.takenBack})` : event,
        about.join(' · '),
        oneLine(entry.by),
        oneLine(entry.text),
      ],
    };
  });
  return tableOfFilled(
    [
      { text: words.at, kind: 'words' },
      { text: words.event, kind: 'words' },
      { text: words.what, kind: 'words' },
      { text: words.by, kind: 'words' },
      { text: words.text, kind: 'words' },
    ],
    rows,
  );
}

/** Promises, and what came of each. */
export function promises(
  study: Study,
  { entries, taken, byNumber }: CustomerJournal,
  language: MessageLanguage,
  texts: EvidenceTexts,
): Html {
  const words = texts.promises;
  const judge = new PromiseJudge(study.ledger, study.settings, study.asOf);
  const told: TableRow[] = [];
  const row = (made: string, promise: PromiseMade, currency: string | null, invoices: readonly number[], numbers: string): TableRow => {
    const isKept = invoices.length > 0 && invoices.every((i) => judge.isKept(i, promise));
    return {
      kind: 'line',
      cells: [
        made,
        shortDate(promise.promisedOn, language),
        promise.amount === null ? words.all : moneyText(toMinor(promise.amount, currency), currency, language),
        numbers,
        isKept ? words.kept : judge.isOver(promise) ? words.broken : words.pending,
      ],
    };
  };
  for (const { id, event, on, until, amount, currency, invoices } of entries) {
    if (event !== 'promise' || until === null || taken.has(id)) continue;
    const members = invoices.length === 0 ? [...byNumber.values()] : invoices.flatMap((number) => byNumber.get(numberKey(number)) ?? []);
    const first = members[0];
    const own = currency ?? (first === undefined ? null : (study.ledger.currencies[study.ledger.currency[first] as number] ?? null));
    const promise = { promisedOn: until, amount, madeOn: on, invoices: invoices.map(numberKey) };
    told.push(row(on === NO_DAY ? '' : shortDate(on, language), promise, own, members, invoices.map(oneLine).join(', ')));
  }
  for (const i of byNumber.values()) {
    const typed = study.ledger.rare.get(i)?.promise;
    if (!typed) continue;
    const currency = study.ledger.currencies[study.ledger.currency[i] as number] ?? null;
    const amount = typed.minor === null ? null : typed.minor / toMinor(1, currency);
    const promise = { promisedOn: typed.promisedOn, amount, madeOn: NO_DAY, invoices: [] };
    told.push(row('', promise, currency, [i], oneLine(study.ledger.number[i] as string)));
  }
  return tableOfFilled(
    [
      { text: words.madeOn, kind: 'short' },
      { text: words.until, kind: 'short' },
      { text: words.amount, kind: 'sum' },
      { text: words.invoices, kind: 'words' },
      { text: words.outcome, kind: 'words' },
    ],
    told,
    words.title,
  );
}

/** Disputes of the journal and of the sheet, open and closed. */
export function disputes(
  study: Study,
  { entries, taken, byNumber }: CustomerJournal,
  language: MessageLanguage,
  texts: EvidenceTexts,
): Html {
  const words = texts.disputes;
  const money = (amount: number | null, currency: string | null) =>
    amount === null ? '' : moneyText(toMinor(amount, currency), currency, language);
  const standing = entries.filter(({ id }) => !taken.has(id));
  const rows: TableRow[] = [];
  const inJournal = new Set<number>();
  for (const [at, entry] of standing.entries()) {
    if (entry.event !== 'dispute') continue;
    const keys = entry.invoices.map(numberKey);
    for (const key of keys) if (byNumber.has(key)) inJournal.add(byNumber.get(key) as number);
    const closes = (other: JournalEntry) =>
      other.event === 'resolved' &&
      (keys.length === 0 || other.invoices.length === 0 || other.invoices.some((number) => keys.includes(numberKey(number))));
    const resolved = standing.slice(at + 1).find(closes);
    rows.push({
      kind: 'line',
      cells: [
        shortDate(entry.on, language),
        entry.until === null ? '' : shortDate(entry.until, language),
        money(entry.amount, entry.currency),
        entry.invoices.map(oneLine).join(', '),
        oneLine(entry.text),
        resolved === undefined ? words.open : shortDate(resolved.on, language),
      ],
    });
  }
  for (const i of byNumber.values()) {
    const facts = study.ledger.rare.get(i);
    if (inJournal.has(i) || study.chased.courses.get(i)?.detour?.kind !== 'disputed') continue;
    const currency = study.ledger.currencies[study.ledger.currency[i] as number] ?? null;
    const deadline = facts?.disputeDeadline ?? null;
    rows.push({
      kind: 'line',
      cells: [
        words.inSheet,
        deadline === null ? '' : shortDate(deadline, language),
        facts?.disputedMinor == null ? '' : moneyText(facts.disputedMinor, currency, language),
        oneLine(study.ledger.number[i] as string),
        oneLine(study.ledger.text('dispute', i)),
        words.open,
      ],
    });
  }
  return tableOfFilled(
    [
      { text: words.openedOn, kind: 'words' },
      { text: words.until, kind: 'short' },
      { text: words.amount, kind: 'sum' },
      { text: words.invoices, kind: 'words' },
      { text: words.what, kind: 'words' },
      { text: words.resolvedOn, kind: 'words' },
    ],
    rows,
    words.title,
  );
}

/** The instalments of the plans in force or missed, each plan once however many invoices it spreads. */
export function plans(study: Study, { byNumber }: CustomerJournal, language: MessageLanguage, texts: EvidenceTexts): Html {
  const words = texts.plans;
  const own = new Set([...byNumber.values()].flatMap((i) => study.chased.plans.of.get(i) ?? []));
  const rows = [...own].flatMap((plan) => {
    const first = plan.invoices[0] as number;
    const currency = study.ledger.currencies[study.ledger.currency[first] as number] ?? null;
    const numbers = plan.invoices.map((i) => oneLine(study.ledger.number[i] as string)).join(', ');
    return plan.parts.map(
      ({ on, minor }: { on: CalendarDay; minor: number }): TableRow => ({
        kind: 'line',
        cells: [shortDate(on, language), moneyText(minor, currency, language), numbers],
      }),
    );
  });
  return tableOfFilled(
    [
      { text: words.dueOn, kind: 'short' },
      { text: words.amount, kind: 'sum' },
      { text: words.invoices, kind: 'words' },
    ],
    rows,
    words.title,
  );
}

/** Whether the check chain of the journal holds, and what that proves. */
export function integrity(study: Study, texts: EvidenceTexts): Html {
  const words = texts.journal;
  const faults = [...study.ledger.problems, ...study.tabs.problems].filter(({ kind }) => kind === 'journal-chain-broken').length;
  if (study.journal.length === 0) return joined();
  if (study.journal.every(({ check }) => check === '')) return para(words.unchecked);
  return joined(para(faults === 0 ? words.intact(study.journal.length) : words.broken(faults)), para(words.noSignature));
}
