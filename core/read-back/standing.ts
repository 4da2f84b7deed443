/** Whether rows, headers and values stand where they were meant: the usual case, told at a glance and without keys. */
import { displayText, isBlankCell } from '../ledger/cell-text.ts';
import { fingerprintOf } from '../row-key.ts';
import type { TablePlace } from '../types.ts';
import type { Cell, Sheet } from '../workbook.ts';
import type { ColumnGroup } from './column-groups.ts';
import { cellAt } from './keyed-sheet.ts';

/** Equal at a glance: Google makes new Dates at every look. Cells that differ here may still have one fingerprint. */
const isAlike = (one: Cell | undefined, other: Cell | undefined): boolean =>
  one === other || (one instanceof Date && other instanceof Date && one.getTime() === other.getTime());

/** Whether header and rows hold the same inputs where they were: the usual case, told without making keys. */
export function rowsStand(before: Sheet, now: Sheet, { headerRow, lastRow }: TablePlace, inputs: readonly number[]): boolean {
  for (let row = headerRow; row <= lastRow; row++) {
    const [old, cells] = [before.cells[row - 1] ?? [], now.cells[row - 1] ?? []];
    if (inputs.some((column) => !isAlike(old[column], cells[column])) && fingerprintOf(old, inputs) !== fingerprintOf(cells, inputs))
      return false;
  }
  return true;
}

/** Whether the words above the user's columns are where they were, those nobody reads too: where one is gone, columns moved. */
export function headersStand(before: Sheet, now: Sheet, headerRow: number, groups: readonly ColumnGroup[]): boolean {
  const ours = new Set(groups.map(({ column }) => column));
  return (before.cells[headerRow - 1] ?? []).every(
    (cell, column) => isBlankCell(cell) || ours.has(column) || displayText(cell) === displayText(cellAt(now, headerRow, column)),
  );
}

/** How many cells must hold another row's value to tell that rows moved and came back: one may be a word the user typed meanwhile. */
const TELLTALE = 2;

/**
 * Whether the values stand too, where the rows do: all meant values are there, or none is (a host that keeps its writes for a copy). Some missing, or
 * cells holding another row's value, tell that rows moved and came back: null. A single such cell may as well have been typed: it is left, and answered.
 */
export function valuesStand(
  groups: readonly ColumnGroup[],
  before: Sheet,
  now: Sheet,
  headerRow: number,
  keysOf: ReadonlyMap<ColumnGroup, (cell: Cell) => string>,
): { readonly row: number; readonly column: number }[] | null {
  let [written, missing] = [0, 0];
  const astray: { row: number; column: number }[] = [];
  for (const group of groups) {
    const keyOf = keysOf.get(group) as (cell: Cell) => string;
    const meant = new Map(
      group.edits.flatMap(({ rows, after }) => rows.map((row, k) => [row, keyOf(after[k] as string | number | null)] as const)),
    );
    const values = new Set(meant.values());
    // Below a header of ours that stands, values are no longer kept for a copy: they went with a row that was deleted.
    if (group.newHeader !== null && cellAt(now, headerRow, group.column) === group.newHeader) written++;
    for (let row = 1; row <= now.cells.length; row++) {
      const holds = keyOf(cellAt(now, row, group.column));
      const isOld = holds === keyOf(cellAt(before, row, group.column));
      if (holds === meant.get(row)) written++;
      else if (isOld && meant.has(row)) missing++;
      else if (!isOld && holds !== '' && values.has(holds)) astray.push({ row, column: group.column });
    }
  }
  const isOnePiece = missing === 0 || (written === 0 && astray.length === 0);
  return isOnePiece && astray.length < TELLTALE ? astray : null;
}
