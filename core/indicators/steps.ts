/**
 * Sums that change from one milestone to the next. What holds over a stretch of time is written as a step up where it begins and a step down where it
 * ends; the running sum of the steps is then what holds at every milestone. So a row costs two additions, however many milestones there are.
 */
import type { Milestones } from './milestones.ts';

/** Several measures per currency, over milestones. */
export class Steps {
  readonly measures: number;
  /** All measures of a currency stand together at each milestone. */
  readonly steps: Float64Array;
  readonly width: number;

  constructor({ days }: Milestones, currencies: number, measures: number) {
    this.measures = measures;
    this.width = (days.length + 1) * measures;
    this.steps = new Float64Array(currencies * this.width);
  }

  /** Adds `value` from milestone `from` until just before milestone `to` (indexes; `days.length` is for ever). */
  add(currency: number, measure: number, from: number, to: number, value: number): void {
    if (from >= to) return;
    const { steps, measures } = this;
    const place = currency * this.width + measure;
    steps[place + from * measures] = (steps[place + from * measures] as number) + value;
    steps[place + to * measures] = (steps[place + to * measures] as number) - value;
  }

  /** The running sums, by currency, measure and milestone. To be asked for once all is added. */
  sums(): (currency: number, measure: number, at: number) => number {
    const { steps, measures, width } = this;
    for (let k = measures; k < steps.length; k++)
      if (k % width >= measures) steps[k] = (steps[k] as number) + (steps[k - measures] as number);
    return (currency, measure, at) => steps[currency * width + at * measures + measure] as number;
  }
}
