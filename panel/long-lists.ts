/** The long lists of a view, unpacked once; invoices are found by what people know of them: their number at a customer, or the row they stand in. */
import {
  CLOSED_STATUSES,
  type OfferedFix,
  type PackedRows,
  type ReportCustomer,
  type ReportInvoice,
  type ReportProblem,
  rowAt,
  toDecimal,
  toMinor,
  unpacked,
  type View,
  valueAt,
  type WorklistEntry,
} from '../core/for-panel.ts';

export interface Invoices {
  readonly size: number;
  /** The invoice a worklist entry of the customer names; null when it is not in the view. */
  readonly of: (customer: string, number: string) => ReportInvoice | null;
  readonly inRow: (row: number) => ReportInvoice | null;
  /** All of a customer, in the order of the sheet. */
  readonly ofCustomer: (customer: string) => readonly ReportInvoice[];
}

const known = new WeakMap<View, Invoices>();

/** The invoices of the view; made once for each view, and only when asked. */
export function invoicesOf(view: View): Invoices {
  const invoices = known.get(view) ?? indexed(view.packed?.invoices);
  known.set(view, invoices);
  return invoices;
}

function indexed(packed: PackedRows<ReportInvoice> | undefined): Invoices {
  const size = packed?.size ?? 0;
  let byNumber: Map<string, number> | null = null;
  let byRow: Map<number, number> | null = null;
  let byCustomer: Map<string, number[]> | null = null;
  const found = (i: number | undefined) => (packed === undefined || i === undefined ? null : rowAt(packed, i));
  const index = <Key>(keyOf: (rows: PackedRows<ReportInvoice>, i: number) => Key): Map<Key, number> => {
    const map = new Map<Key, number>();
    if (packed) for (let i = 0; i < size; i++) map.set(keyOf(packed, i), i);
    return map;
  };
  return {
    size,
    of: (customer, number) => {
      byNumber ??= index((rows, i) => `${valueAt(rows, 'customer', i)}\u0000${valueAt(rows, 'number', i)}`);
      return found(byNumber.get(`${customer}\u0000${number}`));
    },
    inRow: (row) => {
      byRow ??= index((rows, i) => valueAt(rows, 'row', i));
      return found(byRow.get(row));
    },
    ofCustomer: (customer) => {
      if (byCustomer === null) {
        byCustomer = new Map();
        for (let i = 0; i < size; i++) {
          const name = valueAt(packed as PackedRows<ReportInvoice>, 'customer', i);
          const known = byCustomer.get(name);
          if (known) known.push(i);
          else byCustomer.set(name, [i]);
        }
      }
      return (byCustomer.get(customer) ?? []).map((i) => found(i) as ReportInvoice);
    },
  };
}

const lists = new WeakMap<PackedRows<object>, readonly object[]>();

function listOf<Row extends object>(rows: PackedRows<Row> | undefined): readonly Row[] {
  if (rows === undefined) return [];
  const list = (lists.get(rows) as readonly Row[] | undefined) ?? unpacked(rows);
  lists.set(rows, list);
  return list;
}

/** What is still expected of a customer, oldest due date first; what has no number cannot be spoken of. */
export function openInvoicesOf(view: View | null, customer: string): readonly ReportInvoice[] {
  if (view === null) return [];
  return invoicesOf(view)
    .ofCustomer(customer)
    .filter(({ status, number }) => !CLOSED_STATUSES.has(status) && number !== '')
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
}

/** The numbers of the invoices about which a customer has an open dispute, of the whole or of a part. */
export function contestedBy(view: View | null, customer: string): readonly string[] {
  return view?.contested?.flatMap((one) => (one.customer === customer ? one.invoices : [])) ?? [];
}

/** What is open (or was paid) of these invoices, decimal by currency code ('' for the unnamed one); an amount that cannot be trusted counts for none. */
export function sumsOf(invoices: readonly ReportInvoice[], what: 'open' | 'paid' = 'open'): Readonly<Record<string, number>> {
  const minor = new Map<string, number>();
  for (const invoice of invoices) {
    const { currency, [what]: amount } = invoice;
    minor.set(currency ?? '', (minor.get(currency ?? '') ?? 0) + (amount === null ? 0 : toMinor(amount, currency)));
  }
  return Object.fromEntries([...minor].map(([code, sum]) => [code, toDecimal(sum, code === '' ? null : code)]));
}

/** What each customer owes, one line for each currency. */
export function customersOf(view: View | null): readonly ReportCustomer[] {
  return listOf(view?.packed?.customers);
}

/** Whom to contact, in order. */
export function worklistOf(view: View | null): readonly WorklistEntry[] {
  return listOf(view?.packed?.worklist);
}

/** What could not be trusted, in the order of the sheet. */
export function problemsOf(view: View | null): readonly ReportProblem[] {
  return listOf(view?.packed?.problems);
}

/** Cells that may be put right. */
export function fixesOf(view: View | null): readonly OfferedFix[] {
  return listOf(view?.fixes);
}
