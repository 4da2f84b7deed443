/**
 * Which column of one table means what. Words propose, cells dispose: every reading of a header is weighed against what stands below it, then the
 * best readings are taken first, no role twice and no column twice.
 */
import type { Role } from '../types.ts';
import { isWhatIsLeft, neverGoesDown } from './balance-evidence.ts';
import type { Evidence } from './evidence.ts';
import { type Certainty, type HeaderReading, readHeader } from './header-match.ts';
import { AMOUNT_WHEN_ALONE, HEADER_LANGUAGES, type HeaderLanguage } from './header-words.ts';
import { isStatusLabel, kindWord, otherKind } from './status-words.ts';
import { yesNo as answerOf } from './yes-no.ts';

export interface ReadColumn {
  readonly column: number;
  /** The header's texts, surest first: as it stands, then joined with a group title above it. */
  readonly headers: readonly string[];
}

export interface ColumnRoles {
  readonly columns: ReadonlyMap<Role, number>;
  /** Score of each taken reading, 0–110. */
  readonly scores: ReadonlyMap<Role, number>;
  /** Roles read from words that mean them plainly, not from ones anybody could have written ("Reference", "Name"). */
  readonly plain: ReadonlySet<Role>;
  readonly yesNo: ReadonlySet<Role>;
  readonly language: HeaderLanguage;
}

type Shape = 'day' | 'amount' | 'text';
const SHAPES: Readonly<Partial<Record<Role, Shape>>> = {
  issuedOn: 'day',
  sentOn: 'day',
  receivedOn: 'day',
  serviceOn: 'day',
  dueOn: 'day',
  paidOn: 'day',
  disputeDeadline: 'day',
  promiseOn: 'day',
  holdUntil: 'day',
  nextActionOn: 'day',
  amount: 'amount',
  amountNet: 'amount',
  paidAmount: 'amount',
  balance: 'amount',
  disputedAmount: 'amount',
  promiseAmount: 'amount',
};
/** Is the role that of a day? */
export function isDayRole(role: Role): boolean {
  return SHAPES[role] === 'day';
}

/** A reading the cells speak against, kept only because its words are plain: hostile cells must not hide the column they are in. */
const AGAINST = -35;
const FOR = 6;

function statusShare(e: Evidence): number {
  return e.texts.filter(isStatusLabel).length / Math.max(1, e.texts.length);
}

function kindShare(e: Evidence): number {
  return e.texts.filter((text) => kindWord(text) !== null || otherKind(text) !== null).length / Math.max(1, e.texts.length);
}

