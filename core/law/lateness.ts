/**
 * What each late invoice of a ledger has earned by its lateness: interest and the recovery fee, under the regime of its customer and currency. Always
 * computed for the user; shown to customers from the firm stage on.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Money } from '../money.ts';
import type { Regime, Settings } from '../settings.ts';
import type { CustomerRecord } from '../tabs/index.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';
import { interestMinor, interestRule, restsOnStaleRate } from './interest.ts';
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

/** A function that tells the lateness of invoice `i` on the assessment's day. On time: interest 0 and no fee. */
export function latenessOf(ledger: Ledger, assessment: Assessment, context: LatenessContext): (i: number) => Lateness {
  const { settings, record, language } = context;
  const regimes = ledger.currencies.map((currency) => settings.regime ?? defaultRegime(currency, language));
  const regimeOf = (i: number): Regime => {
    const known = record(ledger.customer[i] as number);
    if (known?.type === 'consumer') return 'CONSUMER';
    const usual = regimes[ledger.currency[i] as number] as Regime;
    return known?.regime ?? (known?.type === 'public' && usual === 'FR' ? 'FR-PUBLIC' : usual);
  };
  return (i) => {
    const regime = regimeOf(i);
    const none: Lateness = { interestMinor: null, fee: null, regime, stale: false };
    const due = ledger.dueOn[i] as CalendarDay;
    const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
    const rule = currency === null ? null : interestRule(regime, settings.contractRate);
    if (rule === null || (ledger.flags[i] as number) & OUT || due === NO_DAY || assessment.exists[i] === 0) return none;
    const open = assessment.open[i] as number;
    const settledOn = assessment.settledOn[i] as CalendarDay;
    const settled = open <= 0 || settledOn !== NO_DAY;
    if (settled && settledOn === NO_DAY) return none;
    const until = settled ? settledOn : assessment.asOf;
    if (until <= due) return { ...none, interestMinor: 0 };
    const facts = ledger.rare.get(i);
    const single = ledger.paid[i] !== 0 ? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }] : [];
    const payments = [...(facts?.payments ?? single), ...(facts?.credits ?? [])];
    const minor = interestMinor(rule, ledger.amount[i] as number, due, until, payments);
    return {
      interestMinor: Number.isNaN(minor) ? null : minor,
      fee: recoveryFee(ledger.amount[i] as number, regime, currency),
      regime,
      stale: restsOnStaleRate(rule, due, until),
    };
  };
}
