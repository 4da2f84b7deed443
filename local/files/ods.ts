/**
 * Reads a LibreOffice or OpenOffice sheet. Its dates are written as civil days, so they come as such and no time zone can move them; its amounts
 * name their currency, which is kept as their format.
 */
import type { Cell, Sheet, Snapshot } from '../../core/index.ts';
import { Grid } from './grid.ts';
import { FILE_LIMIT, FileTrouble, tooBig } from './trouble.ts';
import { xmlOf } from './xlsx-book.ts';
import { Tags } from './xml.ts';
import { textBetween } from './xml-text.ts';
import type { Zip } from './zip.ts';

/** Whether the zip is an OpenDocument file, and of what kind. */
export function openDocumentKind(zip: Zip): 'spreadsheet' | 'other' | null {
  const type = (xmlOf(zip, 'mimetype') ?? '').trim();
  if (type.startsWith('application/vnd.oasis.opendocument.')) return type.includes('spreadsheet') ? 'spreadsheet' : 'other';
  const content = zip.byName.has('content.xml') ? (xmlOf(zip, 'content.xml') ?? '') : '';
  return content.includes('office:spreadsheet') ? 'spreadsheet' : content.includes('office:document-content') ? 'other' : null;
}

/** Rows and columns beyond this repeat a blank down to the end of the sheet. */
const END_OF_SHEET = 10_000;

/** Every sheet of the file. Throws `password` when it is locked, `damaged` when its content is missing or cut short. */
export function readOds(zip: Zip): Snapshot {
  const manifest = xmlOf(zip, 'META-INF/manifest.xml') ?? '';
  if (manifest.includes('encryption-data') || zip.byName.has('encrypted-package')) throw new FileTrouble('password');
  const size = zip.byName.get('content.xml')?.size ?? 0;
  if (size > FILE_LIMIT) throw tooBig(size);
  const xml = xmlOf(zip, 'content.xml');
  if (xml === null) throw new FileTrouble('damaged', 'content.xml');
  const sheets: Sheet[] = [];
  const formats = styleFormats(xml);
  const tags = new Tags(xml);
  let date1904 = false;
  let whole = false;
  while (tags.next()) {
    if (tags.is('null-date') && !tags.closing) date1904 = (tags.value('table:date-value') ?? '').startsWith('1904');
    if (tags.is('table') && !tags.closing) sheets.push(new TableReader(tags, formats).read());
    if (tags.is('document-content') && tags.closing) whole = true;
  }
  if (!whole) throw new FileTrouble('damaged', 'content.xml');
  return { sheets, locale: null, timeZone: null, date1904 };
}

/** Number formats of cell styles that show a plain number as a day: some programs write dates so. By style name. */
function styleFormats(xml: string): Map<string, string> {
  const days = new Set<string>();
  const formats = new Map<string, string>();
  const tags = new Tags(xml);
  let dateStyle: string | null = null;
  while (tags.next() && !tags.is('table')) {
    if (tags.is('date-style')) dateStyle = tags.closing ? null : tags.value('style:name');
    else if (dateStyle !== null && (tags.is('day') || tags.is('year'))) days.add(dateStyle);
    else if (tags.is('style') && !tags.closing && days.has(tags.value('style:data-style-name') ?? '')) {
      formats.set(tags.value('style:name') ?? '', 'yyyy-mm-dd');
    }
  }
  return formats;
}

class TableReader {
  readonly #tags: Tags;
  readonly #formats: ReadonlyMap<string, string>;
  readonly #grid = new Grid();
  #row = 0;
  #column = 0;
  #rowRepeats = 1;

  constructor(tags: Tags, formats: ReadonlyMap<string, string>) {
    this.#tags = tags;
    this.#formats = formats;
  }

