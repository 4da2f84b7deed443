/**
 * Figures beside the invoices that are formulas of ours. An aging balance next to the table has headings of its own, "Amount" among them: read along,
 * it would be a second column of amounts. So what such a formula shows, in its cell and in those it fills, is not there for the reader.
 */
import { isFigureName } from '../functions/names.ts';
import type { Cell, Sheet, Snapshot } from '../workbook.ts';

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

const FILLED = /^=\{\$?([A-Z]{1,3})\$?(\d+)[:}]/i;

function isFigure(formula: string, formulas: NonNullable<Sheet['formulas']>): boolean {
  if (!formula.startsWith('=')) return false;
  const [, letters, row] = FILLED.exec(formula) ?? [];
  if (letters === undefined) return callsFigure(formula);
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const filling = formulas[Number(row) - 1]?.[column];
  return typeof filling === 'string' && filling.startsWith('=') && !FILLED.test(filling) && callsFigure(filling);
}

/** Names stand before a bracket; Excel puts the namespace before ours. */
function callsFigure(formula: string): boolean {
  return (formula.match(/[\w.]+(?=\s*\()/g) ?? []).some((name) => isFigureName(name.replace(/^(?:AR\.|_xldudf_AR_)/i, '')));
}
