/**
 * What a refresh wrote in our own columns, and how it is put back: a look at the sheet before it was brought up to date is one click away. Rows are
 * found by their keys, so a sort in between harms nothing; a cell that holds anything else by now is left, and named.
 */
import { addedColumn } from './added-columns.ts';
import { type CalendarDay, dayFromIso } from './calendar.ts';
import { valueKeys, writable } from './cell-values.ts';
import { NOTHING } from './desk.ts';
import { displayText, formatAt } from './ledger/cell-text.ts';
import { columnLetter } from './ledger/problems.ts';
import { fingerprintOf, inputColumns } from './row-key.ts';
import type { Study } from './study.ts';
import { OWNED_ROLES, type OwnedRole } from './types.ts';
import type { Cell, ChangeSet, ColumnEdits, DateCell, LeftCell, Sheet, Written, WrittenColumn } from './workbook.ts';

/** More cells than this are not handed to a panel and back. */
const MOST_CELLS = 5000;

/** The cells that `changes` writes, with what stood there; null when there are none, or too many. A value nobody can write again is left out. */
export function writtenBy(studied: Study, changes: ChangeSet): Written | null {
  const { ledger, snapshot, candidate } = studied;
  const sheet = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const inputs = inputColumns(ledger.place.columns);
  const cells = changes.columns.reduce((sum, { rows, newHeader }) => sum + rows.length + (newHeader === null ? 0 : 1), 0);
  if (cells === 0 || cells > MOST_CELLS) return null;
  const keys: string[] = [];
  const places = new Map<number, number>();
  const placeOf = (row: number): number => {
    const known = places.get(row);
    if (known !== undefined) return known;
    places.set(row, keys.length);
    return keys.push(fingerprintOf(sheet.cells[row - 1], inputs)) - 1;
  };
  const columns = changes.columns.map((edits): WrittenColumn => {
    const rows: number[] = [];
    const before: WrittenColumn['before'][number][] = [];
    const after: WrittenColumn['after'][number][] = [];
    const add = (row: number, was: Cell, value: string | number | null) => {
      const old = writable(was, formatAt(sheet, row - 1, edits.column), edits, studied.reading.dayContext);
      if (old === null) return;
      rows.push(placeOf(row));
      before.push(old.look === 'day' && typeof old.value === 'string' ? { date: old.value } : old.value);
      after.push(value);
    };
    if (edits.newHeader !== null) add(changes.headerRow, null, edits.newHeader);
    edits.rows.forEach((row, k) => {
      add(row, edits.before[k] ?? null, edits.after[k] ?? null);
    });
    const header = edits.newHeader ?? displayText(sheet.cells[changes.headerRow - 1]?.[edits.column]);
    return { column: columnLetter(edits.column), header, look: edits.look, rows, before, after };
  });
  return { sheet: changes.sheet as string, keys, columns };
}

/** What puts the cells back as they were, and those that are left. Columns that are not ours now are left whole. */
export function putBackOf(
  studied: Study,
  { sheet: name, keys, columns }: Written,
): { readonly changes: ChangeSet; readonly left: LeftCell[] } {
  const { ledger, snapshot, candidate } = studied;
  const { place } = ledger;
  const left: LeftCell[] = [];
  const sheet = snapshot.sheets[candidate.sheetIndex] as Sheet;
  if (name !== place.sheet) return { changes: NOTHING, left };
  const rowOf = rowsByKey(sheet, inputColumns(place.columns));
  const edits = columns.flatMap((written): ColumnEdits[] => {
    const owned = ownedColumn(studied, sheet, written);
    if (owned === null) return [];
    const { column, role } = owned;
    const keyOf = valueKeys(written, studied.reading.dayContext);
    const byLook = new Map<ColumnEdits['look'], { row: number; before: Cell; after: string | number | null }[]>();
    written.rows.forEach((at, k) => {
      const row = rowOf(keys[at] as string);
      if (row === null) return;
      const holds = sheet.cells[row - 1]?.[column] ?? null;
      const formula = sheet.formulas?.[row - 1]?.[column];
      const isFormula = typeof formula === 'string' && formula.startsWith('=');
      if (isFormula || keyOf(holds) !== keyOf(written.after[k] ?? null)) {
        left.push({ sheet: name, row, column: written.column, why: isFormula ? 'formula' : 'words' });
        return;
      }
      const old = written.before[k] ?? null;
      const look = old === null ? written.look : typeof old === 'object' ? 'day' : typeof old === 'number' ? 'count' : 'text';
      byLook.set(look, [...(byLook.get(look) ?? []), { row, before: holds, after: plainOf(old) }]);
    });
    return [...byLook].map(([look, cells]) => {
      const ascending = cells.sort((a, b) => a.row - b.row);
      return {
        role,
        column,
        newHeader: null,
        look,
        daysAsText: false,
        rows: ascending.map(({ row }) => row),
        before: ascending.map(({ before }) => before),
        after: ascending.map(({ after }) => after),
      };
    });
  });
  const dueColumn = place.columns.get('dueOn') ?? null;
  return { changes: { ...NOTHING, sheet: name, headerRow: place.headerRow, dueColumn, columns: edits }, left };
}

const plainOf = (old: string | number | DateCell | null): string | number | null =>
  old !== null && typeof old === 'object' ? old.date : old;

/** The column, when its letters and header still are those of one of our own. */
function ownedColumn({ ledger }: Study, sheet: Sheet, { column, header }: WrittenColumn): { column: number; role: OwnedRole } | null {
  const { place } = ledger;
  const headers = sheet.cells[place.headerRow - 1] ?? [];
  for (const role of OWNED_ROLES) {
    const mapped = place.columns.get(role);
    for (const at of [mapped, addedColumn(headers, role, mapped)])
      if (at != null && columnLetter(at) === column && displayText(headers[at]) === header) return { column: at, role };
  }
  return null;
}

/** The row (1-based) of a key; null where there is none, or several. */
function rowsByKey(sheet: Sheet, inputs: readonly number[]): (key: string) => number | null {
  const rows = new Map<string, number>();
  for (const [at, cells] of sheet.cells.entries()) {
    const key = fingerprintOf(cells, inputs);
    rows.set(key, rows.has(key) ? 0 : at + 1);
  }
  return (key) => rows.get(key) || null;
}

/** Whether a panel's word on what was written has the shape of it: it comes from outside. */
export function isWritten(given: unknown): given is Written {
  const list = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
  const isText = (value: unknown): boolean => typeof value === 'string';
  const isPlain = (value: unknown): boolean => value === null || isText(value) || Number.isFinite(value);
  const isDay = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && (dayFromIso(String((value as { date?: unknown }).date)) as CalendarDay | null) !== null;
  if (typeof given !== 'object' || given === null) return false;
  const { sheet, keys, columns } = given as Record<string, unknown>;
  if (!isText(sheet) || !list(keys, isText)) return false;
  return list(columns, (one) => {
    if (typeof one !== 'object' || one === null) return false;
    const { column, header, look, rows, before, after } = one as Record<string, unknown>;
    const isRow = (row: unknown): boolean => Number.isInteger(row) && (row as number) >= 0 && (row as number) < (keys as string[]).length;
    if (!isText(column) || !isText(header) || !['text', 'day', 'count'].includes(look as string) || !list(rows, isRow)) return false;
    const length = (rows as unknown[]).length;
    if (!list(before, (cell) => isPlain(cell) || isDay(cell)) || !list(after, isPlain)) return false;
    return (before as unknown[]).length === length && (after as unknown[]).length === length;
  });
}
