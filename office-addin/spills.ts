/**
 * Cells that a formula fills though it stands in another: to Excel they look like typed values, and writing one of them would break the formula they
 * come from. They are given that formula, so that everybody leaves them alone.
 */
import type { Place } from './known.ts';

/** What must be known of a sheet that was just read. */
interface ReadSheet {
  readonly sheet: Excel.Worksheet;
  readonly cells: readonly (readonly unknown[])[];
  readonly formulas: unknown[][];
  readonly used: Place | null;
  readonly hasSpills: boolean;
}

/** Formulas looked at in one sync. */
const AT_ONCE = 2_000;

/** Marks the spilled cells of the sheets that have any; where there is none, nothing is asked. */
export async function spilledFormulas(context: Excel.RequestContext, sheets: readonly ReadSheet[]): Promise<void> {
  const candidates = sheets.flatMap((sheet) => (sheet.hasSpills ? anchorsOf(sheet) : []));
  for (let i = 0; i < candidates.length; i += AT_ONCE) {
    const part = candidates.slice(i, i + AT_ONCE).map((one) => ({
      ...one,
      filled: one.of.sheet
        .getRangeByIndexes(one.row, one.column, 1, 1)
        .untrack()
        .getSpillingToRangeOrNullObject()
        .untrack()
        .load('rowIndex,columnIndex,rowCount,columnCount'),
    }));
    await context.sync();
    for (const { of, formula, filled } of part) if (!filled.isNullObject) mark(of, formula, filled);
  }
}

interface Anchor {
  readonly of: ReadSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: unknown;
}

/** Formulas below or beside which stands something that is no formula: all that can fill more than their own cell. */
function anchorsOf(of: ReadSheet): Anchor[] {
  const isFilled = (row: number, column: number): boolean =>
    (of.cells[row]?.[column] ?? null) !== null && of.formulas[row]?.[column] === undefined;
  return of.formulas.flatMap((line, row) =>
    line.flatMap((formula, column): Anchor[] =>
      formula !== undefined && (isFilled(row + 1, column) || isFilled(row, column + 1)) ? [{ of, row, column, formula }] : [],
    ),
  );
}

function mark({ formulas }: ReadSheet, formula: unknown, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): void {
  for (let row = rowIndex; row < rowIndex + rowCount; row++)
    for (let column = columnIndex; column < columnIndex + columnCount; column++) {
      const line = formulas[row];
      if (line) line[column] ??= formula;
    }
}
