/**
 * What was paid and credited on each invoice, and whether its cells agree about it. A contradiction holds the row: reminding somebody who paid is
 * what must never happen.
 */
import { type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { decimalsOf, toDecimal, toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import type { Tabs } from '../tabs/index.ts';
import { FLAG, type Payment, type Problem, type StatusFact } from '../types.ts';
import { displayText } from './cell-text.ts';
import { textOf } from './cell-words.ts';
import { linkCredits } from './credits.ts';
import type { StatedFacts } from './identity.ts';
import type { LedgerDraft } from './ledger-draft.ts';
import { matchPayments, type PaymentLines } from './payment-lines.ts';
import { type PaidReading, readPaid } from './payments.ts';

const sumOf = (payments: readonly Payment[] | undefined): number => (payments ?? []).reduce((sum, payment) => sum + payment.minor, 0);

/** Settles every invoice; returns the lines of the Payments tab that name none, and the latest day anything was paid. */
export function settle(
  draft: LedgerDraft,
  stated: StatedFacts,
  tabs: Tabs,
  settings: Settings,
): { readonly orphans: readonly Problem[]; readonly lastPaymentOn: CalendarDay } {
  const lines = matchPayments(draft, tabs);
  applyCredits(draft, lines);
  const { columns, flags, issuedOn, paid, paidOn, amount: amounts } = draft;
  const { speaks } = stated;
  const tolerances = columns.currencies.map((currency) => toMinor(settings.tolerance, currency));
  const paidDays = columns.paidOn?.days;
  const isLeft = columns.amount.column === columns.at('balance');
  const paidMinor = columns.paidAmount?.minor;
  const paidBlank = columns.paidAmount?.blank;
  const balanceMinor = columns.balance?.minor;
  const balanceBlank = columns.balance?.blank;
  const hasLines = lines.ofInvoice.size > 0;
  let lastPaymentOn: CalendarDay = NO_DAY;
  for (let k = 0; k < draft.size; k++) {
    const i = draft.source[k] as number;
    const day = (paidDays === undefined ? NO_DAY : paidDays[i]) as CalendarDay;
    const paidAmount = paidMinor === undefined ? Number.NaN : (paidMinor[i] as number);
    // A sheet that keeps only what is left to pay: nothing of that is paid.
    const balance =
      balanceMinor !== undefined
        ? (balanceMinor[i] as number)
        : isLeft && Number.isNaN(paidAmount)
          ? (draft.amount[k] as number)
          : Number.NaN;
    if (!hasLines && speaks[k] === 0) {
      if (day === NO_DAY && Number.isNaN(paidAmount) && Number.isNaN(balance)) continue;
      if (day !== NO_DAY && !isLeft && isPaidPlainly(i, k, day)) {
        paid[k] = !Number.isNaN(paidAmount) ? paidAmount : (amounts[k] as number);
        paidOn[k] = day;
        if (day > lastPaymentOn) lastPaymentOn = day;
        continue;
      }
    }
    const contradicted = weighed(k, day, paidAmount, balance);
    const fact = stated.factOf(k);
    if (fact === 'refused') problemOfStatus(draft, k, { detail: 'refused' });
    else if (fact !== null && GONE[fact] !== undefined && !contradicted) draft.raise(k, GONE[fact]);
  }
  for (const line of tabs.doubtfulPayments) {
    const k = lines.find(line.invoice, line.customer);
    if (k !== undefined) draft.problems.add(k, null, 'unreadable-payment', `${line.sheet} ${line.row}`);
  }
  return { orphans: lines.orphans, lastPaymentOn };

  /** Weighs all that the sources say of an invoice; true when its fact word is contradicted. */
  function weighed(k: number, day: CalendarDay, paidAmount: number, balance: number): boolean {
    const tab = hasLines ? (lines.ofInvoice.get(k) ?? null) : null;
    const silent = Number.isNaN(paidAmount) && Number.isNaN(balance) && day === NO_DAY && tab === null && stated.saysPaid[k] === 0;
    const amount = draft.amount[k] as number;
    if (silent) return false;
    if (Number.isNaN(amount)) {
      if (day !== NO_DAY) draft.paidOn[k] = day;
      return false;
    }
    // A credit note's cells are often typed without its sign.
    const signed = (minor: number) => (amount < 0 ? -Math.abs(minor) : minor);
    const credited = draft.has(k, FLAG.rare) ? sumOf(draft.rare.get(k)?.credits) : 0;
    const tolerance = tolerances[draft.currency[k] as number] as number;
    const read = readPaid({
      amount,
      tab,
      paidAmount: signed(paidAmount),
      balance: signed(balance),
      paidOn: day,
      saysPaid: stated.saysPaid[k] === 1,
      unread: isUnread(draft, k),
      credited,
      tolerance,
    });
    const last = record(draft, k, read);
    if (last > lastPaymentOn) lastPaymentOn = last;
    if (amount >= 0) return weigh(draft, k, read, { credited, tolerance, last, fact: stated.factOf(k) });
    if (read.contradiction !== null) draft.problems.add(k, placesOf(draft).paidAt, 'payments-contradict', paidCells(draft, k));
    return false;
  }

  /**
   * Whether a row plainly says that the whole invoice, or the part in its paid amount, was paid on `day`, with nothing beside it that could speak against
   * that. Most rows are such, and need no weighing.
   */
  function isPaidPlainly(i: number, k: number, day: CalendarDay): boolean {
    const amount = amounts[k] as number;
    if ((flags[k] as number) & SPEAKS_AGAINST || !(amount > 0) || day < (issuedOn[k] as number)) return false;
    if (balanceBlank !== undefined && balanceBlank[i] === 0) return false;
    if (paidMinor === undefined || paidBlank === undefined || paidBlank[i] === 1) return true;
    const part = paidMinor[i] as number;
    return part > 0 && part <= amount;
  }
}

const SPEAKS_AGAINST = FLAG.rare | FLAG.disputed | FLAG.credit;

const GONE: Readonly<Partial<Record<StatusFact, number>>> = {
  draft: FLAG.draft,
  cancelled: FLAG.cancelled,
  'written-off': FLAG.writtenOff,
};

/** Writes what was paid into the ledger; the last dated payment comes back. */
function record(draft: LedgerDraft, k: number, read: PaidReading): CalendarDay {
  draft.paid[k] = read.paid;
  draft.paidOn[k] = read.paidOn;
  if (read.undated && read.paid !== 0) draft.raise(k, FLAG.undatedPayment);
  if (read.payments === null) return read.paidOn;
  draft.facts(k).payments = read.payments;
  return read.payments.reduce((last: CalendarDay, payment) => (payment.paidOn > last ? payment.paidOn : last), NO_DAY);
}

/** Does a paid amount or a balance stand in the row that could not be read? */
function isUnread(draft: LedgerDraft, k: number): boolean {
  const i = draft.source[k] as number;
  return [draft.columns.paidAmount, draft.columns.balance].some(
    (column) => column !== null && column.blank[i] === 0 && Number.isNaN(column.minor[i]),
  );
}

/** Where the sheet says what was paid, and when; null where it has no such column. */
function placesOf({ columns }: LedgerDraft): { readonly paidAt: number | null; readonly dayAt: number | null } {
  const dayAt = columns.paidOn?.column ?? null;
  return { paidAt: columns.paidAmount?.column ?? columns.balance?.column ?? dayAt, dayAt };
}

/** Holds the row where its sources contradict each other; notices what is odd about its payments. True when its fact word is contradicted. */
function weigh(
  draft: LedgerDraft,
  k: number,
  read: PaidReading,
  by: { credited: number; tolerance: number; last: CalendarDay; fact: StatusFact | null },
): boolean {
  const { columns, problems } = draft;
  const amount = draft.amount[k] as number;
  const { paidAt, dayAt } = placesOf(draft);
  const open = amount - by.credited - read.paid;
  if (draft.has(k, FLAG.undatedPayment) && read.paid > 0)
    problems.add(
      k,
      dayAt ?? paidAt ?? columns.paidAnswersAt[0] ?? columns.at('status'),
      'paid-without-date',
      draft.dayShown(columns.paidOn, k),
      dayAt === null ? { detail: 'no-column' } : {},
    );
  if (read.contradiction === 'status-contradiction') problemOfStatus(draft, k);
  else if (read.contradiction !== null) problems.add(k, paidAt, read.contradiction, paidCells(draft, k));
  else if (-open > by.tolerance) {
    const currency = columns.currencies[draft.currency[k] as number] ?? null;
    problems.add(k, paidAt, 'overpaid', paidCells(draft, k), {
      detail: [toDecimal(-open, currency).toFixed(decimalsOf(currency)), currency].filter(Boolean).join(' '),
    });
  }
  const isGone = by.fact === 'draft' || by.fact === 'cancelled';
  const contradicted = (isGone && read.paid !== 0) || (by.fact === 'written-off' && open <= by.tolerance);
  if (contradicted) problemOfStatus(draft, k);
  const issued = draft.issuedOn[k] as CalendarDay;
  if (by.last !== NO_DAY && issued !== NO_DAY && by.last < issued)
    problems.add(k, dayAt, 'paid-before-issue', draft.dayShown(columns.paidOn, k), { detail: `${isoOf(by.last)} < ${isoOf(issued)}` });
  if (draft.has(k, FLAG.disputed) && read.paid !== 0 && open > by.tolerance)
    problems.add(k, columns.at('dispute') ?? columns.at('status'), 'disputed-part-paid', paidCells(draft, k));
  return contradicted;
}

function problemOfStatus(draft: LedgerDraft, k: number, more: { detail?: string } = {}): void {
  const statusAt = draft.columns.at('status') ?? draft.columns.paidAnswersAt[0] ?? null;
  draft.problems.add(k, statusAt, 'status-contradiction', cellsOf(draft, k, [statusAt]), more);
}

function cellsOf(draft: LedgerDraft, k: number, columns: readonly (number | null)[]): string {
  const texts = columns.map((column) => displayText(draft.columns.cell(draft.source[k] as number, column)));
  return texts.filter(Boolean).join(' · ');
}

function paidCells(draft: LedgerDraft, k: number): string {
  const { paidAmount, balance, paidOn } = draft.columns;
  return [cellsOf(draft, k, [paidAmount?.column ?? null, balance?.column ?? null]), draft.dayShown(paidOn, k)].filter(Boolean).join(' · ');
}

/** Links the credit notes to their invoices. */
function applyCredits(draft: LedgerDraft, lines: PaymentLines): void {
  const { columns, source } = draft;
  const creditOfAt = columns.at('creditOf');
  const target = (k: number) => textOf(columns.cell(source[k] as number, creditOfAt));
  const paidBefore = (k: number) => {
    const tab = lines.ofInvoice.get(k);
    const own = draft.valueOf(columns.paidAmount?.minor, k, 0);
    return tab ? sumOf(tab) : !Number.isNaN(own) ? own : 0;
  };
  const isCredit = (k: number) => draft.has(k, FLAG.credit) && !draft.has(k, FLAG.error);
  const { size, number: numbers, amount, issuedOn, currency } = draft;
  const { links, applied } = linkCredits({ size, isCredit, target, numbers, amount, issuedOn, currency, paidBefore });
  for (const [k, link] of links) {
    if (link.kind === 'linked') draft.facts(k).creditOf = link.invoice;
    else
      draft.problems.add(
        k,
        creditOfAt ?? columns.amount.column,
        'unlinked-credit',
        link.target,
        link.target === '' ? {} : { detail: link.target },
      );
  }
  for (const [k, credits] of applied) draft.facts(k).credits = credits;
}
