/**
 * What an indicator is: a figure a credit manager knows by name, worked out from one currency's day. A figure that cannot be worked out is null; it
 * is never shown as 0. Its label and definition are words (in languages/), its working is the very sum in the reader's digits.
 */
import { roundHalfUp } from '../money.ts';
import type { Figures } from '../report.ts';
import type { Moment } from './tally.ts';
import type { Digits } from './working.ts';

export type IndicatorId = keyof Figures;

export interface Indicator {
  readonly id: IndicatorId;
  readonly unit: 'days' | 'fraction' | 'times';
  readonly of: (moment: Moment) => number | null;
  /** The sum behind the figure (`4 180 / 6 030 × 90`); asked for only where there is a figure. */
  readonly working: (moment: Moment, digits: Digits) => string;
}

/** A quotient; null when there is nothing to divide by, or less than nothing. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole + 0 : null;
}

/** Days as they are shown, to 0.01. */
export function toHundredths(days: number | null): number | null {
  return days === null ? null : roundHalfUp(days, 2) / 100;
}
