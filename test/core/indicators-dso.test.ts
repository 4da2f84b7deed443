/** DSO in its three methods, average days delinquent and overdue rate: the worked examples, then what must hold. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { averageDaysDelinquentOver } from '../../core/indicators/average-days-delinquent.ts';
import { bestPossibleDsoOver } from '../../core/indicators/best-possible-dso.ts';
import { dsoOver } from '../../core/indicators/dso.ts';
import { countBack } from '../../core/indicators/dso-count-back.ts';
import { INDICATORS, tally } from '../../core/indicators/index.ts';
import { tries } from '../thorough.ts';
import { AS_OF, anyRows, day, kpisOf, onlyKpis } from './indicators-rows.ts';
import { assessedOn, ledgerOf, type Row } from './ledger-of.ts';

const talliesOf = (rows: readonly Row[], asOf = AS_OF) => {
  const ledger = ledgerOf(rows);
  return tally(ledger, assessedOn(ledger, asOf), asOf);
};

/** Sales of which only `owed` is still open, all of it due on a day. */
const sold = (amount: number, issued: string, owed = 0, due = '2025-09-30'): Row => ({
  amount,
  issued,
  due,
  paid: owed === amount ? [] : [[issued, amount - owed]],
});

describe('DSO', () => {
  it.each([
    [30_000, 60_000, 90, 45],
    [5_700, 7_600, 91, 68.25],
    [20_000, 45_000, 90, 40],
    [5_000_000, 9_000_000, 91, 50.5555555556],
  ])('%d owed, %d sold in %d days', (owed, sales, days, expected) => {
    const [only] = talliesOf([sold(sales, '2025-09-01', owed)]);
    expect(only && dsoOver(only, days)).toBeCloseTo(expected, 10);
  });
  it.each([
    ['the day 90 days ago is out', '2025-06-19', null],
    ['the day after is in', '2025-06-20', 90],
    ['the as-of day is in', '2025-09-17', 90],
  ])('%s of the window', (_, issued, expected) => expect(onlyKpis([sold(100, issued, 100)]).dso).toBe(expected));
  it('takes sales net of credit notes, on their own dates', () => {
    const rows = [sold(1_000, '2025-08-01', 300), { amount: -400, issued: '2025-09-01', paid: [['2025-09-01', -400]] } as Row];
    expect(onlyKpis(rows)).toMatchObject({ outstanding: 300, dso: 45, sales: { 90: 600, 365: 600 } });
  });
  it('keeps written-off invoices in sales and out of receivables', () => {
    const rows: Row[] = [sold(500, '2025-08-01', 300), { ...sold(100, '2025-08-01', 100), is: ['writtenOff'] }];
    expect(onlyKpis(rows)).toMatchObject({ outstanding: 300, dso: 45, sales: { 90: 600, 365: 600 } });
  });
  it('leaves an invoice without an issue date out of sales', () => {
    expect(onlyKpis([sold(600, '2025-08-01', 0), { amount: 300, due: '2025-09-30' }])).toMatchObject({
      outstanding: 300,
      dso: 45,
      sales: { 90: 600 },
    });
  });
  it.each<[string, Row[]]>([
    ['no sales in 90 days', [sold(100, '2025-01-01', 100)]],
    ['more credits than sales', [sold(100, '2025-08-01', 50), { amount: -200, issued: '2025-08-02' }]],
    ['no issue date anywhere', [{ amount: 100, due: '2025-09-01' }]],
  ])('is not available with %s', (_, rows) => {
    expect(onlyKpis(rows)).toMatchObject({ dso: null, bestPossibleDso: null, averageDaysDelinquent: null });
  });
  it('is 0 when all is paid', () => {
    expect(onlyKpis([sold(100, '2025-09-01')])).toMatchObject({
      dso: 0,
      dsoCountBack: 0,
      dsoCountBackMoreThan: null,
      bestPossibleDso: 0,
      overdueRate: null,
    });
  });
});

