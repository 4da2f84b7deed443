// What the report command answers about a workbook of the tabs of the user: the whole way, from a file to the JSON anyone may read.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, ReportInvoice } from '../../core/index.ts';
import type { Cell } from '../../core/workbook.ts';
import { type Entry, journalOf, type Row, workbookOf } from '../core/workbook-of.ts';
import { freshFolder, report } from '../local/report-runs.ts';

/** What stands beside the invoices: tabs as tables without their headers, the journal, words on the command line. */
export interface Beside {
  readonly settings?: readonly Cell[][];
  readonly cadence?: readonly Cell[][];
  readonly customers?: readonly Cell[][];
  readonly payments?: readonly Cell[][];
  readonly plans?: readonly Cell[][];
  readonly journal?: readonly Entry[];
  readonly args?: readonly string[];
}

const HEADERS = {
  settings: ['Settings', ['key', 'value']],
  cadence: ['Cadence', ['cadence', 'stage', 'offset', 'channel', 'tone', 'segment', 'minAmount', 'rest']],
  customers: ['Customers', ['customer', 'email', 'segment', 'cadence', 'type', 'hold until', 'payment method']],
  payments: ['Payments', ['invoice', 'customer', 'paid on', 'amount', 'currency']],
  plans: ['Plans', ['invoice', 'customer', 'due on', 'amount']],
} as const;

/** The report of these invoices as of a day. Every row has an address unless it says otherwise. */
export function asked(rows: readonly Row[], asOf: string, beside: Beside = {}): Report {
  const tabs: Record<string, Cell[][]> = beside.journal ? journalOf(beside.journal) : {};
  for (const [id, [name, header]] of Object.entries(HEADERS) as [keyof typeof HEADERS, (typeof HEADERS)[keyof typeof HEADERS]][]) {
    const lines = beside[id];
    if (lines) tabs[name] = [[...header], ...lines];
  }
  const folder = freshFolder();
  try {
    const file = join(folder, 'book.json');
    writeFileSync(
      file,
      JSON.stringify(
        workbookOf(
          rows.map((row) => ({ email: 'pay@dupont.example', ...row })),
          { tabs },
        ),
      ),
    );
    const { out, err, code } = report([file, '--json', '--as-of', asOf, '--lang', 'en', ...(beside.args ?? [])]);
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as Report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `reminder 2025-06-05 · overdue`, or `– · paid`. */
export function stands({ nextAction, status }: ReportInvoice): string {
  return `${nextAction === null ? '–' : `${nextAction.stage} ${nextAction.on}`} · ${status}`;
}

/** Where the first invoice stands. */
export function first(rows: readonly Row[], asOf: string, beside: Beside = {}): string {
  return stands(asked(rows, asOf, beside).invoices[0] as ReportInvoice);
}

/** `reminder now F1+F2 1000 (also F3) !already-drafted` of each entry. */
export function work(rows: readonly Row[], asOf: string, beside: Beside = {}): string[] {
  return asked(rows, asOf, beside).worklist.map(({ customer, stage, on, due, invoices, currencies, alsoOpen, blockedBy }) => {
    const also = alsoOpen.length > 0 ? ` (also ${alsoOpen.join('+')})` : '';
    const blocks = blockedBy.length > 0 ? ` !${blockedBy.map(({ guard }) => guard).join('+')}` : '';
    return `${customer}: ${stage} ${due ? 'now' : on} ${invoices.join('+')} ${Object.values(currencies).join('/')}${also}${blocks}`;
  });
}
