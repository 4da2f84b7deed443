/**
 * The one safe order of a command's effects, written once for all hosts: read → decide → announce → draft → confirm → write → read back. A host
 * answers the requests; wherever it stops, the next command finds what was announced, adopts or asks about it, and never drafts it twice.
 */
import { type CalendarDay, NO_DAY } from './calendar.ts';
import { boardOf } from './dashboard/board-edits.ts';
import { type Decision, decide, NOTHING } from './desk.ts';
import { draftId, draftOf, draftRows, JournalPen } from './dunning/drafts.ts';
import { type Announced, freeDraft, planDraft } from './dunning/free-drafts.ts';
import { blocksOf } from './dunning/guards.ts';
import { whyNot } from './dunning/not-prepared.ts';
import { noticedRows } from './dunning/noticed.ts';
import { type Refused, refuse, refusedInWords } from './dunning/refused.ts';
import { type Told, toldBy } from './dunning/told.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { mend } from './fixes/mend.ts';
import { columnLetter } from './ledger/problems.ts';
import { madeLine } from './made-line.ts';
import { withPanel } from './panel-view.ts';
import { planAppend } from './plan-keeping.ts';
import { basisOf, edited, tagLeftIn } from './preview.ts';
import { misplaced } from './read-back/misplaced.ts';
import { namedSince } from './read-back/named-cells.ts';
import { onDay, type Study, study } from './study.ts';
import { exampleTab, JOURNAL_HEADERS, journalRow, madeTab, TAB_NAMES } from './tabs/index.ts';
import type { JournalEntry } from './types.ts';
import { isBoundBy } from './understood.ts';
import { entryId } from './view.ts';
import { firstPlace, linePlace } from './where-to-fill.ts';
import type {
  CellPlace,
  ChangeSet,
  Command,
  FoundDraft,
  HostRequest,
  LeftCell,
  NoDraft,
  NotPrepared,
  Sheet,
  Snapshot,
  TabAppend,
  View,
} from './workbook.ts';
import { isWritten, putBackOf, writtenBy } from './written.ts';

/** How often the rows are looked at again when they move while we write. */
const REPAIRS = 3;

type Prepare = Command & { readonly kind: 'prepare' };
type Effects<Answer> = Generator<HostRequest, Answer, unknown>;

