/** What each figure of the report is called, and what it says in one sentence: for whoever runs a business, not for a credit manager. */
import type { IndicatorId } from '../indicators/indicator.ts';
import { INDICATORS_EN } from './indicator-words-en.ts';
import { INDICATORS_FR } from './indicator-words-fr.ts';
import type { LanguageCode } from './language.ts';

/** The indicators, and the balances beside them. */
export type FigureId = IndicatorId | 'outstanding' | 'overdue' | 'notDue' | 'undated' | 'unapplied' | 'aging' | 'dsoSplit';

export interface FigureWords {
  readonly label: string;
  readonly means: string;
}
export type IndicatorWords = Readonly<Record<FigureId, FigureWords>>;

export const INDICATOR_WORDS: Readonly<Record<LanguageCode, IndicatorWords>> = { fr: INDICATORS_FR, en: INDICATORS_EN };
