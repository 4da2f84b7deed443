/**
 * What a language must say: one shape, enforced by the compiler. Adding a language is one file of this shape; nothing outside this folder holds a
 * sentence about an invoice (the texts of reminders live beside their composer, in messages/).
 */
import { type CalendarDay, dayFromIso } from '../calendar.ts';
import type { BoardTable, HeadlineId } from '../dashboard/layout.ts';
import type { RefusedWhy } from '../dunning/refused.ts';
import type { Refusal } from '../ledger/columns.ts';
import type { TemplateBreak } from '../messages/template-break.ts';
import type { GapReason } from '../messages/template-fill.ts';
import type { TemplateTrouble } from '../messages/template-parse.ts';
import type { Currency } from '../money.ts';
import type { Bucket, Channel, GuardId, Notice, OwnedRole, Problem, ProblemKind, Reason, Role, Status, WarningId } from '../types.ts';
import type { CallOutcome, DisputeCategory, FreeMessage } from '../workbook.ts';
import type { CustomerWords } from './customer-words.ts';
import type { IndicatorWords } from './indicator-words.ts';

export type LanguageCode = 'fr' | 'en';

/** How amounts and days are written in the language. */
export interface Say {
  readonly money: (minor: number, currency: Currency) => string;
  readonly day: (day: CalendarDay) => string;
  readonly stage: (id: string) => string;
}

/** Whether what a guard is about is one invoice, and not a list of them. */
export const isOne = (about: string): boolean => !about.includes(', ');

/** The days of a problem's detail (ISO text) as the language writes them. */
export function daysIn(detail: string | undefined, say: Say): string {
  return (detail ?? '').replace(/\d{4}-\d{2}-\d{2}/g, (iso) => say.day(dayFromIso(iso) as CalendarDay));
}

/** What a guard's sentence may name. */
export interface GuardFacts {
  /** The address, a customer, a list of numbers: whatever the guard is about, as text. */
  readonly about: string;
  readonly day: CalendarDay | null;
  readonly minor: number;
  readonly currency: Currency;
  readonly stage: string;
  /** Of a draft: it was made, and nothing says that it left. */
  readonly isUnsent?: boolean;
  /** Of a broken template: why, where it stands, and what may be written instead ('' for no idea). */
  readonly broken?: TemplateBreak;
}

export type SentenceAndAdvice<Facts> = readonly [message: (facts: Facts, say: Say) => string, advice: string | ((facts: Facts) => string)];

/** The machine words by which a line of a tab says what is wrong with it. */
export type TabTrouble =
  | 'unknown-key'
  | 'missing-key'
  | 'repeated-key'
  | 'not-an-iban'
  | 'not-a-bic'
  | 'not-a-link'
  | 'not-yes-or-no'
  | 'unknown-country'
  | 'unknown-locale'
  | 'unknown-date-order'
  | 'unknown-entry'
  | 'unknown-terms'
  | 'not-a-number'
  | 'ambiguous-number'
  | 'not-a-whole-number'
  | 'rate-out-of-reach'
  | 'out-of-range'
  | 'not-a-date'
  | 'impossible-date'
  | 'ambiguous-date'
  | 'other-currency'
  | 'unknown-currency'
  | 'unknown-cadence'
  | 'unknown-channel'
  | 'unknown-tone'
  | 'unknown-event'
  | 'unknown-type'
  | 'unknown-regime'
  | 'unknown-language'
  | 'missing-stage'
  | 'missing-offset'
  | 'missing-customer'
  | 'missing-invoice'
  | 'missing-amount'
  | 'missing-event'
  | 'missing-date'
  | 'missing-id'
  | 'missing-headers'
  | 'repeated-stage'
  | 'repeated-customer'
  | 'reserved-stage'
  | 'missing-body'
  | 'unknown-profile'
  | 'repeated-template'
  | TemplateTrouble
  | 'unknown-invoice'
  | 'plan-not-whole'
  | 'cell-error';

export interface Language {
  readonly code: LanguageCode;
  readonly statuses: Readonly<Record<Status, string>>;
  /** Labels of the preset stages; a stage of the user's own is shown under its own name. */
  readonly stages: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly buckets: Readonly<Record<Bucket, string>>;
  /** A bucket by anybody's own bounds: days late from one to another, or from one on. */
  readonly bucketOf: (from: number, to: number | null) => string;
  readonly indicators: IndicatorWords;
  /** How customers pay, and what they are expected to bring. */
  readonly customers: CustomerWords;
  /** Headers of the columns Relance adds. */
  readonly headers: Readonly<Record<OwnedRole, string>>;
  /** What the user's own columns may mean. */
  readonly roles: Readonly<Record<Exclude<Role, OwnedRole>, string>>;
  /** `J+20` in French, `D+20` in English. */
  readonly dayMark: string;
  readonly reasons: { readonly [K in Reason['kind']]: (reason: Reason & { readonly kind: K }, say: Say, currency: Currency) => string };
  readonly problems: Readonly<Record<ProblemKind, SentenceAndAdvice<Problem>>>;
  readonly guards: Readonly<Record<GuardId, SentenceAndAdvice<GuardFacts>>>;
  /** Why a command is not done. */
  readonly refused: Readonly<Record<RefusedWhy, SentenceAndAdvice<GuardFacts>>>;
  readonly callOutcomes: Readonly<Record<CallOutcome, string>>;
  readonly disputeCategories: Readonly<Record<DisputeCategory, string>>;
  /** Messages beside the ladder, and what the journal says of paths. */
  readonly freeMessages: Readonly<Record<FreeMessage | 'plan', string>>;
  readonly seenBy: (owner: string) => string;
  readonly foundPlan: string;
  /** What the journal says before the cells whose text became a true date. */
  readonly datesMade: string;
  /** Advice where the address is missing or wrong and the Customers tab has a second one. */
  readonly useBackup: (address: string) => string;
  readonly warnings: Readonly<Record<WarningId, SentenceAndAdvice<GuardFacts>>>;
  /** The dashboard tab: its headings, and what its figures are called. */
  readonly board: {
    readonly asOf: string;
    readonly note: string;
    readonly figure: string;
    /** Heads the amounts of a sheet that names no currency. */
    readonly amount: string;
    readonly headlines: Readonly<Record<HeadlineId, string>>;
    readonly tables: Readonly<Record<BoardTable, string>>;
  };
  /** Why a workbook is not read as invoices; the facts are what was seen. */
  readonly refusals: Readonly<Record<Refusal['kind'], readonly [message: (detail: string) => string, advice: string]>>;
  readonly notices: Readonly<Record<Notice['kind'], (detail: string) => string>>;
  /** Why a cell of a tab cannot be used: the end of its problem's sentence. */
  readonly tabTroubles: Readonly<Record<TabTrouble, string>>;
  /** Why a fact that a template asks for is not there, and what to write instead. */
  readonly templateGaps: Readonly<Record<GapReason | 'no-template', string>>;
  /** `"abc"` in English, `« abc »` in French. */
  readonly quoted: (text: string) => string;
}
