/**
 * A failure at every single call of Google's services, in every kind of click: the service says no, the answer never comes though the thing was done,
 * the script dies and loses what was not flushed. When the same click has then been made again, no cell of the user's has changed, and nobody has a
 * second draft.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Ask } from '../../appsscript/server/wire.ts';
import type { Cell, Command, Snapshot } from '../../core/index.ts';
import { IS_THOROUGH } from '../thorough.ts';
import { plain } from './contract.ts';
import { builtScript, Clicks } from './sheets/built-script.ts';
import { Account, bookOf, cellsOf, type Fault, isCrash, roomOf } from './sheets/index.ts';

const script = builtScript();
let room: ReturnType<typeof roomOf>;
beforeAll(() => {
  room = roomOf(script());
});

const DAY = '2026-03-16';
const KINDS = ['crash', 'error', 'late'] as const;
/** The columns that are the user's, and the sheet's own column of statuses with words of the user's. */
const THEIRS = 8;

const SHEET: Snapshot = {
  sheets: [
    {
      name: 'Factures',
      cells: [
        ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance', 'Payée le', 'Notes', 'Statut'],
        ['F-1', 'Durand', 'durand@a.example', 1850, { date: '2026-01-10' }, { date: '2026-02-10' }, null, '=x', 'voir Paul'],
        ['F-2', 'Martin', 'martin@a.example', 320.5, { date: '2026-01-20' }, { date: '2026-03-01' }, null, '03/04', null],
        ['F-3', 'Petit', 'petit@a.example', 90, { date: '2026-02-20' }, { date: '2026-04-20' }, null, null, null],
      ],
    },
  ],
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  workbookId: 'w',
};

const ask = (command: object, asOf = DAY): Ask => ({
  kind: 'command',
  command: { at: '', options: { panel: {} }, ...command } as Command,
  asOf,
});

/** A click, and what went before it. */
interface Case {
  readonly name: string;
  readonly before: (clicks: Clicks) => void;
  readonly click: (clicks: Clicks) => Ask;
}

const prepare = (clicks: Clicks): void => void clicks.do({ kind: 'prepare' }, DAY);
const sent = (clicks: Clicks): void => {
  prepare(clicks);
  for (const id of [...(clicks.account.mailbox?.drafts.keys() ?? [])]) clicks.account.mailbox?.send(id);
};
const firstDraft = (clicks: Clicks): string =>
  String(clicks.account.mailbox?.made[0]?.headers.find(({ name }) => name === 'X-Relance-Draft')?.value);

const COLUMNS = { number: 'A', customer: 'B', email: 'C', amount: 'D', issuedOn: 'E', dueOn: 'F', paidOn: 'G', status: 'I' };
const CASES: readonly Case[] = [
  { name: 'opening', before: () => {}, click: () => ({ ...ask({ kind: 'open' }), about: true, keep: { lastVisit: DAY } }) },
  {
    name: 'binding',
    before: () => {},
    click: () => ask({ kind: 'bind', binding: { sheet: 'Factures', headerRow: 1, columns: COLUMNS } }),
  },
  { name: 'a first refresh', before: () => {}, click: () => ask({ kind: 'refresh' }) },
  { name: 'preparing', before: () => {}, click: () => ask({ kind: 'prepare' }) },
  { name: 'a refresh that finds drafts gone', before: sent, click: () => ask({ kind: 'refresh' }, '2026-03-18') },
  {
    name: 'saying what became of a draft',
    before: prepare,
    click: (clicks) => ask({ kind: 'mark', draft: firstDraft(clicks), fate: 'sent' }),
  },
  { name: 'making a tab', before: () => {}, click: () => ask({ kind: 'make-tab', tab: 'settings' }) },
  { name: 'adding the dashboard', before: () => {}, click: () => ask({ kind: 'dashboard' }) },
  {
    name: 'taking a refresh back',
    before: () => {},
    click: (clicks) => ask({ kind: 'put-back', written: clicks.do({ kind: 'refresh' }, DAY, { options: { panel: {} } }).written }),
  },
  { name: 'turning the morning’s refresh on', before: () => {}, click: () => ({ kind: 'daily', on: true, about: true }) },
];

