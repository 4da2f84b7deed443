/**
 * What someone typed in a cell becomes a word of a message: one line, visible characters only. A line break in a customer's name must never
 * become a line of a mail header, and a direction mark must not turn an amount around.
 */

/** Bidirectional embeddings, overrides and isolates: invisible, and able to make a reader see another order than the one written. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Controls (NUL, tab, CR, LF, NEL …), Unicode line and paragraph separators, blanks; not the no-break spaces of our own amounts. */
const BREAKS_AND_BLANKS = /[\p{Cc}\u2028\u2029\ufeff ]+/gu;
/** Half a surrogate pair has no UTF-8: a mail program would refuse the message. */
const HALF_PAIRS = /\p{Cs}/gu;

/** A part of a line: like {@link oneLine}, with the blank that parts it from its neighbours. */
export function visible(text: string): string {
  return text.replace(DIRECTION_MARKS, '').replace(HALF_PAIRS, '\ufffd').replace(BREAKS_AND_BLANKS, ' ');
}

/** The text on one line: breaks, controls and runs of blanks become one space, invisible direction marks go; '' stays ''. */
export function oneLine(text: string): string {
  return visible(text).trim();
}

/** The lines of a text that may have several (a signature), each as {@link oneLine}, blank ones left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map(oneLine)
    .filter((line) => line !== '');
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** An IBAN in groups of four, as banks print it; text that is no IBAN comes back as it stands, on one line. */
export function ibanText(text: string): string {
  const compact = oneLine(text).replace(/\s/g, '').toUpperCase();
  return IBAN.test(compact) ? compact.replace(/(.{4})(?=.)/g, '$1 ') : oneLine(text);
}

/** A copy of the invoice as the customer may read of it: its address or its name. The path of a file on one's own machine is nobody else's: ''. */
export function documentName(text: string): string {
  const name = oneLine(text);
  return /^(?:[a-z]:|file:|[\\/~.])/i.test(name) || name.includes('\\') ? '' : name;
}
