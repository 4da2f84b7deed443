/**
 * The page's desk: runs each command over the grid and the outbox, one at a time, even with the same workbook open in two windows. Where a
 * command stops, the next one goes on from what was announced.
 */
import {
  type CalendarDay,
  type Command,
  dayFromIso,
  type HostRequest,
  isJournalHeader,
  linesOfPlan,
  missingPlanLines,
  perform,
  type Snapshot,
  type TabAppend,
  type View,
} from '../../core/index.ts';
import type { Desk } from '../../panel/desk.ts';
import { invoicesNamed } from './first-look.ts';
import type { GridHost } from './grid/grid-host.ts';
import { absentRows, keepBinding, missingRows, nameOfRow, rowsToKeep } from './storage/books.ts';
import type { Outbox } from './storage/outbox.ts';
import type { KeptPlan, Store } from './storage/store.ts';
import { type StorageTrouble, storageTrouble } from './storage/trouble.ts';

/** What a command met on its way that the user should know, and that did not stop it. */
export type Remark =
  /** Drafts are in the outbox, and could not be put in the folder. */
  | { readonly kind: 'not-in-folder'; readonly trouble: StorageTrouble }
  /** Drafts announced before the page was closed, found again and shown. */
  | { readonly kind: 'found-again'; readonly count: number }
  /** What the user said of the table holds until the page is closed. */
  | { readonly kind: 'choice-not-kept' };

export interface Workplace {
  readonly grid: GridHost;
  readonly store: Store;
  readonly outbox: Outbox;
  readonly language: () => 'fr' | 'en';
  /** The day the figures are for, as ISO text. */
  readonly asOf: () => string;
  readonly remark: (remark: Remark) => void;
}

/** A desk that says when it has nothing under way. */
export interface PageDesk extends Desk {
  /** Resolves once the commands sent so far have ended, one way or the other. */
  idle(): Promise<unknown>;
}

/** The desk of one open workbook. */
export function deskOf(place: Workplace): PageDesk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: (command) => {
      const run = last.then(() => alone(() => new Drive(command, place).run()));
      last = run.catch(() => undefined);
      return run;
    },
    idle: () => last,
  };
}

/** Among all windows, one command at a time, where the browser can say so: until its first reminder nothing tells that two windows hold the same workbook. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return work();
  };
  try {
    return await navigator.locks.request('relance', begin);
  } catch (error) {
    // A browser that keeps nothing has no locks to give either; then nothing is prepared, and nothing can be doubled.
    if (hasBegun) throw error;
    return work();
  }
}

/** Where these stand in a journal row as it is kept; the reference of a draft is its id, that of a plan the days of its parts. */
const [EVENT, CUSTOMER, INVOICES, REFERENCE] = [2, 3, 4, 12];

/** One command on its way. */
class Drive {
  readonly #command: Command;
  readonly #place: Workplace;
  readonly #day: CalendarDay;
  /** Why nothing can be kept now; then nothing is prepared or noted, and all else works. */
  #refusal: StorageTrouble | null = null;
  #isDrafting = false;

  constructor(command: Command, place: Workplace) {
    this.#command = command;
    this.#place = place;
    const day = dayFromIso(place.asOf());
    if (day === null) throw new RangeError(`no day: ${place.asOf()}`);
    this.#day = day;
  }

