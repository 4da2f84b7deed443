/**
 * A ledger made from rows as a bookkeeper would list them: amounts in decimals, dates in ISO text (or days). What the reader does from cells is not
 * repeated here; flags are given by name.
 */
import { assess, type Circumstances } from '../../core/assess.ts';
import { type CalendarDay, dayFromIso, NO_DAY } from '../../core/calendar.ts';
import { type Currency, toMinor } from '../../core/money.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { type Assessment, FLAG, type Ledger, type Payment, type RareFacts } from '../../core/types.ts';

type Day = string | CalendarDay | null;

export interface Row {
  readonly amount: number;
  readonly issued?: Day;
  readonly due?: Day;
  /** Payments: when (null: not known) and how much. */
  readonly paid?: readonly (readonly [on: Day, amount: number])[];
  /** Linked credit notes that reduce the row; on a credit note itself, negative. */
  readonly credits?: readonly (readonly [on: Day, amount: number])[];
  readonly customer?: string;
  readonly currency?: Currency;
  readonly is?: readonly (keyof typeof FLAG)[];
  readonly disputedAmount?: number;
  /** When the work was done, and when the invoice went out. */
  readonly serviceOn?: Day | undefined;
  readonly sentOn?: Day | undefined;
}

function dayOf(day: Day | undefined): CalendarDay {
  return typeof day === 'string' ? (dayFromIso(day) as CalendarDay) : (day ?? NO_DAY);
}

/** The ledger of the rows: customers and currencies in order of appearance, currency EUR unless said. */
export function ledgerOf(rows: readonly Row[]): Ledger {
  const names = [...new Set(rows.flatMap((row) => (row.customer === undefined ? [] : [row.customer])))];
  const currencies = [...new Set(rows.map(currencyOf))];
  const rare = new Map<number, RareFacts>();
  const paid = new Float64Array(rows.length);
  const paidOn = new Int32Array(rows.length).fill(NO_DAY);
  const flags = new Uint16Array(rows.length);
  rows.forEach((row, i) => {
    const reductions = (list: Row['paid']): Payment[] =>
      (list ?? []).map(([on, amount]) => ({ paidOn: dayOf(on), minor: toMinor(amount, currencyOf(row)) }));
    const payments = reductions(row.paid);
    const credits = reductions(row.credits);
    const facts: RareFacts = {
      ...(payments.length > 1 ? { payments } : {}),
      ...(credits.length > 0 ? { credits } : {}),
      ...(row.disputedAmount === undefined ? {} : { disputedMinor: toMinor(row.disputedAmount, currencyOf(row)) }),
    };
    paid[i] = payments.reduce((sum, payment) => sum + payment.minor, 0);
    if (payments.length === 1) paidOn[i] = (payments[0] as Payment).paidOn;
    let flag = row.amount < 0 ? FLAG.credit : 0;
    for (const name of row.is ?? []) flag |= FLAG[name];
    if (row.disputedAmount !== undefined) flag |= FLAG.disputed;
    if (payments.some((payment) => payment.paidOn === NO_DAY)) flag |= FLAG.undatedPayment;
    if (Object.keys(facts).length > 0) {
      flag |= FLAG.rare;
      rare.set(i, facts);
    }
    flags[i] = flag;
  });
  return {
    place: { sheet: 'Invoices', headerRow: 1, firstRow: 2, lastRow: rows.length + 1, columns: new Map() },
    size: rows.length,
    row: Int32Array.from(rows, (_, i) => i + 2),
    number: rows.map((_, i) => `F${i + 1}`),
    customer: Int32Array.from(rows, (row) => (row.customer === undefined ? -1 : names.indexOf(row.customer))),
    customers: names.map((name) => ({ key: name.toLowerCase(), name, id: null })),
    currency: Uint8Array.from(rows, (row) => currencies.indexOf(currencyOf(row))),
    currencies,
    amount: Float64Array.from(rows, (row) => (row.is?.includes('error') ? Number.NaN : toMinor(row.amount, currencyOf(row)))),
    paid,
    issuedOn: Int32Array.from(rows, (row) => dayOf(row.issued)),
    dueOn: Int32Array.from(rows, (row) => dayOf(row.due)),
    paidOn,
    flags,
    rare,
    lastAction: new Int32Array(rows.length),
    lastActions: [''],
    days: (role) => (rows.some((row) => row[role] !== undefined) ? Int32Array.from(rows, (row) => dayOf(row[role])) : null),
    text: () => '',
    fingerprint: (i) => String(i),
    problems: [],
    notices: [],
    language: 'en',
    lastPaymentOn: NO_DAY,
  };
}

function currencyOf({ currency }: Row): Currency {
  return currency === undefined ? 'EUR' : currency;
}

/** Nothing beside the sheet: no journal, the default cadence; rows flagged disputed or legal are on that path. */
function plainCircumstances(ledger: Ledger): Circumstances {
  const paths = new Map<number, { status: 'legal' | 'disputed' }>();
  for (let i = 0; i < ledger.size; i++) {
    const flag = ledger.flags[i] as number;
    if (flag & FLAG.legal) paths.set(i, { status: 'legal' });
    else if (flag & FLAG.disputed && ledger.rare.get(i)?.disputedMinor == null) paths.set(i, { status: 'disputed' });
  }
  return { paths, thresholds: () => ({ overdueFrom: 3, watchFrom: -7 }) };
}

/** The ledger assessed on a day, by the default settings. */
export function assessedOn(ledger: Ledger, asOf: CalendarDay): Assessment {
  return assess(ledger, DEFAULT_SETTINGS, asOf, plainCircumstances(ledger));
}
