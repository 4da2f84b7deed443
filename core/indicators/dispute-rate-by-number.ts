/** How many of the open invoices are contested, in whole or in part, whatever their amounts: many small disputes are a sign of their own. */
import { type Indicator, ratio } from './indicator.ts';

export const disputeRateByNumber = {
  id: 'disputeRateByNumber',
  unit: 'fraction',
  of: ({ disputed, today }) => ratio(disputed.invoices, today.invoices),
  working: ({ disputed, today }, { number }) => `${number(disputed.invoices)} / ${number(today.invoices)}`,
} satisfies Indicator;
