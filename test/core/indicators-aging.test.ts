/** The aging balance: what counts, in which bucket, and that it always adds up. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '../../core/calendar.ts';
import { kpis } from '../../core/indicators/index.ts';
import type { Kpis } from '../../core/report.ts';
import { BUCKETS } from '../../core/types.ts';
import { tries } from '../thorough.ts';
import { AS_OF, anyRows, kpisOf, onlyKpis } from './indicators-rows.ts';
import { assessedOn, ledgerOf, type Row } from './ledger-of.ts';

/** `outstanding | 1-30:50 | undated:… | unapplied:…`: what is not 0. */
function told(of: Kpis | undefined): string {
  if (!of) return 'nothing';
  const buckets = BUCKETS.filter((bucket) => of.aging[bucket].count > 0).map((bucket) => `${bucket}:${of.aging[bucket].amount}`);
  const rest = (['undated', 'unapplied'] as const).filter((line) => of[line] !== 0).map((line) => `${line}:${of[line]}`);
  return [of.outstanding, ...buckets, ...rest].join(' ');
}

describe('one invoice at 17 September 2025, issued 1 June', () => {
  const base: Row = { amount: 100, issued: '2025-06-01' };
  it.each<[string, Row, string]>([
    ['due today is not late', { ...base, due: '2025-09-17' }, '100 not-due:100'],
    ['one day late', { ...base, due: '2025-09-16' }, '100 1-30:100'],
    ['30 days belong below', { ...base, due: '2025-08-18' }, '100 1-30:100'],
    ['31 days', { ...base, due: '2025-08-17' }, '100 31-60:100'],
    ['60 days belong below', { ...base, due: '2025-07-19' }, '100 31-60:100'],
    ['61 days', { ...base, due: '2025-07-18' }, '100 61-90:100'],
    ['90 days belong below', { ...base, due: '2025-06-19' }, '100 61-90:100'],
    ['91 days', { ...base, due: '2025-06-18' }, '100 over-90:100'],
    ['no due date', base, '100 undated:100'],
    ['partly paid', { ...base, due: '2025-09-16', paid: [['2025-09-17', 40]] }, '60 1-30:60'],
    ['paid tomorrow', { ...base, due: '2025-09-16', paid: [['2025-09-18', 100]] }, '100 1-30:100'],
    ['paid without a date', { ...base, due: '2025-09-16', paid: [[null, 100]] }, '0'],
    ['the cents left stay in the totals', { ...base, due: '2025-09-16', paid: [['2025-09-10', 99.95]] }, '0.05 1-30:0.05'],
    ['overpaid', { ...base, due: '2025-09-16', paid: [['2025-09-10', 130]] }, '-30 unapplied:-30'],
    ['credited in part', { ...base, due: '2025-09-16', credits: [['2025-07-01', 30]] }, '70 1-30:70'],
    ['a credit note', { ...base, amount: -100, due: '2025-07-01' }, '-100 unapplied:-100'],
    [
      'a credit note refunded beyond its amount',
      { ...base, amount: -100, due: '2025-07-01', paid: [['2025-07-02', -120]] },
      '20 undated:20',
    ],
    ['disputed is still owed', { ...base, due: '2025-09-16', is: ['disputed'] }, '100 1-30:100'],
    ['held is still owed', { ...base, due: '2025-09-16', is: ['held'] }, '100 1-30:100'],
    ['with the lawyer is still owed', { ...base, due: '2025-09-16', is: ['legal'] }, '100 1-30:100'],
    ['written off is not', { ...base, due: '2025-09-16', is: ['writtenOff'] }, '0'],
    ['a draft counts nowhere', { ...base, due: '2025-09-16', is: ['draft'] }, 'nothing'],
    ['a cancelled one counts nowhere', { ...base, due: '2025-09-16', is: ['cancelled'] }, 'nothing'],
    ['an unreadable amount is out of sums', { ...base, due: '2025-09-16', is: ['error'] }, 'nothing'],
    ['issued tomorrow: not yet there', { ...base, issued: '2025-09-18', due: '2025-10-18' }, 'nothing'],
    ['no issue date: there on every day', { amount: 100, due: '2025-09-16' }, '100 1-30:100'],
  ])('%s', (_, row, expected) => expect(told(kpisOf([row])[0])).toBe(expected));
});

