/**
 * Excel writes a formula that fills a column once and lets the cells below refer to it. Each of them is really the same formula moved: what it
 * points at moves along, unless it is nailed down by a `$`.
 */
import { columnOf, lettersOf } from './cell-names.ts';

/** Texts and quoted sheet names (passed over), then references; a name followed by `(` or `!` is a function or a sheet, not a cell. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$\u00c0-\uffff])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(!.\u00c0-\uffff])/gi;

/** The formula as it stands `rows` below and `columns` beside the cell it was written for. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(PIECES, (piece, fixedColumn: string | undefined, letters: string, fixedRow: string, row: string) => {
    if (letters === undefined) return piece;
    const column = fixedColumn ? letters : lettersOf(Math.max(0, columnOf(letters) + columns));
    return `${fixedColumn}${column}${fixedRow}${fixedRow ? row : Math.max(1, Number(row) + rows)}`;
  });
}
