/**
 * The dashboard a workbook already has. It is known by its title, wherever the user moved or renamed the sheet: a second insertion brings it up to
 * date, and its tables are never taken for invoices.
 */
import type { Sheet, Snapshot } from '../workbook.ts';

/** Stands in the first cell, in the file's language. */
export const BOARD_TITLES = { en: 'Relance · Dashboard', fr: 'Relance · Tableau de bord' } as const;

/** Where the title stands: row 1-based, column 0-based. */
export interface BoardPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** How far from the corner the title is looked for: a user may have put lines above it. */
const LOOKED_AT = { rows: 20, columns: 8 };

/** The first dashboard of the workbook; null when there is none. */
export function findBoard({ sheets }: Pick<Snapshot, 'sheets'>): BoardPlace | null {
  const titles: readonly unknown[] = Object.values(BOARD_TITLES);
  for (const sheet of sheets)
    for (let r = 0; r < Math.min(LOOKED_AT.rows, sheet.cells.length); r++)
      for (let column = 0; column < LOOKED_AT.columns; column++)
        if (titles.includes(sheet.cells[r]?.[column])) return { sheet, row: r + 1, column };
  return null;
}
