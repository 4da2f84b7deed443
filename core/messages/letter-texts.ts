/**
 * What the formal notice says, in each language: one shape. The law it rests on and what follows if nobody pays depend on the regime of the debt and
 * on the route that would be taken; a consumer reads neither of businesses' penalties nor of the fee.
 */
import type { Jurisdiction } from '../law/jurisdiction.ts';
import type { RouteId } from '../law/routes-table.ts';
import type { Regime } from '../settings.ts';
import { LETTER_EN } from './letter-texts-en.ts';
import { LETTER_FR } from './letter-texts-fr.ts';
import type { MessageLanguage } from './money-text.ts';

/** Heads of the columns of invoices and of interest, shared by all papers. */
export interface AccountWords {
  readonly number: string;
  readonly purchaseOrder: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly daysLate: string;
  readonly amount: string;
  readonly paid: string;
  readonly credited: string;
  readonly open: string;
  readonly contested: string;
  readonly period: string;
  readonly days: string;
  readonly base: string;
  readonly rate: string;
  readonly interest: string;
  readonly fee: string;
  readonly total: string;
  /** Heads a column of sums of any kind. */
  readonly sum: string;
  readonly unknownNumber: string;
  from(first: string, last: string): string;
  /** `F1 – interest`. */
  interestOf(number: string): string;
  percent(rate: number): string;
  readonly rounding: string;
  /** How interest runs, in one sentence. */
  readonly method: string;
}

/** Whose debt it is, for the words of the law. */
export interface Legal {
  readonly regimes: readonly Regime[];
  readonly jurisdiction: Jurisdiction;
  readonly consumer: boolean;
  /** A yearly rate agreed by contract, written; '' for none. */
  readonly contractRate: string;
}

export interface LetterTexts {
  readonly account: AccountWords;
  readonly foot: string;
  /** The title, with the words the law wants. */
  title(legal: Legal): string;
  readonly registered: string;
  readonly subjectLabel: string;
  subject(legal: Legal, numbers: readonly string[]): string;
  readonly orderLabel: string;
  placeAndDate(city: string, day: string): string;
  readonly greeting: string;
  opening(facts: { readonly count: number; readonly customer: string; readonly total: string; readonly day: string }): string;
  readonly earlierHeading: string;
  earlierOne(what: string, day: string, channel: string, numbers: string): string;
  readonly invoicesCaption: string;
  interestCaption(day: string): string;
  readonly owedCaption: string;
  readonly principal: string;
  interestTo(day: string): string;
  /** `3 × 40,00 €` behind the name of the fee. */
  fee(count: number, each: string): string;
  credits(numbers: string): string;
  readonly grandTotal: string;
  demand(facts: { readonly total: string; readonly days: number; readonly deadline: string; readonly legal: Legal }): string;
  laws(legal: Legal): readonly string[];
  /** Beside a contested part that is set apart. */
  readonly contestedNote: string;
  pay: { heading: string; iban: string; bic: string; link: string; holder: string; reference: string; qr: string };
  consequence(route: RouteId | null, legal: Legal, deadline: string): string;
  amicable(legal: Legal, contact: string): string;
  readonly crossed: string;
  readonly closing: string;
  readonly forCompany: string;
  readonly enclosed: string;
  readonly enclosures: { readonly invoices: string; readonly reminders: string };
  readonly colon: string;
  all(parts: readonly string[]): string;
}

export const LETTER_TEXTS: Readonly<Record<MessageLanguage, LetterTexts>> = { fr: LETTER_FR, en: LETTER_EN };