/** A click that may fail, with what it said if it could. */
function clicked(clicks: Clicks, asked: Ask, fault?: Fault): void {
  try {
    const answer = clicks.ask(asked, { room, ...(fault ? { fault } : {}) });
    if (!answer.ok) expect(answer.message.length * answer.advice.length).toBeGreaterThan(0);
  } catch (error) {
    if (!isCrash(error)) throw error;
  }
}

const theirs = (clicks: Clicks): unknown => {
  const data = clicks.book.sheet('Factures');
  return Array.from({ length: 4 }, (_, r) => Array.from({ length: THEIRS }, (_, c) => data.at(r + 1, c + 1)));
};
const cells = (clicks: Clicks, sheet: string): (string | number | boolean | null)[][] => plain(cellsOf(clicks.book.sheet(sheet)));

function holds(clicks: Clicks, user: unknown): void {
  expect(theirs(clicks)).toEqual(user);
  expect(clicks.book.sheet('Factures').at(2, 9).value).toBe('voir Paul');
  const made = (clicks.account.mailbox?.made ?? []).flatMap(({ headers }) => headers.filter(({ name }) => name === 'X-Relance-Key'));
  const keys = made.map(({ value }) => value);
  expect(keys).toHaveLength(new Set(keys).size);
  expect(clicks.account.triggers.length).toBeLessThanOrEqual(1);
  // Nothing was drafted of which the journal does not know.
  const known = new Set<Cell>(
    clicks.book.sheets.some(({ name }) => name === 'Journal des relances') ? cells(clicks, 'Journal des relances').flat() : [],
  );
  for (const { headers } of clicks.account.mailbox?.made ?? [])
    expect(known).toContain(headers.find(({ name }) => name === 'X-Relance-Draft')?.value);
}

/** Where it fails, and how: in the long run at every call in every way; in the short one at the first and the last call of each kind, the ways in turn. */
function faultsAmong(calls: readonly string[]): readonly (readonly [at: number, kind: Fault['kind']])[] {
  const inTurn = (at: number) => KINDS[at % KINDS.length] as Fault['kind'];
  return calls.flatMap((name, i) => {
    if (IS_THOROUGH) return KINDS.map((kind) => [i + 1, kind] as const);
    return calls.indexOf(name) === i || calls.lastIndexOf(name) === i ? [[i + 1, inTurn(i + 1)] as const] : [];
  });
}

describe('a failure at every call', () => {
  it.each(CASES)('of $name', ({ before, click }) => {
    const start = new Clicks(script(), bookOf(SHEET), { account: new Account() });
    before(start);
    const asked = click(start);
    const user = theirs(start);
    const calm = start.copy();
    const calls: string[] = [];
    calm.ask(asked, { room, meanwhile: (_, name) => void calls.push(name) });
    clicked(calm, asked);
    for (const [at, kind] of faultsAmong(calls)) {
      const clicks = start.copy();
      clicked(clicks, asked, { at, kind });
      clicked(clicks, asked);
      holds(clicks, user);
      expect(cells(clicks, 'Factures')[0]).toEqual(cells(calm, 'Factures')[0]);
    }
  });

  it('of preparing, whatever the failure, while Gmail is asked', () => {
    const start = new Clicks(script(), bookOf(SHEET));
    const user = theirs(start);
    const asked = ask({ kind: 'prepare' });
    const gmail: number[] = [];
    clicked(start.copy(), asked);
    start.copy().ask(asked, { meanwhile: (call, name) => name.startsWith('Gmail') && gmail.push(call) });
    for (const at of gmail.flatMap((call) => [call, call + 1])) {
      for (const kind of KINDS) {
        const clicks = start.copy();
        clicked(clicks, asked, { at, kind });
        // And once more, in the very look for what the first left behind.
        clicked(clicks, asked, { at: at - 6, kind });
        clicked(clicks, asked);
        holds(clicks, user);
        const { drafted } = clicks.do({ kind: 'prepare' }, DAY);
        expect(drafted).toEqual([]);
      }
    }
  });
});
