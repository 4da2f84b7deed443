/**
 * What a reminder is made from: the facts of one worklist entry, already decided elsewhere. Nothing here chooses whom to remind or when.
 */
import type { CalendarDay } from '../calendar.ts';
import type { Currency, Money } from '../money.ts';
import type { Channel, StageId, Tone } from '../types.ts';

/** One invoice of a reminder. Amounts in minor units of `currency`; null and '' mean that the sheet does not say. */
export interface MessageLine {
  readonly number: string;
  readonly issuedOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
  readonly amountMinor: number;
  readonly openMinor: number;
  readonly currency: Currency;
  /** Signed: negative before the due date. */
  readonly daysLate: number | null;
  readonly interestMinor: number | null;
  /** In the currency of its regime, never added to another. */
  readonly fee: Money | null;
  readonly purchaseOrder: string;
  readonly paymentLink: string;
}

/** One message to one customer at one address. */
export interface MessageInput {
  readonly language: 'fr' | 'en';
  readonly stage: StageId;
  readonly tone: Tone;
  readonly channel: Channel;
  readonly customer: string;
  readonly contact: string;
  readonly to: string;
  readonly asOf: CalendarDay;
  readonly company: string;
  /** May have several lines. */
  readonly signature: string;
  readonly iban: string;
  readonly bic: string;
  readonly paymentLink: string;
  /** The invoices reminded; at least one. */
  readonly lines: readonly MessageLine[];
  readonly alsoOpen: readonly MessageLine[];
  readonly credits: readonly { readonly number: string; readonly minor: number; readonly currency: Currency }[];
  /** Reminders truly sent and calls truly made, never drafts. */
  readonly earlier: readonly { readonly stage: StageId; readonly on: CalendarDay; readonly invoices: readonly string[] }[];
  /** The last day this message gives to pay; null when it gives none. */
  readonly deadline: CalendarDay | null;
  /** Interest and fee are told to the customer: firm and final messages. Never to a consumer, whatever is said here. */
  readonly showPenalties: boolean;
  readonly consumer: boolean;
}
