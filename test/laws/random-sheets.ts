/**
 * The law of the message: whatever stands in the sheet, no message or paper names another customer's invoice, amount, name or address; none is about
 * what must not be chased; and the sum in it is that of the rows it lists, to the cent. What is true of a book is told here from the facts it was made
 * of, by the rules of the trade, without the engine.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CalendarDay, type Cell, dayFromIso, perform, type Snapshot, type View } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { count, type Law, type Tally } from './law.ts';

const AS_OF = '2026-03-16';
const TODAY = dayFromIso(AS_OF) as CalendarDay;
/** Before its due date an invoice may be announced from this day on. */
const ANNOUNCED = -7;
const TOLERANCE = 10n;

// ── The facts ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Names like each other, and some that only a bookkeeper's hand tells apart (those are one customer). */
const NAMES = [
  'Dupont',
  'DUPONT',
  'Dupont SARL',
  'Dupond',
  'Durand & Fils',
  'Durand et Fils',
  'Martin',
  'Martin Père',
  'Zoé Lemaître',
  'Zoé  Lemaître',
  'O’Neil',
  'Société Générale d’Isolation',
  'Ma',
];
const ADDRESSES = [
  'k11@box.example',
  'k12@box.example',
  'k13@box.example',
  'k14@box.example',
  null,
  'not an address',
  'k15@box.example, k16@box.example',
];
const CURRENCIES = ['EUR', 'GBP', 'USD', 'CHF'] as const;

const FATES = [
  'open',
  'open',
  'open',
  'open',
  'part-paid',
  'all-but-cents',
  'paid',
  'said-paid',
  'disputed',
  'promised',
  'promise-broken',
  'held',
  'hold-over',
  'legal',
  'draft',
  'cancelled',
  'written-off',
  'on-plan',
  'credit',
  'no-due-date',
  'no-amount',
  'twice',
  'not-yet-issued',
  'no-number',
  'no-customer',
] as const;
type Fate = (typeof FATES)[number];
/** What happened to these invoices keeps nobody from being written to. */
const CHASED: ReadonlySet<Fate> = new Set([
  'open',
  'part-paid',
  'all-but-cents',
  'promise-broken',
  'hold-over',
  'no-number',
  'no-customer',
] as const);

/**
 * All sums of a book leave 3 when divided by 101, so that an interest, a fee or a sum the law itself speaks of is hardly ever taken for somebody's balance.
 */
const [MARK, REST] = [101n, 3n];
/** Less than that is told of no invoice but one that is all but paid. */
const SMALLEST = 1000n;

const fact = fc.record({
  customer: fc.nat(4),
  /** See {@link MARK}. */
  marks: fc.integer({ min: 500, max: 490_000 }),
  late: fc.integer({ min: -30, max: 120 }),
  currency: fc.nat(CURRENCIES.length - 1),
  fate: fc.constantFrom(...FATES),
  share: fc.integer({ min: 1, max: 99 }),
  language: fc.constantFrom<Cell>(null, 'fr', 'en', 'English', 'Français'),
  /** The rung that was reached, by its place in the words of a house. */
  done: fc.constantFrom(-1, -1, -1, 0, 1, 2, 3),
});
const customer = fc.record({ name: fc.constantFrom(...NAMES), address: fc.constantFrom(...ADDRESSES) });
const COLUMNS = [
  'number',
  'customer',
  'email',
  'amount',
  'currency',
  'issued',
  'due',
  'paid',
  'paidOn',
  'dispute',
  'promise',
  'hold',
  'status',
  'done',
  'language',
  'id',
  'notes',
] as const;
type Column = (typeof COLUMNS)[number];
const book = fc.record({
  customers: fc.array(customer, { minLength: 5, maxLength: 5 }),
  facts: fc.array(fact, { minLength: 2, maxLength: 14 }),
  house: fc.nat(3),
  hasIds: fc.boolean(),
  oneCurrency: fc.boolean(),
  columns: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
  titles: fc.nat(2),
});
export type Book = typeof book extends fc.Arbitrary<infer Value> ? Value : never;

/** What was done last, for houses without words of their own for it. */
const DONE = ['Reminder', 'Call', 'Formal reminder', 'Formal notice'];

