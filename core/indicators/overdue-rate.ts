/** The part of the receivables past its due date, from the first day late on. Above 1 when unapplied credits outweigh what is not due. */
import { type Indicator, ratio } from './indicator.ts';

export const overdueRate = {
  id: 'overdueRate',
  unit: 'fraction',
  of: ({ today }) => ratio(today.overdue, today.outstanding),
  working: ({ today }, { money }) => `${money(today.overdue)} / ${money(today.outstanding)}`,
} satisfies Indicator;
