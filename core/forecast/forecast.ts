/**
 * What money to expect, week by week: the open invoices laid out over the weeks in which they will be paid, and how far that may be off.
 */
import { addDays, type CalendarDay, NO_DAY, weekdayOf } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Assessment, Ledger } from '../types.ts';
import { type AwaitedPaths, awaitedInSheet } from './awaited.ts';
import { type Delays, delaysOf, type Waits } from './delays.ts';
import { type OpenBalances, openBalances } from './open-balances.ts';
import { WeekChances } from './range.ts';
import { type Excluded, type Receipt, receiptsOf } from './receipts.ts';

export const FORECAST_WEEKS = 13;
const DAYS = 7;

/** One week, in minor units. */
export interface WeekForecast {
  /** Its Monday. */
  readonly week: CalendarDay;
  readonly expected: number;
  /** The 10th and the 90th percentile; `expected` is never outside them. */
  readonly low: number;
  readonly high: number;
}

/** The forecast of one currency, in minor units: the weeks and `later` add up to `forecastable`. */
export interface CurrencyForecast {
  readonly currency: Currency;
  readonly weeks: readonly WeekForecast[];
  readonly forecastable: number;
  readonly later: number;
  /** Largest first. */
  readonly excluded: readonly Excluded[];
}

export interface ForecastOptions {
  readonly weeks?: number;
  /** What was promised, planned or disputed; without it, the columns of the sheet say. */
  readonly paths?: AwaitedPaths;
  /** How customers pay; without it, as the ledger tells. */
  readonly delays?: Delays;
}

/** The Monday of the first week shown: that of the day after `asOf`, for what came in on `asOf` is in. */
export function firstWeek(asOf: CalendarDay): CalendarDay {
  const tomorrow = addDays(asOf, 1);
  return addDays(tomorrow, -weekdayOf(tomorrow));
}

/** The weeks from the as-of day on, per currency of the ledger, in its order. */
export function forecast(ledger: Ledger, assessment: Assessment, options: ForecastOptions = {}): CurrencyForecast[] {
  const { asOf } = assessment;
  const { weeks = FORECAST_WEEKS, paths = awaitedInSheet(ledger, assessment), delays = delaysOf(ledger, assessment)(asOf) } = options;
  const [open] = openBalances(ledger, assessment.tolerances, [asOf]);
  const { expected, excluded } = receiptsOf(ledger, open as OpenBalances, delays, paths);
  const first = firstWeek(asOf);
  const expectedSums = expectedByWeek(ledger, expected, first, weeks);
  return ledger.currencies.map((currency, c) => {
    const receipts = expected.filter(({ invoice }) => ledger.currency[invoice] === c);
    const chances = Array.from({ length: weeks }, () => new WeekChances());
    for (const { invoice, minor, on, waits: late, dueOn, isAgreed } of receipts) {
      const waits = isAgreed ? null : (late ?? delays.beyond(ledger.customer[invoice] as number, asOf - dueOn));
      if (waits === null) chances[weekOf(on, first)]?.add(minor, 1);
      else spread(waits, dueOn, first, weeks, (week, chance) => chances[week]?.add(minor, chance));
    }
    const forecastable = receipts.reduce((sum, { minor }) => sum + minor, 0);
    const sums = rounded(expectedSums.subarray(c * weeks, (c + 1) * weeks), forecastable);
    return {
      currency,
      weeks: chances.map((range, w): WeekForecast => {
        const sum = sums[w] as number;
        const low = Math.min(sum, Math.round(range.quantile(0.1)));
        const high = Math.max(sum, Math.round(range.quantile(0.9)));
        return { week: addDays(first, w * DAYS), expected: sum, low, high };
      }),
      forecastable,
      later: forecastable - sums.reduce((sum, minor) => sum + minor, 0),
      excluded: excluded.filter(({ invoice }) => ledger.currency[invoice] === c).sort((a, b) => b.minor - a.minor || a.invoice - b.invoice),
    };
  });
}

function weekOf(day: CalendarDay, first: CalendarDay): number {
  return Math.floor((day - first) / DAYS);
}

/** What receipts bring in each of the weeks from `first` on, currency by currency, in minor units, not rounded. */
export function expectedByWeek(
  { currency, currencies }: Ledger,
  receipts: readonly Receipt[],
  first: CalendarDay,
  weeks: number,
): Float64Array {
  const sums = new Float64Array(currencies.length * weeks);
  for (const { invoice, minor, on, waits, dueOn } of receipts) {
    const start = (currency[invoice] as number) * weeks;
    if (on === NO_DAY) {
      if (waits !== null)
        spread(waits, dueOn, first, weeks, (week, chance) => {
          sums[start + week] = (sums[start + week] as number) + minor * chance;
        });
      continue;
    }
    const week = weekOf(on, first);
    if (week < weeks) sums[start + week] = (sums[start + week] as number) + minor;
  }
  return sums;
}

/** The chance of each week that an invoice comes in then, as such invoices did. */
function spread(
  { days, from }: Waits,
  dueOn: CalendarDay,
  first: CalendarDay,
  weeks: number,
  each: (week: number, chance: number) => void,
) {
  const all = days.length - from;
  let before = from;
  for (let week = 0; week < weeks && before < days.length; week++) {
    const until = days.upTo(first + (week + 1) * DAYS - 1 - dueOn, before);
    if (until > before) each(week, (until - before) / all);
    before = until;
  }
}

/** The sum so far is what is rounded: cents neither appear nor get lost. */
function rounded(sums: Float64Array, most: number): number[] {
  let reached = 0;
  let said = 0;
  return Array.from(sums, (sum) => {
    reached += sum;
    const soFar = Math.min(most, Math.round(reached));
    const week = soFar - said;
    said = soFar;
    return week;
  });
}
