/**
 * A copy of the user's file with one ChangeSet written, in the format it came in. The file itself is never touched: bytes in, bytes out.
 */
import type { ChangeSet, LeftCell } from '../../core/index.ts';
import { cellEdits } from './cell-edits.ts';
import { copyCsv } from './csv-copy.ts';
import type { Opened } from './open.ts';
import { copyXlsx } from './xlsx-copy.ts';
import { freshXlsx } from './xlsx-fresh.ts';

export interface Copied {
  readonly bytes: Uint8Array;
  readonly extension: 'xlsx' | 'xlsm' | 'csv' | 'tsv';
  /** Cells the copy did not write: formulas, and words standing where a new column was to go. */
  readonly left: readonly LeftCell[];
}

/**
 * The opened file with `changes` written. Excel workbooks and text tables keep their format; `.ods`, `.json` and old `.xls` come out as `.xlsx`.
 * Rows to append to tabs are left out of a text table, which has no tabs. Throws a RangeError when the changes name a sheet it has not.
 */
export function copyWorkbook({ snapshot, original }: Opened, changes: ChangeSet): Copied {
  const isText = original.kind === 'text';
  const edits = cellEdits(snapshot, isText ? { ...changes, appends: [] } : changes);
  const { left } = edits;
  switch (original.kind) {
    case 'xlsx':
      return { bytes: copyXlsx(original.book, edits, changes), extension: original.extension, left };
    case 'text': {
      const { text, dialect } = original;
      const width = Math.max(0, ...changes.columns.filter((column) => column.newHeader !== null).map((column) => column.column + 1));
      const bytes = copyCsv(text, dialect, edits.sheets.get(0) ?? new Map(), changes.headerRow, width);
      return { bytes, extension: dialect.separator === '\t' ? 'tsv' : 'csv', left };
    }
    case 'other':
      return { bytes: freshXlsx(snapshot, edits, changes.dueColumn), extension: 'xlsx', left };
    default:
      return original satisfies never;
  }
}
