/**
 * What a message beside the ladder is made from: the e-mail after a call, thanks for a payment, a statement of account, the written confirmation
 * of a plan. They climb no rung; each says one thing, from facts decided elsewhere.
 */
import type { CalendarDay } from '../calendar.ts';
import type { Currency } from '../money.ts';
import type { CallOutcome, FreeMessage } from '../workbook.ts';
import type { Correspondence, MessageLine } from './message.ts';

/** The messages beside the ladder, as templates may name them. */
export const FREE_MESSAGES = ['after-call', 'thank-you', 'statement', 'plan'] as const satisfies readonly (FreeMessage | 'plan')[];
export type FreeMessageId = (typeof FREE_MESSAGES)[number];

/** A payment one thanks for; `number` is '' when it named no invoice. */
export interface ReceivedPayment {
  readonly number: string;
  readonly paidOn: CalendarDay | null;
  readonly minor: number;
  readonly currency: Currency;
}

/** One part of a plan, in minor units of `currency`. */
export interface PlannedPart {
  readonly on: CalendarDay;
  readonly minor: number;
  readonly currency: Currency;
}

/** After a call: what was said on the telephone. `note` of the user is never told to the customer, so it is no part of this. */
interface AfterCall {
  readonly kind: 'after-call';
  readonly calledOn: CalendarDay;
  /** Null when the user did not say what came of it. */
  readonly outcome: CallOutcome | null;
  /** The promise made on the telephone; `minor` null when it is all that is open. */
  readonly promise: { readonly on: CalendarDay; readonly minor: number | null; readonly currency: Currency } | null;
}
interface ThankYou {
  readonly kind: 'thank-you';
  /** At least one; `lines` is what is still open of their invoices, and may be empty. */
  readonly payments: readonly ReceivedPayment[];
}
interface Statement {
  readonly kind: 'statement';
}
interface PlanConfirmation {
  readonly kind: 'plan';
  /** At least one, in order; together they make what is open on `lines`. */
  readonly instalments: readonly PlannedPart[];
  /** What is given in return, in the user's words; '' for nothing. */
  readonly counterpart: string;
}

/**
 * One message beside the ladder. `lines`: the invoices it speaks of: those of the call, those of the payment that are still open, all open ones of the
 * statement (due or not), those the plan spreads.
 */
export type FreeMessageInput = Correspondence & { readonly lines: readonly MessageLine[] } & (
    | AfterCall
    | ThankYou
    | Statement
    | PlanConfirmation
  );
