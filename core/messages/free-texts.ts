/**
 * The shape every language of the messages beside the ladder has. Sentences receive facts already written in the reader's language.
 */
import type { CallOutcome } from '../workbook.ts';

export interface FreeTexts {
  readonly afterCall: {
    readonly subject: (numbers: string) => string;
    /** `company` '' when it is not known. */
    readonly opening: (calledOn: string, outcome: CallOutcome | null) => string;
    /** What it was about: one invoice or several. */
    readonly about: (count: number) => string;
    /** `amount` '' when all is promised. */
    readonly promised: (on: string, amount: string) => string;
    /** What is asked or offered after that outcome. */
    readonly next: (outcome: CallOutcome | null) => string;
  };
  readonly thankYou: {
    readonly subject: (total: string) => string;
    /** `on` and `numbers` '' where not known. */
    readonly received: (amount: string, on: string, numbers: string) => string;
    readonly receivedSeveral: (total: string) => string;
    /** Of invoices that were paid in full by these payments: how many. */
    readonly settled: (count: number) => string;
    readonly stillOpen: string;
  };
  readonly statement: {
    readonly subject: (day: string) => string;
    readonly opening: (day: string) => string;
    readonly nothing: string;
    readonly total: string;
    readonly overdue: string;
    /** Credits and what is left when they are taken off. */
    readonly credits: string;
    readonly net: string;
    readonly oldest: string;
    readonly ask: string;
  };
  readonly plan: {
    readonly subject: (numbers: string) => string;
    readonly opening: (count: number, total: string) => string;
    readonly columns: { readonly rank: string; readonly on: string; readonly amount: string };
    readonly part: (rank: number, on: string, amount: string) => string;
    readonly total: string;
    readonly invoices: (count: number) => string;
    readonly counterpart: (text: string) => string;
    /** What a missed part means, and what is asked to agree. */
    readonly rule: string;
    readonly ask: string;
  };
}
