/**
 * Invoice tables that come as text: exports of accounting tools, banks and mail. What the file says of itself is little (no types, no
 * encoding, no separator), so it is recognised here by its own regularity, and every cell stays the text it is: reading dates and amounts is
 * the core's work.
 */
import type { Cell, Snapshot } from '../../core/index.ts';
import { Records } from './csv-records.ts';
import { type Decoded, type Encoding, readable } from './text-encoding.ts';
import { CELL_LIMIT, FileTrouble } from './trouble.ts';

/** Which fields the writer of the file puts between quotes. */
export type Quoting = 'all' | 'filled' | 'texts' | 'needed';

/** How this file is written, so that a copy is written alike. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly separator: string;
  readonly newline: '\r\n' | '\n' | '\r';
  readonly quoting: Quoting;
  /** Where the records start: after a first line `sep=;`, which spreadsheet programs obey and do not show. */
  readonly from: number;
}

const SEPARATORS = [';', ',', '\t', '|'] as const;
const SAMPLE_LENGTH = 200_000;
const SAMPLE_RECORDS = 500;

/**
 * How regular the text is when cut at that separator: the share of its records that have the commonest number of fields, weighed by that
 * number; 0 when the separator does not occur.
 */
function regularity(sample: string, separator: string): number {
  const lengths = new Map<number, number>();
  const records = new Records(sample, separator);
  let count = 0;
  for (; count < SAMPLE_RECORDS && records.next(); ) {
    if (records.blank()) continue;
    count++;
    const { length } = records.fields;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  }
  let best = 0;
  for (const [length, times] of lengths) if (length > 1) best = Math.max(best, (times / count) ** 2 * length);
  return best;
}

/** The separator that cuts the text most regularly; null when none occurs. */
export function separatorOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best: string | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    const found = regularity(sample, separator);
    // Decimal commas may be nearly as regular as a true separator; other signs have no such double life.
    const weight = separator === ',' ? found * 0.8 : found;
    if (weight > most) {
      most = weight;
      best = separator;
    }
  }
  return best;
}

function quotingOf(text: string, from: number, separator: string): Quoting {
  const records = new Records(text, separator, from);
  let fields = 0;
  let [all, filled, texts, lettered] = [true, true, true, 0];
  for (let count = 0; count < 100 && records.next(); count++) {
    if (records.end === records.start) continue;
    for (const field of records.fields) {
      if (text.charCodeAt(field.start) === 0x22) {
        fields++;
        if (/\p{L}/u.test(field.value)) lettered++;
        continue;
      }
      all = false;
      if (field.value !== '') filled = false;
      if (/\p{L}/u.test(field.value)) texts = false;
    }
  }
  if (fields === 0) return 'needed';
  return all ? 'all' : filled ? 'filled' : texts && lettered > 0 ? 'texts' : 'needed';
}

function newlineOf(text: string): Dialect['newline'] {
  const at = text.search(/[\r\n]/);
  return at < 0 || text[at] === '\n' ? '\n' : text[at + 1] === '\n' ? '\r\n' : '\r';
}

/** How a decoded text is written. `extension` settles what the text leaves open (a single column). */
export function dialectOf(decoded: Decoded, extension: string): Dialect {
  const { text, encoding, bom } = decoded;
  const hint = /^"?sep=([;,\t|])"?(?:\r\n|\r|\n|$)/i.exec(text);
  const from = hint === null ? 0 : hint[0].length;
  const body = from === 0 ? text : text.slice(from);
  const separator = hint?.[1] ?? separatorOf(body) ?? (extension === 'tsv' ? '\t' : ',');
  return { encoding, bom, separator, newline: newlineOf(text), quoting: quotingOf(text, from, separator), from };
}

/** The table as a workbook of one sheet bearing the file's name. Every cell is text; an empty one is blank. */
export function readCsv(text: string, dialect: Dialect, sheet: string): Snapshot {
  const cells: Cell[][] = [];
  const torn = readable(text) !== text;
  const records = new Records(text, dialect.separator, dialect.from);
  let total = 0;
  while (records.next()) {
    const { fields } = records;
    total += fields.length;
    if (total > CELL_LIMIT) throw new FileTrouble('too-big');
    const row: Cell[] = new Array(fields.length);
    for (let i = 0; i < fields.length; i++) {
      const { value } = fields[i];
      row[i] = value === '' ? null : torn ? readable(value) : value;
    }
    cells.push(row.length === 1 && row[0] === null ? [] : row);
  }
  return { sheets: [{ name: sheet, cells }], locale: null, timeZone: null, date1904: false };
}
