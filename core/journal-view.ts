/**
 * The reminder journal made readable. It is append-only and tells one reminder in several rows (announced, drafted, sent); here each reminder is one
 * line with its latest state, newest first. What still waits for an answer of the user is the outbox.
 */
import { isoOf } from './calendar.ts';
import { shownTrace } from './fixes/trace.ts';
import type { Channel, JournalEntry, JournalEvent } from './types.ts';

/** One thing that happened. */
export interface JournalLine {
  /** Id of its latest row. */
  readonly id: string;
  /** ISO date-time of its latest row. */
  readonly at: string;
  /** What it has come to. */
  readonly event: JournalEvent;
  readonly customer: string;
  readonly invoices: readonly string[];
  /** Other late invoices the message listed. */
  readonly mentioned: readonly string[];
  readonly stages: readonly string[];
  /** A message beside the ladder, as {@link Language.freeMessages} calls it in the file's language; '' for all else. */
  readonly message: string;
  readonly channel: Channel | null;
  /** Decimal totals by currency code, '' for the unnamed one. */
  readonly amounts: Readonly<Record<string, number>>;
  readonly until: string | null;
  readonly by: string;
  /** What the user noted. */
  readonly note: string;
  /** The draft it is about; null when it is about none. */
  readonly draft: string | null;
  /** How it came there, oldest first. */
  readonly steps: readonly { readonly event: JournalEvent; readonly at: string }[];
}

/** A draft whose fate is not known for sure. */
export interface WaitingDraft {
  /** The draft's id: what `mark` names. */
  readonly id: string;
  readonly state: 'intent' | 'drafted' | 'unknown' | 'presumed-sent';
  readonly customer: string;
  readonly invoices: readonly string[];
  readonly stages: readonly string[];
  /** A message beside the ladder by its name; '' for a reminder. */
  readonly message: string;
  readonly amounts: Readonly<Record<string, number>>;
  /** ISO day on which it was made. */
  readonly madeOn: string;
  /** The host's own name of it: a file, a Gmail draft; '' when not known. */
  readonly reference: string;
}

/** Rows of these events that name the same draft tell one story. */
const OF_A_DRAFT: ReadonlySet<JournalEvent> = new Set(['intent', 'drafted', 'sent', 'presumed-sent', 'discarded', 'unknown', 'mentioned']);
const WAITING: ReadonlySet<JournalEvent> = new Set(['intent', 'drafted', 'unknown', 'presumed-sent']);

/** The journal in lines, newest first. Rows taken back by an `undone` row are left out. */
export function journalLines(entries: readonly JournalEntry[]): JournalLine[] {
  return storiesOf(entries).map(lineOf).reverse();
}

/** Drafts that wait for the user's word, oldest first. */
export function outboxOf(entries: readonly JournalEntry[]): WaitingDraft[] {
  return storiesOf(entries).flatMap((rows): WaitingDraft[] => {
    const { draft, event, customer, invoices, stages, message, amounts } = lineOf(rows);
    if (draft === null || !WAITING.has(event)) return [];
    const made = rows.filter((row) => row.event === 'drafted' || row.event === 'intent');
    const reference = rows.filter((row) => row.event !== 'mentioned' && row.event !== 'intent' && row.text !== '').at(-1)?.text ?? '';
    const madeOn = (made.at(-1) ?? (rows[0] as JournalEntry)).at.slice(0, 10);
    return [{ id: draft, state: event as WaitingDraft['state'], customer, invoices, stages, message, amounts, madeOn, reference }];
  });
}

/** The rows of each story, in the order in which the stories last moved. */
function storiesOf(entries: readonly JournalEntry[]): JournalEntry[][] {
  const taken = new Set<string>();
  for (let e = entries.length - 1; e >= 0; e--) {
    const { event, id, reference } = entries[e] as JournalEntry;
    if (event === 'undone' && reference !== '' && !taken.has(id)) taken.add(reference);
  }
  const stories = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    if (entry.event === 'undone' || (entry.id !== '' && taken.has(entry.id))) continue;
    const key = isOfDraft(entry) ? `draft ${entry.reference}` : `${entry.event} ${entry.at} ${entry.customer} ${entry.text}`;
    const story = stories.get(key) ?? [];
    stories.delete(key);
    stories.set(key, [...story, entry]);
  }
  return [...stories.values()];
}

function isOfDraft(entry: JournalEntry): boolean {
  return entry.reference !== '' && OF_A_DRAFT.has(entry.event);
}

function lineOf(rows: readonly JournalEntry[]): JournalLine {
  const told = rows.filter((row) => row.event !== 'mentioned');
  const about = told.length > 0 ? told : rows;
  const last = about.at(-1) as JournalEntry;
  // The same invoice is told once by each step: its amount counts once, as last said.
  const amountOf = new Map<string, JournalEntry>();
  for (const row of about) amountOf.set(`${row.stage} ${row.currency} ${row.invoices.join(' ')}`, row);
  const amounts: Record<string, number> = {};
  for (const { amount, currency } of amountOf.values())
    if (amount !== null) amounts[currency ?? ''] = (amounts[currency ?? ''] ?? 0) + amount;
  const steps = new Map<JournalEvent, string>();
  for (const row of about) steps.set(row.event, row.at);
  const isDraft = isOfDraft(last);
  return {
    id: last.id,
    at: last.at,
    event: last.event,
    customer: last.customer,
    invoices: unique(about.flatMap((row) => row.invoices)),
    mentioned: unique(rows.filter((row) => row.event === 'mentioned').flatMap((row) => row.invoices)),
    stages: unique(about.map((row) => row.stage)).filter((stage) => stage !== ''),
    message: rows.find((row) => row.event === 'intent' && row.stage === '')?.text ?? '',
    channel: last.channel,
    amounts,
    until: last.until === null ? null : isoOf(last.until),
    by: last.by,
    note: isDraft ? '' : shownTrace(last),
    draft: isDraft ? last.reference : null,
    steps: [...steps].map(([event, at]) => ({ event, at })),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
