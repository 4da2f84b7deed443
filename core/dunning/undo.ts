/**
 * Taking back the last command, by rows of their own: nothing of the journal is ever removed. What a host made cannot be unmade from here, so drafts
 * stay known and go on blocking a second one; what Relance itself noticed (a draft that is gone, a promise that broke) is no command of the user's.
 */
import type { Study } from '../study.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import type { JournalPen } from './drafts.ts';
import { takenBack } from './journal.ts';
import { FOUND_IN_TAB } from './noticed.ts';
import { type Refused, refuse } from './refused.ts';

const NOTICED: ReadonlySet<JournalEvent> = new Set(['presumed-sent', 'unknown', 'promise-broken', 'undone']);
const MADE: ReadonlySet<JournalEvent> = new Set(['intent', 'drafted', 'mentioned']);

/** One `undone` row for each row of the last command that still stands. */
export function undoLast({ journal, asOf }: Study, pen: JournalPen): readonly JournalEntry[] | Refused {
  const taken = takenBack(journal, null);
  const isToldRow = (row: JournalEntry) =>
    !NOTICED.has(row.event) && !taken.has(row.id) && !(row.event === 'plan' && row.reference.startsWith(FOUND_IN_TAB));
  const last = journal.filter(isToldRow).at(-1);
  if (last === undefined || last.id === '') return refuse('nothing-to-undo');
  const batch: JournalEntry[] = [];
  for (let e = journal.indexOf(last); e >= 0; e--) {
    const row = journal[e] as JournalEntry;
    // The rows of one command share the moment of the click, whatever day they are about.
    if (row.at.slice(11) !== last.at.slice(11)) break;
    if (isToldRow(row)) batch.unshift(row);
  }
  const told = batch.filter((row) => !MADE.has(row.event));
  if (told.length === 0) return refuse('drafts-stay');
  const ids = journal.map((row) => row.id);
  if (told.some(({ id }) => ids.indexOf(id) !== ids.lastIndexOf(id))) return refuse('ids-repeat');
  return told.map(({ id, customer, invoices }) => pen.write('undone', asOf, { customer, invoices, reference: id }));
}
