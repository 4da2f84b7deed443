/**
 * The indicators of receivables, in the order they are shown. A new one is a file here and a line in the list; the compiler then asks for its field in
 * the report and its words in every language.
 */
import type { CalendarDay } from '../calendar.ts';
import type { LanguageCode } from '../languages/language.ts';
import { toDecimal } from '../money.ts';
import type { Figures, Kpis } from '../report.ts';
import type { Assessment, Ledger } from '../types.ts';
import { balanceOf, besidesBuckets } from './aging.ts';
import { averageDaysDelinquent } from './average-days-delinquent.ts';
import { averagePaymentTime } from './average-payment-time.ts';
import { badDebtRate } from './bad-debt-rate.ts';
import { bestPossibleDso } from './best-possible-dso.ts';
import { collectionEffectiveness } from './collection-effectiveness.ts';
import { disputeRate } from './dispute-rate.ts';
import { disputeRateByNumber } from './dispute-rate-by-number.ts';
import { dso } from './dso.ts';
import { dsoCountBack, dsoCountBackMoreThan } from './dso-count-back.ts';
import { dsoSplits } from './dso-split.ts';
import { history } from './history.ts';
import { type Indicator, toHundredths } from './indicator.ts';
import { invoicingDelay } from './invoicing-delay.ts';
import { QUARTER_DAYS, YEAR_DAYS } from './milestones.ts';
import { overdueRate } from './overdue-rate.ts';
import { promisesKept } from './promises-kept.ts';
import { receivablesTurnover } from './receivables-turnover.ts';
import { recoveryRate } from './recovery-rate.ts';
import { salesOfDays } from './sales.ts';
import { sendingDelay } from './sending-delay.ts';
import { type Moment, type Tally, tally } from './tally.ts';
import { weightedDaysLate } from './weighted-days-late.ts';
import { digitsIn } from './working.ts';

export { type AgingBy, agingBy } from './aging.ts';
export { averageDaysDelinquentOver } from './average-days-delinquent.ts';
export { bestPossibleDsoOver } from './best-possible-dso.ts';
export { dsoOver } from './dso.ts';
export { type CountBack, countBack } from './dso-count-back.ts';
export { type DsoTrend, dsoTrend } from './dso-trend.ts';
export type { Indicator, IndicatorId } from './indicator.ts';
export { type PeriodFigures, periodFigures } from './period.ts';
export { type Moment, type Tally, tally } from './tally.ts';

/** In display order. */
export const INDICATORS = [
  dso,
  dsoCountBack,
  dsoCountBackMoreThan,
  bestPossibleDso,
  averageDaysDelinquent,
  overdueRate,
  recoveryRate,
  collectionEffectiveness,
  weightedDaysLate,
  averagePaymentTime,
  disputeRate,
  disputeRateByNumber,
  badDebtRate,
  receivablesTurnover,
  promisesKept,
  invoicingDelay,
  sendingDelay,
] as const satisfies readonly Indicator[];

/** The figure of an indicator as it is shown: days to 0.01, fractions and times as they are, null when not available. */
function shown({ unit, of }: Indicator, moment: Moment): number | null {
  return unit === 'days' ? toHundredths(of(moment)) : of(moment);
}

/** Every listed figure of one currency on one day. A field of the report that no indicator of the list fills does not compile. */
function figures(moment: Moment): Record<(typeof INDICATORS)[number]['id'], number | null> & Figures {
  return Object.fromEntries(INDICATORS.map((indicator) => [indicator.id, shown(indicator, moment)])) as Record<
    (typeof INDICATORS)[number]['id'],
    number | null
  >;
}

/** How each available figure comes about, in the digits of a language. */
function workings(today: Tally, language: LanguageCode): Kpis['workings'] {
  const digits = digitsIn(language, today.currency);
  const available = INDICATORS.filter((indicator) => indicator.of(today) !== null);
  return Object.fromEntries(available.map((indicator) => [indicator.id, indicator.working(today, digits)]));
}

/** The indicators as of `asOf`: one entry per currency with an invoice that counts, in the ledger's order; money in decimals, workings in `language`. */
export function kpis(ledger: Ledger, assessment: Assessment, asOf: CalendarDay, language: LanguageCode): Kpis[] {
  const tallies = tally(ledger, assessment, asOf);
  const splits = dsoSplits(ledger, assessment, tallies);
  return tallies
    .map((of, c) => ({ of, dsoSplit: splits[c] ?? null }))
    .filter(({ of }) => of.sales.invoices > 0)
    .map(({ of, dsoSplit }) => ({
      currency: of.currency,
      ...balanceOf(of),
      ...besidesBuckets(of),
      ...figures(of),
      sales: {
        90: toDecimal(salesOfDays(of.sales, asOf, QUARTER_DAYS), of.currency),
        365: toDecimal(salesOfDays(of.sales, asOf, YEAR_DAYS), of.currency),
      },
      dsoSplit,
      workings: workings(of, language),
      history: history(of, figures),
    }));
}
