/** How late a euro comes in: signed days late weighted by invoice amount, over invoices settled within the year and those open and late today. */
import { type Indicator, ratio } from './indicator.ts';

export const weightedDaysLate = {
  id: 'weightedDaysLate',
  unit: 'days',
  of: ({ settlements: { lateness } }) => ratio(lateness.amountDays, lateness.amount),
  working: ({ settlements: { lateness } }, { money }) => `${money(lateness.amountDays)} / ${money(lateness.amount)}`,
} satisfies Indicator;
