/** One invoice known by its due date, amount and payment alone, as a ledger of one row: so that a formula judges it by the very rules of the sheet. */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { FLAG, type Ledger } from '../types.ts';

export interface Debt {
  readonly dueOn: CalendarDay;
  readonly minor: number;
  readonly currency: Currency;
  /** Minor units; NO_DAY for a payment whose day is not known. */
  readonly paid: { readonly minor: number; readonly paidOn: CalendarDay } | null;
}

/** The ledger of that invoice, issued at any time before. */
export function ledgerOfDebt({ dueOn, minor, currency, paid }: Debt): Ledger {
  const isUndated = paid !== null && paid.paidOn === NO_DAY;
  return {
    place: { sheet: '', headerRow: 1, firstRow: 2, lastRow: 2, columns: new Map() },
    size: 1,
    row: Int32Array.of(2),
    number: [''],
    customer: Int32Array.of(-1),
    customers: [],
    currency: Uint8Array.of(0),
    currencies: [currency],
    amount: Float64Array.of(minor),
    paid: Float64Array.of(paid?.minor ?? 0),
    issuedOn: Int32Array.of(NO_DAY),
    dueOn: Int32Array.of(dueOn),
    paidOn: Int32Array.of(paid?.paidOn ?? NO_DAY),
    flags: Uint16Array.of((minor < 0 ? FLAG.credit : 0) | (isUndated ? FLAG.undatedPayment : 0)),
    rare: new Map(),
    lastAction: Int32Array.of(0),
    lastActions: [''],
    text: () => '',
    days: () => null,
    fingerprint: () => '',
    problems: [],
    notices: [],
    language: 'en',
    lastPaymentOn: paid?.paidOn ?? NO_DAY,
  };
}
