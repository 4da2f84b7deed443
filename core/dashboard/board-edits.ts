/**
 * What is written in the dashboard tab. On request: the whole page, in place. On a refresh: the day in its stamp cell alone, which makes every host
 * work the formulas out again. What the user typed over a cell of ours stays, and is named.
 */
import { isoOf } from '../calendar.ts';
import { isFormulaName, withoutNamespace } from '../functions/names.ts';
import { isBlankCell } from '../ledger/cell-text.ts';
import { textOf } from '../ledger/cell-words.ts';
import { readDay } from '../ledger/day-cells.ts';
import { columnLetter } from '../ledger/problems.ts';
import type { Study } from '../study.ts';
import { freeSheetName, isBlankSheet } from '../tabs/index.ts';
import type { Board, BoardCell, ColumnEdits, FormulaPlace, LeftCell, Sheet } from '../workbook.ts';
import { type BoardPlace, findBoard } from './find-board.ts';
import { inSheet } from './formula-text.ts';
import { BOARD_NAMES, boardPage, isBoardText, STAMP } from './layout.ts';

/** The whole dashboard for a study, and the cells of the user that stand in its way. */
export function boardOf(study: Study): { readonly board: Board; readonly left: readonly LeftCell[] } {
  const found = findBoard(study.snapshot);
  const page = boardPage(study, found?.row ?? 1, found?.column ?? 0);
  const left: LeftCell[] = [];
  const cells = page.cells.filter((cell) => {
    const why = found === null ? null : whyKept(found.sheet, cell, study);
    if (why !== null) left.push({ sheet: (found as BoardPlace).sheet.name, row: cell.row, column: columnLetter(cell.column), why });
    return why === null;
  });
  const name = BOARD_NAMES[study.ownLanguage];
  // An insertion that stopped half-way may have left its sheet blank.
  const blank = study.snapshot.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase() && isBlankSheet(sheet));
  const there = found?.sheet ?? blank;
  const tab = there?.name ?? freeSheetName(study.snapshot, name);
  return { board: { ...page, ...aboutOf(study, found), tab, create: there === undefined, cells }, left };
}

/** The stamp brought to the day of the study; null when there is no dashboard, or it shows that day already. */
export function stampOf(study: Study): Board | null {
  const found = findBoard(study.snapshot);
  if (found === null) return null;
  const row = found.row + STAMP.row;
  const column = found.column + STAMP.column;
  const shown = dayAt(found.sheet, row, column, study);
  // What is no day is not ours to replace.
  if (shown === null || 'trouble' in shown || shown.day === study.asOf) return null;
  const cells: BoardCell[] = [{ row, column, content: { day: isoOf(study.asOf) }, look: 'day' }];
  return { tab: found.sheet.name, create: false, cells, looks: [], charts: [], ...aboutOf(study, found) };
}

/** What a formula in any cell of the workbook is told so that it follows the sheet, once the columns of ours in `edits` stand there too. */
export function formulaPlace(study: Study, edits: readonly ColumnEdits[]): FormulaPlace {
  const found = findBoard(study.snapshot);
  const { invoices, stamp } = aboutOf(
    study,
    found,
    edits.map(({ column }) => column),
  );
  return { invoices, stamp: found === null ? null : inSheet(found.sheet.name, stamp) };
}

/** What the formulas are about: all columns of the invoice table, so that a row added below is counted, and the day they are asked for. */
function aboutOf({ ledger, snapshot }: Study, found: BoardPlace | null, added: readonly number[] = []): Pick<Board, 'invoices' | 'stamp'> {
  const { sheet, headerRow, columns } = ledger.place;
  const headers = snapshot.sheets.find(({ name }) => name === sheet)?.cells[headerRow - 1] ?? [];
  const filled = headers.flatMap((cell, column) => (isBlankCell(cell ?? null) ? [] : [column]));
  const last = Math.max(...filled, ...columns.values(), ...added);
  const stamp = `$${columnLetter((found?.column ?? 0) + STAMP.column)}$${(found?.row ?? 1) + STAMP.row}`;
  const dueColumn = columns.get('dueOn') ?? null;
  return { invoices: { sheet, columns: `A:${columnLetter(last)}`, headerRow, dueColumn }, stamp };
}

/** Why a cell is not ours to write: it holds a formula or words of the user's. Blanks, our words, our formulas and days are ours. */
function whyKept(sheet: Sheet, { row, column, content }: BoardCell, study: Study): LeftCell['why'] | null {
  const formula = sheet.formulas?.[row - 1]?.[column];
  if (typeof formula === 'string' && formula.startsWith('=')) return isOurFormula(formula) ? null : 'formula';
  const cell = sheet.cells[row - 1]?.[column] ?? null;
  if (isBlankCell(cell)) return null;
  if ('day' in content) {
    const day = dayAt(sheet, row, column, study);
    return day !== null && 'day' in day ? null : 'words';
  }
  // A host that does not tell formulas shows what they answer: over a formula of ours that is ours to write again.
  return 'formula' in content ? (sheet.formulas === undefined ? null : 'words') : isBoardText(textOf(cell)) ? null : 'words';
}

function dayAt({ cells, formats }: Sheet, row: number, column: number, { reading }: Study): ReturnType<typeof readDay> {
  return readDay(cells[row - 1]?.[column], reading.dayContext, formats?.[row - 1]?.[column] ?? null);
}

/** A formula that begins with a call of ours, under whichever name the host gives it. */
function isOurFormula(formula: string): boolean {
  const name = /^=\s*([\w.]+)\s*\(/.exec(formula)?.[1];
  return name !== undefined && isFormulaName(withoutNamespace(name.replace(/^_xlfn\./i, '')));
}
