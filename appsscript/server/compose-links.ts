/**
 * Reminders without any right to the mailbox: a link that opens each in Gmail, ready to be read and sent. Nobody tells whether it was; so the message
 * waits in the outbox until the user says. Links are kept for the user until then.
 */
import { AddressError, type Draft, type FoundDraft, mailLink, readAddress, type View } from '../../core/index.ts';
import type { DraftAnswers } from './driver.ts';
import type { Patience } from './google.ts';
import { type KeptForUser, MOST_KEPT } from './kept.ts';
import type { ComposeLink } from './wire.ts';

const LINK = 'link.';

/** The link that opens a message in Gmail. Too long for an address, the text stays out: half a reminder could be sent unseen. */
export function composeLink({ id, to, subject, text }: Draft): ComposeLink {
  const read = readAddress(to);
  if ('trouble' in read) throw new AddressError(read.trouble);
  const { url, isWhole } = mailLink({ to: read.address, subject, text }, 'gmail');
  return { id, url, isShortened: !isWhole, text: isWhole ? '' : text };
}

/** "Drafts" that are links. */
export class ComposeLinks implements DraftAnswers {
  readonly #kept: KeptForUser;
  readonly #patience: Patience;
  readonly #made = new Map<string, ComposeLink>();

  constructor(kept: KeptForUser, patience: Patience) {
    this.#kept = kept;
    this.#patience = patience;
  }

  find(ids: readonly string[]): readonly FoundDraft[] {
    const kept = this.#kept.all(LINK);
    return ids.map((id) => ({ id, state: kept.has(id) ? 'drafted' : 'absent', reference: null }));
  }

  draft(draft: Draft): ReturnType<DraftAnswers['draft']> {
    if (this.#patience.isShort) return { why: 'time-short', made: 'no', detail: '' };
    const link = composeLink(draft);
    this.#made.set(link.id, link);
    const whole = JSON.stringify(link);
    this.#kept.set(LINK + link.id, whole.length <= MOST_KEPT ? whole : JSON.stringify({ ...link, text: '' }));
    return '';
  }

  /** The links of messages that wait, those just made included; links of messages that wait no more are forgotten. */
  waiting({ outbox, drafted }: View): ComposeLink[] {
    const kept = this.#kept.all(LINK);
    const waiting = new Set([...(outbox ?? []), ...drafted].map(({ id }) => id));
    if (outbox !== undefined) for (const id of kept.keys()) if (!waiting.has(id)) this.#kept.set(LINK + id, null);
    return [...waiting].flatMap((id) => {
      const text = kept.get(id);
      const link = this.#made.get(id) ?? (text === undefined ? null : linkIn(text));
      return link === null ? [] : [link];
    });
  }
}

function linkIn(text: string): ComposeLink | null {
  try {
    return JSON.parse(text) as ComposeLink;
  } catch {
    return null;
  }
}
