/**
 * How far the forecast would have been off: made again on six past Sundays from what was known then, and held against what came in during the weeks
 * that followed. A forecast that does not tell its own error is a guess.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { LEAST_SETTLED } from '../customers/score.ts';
import { type Assessment, FLAG, type Ledger, type ToldPaths } from '../types.ts';
import type { Awaited, AwaitedPaths } from './awaited.ts';
import { delaysOf } from './delays.ts';
import { expectedByWeek, firstWeek } from './forecast.ts';
import { type OpenBalances, openBalances } from './open-balances.ts';
import { receiptsOf } from './receipts.ts';

/** Six forecasts, each held against the weeks until the next: 26 weeks, six months. */
const WEEKS_BACK = [26, 22, 18, 13, 9, 4] as const;
const ALL_WEEKS = WEEKS_BACK[0];
const DAYS = 7;
const NO_MONEY = FLAG.credit | FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error;

/**
 * Σ |expected − actual| / Σ actual by week over the 26 weeks before the as-of day's, per currency of the ledger; null where nothing came in, or where
 * fewer than three invoices had been settled by any of the six days. Actual is what came in, on a known day, on the invoices that existed when the forecast
 * was made: no forecast from invoices knows those still to be written. Of what was said about invoices only disputes are replayed.
 */
export function forecastError(ledger: Ledger, assessment: Assessment, delaysUntil = delaysOf(ledger, assessment)): (number | null)[] {
  const { asOf, told, tolerances } = assessment;
  const end = firstWeek(asOf);
  const days = WEEKS_BACK.map((back) => addDays(end, -back * DAYS - 1));
  const open = openBalances(ledger, tolerances, days);
  const actual = paidByWeek(ledger, days, end);
  const mayBeContested = contestedEver(ledger, told);
  const wrong = ledger.currencies.map(() => 0);
  const came = ledger.currencies.map(() => 0);
  days.forEach((day, at) => {
    const weeks = ((days[at + 1] ?? addDays(end, -1)) - day) / DAYS;
    const delays = delaysUntil(day);
    if (delays.settled < LEAST_SETTLED) return;
    const disputed = disputedOn(mayBeContested, told, day);
    const { expected } = receiptsOf(ledger, open[at] as OpenBalances, delays, disputed);
    const sums = expectedByWeek(ledger, expected, firstWeek(day), weeks);
    const firstShown = weekOf(day + 1, days);
    ledger.currencies.forEach((_, c) => {
      for (let w = 0; w < weeks; w++) {
        const paid = actual[c * ALL_WEEKS + firstShown + w] as number;
        wrong[c] = (wrong[c] as number) + Math.abs((sums[c * weeks + w] as number) - paid);
        came[c] = (came[c] as number) + paid;
      }
    });
  });
  return ledger.currencies.map((_, c) => ((came[c] as number) > 0 ? (wrong[c] as number) / (came[c] as number) : null));
}

/** The week, counted from the first Sunday, in which a day lies. */
function weekOf(day: number, days: readonly CalendarDay[]): number {
  return Math.floor((day - (days[0] as number) - 1) / DAYS);
}

/**
 * What came in during each of the weeks from the first of these Sundays on, on the invoices there were on the last Sunday before: minor units, currency by
 * currency. `end` is the Monday after the last week.
 */
function paidByWeek(ledger: Ledger, days: readonly CalendarDay[], end: CalendarDay): Float64Array {
  const { size, issuedOn, flags, paid, paidOn, currency, currencies, rare } = ledger;
  const sums = new Float64Array(currencies.length * ALL_WEEKS);
  const sundays = days.flatMap((day, at) => Array<number>(((days[at + 1] ?? end - 1) - day) / DAYS).fill(day));
  const first = days[0] as number;
  const add = (i: number, on: number, minor: number): void => {
    if (on <= first || on >= end) return;
    const week = weekOf(on, days);
    if ((issuedOn[i] as number) > (sundays[week] as number)) return;
    const at = (currency[i] as number) * ALL_WEEKS + week;
    sums[at] = (sums[at] as number) + minor;
  };
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (flag & NO_MONEY) continue;
    const payments = flag & FLAG.rare ? rare.get(i)?.payments : undefined;
    if (payments) for (const payment of payments) add(i, payment.paidOn, payment.minor);
    else if (paidOn[i] !== NO_DAY) add(i, paidOn[i] as number, paid[i] as number);
  }
  return sums;
}

/** The invoices that were ever contested: the others are asked about on no day. */
function contestedEver({ size }: Ledger, told: ToldPaths | undefined): number[] {
  const invoices: number[] = [];
  if (told !== undefined) for (let i = 0; i < size; i++) if (told.mayBeContested(i)) invoices.push(i);
  return invoices;
}

/** What was contested on a past day; by when it was to be settled is not asked, so it was expected in no week. */
function disputedOn(invoices: readonly number[], told: ToldPaths | undefined, day: CalendarDay): AwaitedPaths {
  const paths = new Map<number, Awaited>();
  for (const i of invoices) {
    const minor = told?.contested(i, day) ?? 0;
    if (minor > 0) paths.set(i, { isLegal: false, disputed: { minor, deadline: null }, parts: [], notBefore: NO_DAY });
  }
  return paths;
}
