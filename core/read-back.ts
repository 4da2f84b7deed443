/**
 * After a write, every value must stand on its own row. Hosts write by position and have no conditional write, so a row inserted or a sort between
 * our read and our write can shift values: the rows are read back by key, what landed elsewhere is undone from the old values, and written where it
 * belongs; what cannot be put right is named.
 */
import { columnLetter } from './ledger/problems.ts';
import { fingerprintOf, inputColumns } from './row-key.ts';
import type { Study } from './study.ts';
import type { Cell, ChangeSet, ColumnEdits, LeftCell, Sheet, Snapshot } from './workbook.ts';

/** What is still to be written, and the cells that could not be put right. `repair` null: all stands where it belongs. */
export interface Misplaced {
  readonly repair: ChangeSet | null;
  readonly named: readonly LeftCell[];
}

function keysOf(sheet: Sheet, firstRow: number, inputs: readonly number[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = firstRow; row <= sheet.cells.length; row++) {
    const key = fingerprintOf(sheet.cells[row - 1], inputs);
    const list = rows.get(key);
    if (list) list.push(row);
    else rows.set(key, [row]);
  }
  return rows;
}

function sameCell(left: Cell | undefined, right: Cell | undefined): boolean {
  const plain = (cell: Cell | undefined) => (cell === undefined || cell === '' ? null : cell instanceof Date ? cell.getTime() : cell);
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
}

/** Compares the sheet read back with what was meant. `last` round: nothing more is written, what is wrong is named. */
export function misplaced(studied: Study, changes: ChangeSet, after: Snapshot, last: boolean): Misplaced {
  const { ledger, snapshot, candidate } = studied;
  const before = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const now = after.sheets.find((sheet) => sheet.name === changes.sheet);
  const inputs = inputColumns(ledger.place.columns);
  const firstRow = ledger.place.firstRow;
  const unmoved = now !== undefined && rowsStand(before, now, firstRow, ledger.place.lastRow, inputs);
  if (unmoved) return { repair: null, named: [] };
  if (now === undefined) return { repair: null, named: namedAll(changes) };
  const keys = keysOf(now, firstRow, inputs);
  const repairs: ColumnEdits[] = [];
  const named: LeftCell[] = [];
  for (const edits of changes.columns) {
    const meant = new Map<number, { value: string | number | null; before: Cell }>();
    edits.rows.forEach((row, k) => meant.set(row, { value: edits.after[k] as string | number | null, before: edits.before[k] as Cell }));
    const wanted = new Map<number, string | number | null>();
    for (let row = firstRow; row <= ledger.place.lastRow; row++) {
      const key = fingerprintOf(before.cells[row - 1], inputs);
      const found = keys.get(key);
      const edit = meant.get(row);
      if (found?.length === 1) {
        const at = found[0] as number;
        // Where the row now stands, it must hold what was meant for it, or what it held before.
        const should = edit ? edit.value : (before.cells[row - 1]?.[edits.column] ?? null);
        const holds = now.cells[at - 1]?.[edits.column] ?? null;
        const strayed = meant.has(at) && at !== row;
        if (edit ? !sameCell(holds, should) && at !== row : strayed) wanted.set(at, plainValue(should));
      } else if (edit) named.push({ sheet: changes.sheet as string, row, column: columnLetter(edits.column), why: found ? 'twin-rows' : 'row-changed' });
    }
    // Rows nobody knew when we read (just inserted) may have received a stranger's value: it is taken out again.
    const known = new Set<string>();
    for (let row = firstRow; row <= ledger.place.lastRow; row++) known.add(fingerprintOf(before.cells[row - 1], inputs));
    for (const [row, edit] of meant) {
      const key = fingerprintOf(now.cells[row - 1], inputs);
      if (!known.has(key) && sameCell(now.cells[row - 1]?.[edits.column], edit.value)) wanted.set(row, null);
    }
    if (wanted.size === 0) continue;
    const rows = [...wanted.keys()].sort((a, b) => a - b);
    repairs.push({ ...edits, newHeader: null, rows, before: rows.map((row) => now.cells[row - 1]?.[edits.column] ?? null), after: rows.map((row) => wanted.get(row) ?? null) });
  }
  if (repairs.length === 0) return { repair: null, named };
  if (last) return { repair: null, named: [...named, ...namedAll({ ...changes, columns: repairs })] };
  return { repair: { ...changes, columns: repairs, appends: [] }, named };
}

function rowsStand(before: Sheet, now: Sheet, firstRow: number, lastRow: number, inputs: readonly number[]): boolean {
  for (let row = firstRow; row <= lastRow; row++) if (fingerprintOf(before.cells[row - 1], inputs) !== fingerprintOf(now.cells[row - 1], inputs)) return false;
  return true;
}

function plainValue(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell === 'boolean') return String(cell);
  return 'number' in cell ? cell.number : 'date' in cell ? cell.date : null;
}

function namedAll(changes: ChangeSet): LeftCell[] {
  return changes.columns.flatMap((edits) => edits.rows.map((row) => ({ sheet: changes.sheet as string, row, column: columnLetter(edits.column), why: 'row-changed' as const })));
}
