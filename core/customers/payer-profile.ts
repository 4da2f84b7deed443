/**
 * How warmly or firmly a customer is written to: by the band of its score, so that a message never contradicts what the user sees of the customer.
 */
import type { Band } from './score.ts';

/** `unknown` also for a customer who is neither a good payer nor a bad one: it is written to in the usual words. */
export const PAYER_PROFILES = ['good', 'unknown', 'bad'] as const;
export type PayerProfile = (typeof PAYER_PROFILES)[number];

const PROFILE_OF = { good: 'good', watch: 'unknown', risky: 'bad', unknown: 'unknown' } as const satisfies Record<Band, PayerProfile>;

/** The profile of a band. */
export function payerProfile(band: Band): PayerProfile {
  return PROFILE_OF[band];
}
