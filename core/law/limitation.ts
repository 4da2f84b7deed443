/**
 * The day after which a debt can no longer be claimed in court. Shown when a file is handed over: reminders and formal notices do not stop this
 * clock, only a court, an enforcement or the debtor's own acknowledgement do.
 */
import { addMonths, type CalendarDay, dayOf, NO_DAY, partsOf } from '../calendar.ts';
import type { Regime } from '../settings.ts';

/**
 * Years from the due date; `year-end`: from the end of the due date's year (BGB 199). Null where we do not know: public bodies in France forget
 * after four years counted from the service, which a due date does not tell.
 */
const LIMITS: Readonly<Record<Regime, { readonly years: number; readonly from: 'due' | 'year-end' } | null>> = {
  FR: { years: 5, from: 'due' },
  CONSUMER: { years: 2, from: 'due' },
  UK: { years: 6, from: 'due' },
  DE: { years: 3, from: 'year-end' },
  'FR-PUBLIC': null,
  EU: null,
  none: null,
};

/** The last day to sue for a debt due on that day, under a regime; null when not known or without a due date. */
export function limitationDate(dueOn: CalendarDay, regime: Regime): CalendarDay | null {
  const limit = LIMITS[regime];
  if (limit === null || dueOn === NO_DAY) return null;
  return limit.from === 'due' ? addMonths(dueOn, limit.years * 12) : dayOf(partsOf(dueOn).year + limit.years, 12, 31);
}
