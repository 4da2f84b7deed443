/**
 * What was sold, by issue day, net of credit notes and including what was written off later. Kept as running totals, so that the sales of any
 * window, month or year are one subtraction.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';

/** The sales of one currency, in minor units. `totals[k]` is all that was issued before day `start + k`. */
export interface Sales {
  /** First issue day of the currency; NO_DAY when nothing dated was sold. */
  readonly firstOn: CalendarDay;
  readonly start: CalendarDay;
  readonly totals: Float64Array;
  /** Invoices and credit notes that count, those without an issue date included. */
  readonly invoices: number;
}

const NO_SALE = FLAG.draft | FLAG.cancelled | FLAG.error;

/** Adds up what was issued up to the as-of day, per currency of the ledger. What has no issue date is in no window. */
export function salesByCurrency(ledger: Ledger, { exists, asOf }: Assessment): Sales[] {
  const { size, amount, issuedOn, flags, currency, currencies } = ledger;
  const start = firstIssue(ledger, asOf);
  const span = asOf - start + 2;
  const sold = new Float64Array(currencies.length * span);
  const firstOn = new Int32Array(currencies.length).fill(asOf + 1);
  const invoices = new Float64Array(currencies.length);
  for (let i = 0; i < size; i++) {
    if (exists[i] === 0 || (flags[i] as number) & NO_SALE) continue;
    const c = currency[i] as number;
    const issued = issuedOn[i] as number;
    invoices[c] = (invoices[c] as number) + 1;
    if (issued === NO_DAY) continue;
    const at = c * span + (issued - start + 1);
    sold[at] = (sold[at] as number) + (amount[i] as number);
    if (issued < (firstOn[c] as number)) firstOn[c] = issued;
  }
  return currencies.map((_, c) => {
    const first = firstOn[c] as CalendarDay;
    const totals = sold.subarray(c * span, (c + 1) * span);
    for (let k = 1; k < span; k++) totals[k] = (totals[k] as number) + (totals[k - 1] as number);
    return { firstOn: first > asOf ? NO_DAY : first, start, totals, invoices: invoices[c] as number };
  });
}

/** The first issue day recorded up to the as-of day; the as-of day when none is. */
function firstIssue({ size, issuedOn }: Ledger, asOf: CalendarDay): CalendarDay {
  let first = asOf as number;
  for (let i = 0; i < size; i++) {
    const day = issuedOn[i] as number;
    if (day < first && day !== NO_DAY) first = day;
  }
  return first as CalendarDay;
}

/** Net sales issued after `after`, up to and including `until`, in minor units. */
export function salesBetween({ start, totals }: Sales, after: CalendarDay, until: CalendarDay): number {
  const through = (day: CalendarDay): number => totals[Math.max(0, Math.min(totals.length - 1, day - start + 1))] as number;
  return through(until) - through(after);
}

/** Nothing that stood on the day has an issue date: what was sold when, and what was owed before, nobody can tell. */
export function isWithoutDates({ firstOn }: Sales, on: CalendarDay): boolean {
  return firstOn === NO_DAY || firstOn > on;
}

/** Net sales of the window (asOf − days, asOf], in minor units. */
export function salesOfDays(sales: Sales, asOf: CalendarDay, days: number): number {
  return salesBetween(sales, (asOf - days) as CalendarDay, asOf);
}
