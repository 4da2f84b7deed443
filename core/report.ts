/**
 * The answer as plain JSON: what `report --json` prints and what the panel shows. Names are public (see docs); add, never rename. Money is in
 * decimals exact to the minor unit, rates are fractions, days are to 0.01, dates are ISO text, and what is not available is null.
 */
import type { Bucket, Channel, GuardId, ProblemKind, Role, Severity, Status, WarningId } from './types.ts';

export interface Report {
  readonly file: string;
  readonly asOf: string;
  readonly language: 'fr' | 'en';
  readonly locale: string | null;
  readonly table: ReportTable;
  readonly invoices: readonly ReportInvoice[];
  readonly customers: readonly ReportCustomer[];
  readonly worklist: readonly WorklistEntry[];
  readonly kpis: readonly Kpis[];
  readonly forecast: readonly ForecastWeek[];
  readonly problems: readonly ReportProblem[];
  readonly notices: readonly { readonly kind: string; readonly message: string }[];
}

export interface ReportTable {
  readonly sheet: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: Readonly<Partial<Record<Role, string>>>;
}

export interface ReportInvoice {
  readonly row: number;
  readonly number: string;
  readonly customer: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly currency: string | null;
  readonly amount: number | null;
  readonly paid: number | null;
  readonly open: number | null;
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly paidOn: string | null;
  /** Signed; negative before the due date or when paid early. */
  readonly daysLate: number | null;
  readonly status: Status;
  readonly partlyPaid: boolean;
  readonly bucket: Bucket | null;
  readonly severity: Severity | null;
  readonly lastAction: { readonly stage: string; readonly on: string | null } | null;
  readonly nextAction: { readonly stage: string; readonly channel: Channel | null; readonly on: string } | null;
  readonly reason: string;
  readonly interest: number | null;
  readonly recoveryFee: number | null;
}

export interface ReportCustomer {
  readonly name: string;
  readonly currency: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly notDue: number;
  readonly unapplied: number;
  readonly daysLateAverage: number | null;
  readonly score: number | null;
  readonly band: 'good' | 'watch' | 'risky' | 'unknown';
  readonly invoices: number;
}

export interface WorklistEntry {
  /** Stable name of the entry: customer and address. Commands name entries by it. */
  readonly id: string;
  readonly customer: string;
  /** The exact address the entry is about; null when none is known. */
  readonly to: string | null;
  /** Another address of the customer, to be chosen by the user: nothing is ever sent to it by itself. Null when none is known. */
  readonly backup: string | null;
  /** Who is to do it, as the sheet or the Customers tab says; null when neither does. */
  readonly owner: string | null;
  readonly currencies: Readonly<Record<string, number>>;
  readonly stage: string;
  readonly channel: Channel | null;
  readonly on: string;
  readonly due: boolean;
  readonly invoices: readonly string[];
  readonly alsoOpen: readonly string[];
  readonly blockedBy: readonly { readonly guard: GuardId; readonly message: string; readonly advice: string }[];
  readonly warnings: readonly { readonly guard: WarningId; readonly message: string; readonly advice: string }[];
}

export interface AgingLine {
  readonly count: number;
  readonly amount: number;
  /** Share of the sum of the buckets; null when that sum is 0. */
  readonly share: number | null;
}

export interface Kpis {
  readonly currency: string | null;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
  readonly undated: number;
  readonly unapplied: number;
  readonly aging: Readonly<Record<Bucket, AgingLine>>;
  readonly dso: number | null;
  readonly dsoCountBack: number | null;
  readonly dsoCountBackMoreThan: number | null;
  readonly bestPossibleDso: number | null;
  readonly averageDaysDelinquent: number | null;
  readonly overdueRate: number | null;
  readonly recoveryRate: number | null;
  readonly collectionEffectiveness: number | null;
  readonly weightedDaysLate: number | null;
  readonly averagePaymentTime: number | null;
  readonly disputeRate: number | null;
  readonly badDebtRate: number | null;
  readonly receivablesTurnover: number | null;
  readonly promisesKept: number | null;
  readonly invoicingDelay: number | null;
  readonly sales: Readonly<Record<'90' | '365', number>>;
  readonly dsoSplit: {
    readonly bestPossible: number;
    readonly late: number;
    readonly disputed: number;
    readonly movers: readonly { readonly customer: string; readonly days: number }[];
  } | null;
  readonly history: readonly MonthFigures[];
}

/** One month of history: figures at its last day (at the as-of day for the current month). */
export interface MonthFigures {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly outstanding: number;
  readonly overdue: number;
  readonly sales: number;
  readonly dso: number | null;
  readonly bestPossibleDso: number | null;
  readonly overdueRate: number | null;
}

export interface ForecastWeek {
  readonly currency: string | null;
  readonly week: string;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface ReportProblem {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly found: string;
  readonly message: string;
  readonly advice: string;
}
