/**
 * The one safe order of a command's effects, written once for all hosts: read → decide → announce → draft → confirm → write → read back. A host
 * answers the requests; wherever it stops, the next command finds what was announced, adopts or asks about it, and never drafts it twice.
 */
import { type CalendarDay, NO_DAY } from './calendar.ts';
import { type Decision, decide } from './desk.ts';
import { draftId, draftOf, draftRows, JournalPen } from './dunning/drafts.ts';
import { blocksOf } from './dunning/guards.ts';
import { toldRows } from './dunning/told.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { withPanel } from './panel-view.ts';
import { edited } from './preview.ts';
import { misplaced } from './read-back.ts';
import { type Study, study } from './study.ts';
import { JOURNAL_HEADERS, journalRow, TAB_NAMES } from './tabs/index.ts';
import type { JournalEntry } from './types.ts';
import { isBoundBy } from './understood.ts';
import { entryId } from './view.ts';
import type { ChangeSet, Command, Draft, FoundDraft, HostRequest, LeftCell, Snapshot, TabAppend, View } from './workbook.ts';

/** How often the rows are looked at again when they move while we write. */
const REPAIRS = 3;

type Prepare = Command & { readonly kind: 'prepare' };
type Effects<Answer> = Generator<HostRequest, Answer, unknown>;

/** Runs a command on a host. `asOf` is the day the figures are for. The view says what was done and what was left. */
export function* perform(command: Command, asOf: CalendarDay): Effects<View> {
  const options = command.options ?? {};
  const read = (yield { kind: 'read' }) as Snapshot;
  const told = command.kind === 'bind' ? command.binding : options.trial;
  const snapshot = told ? { ...read, binding: told } : read;
  let studied = study(snapshot, asOf, options);
  let kept = told ? undefined : read.binding;
  if (command.kind === 'bind' && !('refusal' in studied) && isBoundBy(command.binding, studied.candidate)) {
    yield { kind: 'keep', binding: command.binding };
    kept = command.binding;
  }
  if ('refusal' in studied || command.kind === 'open' || command.kind === 'bind')
    return withPanel(decide(studied, command).view, studied, options.panel, snapshot, kept);

  const journal = new JournalTab(studied);
  const again = () => study(snapshot, asOf, options, journal.added) as Study;
  if (yield* settleWaiting(studied, journal, command.at)) studied = again();
  if (yield* tell(studied, journal, command)) studied = again();
  const drafted: View['drafted'][number][] = [];
  if (command.kind === 'prepare') {
    const entries = preparable(studied, command.entries);
    if (entries.length > 0) {
      yield* prepare(studied, entries, journal, command, drafted);
      studied = again();
    }
  }

  const decision = decide(studied, command);
  const left = [...decision.view.left];
  if (decision.changes.columns.length > 0) {
    yield { kind: 'write', changes: decision.changes };
    left.push(...(yield* putRight(decision, studied)));
  }
  return withPanel({ ...decision.view, drafted, left }, studied, options.panel, snapshot, kept);
}

/** What the user says was done outside is journaled first: the answer already counts with it. True when the journal has grown. */
function* tell(studied: Study, journal: JournalTab, command: Command): Effects<boolean> {
  const entry = 'entry' in command ? studied.work.entries.find((candidate) => entryId(studied, candidate) === command.entry) : undefined;
  const rows = toldRows(studied, command, entry, new JournalPen(journal.rows, command.at, studied.settings.by));
  if (rows.length > 0) yield { kind: 'write', changes: onlyAppends(journal.append(rows)) };
  return rows.length > 0;
}

/** The due e-mail entries that nothing blocks; of those named, when some are. */
export function preparable(studied: Study, ids?: readonly string[]): WorkEntry[] {
  return studied.work.entries.filter(
    (entry) =>
      entry.due &&
      entry.channel === 'email' &&
      (ids === undefined || ids.includes(entryId(studied, entry))) &&
      blocksOf(entry, studied.guards).length === 0,
  );
}

