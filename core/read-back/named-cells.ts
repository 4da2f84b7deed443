/** Cells that could not be put right, by their places: the user is told of each. */
import { displayText } from '../ledger/cell-text.ts';
import { columnLetter } from '../ledger/problems.ts';
import type { ChangeSet, LeftCell, Sheet } from '../workbook.ts';

/** Every cell that may hold what was meant for another: from the first written down to the end, for rows may have moved. */
export function namedAll(changes: ChangeSet, now: Sheet | undefined, columnNow = (column: number): number => column): LeftCell[] {
  return changes.columns.flatMap(({ rows, column }) => {
    const first = rows[0] ?? changes.headerRow;
    const last = Math.max(rows.at(-1) ?? first, now?.cells.length ?? 0);
    return Array.from({ length: last - first + 1 }, (_, k) => ({
      sheet: changes.sheet as string,
      row: first + k,
      column: columnLetter(columnNow(column)),
      why: 'row-changed' as const,
    }));
  });
}

/**
 * Cells named at one look at the sheet, where they stand at a later one: rows may have moved in between. A row is known by the values it shares with what
 * it was; one that shares none keeps its place.
 */
export function namedSince(named: readonly LeftCell[], then: Sheet | undefined, now: Sheet | undefined): LeftCell[] {
  if (named.length === 0 || then === undefined || now === undefined) return [...named];
  const valuesAt = (sheet: Sheet, row: number) =>
    new Set((sheet.cells[row - 1] ?? []).map((cell) => displayText(cell)).filter((text) => text !== ''));
  const places = new Map<number, number>();
  const rowNow = (row: number): number => {
    const was = valuesAt(then, row);
    let [best, most] = [row, [...valuesAt(now, row)].filter((text) => was.has(text)).length];
    if (most === was.size) return row;
    for (let other = 1; other <= now.cells.length; other++) {
      const shared = [...valuesAt(now, other)].filter((text) => was.has(text)).length;
      if (shared > most) [best, most] = [other, shared];
    }
    return best;
  };
  return named.map((cell) => {
    const row = places.get(cell.row) ?? rowNow(cell.row);
    places.set(cell.row, row);
    return { ...cell, row };
  });
}
