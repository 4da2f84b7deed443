/**
 * The vocabulary of receivables, in one place.
 *   1. roles        what a column of the user's sheet can mean
 *   2. statuses     where an invoice stands · buckets of the aging balance
 *   3. problems     a cell or row that could not be trusted
 *   4. the ledger   what a sheet becomes once read: typed columns
 *   5. dunning      stages, cadences, journal events, reasons, next actions, guards
 *   6. assessment   what the ledger is worth on one day
 */
import type { CalendarDay } from './calendar.ts';
import type { Currency } from './money.ts';

// ── 1. Roles ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Columns Relance may write in the user's sheet; all others are never touched. */
export const OWNED_ROLES = ['daysLate', 'status', 'lastAction', 'nextAction', 'nextActionOn', 'reason'] as const;
export type OwnedRole = (typeof OWNED_ROLES)[number];

export const ROLES = [
  'number',
  'customer',
  'customerId',
  'owner',
  'email',
  'contact',
  'phone',
  'language',
  'segment',
  'kind',
  'creditOf',
  'currency',
  'amount',
  'amountNet',
  'paidAmount',
  'balance',
  'issuedOn',
  'sentOn',
  'receivedOn',
  'serviceOn',
  'dueOn',
  'terms',
  'paidOn',
  'paymentMethod',
  'dispute',
  'disputedAmount',
  'disputeDeadline',
  'promiseOn',
  'promiseAmount',
  'holdUntil',
  'paymentLink',
  'purchaseOrder',
  'document',
  'notes',
  ...OWNED_ROLES,
] as const;
export type Role = (typeof ROLES)[number];

// ── 2. Statuses and buckets ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** In the order in which they are tried: the first that holds is the status. */
export const STATUSES = [
  'draft',
  'cancelled',
  'written-off',
  'credit',
  'paid',
  'to-fix',
  'legal',
  'disputed',
  'on-plan',
  'promised',
  'on-hold',
  'overdue',
  'watch',
  'not-due',
] as const;
export type Status = (typeof STATUSES)[number];
/** Nothing is expected any more of an invoice of these. */
export const CLOSED_STATUSES: ReadonlySet<Status> = new Set<Status>(['paid', 'draft', 'cancelled', 'written-off', 'credit']);

/** A word of a status cell that is read as a fact; every other label is an output of ours. */
export type StatusFact = 'draft' | 'cancelled' | 'written-off' | 'paid' | 'legal' | 'disputed' | 'formal-notice' | 'refused' | 'credit';

export const BUCKETS = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const;
export type Bucket = (typeof BUCKETS)[number];

// ── 3. Problems ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** error: out of sums, not chased. hold: summed, not chased. notice: summed, chased, shown. */
export type Severity = 'error' | 'hold' | 'notice';

/** Every kind of problem with its severity: the table of DOMAIN 6. */
export const PROBLEM_SEVERITY = {
  'unreadable-amount': 'error',
  'ambiguous-amount': 'error',
  'unknown-currency': 'error',
  'cell-error': 'error',
  'unreadable-row': 'error',
  'duplicate-number': 'hold',
  'unreadable-due-date': 'hold',
  'impossible-date': 'hold',
  'ambiguous-date': 'hold',
  'missing-due-date': 'hold',
  'missing-customer': 'hold',
  'unreadable-payment': 'hold',
  'payments-contradict': 'hold',
  'status-contradiction': 'hold',
  'missing-number': 'hold',
  'due-before-issue': 'notice',
  'paid-before-issue': 'notice',
  overpaid: 'notice',
  'unlinked-credit': 'notice',
  'paid-without-date': 'notice',
  'missing-issue-date': 'notice',
  'terms-over-limit': 'notice',
  'date-against-column-order': 'notice',
  'look-alike-number': 'notice',
  'disputed-part-paid': 'notice',
  'bad-tab-line': 'notice',
  'payment-without-invoice': 'notice',
  'journal-chain-broken': 'notice',
  'chased-invoice-changed': 'notice',
  'chased-invoice-vanished': 'notice',
} as const satisfies Record<string, Severity>;
export type ProblemKind = keyof typeof PROBLEM_SEVERITY;