const HOUSES: readonly {
  readonly locale: string;
  readonly headers: Readonly<Record<Column, string>>;
  readonly yes: string;
  readonly words: Readonly<Partial<Record<Fate, string>>>;
  readonly done: readonly string[];
}[] = [
  {
    locale: 'fr-FR',
    headers: {
      number: 'N° facture',
      customer: 'Client',
      email: 'E-mail',
      amount: 'Montant TTC',
      currency: 'Devise',
      issued: 'Date de facture',
      due: 'Échéance',
      paid: 'Montant payé',
      paidOn: 'Date de paiement',
      dispute: 'Litige',
      promise: 'Date promesse',
      hold: 'Pause jusqu’au',
      status: 'Statut',
      done: 'Dernière action',
      language: 'Langue',
      id: 'Code client',
      notes: 'Mes remarques',
    },
    yes: 'oui',
    words: { 'said-paid': 'Payée', legal: 'Contentieux', draft: 'Brouillon', cancelled: 'Annulée', 'written-off': 'Perte' },
    done: ['Relance', 'Appel', 'Relance ferme', 'Mise en demeure'],
  },
  {
    locale: 'en-GB',
    headers: {
      number: 'Invoice number',
      customer: 'Customer',
      email: 'Email',
      amount: 'Amount',
      currency: 'Currency',
      issued: 'Invoice date',
      due: 'Due date',
      paid: 'Amount paid',
      paidOn: 'Payment date',
      dispute: 'Disputed',
      promise: 'Promise date',
      hold: 'Hold until',
      status: 'Status',
      done: 'Last action',
      language: 'Language',
      id: 'Customer id',
      notes: 'My remarks',
    },
    yes: 'yes',
    words: { 'said-paid': 'Paid', legal: 'Legal', draft: 'Draft', cancelled: 'Cancelled', 'written-off': 'Written off' },
    done: DONE,
  },
  {
    locale: 'de-DE',
    headers: {
      number: 'Rechnungsnummer',
      customer: 'Kunde',
      email: 'E-Mail',
      amount: 'Bruttobetrag',
      currency: 'Währung',
      issued: 'Rechnungsdatum',
      due: 'Fälligkeitsdatum',
      paid: 'Betrag bezahlt',
      paidOn: 'Bezahlt am',
      dispute: 'Disputed',
      promise: 'Promise date',
      hold: 'Hold until',
      status: 'Status',
      done: 'Last action',
      language: 'Language',
      id: 'Kundennummer',
      notes: 'Hinweise von uns',
    },
    yes: 'yes',
    words: { 'said-paid': 'Bezahlt', legal: 'Inkasso', draft: 'Entwurf', cancelled: 'Storniert', 'written-off': 'Ausgebucht' },
    done: DONE,
  },
  {
    locale: 'es-ES',
    headers: {
      number: 'Nº factura',
      customer: 'Cliente',
      email: 'Correo electrónico',
      amount: 'Importe total',
      currency: 'Moneda',
      issued: 'Fecha factura',
      due: 'Vencimiento',
      paid: 'Importe cobrado',
      paidOn: 'Fecha cobro',
      dispute: 'Disputed',
      promise: 'Promise date',
      hold: 'Hold until',
      status: 'Estado',
      done: 'Last action',
      language: 'Language',
      id: 'Código cliente',
      notes: 'Cosas nuestras',
    },
    yes: 'yes',
    words: { 'said-paid': 'Cobrada', legal: 'Judicial', draft: 'Borrador', cancelled: 'Anulada', 'written-off': 'Incobrable' },
    done: DONE,
  },
];

/** One invoice as the trade sees it. */
interface Fact {
  readonly number: string;
  readonly who: string;
  readonly name: string;
  readonly address: string | null;
  readonly currency: string;
  readonly cents: bigint;
  readonly paid: bigint;
  readonly late: number;
  readonly fate: Fate;
}

const iso = (days: number): string => new Date(Date.parse(AS_OF) + days * 86_400_000).toISOString().slice(0, 10);
const decimal = (cents: bigint): number => Number(cents) / 100;
/** One customer, however it is typed: its id, else its name without regard to case and spaces. */
const nameOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export function factsOf({ customers, facts, hasIds, oneCurrency }: Book): Fact[] {
  const all = facts.map((one, i): Fact => {
    const { name, address } = customers[one.customer] as Book['customers'][number];
    const cents = BigInt(one.marks) * MARK + REST;
    const paid =
      one.fate === 'paid'
        ? cents
        : one.fate === 'all-but-cents'
          ? cents - 7n
          : one.fate === 'part-paid'
            ? ((BigInt(one.marks) * BigInt(one.share)) / 100n) * MARK
            : 0n;
    return {
      number: one.fate === 'no-number' ? '' : one.fate === 'twice' ? 'Q77777' : `Q${10_000 + i * 137}`,
      who: one.fate === 'no-customer' ? '' : hasIds ? `C-${one.customer}` : nameOf(name),
      name: one.fate === 'no-customer' ? '' : name,
      address,
      currency: oneCurrency ? 'EUR' : (CURRENCIES[one.currency] as string),
      cents: one.fate === 'credit' ? -cents : cents,
      paid,
      late: one.late,
      fate: one.fate,
    };
  });
  const twice = all.filter(({ fate }) => fate === 'twice').length > 1;
  return twice ? all : all.map((one) => (one.fate === 'twice' ? { ...one, fate: 'open' } : one));
}

