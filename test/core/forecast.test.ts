// What money to expect: worked weeks first, then what must hold for any ledger, then the same weeks computed in another way.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, isoOf } from '../../core/calendar.ts';
import { awaitedInSheet } from '../../core/forecast/awaited.ts';
import { forecastError } from '../../core/forecast/error.ts';
import { type CurrencyForecast, firstWeek, forecast } from '../../core/forecast/forecast.ts';
import { WeekChances } from '../../core/forecast/range.ts';
import { perform } from '../../core/index.ts';
import type { ForecastWeek } from '../../core/report.ts';
import { type Study, study } from '../../core/study.ts';
import { sample } from '../golden/page-of.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { House } from './dunning/house.ts';
import { anyRows } from './indicators-rows.ts';
import { assessedOn, type Row as LedgerRow, ledgerOf } from './ledger-of.ts';
import { type Around, AT, day, type Row, reportOf, workbookOf } from './workbook-of.ts';

/** A Wednesday; its week began on 2025-09-15. */
const ASOF = '2025-09-17';
const iso = (from: string, days: number) => isoOf(addDays(day(from), days));

/** `week expected low–high` of the weeks that have something. */
function weeksOf(forecasts: readonly ForecastWeek[]): string[] {
  return forecasts
    .filter(({ expected, high }) => expected !== 0 || high !== 0)
    .map(({ week, expected, low, high }) => `${week} ${expected}${low === expected && high === expected ? '' : ` ${low}–${high}`}`);
}
const weeks = (rows: readonly Row[], around: Around = {}, asOf = ASOF) => weeksOf(reportOf(workbookOf(rows, around), asOf).forecast);
/** Settled invoices of a customer, so many days late, a year ago. */
const habit = (customer: string, ...daysLate: number[]): Row[] =>
  daysLate.map((late) => ({ customer, due: '2024-09-02', paidOn: iso('2024-09-02', late) }));

