/** A Google spreadsheet that holds what a snapshot holds: the same cells in the form Google would keep them. */
import type { Cell, Sheet, Snapshot } from '../../../core/workbook.ts';
import { BookData, SheetData } from './book.ts';
import { dateFormatOf, type Stored, showsDate } from './typing.ts';
import { serialOf, serialOfDay } from './zone.ts';

export interface BookOptions {
  readonly locale?: string;
  readonly timeZone?: string;
}

/** Where the shell keeps the user's word on the invoice table. */
const BINDING = 'relance.binding';
/** Days between the calendars of 1900 and 1904. */
const DAYS_1904 = 1462;

/** The spreadsheet of a snapshot; its zone and locale are those of the options, else of the snapshot, else French. */
export function bookOf(snapshot: Snapshot, options: BookOptions = {}): BookData {
  const locale = (options.locale ?? snapshot.locale ?? 'fr-FR').replace('-', '_');
  const zone = options.timeZone ?? snapshot.timeZone ?? 'Europe/Paris';
  const book = new BookData(snapshot.workbookId ?? 'spreadsheet-1', locale, zone);
  for (const sheet of snapshot.sheets) book.sheets.push(sheetOf(book, sheet, snapshot.date1904));
  if (snapshot.binding) book.properties.set(BINDING, JSON.stringify(snapshot.binding));
  book.flush();
  return book;
}

function sheetOf(book: BookData, sheet: Sheet, date1904: boolean): SheetData {
  const width = Math.max(1, ...sheet.cells.map((row) => row.length));
  const data = new SheetData(book, sheet.name, Math.max(1, sheet.cells.length), width);
  sheet.cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      const formula = sheet.formulas?.[r]?.[c];
      const kept = storedOf(cell, sheet.formats?.[r]?.[c] ?? null, book, date1904);
      data.put(r + 1, c + 1, typeof formula === 'string' && formula.startsWith('=') ? { ...kept, formula } : kept);
    });
  });
  return data;
}

function storedOf(cell: Cell, format: string | null, book: BookData, date1904: boolean): Stored {
  const stored = (value: Stored['value'], own = format): Stored => ({ value, formula: null, format: own });
  const number = (value: number, own: string | null): Stored => stored(value + (date1904 && showsDate(own) ? DAYS_1904 : 0), own);
  if (cell === null || cell === '') return stored(null);
  if (typeof cell === 'number') return number(cell, format);
  if (typeof cell !== 'object') return stored(cell);
  if (cell instanceof Date) return stored(serialOf(cell, book.timeZone), format ?? dateFormatOf(book.locale));
  if ('number' in cell) return number(cell.number, cell.format);
  if ('error' in cell) return stored(cell.error);
  const [year = 0, month = 0, day = 0] = cell.date.slice(0, 10).split('-').map(Number);
  return stored(serialOfDay(year, month, day) ?? cell.date, format ?? dateFormatOf(book.locale));
}

/** What stands in a sheet now, as plain values: dates as day numbers, blanks as null; rows and columns up to the last content. */
export function cellsOf(sheet: SheetData): Cell[][] {
  const { lastRow, lastColumn } = sheet;
  return Array.from({ length: lastRow }, (_, r) => Array.from({ length: lastColumn }, (_, c) => sheet.at(r + 1, c + 1).value));
}
