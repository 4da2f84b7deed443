/**
 * Columns that moved while we wrote. A colleague inserts a column in the very second between our reading and our writing, and what was meant for our
 * own columns lands in theirs: an amount becomes a number of days. So the columns are found again by the words above them, and the sheet is looked at
 * as if none had moved; what stood in a cell can then be put back.
 */
import { displayText, isBlankCell } from '../ledger/cell-text.ts';
import type { Cell, Sheet } from '../workbook.ts';

/** A sheet with its columns where they were before. Rows are as they are now. */
export interface Aligned {
  readonly sheet: Sheet;
  /** Where the header row stands now, 1-based. */
  readonly headerRow: number;
  /** Where a column (0-based, as before) stands now. */
  readonly columnNow: (column: number) => number;
  /** Columns (0-based, as now) that were not there before. */
  readonly inserted: readonly number[];
}

type Row = readonly (Cell | undefined)[];

const wordsOf = (row: Row | undefined): string[] => Array.from(row ?? [], (cell) => displayText(cell));

/**
 * The sheet as it would be had no column moved; null when none has, or when nobody can say which went where. `headerRow` is 1-based; `isOurs` knows what
 * this command has written: it may stand where a header of the user's stood. `isCleared`: the cells it
 * has cleared; of a row that has moved since (null), any cell of the column.
 */
export function alignedTo(
  before: Sheet,
  headerRow: number,
  now: Sheet,
  { isOurs, isCleared }: { readonly isOurs: (cell: Cell) => boolean; readonly isCleared: (row: number | null, column: number) => boolean },
): Aligned | null {
  const words = wordsOf(before.cells[headerRow - 1]);
  const found = headerAmong(words, now);
  if (found === null) return null;
  const header = now.cells[found] ?? [];
  const places = placesOf(words, wordsOf(header), {
    isOurs: (place) => isOurs(header[place] ?? null),
    isCleared: (place) => isBlankCell(header[place]) && isCleared(found + 1 === headerRow ? headerRow : null, place),
    shared: (column, place) => sharedBy(before, column, now, place, isOurs),
  });
  if (places === null || places.every((place, column) => place === column)) return null;
  const end = Math.max(-1, ...places) + 1;
  const columnNow = (column: number): number => places[column] ?? end + column - places.length;
  const taken = new Set(places);
  const width = Math.max(0, ...now.cells.map((row) => row.length), ...(now.formulas ?? []).map((row) => row.length));
  const order = Array.from({ length: Math.max(places.length, width) }, (_, column) => columnNow(column));
  const arranged = <T>(rows: readonly (readonly T[])[], blank: T): T[][] => rows.map((row) => order.map((place) => row[place] ?? blank));
  return {
    sheet: {
      name: now.name,
      cells: arranged<Cell>(now.cells, null),
      ...(now.formats ? { formats: arranged<string | null>(now.formats, null) } : {}),
      ...(now.formulas ? { formulas: arranged<unknown>(now.formulas, '') } : {}),
    },
    headerRow: found + 1,
    columnNow,
    inserted: Array.from({ length: end }, (_, place) => place).filter((place) => !taken.has(place)),
  };
}

/** The row (0-based) that holds most of these words; null when two do, or none holds half of them. */
function headerAmong(words: readonly string[], { cells }: Sheet): number | null {
  const wanted = new Set(words.filter((word) => word !== ''));
  let [best, most, isAlone] = [-1, 0, true];
  for (const [row, line] of cells.entries()) {
    const held = new Set(wordsOf(line).filter((word) => wanted.has(word))).size;
    if (held > most) [best, most, isAlone] = [row, held, true];
    else if (held === most) isAlone = false;
  }
  return best >= 0 && isAlone && most * 2 >= wanted.size ? best : null;
}

/** Where each column stands now; null when one cannot be found. */
function placesOf(
  words: readonly string[],
  now: readonly string[],
  {
    isOurs,
    isCleared,
    shared,
  }: {
    readonly isOurs: (place: number) => boolean;
    readonly isCleared: (place: number) => boolean;
    readonly shared: (column: number, place: number) => number;
  },
): number[] | null {
  const places: (number | null)[] = words.map(() => null);
  const taken = new Set<number>();
  const claim = (column: number, place: number) => {
    places[column] = place;
    taken.add(place);
  };
  for (const word of new Set(words)) {
    if (word === '') continue;
    const [then, today] = [words, now].map((all) => all.flatMap((one, at) => (one === word ? [at] : [])));
    if (then?.length === today?.length) for (const [k, column] of (then ?? []).entries()) claim(column, today?.[k] as number);
  }
  // Words that were merely covered where they stand, by rows that moved, are no sign of it.
  const stands = (column: number): boolean => words[column] === '' || isOurs(column) || isCleared(column);
  if (places.every((place, column) => place === column || (place === null && stands(column)))) return null;
  const word = (place: number): string => now[place] ?? '';
  const isFree = (place: number): boolean => place >= 0 && !taken.has(place);
  const wordless = () =>
    Array.from({ length: words.length + 1 }, (_, place) => place).filter((place) => isFree(place) && word(place) === '');
  for (const [column, then] of words.entries()) {
    if (places[column] !== null) continue;
    const right = (column === 0 ? -1 : (places[column - 1] as number)) + 1;
    const left = (places[column + 1] ?? -1) - 1;
    // A word that is gone: something of ours took its place. A column without a word stands beside its neighbour still.
    const covered = then === '' ? [] : [...now.keys()].filter((place) => isFree(place) && isOurs(place));
    const beside = [right, left].filter((place) => isFree(place) && (then !== '' || word(place) === '' || isOurs(place)));
    // Cleared or covered where it must stand now.
    if (then !== '' && isFree(right) && (isOurs(right) || isCleared(right))) {
      claim(column, right);
      continue;
    }
    const likely = covered.length > 0 ? [...covered.filter((one) => one >= right), ...covered] : [...beside, ...wordless()];
    const most = Math.max(...likely.map((one) => shared(column, one)));
    const place = likely.find((one) => shared(column, one) === most);
    if (place === undefined) return null;
    claim(column, place);
  }
  return places as number[];
}

/** How many of the values of a column, as it was, stand in a column now; what this command has written tells nothing. */
function sharedBy(before: Sheet, column: number, now: Sheet, place: number, isOurs: (cell: Cell) => boolean): number {
  const held = new Set(now.cells.flatMap((row) => (isOurs(row[place] ?? null) ? [] : [displayText(row[place])])));
  return before.cells.filter((row) => displayText(row[column]) !== '' && held.has(displayText(row[column]))).length;
}
