/**
 * The one safe order of a command's effects, written once for all hosts: read → decide → announce → draft → confirm → write → read back. A host
 * answers the requests; wherever it stops, the next command finds what was announced, adopts or asks about it, and never drafts it twice.
 */
import type { CalendarDay } from './calendar.ts';
import { decide, type Decision } from './desk.ts';
import { blocksOf } from './dunning/guards.ts';
import { draftId, draftOf, draftRows, JournalPen } from './dunning/drafts.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { JOURNAL_HEADERS, journalRow, TAB_NAMES } from './tabs/index.ts';
import { misplaced } from './read-back.ts';
import { type Study, study } from './study.ts';
import type { JournalEntry } from './types.ts';
import { entryId } from './view.ts';
import type { Command, Draft, FoundDraft, HostRequest, Snapshot, TabAppend, View } from './workbook.ts';

/** How often the rows are looked at again when they move while we write. */
const REPAIRS = 3;

type Effects<Answer> = Generator<HostRequest, Answer, unknown>;

/** Runs a command on a host. `asOf` is the day the figures are for. The view says what was done and what was left. */
export function* perform(command: Command, asOf: CalendarDay): Effects<View> {
  const options = command.options ?? {};
  const snapshot = (yield { kind: 'read' }) as Snapshot;
  let journal: JournalEntry[] = [];
  let studied = study(snapshot, asOf, options);
  if ('refusal' in studied || command.kind === 'open') return decide(studied, command).view;
  const again = () => study(snapshot, asOf, options, journal) as Study;

  const settled = yield* settleUnfinished(studied, command.at);
  if (settled.length > 0) {
    journal = journal.concat(settled);
    studied = again();
  }

  const drafted: View['drafted'][number][] = [];
  if (command.kind === 'prepare') {
    const entries = preparable(studied, command.entries);
    if (entries.length > 0) {
      const rows = yield* prepare(studied, entries, journal, command.at, drafted);
      journal = journal.concat(rows);
      studied = again();
    }
  }

  const decision = decide(studied, command);
  const left = [...decision.view.left];
  if (decision.changes.columns.length > 0) {
    yield { kind: 'write', changes: decision.changes };
    left.push(...(yield* putRight(decision, studied)));
  }
  return { ...decision.view, drafted, left };
}

/** The due e-mail entries that nothing blocks; of those named, when some are. */
export function preparable(studied: Study, ids?: readonly string[]): WorkEntry[] {
  return studied.work.entries.filter(
    (entry) => entry.due && entry.channel === 'email' && (ids === undefined || ids.includes(entryId(studied, entry))) && blocksOf(entry, studied.guards).length === 0,
  );
}

/** Announce all, draft each, confirm all. The announcement alone is enough to never draft the same reminder again. */
function* prepare(studied: Study, entries: readonly WorkEntry[], journal: readonly JournalEntry[], at: string, drafted: View['drafted'][number][]): Effects<JournalEntry[]> {
  const pen = new JournalPen([...studied.tabs.journal, ...journal], at, studied.settings.by);
  const drafts = entries.map((entry): [WorkEntry, Draft] => [entry, draftOf(studied, entry)]);
  const intents = entries.flatMap((entry) => draftRows(studied, entry, 'intent', pen));
  yield { kind: 'intend', drafts: drafts.map(([, draft]) => draft), append: appendOf(studied, intents) };
  const confirmations: JournalEntry[] = [];
  for (const [entry, draft] of drafts) {
    const reference = (yield { kind: 'draft', draft }) as string;
    confirmations.push(...draftRows(studied, entry, 'drafted', pen, reference));
    if (entry.alsoOpen.length > 0) confirmations.push(mention(studied, entry, pen));
    drafted.push({ id: draft.id, customer: draft.customer, reference });
  }
  yield { kind: 'write', changes: onlyAppends(appendOf(studied, confirmations)) };
  return [...intents, ...confirmations];
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

/** Drafts announced and never confirmed: found ones are adopted, the others become a question. */
function* settleUnfinished(studied: Study, at: string): Effects<JournalEntry[]> {
  const ids = [...studied.book.unfinished.keys()];
  if (ids.length === 0) return [];
  const found = (yield { kind: 'find-drafts', ids }) as readonly FoundDraft[];
  const pen = new JournalPen(studied.tabs.journal, at, studied.settings.by);
  const rows: JournalEntry[] = [];
  for (const { id, state, reference } of found) {
    const event = state === 'gone' ? 'presumed-sent' : state === 'absent' ? 'unknown' : state;
    for (const intent of studied.book.unfinished.get(id) ?? []) {
      const { customer, invoices, stage, round, channel, amount, currency } = intent;
      rows.push(pen.write(event, intent.on, { customer, invoices, stage, round, channel, amount, currency, reference: id, text: reference ?? '' }));
    }
  }
  if (rows.length > 0) yield { kind: 'write', changes: onlyAppends(appendOf(studied, rows)) };
  return rows;
}

function appendOf(studied: Study, entries: readonly JournalEntry[]): TabAppend {
  const { tabs, language } = studied;
  const header = tabs.journalHeader ?? JOURNAL_HEADERS[language];
  return {
    tab: tabs.journalSheet ?? TAB_NAMES.journal[language],
    create: tabs.journalSheet === null,
    header,
    rows: entries.map((entry) => journalRow(entry, header)),
  };
}

function onlyAppends(append: TabAppend): Decision['changes'] {
  return { sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [append] };
}

/** Reads the rows back; what landed beside its row, because someone inserted or sorted meanwhile, is put right or named. */
function* putRight(decision: Decision, studied: Study): Effects<View['left'][number][]> {
  const { changes } = decision;
  for (let round = 0; round < REPAIRS; round++) {
    const after = (yield { kind: 'read', sheet: changes.sheet as string }) as Snapshot;
    const { repair, named } = misplaced(studied, changes, after, round === REPAIRS - 1);
    if (repair === null) return [...named];
    yield { kind: 'write', changes: repair };
  }
  return [];
}
