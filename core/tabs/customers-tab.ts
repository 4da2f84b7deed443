/**
 * The Customers tab: what a house knows of each customer beside its invoices: where to write, in which language, by which ladder, under which
 * regime, and until when to leave it alone. A cell that cannot be read is left out; the rest of its line applies.
 */
import type { CalendarDay } from '../calendar.ts';
import { cadenceId } from '../dunning/cadence.ts';
import type { Regime } from '../settings.ts';
import { nameKey } from '../words.ts';
import type { TabLine } from './tab-line.ts';
import type { ColumnOf } from './tab-shapes.ts';
import { CUSTOMER_TYPE_WORDS, type CustomerType, LANGUAGE_WORDS, REGIME_WORDS } from './tab-words.ts';

/** One customer as its line says; '' or null where the line is silent. Addresses are as typed: the guards judge them. */
export interface CustomerRecord {
  readonly row: number;
  readonly customer: string;
  readonly customerId: string;
  readonly email: string;
  readonly backup: string;
  readonly contact: string;
  readonly phone: string;
  /** `fr`, `en`, or another two-letter code as typed. */
  readonly language: string;
  readonly segment: string;
  /** A cadence that exists; '' for the default. */
  readonly cadence: string;
  readonly type: CustomerType | null;
  readonly regime: Regime | null;
  readonly paymentMethod: string;
  readonly creditLimit: number | null;
  readonly insured: number | null;
  readonly holdUntil: CalendarDay | null;
  readonly owner: string;
  /** Where letters go; may have several lines. */
  readonly address: string;
}

type Line = TabLine<ColumnOf<'customers'>>;

/** Reads the lines; of two lines about one customer (id, else name) the first stands and the second is a problem. */
export function readCustomers(lines: Iterable<Line>, isCadence: (id: string) => boolean): CustomerRecord[] {
  const known = new Set<string>();
  const records: CustomerRecord[] = [];
  for (const line of lines) {
    const customer = line.text('customer');
    const customerId = line.text('customerId');
    const key = customerId !== '' ? `id ${nameKey(customerId)}` : nameKey(customer);
    if (key === '') line.complain('customer', 'missing-customer');
    else if (known.has(key)) line.complain(customerId === '' ? 'customer' : 'customerId', 'repeated-customer');
    else {
      known.add(key);
      records.push(readCustomer(line, customer, customerId, isCadence));
    }
  }
  return records;
}

function readCustomer(line: Line, customer: string, customerId: string, isCadence: (id: string) => boolean): CustomerRecord {
  const cadence = cadenceId(line.text('cadence'));
  if (cadence !== '' && !isCadence(cadence)) line.complain('cadence', 'unknown-cadence');
  return {
    row: line.row,
    customer,
    customerId,
    email: line.text('email'),
    backup: line.text('backup'),
    contact: line.text('contact'),
    phone: line.text('phone'),
    language: readLanguage(line),
    segment: line.text('segment'),
    cadence: isCadence(cadence) ? cadence : '',
    type: line.word('type', CUSTOMER_TYPE_WORDS, 'unknown-type'),
    regime: line.word('regime', REGIME_WORDS, 'unknown-regime'),
    paymentMethod: line.text('paymentMethod'),
    creditLimit: line.amount('creditLimit', 0),
    insured: line.amount('insured', 0),
    holdUntil: line.day('holdUntil'),
    owner: line.text('owner'),
    address: line.wording('address'),
  };
}

/** Another language than ours is kept by its code: a later one may be able to write it. */
function readLanguage(line: Line): string {
  const found = line.text('language').toLowerCase();
  return /^[a-z]{2}$/.test(found) ? found : (line.word('language', LANGUAGE_WORDS, 'unknown-language') ?? '');
}
