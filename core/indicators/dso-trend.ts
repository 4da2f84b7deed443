/** DSO at the end of any number of months, as a formula in a cell asks for it; the report's own history has twelve, and every indicator. */
import { monthOf } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Assessment, Ledger } from '../types.ts';
import { daysOfSales } from './dso.ts';
import { toHundredths } from './indicator.ts';
import { milestoneAt, milestonesAt, monthEnds, QUARTER_DAYS } from './milestones.ts';
import { type Position, positionsByCurrency } from './receivables.ts';
import { type Sales, salesByCurrency, salesOfDays } from './sales.ts';

export interface DsoTrend {
  readonly currency: Currency;
  /** Oldest first; the last month stands at the as-of day. Days to 0.01, null without sales. */
  readonly months: readonly { readonly month: string; readonly dso: number | null; readonly bestPossibleDso: number | null }[];
}

/** The trend of each currency of the ledger over `months` months (1 to 240). */
export function dsoTrend(ledger: Ledger, assessment: Assessment, months: number): DsoTrend[] {
  const { asOf } = assessment;
  const ends = monthEnds(asOf, months);
  const milestones = milestonesAt(ends);
  const sales = salesByCurrency(ledger, assessment);
  const positions = positionsByCurrency(ledger, assessment, milestones);
  return ledger.currencies.map((currency, c) => ({
    currency,
    months: ends.map((on) => {
      const { outstanding, notDue } = (positions[c] as Position[])[milestoneAt(milestones, on)] as Position;
      const sold = salesOfDays(sales[c] as Sales, on, QUARTER_DAYS);
      return {
        month: monthOf(on),
        dso: toHundredths(daysOfSales(outstanding, sold, QUARTER_DAYS)),
        bestPossibleDso: toHundredths(daysOfSales(notDue, sold, QUARTER_DAYS)),
      };
    }),
  }));
}
