/**
 * Between which sums the money of one week will lie eight times in ten. Each receipt comes in that week or not, with the chance its customer's past
 * gives it; the few that matter most are combined one by one, the many small ones together.
 */

/** Receipts whose outcome is looked at one by one: 2⁵ combinations. Of so few, the percentiles are exact. */
const ONE_BY_ONE = 5;
/** Halvings of the range searched: to a few millionths of it. */
const STEPS = 20;

/** One receipt that may come: its amount and the chance, strictly between 0 and 1. */
interface Chance {
  readonly minor: number;
  readonly chance: number;
  readonly variance: number;
}

/** The chances of one week, gathered as receipts are gone through. */
export class WeekChances {
  /** What is certain to come. */
  #certain = 0;
  #mean = 0;
  #variance = 0;
  readonly #largest: Chance[] = [];

  add(minor: number, chance: number): void {
    if (chance <= 0) return;
    if (chance >= 1) {
      this.#certain += minor;
      return;
    }
    const variance = minor * minor * chance * (1 - chance);
    let at = this.#largest.length;
    while (at > 0 && (this.#largest[at - 1] as Chance).variance < variance) at--;
    if (at === ONE_BY_ONE) {
      this.#mean += minor * chance;
      this.#variance += variance;
      return;
    }
    this.#largest.splice(at, 0, { minor, chance, variance });
    const small = this.#largest.length > ONE_BY_ONE ? this.#largest.pop() : undefined;
    if (small === undefined) return;
    this.#mean += small.minor * small.chance;
    this.#variance += small.variance;
  }

  /** The smallest sum that the week's receipts do not exceed with probability `q`, minor units, not rounded. */
  quantile(q: number): number {
    const sums = this.#combinations();
    const spread = Math.sqrt(this.#variance);
    if (spread === 0) {
      let reached = 0;
      // A hair's breadth of tolerance: 0.9 × 1 added up in parts may miss 0.9.
      for (const { sum, weight } of sums) {
        reached += weight;
        if (reached >= q - 1e-12) return this.#certain + sum;
      }
      return this.#certain + (sums.at(-1)?.sum ?? 0);
    }
    let low = this.#mean - 8 * spread;
    let high = (sums.at(-1)?.sum ?? 0) + this.#mean + 8 * spread;
    for (let step = 0; step < STEPS; step++) {
      const middle = (low + high) / 2;
      let reached = 0;
      for (const { sum, weight } of sums) reached += weight * normal((middle - sum - this.#mean) / spread);
      if (reached >= q) high = middle;
      else low = middle;
    }
    return Math.max(0, this.#certain + high);
  }

  /** Every outcome of the largest receipts with its probability, ascending. */
  #combinations(): { sum: number; weight: number }[] {
    let outcomes = [{ sum: 0, weight: 1 }];
    for (const { minor, chance } of this.#largest)
      outcomes = outcomes.flatMap(({ sum, weight }) => [
        { sum, weight: weight * (1 - chance) },
        { sum: sum + minor, weight: weight * chance },
      ]);
    return outcomes.sort((a, b) => a.sum - b.sum);
  }
}

/** The share of a normal distribution below `z`, to seven digits (the error function by Abramowitz and Stegun's 7.1.26). */
function normal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
