/**
 * The shape every language of the reminders has. A language is one file of this shape; the compiler names what it lacks. Sentences receive
 * facts already written in the reader's language (amounts, days), so a language decides words, order and agreement, and nothing else.
 */
import type { PayerProfile } from '../customers/payer-profile.ts';
import type { StageId } from '../types.ts';

/** The reminders that have words of their own. A stage of the user's speaks with those of its tone. */
export const TEXT_IDS = ['courtesy', 'reminder', 'reminder-2', 'reminder-3', 'firm', 'final'] as const;
export type TextId = (typeof TEXT_IDS)[number];

/** One invoice, said: '' where the sheet does not say. */
export interface SaidLine {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  /** The same days in the short form of lists. */
  readonly issuedShort: string;
  readonly dueShort: string;
  readonly amount: string;
  readonly open: string;
  readonly partlyPaid: boolean;
  readonly daysLate: number | null;
  readonly purchaseOrder: string;
  /** '' unless penalties are told. */
  readonly interest: string;
  readonly fee: string;
}

/** `early`: due today or later. `open`: without a due date, so neither late nor early. */
export type Timing = 'late' | 'early' | 'open';

/** What the sentences of one message speak of. */
export interface Facts {
  /** The invoices the sentences are about: the late ones when any is late. At least one. */
  readonly lines: readonly SaidLine[];
  readonly timing: Timing;
  readonly customer: string;
  /** Their open total, per currency. */
  readonly total: string;
  /** Due date of the oldest one, and whether it is that of all. */
  readonly oldestDue: string;
  readonly sameDue: boolean;
  /** '' when the message gives no last day. */
  readonly deadline: string;
  /** Post-due reminders already sent about all of these invoices. */
  readonly remindersSent: number;
  /** Calls or messages of any kind were made before. */
  readonly contactedBefore: boolean;
  readonly profile: PayerProfile;
  /** The letter this message announces; null when it stands alone. */
  readonly letter: 'letter' | 'registered-letter' | null;
}

/** The two sentences that differ from one reminder to another. */
export interface Ask {
  /** What is owed. Only for late or undated invoices: before the due date every reminder is a courtesy. */
  opening(facts: Facts): string;
  /** What is asked. */
  ask(facts: Facts): string;
}

/** What one reminder says beside what all of them say. */
export interface StageText extends Ask {
  /** First words of the subject of a late invoice; '' for none. */
  subject(facts: Facts): string;
  /** Which greeting goes with it when nobody's name is known. */
  readonly formal: boolean;
}

/** The user's sheet of paper beside the telephone: what to ask, what to write down. */
export interface CallText {
  subject(facts: Facts): string;
  lines(facts: Facts, words: { readonly contact: string; readonly company: string; readonly earlier: string }): readonly string[];
}

export interface MessageTexts {
  readonly stages: Readonly<Record<TextId, StageText>>;
  readonly call: CallText;
  subject(prefix: string, facts: Facts): string;
  greeting(contact: string, formal: boolean): string;
  /** Opening and request while nothing is late yet, whatever the tone. */
  readonly early: Ask;
  /** What is owed and what is asked, as said to good and to bad payers. Warmth and firmness differ, facts never. */
  readonly manners: Readonly<Record<Exclude<PayerProfile, 'unknown'>, Readonly<Record<TextId | 'early', Ask>>>>;
  /** Added to the opening of several late invoices. */
  oldest(facts: Facts): string;
  /** `our reminder of 15 September 2025 (F1)`. `concerned`: numbers, '' when all are meant. */
  earlierOne(stage: StageId, day: string, concerned: string): string;
  follows(what: 'message' | 'call', earlier: readonly string[]): string;
  /** If payment and message crossed. */
  crossed(facts: Facts): string;
  alsoOpen(count: number): string;
  soonDue(count: number): string;
  credits(credits: readonly { readonly number: string; readonly amount: string }[]): string;
  /** One invoice in a plain-text list. */
  listed(line: SaidLine): string;
  readonly columns: {
    readonly number: string;
    readonly issuedOn: string;
    readonly purchaseOrder: string;
    readonly dueOn: string;
    readonly amount: string;
    readonly open: string;
    readonly daysLate: string;
    readonly interest: string;
    readonly fee: string;
  };
  readonly sums: {
    /** Of several invoices when nothing is added to it. */
    readonly total: string;
    readonly principal: string;
    interest(day: string): string;
    readonly fee: string;
    readonly grandTotal: string;
    readonly withSoonDue: string;
  };
  readonly pay: {
    readonly heading: string;
    readonly iban: string;
    readonly bic: string;
    readonly link: string;
    readonly reference: string;
    readonly document: string;
  };
  /** Whom to greet where nobody's name is known. */
  readonly accountsTeam: string;
  /** `8 days`. */
  days(count: number): string;
  readonly closing: string;
  /** Between a label and its value. */
  readonly colon: string;
  /** `a, b and c`. */
  all(parts: readonly string[]): string;
}
