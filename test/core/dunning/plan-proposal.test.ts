// A plan to propose adds up to the cent, whatever is asked.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoOf, proposePlan } from '../../../core/index.ts';
import { day } from '../workbook-of.ts';

describe('a plan proposed', () => {
  it.each<[openMinor: number, deposit: number, parts: number, every: 'month' | 'week' | number, plan: string[]]>([
    [100000, 0, 3, 'month', ['2025-10-31 33333', '2025-11-30 33333', '2025-12-31 33334']],
    [100000, 40000, 2, 'week', ['2025-10-31 40000', '2025-11-07 30000', '2025-11-14 30000']],
    [100000, 0, 2, 10, ['2025-10-31 50000', '2025-11-10 50000']],
    [100000, 100000, 1, 'month', []],
    [2, 0, 3, 'month', []],
    [100000, 0, 0, 'month', []],
  ])('%i, deposit %i, %i parts every %s', (openMinor, deposit, parts, every, plan) =>
    expect(
      proposePlan({ openMinor, deposit, parts, every, firstOn: day('2025-10-31') }).map(({ on, minor }) => `${isoOf(on)} ${minor}`),
    ).toEqual(plan),
  );
  it('always adds up, in ascending days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e6), fc.integer({ min: 1, max: 36 }), (openMinor, deposit, parts) => {
        const plan = proposePlan({ openMinor, deposit, parts, every: 'month', firstOn: day('2025-10-31') });
        expect(plan.reduce((sum, { minor }) => sum + minor, 0)).toBe(plan.length === 0 ? 0 : openMinor);
        expect(plan.every(({ minor }, n) => minor > 0 && (n === 0 || (plan[n - 1]?.on ?? 0) < (plan[n]?.on ?? 0)))).toBe(true);
      }),
    );
  });
});
