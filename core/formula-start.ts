/**
 * How a text begins that a spreadsheet program may run as a formula when it opens a table of text: the four signs, as they are and in full width (which
 * programs set to Japanese or Chinese take for the same), and the blanks that are dropped before one of them.
 */
const SIGN = '[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]';
const START = new RegExp(`^${SIGN}`);
const GUARDED = new RegExp(`^'(?='*${SIGN})`);

/** Might a program run this text? Then it is written with an apostrophe in front, which marks it as text. */
export function startsFormula(text: string): boolean {
  return START.test(text);
}

/** The text without the apostrophe that keeps it from being a formula (`'=1+1`, `'-7`): that is not part of it. */
export function unguarded(text: string): string {
  return text.charCodeAt(0) === 39 ? text.replace(GUARDED, '') : text;
}