describe('the weeks', () => {
  it('are thirteen from the Monday on, one entry each; on a Sunday the coming one is the first', () => {
    const { forecast: shown, forecastDetail } = reportOf(workbookOf([{ due: '2025-10-01' }]), ASOF);
    expect([shown.length, shown[0]?.week, shown[12]?.week, shown[0]?.currency]).toEqual([13, '2025-09-15', '2025-12-08', null]);
    expect(forecastDetail).toEqual([
      { currency: null, forecastable: 1000, later: 0, excluded: [], excludedCount: 0, excludedTotal: 0, excludedWhy: [], error: null },
    ]);
    expect(isoOf(firstWeek(day('2025-09-21')))).toBe('2025-09-22');
  });
  it.each<[what: string, rows: Row[], weeks: string[]]>([
    ['nobody’s habits are known: the due date', [{ due: '2025-10-01' }], ['2025-09-29 1000']],
    ['beyond the horizon: no week', [{ due: '2026-01-15' }], []],
    ['due + its own median', [...habit('Dupont', 5, 20, 8), { due: '2025-10-01' }], ['2025-10-06 1000 0–1000', '2025-10-20 0 0–1000']],
    [
      'two settled are no habit: everybody’s median',
      [...habit('Durand', 10, 10, 10), ...habit('Dupont', 0, 0), { due: '2025-10-01' }],
      ['2025-09-29 0 0–1000', '2025-10-06 1000 0–1000'],
    ],
    ['a median before the due date', [...habit('Dupont', -9, -8, -8), { due: '2025-10-01' }], ['2025-09-22 1000']],
    [
      'past its usual day: spread over what such invoices took',
      [...habit('Dupont', 0, 0, 0, 0, 10, 17, 24, 24), { due: '2025-09-12', amount: 400 }],
      ['2025-09-22 100 0–400', '2025-09-29 100 0–400', '2025-10-06 200 0–400'],
    ],
    [
      'its own past knows nothing so late: everybody’s',
      [...habit('Dupont', 1, 1, 1), ...habit('Durand', 9, 9), { due: '2025-09-12', amount: 400 }],
      ['2025-09-15 400'],
    ],
    ['within the tolerance: nothing', [{ due: '2025-10-01', paid: 999.95, paidOn: '2025-09-01' }], []],
    ['partly paid: the rest', [{ due: '2025-10-01', paid: 600, paidOn: '2025-09-01' }], ['2025-09-29 400']],
    [
      'drafts, losses and cancelled ones: nothing',
      ['Draft', 'Written off', 'Cancelled'].map((status) => ({ due: '2025-10-01', status })),
      [],
    ],
    [
      'a credit is deducted from what falls due first',
      [{ due: '2025-10-01' }, { due: '2025-10-08' }, { due: '2025-09-01', amount: -300, kind: 'Credit note' }],
      ['2025-09-29 700', '2025-10-06 1000'],
    ],
    [
      'a credit of somebody else is not',
      [{ due: '2025-10-01' }, { customer: 'Durand', due: '2025-09-01', amount: -300, kind: 'Credit note' }],
      ['2025-09-29 1000'],
    ],
    [
      'promised: that day, whatever its habits',
      [...habit('Dupont', 30, 30, 30), { due: '2025-09-01', promiseOn: '2025-10-08' }],
      ['2025-10-06 1000'],
    ],
    ['promised yesterday, in its grace: tomorrow', [{ due: '2025-09-01', promiseOn: '2025-09-16' }], ['2025-09-15 1000']],
    [
      'a promised part; the rest by habit',
      [{ due: '2025-10-01', promiseOn: '2025-10-08', promised: 300 }],
      ['2025-09-29 700', '2025-10-06 300'],
    ],
    ['on hold: not before its end', [{ due: '2025-09-20', hold: '2025-10-08' }], ['2025-10-06 1000']],
    ['disputed in part: the rest', [{ due: '2025-10-01', status: 'Disputed', disputed: 300 }], ['2025-09-29 700']],
  ])('%s', (_, rows, expected) => expect(weeks(rows)).toEqual(expected));

  it.each<[why: string, row: Row]>([
    ['disputed', { due: '2025-10-01', status: 'Disputed' }],
    ['legal', { due: '2025-10-01', status: 'Legal' }],
    ['undated', { issued: '2025-09-01' }],
    ['no-experience', { due: '2025-05-01' }],
  ])('leaves out and names what is %s', (why, row) => {
    const { forecast: shown, forecastDetail } = reportOf(
      workbookOf(
        [{ due: '2025-10-01', ...row }, { due: '2025-10-08' }].map((of, n) =>
          n === 0 && why === 'undated' ? { issued: '2025-09-01', due: null } : of,
        ),
      ),
      ASOF,
    );
    expect(weeksOf(shown)).toEqual(['2025-10-06 1000']);
    const [{ excluded, excludedWhy, ...sums } = { excluded: [], excludedWhy: [] }] = forecastDetail;
    expect(excluded.map(({ customer, number, open, why: said }) => [customer, number, open, said])).toEqual([['Dupont', 'F1', 1000, why]]);
    expect(excluded[0]?.message).not.toBe('');
    expect(excludedWhy.map(({ open, why: said }) => [open, said])).toEqual([[1000, why]]);
    expect(sums).toEqual({ currency: null, forecastable: 1000, later: 0, excludedCount: 1, excludedTotal: 1000, error: null });
  });

  it('follows promises, plans and disputes told in a click', () => {
    const house = new House([
      { due: '2025-09-01' },
      { due: '2025-09-02' },
      { due: '2025-09-03', customer: 'Durand', amount: 900 },
      { due: '2025-09-04', customer: 'Moreau' },
    ]);
    house.does({ kind: 'promise', customer: 'Dupont', until: '2025-10-01', amount: 1500 }, ASOF);
    house.does(
      {
        kind: 'plan',
        customer: 'Durand',
        instalments: [
          { on: '2025-10-06', amount: 400 },
          { on: '2025-11-03', amount: 500 },
        ],
      },
      ASOF,
    );
    house.does({ kind: 'dispute', customer: 'Moreau', category: 'price', until: '2025-10-10' }, ASOF);
    const report = house.does({ kind: 'open' }, ASOF).report;
    expect(weeksOf(report?.forecast ?? [])).toEqual(['2025-09-29 1500', '2025-10-06 1400', '2025-11-03 500']);
    expect(report?.forecastDetail[0]?.excluded.map(({ number, open, why }) => [number, open, why])).toEqual([['F2', 500, 'no-experience']]);
    const late = house.does({ kind: 'open' }, '2025-10-11').report;
    expect(late?.forecastDetail[0]?.excluded.map(({ number, why }) => `${number} ${why}`)).toContain('F4 dispute-overdue');
  });
  it('keeps currencies apart', () => {
    const { forecast: shown } = reportOf(
      workbookOf([
        { due: '2025-10-01', currency: 'EUR' },
        { due: '2025-10-01', currency: 'GBP', amount: 50 },
      ]),
      ASOF,
    );
    expect(shown.filter(({ expected }) => expected > 0).map(({ currency, expected }) => [currency, expected])).toEqual([
      ['EUR', 1000],
      ['GBP', 50],
    ]);
  });
  it('shows planned disbursements beside, by their days', () => {
    const settings = (...lines: [string, string | number][]) => ({ tabs: { Settings: [['Key', 'Value'], ...lines] } });
    const planned = (around: Around) =>
      reportOf(workbookOf([{ due: '2025-10-01', currency: 'EUR' }], around), ASOF)
        .forecast.filter((week) => (week.planned ?? 0) > 0)
        .map(({ week, planned: sum }) => `${week} ${sum}`);
    expect(
      planned(settings(['Disbursement 2025-10-15', 1200], ['Disbursement 25/09/2025 (rent)', '1,50'], ['Décaissement le 2025-10-15', 300])),
    ).toEqual(['2025-09-22 1.5', '2025-10-13 1500']);
    expect(planned(settings(['Monthly disbursement 31 (wages)', '8 000,00 €']))).toEqual([
      '2025-09-29 8000',
      '2025-10-27 8000',
      '2025-11-24 8000',
    ]);
    expect(planned(settings(['Décaissement mensuel 16', 10])).slice(0, 1)).toEqual(['2025-10-13 10']);
    expect(planned(settings(['Weekly disbursement', 10])).length).toBe(13);
    expect(planned(settings(['Disbursement 2025-10-15', '$ 99']))).toEqual([]);
    expect(reportOf(workbookOf([{ due: '2025-10-01' }]), ASOF).forecast.every((week) => week.planned === undefined)).toBe(true);
  });
  it.each<[key: string, value: string, trouble: RegExp]>([
    ['Disbursement', '100', /the date is missing/],
    ['Disbursement soon', '100', /this is no date/],
    ['Disbursement 2025-02-30', '100', /there is no such day/],
    ['Monthly disbursement 32', '100', /too small or too large/],
    ['Monthly disbursement 5', '-100', /too small or too large/],
    ['Monthly disbursement 5', 'much', /this is no number/],
  ])('says what is wrong with %s = %s', (key, value, trouble) => {
    const { problems, forecast: shown } = reportOf(
      workbookOf([{ due: '2025-10-01' }], {
        tabs: {
          Settings: [
            ['Key', 'Value'],
            [key, value],
          ],
        },
      }),
      ASOF,
    );
    expect(problems.map(({ sheet, row, message }) => `${sheet} ${row} ${message}`)).toEqual([expect.stringMatching(trouble)]);
    expect(shown.every(({ planned }) => planned === undefined)).toBe(true);
  });
});