/** Runs a command on a host. `asOf` is the day the figures are for. The view says what was done and what was left. */
export function* perform(command: Command, asOf: CalendarDay): Effects<View> {
  const options = command.options ?? {};
  const read = (yield { kind: 'read' }) as Snapshot;
  const bound = command.kind === 'bind' ? command.binding : options.trial;
  let snapshot = bound ? { ...read, binding: bound } : read;
  let studied = study(snapshot, asOf, options);
  let kept = bound ? undefined : read.binding;
  if (command.kind === 'bind' && !('refusal' in studied) && isBoundBy(command.binding, studied.candidate)) {
    yield { kind: 'keep', binding: command.binding };
    kept = command.binding;
  }
  if ('refusal' in studied && command.kind === 'make-example') {
    yield { kind: 'write', changes: onlyAppends(exampleTab(read, command.language, asOf)) };
    snapshot = (yield { kind: 'read' }) as Snapshot;
    studied = study(snapshot, asOf, options);
  }
  if ('refusal' in studied || command.kind === 'open' || command.kind === 'bind' || command.kind === 'make-example')
    return withPanel(decide(studied, command).view, studied, options.panel, snapshot, kept);

  if (command.kind === 'make-tab') {
    const made = madeTab(studied, command.tab) ?? (command.line === undefined ? null : madeLine(studied, command.tab, command.line));
    if (made !== null) {
      yield { kind: 'write', changes: onlyAppends(made) };
      snapshot = { ...((yield { kind: 'read' }) as Snapshot), ...(bound ? { binding: bound } : {}) };
    }
    const seen = study(snapshot, asOf, options);
    const showAt = 'refusal' in seen ? null : typedAt(seen, command);
    return withPanel({ ...decide(seen, command).view, ...(showAt && { showAt }) }, seen, options.panel, snapshot, kept);
  }

  if (command.kind === 'dashboard') {
    const { board, left } = boardOf(studied);
    yield { kind: 'write', changes: { ...NOTHING, board } };
    return withPanel({ ...decide(studied, command).view, left, board: board.tab }, studied, options.panel, snapshot, kept);
  }

  if (command.kind === 'put-back') {
    const { changes, left } = isWritten(command.written) ? putBackOf(studied, command.written) : { changes: NOTHING, left: [] };
    const fixed = changes.columns.reduce((sum, { rows }) => sum + rows.length, 0);
    if (fixed > 0) yield { kind: 'write', changes };
    const checked = fixed > 0 ? yield* putRight(changes, studied, { kind: 'read' }) : null;
    left.push(...(checked?.left ?? []));
    const after = { ...(checked?.after ?? ((yield { kind: 'read' }) as Snapshot)), ...(bound ? { binding: bound } : {}) };
    const seen = study(after, asOf, options);
    return withPanel({ ...decide(seen, { kind: 'open', at: command.at }).view, left, fixed }, seen, options.panel, after, kept);
  }

  let journal = new JournalTab(studied);
  // The sheet was read: only the journal has grown since.
  const again = () => onDay(studied as Study, asOf, journal.added);
  // What a refresh finds out by itself is found out again where it stops: its rows go with its columns, in one write.
  const note = function* (rows: readonly JournalEntry[]): Effects<void> {
    if (rows.length === 0) return;
    if (command.kind === 'refresh') journal.hold(rows);
    else yield { kind: 'write', changes: onlyAppends(journal.append(rows)) };
    studied = again();
  };
  yield* note(yield* settled(studied, journal, command.at));

  const told = toldBy(studied, command, entryNamed(studied, command), penOf(studied, journal, command));
  const announced = 'why' in told || command.kind !== 'write-to' ? null : freeDraft(studied, command);
  const refused = 'why' in told ? told : announced !== null && 'why' in announced ? announced : null;
  if (refused !== null) {
    const view = { ...decide(studied, { kind: 'open', at: command.at }).view, refused: said(refused, studied.language) };
    return withPanel(view, studied, options.panel, snapshot, kept);
  }
  const { rows, plan, mending } = told as Told;
  if (plan !== undefined) {
    // The plan is in force once its lines stand in its tab; stopped before its journal row, the next command finds it there and notes it.
    if (plan.lines.length > 0) yield { kind: 'write', changes: onlyAppends(planAppend(studied.tabs, plan.lines, studied.ownLanguage)) };
    yield { kind: 'write', changes: onlyAppends(journal.append(rows)) };
    snapshot = { ...((yield { kind: 'read' }) as Snapshot), ...(bound ? { binding: bound } : {}) };
    studied = study(snapshot, asOf, options) as Study;
    journal = new JournalTab(studied);
  } else if (mending !== undefined) {
    const mended = yield* mend(studied, mending, rows.length > 0 ? journal.append(rows) : null);
    snapshot = { ...mended.snapshot, ...(bound ? { binding: bound } : {}) };
    // Cells that were named, and no others: our columns follow at the next refresh. "Paid" in a status cell is a fact, which no undo would take back.
    const seen = study(snapshot, asOf, options);
    const view: View = { ...decide(seen, { kind: 'open', at: command.at }).view, fixed: mended.done, left: mended.left };
    return withPanel(view, seen, options.panel, snapshot, kept);
  } else if (rows.length > 0) {
    yield { kind: 'write', changes: onlyAppends(journal.append(rows)) };
    studied = again();
  }
  yield* note(noticedRows(studied, penOf(studied, journal, command)));

  const confirmation = plan !== undefined && command.kind === 'plan' && command.confirm === true ? planDraft(studied, plan) : null;
  const besides = announced ?? (confirmation === null || 'why' in confirmation ? null : confirmation);
  const due = command.kind === 'prepare' ? prepared(studied, command) : { drafts: [], notPrepared: [] };
  const drafts = besides === null ? due.drafts : [besides as Announced];
  let made: Made = { drafted: [], stopped: null, notMade: [] };
  if (drafts.length > 0) {
    made = yield* makeDrafts(drafts, penOf(studied, journal, command), journal);
    studied = again();
  }
  const notPrepared = [...due.notPrepared, ...notPreparedBy(made, due.drafts, studied)];

  const decision = decide(studied, command);
  const left = [...decision.view.left];
  const written = command.kind === 'refresh' && options.panel !== undefined ? writtenBy(studied, decision.changes) : null;
  const { columns, board } = decision.changes;
  const appends = journal.held();
  if (columns.length > 0 || board !== undefined || appends.length > 0) {
    yield { kind: 'write', changes: { ...decision.changes, appends } };
    if (columns.length > 0) left.push(...(yield* putRight(decision.changes, studied)).left);
  }
  const view: View = {
    ...decision.view,
    drafted: made.drafted,
    left,
    ...(notPrepared.length > 0 ? { notPrepared } : {}),
    ...(confirmation !== null && 'why' in confirmation ? { unconfirmed: said(confirmation, studied.language) } : {}),
    ...(made.stopped !== null && announced !== null ? { refused: said(stopRefusal(made.stopped), studied.language) } : {}),
    ...(made.stopped !== null && plan !== undefined ? { unconfirmed: said(stopRefusal(made.stopped), studied.language) } : {}),
    ...(written === null ? {} : { written }),
    ...(command.kind === 'refresh' ? { showAt: nextActionsAt(decision, studied) } : {}),
  };
  return withPanel(view, studied, options.panel, snapshot, kept);
}

