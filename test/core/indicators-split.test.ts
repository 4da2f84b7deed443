/** What DSO is made of and who moved it, the workings of all figures, aging by anybody's bounds, periods and trends as formulas ask for them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '../../core/calendar.ts';
import { agingBy, dsoOver, dsoTrend, INDICATORS, kpis, periodFigures, tally } from '../../core/indicators/index.ts';
import { LANGUAGES } from '../../core/languages/index.ts';
import type { Ledger } from '../../core/types.ts';
import { tries } from '../thorough.ts';
import { AS_OF, anyRows, day, kpisOf, onlyKpis, settled } from './indicators-rows.ts';
import { assessedOn, ledgerOf, type Row } from './ledger-of.ts';

const sold = (amount: number, due: string, more: Partial<Row> = {}): Row => ({ amount, issued: '2025-08-01', due, ...more });

describe('what DSO is made of', () => {
  it.each<[string, Row[], { bestPossible: number; late: number; disputed: number } | null]>([
    [
      'not due, late and contested',
      [sold(300, '2025-10-01'), sold(200, '2025-09-01'), sold(100, '2025-09-01', { is: ['disputed'] })],
      { bestPossible: 45, late: 30, disputed: 15 },
    ],
    ['a contested part of what is late', [sold(100, '2025-09-01', { disputedAmount: 40 })], { bestPossible: 0, late: 54, disputed: 36 }],
    [
      'contested before it is due: the terms allow these days',
      [sold(100, '2025-10-01', { is: ['disputed'] })],
      { bestPossible: 90, late: 0, disputed: 0 },
    ],
    [
      'without a due date: late, as it is no part of the best possible',
      [{ amount: 100, issued: '2025-08-01' }],
      { bestPossible: 0, late: 90, disputed: 0 },
    ],
    [
      'unapplied credits are taken off what is late',
      [sold(300, '2025-10-01'), sold(150, '2025-09-01'), { amount: -50, issued: '2025-01-01' }],
      { bestPossible: 60, late: 20, disputed: 0 },
    ],
    ['nothing sold', [{ amount: 100, issued: '2025-01-01' }], null],
    ['nothing owed', [sold(100, '2025-09-01', { paid: [['2025-09-02', 100]] })], { bestPossible: 0, late: 0, disputed: 0 }],
  ])('%s', (_, rows, expected) => {
    const { dsoSplit } = onlyKpis(rows);
    if (expected === null) expect(dsoSplit).toBeNull();
    else expect(dsoSplit).toMatchObject(expected);
  });
  it('adds up to the DSO shown, to the hundredth, at every month', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const of of kpisOf(rows))
          for (const { dso, dsoSplit } of [of, ...of.history]) {
            expect(dsoSplit === null).toBe(dso === null);
            if (dsoSplit === null || dso === null) continue;
            const { bestPossible, late, disputed } = dsoSplit;
            expect([bestPossible, late, disputed].reduce((all, days) => all + Math.round(days * 100), 0)).toBe(Math.round(dso * 100));
          }
      }),
      { numRuns: tries(100) },
    );
  });
});

describe('who moved DSO in 90 days (19 June to 17 September)', () => {
  const then = (customer: string, amount: number, paid: Row['paid'] = []): Row => ({
    amount,
    issued: '2025-05-01',
    due: '2025-06-01',
    customer,
    paid,
  });
  const now = (customer: string, amount: number): Row => ({ amount, issued: '2025-08-01', due: '2025-09-01', customer });
  it('each customer by what its receivables are worth in days, now less then; signed, the greatest first, three of them', () => {
    // 1,000 sold in either quarter: 10 are worth nine tenths of a day.
    const rows = [
      then('Alder', 200, [['2025-07-01', 200]]),
      then('Birch', 500, [['2025-06-19', 200]]),
      then('Cedar', 300, [['2025-06-01', 300]]),
      now('Birch', 100),
      now('Cedar', 500),
      now('Elm', 390),
      now('Fir', 10),
    ];
    expect(onlyKpis(rows).dsoSplit?.movers).toEqual([
      { customer: 'Cedar', days: 45 },
      { customer: 'Elm', days: 35.1 },
      { customer: 'Alder', days: -18 },
    ]);
  });
  it('together they are the change of DSO', () => {
    const rows = [then('Alder', 200), then('Birch', 800, [['2025-07-01', 800]]), now('Alder', 500), now('Birch', 100)];
    const change = (onlyKpis(rows).dso ?? 0) - (onlyKpis(rows, (AS_OF - 90) as CalendarDay).dso ?? 0);
    const moved = onlyKpis(rows).dsoSplit?.movers.reduce((all, { days }) => all + days, 0);
    expect(moved).toBeCloseTo(change, 1);
  });
  it('nobody owed anything then: whoever owes now moved it', () =>
    expect(onlyKpis([now('Elm', 100)]).dsoSplit?.movers).toEqual([{ customer: 'Elm', days: 90 }]));
  it('nobody can say where something was owed and nothing sold', () =>
    expect(
      onlyKpis([{ amount: 50, issued: '2024-01-01', due: '2024-02-01', customer: 'Alder' }, now('Elm', 100)]).dsoSplit?.movers,
    ).toEqual([]));
});

describe('the working of each figure', () => {
  const rows: Row[] = [
    settled(1_850, '2025-08-20', '2025-09-10', '2025-09-14'),
    { amount: 3_200, issued: '2025-08-28', due: '2025-09-12' },
    { amount: 980, issued: '2025-09-01', due: '2025-09-16', is: ['disputed'] },
    { amount: 250.5, issued: '2025-06-01', due: '2025-10-01' },
    { amount: 1_200, issued: '2025-01-10', due: '2025-02-10', is: ['writtenOff'] },
  ];
  const ledger = ledgerOf(rows);
  const workingsIn = (language: 'fr' | 'en') => kpis(ledger, assessedOn(ledger, AS_OF), AS_OF, language)[0]?.workings;
  it('in French digits', () => {
    expect(workingsIn('fr')).toEqual({
      dso: '4\u202f430,50 / 6\u202f030 × 90',
      dsoCountBack: '17 + 3\u202f450,50 / 5\u202f050 × 31',
      bestPossibleDso: '250,50 / 6\u202f030 × 90',
      averageDaysDelinquent: '66,13 − 3,74',
      overdueRate: '4\u202f180 / 4\u202f430,50',
      recoveryRate: '1\u202f850 / 6\u202f030',
      collectionEffectiveness: '(250,50 + 6\u202f030 − 4\u202f430,50) / (250,50 + 6\u202f030 − 250,50)',
      weightedDaysLate: '24\u202f380 / 6\u202f030',
      averagePaymentTime: '46\u202f250 / 1\u202f850',
      disputeRate: '980 / 4\u202f430,50',
      disputeRateByNumber: '1 / 3',
      badDebtRate: '1\u202f200 / 7\u202f480,50',
      receivablesTurnover: '7\u202f480,50 / ((0 + 4\u202f430,50) / 2)',
    });
  });
  it('in English digits', () =>
    expect(workingsIn('en')).toMatchObject({ dso: '4,430.50 / 6,030 × 90', averageDaysDelinquent: '66.13 − 3.74' }));
  it('is there exactly where the figure is, and is no sum of nothing', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const of of kpisOf(rows))
          for (const { id } of INDICATORS) {
            expect([id, of.workings[id] !== undefined]).toEqual([id, of[id] !== null]);
            expect(of.workings[id] ?? '').not.toMatch(/NaN|Infinity|undefined|null/);
          }
      }),
      { numRuns: tries(60) },
    );
  });
  it('every figure has a name and a sentence in every language', () => {
    for (const { indicators } of Object.values(LANGUAGES)) {
      const labels = INDICATORS.map(({ id }) => indicators[id].label);
      expect(new Set(labels).size).toBe(INDICATORS.length);
      for (const { means } of Object.values(indicators)) expect(means).toMatch(/^\S.{15,}\.$/);
    }
  });
});

describe('the aging balance by anybody’s bounds', () => {
  const by = (rows: readonly Row[], bounds: readonly number[]) => {
    const ledger = ledgerOf(rows);
    return agingBy(ledger, assessedOn(ledger, AS_OF), bounds);
  };
  const late = (days: number): Row => ({ amount: 10, issued: '2025-01-01', due: (AS_OF - days) as CalendarDay });
  it('30, 60, 90, 120', () => {
    const [only] =
      by(
        [
          late(0),
          late(1),
          late(30),
          late(90),
          late(91),
          late(120),
          late(121),
          { amount: 5, issued: '2025-01-01' },
          { amount: -7, issued: '2025-01-01' },
        ],
        [30, 60, 90, 120],
      ) ?? [];
    expect(only?.buckets.map(({ id, count, amount }) => `${id} ${count} ${amount}`)).toEqual([
      'not-due 1 10',
      '1-30 2 20',
      '31-60 0 0',
      '61-90 1 10',
      '91-120 2 20',
      'over-120 1 10',
    ]);
    expect(only).toMatchObject({ undated: 5, unapplied: -7, outstanding: 68 });
    expect(only?.buckets[1]?.share).toBe(2 / 7);
  });
  it('one bound', () =>
    expect(by([late(15), late(16)], [15])?.[0]?.buckets.map(({ id, count, from, to }) => [id, count, from, to])).toEqual([
      ['not-due', 0, null, 0],
      ['1-15', 1, 1, 15],
      ['over-15', 1, 16, null],
    ]));
  it.each([[[]], [[0, 30]], [[30, 30]], [[60, 30]], [[30.5]], [[-1]], [[Number.NaN]]])('%j are no bounds', (bounds) =>
    expect(by([late(1)], bounds)).toBeNull(),
  );
  it('the usual bounds give the usual balance, and any bounds add up', () => {
    fc.assert(
      fc.property(anyRows, fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }), (rows, anyBounds) => {
        const usual = by(rows, [30, 60, 90]) ?? [];
        for (const of of kpisOf(rows)) {
          const same = usual.find(({ currency }) => currency === of.currency);
          expect(Object.fromEntries(same?.buckets.map(({ id, count, amount, share }) => [id, { count, amount, share }]) ?? [])).toEqual(
            of.aging,
          );
          expect(same).toMatchObject({ outstanding: of.outstanding, undated: of.undated, unapplied: of.unapplied });
        }
        for (const { buckets, undated, unapplied, outstanding } of by(
          rows,
          anyBounds.sort((a, b) => a - b),
        ) ?? [])
          expect(buckets.reduce((all, { amount }) => all + amount, undated + unapplied) - outstanding).toBeCloseTo(0, 6);
      }),
      { numRuns: tries(60) },
    );
  });
});

describe('a period of one’s own choice', () => {
  const rows: Row[] = [
    settled(80_000, '2025-05-01', '2025-06-01', '2025-07-15'),
    { amount: 20_000, issued: '2025-05-01', due: '2025-07-31' },
    { amount: 5_000, issued: '2025-07-10', due: '2025-08-31' },
  ];
  const inPeriod = (of: readonly Row[], from: string, to: string) => {
    const ledger = ledgerOf(of);
    return periodFigures(ledger, assessedOn(ledger, day(to)), day(from));
  };
  it('80,000 in of 100,000: 80 %', () =>
    expect(inPeriod(rows, '2025-07-01', '2025-07-31')).toEqual([{ currency: 'EUR', recoveryRate: 0.8, collectionEffectiveness: 1 }]));
  it('its first day is in it, the day before is not', () => {
    expect(inPeriod(rows, '2025-07-15', '2025-07-31')[0]?.recoveryRate).toBe(0.8);
    expect(inPeriod(rows, '2025-07-16', '2025-07-31')[0]?.recoveryRate).toBe(0);
  });
  it('not available: nothing to recover, a reversed period, no invoice at all', () => {
    const none = { recoveryRate: null, collectionEffectiveness: null };
    expect(inPeriod(rows, '2025-01-01', '2025-02-01')).toEqual([{ currency: 'EUR', ...none }]);
    expect(inPeriod(rows, '2025-08-01', '2025-07-01')).toEqual([{ currency: 'EUR', ...none }]);
    expect(inPeriod([], '2025-07-01', '2025-07-31')).toEqual([]);
  });
  it('the last 90 days are the report’s own', () => {
    fc.assert(
      fc.property(anyRows, (some) => {
        const ledger = ledgerOf(some);
        const period = periodFigures(ledger, assessedOn(ledger, AS_OF), (AS_OF - 89) as CalendarDay);
        for (const { currency, recoveryRate, collectionEffectiveness } of kpisOf(some))
          expect(period).toContainEqual({ currency, recoveryRate, collectionEffectiveness });
      }),
      { numRuns: tries(60) },
    );
  });
});

describe('a trend of any length', () => {
  it('ends with the twelve months of the report', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 30 }), (rows, months) => {
        const ledger = ledgerOf(rows);
        const trends = dsoTrend(ledger, assessedOn(ledger, AS_OF), months);
        for (const { currency, history } of kpisOf(rows)) {
          const trend = trends.find((one) => one.currency === currency)?.months ?? [];
          expect(trend).toHaveLength(months);
          const shared = Math.min(months, 12);
          expect(trend.slice(-shared)).toEqual(
            history.slice(-shared).map(({ month, dso, bestPossibleDso }) => ({ month, dso, bestPossibleDso })),
          );
        }
      }),
      { numRuns: tries(40) },
    );
  });
});

describe('where there is nothing to say', () => {
  const nothing = Object.fromEntries(INDICATORS.map(({ id }) => [id, null]));
  it('no invoice: no figure at all', () => expect(kpisOf([])).toEqual([]));
  it('only credits: balances, and no rate', () => {
    const of = onlyKpis([{ amount: -100, issued: '2025-08-01' }]);
    expect(of).toMatchObject({ ...nothing, outstanding: -100, unapplied: -100, dsoCountBack: 0, dsoSplit: null });
  });
  it('receivables below zero, with sales: signed days, no share', () => {
    const of = onlyKpis([settled(100, '2025-08-01', '2025-09-01', '2025-09-01'), { amount: -40, issued: '2025-01-01' }]);
    expect(of).toMatchObject({
      outstanding: -40,
      dso: -36,
      overdueRate: null,
      disputeRate: null,
      dsoSplit: { bestPossible: 0, late: -36, disputed: 0 },
    });
    expect(of.workings.dso).toBe('(−40) / 100 × 90');
  });
  it('an unnamed currency stands for itself, and is never added to another', () => {
    const rows: Row[] = [sold(100, '2025-09-01', { currency: null }), sold(50, '2025-10-01', { currency: 'EUR' })];
    expect(kpisOf(rows).map(({ currency, outstanding, overdueRate }) => [currency, outstanding, overdueRate])).toEqual([
      [null, 100, 1],
      ['EUR', 50, 0],
    ]);
  });
  it('a formula pays for what it shows: DSO alone looks neither at payments nor at other dates', () => {
    const rows = ledgerOf([sold(100, '2025-09-01')]);
    const asked = new Set<string | symbol>();
    const get = (of: Ledger, key: keyof Ledger) => {
      asked.add(key);
      return of[key];
    };
    const [only] = tally(new Proxy(rows, { get } as ProxyHandler<Ledger>), assessedOn(rows, AS_OF), AS_OF);
    expect(only && dsoOver(only, 90)).toBe(90);
    expect(['paid', 'paidOn', 'rare', 'days', 'text'].filter((key) => asked.has(key))).toEqual([]);
    expect(only?.settlements.lateness.amount).toBe(10_000);
    expect(asked.has('paid')).toBe(true);
  });
});
