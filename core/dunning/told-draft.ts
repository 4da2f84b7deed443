/** What the user says became of a draft: sent, thrown away, or nobody knows. */
import { dayFromIso } from '../calendar.ts';
import type { Study } from '../study.ts';
import type { JournalEntry, JournalEvent } from '../types.ts';
import type { Command } from '../workbook.ts';
import type { JournalPen } from './drafts.ts';
import { takenBack } from './journal.ts';
import { type Refused, refuse } from './refused.ts';

/** Drafts whose fate may still be told, or corrected. */
const OPEN_FATES: ReadonlySet<JournalEvent> = new Set(['intent', 'drafted', 'unknown', 'presumed-sent']);

/** One row for each row that told of the draft. */
export function toldOfDraft(
  study: Study,
  { draft, fate, on }: Command & { readonly kind: 'mark' },
  pen: JournalPen,
): readonly JournalEntry[] | Refused {
  const taken = takenBack(study.journal, null);
  const told = study.journal.filter((row) => row.reference === draft && OF_A_DRAFT.has(row.event) && !taken.has(row.id));
  const last = told.at(-1);
  if (last === undefined || !OPEN_FATES.has(last.event)) return refuse('unknown-draft');
  const named = on === undefined ? null : dayFromIso(on);
  if (on !== undefined && named === null) return refuse('not-a-day', { about: on });
  // A presumption stood for the day the draft was made; the user's word stands for the day it is given, unless another is named.
  const day = named ?? (last.event === 'presumed-sent' ? last.on : study.asOf);
  const rows = new Map<string, JournalEntry>();
  for (const row of told) rows.set(`${row.stage} ${row.round} ${row.currency} ${row.invoices.join('\u0001')}`, row);
  return [...rows.values()].map(({ customer, invoices, stage, round, channel, amount, currency }) =>
    pen.write(fate, day, { customer, invoices, stage, round, channel, amount, currency, reference: draft }),
  );
}

const OF_A_DRAFT: ReadonlySet<JournalEvent> = new Set([...OPEN_FATES, 'sent', 'discarded']);
