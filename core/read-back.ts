/**
 * After a write, every value must stand on its own row. Hosts write by position and have no conditional write, so a row inserted or a sort between
 * our read and our write can shift values: the rows are read back by key, what landed elsewhere is undone from the old values, and written where it
 * belongs; what cannot be put right is named.
 */
import { serialKeys, valueKeys, type Writable, writable } from './cell-values.ts';
import { displayText, formatAt, isBlankCell } from './ledger/cell-text.ts';
import { columnLetter } from './ledger/problems.ts';
import { alignedTo } from './moved-columns.ts';
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

/** Whether the words above the user's columns are where they were, those nobody reads too: where one is gone, columns moved. */
function headersStand(before: Sheet, now: Sheet, headerRow: number, groups: readonly ColumnGroup[]): boolean {
  const ours = new Set(groups.map(({ column }) => column));
  return (before.cells[headerRow - 1] ?? []).every(
    (cell, column) => isBlankCell(cell) || ours.has(column) || displayText(cell) === displayText(cellAt(now, headerRow, column)),
  );
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
  if (nowSheet === undefined) return { repair: null, named: namedAll(changes, nowSheet) };
  const inputs = inputColumns(place.columns);
  const beforeSheet = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const groups = byColumn(changes.columns);
  const keysOf = new Map(groups.map((group) => [group, valueKeys(group, studied.reading.dayContext)]));
  // A new header may not be written yet, or left behind; any other than ours means that columns moved.
  const isInPlace = (group: ColumnGroup, sheet: Sheet, row: number) => {
    const header = cellAt(sheet, row, group.column);
    return group.newHeader === null
      ? header === cellAt(beforeSheet, place.headerRow, group.column)
      : header === group.newHeader || isBlankCell(header);
  };
  // Once something was put right, the quick look is not enough: a single value may still stray.
  if (
    written.length === 1 &&
    rowsStand(beforeSheet, nowSheet, place, inputs) &&
    headersStand(beforeSheet, nowSheet, place.headerRow, groups) &&
    groups.every((group) => isInPlace(group, nowSheet, place.headerRow)) &&
    valuesStand(groups, beforeSheet, nowSheet, keysOf)
  )
    return { repair: null, named: [] };

  const anyKey = serialKeys(studied.reading.dayContext);
  // In a rectangle, what stood between changed cells is written again: where columns moved, that strays as well.
  const stood = groups.flatMap(({ column }) => beforeSheet.cells.map((cells) => anyKey(cells[column])));
  const anywhere = straysOf(written, null, place.headerRow, anyKey);
  const all = new Set([...anywhere.strays, ...stood]);
  const isOurs = (cell: Cell) => !isBlankCell(cell) && all.has(anyKey(cell));
  const reached = new Set(written.flatMap(({ columns }) => columns.map(({ column }) => column)));
  // A repair may have met rows that had moved again: then any cell of its columns.
  const cleared = new Set(
    written.flatMap(({ columns }, n) =>
      columns.flatMap(({ rows, after, column }) =>
        rows.flatMap((row, k) => (isBlankCell(after[k]) ? [`${n === 0 ? row : ''} ${column}`] : [])),
      ),
    ),
  );
  const aligned = alignedTo(beforeSheet, place.headerRow, nowSheet, {
    isOurs,
    isCleared: (row, column) => cleared.has(`${row} ${column}`) || cleared.has(` ${column}`),
  });
  const columnNow = aligned?.columnNow ?? ((column: number) => column);
  // Where columns moved, what we wrote may stand in any of them.
  const straysIn = (column: number): Strays =>
    aligned === null ? straysOf(written, column, place.headerRow, anyKey) : { ...anywhere, strays: all };
  const safeInputs =
    aligned === null
      ? inputs
      : untouched(inputs, beforeSheet, aligned.sheet, isOurs, anyKey).filter((column) => !reached.has(columnNow(column)));
  const before = keyed(beforeSheet, safeInputs);
  const now = keyed(aligned?.sheet ?? nowSheet, safeInputs);
  // Without its header row the table cannot be found again.
  const headers = aligned === null ? (now.rows.get(before.keys[place.headerRow] as string) ?? []) : [aligned.headerRow];
  if (headers.length !== 1 || safeInputs.length === 0) return { repair: null, named: namedAll(changes, nowSheet, columnNow) };

  const headerRow = headers[0] as number;
  const repairs: ColumnEdits[] = [];
  const named: LeftCell[] = [];
  const look = (group: ColumnGroup, isTheirs = false): void => {
    const { wanted, stands, ...found } = comparison(group, {
      before,
      now,
      keyOf: anyKey,
      strays: straysIn(group.column),
      nobodys: aligned === null ? null : fingerprintOf([], safeInputs),
      headerRow: place.headerRow,
      numberAt: place.columns.get('number'),
      dayContext: studied.reading.dayContext,
    });
    const column = columnLetter(columnNow(group.column));
    for (const [row, why] of found.named) named.push({ sheet: place.sheet, row, column, why });
    // A cell of the user's own column is put back as it was read: what they may have typed in it since, nobody has seen.
    if (isLast || isTheirs) for (const row of wanted.keys()) named.push({ sheet: place.sheet, row, column, why: 'row-changed' });
    if (!isLast) repairs.push(...repairsOf(group, { wanted, stands }, headerRow, now.sheet, columnNow(group.column)));
  };
  for (const group of groups) {
    const isStray = straysIn(group.column).strays.has(anyKey(cellAt(now.sheet, headerRow, group.column)));
    if (isInPlace(group, now.sheet, headerRow) || isStray) look(group);
    else
      named.push(
        ...namedAll({ ...changes, columns: changes.columns.filter(({ column }) => column === group.column) }, nowSheet, columnNow),
      );
  }
  if (aligned !== null) {
    const ours = new Set(groups.map(({ column }) => column));
    const width = Math.max(0, ...beforeSheet.cells.map((row) => row.length));
    const first = groups[0] as ColumnGroup;
    for (let column = 0; column < width; column++)
      if (!ours.has(column)) look({ ...first, column, newHeader: null, look: 'text', daysAsText: false, edits: [] }, true);
    // In a column inserted meanwhile nothing of ours belongs; what it held there, nobody has read.
    // A blank cell in the midst of what was written may have held something a moment ago.
    const isAmid = (row: number, column: number): boolean =>
      written.some(({ columns }) =>
        columns.some((edits) => edits.column === column && row >= (edits.rows[0] ?? row + 1) && row <= (edits.rows.at(-1) ?? 0)),
      );
    for (const column of aligned.inserted) {
      const wanted = new Map<number, Writable>();
      for (const [at, cells] of nowSheet.cells.entries()) {
        const cell = cells[column] ?? null;
        const isCleared = isBlankCell(cell) && isAmid(at + 1, column);
        if (!isCleared && (!isOurs(cell) || isFormula(nowSheet, at + 1, column))) continue;
        if (!isCleared) wanted.set(at + 1, { value: null, look: 'text', daysAsText: false });
        named.push({ sheet: place.sheet, row: at + 1, column: columnLetter(column), why: 'row-changed' });
      }
      if (!isLast) repairs.push(...repairsOf({ ...first, column, newHeader: null }, { wanted, stands: [] }, headerRow, nowSheet, column));
    }
  }
  return { repair: repairs.length > 0 ? { ...changes, headerRow, columns: repairs, appends: [], fixes: [] } : null, named };
}

