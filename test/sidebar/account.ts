/** Somebody's Google account with a sheet of invoices open, and the built script bound to it: what stands behind the sidebar. */
import type { Snapshot } from '../../core/index.ts';
import type { Built } from '../hosts/built.ts';
import {
  Account,
  type BookData,
  bookOf,
  cellsOf,
  clickInPanel,
  Execution,
  Mailbox,
  type RunOptions,
  roomOf,
  surroundings,
} from '../hosts/sheets/index.ts';
import { DAY, type Script } from './sidebar.ts';

export interface OpenSheet {
  readonly book: BookData;
  readonly account: Account;
  /** Answers the sidebar. */
  readonly script: Script;
  /** Clicks an entry of the menu; answers the page it shows. */
  menu(caption: string): string;
  /** What is selected in the sheet, as `Sheet!A1`. */
  selected(): string | null;
  /** What the next runs of the script meet. */
  meets(options: RunOptions): void;
  /** The kinds of what the journal says, in the order they first came. */
  events(): string[];
}

/** Every run of a script is on the morning of that day. */
const NOW = Date.parse(`${DAY}T09:00:00Z`);
const CLOCK = `Date = class extends Date { constructor(...given) { super(...(given.length > 0 ? given : [${NOW}])); } };\n`;

/** One context for all clicks on a script, another for the variant without rights on mail: that a new one for every click makes no difference is for test/hosts/sheets-built. */
const rooms = new Map<string, ReturnType<typeof roomOf>>();
function roomFor(folder: string, source: string): ReturnType<typeof roomOf> {
  const room = rooms.get(folder) ?? roomOf(source);
  rooms.set(folder, room);
  return room;
}

/** Opens the sheet. `mail`: this installation may lay drafts in Gmail. */
export function openSheet(built: Built, snapshot: Snapshot, { locale = 'fr', mail = true } = {}): OpenSheet {
  const folder = mail ? 'appsscript' : 'appsscript-no-mail';
  const source = `${CLOCK}${built.read(`${folder}/relance.js`)}`;
  const room = roomFor(folder, source);
  const page = built.read(`${folder}/sidebar.html`);
  const email = 'marie@atelier.example';
  const account = new Account(locale, email, mail ? new Mailbox(email) : null);
  const book = bookOf(snapshot);
  let options: RunOptions = {};
  let last: Execution | null = null;
  const run = (name: string, ...args: unknown[]): { readonly answer: unknown; readonly execution: Execution } => {
    const execution = new Execution(surroundings(book, { account }, { pages: { sidebar: page }, room, ...options }));
    const answer = clickInPanel(source, name, execution, ...args);
    last = execution;
    return { answer, execution };
  };
  return {
    book,
    account,
    script: (ask) => run('relance', ask).answer,
    menu: (caption) => {
      const [menu] = run('onOpen').execution.menus;
      const entry = menu?.items.find((item) => item.caption === caption);
      if (!entry) throw new Error(`no entry ${caption} among ${menu?.items.map((item) => item.caption).join(', ')}`);
      const shown = run(entry.functionName).execution.shown.at(-1);
      if (!shown) throw new Error(`${caption} shows nothing`);
      return shown.content;
    },
    selected: () => last?.selected ?? null,
    meets: (met) => {
      options = met;
    },
    events: () => {
      const journal = book.sheets.find(({ name }) => /journal/i.test(name));
      return [
        ...new Set(
          journal
            ? cellsOf(journal)
                .slice(1)
                .map((row) => String(row[2]))
            : [],
        ),
      ];
    },
  };
}
