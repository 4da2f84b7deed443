/**
 * What holds when an exchange with Excel fails, or a colleague moves rows between two of them: when the command has ended every value stands on its
 * own row or is named, no cell of the user's has changed, and no reminder was drafted twice.
 */
import { describe, expect, it } from '@jest/globals';
import type { Cell, View } from '../../core/index.ts';
import { everyOther, everyThird } from '../thorough.ts';
import { bound, cellsOf, INPUTS, invoices, type Opened, open, sent } from './excel/desk-stories.ts';
import type { ExcelBook, FailureMoment } from './excel/index.ts';

const ROWS = 14;
const SHEET = 'Factures';
const JOURNAL = 'Journal des relances';
/** The exchanges of a command, by their number. */
const exchanges = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
const start = () => open(bound(invoices(ROWS)));

/** The rows of the invoices by number: what the user typed, and what stands in our columns. */
function rowsOf({
  app,
}: Opened): Map<string, { readonly row: number; readonly inputs: readonly Cell[]; readonly ours: Record<string, Cell> }> {
  const [header = [], ...rows] = cellsOf(app.book, SHEET);
  const found = new Map<string, { row: number; inputs: Cell[]; ours: Record<string, Cell> }>();
  for (const [i, cells] of rows.entries()) {
    if (typeof cells[0] !== 'string') continue;
    const ours = Object.fromEntries(header.slice(INPUTS.length).map((name, k) => [String(name), cells[INPUTS.length + k] ?? null]));
    found.set(cells[0], { row: i + 2, inputs: cells.slice(0, INPUTS.length), ours });
  }
  return found;
}

/** Each draft and how often it lies in the mailbox. */
const timesLaid = ({ mail }: Opened): number[] => {
  const times = new Map<string, number>();
  for (const { internetMessageId } of mail.messages) times.set(internetMessageId, (times.get(internetMessageId) ?? 0) + 1);
  return [...times.values()];
};

/** What the same command leaves when nothing goes wrong, and how many exchanges it takes. */
async function calm(kind: 'refresh' | 'prepare') {
  const opened = start();
  await opened.desk.ready;
  const from = opened.app.counts().syncs;
  await sent(opened.desk, kind);
  return { rows: rowsOf(opened), syncs: opened.app.counts().syncs - from, drafts: opened.mail.messages.length };
}

function expectInPlace(opened: Opened, wanted: Awaited<ReturnType<typeof calm>>['rows'], left: View['left']): void {
  const named = new Set(left.map(({ row, column }) => `${column}${row}`));
  const rows = rowsOf(opened);
  expect([...rows.keys()].sort()).toEqual([...wanted.keys()].sort());
  const astray: string[] = [];
  for (const [number, { row, inputs, ours }] of rows) {
    const meant = wanted.get(number);
    expect(inputs).toEqual(meant?.inputs);
    for (const [k, name] of Object.keys(meant?.ours ?? {}).entries()) {
      const column = String.fromCharCode(65 + INPUTS.length + k);
      if (ours[name] !== meant?.ours[name] && !named.has(`${column}${row}`)) astray.push(`${number} ${name}: ${ours[name]}`);
    }
  }
  expect(astray).toEqual([]);
}

