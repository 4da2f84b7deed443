/**
 * The reminder journal as a file beside the drafts: the memory of what was prepared when the workbook itself is never written. People open it in
 * spreadsheet programs, mend it by hand and cut it by accident; whatever can still be read is read, nothing is ever dropped, and a line that was
 * cut keeps back the reminders it may have been about.
 */
import { JOURNAL_HEADERS, startsFormula, unguarded } from '../../core/index.ts';
import { findHeader } from '../../core/tabs/records.ts';
import { TAB_SHAPES } from '../../core/tabs/tab-shapes.ts';
import type { Sheet, TabAppend } from '../../core/workbook.ts';
import { type Dialect, dialectOf, readCsv } from '../files/csv.ts';
import { Records } from '../files/csv-records.ts';
import { decodeText, encodeText, joined, markOf, readable } from '../files/text-encoding.ts';

/** The sheet's name in the snapshot, by which the core knows it for a journal. */
export const JOURNAL_SHEET = 'journal.csv';

/** A line that was cut: what it was about is not sure. `customer` null: it may be about anybody. */
export interface CutLine {
  readonly row: number;
  readonly customer: string | null;
}

/** What the file holds. A blank sheet when there is no journal yet. */
export interface JournalReading {
  readonly sheet: Sheet;
  readonly cutLines: readonly CutLine[];
}

/** A new journal is headed by the column ids: a file beside the drafts is read by programs as much as by people, whatever their language. */
export const BLANK_JOURNAL: JournalReading = { sheet: { name: JOURNAL_SHEET, cells: [[...JOURNAL_HEADERS.en]] }, cutLines: [] };

/** Reads the journal; null when the bytes are no journal at all. A file with nothing in it reads as a new one. */
export function readJournalFile(bytes: Uint8Array | null): JournalReading | null {
  if (bytes === null) return BLANK_JOURNAL;
  const decoded = decodeText(bytes);
  if (decoded.text.includes('\0')) return null;
  if (decoded.text.trim() === '') return BLANK_JOURNAL;
  const dialect = dialectOf(decoded, 'csv');
  const read = readCsv(decoded.text, dialect, JOURNAL_SHEET).sheets[0] as Sheet;
  const header = findHeader(read, TAB_SHAPES.journal, true);
  if (header === null) return null;
  return { sheet: read, cutLines: cutLines(decoded.text, dialect, header) };
}

/** The columns that say which reminder a line is about. */
const TELLING = ['event', 'customer', 'invoices', 'stage', 'round'] as const;

function cutLines(
  text: string,
  dialect: Dialect,
  header: { readonly row: number; readonly columns: ReadonlyMap<string, number> },
): CutLine[] {
  const records = new Records(text, dialect.separator, dialect.from);
  const last = Math.max(...TELLING.map((column) => header.columns.get(column) ?? -1));
  const customerColumn = header.columns.get('customer') ?? -1;
  const cut: CutLine[] = [];
  let width = 0;
  for (let row = 1; records.next(); row++) {
    const { fields } = records;
    if (row === header.row + 1) width = fields.length;
    if (row <= header.row + 1 || records.blank()) continue;
    const torn = fields.findIndex((field) => isTorn(text, field));
    const isRunOn = fields.slice(width).some((field) => field.value !== '');
    if (fields.length >= width && torn < 0 && !isRunOn) continue;
    // The last field there is may itself be half of what it was; after two lines run into one, or a quote never closed, no field is sure.
    const sure = isRunOn ? 0 : torn >= 0 ? torn : fields.length - 1;
    if (sure > last) continue;
    const customer = customerColumn >= 0 && customerColumn < sure ? unguarded(readable(fields[customerColumn]?.value ?? '')).trim() : '';
    cut.push({ row, customer: customer === '' ? null : customer });
  }
  return cut;
}

/** A quote that opens the field and is never closed. */
function isTorn(text: string, field: { readonly start: number; readonly end: number; readonly value: string }): boolean {
  return text.charCodeAt(field.start) === 0x22 && text.slice(field.start, field.end) === field.value;
}

/** The journal with more rows. `normalised`: the old lines had to be spelled anew, so a copy of the file as it was must be kept. */
export interface Appended {
  readonly bytes: Uint8Array;
  readonly normalised: boolean;
}

/** The bytes of the journal with the rows of `append` at its end, in the file's own separator and encoding. */
export function withRows(bytes: Uint8Array | null, append: TabAppend): Appended {
  const decoded = bytes === null ? null : decodeText(bytes);
  if (decoded === null || decoded.text.trim() === '') {
    return { bytes: encodeText(linesOf([append.header, ...append.rows], ',', '\n'), 'utf-8'), normalised: false };
  }
  const { text, encoding, bom } = decoded;
  const dialect = dialectOf(decoded, 'csv');
  const { separator, newline } = dialect;
  const fresh = linesOf(append.rows, separator, newline);
  if (fits(fresh, encoding) && readable(text) === text && !hasTorn(text, dialect)) {
    const ended = /[\r\n]$/.test(text) ? text : text + newline;
    const body = encodeText(ended + fresh, encoding);
    return { bytes: bom ? joined([markOf(encoding), body]) : body, normalised: false };
  }
  const old: string[][] = [];
  const records = new Records(text, separator, dialect.from);
  while (records.next()) old.push(records.fields.map((field) => readable(field.value)));
  // The mark tells spreadsheet programs that this is UTF-8: the file was saved by one that did not know.
  const body = encodeText(spelled(old, separator, newline) + fresh, 'utf-8');
  return { bytes: joined([markOf('utf-8'), body]), normalised: true };
}

/** Whether the file's encoding has every letter of the new rows. */
function fits(text: string, encoding: Dialect['encoding']): boolean {
  return encoding !== 'windows-1252' || decodeText(encodeText(`é${text}`, encoding)).text === `é${text}`;
}

function hasTorn(text: string, dialect: Dialect): boolean {
  const records = new Records(text, dialect.separator, dialect.from);
  while (records.next()) if (records.fields.some((field) => isTorn(text, field))) return true;
  return false;
}

/** Rows as text, formulas kept from running: an apostrophe makes the cell a text, and is taken off again on reading. */
function linesOf(rows: readonly (readonly string[])[], separator: string, newline: string): string {
  const guarded = (value: string) => (startsFormula(value) ? `'${value}` : value);
  // A NUL or half a letter, from a damaged cell, would make the whole journal unreadable.
  const cells = rows.map((row) => row.map((value) => guarded(value).replace(/[\0\p{Cs}]/gu, '\ufffd')));
  return spelled(cells, separator, newline);
}

function spelled(rows: readonly (readonly string[])[], separator: string, newline: string): string {
  const field = (value: string) => (/["\r\n;,\t|]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => row.map(field).join(separator) + newline).join('');
}
