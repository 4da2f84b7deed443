/** How the customers of a study pay: what they settled, the promises they broke, what they contest, and the score that makes. Worked out once a study. */
import type { Assessment, JournalEntry, Ledger } from '../types.ts';
import { type IncidentsOf, incidentsOf } from './incidents.ts';
import { type CustomerScore, customerScores } from './score.ts';
import { type Settlements, settlementsOf } from './settlements.ts';

export interface Habits {
  readonly settlements: Settlements;
  readonly incidents: IncidentsOf;
  /** By customer index. */
  readonly scores: readonly CustomerScore[];
}

/** The habits as known on the assessment's day, from the invoices and the journal. */
export function habitsOf(ledger: Ledger, assessment: Assessment, journal: readonly JournalEntry[]): Habits {
  const settlements = settlementsOf(ledger, assessment);
  const incidents = incidentsOf(ledger, assessment, journal);
  return { settlements, incidents, scores: customerScores(ledger, assessment, incidents, settlements) };
}
