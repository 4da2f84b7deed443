// Reads a formula as it stands in a cell (`=DSO(A1:H9; "2025-09-17")`) and asks it, over one sheet: enough for the examples of the reference page.
import { evaluate } from '../../core/functions/index.ts';
import type { Cell, FormulaAnswer, FormulaArgument, FormulaContext } from '../../core/index.ts';

const CALL = /^=([A-Z_]+)\((.*)\)$/;
const CELL = /^([A-Z])(\d+)$/;
const RANGE = /^([A-Z]\d+):([A-Z]\d+)$/;

/** The answer of a formula's text; `separator` parts its arguments, `decimal` its numbers. */
export function answerOf(text: string, sheet: readonly (readonly Cell[])[], context: FormulaContext, separator: ',' | ';'): FormulaAnswer {
  const [, name = '', inside = ''] = CALL.exec(text) ?? [];
  if (name === '') throw new Error(`no formula: ${text}`);
  const parts = inside.match(new RegExp(`(?:"[^"]*"|[^"${separator}])+`, 'g')) ?? [];
  return evaluate(
    name,
    parts.map((part) => argumentOf(part.trim(), sheet, separator === ';' ? ',' : '.')),
    context,
  );
}

function argumentOf(text: string, sheet: readonly (readonly Cell[])[], decimal: ',' | '.'): FormulaArgument {
  if (text.startsWith('"')) return text.slice(1, -1);
  const range = RANGE.exec(text);
  if (range) {
    const [[row, column], [lastRow, lastColumn]] = [placeOf(range[1] as string), placeOf(range[2] as string)];
    return sheet.slice(row, lastRow + 1).map((cells) => cells.slice(column, lastColumn + 1));
  }
  if (CELL.test(text)) {
    const [row, column] = placeOf(text);
    return sheet[row]?.[column] ?? null;
  }
  const number = Number(text.replace(decimal, '.'));
  if (Number.isNaN(number)) throw new Error(`no argument: ${text}`);
  return number;
}

function placeOf(cell: string): [row: number, column: number] {
  const [, letter = '', row = ''] = CELL.exec(cell) ?? [];
  return [Number(row) - 1, letter.charCodeAt(0) - 65];
}
