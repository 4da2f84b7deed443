/**
 * What a reminder is made from: the facts of one worklist entry, already decided elsewhere. Nothing here chooses whom to remind or when.
 */
import type { CalendarDay } from '../calendar.ts';
import type { PayerProfile } from '../customers/payer-profile.ts';
import type { Currency, Money } from '../money.ts';
import type { Channel, StageId, Tone } from '../types.ts';
import type { Template } from './templates.ts';

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
  /** A link to a copy of the invoice, or what its copy is called. */
  readonly document: string;
}

/** What every message to one customer at one address carries, whatever it says. */
export interface Correspondence {
  readonly language: 'fr' | 'en';
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
  /** Open credits and overpayments, in positive minor units. */
  readonly credits: readonly { readonly number: string; readonly minor: number; readonly currency: Currency }[];
  /** How the customer usually pays: decides warmth and firmness, never facts. */
  readonly profile: PayerProfile;
  /** The user's own words for this message; null for ours. */
  readonly template: Template | null;
}

/** One reminder to one customer at one address. */
export interface MessageInput extends Correspondence {
  readonly stage: StageId;
  readonly tone: Tone;
  readonly channel: Channel;
  /** The invoices reminded; at least one. */
  readonly lines: readonly MessageLine[];
  readonly alsoOpen: readonly MessageLine[];
  /** Reminders truly sent and calls truly made, never drafts. */
  readonly earlier: readonly { readonly stage: StageId; readonly on: CalendarDay; readonly invoices: readonly string[] }[];
  /** The last day this message gives to pay; null when it gives none. */
  readonly deadline: CalendarDay | null;
  /** Days a formal notice gives: what a template that names a delay means at the other stages. */
  readonly noticeDays: number;
  /** Interest and fee are told to the customer: firm and final messages. Never to a consumer, whatever is said here. */
  readonly showPenalties: boolean;
  readonly consumer: boolean;
}
