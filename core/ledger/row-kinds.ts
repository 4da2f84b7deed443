/**
 * Not every row of an invoice table is an invoice: people add totals, repeat the header on each printed page, leave notes. A total must never be
 * chased nor summed; a note is said, not swallowed.
 */
import { folded } from '../words.ts';
import type { Cell } from '../workbook.ts';
import { isBlankCell } from './cell-text.ts';
import { textOf } from './cell-words.ts';
import type { TableCandidate } from './columns.ts';

/** `stray`: something stands there that is no invoice. */
export type RowKind = 'invoice' | 'blank' | 'header' | 'total' | 'stray';

/** 0-based sheet columns of what makes an invoice. */
export interface KeyColumns {
  readonly amountAt: number | null;
  readonly numberAt: number | null;
  readonly customerAt: number | null;
  readonly idAt: number | null;
}

const TOTAL =
  /^((?:percentage|percent|pourcentage) (?:of |du )?)?(grand )?(sous )?(sub)?(total|totaux|totals|totale|totaal|totales|totali|tot|sum|summe|zwischensumme|gesamtsumme|gesamt|somme|suma|somma|subtotaal|subtotale|solde total|montant total|total amount|cumul|report|a reporter|σ|∑)(\b|$| )/;
/** Letters a total word may begin with, and the sums of mathematicians. */
const FIRST_LETTERS = new Set([...'tsgzrampcσΣ∑ '].map((letter) => letter.charCodeAt(0) | 32));

/** Whether a text heads a line of sums. */
export function isTotalWord(text: string): boolean {
  const unit = text.charCodeAt(0) | 32;
  // Most names begin with none of these letters, and numbers soon show a digit: look no further.
  if (!FIRST_LETTERS.has(unit) && unit < 127) return false;
  for (let at = 1; at < 5; at++) if (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) return false;
  return TOTAL.test(folded(text));
}

/** The common row: number, customer, amount and a date are all there. Only a number that reads "Total" makes it anything but an invoice; TOTAL-0012 is one. */
export function kindOfFullRow(number: Cell): RowKind {
  return typeof number === 'string' && isTotalWord(number) && !/\d/.test(number) ? 'total' : 'invoice';
}

/** What a row that lacks its number, its customer or its amount is. `isSum` says whether the amount cell adds up the rows above. */
export function kindOfRow(cells: readonly Cell[], candidate: TableCandidate, keys: KeyColumns, isSum: (least: number) => boolean): RowKind {
  const columns = candidate.place.columns;
  let filled = 0;
  let sameAsHeader = 0;
  let total = false;
  for (const column of columns.values()) {
    const cell = cells[column] ?? null;
    if (isBlankCell(cell)) continue;
    filled++;
    if (typeof cell !== 'string') continue;
    if (cell === candidate.headers[column]) sameAsHeader++;
    if (isTotalWord(cell)) total = true;
  }
  const has = (column: number | null | undefined) => column !== null && column !== undefined && !isBlankCell(cells[column] ?? null);
  // "Total Ridgeway University" may stand in the very column of the dates; a formula over nothing gives day 0.
  const dated = (['issuedOn', 'dueOn'] as const).some((role) => {
    const cell = cells[columns.get(role) ?? -1] ?? null;
    return !isBlankCell(cell) && !isZero(cell) && !isTotalWord(textOf(cell));
  });
  if (filled === 0) return cells.some((cell) => typeof cell === 'string' && isTotalWord(cell)) ? 'total' : 'blank';
  if (sameAsHeader >= 2 && sameAsHeader * 2 >= filled) return 'header';
  const owed = has(keys.customerAt) || has(keys.idAt);
  const named = has(keys.numberAt) || owed;
  if (total && !dated) return 'total';
  if (total && kindOfFullRow(cells[keys.numberAt ?? -1] ?? null) === 'total') return 'total';
  // "3 factures", 306: neither whole nor dated, it adds up the rows above. It may be an invoice somebody began: said, but not summed.
  if (named && !(owed && has(keys.numberAt)) && !dated && has(keys.amountAt) && isSum(2)) return 'stray';
  // A label of sums may stand left of the table or in a column nobody mapped.
  if (!named && !dated && cells.some((cell) => typeof cell === 'string' && isTotalWord(cell))) return 'total';
  if (!named && !dated && saysNothing(candidate, cells)) return 'blank';
  if (!named && !dated) return has(keys.amountAt) && isSum(1) ? 'total' : 'stray';
  if (!has(keys.amountAt) && !dated && filled === 1) return 'stray';
  return 'invoice';
}

/** Formulas copied down leave zeros, and words and days in our own columns, beside empty rows. */
function saysNothing(candidate: TableCandidate, cells: readonly Cell[]): boolean {
  const outputs = ['daysLate', 'status', 'nextAction', 'nextActionOn', 'reason'] as const;
  return [...candidate.place.columns].every(([role, column]) => {
    const cell = cells[column] ?? null;
    return isBlankCell(cell) || isZero(cell) || (outputs as readonly string[]).includes(role);
  });
}

function isZero(cell: Cell): boolean {
  if (typeof cell === 'string') return /^\s*0(?:[.,]0+)?\s*[€$£]?\s*$/.test(cell);
  return cell === 0 || (typeof cell === 'object' && cell !== null && 'number' in cell && cell.number === 0);
}
