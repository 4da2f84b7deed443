/** How many times a year the receivables turn into money: a year's sales over the mean of the receivables at its opening and its close. */
import { type Indicator, ratio } from './indicator.ts';
import { YEAR_DAYS } from './milestones.ts';
import { isWithoutDates, salesOfDays } from './sales.ts';

export const receivablesTurnover = {
  id: 'receivablesTurnover',
  unit: 'times',
  of: ({ sales, asOf, yearAgo, today }) =>
    isWithoutDates(sales, asOf) ? null : ratio(2 * salesOfDays(sales, asOf, YEAR_DAYS), yearAgo.outstanding + today.outstanding),
  working: ({ sales, asOf, yearAgo, today }, { money }) =>
    `${money(salesOfDays(sales, asOf, YEAR_DAYS))} / ((${money(yearAgo.outstanding)} + ${money(today.outstanding)}) / 2)`,
} satisfies Indicator;
