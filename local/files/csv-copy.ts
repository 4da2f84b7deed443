/**
 * A copy of a text table with the owned columns filled: the same separator, encoding, line ends and quoting. A line that does not change comes
 * back byte for byte, and so does every field of a changed line that is not ours.
 */
import { startsFormula } from '../../core/index.ts';
import type { CellEdit } from './cell-edits.ts';
import type { Dialect, Quoting } from './csv.ts';
import { Records } from './csv-records.ts';
import { encodeText, joined, markOf } from './text-encoding.ts';

/** What a person types as a number, which no program runs. */
const AMOUNT = /^[+-]\s?\d[\d\s.,]*$/;

function fieldOf(value: CellEdit['value'], separator: string, quoting: Quoting, wasQuoted: boolean, isTyped = false): string {
  if (value === null || value === '') return quoting === 'all' || wasQuoted ? '""' : '';
  // Where cells are parted by semicolons, decimals are parted by a comma.
  const shown = typeof value === 'number' && separator === ';' ? String(value).replace('.', ',') : String(value);
  const text = typeof value === 'string' && startsFormula(value) && !(isTyped && AMOUNT.test(value)) ? `'${value}` : shown;
  const needed = text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
  const usual = quoting === 'all' || quoting === 'filled' || (quoting === 'texts' && typeof value === 'string' && /\p{L}/u.test(text));
  return needed || usual || wasQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The file with `edits` (by 1-based row) written. Lines of the table, from `headerRow` to its last, are brought to `width` fields so that new
 * columns stand under their headers; pass 0 when there are none.
 */
export function copyCsv(
  text: string,
  dialect: Dialect,
  edits: ReadonlyMap<number, readonly CellEdit[]>,
  headerRow: number,
  width: number,
): Uint8Array {
  const { separator, quoting } = dialect;
  let lastEdited = headerRow;
  for (const row of edits.keys()) lastEdited = Math.max(lastEdited, row);
  const blank = fieldOf(null, separator, quoting, false);
  const out: string[] = [text.slice(0, dialect.from)];
  const records = new Records(text, separator, dialect.from);
  let inTable = true;
  let last = 0;
  for (let row = 1; records.next(); row++) {
    const { fields, start, end, after } = records;
    const isBlank = records.blank();
    if (row > lastEdited && isBlank) inTable = false;
    const writes = edits.get(row) ?? [];
    const wanted = row >= headerRow && inTable && !isBlank ? width : 0;
    if (writes.length === 0 && fields.length >= wanted) {
      out.push(text.slice(start, after));
      last = row;
      continue;
    }
    const raw = fields.map((field) => text.slice(field.start, field.end));
    for (const { column, value, typed } of writes) {
      while (raw.length < column) raw.push(blank);
      const wasQuoted = column < fields.length && text.charCodeAt(fields[column].start) === 0x22;
      raw[column] = fieldOf(value, separator, quoting, wasQuoted, typed);
    }
    while (raw.length < wanted) raw.push(blank);
    out.push(raw.join(separator), text.slice(end, after));
    last = row;
  }
  out.push(linesBelow(last, edits, dialect, text));
  const body = encodeText(out.join(''), dialect.encoding);
  return dialect.bom ? joined([markOf(dialect.encoding), body]) : body;
}

/** Lines the user typed below the last one of the file. */
function linesBelow(
  last: number,
  edits: ReadonlyMap<number, readonly CellEdit[]>,
  { separator, quoting, newline }: Dialect,
  text: string,
): string {
  const rows = [...edits.keys()].filter((row) => row > last && edits.get(row)?.some(({ value }) => value !== null && value !== ''));
  const bottom = rows.length === 0 ? last : Math.max(...rows);
  let out = bottom > last && text !== '' && !/[\r\n]$/.test(text) ? newline : '';
  for (let row = last + 1; row <= bottom; row++) {
    const raw: string[] = [];
    for (const { column, value, typed } of edits.get(row) ?? []) {
      while (raw.length < column) raw.push(fieldOf(null, separator, quoting, false));
      raw[column] = fieldOf(value, separator, quoting, false, typed);
    }
    out += raw.join(separator) + newline;
  }
  return out;
}
