/**
 * How long after the due date money comes in: the median of a customer, and, of an invoice that already waited longer, how much longer such invoices
 * waited. A customer with too few settled invoices is taken to pay as all customers do.
 */
import type { CalendarDay } from '../calendar.ts';
import { LEAST_SETTLED } from '../customers/score.ts';
import { medianOf, tellingInvoices } from '../customers/settlements.ts';
import type { Assessment, Ledger } from '../types.ts';

/** Part of a list of days late in ascending order: from `from` to its end. */
export interface Waits {
  readonly days: Int32Array;
  readonly from: number;
}

export interface Delays {
  /** How many settled invoices all this comes from. */
  readonly settled: number;
  /** Median days from due date to settlement: the customer's own from three settled invoices on, else everybody's, else 0: paid when due. */
  readonly median: (customer: number) => number;
  /**
   * The waits that lasted beyond `age` days after the due date: the customer's own when it had three such, else everybody's. Null when nothing
   * ever settled took longer.
   */
  readonly beyond: (customer: number, age: number) => Waits | null;
}

/** Enough for the rows of any sheet. */
const ROWS = 2 ** 24;

/** The delays as they were known on any day up to the assessment's. What is settled is sorted once, by its days. */
export function delaysOf(ledger: Ledger, assessment: Assessment): (until: CalendarDay) => Delays {
  const { customer, customers } = ledger;
  const { daysLate, settledOn } = assessment;
  const telling = tellingInvoices(ledger, assessment);
  const keys = new Float64Array(telling.length);
  for (let k = 0; k < keys.length; k++) keys[k] = (daysLate[telling[k] as number] as number) * ROWS + (telling[k] as number);
  keys.sort();
  for (let k = 0; k < keys.length; k++) telling[k] = (keys[k] as number) - Math.floor((keys[k] as number) / ROWS) * ROWS;
  return (until) => {
    // The lists of all customers in one row, each ascending: that of customer c begins at from[c + 1].
    const from = new Int32Array(customers.length + 2);
    const all = new Int32Array(telling.length);
    let settled = 0;
    for (let k = 0; k < telling.length; k++) {
      const i = telling[k] as number;
      if ((settledOn[i] as number) > until) continue;
      all[settled++] = daysLate[i] as number;
      const after = (customer[i] as number) + 2;
      from[after] = (from[after] as number) + 1;
    }
    for (let c = 1; c < from.length; c++) from[c] = (from[c] as number) + (from[c - 1] as number);
    const next = from.slice();
    const own = new Int32Array(settled);
    for (let k = 0; k < telling.length; k++) {
      const i = telling[k] as number;
      if ((settledOn[i] as number) > until) continue;
      const list = (customer[i] as number) + 1;
      const at = next[list] as number;
      next[list] = at + 1;
      own[at] = daysLate[i] as number;
    }
    return delaysIn(all.subarray(0, settled), (c) => (c < 0 ? own.subarray(0, 0) : own.subarray(from[c + 1], from[c + 2])));
  };
}

function delaysIn(all: Int32Array, ownOf: (customer: number) => Int32Array): Delays {
  const usual = medianOf(all) ?? 0;
  const lists: (Int32Array | undefined)[] = [];
  const listOf = (customer: number): Int32Array => {
    lists[customer + 1] ??= ownOf(customer);
    return lists[customer + 1] as Int32Array;
  };
  return {
    settled: all.length,
    median: (customer) => {
      const own = listOf(customer);
      return own.length < LEAST_SETTLED ? usual : (medianOf(own) as number);
    },
    beyond: (customer, age) => {
      const own = listOf(customer);
      const from = countUpTo(own, age);
      if (own.length - from >= LEAST_SETTLED) return { days: own, from };
      const fromAll = countUpTo(all, age);
      return fromAll < all.length ? { days: all, from: fromAll } : null;
    },
  };
}

/** How many of the ascending days are at most `most`. */
export function countUpTo(ascending: Int32Array, most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
