/**
 * How far the forecast would have been off: made again on six past Sundays from what was known then, and held against what came in during the weeks
 * that followed. A forecast that does not tell its own error is a guess.
 */
import { assess } from '../assess.ts';
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { LEAST_SETTLED } from '../customers/score.ts';
import type { Settings } from '../settings.ts';
import { type Assessment, FLAG, type Ledger, type Payment, type ToldPaths } from '../types.ts';
import type { Awaited, AwaitedPaths } from './awaited.ts';
import { delaysOf } from './delays.ts';
import { expectedByWeek, firstWeek } from './forecast.ts';
import { receiptsOf } from './receipts.ts';

/** Six forecasts, each held against the weeks until the next: 26 weeks, six months. */
const WEEKS_BACK = [26, 22, 18, 13, 9, 4] as const;
const DAYS = 7;
const NO_MONEY = FLAG.credit | FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error;

/** Statuses do not matter to a forecast, only what is open: the thresholds are any. */
const NO_CADENCE = { overdueFrom: 1, watchFrom: 0 };

/**
 * Σ |expected − actual| / Σ actual by week over the 26 weeks before the as-of day's, per currency of the ledger; null where nothing came in, or where
 * fewer than three invoices had been settled by any of the six days. Actual is what came in, on a known day, on the invoices that existed when the forecast
 * was made: no forecast from invoices knows those still to be written. Of what was said about invoices only disputes are replayed.
 */
export function forecastError(
  ledger: Ledger,
  assessment: Assessment,
  settings: Settings,
  delaysUntil = delaysOf(ledger, assessment),
): (number | null)[] {
  const { asOf, told } = assessment;
  const end = firstWeek(asOf);
  const wrong = ledger.currencies.map(() => 0);
  const came = ledger.currencies.map(() => 0);
  WEEKS_BACK.forEach((back, at) => {
    const weeks = back - (WEEKS_BACK[at + 1] ?? 0);
    const day = addDays(end, -back * DAYS - 1);
    const delays = delaysUntil(day);
    if (delays.settled < LEAST_SETTLED) return;
    const then = assess(ledger, settings, day, { paths: new Map(), thresholds: () => NO_CADENCE });
    const { expected } = receiptsOf(ledger, then, delays, disputedOn(ledger, told, day));
    const actual = paidByWeek(ledger, day, weeks);
    ledger.currencies.forEach((_, c) => {
      const receipts = expected.filter(({ invoice }) => ledger.currency[invoice] === c);
      expectedByWeek(receipts, firstWeek(day), weeks).forEach((sum, w) => {
        const paid = actual[c * weeks + w] as number;
        wrong[c] = (wrong[c] as number) + Math.abs(sum - paid);
        came[c] = (came[c] as number) + paid;
      });
    });
  });
  return ledger.currencies.map((_, c) => ((came[c] as number) > 0 ? (wrong[c] as number) / (came[c] as number) : null));
}

/** What came in during the weeks after a Sunday, on the invoices there were then: minor units, currency by currency. */
function paidByWeek(ledger: Ledger, day: CalendarDay, weeks: number): Float64Array {
  const { size, issuedOn, flags, paid, paidOn, currency, currencies, rare } = ledger;
  const sums = new Float64Array(currencies.length * weeks);
  const last = day + weeks * DAYS;
  const add = (i: number, { paidOn: on, minor }: Payment) => {
    if (on <= day || on > last) return;
    const at = (currency[i] as number) * weeks + Math.floor((on - day - 1) / DAYS);
    sums[at] = (sums[at] as number) + minor;
  };
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (flag & NO_MONEY || (issuedOn[i] as number) > day) continue;
    const payments = flag & FLAG.rare ? rare.get(i)?.payments : undefined;
    if (payments) for (const payment of payments) add(i, payment);
    else if (paidOn[i] !== NO_DAY) add(i, { paidOn: paidOn[i] as CalendarDay, minor: paid[i] as number });
  }
  return sums;
}

/** What was contested on a past day; by when it was to be settled is not asked, so it was expected in no week. */
function disputedOn(ledger: Ledger, told: ToldPaths | undefined, day: CalendarDay): AwaitedPaths {
  const paths = new Map<number, Awaited>();
  if (told === undefined) return paths;
  for (let i = 0; i < ledger.size; i++) {
    const minor = told.mayBeContested(i) ? told.contested(i, day) : 0;
    if (minor > 0) paths.set(i, { isLegal: false, disputed: { minor, deadline: null }, parts: [], notBefore: NO_DAY });
  }
  return paths;
}
