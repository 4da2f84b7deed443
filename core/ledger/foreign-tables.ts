/**
 * Tables that look like invoices and are something else. A bank statement has dates, amounts and references too; a supplier's bill even falls due.
 * Better to refuse it by name than to send reminders from it.
 */
import type { Role } from '../types.ts';
import { folded } from '../words.ts';
import type { ColumnRoles, ReadColumn } from './column-roles.ts';
import type { Evidence } from './evidence.ts';
import { type ForeignKind, type HeaderReading, readHeader } from './header-match.ts';
import { sheetKind } from './header-words.ts';
import { isSupplierKind } from './status-words.ts';
import { sidesOf } from './table-form.ts';
import { missingIn } from './table-worth.ts';

/** What such a table is, named so that a person knows what to export instead. */
export type Foreign =
  | 'bank-statement'
  | 'journal'
  | 'balances'
  | 'payroll'
  | 'products'
  | 'supplier-bills'
  | 'quotes'
  | 'payments'
  | 'not-invoices';

/** By the words of whose trade its headers are. */
const KIND: Readonly<Record<ForeignKind, Foreign>> = {
  payroll: 'payroll',
  bank: 'bank-statement',
  journal: 'journal',
  products: 'products',
  quotes: 'quotes',
  'supplier-bills': 'supplier-bills',
};

/** What another table's words and cells say it is; null for what may be invoices. */
export function foreignKind(
  headers: readonly ReadColumn[],
  roles: ColumnRoles,
  evidenceOf: (column: number) => Evidence,
  sheetName: string,
): Foreign | null {
  const read = headers.map((header) => readHeader(header.headers[0] as string));
  const foreign = (kind: ForeignKind) => read.filter((reading) => reading.foreign.includes(kind)).length;
  const { columns, plain } = roles;
  const kindAt = columns.get('kind');
  if (kindAt !== undefined && mostly(evidenceOf(kindAt).texts, isSupplierKind)) return 'supplier-bills';
  if (foreign('supplier-bills') > 0 && !plain.has('customer')) return 'supplier-bills';
  if (isListOfBalances(headers, roles)) return 'balances';
  if (isJournal(headers, roles, evidenceOf, foreign('journal')))
    return foreign('bank') > 0 && foreign('journal') === 0 ? 'bank-statement' : 'journal';
  if (columns.has('dueOn')) return null;
  const named = sheetKind(folded(sheetName).split(' '));
  if (read.some((reading) => reading.namesInvoice) || named === 'invoices') return null;
  if (named !== null) return named;
  if (foreign('quotes') > 0 && !plain.has('number')) return 'quotes';
  for (const words of ['payroll', 'bank', 'products'] as const) if (foreign(words) >= 2) return KIND[words];
  if (foreign('bank') > 0 && !plain.has('customer')) return 'bank-statement';
  // Complete, but only in words anybody could have written: "Date, Reference, Amount, Balance".
  if (missingIn(columns) !== null || plain.has('customer') || plain.has('number')) return null;
  if (columns.has('customer') && columns.has('number')) return null;
  return isRunning(columns, evidenceOf) ? 'bank-statement' : 'not-invoices';
}

/** Whether the balance of each row is that of the row before, more or less its amount: an account's, not an invoice's. */
function isRunning(columns: ReadonlyMap<Role, number>, evidenceOf: (column: number) => Evidence): boolean {
  const [amountAt, balanceAt] = [columns.get('amount'), columns.get('balance')];
  if (amountAt === undefined || balanceAt === undefined) return false;
  const [amounts, balances] = [evidenceOf(amountAt).values, evidenceOf(balanceAt).values];
  const steps = amounts.map((_, i) => Math.abs((balances[i] as number) - (balances[i - 1] ?? Number.NaN))).slice(1);
  const isStep = (step: number, i: number) =>
    [amounts[i], amounts[i + 1]].some((amount) => Math.abs(step - Math.abs(amount as number)) < 0.005);
  return steps.length > 0 && steps.filter(isStep).length >= 0.8 * steps.length;
}

/** The other trade most of these headers speak of; null when fewer than three do. */
export function foreignWordsOf(readings: readonly HeaderReading[]): Foreign | null {
  for (const words of Object.keys(KIND) as ForeignKind[]) {
    const count = readings.filter((reading) => reading.foreign.includes(words)).length;
    if (count >= 3 && count * 2 >= readings.length) return KIND[words];
  }
  return null;
}

function mostly(texts: readonly string[], is: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(is).length >= 0.8 * texts.length;
}

/** The header of one column of an aging balance: "1 - 30", "> 90", "31-60 jours", "Older", "Non échu". */
const AGE =
  /^(?:[<>] ?)?\d{1,3}(?: ?(?:-|–|à|a|to|bis|tot|al?) ?\d{1,3})?(?: ?\+| (?:and|et) (?:over|plus))? ?(?:days?|jours?|j|d|tage|d[ií]as|giorni|gg|dagen|months?|mois|monate?)?(?: ?(?:past due|overdue|échus?|überfällig))?$/i;
const AGE_WORD =
  /^(?:current|older|not (?:yet )?due|non [ée]chus?|pas [ée]chus?|[àa] [ée]choir|plus de \d+ ?(?:j|jours)?|over \d+(?: days)?|nicht f[äa]llig|no vencido|a vencer|non scaduto|a scadere|niet vervallen)$/i;

/** Whether a header is an age of debts, not an amount of one invoice. */
export function isAge(text: string): boolean {
  return AGE.test(text.trim()) || AGE_WORD.test(text.trim());
}

/** One line per customer, its debts by age or in sum: no invoice has a number or a day there. */
function isListOfBalances(headers: readonly ReadColumn[], { columns }: ColumnRoles): boolean {
  if (columns.has('issuedOn') || columns.has('dueOn') || columns.has('number')) return false;
  if (!columns.has('customer')) return false;
  return (
    columns.has('balance') ||
    sidesOf(headers, columns) !== null ||
    headers.filter((header) => isAge(header.headers[0] as string)).length >= 2
  );
}

/** Both sides of an account, entry by entry: an invoice is settled by another line there, which only the accountant's letters tie to it. */
function isJournal(headers: readonly ReadColumn[], roles: ColumnRoles, evidenceOf: (column: number) => Evidence, words: number): boolean {
  const sides = sidesOf(headers, roles.columns);
  if (roles.columns.has('dueOn') || roles.columns.has('terms')) return false;
  if (sides === null) return words >= 3;
  const [debit, credit] = [evidenceOf(sides.debit).values, evidenceOf(sides.credit).values];
  const isCredit = (i: number) => !(Math.abs(debit[i] as number) > 0) && Math.abs(credit[i] as number) > 0;
  const credits = debit.filter((_, i) => isCredit(i)).length;
  return credits >= 2 && credits >= 0.2 * debit.length;
}
