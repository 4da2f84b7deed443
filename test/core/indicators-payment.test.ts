/** How customers pay: the worked examples of the remaining indicators, and the cases where there is nothing to tell. */
import { describe, expect, it } from '@jest/globals';
import { kpisOf, onlyKpis, settled } from './indicators-rows.ts';
import type { Row } from './ledger-of.ts';

describe('weighted days late', () => {
  const late = (amount: number, days: number): Row =>
    settled(amount, '2025-05-01', '2025-06-01', new Date(Date.UTC(2025, 5, 1 + days)).toISOString().slice(0, 10));
  it.each<[string, Row[], number | null]>([
    ['140 at 7 days, 85 at 55, 214 at 10', [late(140, 7), late(85, 55), late(214, 10)], 17.76],
    ['early payments count in full', [late(100, -10), late(100, 10)], 0],
    ['an open one at least a day late', [{ amount: 100, issued: '2025-08-01', due: '2025-09-07' }], 10],
    [
      'a partly paid one, by its whole amount',
      [{ amount: 100, issued: '2025-08-01', due: '2025-09-07', paid: [['2025-09-08', 90]] }, late(100, 0)],
      5,
    ],
    ['an open one due today is not late', [{ amount: 100, issued: '2025-08-01', due: '2025-09-17' }], null],
    ['settled 365 days ago is out', [settled(100, '2024-07-01', '2024-09-07', '2024-09-17')], null],
    ['settled the day after is in', [settled(100, '2024-07-01', '2024-09-07', '2024-09-18')], 11],
    ['settled without a date is in no mean', [{ amount: 100, issued: '2025-08-01', due: '2025-09-07', paid: [[null, 100]] }], null],
    [
      'the last payment settles',
      [
        {
          amount: 100,
          issued: '2025-05-01',
          due: '2025-06-01',
          paid: [
            ['2025-05-20', 50],
            ['2025-06-21', 50],
          ],
        },
      ],
      20,
    ],
    ['cents left are settled, not late', [{ amount: 100, issued: '2025-05-01', due: '2025-06-01', paid: [['2025-06-03', 99.95]] }], 2],
    ['a credit note can settle', [{ amount: 100, issued: '2025-05-01', due: '2025-06-01', credits: [['2025-06-04', 100]] }], 3],
    ['no due date: not late', [{ amount: 100, issued: '2025-05-01', paid: [['2025-06-03', 100]] }], null],
    [
      'credit notes and written-off ones are left out',
      [
        { amount: -100, issued: '2025-05-01', due: '2025-06-01' },
        { amount: 100, issued: '2025-05-01', due: '2025-06-01', is: ['writtenOff'] },
      ],
      null,
    ],
    [
      'disputed and held ones are late all the same',
      [
        { amount: 100, issued: '2025-08-01', due: '2025-09-07', is: ['disputed'] },
        { amount: 100, issued: '2025-08-01', due: '2025-08-28', is: ['held'] },
      ],
      15,
    ],
  ])('%s', (_, rows, expected) => expect(onlyKpis(rows).weightedDaysLate).toBe(expected));
});

describe('average payment time', () => {
  it.each<[string, Row[], number | null]>([
    [
      'weighted by amount',
      [settled(300, '2025-06-01', '2025-07-01', '2025-07-11'), settled(100, '2025-06-01', '2025-07-01', '2025-06-21')],
      35,
    ],
    [
      'of settled invoices only',
      [settled(100, '2025-06-01', '2025-07-01', '2025-07-01'), { amount: 900, issued: '2025-01-01', due: '2025-02-01' }],
      30,
    ],
    ['without issue date, none', [{ amount: 100, due: '2025-07-01', paid: [['2025-07-01', 100]] }], null],
    ['nothing settled', [{ amount: 100, issued: '2025-07-01' }], null],
  ])('%s', (_, rows, expected) => expect(onlyKpis(rows).averagePaymentTime).toBe(expected));
});

