/**
 * The forecast of a study as the report shows it: thirteen weeks in decimals, what is planned to go out beside them, and what cannot be forecast.
 */
import { isoOf } from '../calendar.ts';
import { OUT_OF_RECEIVABLES } from '../indicators/balances.ts';
import { LANGUAGES } from '../languages/index.ts';
import { toDecimal } from '../money.ts';
import type { ForecastDetail, ForecastWeek } from '../report.ts';
import type { Study } from '../study.ts';
import { awaitedIn } from './awaited.ts';
import { delaysOf } from './delays.ts';
import { plannedIn } from './disbursements.ts';
import { forecastError } from './error.ts';
import { forecast } from './forecast.ts';
import type { Excluded, ExcludedWhy } from './receipts.ts';

/** The weeks and what lies behind them, for each currency that has an invoice. */
export function forecastOf(study: Study): { forecast: ForecastWeek[]; forecastDetail: ForecastDetail[] } {
  const { ledger, chased, book, asOf, settings, language } = study;
  const { notExpected, sumNotExpected } = LANGUAGES[language].customers;
  const { assessment } = chased;
  const delays = delaysOf(ledger, assessment);
  const errors = forecastError(ledger, assessment, delays);
  const used = new Uint8Array(ledger.currencies.length);
  for (let i = 0; i < ledger.size; i++)
    if (assessment.exists[i] === 1 && ((ledger.flags[i] as number) & OUT_OF_RECEIVABLES) === 0) used[ledger.currency[i] as number] = 1;
  const weeks: ForecastWeek[] = [];
  const details: ForecastDetail[] = [];
  const house = settings.currency ?? ledger.currencies[0] ?? null;
  forecast(ledger, assessment, { paths: awaitedIn(ledger, chased, book), delays: delays(asOf) }).forEach((of, c) => {
    if (used[c] === 0) return;
    const { currency } = of;
    const decimal = (minor: number) => toDecimal(minor, currency);
    const planned = of.weeks.map(({ week }) => plannedIn(settings.disbursements, week, asOf, { currency, house }));
    const isPlanned = planned.some((minor) => minor > 0);
    of.weeks.forEach(({ week, expected, low, high }, w) => {
      weeks.push({
        currency,
        week: isoOf(week),
        expected: decimal(expected),
        low: decimal(low),
        high: decimal(high),
        ...(isPlanned ? { planned: decimal(planned[w] as number) } : {}),
      });
    });
    details.push({
      currency,
      forecastable: decimal(of.forecastable),
      later: decimal(of.later),
      excluded: of.excluded.map(({ invoice, minor, why }) => ({
        customer: ledger.customers[ledger.customer[invoice] as number]?.name ?? '',
        number: ledger.number[invoice] as string,
        open: decimal(minor),
        why,
        message: notExpected[why],
      })),
      excludedCount: of.excluded.length,
      excludedTotal: decimal(of.excluded.reduce((sum, { minor }) => sum + minor, 0)),
      excludedWhy: sumsByWhy(of.excluded).map(([why, minor]) => ({ why, message: sumNotExpected[why], open: decimal(minor) })),
      error: errors[c] ?? null,
    });
  });
  return { forecast: weeks, forecastDetail: details };
}

function sumsByWhy(excluded: readonly Excluded[]): [ExcludedWhy, number][] {
  const sums = new Map<ExcludedWhy, number>();
  for (const { why, minor } of excluded) sums.set(why, (sums.get(why) ?? 0) + minor);
  return [...sums].sort(([, a], [, b]) => b - a);
}