describe('the range of a week', () => {
  const range = (...chances: [minor: number, chance: number][]) => {
    const week = new WeekChances();
    for (const [minor, chance] of chances) week.add(minor, chance);
    return [week.quantile(0.1), week.quantile(0.9)].map(Math.round);
  };
  it.each<[what: string, chances: [number, number][], low: number, high: number]>([
    ['nothing', [], 0, 0],
    ['certain', [[500, 1]], 500, 500],
    ['even odds', [[500, 0.5]], 0, 500],
    ['nineteen in twenty', [[500, 0.95]], 500, 500],
    ['one in twenty', [[500, 0.05]], 0, 0],
    [
      'certain and even odds',
      [
        [100, 1],
        [500, 0.5],
      ],
      100,
      600,
    ],
    [
      'two of even odds',
      [
        [500, 0.5],
        [300, 0.5],
      ],
      0,
      800,
    ],
    [
      'three small ones',
      [
        [1, 0.5],
        [2, 0.5],
        [4, 0.5],
      ],
      0,
      7,
    ],
  ])('%s', (_, chances, low, high) => expect(range(...chances)).toEqual([low, high]));
  it('is near the percentiles of the binomial distribution for many', () => {
    // 100 of 1 000 each at 0.3: 24 and 36 of them.
    const [low, high] = range(...Array.from({ length: 100 }, (): [number, number] => [1000, 0.3])) as [number, number];
    expect(Math.abs(low - 24_000)).toBeLessThan(600);
    expect(Math.abs(high - 36_000)).toBeLessThan(600);
  });
});

