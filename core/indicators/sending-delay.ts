/** How long a finished invoice waits to be sent: mean days from the issue date to the sending, over invoices of the year. */
import { type Indicator, ratio } from './indicator.ts';

export const sendingDelay = {
  id: 'sendingDelay',
  unit: 'days',
  of: ({ sending: { days, invoices } }) => ratio(days, invoices),
  working: ({ sending: { days, invoices } }, { number }) => `${number(days)} / ${number(invoices)}`,
} satisfies Indicator;
