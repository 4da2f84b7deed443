/**
 * Save a copy: the file as it was opened, with every cell that is different now. What the user typed, what a refresh wrote and the journal go in;
 * all the rest of the file (widths, charts, macros, comments) stays byte for byte what it was.
 */
import type { Binding, Cell, Sheet } from '../../core/index.ts';
import type { CellEdit, Edits } from '../files/cell-edits.ts';
import type { Copied } from '../files/copy.ts';
import { copyWithEdits } from '../files/copy.ts';
import type { Opened } from '../files/open.ts';
import { isoOfSerial, serialOf, showsDay } from './grid/formats.ts';

type SheetNow = { readonly origin: number | null; readonly sheet: Sheet };

/**
 * The copy's bytes. `sheets`: the grid as it stands; `headerRow` and `dueColumn`: of the invoice table, when one is known; `binding`: the user's
 * word on it. */
export function copyNow(
  opened: Opened,
  sheets: readonly SheetNow[],
  table: { readonly sheet: string; readonly headerRow: number; readonly dueColumn: number | null } | null,
  binding?: Binding,
): Copied {
  const before = opened.snapshot.sheets;
  const byIndex = new Map<number, ReadonlyMap<number, readonly CellEdit[]>>();
  const newTabs: { name: string; rows: string[][] }[] = [];
  for (const { origin: own, sheet } of sheets) {
    const origin = own ?? deletedBefore(before, sheets, sheet.name);
    const was = origin === null ? undefined : before[origin];
    if (origin === null || was === undefined) {
      if (sheet.cells.length > 0) newTabs.push({ name: sheet.name, rows: sheet.cells.map((row) => Array.from(row, shown)) });
      continue;
    }
    const edits = changedCells(was, sheet, opened.snapshot.date1904);
    if (edits.size > 0) byIndex.set(origin, edits);
  }
  const invoiceSheet = sheets.find(({ sheet }) => sheet.name === table?.sheet)?.origin ?? -1;
  const isText = opened.original.kind === 'text';
  const edits: Edits = {
    sheets: byIndex,
    newTabs: isText ? [] : newTabs,
    left: [],
    invoiceSheet,
    ...(binding === undefined ? {} : { binding }),
  };
  const headerRow = table?.headerRow ?? 1;
  // New columns stand under their headings in every line of the table.
  const heading = byIndex.get(Math.max(0, invoiceSheet))?.get(headerRow) ?? [];
  const width = Math.max(0, ...heading.map(({ column }) => column + 1));
  return copyWithEdits(opened, edits, { headerRow, dueColumn: table?.dueColumn ?? null, width });
}

/** The sheet of the file that was deleted in the grid and made again under its name, as the journal is; null when there is none. */
function deletedBefore(before: readonly Sheet[], sheets: readonly SheetNow[], name: string): number | null {
  const at = before.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return at < 0 || sheets.some(({ origin }) => origin === at) ? null : at;
}

/** The cells of a sheet that are not what they were, by row. */
export function changedCells(was: Sheet, now: Sheet, date1904: boolean): Map<number, readonly CellEdit[]> {
  const changed = new Map<number, CellEdit[]>();
  const height = Math.max(was.cells.length, now.cells.length);
  for (let row = 0; row < height; row++) {
    const [old, fresh] = [was.cells[row] ?? [], now.cells[row] ?? []];
    const width = Math.max(old.length, fresh.length, now.formulas?.[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const formula = formulaAt(now, row, column);
      const wasFormula = formulaAt(was, row, column);
      const [a, b] = [old[column] ?? null, fresh[column] ?? null];
      const format = now.formats?.[row]?.[column] ?? null;
      const same = a === b || sameCell(a, was.formats?.[row]?.[column] ?? null, b, format, date1904);
      if (same && formula === wasFormula) continue;
      const edit = editOf(b, format, row + 1, column, formula, formula !== null && formula === wasFormula, date1904);
      const line = changed.get(row + 1);
      if (line) line.push(edit);
      else changed.set(row + 1, [edit]);
    }
  }
  return changed;
}

const formulaAt = (sheet: Sheet, row: number, column: number): string | null => {
  const formula = sheet.formulas?.[row]?.[column];
  return typeof formula === 'string' && formula.startsWith('=') ? formula : null;
};

function editOf(
  cell: Cell,
  format: string | null,
  row: number,
  column: number,
  formula: string | null,
  isResult: boolean,
  date1904: boolean,
): CellEdit {
  const isDay = typeof cell === 'number' && format !== null && showsDay(format);
  if (isResult) return { row, column, value: isDay && date1904 ? cell - 1462 : plain(cell), look: 'result', typed: true };
  if (formula !== null) return { row, column, value: plain(cell), look: 'text', typed: true, formula };
  if (isDay) return { row, column, value: isoOfSerial(cell), look: 'day', typed: true };
  return { row, column, value: plain(cell), look: typeof cell === 'number' ? 'count' : 'text', typed: true };
}

function plain(cell: Cell): CellEdit['value'] {
  return typeof cell === 'object' && cell !== null ? shown(cell) : cell;
}

/** Whether two cells are the same value, however the file wrote it: a date may stand as a serial of 1904 or as ISO text. */
function sameCell(a: Cell, aFormat: string | null, b: Cell, bFormat: string | null, date1904: boolean): boolean {
  const [left, right] = [comparable(a, aFormat, date1904), comparable(b, bFormat, false)];
  return left === right;
}

function comparable(cell: Cell, format: string | null, date1904: boolean): string | number | boolean | null {
  if (cell === '' || cell === null) return null;
  if (typeof cell === 'number') return date1904 && format !== null && showsDay(format) ? cell + 1462 : cell;
  if (typeof cell !== 'object') return cell;
  if (cell instanceof Date) return serialOf(cell.toISOString().slice(0, 10));
  if ('number' in cell) return comparable(cell.number, cell.format, date1904);
  if ('error' in cell) return `\u0000${cell.error}`;
  return serialOf(cell.date) ?? cell.date;
}

function shown(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return 'number' in cell ? String(cell.number) : 'date' in cell ? cell.date : cell.error;
}
