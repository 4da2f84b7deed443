/**
 * What the journal keeps of cells that were put right: where, what was typed there, what stands there now. It is a trace for people, and exact
 * enough to put every letter back. A row is known again by a mark, for sheets are sorted.
 */
import { hash64 } from '../hash.ts';
import { displayText } from '../ledger/cell-text.ts';
import { columnIndex, columnLetter } from '../ledger/problems.ts';
import type { JournalEntry, Role } from '../types.ts';
import type { Cell } from '../workbook.ts';

/** One cell that was put right. Row 1-based, column 0-based. */
export interface Traced {
  readonly row: number;
  readonly column: number;
  /** The text that stood there, letter by letter, and its number format where the host tells. */
  readonly was: string;
  readonly format: string | null;
  /** The day that stands there since, ISO. */
  readonly day: string;
  readonly mark: string;
}

/** Heads the reference of such a journal row; the name of the sheet follows. */
const FIX = 'fix ';
/** A cell of a spreadsheet holds some thirty thousand letters. */
const LONGEST = 8_000;
/** Changes named where a journal row is shown among others. */
const SHOWN = 3;

/** What tells whose row it is: who owes, and the number of the invoice. Dates may be put right, and a sheet sorted, without changing it. */
export function markOf(cells: readonly Cell[] | undefined, columns: ReadonlyMap<Role, number>): string {
  const facts = (['number', 'customer', 'customerId'] as const).map((role) => {
    const column = columns.get(role);
    return column === undefined ? '' : displayText(cells?.[column]).trim();
  });
  return hash64(facts.join('\u0001')).slice(0, 8);
}

export function traceReference(sheet: string): string {
  return FIX + sheet;
}

/** The sheet in which the row of the journal put cells right; null for any other row. */
export function tracedSheet({ event, reference }: JournalEntry): string | null {
  return event === 'note' && reference.startsWith(FIX) ? reference.slice(FIX.length) : null;
}

/** Quoted so that nothing is lost on the way through a cell: what is not plainly visible is spelt out. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e\p{L}]/gu, (letter) =>
    [...Array(letter.length).keys()].map((i) => `\\u${letter.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** The changes as texts of journal rows, each short enough for a cell; `words` say what was done. */
export function traceTexts(cells: readonly Traced[], words: string): string[] {
  const texts: string[] = [];
  for (const { row, column, was, format, day, mark } of cells) {
    const change = `${columnLetter(column)}${row} ${quoted(was)} → ${day} #${mark}${format === null ? '' : ` ${quoted(format)}`}`;
    const text = texts.at(-1);
    if (text === undefined || text.length + change.length > LONGEST) texts.push(words + change);
    else texts[texts.length - 1] = `${text}; ${change}`;
  }
  return texts;
}

const CHANGE = /([A-Z]{1,3})(\d{1,7}) ("(?:[^"\\]|\\.)*") → (\d{4}-\d{2}-\d{2}) #([0-9a-f]{8})(?: ("(?:[^"\\]|\\.)*"))?/g;

/** The inverse of {@link traceTexts}; what somebody rewrote beyond recognition is left out. */
export function tracedIn(text: string): Traced[] {
  return [...text.matchAll(CHANGE)].flatMap(([, letters = '', row, was = '', day = '', mark = '', format]): Traced[] => {
    try {
      const formatText = format === undefined ? null : (JSON.parse(format) as string);
      return [{ row: Number(row), column: columnIndex(letters), was: JSON.parse(was) as string, format: formatText, day, mark }];
    } catch {
      return [];
    }
  });
}

/** A journal row's text as it is shown among others: the first changes, without what only we need. */
export function shownTrace(entry: JournalEntry): string {
  if (tracedSheet(entry) === null) return entry.text;
  const cells = tracedIn(entry.text);
  const words = entry.text.slice(0, Math.max(0, entry.text.search(CHANGE)));
  const shown = cells.slice(0, SHOWN).map(({ row, column, was, day }) => `${columnLetter(column)}${row} ${was} → ${day}`);
  return `${words}${shown.join('; ')}${cells.length > SHOWN ? '; …' : ''}`;
}