/** The cell one made a tab, or a line of it, to type in. */
function typedAt(studied: Study, { tab, line }: Command & { readonly kind: 'make-tab' }): CellPlace | null {
  const at = line === undefined ? null : linePlace(studied, tab, line);
  return at?.kind === 'cell' ? { sheet: at.sheet, row: at.row, column: at.column } : firstPlace(studied, tab);
}

/** Where the next actions stand once a refresh is done: the column it added, else the one there was. */
function nextActionsAt({ changes }: Decision, { ledger: { place } }: Study): CellPlace {
  const column = changes.columns.find(({ role }) => role === 'nextAction')?.column ?? place.columns.get('nextAction') ?? 0;
  return { sheet: place.sheet, row: place.headerRow, column: columnLetter(column) };
}

function said(refused: Refused, language: 'fr' | 'en'): NonNullable<View['refused']> {
  return { why: refused.why, ...refusedInWords(refused, language) };
}

function entryNamed(studied: Study, command: Command): WorkEntry | undefined {
  return 'entry' in command ? studied.work.entries.find((candidate) => entryId(studied, candidate) === command.entry) : undefined;
}

function penOf({ settings }: Study, journal: JournalTab, { at }: Command): JournalPen {
  return new JournalPen(journal.rows, at, settings.by);
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

/** The drafts of a `prepare`, and the entries it named that get none. Words written over a message that says something else by now are not used. */
function prepared(
  studied: Study,
  { entries, edits }: Prepare,
): { readonly drafts: readonly Prepared[]; readonly notPrepared: readonly NotPrepared[] } {
  const notPrepared: NotPrepared[] = [];
  const refuseOne = (entry: string, customer: string, refused: Refused) =>
    notPrepared.push({ entry, customer, ...said(refused, studied.language) });
  const ready = preparable(studied, entries);
  for (const id of entries ?? []) {
    const why = ready.some((entry) => entryId(studied, entry) === id) ? null : whyNot(studied, id);
    if (why !== null) refuseOne(id, why.customer, why.refused);
  }
  const drafts = ready.flatMap((entry): Prepared[] => {
    const proposed = draftOf(studied, entry);
    const id = entryId(studied, entry);
    const edit = edits?.[id];
    if (edit?.basis !== undefined && edit.basis !== basisOf(proposed)) {
      refuseOne(id, proposed.customer, refuse('changed-meanwhile'));
      return [];
    }
    const tag = tagLeftIn(edit);
    if (tag !== null) {
      refuseOne(id, proposed.customer, refuse('tag-in-words', { about: tag }));
      return [];
    }
    const rows: Announced['rows'] = (event, pen, text) => {
      const own = draftRows(studied, entry, event, pen, text);
      return event === 'intent' && entry.alsoOpen.length > 0 ? [...own, mention(studied, entry, pen)] : own;
    };
    return [{ entry: id, draft: edited(proposed, edit), rows }];
  });
  return { drafts, notPrepared };
}

/** A reminder about to be drafted, with the entry of the worklist it is of. */
type Prepared = Announced & { readonly entry: string };

/** What came of the drafts: those made, and where the host stopped, those it did not make. */
interface Made {
  readonly drafted: readonly View['drafted'][number][];
  readonly stopped: NoDraft | null;
  /** Ids; the first may have been made where nobody can say. */
  readonly notMade: readonly string[];
}

/**
 * Announce all, draft each, confirm all. The announcement alone is enough to never draft the same message again, and says all that was said. Where the
 * host stops (no more drafts today, no more time), what is made is confirmed and the rest is taken back, to be prepared by another click; one that may
 * have been made stays announced, and is looked for by the next command.
 */
function* makeDrafts(drafts: readonly Announced[], pen: JournalPen, journal: JournalTab): Effects<Made> {
  const intents = drafts.flatMap(({ rows }) => rows('intent', pen, ''));
  yield { kind: 'intend', drafts: drafts.map(({ draft }) => draft), append: journal.append(intents) };
  const drafted: Made['drafted'][number][] = [];
  const notMade: string[] = [];
  const fates: JournalEntry[] = [];
  let stopped: NoDraft | null = null;
  for (const { draft, rows } of drafts) {
    const answer: string | NoDraft = stopped ?? ((yield { kind: 'draft', draft }) as string | NoDraft);
    if (typeof answer === 'string') {
      fates.push(...rows('drafted', pen, answer));
      drafted.push({ id: draft.id, customer: draft.customer, reference: answer });
      continue;
    }
    notMade.push(draft.id);
    if (stopped !== null || answer.made === 'no') fates.push(...rows('discarded', pen, ''));
    stopped = answer;
  }
  if (fates.length > 0) yield { kind: 'write', changes: onlyAppends(journal.append(fates)) };
  return { drafted, stopped, notMade };
}

/** What is said of the reminders the host did not make: the same of all, but where only the first got no answer. */
function notPreparedBy({ stopped, notMade }: Made, drafts: readonly Prepared[], studied: Study): NotPrepared[] {
  if (stopped === null) return [];
  return drafts
    .filter(({ draft }) => notMade.includes(draft.id))
    .map(({ entry, draft }) => {
      const refused = stopped.made === 'unknown' && draft.id !== notMade[0] ? refuse('mail-stopped') : stopRefusal(stopped);
      return { entry, customer: draft.customer, ...said(refused, studied.language) };
    });
}

const stopRefusal = ({ why, detail }: NoDraft): Refused => refuse(why, { about: detail });

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
 * they were put: sent, on the day they were made. Answers the rows that say so.
 */
function* settled(studied: Study, journal: JournalTab, at: string): Effects<readonly JournalEntry[]> {
  const { unfinished, drafted } = studied.book;
  const ids = [...new Set([...unfinished.keys(), ...drafted.keys()])];
  if (ids.length === 0) return [];
  const known = [...drafted].map(([id, rows]) => ({ id, reference: rows.at(-1)?.text ?? '' }));
  const found = (yield { kind: 'find-drafts', ids, known }) as readonly FoundDraft[];
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
  return rows;
}

/** The journal as this command leaves it: what was read, and what the command has added. */
class JournalTab {
  readonly added: JournalEntry[] = [];
  readonly #held: JournalEntry[] = [];
  readonly #studied: Study;

  constructor(studied: Study) {
    this.#studied = studied;
  }

  get rows(): readonly JournalEntry[] {
    return [...this.#studied.tabs.journal, ...this.added];
  }

  /** Counts the rows as added; they are written with what the command writes last. */
  hold(entries: readonly JournalEntry[]): void {
    this.added.push(...entries);
    this.#held.push(...entries);
  }

  /** What was held, to be written now. */
  held(): readonly TabAppend[] {
    return this.#held.length === 0 ? [] : [this.#append(this.#held, this.#held.length === this.added.length)];
  }

  /** The rows to append, under the tab's own header; the first append of a command makes the tab when the workbook has none, or heads a blank one. */
  append(entries: readonly JournalEntry[]): TabAppend {
    const isFirst = this.added.length === 0;
    this.added.push(...entries);
    return this.#append(entries, isFirst);
  }

  #append(entries: readonly JournalEntry[], isFirst: boolean): TabAppend {
    const { tabs, ownLanguage } = this.#studied;
    const header = tabs.journalHeader ?? JOURNAL_HEADERS[ownLanguage];
    return {
      tab: tabs.journalSheet ?? TAB_NAMES.journal[ownLanguage],
      create: tabs.journalHeader === null && isFirst,
      header,
      rows: entries.map((entry) => journalRow(entry, header)),
    };
  }
}

function onlyAppends(append: TabAppend): ChangeSet {
  return { ...NOTHING, appends: [append] };
}

/**
 * Reads the rows back; what landed beside its row, because someone inserted or sorted meanwhile, is put right or named. `look`: what is read each time, by
 * default the sheet alone; the last of it is answered.
 */
function* putRight(
  changes: ChangeSet,
  studied: Study,
  look: HostRequest = { kind: 'read', sheet: changes.sheet as string },
): Effects<{ readonly left: View['left']; readonly after: Snapshot }> {
  const written: ChangeSet[] = [changes];
  let left: readonly LeftCell[] = [];
  let seen: Sheet | undefined;
  for (;;) {
    const after = (yield look) as Snapshot;
    const now = after.sheets.find(({ name }) => name === changes.sheet);
    const { repair, named } = misplaced(studied, written, after, written.length > REPAIRS);
    const cells = [...namedSince(left, seen, now), ...named].map((cell) => [`${cell.row} ${cell.column}`, cell] as const);
    left = [...new Map(cells).values()];
    seen = now;
    if (repair === null) return { left, after };
    yield { kind: 'write', changes: repair };
    written.push(repair);
  }
}
