/**
 * How this business wants to be reminded and to remind: every number of the trade that may differ from one house to another, with the default
 * the trade uses. Filled from the Settings tab, then from the user's word for this one command.
 */
import type { Currency } from './money.ts';

export type Regime = 'FR' | 'FR-PUBLIC' | 'EU' | 'DE' | 'UK' | 'CONSUMER' | 'none';

export interface Settings {
  readonly company: string;
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
  /** Grace after a promised day. */
  readonly promiseGrace: number;
}

export const DEFAULT_SETTINGS: Settings = {
  company: '',
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
  promiseGrace: 2,
};
