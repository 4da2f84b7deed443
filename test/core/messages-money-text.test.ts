import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDay, dayFromIso } from '../../core/calendar.ts';
import { longDate, moneyText, shortDate } from '../../core/messages/money-text.ts';
import { tries } from '../thorough.ts';

const day = (iso: string): CalendarDay => dayFromIso(iso) as CalendarDay;
/** Shown as · (no-break) and ‧ (narrow no-break). */
const shown = (text: string) => text.replaceAll('\u00a0', '·').replaceAll('\u202f', '‧');

describe('amounts as the debtor reads them', () => {
  it.each([
    // minor | currency | French | English
    [185000, 'EUR', '1‧850,00·€', '€1,850.00'],
    [98000, 'EUR', '980,00·€', '€980.00'],
    [5, 'EUR', '0,05·€', '€0.05'],
    [0, 'EUR', '0,00·€', '€0.00'],
    [-12345, 'EUR', '-123,45·€', '-€123.45'],
    [123456789012, 'EUR', '1‧234‧567‧890,12·€', '€1,234,567,890.12'],
    [185000, 'GBP', '1‧850,00·£', '£1,850.00'],
    [185000, 'USD', '1‧850,00·USD', '$1,850.00'],
    [185050, 'CHF', '1‧850,50·CHF', 'CHF·1,850.50'],
    [1850, 'JPY', '1‧850·JPY', 'JPY·1,850'],
    [1850001, 'TND', '1‧850,001·TND', 'TND·1,850.001'],
    [185000, null, '1‧850,00', '1,850.00'],
    [Number.NaN, 'EUR', '', ''],
  ])('%s %s', (minor, currency, french, english) => {
    expect(shown(moneyText(minor, currency, 'fr'))).toBe(french);
    expect(shown(moneyText(minor, currency, 'en'))).toBe(english);
  });

  it('loses no digit, in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), fc.constantFrom('EUR', 'USD', 'JPY', 'TND', null), (minor, currency) => {
        for (const language of ['fr', 'en'] as const) {
          const text = moneyText(minor, currency, language);
          expect(Number(text.replace(/[^0-9-]/g, '')) + 0).toBe(minor);
        }
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('days as the debtor reads them', () => {
  it.each([
    ['2025-09-10', '10 septembre 2025', '10 September 2025', '10/09/2025', '10 Sep 2025'],
    ['2025-09-01', '1er septembre 2025', '1 September 2025', '01/09/2025', '1 Sep 2025'],
    ['2024-02-29', '29 février 2024', '29 February 2024', '29/02/2024', '29 Feb 2024'],
    ['2025-08-31', '31 août 2025', '31 August 2025', '31/08/2025', '31 Aug 2025'],
    ['2025-12-31', '31 décembre 2025', '31 December 2025', '31/12/2025', '31 Dec 2025'],
  ])('%s', (iso, longFrench, longEnglish, shortFrench, shortEnglish) => {
    expect(longDate(day(iso), 'fr')).toBe(longFrench);
    expect(longDate(day(iso), 'en')).toBe(longEnglish);
    expect(shortDate(day(iso), 'fr')).toBe(shortFrench);
    expect(shortDate(day(iso), 'en')).toBe(shortEnglish);
  });
});
