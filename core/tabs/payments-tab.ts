/**
 * The Payments tab: one line per receipt, when the invoice sheet has room for one payment only. It is the first source to speak on what was paid.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { TabLine } from './tab-line.ts';
import type { ColumnOf } from './tab-shapes.ts';
import { wordKey } from './tab-words.ts';

/** One receipt. */
export interface PaymentLine {
  readonly sheet: string;
  readonly row: number;
  readonly invoice: string;
  readonly customer: string;
  /** NO_DAY when the line gives no date: it counts from the issue date on. */
  readonly paidOn: CalendarDay;
  /** Decimal, as the invoice counts; negative for money given back. */
  readonly amount: number;
  /** Null: the invoice's own. */
  readonly currency: Currency;
}

/** A receipt that names its invoice but whose amount, date or currency cannot be read: that invoice must not be chased meanwhile. */
export interface DoubtfulPayment {
  readonly sheet: string;
  readonly row: number;
  readonly invoice: string;
  readonly customer: string;
}

type Line = TabLine<ColumnOf<'payments'>>;

/** Reads the lines. Total lines are no receipts. */
export function readPayments(lines: Iterable<Line>): { payments: PaymentLine[]; doubtful: DoubtfulPayment[] } {
  const payments: PaymentLine[] = [];
  const doubtful: DoubtfulPayment[] = [];
  for (const line of lines) {
    const invoice = line.text('invoice');
    if (isTotal(invoice) || (invoice === '' && isTotal(line.text('customer')))) continue;
    if (invoice === '') {
      line.complain('invoice', 'missing-invoice');
      continue;
    }
    const money = line.money('amount', line.currency('currency'));
    if (money === null && !line.isBad) line.complain('amount', 'missing-amount');
    const paidOn = line.day('paidOn') ?? NO_DAY;
    // A customer that cannot be read (the #N/A of a lookup) does not make the receipt doubtful.
    const isDoubtful = line.isBad;
    const place = { sheet: line.sheet, row: line.row, invoice, customer: line.text('customer') };
    if (money === null || isDoubtful) doubtful.push(place);
    else payments.push({ ...place, paidOn, ...money });
  }
  return { payments, doubtful };
}

function isTotal(text: string): boolean {
  return /^(sous|grand|sub)?(total|totaux)(general)?$/.test(wordKey(text));
}
