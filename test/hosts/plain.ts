// Cells as every host shows them, so that the same story can be compared.
import { type Cell, dayFromIso } from '../../core/index.ts';

const EPOCH = 25569;

/** A cell as any host may show it: dates are day numbers, blanks null; trailing blanks do not count. */
export function plain(rows: readonly (readonly Cell[])[]): (string | number | boolean | null)[][] {
  const lines = rows.map((row) => {
    const cells = row.map((cell) => {
      if (cell === '' || cell === undefined) return null;
      if (cell instanceof Date) return Math.round(cell.getTime() / 86_400_000) + EPOCH;
      if (typeof cell !== 'object' || cell === null) return cell;
      if ('date' in cell) return (dayFromIso(cell.date) as number) + EPOCH;
      return 'number' in cell ? cell.number : cell.error;
    });
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  while (lines.length > 0 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
