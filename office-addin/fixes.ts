/**
 * Cells of the user's, put right on their word or put back: each only where it still holds what was decided on and no formula. Cells in between are
 * not written. Nothing here knows an invoice.
 */
import { type CellFix, type ColumnFixes, columnRuns, fixesByColumn } from '../core/index.ts';
import { PLAIN_DATE } from './due-dates.ts';
import { asText, looksLikeDate, serialOf, type Wire } from './wire.ts';
import type { RangeWrite } from './writes.ts';

/** What stands where fixes go; to be read after the next sync. */
export interface FixesPlace {
  readonly column: ColumnFixes;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/** Asks what stands in the cells now. */
export function lookAtFixes(context: Excel.RequestContext, fixes: readonly CellFix[]): FixesPlace[] {
  return fixesByColumn(fixes).map((column) => {
    const sheet = context.workbook.worksheets.getItem(column.sheet);
    const range = sheet.getRangeByIndexes(column.firstRow - 1, column.column, column.lastRow - column.firstRow + 1, 1).untrack();
    return { column, sheet, range: range.load('values,formulas,numberFormat,rowHidden') };
  });
}

/** What writes them. */
export function fixWrites(places: readonly FixesPlace[], date1904: boolean): RangeWrite[] {
  return places.flatMap(({ column: { column, firstRow, fixes }, sheet, range }) => {
    const now = (grid: readonly (readonly unknown[])[], { row }: CellFix): unknown => grid[row - firstRow]?.[0] ?? '';
    // A constant is its own formula; what a formula gives, in its cell or spilled into this one, is not.
    const standing = fixes.filter(
      (fix) => now(range.values, fix) === (fix.before ?? '') && now(range.formulas, fix) === now(range.values, fix),
    );
    // In a filtered range Excel fills the visible rows only, each with the first values: there, one row at a time.
    const runs = range.rowHidden === false ? columnRuns(standing) : standing.map((fix) => [fix]);
    return runs.flatMap((run): RangeWrite[] => {
      const place = { sheet: () => sheet, row: (run[0] as CellFix).row, column };
      const looks = run.map((fix) => [lookOf(fix, String(now(range.numberFormat, fix)))]);
      // Formats first: a text cell would keep a number as text.
      return [
        { ...place, what: 'numberFormat', grid: looks },
        { ...place, what: 'values', grid: run.map(({ after }) => [wireOf(after, date1904)]) },
      ];
    });
  });
}

function lookOf({ after }: CellFix, now: string): string {
  if ('day' in after) return looksLikeDate(now) ? now : (after.format ?? PLAIN_DATE);
  return after.format ?? 'General';
}

function wireOf(after: CellFix['after'], date1904: boolean): Wire {
  if ('text' in after) return asText(after.text);
  return 'number' in after ? after.number : (serialOf(after.day, date1904) ?? asText(after.day));
}
