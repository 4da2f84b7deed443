/** Cells to be put right, as hosts read and write them: column by column, top to bottom. */
import type { CellFix } from '../workbook.ts';

/** The fixes of one column of a sheet: rows 1-based and ascending, the column 0-based. */
export interface ColumnFixes {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly fixes: readonly CellFix[];
}

export function fixesByColumn(fixes: readonly CellFix[]): ColumnFixes[] {
  const columns = new Map<string, CellFix[]>();
  for (const fix of fixes) {
    const key = `${fix.column} ${fix.sheet}`;
    const known = columns.get(key);
    if (known) known.push(fix);
    else columns.set(key, [fix]);
  }
  return [...columns.values()].map((those) => {
    const sorted = those.sort((a, b) => a.row - b.row);
    const [first, last] = [sorted[0] as CellFix, sorted.at(-1) as CellFix];
    return { sheet: first.sheet, column: first.column, firstRow: first.row, lastRow: last.row, fixes: sorted };
  });
}
