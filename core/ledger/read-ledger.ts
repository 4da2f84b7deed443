/**
 * A sheet becomes a ledger: once, at the door. Column by column the cells turn into days and cents; then row by row what they say together is
 * weighed: who owes, when it is due, what was paid, what cannot be trusted. From here on nobody looks at a cell again.
 */
import { NO_DAY } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { remembered } from '../remembered.ts';
import { fingerprintOf, inputColumns } from '../row-key.ts';
import type { Settings } from '../settings.ts';
import type { Tabs } from '../tabs/index.ts';
import type { Ledger, Notice, ProblemKind, Role } from '../types.ts';
import type { Cell, Sheet, Snapshot } from '../workbook.ts';
import { type CellTrouble, isBlankCell, isErrorCell } from './cell-text.ts';
import { textOf } from './cell-words.ts';
import type { TableCandidate } from './columns.ts';
import type { DayContext } from './day-cells.ts';
import { readDueDates } from './due-dates.ts';
import { underTitles } from './group-titles.ts';
import { readIdentities } from './identity.ts';
import { findInvoiceRows } from './invoice-rows.ts';
import { laterDays } from './later-days.ts';
import { LedgerDraft } from './ledger-draft.ts';
import { oncePerInvoice } from './line-items.ts';
import { readOtherPaths } from './other-paths.ts';
import { problemsOnceAsked } from './paired-numbers.ts';
import { columnLetter } from './problems.ts';
import { settle } from './settlement.ts';
import { readSheetColumns } from './sheet-columns.ts';
import { joinAmounts } from './two-part-amounts.ts';

/** How the undecided is decided: the user's word, else the workbook's. */
export interface ReadContext {
  readonly settings: Settings;
  readonly dayContext: DayContext;
  readonly currency: Currency;
  readonly language: 'fr' | 'en';
  /** French law applies: terms over its limit are noticed. */
  readonly frenchTerms: boolean;
}

/** A ledger and how its sheet writes dates: what the write-back needs to write alike. */
export interface LedgerReading {
  /** The ledger with every row held that must be. */
  readonly ledger: Ledger;
  /** The same for sums alone: rows that share a number are not held before `ledger` or its problems are asked for. */
  readonly sums: Ledger;
  readonly dayContext: DayContext;
  /** Text form of the due dates when that column is text; null when they are true dates. */
  readonly dueTextFormat: string | null;
  /** The sheet's order is month first; null when nothing says. */
  readonly monthFirst: boolean | null;
}

/** Reads the invoice table `candidate` of the snapshot. Bad rows are problems beside the good ones; nothing throws. */
export function readLedger(snapshot: Snapshot, candidate: TableCandidate, tabs: Tabs, context: ReadContext): LedgerReading {
  const { settings, dayContext } = context;
  const columns = readSheetColumns(snapshot.sheets[candidate.sheetIndex] as Sheet, candidate, dayContext, context.currency);
  joinAmounts(columns, candidate);
  const titled = underTitles(columns, findInvoiceRows(columns, candidate));
  const { rows, lines } = oncePerInvoice(columns, candidate, titled.rows);
  const draft = new LedgerDraft(columns, rows);
  reportTroubles(draft);
  const stated = readIdentities(draft, dayContext, { titles: titled.titles, alsoStatus: candidate.alsoStatus });
  const identified = draft.problems.problems.length;
  const termNotices = readDueDates(draft, settings, context.frenchTerms);
  const { orphans, lastPaymentOn } = settle(draft, stated, tabs, settings);
  readOtherPaths(draft);
  missIssueDates(draft);
  for (const { row, column, found } of rows.strays) draft.problems.addRow(row, column, 'unreadable-row', found);

  const { sheet, range, at, cell, place, currencies, dueOn, issuedOn } = columns;
  const { yesNoColumns } = candidate;
  const inputs = inputColumns(place.columns);
  const { size, row, number, customer, customers, currency, amount, paid, paidOn, flags, rare, lastAction, lastActions, source } = draft;
  const order = dueOn?.order ?? issuedOn?.order ?? settings.dateOrder;
  const problems = problemsOnceAsked(draft, at('number'), identified, orphans);
  const sums: Ledger = {
    place,
    size,
    row,
    number,
    customer,
    customers,
    currency,
    currencies,
    amount,
    paid,
    paidOn,
    flags,
    rare,
    lastAction,
    lastActions,
    lastPaymentOn,
    issuedOn: draft.issuedOn,
    dueOn: draft.dueOn,
    days: remembered((role) => laterDays(sheet, range, yesNoColumns.has(role) ? null : at(role), dayContext, source)),
    text: (role, k) => wordsIn(role, cell(source[k] as number, at(role))),
    fingerprint: (k) => fingerprintOf(sheet.cells[(row[k] as number) - 1], inputs),
    get problems() {
      return problems();
    },
    notices: [
      ...termNotices,
      ...noticesOf(draft, candidate, rows.totals, tabs),
      ...(lines > 0 ? [{ kind: 'line-items' as const, detail: String(lines) }] : []),
    ],
    language: context.language,
  };
  return {
    dayContext,
    dueTextFormat: dueOn?.textual ? (dueOn.textFormat ?? 'yyyy-mm-dd') : null,
    monthFirst: order === null ? null : order === 'mdy',
    sums,
    get ledger() {
      problems();
      return sums;
    },
  };
}

