/**
 * How much a test goes through. `npm test` proves each promise once, on a spread sample with the known hard cases; `npm run verify` runs the same tests
 * over every case: both languages of every walk, every position of every fault, the largest sheets.
 */
export const IS_THOROUGH = process.env.THOROUGH === 'yes';

/** The first of these; all of them in the long run. */
export function oneOrAll<const Cases extends readonly unknown[]>(...cases: Cases): readonly Cases[number][] {
  return IS_THOROUGH ? cases : cases.slice(0, 1);
}

/** All of these in the long run; every other one in every run, the first and the last among them. */
export function everyOther<Case>(cases: readonly Case[]): readonly Case[] {
  return IS_THOROUGH ? cases : cases.filter((_, at) => at % 2 === 0 || at === cases.length - 1);
}

/** All of these in the long run; every third one in every run, the first and the last among them. */
export function everyThird<Case>(cases: readonly Case[]): readonly Case[] {
  return IS_THOROUGH ? cases : cases.filter((_, at) => at % 3 === 0 || at === cases.length - 1);
}

/** So many random cases in the long run, and a fifth of them in every run: what a property finds at all it finds on few, or on very many. */
export function tries(cases: number): number {
  return IS_THOROUGH ? cases : Math.ceil(cases / 5);
}
