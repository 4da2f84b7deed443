/** Drives a command through Excel: each thing the core asks for is done in order, and its answer (or its failure) given back. */
import type { Draft, FoundDraft, HostRequest, TabAppend, View } from '../core/index.ts';
import { applyChanges } from './apply.ts';
import { BINDING, readWorkbook } from './read.ts';

/** How drafts are found and made: by Outlook, or by whatever stands in for it. */
export interface DraftAnswers {
  find(ids: readonly string[]): Promise<readonly FoundDraft[]>;
  /** Whatever can be prepared before the announcing rows are written. */
  stage?(drafts: readonly Draft[], append: TabAppend): Promise<void>;
  draft(draft: Draft): Promise<string>;
}

/** Runs one command to its end; without `drafts`, a command that asks for a draft fails there. */
export async function runInExcel(
  perform: Generator<HostRequest, View, unknown>,
  context: Excel.RequestContext,
  drafts?: DraftAnswers,
): Promise<View> {
  let date1904 = false;
  const answer = async (request: HostRequest): Promise<unknown> => {
    switch (request.kind) {
      case 'read': {
        const snapshot = await readWorkbook(context, request.sheet);
        date1904 = snapshot.date1904;
        return snapshot;
      }
      case 'write':
        return (await applyChanges(context, request.changes, date1904)) ?? null;
      case 'intend':
        await drafts?.stage?.(request.drafts, request.append);
        return (await applyChanges(context, appendOnly(request.append))) ?? null;
      case 'find-drafts':
        return drafts ? drafts.find(request.ids) : request.ids.map((id): FoundDraft => ({ id, state: 'absent', reference: null }));
      case 'draft':
        if (!drafts) throw new Error('This Excel has nowhere to put drafts.');
        return drafts.draft(request.draft);
      case 'keep':
        context.workbook.settings.add(BINDING, JSON.stringify(request.binding));
        await context.sync();
        return null;
      default:
        return request satisfies never;
    }
  };
  let step = perform.next();
  while (!step.done) {
    let answered: unknown;
    try {
      answered = await answer(step.value);
    } catch (error) {
      step = perform.throw(error);
      continue;
    }
    step = perform.next(answered);
  }
  return step.value;
}

const appendOnly = (append: TabAppend) => ({ sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [append] });
