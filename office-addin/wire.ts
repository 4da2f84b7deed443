/** How what we write must be handed to Excel to come out as meant, and how cells look. Excel reads what it gets as if an American had typed it. */
import { dayFromIso, epochSerial } from '../core/index.ts';

/** What Excel takes for one cell: null leaves it alone, '' clears it. */
export type Wire = string | number | null;

/** The serial of an ISO day in the workbook's own system; null for what is no day. */
export function serialOf(iso: string, date1904: boolean): number | null {
  const day = dayFromIso(iso);
  return day === null ? null : day + epochSerial(date1904);
}

/** True for a number format that shows a day or a year: `dd/mm/yyyy`, not `#,##0 "days"`. */
export const looksLikeDate = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

const WORD_THEN_NUMBER = /^\p{L}+\.?[\s\-/.,]*[\p{N}(]/u;
const TRUTH = new Set('TRUE FALSE VRAI FAUX WAHR FALSCH VERDADERO FALSO VERO WAAR ONWAAR'.split(' '));

/**
 * Text as Excel must be given it to keep it as it is. Excel reads what it gets as if typed: `15/09`, `=HYPERLINK(...)`, `+33 6`, `Sep 15`,
 * `TRUE` would all become something else. A leading apostrophe says "text" and is not part of the value; plain words go without.
 */
export function asText(text: string): string {
  if (text === '') return '';
  const plain = /^\p{L}/u.test(text) && !WORD_THEN_NUMBER.test(text) && !TRUTH.has(text.trim().toUpperCase());
  return plain ? text : `'${text}`;
}
