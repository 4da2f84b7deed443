/**
 * How Google Sheets takes what is put in a cell, and how cells look: a reason that begins with a figure must not become a number, nor a date a
 * count of days.
 */

/** Text stays text, whatever it looks like. */
export const TEXT = '@';
/** The format of a cell nobody formatted. */
export const AUTOMATIC = '0.###############';
/** A whole number. */
export const WHOLE = '0';

const WORD_THEN_NUMBER = /^\p{L}+\.?[\s\-/.,]*\p{N}/u;
const TRUTH = /^(?:true|false|vrai|faux|wahr|falsch|verdadero|falso|vero|waar|onwaar)$/i;

/** True for a text that Google takes for itself in any cell and locale: words, not `15/09`, `+33 6`, `=…`, `Sep 15`, `TRUE`. */
export function isPlainWords(text: string): boolean {
  return /^\p{L}/u.test(text) && !WORD_THEN_NUMBER.test(text) && !TRUTH.test(text.trim());
}

/** True for a number format that shows a day or an hour: `dd/mm/yyyy`, not `#,##0 "days"`. */
export function looksLikeDate(format: string): boolean {
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[dyhs]/i.test(code) && !/[#0]/.test(code);
}

/** True for a format under which a number of days would not look like one. */
export function hidesNumbers(format: string): boolean {
  return format === TEXT || format.includes('%') || looksLikeDate(format);
}

/** True for a date as Google hands it over, made on whichever side of the bridge. */
export function isInstant(cell: unknown): boolean {
  return Object.prototype.toString.call(cell) === '[object Date]';
}
