/**
 * The story of a command in one function: from what is known of the workbook on a day to what is to be written and shown. Pure: the same study and
 * command give the same decision.
 */
import { formulaPlace, stampOf } from './dashboard/board-edits.ts';
import { ownStageWords } from './dunning/action-label.ts';
import { LANGUAGES } from './languages/index.ts';
import type { Refused, Study } from './study.ts';
import { plannedOf, reasonsOf, reportOf } from './view.ts';
import type { ChangeSet, Command, LeftCell, Sheet, View } from './workbook.ts';
import { ownedEdits } from './write-back.ts';

export interface Decision {
  readonly changes: ChangeSet;
  readonly view: View;
}

/** A command that writes no cell. */
export const NOTHING: ChangeSet = { sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [] };

const WRITES_NO_COLUMN: ReadonlySet<Command['kind']> = new Set(['bind', 'make-tab', 'make-example', 'dashboard']);

/** Decides a command on a studied workbook; drafts are made by `perform`, which alone knows their order. */
export function decide(studied: Study | Refused, command: Command): Decision {
  if ('refusal' in studied) {
    const [message, advice] = LANGUAGES[studied.language].refusals[studied.refusal.kind];
    return {
      changes: NOTHING,
      view: { report: null, refusal: { message: message(studied.refusal.detail), advice }, drafted: [], left: [] },
    };
  }
  const report = reportOf(studied, studied.ledger.place.sheet);
  const view: View = { report, refusal: null, drafted: [], left: [] };
  if (command.kind === 'open') return { changes: NOTHING, view: { ...view, formulas: formulaPlace(studied, []) } };
  if (WRITES_NO_COLUMN.has(command.kind)) return { changes: NOTHING, view };
  const { changes, left } = refreshed(studied);
  const board = stampOf(studied);
  return {
    changes: board === null ? changes : { ...changes, board },
    view: { ...view, left, ...(command.kind === 'refresh' ? { formulas: formulaPlace(studied, changes.columns) } : {}) },
  };
}

/** The owned columns brought up to date. */
export function refreshed(studied: Study): { readonly changes: ChangeSet; readonly left: readonly LeftCell[] } {
  const { ledger, reading, candidate, snapshot, ownLanguage, cadences } = studied;
  const { place } = ledger;
  const { columns, left } = ownedEdits(
    ledger,
    {
      chased: studied.chased,
      reason: reasonsOf(studied),
      planned: plannedOf(studied),
      offsetOf: (i, stage) =>
        studied.termsOf(ledger.customer[i] as number, i).cadence.stages.find(({ id }) => id === stage)?.offset ?? null,
      ownStages: ownStageWords(cadences.values()),
    },
    {
      sheet: snapshot.sheets[candidate.sheetIndex] as Sheet,
      language: ownLanguage,
      owned: snapshot.binding?.owned ?? {},
      dueTextFormat: reading.dueTextFormat,
      // Dates are written in the order of the due dates, and so read back.
      dayContext:
        reading.monthFirst === null ? reading.dayContext : { ...reading.dayContext, dateOrder: reading.monthFirst ? 'mdy' : 'dmy' },
    },
  );
  return {
    changes: { sheet: place.sheet, headerRow: place.headerRow, dueColumn: place.columns.get('dueOn') ?? null, columns, appends: [] },
    left,
  };
}
