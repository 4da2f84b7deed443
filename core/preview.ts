/**
 * The message of a worklist entry, read before it is made, and changed where the user knows better: what is shown is what will be drafted.
 */
import { isoOf } from './calendar.ts';
import { draftOf, messageInput } from './dunning/drafts.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { paragraph } from './messages/blocks.ts';
import { htmlOf } from './messages/html.ts';
import { oneLine } from './messages/sheet-text.ts';
import type { Study } from './study.ts';
import type { Draft, MessageEdit } from './workbook.ts';

export interface MessagePreview {
  /** The worklist entry. */
  readonly entry: string;
  /** '' when the entry has no valid address. */
  readonly to: string;
  readonly subject: string;
  /** For a call: what to say. */
  readonly text: string;
  readonly html: string;
  readonly language: string;
  /** Contacts truly made about these invoices, oldest first; days as ISO. */
  readonly earlier: readonly { readonly stage: string; readonly on: string; readonly invoices: readonly string[] }[];
}

/** The message of an entry; null for one that is no message (hand-over). */
export function previewOf(study: Study, entry: WorkEntry, id: string): MessagePreview | null {
  if (entry.rung === null || entry.invoices.length === 0) return null;
  const { to, subject, text, html, language } = draftOf(study, entry);
  const earlier = messageInput(study, entry).earlier.map(({ stage, on, invoices }) => ({ stage, on: isoOf(on), invoices }));
  return { entry: id, to, subject, text, html, language, earlier };
}

/** The draft with the user's words in place of ours. Their text is plain: the HTML says the same, paragraph by paragraph. */
export function edited(draft: Draft, edit: MessageEdit | undefined): Draft {
  const subject = oneLine(edit?.subject ?? '') || draft.subject;
  const written = (edit?.text ?? '').replace(/\r\n?/g, '\n').trimEnd();
  if (written.trim() === '' || written === draft.text.trimEnd()) return { ...draft, subject };
  const blocks = written.split(/\n{2,}/).map((block) => paragraph(...block.split('\n')));
  return { ...draft, subject, text: `${written}\n`, html: htmlOf(blocks, draft.language) };
}
