/** Drives a command through Excel: each thing the core asks for is done in order, and its answer (or its failure) given back. */
import {
  type ChangeSet,
  type Draft,
  type DraftPlace,
  type FoundDraft,
  type HostRequest,
  isJournalHeader,
  type NoDraft,
  type Snapshot,
  type TabAppend,
  type View,
} from '../core/index.ts';
import { isForestalled } from './announced.ts';
import { applyChanges, mayBeWritten } from './apply.ts';
import { KnownWorkbook } from './known.ts';
import { BINDING, readWorkbook } from './read.ts';
import { ExcelTrouble } from './trouble.ts';

/** How drafts are found and made: by Outlook, or by whatever stands in for it. */
export interface DraftAnswers {
  /** One for each id; an id left out is one nobody can look for now. */
  find(ids: readonly string[], known: readonly DraftPlace[]): Promise<readonly FoundDraft[]>;
  /** Whatever can be prepared before the announcing rows are written. */
  stage?(drafts: readonly Draft[], append: TabAppend): Promise<void>;
  /** The draft's reference, or why there is none. */
  draft(draft: Draft): Promise<string | NoDraft>;
}

/** What a command is run with. */
export interface Means {
  /** Without it, a command that asks for a draft fails there. */
  readonly drafts?: DraftAnswers;
  /** What the command before left known of the workbook. */
  readonly known?: KnownWorkbook;
  /** Told of what was read whole, and just before what was written is read back. */
  readonly onRead?: (snapshot: Snapshot) => void;
  readonly onReadBack?: () => void;
}

/** Runs one command to its end. */
export async function runInExcel(
  perform: Generator<HostRequest, View, unknown>,
  context: Excel.RequestContext,
  { drafts, known = new KnownWorkbook(), onRead, onReadBack }: Means = {},
): Promise<View> {
  let bound: string | null = null;
  let decidedOn: Snapshot | null = null;
  const added: (readonly string[])[] = [];
  const write = async (changes: ChangeSet): Promise<null> => {
    // Journal rows tell of what the invoices' sheet is to show: where that one is protected, nothing is half done.
    if (bound !== null && changes.appends.some(({ header }) => isJournalHeader(header))) mayBeWritten(bound, known);
    await applyChanges(context, changes, known);
    added.push(...changes.appends.flatMap(({ rows }) => rows));
    return null;
  };
  const announce = async (drafts: readonly Draft[], append: TabAppend): Promise<null> => {
    const own = [...added];
    await write(appendOnly(append));
    const tabOf = ({ sheets }: Snapshot) => sheets.find(({ name }) => name.toLowerCase() === append.tab.toLowerCase());
    const now = await readWorkbook(context, known.nameOf(append.tab) ?? append.tab, known);
    if (isForestalled(drafts, append, own, decidedOn ? tabOf(decidedOn) : undefined, tabOf(now))) throw new ExcelTrouble('forestalled');
    return null;
  };
  const answer = async (request: HostRequest): Promise<unknown> => {
    switch (request.kind) {
      case 'read': {
        if (request.sheet !== undefined) onReadBack?.();
        const snapshot = await readWorkbook(context, request.sheet, known);
        bound = snapshot.binding?.sheet ?? null;
        if (request.sheet === undefined) {
          decidedOn = snapshot;
          added.length = 0;
          onRead?.(snapshot);
        }
        return snapshot;
      }
      case 'write':
        return write(request.changes);
      case 'intend':
        if (bound !== null) mayBeWritten(bound, known);
        await drafts?.stage?.(request.drafts, request.append);
        return announce(request.drafts, request.append);
      case 'find-drafts':
        return drafts
          ? drafts.find(request.ids, request.known ?? [])
          : request.ids.map((id): FoundDraft => ({ id, state: 'absent', reference: null }));
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

const appendOnly = (append: TabAppend): ChangeSet => ({ sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [append] });
