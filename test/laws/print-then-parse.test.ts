/** What a country prints is read back there to the cent and the day; elsewhere it is that, or a problem, and never something else. */
import { describe, expect, it } from '@jest/globals';
import { LOCALES, printedSum } from './locales.ts';
import { days, daysLikeTheirColumn, sums, sumsAbroad } from './print-then-parse.ts';

describe('printed by the country’s own habits', () => {
  it('is not the same everywhere: this machine knows the countries', () => {
    const shown = (locale: string) => printedSum('-1234567.50', 2, locale).replace(/\s/g, '_');
    expect(['fr-FR', 'en-US', 'en-IN', 'de-DE'].map(shown)).toEqual(['-1_234_567,50', '-1,234,567.50', '-12,34,567.50', '-1.234.567,50']);
  });

  it.each(LOCALES)('%s: sums and days are read back', (locale) => {
    sums(locale, 60);
    days(locale, 40);
  });

  it('a sum of another country is the same sum, or a problem', () => {
    sumsAbroad(1000);
  });

  it('a day written as its column is read back in six languages', () => {
    daysLikeTheirColumn(500);
  });
});
