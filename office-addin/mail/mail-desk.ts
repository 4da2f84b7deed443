/**
 * Reminders on their way out of Excel: as drafts in the user's Outlook where Excel can sign them in, else as a message opened in Outlook on the web, an
 * .eml file or a copy. A draft is found again by the id of its message, which is made of the keys of its invoices: so none is made twice.
 */
import { asBase64, type Draft, type DraftPlace, type FoundDraft, type NoDraft, toEml } from '../../core/index.ts';
import type { DraftAnswers } from '../driver.ts';
import { composeLink } from './compose-link.ts';
import { Mailbox, MailTrouble, type Message } from './graph.ts';
import type { MailPlace } from './mail-place.ts';
import { MAIL_WORDS, type MailWay, type NotOutlook } from './mail-words.ts';
import type { Account } from './sign-in.ts';

/** Which way is used from here, and why, in the reader's words. */
export interface MailStatus {
  readonly way: MailWay;
  /** What happens to a reminder. */
  readonly title: string;
  readonly why: string;
  /** How to have drafts in Outlook; null when one has. */
  readonly advice: string | null;
}

/** The mailbox of the user who signed in, when it is needed. */
type SignedIn = () => Promise<{ readonly mailbox: Mailbox; readonly account: Account }>;

/** Questions to the mailbox under way at once. */
const AT_ONCE = 4;
/** A draft that was laid so lately may not show in answers yet, in milliseconds. */
const JUST_LAID = 600_000;

export class MailDesk {
  readonly #place: MailPlace;
  readonly #clientId: () => string | null;
  readonly #language: () => 'fr' | 'en';
  readonly #laid = new Map<string, number>();
  #stop = new AbortController();
  /** The user of Outlook, once known. */
  userName: string | null = null;

  constructor(place: MailPlace, clientId: () => string | null, language: () => 'fr' | 'en') {
    this.#place = place;
    this.#clientId = clientId;
    this.#language = language;
  }

