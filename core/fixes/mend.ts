/**
 * Cells of the user's written on their consent, and looked at again. A host writes by position and only where the cell still holds what was decided
 * on; should rows have moved in that very moment, what landed beside its row is put back as it was, and named.
 */
import { type CalendarDay, dayFromIso, isoOf } from '../calendar.ts';
import { NOTHING } from '../desk.ts';
import { formatAt } from '../ledger/cell-text.ts';
import { type DayContext, readDay } from '../ledger/day-cells.ts';
import { columnLetter } from '../ledger/problems.ts';
import { fingerprintOf, inputColumns } from '../row-key.ts';
import type { Study } from '../study.ts';
import type { Cell, CellFix, HostRequest, LeftCell, Sheet, Snapshot, TabAppend } from '../workbook.ts';
import type { Mending } from './chosen.ts';
import { dayColumns } from './offers.ts';

/** What came of it: the workbook as it stands now, how many cells were written, and which were not. */
export interface Mended {
  readonly snapshot: Snapshot;
  readonly done: number;
  readonly left: readonly LeftCell[];
}

/** Writes the cells and what the journal tells of them, and reads back. Nothing is asked of the host when there is nothing to write. */
export function* mend(studied: Study, { cells, left, trace }: Mending, append: TabAppend | null): Generator<HostRequest, Mended, unknown> {
  const appends = append === null ? [] : [append];
  if (cells.length + appends.length === 0) return { snapshot: studied.snapshot, done: 0, left };
  if (trace === 'before') yield { kind: 'write', changes: { ...NOTHING, appends, fixes: cells } };
  else {
    if (cells.length > 0) yield { kind: 'write', changes: { ...NOTHING, fixes: cells } };
    if (appends.length > 0) yield { kind: 'write', changes: { ...NOTHING, appends } };
  }
  let snapshot = (yield { kind: 'read' }) as Snapshot;
  const { done, astray, repair } = landed(studied, cells, snapshot);
  if (repair.length > 0) {
    yield { kind: 'write', changes: { ...NOTHING, fixes: repair } };
    snapshot = (yield { kind: 'read' }) as Snapshot;
  }
  return { snapshot, done, left: [...left, ...astray] };
}

/** Compares the sheet read back with what was meant. */
function landed(
  studied: Study,
  cells: readonly CellFix[],
  after: Snapshot,
): { readonly done: number; readonly astray: readonly LeftCell[]; readonly repair: readonly CellFix[] } {
  const days = new Set(dayColumns(studied));
  const inputs = inputColumns(studied.ledger.place.columns).filter((column) => !days.has(column));
  const astray: LeftCell[] = [];
  const repair: CellFix[] = [];
  let done = 0;
  for (const fix of cells) {
    const { sheet: name, row, column, after: meant } = fix;
    const [was, now] = [studied.snapshot, after].map(({ sheets }) => sheets.find((sheet) => sheet.name === name));
    const isWritten = now !== undefined && holds(now, row, column, meant, studied.reading.dayContext);
    const keyIn = (sheet: Sheet | undefined, at: number) => fingerprintOf(sheet?.cells[at - 1], inputs);
    if (isWritten && keyIn(was, row) === keyIn(now, row)) {
      done++;
      continue;
    }
    const origins = isWritten ? rowsWith(was as Sheet, keyIn(now, row), keyIn) : [];
    const isElsewhere = isWritten && rowsWith(now, keyIn(was, row), keyIn).length > 0;
    // Another cell of the row was edited in that moment: the row is still itself.
    if (isWritten && origins.length === 0 && !isElsewhere) {
      done++;
      continue;
    }
    astray.push({ sheet: name, row, column: columnLetter(column), why: 'row-changed' });
    const old = origins.length === 1 ? contentOf(was as Sheet, origins[0] as number, column, studied.reading.dayContext) : null;
    if (old !== null) repair.push({ ...fix, before: now?.cells[row - 1]?.[column] ?? null, after: old });
  }
  return { done, astray, repair };
}

/** Rows (1-based) with a key. */
function rowsWith(sheet: Sheet, key: string, keyIn: (sheet: Sheet, row: number) => string): number[] {
  return sheet.cells.flatMap((_, at) => (keyIn(sheet, at + 1) === key ? [at + 1] : []));
}

/** Whether a cell holds what was to be written, in whatever form the host keeps it. */
export function holds(sheet: Sheet, row: number, column: number, meant: CellFix['after'], context: DayContext): boolean {
  const cell = sheet.cells[row - 1]?.[column] ?? null;
  if ('text' in meant) return (cell ?? '') === meant.text;
  if ('number' in meant) return (cell !== null && typeof cell === 'object' && 'number' in cell ? cell.number : cell) === meant.number;
  return typeof cell !== 'string' && dayIn(sheet, row, column, context) === dayFromIso(meant.day);
}

function dayIn(sheet: Sheet, row: number, column: number, context: DayContext): CalendarDay | null {
  const read = readDay(sheet.cells[row - 1]?.[column], context, formatAt(sheet, row - 1, column));
  return read !== null && 'day' in read ? read.day : null;
}

/** What stood in a cell, to be written again; null for what no host can be asked to write (TRUE, an error). */
function contentOf(sheet: Sheet, row: number, column: number, context: DayContext): CellFix['after'] | null {
  const cell: Cell = sheet.cells[row - 1]?.[column] ?? null;
  const format = formatAt(sheet, row - 1, column);
  if (cell === null || typeof cell === 'string') return { text: cell ?? '', format };
  if (typeof cell === 'boolean' || (!(cell instanceof Date) && typeof cell === 'object' && 'error' in cell)) return null;
  const day = dayIn(sheet, row, column, context);
  if (day !== null) return { day: isoOf(day), format };
  if (typeof cell === 'number') return { number: cell, format };
  return 'number' in cell ? { number: cell.number, format: cell.format } : null;
}
