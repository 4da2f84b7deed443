/**
 * The message of a worklist entry, read before it is made, and changed where the user knows better: what is shown is what will be drafted.
 */
import { isoOf } from './calendar.ts';
import { draftOf, messageInput } from './dunning/drafts.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { hash64 } from './hash.ts';
import { paragraph } from './messages/blocks.ts';
import { compose } from './messages/compose.ts';
import { htmlOf } from './messages/html.ts';
import { oneLine } from './messages/sheet-text.ts';
import type { Study } from './study.ts';
import type { Stage } from './types.ts';
import type { Draft, MessageEdit } from './workbook.ts';

export interface MessagePreview {
  /** The worklist entry. */
  readonly entry: string;
  /** Names what is said here: an edit that carries it is only used while the message would still say this. */
  readonly basis: string;
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
  const draft = draftOf(study, entry);
  const { to, subject, text, html, language } = draft;
  const earlier = messageInput(study, entry).earlier.map(({ stage, on, invoices }) => ({ stage, on: isoOf(on), invoices }));
  return { entry: id, basis: basisOf(draft), to, subject, text, html, language, earlier };
}

/** What to say on the telephone, with whom to ask for. */
export interface CallScript {
  /** The worklist entry. */
  readonly entry: string;
  readonly contact: string;
  /** '' when neither the sheet nor the Customers tab has one. */
  readonly phone: string;
  readonly text: string;
  readonly language: string;
}

/** A call about invoices that have climbed the whole ladder. */
const AFTER_THE_LADDER: Stage = {
  id: 'call',
  offset: 0,
  channel: 'call',
  tone: 'firm',
  template: null,
  segment: null,
  minAmount: null,
  rest: null,
};

/** The script of a call about an entry, whatever its own step is: one may always call first. Null for an entry without an invoice. */
export function callScriptOf(study: Study, entry: WorkEntry, id: string): CallScript | null {
  const first = entry.invoices[0];
  if (first === undefined) return null;
  const rung: Stage = entry.rung ?? AFTER_THE_LADDER;
  const input = messageInput(study, { ...entry, rung });
  // A template of the user's is for its own step: it is a script when that is a call.
  const template = entry.channel === 'call' ? input.template : null;
  const { text } = compose({ ...input, template, channel: 'call' });
  const phone = study.ledger.text('phone', first).trim() || (study.record(entry.customer)?.phone ?? '').trim();
  return { entry: id, contact: oneLine(input.contact), phone: oneLine(phone), text, language: input.language };
}

/** Names what a draft says, as {@link MessagePreview.basis}. */
export function basisOf({ id, to, subject, text }: Draft): string {
  return hash64([id, to, subject, text].join('\u0000'));
}

/** A template's tag in words the user typed over a message, where nothing will replace it any more; null when there is none. */
export function tagLeftIn(edit: MessageEdit | undefined): string | null {
  return /\{\{[^{}\n]{0,80}(?:\}\})?/.exec(`${edit?.subject ?? ''}\n${edit?.text ?? ''}`)?.[0] ?? null;
}

/** The draft with the user's words in place of ours. Their text is plain: the HTML says the same, paragraph by paragraph. */
export function edited(draft: Draft, edit: MessageEdit | undefined): Draft {
  const subject = oneLine(edit?.subject ?? '') || draft.subject;
  const written = (edit?.text ?? '').replace(/\r\n?/g, '\n').trimEnd();
  if (written.trim() === '' || written === draft.text.trimEnd()) return { ...draft, subject };
  const blocks = written.split(/\n{2,}/).map((block) => paragraph(...block.split('\n')));
  return { ...draft, subject, text: `${written}\n`, html: htmlOf(blocks, draft.language) };
}
