/** Days sales outstanding: how many days of sales the receivables stand for. Receivables / sales of the last N days × N, all incl. tax. */
import { type Indicator, ratio } from './indicator.ts';
import { QUARTER_DAYS } from './milestones.ts';
import { salesOfDays } from './sales.ts';
import type { Moment } from './tally.ts';
import { daysOfSalesText } from './working.ts';

/** Days of sales that `receivables` are worth, with `sales` made in `days` days; null without sales. */
export function daysOfSales(receivables: number, sales: number, days: number): number | null {
  return ratio(receivables * days, sales);
}

/** The DSO over the last `days` days. */
export function dsoOver({ today, sales, asOf }: Moment, days: number): number | null {
  return daysOfSales(today.outstanding, salesOfDays(sales, asOf, days), days);
}

export const dso = {
  id: 'dso',
  unit: 'days',
  of: (moment) => dsoOver(moment, QUARTER_DAYS),
  working: ({ today, sales, asOf }, { money, number }) =>
    daysOfSalesText(money(today.outstanding), money(salesOfDays(sales, asOf, QUARTER_DAYS)), number(QUARTER_DAYS)),
} satisfies Indicator;
