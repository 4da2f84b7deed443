/**
 * A believable invoice sheet of any length, as each host would hand it over: Excel's day numbers with number formats, Google's Dates, or the texts of
 * a French CSV. The same seed gives the same invoices in all three, so that every candidate must find the same answers in them.
 */
import type { CalendarDay } from '../core/calendar.ts';
import type { Cell, Sheet, Snapshot } from '../core/workbook.ts';

export const KINDS = ['excel', 'google', 'text'] as const;
export type RowKind = (typeof KINDS)[number];

/** 2025-09-17, a Wednesday: the day every benchmark looks from. */
export const AS_OF = 20348 as CalendarDay;

/** Where the columns stand; the product finds them by their headers, the floor is told. */
export const COLUMN = {
  number: 0,
  customer: 1,
  email: 2,
  issuedOn: 3,
  dueOn: 4,
  amount: 5,
  paidAmount: 6,
  paidOn: 7,
  status: 8,
  lastAction: 9,
} as const;
const HEADERS = [
  'N° facture',
  'Client',
  'E-mail',
  'Date de facture',
  'Échéance',
  'Montant TTC',
  'Montant payé',
  'Payé le',
  'Statut',
  'Dernière action',
];
const DATE_COLUMNS: readonly number[] = [COLUMN.issuedOn, COLUMN.dueOn, COLUMN.paidOn];
const MONEY_COLUMNS: readonly number[] = [COLUMN.amount, COLUMN.paidAmount];

/** One invoice before a host gives it its looks: days as integers, amounts in cents, null for a blank. */
interface Invoice {
  readonly number: string;
  readonly customer: number;
  readonly atBackup: boolean;
  readonly issuedOn: number;
  readonly dueOn: number;
  readonly cents: number;
  readonly paidCents: number | null;
  readonly paidOn: number | null;
  readonly status: string;
  readonly lastAction: string;
}

/** A small fast generator (mulberry32): the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TRADES = 'Menuiserie Garage Boulangerie Cabinet Atelier Transports Imprimerie Clinique Domaine Maçonnerie'.split(' ');
const NAMES = 'Martin Durand Lefèvre Moreau Girard Rousseau Chevalier Perrin Marchand Dumont Faure Blanchard'.split(' ');
const FORMS = 'SARL SAS EURL & Fils'.split(' ');

const customerName = (c: number): string => `${TRADES[c % 10]} ${NAMES[Math.floor(c / 10) % 12]} ${FORMS[c % 4]} ${c}`;
const customerEmail = (c: number, atBackup: boolean): string =>
  atBackup ? `direction${c}@client${c}.example` : `compta@client${c}.example`;

/** Two years of invoices: about 80 % paid, 1.5 % credit notes, some part payments and disputes, a last action in a tenth, a rare twin number. */
function* invoices(count: number): Generator<Invoice> {
  const random = randomFrom(20250917);
  const upTo = (n: number): number => Math.floor(random() * n);
  const customers = Math.max(20, Math.round(count / 50));
  for (let i = 0; i < count; i++) {
    const customer = Math.floor(customers * random() * random());
    // One in five hundred is dated ahead: it does not exist yet.
    const issuedOn = AS_OF - (random() < 0.002 ? -upTo(20) : upTo(730));
    const dueOn = issuedOn + ([30, 30, 30, 45, 60][upTo(5)] as number);
    const isCredit = random() < 0.015;
    const cents = isCredit ? -(1000 + upTo(80_000)) : 5000 + Math.floor(random() * random() * 1_500_000);
    const settledOn = dueOn - 6 + Math.floor(random() * random() * 60);
    // A few payments are entered ahead of their day.
    const isPaid = !isCredit && random() < 0.87 && (settledOn <= AS_OF || random() < 0.03);
    const isPart = !isCredit && !isPaid && issuedOn < AS_OF - 20 && random() < 0.08;
    const isTold = !isCredit && dueOn < AS_OF - 3 && random() < 0.12;
    yield {
      number: i > 0 && random() < 0.0005 ? numberOf(i - 1, false) : numberOf(i, isCredit),
      customer,
      atBackup: customer % 20 === 7 && random() < 0.5,
      issuedOn,
      dueOn,
      cents,
      paidCents: isPaid ? cents : isPart ? Math.round(cents * (0.2 + 0.5 * random())) : null,
      paidOn: isPaid ? settledOn : isPart ? AS_OF - upTo(20) : null,
      status: !isCredit && !isPaid && random() < 0.02 ? 'Litige' : '',
      lastAction: isTold ? lastAction(random, dueOn) : '',
    };
  }
}