/** What the cells add to a reading (negative: they speak against it); null when they exclude it. */
function agreement(role: Role, certainty: Certainty, e: Evidence): number | null {
  const proof = certainty === 'ifCellsAgree';
  if (e.filled === 0) return proof ? null : 0;
  const plain = certainty === 'words';
  const days = e.dates + e.serials;
  const shape = SHAPES[role];
  if (shape === 'day') {
    if (role === 'dueOn' && e.terms >= 0.6 && e.dates < 0.2 && e.serials < 0.2) return null;
    if (days >= 0.6) return FOR;
    if (proof || (e.yesNo >= 0.6 && !plain)) return null;
    return days >= 0.2 ? 0 : plain ? AGAINST : null;
  }
  if (shape === 'amount') {
    // Plain words stay, at the very bottom: a paid amount of TRUE, a total of dates is a problem of its rows, not a column nobody reads.
    if (e.dates >= 0.5 || e.emails >= 0.5) return plain ? 2 * AGAINST : null;
    if (e.yesNo > 0 && role === 'paidAmount' && certainty === 'lastResort') return 0;
    if (e.yesNo >= 0.6) return plain ? 2 * AGAINST : null;
    if (proof) return e.amounts >= 0.6 && (role !== 'amount' || e.decimals > 0) ? FOR : null;
    // Nothing but zeros is a column the tool left empty.
    if (role === 'amount' && e.amounts > 0 && e.values.every((value) => !(Math.abs(value) > 0))) return 2 * AGAINST;
    if (e.amounts >= 0.5) return FOR;
    return e.amounts >= 0.2 ? 0 : plain ? AGAINST : null;
  }
  if (e.dates >= 0.5 && role !== 'lastAction' && role !== 'notes' && role !== 'document') return null;
  switch (role) {
    case 'number':
      if (e.emails >= 0.3 || e.yesNo >= 0.6) return plain ? 2 * AGAINST : null;
      if (proof) return e.codes >= 0.6 && e.distinct >= 0.5 && kindShare(e) < 0.3 ? 0 : null;
      if (e.decimals >= 0.3) return plain ? -40 : null;
      if (kindShare(e) >= 0.5) return null;
      return (e.filled >= 5 && e.distinct < 0.3) || e.meanLength > 40 ? -30 : FOR;
    case 'customer':
      if (e.emails >= 0.6 || e.yesNo >= 0.6) return plain ? 2 * AGAINST : null;
      if (e.decimals >= 0.3) return plain ? -40 : null;
      return e.codes >= 0.8 ? -45 : e.words >= 0.5 ? FOR : 0;
    case 'customerId':
      return proof ? (e.codes >= 0.6 && e.decimals < 0.3 ? 0 : null) : e.emails >= 0.5 ? null : 0;
    case 'email':
      if (proof) return e.emails >= 0.5 ? FOR : null;
      return e.emails > 0 ? FOR : e.amounts >= 0.6 || e.yesNo >= 0.6 ? null : 0;
    case 'kind':
      return kindShare(e) >= 0.2 ? FOR : null;
    case 'status':
      if (e.amounts >= 0.6 || e.yesNo >= 0.6) return null;
      return proof ? (statusShare(e) >= 0.3 ? FOR : null) : 0;
    case 'paymentMethod':
      if (e.amounts >= 0.6 || e.yesNo >= 0.6) return null;
      return proof ? (e.words >= 0.6 && statusShare(e) < 0.3 ? 0 : null) : 0;
    case 'terms':
      return proof ? (e.terms >= 0.6 ? FOR : null) : 0;
    case 'currency':
      return e.currencies >= 0.5 ? FOR : plain ? AGAINST : null;
    case 'dispute':
      return e.amounts >= 0.6 && e.yesNo < 0.6 ? null : 0;
    case 'contact':
      return e.emails >= 0.6 ? null : 0;
    case 'reason':
    case 'nextAction':
      return e.amounts >= 0.6 ? null : 0;
    case 'daysLate':
      return e.words >= 0.8 && certainty !== 'words' ? null : 0;
    default:
      return proof ? null : 0;
  }
}

interface Reading {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
  readonly plain: boolean;
}

/** In which language the headers are, the most words winning; `hints` break ties (the locale, the name of the sheet). */
export function languageOf(readings: readonly HeaderReading[], hints: readonly HeaderLanguage[]): HeaderLanguage {
  const votes = new Map<HeaderLanguage, number>();
  for (const { languages } of readings)
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  for (const hint of hints) votes.set(hint, (votes.get(hint) ?? 0) + 0.3);
  let best: HeaderLanguage = 'en';
  for (const language of HEADER_LANGUAGES) if ((votes.get(language) ?? 0) > (votes.get(best) ?? 0) + 1e-9) best = language;
  return best;
}

/** Sum of the rough amounts where both columns have one: to tell incl. tax from excl. tax. */
function ratioOf(large: Evidence, small: Evidence): number {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < large.values.length; i++) {
    const [a, b] = [large.values[i] as number, small.values[i] as number];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    upper += Math.abs(a);
    lower += Math.abs(b);
  }
  return lower === 0 ? Number.NaN : upper / lower;
}

/** Share of rows where `first` is not after `second`, among rows that have both; NaN when too few have. */
function orderOf(first: Evidence, second: Evidence): number {
  let both = 0;
  let inOrder = 0;
  for (let i = 0; i < first.days.length; i++) {
    const [a, b] = [first.days[i] as number, second.days[i] as number];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    both++;
    if (a <= b) inOrder++;
  }
  return both < 0.8 * Math.max(first.filled, second.filled) || both === 0 ? Number.NaN : inOrder / both;
}

