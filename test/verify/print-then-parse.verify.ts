/** Ten thousand sums and ten thousand days of each country, printed and read back. */
import { expect, it } from '@jest/globals';
import { LOCALES } from '../laws/locales.ts';
import { days, daysLikeTheirColumn, sums, sumsAbroad } from '../laws/print-then-parse.ts';

const RUNS = Number(process.env.PRINTED_RUNS ?? 10_000);

it('sums and days of every country', () => {
  for (const locale of LOCALES) {
    sums(locale, RUNS);
    days(locale, RUNS);
  }
  sumsAbroad(RUNS * 10);
  daysLikeTheirColumn(RUNS * 10);
  expect(LOCALES.length).toBeGreaterThan(30);
  console.info(
    `printed: ${RUNS} sums (with currency, without, and read elsewhere) and ${RUNS} days in four forms, for each of ${LOCALES.length} countries: 0 read otherwise`,
  );
});
