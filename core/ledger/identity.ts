/**
 * What each row says of itself: its number, who owes, whether it is a credit note, the fact in its status cell, the last action written beside it.
 */
import { isoOf } from '../calendar.ts';
import { type Customer, FLAG, type StatusFact } from '../types.ts';
import { nameKey } from '../words.ts';
import type { Cell } from '../workbook.ts';
import { displayText } from './cell-text.ts';
import { isInError, saysDisputed, textOf } from './cell-words.ts';
import { currencyIndex, UNREAD_CURRENCY } from './currency-words.ts';
import { type DayContext, readDay } from './day-cells.ts';
import type { LedgerDraft } from './ledger-draft.ts';
import { findNumberPairs } from './numbers.ts';
import { kindWord, statusFact } from './status-words.ts';
import { yesNo } from './yes-no.ts';

/** The fact in each row's status cell, and which rows say they are paid. */
export interface StatedFacts {
  readonly factOf: (k: number) => StatusFact | null;
  readonly saysPaid: Uint8Array;
}

/** Reads number, customer, currency, kind, status, dispute and last action of every row. */
export function readIdentities(draft: LedgerDraft, dayContext: DayContext): StatedFacts {
  const { columns, problems, source } = draft;
  const { at, cell } = columns;
  const [numberAt, customerAt, idAt, kindAt, statusAt, disputeAt, actionAt] = [
    at('number'), at('customer'), at('customerId'), at('kind'), at('status'), at('dispute'), at('lastAction'),
  ];
  const customerOf = customerIndex(draft.customers);
  const saysPaid = new Uint8Array(draft.size);
  const facts: (StatusFact | null)[] = statusAt === null ? [] : new Array(draft.size).fill(null);
  const factOfText = remembered((text: string) => statusFact(text));
  const kindOfText = remembered((text: string) => (text === '' ? null : kindWord(text)));
  const actionIndex = new Map<string, number>();

  for (let k = 0; k < draft.size; k++) {
    const i = source[k] as number;
    const numberCell = cell(i, numberAt);
    draft.number[k] = textOf(numberCell);
    if (draft.number[k] === '') {
      draft.raise(k, FLAG.noNumber);
      problems.add(k, numberAt, 'missing-number', '');
    } else if (isInError(numberCell)) problems.add(k, numberAt, 'cell-error', displayText(numberCell), { severity: 'hold' });

    const nameCell = cell(i, customerAt);
    const name = textOf(nameCell);
    const id = textOf(cell(i, idAt));
    if (name === '' && id === '') problems.add(k, customerAt ?? idAt, 'missing-customer', '');
    else if (isInError(nameCell)) problems.add(k, customerAt, 'cell-error', name, { severity: 'hold' });
    else draft.customer[k] = customerOf(name, id);

    const currency = columns.amount.currency[i] as number;
    draft.currency[k] = currency >= UNREAD_CURRENCY ? currencyIndex(columns.currencies, columns.usualCurrency) : currency;
    if (columns.amount.blank[i] === 1) problems.add(k, columns.amount.column, 'unreadable-amount', '');

    if (kindAt !== null && kindOfText(textOf(cell(i, kindAt))) === 'credit-note') markCredit(draft, k);
    if (statusAt !== null) {
      const status = cell(i, statusAt);
      const fact = typeof status === 'string' && status !== '' ? factOfText(status) : null;
      facts[k] = fact;
      if (fact === 'paid') saysPaid[k] = 1;
      else if (fact === 'credit') markCredit(draft, k);
      else if (fact !== null) draft.raise(k, FACT_FLAG[fact] ?? 0);
    }
    if (columns.paidAnswerAt !== null && yesNo(cell(i, columns.paidAnswerAt)) === true) saysPaid[k] = 1;
    if ((draft.amount[k] as number) < 0) draft.raise(k, FLAG.credit);
    if (disputeAt !== null) {
      const dispute = cell(i, disputeAt);
      if (dispute !== null && dispute !== '' && saysDisputed(dispute)) draft.raise(k, FLAG.disputed);
    }
    if (actionAt !== null) {
      const action = cell(i, actionAt);
      if (action !== null && action !== '') draft.lastAction[k] = indexOfAction(actionText(action, columns.sheet.formats?.[columns.range.from + i]?.[actionAt] ?? null));
    }
  }
  pairNumbers(draft, numberAt);
  return { factOf: (k) => facts[k] ?? null, saysPaid };

  function indexOfAction(text: string): number {
    let index = actionIndex.get(text);
    if (index === undefined) actionIndex.set(text, (index = text.trim() === '' ? 0 : draft.lastActions.push(text) - 1));
    return index;
  }
  /** A cell that is only a date is read as one: the text of a date that words can stand beside. */
  function actionText(action: Cell, format: string | null): string {
    if (typeof action === 'string') return action;
    const read = readDay(action, dayContext, format);
    return read !== null && 'day' in read ? isoOf(read.day) : displayText(action);
  }
}

const FACT_FLAG: Readonly<Partial<Record<StatusFact, number>>> = { legal: FLAG.legal, disputed: FLAG.disputed, 'formal-notice': FLAG.formalNotice };

/** A credit note is often typed without its minus sign. */
function markCredit(draft: LedgerDraft, k: number): void {
  draft.raise(k, FLAG.credit);
  if ((draft.amount[k] as number) > 0) draft.amount[k] = -(draft.amount[k] as number);
}

/** Who owes, by id where there is one, else by name; each spelling is understood once. */
function customerIndex(customers: Customer[]): (name: string, id: string) => number {
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  return (name, id) => {
    const text = id === '' ? name : `${id}\u0000${name}`;
    let index = byText.get(text);
    if (index !== undefined) return index;
    const key = id === '' ? nameKey(name) : `#${nameKey(id)}`;
    index = byKey.get(key);
    if (index === undefined) {
      index = customers.push({ key: nameKey(id === '' ? name : id), name: name === '' ? id : name.replace(/\s+/g, ' '), id: id === '' ? null : id }) - 1;
      byKey.set(key, index);
    }
    byText.set(text, index);
    return index;
  };
}

function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = read(text)));
    return value;
  };
}

/** Two rows with one number hold each other; numbers that only look alike are shown. */
function pairNumbers({ number, row, problems }: LedgerDraft, numberAt: number | null): void {
  const { same, alike } = findNumberPairs(number);
  const told = new Set<number>();
  for (const [first, second] of same) {
    if (!told.has(first)) problems.add(first, numberAt, 'duplicate-number', number[first] as string, { detail: String(row[second]) });
    problems.add(second, numberAt, 'duplicate-number', number[second] as string, { detail: String(row[first]) });
    told.add(first).add(second);
  }
  for (const [first, second] of alike) {
    problems.add(first, numberAt, 'look-alike-number', number[first] as string, { detail: number[second] as string });
    problems.add(second, numberAt, 'look-alike-number', number[second] as string, { detail: number[first] as string });
  }
}