/** What could not be trusted, and where. Words are made from it in `languages/`, never here. */
export interface Problem {
  readonly sheet: string;
  /** 1-based sheet row; null when the problem is the sheet's. */
  readonly row: number | null;
  /** Column letter; null when the whole row is meant. */
  readonly column: string | null;
  readonly kind: ProblemKind;
  /** Usually the kind's own; a `cell-error` outside the amount column only holds the row. */
  readonly severity: Severity;
  /** The cell as it was found, as text. */
  readonly found: string;
  /** What the sentence needs beside `found`: another row, a limit, a name. */
  readonly detail?: string;
}

/** Something about the file as a whole that changes how figures are to be read. */
export interface Notice {
  readonly kind:
    | 'no-currency'
    | 'amounts-scaled'
    | 'twin-columns'
    | 'net-amounts'
    | 'ambiguous-terms'
    | 'stale-rate'
    | 'other-tables'
    | 'several-currencies-by-symbol'
    | 'sums-and-blanks-skipped'
    | 'no-email-column'
    /** Overdue invoices neither noted as sent nor as received, in a sheet that notes either. */
    | 'not-confirmed-sent'
    /** Rows that only carry on the invoice above them: `detail` of them were left out. */
    | 'line-items';
  readonly detail?: string;
}

// ── 4. The ledger ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where the invoice table stands. Rows are 1-based, columns 0-based. */
export interface TablePlace {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<Role, number>;
}

/** Who owes. `key` is the customer id, else the name, NFKC, spaces and case folded; `name` is what people read. */
export interface Customer {
  readonly key: string;
  readonly name: string;
  readonly id: string | null;
}

/** One payment towards an invoice. An undated one (`NO_DAY`) counts from the issue date on, at every as-of. */
export interface Payment {
  readonly paidOn: CalendarDay;
  readonly minor: number;
}

/** Bits of {@link Ledger.flags}. */
export const FLAG = {
  /** Kind credit note, or a negative amount. */
  credit: 1,
  draft: 2,
  cancelled: 4,
  writtenOff: 8,
  legal: 16,
  disputed: 32,
  /** Out of sums: the amount could not be trusted. */
  error: 64,
  /** Summed, never chased. */
  held: 128,
  notice: 256,
  /** Some payment of the row has no date. */
  undatedPayment: 512,
  /** Details beyond the columns are in {@link Ledger.rare}. */
  rare: 1024,
  /** The due date was computed from terms. */
  dueFromTerms: 2048,
  /** The status cell says the formal notice was sent. */
  formalNotice: 4096,
  noNumber: 8192,
} as const;

/** What few rows have: kept aside so that the common row costs some fifty bytes. */
export interface RareFacts {
  /** All payments when there is more than one, or a dated part and an undated one. */
  payments?: readonly Payment[];
  /** For a linked credit note: index of the invoice it reduces. */
  creditOf?: number;
  /** For an invoice: the credit notes that reduce it, as payments dated on their issue. */
  credits?: readonly Payment[];
  disputedMinor?: number | null;
  disputeDeadline?: CalendarDay | null;
  promise?: { readonly promisedOn: CalendarDay; readonly minor: number | null } | null;
  holdUntil?: CalendarDay | null;
}

/**
 * The invoice sheet once read. Parallel typed columns, one entry per data row of the table (index `i`), amounts in minor units of
 * `currencies[currency[i]]`, days as {@link CalendarDay} with NO_DAY for none. As-of days do not appear: the ledger is the same on every day.
 */
