/** What was recovered in a period of one's own choice, as a formula in a cell asks for it. */
import { addDays, type CalendarDay } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { Assessment, Ledger } from '../types.ts';
import { effectiveness } from './collection-effectiveness.ts';
import { milestonesAt } from './milestones.ts';
import { type Position, positionsByCurrency } from './receivables.ts';
import { type Recovery, recoveryByCurrency } from './recovery.ts';
import { rateOf } from './recovery-rate.ts';
import { isWithoutDates, type Sales, salesBetween, salesByCurrency } from './sales.ts';

/** Fractions; null where there was nothing to recover or to collect. */
export interface PeriodFigures {
  readonly currency: Currency;
  readonly recoveryRate: number | null;
  readonly collectionEffectiveness: number | null;
}

/**
 * The period from `from` up to and including the day of the assessment, per currency of the ledger. It opens with what was open at the end of the day
 * before. A `from` after the assessment's day is the caller's to refuse: both figures are null.
 */
export function periodFigures(ledger: Ledger, assessment: Assessment, from: CalendarDay): PeriodFigures[] {
  const { asOf } = assessment;
  const before = addDays(from, -1);
  if (from > asOf) return ledger.currencies.map((currency) => ({ currency, recoveryRate: null, collectionEffectiveness: null }));
  const sales = salesByCurrency(ledger, assessment);
  const positions = positionsByCurrency(ledger, assessment, milestonesAt([before, asOf]));
  const recoveries = recoveryByCurrency(ledger, assessment, milestonesAt([asOf]), asOf - before);
  return ledger.currencies.map((currency, c) => {
    const [opening, closing] = positions[c] as [Position, Position];
    const [recovery] = recoveries[c] as [Recovery];
    const sold = sales[c] as Sales;
    return {
      currency,
      recoveryRate: rateOf(recovery, sold, asOf),
      collectionEffectiveness: isWithoutDates(sold, asOf) ? null : effectiveness(opening, salesBetween(sold, before, asOf), closing),
    };
  });
}
