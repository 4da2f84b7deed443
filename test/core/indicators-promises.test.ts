// Promises kept and the delays of one's own invoices, told as the sheet and the journal tell them.
import { describe, expect, it } from '@jest/globals';
import type { Kpis } from '../../core/report.ts';
import { onlyKpis } from './indicators-rows.ts';
import type { Row as LedgerRow } from './ledger-of.ts';
import { type Entry, journalOf, type Row, reportOf, workbookOf } from './workbook-of.ts';

const kpisOn = (rows: readonly Row[], asOf: string, journal: readonly Entry[] = []): Kpis => {
  const [only, ...others] = reportOf(workbookOf(rows, journal.length > 0 ? { tabs: journalOf(journal) } : {}), asOf).kpis;
  if (only === undefined || others.length > 0) throw new Error('one currency expected');
  return only;
};
const promise = (at: string, until: string, invoices: string, more: Partial<Entry> = {}): Entry => ({
  at,
  event: 'promise',
  customer: 'Dupont',
  invoices,
  until,
  ...more,
});

describe('promises kept', () => {
  const owed = (more: Row = {}): Row => ({ due: '2025-09-01', amount: 1000, ...more });
  const paid = (on: string, amount = 1000): Row => owed({ paid: amount, paidOn: on });
  const F1 = promise('2025-09-05', '2025-09-10', 'F1');
  it.each<[string, Row[], Entry[], string, number | null, string | undefined]>([
    ['kept on its day', [paid('2025-09-10')], [F1], '2025-09-17', 1, '1 / 1'],
    ['kept within the two days of grace', [paid('2025-09-12')], [F1], '2025-09-17', 1, '1 / 1'],
    ['paid the day after the grace: broken', [paid('2025-09-13')], [F1], '2025-09-17', 0, '0 / 1'],
    ['not paid', [owed()], [F1], '2025-09-17', 0, '0 / 1'],
    ['paid in part: broken, for all was promised', [paid('2025-09-10', 900)], [F1], '2025-09-17', 0, '0 / 1'],
    ['a part was promised, and came in', [paid('2025-09-10', 400)], [{ ...F1, amount: 400 }], '2025-09-17', 1, '1 / 1'],
    ['its day has not come', [owed()], [F1], '2025-09-09', null, undefined],
    ['paid early, but its day has not come', [paid('2025-09-08')], [F1], '2025-09-09', null, undefined],
    ['its day has come, its grace still runs', [owed()], [F1], '2025-09-12', null, undefined],
    ['kept, its grace still runs', [paid('2025-09-10')], [F1], '2025-09-10', 1, '1 / 1'],
    [
      'replaced before it was put to the test',
      [paid('2025-09-15')],
      [F1, promise('2025-09-09', '2025-09-15', 'F1')],
      '2025-09-20',
      1,
      '1 / 1',
    ],
    ['broken, then kept', [paid('2025-09-20')], [F1, promise('2025-09-14', '2025-09-20', 'F1')], '2025-09-25', 0.5, '1 / 2'],
    [
      'one about two invoices is one',
      [paid('2025-09-10'), owed()],
      [promise('2025-09-05', '2025-09-10', 'F1;F2')],
      '2025-09-17',
      0,
      '0 / 1',
    ],
    [
      'about the customer as a whole',
      [paid('2025-09-10'), paid('2025-09-11')],
      [promise('2025-09-05', '2025-09-10', '')],
      '2025-09-17',
      1,
      '1 / 1',
    ],
    ['taken back', [owed()], [F1, { at: '2025-09-06', event: 'undone', reference: '1' }], '2025-09-17', null, undefined],
    ['older than a year', [owed()], [F1], '2026-09-10', null, undefined],
    ['a year old', [owed()], [F1], '2026-09-09', 0, '0 / 1'],
    ['in the sheet, kept', [{ ...paid('2025-09-10'), promiseOn: '2025-09-10' }], [], '2025-09-17', 1, '1 / 1'],
    ['in the sheet, broken', [owed({ promiseOn: '2025-09-10' })], [], '2025-09-17', 0, '0 / 1'],
    ['in the sheet, a sum', [{ ...paid('2025-09-10', 300), promiseOn: '2025-09-10', promised: 300 }], [], '2025-09-17', 1, '1 / 1'],
    ['in the sheet and in the journal: one', [owed({ promiseOn: '2025-09-10' })], [F1], '2025-09-17', 0, '0 / 1'],
    [
      'three of four',
      [paid('2025-09-10'), paid('2025-09-09'), { ...paid('2025-09-11'), promiseOn: '2025-09-11' }, owed()],
      [F1, promise('2025-09-05', '2025-09-10', 'F2'), promise('2025-09-05', '2025-09-10', 'F4')],
      '2025-09-17',
      0.75,
      '3 / 4',
    ],
    ['none made', [owed()], [], '2025-09-17', null, undefined],
  ])('%s', (_, rows, journal, asOf, expected, working) => {
    const { promisesKept, workings } = kpisOn(rows, asOf, journal);
    expect(promisesKept).toBe(expected);
    expect(workings.promisesKept).toBe(working);
  });
});

