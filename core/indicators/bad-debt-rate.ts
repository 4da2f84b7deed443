/** What was given up in a year for what was sold in it. */
import { type Indicator, ratio } from './indicator.ts';
import { YEAR_DAYS } from './milestones.ts';
import { salesOfDays } from './sales.ts';

export const badDebtRate = {
  id: 'badDebtRate',
  unit: 'fraction',
  of: ({ settlements, sales, asOf }) => ratio(settlements.writtenOff, salesOfDays(sales, asOf, YEAR_DAYS)),
  working: ({ settlements, sales, asOf }, { money }) => `${money(settlements.writtenOff)} / ${money(salesOfDays(sales, asOf, YEAR_DAYS))}`,
} satisfies Indicator;
