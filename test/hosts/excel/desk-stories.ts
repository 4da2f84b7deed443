/** A small house's invoices open in Excel with the desk of the pane over them: where the stories of the desk begin. */
import type { Cell, Command, Snapshot, View } from '../../../core/index.ts';
import { type DeskOptions, type ExcelDesk, excelDesk } from '../../../office-addin/desk.ts';
import { type ExcelApp, type ExcelBook, openExcel } from './index.ts';
import { type MailDouble, mailOf } from './mail.ts';

export const AS_OF = '2026-03-16';
export const INPUTS = ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance', 'Payée le'];

/** Invoices of a small house: some paid, some late, some not due. */
export function invoices(count: number): Cell[][] {
  const rows = Array.from({ length: count }, (_, i): Cell[] => {
    const day = (offset: number): Cell => ({ number: 46_097 - offset, format: 'dd/mm/yyyy' });
    const late = (i % 9) * 6 - 12;
    return [
      `F-${1000 + i}`,
      `Client ${i % 5}`,
      `compta@client${i % 5}.example`,
      100 + i,
      day(late + 30),
      day(late),
      i % 4 === 0 ? day(0) : null,
    ];
  });
  return [INPUTS, ...rows];
}

export function bound(cells: Cell[][], more: Partial<Snapshot> = {}): Snapshot {
  return {
    sheets: [{ name: 'Factures', cells }],
    locale: 'fr-FR',
    timeZone: null,
    date1904: false,
    workbookId: 'w1',
    binding: {
      sheet: 'Factures',
      headerRow: 1,
      columns: { number: 'A', customer: 'B', email: 'C', amount: 'D', issuedOn: 'E', dueOn: 'F', paidOn: 'G' },
    },
    ...more,
  };
}

export interface Opened {
  readonly app: ExcelApp;
  readonly desk: ExcelDesk;
  readonly mail: MailDouble;
  /** What the desk said outside commands. */
  readonly remarks: Error[];
  /** The same workbook, mailbox and browser in a pane opened later. */
  reopened(): Opened;
}

/** How the formulas of the workbook are asked to answer anew; they are not what these stories are about. */
const FORMULAS: NonNullable<DeskOptions['formulas']> = {
  recalculateNext: ({ workbook }) => workbook.application.calculate('Full'),
  recalculate: async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  },
};

export function open(snapshot: Snapshot, more: { readonly mail?: MailDouble; readonly clientId?: string | null } = {}): Opened {
  const app = openExcel(snapshot);
  const { mail = mailOf(), clientId = 'client' } = more;
  const opened = (): Opened => {
    const remarks: Error[] = [];
    const desk = excelDesk({
      run: (batch) => app.excel.run(batch),
      formulas: FORMULAS,
      mail: mail.place,
      clientId,
      readerLanguage: 'en',
      today: () => AS_OF,
      remark: (error) => void remarks.push(error),
    });
    return { app, desk, mail, remarks, reopened: opened };
  };
  return opened();
}

const at = `${AS_OF}T09:30:00`;
export const sent = (desk: ExcelDesk, kind: 'open' | 'refresh' | 'prepare', more: object = {}): Promise<View> =>
  desk.send({ kind, at, options: { panel: {} }, ...more } as Command);

/** Cells of a sheet from A1, dates as serials. */
export const cellsOf = (book: ExcelBook, name: string): Cell[][] => {
  const sheet = book.sheet(name);
  const used = sheet.used(true);
  if (!used) return [];
  return Array.from({ length: used.row + used.rows }, (_, r) =>
    Array.from({ length: used.column + used.columns }, (_, c) => sheet.valueAt(r, c)),
  );
};

/** Lets what runs beside commands (a choice that is kept, a draft that is shown) come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
}