/** Roles whose cell is shown to be mended, whatever stands there. */
const SHOWN_IN_ERROR: ReadonlySet<Role> = new Set<Role>(['email', 'status', 'dispute']);

/** What a cell says of its role. A look-up that found nothing says nothing: no customer is greeted as `#N/A`. */
function wordsIn(role: Role, cell: Cell): string {
  return isErrorCell(cell) && !SHOWN_IN_ERROR.has(role) ? '' : textOf(cell);
}

const AMOUNT_PROBLEM: Readonly<Partial<Record<CellTrouble['kind'], ProblemKind>>> = {
  ambiguous: 'ambiguous-amount',
  'cell-error': 'cell-error',
  'unknown-currency': 'unknown-currency',
};
const DAY_PROBLEM: Readonly<Partial<Record<CellTrouble['kind'], ProblemKind>>> = {
  impossible: 'impossible-date',
  ambiguous: 'ambiguous-date',
  'against-order': 'date-against-column-order',
  'cell-error': 'cell-error',
};

/** The day databases keep for a payment that has not come: `0000-00-00`. */
const NEVER = /^0{1,4}([-/.])0{1,2}\1(?:0000|00?)(?: 00:00(?::00)?)?$/;

/** What no column could read becomes a problem of its row, by what the column is for. */
function reportTroubles(draft: LedgerDraft): void {
  const {
    currency,
    amount,
    paidAmount,
    balance,
    disputedAmount,
    promiseAmount,
    issuedOn,
    dueOn,
    paidOn,
    promiseOn,
    holdUntil,
    disputeDeadline,
  } = draft.columns;
  draft.report(currency, (trouble) => (trouble.kind === 'cell-error' ? 'cell-error' : 'unknown-currency'));
  draft.report(amount, (trouble) => AMOUNT_PROBLEM[trouble.kind] ?? 'unreadable-amount');
  for (const column of [paidAmount, balance, disputedAmount, promiseAmount])
    draft.report(column, (trouble) => (trouble.kind === 'cell-error' ? 'cell-error' : 'unreadable-payment'));
  draft.report(issuedOn, (trouble) => DAY_PROBLEM[trouble.kind] ?? 'missing-issue-date');
  draft.report(dueOn, (trouble) => DAY_PROBLEM[trouble.kind] ?? 'unreadable-due-date');
  draft.report(
    paidOn && { ...paidOn, troubles: paidOn.troubles.filter(({ found }) => !NEVER.test(found)) },
    (trouble) => DAY_PROBLEM[trouble.kind] ?? 'unreadable-payment',
  );
  for (const column of [promiseOn, holdUntil, disputeDeadline])
    draft.report(column, (trouble) => DAY_PROBLEM[trouble.kind] ?? 'impossible-date');
}

/** A blank invoice date leaves the invoice out of sales; a sheet without that column says nothing of it on every row. */
function missIssueDates(draft: LedgerDraft): void {
  const { issuedOn, cell } = draft.columns;
  if (!issuedOn) return;
  for (let k = 0; k < draft.size; k++)
    if (draft.issuedOn[k] === NO_DAY && isBlankCell(cell(draft.source[k] as number, issuedOn.column)))
      draft.problems.add(k, issuedOn.column, 'missing-issue-date', '');
}

function noticesOf(draft: LedgerDraft, candidate: TableCandidate, totals: readonly number[], tabs: Tabs): Notice[] {
  const notices: Notice[] = [];
  const unnamed = draft.columns.currencies.indexOf(null);
  if (unnamed >= 0 && draft.currency.includes(unnamed)) notices.push({ kind: 'no-currency' });
  const signs = draft.columns.amount.named;
  if (draft.columns.currency === null && signs.length > 0 && draft.columns.currencies.length > 1)
    notices.push({ kind: 'several-currencies-by-symbol', detail: signs.join(', ') });
  if (draft.columns.amountScale !== 1) notices.push({ kind: 'amounts-scaled', detail: String(draft.columns.amountScale) });
  const net = draft.columns.at('amountNet');
  if (net !== null && net === draft.columns.amount.column)
    notices.push({ kind: 'net-amounts', detail: `${columnLetter(net)}, ${candidate.headers[net] ?? ''}` });
  if (candidate.twins.length > 0) notices.push({ kind: 'twin-columns', detail: candidate.twins.join(', ') });
  if (totals.length > 0) notices.push({ kind: 'sums-and-blanks-skipped', detail: totals.slice(0, 10).join(', ') });
  if (draft.columns.at('email') === null && !tabs.customers.some((record) => record.email !== ''))
    notices.push({ kind: 'no-email-column' });
  return notices;
}
