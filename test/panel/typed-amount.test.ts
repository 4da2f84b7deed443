import { describe, expect, it } from '@jest/globals';
import { typedAmount } from '../../panel/typed-amount.ts';

describe('an amount typed in a form', () => {
  const CASES: readonly (readonly [typed: string, fr: number | null, en: number | null])[] = [
    ['1234,50', 1234.5, 1234.5],
    ['1234.50', 1234.5, 1234.5],
    ['1 234,50 €', 1234.5, 1234.5],
    ['1\u202f234,5', 1234.5, 1234.5],
    ['1,234.50', 1234.5, 1234.5],
    ['1.234,50', 1234.5, 1234.5],
    ['1,234,567', null, 1234567],
    ['1.234.567', 1234567, null],
    // Three digits after a lone mark: the language decides.
    ['1,234', 1.234, 1234],
    ['1.234', 1234, 1.234],
    ['USD 12', 12, 12],
    ['0,5', 0.5, 0.5],
    [',5', 0.5, 0.5],
    ['12,', 12, 12],
    ['', null, null],
    ['-5', null, null],
    ['douze', null, null],
    ['1,23,456', null, null],
    ['12.3456', null, null],
    ['1 2.3.4', null, null],
  ];
  for (const [typed, fr, en] of CASES)
    it(`"${typed}" → ${fr} in French, ${en} in English`, () => {
      expect([typedAmount(typed, 'fr'), typedAmount(typed, 'en')]).toEqual([fr, en]);
    });
});