export interface Ledger {
  readonly place: TablePlace;
  readonly size: number;
  /** 1-based sheet row. */
  readonly row: Int32Array;
  /** Invoice number as text, '' when missing. */
  readonly number: readonly string[];
  /** Index into `customers`; -1 when missing. */
  readonly customer: Int32Array;
  readonly customers: readonly Customer[];
  readonly currency: Uint8Array;
  readonly currencies: readonly Currency[];
  /** Signed, incl. tax; NaN when out of sums (flag error). */
  readonly amount: Float64Array;
  /** Sum of all payments ever recorded, whatever their dates (credits of linked notes not included). */
  readonly paid: Float64Array;
  readonly issuedOn: Int32Array;
  readonly dueOn: Int32Array;
  /** Date of the only payment (see `rare` for several); NO_DAY when none or undated. */
  readonly paidOn: Int32Array;
  readonly flags: Uint16Array;
  readonly rare: ReadonlyMap<number, RareFacts>;
  /** Raw text of the last-action cells, by dictionary: `lastAction[i]` indexes `lastActions`, 0 is none. */
  readonly lastAction: Int32Array;
  readonly lastActions: readonly string[];
  /** Days of a column that only a few figures ask for, read when first asked; NO_DAY where blank or unreadable. Null without the column. */
  days(role: 'serviceOn' | 'sentOn'): Int32Array | null;
  /** Text of a column the engine only passes on (email, contact, segment, language, paymentMethod, paymentLink, purchaseOrder …); '' if none. */
  text(role: Role, i: number): string;
  /** Hash of the row's mapped input cells (owned columns left out): finds a row again after a sort. */
  fingerprint(i: number): string;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** `fr` when the headers are French, else `en`: the file's own language. */
  readonly language: 'fr' | 'en';
  /** Latest payment date recorded anywhere; NO_DAY when none. */
  readonly lastPaymentOn: CalendarDay;
}

// ── 5. Dunning ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Channel = 'email' | 'call' | 'letter' | 'registered-letter';
/** In growing firmness. */
export const TONES = ['courtesy', 'reminder', 'firm', 'final'] as const;
export type Tone = (typeof TONES)[number];
/** Ids of the preset stages; a cadence in the user's tab may add its own words. */
export type StageId = string;

/** One rung of the ladder: `offset` days after the due date (before it when negative). */
export interface Stage {
  readonly id: StageId;
  readonly offset: number;
  readonly channel: Channel;
  readonly tone: Tone;
  readonly template: string | null;
  readonly segment: string | null;
  /** Only for open amounts of at least this (decimal, invoice currency). */
  readonly minAmount: number | null;
  /** Days of rest before this stage may follow the last contact; null for the setting. */
  readonly rest: number | null;
}

export interface Cadence {
  readonly id: string;
  /** Ascending offsets. */
  readonly stages: readonly Stage[];
}

export const JOURNAL_EVENTS = [
  'intent',
  'drafted',
  'sent',
  'presumed-sent',
  'discarded',
  'unknown',
  'called',
  'letter',
  'mentioned',
  'skipped',
  'promise',
  'promise-broken',
  'dispute',
  'resolved',
  'hold',
  'plan',
  'reply',
  'handed-over',
  'note',
  'undone',
] as const;
export type JournalEvent = (typeof JOURNAL_EVENTS)[number];

/** One row of the reminder journal, read. */
export interface JournalEntry {
  readonly id: string;
  /** Day of `at`, and its text (ISO date-time). */
  readonly on: CalendarDay;
  readonly at: string;
  readonly event: JournalEvent;
  readonly customer: string;
  readonly invoices: readonly string[];
  readonly stage: StageId;
  readonly round: number;
  readonly channel: Channel | null;
  /** Decimal; null when the row gives none. */
  readonly amount: number | null;
  readonly currency: Currency;
  readonly until: CalendarDay | null;
  readonly by: string;
  readonly reference: string;
  readonly text: string;
  readonly check: string;
}

/** The last thing done about an invoice, and when (null: done, but the day is not known). */
export interface LastAction {
  readonly stage: StageId;
  readonly on: CalendarDay | null;
}

/** What to do next and on which day. Channel null: hand over. */
export interface NextAction {
  readonly stage: StageId;
  readonly channel: Channel | null;
  readonly on: CalendarDay;
}

