/**
 * How each customer settled what it owed: the days late of its own settled invoices, in the order in which they fell due. What is asked of a payer's
 * habits (score, signals) is answered from these lists alone.
 */
import { paidOnInvoice } from '../assess.ts';
import { NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';

/** Signed days late of settled invoices, by customer. */
export interface Settlements {
  /** Of customer `c` (−1: of invoices without a customer), by due date, of one day the latest paid last. A view: not to be written. */
  readonly of: (customer: number) => Int32Array;
}

/** Days late beyond which nothing more is told apart (over 300 years), so that a date and days late sort as one number. */
const REACH = 2 ** 17;

/**
 * The settled invoices that tell of a habit on the assessment's day, by index. One settled without a known day, one that was never due, and one that a
 * credit note settled (nobody paid it) say nothing.
 */
export function tellingInvoices(ledger: Ledger, assessment: Assessment): Int32Array {
  const { daysLate, settledOn, asOf } = assessment;
  const telling = new Int32Array(ledger.size);
  let count = 0;
  for (let i = 0; i < ledger.size; i++) {
    if (settledOn[i] === NO_DAY || daysLate[i] === NO_DAY) continue;
    const isCredited = ((ledger.flags[i] as number) & FLAG.rare) !== 0 && ledger.rare.get(i)?.credits !== undefined;
    if (isCredited && paidOnInvoice(ledger, i, asOf) === 0) continue;
    telling[count++] = i;
  }
  return telling.subarray(0, count);
}

/** The settlements known on the assessment's day. */
export function settlementsOf(ledger: Ledger, assessment: Assessment): Settlements {
  const { customer, dueOn, customers } = ledger;
  const telling = tellingInvoices(ledger, assessment);
  // The lists of all customers in one row: that of customer c begins at from[c + 1].
  const from = new Int32Array(customers.length + 2);
  for (let k = 0; k < telling.length; k++) {
    const after = (customer[telling[k] as number] as number) + 2;
    from[after] = (from[after] as number) + 1;
  }
  for (let c = 1; c < from.length; c++) from[c] = (from[c] as number) + (from[c - 1] as number);
  const next = from.slice();
  const keys = new Float64Array(telling.length);
  for (let k = 0; k < telling.length; k++) {
    const i = telling[k] as number;
    const list = (customer[i] as number) + 1;
    const at = next[list] as number;
    next[list] = at + 1;
    const late = Math.max(-REACH, Math.min(REACH - 1, assessment.daysLate[i] as number));
    keys[at] = (dueOn[i] as number) * 2 * REACH + late + REACH;
  }
  for (let list = 0; list <= customers.length; list++) sortPart(keys, from[list] as number, from[list + 1] as number);
  const days = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] as number;
    days[k] = key - Math.floor(key / (2 * REACH)) * 2 * REACH - REACH;
  }
  return { of: (c) => days.subarray(from[c + 1], from[c + 2]) };
}

/** Sheets are mostly in order of their dates: what is sorted is left. */
function sortPart(keys: Float64Array, start: number, end: number): void {
  for (let k = start + 1; k < end; k++)
    if ((keys[k] as number) < (keys[k - 1] as number)) {
      keys.subarray(start, end).sort();
      return;
    }
}

/** The middle one of days in ascending order; of two middle ones the mean, rounded to the later day. Null for none. */
export function medianOf(ascending: ArrayLike<number>): number | null {
  const half = ascending.length >> 1;
  if (ascending.length === 0) return null;
  const upper = ascending[half] as number;
  return ascending.length % 2 === 1 ? upper : Math.ceil(((ascending[half - 1] as number) + upper) / 2);
}
