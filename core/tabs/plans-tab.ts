/**
 * The Plans tab: one line per instalment of an invoice, typed by hand or added when a plan is agreed. It is what decides; the journal only remembers
 * when each plan was made.
 */
import type { CalendarDay } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { columnsOf } from './records.ts';
import type { TabLine } from './tab-line.ts';
import { type ColumnOf, TAB_SHAPES } from './tab-shapes.ts';
import { wordKey } from './tab-words.ts';

/** One instalment. */
export interface PlanLine {
  readonly sheet: string;
  readonly row: number;
  readonly invoice: string;
  /** '' when the line does not say. */
  readonly customer: string;
  readonly dueOn: CalendarDay;
  /** Decimal, above 0. */
  readonly amount: number;
  /** Null: the invoice's own. */
  readonly currency: Currency;
}

type Column = ColumnOf<'plans'>;

/** Reads the lines; totals are no instalments, and a line that lacks its invoice, day or amount is a problem and no instalment. */
export function readPlans(lines: Iterable<TabLine<Column>>): PlanLine[] {
  const plans: PlanLine[] = [];
  for (const line of lines) {
    const invoice = line.text('invoice');
    if (TOTAL.test(wordKey(invoice)) || (invoice === '' && TOTAL.test(wordKey(line.text('customer'))))) continue;
    if (invoice === '') line.complain('invoice', 'missing-invoice');
    const dueOn = line.day('dueOn');
    if (dueOn === null && !line.isBad) line.complain('dueOn', 'missing-date');
    const money = line.money('amount', null);
    if (money === null && !line.isBad) line.complain('amount', 'missing-amount');
    if (money !== null && !(money.amount > 0)) line.complain('amount', 'out-of-range');
    if (invoice === '' || dueOn === null || money === null || !(money.amount > 0)) continue;
    plans.push({ sheet: line.sheet, row: line.row, invoice, customer: line.text('customer'), dueOn, ...money });
  }
  return plans;
}

/** One instalment as it is written. */
export type PlanText = Pick<PlanLine, 'invoice' | 'customer'> & { readonly dueOn: string; readonly amount: string };

const TOTAL = /^(sous|grand|sub)?(total|totaux)(general)?$/;

/** The cells of an instalment under a given header (French or English): '' under the user's own columns. */
export function planRow(line: PlanText, header: readonly string[]): string[] {
  return columnsOf(TAB_SHAPES.plans, header).map((column) => (column === null ? '' : line[column as Column]));
}
