/**
 * After a write, every value must stand on its own row. Hosts write by position and have no conditional write, so a row inserted or a sort between
 * our read and our write can shift values: the rows are read back by key, what landed elsewhere is undone from the old values, and written where it
 * belongs; what cannot be put right is named.
 */
import { serialKeys, valueKeys, type Writable } from '../cell-values.ts';
import { isBlankCell } from '../ledger/cell-text.ts';
import { columnLetter } from '../ledger/problems.ts';
import { fingerprintOf, inputColumns } from '../row-key.ts';
import type { Study } from '../study.ts';
import type { Cell, ChangeSet, ColumnEdits, LeftCell, Sheet, Snapshot } from '../workbook.ts';
import { byColumn, type ColumnGroup } from './column-groups.ts';
import { comparison } from './comparison.ts';
import { cellAt, isFormula, keyed } from './keyed-sheet.ts';
import { alignedTo } from './moved-columns.ts';
import { namedAll } from './named-cells.ts';
import { repairsOf } from './repairs.ts';
import { headersStand, rowsStand, valuesStand } from './standing.ts';
import { type Strays, straysOf, untouched } from './strays.ts';

/** What is still to be written, and the cells that could not be put right. `repair` null: all stands where it belongs, but for what is named. */
export interface Misplaced {
  readonly repair: ChangeSet | null;
  readonly named: readonly LeftCell[];
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
  const atAGlance =
    written.length === 1 &&
    rowsStand(beforeSheet, nowSheet, place, inputs) &&
    headersStand(beforeSheet, nowSheet, place.headerRow, groups) &&
    groups.every((group) => isInPlace(group, nowSheet, place.headerRow))
      ? valuesStand(groups, beforeSheet, nowSheet, place.headerRow, keysOf)
      : null;
  if (atAGlance !== null)
    return {
      repair: null,
      named: atAGlance.map(({ row, column }) => ({ sheet: place.sheet, row, column: columnLetter(column), why: 'words' as const })),
    };

  const anyKey = serialKeys(studied.reading.dayContext);
  // In a rectangle, what stood between changed cells is written again: where columns moved, that strays as well.
  const stood = groups.flatMap(({ column }) => beforeSheet.cells.map((cells) => anyKey(cells[column])));
  const anywhere = straysOf(written, null, place.headerRow, anyKey);
  const all = new Set([...anywhere.strays, ...stood]);
  const isOurs = (cell: Cell) => !isBlankCell(cell) && all.has(anyKey(cell));
  const reached = new Set(written.flatMap(({ columns }) => columns.map(({ column }) => column)));
  // Rows may have moved between any two writes, and before a repair: a column in which cells were cleared may have lost any of them.
  const cleared = new Set(
    written.flatMap(({ columns }, n) =>
      columns.flatMap(({ rows, after, column }) =>
        rows.flatMap((row, k) => (isBlankCell(after[k]) ? [`${n === 0 ? row : 'any'} ${column}`, `moved ${column}`] : [])),
      ),
    ),
  );
  const aligned = alignedTo(beforeSheet, place.headerRow, nowSheet, {
    isOurs,
    isCleared: (row, column) => cleared.has(`${row ?? 'moved'} ${column}`) || cleared.has(`any ${column}`),
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