/** The input columns (as before) in which nothing of ours landed. */
function untouched(
  inputs: readonly number[],
  before: Sheet,
  now: Sheet,
  isOurs: (cell: Cell) => boolean,
  keyOf: (cell: Cell) => string,
): number[] {
  const straysAt = (sheet: Sheet, column: number): Map<string, number> => {
    const times = new Map<string, number>();
    for (const cells of sheet.cells) {
      const cell = cells[column] ?? null;
      if (isOurs(cell)) times.set(keyOf(cell), (times.get(keyOf(cell)) ?? 0) + 1);
    }
    return times;
  };
  return inputs.filter((column) => {
    const then = straysAt(before, column);
    return [...straysAt(now, column)].every(([key, times]) => times <= (then.get(key) ?? 0));
  });
}

/** What is meant for one column: putting back may write days and words in the same one. */
interface ColumnGroup extends Pick<ColumnEdits, 'role' | 'column' | 'newHeader' | 'look' | 'daysAsText'> {
  readonly edits: readonly ColumnEdits[];
}

function byColumn(columns: readonly ColumnEdits[]): ColumnGroup[] {
  const groups = new Map<number, ColumnEdits[]>();
  for (const edits of columns) groups.set(edits.column, [...(groups.get(edits.column) ?? []), edits]);
  return [...groups.values()].map((edits) => {
    const first = edits[0] as ColumnEdits;
    const newHeader = edits.find((one) => one.newHeader !== null)?.newHeader ?? null;
    return { ...first, newHeader, look: edits.some(({ look }) => look === 'day') ? 'day' : first.look, edits };
  });
}

/** How many cells must hold another row's value to tell that rows moved and came back: one may be a word the user typed meanwhile. */
const TELLTALE = 2;

/**
 * Whether the values stand too, where the rows do: all meant values are there, or none is (a host that keeps its writes for a copy). Some missing, or
 * cells holding another row's value, tell that rows moved and came back.
 */
function valuesStand(
  groups: readonly ColumnGroup[],
  before: Sheet,
  now: Sheet,
  keysOf: ReadonlyMap<ColumnGroup, (cell: Cell) => string>,
): boolean {
  let [written, missing, astray] = [0, 0, 0];
  for (const group of groups) {
    const keyOf = keysOf.get(group) as (cell: Cell) => string;
    const meant = new Map(
      group.edits.flatMap(({ rows, after }) => rows.map((row, k) => [row, keyOf(after[k] as string | number | null)] as const)),
    );
    const values = new Set(meant.values());
    for (let row = 1; row <= now.cells.length; row++) {
      const holds = keyOf(cellAt(now, row, group.column));
      const isOld = holds === keyOf(cellAt(before, row, group.column));
      if (holds === meant.get(row)) written++;
      else if (isOld && meant.has(row)) missing++;
      else if (!isOld && holds !== '' && values.has(holds)) astray++;
    }
  }
  return astray === 0 ? missing === 0 || written === 0 : astray < TELLTALE && missing === 0;
}

