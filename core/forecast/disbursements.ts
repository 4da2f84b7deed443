/**
 * The money planned to go out, week by week, to be held beside what is expected to come in.
 */
import { addDays, type CalendarDay, daysInMonth, partsOf } from '../calendar.ts';
import { type Currency, toMinor } from '../money.ts';
import type { Disbursement } from '../settings.ts';

/** Weekly sums go out on Fridays. */
const FRIDAY = 4;

/** What goes out in a week (named by its Monday) after `asOf`, in minor units of the currency. `house`: the currency of amounts that name none. */
export function plannedIn(
  disbursements: readonly Disbursement[],
  week: CalendarDay,
  asOf: CalendarDay,
  { currency, house }: { readonly currency: Currency; readonly house: Currency },
): number {
  let sum = 0;
  for (const { amount, currency: own, when } of disbursements) {
    if ((own ?? house) !== currency) continue;
    const minor = toMinor(amount, currency);
    for (let d = 0; d < 7; d++) {
      const day = addDays(week, d);
      if (day > asOf && isOn(when, day, d)) sum += minor;
    }
  }
  return sum;
}

/** Whether a disbursement falls on a day; a month too short for it pays on its last day. */
function isOn(when: Disbursement['when'], day: CalendarDay, weekday: number): boolean {
  switch (when.kind) {
    case 'once':
      return when.on === day;
    case 'weekly':
      return weekday === FRIDAY;
    case 'monthly': {
      const { year, month, day: dayOfMonth } = partsOf(day);
      return dayOfMonth === Math.min(when.day, daysInMonth(year, month));
    }
    default:
      return when satisfies never;
  }
}
