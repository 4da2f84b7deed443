// The small table of the trade article, and the same one as other people keep it: the answer must not depend on how it is written.
import { describe, expect, it } from '@jest/globals';
import { type CalendarDay, dayFromIso, perform, type Report } from '../../core/index.ts';
import type { Cell, Snapshot } from '../../core/workbook.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { expectPage, pageOf, sample } from './page-of.ts';

const ASOF = '2025-09-17';
const article = sample('small-table.csv');
const [header = [], ...rows] = article.sheets[0]?.cells ?? [];
const workbook = (cells: readonly (readonly Cell[])[], more: Partial<Snapshot> = {}): Snapshot => ({
  ...article,
  sheets: [{ name: 'Factures', cells }],
  ...more,
});
const report = (of: Snapshot): Report =>
  new MemoryHost(of).run(perform({ kind: 'open', at: `${ASOF}T09:00:00` }, dayFromIso(ASOF) as CalendarDay)).report as Report;

const ENGLISH = [
  'Invoice number',
  'Customer',
  'Amount',
  'Invoice date',
  'Due date',
  'Payment date',
  'Days late',
  'Status',
  'Last action',
  'Next action',
];
const DATES = [3, 4, 5];
const onCells = (columns: readonly number[], change: (cell: string) => Cell) =>
  rows.map((row) => row.map((cell, column) => (columns.includes(column) && typeof cell === 'string' && cell !== '' ? change(cell) : cell)));
const serial = (iso: string) => (dayFromIso(iso) as number) + 25_569;
const shuffled = (row: readonly Cell[]) => [9, 3, 0, 8, 5, 2, 7, 4, 1, 6].map((column) => row[column] ?? null);

/** What must not change. */
const answer = ({ invoices, worklist, kpis, problems }: Report) => ({
  invoices: invoices.map(({ number, customer, amount, paid, open, dueOn, daysLate, status, bucket, lastAction, nextAction }) => ({
    number,
    customer,
    amount,
    paid,
    open,
    dueOn,
    daysLate,
    status,
    bucket,
    lastAction,
    nextAction,
  })),
  worklist: worklist.map(({ customer, stage, on, due, invoices: numbers }) => ({ customer, stage, on, due, numbers })),
  // A working is written in the digits of its language.
  kpis: kpis.map(({ currency: _, workings, ...figures }) => ({ ...figures, workings: Object.keys(workings) })),
  problems,
});

describe('the small table', () => {
  it('is this page', () => expectPage('small-table', pageOf(article, ASOF)));

  it('answers as the trade article does', () => {
    const { invoices, kpis, problems } = report(article);
    expect(
      invoices.map(({ daysLate, status, nextAction }) => [daysLate, status, nextAction?.stage ?? null, nextAction?.on ?? null]),
    ).toEqual([
      [4, 'paid', null, null],
      [5, 'overdue', 'formal-reminder', '2025-10-02'],
      [1, 'watch', 'reminder', '2025-09-19'],
    ]);
    expect([kpis[0]?.outstanding, kpis[0]?.aging['1-30'].amount, problems]).toEqual([4180, 4180, []]);
  });

  it.each<[what: string, other: Snapshot]>([
    ['its columns in another order', workbook([shuffled(header), ...rows.map(shuffled)])],
    ['its headers in English', workbook([ENGLISH, ...rows])],
    ['its dates as Excel serials', workbook([header, ...onCells(DATES, (iso) => ({ number: serial(iso), format: 'dd/mm/yyyy' }))])],
    ['its dates as bare serials', workbook([header, ...onCells(DATES, serial)])],
    [
      'its dates as serials from 1904',
      workbook([header, ...onCells(DATES, (iso) => ({ number: serial(iso) - 1462, format: 'dd/mm/yyyy' }))], { date1904: true }),
    ],
    [
      'its dates as Google gives them',
      workbook([header, ...onCells(DATES, (iso) => new Date(`${iso}T00:00:00+02:00`))], { timeZone: 'Europe/Paris' }),
    ],
    ['its dates as French text', workbook([header, ...onCells(DATES, (iso) => iso.split('-').reverse().join('/'))])],
    [
      'its amounts as French text with narrow spaces',
      workbook([
        header,
        ...onCells(
          [2],
          (amount) =>
            `${Number(amount)
              .toFixed(2)
              .replace('.', ',')
              .replace(/\B(?=(\d{3})+,)/g, '\u202f')}\u00a0€`,
        ),
      ]),
    ],
    ['its amounts as numbers', workbook([header, ...onCells([2], Number)])],
    ['at row 7 under a title', workbook([['Suivi des factures'], [], ['Septembre 2025'], [], [], [], header, ...rows])],
  ])('answers the same with %s', (_, other) => expect(answer(report(other))).toEqual(answer(report(article))));
});
