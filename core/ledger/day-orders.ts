/**
 * In which order a column writes its dates, and which of its dates stand against it. The declared order decides, else what the column shows by
 * itself (a 13 or more on either side), else the locale; nothing else does.
 */
import type { CalendarDay } from '../calendar.ts';
import type { DateOrder } from './locale-habits.ts';

/** How many texts of the column can only be day first, and how many only month first. */
export interface OrderEvidence {
  dmy: number;
  mdy: number;
}

/** The orders to try on an undecided text, first the one that weighs most; a column that shows both decides nothing. */
export function ordersToTry(declared: DateOrder | null, evidence: OrderEvidence, local: DateOrder | null): readonly DateOrder[] {
  const shown = evidence.dmy > 0 === evidence.mdy > 0 ? null : evidence.dmy > 0 ? 'dmy' : 'mdy';
  return [declared, shown, local].filter((order): order is DateOrder => order !== null);
}

/** The day of an undecided text in the first order in which it is one; null when no order says. */
export function dayInOrder(days: Readonly<Record<DateOrder, CalendarDay | null>>, orders: readonly DateOrder[]): CalendarDay | null {
  for (const order of orders) if (days[order] !== null) return days[order];
  return null;
}

/**
 * Which sure dates are noticed as against the order: those that contradict the declared one, else the locale's, else the majority (a tie
 * accuses both sides). Only the first where the whole column agrees with itself and not with the locale: an American export opened in France.
 */
export function accusedOrders(
  declared: DateOrder | null,
  evidence: OrderEvidence,
  local: DateOrder | null,
): { readonly orders: readonly DateOrder[]; readonly onlyFirst: boolean } {
  const nobody = { orders: [], onlyFirst: false };
  const majority = evidence.dmy === evidence.mdy ? null : evidence.dmy > evidence.mdy ? 'dmy' : 'mdy';
  const order = declared ?? (local === 'ymd' ? null : local) ?? majority;
  if (order === 'ymd' || evidence.dmy + evidence.mdy === 0) return nobody;
  if (order === null) return { orders: ['dmy', 'mdy'], onlyFirst: false };
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  return evidence[other] === 0 ? nobody : { orders: [other], onlyFirst: declared === null && evidence[order] === 0 };
}
