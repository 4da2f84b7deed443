/**
 * Who owes how much: one line per customer and currency, the most overdue first. Invoices without a customer share one nameless line, so that the
 * lines add up to the receivables.
 */
import { NO_DAY } from '../calendar.ts';
import { type Currency, roundHalfUp, toDecimal } from '../money.ts';
import { type Assessment, FLAG, type Ledger, NO_BUCKET, STATUSES } from '../types.ts';

/** What one customer owes in one currency, in decimals. */
export interface Exposure {
  /** Index into `ledger.customers`; −1 for invoices without a customer. */
  readonly customer: number;
  readonly name: string;
  readonly currency: Currency;
  readonly open: number;
  readonly overdue: number;
  readonly notDue: number;
  readonly unapplied: number;
  readonly daysLateAverage: number | null;
  /** Of all that customers owe in the currency, each less its credits: a fraction; null when nobody owes anything. */
  readonly share: number | null;
  /** Days late of the oldest invoice that is open for no reason told (dispute, promise, plan, pause), negative while none is due; null without any. */
  readonly openDaysLate: number | null;
  readonly invoices: number;
}

/** Balances of one customer in one currency, in minor units; `unapplied` is what its negative opens add up to. */
interface Account {
  readonly customer: number;
  readonly currency: number;
  open: number;
  overdue: number;
  notDue: number;
  unapplied: number;
  /** Signed days late of its invoices settled on a known day, and how many those are. */
  daysLate: number;
  settled: number;
  openDaysLate: number;
  invoices: number;
}

/** Statuses of invoices that nothing was said about. */
const LEFT_OPEN: ReadonlySet<number> = new Set((['overdue', 'watch', 'not-due'] as const).map((status) => STATUSES.indexOf(status)));
const UNCOUNTED = FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error;

/**
 * The exposure as of the assessment's day, in decimals: what counts in the receivables and the invoices already settled. `daysLateAverage` is the plain
 * mean of signed days late over the settled invoices whose dates are known, to 0.01; null without any. Most overdue first, then most open, then by name.
 */
export function exposure(ledger: Ledger, assessment: Assessment): Exposure[] {
  const accounts = accountsOf(ledger, assessment);
  const owed = new Float64Array(ledger.currencies.length);
  for (const { currency, open } of accounts) if (open > 0) owed[currency] = (owed[currency] as number) + open;
  return accounts
    .map((account): Exposure => {
      const currency = ledger.currencies[account.currency] as Currency;
      const owedByAll = owed[account.currency] as number;
      return {
        customer: account.customer,
        name: ledger.customers[account.customer]?.name ?? '',
        currency,
        open: toDecimal(account.open, currency),
        overdue: toDecimal(account.overdue, currency),
        notDue: toDecimal(account.notDue, currency),
        unapplied: toDecimal(account.unapplied, currency),
        daysLateAverage: account.settled === 0 ? null : roundHalfUp(account.daysLate / account.settled, 2) / 100,
        share: owedByAll > 0 ? Math.max(0, account.open) / owedByAll : null,
        openDaysLate: account.openDaysLate === NO_DAY ? null : account.openDaysLate,
        invoices: account.invoices,
      };
    })
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Adds the ledger up by customer and currency, in the order in which they first appear. */
function accountsOf(ledger: Ledger, assessment: Assessment): Account[] {
  const { size, customer, customers, currency, flags } = ledger;
  const { exists, open, bucket, settledOn, daysLate, status } = assessment;
  const accounts: Account[] = [];
  // Almost every customer has one currency: its account is found by its index, another currency's a step further.
  const firstOf = new Int32Array(customers.length + 1).fill(-1);
  const nextOf: number[] = [];
  for (let i = 0; i < size; i++) {
    if (exists[i] === 0 || (flags[i] as number) & UNCOUNTED) continue;
    const who = customer[i] as number;
    let at = firstOf[who + 1] as number;
    while (at >= 0 && accounts[at]?.currency !== currency[i]) at = nextOf[at] as number;
    if (at < 0) {
      at =
        accounts.push({
          customer: who,
          currency: currency[i] as number,
          open: 0,
          overdue: 0,
          notDue: 0,
          unapplied: 0,
          daysLate: 0,
          settled: 0,
          openDaysLate: NO_DAY,
          invoices: 0,
        }) - 1;
      nextOf.push(firstOf[who + 1] as number);
      firstOf[who + 1] = at;
    }
    const account = accounts[at] as Account;
    const left = open[i] as number;
    const b = bucket[i] as number;
    account.invoices++;
    account.open += left;
    if (b === 0) account.notDue += left;
    else if (b !== NO_BUCKET) account.overdue += left;
    else if (left < 0) account.unapplied += left;
    if (b !== NO_BUCKET && (daysLate[i] as number) > account.openDaysLate && LEFT_OPEN.has(status[i] as number))
      account.openDaysLate = daysLate[i] as number;
    if (settledOn[i] !== NO_DAY && daysLate[i] !== NO_DAY) {
      account.daysLate += daysLate[i] as number;
      account.settled++;
    }
  }
  return accounts;
}

/**
 * What each customer has in credits and overpayments not set against an invoice: positive minor units by customer and currency index, 0 when there is
 * none. Credits of nobody in particular (customer −1) cover nobody's invoices: 0.
 */
export function unappliedByCustomer(ledger: Ledger, assessment: Assessment): (customer: number, currency: number) => number {
  const { size, customer, currency, currencies, flags } = ledger;
  const { exists, open } = assessment;
  const credits = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    const left = open[i] as number;
    if (!(left < 0) || exists[i] === 0 || (flags[i] as number) & UNCOUNTED || (customer[i] as number) < 0) continue;
    const key = (customer[i] as number) * currencies.length + (currency[i] as number);
    credits.set(key, (credits.get(key) ?? 0) - left);
  }
  return (who, inCurrency) => (who < 0 ? 0 : (credits.get(who * currencies.length + inCurrency) ?? 0));
}
