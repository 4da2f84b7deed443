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
}

const SHOWN = 3;
const NONE: TypedStatuses = { count: 0, words: [] };

/** The user's own words in the status column that are not ours and would not stay; none where the sheet has no such column. */
export function typedStatuses({ candidate, snapshot, ledger }: Study): TypedStatuses {
  const column = candidate.place.columns.get('status');
  if (column === undefined) return NONE;
  const { cells } = snapshot.sheets[candidate.sheetIndex] as Sheet;
  const ours = new Set(Object.values(LANGUAGES).flatMap(({ statuses }) => Object.values(statuses)));
  const isTyped = remembered((text: string) => !ours.has(text) && isStatusLabel(text) && statusFact(text) === null);
  const words = new Set<string>();
  let count = 0;
  for (let i = 0; i < ledger.size; i++) {
    const text = textOf(cells[(ledger.row[i] as number) - 1]?.[column] ?? null).trim();
    if (text === '' || !isTyped(text)) continue;
    count++;
    if (words.size < SHOWN) words.add(text);
  }
  return count === 0 ? NONE : { count, words: [...words] };
}
