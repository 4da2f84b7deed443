/**
 * What each late invoice of a ledger has earned by its lateness: interest and the recovery fee, under the regime of its customer and currency. Always
 * computed for the user; shown to customers from the firm stage on.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Money } from '../money.ts';
import type { Regime, Settings } from '../settings.ts';
import type { CustomerRecord } from '../tabs/index.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';
import { interestMinor, interestRule, type LateDebt, restsOnStaleRate } from './interest.ts';
import { defaultRegime } from './rates.ts';
import { recoveryFee } from './recovery-fee.ts';

/** Interest in minor units of the invoice's currency, and the fee in its regime's; null where nothing is due by law or it cannot be told. */
export interface Lateness {
  readonly interestMinor: number | null;
  readonly fee: Money | null;
  readonly regime: Regime;
  /** A rate used is provisional. */
  readonly stale: boolean;
}

export interface LatenessContext {
  readonly settings: Settings;
  readonly language: string;
  readonly record: (customer: number) => CustomerRecord | null;
}

const OUT = FLAG.draft | FLAG.cancelled | FLAG.credit | FLAG.error;

/** The lateness of a ledger: what each invoice has earned, and the debt it is reckoned from, for an account line by line. */
export interface LatenessOf {
  /** On time: interest 0 and no fee. */
  (i: number): Lateness;
  /** The debt behind {@link Lateness.interestMinor}; null where no interest is reckoned. */
  readonly debt: (i: number) => LateDebt | null;
}

/** A function that tells the lateness of invoice `i` on the assessment's day. */
export function latenessOf(ledger: Ledger, assessment: Assessment, context: LatenessContext): LatenessOf {
  const { settings, record, language } = context;
  const regimes = ledger.currencies.map((currency) => settings.regime ?? defaultRegime(currency, language));
  const regimeOf = (i: number): Regime => {
    const known = record(ledger.customer[i] as number);
    if (known?.type === 'consumer') return 'CONSUMER';
    const usual = regimes[ledger.currency[i] as number] as Regime;
    return known?.regime ?? (known?.type === 'public' && usual === 'FR' ? 'FR-PUBLIC' : usual);
  };
  const debt = (i: number): LateDebt | null => {
    const dueOn = ledger.dueOn[i] as CalendarDay;
    if ((ledger.flags[i] as number) & OUT || dueOn === NO_DAY || assessment.exists[i] === 0) return null;
    const settledOn = assessment.settledOn[i] as CalendarDay;
    const settled = (assessment.open[i] as number) <= 0 || settledOn !== NO_DAY;
    if (settled && settledOn === NO_DAY) return null;
    const facts = ledger.rare.get(i);
    const single = ledger.paid[i] !== 0 ? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }] : [];
    return {
      amountMinor: ledger.amount[i] as number,
      dueOn,
      until: settled ? settledOn : assessment.asOf,
      payments: [...(facts?.payments ?? single), ...(facts?.credits ?? [])],
      regime: regimeOf(i),
      contractRate: settings.contractRate,
      rates: settings.rates,
    };
  };
  const lateness = (i: number): Lateness => {
    const regime = regimeOf(i);
    const none: Lateness = { interestMinor: null, fee: null, regime, stale: false };
    const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
    const rule = currency === null ? null : interestRule(regime, settings.contractRate, settings.rates);
    const owed = rule === null ? null : debt(i);
    if (rule === null || owed === null) return none;
    if (owed.until <= owed.dueOn) return { ...none, interestMinor: 0 };
    const minor = interestMinor(rule, owed.amountMinor, owed.dueOn, owed.until, owed.payments);
    return {
      interestMinor: Number.isNaN(minor) ? null : minor,
      fee: recoveryFee(owed.amountMinor, regime, currency),
      regime,
      stale: restsOnStaleRate(rule, owed.dueOn, owed.until),
    };
  };
  return Object.assign(lateness, { debt: (i: number) => (lateness(i).interestMinor === null ? null : debt(i)) });
}
