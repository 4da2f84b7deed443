/**
 * Save a copy: the file as it was opened, with every cell that is different now. What the user typed, what a refresh wrote and the journal go in;
 * all the rest of the file (widths, charts, macros, comments) stays byte for byte what it was.
 */
import { type Binding, type Cell, filledFrom, type Sheet } from '../../core/index.ts';
import type { CellEdit, Edits, TabCell } from '../files/cell-edits.ts';
import type { Copied } from '../files/copy.ts';
import { copyWithEdits } from '../files/copy.ts';
import type { Opened } from '../files/open.ts';
import { type Spill, withSpills } from '../files/spill.ts';
import { isoOfSerial, serialOf, showsDay } from './grid/formats.ts';

type SheetNow = { readonly origin: number | null; readonly sheet: Sheet; readonly spills?: readonly Spill[] };

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
  const newTabs: { name: string; rows: TabCell[][] }[] = [];
  for (const { origin: own, sheet: stands, spills = [] } of sheets) {
    const sheet = withSpills(stands, spills);
    const origin = own ?? deletedBefore(before, sheets, sheet.name);
    const was = origin === null ? undefined : before[origin];
    if (origin === null || was === undefined) {
      if (sheet.cells.length > 0)
        newTabs.push({ name: sheet.name, rows: sheet.cells.map((_, row) => tabRow(sheet, row, opened.snapshot.date1904)) });
      continue;
    }
    const edits = changedCells(was, sheet, opened.snapshot.date1904);
    if (edits.size > 0) byIndex.set(origin, edits);
  }
  const invoiceSheet = sheets.find(({ sheet }) => sheet.name === table?.sheet)?.origin ?? -1;
  const edits: Edits = {
    sheets: byIndex,
    newTabs,
    left: [],
    invoiceSheet,
    ...(binding === undefined ? {} : { binding }),
  };
  const headerRow = table?.headerRow ?? 1;
  // New columns stand under their headings in every line of the table.
  const heading = byIndex.get(Math.max(0, invoiceSheet))?.get(headerRow) ?? [];
  const width = Math.max(0, ...heading.map(({ column }) => column + 1));
  // A table of text has no tabs: with a journal or settings of its own it becomes a workbook, so that nothing is lost.
  const outgrown = opened.original.kind === 'text' && newTabs.length > 0;
  return copyWithEdits(outgrown ? { ...opened, original: { kind: 'other' } } : opened, edits, {
    headerRow,
    dueColumn: table?.dueColumn ?? null,
    width,
  });
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
      const spill = formula === null ? undefined : spillAt(now, row, column);
      const isRefilled = spill !== undefined && spill !== spillAt(was, row, column);
      if (same && formula === wasFormula && !isRefilled) continue;
      const isResult = formula !== null && formula === wasFormula && !isRefilled;
      const made = editOf(b, format, row + 1, column, formula, isResult, date1904);
      const edit = spill === undefined || isResult ? made : { ...made, spill };
      const line = changed.get(row + 1);
      if (line) line.push(edit);
      else changed.set(row + 1, [edit]);
    }
  }
  return changed;
}

/** The cell's own formula: none in a cell that another one's formula fills. */
const formulaAt = (sheet: Sheet, row: number, column: number): string | null => {
  const formula = sheet.formulas?.[row]?.[column];
  return typeof formula === 'string' && formula.startsWith('=') && filledFrom(formula) === null ? formula : null;
};

/** The area that the formula of a cell fills, where it fills more than its cell. */
function spillAt({ formulas }: Sheet, row: number, column: number): string | undefined {
  const beside = [formulas?.[row]?.[column + 1], formulas?.[row + 1]?.[column]];
  const filled = beside.find((formula) => {
    const from = typeof formula === 'string' ? filledFrom(formula) : null;
    return from?.row === row && from.column === column;
  });
  return typeof filled === 'string' ? filled.slice(2, -1) : undefined;
}

/** A row of a tab the file has not: texts as they stand, numbers and days under their formats, formulas with what they came to. */
function tabRow(sheet: Sheet, row: number, date1904: boolean): TabCell[] {
  const line = sheet.cells[row] ?? [];
  const width = Math.max(line.length, sheet.formulas?.[row]?.length ?? 0);
  return Array.from({ length: width }, (_, column): TabCell => {
    const cell = line[column] ?? null;
    const formula = formulaAt(sheet, row, column);
    if (formula === null && typeof cell !== 'number' && typeof cell !== 'boolean') return shown(cell);
    const format = sheet.formats?.[row]?.[column] ?? null;
    const isDay = typeof cell === 'number' && format !== null && showsDay(format);
    const value = isDay && date1904 ? cell - 1462 : plain(cell);
    const spill = formula === null ? undefined : spillAt(sheet, row, column);
    return { value, format, ...(formula === null ? {} : { formula }), ...(spill === undefined ? {} : { spill }) };
  });
}

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
  if (formula !== null) {
    const value = isDay && date1904 ? cell - 1462 : plain(cell);
    return { row, column, value, look: isDay ? 'day' : 'text', typed: true, formula };
  }
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
