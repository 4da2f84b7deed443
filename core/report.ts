/**
 * The answer as plain JSON: what `report --json` prints and what the panel shows. Names are public (see docs); add, never rename. Money is in
 * decimals exact to the minor unit, rates are fractions, days are to 0.01, dates are ISO text, and what is not available is null.
 */
import type { SignalKind } from './customers/signals.ts';
import type { ExcludedWhy } from './forecast/receipts.ts';
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
  /** What lies behind the weeks: one entry per currency. */
  readonly forecastDetail: readonly ForecastDetail[];
  readonly concentration: readonly ReportConcentration[];
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
  /** 0 to 100 (100: always on time), from its own settled invoices; null below three of them. */
  readonly score: number | null;
  readonly band: 'good' | 'watch' | 'risky' | 'unknown';
  /** Settled invoices the score is made from. */
  readonly scoredOn: number;
  /** What cost points, one sentence each; the points and the score make 100. Empty at 100 and without a score. */
  readonly scoreWhy: readonly string[];
  readonly signals: readonly { readonly kind: SignalKind; readonly message: string }[];
  /** Id of a preset; null while the customer is unknown. */
  readonly suggestedCadence: string | null;
  readonly suggestedTerms: string | null;
  /** From the Customers tab; null where it says nothing. */
  readonly creditLimit: number | null;
  /** What is open beyond the limit; 0 within it, null without one. */
  readonly overLimit: number | null;
  readonly insured: number | null;
  readonly uninsured: number | null;
  /** Of all that customers owe in the currency, each less its credits; null when nobody owes anything. */
  readonly share: number | null;
  readonly invoices: number;
}

/** How much of what is owed in a currency hangs on few customers. */
export interface ReportConcentration {
  readonly currency: string | null;
  /** Customers that owe something. */
  readonly debtors: number;
  readonly topTenShare: number | null;
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

/** The indicators of one currency on one day: days to 0.01, rates as fractions, null when not available. */
export interface Figures {
  readonly dso: number | null;
  readonly dsoCountBack: number | null;
  /** Where the history is too short to count back: the days it reaches, which are not enough. */
  readonly dsoCountBackMoreThan: number | null;
  readonly bestPossibleDso: number | null;
  readonly averageDaysDelinquent: number | null;
  readonly overdueRate: number | null;
  readonly recoveryRate: number | null;
  readonly collectionEffectiveness: number | null;
  readonly weightedDaysLate: number | null;
  readonly averagePaymentTime: number | null;
  /** By amount, and by number of invoices. */
  readonly disputeRate: number | null;
  readonly disputeRateByNumber: number | null;
  readonly badDebtRate: number | null;
  readonly receivablesTurnover: number | null;
  readonly promisesKept: number | null;
  /** Service or delivery to issue date; issue date to sending. */
  readonly invoicingDelay: number | null;
  readonly sendingDelay: number | null;
}

/** Days of DSO; together they are the DSO, to the hundredth. */
export interface DsoParts {
  readonly bestPossible: number;
  readonly late: number;
  readonly disputed: number;
}

export interface Kpis extends Figures {
  readonly currency: string | null;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
  readonly undated: number;
  readonly unapplied: number;
  readonly aging: Readonly<Record<Bucket, AgingLine>>;
  readonly sales: Readonly<Record<'90' | '365', number>>;
  /** With the three customers that moved DSO most in 90 days, in signed days. */
  readonly dsoSplit: (DsoParts & { readonly movers: readonly { readonly customer: string; readonly days: number }[] }) | null;
  /** The sum behind each available indicator, in the digits of the answer's language. */
  readonly workings: Readonly<Partial<Record<keyof Figures, string>>>;
  readonly history: readonly MonthFigures[];
}

/** One month of history: figures at its last day (at the as-of day for the current month). */
export interface MonthFigures extends Figures {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
  readonly aging: Readonly<Record<Bucket, AgingLine>>;
  /** Of the month alone. */
  readonly sales: number;
  readonly dsoSplit: DsoParts | null;
}

/** What is expected to come in during one week. */
export interface ForecastWeek {
  readonly currency: string | null;
  /** Its Monday. */
  readonly week: string;
  readonly expected: number;
  /** One time in ten it is less than `low`, one time in ten more than `high`. */
  readonly low: number;
  readonly high: number;
  /** Disbursements planned in Settings; present where there are any in the currency. */
  readonly planned?: number;
}

/** What lies behind a currency's forecast. */
export interface ForecastDetail {
  readonly currency: string | null;
  /** All that is forecast: the weeks and what comes later. */
  readonly forecastable: number;
  /** Expected after the last week shown. */
  readonly later: number;
  /** Open invoices of which nobody can say when they will be paid, largest first. A panel receives the first hundred. */
  readonly excluded: readonly {
    readonly customer: string;
    readonly number: string;
    readonly open: number;
    readonly why: ExcludedWhy;
    readonly message: string;
  }[];
  readonly excludedCount: number;
  readonly excludedTotal: number;
  /** The total by reason, largest first. */
  readonly excludedWhy: readonly { readonly why: ExcludedWhy; readonly message: string; readonly open: number }[];
  /** Σ |expected − actual| / Σ actual by week, replayed over the last 26 weeks on this ledger; null without a past to replay. */
  readonly error: number | null;
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
