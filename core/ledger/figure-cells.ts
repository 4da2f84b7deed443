/**
 * Figures beside the invoices that are formulas of ours. An aging balance next to the table has headings of its own, "Amount" among them: read along,
 * it would be a second column of amounts. So what such a formula shows, in its cell and in those it fills, is not there for the reader.
 */
import { isFigureName, namesCalled, withoutNamespace } from '../functions/names.ts';
import type { Cell, Sheet, Snapshot } from '../workbook.ts';
import { columnOfLetters } from './bound-columns.ts';

/** The workbook with these cells blank; itself when there are none. Needs the `formulas` of a sheet; a filled cell has `={A1:D9}` there. */
export function withoutFigures(snapshot: Snapshot): Snapshot {
  let isSame = true;
  const sheets = snapshot.sheets.map((sheet) => {
    const blanked = blank(sheet);
    if (blanked !== sheet) isSame = false;
    return blanked;
  });
  return isSame ? snapshot : { ...snapshot, sheets };
}

function blank(sheet: Sheet): Sheet {
  const { cells, formulas } = sheet;
  if (!formulas) return sheet;
  let made: (readonly Cell[])[] | null = null;
  formulas.forEach((line, row) => {
    if (!line || !cells[row]?.length) return;
    let fresh: Cell[] | null = null;
    line.forEach((formula, column) => {
      if (typeof formula !== 'string' || !isFigure(formula, formulas) || column >= (cells[row] as readonly Cell[]).length) return;
      fresh ??= [...(cells[row] as readonly Cell[])];
      fresh[column] = null;
    });
    if (fresh === null) return;
    made ??= [...cells];
    made[row] = fresh;
  });
  return made === null ? sheet : { ...sheet, cells: made };
}

/** The first cell (0-based) of the area a cell is filled from; null for a cell with a formula of its own, or none. */
export function filledFrom(formula: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^=\{\$?([A-Z]{1,3})\$?(\d+)[:}]/i.exec(formula) ?? [];
  return letters === undefined ? null : { row: Number(row) - 1, column: columnOfLetters(letters) };
}

function isFigure(formula: string, formulas: NonNullable<Sheet['formulas']>): boolean {
  if (!formula.startsWith('=')) return false;
  const from = filledFrom(formula);
  if (from === null) return callsFigure(formula);
  const filling = formulas[from.row]?.[from.column];
  return typeof filling === 'string' && filling.startsWith('=') && filledFrom(filling) === null && callsFigure(filling);
}

function callsFigure(formula: string): boolean {
  return namesCalled(formula).some((name) => isFigureName(withoutNamespace(name)));
}
