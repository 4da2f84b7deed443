/**
 * What each row says of itself: its number, who owes, whether it is a credit note, the fact in its status cell, the last action written beside it.
 */
import { isoOf } from '../calendar.ts';
import { remembered } from '../remembered.ts';
import { type Customer, FLAG, type StatusFact } from '../types.ts';
import { nameKey, seen } from '../words.ts';
import type { Cell } from '../workbook.ts';
import { displayText, isBlankCell, isErrorCell } from './cell-text.ts';
import { saysDisputed, textOf } from './cell-words.ts';
import { currencyIndex, UNREAD_CURRENCY } from './currency-words.ts';
import { type DayContext, readDay } from './day-cells.ts';
import type { LedgerDraft } from './ledger-draft.ts';
import { kindWord, otherKind, statusFact } from './status-words.ts';
import { yesNo } from './yes-no.ts';

/** The fact in each row's status cell, and which rows say they are paid. */
export interface StatedFacts {
  readonly factOf: (k: number) => StatusFact | null;
  readonly saysPaid: Uint8Array;
  /** 1 where the row's words say anything: a fact, or that it is paid. Most rows are silent. */
  readonly speaks: Uint8Array;
}

/** What is told elsewhere than in a mapped cell of the row. */
export interface Beside {
  /** Who owes where no column says it, by data row. */
  readonly titles: ReadonlyMap<number, string> | null;
  /** Further columns of statuses, asked where the first states nothing. */
  readonly alsoStatus: readonly number[];
}

/** Reads number, customer, currency, kind, status, dispute and last action of every row. */
export function readIdentities(draft: LedgerDraft, dayContext: DayContext, { titles, alsoStatus }: Beside): StatedFacts {
  const { columns, problems, source } = draft;
  const { at, sheet, range } = columns;
  const [numberAt, customerAt, idAt, kindAt, statusAt, disputeAt, actionAt] = [
    at('number'),
    at('customer'),
    at('customerId'),
    at('kind'),
    at('status'),
    at('dispute'),
    at('lastAction'),
  ];
  const customerOf = customerIndex(draft.customers);
  const saysPaid = new Uint8Array(draft.size);
  const speaks = new Uint8Array(draft.size);
  const { paidAnswersAt } = columns;
  const [hasOtherStatuses, hasAnswers] = [alsoStatus.length > 0, paidAnswersAt.length > 0];
  // Per row an index into the few facts met, 0 for none.
  const facts = new Uint8Array(statusAt === null ? 0 : draft.size);
  const factsMet: (StatusFact | null)[] = [null];
  const factOfText = remembered((text: string) => indexOfFact(statusFact(text)));
  const kindOfText = remembered((text: string) => (text === '' ? null : (kindWord(text) ?? otherKind(text))));
  const actionIndex = new Map<string, number>();

  for (let k = 0; k < draft.size; k++) {
    const i = source[k] as number;
    const cells = sheet.cells[range.from + i] ?? NO_CELLS;
    const numberCell = cellIn(cells, numberAt);
    const number = nameIn(numberCell);
    draft.number[k] = number;
    if (number === '') {
      draft.raise(k, FLAG.noNumber);
      problems.add(k, numberAt, 'missing-number', displayText(numberCell).trim());
    } else if (isErrorCell(numberCell)) problems.add(k, numberAt, 'cell-error', displayText(numberCell), { severity: 'hold' });

    const nameCell = cellIn(cells, customerAt);
    const name = nameIn(nameCell) || (titles?.get(i) ?? '');
    const idCell = cellIn(cells, idAt);
    // Two codes that a lookup did not find are not one customer.
    const isLostId = holdIfInError(k, idAt, idCell);
    const id = isLostId ? '' : nameIn(idCell);
    if (name !== '' && isErrorCell(nameCell)) problems.add(k, customerAt, 'cell-error', name, { severity: 'hold' });
    else {
      const customer = name === '' && id === '' ? -1 : customerOf(name, id);
      draft.customer[k] = customer;
      if (customer < 0 && !isLostId) problems.add(k, customerAt ?? idAt, 'missing-customer', displayText(nameCell).trim());
    }

    const currency = columns.amount.currency[i] as number;
    draft.currency[k] = currency >= UNREAD_CURRENCY ? currencyIndex(columns.currencies, columns.usualCurrency) : currency;
    if (columns.amount.blank[i] === 1) problems.add(k, columns.amount.column, 'unreadable-amount', '');

    if (kindAt !== null) readKind(k, cellIn(cells, kindAt));
    if (statusAt !== null) {
      const status = cellIn(cells, statusAt);
      holdIfInError(k, statusAt, status);
      let met = typeof status === 'string' && status !== '' ? factOfText(status) : 0;
      if (hasOtherStatuses && met === 0) met = factBeside(cells);
      const fact = factsMet[met] ?? null;
      facts[k] = met;
      if (fact !== null) speaks[k] = 1;
      if (fact === 'paid') saysPaid[k] = 1;
      else if (fact === 'credit') markCredit(draft, k);
      else if (fact !== null) draft.raise(k, FACT_FLAG[fact] ?? 0);
    }
    if (hasAnswers) readAnswers(k, cells);
    if ((draft.amount[k] as number) < 0) draft.raise(k, FLAG.credit);
    if (disputeAt !== null) {
      const dispute = cellIn(cells, disputeAt);
      if (dispute !== null && dispute !== '' && !holdIfInError(k, disputeAt, dispute) && saysDisputed(dispute))
        draft.raise(k, FLAG.disputed);
    }
    if (actionAt !== null) {
      const action = cellIn(cells, actionAt);
      if (action !== null && action !== '' && !holdIfInError(k, actionAt, action))
        draft.lastAction[k] = indexOfAction(actionText(action, sheet.formats?.[range.from + i]?.[actionAt] ?? null));
    }
  }
  return { factOf: (k) => (facts.length === 0 ? null : (factsMet[facts[k] as number] ?? null)), saysPaid, speaks };

  /** What stood in the cell may have been "Payée", or a dispute: nobody is reminded before it is mended. */
  function holdIfInError(k: number, column: number | null, cell: Cell): boolean {
    const isError =
      typeof cell === 'string'
        ? cell.charCodeAt(0) === 35 && isErrorCell(cell)
        : typeof cell === 'object' && cell !== null && 'error' in cell;
    if (isError) problems.add(k, column, 'cell-error', displayText(cell), { severity: 'hold' });
    return isError;
  }
  /** What a further column of statuses states. */
  function factBeside(cells: readonly Cell[]): number {
    let met = 0;
    for (const column of alsoStatus) {
      const other = cellIn(cells, column);
      const also = met === 0 && typeof other === 'string' && other !== '' ? factOfText(other) : 0;
      if (OF_THE_DOCUMENT.has(factsMet[also] ?? null)) met = also;
    }
    return met;
  }
  function readAnswers(k: number, cells: readonly Cell[]): void {
    for (const answerAt of paidAnswersAt) {
      const answered = cellIn(cells, answerAt);
      const answer = yesNo(answered);
      if (answer === true) saysPaid[k] = speaks[k] = 1;
      else if (answer === null && !isBlankCell(answered))
        problems.add(k, answerAt, isErrorCell(answered) ? 'cell-error' : 'unreadable-payment', displayText(answered), { severity: 'hold' });
    }
  }
  function readKind(k: number, cell: Cell): void {
    if (holdIfInError(k, kindAt, cell)) return;
    const kind = kindOfText(textOf(cell));
    if (kind === 'credit-note') markCredit(draft, k);
    // A payment below nothing takes from what its customer owes, as a credit does; above nothing it would be owed.
    else if (kind === 'supplier' || kind === 'unowed' || (kind === 'payment' && (draft.amount[k] as number) > 0))
      problems.add(k, kindAt, 'unreadable-row', displayText(cell));
  }
  function indexOfFact(fact: StatusFact | null): number {
    const known = factsMet.indexOf(fact);
    return known >= 0 ? known : factsMet.push(fact) - 1;
  }

  function indexOfAction(text: string): number {
    let index = actionIndex.get(text);
    if (index === undefined) {
      index = text.trim() === '' ? 0 : draft.lastActions.push(text) - 1;
      actionIndex.set(text, index);
    }
    return index;
  }
  /** A cell that is only a date is read as one: the text of a date that words can stand beside. */
  function actionText(action: Cell, format: string | null): string {
    if (typeof action === 'string') return action;
    const read = readDay(action, dayContext, format);
    return read !== null && 'day' in read ? isoOf(read.day) : displayText(action);
  }
}

