/**
 * What the evidence file and the statement of account say, in each language: one shape. A court reads them: a draft is called a draft, what is only
 * presumed is said to be presumed, and the check chain of the journal is not called a signature.
 */
import type { JournalEvent } from '../types.ts';
import { EVIDENCE_EN } from './evidence-texts-en.ts';
import { EVIDENCE_FR } from './evidence-texts-fr.ts';
import type { MessageLanguage } from './money-text.ts';

export interface EvidenceTexts {
  readonly title: string;
  readonly foot: string;
  drawnUp(day: string): string;
  readonly creditor: string;
  readonly debtor: string;
  readonly summary: string;
  readonly openInvoices: string;
  readonly settledInvoices: string;
  readonly noOpen: string;
  readonly overdue: string;
  readonly notDue: string;
  readonly payments: {
    readonly title: string;
    readonly on: string;
    readonly amount: string;
    readonly undated: string;
    readonly none: string;
  };
  readonly contacts: {
    readonly title: string;
    readonly what: string;
    readonly on: string;
    readonly channel: string;
    readonly invoices: string;
    readonly none: string;
  };
  readonly promises: {
    readonly title: string;
    readonly madeOn: string;
    readonly until: string;
    readonly amount: string;
    readonly invoices: string;
    readonly outcome: string;
    readonly all: string;
    readonly kept: string;
    readonly broken: string;
    readonly pending: string;
  };
  readonly disputes: {
    readonly title: string;
    readonly openedOn: string;
    readonly until: string;
    readonly amount: string;
    readonly invoices: string;
    readonly what: string;
    readonly resolvedOn: string;
    readonly open: string;
    readonly inSheet: string;
  };
  readonly plans: { readonly title: string; readonly dueOn: string; readonly amount: string; readonly invoices: string };
  readonly reckoning: {
    readonly interest: string;
    readonly fees: string;
    readonly fee: string;
    readonly sources: string;
    readonly reference: string;
    readonly source: string;
    readonly checkedOn: string;
    readonly contract: string;
    readonly contractSource: string;
    /** The source of a rate put right in the Settings tab. */
    readonly corrected: string;
    readonly provisional: string;
    readonly none: string;
    readonly references: Readonly<Record<'ecb' | 'bundesbank' | 'boe', string>>;
  };
  readonly journal: {
    readonly title: string;
    readonly at: string;
    readonly event: string;
    readonly what: string;
    readonly by: string;
    readonly text: string;
    readonly takenBack: string;
    until(day: string): string;
    readonly none: string;
    intact(rows: number): string;
    broken(rows: number): string;
    readonly unchecked: string;
    readonly noSignature: string;
  };
  readonly events: Readonly<Record<JournalEvent, string>>;
  readonly routes: {
    readonly title: string;
    readonly needs: string;
    readonly cost: string;
    readonly delay: string;
    readonly source: string;
    readonly advice: string;
  };
  checked(day: string): string;
  readonly statement: {
    readonly title: string;
    readonly foot: string;
    opening(day: string): string;
    readonly credits: string;
    readonly number: string;
    readonly balance: string;
    readonly nothingOpen: string;
    readonly ask: string;
  };
}

export const EVIDENCE_TEXTS: Readonly<Record<MessageLanguage, EvidenceTexts>> = { fr: EVIDENCE_FR, en: EVIDENCE_EN };
