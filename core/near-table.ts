/**
 * A sheet that could be the invoices but for a column nobody but the user can point at: its columns are told as any understood sheet's, so that it
 * can be bound by choosing instead of renaming headers.
 */
import { quotedAt } from './ledger/cell-text.ts';
import type { NearTable } from './ledger/columns.ts';
import { columnLetter } from './ledger/problems.ts';
import { examplesIn, type UnderstoodColumn } from './understood.ts';
import type { Snapshot } from './workbook.ts';

/** What was seen of it: where it stands, and each column with its meaning so far. */
export interface NearUnderstood {
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: readonly UnderstoodColumn[];
}

/** The near table of a snapshot, told; null when there is none. */
export function nearUnderstood(snapshot: Snapshot, near: NearTable | null | undefined): NearUnderstood | null {
  const sheet = near && snapshot.sheets[near.sheetIndex];
  if (!near || !sheet) return null;
  const roleAt = new Map([...near.columns].map(([role, column]) => [column, role]));
  const ignored = new Set(snapshot.binding?.ignored ?? []);
  const columns = near.headers.flatMap((text, column): UnderstoodColumn[] => {
    const letters = columnLetter(column);
    const header = text.trim();
    if (header === '') return [];
    const said = (row: number) => quotedAt(sheet, row, column).replace(/\s+/g, ' ').trim();
    const examples = examplesIn(sheet, column, near.headerRow, near.lastRow, said);
    return [{ column: letters, header, role: roleAt.get(column) ?? null, ignored: ignored.has(letters), examples }];
  });
  return { sheet: sheet.name, headerRow: near.headerRow, columns };
}