/** Why this action then, or why none: one per row, in words in `languages/`. */
export type Reason =
  | { readonly kind: 'paid'; readonly on: CalendarDay | null }
  | { readonly kind: 'within-tolerance'; readonly minor: number }
  | { readonly kind: 'draft' | 'cancelled' | 'written-off' | 'legal' | 'handed-over' | 'undated' }
  | { readonly kind: 'credit'; readonly minor: number }
  | { readonly kind: 'disputed'; readonly deadline: CalendarDay | null }
  /** It was to be settled by a day that has passed. */
  | { readonly kind: 'dispute-overdue'; readonly deadline: CalendarDay }
  | { readonly kind: 'to-fix'; readonly problem: ProblemKind }
  | { readonly kind: 'promised'; readonly on: CalendarDay; readonly stage: StageId }
  | { readonly kind: 'on-hold'; readonly until: CalendarDay; readonly stage: StageId }
  | { readonly kind: 'on-plan'; readonly until: CalendarDay; readonly stage: StageId }
  | { readonly kind: 'promise-broken'; readonly promisedOn: CalendarDay }
  | { readonly kind: 'instalment-missed'; readonly instalmentOn: CalendarDay }
  /** The stage's own day decides: due + offset. */
  | { readonly kind: 'stage'; readonly offset: number; readonly daysLate: number }
  /** The stage's day has passed: it is done now rather than lost. */
  | { readonly kind: 'catch-up'; readonly offset: number; readonly daysLate: number }
  | { readonly kind: 'rest'; readonly lastOn: CalendarDay; readonly lastStage: StageId }
  | { readonly kind: 'interval'; readonly lastOn: CalendarDay }
  /** The customer is to be called first; what is to be written waits for the interval. */
  | { readonly kind: 'written-waits'; readonly callOn: CalendarDay }
  | { readonly kind: 'already-drafted'; readonly on: CalendarDay; readonly stage: StageId }
  | { readonly kind: 'covered-by-credit'; readonly minor: number }
  | { readonly kind: 'hand-over'; readonly daysLate: number }
  | { readonly kind: 'no-stage' };

export type GuardId =
  | 'no-email'
  | 'invalid-email'
  | 'already-drafted'
  | 'paid'
  | 'disputed'
  | 'promised'
  | 'on-hold'
  | 'interval'
  | 'below-tolerance'
  | 'covered-by-credit'
  | 'held-row'
  | 'no-number'
  | 'template-broken'
  | 'unsent-draft';
export type WarningId =
  | 'payments-not-entered-since'
  | 'shared-email'
  | 'direct-debit'
  | 'notice-without-contacts'
  | 'consumer'
  | 'stale-rate'
  | 'same-name-other-address'
  | 'written-stages-wait';

// ── 6. Assessment ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The ledger on one day: parallel to it. Entries of invoices that do not exist yet have `exists[i]` 0 and mean nothing. */
export interface Assessment {
  readonly asOf: CalendarDay;
  /** At most this much left counts as paid: minor units by currency index. */
  readonly tolerances: readonly number[];
  readonly exists: Uint8Array;
  /** Signed open balance in minor units; NaN when out of sums. */
  readonly open: Float64Array;
  /** Signed days late; NO_DAY when not available. */
  readonly daysLate: Int32Array;
  /** Day of the settling payment when settled by a dated one; NO_DAY otherwise. */
  readonly settledOn: Int32Array;
  /** Index into BUCKETS; 255 for none. */
  readonly bucket: Uint8Array;
  /** Index into STATUSES. */
  readonly status: Uint8Array;
  readonly partlyPaid: Uint8Array;
  /** What was told of disputes and promises, on that day and before; without it, the sheet alone speaks. */
  readonly told?: ToldPaths | undefined;
}

/** Disputes and promises as they were known at the end of any day up to the as-of day. */
export interface ToldPaths {
  /** The contested part of invoice `i` in minor units: 0 for none, infinite for the whole. */
  readonly contested: (i: number, on: CalendarDay) => number;
  /** Whether a dispute of invoice `i` was ever told: all others are never asked for. */
  readonly mayBeContested: (i: number) => boolean;
  /** The promises whose day had come and whose outcome was known. */
  readonly promises: (on: CalendarDay) => readonly PromiseOutcome[];
}
/** A promise that fell due. `customer` (−1 for none) and `currency` are indexes. */
export interface PromiseOutcome {
  readonly customer: number;
  readonly currency: number;
  readonly promisedOn: CalendarDay;
  readonly kept: boolean;
}
export const NO_BUCKET = 255;
