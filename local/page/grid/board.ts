/**
 * The dashboard as cells of the grid: formulas the grid works out live, and their looks where nobody chose any. The grid draws no charts of its own.
 */
import type { ICellData, IStyleData } from '@univerjs/core';
import {
  BOARD_FORMATS,
  type Board,
  type BoardCell,
  type BoardLook,
  formulaText,
  isBold,
  looksToGive,
  wordColumns,
} from '../../../core/index.ts';
import { NUMBER } from './book-of.ts';
import { serialOf, showsDay } from './formats.ts';
import { type Cells, textCell } from './written.ts';

/** The grid asks of the bound table, and takes commas whatever the reader's language: what it shows of them is its own affair. */
const DIALECT = { prefix: '', invoices: 'bound', separator: ',' } as const;

/** What stands in a cell of the tab now (row 1-based, column 0-based). */
export interface BoardGround {
  readonly isBlank: (row: number, column: number) => boolean;
  readonly pattern: (row: number, column: number) => string | null;
  /** How the due dates of the invoices look. */
  readonly dayFormat: string;
}

/** The cells to set, by 0-based place: looks for those that want one, contents for those of the board. */
export function boardCells(board: Board, ground: BoardGround): Cells {
  const cells: Cells = {};
  const add = (row: number, column: number, data: ICellData): void => {
    const line = cells[row - 1] ?? {};
    line[column] = { ...line[column], ...data };
    cells[row - 1] = line;
  };
  const untouched = (row: number, column: number): boolean => ground.isBlank(row, column) && ground.pattern(row, column) === null;
  for (const { row, column, rows, columns, look } of looksToGive(board, untouched)) {
    const style = styleOf(look, ground.dayFormat);
    if (style === null) continue;
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) add(row + r, column + c, { s: style });
  }
  for (const cell of board.cells) add(cell.row, cell.column, contentOf(cell, board, ground));
  return cells;
}

/** Widths for a new tab, in pixels by column. */
export function boardWidths(board: Board): Record<number, { w: number }> {
  return Object.fromEntries(wordColumns(board).map((column) => [column, { w: WORDS }]));
}
const WORDS = 220;

function styleOf(look: BoardLook, dayFormat: string): IStyleData | null {
  const pattern = look === 'day' ? dayFormat : BOARD_FORMATS[look];
  if (pattern === null && !isBold(look)) return null;
  return { ...(pattern === null ? {} : { n: { pattern } }), ...(isBold(look) ? { bl: 1 } : {}) };
}

function contentOf({ content, row, column }: BoardCell, board: Board, { pattern, dayFormat }: BoardGround): ICellData {
  if ('formula' in content) return { v: null, t: null, p: null, si: null, f: formulaText(content.formula, board, DIALECT) };
  if ('text' in content) return textCell(content.text);
  const serial = serialOf(content.day);
  if (serial === null) return textCell(content.day);
  const own = pattern(row, column);
  const style = own !== null && showsDay(own) ? {} : { s: { n: { pattern: dayFormat } } };
  return { v: serial, t: NUMBER, p: null, f: null, ...style };
}
