/** The columns Relance put at the right of a table: known again by their own words, and never taken for the user's. */
import { LANGUAGES } from './languages/index.ts';
import type { OwnedRole } from './types.ts';
import type { Cell } from './workbook.ts';

/** 0-based column added for `role` in this header row, beside `theirs` when the sheet has one of its own; null when none was added yet. */
export function addedColumn(headerRow: readonly Cell[], role: OwnedRole, theirs: number | undefined): number | null {
  const ours = Object.values(LANGUAGES).map((words) => words.headers[role]);
  const added = headerRow.findIndex((cell, column) => column !== theirs && typeof cell === 'string' && ours.includes(cell.trim()));
  return added >= 0 ? added : null;
}
