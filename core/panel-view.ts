/**
 * What a panel shows beside the report: what was understood of the sheet, messages asked for, the journal and the drafts that wait. The expensive
 * parts are made for what is shown only, and the invoices travel packed.
 */
import type { WorkEntry } from './dunning/worklist.ts';
import { journalLines, outboxOf } from './journal-view.ts';
import { LANGUAGES, type Language } from './languages/index.ts';
import { nearUnderstood } from './near-table.ts';
import { packed } from './packed-rows.ts';
import { type MessagePreview, previewOf } from './preview.ts';
import type { Refused, Study } from './study.ts';
import { understoodOf } from './understood.ts';
import { entryId } from './view.ts';
import type { Binding, PanelWish, Snapshot, View } from './workbook.ts';

/** What things are called in the language of the answer. */
export type ViewWords = Pick<Language, 'statuses' | 'stages' | 'channels' | 'buckets' | 'headers'>;

/** Enough to scroll back some weeks; the rest is asked for. */
const JOURNAL_LINES = 100;

/** The view with what the panel wishes; as it is without a wish. `kept` is the binding kept with the workbook, if any. */
export function withPanel(
  view: View,
  studied: Study | Refused,
  wish: PanelWish | undefined,
  snapshot: Snapshot,
  kept: Binding | undefined,
): View {
  if (wish === undefined) return view;
  const sheets = snapshot.sheets.map((sheet) => sheet.name);
  if ('refusal' in studied)
    return { ...view, words: wordsIn(studied.language), sheets, understood: null, near: nearUnderstood(snapshot, studied.near) };
  if (view.report === null) return { ...view, sheets, understood: null };
  const lines = journalLines(studied.journal);
  return {
    ...view,
    report: { ...view.report, invoices: [], customers: [], worklist: [], problems: [] },
    packed: {
      invoices: packed(view.report.invoices),
      customers: packed(view.report.customers),
      worklist: packed(view.report.worklist),
      problems: packed(view.report.problems),
    },
    words: wordsIn(studied.language),
    sheets,
    understood: understoodOf(studied, kept),
    messages: messagesOf(studied, wish.messages ?? []),
    journal: { total: lines.length, lines: lines.slice(0, wish.journalLines ?? JOURNAL_LINES) },
    outbox: outboxOf(studied.journal),
  };
}

function wordsIn(language: 'fr' | 'en'): ViewWords {
  const { statuses, stages, channels, buckets, headers } = LANGUAGES[language];
  return { statuses, stages, channels, buckets, headers };
}

function messagesOf(studied: Study, ids: readonly string[]): MessagePreview[] {
  if (ids.length === 0) return [];
  const asked = new Set(ids);
  return studied.work.entries.flatMap((entry: WorkEntry) => {
    const id = entryId(studied, entry);
    const preview = asked.has(id) ? previewOf(studied, entry, id) : null;
    return preview === null ? [] : [preview];
  });
}
