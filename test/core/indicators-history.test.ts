/** Twelve months of history: a worked year, and the law that every point is what the report of that day would have said. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDay, endOfMonth, isoOf } from '../../core/calendar.ts';
import { INDICATORS } from '../../core/indicators/index.ts';
import { milestoneAt, monthEnds, withOpenings } from '../../core/indicators/milestones.ts';
import type { Kpis, MonthFigures } from '../../core/report.ts';
import { tries } from '../thorough.ts';
import { AS_OF, anyRows, day, kpisOf, onlyKpis } from './indicators-rows.ts';
import { ledgerOf, type Row } from './ledger-of.ts';

const NOT_AVAILABLE = Object.fromEntries(INDICATORS.map(({ id }) => [id, null]));

/** What a month and a day have in common: all but the month's own sales and what is told of today only. */
function pointOf(of: MonthFigures | Kpis) {
  const { outstanding, overdue, notDue, aging, dsoSplit } = of;
  const { bestPossible, late, disputed } = dsoSplit ?? {};
  const figures = Object.fromEntries(INDICATORS.map(({ id }) => [id, of[id]]));
  return { outstanding, overdue, notDue, aging, split: [bestPossible, late, disputed], ...figures };
}

const noLine = { count: 0, amount: 0, share: null };
const NOTHING = {
  ...{ outstanding: 0, overdue: 0, notDue: 0, split: [undefined, undefined, undefined], ...NOT_AVAILABLE },
  aging: { 'not-due': noLine, '1-30': noLine, '31-60': noLine, '61-90': noLine, 'over-90': noLine },
};

describe('the milestones of a day', () => {
  it.each([
    [
      '2025-09-17',
      '2024-10-31 2024-11-30 2024-12-31 2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30 2025-07-31 2025-08-31 2025-09-17',
    ],
    [
      '2025-08-31',
      '2024-09-30 2024-10-31 2024-11-30 2024-12-31 2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30 2025-07-31 2025-08-31',
    ],
    [
      '2024-02-29',
      '2023-03-31 2023-04-30 2023-05-31 2023-06-30 2023-07-31 2023-08-31 2023-09-30 2023-10-31 2023-11-30 2023-12-31 2024-01-31 2024-02-29',
    ],
    [
      '2025-01-01',
      '2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31 2024-08-31 2024-09-30 2024-10-31 2024-11-30 2024-12-31 2025-01-01',
    ],
  ])('%s', (asOf, expected) => {
    expect(monthEnds(day(asOf)).map(isoOf).join(' ')).toBe(expected);
  });
  it('are ascending, end today, and every day finds the first one on or after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 40_000 }), fc.integer({ min: -800, max: 100 }), (asOf, by) => {
        const ends = monthEnds(asOf as CalendarDay);
        const milestones = withOpenings(ends);
        const { days } = milestones;
        expect([...days].sort((a, b) => a - b)).toEqual([...new Set(days)]);
        expect(days.at(-1)).toBe(asOf);
        expect(days).toEqual(expect.arrayContaining(ends.flatMap((end) => [end, end - 90, end - 365])));
        const at = days.findIndex((milestone) => milestone >= asOf + by);
        expect(milestoneAt(milestones, asOf + by)).toBe(at < 0 ? days.length : at);
      }),
      { numRuns: tries(300) },
    );
  });
});

describe('a worked year', () => {
  const rows: Row[] = [
    {
      amount: 1_000,
      issued: '2025-05-10',
      due: '2025-06-10',
      paid: [
        ['2025-07-31', 400],
        ['2025-08-01', 600],
      ],
    },
    { amount: 500, issued: '2025-07-31', due: '2025-08-31' },
    { amount: 300, issued: '2025-08-15', due: '2025-08-30', paid: [['2025-09-01', 350]] },
    { amount: -50, issued: '2025-08-20' },
    { amount: 900, issued: '2025-06-01', due: '2025-07-01', is: ['writtenOff'] },
  ];
  const { history } = onlyKpis(rows);
  const told = history.map(({ month, outstanding, overdue, sales }) => `${month} ${outstanding} ${overdue} ${sales}`);
  it('shows each month at its end, the current one today', () => {
    expect(told.slice(0, 7)).toEqual(
      ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04'].map((month) => `${month} 0 0 0`),
    );
    expect(told.slice(7)).toEqual([
      '2025-05 1000 0 1000',
      '2025-06 1000 1000 900',
      '2025-07 1100 600 500',
      '2025-08 750 300 250',
      '2025-09 400 500 0',
    ]);
  });
  it('has no rate where nothing was sold or owed', () => {
    expect(history[0]).toMatchObject({ outstanding: 0, overdue: 0, notDue: 0, sales: 0, dsoSplit: null, ...NOT_AVAILABLE });
    expect(history[7]).toMatchObject({ outstanding: 1_000, overdue: 0, notDue: 1_000, sales: 1_000, dso: 90, overdueRate: 0 });
    expect(history[7]).toMatchObject({ dsoSplit: { bestPossible: 90, late: 0, disputed: 0 } });
  });
  it('has the aging balance of each month', () => {
    const late = history.map(({ month, aging }) => `${month} ${aging['1-30'].amount} ${aging['31-60'].amount} ${aging['61-90'].amount}`);
    expect(late.slice(7)).toEqual(['2025-05 0 0 0', '2025-06 1000 0 0', '2025-07 0 600 0', '2025-08 300 0 0', '2025-09 500 0 0']);
  });
});

describe('laws', () => {
  it('every month is, in every figure, what the report of its last day would have said', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: -250, max: 60 }), (rows, by) => {
        const asOf = (AS_OF + by) as CalendarDay;
        for (const of of kpisOf(rows, asOf)) {
          for (const point of of.history) {
            const lastOn = Math.min(asOf, endOfMonth(day(`${point.month}-01`))) as CalendarDay;
            const then = kpisOf(rows, lastOn).find(({ currency }) => currency === of.currency);
            expect(pointOf(point)).toEqual(then === undefined ? NOTHING : pointOf(then));
          }
        }
      }),
      { numRuns: tries(60) },
    );
  });
  it('a month sells what was issued in it', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { issuedOn, amount } = ledgerOf(rows);
        for (const { currency, history } of kpisOf(rows)) {
          for (const { month, sales } of history) {
            let sold = 0;
            rows.forEach((row, i) => {
              const isNowhere = (row.is ?? []).some((flag) => ['draft', 'cancelled', 'error'].includes(flag));
              const issued = issuedOn[i] as CalendarDay;
              if (!isNowhere && row.currency === currency && row.issued != null && issued <= AS_OF && isoOf(issued).startsWith(month))
                sold += amount[i] as number;
            });
            expect(Math.round(sales * 100)).toBe(sold);
          }
        }
      }),
      { numRuns: tries(60) },
    );
  });
});
