/**
 * Which blocks of cells bring the owned columns up to date. Apps Script writes rectangles and cannot leave a cell of one alone, while a call costs
 * a tenth of a second and changed rows lie scattered: a write per run of changed rows would be thousands. So a gap between two changed cells is
 * bridged by writing again what stands there, but only over what is ours and comes back as the very same value: blanks, our numbers and dates, our
 * texts. The user's words, a formula, anything else ends the block. The number of blocks thus depends on what the user wrote, not on rows.
 */
import { type CellLook, type ChangeSet, type ColumnEdits, dayFromIso } from '../../core/index.ts';
import { hidesNumbers, isInstant, isPlainWords, looksLikeDate, TEXT, WHOLE } from './looks.ts';

/**
 * Edits with the rows whose cells already say what they should (ascending). With the list, those and blanks are all that may be bridged. Without
 * it, ours is known only by being a text this very command writes or replaces in the column.
 */
export type Edits = ColumnEdits & { readonly unchanged?: readonly number[] };

/** What stands in the sheet at this moment; outside it all is blank. Rows 1-based, columns 0-based. */
export interface Standing {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
}

/** One rectangle to write. `formats` by column, null where they are right. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly formats: readonly string[] | null;
  readonly values: unknown[][];
}

/** 1970-01-01 as a day number of Google Sheets. */
export const EPOCH = 25_569;

interface Column {
  readonly edits: Edits;
  readonly look: CellLook;
  /** By row. */
  readonly wanted: ReadonlyMap<number, string | number>;
  readonly now: (row: number) => Now;
}

interface Now {
  readonly value: unknown;
  readonly formula: string;
  readonly format: string;
}

/** The blocks to write, left to right. Cells that are no longer what the decision saw are left to whoever changed them. */
export function blocksFor(changes: ChangeSet, columns: readonly Edits[], standing: Standing, dateFormat: string): Block[] {
  const planned = columns.map((edits) => columnOf(changes, edits, standing)).filter(({ wanted }) => wanted.size > 0);
  // New columns are filled to one length, so that side by side they are one block.
  let freshEnd = 0;
  for (const { edits, wanted } of planned)
    if (edits.newHeader !== null) for (const row of wanted.keys()) freshEnd = Math.max(freshEnd, row);
  return merged(planned.flatMap((column) => blocksOf(column, column.edits.newHeader === null ? 0 : freshEnd, dateFormat)));
}

function columnOf(changes: ChangeSet, edits: Edits, standing: Standing): Column {
  const now = (row: number): Now => {
    const [r, c] = [row - standing.row, edits.column - standing.column];
    return { value: standing.values[r]?.[c] ?? '', formula: standing.formulas[r]?.[c] ?? '', format: standing.formats[r]?.[c] ?? '' };
  };
  const look = edits.look === 'day' && edits.daysAsText ? 'text' : edits.look;
  const wanted = new Map<number, string | number>();
  if (edits.newHeader !== null) {
    const { value, formula } = now(changes.headerRow);
    // Somebody else's column stands where ours was to go.
    if (formula !== '' || (value !== '' && value !== edits.newHeader)) return { edits, look, wanted, now };
    if (value === '') wanted.set(changes.headerRow, edits.newHeader);
  }
  edits.rows.forEach((row, i) => {
    const { value, formula } = now(row);
    if (formula === '' && isSame(value, edits.before[i])) wanted.set(row, writtenOf(edits.after[i] ?? null, look));
  });
  return { edits, look, wanted, now };
}

/** Days go as day numbers under a date format: exact in every time zone, where a Date would need the spreadsheet's. */
function writtenOf(value: string | number | null, look: CellLook): string | number {
  const day = look === 'day' && typeof value === 'string' ? dayFromIso(value) : null;
  return day === null ? (value ?? '') : day + EPOCH;
}

/** Whether two cells are the same, whichever side of the bridge made them. */
export function isSame(left: unknown, right: unknown): boolean {
  const plain = (cell: unknown): unknown => (cell instanceof Date ? cell.getTime() : isInstant(cell) ? Number(cell) : (cell ?? ''));
  return plain(left) === plain(right);
}

function blocksOf(column: Column, end: number, dateFormat: string): Block[] {
  const { edits, wanted, now } = column;
  const rows = [...wanted.keys()].sort((a, b) => a - b);
  const mayBridge = bridging(column);
  const blocks: Block[] = [];
  let start = rows[0] as number;
  let values: unknown[][] = [];
  /** How far the block is worth writing: up to its last changed cell, or for new columns to their common end. */
  let length = 0;
  const close = (): void => {
    values.length = length;
    if (length > 0) blocks.push({ row: start, column: edits.column, values, formats: formatsOf(column, start, length, dateFormat) });
    values = [];
    length = 0;
  };
  const last = Math.max(rows.at(-1) as number, end);
  for (let row = start; row <= last; row++) {
    const value = wanted.get(row);
    const cell = value === undefined ? now(row) : null;
    if (cell && (values.length === 0 || !mayBridge(row, cell))) {
      close();
      continue;
    }
    if (values.length === 0) start = row;
    values.push([cell ? cell.value : value]);
    if (!cell || row <= end) length = values.length;
  }
  close();
  return blocks;
}

/** Whether a cell between two changed ones may be written again with what it holds. */
function bridging({ edits, look }: Column): (row: number, cell: Now) => boolean {
  const { unchanged } = edits;
  const kept = unchanged && new Set(unchanged);
  const done = new Set(edits.rows);
  const texts = new Set<unknown>([...edits.before, ...edits.after]);
  return (row, { value, formula, format }) => {
    if (formula !== '') return false;
    if (value === '') return true;
    if (kept && !kept.has(row) && !done.has(row)) return false;
    if (look === 'count') return typeof value === 'number';
    if (look === 'day') return isInstant(value);
    return typeof value === 'string' && (format === TEXT || isPlainWords(value)) && (kept !== undefined || texts.has(value));
  };
}

/** The number format a block needs for its new values, null when what is there will do. A new column gets the look it is to have. */
function formatsOf({ edits, look, wanted, now }: Column, start: number, rows: number, dateFormat: string): readonly string[] | null {
  const format = look === 'text' ? TEXT : look === 'count' ? WHOLE : dateFormat;
  if (edits.newHeader !== null) return [format];
  for (let row = start; row < start + rows; row++) {
    const value = wanted.get(row);
    const before = value === undefined || value === '' ? null : now(row).format;
    if (before === null || before === format) continue;
    if (look === 'text' ? !isPlainWords(String(value)) : look === 'day' ? !looksLikeDate(before) : hidesNumbers(before)) return [format];
  }
  return null;
}

/** Blocks side by side and of the same rows become one. */
function merged(blocks: readonly Block[]): Block[] {
  const byPlace = new Map<string, Block>();
  for (const block of blocks) {
    const { row, column, formats, values } = block;
    const rows = `${row}:${values.length}:${formats === null}:`;
    const left = byPlace.get(rows + column);
    if (left) byPlace.delete(rows + column);
    // Kept under the column that would continue it.
    byPlace.set(rows + (column + 1), left ? beside(left, block) : block);
  }
  return [...byPlace.values()];
}

const beside = (left: Block, right: Block): Block => ({
  ...left,
  formats: left.formats && [...left.formats, ...(right.formats ?? [])],
  values: left.values.map((line, i) => [...line, ...(right.values[i] as unknown[])]),
});