describe('what the journal told stands in the history from its day on', () => {
  const rows: Row[] = [
    { due: '2025-05-01', amount: 1000 },
    { due: '2025-05-10', amount: 600, paid: 600, paidOn: '2025-07-14' },
    { due: '2025-06-20', amount: 400, status: 'Litige' },
    { due: '2025-07-01', amount: 800, disputed: 200, promiseOn: '2025-07-30' },
    { due: '2025-08-01', amount: 500, customer: 'Martin' },
  ];
  const journal: Entry[] = [
    promise('2025-05-20', '2025-05-30', 'F1'),
    { at: '2025-06-10', event: 'dispute', customer: 'Dupont', invoices: 'F1' },
    promise('2025-07-02', '2025-07-15', 'F2'),
    { at: '2025-07-20', event: 'resolved', customer: 'Dupont', invoices: 'F1' },
    { at: '2025-08-02', event: 'dispute', customer: 'Martin', invoices: 'F5', amount: 100 },
    promise('2025-08-05', '2025-08-30', ''),
    { at: '2025-08-20', event: 'resolved', customer: 'Dupont', invoices: 'F3' },
    { at: '2025-09-02', event: 'undone', reference: '5' },
    { at: '2025-09-03', event: 'dispute', customer: 'Martin', invoices: '' },
  ];
  const on = (asOf: string) => kpisOn(rows, asOf, journal);
  it('disputes', () => {
    const { history } = on('2025-09-17');
    const disputed = history.map(({ month, disputeRate, outstanding }) => `${month} ${Math.round((disputeRate ?? 0) * outstanding)}`);
    expect(disputed.slice(6)).toEqual([
      '2025-04 0',
      '2025-05 400', // the sheet gives no day: the third counts from its issue on
      '2025-06 1600', // F1 as a whole, and the contested part of the fourth
      '2025-07 600',
      '2025-08 300', // F3 is resolved, a part of F5 is contested
      '2025-09 700', // that was taken back, then all of Martin's
    ]);
  });
  it('a label of ours in the status cell is no older than the dispute it was written for', () => {
    const labelled: Row[] = [{ due: '2025-05-01', amount: 1000, status: 'Disputed' }];
    const opened: Entry[] = [{ at: '2025-08-10', event: 'dispute', customer: 'Dupont', invoices: 'F1' }];
    expect(
      kpisOn(labelled, '2025-09-17')
        .history.map(({ disputeRate }) => disputeRate)
        .slice(6),
    ).toEqual([1, 1, 1, 1, 1, 1]);
    expect(
      kpisOn(labelled, '2025-09-17', opened)
        .history.map(({ disputeRate }) => disputeRate)
        .slice(6),
    ).toEqual([0, 0, 0, 0, 1, 1]);
    expect(kpisOn(labelled, '2025-07-31', opened).disputeRate).toBe(0);
  });
  it.each(['2025-09-17', '2025-08-31', '2025-12-03', '2026-04-30'])(
    'every month is what the report of its end says, seen from %s',
    (asOf) => {
      for (const { month, sales: _, ...point } of on(asOf).history) {
        const end =
          month === asOf.slice(0, 7)
            ? asOf
            : new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
        if (end < '2025-05-31') continue;
        const { movers: __, ...dsoSplit } = on(end).dsoSplit ?? { movers: [] };
        expect({ month, ...on(end), ...(point.dsoSplit === null ? { dsoSplit: null } : { dsoSplit }) }).toMatchObject({ month, ...point });
      }
    },
  );
});

