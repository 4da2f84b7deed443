/**
 * How long after the due date money comes in: the median of a customer, and, of an invoice that already waited longer, how much longer such invoices
 * waited. A customer with too few settled invoices is taken to pay as all customers do.
 */
import type { CalendarDay } from '../calendar.ts';
import { LEAST_SETTLED } from '../customers/score.ts';
import { medianOf, tellingInvoices } from '../customers/settlements.ts';
import type { Assessment, Ledger } from '../types.ts';
import { Lateness } from './lateness.ts';

/** Part of a list of days late: from `from` to its end. */
export interface Waits {
  readonly days: Lateness;
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

/** Settled invoices by days late, ascending: whose they were, how late, and when they were settled, parallel. */
interface ByLateness {
  readonly customer: Int32Array;
  readonly late: Int32Array;
  readonly settledOn: Int32Array;
}

/** The delays as they were known on any day up to the assessment's. What is settled is sorted once, by its days. */
export function delaysOf(ledger: Ledger, assessment: Assessment): (until: CalendarDay) => Delays {
  const customers = ledger.customers.length;
  const all = byLateness(ledger, assessment);
  const own = byCustomer(all, customers);
  return (until) => {
    const known = lateUntil(all, until);
    // The lists of all customers in one row, each ascending: that of customer c begins at from[c + 1].
    const ofCustomers = new Int32Array(known.length);
    const from = new Int32Array(customers + 2);
    let at = 0;
    let list = 0;
    for (let k = 0; k < own.late.length; k++) {
      if ((own.settledOn[k] as number) > until) continue;
      while (list <= (own.customer[k] as number)) from[++list] = at;
      ofCustomers[at++] = own.late[k] as number;
    }
    from.fill(at, list + 1);
    return delaysIn(known, customers, (c) => (c < 0 ? NO_WAITS : ofCustomers.subarray(from[c + 1], from[c + 2])));
  };
}

const NO_WAITS = new Int32Array(0);

/** Sorted by counting: days late are few, invoices many. */
function byLateness(ledger: Ledger, assessment: Assessment): ByLateness {
  const { daysLate, settledOn } = assessment;
  const telling = tellingInvoices(ledger, assessment);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < telling.length; k++) {
    const late = daysLate[telling[k] as number] as number;
    if (late < least) least = late;
    if (late > most) most = late;
  }
  const sorted = emptyOf(telling.length);
  const next = startsOf(telling.length, most - least + 1, (k) => (daysLate[telling[k] as number] as number) - least);
  for (let k = 0; k < telling.length; k++) {
    const i = telling[k] as number;
    const late = daysLate[i] as number;
    const at = next[late - least] as number;
    next[late - least] = at + 1;
    sorted.customer[at] = ledger.customer[i] as number;
    sorted.late[at] = late;
    sorted.settledOn[at] = settledOn[i] as number;
  }
  return sorted;
}

/** The same customer by customer; those of nobody come first. */
function byCustomer({ customer, late, settledOn }: ByLateness, customers: number): ByLateness {
  const sorted = emptyOf(late.length);
  const next = startsOf(late.length, customers + 1, (k) => (customer[k] as number) + 1);
  for (let k = 0; k < late.length; k++) {
    const list = (customer[k] as number) + 1;
    const at = next[list] as number;
    next[list] = at + 1;
    sorted.customer[at] = customer[k] as number;
    sorted.late[at] = late[k] as number;
    sorted.settledOn[at] = settledOn[k] as number;
  }
  return sorted;
}

function emptyOf(size: number): ByLateness {
  return { customer: new Int32Array(size), late: new Int32Array(size), settledOn: new Int32Array(size) };
}

/** Where each of the `keys` lists begins, when `size` entries are laid out by their keys. */
function startsOf(size: number, keys: number, keyOf: (k: number) => number): Int32Array {
  const starts = new Int32Array(size === 0 ? 1 : keys + 1);
  for (let k = 0; k < size; k++) {
    const after = keyOf(k) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  return starts;
}

/** The days late of what was settled by a day, ascending. */
function lateUntil({ late, settledOn }: ByLateness, until: CalendarDay): Int32Array {
  const known = new Int32Array(late.length);
  let count = 0;
  for (let k = 0; k < late.length; k++) if ((settledOn[k] as number) <= until) known[count++] = late[k] as number;
  return known.subarray(0, count);
}

function delaysIn(known: Int32Array, customers: number, ownOf: (customer: number) => Int32Array): Delays {
  const all = new Lateness(known);
  const usual = medianOf(known) ?? 0;
  // From nobody (−1) on; filled as customers are asked for.
  const lists = new Array<Lateness | undefined>(customers + 1);
  const medians = new Int32Array(customers + 1);
  const listOf = (customer: number): Lateness => {
    const before = lists[customer + 1];
    if (before !== undefined) return before;
    const days = ownOf(customer);
    const own = new Lateness(days);
    lists[customer + 1] = own;
    medians[customer + 1] = days.length < LEAST_SETTLED ? usual : (medianOf(days) as number);
    return own;
  };
  return {
    settled: all.length,
    median: (customer) => {
      listOf(customer);
      return medians[customer + 1] as number;
    },
    beyond: (customer, age) => {
      const own = listOf(customer);
      const from = own.upTo(age);
      if (own.length - from >= LEAST_SETTLED) return { days: own, from };
      const fromAll = all.upTo(age);
      return fromAll < all.length ? { days: all, from: fromAll } : null;
    },
  };
}
