/**
 * The page's desk: runs each command over the grid and the outbox, one at a time, even with the same workbook open in two windows. Where a
 * command stops, the next one goes on from what was announced.
 */
import { type CalendarDay, type Command, dayFromIso, type HostRequest, perform, type Snapshot, type View } from '../../core/index.ts';
import type { Desk } from '../../panel/desk.ts';
import type { GridHost } from './grid/grid-host.ts';
import { keepBinding, missingRows } from './storage/books.ts';
import type { Outbox } from './storage/outbox.ts';
import type { Store } from './storage/store.ts';

export interface Workplace {
  readonly book: string;
  readonly grid: GridHost;
  readonly store: Store;
  /** Null when the browser refuses to keep anything: then nothing can be prepared. */
  readonly outbox: Outbox | null;
  readonly language: () => 'fr' | 'en';
  /** The day the figures are for, as ISO text. */
  readonly asOf: () => string;
  /** Throws what the browser said when it refused to keep anything. */
  readonly refused: () => never;
}

/** The desk of one open workbook. */
export function deskOf(place: Workplace): Desk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: (command) => {
      const run = last.then(() => alone(place.book, () => drive(command, place)));
      last = run.catch(() => undefined);
      return run;
    },
  };
}

/** With the workbook to ourselves among all windows, where the browser can say so. */
async function alone<T>(book: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator && navigator.locks ? navigator.locks.request(`relance ${book}`, work) : work();
}

async function drive(command: Command, place: Workplace): Promise<View> {
  const day = dayFromIso(place.asOf());
  if (day === null) throw new RangeError(`no day: ${place.asOf()}`);
  // The first reading is the one the journal was compared with.
  let read: Snapshot | null = await takeUpJournal(place);
  const story = perform(command, day as CalendarDay);
  let step = story.next();
  while (!step.done) {
    let answer: unknown;
    try {
      answer =
        read !== null && step.value.kind === 'read' ? { ...read, workbookId: place.book } : await answered(step.value, command, place);
      read = null;
    } catch (error) {
      step = story.throw(error);
      continue;
    }
    step = story.next(answer);
  }
  return step.value;
}

/** Journal rows that are kept here and missing in the tab (a file reopened without its copy, a tab deleted) are put back before anything is decided. */
async function takeUpJournal({ outbox, grid, language }: Workplace): Promise<Snapshot> {
  await outbox?.reload();
  const snapshot = grid.snapshot();
  const missing = outbox && missingRows(snapshot, outbox.journal, language());
  if (!missing) return snapshot;
  grid.append(missing);
  return grid.snapshot();
}

async function answered(request: HostRequest, { at }: Command, place: Workplace): Promise<unknown> {
  const { grid, outbox, store, book, refused } = place;
  switch (request.kind) {
    case 'read':
      return { ...grid.snapshot(request.sheet), workbookId: book } satisfies Snapshot;
    case 'find-drafts':
      return outbox ? outbox.find(request.ids) : refused();
    case 'intend':
      await (outbox ?? refused()).stage(request.drafts, request.append, at);
      grid.append(request.append);
      return null;
    case 'draft':
      return (outbox ?? refused()).publish(request.draft.id);
    case 'write':
      // Kept first: what the tab shows must never be more than what survives the page.
      for (const append of request.changes.appends) if (append.rows.length > 0) await (outbox ?? refused()).record(append);
      grid.write(request.changes);
      return null;
    case 'keep':
      grid.binding = request.binding;
      await keepBinding(grid.snapshot(), request.binding, store);
      return null;
    default:
      return request satisfies never;
  }
}