describe('invoicing and sending', () => {
  const sold = (
    serviceOn: string | null,
    issued: string | null,
    sentOn: string | null = null,
    more: Partial<LedgerRow> = {},
  ): LedgerRow => ({
    amount: 100,
    issued,
    serviceOn,
    sentOn,
    ...more,
  });
  it.each<[string, LedgerRow[], number | null, number | null, string | undefined]>([
    ['12 days, then 3', [sold('2025-08-20', '2025-09-01', '2025-09-04')], 12, 3, '12 / 1'],
    [
      'a plain mean over invoices, whatever their amounts',
      [sold('2025-08-22', '2025-09-01'), sold('2025-08-31', '2025-09-01', null, { amount: 9_000 })],
      5.5,
      null,
      '11 / 2',
    ],
    ['invoiced in advance', [sold('2025-09-11', '2025-09-01')], -10, null, '(\u221210) / 1'],
    ['what has one date only is in no mean', [sold('2025-08-20', null), sold(null, '2025-09-01', '2025-09-02')], null, 1, undefined],
    ['what is still to come has not happened', [sold('2025-09-18', '2025-09-01', '2025-09-18')], null, null, undefined],
    ['a year back is out', [sold('2024-09-01', '2024-09-17'), sold('2024-09-01', '2024-09-18')], 17, null, '17 / 1'],
    [
      'drafts, cancelled ones and credit notes are left out',
      [
        sold('2025-08-20', '2025-09-01', null, { is: ['draft'] }),
        sold('2025-08-20', '2025-09-01', null, { is: ['cancelled'] }),
        sold('2025-08-20', '2025-09-01', null, { amount: -5 }),
      ],
      null,
      null,
      undefined,
    ],
    ['without such columns', [{ amount: 100, issued: '2025-09-01' }], null, null, undefined],
  ])('%s', (_, rows, invoicing, sending, working) => {
    const { invoicingDelay, sendingDelay, workings } = onlyKpis([...rows, { amount: 1, issued: '2025-09-01' }]);
    expect([invoicingDelay, sendingDelay, workings.invoicingDelay]).toEqual([invoicing, sending, working]);
  });
  it('are read from the columns of a sheet, and hold nobody up', () => {
    const sheet = workbookOf([
      { due: '2025-10-01', amount: 100 },
      { due: '2025-10-01', amount: 100 },
      { due: '2025-10-01', amount: 100 },
    ]);
    const [first, ...rest] = sheet.sheets[0]?.cells ?? [];
    const service = ['Service date', { date: '2025-08-25' }, 'soon', null] as const;
    const sent = ['Sent on', { date: '2025-09-03' }, { date: '2025-09-05' }, 'by post'] as const;
    const cells = [first ?? [], ...rest].map((line, i) => [...line, service[i] ?? null, sent[i] ?? null]);
    const { kpis, table, problems } = reportOf({ ...sheet, sheets: [{ name: 'Invoices', cells }] }, '2025-09-17');
    expect(table.columns).toMatchObject({ serviceOn: 'F', sentOn: 'G' });
    expect(problems).toEqual([]);
    // Issued on 1 September, 30 days before they are due.
    expect(kpis[0]).toMatchObject({ invoicingDelay: 7, sendingDelay: 3, workings: { sendingDelay: '6 / 2' } });
  });
});
