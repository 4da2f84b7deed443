/**
 * Formulas of the user's whose figure stays that of another day. A host that keeps answers by their arguments (Google) works out again only what is told
 * something new, and `=DSO()` is told nothing. Such calls are found, and written anew with the invoices and the dashboard's day, as our own formulas are.
 */
import { AS_OF, INVOICES } from '../functions/books.ts';
import { CATALOGUE } from '../functions/catalogue.ts';
import { columnOfLetters } from '../ledger/bound-columns.ts';
import type { CellPlace, FormulaPlace } from '../workbook.ts';
import { inSheet } from './formula-text.ts';

/** The formulas that begin with the invoices, by each of their names: whether the day comes next. */
const ABOUT_INVOICES: ReadonlyMap<string, boolean> = new Map(
  CATALOGUE.filter(({ parameters: [first] }) => first === INVOICES).flatMap(({ names, parameters: [, second] }) =>
    Object.values(names).map((name) => [name, second === AS_OF] as const),
  ),
);

/** Finds in the text of formulas, in any case, the calls that name no invoices, and more: in the little that all hosts know of regular expressions. */
export const UNFOLLOWING_CALLS = `\\b(${[...ABOUT_INVOICES.keys()].join('|')})\\s*\\(\\s*[;,)]`;

/** What may look like a call and is none (texts, names of sheets), or a call whose first argument is blank: its separator, and what ends a blank second. */
const PARTS = /"[^"]*"|'[^']*'|([\p{L}\p{N}_.]+)(\s*\()\s*(?:(?=\))|([;,])(\s*)(?=([;,)]?)))/gu;

/** Whether a formula calls one of ours without its invoices. */
export function isUnfollowing(formula: string): boolean {
  return (
    formula.startsWith('=') && [...formula.matchAll(PARTS)].some(([, name]) => name !== undefined && ABOUT_INVOICES.has(name.toUpperCase()))
  );
}

/**
 * The formula of a cell with every call of ours in it told the invoices and, where there is a dashboard and no other day is given, its day. Everything else
 * stays to the letter. Null where every call is told its invoices, and in the invoice table itself, where a formula would count its own cell.
 */
export function followingFormula(formula: string, cell: CellPlace, { invoices, stamp }: FormulaPlace): string | null {
  const columns = columnsFor(cell, invoices);
  if (columns === null || !isUnfollowing(formula)) return null;
  const range = inSheet(invoices.sheet, columns);
  const usual = separatorOf(formula);
  return formula.replace(PARTS, (part, name?: string, open?: string, separator?: string, space?: string, next?: string): string => {
    const isDayNext = name === undefined ? undefined : ABOUT_INVOICES.get(name.toUpperCase());
    if (isDayNext === undefined) return part;
    const isDayGiven = separator !== undefined && next === '';
    const day = stamp === null || !isDayNext || isDayGiven ? '' : stamp;
    const rest = separator === undefined ? (day === '' ? '' : `${usual}${day}`) : `${separator}${isDayGiven ? space : day}`;
    return `${name}${open}${range}${rest}`;
  });
}

/** All columns of the table; from the headers down for a cell above them; null for a cell of the table. */
function columnsFor({ sheet, row, column }: CellPlace, { sheet: own, columns, headerRow }: FormulaPlace['invoices']): string | null {
  const [first = '', last = ''] = columns.split(':');
  if (sheet !== own || columnOfLetters(column) > columnOfLetters(last)) return columns;
  return row < headerRow ? `${first}${headerRow}:${last}` : null;
}

/** What parts arguments in this formula; where it has none, the one that is taken in every locale. A comma between digits may be a decimal one. */
function separatorOf(formula: string): ';' | ',' {
  const code = formula.replaceAll(/"[^"]*"|'[^']*'/g, '');
  return !code.includes(';') && /(?:^|\D),|,\D/.test(code) ? ',' : ';';
}
