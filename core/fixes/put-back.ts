/**
 * Cells that were put right, put back: the text as it was typed, from the journal's own trace, where the day written over it still stands. The row is
 * looked for where it was, then wherever a sort has taken it; what the user has changed since is theirs.
 */
import { type CalendarDay, dayFromIso, NO_DAY } from '../calendar.ts';
import { formatAt } from '../ledger/cell-text.ts';
import { dayOfTextSerial } from '../ledger/day-serials.ts';
import { readDayText } from '../ledger/day-text.ts';
import { columnLetter } from '../ledger/problems.ts';
import type { Study } from '../study.ts';
import type { JournalEntry } from '../types.ts';
import type { CellFix, LeftCell, Sheet } from '../workbook.ts';
import type { Mending } from './chosen.ts';
import { holds } from './mend.ts';
import { invoiceSheet, isFormulaAt, rowsOf } from './offers.ts';
import { markOf, type Traced, tracedIn, tracedSheet } from './trace.ts';

/** What is to be written to take these journal rows back; null when none of them put a cell right. */
export function putBack(study: Study, rows: readonly JournalEntry[]): Mending | null {
  const traces = rows.flatMap((row) => {
    const sheet = tracedSheet(row);
    return sheet === null ? [] : tracedIn(row.text).map((traced) => ({ sheet, traced }));
  });
  if (traces.length === 0) return null;
  const cells: CellFix[] = [];
  const left: LeftCell[] = [];
  const sheet = invoiceSheet(study);
  const marks = marksOf(study, sheet);
  for (const { sheet: name, traced } of traces) {
    const { row, column, was, format } = traced;
    const at = name === sheet.name ? rowOf(study, sheet, traced, marks) : null;
    if (at === 'back') continue;
    if (at === null || !isReadingOf(was, traced.day, study))
      left.push({ sheet: name, row, column: columnLetter(column), why: 'row-changed' });
    else cells.push({ sheet: name, row: at, column, before: sheet.cells[at - 1]?.[column] ?? null, after: { text: was, format } });
  }
  return { cells, left, trace: 'after' };
}

function marksOf({ ledger }: Study, sheet: Sheet): ReadonlyMap<string, readonly number[]> {
  const marks = new Map<string, number[]>();
  for (let { from: row, to } = rowsOf(ledger); row < to; row++) {
    const mark = markOf(sheet.cells[row], ledger.place.columns);
    marks.set(mark, [...(marks.get(mark) ?? []), row + 1]);
  }
  return marks;
}

/** Where the cell stands now; 'back' when it holds its old text again; null when nobody can say, or something else stands there. */
function rowOf(
  study: Study,
  sheet: Sheet,
  { row, column, was, day, mark }: Traced,
  marks: ReadonlyMap<string, readonly number[]>,
): number | 'back' | null {
  const rows = marks.get(mark) ?? [];
  const at = rows.includes(row) ? row : rows.length === 1 ? (rows[0] as number) : null;
  if (at === null || isFormulaAt(sheet, at - 1, column)) return null;
  if (sheet.cells[at - 1]?.[column] === was) return 'back';
  return holds(sheet, at, column, { day, format: formatAt(sheet, at - 1, column) }, study.reading.dayContext) ? at : null;
}

/** Whether the text can mean the day: a journal that was rewritten since puts nothing else into a cell. */
function isReadingOf(text: string, iso: string, { asOf, snapshot }: Study): boolean {
  const day = dayFromIso(iso) as CalendarDay;
  return [true, false].some((yearFirst) => {
    const read = readDayText(text, asOf, yearFirst);
    if (read.kind === 'open') return Object.values(read.days).includes(day);
    if (read.kind === 'serial') return (dayOfTextSerial(read.serial, asOf, snapshot.date1904) ?? NO_DAY) === day;
    return read.kind === 'day' && read.day === day;
  });
}
