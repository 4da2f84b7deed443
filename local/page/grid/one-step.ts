/**
 * Thousands of cells written as one step a person can take back. The grid's own way merges the style of every cell anew; a refresh writes sixty
 * thousand cells in a dozen styles, so each pair of an old and a new style is merged once.
 */
import type { ICellData, IStyleData, Nullable, ObjectMatrix, Styles } from '@univerjs/core';
import type { Cells } from './written.ts';

type Matrix = ObjectMatrix<Nullable<ICellData>>;
type Dress = NonNullable<ICellData['s']>;

/** The cells that put back what stands there now: every property the new cells touch, null where there is none. */
export function backOf(cells: Cells, matrix: Matrix, styles: Styles): Cells {
  const known = new Map<unknown, Map<unknown, IStyleData | null>>();
  return eachCell(cells, (data, row, column) => {
    const old = matrix.getValue(row, column);
    const { v = null, t = null, f = null, si = null, p = null, custom = null } = old ?? {};
    const back: ICellData = { v, t, f, si, p, custom };
    if (data.s) back.s = remembered(known, old?.s, data.s, (before, after) => unmerged(before, after), styles);
    return back;
  });
}

/** Puts the styles of `cells` into the grid's cells; answers the cells without them, for the grid to set the values of. */
export function dressed(cells: Cells, matrix: Matrix, styles: Styles): Cells {
  const known = new Map<unknown, Map<unknown, string | null>>();
  return eachCell(cells, ({ s, ...values }, row, column) => {
    if (!s) return values;
    const old = matrix.getValue(row, column);
    const id = remembered(known, old?.s, s, (before, after) => idOf(merged(before, after), styles), styles);
    if (old) {
      if (id === null) delete old.s;
      else old.s = id;
    } else if (id !== null) matrix.setValue(row, column, { s: id });
    return values;
  });
}

function eachCell(cells: Cells, make: (data: ICellData, row: number, column: number) => ICellData): Cells {
  const made: Cells = {};
  for (const row of Object.keys(cells).map(Number)) {
    const line: Record<number, ICellData> = {};
    for (const [column, data] of Object.entries(cells[row] ?? {})) line[Number(column)] = make(data, row, Number(column));
    made[row] = line;
  }
  return made;
}

/** The answer for a pair of styles, made once. */
function remembered<T>(
  known: Map<unknown, Map<unknown, T>>,
  old: Nullable<Dress>,
  fresh: Dress,
  make: (before: IStyleData, after: IStyleData) => T,
  styles: Styles,
): T {
  const after = known.get(fresh) ?? new Map<unknown, T>();
  known.set(fresh, after);
  const there = after.get(old);
  if (there !== undefined) return there;
  const answer = make(styleOf(old, styles), styleOf(fresh, styles));
  after.set(old, answer);
  return answer;
}

function styleOf(style: Nullable<Dress>, styles: Styles): IStyleData {
  return (typeof style === 'string' ? styles.get(style) : style) ?? {};
}

function merged(before: IStyleData, after: IStyleData): IStyleData {
  return Object.fromEntries(Object.entries({ ...before, ...after }).filter(([, value]) => value !== null && value !== undefined));
}

/** What `after` changes in `before`, undone: its own values again, null for what it had not. */
function unmerged(before: IStyleData, after: IStyleData): IStyleData {
  return { ...Object.fromEntries(Object.keys(after).map((key) => [key, null])), ...before };
}

function idOf(style: IStyleData, styles: Styles): string | null {
  return Object.keys(style).length === 0 ? null : (styles.setValue(style) ?? null);
}
