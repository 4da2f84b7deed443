/**
 * What a band suggests: how to remind such a customer, and on which terms to sell to it next. Suggestions only: nothing changes until the user says so
 * in the Customers tab.
 */
import type { Band } from './score.ts';

/** Ids of preset cadences. */
export const SUGGESTED_CADENCE = {
  /** Whoever pays on time is not bothered before ten days. */
  good: 'gentle',
  watch: 'standard',
  /** Whoever is known to wait for the reminder gets it the day after. */
  risky: 'prompt',
  unknown: null,
} as const satisfies Record<Band, string | null>;
