/** No cent is lost, found or rounded away: figures held against whole numbers of any size. */
import { describe, expect, it } from '@jest/globals';
import { roundHalfUp, toMinor } from '../../core/money.ts';
import { columns, interest, ledgers, plans, rounding } from './cents.ts';

describe('cents', () => {
  it('of a column add up, whatever way they are written', () => columns(1500));
  it('of a ledger: residuals, totals, buckets, customers', () => ledgers(150));
  it('are rounded as a person would, whatever their size', () => rounding(3000));
  it('of interest are those of each day, rounded once; its lines add up', () => interest(200));
  it('of a plan are those that are open', () => plans(500));

  it.each([
    // number | decimals | rounded
    [1.005, 2, 101],
    [-1.005, 2, -101],
    [2.6749999999999998, 2, 268],
    [1.1 * 1.15, 2, 127],
    [0.5, 0, 1],
    [1.0005, 3, 1001],
    // Amounts of billions, where a slack that grows with them once lifted a cent that was none.
    [686_747_482.6049995, 2, 68_674_748_260],
    [49_280_129_227.254974, 2, 4_928_012_922_725],
    [9_999_999_999_999, 2, 999_999_999_999_900],
    [7_514_490_656_449.31, 2, 751_449_065_644_931],
  ])('%d with %i decimals', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded);
  });

  it('of what is no number are none', () => {
    expect([toMinor(Number.NaN, 'EUR'), toMinor(Number.POSITIVE_INFINITY, 'EUR'), toMinor(-0, 'EUR')]).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      0,
    ]);
  });
});
