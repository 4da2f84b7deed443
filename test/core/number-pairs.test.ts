// Invoice numbers that are one, and those that only look alike.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findNumberPairs } from '../../core/ledger/numbers.ts';
import { tries } from '../thorough.ts';

/** `same 1=2, alike 1~3`: by their place in the column, from 1. */
function said(numbers: readonly string[]): string {
  const { same, alike } = findNumberPairs(numbers);
  return [...same.map(([a, b]) => `${a + 1}=${b + 1}`), ...alike.map(([a, b]) => `${a + 1}~${b + 1}`)].join(' ');
}

describe('two invoice numbers', () => {
  it.each<[numbers: string[], said: string]>([
    [['F1', 'F2'], ''],
    [['F1', 'F1'], '1=2'],
    [['F1', 'F2', 'F1', 'F1'], '1=3 1=4'],
    [['F1', 'f 1'], '1=2'], // case and blanks are how one types
    [['F 2025 1', 'F20251'], '1=2'],
    [['', ''], ''],
    [['', 'F1', ''], ''],
    [['F2025-O041', 'F2025-0041'], '1~2'], // the letter, the digit
    [['f2025-o041', 'F2025-0041'], '1~2'],
    [['FI', 'F1'], '1~2'],
    [['FL', 'F1'], '1~2'],
    [['F-1', 'F1'], '1~2'], // separators
    [['F/1', 'F.1'], '1~2'],
    [['F_1', 'F#1'], '1~2'],
    [['-', '-'], '1=2'], // whatever stands there for want of a number
    [['-', '/'], '1~2'],
    [['F1', 'F11'], ''],
    [['F12', 'F21'], ''],
    [['FA', 'FB'], ''],
    [['FZ', 'F['], ''],
    [['F9', 'F8'], ''],
    [['F:', 'F'], '1~2'],
    [['F@', 'F'], '1~2'],
    [['FÀ1', 'FÉ1'], ''], // letters with accents are letters
    [['fé1', 'FÉ1'], '1=2'], // and have a case, and may be typed in two parts
    [['F\u0065\u03011', 'FÉ1'], '1=2'],
    [['Ｆ１', 'F1'], '1=2'], // from a keyboard of wide letters
    [['F\u200b1', 'F1'], '1=2'], // copied from a page, with what shows nothing
    [['Nº1', 'No1'], '1=2'],
    [['№1', '№2'], ''],
    [['F»1', 'F1'], '1~2'],
    [['F-1', 'F1', 'F1'], '2=3 1~2 1~3'],
  ])('%j: %s', (numbers, expected) => expect(said(numbers)).toBe(expected));
});

describe('laws', () => {
  const looked = (number: string): string =>
    [...number]
      .map((sign) => (sign >= 'a' && sign <= 'z' ? sign.toUpperCase() : sign))
      .map((sign) => ({ O: '0', I: '1', L: '1' })[sign] ?? sign)
      .filter((sign) => /[0-9A-Z]/.test(sign))
      .join('');
  const typed = (number: string): string => number.replace(/\s+/g, '').toUpperCase();
  /** Every pair by hand: each number against the first of each before it, until one is the same. */
  function byHand(numbers: readonly string[]) {
    const [same, alike]: [number, number][][] = [[], []];
    const firsts: number[] = [];
    numbers.forEach((number, i) => {
      if (number === '') return;
      for (const other of firsts) {
        if (typed(numbers[other] as string) === typed(number)) {
          same?.push([other, i]);
          return;
        }
        if (looked(numbers[other] as string) === looked(number)) alike?.push([other, i]);
      }
      firsts.push(i);
    });
    return { same, alike };
  }

  it('the pairs are those found by comparing every two, however many numbers there are', () => {
    const number = fc.string({ unit: fc.constantFrom('F', 'f', 'O', '0', 'o', 'I', 'l', '1', '2', '-', ' ', '/'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
        expect(findNumberPairs(numbers)).toEqual(byHand(numbers));
      }),
      { numRuns: tries(300) },
    );
    const thousands = Array.from({ length: 3000 }, (_, i) => `F2025-${i}`);
    expect(findNumberPairs([...thousands, 'F2025-17'])).toEqual({ same: [[17, 3000]], alike: [] });
  });
});
