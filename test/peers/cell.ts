// A cell of a spreadsheet that is not ours: it loads the built script into an empty context, hands arguments over in every form a cell may have, and
// knows nothing of the core.
import { type Context, createContext, Script } from 'node:vm';
import { built } from '../hosts/built.ts';

/** What stands in a cell: ISO text is a day, to be handed over as the form says; `=2025-09-10` is that text as typed. */
export type Cell = string | number | boolean | null;
export type Argument = Cell | readonly (readonly Cell[])[];

/** The ways in which a spreadsheet hands over a day. */
export const FORMS = ['instants of another realm', 'instants of the script', 'serial numbers', 'text'] as const;
export type Form = (typeof FORMS)[number];

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
const NEW_YORK = 'America/New_York';

/** The script as Google would run it. */
export class Sheet {
  readonly #script: Script;
  readonly #contexts = new Map<boolean, Context>();

  private constructor(script: string) {
    this.#script = new Script(script);
  }

  static async open(): Promise<Sheet> {
    return new Sheet((await built('appsscript')).read('appsscript/relance.js'));
  }

  /** Nothing in it but the script; or a spreadsheet of New York, that only tells where it is. */
  #context(isSpreadsheet: boolean): Context {
    const known = this.#contexts.get(isSpreadsheet);
    if (known !== undefined) return known;
    const book = { getSpreadsheetTimeZone: () => NEW_YORK, getSpreadsheetLocale: () => 'en_US' };
    const context = createContext(isSpreadsheet ? { SpreadsheetApp: { getActive: () => book, getActiveSpreadsheet: () => book } } : {});
    this.#script.runInContext(context);
    this.#contexts.set(isSpreadsheet, context);
    return context;
  }

  /** What the cell shows: dates as ISO text of its calendar, blanks as '', an error as `#ERROR! reason`. */
  ask(name: string, args: readonly Argument[], form: Form = 'instants of another realm', isSpreadsheet = false): unknown {
    const context = this.#context(isSpreadsheet);
    const cell = (value: Cell): unknown => handed(value, form, context, isSpreadsheet);
    const range = (argument: Argument): unknown => (Array.isArray(argument) ? argument.map(range) : cell(argument as Cell));
    try {
      return seen((context[name] as (...all: unknown[]) => unknown)(...args.map(range)), isSpreadsheet);
    } catch (reason) {
      return `#ERROR! ${(reason as Error).message}`;
    }
  }
}

function handed(value: Cell, form: Form, context: Context, isNewYork: boolean): unknown {
  if (value === null) return '';
  if (typeof value !== 'string') return value;
  if (value.startsWith('=')) return value.slice(1);
  const [, year, month, day] = ISO.exec(value) ?? [];
  if (year === undefined || form === 'text') return value;
  if (form === 'serial numbers') return Date.UTC(+year, +(month as string) - 1, +(day as string)) / 86_400_000 + 25_569;
  const midnight = isNewYork ? midnightInNewYork(value) : new Date(+year, +(month as string) - 1, +(day as string)).getTime();
  return form === 'instants of the script' ? new Script(`new Date(${midnight})`).runInContext(context) : new Date(midnight);
}

function midnightInNewYork(iso: string): number {
  const summer = Date.parse(`${iso}T04:00:00Z`);
  return dayIn(NEW_YORK, summer) === iso ? summer : summer + 3_600_000;
}

function dayIn(timeZone: string | undefined, instant: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

function seen(value: unknown, isNewYork: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => seen(each, isNewYork));
  if (Object.prototype.toString.call(value) !== '[object Date]') return value;
  return dayIn(isNewYork ? NEW_YORK : undefined, Number(value));
}
