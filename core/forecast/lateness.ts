/** Days late in ascending order, and how many of them are at most so many: what every chance of a forecast is made from. */

/** From how many on a list is told by a table, one look instead of a search. */
const MANY = 256;

export class Lateness {
  readonly length: number;
  readonly #days: Int32Array;
  /** How many are at most the least of them, a day more, and so on; null for a list that is searched. */
  readonly #counts: Int32Array | null;

  constructor(days: Int32Array) {
    this.length = days.length;
    this.#days = days;
    const least = days[0] as number;
    const span = (days[days.length - 1] as number) - least + 1;
    // One invoice settled a century late makes no table of a century.
    this.#counts = days.length < MANY || span > days.length ? null : new Int32Array(span);
    if (this.#counts !== null) for (let k = 0; k < days.length; k++) this.#counts[(days[k] as number) - least] = k + 1;
    for (let d = 1; this.#counts !== null && d < span; d++) if (this.#counts[d] === 0) this.#counts[d] = this.#counts[d - 1] as number;
  }

  /** How many are at most `most`, of which `atLeast` are known to be. */
  upTo(most: number, atLeast = 0): number {
    const days = this.#days;
    if (this.#counts !== null) {
      const since = most - (days[0] as number);
      return since < 0 ? 0 : since < this.#counts.length ? (this.#counts[since] as number) : days.length;
    }
    let low = atLeast;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] as number) <= most) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
