/**
 * A sheet as a stranger would hand it over, opened through the front door: what the user sees of it, and nothing of how it was read.
 */
import {
  type CalendarDay,
  type Cell,
  type CommandOptions,
  dayFromIso,
  perform,
  type Report,
  type Sheet,
  type View,
} from '../../core/index.ts';
import type { ReportInvoice, ReportProblem } from '../../core/report.ts';
import { MemoryHost } from '../hosts/memory.ts';

/** The day of every table here, unless it says another: a Wednesday. */
export const AS_OF = '2025-09-17';

export interface Around {
  readonly name?: string;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly date1904?: boolean;
  readonly asOf?: string;
  readonly options?: CommandOptions;
  readonly formats?: Sheet['formats'];
  readonly formulas?: Sheet['formulas'];
}

/** Opens a workbook of these sheets. */
export function openSheets(sheets: readonly Sheet[], around: Around = {}): View {
  const { locale = null, timeZone = null, date1904 = false, asOf = AS_OF, options = {} } = around;
  const host = new MemoryHost({ sheets, locale, timeZone, date1904 });
  return host.run(perform({ kind: 'open', at: `${asOf}T09:00:00Z`, options }, dayFromIso(asOf) as CalendarDay));
}

/** The report of one sheet of rows; throws with the refusal's words when it is refused. */
export function reportOf(rows: readonly (readonly Cell[])[], around: Around = {}): Report {
  const { name = 'Factures', formats, formulas } = around;
  const view = openSheets([{ name, cells: rows, ...(formats ? { formats } : {}), ...(formulas ? { formulas } : {}) }], around);
  if (view.report === null) throw new Error(`refused: ${view.refusal?.message}`);
  return view.report;
}

/** The invoice of a sheet row. */
export function invoiceAt(report: Report, row: number): ReportInvoice {
  const invoice = report.invoices.find((candidate) => candidate.row === row);
  if (invoice === undefined) throw new Error(`no invoice on row ${row}`);
  return invoice;
}

/** A problem in one line: `4 C hold duplicate-number "F1"`. */
export function said({ row, column, kind, severity, found }: ReportProblem): string {
  return `${row ?? '-'} ${column ?? '-'} ${severity} ${kind} ${JSON.stringify(found)}`;
}

/** All problems of a report, one line each. */
export function problemsOf(report: Report): string[] {
  return report.problems.map(said);
}
