/** What a late debt has earned, to the cent, and what was published wrong elsewhere. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, dayFromIso, isoOf, NO_DAY } from '../../core/calendar.ts';
import { interestMinor, interestOn, interestRule, type LateDebt, restsOnStaleRate } from '../../core/law/interest.ts';
import { correctedRates, defaultRegime, halfYearOf, RATES, yearlyRate } from '../../core/law/rates.ts';
import { recoveryFee } from '../../core/law/recovery-fee.ts';
import type { Regime } from '../../core/settings.ts';
import { tries } from '../thorough.ts';

const day = (iso: string) => dayFromIso(iso) as CalendarDay;
const cents = (amount: number) => Math.round(amount * 100);

function debt(amount: number, dueOn: string, until: string, regime: Regime = 'FR', more: Partial<LateDebt> = {}): LateDebt {
  return { amountMinor: cents(amount), dueOn: day(dueOn), until: day(until), regime, ...more };
}

describe('worked figures', () => {
  it.each<[string, LateDebt, number, number[], number]>([
    ['30 days at 15 % by contract', debt(15_000, '2025-03-01', '2025-03-31', 'FR', { contractRate: 0.15 }), 184.93, [30], 15],
    ['12.15 %', debt(1_200, '2025-09-12', '2025-10-12'), 11.98, [30], 12.15],
    ['14.25 %: the rate of 1 July holds all half-year', debt(10_000, '2024-09-30', '2024-10-30'), 117.12, [30], 14.25],
    ['over a new year', debt(5_000, '2023-12-15', '2024-02-29'), 149.86, [16, 60], 14],
    ['10 % although the ECB moved on 27 July', debt(2_500, '2022-06-30', '2022-12-31'), 126.03, [184], 10],
    ['a leap year is still divided by 365; rounded once', debt(15_000, '2024-01-01', '2024-12-31'), 2156.1, [181, 184], 14.5],
    ['exact sum, not the sum of rounded lines', debt(10_000, '2026-04-30', '2026-09-03'), 423.88, [61, 65], 12.15],
    ['three half-years', debt(6_000, '2025-11-30', '2026-11-21'), 716.94, [31, 181, 144], 12.15],
    ['two half-years', debt(12_000, '2025-05-31', '2025-08-15'), 313.45, [30, 46], 13.15],
    ['UK, one rate for the whole debt', debt(5_000, '2025-10-01', '2026-01-10', 'UK'), 169.49, [101], 12.25],
    ['the small table, client A', debt(1_850, '2025-09-10', '2025-09-14'), 2.46, [4], 12.15],
    ['the small table, client B', debt(3_200, '2025-09-12', '2025-09-17'), 5.33, [5], 12.15],
    ['the small table, client C', debt(980, '2025-09-16', '2025-09-17'), 0.33, [1], 12.15],
    ['public buyer: rate of the half-year it began in, +8', debt(10_000, '2025-05-31', '2025-08-15', 'FR-PUBLIC'), 232.16, [76], 11.15],
    ['EU: +8, split', debt(10_000, '2025-05-31', '2025-08-15', 'EU'), 219.56, [30, 46], 11.15],
    ['Germany: base + 9, split', debt(10_000, '2025-05-31', '2025-08-15', 'DE'), 222.06, [30, 46], 11.27],
    ['1,000 at 8.5 %, 50 days: exact, not 23p a day', debt(1_000, '2016-02-01', '2016-03-22', 'UK'), 11.64, [50], 8.5],
    [
      'a contract rate finer than a hundredth of a percent',
      debt(100_000, '2025-01-01', '2026-01-01', 'FR', { contractRate: 0.054755 }),
      5475.5,
      [365],
      5.4755,
    ],
    ['a contract rate of nothing', debt(1_000, '2025-01-01', '2025-01-31', 'FR', { contractRate: 0 }), 0, [30], 0],
    ['half a cent is a cent', debt(10, '2025-01-01', '2025-01-02', 'FR', { contractRate: 0.1825 }), 0.01, [1], 18.25],
    ['a hair under half a cent is none', debt(9.99, '2025-01-01', '2025-01-02', 'FR', { contractRate: 0.1825 }), 0, [1], 18.25],
    ['nothing owed earns nothing', debt(0, '2025-01-01', '2025-01-31'), 0, [], 0],
    ['a contract rate where no law gives one', debt(1_000, '2025-01-01', '2025-01-31', 'none', { contractRate: 0.1825 }), 15, [30], 18.25],
  ])('%s', (_, late, expected, days, firstPercent) => {
    const interest = interestOn(late);
    expect(interest?.minor).toBe(cents(expected));
    expect(interest?.segments.map((segment) => segment.days)).toEqual(days);
    expect(interest?.segments[0]?.ratePercent ?? 0).toBeCloseTo(firstPercent, 10);
    expect(interest?.stale).toBe(false);
  });

  it('shows its account line by line', () => {
    const lines = interestOn(debt(10_000, '2026-04-30', '2026-09-03'))?.segments.map(
      (line) => `${isoOf(line.from)} ${isoOf(line.to)} ${line.days} ${line.baseMinor} ${line.ratePercent} ${(line.exact / 100).toFixed(4)}`,
    );
    expect(lines).toEqual(['2026-05-01 2026-06-30 61 1000000 12.15 203.0548', '2026-07-01 2026-09-03 65 1000000 12.4 220.8219']);
  });

  it.each<[string, LateDebt, number]>([
    ['a rate of mid-half-year (13.65)', debt(10_000, '2024-09-30', '2024-10-30'), 112.19],
    ['legal interest + 10 (15.07)', debt(10_000, '2024-01-31', '2024-03-01'), 123.86],
    ['one rate over two half-years', debt(5_000, '2023-12-15', '2024-02-29'), 145.75],
    ['one rate over three', debt(6_000, '2025-11-30', '2026-11-21'), 711.02],
    ['each line rounded', debt(15_000, '2024-01-01', '2024-12-31'), 2156.09],
    ['each line rounded', debt(10_000, '2026-04-30', '2026-09-03'), 423.87],
    ['the UK day rounded to a penny', debt(1_000, '2016-02-01', '2016-03-22', 'UK'), 11.5],
  ])('is not the published error: %s', (_, late, wrong) => expect(interestOn(late)?.minor).not.toBe(cents(wrong)));
});

describe('when interest begins, stops, and is not owed', () => {
  it('nothing on or before the due date', () => {
    for (const until of ['2025-05-01', '2025-09-12']) {
      expect(interestOn(debt(1_200, '2025-09-12', until))).toEqual({ minor: 0, segments: [], stale: false });
    }
    expect(interestOn(debt(1_200, '2008-05-01', '2008-05-01'))?.minor).toBe(0);
    expect(interestOn(debt(1_200, '2027-03-01', '2027-03-01'))?.stale).toBe(false);
  });

  // At 12.15 %, thirty days: products beyond what a double holds, where a float would be a cent off.
  it.each([
    [999_999_999_999_548, 9_986_301_369_858],
    [999_999_999_998_046, 9_986_301_369_844],
  ])('the largest sums are exact too: %i cents earn %i', (amountMinor, minor) => {
    expect(interestOn({ ...debt(0, '2025-09-12', '2025-10-12'), amountMinor })?.minor).toBe(minor);
  });

  it.each([
    [999_999_999_999_749, 9_986_301_369_861],
    [999_999_999_996_144, 9_986_301_369_824],
  ])('and after a payment of one cent on the tenth day: %i cents earn %i', (amountMinor, minor) => {
    const payments = [{ paidOn: day('2025-09-22'), minor: 1 }];
    expect(interestOn({ ...debt(0, '2025-09-12', '2025-10-12'), amountMinor, payments })?.minor).toBe(minor);
  });

  it.each<[string, LateDebt]>([
    ['consumers', debt(1_000, '2025-01-01', '2025-06-01', 'CONSUMER')],
    ['consumers, whatever the house’s contract rate', debt(1_000, '2025-01-01', '2025-06-01', 'CONSUMER', { contractRate: 0.1 })],
    ['no regime', debt(1_000, '2025-01-01', '2025-06-01', 'none')],
    ['before the table', debt(1_000, '2008-12-30', '2009-06-01')],
    ['before the directive', debt(1_000, '2013-06-29', '2014-06-01', 'EU')],
    ['an amount that is out of sums', debt(Number.NaN, '2025-01-01', '2025-06-01')],
    ['a credit note', debt(-100, '2025-01-01', '2025-06-01')],
    ['a contract rate below nothing', debt(1_000, '2025-01-01', '2025-06-01', 'FR', { contractRate: -0.1 })],
    ['a contract rate of ten thousand percent', debt(1_000, '2025-01-01', '2025-06-01', 'FR', { contractRate: 100 })],
  ])('null for %s', (_, late) => expect(interestOn(late)).toBeNull());

  it('the day after the due date decides the half-year of a single rate', () => {
    expect(interestOn(debt(1_000, '2025-06-30', '2025-07-31', 'UK'))?.segments[0]?.ratePercent).toBe(12.25);
    expect(interestOn(debt(1_000, '2025-06-29', '2025-07-31', 'UK'))?.segments[0]?.ratePercent).toBe(12.75);
    expect(interestOn(debt(1_000, '2025-06-30', '2025-07-31', 'FR-PUBLIC'))?.segments[0]?.ratePercent).toBe(10.15);
  });
});

describe('part payments', () => {
  const paid = (iso: string, amount: number) => ({ paidOn: day(iso), minor: cents(amount) });
  const lines = (late: LateDebt) => interestOn(late)?.segments.map(({ to, days, baseMinor }) => `${isoOf(to)} ${days} ${baseMinor / 100}`);

  it('lower the base from the day after they came', () => {
    const late = debt(10_000, '2025-07-31', '2025-09-29', 'FR', { payments: [paid('2025-08-30', 4_000)] });
    expect(lines(late)).toEqual(['2025-08-30 30 10000', '2025-09-29 30 6000']);
    expect(interestOn(late)?.minor).toBe(cents(159.78));
  });

  it('count from the start when early or undated, not at all when yet to come, and in any order', () => {
    const payments = [
      paid('2025-10-15', 500),
      paid('2025-08-10', 1_000),
      { paidOn: NO_DAY, minor: cents(2_000) },
      paid('2025-07-01', 3_000),
    ];
    expect(lines(debt(10_000, '2025-07-31', '2025-08-20', 'FR', { payments }))).toEqual(['2025-08-10 10 5000', '2025-08-20 10 4000']);
  });

  it('leave nothing to earn interest once the debt is covered', () => {
    expect(lines(debt(100, '2025-07-31', '2025-12-31', 'FR', { payments: [paid('2025-08-10', 150)] }))).toEqual(['2025-08-10 10 100']);
    expect(interestOn(debt(100, '2025-07-31', '2025-12-31', 'FR', { payments: [paid('2025-07-31', 100)] }))?.minor).toBe(0);
    // Paid to the cent, then paid again by mistake.
    const twice = [paid('2025-08-10', 100), paid('2025-09-10', 100)];
    expect(lines(debt(100, '2025-07-31', '2025-12-31', 'FR', { payments: twice }))).toEqual(['2025-08-10 10 100']);
    expect(lines(debt(100, '2025-07-31', '2025-12-31', 'FR', { payments: twice.slice(0, 1) }))).toEqual(['2025-08-10 10 100']);
  });
});

describe('rates', () => {
  it.each<[string, number, number | null, number, number]>([
    // half-year, FR, EU, DE, UK
    ['2009-S1', 12.5, null, 9.62, 10],
    ['2009-S2', 11, null, 8.12, 8.5],
    ['2011-S2', 11.25, null, 8.37, 8.5],
    ['2012-S2', 11, null, 8.12, 8.5],
    ['2013-S1', 10.75, null, 7.87, 8.5],
    ['2013-S2', 10.5, 8.5, 7.62, 8.5],
    ['2014-S1', 10.25, 8.25, 7.37, 8.5],
    ['2014-S2', 10.15, 8.15, 8.27, 8.5],
    ['2015-S1', 10.05, 8.05, 8.17, 8.5],
    ['2015-S2', 10.05, 8.05, 8.17, 8.5],
    ['2016-S1', 10.05, 8.05, 8.17, 8.5],
    ['2016-S2', 10, 8, 8.12, 8.5],
    ['2017-S1', 10, 8, 8.12, 8.25],
    ['2017-S2', 10, 8, 8.12, 8.25],
    ['2018-S1', 10, 8, 8.12, 8.5],
    ['2018-S2', 10, 8, 8.12, 8.5],
    ['2019-S1', 10, 8, 8.12, 8.75],
    ['2019-S2', 10, 8, 8.12, 8.75],
    ['2020-S1', 10, 8, 8.12, 8.75],
    ['2020-S2', 10, 8, 8.12, 8.1],
    ['2021-S1', 10, 8, 8.12, 8.1],
    ['2021-S2', 10, 8, 8.12, 8.1],
    ['2022-S1', 10, 8, 8.12, 8.25],
    ['2022-S2', 10, 8, 8.12, 9.25],
    ['2023-S1', 12.5, 10.5, 10.62, 11.5],
    ['2023-S2', 14, 12, 12.12, 13],
    ['2024-S1', 14.5, 12.5, 12.62, 13.25],
    ['2024-S2', 14.25, 12.25, 12.37, 13.25],
    ['2025-S1', 13.15, 11.15, 11.27, 12.75],
    ['2025-S2', 12.15, 10.15, 10.27, 12.25],
    ['2026-S1', 12.15, 10.15, 10.27, 11.75],
    ['2026-S2', 12.4, 10.4, 10.52, 11.75],
    ['2027-S1', 12.65, 10.65, 10.77, 11.75],
  ])('%s', (half, fr, eu, de, uk) => {
    const halfYear = RATES.find((one) => one.half === half);
    const percent = (regime: Regime) => {
      const rate = halfYear ? yearlyRate(regime, halfYear) : null;
      return rate === null ? null : rate / 100;
    };
    expect([percent('FR'), percent('EU'), percent('FR-PUBLIC'), percent('DE'), percent('UK')]).toEqual([fr, eu, eu, de, uk]);
  });

  it('every day belongs to its half-year', () => {
    for (let at = day('2009-01-01'); at <= day('2027-06-30'); at = addDays(at, 1)) {
      const iso = isoOf(at);
      expect(halfYearOf(at)?.half).toBe(`${iso.slice(0, 4)}-S${iso.slice(5) < '07' ? 1 : 2}`);
    }
    expect(RATES.map((halfYear) => yearlyRate('CONSUMER', halfYear)).every((rate) => rate === null)).toBe(true);
    expect(halfYearOf(day('2008-12-31'))).toBeNull();
    expect(halfYearOf(day('2031-01-01'))?.half).toBe('2027-S1');
  });

  it('a provisional half-year, or one past the table, makes the figure stale and never stops it', () => {
    expect(interestOn(debt(1_000, '2026-11-30', '2026-12-31'))?.stale).toBe(false);
    expect(interestOn(debt(1_000, '2026-11-30', '2027-01-01'))?.stale).toBe(true);
    expect(interestOn(debt(1_000, '2029-01-01', '2029-01-31'))).toMatchObject({ minor: cents(10.4), stale: true });
    expect(interestOn(debt(1_000, '2026-11-30', '2027-03-01', 'UK'))?.stale).toBe(false);
    expect(interestOn(debt(1_000, '2026-12-31', '2027-03-01', 'UK'))?.stale).toBe(true);
    expect(interestOn(debt(1_000, '2026-11-30', '2028-03-01', 'FR', { contractRate: 0.12 }))?.stale).toBe(false);
  });

  it('can be put right by the user', () => {
    const rates = correctedRates('2027-S1', 'ecb', 2.9) ?? RATES;
    expect(interestOn(debt(36_500, '2026-12-31', '2027-01-10', 'FR', { rates }))).toMatchObject({ minor: cents(129), stale: false });
    expect(interestOn(debt(1_000, '2026-12-31', '2027-01-10', 'UK', { rates }))?.stale).toBe(true);
    expect(correctedRates('2027-S2', 'boe', 3.5)?.at(-1)).toMatchObject({
      half: '2027-S2',
      boe: 350,
      ecb: 265,
      provisional: ['ecb', 'bundesbank'],
    });
    const later = correctedRates('2027-S2', 'ecb', 3) ?? RATES;
    expect(correctedRates('2028-S1', 'ecb', 3.25, later)?.at(-1)).toMatchObject({ half: '2028-S1', startsOn: day('2028-01-01'), ecb: 325 });
    expect(correctedRates('2026-S2', 'ecb', 100)).toBeNull();
    expect(correctedRates('2026-S2', 'ecb', -100)).toBeNull();
    expect(correctedRates('2031-S1', 'ecb', 2)).toBeNull();
    expect(correctedRates('2027-S1', 'ecb', 2.655)).toBeNull();
    expect(correctedRates('2027-S1', 'ecb', Number.NaN)).toBeNull();
  });

  it.each([
    ['EUR', 'fr', 'FR'],
    ['EUR', 'en', 'none'],
    ['GBP', 'en', 'UK'],
    ['GBP', 'fr', 'UK'],
    ['USD', 'fr', 'none'],
    [null, 'fr', 'none'],
  ] as const)('default regime of %s in %s is %s', (currency, language, regime) => expect(defaultRegime(currency, language)).toBe(regime));
});

describe('recovery fee', () => {
  it.each<[number, Regime, string | null]>([
    [12_000, 'FR', '40 EUR'],
    [0.5, 'FR', '40 EUR'],
    [100, 'FR-PUBLIC', '40 EUR'],
    [100, 'EU', '40 EUR'],
    [100, 'DE', '40 EUR'],
    [999.99, 'UK', '40 GBP'],
    [1_000, 'UK', '70 GBP'],
    [5_000, 'UK', '70 GBP'],
    [9_999.99, 'UK', '70 GBP'],
    [10_000, 'UK', '100 GBP'],
    [100, 'CONSUMER', null],
    [100, 'none', null],
    [0, 'FR', null],
    [-100, 'FR', null],
    [Number.NaN, 'FR', null],
  ])('%d under %s: %s', (amount, regime, expected) => {
    const fee = recoveryFee(cents(amount), regime);
    expect(fee && `${fee.minor / 100} ${fee.currency}`).toBe(expected);
  });

  it('stays in the regime’s currency, and waits until the invoice’s is named', () => {
    expect(recoveryFee(cents(100), 'FR', 'USD')).toEqual({ minor: 4000, currency: 'EUR' });
    expect(recoveryFee(cents(100), 'FR', null)).toBeNull();
    expect(recoveryFee(cents(100), 'UK', 'EUR')).toBeNull();
  });
});

describe('laws', () => {
  const due = fc.integer({ min: 14_300, max: 21_500 }).map((n) => n as CalendarDay);
  const days = fc.integer({ min: 0, max: 1_500 });
  const amount = fc.integer({ min: 0, max: 50_000_000_000 });
  const regime = fc.constantFrom<Regime>('FR', 'UK', 'DE');
  const paidSoFar = fc.array(
    fc.record({ after: fc.integer({ min: -30, max: 1_500 }), minor: fc.integer({ min: 1, max: 9_000_000_000 }) }),
    { maxLength: 4 },
  );
  const sumOf = (late: LateDebt) => (interestOn(late)?.segments ?? []).reduce((sum, segment) => sum + segment.exact, 0);

  it('a delay split in two earns the same, before rounding', () => {
    fc.assert(
      fc.property(amount, due, days, days, fc.constantFrom<Regime>('FR', 'DE'), (amountMinor, dueOn, first, second, law) => {
        const half = addDays(dueOn, first);
        const until = addDays(half, second);
        const whole = sumOf({ amountMinor, dueOn, until, regime: law });
        const parts = sumOf({ amountMinor, dueOn, until: half, regime: law }) + sumOf({ amountMinor, dueOn: half, until, regime: law });
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1e-9 * (1 + whole));
      }),
      { numRuns: tries(150) },
    );
  });

  it('the figure is its lines, added exactly and rounded once, payments or not', () => {
    fc.assert(
      fc.property(amount, due, days, regime, paidSoFar, (amountMinor, dueOn, late, law, paid) => {
        const payments = paid.map(({ after, minor }) => ({ paidOn: addDays(dueOn, after), minor }));
        const interest = interestOn({ amountMinor, dueOn, until: addDays(dueOn, late), regime: law, payments });
        const exact = (interest?.segments ?? []).reduce(
          (sum, line) => sum + BigInt(line.baseMinor) * BigInt(Math.round(line.ratePercent * 100)) * BigInt(line.days),
          0n,
        );
        expect(interest?.minor).toBe(Number((exact * 2n + 3_650_000n) / 7_300_000n));
      }),
      { numRuns: tries(150) },
    );
  });

  it('never falls with another day or another cent, and is nothing until the due date', () => {
    fc.assert(
      fc.property(amount, due, days, regime, (amountMinor, dueOn, late, law) => {
        const rule = interestRule(law);
        if (rule === null) throw new Error('a regime with interest');
        const until = addDays(dueOn, late);
        const now = interestMinor(rule, amountMinor, dueOn, until);
        expect(interestMinor(rule, amountMinor, dueOn, addDays(until, 1))).toBeGreaterThanOrEqual(now);
        expect(interestMinor(rule, amountMinor + 1, dueOn, until)).toBeGreaterThanOrEqual(now);
        expect(interestMinor(rule, amountMinor, dueOn, addDays(dueOn, -late))).toBe(0);
        expect(restsOnStaleRate(rule, dueOn, addDays(dueOn, -late))).toBe(false);
      }),
      { numRuns: tries(150) },
    );
  });
});
