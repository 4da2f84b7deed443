/**
 * What only the user knows, told in one click: a call made, a promise heard, a dispute opened, a plan agreed. It becomes journal rows, the only memory
 * of what was done; what cannot be true is refused in words, and nothing is guessed beyond what was said.
 */
import { fixed, type Mending } from '../fixes/chosen.ts';
import { putBack } from '../fixes/put-back.ts';
import type { Study } from '../study.ts';
import type { JournalEntry } from '../types.ts';
import type { Command } from '../workbook.ts';
import type { JournalPen } from './drafts.ts';
import { type Refused, refuse } from './refused.ts';
import { toldOfDraft } from './told-draft.ts';
import { toldOfEntry } from './told-entry.ts';
import { disputed, held, noted, promised, resolved } from './told-path.ts';
import { type AgreedPlan, planned } from './told-plan.ts';
import { undoLast } from './undo.ts';
import type { WorkEntry } from './worklist.ts';

/** The rows a command adds to the journal, a plan for the Plans tab, and cells of the user's to put right or back. */
export interface Told {
  readonly rows: readonly JournalEntry[];
  readonly plan?: AgreedPlan;
  readonly mending?: Mending;
}

/** What a command tells; nothing for commands that tell nothing. `entry` is the worklist entry it names. */
export function toldBy(study: Study, command: Command, entry: WorkEntry | undefined, pen: JournalPen): Told | Refused {
  switch (command.kind) {
    case 'mark':
      return rowsOr(toldOfDraft(study, command, pen));
    case 'log-call':
    case 'log-letter':
    case 'log-hand-over':
    case 'skip':
      return entry === undefined ? refuse('unknown-entry') : { rows: toldOfEntry(study, command, entry, pen) };
    case 'promise':
      return rowsOr(promised(study, command, pen));
    case 'dispute':
      return rowsOr(disputed(study, command, pen));
    case 'resolve':
      return rowsOr(resolved(study, command, pen));
    case 'hold':
      return rowsOr(held(study, command, pen));
    case 'reply':
    case 'note':
      return rowsOr(noted(study, command, pen));
    case 'plan':
      return planned(study, command, pen);
    case 'undo-last':
      return takenBack(study, undoLast(study, pen));
    case 'fix':
      return fixed(study, command, pen);
    case 'open':
    case 'bind':
    case 'refresh':
    case 'prepare':
    case 'write-to':
    case 'make-tab':
    case 'make-example':
    case 'dashboard':
    case 'put-back':
      return { rows: [] };
    default:
      return command satisfies never;
  }
}

/** Rows that take others back; where those told of cells put right, the cells go back too. */
function takenBack(study: Study, undone: readonly JournalEntry[] | Refused): Told | Refused {
  if ('why' in undone) return undone;
  const ids = new Set(undone.map(({ reference }) => reference));
  const mending = putBack(
    study,
    study.journal.filter(({ id }) => ids.has(id)),
  );
  return { rows: undone, ...(mending === null ? {} : { mending }) };
}

function rowsOr(rows: readonly JournalEntry[] | Refused): Told | Refused {
  return 'why' in rows ? rows : { rows };
}
