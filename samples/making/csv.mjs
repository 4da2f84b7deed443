// The same cells as a French Excel saves them to CSV: semicolons, Windows-1252, dd/mm/yyyy, 1 850,00 with the non-breaking space of that page.
import { french } from './days.mjs';

/** The few characters of Windows-1252 that Latin-1 has elsewhere or not at all. */
const OUTSIDE_LATIN1 = { '€': 0x80, '’': 0x92, '–': 0x96, '—': 0x97, œ: 0x9c, Œ: 0x8c };

function windows1252(text) {
  return Uint8Array.from(text, (character) => {
    const code = OUTSIDE_LATIN1[character] ?? character.codePointAt(0);
    if (code > 0xff) throw new Error(`Windows-1252 has no ${character}`);
    return code;
  });
}

/** 1 850,00 with U+00A0 between the thousands. */
export function frenchAmount(value) {
  const [units, cents] = Math.abs(value).toFixed(2).split('.');
  return `${value < 0 ? '-' : ''}${units.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${cents}`;
}

function field(cell) {
  if (cell === null || cell === undefined) return '';
  const text =
    cell.error ??
    cell.text ??
    (cell.number === undefined ? cell : cell.style === 'date' ? french(cell.number - 25569) : frenchAmount(cell.number));
  const plain = text.replace(/\u202f/g, '\u00a0');
  return /[";\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}

/** The bytes of a sheet's rows; every line as long as the longest, as Excel pads them. */
export function csv(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => Array.from({ length: width }, (_, c) => field(row[c])).join(';'));
  return windows1252(`${lines.join('\r\n')}\r\n`);
}
