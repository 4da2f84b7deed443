/**
 * Which customer and which invoices a command is about. Names come from the report, so they are found as the report writes them; what is not found,
 * or no longer open, is refused by name rather than passed over.
 */
import { statusOf } from '../assess.ts';
import { toMinor } from '../money.ts';
import type { Study } from '../study.ts';
import { CLOSED_STATUSES } from '../types.ts';
import { nameKey } from '../words.ts';
import { numberKey } from './journal.ts';
import { type Refused, refuse } from './refused.ts';

/** A customer and some of its invoices, by index. */
export interface About {
  readonly customer: number;
  readonly name: string;
  readonly invoices: readonly number[];
}

/** The customer of that name or id; −1 when the sheet has none. */
export function customerNamed({ ledger }: Study, name: string): number {
  const key = nameKey(name);
  const byName = ledger.customers.findIndex((customer) => nameKey(customer.name) === key);
  return byName >= 0 ? byName : ledger.customers.findIndex((customer) => customer.key === key);
}

/** Whether something is still expected of invoice `i`. */
export function isOpen({ chased }: Study, i: number): boolean {
  return chased.assessment.exists[i] === 1 && !CLOSED_STATUSES.has(statusOf(chased.assessment, i));
}

/** The invoices named, or all open ones. With `open`, only open ones may be named. */
export function aboutOf(
  study: Study,
  { customer: name, invoices: named }: { readonly customer: string; readonly invoices?: readonly string[] },
  open: 'open' | 'any' = 'open',
): About | Refused {
  const { ledger, chased } = study;
  const isCustomer = (i: number) => {
    const customer = ledger.customers[ledger.customer[i] as number];
    return customer !== undefined && (nameKey(customer.name) === nameKey(name) || customer.key === nameKey(name));
  };
  const customer = customerNamed(study, name);
  if (customer < 0) return refuse('unknown-customer', { about: name });
  const own: number[] = [];
  for (let i = 0; i < ledger.size; i++) if (isCustomer(i) && chased.assessment.exists[i] === 1 && ledger.number[i] !== '') own.push(i);
  if (named === undefined) {
    const invoices = own.filter((i) => isOpen(study, i));
    if (new Set(invoices.map((i) => ledger.customer[i])).size > 1) return refuse('several-customers', { about: name });
    return invoices.length === 0 && open === 'open'
      ? refuse('nothing-open', { about: name })
      : { customer, name: nameOf(study, customer), invoices };
  }
  const invoices: number[] = [];
  for (const number of named) {
    // The report names invoices as the sheet does.
    const i = own.find((candidate) => numberKey(ledger.number[candidate] as string) === numberKey(number));
    if (i === undefined) return refuse('unknown-invoice', { about: number });
    if (open === 'open' && !isOpen(study, i)) return refuse('not-open', { about: number });
    if (!invoices.includes(i)) invoices.push(i);
  }
  if (invoices.length === 0) return refuse('nothing-open', { about: name });
  if (new Set(invoices.map((i) => ledger.customer[i])).size > 1) return refuse('several-customers', { about: name });
  return { customer: ledger.customer[invoices[0] as number] as number, name: nameOf(study, customer), invoices };
}

function nameOf({ ledger }: Study, customer: number): string {
  return ledger.customers[customer]?.name ?? '';
}

/** Invoices by currency (index), each in the order given. */
export function byCurrency({ ledger }: Study, invoices: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const i of invoices) {
    const currency = ledger.currency[i] as number;
    groups.set(currency, [...(groups.get(currency) ?? []), i]);
  }
  return groups;
}

/** Sum of what is open, in minor units; null where an amount cannot be trusted. */
export function openSum({ chased }: Study, invoices: readonly number[]): number | null {
  const sum = invoices.reduce((total, i) => total + (chased.assessment.open[i] as number), 0);
  return Number.isNaN(sum) ? null : sum;
}

/** A decimal of the user's in minor units of these invoices' one currency: above 0 and at most what is open. */
export function partOf(study: Study, invoices: readonly number[], amount: number): number | Refused {
  const currencies = byCurrency(study, invoices);
  if (currencies.size > 1) return refuse('several-currencies');
  const currency = currencyOf(study, invoices);
  const open = openSum(study, invoices);
  if (open === null) return refuse('held-row', { about: study.ledger.number[invoices[0] as number] as string });
  const minor = Number.isFinite(amount) ? toMinor(amount, currency) : 0;
  if (minor <= 0) return refuse('amount-not-positive');
  return minor > open ? refuse('amount-above-open', { minor: open, currency }) : minor;
}

/** The currency of the first invoice. */
export function currencyOf({ ledger }: Study, invoices: readonly number[]): string | null {
  return ledger.currencies[ledger.currency[invoices[0] as number] as number] ?? null;
}
