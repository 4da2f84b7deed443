/**
 * How this business wants to be reminded and to remind: every number of the trade that may differ from one house to another, with the default
 * the trade uses. Filled from the Settings tab, then from the user's word for this one command.
 */
import type { CalendarDay } from './calendar.ts';
import { RATES, type RateTable } from './law/rates.ts';
import type { Currency } from './money.ts';

export type Regime = 'FR' | 'FR-PUBLIC' | 'EU' | 'DE' | 'UK' | 'CONSUMER' | 'none';

/** Money planned to go out, shown beside the forecast. Decimal amount; a currency of null is the house's. */
export interface Disbursement {
  readonly amount: number;
  readonly currency: Currency;
  readonly when:
    | { readonly kind: 'once'; readonly on: CalendarDay }
    /** On that day of every month. */
    | { readonly kind: 'monthly'; readonly day: number }
    | { readonly kind: 'weekly' };
}

export interface Settings {
  readonly company: string;
  /** Its address, as letters head it; may have several lines. */
  readonly companyAddress: string;
  /** Town from which letters are dated. */
  readonly companyCity: string;
  /** SIREN, company number, VAT number: as letters head it. */
  readonly companyId: string;
  /** Telephone and e-mail, as letters head them. */
  readonly companyContact: string;
  readonly signature: string;
  readonly by: string;
  readonly iban: string;
  readonly bic: string;
  readonly paymentLink: string;
  /** ISO country whose business days count; null: France when the workbook is French, else weekends only. */
  readonly country: string | null;
  readonly currency: Currency;
  readonly language: 'fr' | 'en' | null;
  readonly locale: string | null;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  readonly cadence: string;
  /** Days a customer is left alone after any contact. */
  readonly minimumInterval: number;
  /** Days an invoice rests after a contact about it. */
  readonly rest: number;
  /** Decimal: at most this left counts as paid. */
  readonly tolerance: number;
  readonly calls: boolean;
  /** `ladder`: an old invoice starts at the first post-due stage. `by-age`: at the stage its age has reached, never at the notice. */
  readonly entry: 'ladder' | 'by-age';
  /** Days after which `hand-over` comes again; null: once. */
  readonly repeatHandOver: number | null;
  readonly regime: Regime | null;
  /** Yearly contractual rate as a fraction; null: the regime's. */
  readonly contractRate: number | null;
  /** Days a formal notice gives to pay. */
  readonly noticeDays: number;
  /** How a bare `45 FDM` reads: days first then end of month, or the reverse; null: asked. */
  readonly endOfMonthTerms: 'days-then-end' | 'end-then-days' | null;
  /** Decimal: from this amount on a collection agency is proposed at hand-over; null: no threshold set. */
  readonly agencyFrom: number | null;
  /** Grace after a promised day. */
  readonly promiseGrace: number;
  /** Days in which a dispute is to be settled where nobody named a day. */
  readonly disputeDays: number;
  /** Days an invoice is left alone once its customer said it is in the next payment run. */
  readonly paymentRunPause: number;
  /** Central bank rates by half-year, as published, with the user's corrections. */
  readonly rates: RateTable;
  readonly disbursements: readonly Disbursement[];
}

export const DEFAULT_SETTINGS: Settings = {
  company: '',
  companyAddress: '',
  companyCity: '',
  companyId: '',
  companyContact: '',
  signature: '',
  by: '',
  iban: '',
  bic: '',
  paymentLink: '',
  country: null,
  currency: null,
  language: null,
  locale: null,
  dateOrder: null,
  cadence: 'standard',
  minimumInterval: 5,
  rest: 7,
  tolerance: 0.1,
  calls: true,
  entry: 'ladder',
  repeatHandOver: null,
  regime: null,
  contractRate: null,
  noticeDays: 8,
  endOfMonthTerms: null,
  agencyFrom: null,
  promiseGrace: 2,
  disputeDays: 30,
  paymentRunPause: 7,
  rates: RATES,
  disbursements: [],
};
