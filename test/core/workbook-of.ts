// A workbook for a test, told as the trade tells it: invoices by what is known of each, tabs as tables; and what the front door answers about it.
import { type CalendarDay, dayFromIso } from '../../core/calendar.ts';
import { type CommandOptions, perform, type Report, type ReportInvoice, type View, type WorklistEntry } from '../../core/index.ts';
import type { Cell, Snapshot } from '../../core/workbook.ts';
import { MemoryHost } from '../hosts/memory.ts';

/** The columns a test may fill, with their headers. Text `YYYY-MM-DD` becomes a true date; everything else stands in the cell as given. */
const HEADERS = {
  number: ['Invoice number', 'N° facture'],
  customer: ['Customer', 'Client'],
  id: ['Customer id', 'Code client'],
  email: ['Email', 'E-mail'],
  issued: ['Invoice date', 'Date de facture'],
  due: ['Due date', 'Échéance'],
  terms: ['Payment terms', 'Conditions de paiement'],
  amount: ['Amount', 'Montant TTC'],
  currency: ['Currency', 'Devise'],
  paid: ['Amount paid', 'Montant payé'],
  paidOn: ['Payment date', 'Date de paiement'],
  kind: ['Document type', 'Type de document'],
  creditOf: ['Credit of', 'Avoir sur'],
  status: ['Status', 'Statut'],
  dispute: ['Disputed', 'Litige'],
  disputed: ['Disputed amount', 'Montant contesté'],
  promiseOn: ['Promise date', 'Date promesse'],
  promised: ['Promised amount', 'Montant promis'],
  hold: ['Hold until', 'Pause jusqu’au'],
  segment: ['Segment', 'Segment'],
  method: ['Payment method', 'Mode de paiement'],
  language: ['Language', 'Langue'],
  late: ['Days late', 'Jours de retard'],
  last: ['Last action', 'Dernière action'],
  next: ['Next action', 'Prochaine action'],
  nextOn: ['Next action date', 'Date prochaine action'],
  reason: ['Reason', 'Motif'],
  notes: ['Notes', 'Notes'],
} as const;
export type Column = keyof typeof HEADERS;
export type Row = Partial<Record<Column, Cell>>;

export interface Around {
  /** French headers and tabs; else English ones. */
  readonly french?: boolean;
  readonly timeZone?: string;
  readonly locale?: string;
  /** Columns to have beside those the rows fill. */
  readonly columns?: readonly Column[];
  /** Tabs by name: a table each, header first. */
  readonly tabs?: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly binding?: Snapshot['binding'];
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const cellOf = (value: Cell | undefined): Cell => (typeof value === 'string' && ISO_DAY.test(value) ? { date: value } : (value ?? null));

/** The name of the invoice sheet. */
export const INVOICES = 'Invoices';

/** A workbook of these invoices: number F1, F2 … and customer Dupont where a row does not say; issued 30 days before it is due. */
export function workbookOf(rows: readonly Row[], around: Around = {}): Snapshot {
  const usual: readonly Column[] = ['number', 'customer', 'issued', 'due', 'amount'];
  const filled = (Object.keys(HEADERS) as Column[]).filter(
    (column) => usual.includes(column) || around.columns?.includes(column) || rows.some((row) => row[column] !== undefined),
  );
  const lines = rows.map((row, i): Row => {
    const due = typeof row.due === 'string' ? dayFromIso(row.due) : null;
    return { number: `F${i + 1}`, customer: 'Dupont', amount: 1000, ...(due === null ? {} : { issued: isoBefore(due, 30) }), ...row };
  });
  const header = filled.map((column) => HEADERS[column][around.french ? 1 : 0]);
  return {
    sheets: [
      { name: INVOICES, cells: [header, ...lines.map((line) => filled.map((column) => cellOf(line[column])))] },
      ...Object.entries(around.tabs ?? {}).map(([name, cells]) => ({ name, cells: cells.map((line) => line.map(cellOf)) })),
    ],
    locale: around.locale ?? null,
    timeZone: around.timeZone ?? null,
    date1904: false,
    ...(around.binding ? { binding: around.binding } : {}),
  };
}

function isoBefore(day: CalendarDay, days: number): string {
  return new Date((day - days) * 86_400_000).toISOString().slice(0, 10);
}

/** 0-based sheet column of a column of the test. */
export function columnOf(workbook: Snapshot, column: Column): number {
  const header = workbook.sheets[0]?.cells[0] ?? [];
  return header.findIndex((cell) => (HEADERS[column] as readonly Cell[]).includes(cell));
}

export const day = (iso: string): CalendarDay => dayFromIso(iso) as CalendarDay;
/** The moment every command of the tests is clicked. */
export const AT = '2026-01-01T09:00:00';

/** What a host sees of a command. */
export function run(host: MemoryHost, kind: 'open' | 'refresh' | 'prepare', asOf: string, options: CommandOptions = {}): View {
  return host.run(perform({ kind, at: AT, options }, day(asOf)));
}

/** The report of a workbook as of a day. */
export function reportOf(workbook: Snapshot, asOf: string, options: CommandOptions = {}): Report {
  const { report, refusal } = run(new MemoryHost(workbook), 'open', asOf, options);
  if (report === null) throw new Error(`refused: ${refusal?.message}`);
  return report;
}

/** The first invoice of the report of these rows. */
export function invoiceOf(row: Row, asOf: string, around: Around = {}, options: CommandOptions = {}): ReportInvoice | undefined {
  return reportOf(workbookOf([row], around), asOf, options).invoices[0];
}

/** `reminder 2025-09-15`, or `–`: how a table writes an action. */
export const action = (of: { readonly stage: string; readonly on: string | null } | null | undefined): string =>
  of ? `${of.stage} ${of.on ?? '?'}` : '–';

/** `Dupont a@x.example: reminder 2025-09-15 F1+F2 (also F3)` */
export function entryText({ customer, to, stage, on, due, invoices, alsoOpen }: WorklistEntry): string {
  const also = alsoOpen.length > 0 ? ` (also ${alsoOpen.join('+')})` : '';
  return `${customer} ${to ?? '-'}: ${stage} ${due ? 'now' : on} ${invoices.join('+')}${also}`;
}

/** The header of a journal. */
export const JOURNAL = [
  'id',
  'at',
  'event',
  'customer',
  'invoices',
  'stage',
  'round',
  'channel',
  'amount',
  'currency',
  'until',
  'by',
  'reference',
  'text',
  'check',
];

/** One journal row from what matters of it; ids follow the order of the rows. */
export interface Entry {
  readonly id?: string;
  readonly at: string;
  readonly event: string;
  readonly customer?: string;
  readonly invoices?: string;
  readonly stage?: string;
  readonly round?: number;
  readonly amount?: number;
  readonly until?: string;
  readonly reference?: string;
}

/** A journal tab of these rows. */
export function journalOf(entries: readonly Entry[]): Record<string, Cell[][]> {
  const line = (entry: Entry, n: number): Cell[] => {
    const {
      id = String(n + 1),
      at,
      event,
      customer = '',
      invoices = '',
      stage = '',
      round = 1,
      amount,
      until = '',
      reference = '',
    } = entry;
    return [id, `${at}T10:00:00`, event, customer, invoices, stage, String(round), '', amount ?? '', '', until, '', reference, '', ''];
  };
  return { 'Reminder journal': [JOURNAL, ...entries.map(line)] };
}
