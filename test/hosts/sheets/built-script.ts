/** The built script over a Google account: what a user does in Google Sheets, one run of the script for each click. */
import type { Answer, Ask } from '../../../appsscript/server/wire.ts';
import type { Command, CommandOptions, View } from '../../../core/index.ts';
import { Account, type BookData, clickInPanel, Execution, type RunOptions, runBuilt, surroundings } from './index.ts';

type Asked = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never;
type Good = Extract<Answer, { ok: true }>;

/** Somebody at work in a spreadsheet with Relance installed. */
export class Clicks {
  readonly script: string;
  readonly book: BookData;
  readonly account: Account;
  readonly scriptTimeZone: string;
  /** The last run. */
  last: Execution;

  constructor(script: string, book: BookData, more: { account?: Account; scriptTimeZone?: string } = {}) {
    this.script = script;
    this.book = book;
    this.account = more.account ?? new Account();
    this.scriptTimeZone = more.scriptTimeZone ?? 'Europe/Paris';
    this.last = this.#execution({});
  }

  #execution(options: RunOptions): Execution {
    const { account, scriptTimeZone } = this;
    this.last = new Execution(surroundings(this.book, { account, scriptTimeZone }, options));
    return this.last;
  }

  /** The same desk, to go another way from here. */
  copy(): Clicks {
    const { account, scriptTimeZone } = this;
    return new Clicks(this.script, this.book.copy(), { account: account.copy(), scriptTimeZone });
  }

  /** What the sidebar asks, and what it is answered. */
  ask(ask: Ask, options: RunOptions = {}): Answer {
    return this.raw(JSON.stringify(ask), options);
  }

  /** The same with anything at all. */
  raw(ask: unknown, options: RunOptions = {}): Answer {
    return JSON.parse(clickInPanel(this.script, 'relance', this.#execution(options), ask) as string) as Answer;
  }

  /** A command of the panel that must succeed: its view. */
  do(command: Asked, asOf: string | null, more: { options?: CommandOptions } & RunOptions = {}): View {
    return this.click(command, asOf, more).view as View;
  }

  /** The same, with all that came with the view. */
  click(command: Asked, asOf: string | null, { options, ...run }: { options?: CommandOptions } & RunOptions = {}): Good {
    const answer = this.ask({ kind: 'command', command: { ...command, at: '', ...(options ? { options } : {}) } as Command, asOf }, run);
    if (!answer.ok) throw new Error(`${answer.kind}: ${answer.message} ${answer.advice}`);
    return answer;
  }

  /** Calls a function of the script as the menu, the opening or the clock does. */
  call(name: string, options: RunOptions = {}): Execution {
    const execution = this.#execution(options);
    runBuilt(this.script, name, execution);
    return execution;
  }
}
