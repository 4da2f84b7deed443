/**
 * A plan to propose: an amount now, then equal parts at equal distance. The parts add up to the cent, the last taking what does not divide. Days stay
 * the calendar's: a customer pays on the 5th whatever the weekday, and the days of grace cover a Sunday.
 */
import { addDays, addMonths, type CalendarDay } from '../calendar.ts';
import type { PlanPart } from './plans.ts';

export interface PlanWish {
  /** What is to be paid in all, in minor units. */
  readonly openMinor: number;
  /** What is paid on the first day, before the parts; 0 for none. */
  readonly deposit: number;
  /** How many equal parts follow. */
  readonly parts: number;
  /** Between them: a month (the same day of each, or its last), a week, or so many days. */
  readonly every: 'month' | 'week' | number;
  readonly firstOn: CalendarDay;
}

/**
 * The instalments, days ascending, adding up to `openMinor`. The deposit falls on the first day, the parts after it. Empty when it cannot be: nothing
 * open, a deposit that leaves nothing to spread or more parts than cents.
 */
export function proposePlan({ openMinor, deposit, parts, every, firstOn }: PlanWish): PlanPart[] {
  const rest = openMinor - deposit;
  const isWhole =
    [openMinor, deposit, parts].every(Number.isInteger) && (typeof every === 'string' || (Number.isInteger(every) && every > 0));
  if (!isWhole || deposit < 0 || parts < 1 || rest < parts) return [];
  const share = Math.floor(rest / parts);
  const shift = deposit > 0 ? 1 : 0;
  const dayAfter = (n: number): CalendarDay =>
    every === 'month' ? addMonths(firstOn, n) : addDays(firstOn, n * (every === 'week' ? 7 : every));
  const equal = Array.from({ length: parts }, (_, n) => ({
    on: dayAfter(n + shift),
    minor: n === parts - 1 ? rest - share * (parts - 1) : share,
  }));
  return deposit > 0 ? [{ on: firstOn, minor: deposit }, ...equal] : equal;
}
