/** Days on which nobody is reminded, and the day a debt can no longer be claimed. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, dayFromIso, dayOf, isoOf, NO_DAY, partsOf, weekdayOf } from '../../core/calendar.ts';
import { easterOf, holidaysOf, isBusinessDay, nextBusinessDay } from '../../core/law/holidays.ts';
import { limitationDate } from '../../core/law/limitation.ts';
import type { Regime } from '../../core/settings.ts';
import { tries } from '../thorough.ts';

const day = (iso: string) => dayFromIso(iso) as CalendarDay;
const monthAndDay = (days: readonly CalendarDay[]) => days.map((one) => isoOf(one).slice(5)).join(' ');

describe('France', () => {
  it.each([
    // year, Easter, Easter Monday, Ascension, Whit Monday, Good Friday (Alsace-Moselle)
    [1913, '03-23', '03-24', '05-01', '05-12', '03-21'],
    [1943, '04-25', '04-26', '06-03', '06-14', '04-23'],
    [1954, '04-18', '04-19', '05-27', '06-07', '04-16'],
    [1981, '04-19', '04-20', '05-28', '06-08', '04-17'],
    [2015, '04-05', '04-06', '05-14', '05-25', '04-03'],
    [2024, '03-31', '04-01', '05-09', '05-20', '03-29'],
    [2025, '04-20', '04-21', '05-29', '06-09', '04-18'],
    [2026, '04-05', '04-06', '05-14', '05-25', '04-03'],
    [2027, '03-28', '03-29', '05-06', '05-17', '03-26'],
    [2028, '04-16', '04-17', '05-25', '06-05', '04-14'],
    [2029, '04-01', '04-02', '05-10', '05-21', '03-30'],
    [2030, '04-21', '04-22', '05-30', '06-10', '04-19'],
    [2031, '04-13', '04-14', '05-22', '06-02', '04-11'],
  ])('%d', (year, easter, easterMonday, ascension, whitMonday, goodFriday) => {
    expect(isoOf(easterOf(year))).toBe(`${year}-${easter}`);
    const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
    const french = [...fixed, easterMonday, ascension, whitMonday];
    expect(monthAndDay(holidaysOf(year, 'FR'))).toBe(french.sort().join(' '));
    expect(monthAndDay(holidaysOf(year, 'FR-ALSACE'))).toBe([...french, goodFriday, '12-26'].sort().join(' '));
    for (const text of french) expect(isBusinessDay(day(`${year}-${text}`), 'FR')).toBe(false);
  });

  it.each([
    ['2025-10-12', 'FR', '2025-10-13'], // Sunday
    ['2025-09-19', 'FR', '2025-09-19'], // Friday
    ['2025-09-20', 'FR', '2025-09-22'], // Saturday
    ['2025-07-14', 'FR', '2025-07-15'],
    ['2026-05-01', 'FR', '2026-05-04'], // a Friday off, then the weekend
    ['2026-04-04', 'FR', '2026-04-07'], // Easter weekend
    ['2025-12-25', 'FR-ALSACE', '2025-12-29'],
    ['2025-07-14', null, '2025-07-14'], // nobody said which country
    ['2025-07-14', 'ZZ', '2025-07-14'],
    ['2025-07-12', null, '2025-07-14'],
    ['2027-01-01', 'GB', '2027-01-04'],
    ['2025-08-25', 'UK', '2025-08-26'],
    ['2025-10-03', 'DE', '2025-10-06'],
    ['2025-07-14', 'fr', '2025-07-15'],
  ])('%s in %p: %s', (from, country, next) => expect(isoOf(nextBusinessDay(day(from), country))).toBe(next));
});

describe('England and Wales', () => {
  it.each([
    [2010, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ])('%d', (year, expected) => expect(monthAndDay(holidaysOf(year, 'GB'))).toBe(expected));
});

describe('Germany, the days off everywhere', () => {
  it('2025', () => expect(monthAndDay(holidaysOf(2025, 'DE'))).toBe('01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26'));
});

describe('the Reformation’s five hundred years, off in all of Germany once', () => {
  it.each([
    [2016, 9],
    [2017, 10],
    [2018, 9],
  ])('%d', (year, days) => {
    expect(holidaysOf(year, 'DE')).toHaveLength(days);
    expect(isBusinessDay(day(`${year}-10-31`), 'DE')).toBe(days === 9 && weekdayOf(day(`${year}-10-31`)) < 5);
  });
});

describe('a country nobody knows', () => {
  it('has no holidays', () => expect([holidaysOf(2025, 'ZZ'), holidaysOf(2025, null), holidaysOf(2025, '')]).toEqual([[], [], []]));
});

describe('laws', () => {
  const anyDay = fc.integer({ min: 10_000, max: 30_000 }).map((n) => n as CalendarDay);
  const country = fc.constantFrom('FR', 'FR-ALSACE', 'GB', 'DE', 'ZZ', null);

  it('the next business day is one, the first, and at most five days away', () => {
    fc.assert(
      fc.property(anyDay, country, (from, where) => {
        const next = nextBusinessDay(from, where);
        expect(isBusinessDay(next, where)).toBe(true);
        expect(next - from).toBeLessThanOrEqual(5);
        for (let before = from; before < next; before = addDays(before, 1)) expect(isBusinessDay(before, where)).toBe(false);
        if (isBusinessDay(from, where)) expect(next).toBe(from);
      }),
      { numRuns: tries(300) },
    );
  });

  it('Easter is a Sunday between 22 March and 25 April', () => {
    for (let year = 1900; year <= 2200; year++) {
      const easter = easterOf(year);
      expect(weekdayOf(easter)).toBe(6);
      expect(easter >= (dayOf(year, 3, 22) as number) && easter <= (dayOf(year, 4, 25) as number)).toBe(true);
      expect(partsOf(easter).year).toBe(year);
    }
  });
});

describe('limitation', () => {
  it.each<[string, Regime, string | null]>([
    ['2021-04-01', 'FR', '2026-04-01'],
    ['2024-02-29', 'FR', '2029-02-28'],
    ['2024-03-15', 'CONSUMER', '2026-03-15'],
    ['2020-01-31', 'UK', '2026-01-31'],
    ['2022-03-15', 'DE', '2025-12-31'],
    ['2022-12-31', 'DE', '2025-12-31'],
    ['2022-03-15', 'FR-PUBLIC', null],
    ['2022-03-15', 'EU', null],
    ['2022-03-15', 'none', null],
  ])('due %s under %s: %s', (dueOn, regime, expected) => {
    const last = limitationDate(day(dueOn), regime);
    expect(last && isoOf(last)).toBe(expected);
  });

  it('needs a due date', () => expect([limitationDate(NO_DAY, 'FR'), limitationDate(NO_DAY, 'DE')]).toEqual([null, null]));
});
