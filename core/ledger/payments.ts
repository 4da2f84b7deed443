/**
 * What was paid on an invoice: the first source that speaks. Payments tab, then the paid amount (dated by the payment date), then the balance, then
 * a payment date alone (paid in full), then the status word. Sources that contradict each other hold the row; the first still gives the figure.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Payment } from '../types.ts';

/** What the cells of one row say about payment, in minor units; NaN where a source is silent. */
export interface PaymentSources {
  readonly amount: number;
  /** Rows of the Payments tab about this invoice; null when there is none. */
  readonly tab: readonly Payment[] | null;
  readonly paidAmount: number;
  readonly balance: number;
  readonly paidOn: CalendarDay;
  readonly saysPaid: boolean;
  /** A paid amount or balance stands there that nobody can read: then neither a date nor a word may say that all is paid. */
  readonly unread: boolean;
  /** Linked credit notes applied to this invoice: a balance has them taken off already. */
  readonly credited: number;
  /** Differences up to this are no contradiction. */
  readonly tolerance: number;
}

/** The payments of a row and whether its sources contradict each other. */
export interface PaidReading {
  /** One payment, several from the tab, or none. */
  readonly paid: number;
  readonly paidOn: CalendarDay;
  readonly payments: readonly Payment[] | null;
  readonly undated: boolean;
  readonly contradiction: 'payments-contradict' | 'status-contradiction' | 'unreadable-payment' | null;
}

const UNPAID: PaidReading = { paid: 0, paidOn: NO_DAY, payments: null, undated: false, contradiction: null };

/** Reads what was paid. */
export function readPaid(sources: PaymentSources): PaidReading {
  const { amount, tab, paidAmount, balance, paidOn, saysPaid, unread, credited, tolerance } = sources;
  const hasAmount = !Number.isNaN(paidAmount);
  const hasBalance = !Number.isNaN(balance);
  if (tab === null && !hasAmount && !hasBalance && (unread || (paidOn === NO_DAY && !saysPaid))) return UNPAID;
  // A payment of less than nothing is a refund, or a column of signed entries: who knows.
  if (tab === null && hasAmount && paidAmount * amount < 0) return { ...UNPAID, contradiction: 'unreadable-payment' };
  const fromBalance = amount - balance - credited;
  const payable = amount - credited;
  // The word "paid" beside a few cents left may be our own label: it is no payment of them.
  if (tab === null && !hasAmount && !hasBalance && paidOn === NO_DAY && Math.abs(payable) <= tolerance) return UNPAID;
  let paid: number;
  let payments: readonly Payment[] | null = null;
  let contradiction: PaidReading['contradiction'] = null;
  if (tab !== null) {
    payments = tab;
    paid = 0;
    for (const payment of tab) paid += payment.minor;
    if (hasAmount && Math.abs(paidAmount - paid) > tolerance) contradiction = 'payments-contradict';
    // The sheet's own payment date is one of the tab's, or tells another story.
    if (paidOn !== NO_DAY && !tab.some((payment) => payment.paidOn === paidOn || payment.paidOn === NO_DAY))
      contradiction = 'payments-contradict';
  } else if (hasAmount) paid = paidAmount;
  else if (hasBalance) paid = fromBalance;
  else paid = payable;
  if (hasBalance && Math.abs(fromBalance - paid) > tolerance) contradiction = 'payments-contradict';
  // More left to pay than was ever owed.
  if (hasBalance && amount > 0 && -fromBalance > tolerance) contradiction = 'payments-contradict';
  if (tab === null && paid === 0 && paidOn !== NO_DAY && Math.abs(payable) > tolerance) contradiction = 'payments-contradict';
  if (contradiction === null && saysPaid && payable - paid > tolerance) contradiction = 'status-contradiction';
  if (payments !== null && payments.length === 1) {
    const only = payments[0] as Payment;
    return { paid, paidOn: only.paidOn, payments: null, undated: only.paidOn === NO_DAY, contradiction };
  }
  if (payments !== null)
    return { paid, paidOn: NO_DAY, payments, undated: payments.some((payment) => payment.paidOn === NO_DAY), contradiction };
  if (paid === 0) return { ...UNPAID, contradiction };
  return { paid, paidOn, payments: null, undated: paidOn === NO_DAY, contradiction };
}
