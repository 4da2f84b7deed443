/** The part of the receivables that customers contest. */
import { type Indicator, ratio } from './indicator.ts';

export const disputeRate = {
  id: 'disputeRate',
  unit: 'fraction',
  of: ({ disputed, today }) => ratio(disputed, today.outstanding),
} satisfies Indicator;
