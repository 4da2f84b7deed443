/**
 * What a cell looks like before anybody wonders what it means: blank, in error, or text with the odd characters that banks, web pages and
 * foreign keyboards leave in it. An invoice sheet is pasted from everywhere; `１８５０` and `1 850` must meet here as the same sum.
 */

import { UNSEEN } from '../words.ts';
import type { Cell, Sheet } from '../workbook.ts';

/** Why a cell gave no value; `against-order` alone keeps its value. Problem ids (DOMAIN 6) are made from it by column. */
export type TroubleKind = 'unreadable' | 'impossible' | 'ambiguous' | 'against-order' | 'cell-error' | 'unknown-currency';

/** One cell that could not be trusted. */
export interface CellTrouble {
  /** 0-based data row in the range read. */
  readonly index: number;
  readonly kind: TroubleKind;
  /** The cell as a person would recognise it. */
  readonly found: string;
}

/** A trouble of one cell read alone. */
export type LoneTrouble = Omit<CellTrouble, 'index'>;

/** 0-based sheet rows, `to` exclusive. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

const SAME_AS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63', '-'],
      ['\u2018\u2019\u02bc\u2032\u00b4`\u066c', "'"],
      ['\u2044\u2215', '/'],
      ['\u066b\u3001', ','],
      ['\u3002', '.'],
      // A euro saved by Windows and read as Latin-1.
      ['\u0080', '€'],
      ['\ufe69', '$'],
      ['\uffe1', '£'],
      ['\uffe5', '¥'],
      // Direction overrides stay, and make the cell unreadable.
      [UNSEEN, ''],
    ] as const
  ).flatMap(([characters, plain]) => [...characters].map((character) => [character, plain])),
);
/** Where the ten digits of a script begin: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

function plainCharacter(character: string): string {
  const same = SAME_AS[character];
  if (same !== undefined) return same;
  const code = character.charCodeAt(0);
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  // Line ends stay: two lines in a cell are two values, not one.
  return /[^\S\n\r\t\v\f]/.test(character) ? ' ' : character;
}

/**
 * The text with full-width and Arabic digits, odd blanks, dashes and apostrophes made plain, invisible marks taken off, and trimmed. Unlike
 * NFKC it leaves `12²` alone, which is not 122.
 */
export function plainWord(text: string): string {
  return text.replace(/[^\x20-\x5f\x61-\x7e]/g, plainCharacter).trim();
}

/** A cell's text made plain, without the apostrophe by which spreadsheets mark text. */
export function plainText(text: string): string {
  const plain = plainWord(text);
  return plain.startsWith("'") ? plain.slice(1).trim() : plain;
}

/** A letter or a digit in front: most cells, neither blank nor in error, told without any rewriting. */
function beginsPlainly(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
}

/** Does this plain text stand for nothing? A lone dash is how accountants leave a cell empty. */
export function isBlankText(plain: string): boolean {
  return /^-*$/.test(plain);
}

/** Is this plain text a spreadsheet error in any language: `#N/A`, `#VALEUR !`, `#BEZUG!`, LibreOffice's `Err:502`? */
export function isErrorText(plain: string): boolean {
  return /^(?:#[¡¿]?\p{Lu}[\p{Lu}\d_/]* ?[!?]?|Err:\d{3})$/u.test(plain);
}

/** Is the cell in error, as a value or as the text a CSV keeps of it? */
export function isErrorCell(cell: Cell): boolean {
  if (typeof cell !== 'string') return typeof cell === 'object' && cell !== null && 'error' in cell;
  // `Err:502` alone begins with a letter.
  return (!beginsPlainly(cell) || cell.charCodeAt(0) === 69) && isErrorText(plainText(cell));
}

/** Is there nothing in the cell for a reader: null, missing, only blanks, or a lone dash? */
export function isBlankCell(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return cell === null || cell === undefined;
  return cell === '' || (!beginsPlainly(cell) && isBlankText(plainText(cell)));
}

/** Is the cell an instant? Asked of its methods: Google's Dates need not be made by our own `Date`. */
export function isInstant(cell: Exclude<Cell, null> & object): cell is Date {
  return 'getTime' in cell;
}

/** The number format of a cell: its own, else that of the grid beside the cells; null when none is known. */
export function formatAt(sheet: Sheet, row: number, column: number): string | null {
  return sheet.formats?.[row]?.[column] ?? null;
}

const LONGEST_QUOTE = 120;

/** How a cell is quoted in a problem: as typed, cut when endless, a rate as a rate; '' when blank. `format` is the grid's, if any. */
export function displayText(cell: Cell | undefined, format: string | null = null): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE - 1)}…` : cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return numberText(cell, format);
  if (isInstant(cell)) return Number.isNaN(cell.getTime()) ? 'Invalid Date' : cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if ('error' in cell) return cell.error;
  return 'date' in cell ? cell.date : numberText(cell.number, cell.format);
}

function numberText(value: number, format: string | null): string {
  // Twelve digits undo the binary dust of 0.07 × 100.
  return format?.includes('%') ? `${Number((value * 100).toPrecision(12))} %` : String(value);
}

/** The cell of a sheet quoted, its format in the grid considered. */
export function quotedAt(sheet: Sheet, row: number, column: number): string {
  return displayText(sheet.cells[row]?.[column], formatAt(sheet, row, column));
}
