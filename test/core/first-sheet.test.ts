// What is said of a first sheet, which lacks what a kept one has: advice that can be followed, no word that makes one fear what did not happen.
import { describe, expect, it } from '@jest/globals';
import { perform, type View } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { AT, day, type Row, reportOf, workbookOf } from './workbook-of.ts';

const AS_OF = '2026-03-16';
const late = (more: Row = {}): Row => ({ email: 'a@dupont.example', due: '2026-02-10', ...more });

describe('advice names what is there to be filled in', () => {
  const advice = (rows: readonly Row[]) =>
    reportOf(workbookOf(rows), AS_OF).problems.find(({ kind }) => kind === 'paid-without-date')?.advice;

  it.each([
    ['no column of payment dates', [late({ status: 'Paid' })], 'Add a column “Paid on” to the sheet, and fill in the days of payment.'],
    [
      'a column, and a blank in it',
      [late({ paid: 1000, paidOn: null }), late({ paid: 1000, paidOn: '2026-03-01' })],
      'Fill in the payment date.',
    ],
  ] as const)('%s', (_what, rows, said) => {
    expect(advice(rows)).toBe(said);
  });

  it('since when payments are to be entered is said where a payment is known', () => {
    const said = (rows: readonly Row[]) =>
      reportOf(workbookOf(rows), AS_OF).worklist[0]?.warnings.find(({ guard }) => guard === 'payments-not-entered-since')?.advice;
    expect(said([late()])).toBe('Enter the payments you have received, each with its day, so that nobody who paid is reminded.');
    expect(said([late(), late({ paid: 1000, paidOn: '2026-01-05' })])).toBe(
      'Enter the payments received since, so that nobody who paid is reminded.',
    );
  });
});

describe('a draft that waits', () => {
  const prepared = (host: MemoryHost): View => host.run(perform({ kind: 'prepare', at: AT }, day(AS_OF)));
  const said = (host: MemoryHost) => {
    const { report } = host.run(perform({ kind: 'open', at: AT }, day(AS_OF)));
    return report?.worklist[0]?.blockedBy.find(({ guard }) => guard === 'already-drafted')?.message;
  };

  it('is ready and not sent yet; only one that was announced and not found may be on its way', () => {
    const host = new MemoryHost(workbookOf([late()]));
    prepared(host);
    expect(said(host)).toBe('A draft is ready (F1), made on 16 Mar 2026: not sent yet.');
    const journal = host.sheets.find(({ name }) => name === 'Reminder journal');
    const row = journal?.cells.find((cells) => cells[2] === 'drafted') as unknown[];
    row[2] = 'unknown';
    expect(said(host)).toBe('This reminder was prepared on 16 Mar 2026 (F1) and may be on its way.');
  });
});

describe('open disputes', () => {
  const contested = (rows: readonly Row[]) =>
    new MemoryHost(workbookOf(rows)).run(perform({ kind: 'open', at: AT, options: { panel: {} } }, day(AS_OF))).contested;

  it.each([
    ['none', [late()], []],
    ['of a whole invoice', [late({ status: 'Disputed' }), late()], [{ customer: 'Dupont', invoices: ['F1'] }]],
    ['of a part, which leaves its status', [late({ disputed: 200 })], [{ customer: 'Dupont', invoices: ['F1'] }]],
    ['settled by the payment', [late({ status: 'Disputed', paid: 1000, paidOn: '2026-03-01' })], []],
  ] as const)('%s', (_what, rows, said) => {
    expect(contested(rows)).toEqual(said);
  });
});

describe('money of which nobody can say when it comes', () => {
  it('is summed by reason, largest first, and the reasons are all of it', () => {
    const rows = [
      late({ due: '2019-02-10', amount: 700 }),
      late({ due: null, issued: '2026-01-10', amount: 90 }),
      late({ status: 'Disputed', amount: 300 }),
      late({ due: '2018-02-10', amount: 50 }),
    ];
    const settled = [1, 2, 3].map((): Row => late({ amount: 10, paid: 10, paidOn: '2026-02-20' }));
    const detail = reportOf(workbookOf([...rows, ...settled]), AS_OF).forecastDetail[0];
    expect(detail?.excludedWhy.map(({ why, open }) => [why, open])).toEqual([
      ['no-experience', 750],
      ['disputed', 300],
      ['undated', 90],
    ]);
    expect(detail?.excludedWhy.reduce((sum, { open }) => sum + open, 0)).toBe(detail?.excludedTotal);
  });
});
