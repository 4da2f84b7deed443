/**
 * The law of the stopped command: wherever a command dies, before or after any of its steps, and wherever the next one dies too, nobody has two drafts,
 * and once a command has come to its end every reminder that was due has its one draft, or is asked about.
 */
import assert from 'node:assert/strict';
import { Drive } from '../../appsscript/server/driver.ts';
import { gmailDrafts } from '../../appsscript/server/gmail.ts';
import { Patience } from '../../appsscript/server/google.ts';
import { type CalendarDay, type Cell, type Command, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { MailDesk } from '../../office-addin/mail/mail-desk.ts';
import { bound } from '../hosts/excel/desk-stories.ts';
import { excelHost } from '../hosts/excel/index.ts';
import { mailOf } from '../hosts/excel/mail.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { plain } from '../hosts/plain.ts';
import { Account, bookOf, cellsOf, Execution, inScript, surroundings } from '../hosts/sheets/index.ts';
import { meddled } from './meddling.ts';

const SHEET = 'Factures';
const AS_OF = '2026-03-16';
const TODAY = dayFromIso(AS_OF) as CalendarDay;
const JOURNAL = 'Journal des relances';
const [EVENT, REFERENCE] = [2, 12];

class Crash extends Error {}

/** Four customers to remind, one of them of two invoices; one invoice is not due, one is paid. */
const CELLS: Cell[][] = [
  ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance', 'Payée le', 'Notes'],
  ['F-1', 'Durand', 'durand@a.example', 1850, day(34 + 30), day(34), null, 'voir Paul'],
  ['F-2', 'Martin', 'martin@a.example', 320.5, day(8 + 30), day(8), null, null],
  ['F-3', 'Petit', 'petit@a.example', 90, day(-20 + 30), day(-20), null, null],
  ['F-4', 'Leroy', 'leroy@a.example', 75, day(9 + 30), day(9), null, null],
  ['F-5', 'Leroy', 'leroy@a.example', 80, day(5 + 30), day(5), null, '03/04'],
  ['F-6', 'Moreau', 'moreau@a.example', 60, day(9 + 30), day(9), day(1), null],
  ['F-7', 'Simon', 'simon@a.example', 64, day(4 + 30), day(4), null, null],
];
function day(ago: number): Cell {
  return { number: (TODAY as number) + 25_569 - ago, format: 'dd/mm/yyyy' };
}
const INPUTS = (CELLS[0] as Cell[]).length;
const SNAPSHOT: Snapshot = bound(CELLS);
const BINDING = SNAPSHOT.binding as NonNullable<Snapshot['binding']>;

/** A step of a command at which it dies: before the step, or once it was done and before anybody heard so. */
export interface Death {
  readonly step: number;
  readonly when: 'before' | 'after';
}
export type Host = 'memory' | 'Gmail' | 'Outlook';
export const HOSTS: readonly Host[] = ['memory', 'Gmail', 'Outlook'];
export const KINDS = ['prepare', 'mark', 'refresh', 'bind'] as const;
export type Kind = (typeof KINDS)[number];

/** A desk on which commands can die. */
interface House {
  /** Runs a command; answers how many steps it took, null when it died. */
  run(command: Command, death: Death | null): Promise<number | null>;
  cells(sheet: string): (string | number | boolean | null)[][];
  /** The drafts that were ever made, by the name Relance gave them: how often each. */
  made(): ReadonlyMap<string, number>;
}

function dying(command: Command, death: Death | null, heard: { steps: number }): ReturnType<typeof perform> {
  const die = (when: Death['when']) => (n: number) => {
    if (when === 'before') heard.steps = n + 1;
    if (death?.step === n && death.when === when) throw new Crash();
  };
  return meddled(perform(command, TODAY), die('before'), die('after'));
}

async function ended(run: (steps: { steps: number }) => unknown): Promise<number | null> {
  const heard = { steps: 0 };
  try {
    await run(heard);
    return heard.steps;
  } catch (error) {
    if (isCrash(error)) return null;
    throw error;
  }
}
const isCrash = (error: unknown): boolean => error instanceof Crash || (error instanceof Error && isCrash(error.cause));

const OPEN: Readonly<Record<Host, () => House>> = {
  memory: () => {
    const host = new MemoryHost(SNAPSHOT);
    return {
      run: (command, death) => ended((heard) => host.run(dying(command, death, heard))),
      cells: (sheet) => plain(host.cells(sheet)),
      made: () => host.made,
    };
  },
  Gmail: () => {
    const book = bookOf(SNAPSHOT);
    const account = new Account();
    return {
      run: (command, death) =>
        ended((heard) => {
          const execution = new Execution(surroundings(book, { account }));
          return inScript(execution, () => new Drive(gmailDrafts(account.email, new Patience())).run(dying(command, death, heard)));
        }),
      cells: (sheet) => (book.sheets.some(({ name }) => name === sheet) ? plain(cellsOf(book.sheet(sheet))) : []),
      made: () =>
        timesOf((account.mailbox?.made ?? []).map(({ headers }) => String(headers.find(({ name }) => name === 'X-Relance-Draft')?.value))),
    };
  },
  Outlook: () => {
    const host = excelHost(SNAPSHOT);
    const mail = mailOf();
    return {
      run: (command, death) =>
        // A pane that died is opened anew: it remembers nothing.
        ended((heard) =>
          host.run(dying(command, death, heard), {
            drafts: new MailDesk(
              mail.place,
              () => 'client',
              () => 'fr',
            ).begin(),
          }),
        ),
      cells: (sheet) => (host.app.book.find(sheet) === null ? [] : plain(host.cells(sheet))),
      made: () =>
        timesOf(mail.messages.map(({ internetMessageId }) => /relance\.(\w+)@/.exec(internetMessageId)?.[1] ?? internetMessageId)),
    };
  },
};

function timesOf(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

// ── The law ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const at = `${AS_OF}T09:30:00`;
const prepare: Command = { kind: 'prepare', at };

/** What went before the command: drafts to be marked, and one marked whose fate a refresh finds; nothing before the others. */
async function begun(host: Host, kind: Kind): Promise<{ house: House; command: Command }> {
  const house = OPEN[host]();
  if (kind === 'bind') return { house, command: { kind, at, binding: BINDING } };
  if (kind !== 'mark') return { house, command: { kind, at } };
  await house.run(prepare, null);
  return { house, command: { kind, at, draft: [...house.made().keys()][0] as string, fate: 'sent' } };
}

/** What is left when nothing dies: the steps the command takes, the sheet, the reminders. */
interface Calm {
  readonly steps: number;
  readonly sheet: unknown;
  readonly due: readonly string[];
}

export async function calm(host: Host, kind: Kind): Promise<Calm> {
  const { house, command } = await begun(host, kind);
  const steps = await house.run(command, null);
  await house.run(prepare, null);
  return { steps: steps as number, sheet: house.cells(SHEET), due: [...house.made().keys()].sort() };
}

/** Each way to die once in a command of so many steps. */
export const deathsIn = ({ steps }: Calm): Death[] =>
  Array.from({ length: steps }, (_, step) => [{ step, when: 'before' } as const, { step, when: 'after' } as const]).flat();

/** The command dies, is given again and dies again (null: it does not), and is given a third time. Throws where the law is broken; answers drafts asked about. */
export async function survives(host: Host, kind: Kind, wanted: Calm, deaths: readonly (Death | null)[]): Promise<number> {
  const { house, command } = await begun(host, kind);
  const told = `${kind} on ${host}, dying ${deaths.map((death) => (death ? `${death.when} step ${death.step}` : 'never')).join(' then ')}`;
  for (const death of deaths) await house.run(command, death);
  await house.run(command, null);
  await house.run(prepare, null);
  const twice = [...house.made()].filter(([, times]) => times !== 1);
  assert.deepEqual(twice, [], `${told}: drafted twice`);
  const lines = house.cells(JOURNAL).slice(1);
  const asked = lines.filter((line) => line[EVENT] === 'unknown').map((line) => line[REFERENCE]);
  const lost = wanted.due.filter((id) => !house.made().has(id) && !asked.includes(id));
  assert.deepEqual(lost, [], `${told}: neither drafted nor asked about`);
  const unknown = [...house.made().keys()].filter((id) => !lines.some((line) => line[EVENT] === 'intent' && line[REFERENCE] === id));
  assert.deepEqual(unknown, [], `${told}: drafted and not announced`);
  const ids = lines.map(([id]) => id);
  assert.equal(new Set(ids).size, ids.length, `${told}: two journal rows of one id`);
  assert.deepEqual(inputsOf(house.cells(SHEET)), inputsOf(plain(CELLS)), `${told}: a cell of the user's`);
  if (asked.length === 0) assert.deepEqual(house.cells(SHEET), wanted.sheet, `${told}: our columns`);
  return new Set(asked).size;
}

const inputsOf = (cells: readonly (readonly unknown[])[]): unknown[] =>
  cells.map((line) => Array.from({ length: INPUTS }, (_, column) => line[column] ?? null));

/** All single deaths, and of the pairs every `nth`; answers the line of figures. */
export async function crashes(host: Host, kind: Kind, nth: number): Promise<string> {
  const wanted = await calm(host, kind);
  const deaths = deathsIn(wanted);
  let [pairs, asked] = [0, 0];
  for (const [i, first] of deaths.entries()) {
    asked += await survives(host, kind, wanted, [first]);
    for (const [j, second] of deaths.entries())
      if ((i * deaths.length + j) % nth === 0) {
        asked += await survives(host, kind, wanted, [first, second]);
        pairs++;
      }
  }
  return `${kind} on ${host}: ${wanted.steps} steps, ${deaths.length} deaths, ${pairs} of ${deaths.length ** 2} pairs, ${wanted.due.length} reminders due, asked about ${asked}, double drafts 0, lost 0`;
}
