/**
 * Cells of the user's, put right on their word or put back: each only where it still holds what was decided on and no formula. Nothing is bridged
 * here: what lies between two of them is not written, not even with what it holds.
 */
import { type CellFix, type ColumnFixes, columnRuns, dayFromIso, fixesByColumn } from '../../core/index.ts';
import { EPOCH, isSame } from './blocks.ts';
import { AUTOMATIC, looksLikeDate, TEXT } from './looks.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Looks at the cells as they are now; answers what writes them. `plainDate`: how a day looks where nothing says. */
export function lookAtFixes(book: Spreadsheet, fixes: readonly CellFix[], plainDate: string): () => void {
  const writes = fixesByColumn(fixes).flatMap((column) => columnWrites(book, column, plainDate));
  return () => {
    for (const write of writes) write();
  };
}

function columnWrites(
  book: Spreadsheet,
  { sheet: name, column, firstRow, lastRow, fixes }: ColumnFixes,
  plainDate: string,
): (() => void)[] {
  const sheet = book.getSheetByName(name);
  if (!sheet || lastRow > sheet.getMaxRows() || column >= sheet.getMaxColumns()) return [];
  const range = sheet.getRange(firstRow, column + 1, lastRow - firstRow + 1, 1);
  const [values, formulas, formats] = [range.getValues(), range.getFormulas(), range.getNumberFormats()];
  const standing = fixes.filter(({ row, before }) => formulas[row - firstRow]?.[0] === '' && isSame(values[row - firstRow]?.[0], before));
  return columnRuns(standing).map((run) => () => {
    const block = sheet.getRange((run[0] as CellFix).row, column + 1, run.length, 1);
    const looks = run.map((fix) => [lookOf(fix, formats[fix.row - firstRow]?.[0] as string, plainDate)]);
    // The format first: under that of text, what is written is taken as it stands.
    block.setNumberFormats(looks);
    block.setValues(run.map(({ after }) => [rawOf(after)]));
    // Text stays text under the format it had before.
    if (run.some(({ after }) => 'text' in after && after.format !== null))
      block.setNumberFormats(run.map((fix, i) => [formerLook(fix) ?? (looks[i]?.[0] as string)]));
  });
}

function lookOf({ after }: CellFix, now: string, plainDate: string): string {
  if ('text' in after) return TEXT;
  if ('number' in after) return after.format ?? now;
  return looksLikeDate(now) ? now : (after.format ?? plainDate);
}

/** The look a text had before, by the name under which it can be given again. */
function formerLook({ after }: CellFix): string | null {
  return 'text' in after ? (after.format === AUTOMATIC ? 'General' : after.format) : null;
}

/** Days go as day numbers: exact in every time zone. */
function rawOf(after: CellFix['after']): string | number {
  if ('text' in after) return after.text;
  return 'number' in after ? after.number : (dayFromIso(after.day) as number) + EPOCH;
}