/**
 * Gives each column of one header row its role, if it has one. `fixed` holds what the user decided (null: this role has no column); `evidenceOf`
 * answers for a column of the sheet and is asked only where it matters.
 */
export function readColumns(
  headers: readonly ReadColumn[],
  evidenceOf: (column: number) => Evidence,
  hints: readonly HeaderLanguage[] = [],
  fixed: ReadonlyMap<Role, number | null> = new Map(),
): ColumnRoles {
  const columns = new Map<Role, number>();
  const scores = new Map<Role, number>();
  const readings: Reading[] = [];
  const read = headers.map((header) => readHeader(header.headers[0] ?? ''));
  headers.forEach(({ column, headers: texts }) => {
    const best = new Map<Role, Reading>();
    texts.forEach((text, i) => {
      for (const { role, certainty, score } of readHeader(text).meanings) {
        const agreed = agreement(role, certainty, evidenceOf(column));
        if (agreed === null) continue;
        // Of two equal columns the fuller one is the real one.
        const total = score + agreed + evidenceOf(column).fill * (role === 'number' || role === 'customer' ? 10 : 3) - 5 * i;
        if (total > (best.get(role)?.score ?? 0)) best.set(role, { column, role, score: total, plain: certainty === 'words' });
      }
    });
    readings.push(...best.values());
  });
  readings.sort((a, b) => b.score - a.score || a.column - b.column);
  const taken = new Set<number>();
  const plain = new Set<Role>();
  const give = (role: Role, column: number, score: number, surely = true) => {
    if (surely) plain.add(role);
    else plain.delete(role);
    columns.set(role, column);
    scores.set(role, score);
    taken.add(column);
  };
  const drop = (role: Role) => {
    taken.delete(columns.get(role) as number);
    columns.delete(role);
    scores.delete(role);
  };
  for (const [role, column] of fixed) if (column !== null) give(role, column, 110);
  const free = (role: Role) => !columns.has(role) && !fixed.has(role);
  const about = (column: number) => read[headers.findIndex((header) => header.column === column)]?.others ?? [];
  for (const { role, column, score, plain: surely } of readings) if (free(role) && !taken.has(column)) give(role, column, score, surely);

  // Of two plain totals the one a tax above the other is what the customer owes.
  const amount = columns.get('amount');
  if (amount !== undefined && !fixed.has('amount')) {
    const rivals = readings.filter(
      (reading) => reading.role === 'amount' && reading.column !== amount && !taken.has(reading.column) && reading.score >= 80,
    );
    const taxed = read.some((reading) => reading.others.includes('tax'));
    for (const rival of rivals) {
      const ratio = ratioOf(evidenceOf(rival.column), evidenceOf(amount));
      const limit = taxed ? 1.4 : 1.28;
      if (ratio > 1.001 && ratio < limit) {
        drop('amount');
        give('amount', rival.column, rival.score);
        if (free('amountNet')) give('amountNet', amount, 80);
        break;
      }
      if (ratio > 1 / limit && ratio < 0.999 && taxed && free('amountNet')) {
        give('amountNet', rival.column, 80);
        break;
      }
    }
  }
  // What one piece costs is no invoice once somebody buys two.
  const priced = columns.get('amount');
  if (priced !== undefined && !fixed.has('amount') && about(priced).includes('unitPrice')) {
    const counted = headers.find((header) => about(header.column).includes('quantity'));
    if (counted && evidenceOf(counted.column).values.some((count) => !Number.isNaN(count) && count !== 1)) drop('amount');
  }
  // Stripe's "Amount Due" stays the whole sum once it is paid: a balance that never goes down is none.
  if (!fixed.has('balance')) {
    const rivals = readings.filter(
      (reading) => reading.role === 'balance' && (!taken.has(reading.column) || reading.column === columns.get('balance')),
    );
    const headerOf = (column: number) => headers.find((header) => header.column === column)?.headers[0] ?? '';
    const kept = rivals.find(
      (rival) => !isAmountWhenAlone(headerOf(rival.column)) || !neverGoesDown(evidenceOf(rival.column), columns, evidenceOf),
    );
    if (kept?.column !== columns.get('balance')) {
      if (columns.has('balance')) drop('balance');
      if (kept) give('balance', kept.column, kept.score, kept.plain);
    }
  }
  // Stripe's "Amount Due", SAP's open amount: the invoice, when nothing else is.
  const balance = columns.get('balance');
  if (balance !== undefined && !fixed.has('balance') && free('amount') && !columns.has('amountNet')) {
    const header = headers.find((each) => each.column === balance)?.headers[0] ?? '';
    if (isAmountWhenAlone(header) && !isWhatIsLeft(evidenceOf(balance), columns, evidenceOf)) {
      const score = scores.get('balance') as number;
      drop('balance');
      give('amount', balance, score);
      const next = readings.find((reading) => reading.role === 'balance' && reading.column !== balance && !taken.has(reading.column));
      if (next) give('balance', next.column, next.score);
    }
  }
  // Who owes is the contact where there is no name, else the code.
  for (const stand of ['contact', 'customerId'] as const) {
    const column = columns.get(stand);
    if (column === undefined || fixed.has(stand) || !free('customer')) continue;
    if (stand === 'contact' && columns.has('customerId') && evidenceOf(column).fill < 0.8) continue;
    const score = scores.get(stand) as number;
    const surely = plain.has(stand);
    drop(stand);
    give('customer', column, score, surely);
  }
  // One number for many names is our own tax number, or a branch: customers taken for one would get each other's invoices.
  const id = columns.get('customerId');
  const name = columns.get('customer');
  if (id !== undefined && name !== undefined && !fixed.has('customerId')) {
    const [ids, names] = [evidenceOf(id), evidenceOf(name)].map((e) => Math.round(e.distinct * e.filled)) as [number, number];
    if (names >= 3 && ids > 0 && ids * 3 < names) drop('customerId');
  }
  // Two columns called "Date": the earlier is the issue, the later the due date.
  const issued = columns.get('issuedOn');
  if (issued !== undefined && free('dueOn') && !fixed.has('issuedOn') && isPlainDate(headers, issued)) {
    for (const { column, role, score } of readings) {
      if (role !== 'issuedOn' || taken.has(column) || !isPlainDate(headers, column)) continue;
      const order = orderOf(evidenceOf(issued), evidenceOf(column));
      if (order >= 0.9) give('dueOn', column, score);
      else if (order <= 0.1) {
        drop('issuedOn');
        give('issuedOn', column, score);
        give('dueOn', issued, score);
      } else continue;
      break;
    }
  }
  // "Payée" asks a question that "Montant payé" does not; "Payée le" only where words answer it.
  const yesNo = new Set<Role>();
  for (const role of ['paidAmount', 'paidOn', 'dispute'] as const) {
    const column = columns.get(role);
    if (column === undefined || (role === 'paidAmount' && plain.has(role))) continue;
    const { yesNo: answers, amounts, texts, filled } = evidenceOf(column);
    const inWords = texts.filter((text) => /\D/.test(text) && answerOf(text) !== null).length / filled;
    if (role === 'paidOn' ? inWords >= 0.6 : answers > 0 && answers >= amounts) yesNo.add(role);
  }
  return { columns, scores, plain, yesNo, language: languageOf(read, hints) };
}

/** "Date" and nothing more: it says neither of which event nor which comes first. */
function isPlainDate(headers: readonly ReadColumn[], column: number): boolean {
  const header = headers.find((each) => each.column === column)?.headers[0] ?? '';
  return /^(?:date|datum|fecha|data)$/.test(readHeader(header).phrase);
}

let alone: Set<string> | null = null;

function isAmountWhenAlone(header: string): boolean {
  alone ??= new Set(Object.values(AMOUNT_WHEN_ALONE).flatMap((words) => words.split(', ').map((word) => readHeader(word).phrase)));
  return alone.has(readHeader(header).phrase);
}
