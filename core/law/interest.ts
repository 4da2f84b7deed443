/**
 * What a late debt has earned. Interest is simple: base × yearly rate × days / 365, where days run from the day after the due date to the day of
 * payment. It is split at half-years where the regime's rate changes with them, the base falls the day after a part payment, and the exact sum
 * is rounded once, half up: rounding each line would lose cents the law gives (10 000 € due 2026-04-30, at 2026-09-03: 423.88, not 423.87).
 */
import { addDays, type CalendarDay } from '../calendar.ts';
import type { Regime } from '../settings.ts';
import type { Payment } from '../types.ts';
import { type HalfYear, halfIndexOf, RATES, type RateTable, REGIME_RATES, settledUntil, yearlyRate } from './rates.ts';

/** A debt and how long it was late. */
export interface LateDebt {
  /** Incl. tax, before payments, in minor units. */
  readonly amountMinor: number;
  readonly dueOn: CalendarDay;
  /** The day the settling payment came, or the as-of day of a debt still open. */
  readonly until: CalendarDay;
  /** Part payments and linked credits in any order; those after `until` have not happened; undated ones (NO_DAY) count from the start. */
  readonly payments?: readonly Payment[];
  readonly regime: Regime;
  /** Yearly rate agreed by contract, as a fraction; it takes the place of the regime's, save for consumers. */
  readonly contractRate?: number | null;
  readonly rates?: RateTable;
}

/** One line of the account of interest: a stretch of days at one base and one rate. */
export interface InterestSegment {
  /** First and last day counted, both included. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly days: number;
  readonly baseMinor: number;
  /** Percent a year: 12.15. */
  readonly ratePercent: number;
  /** Unrounded, in minor units. */
  readonly exact: number;
}

export interface Interest {
  readonly minor: number;
  readonly segments: readonly InterestSegment[];
  /** True when a rate it rests on is provisional, or carried on past the table's end. */
  readonly stale: boolean;
}

/** The rates of one regime (or contract) made ready for a whole ledger. Rates are whole numbers of 1/`scale` a year. */
export interface InterestRule {
  readonly span: 'each-half' | 'first-half' | 'contract';
  readonly scale: number;
  readonly halves: RateTable;
  /** By half-year of `halves`; NaN before the regime began. */
  readonly rate: Float64Array;
  /** Sum of rate × days over all days before each half-year. */
  readonly before: Float64Array;
  readonly settledUntil: CalendarDay;
}

const DAYS_A_YEAR = 365;
const NO_PAYMENTS: readonly Payment[] = [];

/** The rule of a regime, or of a contract rate (a fraction of 0 or more); null when nothing is owed for lateness or the rate has no sense. */
export function interestRule(regime: Regime, contractRate: number | null = null, rates: RateTable = RATES): InterestRule | null {
  if (regime === 'CONSUMER') return null;
  if (contractRate !== null) return contractRule(contractRate, rates);
  let rules = legalRules.get(rates);
  if (rules === undefined) {
    rules = new Map();
    legalRules.set(rates, rules);
  }
  let rule = rules.get(regime);
  if (rule === undefined) {
    rule = legalRule(regime, rates);
    rules.set(regime, rule);
  }
  return rule;
}

/** Made once per table: a rule is asked for on every row. */
const legalRules = new WeakMap<RateTable, Map<Regime, InterestRule | null>>();

function legalRule(regime: Regime, rates: RateTable): InterestRule | null {
  const own = REGIME_RATES[regime];
  if (own === null) return null;
  const rate = Float64Array.from(rates, (halfYear) => yearlyRate(regime, halfYear) ?? Number.NaN);
  const before = new Float64Array(rates.length);
  for (let i = 1; i < rates.length; i++) {
    const days = (rates[i] as HalfYear).startsOn - (rates[i - 1] as HalfYear).startsOn;
    before[i] = before[i - 1] + (Number.isNaN(rate[i - 1]) ? 0 : rate[i - 1] * days);
  }
  return { span: own.span, scale: 10_000, halves: rates, rate, before, settledUntil: settledUntil(own.reference, rates) };
}

function contractRule(fraction: number, rates: RateTable): InterestRule | null {
  if (!(fraction >= 0 && fraction < 100)) return null;
  // Hundredths of a percent keep ordinary sums within plain integers; a finer clause (1.5 ‰ a month) takes eight decimals.
  const coarse = Math.round(fraction * 10_000);
  const scale = Math.abs(coarse / 10_000 - fraction) < 1e-12 ? 10_000 : 100_000_000;
  const rate = Float64Array.of(Math.round(fraction * scale));
  return {
    span: 'contract',
    scale,
    halves: rates,
    rate,
    before: new Float64Array(1),
    settledUntil: Number.POSITIVE_INFINITY as CalendarDay,
  };
}

/**
 * Interest in minor units under a rule, for use row by row: 0 until the day after the due date; NaN when no rate is known that far back or the
 * amount is not a debt (negative, NaN).
 */
