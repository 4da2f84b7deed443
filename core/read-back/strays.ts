/** What this command has written: found on another row, or in another column, it has strayed. */
import type { Cell, ChangeSet, Sheet } from '../workbook.ts';

/** What this command has written, at all and by row: what of it stands on another row has strayed. */
export interface Strays {
  readonly strays: ReadonlySet<string>;
  readonly strayAt: ReadonlyMap<number, ReadonlySet<string>>;
}

/** What was written in a column (null: in any). */
export function straysOf(written: readonly ChangeSet[], column: number | null, headerRow: number, keyOf: (cell: Cell) => string): Strays {
  const strays = new Set<string>();
  const strayAt = new Map<number, Set<string>>();
  const add = (row: number, value: Cell) => {
    const key = keyOf(value);
    strays.add(key);
    strayAt.set(row, (strayAt.get(row) ?? new Set()).add(key));
  };
  for (const changes of written)
    for (const edits of changes.columns) {
      if (column !== null && edits.column !== column) continue;
      for (const [k, row] of edits.rows.entries()) add(row, edits.after[k] as string | number | null);
      if (edits.newHeader !== null) add(changes === written[0] ? headerRow : changes.headerRow, edits.newHeader);
    }
  return { strays, strayAt };
}

/** The input columns (as before) in which nothing of ours landed. */
export function untouched(
  inputs: readonly number[],
  before: Sheet,
  now: Sheet,
  isOurs: (cell: Cell) => boolean,
  keyOf: (cell: Cell) => string,
): number[] {
  const straysAt = (sheet: Sheet, column: number): Map<string, number> => {
    const times = new Map<string, number>();
    for (const cells of sheet.cells) {
      const cell = cells[column] ?? null;
      if (isOurs(cell)) times.set(keyOf(cell), (times.get(keyOf(cell)) ?? 0) + 1);
    }
    return times;
  };
  return inputs.filter((column) => {
    const then = straysAt(before, column);
    return [...straysAt(now, column)].every(([key, times]) => times <= (then.get(key) ?? 0));
  });
}
