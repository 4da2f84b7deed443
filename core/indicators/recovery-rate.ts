/**
 * What came in of what could be asked for: of the receivables overdue at the start of the last 90 days or falling due in them, the part paid in that
 * period. What was paid beyond an invoice's balance recovers nothing; credit notes are no payments.
 */
import { type Indicator, ratio } from './indicator.ts';

export const recoveryRate = {
  id: 'recoveryRate',
  unit: 'fraction',
  of: ({ recovery: { recovered, recoverable } }) => ratio(recovered, recoverable),
  working: ({ recovery: { recovered, recoverable } }, { money }) => `${money(recovered)} / ${money(recoverable)}`,
} satisfies Indicator;
