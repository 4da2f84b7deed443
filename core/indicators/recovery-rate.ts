/**
 * What came in of what could be asked for: of the receivables overdue at the start of the last 90 days or falling due in them, the part paid in that
 * period. What was paid beyond an invoice's balance recovers nothing; credit notes are no payments.
 */
import type { CalendarDay } from '../calendar.ts';
import { type Indicator, ratio } from './indicator.ts';
import type { Recovery } from './recovery.ts';
import { isWithoutDates, type Sales } from './sales.ts';

/** The part recovered. Where no invoice has a date, payments without one came in nobody knows when: none in the period is no zero. */
export function rateOf({ recovered, recoverable }: Recovery, sales: Sales, on: CalendarDay): number | null {
  return recovered === 0 && isWithoutDates(sales, on) ? null : ratio(recovered, recoverable);
}

export const recoveryRate = {
  id: 'recoveryRate',
  unit: 'fraction',
  of: ({ recovery, sales, asOf }) => rateOf(recovery, sales, asOf),
  working: ({ recovery: { recovered, recoverable } }, { money }) => `${money(recovered)} / ${money(recoverable)}`,
} satisfies Indicator;
