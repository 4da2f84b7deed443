/** Drives a command through Google Sheets: each thing the core asks for is done in order, and its answer given back. */
import type { ChangeSet, Draft, FoundDraft, HostRequest, TabAppend, View } from '../../core/index.ts';
import { applyChanges } from './apply.ts';
import { BINDING, readWorkbook } from './read.ts';

/** How drafts are found and made: by Gmail, or by whatever stands in for it. */
export interface DraftAnswers {
  find(ids: readonly string[]): readonly FoundDraft[];
  /** Lays one draft down; answers its reference. */
  draft(draft: Draft): string;
}

/** Runs one command to its end; without `drafts`, a command that asks for a draft fails there. */
export function runInSheets(perform: Generator<HostRequest, View, unknown>, drafts?: DraftAnswers): View {
  let step = perform.next();
  while (!step.done) step = perform.next(answer(step.value, drafts));
  return step.value;
}

function answer(request: HostRequest, drafts: DraftAnswers | undefined): unknown {
  switch (request.kind) {
    case 'read':
      return readWorkbook(request.sheet);
    case 'write':
      return applyChanges(request.changes) ?? null;
    case 'intend':
      // Gmail has no unpublished drafts: the announcing rows alone are laid down, and flushed, before the first draft.
      return applyChanges(appendOnly(request.append)) ?? null;
    case 'find-drafts':
      return drafts ? drafts.find(request.ids) : request.ids.map((id): FoundDraft => ({ id, state: 'absent', reference: null }));
    case 'draft':
      if (!drafts) throw new Error('Drafts need Gmail, which this script may not use.');
      return drafts.draft(request.draft);
    case 'keep':
      PropertiesService.getDocumentProperties().setProperty(BINDING, JSON.stringify(request.binding));
      return null;
    default:
      return request satisfies never;
  }
}

const appendOnly = (append: TabAppend): ChangeSet => ({ sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [append] });