interface Comparing {
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
interface Compared {
  readonly wanted: ReadonlyMap<number, Writable>;
  readonly stands: readonly number[];
  readonly named: ReadonlyMap<number, LeftCell['why']>;
}

function comparison(group: ColumnGroup, by: Comparing): Compared {
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

/** What this command has written, at all and by row: what of it stands on another row has strayed. */
interface Strays {
  readonly strays: ReadonlySet<string>;
  readonly strayAt: ReadonlyMap<number, ReadonlySet<string>>;
}

/** What was written in a column (null: in any). */
function straysOf(written: readonly ChangeSet[], column: number | null, headerRow: number, keyOf: (cell: Cell) => string): Strays {
  const strays = new Set<string>();
  const strayAt = new Map<number, Set<string>>();
  const add = (row: number, value: Cell) => {
    const key = keyOf(value);
    strays.add(key);
    strayAt.set(row, (strayAt.get(row) ?? new Set()).add(key));
  };
  for (const changes of written)
    for (const edits of changes.columns) {
      if (column !== null && edits.column !== column) continue;
      for (const [k, row] of edits.rows.entries()) add(row, edits.after[k] as string | number | null);
      if (edits.newHeader !== null) add(changes === written[0] ? headerRow : changes.headerRow, edits.newHeader);
    }
  return { strays, strayAt };
}

/** The edits of a repair: one for each look, for words put back in a column of days are no days. `column`: where it stands now. */
function repairsOf(
  group: Pick<ColumnGroup, 'role' | 'column' | 'newHeader' | 'look' | 'daysAsText'>,
  { wanted, stands }: Pick<Compared, 'wanted' | 'stands'>,
  headerRow: number,
  now: Sheet,
  column: number,
): ColumnEdits[] {
  const { role, newHeader } = group;
  // A host heads a column only where nothing stands; over a value of ours that strayed there, the header is a value as any other.
  const isFree = isBlankCell(cellAt(now, headerRow, group.column));
  const header = newHeader !== null && isFree && wanted.get(headerRow)?.value === newHeader ? newHeader : null;
  const rows = [...wanted.keys()].filter((row) => header === null || row !== headerRow).sort((a, b) => a - b);
  const looks = new Map<string, number[]>();
  for (const row of rows) {
    const { look, daysAsText } = wanted.get(row) as Writable;
    const key = `${look} ${daysAsText}`;
    looks.set(key, [...(looks.get(key) ?? []), row]);
  }
  if (looks.size === 0 && header !== null) looks.set('', []);
  return [...looks.values()].map((of, n) => {
    const { look, daysAsText } = of.length > 0 ? (wanted.get(of[0] as number) as Writable) : group;
    return {
      role,
      column,
      newHeader: n === 0 ? header : null,
      look,
      daysAsText,
      rows: of,
      before: of.map((row) => cellAt(now, row, group.column)),
      after: of.map((row) => (wanted.get(row) as Writable).value),
      unchanged: stands,
    };
  });
}

/** Every cell that may hold what was meant for another: from the first written down to the end, for rows may have moved. */
function namedAll(changes: ChangeSet, now: Sheet | undefined, columnNow = (column: number): number => column): LeftCell[] {
  return changes.columns.flatMap(({ rows, column }) => {
    const first = rows[0] ?? changes.headerRow;
    const last = Math.max(rows.at(-1) ?? first, now?.cells.length ?? 0);
    return Array.from({ length: last - first + 1 }, (_, k) => ({
      sheet: changes.sheet as string,
      row: first + k,
      column: columnLetter(columnNow(column)),
      why: 'row-changed' as const,
    }));
  });
}

/**
 * Cells named at one look at the sheet, where they stand at a later one: rows may have moved in between. A row is known by the values it shares with what
 * it was; one that shares none keeps its place.
 */
export function namedSince(named: readonly LeftCell[], then: Sheet | undefined, now: Sheet | undefined): LeftCell[] {
  if (named.length === 0 || then === undefined || now === undefined) return [...named];
  const valuesAt = (sheet: Sheet, row: number) =>
    new Set((sheet.cells[row - 1] ?? []).map((cell) => displayText(cell)).filter((text) => text !== ''));
  const places = new Map<number, number>();
  const rowNow = (row: number): number => {
    const was = valuesAt(then, row);
    let [best, most] = [row, [...valuesAt(now, row)].filter((text) => was.has(text)).length];
    if (most === was.size) return row;
    for (let other = 1; other <= now.cells.length; other++) {
      const shared = [...valuesAt(now, other)].filter((text) => was.has(text)).length;
      if (shared > most) [best, most] = [other, shared];
    }
    return best;
  };
  return named.map((cell) => {
    const row = places.get(cell.row) ?? rowNow(cell.row);
    places.set(cell.row, row);
    return { ...cell, row };
  });
}
