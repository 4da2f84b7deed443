/**
 * The same invoices in a workbook that reckons for itself, as somebody handy with formulas would build it: open balance, days late, status, bucket and,
 * if asked, what the row's customer owes in all; the aging balance and DSO beside them. Twin numbers are not looked for: that would be a count over
 * all rows in every row, and would make LibreOffice slower still.
 */
import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { Snapshot } from '../core/workbook.ts';
import { AS_OF } from './rows.ts';

const SERIAL = AS_OF + 25569;
/** Columns of the formulas, beside the ten of the sheet; the figures stand further right, one below the other. */
export const FORMULA_COLUMN = {
  open: 10,
  daysLate: 11,
  status: 12,
  bucket: 13,
  customerOpen: 14,
  customerOverdue: 15,
  figure: 17,
} as const;
export const FIGURES = ['not-due', '1-30', '31-60', '61-90', 'over-90', 'outstanding', 'sales', 'dso'] as const;

/** The workbook as bytes of an .xlsx, without one computed value in it. `withCustomers`: two SUMIFS in every row. */
export function officeWorkbook(workbook: Snapshot, withCustomers: boolean): Uint8Array {
  const cells = workbook.sheets[0]?.cells ?? [];
  const sheet = utils.aoa_to_sheet(cells as unknown[][]);
  const last = cells.length;
  for (let row = 2; row <= last; row++)
    for (const [column, formula] of Object.entries(formulasOf(row, last, withCustomers)))
      put(sheet, row, FORMULA_COLUMN[column as keyof typeof FORMULA_COLUMN], formula);
  figuresOf(last).forEach((formula, k) => {
    put(sheet, k + 2, FORMULA_COLUMN.figure, formula);
  });
  const width = FORMULA_COLUMN.figure;
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: last - 1, c: width } });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Factures');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function put(sheet: WorkSheet, row: number, column: number, formula: string): void {
  sheet[utils.encode_cell({ r: row - 1, c: column })] = { t: 'n', f: formula };
}

function formulasOf(row: number, last: number, withCustomers: boolean): Partial<Record<keyof typeof FORMULA_COLUMN, string>> {
  const [issued, due, amount, paid, paidOn, said] = ['D', 'E', 'F', 'G', 'H', 'I'].map((column) => `${column}${row}`);
  const [open, age] = [`K${row}`, `${SERIAL}-${due}`];
  const isAhead = `${issued}>${SERIAL}`;
  const customer = `B$2:B$${last},B${row}`;
  return {
    open: `IF(${isAhead},0,ROUND(${amount}-IF(${paidOn}="",IF(${paid}="",0,${paid}),IF(${paidOn}>${SERIAL},0,IF(${paid}="",${amount},${paid}))),2))`,
    daysLate: `IF(OR(${isAhead},${amount}<0),"",IF(${open}<=0.1,${paidOn}-${due},${age}))`,
    status: `IF(${isAhead},"",IF(${amount}<0,"credit",IF(${open}<=0.1,"paid",IF(${said}="Litige","disputed",IF(${age}>=3,"overdue",IF(${age}>=-7,"watch","not-due"))))))`,
    bucket: `IF(OR(${isAhead},${amount}<0,${open}<=0),"",IF(${age}<=0,0,IF(${age}<=30,1,IF(${age}<=60,2,IF(${age}<=90,3,4)))))`,
    ...(withCustomers
      ? {
          customerOpen: `SUMIFS(K$2:K$${last},${customer})`,
          customerOverdue: `SUMIFS(K$2:K$${last},${customer},N$2:N$${last},">0")`,
        }
      : {}),
  };
}

/** In the order of FIGURES. */
function figuresOf(last: number): string[] {
  const bucket = (index: number): string => `SUMIFS(K2:K${last},N2:N${last},${index})`;
  const sales = `SUMIFS(F2:F${last},D2:D${last},">${SERIAL - 90}",D2:D${last},"<=${SERIAL}")`;
  return [...[0, 1, 2, 3, 4].map(bucket), `SUM(K2:K${last})`, sales, `SUM(K2:K${last})/${sales}*90`];
}
