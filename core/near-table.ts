/**
 * A sheet that could be the invoices but for a column nobody but the user can point at: its columns are told as any understood sheet's, so that it
 * can be bound by choosing instead of renaming headers.
 */
import { isBlankCell, quotedAt } from './ledger/cell-text.ts';
import type { NearTable } from './ledger/columns.ts';
import { columnLetter } from './ledger/problems.ts';
import type { UnderstoodColumn } from './understood.ts';
import type { Sheet, Snapshot } from './workbook.ts';

/** What was seen of it: where it stands, and each column with its meaning so far. */
export interface NearUnderstood {
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: readonly UnderstoodColumn[];
}

const EXAMPLES = 3;
const EXAMPLE_REACH = 200;

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
    const examples = examplesOf(sheet, near, column);
    return [{ column: letters, header, role: roleAt.get(column) ?? null, ignored: ignored.has(letters), examples }];
  });
  return { sheet: sheet.name, headerRow: near.headerRow, columns };
}

function examplesOf(sheet: Sheet, { headerRow, lastRow }: NearTable, column: number): string[] {
  const examples = new Set<string>();
  for (let row = headerRow; row < Math.min(lastRow, headerRow + EXAMPLE_REACH) && examples.size < EXAMPLES; row++)
    if (!isBlankCell(sheet.cells[row]?.[column])) examples.add(quotedAt(sheet, row, column).replace(/\s+/g, ' ').trim());
  return [...examples];
}