const numberOf = (i: number, isCredit: boolean): string => `${isCredit ? 'A' : 'F'}2025-${String(i + 1).padStart(7, '0')}`;

const ACTIONS: readonly (readonly [words: string, offset: number])[] = [
  ['Pré-rappel J-7', -7],
  ['Relance J+3', 3],
  ['Relance J+3', 3],
  ['Appel J+10', 10],
  ['Relance J+20', 20],
  ['Mise en demeure J+30', 30],
];

/** What was done last, usually with its day: "Appel J+10 (15/09)". */
function lastAction(random: () => number, dueOn: number): string {
  const [words, offset] = ACTIONS[Math.floor(random() * ACTIONS.length)] as (typeof ACTIONS)[number];
  const on = Math.min(dueOn + offset + Math.floor(random() * 4), AS_OF);
  const [, month, day] = iso(on).split('-');
  return random() < 0.1 ? words : `${words} (${day}/${month})`;
}

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const french = (day: number): string => iso(day).split('-').reverse().join('/');
/** `1 850,00 €` with narrow no-break spaces, as French spreadsheets save it. */
const euros = (cents: number): string => {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${cents < 0 ? '-' : ''}${whole},${String(Math.abs(cents) % 100).padStart(2, '0')}\u00a0€`;
};

/** The rows as JSON text: what `JSON.parse` is timed on, and where fresh rows come from (their strings flat and unshared, as from any host). */
export function rowsAsJson(kind: RowKind, count: number): string {
  const day = (on: number): Cell => (kind === 'text' ? french(on) : kind === 'google' ? midnightInParis(on).toJSON() : on + 25569);
  const money = (cents: number): Cell => (kind === 'text' ? euros(cents) : cents / 100);
  const blank = kind === 'excel' ? null : '';
  const rows: Cell[][] = [HEADERS];
  for (const { number, customer, atBackup, issuedOn, dueOn, cents, paidCents, paidOn, status, lastAction } of invoices(count))
    rows.push([
      number,
      customerName(customer),
      customerEmail(customer, atBackup),
      day(issuedOn),
      day(dueOn),
      money(cents),
      paidCents === null ? blank : money(paidCents),
      paidOn === null ? blank : day(paidOn),
      status === '' ? blank : status,
      lastAction === '' ? blank : lastAction,
    ]);
  return JSON.stringify(rows);
}

/** A workbook never read before, from the JSON of its rows. */
export function freshWorkbook(kind: RowKind, json: string): Snapshot {
  const cells = JSON.parse(json) as Cell[][];
  if (kind === 'google')
    for (const row of cells.slice(1))
      for (const column of DATE_COLUMNS) if (row[column] !== '') row[column] = new Date(row[column] as string);
  const sheet: Sheet = { name: 'Factures', cells, ...(kind === 'text' ? {} : { formats: formatsOf(cells.length) }) };
  return { sheets: [sheet], locale: 'fr-FR', timeZone: kind === 'google' ? 'Europe/Paris' : null, date1904: false };
}

/** Both hosts tell the number format of every cell. */
function formatsOf(rows: number): (string | null)[][] {
  const formats = HEADERS.map((_, column) =>
    DATE_COLUMNS.includes(column) ? 'dd/mm/yyyy' : MONEY_COLUMNS.includes(column) ? '#,##0.00\\ "€"' : null,
  );
  return Array.from({ length: rows }, (_, row) => (row === 0 ? HEADERS.map(() => null) : formats.slice()));
}

/** Google's Date of a day: midnight in Paris, which is two hours behind UTC's from the last Sunday of March to that of October, else one. */
function midnightInParis(day: number): Date {
  const midnight = day * 86_400_000;
  const year = new Date(midnight).getUTCFullYear();
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  };
  // The clocks change at 2 and 3 in the morning: midnight of that Sunday still has the old offset.
  const isSummer = midnight > lastSunday(2) && midnight <= lastSunday(9);
  return new Date(midnight - (isSummer ? 2 : 1) * 3_600_000);
}