export function workbookOf(one: Book): Snapshot {
  const house = HOUSES[one.house] as (typeof HOUSES)[number];
  const lines = factsOf(one).map((each, i): Cell[] => {
    const { language, done } = one.facts[i] as Book['facts'][number];
    const day = (days: number): Cell => ({ date: iso(days) });
    const cells: Record<Column, Cell> = {
      number: each.number || null,
      customer: each.name || null,
      email: each.address,
      amount: each.fate === 'no-amount' ? 'abc' : decimal(each.cents),
      currency: each.currency,
      issued: each.fate === 'not-yet-issued' ? day(5) : day(-Math.max(each.late, 0) - 30),
      due: each.fate === 'no-due-date' ? null : each.fate === 'not-yet-issued' ? day(35) : day(-each.late),
      paid: each.paid > 0n ? decimal(each.paid) : null,
      paidOn: each.paid > 0n ? day(-1) : null,
      dispute: each.fate === 'disputed' ? house.yes : null,
      promise: each.fate === 'promised' ? day(3) : each.fate === 'promise-broken' ? day(-9) : null,
      hold: each.fate === 'held' ? day(4) : each.fate === 'hold-over' ? day(-4) : null,
      status: house.words[each.fate] ?? null,
      done: house.done[done] ?? null,
      language,
      id: one.hasIds && each.who ? each.who : null,
      notes: null,
    };
    return one.columns.map((column) => cells[column]);
  });
  const plans = factsOf(one).filter(({ fate }) => fate === 'on-plan');
  return {
    sheets: [
      {
        name: 'Book',
        cells: [
          ...Array.from({ length: one.titles }, (): Cell[] => ['2026']),
          one.columns.map((column) => house.headers[column]),
          ...lines,
        ],
      },
      ...(plans.length === 0
        ? []
        : [
            {
              name: 'Plans',
              cells: [
                ['invoice', 'customer', 'dueOn', 'amount'],
                ...plans.map(({ number, name, cents }): Cell[] => [number, name, { date: iso(6) }, decimal(cents)]),
              ],
            },
          ]),
    ],
    locale: house.locale,
    timeZone: null,
    date1904: false,
    workbookId: 'w',
  };
}

/** Why nobody may be written to about this invoice today; null when they may. */
function whyNot({ fate, late, cents, paid, address, number, who }: Fact): string | null {
  if (number === '') return 'no number';
  if (who === '') return 'no customer';
  if (!CHASED.has(fate)) return fate;
  if (cents - paid <= TOLERANCE) return 'nothing left to pay';
  if (late < ANNOUNCED) return 'not due';
  return address !== null && /^\S+@\S+$/.test(address) ? null : 'no address';
}