const NO_CELLS: readonly Cell[] = [];

/** A cell of a row that is at hand; null where the sheet has no such column. */
function cellIn(cells: readonly Cell[], column: number | null): Cell {
  return column === null ? null : (cells[column] ?? null);
}

/** What a second column of statuses may state: payments are the first one's to say. */
const OF_THE_DOCUMENT: ReadonlySet<StatusFact | null> = new Set<StatusFact | null>([
  'draft',
  'cancelled',
  'written-off',
  'legal',
  'disputed',
  'refused',
]);

/** What a cell names: neither a dash nor a truth is a number or a customer. */
function nameIn(cell: Cell): string {
  const text = typeof cell === 'boolean' ? '' : textOf(cell);
  return text.length < 4 && isBlankCell(text) ? '' : text;
}

const FACT_FLAG: Readonly<Partial<Record<StatusFact, number>>> = {
  legal: FLAG.legal,
  disputed: FLAG.disputed,
  'formal-notice': FLAG.formalNotice,
};

/** A credit note is often typed without its minus sign. */
function markCredit(draft: LedgerDraft, k: number): void {
  draft.raise(k, FLAG.credit);
  if ((draft.amount[k] as number) > 0) draft.amount[k] = -(draft.amount[k] as number);
}

/** Who owes, by id where there is one, else by name; each spelling is understood once. −1 for a text in which nobody sees anything. */
function customerIndex(customers: Customer[]): (name: string, id: string) => number {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  return (name, id) => {
    const text = id === '' ? name : `${id}\u0000${name}`;
    let index = byText.get(text);
    if (index !== undefined) return index;
    const key = id === '' ? nameKey(name) : `#${nameKey(id)}`;
    index = key === '' ? -1 : byKey.get(key);
    if (index === undefined) {
      index =
        customers.push({
          key: nameKey(id === '' ? name : id),
          name: seen(name === '' ? id : name)
            .replace(/\s+/g, ' ')
            .trim(),
          id: id === '' ? null : id,
        }) - 1;
      byKey.set(key, index);
    }
    byText.set(text, index);
    return index;
  };
}