describe('for any ledger', () => {
  const asOf = day(ASOF);
  const of = (rows: readonly LedgerRow[], weeksAhead = 13) => {
    const ledger = ledgerOf(rows);
    const assessment = assessedOn(ledger, asOf);
    return { ledger, assessment, forecasts: forecast(ledger, assessment, { weeks: weeksAhead }) };
  };
  it('adds up: weeks and later are what is forecastable; with what is excluded and the credits taken off, they are all that is open', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { ledger, assessment, forecasts } = of(rows, 200);
        forecasts.forEach(({ weeks: shown, forecastable, later, excluded }, c) => {
          expect(later).toBe(0);
          expect(shown.reduce((sum, { expected }) => sum + expected, 0)).toBe(forecastable);
          let open = 0;
          let credits = 0;
          for (let i = 0; i < ledger.size; i++) {
            const out = (rows[i]?.is ?? []).some((is) => ['draft', 'cancelled', 'error', 'writtenOff'].includes(is));
            if (ledger.currency[i] !== c || assessment.exists[i] === 0 || out) continue;
            const left = assessment.open[i] as number;
            if (left < 0) credits -= left;
            else if (left > 10 || (rows[i]?.amount ?? 0) < 0) open += left;
          }
          const told = forecastable + excluded.reduce((sum, { minor }) => sum + minor, 0);
          expect(told).toBeLessThanOrEqual(open);
          expect(told).toBeGreaterThanOrEqual(open - credits);
        });
      }),
      { numRuns: tries(200) },
    );
  });
  it('is finite, never negative, and within its range', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { weeks: shown, later } of of(rows).forecasts) {
          for (const { expected, low, high } of shown) {
            expect([expected, low, high].every((sum) => Number.isInteger(sum) && sum >= 0)).toBe(true);
            expect(low).toBeLessThanOrEqual(expected);
            expect(expected).toBeLessThanOrEqual(high);
          }
          expect(later).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: tries(200) },
    );
  });
  it('does not change when every date moves by a week', () => {
    const moved = (rows: readonly LedgerRow[]): LedgerRow[] => {
      const later = (on: LedgerRow['due']) => (typeof on === 'number' ? addDays(on, 7) : null);
      return rows.map((row) => ({
        ...row,
        issued: later(row.issued),
        due: later(row.due),
        paid: (row.paid ?? []).map(([on, sum]) => [later(on), sum] as const),
        credits: (row.credits ?? []).map(([on, sum]) => [later(on), sum] as const),
      }));
    };
    fc.assert(
      fc.property(anyRows, (rows) => {
        const ledger = ledgerOf(moved(rows));
        const sums = (forecasts: readonly CurrencyForecast[]) =>
          forecasts.map(({ weeks: shown }) => shown.map(({ expected, low, high }) => [expected, low, high]));
        expect(sums(forecast(ledger, assessedOn(ledger, addDays(asOf, 7))))).toEqual(sums(of(rows).forecasts));
      }),
      { numRuns: tries(60) },
    );
  });
  it('survives an empty ledger', () => expect(of([]).forecasts).toEqual([]));
});

// ── The year sample, in another way ─────────────────────────────────────────────────────────────────────────────────────────────────────

