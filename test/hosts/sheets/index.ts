/**
 * Google Sheets without Google: a spreadsheet in memory behind doubles that behave like Google's services, and ways to run the shell against it,
 * from its sources or from the built script in a bare V8 context.
 */
import { type Context, createContext, Script } from 'node:vm';
import { Drive } from '../../../appsscript/server/driver.ts';
import type { Cell, Draft, FoundDraft, HostRequest, Snapshot, View } from '../../../core/workbook.ts';
import { Account } from './account.ts';
import type { BookData } from './book.ts';
import { type Counts, Crash, Execution, type Surroundings } from './execution.ts';
import { type BookOptions, bookOf, cellsOf } from './from-snapshot.ts';
import { servicesOf } from './services.ts';

export { Account } from './account.ts';
export { type BookData, SheetData } from './book.ts';
export { type Counts, Crash, Execution, type Fault } from './execution.ts';
export { bookOf, cellsOf } from './from-snapshot.ts';
export { Mailbox } from './mailbox.ts';

export interface SheetsOptions extends BookOptions {
  readonly scriptTimeZone?: string;
  readonly account?: Account;
}

/** What may be said of one run: the locale of the account, where it fails, who edits meanwhile. */
export type RunOptions = Partial<Omit<Surroundings, 'book'>>;

export interface SheetsHost {
  readonly book: BookData;
  /** Runs a command of the core as one script run, from the shell's sources. */
  run(perform: Generator<HostRequest, View, unknown>, options?: RunOptions): View;
  /** What stands in a sheet: dates as day numbers, blanks as null. */
  cells(sheet: string): Cell[][];
  /** Names of the sheets, in order. */
  sheets(): string[];
  /** Drafts laid down so far, by id. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Calls of the last run, and the areas it wrote. */
  readonly counts: Counts;
  readonly written: Execution['written'];
}

/** A Google account with this workbook open. */
export function sheetsHost(snapshot: Snapshot, options: SheetsOptions = {}): SheetsHost {
  const book = bookOf(snapshot, options);
  const drafts = new Map<string, Draft>();
  const answers = {
    find: (ids: readonly string[]) =>
      ids.map((id): FoundDraft => ({ id, state: drafts.has(id) ? 'drafted' : 'absent', reference: drafts.has(id) ? `draft:${id}` : null })),
    draft: (draft: Draft) => {
      drafts.set(draft.id, draft);
      return `draft:${draft.id}`;
    },
  };
  let last = new Execution(surroundings(book, options));
  return {
    book,
    drafts,
    get counts() {
      return last.counts;
    },
    get written() {
      return last.written;
    },
    run(perform, more = {}) {
      last = new Execution(surroundings(book, options, more));
      return inScript(last, () => new Drive(answers).run(perform));
    },
    cells: (sheet) => cellsOf(book.sheet(sheet)),
    sheets: () => book.sheets.map(({ name }) => name),
  };
}

/** Runs `act`, written against Google's globals, as one script run. */
export function inScript<T>(execution: Execution, act: () => T): T {
  const services = servicesOf(execution);
  Object.assign(globalThis, services);
  try {
    return act();
  } finally {
    execution.end();
    for (const name of Object.keys(services)) delete (globalThis as Record<string, unknown>)[name];
  }
}

/** A context in which the script was evaluated, for whoever clicks a thousand times: Google makes a new one for every click. */
export function roomOf(script: string): Context {
  const context = createContext({});
  compiled(script).runInContext(context);
  return context;
}

const scripts = new Map<string, Script>();
function compiled(source: string): Script {
  const known = scripts.get(source) ?? new Script(source);
  scripts.set(source, known);
  return known;
}

/** One run of a function of the built script, in a context that has nothing but JavaScript and Google's services. */
export function runBuilt(script: string, functionName: string, execution: Execution, ...args: unknown[]): unknown {
  const { room, minutesALook } = execution.surroundings;
  const context = room ?? createContext({});
  if (minutesALook !== undefined) new Script(hastyClock(minutesALook)).runInContext(context);
  // Everything at module scope runs at every click, before any right was given: no service may be needed there.
  if (room === undefined) compiled(script).runInContext(context);
  Object.assign(context, servicesOf(execution));
  const called = context[functionName] as (...all: unknown[]) => unknown;
  try {
    const answer = called(...args);
    if (execution.died) throw new Crash();
    return answer;
  } finally {
    execution.end();
  }
}

/** A clock that runs ahead by so many minutes each time somebody looks at it. */
const hastyClock = (minutes: number): string => `{
  const Real = Date;
  let ahead = 0;
  globalThis.Date = class extends Real {
    static now() { return Real.now() + (ahead++) * ${minutes * 60_000}; }
  };
}`;

/** The same through `google.script.run`, which takes and gives back plain JSON only. */
export function clickInPanel(script: string, functionName: string, execution: Execution, ...args: unknown[]): unknown {
  for (const arg of args) mustTravel(arg);
  const answer = runBuilt(script, functionName, execution, ...args);
  mustTravel(answer);
  return answer;
}

function mustTravel(value: unknown): void {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'bigint' || typeof value === 'symbol')
      throw new TypeError(`cannot travel: ${typeof value}`);
    return;
  }
  if (Object.prototype.toString.call(value) === '[object Date]') throw new TypeError('cannot travel: Date');
  for (const part of Object.values(value)) mustTravel(part);
}

/** What a run finds around it, with the house's defaults. */
export function surroundings(book: BookData, options: SheetsOptions = {}, more: RunOptions = {}): Surroundings {
  return { scriptTimeZone: options.scriptTimeZone ?? book.timeZone, account: options.account ?? new Account(), ...more, book };
}

export const isCrash = (error: unknown): boolean => error instanceof Crash;
