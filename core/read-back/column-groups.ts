/** What a command means for each column it writes. */
import type { ColumnEdits } from '../workbook.ts';

/** What is meant for one column: putting back may write days and words in the same one. */
export interface ColumnGroup extends Pick<ColumnEdits, 'role' | 'column' | 'newHeader' | 'look' | 'daysAsText'> {
  readonly edits: readonly ColumnEdits[];
}

export function byColumn(columns: readonly ColumnEdits[]): ColumnGroup[] {
  const groups = new Map<number, ColumnEdits[]>();
  for (const edits of columns) groups.set(edits.column, [...(groups.get(edits.column) ?? []), edits]);
  return [...groups.values()].map((edits) => {
    const first = edits[0] as ColumnEdits;
    const newHeader = edits.find((one) => one.newHeader !== null)?.newHeader ?? null;
    return { ...first, newHeader, look: edits.some(({ look }) => look === 'day') ? 'day' : first.look, edits };
  });
}
