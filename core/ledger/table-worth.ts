/** Whether a table has what makes invoices, and how surely it is the table meant. */
import type { Role } from '../types.ts';
import { folded } from '../words.ts';
import type { Sheet, Snapshot } from '../workbook.ts';
import type { ColumnRoles, ReadColumn } from './column-roles.ts';
import { readHeader } from './header-match.ts';
import { HEADER_LANGUAGES, type HeaderLanguage, sheetKind } from './header-words.ts';

export type Lacking = 'no-amount' | 'no-date' | 'not-invoices';
/** How much a role says that a table holds invoices. */
const WEIGHT: Readonly<Partial<Record<Role, number>>> = {
  number: 3,
  customer: 3,
  amount: 4,
  dueOn: 4,
  issuedOn: 3,
  balance: 2,
  paidOn: 2,
  amountNet: 1,
  paidAmount: 1.5,
  status: 1,
  daysLate: 1,
  email: 1,
  customerId: 0.5,
  currency: 0.5,
  terms: 0.5,
  lastAction: 1,
  nextAction: 1,
};

/** What a table lacks to be read as invoices: an amount, a day, somebody or something to name (or both days, which only invoices have); null when it has all. */
export function missingIn(columns: ReadonlyMap<Role, number>): Lacking | null {
  const any = (...roles: Role[]) => roles.some((role) => columns.has(role));
  if (!any('amount', 'amountNet', 'balance')) return 'no-amount';
  if (!any('issuedOn', 'dueOn')) return 'no-date';
  return any('number', 'customer') || (columns.has('issuedOn') && columns.has('dueOn')) ? null : 'not-invoices';
}

/** How likely a table is the one meant: its roles by weight, its rows, the words of its sheet. */
export function scoreOf(roles: ColumnRoles, headers: readonly ReadColumn[], rows: number, sheetName: string): number {
  let score = 0;
  for (const [role, at] of roles.scores) score += ((WEIGHT[role] ?? 0.25) * Math.max(0, at)) / 100;
  if (headers.some((header) => readHeader(header.headers[0] as string).namesInvoice)) score += 2;
  const named = sheetKind(folded(sheetName).split(' '));
  if (named !== null) score += named === 'invoices' ? 2 : -6;
  return score + 2 * Math.log10(1 + rows);
}

/** Languages the sheet's name and the workbook's locale speak for. */
export function hintsOf(snapshot: Snapshot, sheet: Sheet): HeaderLanguage[] {
  const name = folded(sheet.name);
  const byName = (['fr', 'en', 'de', 'es', 'it', 'nl'] as const).find((_, i) =>
    [/factures?\b|creances|feuil/, /invoice/, /rechnung|tabelle/, /facturas?\b|hoja/, /fattur|foglio/, /factuur|facturen|blad/][i]?.test(
      name,
    ),
  );
  const byLocale = HEADER_LANGUAGES.find((language) => snapshot.locale?.toLowerCase().startsWith(language));
  return [byName, byLocale].filter((hint) => hint !== undefined);
}
