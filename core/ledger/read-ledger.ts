/**
 * A sheet becomes a ledger: once, at the door. Column by column the cells turn into days and cents; then row by row what they say together is
 * weighed: what was paid, what is a fact, what cannot be trusted. From here on nobody looks at a cell again.
 */
import { type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { numberKey } from '../dunning/journal.ts';
import { readTerms } from '../law/terms.ts';
import { type Currency, toDecimal, toMinor } from '../money.ts';
import { fingerprintOf, inputColumns } from '../row-key.ts';
import type { Settings } from '../settings.ts';
import type { Tabs } from '../tabs/index.ts';
import { type Customer, FLAG, type Ledger, type Notice, type Payment, type Problem, type ProblemKind, type RareFacts, type Role, type StatusFact } from '../types.ts';
import { folded, nameKey } from '../words.ts';
import type { Cell, Sheet, Snapshot } from '../workbook.ts';
import { readAmountColumn } from './amount-cells.ts';
import { type CellTrouble, displayText, isBlankCell } from './cell-text.ts';
import type { TableCandidate } from './columns.ts';
import { linkCredits } from './credits.ts';
import { currencyFromText, currencyIndex, NO_CURRENCY, readCurrencyColumn, UNREAD_CURRENCY } from './currency-words.ts';
import { type DayColumn, type DayContext, readDay, readDayColumn } from './day-cells.ts';
import { findNumberPairs } from './numbers.ts';
import { readPaid } from './payments.ts';
import { columnLetter, ProblemList } from './problems.ts';
import { kindOfFullRow, kindOfRow, type RowKind } from './row-kinds.ts';
import { kindWord, statusFact } from './status-words.ts';
import { yesNo } from './yes-no.ts';

/** How the undecided is decided: the user's word, else the workbook's. */
export interface ReadContext {
  readonly settings: Settings;
  readonly asOf: CalendarDay;
  readonly locale: string | null;
  readonly currency: Currency;
  readonly language: 'fr' | 'en';
  /** French law applies: terms over its limit are noticed. */
  readonly frenchTerms: boolean;
}

/** A ledger and how its sheet writes dates: what the write-back needs to write alike. */
export interface LedgerReading {
  readonly ledger: Ledger;
  readonly dayContext: DayContext;
  /** Text form of the due dates when that column is text; null when they are true dates. */
  readonly dueTextFormat: string | null;
  /** The sheet's order is month first; null when nothing says. */
  readonly monthFirst: boolean | null;
}

/** Reads the invoice table `candidate` of the snapshot. Bad rows are problems beside the good ones; nothing throws. */
export function readLedger(snapshot: Snapshot, candidate: TableCandidate, tabs: Tabs, context: ReadContext): LedgerReading {
  const sheet = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const { place } = candidate;
  const { settings, asOf } = context;
  const range = { from: place.firstRow - 1, to: place.lastRow };
  const size = Math.max(0, range.to - range.from);
  const at = (role: Role): number | null => place.columns.get(role) ?? null;
  const cellOf = (i: number, column: number | null): Cell => (column === null ? null : (sheet.cells[range.from + i]?.[column] ?? null));
  const dayContext: DayContext = { asOf, locale: context.locale, dateOrder: settings.dateOrder, timeZone: snapshot.timeZone, date1904: snapshot.date1904 };

  // ── columns ──
  const currencies: Currency[] = [];
  const currencyColumn = at('currency') === null ? null : readCurrencyColumn(sheet, range, at('currency') as number, context.locale, currencies);
  const named = context.currency ?? (candidate.headerUnit === null ? null : currencyFromText(candidate.headerUnit, context.locale));
  const balanceAt = at('balance');
  const amountAt = at('amount') ?? at('amountNet') ?? balanceAt;
  const amountContext = { locale: context.locale, currencies, defaultCurrency: named };
  const amounts = readAmountColumn(sheet, range, amountAt as number, { ...amountContext, rowCurrency: currencyColumn?.index ?? null });
  const rowCurrency = amounts.currency;
  const money = (role: Role) => {
    const column = at(role);
    if (column === null || column === amountAt || candidate.yesNoColumns.has(role)) return null;
    return { column, ...readAmountColumn(sheet, range, column, { ...amountContext, rowCurrency }) };
  };
  const days = (role: Role): (DayColumn & { column: number }) | null => {
    const column = at(role);
    return column === null ? null : { column, ...readDayColumn(sheet, range, column, dayContext) };
  };
  const paidAmounts = money('paidAmount');
  const balances = money('balance');
  const contested = money('disputedAmount');
  const issued = days('issuedOn');
  const due = days('dueOn');
  const paidDays = days('paidOn');
  const promises = days('promiseOn');
  const promised = money('promiseAmount');
  const holds = days('holdUntil');
  const deadlines = days('disputeDeadline');

  // ── rows that are invoices ──
  const kinds = new Uint8Array(size);
  let count = 0;
  const skipped: number[] = [];
  const numberAt = at('number');
  const customerAt = at('customer');
  const idAt = at('customerId');
  const strays: { row: number; column: number | null; found: string }[] = [];
  const keys = { amountAt, numberAt, customerAt, idAt };
  /** A formula that sums, or a figure that equals the sum of the amounts above it. */
  const isSumOfAbove = (i: number): boolean => {
    const formula = amountAt === null ? undefined : sheet.formulas?.[range.from + i]?.[amountAt];
    if (typeof formula === 'string' && /^=.*(SUM|SOMME|SUMME|SUMA|SOMMA|SOM|TOTAL)/i.test(formula)) return true;
    let sum = 0;
    for (let above = 0; above < i; above++) if (kinds[above] === 1 && amounts.minor[above] === amounts.minor[above]) sum += amounts.minor[above] as number;
    return Math.abs(sum - (amounts.minor[i] as number)) < 1;
  };
  for (let i = 0; i < size; i++) {
    const plain = amounts.blank[i] === 0 && (numberAt === null || !isBlankCell(cellOf(i, numberAt))) && (customerAt === null || !isBlankCell(cellOf(i, customerAt)));
    const kind: RowKind = plain ? kindOfFullRow(cellOf(i, numberAt)) : kindOfRow(sheet.cells[range.from + i] ?? [], candidate, keys, isSumOfAbove(i));
    if (kind === 'invoice') kinds[i] = ++count > 0 ? 1 : 0;
    else if (kind === 'total') skipped.push(range.from + i + 1);
    else if (kind === 'stray') {
      const cells = sheet.cells[range.from + i] ?? [];
      const column = cells.findIndex((cell) => !isBlankCell(cell));
      strays.push({ row: range.from + i + 1, column, found: displayText(cells[column]) });
    }
  }

  const source = new Int32Array(count);
  for (let i = 0, k = 0; i < size; i++) if (kinds[i] === 1) source[k++] = i;
  const pick = (from: Int32Array | Float64Array | null | undefined, none: number, to: Int32Array | Float64Array) => {
    for (let k = 0; k < count; k++) to[k] = from ? (from[source[k] as number] as number) : none;
  };
  const rows = new Int32Array(count);
  const amount = new Float64Array(count);
  const issuedOn = new Int32Array(count);
  const dueOn = new Int32Array(count);
  const paidOn = new Int32Array(count);
  const paid = new Float64Array(count);
  const flags = new Uint16Array(count);
  const currency = new Uint8Array(count);
  const customer = new Int32Array(count);
  const lastAction = new Int32Array(count);
  const numbers = new Array<string>(count);
  for (let k = 0; k < count; k++) rows[k] = range.from + (source[k] as number) + 1;
  pick(amounts.minor, Number.NaN, amount);
  pick(issued?.days, NO_DAY, issuedOn);
  pick(due?.days, NO_DAY, dueOn);
  const problems = new ProblemList(place.sheet, flags, rows);
  const rare = new Map<number, RareFacts>();
  const rareOf = (k: number): RareFacts => {
    let facts = rare.get(k);
    if (!facts) rare.set(k, (facts = {}));
    flags[k] = (flags[k] as number) | FLAG.rare;
    return facts;
  };
  const indexOf = new Int32Array(size).fill(-1);
  for (let k = 0; k < count; k++) indexOf[source[k] as number] = k;
  const report = (column: number, troubles: readonly CellTrouble[], kindOf: (trouble: CellTrouble) => ProblemKind) => {
    for (const trouble of troubles) {
      const k = indexOf[trouble.index] as number;
      if (k < 0) continue;
      const kind = kindOf(trouble);
      problems.add(k, column, kind, trouble.found, kind === 'cell-error' && column !== amountAt ? { severity: 'hold' } : {});
    }
  };
  if (currencyColumn) report(at('currency') as number, currencyColumn.troubles, (t) => (t.kind === 'cell-error' ? 'cell-error' : 'unknown-currency'));
  report(amountAt as number, amounts.troubles, (t) => AMOUNT_PROBLEM[t.kind] ?? 'unreadable-amount');
  for (const column of [paidAmounts, balances]) if (column) report(column.column, column.troubles, (t) => (t.kind === 'cell-error' ? 'cell-error' : 'unreadable-payment'));
  if (contested) report(contested.column, contested.troubles, (t) => (t.kind === 'cell-error' ? 'cell-error' : 'unreadable-payment'));
  if (issued) report(issued.column, issued.troubles, (t) => DAY_PROBLEM[t.kind] ?? 'missing-issue-date');
  if (due) report(due.column, due.troubles, (t) => DAY_PROBLEM[t.kind] ?? 'unreadable-due-date');
  if (paidDays) report(paidDays.column, paidDays.troubles, (t) => DAY_PROBLEM[t.kind] ?? 'unreadable-payment');
  for (const column of [promises, holds, deadlines]) if (column) report(column.column, column.troubles, (t) => DAY_PROBLEM[t.kind] ?? 'impossible-date');

  // ── who, which number, what it says of itself ──
  const customers: Customer[] = [];
  const byKey = new Map<string, number>();
  const byText = new Map<string, number>();
  const customerOf = (name: string, id: string): number => {
    const text = `${id}\u0000${name}`;
    let index = byText.get(text);
    if (index === undefined) {
      const key = id !== '' ? `#${nameKey(id)}` : nameKey(name);
      index = byKey.get(key);
      if (index === undefined) {
        index = customers.push({ key: id !== '' ? nameKey(id) : key, name: name === '' ? id : name.replace(/\s+/g, ' ').trim(), id: id === '' ? null : id.trim() }) - 1;
        byKey.set(key, index);
      }
      byText.set(text, index);
    }
    return index;
  };
  const statusAt = at('status');
  const kindAt = at('kind');
  const disputeAt = at('dispute');
  const actionAt = at('lastAction');
  const saysPaid = new Uint8Array(count);
  const facts = new Map<Cell, StatusFact | null>();
  const kindWords = new Map<string, 'invoice' | 'credit-note' | null>();
  const actions = new Map<string, number>();
  const lastActions: string[] = [''];
  const rowFacts: (StatusFact | null)[] = statusAt === null ? [] : new Array(count).fill(null);
  const paidYesNo = candidate.yesNoColumns.has('paidAmount') ? at('paidAmount') : candidate.yesNoColumns.has('paidOn') ? at('paidOn') : null;

  for (let k = 0; k < count; k++) {
    const i = source[k] as number;
    const numberCell = cellOf(i, numberAt);
    numbers[k] = textOf(numberCell);
    if (numbers[k] === '') {
      flags[k] = (flags[k] as number) | FLAG.noNumber;
      problems.add(k, numberAt, 'missing-number', '');
    } else if (isErrorObject(numberCell)) problems.add(k, numberAt, 'cell-error', displayText(numberCell), { severity: 'hold' });

    const name = textOf(cellOf(i, customerAt));
    const id = textOf(cellOf(i, idAt));
    customer[k] = -1;
    if (name === '' && id === '') problems.add(k, customerAt ?? idAt, 'missing-customer', '');
    else if (isErrorObject(cellOf(i, customerAt))) problems.add(k, customerAt, 'cell-error', name, { severity: 'hold' });
    else customer[k] = customerOf(name, id);

    const rowsCurrency = rowCurrency[i] as number;
    if (rowsCurrency >= UNREAD_CURRENCY) currency[k] = currencyIndex(currencies, named);
    else currency[k] = rowsCurrency;

    if (amounts.blank[i] === 1) problems.add(k, amountAt, 'unreadable-amount', '');
    if (kindAt !== null) {
      const word = textOf(cellOf(i, kindAt));
      let kind = kindWords.get(word);
      if (kind === undefined) kindWords.set(word, (kind = word === '' ? null : kindWord(word)));
      if (kind === 'credit-note') asCredit(k);
    }
    if (statusAt !== null) {
      const cell = cellOf(i, statusAt);
      let fact = facts.get(cell);
      if (fact === undefined) facts.set(cell, (fact = typeof cell === 'string' ? statusFact(cell) : null));
      rowFacts[k] = fact;
      if (fact === 'credit') asCredit(k);
      else if (fact === 'paid') saysPaid[k] = 1;
      else if (fact === 'legal') flags[k] = (flags[k] as number) | FLAG.legal;
      else if (fact === 'disputed') flags[k] = (flags[k] as number) | FLAG.disputed;
      else if (fact === 'formal-notice') flags[k] = (flags[k] as number) | FLAG.formalNotice;
    }
    if (paidYesNo !== null && yesNo(cellOf(i, paidYesNo)) === true) saysPaid[k] = 1;
    if ((amount[k] as number) < 0) flags[k] = (flags[k] as number) | FLAG.credit;
    if (disputeAt !== null) {
      const cell = cellOf(i, disputeAt);
      if (cell !== null && cell !== '' && saysDisputed(cell)) flags[k] = (flags[k] as number) | FLAG.disputed;
    }
    if (actionAt !== null) {
      const cell = cellOf(i, actionAt);
      if (cell !== null && cell !== '') {
        const text = typeof cell === 'string' ? cell : dayText(cell, i, actionAt);
        let index = actions.get(text);
        if (index === undefined) actions.set(text, (index = text.trim() === '' ? 0 : lastActions.push(text) - 1));
        lastAction[k] = index;
      }
    }
  }

  function asCredit(k: number): void {
    flags[k] = (flags[k] as number) | FLAG.credit;
    if ((amount[k] as number) > 0) amount[k] = -(amount[k] as number);
  }
  function dayText(cell: Cell, i: number, column: number): string {
    const read = readDay(cell, dayContext, sheet.formats?.[range.from + i]?.[column] ?? null);
    return read !== null && 'day' in read ? displayText({ date: isoOf(read.day) }) : displayText(cell);
  }

  // ── due dates from terms ──
  const notices: Notice[] = [];
  const termsAt = at('terms');
  const troubledDue = new Set((due?.troubles ?? []).filter((t) => t.kind !== 'against-order').map((t) => indexOf[t.index] as number));
  const ambiguousTerms = new Set<string>();
  for (let k = 0; k < count; k++) {
    const flag = flags[k] as number;
    const terms = termsAt === null ? null : cellOf(source[k] as number, termsAt);
    const hasTerms = terms !== null && !isBlankCell(terms) && (typeof terms === 'string' || typeof terms === 'number');
    if (dueOn[k] !== NO_DAY) {
      if (issuedOn[k] !== NO_DAY && (dueOn[k] as number) < (issuedOn[k] as number)) problems.add(k, due?.column ?? null, 'due-before-issue', found(due?.column, k), { detail: dayPair(k) });
      continue;
    }
    if (troubledDue.has(k) || flag & FLAG.credit) continue;
    const read = hasTerms ? readTerms(terms, issuedOn[k] as CalendarDay, settings.endOfMonthTerms, context.frenchTerms) : null;
    if (read?.dueOn != null) {
      dueOn[k] = read.dueOn;
      flags[k] = (flags[k] as number) | FLAG.dueFromTerms;
      if (read.overLimit) problems.add(k, termsAt, 'terms-over-limit', displayText(terms));
    } else problems.add(k, due?.column ?? termsAt, 'missing-due-date', hasTerms ? displayText(terms) : '');
    if (read?.ambiguous) ambiguousTerms.add(displayText(terms));
  }
  for (const text of ambiguousTerms) notices.push({ kind: 'ambiguous-terms', detail: text });

  // ── numbers, credits, payments ──
  const { same, alike } = findNumberPairs(numbers);
  const twice = new Set<number>();
  for (const [first, second] of same) {
    if (!twice.has(first)) problems.add(first, numberAt, 'duplicate-number', numbers[first] as string, { detail: String(rows[second]) });
    problems.add(second, numberAt, 'duplicate-number', numbers[second] as string, { detail: String(rows[first]) });
    twice.add(first).add(second);
  }
  for (const [first, second] of alike) {
    problems.add(first, numberAt, 'look-alike-number', numbers[first] as string, { detail: numbers[second] as string });
    problems.add(second, numberAt, 'look-alike-number', numbers[second] as string, { detail: numbers[first] as string });
  }
  const payLines = paymentsByInvoice(tabs, numbers, customers, customer, currencies, currency);
  const tolerances = currencies.map((one) => toMinor(settings.tolerance, one));
  const creditOfAt = at('creditOf');
  const credited = linkCredits({
    size: count,
    isCredit: (k) => ((flags[k] as number) & (FLAG.credit | FLAG.error)) === FLAG.credit,
    target: (k) => (creditOfAt === null ? '' : textOf(cellOf(source[k] as number, creditOfAt))),
    numbers,
    amount,
    issuedOn,
    currency,
    paidBefore: (k) => {
      const tab = payLines.lines.get(k);
      if (tab) return tab.reduce((sum, payment) => sum + payment.minor, 0);
      const own = paidAmounts?.minor[source[k] as number];
      return own !== undefined && own === own ? own : 0;
    },
  });
  for (const [k, link] of credited.links) {
    if (link.kind === 'unlinked') problems.add(k, creditOfAt ?? amountAt, 'unlinked-credit', displayText(cellOf(source[k] as number, creditOfAt)), link.target === '' ? {} : { detail: link.target });
    else rareOf(k).creditOf = link.invoice;
  }
  for (const [k, applied] of credited.applied) rareOf(k).credits = applied;

  let lastPaymentOn: CalendarDay = NO_DAY;
  const gone = (fact: StatusFact | null | undefined) => fact === 'draft' || fact === 'cancelled' || fact === 'written-off';
  for (let k = 0; k < count; k++) {
    const i = source[k] as number;
    const flag = flags[k] as number;
    paidOn[k] = NO_DAY;
    const fact = statusAt === null ? null : rowFacts[k];
    const paidAmount = paidAmounts ? (paidAmounts.minor[i] as number) : Number.NaN;
    const balance = balances ? (balances.minor[i] as number) : Number.NaN;
    const day = (paidDays ? paidDays.days[i] : NO_DAY) as CalendarDay;
    const tab = payLines.lines.get(k) ?? null;
    if (paidAmount === paidAmount || balance === balance || day !== NO_DAY || tab !== null || saysPaid[k] === 1) {
      if (amount[k] === amount[k]) {
        const credit = flag & FLAG.rare ? sumOf(rare.get(k)?.credits) : 0;
        const sign = flag & FLAG.credit ? -1 : 1;
        const tolerance = tolerances[currency[k] as number] as number;
        // A credit note's cells are often typed without its sign.
        const read = readPaid({
          amount: amount[k] as number, tab, paidAmount: sign < 0 ? -Math.abs(paidAmount) : paidAmount, balance: sign < 0 ? -Math.abs(balance) : balance,
          paidOn: day, saysPaid: saysPaid[k] === 1, credited: credit, tolerance,
        });
        paid[k] = read.paid;
        paidOn[k] = read.paidOn;
        if (read.payments) rareOf(k).payments = read.payments;
        if (read.undated && read.paid !== 0) {
          flags[k] = (flags[k] as number) | FLAG.undatedPayment;
          if (sign > 0) problems.add(k, paidDays?.column ?? statusAt, 'paid-without-date', displayText(cellOf(i, paidDays?.column ?? statusAt)));
        }
        const last = read.payments ? Math.max(...read.payments.map((payment) => payment.paidOn)) : read.paidOn;
        if (last > lastPaymentOn) lastPaymentOn = last as CalendarDay;
        if (read.contradiction !== null && sign > 0) {
          const column = read.contradiction === 'status-contradiction' ? statusAt : (paidAmounts?.column ?? balances?.column ?? paidDays?.column ?? null);
          problems.add(k, column, read.contradiction, read.contradiction === 'status-contradiction' ? displayText(cellOf(i, statusAt)) : paidWords(i));
        }
        const over = read.paid + credit - (amount[k] as number);
        if (sign > 0 && read.contradiction === null && over > tolerance) problems.add(k, paidAmounts?.column ?? null, 'overpaid', paidWords(i), { detail: String(toDecimal(over, currencies[currency[k] as number] ?? null)) });
        if (gone(fact) && (fact === 'written-off' ? (amount[k] as number) - read.paid <= tolerance : read.paid !== 0)) {
          problems.add(k, statusAt, 'status-contradiction', displayText(cellOf(i, statusAt)));
        }
        if (last !== NO_DAY && issuedOn[k] !== NO_DAY && last < (issuedOn[k] as number) && sign > 0) {
          problems.add(k, paidDays?.column ?? null, 'paid-before-issue', displayText(cellOf(i, paidDays?.column ?? null)), { detail: `${isoOf(last as CalendarDay)} < ${isoOf(issuedOn[k] as CalendarDay)}` });
        }
        if ((flags[k] as number) & FLAG.disputed && read.paid !== 0 && (amount[k] as number) - read.paid > tolerance) problems.add(k, disputeAt ?? statusAt, 'disputed-part-paid', '');
      } else if (day !== NO_DAY) paidOn[k] = day;
    }
    if (gone(fact) && ((flags[k] as number) & FLAG.held) === 0) {
      flags[k] = (flags[k] as number) | (fact === 'draft' ? FLAG.draft : fact === 'cancelled' ? FLAG.cancelled : FLAG.writtenOff);
    }
    if (fact === 'refused') problems.add(k, statusAt, 'status-contradiction', displayText(cellOf(i, statusAt)), { detail: 'refused' });
    if (issued && issuedOn[k] === NO_DAY && issued.troubles.length === 0) problems.add(k, issued.column, 'missing-issue-date', '');
    else if (issued && issuedOn[k] === NO_DAY && isBlankCell(cellOf(i, issued.column))) problems.add(k, issued.column, 'missing-issue-date', '');
    const contestedMinor = contested ? (contested.minor[i] as number) : Number.NaN;
    if (contestedMinor > 0) {
      rareOf(k).disputedMinor = contestedMinor;
      flags[k] = (flags[k] as number) | FLAG.disputed;
    }
    if (deadlines && deadlines.days[i] !== NO_DAY) rareOf(k).disputeDeadline = deadlines.days[i] as CalendarDay;
    if (holds && holds.days[i] !== NO_DAY) rareOf(k).holdUntil = holds.days[i] as CalendarDay;
    if (promises && promises.days[i] !== NO_DAY) {
      const minor = promised ? (promised.minor[i] as number) : Number.NaN;
      rareOf(k).promise = { promisedOn: promises.days[i] as CalendarDay, minor: minor === minor ? minor : null };
    }
  }
  for (const line of tabs.doubtfulPayments) {
    const k = payLines.find(line.invoice);
    if (k !== undefined) problems.add(k, null, 'unreadable-payment', line.invoice);
  }
  for (const stray of strays) problems.addRow(stray.row, stray.column, 'unreadable-row', stray.found);

  function found(column: number | undefined, k: number): string {
    return displayText(cellOf(source[k] as number, column ?? null));
  }
  function dayPair(k: number): string {
    return `${isoOf(dueOn[k] as CalendarDay)} < ${isoOf(issuedOn[k] as CalendarDay)}`;
  }
  function paidWords(i: number): string {
    return [paidAmounts, balances, paidDays].map((column) => (column ? displayText(cellOf(i, column.column)) : '')).filter(Boolean).join(' · ');
  }

  // ── what concerns the whole file ──
  const used = new Set<number>();
  for (let k = 0; k < count; k++) used.add(currency[k] as number);
  if ([...used].some((index) => currencies[index] === null)) notices.push({ kind: 'no-currency' });
  if (skipped.length > 0) notices.push({ kind: 'sums-and-blanks-skipped', detail: skipped.slice(0, 10).join(', ') });
  if (at('email') === null && !tabs.customers.some((record) => record.email !== '')) notices.push({ kind: 'no-email-column' });

  const inputs = inputColumns(place.columns);
  const text = (role: Role, k: number): string => textOf(cellOf(source[k] as number, at(role)));
  const ledger: Ledger = {
    place, size: count, row: rows, number: numbers, customer, customers, currency, currencies, amount, paid, issuedOn, dueOn, paidOn, flags, rare, lastAction, lastActions,
    text,
    fingerprint: (k) => fingerprintOf(sheet.cells[(rows[k] as number) - 1], inputs),
    problems: [...problems.sorted(), ...payLines.orphans],
    notices,
    language: context.language,
    lastPaymentOn,
  };
  const order = due?.order ?? issued?.order ?? settings.dateOrder;
  return { ledger, dayContext, dueTextFormat: due?.textual ? (due.textFormat ?? 'yyyy-mm-dd') : null, monthFirst: order === null ? null : order === 'mdy' };
}

const AMOUNT_PROBLEM: Partial<Record<CellTrouble['kind'], ProblemKind>> = { ambiguous: 'ambiguous-amount', 'cell-error': 'cell-error', 'unknown-currency': 'unknown-currency' };
const DAY_PROBLEM: Partial<Record<CellTrouble['kind'], ProblemKind>> = {
  impossible: 'impossible-date', ambiguous: 'ambiguous-date', 'against-order': 'date-against-column-order', 'cell-error': 'cell-error',
};

const sumOf = (payments: readonly Payment[] | undefined): number => (payments ?? []).reduce((sum, payment) => sum + payment.minor, 0);

/** The text a person reads in a cell, trimmed; '' for a blank. */
function textOf(cell: Cell): string {
  if (typeof cell === 'string') return isTidy(cell) ? cell : cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
  return cell === null ? '' : displayText(cell).trim();
}

function isTidy(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && last > 32 && first < 0x2000 && last < 0x2000 && first !== 0xa0 && last !== 0xa0;
}

function isErrorObject(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

const NO_DISPUTE = /^(0|-+|non|no|n|none|aucun|aucune|nein|faux|false|nee|ninguna|nessuna|ras|clos|close|closed|resolu|resolue|regle|reglee|resolved|leve|levee)$/;

/** Whether a dispute cell says there is one: yes, or words about it. */
function saysDisputed(cell: Cell): boolean {
  const answer = yesNo(cell);
  if (answer !== null) return answer;
  return typeof cell === 'string' && !isBlankCell(cell) && !NO_DISPUTE.test(folded(cell));
}

/** Payments of the Payments tab by invoice row, and the lines that name no invoice. */
function paymentsByInvoice(tabs: Tabs, numbers: readonly string[], customers: readonly Customer[], customer: Int32Array, currencies: readonly Currency[], currency: Uint8Array) {
  const lines = new Map<number, Payment[]>();
  const orphans: Problem[] = [];
  let byNumber: Map<string, number[]> | null = null;
  const index = () => {
    if (byNumber === null) {
      byNumber = new Map();
      numbers.forEach((number, k) => {
        const key = numberKey(number);
        const list = byNumber?.get(key);
        if (list) list.push(k);
        else byNumber?.set(key, [k]);
      });
    }
    return byNumber;
  };
  const find = (invoice: string, name = ''): number | undefined => {
    const found = index().get(numberKey(invoice)) ?? [];
    return found.find((k) => name !== '' && nameKey(customers[customer[k] as number]?.name ?? '') === nameKey(name)) ?? found[0];
  };
  for (const line of tabs.payments) {
    const k = find(line.invoice, line.customer);
    const own = k === undefined ? null : (currencies[currency[k] as number] ?? null);
    if (k === undefined || (line.currency !== null && line.currency !== own)) {
      orphans.push({ sheet: line.sheet, row: line.row, column: null, kind: 'payment-without-invoice', severity: 'notice', found: line.invoice });
      continue;
    }
    const payment: Payment = { paidOn: line.paidOn, minor: toMinor(line.amount, own) };
    const list = lines.get(k);
    if (list) list.push(payment);
    else lines.set(k, [payment]);
  }
  return { lines, orphans, find };
}
