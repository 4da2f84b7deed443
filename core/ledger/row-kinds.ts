/**
 * Not every row of an invoice table is an invoice: people add totals, repeat the header on each printed page, leave notes. A total must never be
 * chased nor summed; a note is said, not swallowed.
 */
import { folded } from '../words.ts';
import type { Cell } from '../workbook.ts';
import { isBlankCell } from './cell-text.ts';
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

const TOTAL = /^(grand )?(sous )?(sub)?(total|totaux|totals|totale|totaal|totales|totali|summe|zwischensumme|gesamtsumme|gesamt|somme|suma|subtotaal|subtotale|solde total|report|a reporter)\b/;

/** Whether a text heads a line of sums. */
export function isTotalWord(text: string): boolean {
  const unit = text.charCodeAt(0) | 32;
  // Most numbers and names begin with none of these letters: look no further.
  if (!(unit === 116 || unit === 115 || unit === 103 || unit === 122 || unit === 114 || unit === 97 || unit === 32 || unit > 126)) return false;
  return TOTAL.test(folded(text));
}

/** The common row: number, customer and amount are all there. Only a number that reads "Total" makes it anything but an invoice. */
export function kindOfFullRow(number: Cell): RowKind {
  return typeof number === 'string' && isTotalWord(number) ? 'total' : 'invoice';
}

/** What a row that lacks its number, its customer or its amount is. `isSum` says whether the amount cell adds up the rows above. */
export function kindOfRow(cells: readonly Cell[], candidate: TableCandidate, keys: KeyColumns, isSum: () => boolean): RowKind {
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
  const dated = has(columns.get('issuedOn')) || has(columns.get('dueOn'));
  if (filled === 0) return cells.some((cell) => typeof cell === 'string' && isTotalWord(cell)) ? 'total' : 'blank';
  if (sameAsHeader >= 2 && sameAsHeader * 2 >= filled) return 'header';
  const owed = has(keys.customerAt) || has(keys.idAt);
  const named = has(keys.numberAt) || owed;
  if (total && !dated) return 'total';
  // A label of sums may stand left of the table or in a column nobody mapped.
  if (!named && !dated && cells.some((cell) => typeof cell === 'string' && isTotalWord(cell))) return 'total';
  if (!named && !dated && has(keys.amountAt)) return isSum() ? 'total' : 'stray';
  if (!has(keys.amountAt) && !dated && (!has(keys.numberAt) || !owed) && filled === 1) return has(keys.numberAt) || owed ? 'stray' : onlyOutputs(candidate, cells) ? 'blank' : 'stray';
  return 'invoice';
}

/** Formulas copied down leave zeros and dashes in our own columns beside empty rows. */
function onlyOutputs(candidate: TableCandidate, cells: readonly Cell[]): boolean {
  const outputs = ['daysLate', 'status', 'nextAction', 'nextActionOn', 'reason'] as const;
  return [...candidate.place.columns].every(([role, column]) => isBlankCell(cells[column] ?? null) || (outputs as readonly string[]).includes(role));
}