describe('recovery rate over the last 90 days (20 June to 17 September)', () => {
  const due = (amount: number, on: string, paid: Row['paid'] = []): Row => ({ amount, issued: '2025-03-01', due: on, paid });
  it.each<[string, Row[], number | null]>([
    [
      '80,000 in of 100,000',
      [due(60_000, '2025-05-01', [['2025-07-01', 60_000]]), due(40_000, '2025-08-01', [['2025-09-17', 20_000]])],
      0.8,
    ],
    [
      'what was paid before is neither asked for nor recovered',
      [
        due(100, '2025-05-01', [
          ['2025-06-19', 40],
          ['2025-06-20', 30],
        ]),
      ],
      0.5,
    ],
    ['paid the day before it begins', [due(100, '2025-05-01', [['2025-06-19', 100]])], null],
    ['paid the day it begins', [due(100, '2025-05-01', [['2025-06-20', 100]])], 1],
    ['a later payment has not happened', [due(100, '2025-05-01', [['2025-09-18', 100]])], 0],
    ['what is not yet due is not asked for', [due(100, '2025-09-18', [['2025-07-01', 100]])], null],
    ['an overpayment recovers no more than was owed', [due(100, '2025-05-01', [['2025-07-01', 180]]), due(100, '2025-05-01')], 0.5],
    ['issued, due and paid within the period', [settled(100, '2025-07-01', '2025-08-01', '2025-08-15'), due(100, '2025-08-01')], 0.5],
    [
      'a credit note before it lowers what is asked for',
      [{ ...due(100, '2025-05-01', [['2025-07-01', 30]]), credits: [['2025-06-01', 40]] }],
      0.5,
    ],
    ['a credit note in it is no payment', [{ ...due(100, '2025-05-01', [['2025-07-01', 30]]), credits: [['2025-07-01', 70]] }], 0.3],
    [
      'written-off and undated ones are not asked for',
      [
        { ...due(100, '2025-05-01'), is: ['writtenOff'] },
        { amount: 100, issued: '2025-03-01' },
      ],
      null,
    ],
  ])('%s', (_, rows, expected) => expect(onlyKpis(rows).recoveryRate).toBe(expected));
});

describe('collection effectiveness over the last 90 days', () => {
  it('opening 100,000, sales 1,000,000, closing 120,000 of which 100,000 not due: 98 %', () => {
    const rows: Row[] = [
      settled(100_000, '2025-04-01', '2025-05-01', '2025-07-01'),
      settled(880_000, '2025-07-01', '2025-08-01', '2025-08-01'),
      { amount: 20_000, issued: '2025-07-01', due: '2025-09-01' },
      { amount: 100_000, issued: '2025-09-01', due: '2025-10-01' },
    ];
    expect(onlyKpis(rows).collectionEffectiveness).toBe(0.98);
  });
  it('is 1 when all that is left is not due', () => {
    expect(
      onlyKpis([settled(300, '2025-07-01', '2025-08-01', '2025-08-01'), { amount: 100, issued: '2025-09-01', due: '2025-10-01' }])
        .collectionEffectiveness,
    ).toBe(1);
  });
  it('is not available when nothing could be collected', () => {
    expect(onlyKpis([{ amount: 100, issued: '2025-09-01', due: '2025-10-01' }]).collectionEffectiveness).toBeNull();
  });
});

describe('dispute rate', () => {
  const open = (amount: number, more: Partial<Row> = {}): Row => ({ amount, issued: '2025-08-01', due: '2025-10-01', ...more });
  it.each<[string, Row[], number | null]>([
    ['4,500 of 90,000', [open(4_500, { is: ['disputed'] }), open(85_500)], 0.05],
    ['a part of an invoice', [open(1_000, { disputedAmount: 250 })], 0.25],
    ['never more than is still open', [open(1_000, { disputedAmount: 900, paid: [['2025-09-01', 500]] }), open(500)], 0.5],
    ['a settling payment closes it', [open(1_000, { is: ['disputed'], paid: [['2025-09-01', 1_000]] }), open(500)], 0],
    ['disputed before the court, or on a held row', [open(100, { is: ['disputed', 'legal'] }), open(100, { is: ['disputed', 'held'] })], 1],
    ['none', [open(500)], 0],
    ['nothing owed', [open(500, { paid: [['2025-09-01', 500]] })], null],
  ])('%s', (_, rows, expected) => expect(onlyKpis(rows).disputeRate).toBe(expected));
});