function yearOn(asOf: string): Study {
  const studied = study(sample('invoices-morel-workshop.xlsx'), day(asOf), {});
  if ('refusal' in studied) throw new Error('refused');
  return studied;
}
/** What a person with a pencil would expect, from the invoices of the report: no promises, plans, disputes. */
function byPencil(asOf: string, horizon: number): number[] {
  const on = day(asOf);
  const { invoices } = new MemoryHost(sample('invoices-morel-workshop.xlsx')).run(perform({ kind: 'open', at: AT }, on)).report ?? {
    invoices: [],
  };
  const dated = invoices.filter(
    ({ kind, dueOn, status }) => kind === 'invoice' && dueOn !== null && !['draft', 'cancelled', 'written-off'].includes(status),
  );
  const done = dated.filter(({ status, daysLate, paidOn }) => status === 'paid' && daysLate !== null && paidOn !== null);
  const delays = (customer: string | null) =>
    done
      .filter((of) => customer === null || (of.customer === customer && customer !== ''))
      .map(({ daysLate }) => daysLate as number)
      .sort((a, b) => a - b);
  const median = (list: number[]) =>
    list.length === 0
      ? 0
      : list.length % 2 === 1
        ? (list[(list.length - 1) / 2] as number)
        : Math.ceil(((list[list.length / 2 - 1] as number) + (list[list.length / 2] as number)) / 2);
  const sums = Array.from({ length: horizon }, () => 0);
  const monday = firstWeek(on);
  const put = (to: number, sum: number) => {
    const week = Math.floor((to - monday) / 7);
    if (week < horizon) sums[week] = (sums[week] as number) + sum;
  };
  const credits = new Map<string, number>();
  for (const { customer, open } of invoices)
    if ((open ?? 0) < 0 && customer !== '') credits.set(customer, (credits.get(customer) ?? 0) - (open ?? 0) * 100);
  for (const { customer, dueOn, open, status } of [...dated].sort((a, b) => ((a.dueOn as string) < (b.dueOn as string) ? -1 : 1))) {
    if (status === 'paid' || open === null || open <= 0) continue;
    const due = day(dueOn as string);
    const own = delays(customer);
    const waited = on - due;
    const to = due + median(own.length < 3 ? delays(null) : own);
    const longer = (list: number[]) => list.filter((late) => late > waited);
    const waits = longer(own).length >= 3 ? longer(own) : longer(delays(null));
    if (to <= on && waits.length === 0) continue;
    const credit = Math.min(credits.get(customer) ?? 0, open * 100);
    if (credit > 0) credits.set(customer, (credits.get(customer) ?? 0) - credit);
    const owed = open * 100 - credit;
    if (to > on) put(to, owed);
    else for (const wait of waits) put(due + wait, owed / waits.length);
  }
  return sums;
}

describe('a year of invoices', () => {
  it.each(['2025-12-31', '2026-03-16'])('is expected as a pencil finds it, as of %s', (asOf) => {
    const { ledger, chased } = yearOn(asOf);
    const [euros] = forecast(ledger, chased.assessment, { paths: new Map() });
    const pencilled = byPencil(asOf, 13);
    expect((euros?.forecastable ?? 0) > 1_000_000).toBe(true);
    euros?.weeks.forEach(({ expected }, w) => {
      expect(Math.abs(expected - (pencilled[w] as number))).toBeLessThanOrEqual(1.01);
    });
  });
  it('tells its own error, as six forecasts made then would have been off', () => {
    const asOf = day('2026-03-16');
    const { ledger, chased } = yearOn('2026-03-16');
    const { told: _, ...assessment } = chased.assessment;
    const [error] = forecastError(ledger, assessment);
    let wrong = 0;
    let came = 0;
    [26, 22, 18, 13, 9, 4, 0].forEach((back, n, all) => {
      if (back === 0) return;
      const sunday = addDays(firstWeek(asOf), -7 * back - 1);
      const then = assessedOn(ledger, sunday);
      const horizon = back - (all[n + 1] as number);
      const [euros] = forecast(ledger, then, { weeks: horizon, paths: new Map() });
      euros?.weeks.forEach(({ week, expected }) => {
        let actual = 0;
        for (let i = 0; i < ledger.size; i++) {
          if ((ledger.issuedOn[i] as number) > sunday || (ledger.flags[i] as number) & (1 | 2 | 4 | 8 | 64)) continue;
          const single = { paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number };
          for (const { paidOn, minor } of ledger.rare.get(i)?.payments ?? [single])
            if (paidOn >= week && paidOn < week + 7) actual += minor;
        }
        wrong += Math.abs(expected - actual);
        came += actual;
      });
    });
    expect(error).toBeCloseTo(wrong / came, 3);
    expect(error as number).toBeGreaterThan(0);
    expect(error as number).toBeLessThan(1);
  });
  it('has no error without a past', () => {
    const ledger = ledgerOf([{ amount: 100, due: '2025-10-01' }]);
    expect(forecastError(ledger, assessedOn(ledger, day(ASOF)))).toEqual([null]);
  });
  it('reads promises and disputes from the sheet where there is no journal', () => {
    const ledger = ledgerOf([
      { amount: 100, due: '2025-10-01', is: ['disputed'] },
      { amount: 100, due: '2025-10-01', is: ['legal'] },
    ]);
    const paths = awaitedInSheet(ledger, assessedOn(ledger, day(ASOF)));
    expect([...paths].map(([i, { isLegal, disputed }]) => [i, isLegal, disputed?.minor ?? 0])).toEqual([
      [0, false, Number.POSITIVE_INFINITY],
      [1, true, 0],
    ]);
  });
});
