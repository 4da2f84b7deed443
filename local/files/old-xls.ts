/**
 * Files of the old compound kind: Excel 97–2003 workbooks, read by the kept library, and modern ones locked with a password, which Office wraps in
 * the same kind of file.
 */
import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, Sheet, Snapshot } from '../../core/index.ts';
import { Grid } from './grid.ts';
import { FileTrouble } from './trouble.ts';

/** Names inside a compound file are UTF-16; found without unpacking it. */
function holds(bytes: Uint8Array, name: string): boolean {
  const units = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(units[0]); at >= 0; at = bytes.indexOf(units[0], at + 1)) {
    let i = 1;
    while (i < units.length && bytes[at + i] === units[i]) i++;
    if (i === units.length) return true;
  }
  return false;
}

/** Every sheet of an old `.xls`. Throws `password` for a locked workbook of any age, `not-a-spreadsheet` for other compound files. */
export function readOldXls(bytes: Uint8Array): Snapshot {
  if (holds(bytes, 'EncryptedPackage')) throw new FileTrouble('password');
  // A letter or a slide show may carry a workbook within: it is none itself.
  const isOther = holds(bytes, 'WordDocument') || holds(bytes, 'PowerPoint Document');
  if (isOther || (!holds(bytes, 'Workbook') && !holds(bytes, 'Book'))) throw new FileTrouble('not-a-spreadsheet', 'office');
  const workbook = readWithLibrary(bytes);
  const sheets = workbook.SheetNames.map((name) => sheetOf(name, workbook.Sheets[name]));
  return { sheets, locale: null, timeZone: null, date1904: workbook.Workbook?.WBProps?.date1904 === true };
}

function readWithLibrary(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellFormula: true, cellText: false, cellHTML: false, cellDates: false });
  } catch (error) {
    throw new FileTrouble(
      /password|encryption (?:scheme|algorithm|flags)/i.test(error instanceof Error ? error.message : '') ? 'password' : 'damaged',
    );
  }
}

/** Errors by the codes of the binary format. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

interface LibraryCell {
  readonly t?: string;
  readonly v?: unknown;
  readonly z?: unknown;
  readonly f?: unknown;
}

function cellOf({ t, v }: LibraryCell): Cell {
  if (t === 'e') return { error: ERRORS[Number(v)] ?? '#ERROR!' };
  if (typeof v === 'number') return Number.isFinite(v) ? v : { error: '#NUM!' };
  return typeof v === 'boolean' || (typeof v === 'string' && v !== '') ? v : null;
}

function sheetOf(name: string, source: WorkSheet | undefined): Sheet {
  const rows = (source as { '!data'?: (LibraryCell | undefined)[][] } | undefined)?.['!data'] ?? [];
  const grid = new Grid();
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell === undefined || cell === null) return;
      const value = cellOf(cell);
      if (value !== null) grid.put(r, c, value, typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : null);
      if (typeof cell.f === 'string') grid.mark(r, c, `=${cell.f}`);
    });
  });
  return grid.sheet(name);
}
