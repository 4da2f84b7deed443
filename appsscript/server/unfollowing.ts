/**
 * Formulas of the user's that do not follow the sheet: Google keeps an answer as long as the arguments stay the same, so `=DSO()` shows the figure of the
 * day it was typed. After a refresh they are named, each with the formula that would follow; on the user's word they are written so. Nothing here knows
 * what a formula means.
 */
import {
  columnLetter,
  type Followed,
  type FollowingCell,
  type FormulaPlace,
  followingFormula,
  isUnfollowing,
  type LeftCell,
  UNFOLLOWING_CALLS,
  type UnfollowingCell,
} from '../../core/index.ts';
import { tried } from './google.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells looked at, for a text that only looks like a call is found too; and cells named. */
const [LOOKED_AT, NAMED] = [200, 50];

/**
 * The cells of the workbook whose formulas do not follow it. One search, and one read for each sheet that holds some. None where Google does not search:
 * what was refreshed is refreshed all the same.
 */
export function unfollowingCells(book: Spreadsheet, place: FormulaPlace): UnfollowingCell[] {
  const found = tried(() => formulasFound(book)) ?? [];
  return found
    .flatMap(({ sheet, row, column, formula }): UnfollowingCell[] => {
      const cell = { sheet, row, column: columnLetter(column) };
      return isUnfollowing(formula) ? [{ ...cell, formula, to: followingFormula(formula, cell, place) }] : [];
    })
    .slice(0, NAMED);
}

/**
 * Writes these cells so that they follow the sheet: each only where it still holds what was shown and would be written as was shown, now as then. Answers
 * how many were, and the others.
 */
export function convertCells(book: Spreadsheet, cells: readonly FollowingCell[], place: FormulaPlace): Followed {
  const looked = cells.map((cell) => {
    const range = tried(() => book.getSheetByName(cell.sheet)?.getRange(`${cell.column}${cell.row}`));
    const isAsShown = range?.getFormula() === cell.formula && followingFormula(cell.formula, cell, place) === cell.to;
    return { cell, range: isAsShown ? range : null };
  });
  for (const { cell, range } of looked) range?.setFormula(cell.to);
  SpreadsheetApp.flush();
  const left = looked.flatMap(({ cell: { sheet, row, column }, range }): LeftCell[] =>
    range ? [] : [{ sheet, row, column, why: 'row-changed' }],
  );
  return { done: looked.length - left.length, left };
}

interface Found {
  readonly sheet: string;
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly formula: string;
}

/** Where Google finds such calls, sheet by sheet. The formulas of a sheet come in one read around all of them. */
function formulasFound(book: Spreadsheet): Found[] {
  const ranges = book.createTextFinder(UNFOLLOWING_CALLS).useRegularExpression(true).matchFormulaText(true).findAll();
  const bySheet = new Map<string, { readonly sheet: GoogleSheet; readonly cells: { readonly row: number; readonly column: number }[] }>();
  for (const range of ranges.slice(0, LOOKED_AT)) {
    const sheet = range.getSheet();
    const name = sheet.getName();
    const known = bySheet.get(name) ?? { sheet, cells: [] };
    known.cells.push({ row: range.getRow(), column: range.getColumn() });
    bySheet.set(name, known);
  }
  return [...bySheet].flatMap(([name, { sheet, cells }]) => {
    const [rows, columns] = [cells.map(({ row }) => row), cells.map(({ column }) => column)];
    const [top, first] = [Math.min(...rows), Math.min(...columns)];
    const formulas = sheet.getRange(top, first, Math.max(...rows) - top + 1, Math.max(...columns) - first + 1).getFormulas();
    return cells.map(({ row, column }) => ({ sheet: name, row, column: column - 1, formula: formulas[row - top]?.[column - first] ?? '' }));
  });
}