  async run(): Promise<View> {
    const { outbox, remark } = this.#place;
    // The first reading is the one the journal was compared with.
    let read: Snapshot | null = await this.#takeUpJournal();
    const story = perform(this.#command, this.#day);
    try {
      let step = story.next();
      while (!step.done) {
        let answer: unknown;
        try {
          answer = read !== null && step.value.kind === 'read' ? { ...read, workbookId: outbox.book } : await this.#answer(step.value);
          read = null;
        } catch (error) {
          step = story.throw(error);
          continue;
        }
        step = story.next(answer);
      }
      return step.value;
    } finally {
      if (this.#command.kind !== 'open') this.#place.grid.recalculate();
      const trouble = outbox.takeFolderTrouble();
      if (trouble) remark({ kind: 'not-in-folder', trouble });
    }
  }

  /** Journal rows that are kept here and missing in the tab (a file reopened without its copy, a tab deleted) are put back before anything is decided. */
  async #takeUpJournal(): Promise<Snapshot> {
    const { outbox, grid, language, asOf } = this.#place;
    const snapshot = grid.snapshot();
    await outbox
      .takeUp(snapshot, () => invoicesNamed(snapshot, asOf()))
      .catch((error: unknown) => {
        this.#refusal = storageTrouble(error);
      });
    const missing = missingRows(snapshot, outbox.rows, language());
    if (!missing) return snapshot;
    // With a plan's row come its lines: they decide, and went with the cells that were not saved. A line the user took out while the row stands is not put back.
    const lines = outbox.planLines(absentRows(snapshot, outbox.rows));
    const missingLines = missingPlanLines(snapshot, lines, language(), this.#day);
    grid.append(missing);
    if (missingLines) grid.append(missingLines);
    return grid.snapshot();
  }

  async #answer(request: HostRequest): Promise<unknown> {
    const { grid, outbox, store, remark } = this.#place;
    switch (request.kind) {
      case 'read':
        return { ...grid.snapshot(request.sheet), workbookId: outbox.book } satisfies Snapshot;
      case 'find-drafts':
        // Nobody can look: what was announced goes on blocking.
        return this.#refusal ? [] : outbox.find(request.ids);
      case 'intend':
        this.#mayKeep();
        await outbox.stage(request.drafts, request.append, this.#command.at);
        this.#isDrafting = true;
        grid.append(request.append);
        return null;
      case 'draft':
        return outbox.publish(request.draft.id);
      case 'write':
        // Lines of a plan whose row cannot be kept would stand there unnoted.
        if (this.#command.kind === 'plan') this.#mayKeep();
        // What a refresh notices by itself (a promise not kept) it notices again: figures and columns need not wait for it.
        if (this.#refusal && this.#command.kind === 'refresh') {
          grid.write({ ...request.changes, appends: [] });
          return null;
        }
        // Kept first: what the tab shows must never be more than what survives the page.
        for (const append of request.changes.appends) {
          if (append.rows.length === 0 || !isJournalHeader(append.header)) continue;
          this.#mayKeep();
          await outbox.record(append, this.#plansNoted(append));
          if (!this.#isDrafting) this.#tellFound(rowsToKeep(append));
        }
        grid.write(request.changes);
        return null;
      case 'keep':
        grid.binding = request.binding;
        await keepBinding(grid.snapshot(), request.binding, this.#command.at, store).catch(() => remark({ kind: 'choice-not-kept' }));
        return null;
      default:
        return request satisfies never;
    }
  }

  /** The lines that stand in the Plans tab for the plans these journal rows note: written just before, or typed by hand. */
  #plansNoted(append: TabAppend): KeptPlan[] {
    const rows = rowsToKeep(append).filter((row) => row[EVENT] === 'plan');
    if (rows.length === 0) return [];
    const snapshot = this.#place.grid.snapshot();
    const noted = (row: readonly string[]) => ({
      customer: row[CUSTOMER] ?? '',
      invoices: row[INVOICES] ?? '',
      reference: row[REFERENCE] ?? '',
    });
    return rows.map((row) => ({ row: nameOfRow(row), lines: linesOfPlan(snapshot, noted(row), this.#day) }));
  }

  #mayKeep(): void {
    if (this.#refusal) throw this.#refusal;
  }

  /** Drafts confirmed before any is made by this command were announced by one that did not end. */
  #tellFound(rows: readonly (readonly string[])[]): void {
    const found = new Set(rows.filter((row) => row[EVENT] === 'drafted').map((row) => row[REFERENCE]));
    if (found.size > 0) this.#place.remark({ kind: 'found-again', count: found.size });
  }
}
