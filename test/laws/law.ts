/**
 * A law is a sentence about receivables that must hold whatever happens. It is tried on random cases, a few in every test run and very many in
 * `npm run verify`; what broke it can be tried again by its seed. Nothing here needs Jest, for plain Node lives through twice as many cases.
 */
import fc from 'fast-check';

/** How many cases each law is tried on: in every test run, and in the long run. A case of interleavings disturbs one command in five ways. */
export const SIZES = {
  'interleavings in memory': { short: 30, long: 20_000 },
  'interleavings in Google Sheets': { short: 8, long: 2_000 },
  'interleavings in Excel': { short: 4, long: 400 },
  'dunning histories': { short: 20, long: 50_000 },
  'random sheets': { short: 10, long: 10_000 },
} as const;
export type LawName = keyof typeof SIZES;

/**
 * The environment may say `LAWS_RUNS` (so many cases of each law), `LAWS_SHARE` (this fraction of the usual ones) and `LAWS_SEED` (the seed a failure
 * has named).
 */
export function sizeOf(name: LawName, length: 'short' | 'long'): number {
  const { LAWS_RUNS, LAWS_SHARE } = process.env;
  return LAWS_RUNS ? Number(LAWS_RUNS) : Math.ceil(SIZES[name][length] * Number(LAWS_SHARE ?? 1));
}

/** What was counted while a law was tried, by what it counts. */
export type Tally = Map<string, number>;

export function count(tally: Tally, what: string, times = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + times);
}

export interface Law<Case> {
  readonly name: LawName;
  readonly cases: fc.Arbitrary<Case>;
  /** Throws where the case breaks the law. */
  readonly holds: (one: Case, tally: Tally) => void | Promise<void>;
  /** What the line of figures says of the cases tried: nothing of these was found, or the law would have thrown. */
  readonly never: readonly string[];
}

/** Tries a law; answers its line of figures. Throws what broke it, with the smallest case found and the seed to try it again by. */
export async function tried<Case>(law: Law<Case>, runs: number, seed = seedNow()): Promise<string> {
  const tally: Tally = new Map();
  const details = await fc.check(
    fc.asyncProperty(law.cases, async (one) => law.holds(one, tally)),
    { numRuns: runs, seed },
  );
  if (details.failed) {
    const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
    const smallest = fc.stringify(details.counterexample?.[0]);
    throw new Error(`${law.name}: broken at case ${details.numRuns} (LAWS_SEED=${seed} tries it again)\n${why}\n${smallest}`);
  }
  const figures = [...tally].map(([what, times]) => `${grouped(times)} ${what}`);
  return [`${law.name}: ${grouped(runs)} cases (seed ${seed})`, ...figures, ...law.never.map((what) => `${what} 0`)].join(', ');
}

export function seedNow(): number {
  return Number(process.env.LAWS_SEED ?? (Date.now() ^ (process.pid << 8)) & 0x7fffffff);
}

const grouped = (figure: number): string => figure.toLocaleString('en-GB');
