/** How a cell is called in a sheet: `AB12` is column 27 (from 0) of row 12. */

/** Column letters of a 0-based column: 0 is A, 27 is AB. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** 0-based column of a cell reference such as `AB12`, `$AB$12` or `AB`; -1 when it has no letters. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const unit = reference.charCodeAt(i) & ~0x20;
    if (unit >= 65 && unit <= 90) column = column * 26 + unit - 64;
    else if (reference[i] !== '$') break;
  }
  return column - 1;
}
