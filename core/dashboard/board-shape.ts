/**
 * What every host needs to know to put a dashboard in a sheet: how its figures look, which of its cells are still without a look, and in which
 * blocks it is written. The looks are given once, to cells nobody filled or formatted: afterwards they are the user's.
 */
import type { Board, BoardArea, BoardLook } from '../workbook.ts';

/** Number formats by look, in the spelling spreadsheets share; null: text, or a day, which looks like the due dates. */
export const BOARD_FORMATS: Readonly<Record<BoardLook, string | null>> = {
  title: null,
  heading: null,
  label: null,
  note: null,
  day: null,
  money: '#,##0.00',
  percent: '0.0%',
  days: '0.0',
  count: '0',
};

/** Whether cells of that look are bold. */
export const isBold = (look: BoardLook): boolean => look === 'title' || look === 'heading';

/** One cell or a rectangle, and how it is to look. */
export type LookedArea = BoardArea & { readonly look: BoardLook };

/** The places that still want their look: those of which `isUntouched` says, for each cell (row 1-based, column 0-based), that it is blank and unformatted. */
export function looksToGive({ cells, looks }: Board, isUntouched: (row: number, column: number) => boolean): LookedArea[] {
  const single = cells.map(({ row, column, look }): LookedArea => ({ row, column, rows: 1, columns: 1, look }));
  return [...single, ...looks].filter(({ row, column, rows, columns }) => {
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) if (!isUntouched(row + r, column + c)) return false;
    return true;
  });
}

/** The cells in runs of one column without a gap, so that each is one block to write and nothing else is written over. */
export function columnRuns<Cell extends { readonly row: number; readonly column: number }>(cells: readonly Cell[]): (readonly Cell[])[] {
  const runs: Cell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run && above?.column === cell.column && above.row + 1 === cell.row) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** The rectangle around all that the board writes or gives a look. */
export function boardBounds({ cells, looks }: Pick<Board, 'cells' | 'looks'>): BoardArea {
  const areas = [...cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })), ...looks];
  const [row, column] = [Math.min(...areas.map((area) => area.row)), Math.min(...areas.map((area) => area.column))];
  return {
    row,
    column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}

/** The columns that hold words to be read in full: labels and names. 0-based, ascending. */
export function wordColumns({ cells, looks }: Pick<Board, 'cells' | 'looks'>): number[] {
  const labels = [...cells.filter(({ content }) => 'text' in content), ...looks].filter(({ look }) => look === 'label');
  return [...new Set(labels.map(({ column }) => column))].sort((a, b) => a - b);
}
