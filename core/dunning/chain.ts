/**
 * The thread through the journal: each row carries a hash of itself and of the row before it, so that a row edited or taken out is seen. It finds
 * accidents and edits; whoever knows the rule can forge it, so it is no signature. The thread goes by id: sorting the sheet breaks nothing.
 */
import { hash64 } from '../hash.ts';
import type { JournalEntry, Problem } from '../types.ts';

/** Where a row of the journal stands; `row` is 1-based. */
export interface JournalPlace {
  readonly sheet: string;
  readonly row: number;
}

/** The check of a row that follows a row whose check is `before` ('' for the first). */
export function linkOf(before: string, entry: Omit<JournalEntry, 'check'>): string {
  return hash64(`${before}\u0000${JSON.stringify({ ...entry, on: undefined, check: undefined })}`);
}

/**
 * How many rows back the thread is looked for: two windows that wrote at once, or two journals put together (the workbook's and the one beside the
 * drafts), leave a fork, which is no edit.
 */
const FORKS = 8;

/**
 * Rows that do not fit the thread: edited, or the row before was taken out. Rows without a check were typed by hand and are told once for them all;
 * a journal without any check was never ours, and has no thread to break.
 */
export function brokenLinks(entries: readonly JournalEntry[], places: ReadonlyMap<JournalEntry, JournalPlace>): Problem[] {
  if (entries.every((entry) => entry.check === '')) return [];
  const problems: Problem[] = [];
  const complain = (entry: JournalEntry, detail: string) => {
    const { sheet, row } = places.get(entry) as JournalPlace;
    problems.push({ sheet, row, column: null, kind: 'journal-chain-broken', severity: 'notice', found: entry.id, detail });
  };
  const byHand = entries.filter((entry) => entry.check === '');
  // Newest first: the usual row hangs on the one just before.
  const recent: string[] = [''];
  for (const entry of entries) {
    if (entry.check === '') {
      recent.unshift('');
      continue;
    }
    const { check, ...told } = entry;
    const at = recent.findIndex((before) => linkOf(before, told) === check);
    if (at < 0) complain(entry, 'edited');
    recent.unshift(check);
    if (recent.length > FORKS) recent.pop();
  }
  if (byHand.length > 0) complain(byHand[0] as JournalEntry, `by-hand ${byHand.length}`);
  return problems;
}
