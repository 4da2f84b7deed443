/**
 * How a sheet looks in the grid where the file does not say: which row heads the table, how wide its columns are, and which colours tell a status.
 * Looks only: nothing here is read by the engine or written to a file.
 */
import { LANGUAGES, type Sheet, STATUSES, type Status } from '../../../core/index.ts';

const LOOKED_AT = 20;
export const MEASURED = 300;
const WIDEST = 210;
const LETTER = 6.7;

/** 0-based row that heads the sheet's table: the first of the top rows, all text, that is as wide as the widest of them; -1 when none is. */
export function headingRow({ cells }: Sheet): number {
  const filled = cells.slice(0, LOOKED_AT).map((row) => row.filter((cell) => cell !== null && cell !== ''));
  const widest = Math.max(0, ...filled.map((row) => row.length));
  if (widest < 2) return -1;
  return filled.findIndex((row) => row.length >= Math.max(2, widest * 0.6) && row.every((cell) => typeof cell === 'string'));
}

/** A width in pixels for each column, from the texts in its first rows (titles above the headings do not count). */
export function columnWidths({ cells, formats }: Sheet, heading: number): number[] {
  const widest: number[] = [];
  const from = Math.max(0, heading);
  for (let row = from; row < Math.min(cells.length, from + MEASURED); row++) {
    cells[row]?.forEach((cell, column) => {
      const length =
        typeof cell === 'string'
          ? cell.length * (row === heading ? 1.1 : 1)
          : cell === null
            ? 0
            : numberLength(formats?.[row]?.[column] ?? '');
      widest[column] = Math.max(widest[column] ?? 0, length);
    });
  }
  return Array.from(widest, (length) => Math.round(Math.min(WIDEST, Math.max(60, (length ?? 0) * LETTER + 16))));
}

/** About how many letters a number takes in its format: months and weekdays in words take more. */
function numberLength(format: string): number {
  return /dddd/i.test(format) ? 27 : /mmmm/i.test(format) ? 18 : /mmm|h/i.test(format) ? 14 : 10;
}

export interface Colours {
  readonly background: string;
  readonly text: string;
}

/** Every pair has a contrast of at least 4.5. Statuses without a pair are shown plain. */
const STATUS_COLOURS: Readonly<Partial<Record<Status, Colours>>> = {
  overdue: { background: '#fde3e1', text: '#97180c' },
  legal: { background: '#f6d5d2', text: '#7c1209' },
  'written-off': { background: '#eceef1', text: '#4b5563' },
  disputed: { background: '#f3e3fb', text: '#6b21a8' },
  'to-fix': { background: '#fff0c2', text: '#7a4a00' },
  watch: { background: '#fff4da', text: '#80520a' },
  promised: { background: '#e1ecfd', text: '#1b4a99' },
  'on-plan': { background: '#e1ecfd', text: '#1b4a99' },
  'on-hold': { background: '#eceef1', text: '#4b5563' },
  paid: { background: '#dff3e4', text: '#14632f' },
  credit: { background: '#e0f2f1', text: '#0f5c56' },
  cancelled: { background: '#eceef1', text: '#4b5563' },
  draft: { background: '#eceef1', text: '#4b5563' },
};

const BY_LABEL = new Map<string, Colours | null>();
for (const { statuses } of Object.values(LANGUAGES)) {
  for (const status of STATUSES) BY_LABEL.set(statuses[status], STATUS_COLOURS[status] ?? null);
}

/** The colours of a status by its label in any language; null for a plain one and for words that are no status of ours. */
export function statusColours(label: unknown): Colours | null {
  return typeof label === 'string' ? (BY_LABEL.get(label) ?? null) : null;
}
