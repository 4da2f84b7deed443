/**
 * Which blocks of cells bring the owned columns up to date. Apps Script writes rectangles and cannot leave a cell of one alone, while a call costs
 * a tenth of a second and changed rows lie scattered: a write per run of changed rows would be thousands. So a gap between two changed cells is
 * bridged by writing again what stands there, but only over what is ours and comes back as the very same value: blanks, our numbers and dates, our
 * texts. The user's words, a formula, anything else ends the block. Only where that would make more writes than a click can afford are the user's plain
 * words and numbers between changed cells written again too, as they stand: they come back the same. What would not (a formula, a link, a word in bold
 * among others) still ends the block.
 */
import { type CellLook, type ChangeSet, type ColumnEdits, dayFromIso, epochSerial } from '../../core/index.ts';
import { hidesNumbers, isInstant, isPlainWords, looksLikeDate, TEXT, WHOLE } from './looks.ts';

/** What stands in the sheet at this moment; outside it all is blank. Rows 1-based, columns 0-based. */
export interface Standing {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  /** Whether the text of a cell, by its place in these lists, looks different in parts or bears a link. Asked only where it matters. */
  readonly isDressed?: (line: number, place: number) => boolean;
}

/** One rectangle to write. `formats` by column, null where they are right. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly formats: readonly string[] | null;
  readonly values: unknown[][];
}

/** Writes a table of columns side by side may cost in one go, and those that are free besides. */
const [WRITES, FREE] = [3, 2];

/** 1970-01-01 as a day number of Google Sheets. */
export const EPOCH = epochSerial(false);

interface Column {
  readonly edits: ColumnEdits;
  readonly look: CellLook;
  /** By row. */
  readonly wanted: ReadonlyMap<number, string | number>;
  readonly now: (row: number) => Now;
  readonly isDressed: (row: number) => boolean;
}

interface Now {
  readonly value: unknown;
  readonly formula: string;
  readonly format: string;
}

/** The blocks to write, left to right. Cells that are no longer what the decision saw are left to whoever changed them. */
export function blocksFor(changes: ChangeSet, columns: readonly ColumnEdits[], standing: Standing, dateFormat: string): Block[] {
  const planned = columns.map((edits) => columnOf(changes, edits, standing)).filter(({ wanted }) => wanted.size > 0);
  // New columns are filled to one length, so that side by side they are one block.
  let freshEnd = 0;
  for (const { edits, wanted } of planned)
    if (edits.newHeader !== null) for (const row of wanted.keys()) freshEnd = Math.max(freshEnd, row);
  const blocks = (isSparing: boolean) =>
    merged(planned.flatMap((column) => blocksOf(column, column.edits.newHeader === null ? 0 : freshEnd, dateFormat, isSparing)));
  const careful = blocks(false);
  const writes = careful.reduce((sum, { formats }) => sum + (formats === null ? 1 : 2), 0);
  return writes <= WRITES * tablesIn(planned) + FREE ? careful : blocks(true);
}

/** How many times columns stand side by side. */
function tablesIn(planned: readonly Column[]): number {
  const columns = new Set(planned.map(({ edits }) => edits.column));
  return [...columns].filter((column) => !columns.has(column - 1)).length;
}

function columnOf(changes: ChangeSet, edits: ColumnEdits, standing: Standing): Column {
  const now = (row: number): Now => {
    const [r, c] = [row - standing.row, edits.column - standing.column];
    return { value: standing.values[r]?.[c] ?? '', formula: standing.formulas[r]?.[c] ?? '', format: standing.formats[r]?.[c] ?? '' };
  };
  const isDressed = (row: number): boolean => standing.isDressed?.(row - standing.row, edits.column - standing.column) ?? false;
  const look = edits.look === 'day' && edits.daysAsText ? 'text' : edits.look;
  const wanted = new Map<number, string | number>();
  if (edits.newHeader !== null) {
    const { value, formula } = now(changes.headerRow);
    // Somebody else's column stands where ours was to go.
    if (formula !== '' || (value !== '' && value !== edits.newHeader)) return { edits, look, wanted, now, isDressed };
    if (value === '') wanted.set(changes.headerRow, edits.newHeader);
  }
  edits.rows.forEach((row, i) => {
    const { value, formula } = now(row);
    if (formula === '' && isSame(value, edits.before[i])) wanted.set(row, writtenOf(edits.after[i] ?? null, look));
  });
  return { edits, look, wanted, now, isDressed };
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

function blocksOf(column: Column, end: number, dateFormat: string, isSparing: boolean): Block[] {
  const { edits, wanted, now } = column;
  const rows = [...wanted.keys()].sort((a, b) => a - b);
  const changing = isSparing ? formatsOf(column, rows[0] as number, (rows.at(-1) as number) - (rows[0] as number) + 1, dateFormat) : null;
  const mayBridge = bridging(column, isSparing, changing?.[0] ?? null);
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

/**
 * Whether a cell between two changed ones may be written again with what it holds; when sparing writes, also one of the user's: under the format it
 * has, where the column is given one (`newFormat`).
 */
function bridging({ edits, look, isDressed }: Column, isSparing: boolean, newFormat: string | null): (row: number, cell: Now) => boolean {
  const { unchanged } = edits;
  const kept = unchanged && new Set(unchanged);
  const done = new Set(edits.rows);
  const texts = new Set<unknown>([...edits.before, ...edits.after]);
  const isOurs = (row: number, { value, format }: Now): boolean => {
    if (kept && !kept.has(row) && !done.has(row)) return false;
    if (look === 'count') return typeof value === 'number';
    if (look === 'day') return isInstant(value);
    return typeof value === 'string' && (format === TEXT || isPlainWords(value)) && (kept !== undefined || texts.has(value));
  };
  const returns = ({ value, format }: Now): boolean => {
    if (newFormat !== null && format !== newFormat) return false;
    if (typeof value === 'string') return format === TEXT || isPlainWords(value);
    return typeof value === 'number' && format !== TEXT;
  };
  return (row, cell) => {
    const { value, formula } = cell;
    if (formula !== '') return false;
    if (value === '') return true;
    return isOurs(row, cell) || (isSparing && returns(cell) && !isDressed(row));
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
