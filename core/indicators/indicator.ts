/**
 * What an indicator is: a figure a credit manager knows by name, worked out from one currency's tally. A figure that cannot be worked out is null;
 * it is never shown as 0.
 */
import { roundHalfUp } from '../money.ts';
import type { Kpis } from '../report.ts';
import type { Tally } from './tally.ts';

/** Fields of the report that hold one figure or null. */
export type IndicatorId = { [Id in keyof Kpis]: Kpis[Id] extends number | null ? (null extends Kpis[Id] ? Id : never) : never }[keyof Kpis];

export interface Indicator {
  readonly id: IndicatorId;
  readonly unit: 'days' | 'fraction' | 'times';
  readonly of: (tally: Tally) => number | null;
}

/** A quotient; null when there is nothing to divide by, or less than nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole + 0 : null;
}

/** Days as they are shown, to 0.01. */
export function toHundredths(days: number | null): number | null {
  return days === null ? null : roundHalfUp(days, 2) / 100;
}