export function interestMinor(
  rule: InterestRule,
  amountMinor: number,
  dueOn: CalendarDay,
  until: CalendarDay,
  payments: readonly Payment[] = NO_PAYMENTS,
): number {
  if (!(amountMinor >= 0 && Number.isSafeInteger(amountMinor))) return Number.NaN;
  if (until <= dueOn) return 0;
  const divisor = DAYS_A_YEAR * rule.scale;
  if (payments.length === 0) return shareOf(amountMinor, rateDays(rule, dueOn, dueOn, until), divisor);
  let sum = 0;
  const parts = stretches(amountMinor, dueOn, until, payments);
  for (const { baseMinor, after, to } of parts) sum += baseMinor * rateDays(rule, dueOn, after, to);
  // Partial sums only grow: a total within the exact integers had every step within them.
  if (sum <= Number.MAX_SAFE_INTEGER) return halfUp(sum, divisor);
  if (Number.isNaN(sum)) return sum;
  let exact = 0n;
  for (const { baseMinor, after, to } of parts) exact += BigInt(baseMinor) * BigInt(rateDays(rule, dueOn, after, to));
  return bigHalfUp(exact, BigInt(divisor));
}

/** True when interest up to that day rests on a rate that may still change or is out of date. */
export function restsOnStaleRate(rule: InterestRule, dueOn: CalendarDay, until: CalendarDay): boolean {
  return until > dueOn && (rule.span === 'first-half' ? dueOn + 1 : until) > rule.settledUntil;
}

/**
 * The interest of one debt with its account, line by line; 0 and no lines on or before the due date. Null when nothing is owed for lateness (a
 * consumer, no regime), when no rate is known that far back, or when the amount is not a debt.
 */
export function interestOn(debt: LateDebt): Interest | null {
  const { amountMinor, dueOn, until, payments = NO_PAYMENTS } = debt;
  const rule = interestRule(debt.regime, debt.contractRate ?? null, debt.rates);
  const minor = rule === null ? Number.NaN : interestMinor(rule, amountMinor, dueOn, until, payments);
  if (rule === null || Number.isNaN(minor)) return null;
  const segments: InterestSegment[] = [];
  for (const { baseMinor, after, to } of stretches(amountMinor, dueOn, until, payments)) {
    for (let from = addDays(after, 1); from <= to; ) {
      const last = Math.min(to, lastDayAtSameRate(rule, from)) as CalendarDay;
      const days = last - from + 1;
      const rate = rateOn(rule, dueOn, from);
      const ratePercent = (rate * 100) / rule.scale;
      segments.push({ from, to: last, days, baseMinor, ratePercent, exact: (baseMinor * rate * days) / (DAYS_A_YEAR * rule.scale) });
      from = addDays(last, 1);
    }
  }
  return { minor, segments, stale: restsOnStaleRate(rule, dueOn, until) };
}

/** Stretches of days (after < day ≤ to) during which the base stayed the same; days on which nothing was owed are left out. */
function stretches(amountMinor: number, dueOn: CalendarDay, until: CalendarDay, payments: readonly Payment[]) {
  const inOrder = payments.length > 1 ? [...payments].sort((a, b) => a.paidOn - b.paidOn) : payments;
  const parts: { baseMinor: number; after: CalendarDay; to: CalendarDay }[] = [];
  let baseMinor = amountMinor;
  let after = dueOn;
  for (const payment of inOrder) {
    if (payment.paidOn >= until) break;
    // The day a payment comes still counts at the old base. Undated payments sort first: NO_DAY lies before every due date.
    if (payment.paidOn > after) {
      if (!(baseMinor <= 0)) parts.push({ baseMinor, after, to: payment.paidOn });
      after = payment.paidOn;
    }
    baseMinor -= payment.minor;
  }
  if (!(baseMinor <= 0) && until > after) parts.push({ baseMinor, after, to: until });
  return parts;
}

/** Sum of the daily rates over the days after < day ≤ to, of a debt due on `dueOn`: whole, because days and rates are. NaN: not known. */
function rateDays(rule: InterestRule, dueOn: CalendarDay, after: CalendarDay, to: CalendarDay): number {
  if (rule.span !== 'each-half') return rateOn(rule, dueOn, dueOn) * (to - after);
  const first = halfIndexOf(addDays(after, 1), rule.halves);
  if (first < 0 || Number.isNaN(rule.rate[first])) return Number.NaN;
  return rateDaysBefore(rule, addDays(to, 1)) - rateDaysBefore(rule, addDays(after, 1));
}

function rateDaysBefore(rule: InterestRule, day: CalendarDay): number {
  const i = halfIndexOf(day, rule.halves);
  return rule.before[i] + rule.rate[i] * (day - (rule.halves[i] as HalfYear).startsOn);
}

function rateOn(rule: InterestRule, dueOn: CalendarDay, day: CalendarDay): number {
  if (rule.span === 'contract') return rule.rate[0];
  return rule.rate[halfIndexOf(rule.span === 'first-half' ? addDays(dueOn, 1) : day, rule.halves)] ?? Number.NaN;
}

function lastDayAtSameRate(rule: InterestRule, day: CalendarDay): number {
  const next = rule.span === 'each-half' ? rule.halves[halfIndexOf(day, rule.halves) + 1] : undefined;
  return next ? next.startsOn - 1 : Number.POSITIVE_INFINITY;
}

function shareOf(baseMinor: number, days: number, divisor: number): number {
  const product = baseMinor * days;
  if (product <= Number.MAX_SAFE_INTEGER) return halfUp(product, divisor);
  return Number.isNaN(product) ? product : bigHalfUp(BigInt(baseMinor) * BigInt(days), BigInt(divisor));
}

/** A whole number divided and rounded half up, in whole numbers. */
function halfUp(sum: number, divisor: number): number {
  const rest = sum % divisor;
  return (sum - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
}

function bigHalfUp(sum: bigint, divisor: bigint): number {
  return Number((sum * 2n + divisor) / (divisor * 2n));
}
