/**
 * After a write, every value must stand on its own row. Hosts write by position and have no conditional write, so a row inserted or a sort between
 * our read and our write can shift values: the rows are read back by key, what landed elsewhere is undone from the old values, and written where it
 * belongs; what cannot be put right is named.
 */
import { valueKeys, type Writable, writable } from './cell-values.ts';
import { displayText, formatAt, isBlankCell } from './ledger/cell-text.ts';
import { columnLetter } from './ledger/problems.ts';
import { fingerprintOf, inputColumns } from './row-key.ts';
import type { Study } from './study.ts';
import type { TablePlace } from './types.ts';
import type { Cell, ChangeSet, ColumnEdits, LeftCell, Sheet, Snapshot } from './workbook.ts';

/** What is still to be written, and the cells that could not be put right. `repair` null: all stands where it belongs, but for what is named. */
export interface Misplaced {
  readonly repair: ChangeSet | null;
  readonly named: readonly LeftCell[];
}

/** A sheet with its rows (1-based) by key; rows that nothing tells apart share one. */
interface KeyedSheet {
  readonly sheet: Sheet;
  /** From 1; `keys[0]` is of no row. */
  readonly keys: readonly string[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

function keyed(sheet: Sheet, inputs: readonly number[]): KeyedSheet {
  const keys = [''];
  const rows = new Map<string, number[]>();
  for (const [at, cells] of sheet.cells.entries()) {
    const key = fingerprintOf(cells, inputs);
    keys.push(key);
    const list = rows.get(key);
    if (list) list.push(at + 1);
    else rows.set(key, [at + 1]);
  }
  return { sheet, keys, rows };
}

const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.cells[row - 1]?.[column] ?? null;

/** Equal at a glance: Google makes new Dates at every look. Cells that differ here may still have one fingerprint. */
const isAlike = (one: Cell | undefined, other: Cell | undefined): boolean =>
  one === other || (one instanceof Date && other instanceof Date && one.getTime() === other.getTime());

/** Whether header and rows hold the same inputs where they were: the usual case, told without making keys. */
function rowsStand(before: Sheet, now: Sheet, { headerRow, lastRow }: TablePlace, inputs: readonly number[]): boolean {
  for (let row = headerRow; row <= lastRow; row++) {
    const [old, cells] = [before.cells[row - 1] ?? [], now.cells[row - 1] ?? []];
    if (inputs.some((column) => !isAlike(old[column], cells[column])) && fingerprintOf(old, inputs) !== fingerprintOf(cells, inputs))
      return false;
  }
  return true;
}

function isFormula(sheet: Sheet, row: number, column: number): boolean {
  const formula = sheet.formulas?.[row - 1]?.[column];
  return typeof formula === 'string' && formula.startsWith('=');
}

/**
 * Compares the sheet read back with what was meant. `written`: what this command has written in it, the first being what was meant, the others repairs.
 * `isLast`: nothing more is written, what is wrong is named.
 */
export function misplaced(studied: Study, written: readonly ChangeSet[], after: Snapshot, isLast: boolean): Misplaced {
  const { ledger, snapshot, candidate } = studied;
  const changes = written[0] as ChangeSet;
  const { place } = ledger;
  const nowSheet = after.sheets.find((sheet) => sheet.name === changes.sheet);
  if (nowSheet === undefined) return { repair: null, named: namedAll(changes) };
  const inputs = inputColumns(place.columns);
  const beforeSheet = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const keysOf = new Map(changes.columns.map((edits) => [edits, valueKeys(edits, studied.reading.dayContext)]));
  // A new header may not be written yet, or left behind; any other than ours means that columns moved.
  const isInPlace = (edits: ColumnEdits, row: number) => {
    const header = cellAt(nowSheet, row, edits.column);
    return edits.newHeader === null
      ? header === cellAt(beforeSheet, place.headerRow, edits.column)
      : header === edits.newHeader || isBlankCell(header);
  };
  if (
    rowsStand(beforeSheet, nowSheet, place, inputs) &&
    changes.columns.every((edits) => isInPlace(edits, place.headerRow)) &&
    valuesStand(changes, beforeSheet, nowSheet, keysOf)
  )
    return { repair: null, named: [] };

  const before = keyed(beforeSheet, inputs);
  const now = keyed(nowSheet, inputs);
  // Without its header row the table cannot be found again: columns may have moved too.
  const headers = now.rows.get(before.keys[place.headerRow] as string) ?? [];
  if (headers.length !== 1) return { repair: null, named: namedAll(changes) };

  const headerRow = headers[0] as number;
  const repairs: ColumnEdits[] = [];
  const named: LeftCell[] = [];
  for (const edits of changes.columns) {
    const keyOf = keysOf.get(edits) as (cell: Cell) => string;
    const isStray = straysOf(written, edits.column, place.headerRow, keyOf).strays.has(keyOf(cellAt(nowSheet, headerRow, edits.column)));
    if (!isInPlace(edits, headerRow) && !isStray) {
      named.push(...namedAll({ ...changes, columns: [edits] }));
      continue;
    }
    const { wanted, stands, ...found } = comparison(edits, {
      before,
      now,
      keyOf,
      headerRow: place.headerRow,
      numberAt: place.columns.get('number'),
      written,
      dayContext: studied.reading.dayContext,
    });
    for (const [row, why] of found.named) named.push({ sheet: place.sheet, row, column: columnLetter(edits.column), why });
    if (isLast)
      for (const row of wanted.keys()) named.push({ sheet: place.sheet, row, column: columnLetter(edits.column), why: 'row-changed' });
    else repairs.push(...repairsOf(edits, { wanted, stands }, headerRow, nowSheet));
  }
  return { repair: repairs.length > 0 ? { ...changes, headerRow, columns: repairs, appends: [] } : null, named };
}

/** How many cells must hold another row's value to tell that rows moved and came back: one may be a word the user typed meanwhile. */
const TELLTALE = 2;

/**
 * Whether the values stand too, where the rows do: all meant values are there, or none is (a host that keeps its writes for a copy). Some missing, or
 * cells holding another row's value, tell that rows moved and came back.
 */
function valuesStand({ columns }: ChangeSet, before: Sheet, now: Sheet, keysOf: ReadonlyMap<ColumnEdits, (cell: Cell) => string>): boolean {
  let [written, missing, astray] = [0, 0, 0];
  for (const edits of columns) {
    const keyOf = keysOf.get(edits) as (cell: Cell) => string;
    const values = new Set(edits.after.map((value) => keyOf(value)));
    const meant = new Map(edits.rows.map((row, k) => [row, keyOf(edits.after[k] as string | number | null)]));
    for (let row = 1; row <= now.cells.length; row++) {
      const holds = keyOf(cellAt(now, row, edits.column));
      const isOld = holds === keyOf(cellAt(before, row, edits.column));
      if (holds === meant.get(row)) written++;
      else if (isOld && meant.has(row)) missing++;
      else if (!isOld && holds !== '' && values.has(holds)) astray++;
    }
  }
  return astray < TELLTALE && (missing === 0 || written === 0);
}

interface Comparing {
  readonly before: KeyedSheet;
  readonly now: KeyedSheet;
  readonly keyOf: (cell: Cell) => string;
  /** Where the header stood, and the column of the numbers. */
  readonly headerRow: number;
  readonly numberAt: number | undefined;
  readonly written: readonly ChangeSet[];
  readonly dayContext: Study['reading']['dayContext'];
}

/** What a column's cells are still to receive (by row, as they stand now), which hold what was meant, and which cannot be put right. */
interface Compared {
  readonly wanted: ReadonlyMap<number, Writable>;
  readonly stands: readonly number[];
  readonly named: ReadonlyMap<number, LeftCell['why']>;
}

function comparison(edits: ColumnEdits, by: Comparing): Compared {
  const { keyOf, headerRow, numberAt, written, dayContext } = by;
  const [before, now] = [by.before.sheet, by.now.sheet];
  const { column } = edits;
  const wanted = new Map<number, Writable>();
  const stands: number[] = [];
  const named = new Map<number, LeftCell['why']>();
  const meant = new Map<number, string | number | null>(edits.rows.map((row, k) => [row, edits.after[k] as string | number | null]));
  if (edits.newHeader !== null) meant.set(headerRow, edits.newHeader);
  const { strays, strayAt } = straysOf(written, column, headerRow, keyOf);

  const putBack = (row: number, from: number) => {
    const old = isFormula(before, from, column)
      ? null
      : writable(cellAt(before, from, column), formatAt(before, from - 1, column), edits, dayContext);
    if (old === null) named.set(row, isFormula(before, from, column) ? 'formula' : 'row-changed');
    else wanted.set(row, old);
  };

  for (let row = 1; row < by.now.keys.length; row++) {
    const key = by.now.keys[row] as string;
    const from = by.before.rows.get(key) ?? [];
    const holds = keyOf(cellAt(now, row, column));
    const origin = from[0] as number;
    if (from.length === 1 && by.now.rows.get(key)?.length === 1) {
      const edit = meant.get(origin);
      const old = keyOf(cellAt(before, origin, column));
      if (holds === (edit === undefined ? old : keyOf(edit))) {
        if (edit !== undefined) stands.push(row);
        continue;
      }
      const isOurs = strays.has(holds) || (edit !== undefined && holds === old);
      if (isFormula(now, row, column)) {
        if (edit !== undefined) named.set(row, 'formula');
      } else if (!isOurs) {
        // Typed meanwhile: the user's.
        if (edit !== undefined) named.set(row, 'words');
      } else if (edit === undefined) putBack(row, origin);
      else wanted.set(row, { value: edit, look: origin === headerRow ? 'text' : edits.look, daysAsText: edits.daysAsText });
    } else if (from.length > 0) {
      const olds = new Set(from.map((one) => keyOf(cellAt(before, one, column))));
      if (from.some((one) => meant.has(one))) named.set(row, 'twin-rows');
      if (olds.has(holds) || !strays.has(holds)) continue;
      if (olds.size === 1) putBack(row, origin);
      else named.set(row, 'twin-rows');
    } else if (strayAt.get(row)?.has(holds) && holds !== '') {
      // A row nobody knew when we read: changed meanwhile, or just inserted, and holding a stranger's value.
      const number = numberAt === undefined ? '' : displayText(cellAt(now, row, numberAt));
      if (number !== '' && number === displayText(cellAt(before, row, numberAt as number))) putBack(row, row);
      else wanted.set(row, { value: null, look: edits.look, daysAsText: edits.daysAsText });
      named.set(row, 'row-changed');
    } else if (strays.has(holds) && (now.cells[row - 1] ?? []).some((cell) => !isBlankCell(cell))) named.set(row, 'row-changed');
  }
  for (const row of meant.keys()) if (!by.now.rows.has(by.before.keys[row] as string)) named.set(row, 'row-changed');
  return { wanted, stands, named };
}

/** What this command has written in a column, at all and by row: what of it stands on another row has strayed. */
function straysOf(
  written: readonly ChangeSet[],
  column: number,
  headerRow: number,
  keyOf: (cell: Cell) => string,
): { strays: ReadonlySet<string>; strayAt: ReadonlyMap<number, ReadonlySet<string>> } {
  const strays = new Set<string>();
  const strayAt = new Map<number, Set<string>>();
  const add = (row: number, value: Cell) => {
    const key = keyOf(value);
    strays.add(key);
    strayAt.set(row, (strayAt.get(row) ?? new Set()).add(key));
  };
  for (const changes of written)
    for (const edits of changes.columns) {
      if (edits.column !== column) continue;
      for (const [k, row] of edits.rows.entries()) add(row, edits.after[k] as string | number | null);
      if (edits.newHeader !== null) add(changes === written[0] ? headerRow : changes.headerRow, edits.newHeader);
    }
  return { strays, strayAt };
}

/** The edits of a repair: one for each look, for words put back in a column of days are no days. */
function repairsOf(
  edits: ColumnEdits,
  { wanted, stands }: Pick<Compared, 'wanted' | 'stands'>,
  headerRow: number,
  now: Sheet,
): ColumnEdits[] {
  const header = edits.newHeader !== null && wanted.get(headerRow)?.value === edits.newHeader ? edits.newHeader : null;
  const rows = [...wanted.keys()].filter((row) => header === null || row !== headerRow).sort((a, b) => a - b);
  const looks = new Map<string, number[]>();
  for (const row of rows) {
    const { look, daysAsText } = wanted.get(row) as Writable;
    const key = `${look} ${daysAsText}`;
    looks.set(key, [...(looks.get(key) ?? []), row]);
  }
  if (looks.size === 0 && header !== null) looks.set('', []);
  return [...looks.values()].map((of, n) => ({
    ...edits,
    ...(of.length > 0
      ? { look: (wanted.get(of[0] as number) as Writable).look, daysAsText: (wanted.get(of[0] as number) as Writable).daysAsText }
      : {}),
    newHeader: n === 0 ? header : null,
    rows: of,
    before: of.map((row) => cellAt(now, row, edits.column)),
    after: of.map((row) => (wanted.get(row) as Writable).value),
    unchanged: stands,
  }));
}

function namedAll(changes: ChangeSet): LeftCell[] {
  return changes.columns.flatMap((edits) =>
    edits.rows.map((row) => ({ sheet: changes.sheet as string, row, column: columnLetter(edits.column), why: 'row-changed' as const })),
  );
}
