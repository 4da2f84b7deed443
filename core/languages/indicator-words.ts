/** What each figure of the report is called, and what it says in one sentence: for whoever runs a business, not for a credit manager. */
import type { IndicatorId } from '../indicators/indicator.ts';

/** The indicators, and the balances beside them. */
export type FigureId = IndicatorId | 'outstanding' | 'overdue' | 'notDue' | 'undated' | 'unapplied' | 'aging' | 'dsoSplit';

export interface FigureWords {
  readonly label: string;
  readonly means: string;
}
export type IndicatorWords = Readonly<Record<FigureId, FigureWords>>;