/** Announce all, draft each, confirm all. The announcement alone is enough to never draft the same reminder again. */
function* prepare(
  studied: Study,
  entries: readonly WorkEntry[],
  journal: JournalTab,
  { at, edits }: Prepare,
  drafted: View['drafted'][number][],
): Effects<void> {
  const pen = new JournalPen(journal.rows, at, studied.settings.by);
  const drafts = entries.map((entry): [WorkEntry, Draft] => [entry, edited(draftOf(studied, entry), edits?.[entryId(studied, entry)])]);
  const intents = entries.flatMap((entry) => draftRows(studied, entry, 'intent', pen));
  yield { kind: 'intend', drafts: drafts.map(([, draft]) => draft), append: journal.append(intents) };
  const confirmations: JournalEntry[] = [];
  for (const [entry, draft] of drafts) {
    const reference = (yield { kind: 'draft', draft }) as string;
    confirmations.push(...draftRows(studied, entry, 'drafted', pen, reference));
    if (entry.alsoOpen.length > 0) confirmations.push(mention(studied, entry, pen));
    drafted.push({ id: draft.id, customer: draft.customer, reference });
  }
  yield { kind: 'write', changes: onlyAppends(journal.append(confirmations)) };
}

/** The invoices listed under "also open": mentioned, which starts no rest. */
function mention(studied: Study, entry: WorkEntry, pen: JournalPen): JournalEntry {
  const { ledger } = studied;
  return pen.write('mentioned', studied.asOf, {
    customer: ledger.customers[entry.customer]?.name ?? '',
    invoices: entry.alsoOpen.map((i) => ledger.number[i] as string),
    stage: entry.stage,
    channel: entry.channel,
    reference: draftId(studied, entry),
  });
}

/**
 * What became of the drafts of before. Announced and never confirmed: found ones are adopted, the others become a question. Made, and no longer where
 * they were put: sent, on the day they were made. True when the journal has grown.
 */
function* settleWaiting(studied: Study, journal: JournalTab, at: string): Effects<boolean> {
  const { unfinished, drafted } = studied.book;
  const ids = [...new Set([...unfinished.keys(), ...drafted.keys()])];
  if (ids.length === 0) return false;
  const found = (yield { kind: 'find-drafts', ids }) as readonly FoundDraft[];
  const pen = new JournalPen(journal.rows, at, studied.settings.by);
  const rows: JournalEntry[] = [];
  for (const { id, state, reference } of found) {
    const announced = unfinished.get(id);
    // A draft that was made and cannot be looked for from here stays what it was: it blocks, and advances nothing.
    if (!announced && (state === 'drafted' || state === 'absent')) continue;
    const event = state === 'gone' ? 'presumed-sent' : state === 'absent' ? 'unknown' : state;
    for (const { customer, invoices, stage, round, channel, amount, currency, on } of announced ?? drafted.get(id) ?? [])
      rows.push(
        pen.write(event, on === NO_DAY ? studied.asOf : on, {
          customer,
          invoices,
          stage,
          round,
          channel,
          amount,
          currency,
          reference: id,
          text: reference ?? '',
        }),
      );
  }
  if (rows.length > 0) yield { kind: 'write', changes: onlyAppends(journal.append(rows)) };
  return rows.length > 0;
}

/** The journal as this command leaves it: what was read, and what the command has added. */
class JournalTab {
  readonly added: JournalEntry[] = [];
  readonly #studied: Study;

  constructor(studied: Study) {
    this.#studied = studied;
  }

  get rows(): readonly JournalEntry[] {
    return [...this.#studied.tabs.journal, ...this.added];
  }

  /** The rows to append, under the tab's own header; the first append of a command makes the tab when the workbook has none, or heads a blank one. */
  append(entries: readonly JournalEntry[]): TabAppend {
    const { tabs, ownLanguage } = this.#studied;
    const header = tabs.journalHeader ?? JOURNAL_HEADERS[ownLanguage];
    const create = tabs.journalHeader === null && this.added.length === 0;
    this.added.push(...entries);
    return {
      tab: tabs.journalSheet ?? TAB_NAMES.journal[ownLanguage],
      create,
      header,
      rows: entries.map((entry) => journalRow(entry, header)),
    };
  }
}

function onlyAppends(append: TabAppend): ChangeSet {
  return { sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [append] };
}

/** Reads the rows back; what landed beside its row, because someone inserted or sorted meanwhile, is put right or named. */
function* putRight({ changes }: Decision, studied: Study): Effects<View['left']> {
  const written: ChangeSet[] = [changes];
  const left = new Map<string, LeftCell>();
  for (;;) {
    const after = (yield { kind: 'read', sheet: changes.sheet as string }) as Snapshot;
    const { repair, named } = misplaced(studied, written, after, written.length > REPAIRS);
    for (const cell of named) left.set(`${cell.row} ${cell.column}`, cell);
    if (repair === null) return [...left.values()];
    yield { kind: 'write', changes: repair };
    written.push(repair);
  }
}