describe('a balance', () => {
  it('tells counts, amounts and shares of the buckets', () => {
    const of = onlyKpis([
      { amount: 300, issued: '2025-08-01', due: '2025-10-01' },
      { amount: 100, issued: '2025-08-01', due: '2025-09-01' },
      { amount: 100, issued: '2025-08-01', due: '2025-09-02' },
      { amount: -50, issued: '2025-08-01' },
    ]);
    expect(of.aging['not-due']).toEqual({ count: 1, amount: 300, share: 0.6 });
    expect(of.aging['1-30']).toEqual({ count: 2, amount: 200, share: 0.4 });
    expect(of.aging['over-90']).toEqual({ count: 0, amount: 0, share: 0 });
    expect(of).toMatchObject({ outstanding: 450, overdue: 200, notDue: 300, undated: 0, unapplied: -50 });
  });
  it('has no shares when nothing is in a bucket', () => {
    expect(onlyKpis([{ amount: -50, issued: '2025-08-01' }]).aging['1-30']).toEqual({ count: 0, amount: 0, share: null });
  });
  it('never mixes currencies, and keeps the minor unit of each', () => {
    const rows: Row[] = [
      { amount: 0.1, issued: '2025-09-01', due: '2025-09-30', currency: 'EUR' },
      { amount: 1500, issued: '2025-09-01', due: '2025-09-30', currency: 'JPY' },
      { amount: 0.2, issued: '2025-09-01', due: '2025-09-30', currency: 'EUR' },
      { amount: 1.234, issued: '2025-09-01', due: '2025-09-30', currency: 'TND' },
      { amount: 7, issued: '2025-09-01', due: '2025-09-30', currency: 'CHF', is: ['draft'] },
    ];
    expect(kpisOf(rows).map((of) => [of.currency, of.outstanding])).toEqual([
      ['EUR', 0.3],
      ['JPY', 1500],
      ['TND', 1.234],
    ]);
  });
  it('is empty for an empty ledger', () => expect(kpisOf([])).toEqual([]));
});

describe('laws', () => {
  it('outstanding = buckets + undated + unapplied; overdue = the late buckets', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const of of kpisOf(rows)) {
          const cents = (decimal: number) => Math.round(decimal * 100);
          const [notDue, ...late] = BUCKETS.map((bucket) => cents(of.aging[bucket].amount)) as [number, ...number[]];
          const overdue = late.reduce((sum, amount) => sum + amount, 0);
          expect(cents(of.notDue)).toBe(notDue);
          expect(cents(of.overdue)).toBe(overdue);
          expect(cents(of.outstanding)).toBe(notDue + overdue + cents(of.undated) + cents(of.unapplied));
          expect(of.undated).toBeGreaterThanOrEqual(0);
          expect(of.unapplied).toBeLessThanOrEqual(0);
          const shares = BUCKETS.map((bucket) => of.aging[bucket].share);
          if (notDue + overdue > 0) expect(shares.reduce<number>((sum, share) => sum + (share as number), 0)).toBeCloseTo(1, 9);
          else expect(shares).toEqual([null, null, null, null, null]);
        }
      }),
      { numRuns: tries(150) },
    );
  });
  it('outstanding is what the rows that count still owe, row by row', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const ledger = ledgerOf(rows);
        const { exists, open } = assessedOn(ledger, AS_OF);
        for (const of of kpisOf(rows)) {
          let owed = 0;
          let late = 0;
          rows.forEach((row, i) => {
            const isGone = (row.is ?? []).some((flag) => ['draft', 'cancelled', 'error', 'writtenOff'].includes(flag));
            if (isGone || exists[i] === 0 || (row.currency ?? 'EUR') !== of.currency) return;
            const left = open[i] as number;
            owed += left;
            if (left > 0 && row.amount >= 0 && row.due != null && (row.due as CalendarDay) < AS_OF) late += left;
          });
          expect([Math.round(of.outstanding * 100), Math.round(of.overdue * 100)]).toEqual([owed, late]);
        }
      }),
      { numRuns: tries(150) },
    );
  });
  it('each currency gets the figures its invoices have alone, in whatever order they are listed', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const of of kpisOf(rows)) expect(kpisOf(rows.filter((row) => row.currency === of.currency).reverse())).toEqual([of]);
      }),
      { numRuns: tries(60) },
    );
  });
  it('moving every date by a week moves no figure that knows no months', () => {
    const withoutMonths = ({ history, dsoCountBack, dsoCountBackMoreThan, workings, ...rest }: Kpis) => rest;
    fc.assert(
      fc.property(anyRows, fc.integer({ min: -900, max: 900 }), (rows, by) => {
        const move = (at: Row['due']) => (at == null ? null : (((at as CalendarDay) + by) as CalendarDay));
        const moved = rows.map(
          (row): Row => ({
            ...row,
            issued: move(row.issued),
            due: move(row.due),
            serviceOn: move(row.serviceOn),
            sentOn: move(row.sentOn),
            paid: (row.paid ?? []).map(([on, amount]) => [move(on), amount]),
            credits: (row.credits ?? []).map(([on, amount]) => [move(on), amount]),
          }),
        );
        const ledger = ledgerOf(moved);
        const later = (AS_OF + by) as CalendarDay;
        expect(kpis(ledger, assessedOn(ledger, later), later, 'en').map(withoutMonths)).toEqual(kpisOf(rows).map(withoutMonths));
      }),
      { numRuns: tries(60) },
    );
  });
  it('no figure is ever NaN, infinite or -0', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const odd: unknown[] = [];
        const walk = (value: unknown): void => {
          if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) odd.push(value);
          else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) walk(part);
        };
        walk(kpisOf(rows));
        expect(odd).toEqual([]);
      }),
      { numRuns: tries(100) },
    );
  });
});