  status(): MailStatus {
    const words = MAIL_WORDS[this.#language()];
    const not = this.#notOutlook();
    const way = this.#way();
    return { way, title: words.way[way], why: words.why[not ?? 'outlook'], advice: not === null ? null : words.advice[not] };
  }

  /** Each reminder is a file, which a mail program opens. */
  get isByFile(): boolean {
    return this.#way() === 'file';
  }

  /** The answers for one command. */
  begin(): DraftAnswers {
    this.#stop = new AbortController();
    const mailbox = this.#signedIn({ mayAsk: true });
    return {
      find: (ids, known) => this.#find(ids, known),
      stage: async (drafts) => {
        if (this.#way() !== 'outlook') return this.#place.shelf.put(drafts);
        // Whoever does not sign in announces nothing.
        await mailbox().catch((error: unknown) => {
          const { message, advice } = MAIL_WORDS[this.#language()].notSignedIn;
          throw Object.assign(new Error(message, { cause: error }), { advice });
        });
      },
      draft: (draft) => (this.#way() === 'outlook' ? this.#lay(draft, mailbox) : Promise.resolve(`${draft.id}.eml`)),
    };
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** Shows the user the draft of this id: where Outlook keeps it, or made anew. Rejects, with words, when it is not to be had from here. */
  async show(id: string): Promise<void> {
    const { shelf, open, save, copy } = this.#place;
    const draft = await shelf.get(id);
    if (draft === null) {
      const link = this.#notOutlook() === null ? await this.#linkTo(id) : null;
      if (link !== null && open !== null) return open(link);
      const { message, advice } = MAIL_WORDS[this.#language()].notHere;
      throw Object.assign(new Error(message), { advice });
    }
    const link = open === null ? null : composeLink(draft);
    if (link !== null) return open?.(link);
    if (save !== null) return save(toEml(draft), `${fileName(draft.customer)} ${id.slice(0, 6)}.eml`);
    await copy([draft.to, draft.subject, '', draft.text].join('\n'));
  }

  #notOutlook(): NotOutlook | null {
    if (this.#clientId() === null) return 'no-client-id';
    return this.#place.canSignIn() ? null : 'no-nested-sign-in';
  }

  #way(): MailWay {
    if (this.#notOutlook() === null) return 'outlook';
    if (this.#place.open !== null) return 'link';
    return this.#place.save === null ? 'copy' : 'file';
  }

  // ── The mailbox ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The mailbox, signed in to when it is first needed and once for a command. */
  #signedIn(options: { readonly mayAsk: boolean }): SignedIn {
    let known: ReturnType<SignedIn> | null = null;
    const { signal } = this.#stop;
    return () => {
      known ??= this.#place.signIn.account(this.#clientId() ?? '', options).then((account) => {
        this.userName = account.name;
        return { mailbox: new Mailbox(this.#place, account, signal), account };
      });
      return known;
    };
  }

  async #lay(draft: Draft, signedIn: SignedIn): Promise<string | NoDraft> {
    try {
      const { mailbox, account } = await signedIn();
      const messageId = messageIdOf(draft.id, account);
      const earlier = placeIn(draft.earlier?.reference ?? '');
      const inReplyTo = earlier?.user === userOf(account) && MESSAGE_ID.test(earlier.messageId) ? earlier.messageId : null;
      const message = await this.#laidOrFound(mailbox, messageId, asBase64(toEml(draft, { mailing: { messageId, inReplyTo } })));
      this.#laid.set(draft.id, Date.now());
      return `outlook ${userOf(account)} ${message.internetMessageId || messageId}`;
    } catch (error) {
      return this.#noDraft(error);
    }
  }

  /** A mailbox that fell over while it laid a draft down is asked whether it did; when it does not know of it, nobody does. */
  async #laidOrFound(mailbox: Mailbox, messageId: string, mime: string): Promise<Message> {
    try {
      return await mailbox.lay(mime);
    } catch (error) {
      if (!(error instanceof MailTrouble) || error.made === 'no') throw error;
      const found = await mailbox.find(messageId).catch(() => []);
      if (found[0]) return found[0];
      throw error;
    }
  }

  #noDraft(error: unknown): NoDraft {
    if (!(error instanceof MailTrouble)) return { why: 'mail-refused', made: 'no', detail: error instanceof Error ? error.message : '' };
    const { kind, made, message: code } = error;
    const words = MAIL_WORDS[this.#language()].trouble;
    const said = kind in words ? words[kind as keyof typeof words] : '';
    const detail = [said, code].filter((part) => part !== '').join(' · ');
    if (made === 'no' && kind === 'cancelled') return { why: 'stopped-by-you', made, detail: '' };
    if (made === 'unknown' || kind === 'silent') return { why: 'mail-silent', made, detail };
    return { why: kind === 'busy' ? 'mail-quota' : 'mail-refused', made, detail };
  }

  /** What became of drafts. Of those nobody can look for now, nothing is said. */
  async #find(ids: readonly string[], known: readonly DraftPlace[]): Promise<FoundDraft[]> {
    const references = new Map(known.map(({ id, reference }) => [id, reference]));
    const looked: FoundDraft[] = [];
    const asked: string[] = [];
    for (const id of ids) {
      const reference = references.get(id);
      // A message that is shown on request stays a draft until the user says what became of it.
      if (reference === undefined ? (await this.#place.shelf.get(id)) !== null : placeIn(reference) === null)
        looked.push({ id, state: 'drafted', reference: reference ?? `${id}.eml` });
      else asked.push(id);
    }
    if (asked.length === 0) return looked;
    if (this.#notOutlook() !== null) return [...looked, ...asked.map((id) => absent(id))];
    const signedIn = await this.#signedIn({ mayAsk: false })().catch(() => null);
    if (signedIn === null) return looked;
    const ask = (id: string) => this.#become(id, references.get(id), signedIn).catch(() => null);
    for (let i = 0; i < asked.length; i += AT_ONCE) {
      const answers = await Promise.all(asked.slice(i, i + AT_ONCE).map(ask));
      looked.push(...answers.filter((answer) => answer !== null));
    }
    return looked;
  }

  async #become(id: string, reference: string | undefined, { mailbox, account }: Awaited<ReturnType<SignedIn>>): Promise<FoundDraft> {
    const place = placeIn(reference ?? '');
    // In a colleague's mailbox: only they can see it.
    if (place !== null && place.user !== userOf(account)) return absent(id);
    const messageId = place?.messageId ?? messageIdOf(id, account);
    const found = await mailbox.find(messageId);
    const kept = `outlook ${userOf(account)} ${messageId}`;
    if (found.some(({ isDraft }) => !isDraft)) return { id, state: 'sent', reference: kept };
    if (found.length > 0) return { id, state: 'drafted', reference: kept };
    const isJustLaid = Date.now() - (this.#laid.get(id) ?? 0) < JUST_LAID;
    return place === null || isJustLaid ? absent(id) : { id, state: 'gone', reference: kept };
  }

  async #linkTo(id: string): Promise<string | null> {
    const signedIn = await this.#signedIn({ mayAsk: true })().catch(() => null);
    if (signedIn === null) return null;
    const found = await signedIn.mailbox.find(messageIdOf(id, signedIn.account)).catch(() => []);
    return found[0]?.webLink ?? null;
  }
}

const absent = (id: string): FoundDraft => ({ id, state: 'absent', reference: null });

const MESSAGE_ID = /^[\w.+-]+@[\w.-]+$/;

/** The id of a draft's message: the same whenever it is made for the same mailbox, under the house's own domain as mail programs expect. */
function messageIdOf(id: string, { name }: Account): string {
  return `relance.${id}@${/@([\w.-]+)$/.exec(name)?.[1]?.toLowerCase() ?? 'relance.invalid'}`;
}

const userOf = ({ name, id }: Account): string => name.trim().toLowerCase().replace(/\s+/g, '-') || id;

/** Whose mailbox a draft was laid in, and under which id; null for one that waits in no mailbox. */
function placeIn(reference: string): { readonly user: string; readonly messageId: string } | null {
  const found = /^outlook (\S+) (\S+)$/.exec(reference);
  return found ? { user: found[1] as string, messageId: found[2] as string } : null;
}

const fileName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} .&'-]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 60) || 'relance';
