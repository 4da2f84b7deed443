/**
 * Whether "Amount due" is what was invoiced or what is left of it: tools say both, and only the rows where something was paid tell them apart.
 */
import type { Role } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** Whether what is due shrinks as it is paid: on more rows less is due than was paid, than just as much. */
export function isWhatIsLeft(due: Evidence, columns: ReadonlyMap<Role, number>, evidenceOf: (column: number) => Evidence): boolean {
  const paid = columns.get('paidAmount');
  const payments = paid === undefined ? [] : evidenceOf(paid).values;
  let less = 0;
  payments.forEach((payment, i) => {
    const left = due.values[i] as number;
    if (payment > 0 && left < payment + 0.005) less += left < payment - 0.005 ? 1 : -1;
  });
  return less > 0;
}

/** Whether the would-be balance is the whole amount on the very rows where something was paid. */
export function neverGoesDown(balance: Evidence, columns: ReadonlyMap<Role, number>, evidenceOf: (column: number) => Evidence): boolean {
  const amount = columns.get('amount');
  const paid = columns.get('paidAmount');
  const paidOn = columns.get('paidOn');
  if (amount === undefined || (paid === undefined && paidOn === undefined)) return false;
  const totals = evidenceOf(amount).values;
  const payments = paid === undefined ? [] : evidenceOf(paid).values;
  const days = paidOn === undefined ? [] : evidenceOf(paidOn).days;
  let settled = 0;
  let whole = 0;
  balance.values.forEach((left, i) => {
    const [total, payment, day] = [totals[i] ?? Number.NaN, payments[i] ?? 0, days[i] ?? Number.NaN];
    if (Number.isNaN(left) || !(total > 0) || !(payment > 0 || !Number.isNaN(day))) return;
    settled++;
    if (Math.abs(left - total) < 0.005) whole++;
  });
  return settled >= 2 && whole >= 0.9 * settled;
}
