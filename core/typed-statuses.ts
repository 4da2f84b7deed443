/**
 * What the user typed in the status column before Relance came, and a refresh would replace: words that mean nothing more than the dates do
 * ("En attente", "Pending"), but are theirs. Told before anything is filled, so that nobody misses them afterwards.
 */
import { LANGUAGES } from './languages/index.ts';
import { textOf } from './ledger/cell-words.ts';
import { isStatusLabel, statusFact } from './ledger/status-words.ts';
import { remembered } from './remembered.ts';
import type { Study } from './study.ts';
import type { Sheet } from './workbook.ts';

export interface TypedStatuses {
  /** Cells that would be replaced. */
  readonly count: number;
  /** Up to three of the words, in the order in which they stand. */
  readonly words: readonly string[];
  /** Some cells say what we would say of an open invoice: the column is kept as ours is, by the user or by an earlier refresh. */
  readonly isKeptLikeOurs: boolean;
}

const SHOWN = 3;
const NONE: TypedStatuses = { count: 0, words: [], isKeptLikeOurs: false };

/** The user's own words in the status column that are not ours and would not stay; none where the sheet has no such column. */
export function typedStatuses({ candidate, snapshot, ledger }: Study): TypedStatuses {
  const column = candidate.place.columns.get('status');
  if (column === undefined) return NONE;
  const { cells } = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const ours = new Set(Object.values(LANGUAGES).flatMap(({ statuses }) => Object.values(statuses)));
  // Facts ("Payée") are everybody's words.
  const isOutput = remembered((text: string) => isStatusLabel(text) && statusFact(text) === null);
  const words = new Set<string>();
  let [count, isKeptLikeOurs] = [0, false];
  for (let i = 0; i < ledger.size; i++) {
    const text = textOf(cells[(ledger.row[i] as number) - 1]?.[column] ?? null).trim();
    if (text === '' || !isOutput(text)) continue;
    if (ours.has(text)) {
      isKeptLikeOurs = true;
      continue;
    }
    count++;
    if (words.size < SHOWN) words.add(text);
  }
  return count === 0 ? NONE : { count, words: [...words], isKeptLikeOurs };
}