describe.each(['refresh', 'prepare'] as const)('a %s', (kind) => {
  it.each(['before', 'midway', 'after'] as const)(
    'lost at any exchange, %s its work: tried again, all is well',
    async (moment: FailureMoment) => {
      const wanted = await calm(kind);
      for (const position of everyThird(exchanges(wanted.syncs))) {
        const opened = start();
        await opened.desk.ready;
        opened.app.failSync(position, moment);
        await sent(opened.desk, kind).catch(() => undefined);
        const again = await sent(opened.desk, kind);
        await sent(opened.desk, 'refresh');
        expect(timesLaid(opened).every((times) => times === 1)).toBe(true);
        expect(opened.mail.messages.length).toBeLessThanOrEqual(wanted.drafts);
        expect(opened.app.book.eventsOn).toBe(true);
        for (const [number, { inputs }] of rowsOf(opened)) expect(inputs).toEqual(wanted.rows.get(number)?.inputs);
        if (kind === 'refresh') expectInPlace(opened, wanted.rows, again.left);
      }
    },
  );

  const moves: readonly (readonly [string, (book: ExcelBook) => void])[] = [
    ['a row inserted at the top', (book) => book.sheet(SHEET).insertRow(2)],
    ['a row inserted in the middle', (book) => book.sheet(SHEET).insertRow(8)],
    ['a sort', (book) => book.sheet(SHEET).sortRows(2, ROWS + 1, 0)],
  ];
  it.each(moves)('with %s between any two exchanges: every value stands on its row or is named', async (_what, move) => {
    const wanted = await calm(kind);
    for (const position of everyOther(exchanges(wanted.syncs))) {
      const opened = start();
      await opened.desk.ready;
      opened.app.beforeSync(position, move);
      const view = await sent(opened.desk, kind);
      expectInPlace(opened, wanted.rows, view.left);
      expect(timesLaid(opened).every((times) => times === 1)).toBe(true);
      expect(opened.mail.messages).toHaveLength(wanted.drafts);
    }
  });
});

describe('a colleague in the journal', () => {
  it('inserting a line while reminders are prepared loses no line of anybody’s', async () => {
    const { syncs } = await calm('prepare');
    for (const position of everyOther(exchanges(syncs))) {
      const opened = start();
      await opened.desk.ready;
      opened.app.beforeSync(position, (book) => {
        const journal = book.sheets.find(({ name }) => name !== SHEET);
        journal?.insertRow(2);
        journal?.put(1, 0, 'note de Paul');
      });
      await sent(opened.desk, 'prepare');
      const journal = opened.app.book.sheets.find(({ name }) => name !== SHEET)?.name as string;
      const lines = cellsOf(opened.app.book, journal).slice(1);
      const ids = lines.map(([id]) => id).filter((id) => id !== 'note de Paul');
      expect(new Set(ids).size).toBe(ids.length);
      expect(lines.filter((line) => line[2] === 'intent').length).toBe(lines.filter((line) => line[2] === 'drafted').length);
    }
  });
});

describe('a colleague who prepares the same reminders from another Excel', () => {
  const [EVENT, BY] = [2, 11];

  it('before, between or after our exchanges: who announced them first lays them down, the other none', async () => {
    const paul = start();
    await sent(paul.desk, 'prepare');
    const [header = [], ...rows] = cellsOf(paul.app.book, JOURNAL);
    const theirs = rows.map((row) => row.map((cell, column) => (column === BY ? 'paul' : cell)));
    const { syncs } = await calm('prepare');
    const laid: number[] = [];
    for (const position of everyOther(exchanges(syncs))) {
      const { sheets, ...rest } = bound(invoices(ROWS));
      const opened = open({ ...rest, sheets: [...sheets, { name: JOURNAL, cells: [header] }] });
      await opened.desk.ready;
      opened.app.beforeSync(position, (book) => {
        const journal = book.sheet(JOURNAL);
        const below = journal.used(true)?.rows ?? 0;
        for (const [i, line] of theirs.entries())
          for (const [column, cell] of line.entries()) if (cell !== null) journal.put(below + i, column, cell as string);
      });
      const view = await sent(opened.desk, 'prepare').catch(() => null);
      const announcing = cellsOf(opened.app.book, JOURNAL).find((line) => line[EVENT] === 'intent') ?? [];
      expect(opened.mail.messages.length > 0).toBe(announcing[BY] !== 'paul');
      expect(opened.mail.messages).toHaveLength(view?.drafted.length ?? 0);
      laid.push(opened.mail.messages.length);
    }
    expect([laid[0], laid.at(-1)]).toEqual([0, 4]);
  });
});
