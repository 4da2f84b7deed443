/**
 * A copy of the user's file with one ChangeSet written, in the format it came in. The file itself is never touched: bytes in, bytes out.
 */
import type { ChangeSet, LeftCell } from '../../core/index.ts';
import { cellEdits, type Edits } from './cell-edits.ts';
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
export function copyWorkbook(opened: Opened, changes: ChangeSet): Copied {
  const isText = opened.original.kind === 'text';
  const edits = cellEdits(opened.snapshot, isText ? { ...changes, appends: [] } : changes);
  const width = Math.max(0, ...changes.columns.filter((column) => column.newHeader !== null).map((column) => column.column + 1));
  return copyWithEdits(opened, edits, { ...changes, width });
}

/** Of the invoice table: where its headings are, which column shows due dates, how many columns each of its lines is to have (0: as it has). */
export interface TableShape {
  readonly headerRow: number;
  readonly dueColumn: number | null;
  readonly width: number;
}

/** The opened file with these cells written and these tabs added. */
export function copyWithEdits({ snapshot, original }: Opened, edits: Edits, table: TableShape): Copied {
  const left: LeftCell[] = [...edits.left];
  switch (original.kind) {
    case 'xlsx':
      return { bytes: copyXlsx(original.book, edits, table, left), extension: original.extension, left };
    case 'text': {
      const { text, dialect } = original;
      const bytes = copyCsv(text, dialect, edits.sheets.get(0) ?? new Map(), table.headerRow, table.width);
      return { bytes, extension: dialect.separator === '\t' ? 'tsv' : 'csv', left };
    }
    case 'other':
      return { bytes: freshXlsx(snapshot, edits, table.dueColumn), extension: 'xlsx', left };
    default:
      return original satisfies never;
  }
}
