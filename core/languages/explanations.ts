/**
 * What a panel explains on its screens, beside the names of its buttons: how to read a screen, what comes of an act. They travel with the view, in the
 * one language that is read, so that the panel's own script stays light in every host.
 */
import type { AgendaItem } from '../dunning/agenda.ts';
import type { HandOver } from '../hand-over.ts';
import type { WaitingDraft } from '../journal-view.ts';
import type { LeftCell } from '../workbook.ts';
import { EXPLANATIONS_EN } from './explanations-en.ts';
import { EXPLANATIONS_FR } from './explanations-fr.ts';
import type { LanguageCode } from './language.ts';

export interface Explanations {
  /** A few lines on each screen, on the card of a customer and on the forms, for whoever asks. */
  readonly screens: Readonly<
    Record<
      'today' | 'coming' | 'customers' | 'figures' | 'follow' | 'problems' | 'settings' | 'sheet' | 'customer' | 'act',
      readonly string[]
    >
  >;
  /** Settings of the panel: the day, refreshing by itself, the language, the table, the last refresh, where drafts are kept. */
  readonly asOf: string;
  readonly automatic: string;
  readonly daily: string;
  readonly language: string;
  readonly sheet: string;
  readonly undo: string;
  readonly folder: string;
  /** Which columns are ever filled. */
  /** Instead of twelve months, where no invoice has a date. */
  readonly noPast: string;
  readonly writes: string;
  readonly coming: string;
  /** Why the aging balance adds up; what the tab of figures is. */
  readonly proof: string;
  readonly board: string;
  /** What to do with drafts that wait, where they are kept or as files; what either answer about a lost one comes to. */
  readonly outbox: string;
  readonly outboxFile: string;
  readonly fates: string;
  readonly journalEmpty: string;
  readonly takenBack: string;
  readonly noPaper: string;
  readonly savedPaper: string;
  readonly ladder: string;
  readonly backTest: string;
  readonly paidBefore: string;
  readonly tabs: string;
  /** Why a cell was left as it was found. */
  readonly left: Readonly<Record<LeftCell['why'], string>>;
  /** Where a draft stands. */
  readonly drafts: Readonly<Record<WaitingDraft['state'], string>>;
  /** What comes to its day. */
  readonly agenda: Readonly<Record<AgendaItem['kind'], string>>;
  /** The ways on after the last reminder. */
  readonly routes: Readonly<
    Record<'title' | 'claim' | 'interest' | 'fee' | 'why' | 'fits' | 'needs' | 'cost' | 'delay' | 'source' | 'noAdvice', string>
  > & { readonly limitation: Readonly<Record<HandOver['limitation']['state'], string>> };
}

export const EXPLANATIONS: Readonly<Record<LanguageCode, Explanations>> = { fr: EXPLANATIONS_FR, en: EXPLANATIONS_EN };
