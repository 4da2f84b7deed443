/** The part of the receivables that customers contest. */
import { type Indicator, ratio } from './indicator.ts';

export const disputeRate = {
  id: 'disputeRate',
  unit: 'fraction',
  of: ({ disputed, today }) => ratio(disputed.amount, today.outstanding),
  working: ({ disputed, today }, { money }) => `${money(disputed.amount)} / ${money(today.outstanding)}`,
} satisfies Indicator;
