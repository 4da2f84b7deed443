/** How long the work waits for its invoice: mean days from the service or delivery to the issue date, over invoices of the year. */
import { type Indicator, ratio } from './indicator.ts';

export const invoicingDelay = {
  id: 'invoicingDelay',
  unit: 'days',
  of: ({ invoicing: { days, invoices } }) => ratio(days, invoices),
  working: ({ invoicing: { days, invoices } }, { number }) => `${number(days)} / ${number(invoices)}`,
} satisfies Indicator;
