/** What takes an invoice off the ladder, said in the sheet itself: a contested part and its deadline, a promised day, a pause. */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { FLAG } from '../types.ts';
import type { LedgerDraft } from './ledger-draft.ts';

/** Reads the dispute, promise and hold columns of every row that fills them. */
export function readOtherPaths(draft: LedgerDraft): void {
  const { disputedAmount, disputeDeadline, promiseOn, promiseAmount, holdUntil } = draft.columns;
  if (!disputedAmount && !disputeDeadline && !promiseOn && !holdUntil) return;
  for (let k = 0; k < draft.size; k++) {
    const contested = draft.valueOf(disputedAmount?.minor, k, Number.NaN);
    const deadline = draft.valueOf(disputeDeadline?.days, k, NO_DAY) as CalendarDay;
    const promisedOn = draft.valueOf(promiseOn?.days, k, NO_DAY) as CalendarDay;
    const until = draft.valueOf(holdUntil?.days, k, NO_DAY) as CalendarDay;
    if (contested > 0) {
      draft.facts(k).disputedMinor = contested;
      draft.raise(k, FLAG.disputed);
    }
    if (deadline !== NO_DAY) draft.facts(k).disputeDeadline = deadline;
    if (until !== NO_DAY) draft.facts(k).holdUntil = until;
    if (promisedOn !== NO_DAY) {
      const minor = draft.valueOf(promiseAmount?.minor, k, Number.NaN);
      draft.facts(k).promise = { promisedOn, minor: Number.isNaN(minor) ? null : minor };
    }
  }
}
