/**
 * The indicators of receivables, in the order they are shown. A new one is a file here and a line in the list; until its file exists, a figure the
 * report promises is null.
 */
import type { CalendarDay } from '../calendar.ts';
import { toDecimal } from '../money.ts';
import type { Kpis } from '../report.ts';
import type { Assessment, Ledger } from '../types.ts';
import { agingBalance } from './aging.ts';
import { averageDaysDelinquent } from './average-days-delinquent.ts';
import { averagePaymentTime } from './average-payment-time.ts';
import { badDebtRate } from './bad-debt-rate.ts';
import { bestPossibleDso } from './best-possible-dso.ts';
import { collectionEffectiveness } from './collection-effectiveness.ts';
import { disputeRate } from './dispute-rate.ts';
import { dso } from './dso.ts';
import { dsoCountBack, dsoCountBackMoreThan } from './dso-count-back.ts';
import { history } from './history.ts';
import { type Indicator, toHundredths } from './indicator.ts';
import { QUARTER_DAYS, YEAR_DAYS } from './milestones.ts';
import { overdueRate } from './overdue-rate.ts';
import { receivablesTurnover } from './receivables-turnover.ts';
import { recoveryRate } from './recovery-rate.ts';
import { salesOfDays } from './sales.ts';
import { type Tally, tally } from './tally.ts';
import { weightedDaysLate } from './weighted-days-late.ts';

export { type Tally, tally } from './tally.ts';

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
  badDebtRate,
  receivablesTurnover,
] as const satisfies readonly Indicator[];

/** Promised by the report, still without a file of their own. */
const NOT_BUILT = { promisesKept: null, invoicingDelay: null, dsoSplit: null } as const satisfies Partial<Kpis>;

type Figures = Record<(typeof INDICATORS)[number]['id'], number | null>;

/** Every listed figure of one currency: days to 0.01, fractions and times as they are, null when not available. */
function figures(of: Tally): Figures {
  return Object.fromEntries(
    INDICATORS.map((indicator: Indicator) => [indicator.id, indicator.unit === 'days' ? toHundredths(indicator.of(of)) : indicator.of(of)]),
  ) as Figures;
}

/** The indicators as of `asOf`: one entry per currency with an invoice that counts, in the ledger's order; money in decimals. */
export function kpis(ledger: Ledger, assessment: Assessment, asOf: CalendarDay): Kpis[] {
  return tally(ledger, assessment, asOf)
    .filter(({ sales }) => sales.invoices > 0)
    .map((of) => ({
      currency: of.currency,
      ...agingBalance(of),
      ...figures(of),
      ...NOT_BUILT,
      sales: {
        90: toDecimal(salesOfDays(of.sales, asOf, QUARTER_DAYS), of.currency),
        365: toDecimal(salesOfDays(of.sales, asOf, YEAR_DAYS), of.currency),
      },
      history: history(of),
    }));
}
