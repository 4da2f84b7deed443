/** One column as it was, as it was meant and as it stands now: what is still to be written, what stands, and what cannot be put right. */
import { type Writable, writable } from '../cell-values.ts';
import { displayText, formatAt, isBlankCell } from '../ledger/cell-text.ts';
import type { Study } from '../study.ts';
import type { Cell, LeftCell } from '../workbook.ts';
import type { ColumnGroup } from './column-groups.ts';
import { cellAt, isFormula, type KeyedSheet } from './keyed-sheet.ts';
import type { Strays } from './strays.ts';

export interface Comparing {
  readonly before: KeyedSheet;
  readonly now: KeyedSheet;
  readonly keyOf: (cell: Cell) => string;
  /** Where the header stood, and the column of the numbers. */
  readonly headerRow: number;
  readonly numberAt: number | undefined;
  readonly strays: Strays;
  /** The key of a row that cannot be told from others; null when all can. */
  readonly nobodys: string | null;
  readonly dayContext: Study['reading']['dayContext'];
}

/** What a column's cells are still to receive (by row, as they stand now), which hold what was meant, and which cannot be put right. */
export interface Compared {
  readonly wanted: ReadonlyMap<number, Writable>;
  readonly stands: readonly number[];
  readonly named: ReadonlyMap<number, LeftCell['why']>;
}

export function comparison(group: ColumnGroup, by: Comparing): Compared {
  const { keyOf, headerRow, numberAt, dayContext, nobodys } = by;
  const [before, now] = [by.before.sheet, by.now.sheet];
  const { column, newHeader } = group;
  const wanted = new Map<number, Writable>();
  const stands: number[] = [];
  const named = new Map<number, LeftCell['why']>();
  const meant = new Map(
    group.edits.flatMap(({ rows, after, look, daysAsText }) =>
      rows.map((row, k): [number, Writable] => [row, { value: after[k] as string | number | null, look, daysAsText }]),
    ),
  );
  if (newHeader !== null) meant.set(headerRow, { value: newHeader, look: 'text', daysAsText: group.daysAsText });
  const { strays, strayAt } = by.strays;
  const stood = new Set(['', ...before.cells.map((_, at) => keyOf(cellAt(before, at + 1, column)))]);

  const putBack = (row: number, from: number) => {
    const old = isFormula(before, from, column)
      ? null
      : writable(cellAt(before, from, column), formatAt(before, from - 1, column), group, dayContext);
    if (old === null) named.set(row, isFormula(before, from, column) ? 'formula' : 'row-changed');
    else wanted.set(row, old);
  };

  for (let row = 1; row < by.now.keys.length; row++) {
    const key = by.now.keys[row] as string;
    // Where columns moved, a row without a word in those that did not is nobody's.
    const from = key === nobodys ? [] : (by.before.rows.get(key) ?? []);
    const holds = keyOf(cellAt(now, row, column));
    const origin = from[0] as number;
    if (from.length === 1 && by.now.rows.get(key)?.length === 1) {
      const edit = meant.get(origin);
      const old = keyOf(cellAt(before, origin, column));
      if (holds === (edit === undefined ? old : keyOf(edit.value))) {
        if (edit !== undefined) stands.push(row);
        continue;
      }
      // A host that writes rectangles writes again what stood between changed cells: another row's words, or none.
      const isOurs = strays.has(holds) || stood.has(holds) || (edit !== undefined && holds === old);
      if (isFormula(now, row, column)) {
        if (edit !== undefined) named.set(row, 'formula');
      } else if (!isOurs) {
        // Typed meanwhile: the user's.
        if (edit !== undefined) named.set(row, 'words');
      } else if (edit === undefined) putBack(row, origin);
      else wanted.set(row, edit);
    } else if (from.length > 0) {
      const olds = new Set(from.map((one) => keyOf(cellAt(before, one, column))));
      if (from.some((one) => meant.has(one))) named.set(row, 'twin-rows');
      if (olds.has(holds)) continue;
      if (!strays.has(holds)) {
        if (stood.has(holds)) named.set(row, 'row-changed');
        continue;
      }
      if (olds.size === 1) putBack(row, origin);
      else named.set(row, 'twin-rows');
    } else if (strayAt.get(row)?.has(holds) && (holds !== '' || keyOf(cellAt(before, row, column)) !== '')) {
      // A row nobody knew when we read: changed meanwhile, or just inserted, and holding a stranger's value.
      const number = numberAt === undefined ? '' : displayText(cellAt(now, row, numberAt));
      if (number !== '' && number === displayText(cellAt(before, row, numberAt as number))) putBack(row, row);
      else wanted.set(row, { value: null, look: group.look, daysAsText: group.daysAsText });
      named.set(row, 'row-changed');
    } else if ((strays.has(holds) || (holds !== '' && stood.has(holds))) && (now.cells[row - 1] ?? []).some((cell) => !isBlankCell(cell)))
      named.set(row, 'row-changed');
  }
  for (const row of meant.keys()) if (!by.now.rows.has(by.before.keys[row] as string)) named.set(row, 'row-changed');
  return { wanted, stands, named };
}
