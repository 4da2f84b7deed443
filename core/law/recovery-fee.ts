/**
 * The lump sum a late payer owes for the trouble of recovering, once per late invoice whatever the delay and even when part of it was paid. It is
 * a debt in the regime's own currency and is never added to an amount in another.
 */
import { type Currency, type Money, toMinor } from '../money.ts';
import type { Regime } from '../settings.ts';

/** The fee in whole units of the currency for a debt below `below`, smallest first. */
interface FeeScale {
  readonly currency: 'EUR' | 'GBP';
  readonly steps: readonly (readonly [below: number, fee: number])[];
}

const FORTY_EUROS: FeeScale = { currency: 'EUR', steps: [[Number.POSITIVE_INFINITY, 40]] };

const FEES: Readonly<Record<Regime, FeeScale | null>> = {
  FR: FORTY_EUROS,
  'FR-PUBLIC': FORTY_EUROS,
  EU: FORTY_EUROS,
  DE: FORTY_EUROS,
  UK: {
    currency: 'GBP',
    steps: [
      [1_000, 40],
      [10_000, 70],
      [Number.POSITIVE_INFINITY, 100],
    ],
  },
  CONSUMER: null,
  none: null,
};

/**
 * The fee for one invoice that is or was late (the caller knows), by the amount of the debt in minor units. `currency` is the invoice's; left
 * out, it is the regime's. Null: no fee in this regime, nothing owed, no currency named yet, or a scale that cannot be read in that currency.
 */
export function recoveryFee(amountMinor: number, regime: Regime, currency?: Currency): Money | null {
  const scale = FEES[regime];
  if (scale === null || currency === null || !(amountMinor > 0)) return null;
  if (scale.steps.length > 1 && currency !== undefined && currency !== scale.currency) return null;
  const step = scale.steps.find(([below]) => amountMinor < toMinor(below, scale.currency));
  return step ? { minor: toMinor(step[1], scale.currency), currency: scale.currency } : null;
}