// ── What is read in a message ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const textOf = (html: string): string =>
  html
    .replace(/<(style|svg|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** All sums of money in a text, in cents: two digits after the last sign. */
export function centsIn(text: string): bigint[] {
  const found = text.match(/\d{1,3}(?:[\s\u00a0\u202f.,’']\d{3})*[.,]\d{2}(?!\d|[.,/]\d)|\d+[.,]\d{2}(?!\d|[.,/]\d)/g) ?? [];
  return found.map((one) => BigInt(one.replace(/\D/g, '')));
}
const numbersIn = (text: string): string[] => [...new Set(text.match(/\bQ\d{5}\b/g) ?? [])];

/** Whether a text names a customer of another name; a name within one's own (Dupont in Dupont SARL) is one's own. */
function names(text: string, other: string, own: string): boolean {
  const [plain, theirs, mine] = [nameOf(text), nameOf(other), nameOf(own)];
  const rest = theirs.includes(mine) ? plain : plain.replaceAll(mine, ' ');
  return new RegExp(`(?<![\\p{L}\\d])${theirs.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(rest);
}

/** Nothing of another customer's stands in what goes to this one. */
function isTheirsAlone(what: string, text: string, who: string, facts: readonly Fact[]): void {
  const own = facts.filter((one) => one.who === who);
  const others = facts.filter((one) => one.who !== who && one.who !== '');
  const name = own[0]?.name ?? '';
  const ownNames = new Set(own.map((one) => nameOf(one.name)));
  const ownNumbers = new Set(own.map(({ number }) => number));
  for (const number of numbersIn(text)) assert.ok(ownNumbers.has(number), `${what} to ${who} names the invoice ${number} of another`);
  for (const other of others) {
    if (!ownNames.has(nameOf(other.name))) assert.ok(!names(text, other.name, name), `${what} to ${who} names ${other.name}`);
    const isShared = own.some(({ address }) => address === other.address);
    if (other.address !== null && !isShared)
      assert.ok(!text.includes(other.address), `${what} to ${who} holds the address of ${other.who}`);
  }
  const mine = new Set(own.flatMap(({ cents, paid }) => [cents, cents - paid, paid, -cents]).map(String));
  const theirs = new Map(
    others.flatMap(({ cents, paid, number }) => [cents, cents - paid].map((sum) => [String(sum < 0n ? -sum : sum), number])),
  );
  const sums = new Set(centsIn(text).map(String));
  for (const sum of sums) {
    if (BigInt(sum) < SMALLEST || BigInt(sum) % MARK !== REST) continue;
    const of = theirs.get(sum);
    assert.ok(of === undefined || mine.has(sum) || isASum(BigInt(sum), own), `${what} to ${who} holds ${sum} cents, the amount of ${of}`);
  }
}

/** Whether a sum is made of a few of one's own: then it is nobody else's. */
function isASum(sum: bigint, own: readonly Fact[]): boolean {
  let reached = new Set<bigint>([0n]);
  for (const { cents, paid } of own.slice(0, 10)) reached = new Set([...reached].flatMap((one) => [one, one + cents, one + cents - paid]));
  return reached.has(sum);
}

// ── The law ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const at = `${AS_OF}T09:00:00`;

async function holds(one: Book, tally: Tally): Promise<void> {
  const facts = factsOf(one);
  const host = new MemoryHost(workbookOf(one));
  const first = host.run(perform({ kind: 'open', at }, TODAY));
  if (first.report === null) throw new Error(`refused: ${first.refusal?.message}`);
  for (const role of [
    'number',
    'customer',
    'email',
    'amount',
    'currency',
    'dueOn',
    'paidAmount',
    'dispute',
    'promiseOn',
    'holdUntil',
    'status',
    'lastAction',
  ] as const)
    if (one.facts.length > 3) count(tally, first.report.table.columns[role] === undefined ? `columns unread (${role})` : 'columns read');
  const entries = first.report.worklist.map(({ id }) => id);
  const customers = [...new Set(facts.map(({ name }) => name))].filter((name) => name !== '');
  const papers = [
    ...entries.map((of) => ({ kind: 'formal-notice' as const, of })),
    ...customers.flatMap((of) => [
      { kind: 'statement' as const, of },
      { kind: 'evidence' as const, of },
    ]),
  ];
  const view = host.run(perform({ kind: 'open', at, options: { panel: { messages: entries, papers } } }, TODAY));
  messagesHold(view, facts, tally);
  papersHold(view, facts, tally);
  preparedHold(host, facts, tally);
}

const customerOf = (numbers: readonly string[], facts: readonly Fact[]): string =>
  facts.find(({ number }) => numbers.includes(number))?.who ?? '';

function messagesHold({ messages = [], report }: View, facts: readonly Fact[], tally: Tally): void {
  for (const { entry, to, subject, text, html } of messages) {
    const work = report?.worklist.find(({ id }) => id === entry);
    const who = customerOf([...(work?.invoices ?? []), ...(work?.alsoOpen ?? []), ...numbersIn(text).slice(0, 1)], facts);
    count(tally, 'messages read');
    for (const part of [subject, text, textOf(html)]) isTheirsAlone('a message', part, who, facts);
    assert.deepEqual(numbersIn(textOf(html)), numbersIn(html), 'numbers outside of what is read');
    if (to !== '')
      assert.ok(
        facts.some((one) => one.who === who && one.address?.trim() === to),
        `a message to ${who} goes to ${to}`,
      );
  }
}

function papersHold({ papers = [], report }: View, facts: readonly Fact[], tally: Tally): void {
  for (const { kind, of, title, fileName, html } of papers) {
    const numbers = numbersIn(html);
    const entry = report?.worklist.find(({ id }) => id === of);
    // Customers of one name each have their paper, which names nobody but its own: it is the paper of one of them.
    const namesakes = facts.filter((one) => numbers.includes(one.number) && nameOf(one.name) === nameOf(of)).map((one) => one.who);
    const whose = entry ? [customerOf([...entry.invoices, ...numbers.slice(0, 1)], facts)] : [...new Set(namesakes)];
    if (whose.length === 0 || whose[0] === '') continue;
    count(tally, `${kind} papers read`);
    assert.deepEqual(
      numbersIn(fileName).filter((number) => !numbers.includes(number)),
      [],
    );
    const wrong = whose.map((who) => wrongIn(() => [title, textOf(html)].forEach((part) => void isTheirsAlone(kind, part, who, facts))));
    if (wrong.every((one) => one !== null)) throw wrong[0];
  }
}

function wrongIn(look: () => void): unknown {
  try {
    look();
    return null;
  } catch (error) {
    return error;
  }
}

/** What is made when everything is prepared: of whom, of what, and how much. */
function preparedHold(host: MemoryHost, facts: readonly Fact[], tally: Tally): void {
  host.run(perform({ kind: 'prepare', at }, TODAY));
  for (const draft of host.drafts.values()) {
    count(tally, 'drafts made');
    const rows = host.sheets.flatMap(({ cells }) => cells.filter((line) => line[12] === draft.id && line[2] === 'intent'));
    const numbers = rows.flatMap((line) => String(line[4]).split('; '));
    const who = customerOf(numbers, facts);
    for (const number of numbers) {
      const fact = facts.find((each) => each.number === number) as Fact;
      assert.equal(whyNot(fact), null, `a reminder of ${number}`);
      assert.equal(fact.who, who, `one message of two customers: ${numbers}`);
      assert.equal(fact.address, draft.to, `${number} goes to another address`);
    }
    const listed = numbersIn(draft.text).map((number) => facts.find((each) => each.number === number) as Fact);
    for (const fact of listed) {
      if (fact.fate === 'credit') continue;
      assert.ok(whyNot(fact) === null || whyNot(fact) === 'no address', `a message speaks of ${fact.number}: ${whyNot(fact)}`);
    }
    sumHolds(draft.text, numbers, facts, tally);
    for (const part of [draft.subject, draft.text, textOf(draft.html)]) isTheirsAlone('a draft', part, who, facts);
  }
}

/** Lines that tell interest or a fee in all, above the total that holds them. */
const PENALTIES = /^(?:Pénalités de retard au|Indemnité forfaitaire|Late-payment interest to|Fixed compensation)/;
const sumOf = (figures: readonly bigint[]): bigint => figures.reduce((sum, one) => sum + one, 0n);

/** Each total told is that of the rows above it, currency by currency, with the penalties told, and one is told of all late rows when there are several. */
function sumHolds(text: string, numbers: readonly string[], facts: readonly Fact[], tally: Tally): void {
  const of = facts.filter(({ number }) => numbers.includes(number));
  const lines = text.split('\n');
  for (const { number, cents, paid } of of) {
    const line = lines.find((each) => each.includes(number)) ?? '';
    assert.ok(centsIn(line).includes(cents - paid), `${number} is not told with what is left of it: ${line}`);
  }
  const totals = lines.flatMap((line, at) => (/^Total/.test(line) ? [at] : []));
  const late = of.filter((one) => one.late > 0).map(({ number }) => number);
  if (late.length > 1) assert.ok(totals[0] !== undefined, `no total in\n${text}`);
  for (const [k, total] of totals.entries()) {
    count(tally, 'totals added up');
    const above = numbersIn(lines.slice(0, total).join('\n'));
    if (k === 0) for (const number of late) assert.ok(above.includes(number), `${number} is not above the total of\n${text}`);
    const sums = new Map<string, bigint>();
    for (const { number, currency, cents, paid } of facts)
      if (above.includes(number)) sums.set(currency, (sums.get(currency) ?? 0n) + cents - paid);
    const told = centsIn(lines[total] as string);
    const added = lines.slice(0, total).flatMap((line) => (PENALTIES.test(line) ? centsIn(line) : []));
    if (added.length > 0) count(tally, 'of them with penalties');
    const owed = (which: Iterable<bigint>): bigint[] => [...which].sort((one, other) => Number(one - other));
    // Penalties are told for each currency in one line: here only their sum is looked at, what each is made of elsewhere.
    if (added.length > 0)
      assert.deepEqual([told.length, sumOf(told)], [sums.size, sumOf([...sums.values(), ...added])], `the total of\n${text}`);
    else assert.deepEqual(owed(told), owed(sums.values()), `the total of\n${text}`);
  }
}

export const randomSheets: Law<Book> = {
  name: 'random sheets',
  cases: book,
  holds,
  never: ['another customer’s data', 'about rows that must not get one', 'wrong sums'],
};
