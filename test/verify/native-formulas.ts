// The year of invoices as a workbook that reckons for itself: plain cells, and the figures of a manager rebuilt with nothing but SUMIFS, so that a
// spreadsheet program, which knows nothing of us, can say whether we are right.
import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { ReportInvoice } from '../../core/index.ts';

/** One payment of the Payments tab: which invoice, when (ISO day), how much. */
export interface KeptPayment {
  readonly invoice: string;
  readonly paidOn: string;
  readonly amount: number;
}

/** What the workbook is made from: invoices as read, payments kept apart, and to which invoice a credit note belongs. */
export interface Books {
  readonly invoices: readonly ReportInvoice[];
  readonly payments: readonly KeptPayment[];
  readonly creditOf: ReadonlyMap<string, string>;
}

/** Lines of the sheet `Check`, top to bottom; each column after the first is one as-of day. */
export const CHECKED = [
  'outstanding',
  'overdue',
  'not-due',
  '1-30',
  '31-60',
  '61-90',
  'over-90',
  'undated',
  'unapplied',
  'sales',
  'dso',
  'overdueRate',
] as const;

const COUNTS_NOWHERE = new Set(['draft', 'cancelled']);
const serial = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

/** The workbook, as bytes of an .xlsx without one computed value in it. */
export function nativeWorkbook({ invoices, payments, creditOf }: Books, days: readonly string[]): Uint8Array {
  const counted = invoices.filter(({ amount, status }) => amount !== null && !COUNTS_NOWHERE.has(status));
  const rows = counted.map(({ number, issuedOn, dueOn, amount, paid, paidOn, kind, status }) => [
    number,
    issuedOn === null ? null : serial(issuedOn),
    kind === 'credit-note' || dueOn === null ? null : serial(dueOn),
    amount,
    payments.some(({ invoice }) => invoice === number) ? null : paid,
    paidOn === null ? null : serial(paidOn),
    creditOf.get(number) ?? null,
    kind === 'credit-note' ? 1 : 0,
    status === 'written-off' ? 1 : 0,
  ]);
  const ledger = utils.aoa_to_sheet([['number', 'issued', 'due', 'amount', 'paid', 'paid on', 'credit of', 'credit', 'loss'], ...rows]);
  const last = rows.length + 1;
  days.forEach((_, d) => {
    for (let r = 2; r <= last; r++) put(ledger, r, 9 + d, openOf(r, d, last, payments.length + 1));
  });
  ledger['!ref'] = `A1:${utils.encode_cell({ r: last - 1, c: 9 + days.length })}`;
  const check = utils.aoa_to_sheet([['', ...days.map(serial)], ...CHECKED.map((name) => [name])]);
  days.forEach((_, d) => {
    formulasOf(d, last).forEach((formula, line) => {
      put(check, line + 2, d + 1, formula);
    });
  });
  check['!ref'] = `A1:${utils.encode_cell({ r: CHECKED.length, c: days.length })}`;
  const paid = utils.aoa_to_sheet([
    ['invoice', 'paid on', 'amount'],
    ...payments.map(({ invoice, paidOn, amount }) => [invoice, serial(paidOn), amount]),
  ]);
  const bytes: ArrayBuffer = write(
    { SheetNames: ['Check', 'Ledger', 'Paid'], Sheets: { Check: check, Ledger: ledger, Paid: paid } },
    { type: 'array', bookType: 'xlsx' },
  );
  return new Uint8Array(bytes);
}

function put(sheet: WorkSheet, row: number, column: number, formula: string): void {
  sheet[utils.encode_cell({ r: row - 1, c: column })] = { t: 'n', f: formula };
}

/** The open balance of row `r` on day `d`: amount, less payments, less the credit notes on it; a credit note on an invoice has none of its own. */
function openOf(r: number, d: number, last: number, lastPaid: number): string {
  const day = `Check!$${utils.encode_col(d + 1)}$1`;
  const one = `IF(OR(F${r}="",F${r}<=${day}),E${r},0)`;
  const several = `SUMIFS(Paid!$C$2:$C$${lastPaid},Paid!$A$2:$A$${lastPaid},A${r},Paid!$B$2:$B$${lastPaid},"<="&${day})`;
  const credits = `SUMIFS($D$2:$D$${last},$G$2:$G$${last},A${r},$B$2:$B$${last},"<="&${day})`;
  return `IF(OR(B${r}>${day},G${r}<>""),0,D${r}-${one}-${several}+${credits})`;
}

/** The figures of day `d`, in the order of {@link CHECKED}. */
function formulasOf(d: number, last: number): string[] {
  const column = (letter: string) => `Ledger!$${letter}$2:$${letter}$${last}`;
  const here = utils.encode_col(d + 1);
  const day = `${here}$1`;
  const open = column(utils.encode_col(9 + d));
  const notLost = `${column('I')},0`;
  const positive = `${open},${notLost},${open},">0"`;
  const aged = (from: number, to: number | null) =>
    `SUMIFS(${positive},${column('C')},"<="&(${day}-${from})${to === null ? '' : `,${column('C')},">="&(${day}-${to})`})`;
  return [
    `SUMIFS(${open},${notLost})`,
    `SUMIFS(${positive},${column('C')},"<"&${day})`,
    `SUMIFS(${positive},${column('C')},">="&${day})`,
    aged(1, 30),
    aged(31, 60),
    aged(61, 90),
    aged(91, null),
    `SUMIFS(${positive},${column('C')},"")`,
    `SUMIFS(${open},${notLost},${open},"<0")`,
    `SUMIFS(${column('D')},${column('B')},">"&(${day}-90),${column('B')},"<="&${day})`,
    `${here}2/${here}11*90`,
    `${here}3/${here}2`,
  ];
}
