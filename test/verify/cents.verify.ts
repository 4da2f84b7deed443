/** A hundred thousand columns, ten thousand ledgers and as much interest, held against whole numbers of any size. */
import { expect, it } from '@jest/globals';
import { columns, interest, ledgers, plans, rounding } from '../laws/cents.ts';

const RUNS = Number(process.env.CENTS_RUNS ?? 100_000);

it('cents', () => {
  columns(RUNS);
  ledgers(RUNS / 10);
  rounding(RUNS * 2);
  interest(RUNS / 10);
  plans(RUNS);
  expect(RUNS).toBeGreaterThan(0);
  console.info(
    `cents: ${RUNS} sums of columns, ${RUNS / 10} whole ledgers, ${RUNS * 2} roundings, ${RUNS / 10} debts of interest day by day, ${RUNS} plans against BigInt: 0 cents apart`,
  );
});