  /** Reads the table whose opening tag the walk stands on, up to its end. */
  read(): Sheet {
    const tags = this.#tags;
    const name = tags.value('table:name') ?? '';
    if (tags.empty) return this.#grid.sheet(name);
    while (tags.next()) {
      if (tags.is('table-row')) {
        if (!tags.closing) {
          this.#rowRepeats = repeats(tags, 'table:number-rows-repeated');
          this.#column = 0;
        }
        if (tags.closing || tags.empty) this.#row += this.#rowRepeats;
      } else if (!tags.closing && (tags.is('table-cell') || tags.is('covered-table-cell'))) this.#cell();
      else if (tags.is('table') && tags.closing) return this.#grid.sheet(name);
    }
    return this.#grid.sheet(name);
  }

  #cell(): void {
    const tags = this.#tags;
    const wide = repeats(tags, 'table:number-columns-repeated');
    const formula = tags.value('table:formula');
    const type = tags.value('office:value-type');
    const value =
      tags.value('office:value') ??
      tags.value('office:date-value') ??
      tags.value('office:boolean-value') ??
      tags.value('office:string-value');
    const currency = tags.value('office:currency');
    const format = type === 'float' ? (this.#formats.get(tags.value('table:style-name') ?? '') ?? null) : null;
    const isError = tags.value('calcext:value-type') === 'error';
    const shown = tags.empty ? '' : this.#shownText();
    const cell = isError ? { error: shown || '#ERROR!' } : cellOf(type, value, currency, shown, formula !== null);
    if (cell !== null || formula !== null) {
      // A value repeated to the end of the sheet is a filled column, not a million invoices.
      const columns = wide > END_OF_SHEET ? 1 : wide;
      const rows = this.#rowRepeats > 100 * END_OF_SHEET ? 1 : this.#rowRepeats;
      for (let row = this.#row; row < this.#row + rows; row++) {
        for (let column = this.#column; column < this.#column + columns; column++) {
          if (cell !== null) this.#grid.put(row, column, cell, format);
          if (formula !== null) this.#grid.mark(row, column, `=${formula.replace(/^\w+:?=/, '')}`);
        }
      }
    }
    this.#column += wide;
  }

  /** What the cell shows: its paragraphs, without the notes pinned to it. */
  #shownText(): string {
    const tags = this.#tags;
    const paragraphs: string[] = [];
    let note = 0;
    let depth = 0;
    let from = tags.end;
    while (tags.next()) {
      const text = depth > 0 && note === 0 ? textBetween(tags.xml, from, tags.start).replace(/[ \t\r\n]+/g, ' ') : '';
      if (text !== '') paragraphs[paragraphs.length - 1] += text;
      from = tags.end;
      if (tags.is('annotation')) note += tags.closing ? -1 : tags.empty ? 0 : 1;
      else if (note > 0) continue;
      else if (tags.is('p')) {
        if (!tags.closing) paragraphs.push('');
        if (!tags.empty) depth += tags.closing ? -1 : 1;
      } else if (tags.closing && (tags.is('table-cell') || tags.is('covered-table-cell'))) break;
      else if (depth > 0 && !tags.closing) {
        const gap = tags.is('s')
          ? ' '.repeat(Math.min(1000, Number(tags.value('text:c') ?? 1)))
          : tags.is('tab')
            ? '\t'
            : tags.is('line-break')
              ? '\n'
              : '';
        paragraphs[paragraphs.length - 1] += gap;
      }
    }
    return paragraphs.join('\n');
  }
}

function repeats(tags: Tags, name: string): number {
  return Math.max(1, Math.trunc(Number(tags.value(name) ?? 1)) || 1);
}

function cellOf(type: string | null, value: string | null, currency: string | null, shown: string, isFormula: boolean): Cell {
  switch (type) {
    case null:
    case '':
      // A formula never calculated is worth nobody knows what; it must not read as a blank.
      return shown !== '' ? shown : isFormula ? { error: '#CALC!' } : null;
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(value ?? Number.NaN);
      if (value === null || !Number.isFinite(number)) return { error: '#VALUE!' };
      if (type === 'float') return number;
      return { number, format: type === 'percentage' ? '0.00%' : currency === null ? '#,##0.00' : `#,##0.00 [$${currency}]` };
    }
    case 'date':
      return { date: (value ?? shown).slice(0, 10) };
    case 'boolean':
      return value === 'true';
    default:
      return (value ?? shown) === '' ? null : (value ?? shown);
  }
}
