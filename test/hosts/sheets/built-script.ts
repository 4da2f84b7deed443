/** The built script over a Google account: what a user does in Google Sheets, one run of the script for each click. */
import { beforeAll } from '@jest/globals';
import type { Answer, Ask } from '../../../appsscript/server/wire.ts';
import type { Command, CommandOptions, Snapshot, View } from '../../../core/index.ts';
import { built } from '../built.ts';
import { Account, type BookData, clickInPanel, Execution, type RunOptions, runBuilt, surroundings } from './index.ts';

type Asked = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never;
type Good = Extract<Answer, { ok: true }>;

/** For a test file: the text of the built script, once its tests run. */
export function builtScript(): () => string {
  let text = '';
  beforeAll(async () => {
    text = (await built('appsscript')).read('appsscript/relance.js');
  });
  return () => text;
}

/** Three customers, two of them late, one by telephone only. */
export const SHEET: Snapshot = {
  sheets: [
    {
      name: 'Factures',
      cells: [
        ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance', 'Payée le'],
        ['F-1', 'Durand', 'durand@a.example', 1850, { date: '2026-01-10' }, { date: '2026-02-10' }, null],
        ['F-2', 'Martin', 'martin@a.example', 320.5, { date: '2026-01-20' }, { date: '2026-03-01' }, null],
        ['F-3', 'Petit', 'petit@a.example', 90, { date: '2026-02-20' }, { date: '2026-04-20' }, null],
      ],
    },
  ],
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  workbookId: 'w',
};

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
