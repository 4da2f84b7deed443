/**
 * What is said of customers and of the money they are expected to bring: one shape for all languages, enforced by the compiler.
 */
import type { Band, ScoreFacts, ScorePart } from '../customers/score.ts';
import type { Signal } from '../customers/signals.ts';
import type { ExcludedWhy } from '../forecast/receipts.ts';
import type { Say } from './language.ts';

export interface CustomerWords {
  readonly bands: Readonly<Record<Band, string>>;
  /** What a part of the score is about; the points it cost are put before it. */
  readonly scoreParts: Readonly<Record<ScorePart, (facts: ScoreFacts) => string>>;
  /** `−17: 10 days late on average`. */
  readonly costs: (points: number, what: string) => string;
  /** On which terms to sell to a customer of the band; null where there is nothing to suggest. */
  readonly terms: Readonly<Record<Band, string | null>>;
  readonly signals: { readonly [K in Signal['kind']]: (signal: Signal & { readonly kind: K }, say: Say) => string };
  /** Why an open invoice is in no week of the forecast. */
  readonly notExpected: Readonly<Record<ExcludedWhy, string>>;
  /** The same of a sum of several invoices. */
  readonly sumNotExpected: Readonly<Record<ExcludedWhy, string>>;
}
