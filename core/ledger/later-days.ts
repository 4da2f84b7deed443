/**
 * Date columns that only a few figures ask for: when the work was done, when the invoice went out. They hold nobody's reminder up, so they are read the
 * first time somebody asks; a cell that is no day ("by post") says nothing.
 */
import { NO_DAY } from '../calendar.ts';
import type { Sheet } from '../workbook.ts';
import type { RowRange } from './cell-text.ts';
import { type DayContext, readDayColumn } from './day-cells.ts';

/** The days of a column by invoice; `source` is the data row of each. Null without the column. */
export function laterDays(
  sheet: Sheet,
  range: RowRange,
  column: number | null,
  context: DayContext,
  source: Int32Array,
): Int32Array | null {
  if (column === null) return null;
  const { days } = readDayColumn(sheet, range, column, context);
  return source.map((row) => days[row] ?? NO_DAY);
}
