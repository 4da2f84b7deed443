/**
 * How a row of the user's sheet is found again after a sort, an insert or an edit: by its invoice number and a fingerprint of its input cells. The
 * columns Relance writes are left out, so that writing never changes a key.
 */
import { hash64 } from './hash.ts';
import { displayText } from './ledger/cell-text.ts';
import { OWNED_ROLES, type OwnedRole, type Role } from './types.ts';
import type { Cell } from './workbook.ts';

/** The 0-based input columns of a mapping, ascending. */
export function inputColumns(columns: ReadonlyMap<Role, number>): number[] {
  const inputs: number[] = [];
  for (const [role, column] of columns) if (!OWNED_ROLES.includes(role as OwnedRole)) inputs.push(column);
  return inputs.sort((a, b) => a - b);
}

function cellKey(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : cell instanceof Date ? String(cell.getTime()) : displayText(cell);
}

/** The fingerprint of a row; '' cells and missing ones are the same. */
export function fingerprintOf(row: readonly Cell[] | undefined, inputs: readonly number[]): string {
  let text = '';
  for (const column of inputs) text += `${cellKey(row?.[column])}\u0001`;
  return hash64(text);
}
