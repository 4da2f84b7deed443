/** Drives a command through Google Sheets: each thing the core asks for is done in order, and its answer given back. */
import type { ChangeSet, Draft, DraftPlace, FoundDraft, HostRequest, NoDraft, TabAppend, View } from '../../core/index.ts';
import { applyChanges } from './apply.ts';
import { type Patience, tried } from './google.ts';
import { BINDING, readWorkbook } from './read.ts';

/** How drafts are found and made: by Gmail, or by whatever stands in for it. */
export interface DraftAnswers {
  find(ids: readonly string[], known: readonly DraftPlace[]): readonly FoundDraft[];
  /** Lays one draft down; answers its reference, or why there is none. */
  draft(draft: Draft): string | NoDraft;
}

/** One command on its way. */
export class Drive {
  readonly #drafts: DraftAnswers;
  readonly #patience: Patience | null;
  #hasBegunColumns = false;
  #isUnfinished = false;

  /** Without `patience`, time does not matter. */
  constructor(drafts: DraftAnswers, patience: Patience | null = null) {
    this.#drafts = drafts;
    this.#patience = patience;
  }

  /** The owned columns were left for another click, for time was short. */
  get isUnfinished(): boolean {
    return this.#isUnfinished;
  }

  run(perform: Generator<HostRequest, View, unknown>): View {
    let step = perform.next();
    while (!step.done) step = perform.next(this.#answer(step.value));
    return step.value;
  }

  #answer(request: HostRequest): unknown {
    switch (request.kind) {
      case 'read':
        return request.sheet === undefined ? readWorkbook() : readBack(request.sheet);
      case 'write':
        return this.#write(request.changes);
      case 'intend':
        // Gmail has no unpublished drafts: the announcing rows alone are laid down, and flushed, before the first draft.
        return applyChanges(appendOnly(request.append)) ?? null;
      case 'find-drafts':
        return this.#drafts.find(request.ids, request.known ?? []);
      case 'draft':
        return this.#drafts.draft(request.draft);
      case 'keep':
        PropertiesService.getDocumentProperties().setProperty(BINDING, JSON.stringify(request.binding));
        return null;
      default:
        return request satisfies never;
    }
  }

  /**
   * What was begun is finished, rows that moved meanwhile are put right; but a first look at the columns is not begun when time is short. Where Google
   * refuses a repair (a row is gone since), the sheet is read back all the same: what still strays is put right then, or named.
   */
  #write(changes: ChangeSet): null {
    const isRepair = changes.columns.length > 0 && this.#hasBegunColumns;
    const isShort = changes.columns.length > 0 && !isRepair && this.#patience?.isShort === true;
    if (isShort) this.#isUnfinished = true;
    else if (changes.columns.length > 0) this.#hasBegunColumns = true;
    if (isRepair) tried(() => applyChanges(changes));
    else applyChanges(isShort ? { ...changes, columns: [] } : changes);
    return null;
  }
}

/** What was written must be looked at again, or nobody puts right what strayed: a row deleted this very moment makes Google refuse a look, once. */
function readBack(sheet: string): ReturnType<typeof readWorkbook> {
  try {
    return readWorkbook(sheet);
  } catch {
    return readWorkbook(sheet);
  }
}

const appendOnly = (append: TabAppend): ChangeSet => ({ sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [append] });
