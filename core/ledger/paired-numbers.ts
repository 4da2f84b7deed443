/**
 * Rows that share an invoice number hold each other, and numbers that only look alike are shown. No sum depends on it, and to compare ten thousand
 * numbers costs more than to add up their amounts: it is done when somebody first asks who may be reminded, or what cannot be trusted.
 */
import { once } from '../remembered.ts';
import type { Problem } from '../types.ts';
import type { LedgerDraft } from './ledger-draft.ts';
import { findNumberPairs } from './numbers.ts';
import type { ProblemList } from './problems.ts';

type Numbered = Pick<LedgerDraft, 'number' | 'row' | 'problems'>;

/**
 * All problems of a sheet in its order, `orphans` behind them; the first call flags the rows whose numbers are paired. `before` is how many problems
 * were known when the numbers had been read: of one row, what is told of its number follows those.
 */
export function problemsOnceAsked(
  draft: Numbered,
  numberAt: number | null,
  before: number,
  orphans: readonly Problem[],
): () => readonly Problem[] {
  const { number, row, problems } = draft;
  return once(() => {
    problems.insert(before, () => pairNumbers({ number, row, problems }, numberAt));
    return [...problems.sorted(), ...orphans];
  });
}

function pairNumbers(
  { number, row, problems }: { number: readonly string[]; row: Int32Array; problems: ProblemList },
  at: number | null,
): void {
  const { same, alike } = findNumberPairs(number);
  const told = new Set<number>();
  for (const [first, second] of same) {
    if (!told.has(first)) problems.add(first, at, 'duplicate-number', number[first] as string, { detail: String(row[second]) });
    problems.add(second, at, 'duplicate-number', number[second] as string, { detail: String(row[first]) });
    told.add(first).add(second);
  }
  for (const [first, second] of alike) {
    problems.add(first, at, 'look-alike-number', number[first] as string, { detail: number[second] as string });
    problems.add(second, at, 'look-alike-number', number[second] as string, { detail: number[first] as string });
  }
}
