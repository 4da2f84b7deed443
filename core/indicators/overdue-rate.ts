/** The part of the receivables past its due date, from the first day late on. Above 1 when unapplied credits outweigh what is not due. */
import { type Indicator, ratio } from './indicator.ts';
import type { Position } from './receivables.ts';

/** Overdue / outstanding of a day. */
export function overdueShare({ overdue, outstanding }: Position): number | null {
  return ratio(overdue, outstanding);
}

export const overdueRate = { id: 'overdueRate', unit: 'fraction', of: ({ today }) => overdueShare(today) } satisfies Indicator;
