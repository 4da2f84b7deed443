/** How long a euro takes from the invoice to its settlement: weighted by amount, over invoices settled within the year. */
import { type Indicator, ratio } from './indicator.ts';

export const averagePaymentTime = {
  id: 'averagePaymentTime',
  unit: 'days',
  of: ({ settlements: { paymentTime } }) => ratio(paymentTime.amountDays, paymentTime.amount),
  working: ({ settlements: { paymentTime } }, { money }) => `${money(paymentTime.amountDays)} / ${money(paymentTime.amount)}`,
} satisfies Indicator;
