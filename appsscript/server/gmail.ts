/**
 * Reminders as drafts in the user's own Gmail. Only drafts can be seen with the right Relance asks for, never what was received or sent; so a draft we
 * know by its name and that is no longer among the drafts was sent, or thrown away, which the user alone can tell apart.
 */
import { AddressError, asRaw, type Draft, type DraftPlace, type FoundDraft, type NoDraft, toEml } from '../../core/index.ts';
import type { DraftAnswers } from './driver.ts';
import type { Patience } from './google.ts';
import { codeOf, kindOf, saidBy } from './trouble.ts';

/** Of a page of the list, the most Google gives. */
const PAGE = 500;
/** How many drafts nobody named are looked into for one that was announced. */
const MOST_LOOKED_INTO = 200;

/** Whether this installation has Gmail at all; without the scope its manifest does not name the service. */
export function hasGmail(): boolean {
  return typeof Gmail !== 'undefined';
}

/** The drafts of this mailbox. */
export function mailbox(): GoogleAppsScript.Gmail.Collection.Users.DraftsCollection {
  const drafts = Gmail?.Users.Drafts;
  if (!drafts) throw new Error('Gmail');
  return drafts;
}

/** Drafts in the mailbox of whoever clicked: `account`, '' where Google does not say whose it is. */
export function gmailDrafts(account: string, patience: Patience): DraftAnswers {
  return {
    find: (ids, known) => found(ids, known, account, patience),
    draft: (draft) => (patience.isShort ? { why: 'time-short', made: 'no', detail: '' } : made(draft, account)),
  };
}

// ── The name of a draft in the journal: Gmail's id of it, its thread, the mailbox ───────────────────────────────────────────────────────

interface Place {
  readonly draft: string;
  readonly thread: string;
  readonly account: string;
}

const nameOf = ({ draft, thread, account }: Place): string => [draft, thread || '-', account].join(' ').trim();

function placeOf(name: string): Place | null {
  const [draft = '', thread = '', account = ''] = name.split(' ');
  return draft === '' || thread === '' ? null : { draft, thread: thread === '-' ? '' : thread, account };
}

/** What a message of ours is called by mail programs, to be answered in its thread: under the house's own domain where it is known. */
function messageId(id: string, account: string): string {
  const domain = account.split('@')[1] ?? '';
  return `relance.${id}@${/^[\w.-]+$/.test(domain) ? domain : 'relance.invalid'}`;
}

// ── Making ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Lays a draft down; in the thread of the message it follows, where Gmail still has it. */
function made(draft: Draft, account: string): string | NoDraft {
  const before = draft.earlier === undefined ? null : placeOf(draft.earlier.reference);
  const followed = before !== null && before.thread !== '' && before.account === account ? before : null;
  try {
    return created(draft, account, followed);
  } catch (error) {
    // A thread that is gone, or will not have this message: nothing was made, and the reminder stands without it.
    if (followed === null || !isRefused(error)) return stopped(error);
  }
  try {
    return created(draft, account, null);
  } catch (error) {
    return stopped(error);
  }
}

function created(draft: Draft, account: string, followed: Place | null): string {
  const inReplyTo = followed && draft.earlier ? messageId(draft.earlier.id, account) : null;
  const raw = asRaw(toEml(draft, { mailing: { messageId: messageId(draft.id, account), inReplyTo } }));
  const answer = mailbox().create({ message: { raw, ...(followed ? { threadId: followed.thread } : {}) } }, 'me');
  return nameOf({ draft: answer.id ?? '', thread: answer.message?.threadId ?? '', account });
}

const isRefused = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === 400 || code === 404 || (code === null && /not found|invalid thread|introuvable/i.test(saidBy(error)));
};

function stopped(error: unknown): NoDraft {
  const kind = kindOf(error);
  if (kind === 'quota') return { why: 'mail-quota', made: 'no', detail: '' };
  const detail = saidBy(error);
  // What Gmail refuses was not made; all else (no answer in time, an error of its own) leaves it open.
  return kind === 'not-authorised' || isRefused(error) || error instanceof AddressError
    ? { why: 'mail-refused', made: 'no', detail }
    : { why: 'mail-silent', made: 'unknown', detail };
}

// ── Finding ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What became of drafts; nothing is said of one when Gmail does not answer. The list of drafts is read, not searched: a search may lag behind. */
function found(ids: readonly string[], known: readonly DraftPlace[], account: string, patience: Patience): FoundDraft[] {
  try {
    return lookedFor(ids, known, account, patience);
  } catch {
    return [];
  }
}

function lookedFor(ids: readonly string[], known: readonly DraftPlace[], account: string, patience: Patience): FoundDraft[] {
  const listed = new Map(listedDrafts().map(({ id, message }) => [id ?? '', message?.threadId ?? '']));
  const places = new Map(known.map(({ id, reference }) => [id, { reference, place: placeOf(reference) }]));
  const answers: FoundDraft[] = [];
  for (const [id, { reference, place }] of places) {
    // In a colleague's mailbox nobody can look from here.
    const state =
      place === null
        ? 'absent'
        : listed.has(place.draft)
          ? 'drafted'
          : place.account === account && account !== ''
            ? goneOr(place.draft)
            : 'absent';
    answers.push({ id, state, reference: state === 'drafted' ? reference : null });
  }
  const announced = new Set(ids.filter((id) => !places.has(id)));
  if (announced.size === 0) return answers;
  const named = new Set([...places.values()].map(({ place }) => place?.draft));
  let looks = 0;
  for (const [draft, thread] of listed) {
    if (announced.size === 0) return answers;
    if (named.has(draft)) continue;
    // Those not looked into stay announced, and block: the next click goes on.
    if (++looks > MOST_LOOKED_INTO || patience.isShort) return answers;
    const id = markOf(draft);
    if (id !== null && announced.delete(id)) answers.push({ id, state: 'drafted', reference: nameOf({ draft, thread, account }) });
  }
  return [...answers, ...[...announced].map((id): FoundDraft => ({ id, state: 'absent', reference: null }))];
}

function listedDrafts(): GoogleAppsScript.Gmail.Schema.Draft[] {
  const drafts: GoogleAppsScript.Gmail.Schema.Draft[] = [];
  let pageToken: string | undefined;
  do {
    const page = mailbox().list('me', { maxResults: PAGE, ...(pageToken === undefined ? {} : { pageToken }) });
    drafts.push(...(page.drafts ?? []));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return drafts;
}

/** A draft that is not in the list, asked for by its name: a list may be a moment late. */
function goneOr(draft: string): FoundDraft['state'] {
  try {
    mailbox().get('me', draft, { format: 'minimal' });
    return 'drafted';
  } catch (error) {
    if (codeOf(error) === 404 || /not found|introuvable/i.test(saidBy(error))) return 'gone';
    throw error;
  }
}

/** The mark of ours in a draft; null when it bears none, or went in this very moment. */
function markOf(draft: string): string | null {
  try {
    const { message } = mailbox().get('me', draft, { format: 'metadata' });
    return message?.payload?.headers?.find(({ name }) => name?.toLowerCase() === 'x-relance-draft')?.value ?? null;
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}
