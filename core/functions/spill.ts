/**
 * Columns asked at once: one call answers for a whole column of due dates, each row for itself. A blank row answers with a blank, a bad one with its own
 * error, and neither hides the others.
 */
import { isBlankCell } from '../ledger/cell-text.ts';
import { readHeader } from '../ledger/header-match.ts';
import { isBlankRow } from '../ledger/table-rows.ts';
import type { Cell } from '../workbook.ts';
import { type Asked, isRange } from './asked.ts';
import type { FormulaAnswer, FormulaArgument, FormulaValue } from './function.ts';
import { NoAnswer } from './no-answer.ts';

/** The answer for one row: one cell, or cells side by side. */
export type RowAnswer = (asked: Asked) => readonly FormulaValue[];

type Column = readonly (readonly Cell[])[];

/** Answers once, or once for each row when columns are given; other arguments hold for all rows. `width`: how many cells an answer has. */
export function eachRow(answer: RowAnswer, width = 1): (asked: Asked) => FormulaAnswer {
  return (asked) => {
    const columns = asked.given.map((given, at) => (asked.parameters[at]?.type === 'any' ? columnOf(given) : null));
    const given = columns.filter((column) => column !== null);
    if (given.length === 0) return single(answer(asked));
    const size = (given[0] as Column).length;
    if (given.some((column) => column.length !== size)) throw new NoAnswer('value', asked.words.unlikeColumns);
    if (given.some((column) => column.some((row) => row.length > 1))) throw new NoAnswer('value', asked.words.oneColumn);
    const last = Math.max(...given.map(lastFilled));
    if (last < 0) throw new NoAnswer('value', asked.words.emptyColumn);
    const ofRow = (row: number): FormulaArgument[] =>
      asked.given.map((argument, at) => (columns[at] ? (columns[at][row]?.[0] ?? null) : argument));
    const needed = columns.map((column, at) => (asked.parameters[at]?.optional ? null : column));
    const rows = Array.from({ length: last + 1 }, (_, row): readonly FormulaValue[] => {
      const isBlank = needed.every((column) => column === null || isBlankCell(column[row]?.[0]));
      const isHeader = row === 0 && needed.some((column) => column !== null && isHeaderWord(column[0]?.[0]));
      return isBlank || isHeader ? padded([], width) : padded(answered(answer, asked.with(ofRow(row))), width);
    });
    return { kind: 'rows', rows };
  };
}

function single(cells: readonly FormulaValue[]): FormulaAnswer {
  return cells.length === 1 ? { kind: 'value', value: cells[0] as FormulaValue } : { kind: 'rows', rows: [cells] };
}

/** A column or row of several cells, as a column; null for one cell or none. */
function columnOf(given: FormulaArgument): Column | null {
  if (!isRange(given)) return null;
  const cells = given.length === 1 ? (given[0] as readonly Cell[]).map((cell) => [cell]) : given;
  return cells.length > 1 ? cells : null;
}

function lastFilled(column: Column): number {
  let last = column.length - 1;
  while (last >= 0 && isBlankRow(column[last])) last--;
  return last;
}

/** "Échéance" above the dates of a whole column is no bad date. */
function isHeaderWord(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && readHeader(cell.trim()).known;
}

function answered(answer: RowAnswer, asked: Asked): readonly FormulaValue[] {
  try {
    return answer(asked);
  } catch (reason) {
    if (reason instanceof NoAnswer) return [{ error: reason.message, code: reason.code }];
    throw reason;
  }
}

function padded(cells: readonly FormulaValue[], width: number): readonly FormulaValue[] {
  return cells.length >= width ? cells : [...cells, ...new Array<FormulaValue>(width - cells.length).fill('')];
}