describe('bad-debt rate', () => {
  const lost = (amount: number, due: string | null, more: Partial<Row> = {}): Row => ({
    amount,
    issued: '2024-10-01',
    due,
    is: ['writtenOff'],
    ...more,
  });
  it.each<[string, Row[], number | null]>([
    ['1,000 given up of 100,000 sold', [lost(1_000, '2024-11-01'), settled(99_000, '2025-01-01', '2025-02-01', '2025-02-01')], 0.01],
    [
      'only what was not paid',
      [lost(1_000, '2024-11-01', { paid: [['2024-11-02', 500]] }), settled(99_000, '2025-01-01', '2025-02-01', '2025-02-01')],
      0.005,
    ],
    [
      'by its due date: more than a year ago is out',
      [lost(100, '2024-09-17', { issued: '2024-08-01' }), settled(900, '2025-01-01', '2025-02-01', '2025-02-01')],
      0,
    ],
    ['without a due date, by its issue date', [lost(100, null), settled(900, '2025-01-01', '2025-02-01', '2025-02-01')], 0.1],
    ['no sales in the year', [{ amount: 100, issued: '2024-01-01', due: '2025-01-01', is: ['writtenOff'] }], null],
  ])('%s', (_, rows, expected) => expect(onlyKpis(rows).badDebtRate).toBe(expected));
});

describe('receivables turnover', () => {
  it('1,000,000 sold on mean receivables of 200,000: 5 times', () => {
    const rows: Row[] = [
      settled(150_000, '2024-09-01', '2024-10-01', '2024-10-15'),
      settled(750_000, '2025-01-01', '2025-02-01', '2025-02-01'),
      { amount: 250_000, issued: '2025-09-01', due: '2025-10-01' },
    ];
    expect(onlyKpis(rows).receivablesTurnover).toBe(5);
  });
  it('opens at the end of the day 365 days ago', () => {
    expect(
      onlyKpis([
        { amount: 100, issued: '2024-09-17' },
        { amount: 100, issued: '2024-09-18' },
      ]).receivablesTurnover,
    ).toBeCloseTo(100 / 150, 12);
  });
  it('what is paid the next day was still open then', () => {
    const sold = settled(300, '2024-10-01', '2024-11-01', '2024-11-01');
    expect(onlyKpis([sold, settled(100, '2024-08-01', '2024-09-01', '2024-09-18')]).receivablesTurnover).toBe(6);
    expect(onlyKpis([sold, settled(100, '2024-08-01', '2024-09-01', '2024-09-17')]).receivablesTurnover).toBeNull();
  });
  it('is not available without receivables', () =>
    expect(onlyKpis([settled(100, '2025-01-01', '2025-02-01', '2025-02-01')]).receivablesTurnover).toBeNull());
});

describe('a currency whose only invoice was given up', () => {
  it('still tells its loss', () => {
    const rows: Row[] = [{ amount: 100, issued: '2025-07-01', due: '2025-08-01', currency: 'GBP', is: ['writtenOff'] }];
    expect(kpisOf(rows)).toMatchObject([{ currency: 'GBP', outstanding: 0, dso: 0, badDebtRate: 1, overdueRate: null }]);
  });
});

describe('invoices of which none has a day', () => {
  const received: Row[] = [
    { amount: 100, due: '2025-06-01', paid: [[null, 100]] },
    { amount: 300, due: '2025-07-01', paid: [[null, 40]] },
  ];
  it('nobody knows when anything was sold or came in: no rate is 0', () => {
    const { outstanding, overdueRate, dso, recoveryRate, collectionEffectiveness, receivablesTurnover, history } = onlyKpis(received);
    expect([outstanding, overdueRate]).toEqual([260, 1]);
    expect([dso, recoveryRate, collectionEffectiveness, receivablesTurnover]).toEqual([null, null, null, null]);
    expect(history.map((month) => month.receivablesTurnover)).toEqual(Array(12).fill(null));
  });
  it('what is known to have come in is told', () => {
    expect(onlyKpis([{ amount: 100, due: '2025-08-01', paid: [['2025-09-01', 40]] }]).recoveryRate).toBe(0.4);
  });
  it('one day known, and the rates are', () => {
    const { recoveryRate, receivablesTurnover } = onlyKpis([...received, { amount: 100, issued: '2025-09-01', due: '2025-10-01' }]);
    expect(recoveryRate).toBe(0);
    expect(receivablesTurnover).toBeGreaterThan(0);
  });
});
