// What is put right when a colleague moves columns or rows in the second between our reading and our writing; each case was found by the laws.
import { describe, expect, it } from '@jest/globals';
import { type Cell, type Command, perform, type Written } from '../../core/index.ts';
import { type Meanwhile, MemoryHost } from '../hosts/memory.ts';
import { AT, day, INVOICES, type Row, workbookOf } from './workbook-of.ts';

const ASOF = '2025-09-17';
const BOOK: readonly Row[] = [
  { due: '2025-09-01', customer: 'Dupont', amount: 1000, notes: 'see Paul' },
  { due: '2025-09-10', customer: 'Durand', amount: 2000 },
  { due: '2025-10-30', customer: 'Martin', amount: 3000, notes: 'on Monday' },
];
const REFRESH: Command = { kind: 'refresh', at: AT, options: { panel: {} } };

/** Does something just before the first write. */
const beforeWriting = (act: (cells: Cell[][]) => void): Meanwhile => {
  let isDone = false;
  return ({ kind }, _, host) => {
    if (kind !== 'write' || isDone) return;
    isDone = true;
    act(host.cells(INVOICES));
  };
};
const insertColumn = (at: number) => (cells: Cell[][]) => cells.forEach((line) => void line.splice(at, 0, null));
const moveColumn = (from: number, to: number) => (cells: Cell[][]) =>
  cells.forEach((line) => void line.splice(to, 0, ...line.splice(from, 1)));

/** The sheet by the words above its columns: rows in order. */
const byHeader = (cells: readonly (readonly Cell[])[]): Record<string, Cell[]> => {
  const [header = [], ...rows] = cells;
  return Object.fromEntries(header.flatMap((word, at) => (word === null ? [] : [[String(word), rows.map((row) => row[at] ?? null)]])));
};

describe('a column moved between the reading and the writing', () => {
  const calm = new MemoryHost(workbookOf(BOOK));
  calm.run(perform(REFRESH, day(ASOF)));
  const wanted = byHeader(calm.cells(INVOICES));

  it.each<[what: string, act: (cells: Cell[][]) => void]>([
    ['one inserted at the left', insertColumn(0)],
    ['one inserted before the last', insertColumn(5)],
    ['the first moved to the end', moveColumn(0, 5)],
    ['the last moved to the front', moveColumn(5, 0)],
  ])('%s: the user’s cells are what they were, ours stand under their headers', (_, act) => {
    const host = new MemoryHost(workbookOf(BOOK));
    const { left } = host.run(perform(REFRESH, day(ASOF)), beforeWriting(act));
    expect(byHeader(host.cells(INVOICES))).toEqual(wanted);
    // What was put back is named: nobody has seen whether the user typed there since.
    for (const { why } of left) expect(why).toBe('row-changed');
  });

  it('amounts that were covered by days late are put back, and named', () => {
    const host = new MemoryHost(workbookOf(BOOK.map(({ notes: _, ...row }) => row)));
    const { left } = host.run(perform(REFRESH, day(ASOF)), beforeWriting(insertColumn(0)));
    const { Amount } = byHeader(host.cells(INVOICES));
    expect(Amount).toEqual([1000, 2000, 3000]);
    expect(left.filter(({ column }) => column === 'F').map(({ row }) => row)).toEqual(expect.arrayContaining([1, 2, 3]));
  });
});

describe('a refresh taken back while rows move', () => {
  it('puts every row back as it was, and nothing on another', () => {
    const rows: readonly Row[] = BOOK.map((row, i) => ({ ...row, status: i === 1 ? 'chez Luc' : null }));
    const host = new MemoryHost(workbookOf(rows, { columns: ['status'] }));
    const before = byHeader(host.cells(INVOICES));
    const { written } = host.run(perform(REFRESH, day(ASOF)));
    const back: Command = { kind: 'put-back', at: AT, written: written as Written };
    host.run(
      perform(back, day(ASOF)),
      beforeWriting((cells) => cells.splice(1, 3, ...cells.slice(1).reverse())),
    );
    const after = byHeader(host.cells(INVOICES));
    for (const [word, values] of Object.entries(before)) expect([word, after[word]]).toEqual([word, [...values].reverse()]);
    expect(
      host
        .cells(INVOICES)
        .flat()
        .filter((cell) => cell === 'Watch' || cell === 'Overdue'),
    ).toEqual([]);
  });
});

describe('a host that writes rectangles', () => {
  it('wrote a blank over a word of a row that moved: the word is put back', () => {
    const rows: readonly Row[] = BOOK.map((row, i) => ({ ...row, nextOn: i === 1 ? 'mardi' : null }));
    const host = new MemoryHost(workbookOf(rows));
    const on = (host.cells(INVOICES)[0] as Cell[]).indexOf('Next action date');
    host.run(
      perform(REFRESH, day(ASOF)),
      beforeWriting((cells) => {
        cells.splice(1, 3, ...cells.slice(1).reverse());
        cells.splice(1, 3, cells[2] as Cell[], cells[1] as Cell[], cells[3] as Cell[]);
        // The gap the rectangle bridged was Durand's row; Durand stands first now.
        (cells[1] as Cell[])[on] = null;
      }),
    );
    const shown = new Map(host.cells(INVOICES).map((row) => [row[1], row[on]]));
    expect(shown.get('Durand')).toBe('mardi');
  });
});
