/**
 * Formulas as French hands type them: `=DSO(A:J;;90)`, `=INTERETS_RETARD(1000,50;B2)`. The grid reads commas between arguments and points in numbers
 * whatever the language; where semicolons separate, a comma is the decimal one.
 */

/** Texts, quoted sheet names and lists in braces mean themselves. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|;|(?<=\d),(?=\d)/g;

/** The formula as the grid reads it; one without semicolons between its arguments is left as it is. */
export function withCommas(formula: string): string {
  const separated = formula.match(PIECES)?.includes(';') ?? false;
  return separated ? formula.replace(PIECES, (piece) => (piece === ';' ? ',' : piece === ',' ? '.' : piece)) : formula;
}
