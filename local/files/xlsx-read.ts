/**
 * Reads an Excel workbook with the same walk over its XML that writes into it, so that reading and copying cannot disagree about which cell is
 * where. Only the parts that hold cells are unpacked: a picture, a macro or a broken comment never stands between a person and their invoices.
 */
import type { Binding, Cell, Sheet, Snapshot } from '../../core/index.ts';
import { columnOf } from './cell-names.ts';
import { Grid } from './grid.ts';
import { keptBinding } from './kept-binding.ts';
import type { BookLooks, SheetLooks } from './looks.ts';
import { shiftedFormula } from './shifted-formula.ts';
import { callsOurs, filledBy } from './spill.ts';
import { FILE_LIMIT, FileTrouble, tooBig } from './trouble.ts';
import { type XlsxBook, xmlOf } from './xlsx-book.ts';
import { cellLooks, SheetLooksReader } from './xlsx-looks.ts';
import { readStyles, type XlsxStyles } from './xlsx-styles.ts';
import { Tags } from './xml.ts';
import { textBetween } from './xml-text.ts';

/** A formula the file keeps no result of (made by a script, never calculated): what it is worth is not known, and is no blank. */
const NO_RESULT: Cell = { error: '#CALC!' };

/** Excel writes a letter XML cannot hold as its code: `_x000D_`. */
function decoded(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The text of a `<si>` or `<is>` whose opening tag the walk stands on: all runs, without phonetic readings. */
function richText(tags: Tags, name: 'si' | 'is'): string {
  if (tags.empty) return '';
  let text = '';
  let phonetic = false;
  while (tags.next()) {
    if (tags.is('t') && !tags.closing && !tags.empty) {
      const start = tags.end;
      if (!tags.next()) break;
      if (!phonetic) text += textBetween(tags.xml, start, tags.start);
    } else if (tags.is('rPh')) phonetic = !tags.closing && !tags.empty;
    else if (tags.is(name) && tags.closing) return decoded(text);
  }
  throw new FileTrouble('damaged');
}

function sharedStrings(book: XlsxBook): string[] {
  const xml = book.stringsPart === null ? null : xmlOf(book.zip, book.stringsPart);
  const strings: string[] = [];
  if (xml === null) return strings;
  const tags = new Tags(xml);
  while (tags.next()) {
    if (tags.is('si') && !tags.closing) strings.push(richText(tags, 'si'));
    else if (tags.is('sst') && (tags.closing || tags.empty)) return strings;
  }
  throw new FileTrouble('damaged', book.stringsPart ?? '');
}

function cellOf(type: string | null, value: string, strings: readonly string[]): Cell {
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      return text === undefined ? { error: '#REF!' } : text === '' ? null : text;
    }
    case 'str':
    case 'inlineStr':
      return value === '' ? null : decoded(value);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true';
    case 'e':
      return { error: value.trim() || '#ERROR!' };
    case 'd':
      return { date: value.trim().slice(0, 10) };
    default: {
      const text = value.trim();
      const number = Number(text);
      return text === '' ? null : Number.isFinite(number) ? number : text;
    }
  }
}

