/** What is written to put a column right. */
import type { Writable } from '../cell-values.ts';
import { isBlankCell } from '../ledger/cell-text.ts';
import type { ColumnEdits, Sheet } from '../workbook.ts';
import type { ColumnGroup } from './column-groups.ts';
import type { Compared } from './comparison.ts';
import { cellAt } from './keyed-sheet.ts';

/** The edits of a repair: one for each look, for words put back in a column of days are no days. `column`: where it stands now. */
export function repairsOf(
  group: Pick<ColumnGroup, 'role' | 'column' | 'newHeader' | 'look' | 'daysAsText'>,
  { wanted, stands }: Pick<Compared, 'wanted' | 'stands'>,
  headerRow: number,
  now: Sheet,
  column: number,
): ColumnEdits[] {
  const { role, newHeader } = group;
  // A host heads a column only where nothing stands; over a value of ours that strayed there, the header is a value as any other.
  const isFree = isBlankCell(cellAt(now, headerRow, group.column));
  const header = newHeader !== null && isFree && wanted.get(headerRow)?.value === newHeader ? newHeader : null;
  const rows = [...wanted.keys()].filter((row) => header === null || row !== headerRow).sort((a, b) => a - b);
  const looks = new Map<string, number[]>();
  for (const row of rows) {
    const { look, daysAsText } = wanted.get(row) as Writable;
    const key = `${look} ${daysAsText}`;
    looks.set(key, [...(looks.get(key) ?? []), row]);
  }
  if (looks.size === 0 && header !== null) looks.set('', []);
  return [...looks.values()].map((of, n) => {
    const { look, daysAsText } = of.length > 0 ? (wanted.get(of[0] as number) as Writable) : group;
    return {
      role,
      column,
      newHeader: n === 0 ? header : null,
      look,
      daysAsText,
      rows: of,
      before: of.map((row) => cellAt(now, row, group.column)),
      after: of.map((row) => (wanted.get(row) as Writable).value),
      unchanged: stands,
    };
  });
}
