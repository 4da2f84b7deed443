/**
 * What only the user knows: that a call was made, a letter posted, a draft sent or thrown away, a step passed over. Told in one click, it becomes
 * journal rows, the only memory of what was done; nothing is guessed from it beyond what was said.
 */
import { dayFromIso } from '../calendar.ts';
import type { Study } from '../study.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import type { Command } from '../workbook.ts';
import { draftRows, JournalPen } from './drafts.ts';
import type { WorkEntry } from './worklist.ts';

const EVENT: Readonly<Partial<Record<Command['kind'], JournalEvent>>> = {
  'log-call': 'called',
  'log-letter': 'letter',
  'log-hand-over': 'handed-over',
  skip: 'skipped',
};

/** The journal rows of a command that tells something; none for other commands, and for entries or drafts that are no more. */
export function toldRows(study: Study, command: Command, entry: WorkEntry | undefined, pen: JournalPen): JournalEntry[] {
  if (command.kind === 'mark') return marked(study, command, pen);
  const event = EVENT[command.kind];
  if (event === undefined || entry === undefined) return [];
  const text = command.kind === 'skip' ? command.reason : 'note' in command ? (command.note ?? '') : '';
  // A call made while a letter or an e-mail was due is a contact, and leaves that step to be done.
  const isItsStep = command.kind !== 'log-call' || entry.channel === 'call';
  const channel = command.kind === 'log-call' ? 'call' : entry.channel;
  return draftRows(study, entry, event, new JournalPen([], command.at, '')).map(({ customer, invoices, stage, round, amount, currency }) =>
    pen.write(event, study.asOf, { customer, invoices, stage: isItsStep ? stage : '', round, channel, amount, currency, text }),
  );
}

/** Drafts whose fate may still be told, or corrected. */
const OPEN_FATES: ReadonlySet<JournalEvent> = new Set(['intent', 'drafted', 'unknown', 'presumed-sent']);

function marked(study: Study, { draft, fate, on }: Command & { readonly kind: 'mark' }, pen: JournalPen): JournalEntry[] {
  const told = study.journal.filter((row) => row.reference === draft && row.event !== 'mentioned');
  const last = told.at(-1);
  if (last === undefined || !OPEN_FATES.has(last.event)) return [];
  // A presumption stood for the day the draft was made; the user's word stands for the day it is given, unless another is named.
  const presumed = last.event === 'presumed-sent' ? last.on : study.asOf;
  const named = on === undefined ? null : dayFromIso(on);
  const day = named ?? presumed;
  const rows = new Map<string, JournalEntry>();
  for (const row of told) rows.set(`${row.stage} ${row.round} ${row.currency} ${row.invoices.join('\u0001')}`, row);
  return [...rows.values()].map(({ customer, invoices, stage, round, channel, amount, currency }) =>
    pen.write(fate, day, { customer, invoices, stage, round, channel, amount, currency, reference: draft }),
  );
}
