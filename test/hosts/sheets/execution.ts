/**
 * One run of a script: a click, a trigger, a menu entry. Nothing global survives it. Every call of a Google service is counted here, and here the
 * n-th one can be made to fail: with an error, or by the death of the script, which loses all that was not flushed.
 */
import type { Context } from 'node:vm';
import type { Account } from './account.ts';
import type { BookData } from './book.ts';

/**
 * `error`: the service throws. `crash`: the script dies there (time limit, closed browser, Google's side) before the call did anything. `late`: the call
 * is done, and its answer never comes.
 */
export interface Fault {
  readonly at: number;
  readonly kind: 'error' | 'crash' | 'late';
}

export interface Surroundings {
  readonly book: BookData;
  readonly scriptTimeZone: string;
  readonly account: Account;
  /** The pages of the script, by name, as HtmlService finds them. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly fault?: Fault;
  /** Where the script was evaluated already; a new context for each run when left out. */
  readonly room?: Context;
  /** Every look at the clock is so many minutes later than the last; the clock of this machine when left out. */
  readonly minutesALook?: number;
  /** Called before each service call, to let somebody else edit meanwhile. */
  readonly meanwhile?: (call: number, name: string) => void;
}

/** The death of a script: no statement of it runs any more. */
export class Crash extends Error {
  constructor() {
    super('Exceeded maximum execution time');
  }
}

/** Calls by name, and the sums that have limits. */
export interface Counts {
  total: number;
  /** Reads of ranges. */
  reads: number;
  /** Calls that change the spreadsheet. */
  writes: number;
  /** Range reads that came after a write. */
  readsAfterWrites: number;
  readonly byName: Record<string, number>;
}

const READ = /^Range\.get(?!A1|Row|Column|NumRows|NumColumns|Sheet|LastRow|LastColumn)/;
const WRITE = /^(?:Range|RangeList|Sheet|Spreadsheet)\.(?:set(?!Active)|insert|update|clear|delete|append)/;

export class Execution {
  readonly surroundings: Surroundings;
  readonly counts: Counts = { total: 0, reads: 0, writes: 0, readsAfterWrites: 0, byName: {} };
  /** The areas written, in order, for tests that ask what was touched. */
  readonly written: { sheet: string; row: number; column: number; lastRow: number; lastColumn: number; what: string }[] = [];
  readonly menus: { name: string; items: { caption: string; functionName: string }[] }[] = [];
  readonly said: string[] = [];
  /** Panels shown, as pages. */
  readonly shown: { title: string; content: string }[] = [];
  /** The name of the sheet the user looks at. */
  activeSheet = '';
  /** What was selected last, as `Sheet!A1`. */
  selected: string | null = null;
  hasLock = false;
  #dead = false;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  /** Counts a call and lets it happen, or not. */
  serve<T>(name: string, call: () => T): T {
    if (this.#dead) throw new Crash();
    const { counts } = this;
    counts.total++;
    counts.byName[name] = (counts.byName[name] ?? 0) + 1;
    this.surroundings.meanwhile?.(counts.total, name);
    const { fault } = this.surroundings;
    if (fault?.at === counts.total) {
      if (fault.kind === 'crash') {
        this.#dead = true;
        throw new Crash();
      }
      if (fault.kind === 'late') call();
      throw new Error(fault.kind === 'late' ? 'Service timed out: Spreadsheets' : 'Service Spreadsheets failed while accessing document.');
    }
    if (WRITE.test(name)) counts.writes++;
    else if (READ.test(name)) {
      counts.reads++;
      if (counts.writes > 0) counts.readsAfterWrites++;
    }
    return call();
  }

  /** True when the script died: whatever it answered, nobody heard it. */
  get died(): boolean {
    return this.#dead;
  }

  /** The end of the run: Google flushes what a script left unflushed, unless the script died. */
  end(): void {
    this.hasLock = false;
    if (this.#dead) this.surroundings.book.rollBack();
    else this.surroundings.book.flush();
  }
}