/** One sheet. Throws `damaged` when its XML is cut short: a shorter list of invoices must never pass for the whole. */
function readSheet(
  xml: string,
  part: string,
  name: string,
  strings: readonly string[],
  styles: XlsxStyles,
  looks: SheetLooksReader | null,
): Sheet {
  const grid = new Grid();
  const shared = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();
  const spills: { readonly area: string; readonly isOurs: boolean }[] = [];
  const tags = new Tags(xml);
  let row = -1;
  let column = -1;
  while (tags.next() && !tags.is('sheetData')) looks?.head(tags);
  let whole = tags.is('sheetData') && tags.empty;
  while (!whole && tags.next()) {
    if (tags.closing) {
      whole = tags.is('sheetData');
    } else if (tags.is('row')) {
      const number = tags.raw('r');
      row = number === null ? row + 1 : Number(number) - 1;
      column = -1;
      looks?.row(tags, row);
    } else if (tags.is('c')) {
      const reference = tags.raw('r');
      column = reference === null ? column + 1 : columnOf(reference);
      const style = tags.raw('s');
      looks?.cell(row, column, style);
      if (!tags.empty) readCell(style);
    }
  }
  if (!whole) throw new FileTrouble('damaged', part);
  while (looks !== null && tags.next()) looks.tail(tags);
  for (const { area, isOurs } of spills) markSpill(grid, area, isOurs);
  return grid.sheet(name);

  function readCell(style: string | null): void {
    const type = tags.raw('t');
    let value: string | null = null;
    let formula: string | null = null;
    while (tags.next()) {
      if (tags.closing) {
        if (tags.is('c')) break;
      } else if (tags.is('is')) value = richText(tags, 'is');
      else if (tags.is('v')) value = inside();
      else if (tags.is('f')) {
        const [index, spill] = [tags.raw('si'), tags.raw('t') === 'array' ? tags.raw('ref') : null];
        const text = inside();
        if (index !== null && text !== '') shared.set(index, { text, row, column });
        const origin = text === '' && index !== null ? shared.get(index) : undefined;
        if (spill?.includes(':')) spills.push({ area: spill, isOurs: callsOurs(`=${text}`) });
        formula = `=${origin === undefined ? text : shiftedFormula(origin.text, row - origin.row, column - origin.column)}`;
      }
    }
    // An inline text is already decoded; `str` and the others are read here.
    const cell = value === null ? null : type === 'inlineStr' ? value || null : cellOf(type, value, strings);
    const known = cell === null && formula !== null && type !== 'str' ? NO_RESULT : cell;
    if (known !== null) grid.put(row, column, known, style === null ? null : styles.formatOf(Number(style)));
    if (formula !== null) grid.mark(row, column, formula);
  }

  /** The text of the element the walk stands on, which holds text only. */
  function inside(): string {
    if (tags.empty) return '';
    const start = tags.end;
    tags.next();
    return textBetween(xml, start, tags.start);
  }
}

/** Cells an array formula spills into hold only its values, yet are no one's to write. One of ours keeps its text in its own cell: it lives here too. */
function markSpill(grid: Grid, reference: string, isOurs: boolean): void {
  const [from, to] = reference.split(':');
  const place = (cell: string) => ({ column: columnOf(cell), row: Number(/\d+/.exec(cell)?.[0] ?? 0) - 1 });
  const [first, last] = [place(from), place(to)];
  if ((last.row - first.row + 1) * (last.column - first.column + 1) > 1_000_000) return;
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++)
      if (!isOurs || row !== first.row || column !== first.column) grid.mark(row, column, filledBy(reference));
  }
}

/** The workbook's sheets, hidden ones included; chart sheets hold no cells and are left out. `look` is handed how they look. */
export function readXlsx(book: XlsxBook, look?: (looks: BookLooks) => void): Snapshot {
  const { zip } = book;
  const tables = book.sheets.filter((sheet) => sheet.isTable);
  const parts = [...tables.map((sheet) => sheet.part), ...[book.stylesPart, book.stringsPart].filter((part) => part !== null)];
  const size = parts.reduce((sum, part) => sum + (zip.byName.get(part.toLowerCase())?.size ?? 0), 0);
  if (size > FILE_LIMIT) throw tooBig(size);
  const strings = sharedStrings(book);
  const styles = readStyles(book);
  const looks: SheetLooks[] = [];
  const sheets = tables.map(({ part, name, hidden }) => {
    const reader = look ? new SheetLooksReader() : null;
    const sheet = readSheet(xmlOf(zip, part) ?? '', part, name, strings, styles, reader);
    if (reader) looks.push(reader.looks(hidden));
    return sheet;
  });
  look?.({ looks: cellLooks(book), sheets: looks });
  const binding = bindingOf(book);
  return { sheets, locale: null, timeZone: null, date1904: book.date1904, ...(binding === null ? {} : { binding }) };
}

/** What the user said of the table, where the file keeps it; a broken property is none. */
function bindingOf({ zip, propertiesPart }: XlsxBook): Binding | null {
  try {
    const xml = propertiesPart === null ? null : xmlOf(zip, propertiesPart);
    return xml === null ? null : keptBinding(xml);
  } catch {
    return null;
  }
}
