/** A1 addresses, as Excel writes and reads them. Rows and columns are 0-based here. */

/** A rectangle of cells. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's own limits. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** `A`, `Z`, `AA` … of a 0-based column. */
export function letterOf(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** The 0-based column of its letters. */
export function columnOf(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** `Factures!C7:J80`, with the quotes a sheet name needs. */
export function addressOf(sheet: string, area: Area): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  const first = `${letterOf(area.column)}${area.row + 1}`;
  const last = `${letterOf(area.column + area.columns - 1)}${area.row + area.rows}`;
  return `${name}!${first === last ? first : `${first}:${last}`}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?(\d+)$/;

/** The area of `A1`, `A1:B3`, `A:C` or `3:7`, with or without a sheet name before it; null when it is none of these. */
export function areaOf(address: string): Area | null {
  const text = address.slice(address.lastIndexOf('!') + 1);
  const [from = '', to = from] = text.split(':');
  const first = CELL.exec(from);
  const last = CELL.exec(to);
  if (first && last) return between(Number(first[2]) - 1, columnOf(first[1] as string), Number(last[2]) - 1, columnOf(last[1] as string));
  if (/^\$?[A-Za-z]{1,3}$/.test(from) && /^\$?[A-Za-z]{1,3}$/.test(to))
    return between(0, columnOf(from.replace('$', '')), SHEET_ROWS - 1, columnOf(to.replace('$', '')));
  if (/^\$?\d+$/.test(from) && /^\$?\d+$/.test(to))
    return between(Number(from.replace('$', '')) - 1, 0, Number(to.replace('$', '')) - 1, SHEET_COLUMNS - 1);
  return null;
}

/** The smallest area holding both corners. */
export function between(row1: number, column1: number, row2: number, column2: number): Area {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  return { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
}