describe('count-back DSO', () => {
  const months = (november: number, october: number, september: number, owed: number): Row[] => [
    sold(november, '2025-11-03', 0),
    sold(october, '2025-10-31', 0),
    sold(september, '2025-09-01', 0),
    { amount: owed, due: '2025-12-31' },
  ];
  it.each<[string, Row[], number | null, number | null]>([
    ['2,500 owed with 1,200, 800 and 700 sold', months(1_200, 800, 700, 2_500), 82.43, null],
    ['20,000 owed with 10,000 and 12,500 sold', months(10_000, 12_500, 99, 20_000), 54.8, null],
    ['within the as-of month', months(1_200, 800, 700, 600), 15, null],
    ['the whole of a month', months(1_200, 800, 700, 2_000), 61, null],
    ['a month without sales adds its days', [sold(1_200, '2025-11-03'), sold(700, '2025-09-01'), { amount: 1_550 }], 76, null],
    [
      'credits of a month are looked for in those before',
      [...months(1_200, 100, 700, 1_200), { amount: -300, issued: '2025-11-04', paid: [['2025-11-04', -300]] }],
      69.57,
      null,
    ],
    [
      'a month of net credits adds its days',
      [...months(1_200, 0, 700, 1_300), { amount: -250, issued: '2025-10-04', paid: [['2025-10-04', -250]] }],
      76,
      null,
    ],
    ['all that was ever sold', months(1_200, 800, 700, 2_700), 91, null],
    ['history too short', months(1_200, 800, 700, 2_701), null, 91],
    ['owed by nothing sold', [{ amount: 100, due: '2025-12-31' }], null, null],
    ['nothing owed', [sold(1_200, '2025-11-03')], 0, null],
    ['more credits than debts', [sold(1_200, '2025-11-03'), { amount: -50 }], 0, null],
  ])('%s', (_, rows, days, moreThan) => {
    expect(onlyKpis(rows, day('2025-11-30'))).toMatchObject({ dsoCountBack: days, dsoCountBackMoreThan: moreThan });
  });
  it('counts only the days elapsed of the as-of month', () => {
    // 10 days of November, all 31 of October, half of September.
    expect(
      onlyKpis([sold(100, '2025-11-10'), sold(100, '2025-10-01'), sold(100, '2025-09-30'), { amount: 250 }], day('2025-11-10'))
        .dsoCountBack,
    ).toBe(56);
  });
  it('knows a leap February', () => {
    expect(onlyKpis([sold(100, '2024-03-01'), sold(100, '2024-02-29'), { amount: 200 }], day('2024-03-31')).dsoCountBack).toBe(60);
  });
  it('is either a number of days or a bound, never both, and days at most what the history holds', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const one of talliesOf(rows)) {
          const { days, moreThan } = countBack(one);
          expect(days !== null && moreThan !== null).toBe(false);
          if (days !== null) expect(days).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: tries(100) },
    );
  });
});

describe('best possible DSO, average days delinquent, overdue rate', () => {
  it('4,000 not due on 10,000 sold in 30 days: 12', () => {
    const [only] = talliesOf([sold(10_000, '2025-09-10', 4_000)]);
    expect(only && bestPossibleDsoOver(only, 30)).toBe(12);
  });
  it('45 days, at best 12: 33 days delinquent', () => {
    const [only] = talliesOf([
      sold(10_000, '2025-09-10', 4_000),
      { ...sold(0, '2025-09-10'), amount: 11_000, due: '2025-09-01', issued: null, paid: [] },
    ]);
    expect(only && [dsoOver(only, 30), averageDaysDelinquentOver(only, 30)]).toEqual([45, 33]);
  });
  it('is to the hundredth of what DSO and best possible are exactly', () => {
    // 1/3 and 1/6 of 90 days would round apart.
    const of = onlyKpis([
      { ...sold(700, '2025-09-01', 200), due: '2025-09-02' },
      sold(0, '2025-09-01'),
      { ...sold(0, '2025-09-01'), amount: 100, paid: [] },
    ]);
    expect(of).toMatchObject({ dso: 33.75, bestPossibleDso: 11.25, averageDaysDelinquent: 22.5 });
  });
  it('8,000 overdue of 20,000: 40 %', () => {
    expect(onlyKpis([sold(12_000, '2025-09-01', 12_000), sold(8_000, '2025-08-01', 8_000, '2025-09-16')]).overdueRate).toBe(0.4);
  });
  it('is not available when nothing is owed', () => {
    expect(onlyKpis([sold(100, '2025-08-01', 100, '2025-09-16'), { amount: -100, issued: '2025-08-02' }]).overdueRate).toBeNull();
  });
});

describe('the table of the trade article on 17 September 2025', () => {
  it('gives what can be worked out by hand', () => {
    const rows: Row[] = [
      { amount: 1_850, issued: '2025-08-20', due: '2025-09-10', paid: [['2025-09-14', 1_850]] },
      { amount: 3_200, issued: '2025-08-28', due: '2025-09-12' },
      { amount: 980, issued: '2025-09-01', due: '2025-09-16' },
    ];
    expect(onlyKpis(rows)).toMatchObject({
      outstanding: 4_180,
      overdue: 4_180,
      overdueRate: 1,
      dso: 62.39,
      dsoCountBack: 36.64, // 17 days of September, then 3,200 of the 5,050 of August
      bestPossibleDso: 0,
      averageDaysDelinquent: 62.39,
      weightedDaysLate: 4.04, // (1,850 × 4 + 3,200 × 5 + 980 × 1) / 6,030
      averagePaymentTime: 25,
      recoveryRate: 1_850 / 6_030,
      sales: { 90: 6_030, 365: 6_030 },
      promisesKept: null,
      invoicingDelay: null,
      dsoSplit: { bestPossible: 0, late: 62.39, disputed: 0 },
    });
  });
  it('shows each indicator once, under the name the report has for it', () => {
    const ids = INDICATORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const [one] = kpisOf([sold(100, '2025-09-01', 50)]);
    for (const id of ids) expect(one).toHaveProperty(id);
  });
});
