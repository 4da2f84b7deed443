/**
 * The user's Outlook mailbox through Microsoft Graph: lays drafts down and finds them again. It tells apart what was surely not done from what nobody
 * can say, for a message asked for twice is a customer reminded twice.
 */
import type { Account } from './sign-in.ts';

const GRAPH = 'https://graph.microsoft.com/v1.0/me/messages';
/** A wait asked for is honoured up to here, in milliseconds; all waits of a command together up to the second. */
const LONGEST_WAIT = 60_000;
const ALL_WAITS = 180_000;
/** Where a service is only busy and names no wait. */
const SHORT_WAIT = 2_000;
const ATTEMPTS = 4;

/** Why the mailbox did not do what was asked. `made`: a message may have been laid down all the same. */
export class MailTrouble extends Error {
  readonly kind: 'sign-in' | 'forbidden' | 'busy' | 'silent' | 'refused' | 'cancelled';
  readonly made: 'no' | 'unknown';
  constructor(kind: MailTrouble['kind'], made: MailTrouble['made'], detail: string) {
    super(detail);
    this.name = 'MailTrouble';
    this.kind = kind;
    this.made = made;
  }
}

/** A message of the mailbox, in whichever folder: drafts, sent, deleted. */
export interface Message {
  readonly internetMessageId: string;
  readonly isDraft: boolean;
  readonly webLink: string | null;
}

/** What the mailbox needs of the world. */
export interface GraphWorld {
  readonly fetch: typeof fetch;
  /** Resolves after so many milliseconds; rejects when `signal` says so. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export class Mailbox {
  readonly #world: GraphWorld;
  readonly #account: Account;
  readonly #signal: AbortSignal;
  #waited = 0;

  constructor(world: GraphWorld, account: Account, signal: AbortSignal) {
    this.#world = world;
    this.#account = account;
    this.#signal = signal;
  }

  /** Lays the message (base64 of RFC 5322) in Drafts. Throws a {@link MailTrouble}. */
  async lay(mime: string): Promise<Message> {
    const response = await this.#asked('POST', GRAPH, { body: mime, type: 'text/plain' });
    return messageIn(await response.json().catch(() => ({})));
  }

  /** The messages of this id, wherever they were moved. Throws a {@link MailTrouble}. */
  async find(messageId: string): Promise<readonly Message[]> {
    const filter = encodeURIComponent(`internetMessageId eq '<${messageId.replaceAll("'", "''")}>'`);
    const response = await this.#asked('GET', `${GRAPH}?$filter=${filter}&$select=internetMessageId,isDraft,webLink`);
    const { value } = (await response.json().catch(() => ({}))) as { readonly value?: unknown };
    if (!Array.isArray(value)) throw new MailTrouble('silent', 'no', '');
    return value.map(messageIn).filter(({ internetMessageId }) => internetMessageId === messageId);
  }

  async #asked(method: 'GET' | 'POST', url: string, content?: { readonly body: string; readonly type: string }): Promise<Response> {
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const token = await this.#account.token({ fresh: renewed });
      const response = await this.#fetched(method, url, token, content);
      if (response.ok) return response;
      const { status } = response;
      if (status === 401 && !renewed) {
        renewed = true;
        continue;
      }
      const detail = await detailOf(response);
      if (status === 401) throw new MailTrouble('sign-in', 'no', detail);
      if (status === 403) throw new MailTrouble('forbidden', 'no', detail);
      const named = waitNamed(response);
      // A service that says when to come back has done nothing; one that fell over while it worked may have.
      const isUndone = status === 429 || (status === 503 && named !== null);
      if (status >= 500 && !isUndone && method === 'POST') throw new MailTrouble('silent', 'unknown', detail);
      if (status < 500 && status !== 429) throw new MailTrouble('refused', 'no', detail);
      const wait = named ?? SHORT_WAIT * attempt;
      if (attempt === ATTEMPTS || wait > LONGEST_WAIT || this.#waited + wait > ALL_WAITS) throw new MailTrouble('busy', 'no', detail);
      await this.#wait(wait);
    }
  }

  async #fetched(
    method: string,
    url: string,
    token: string,
    content?: { readonly body: string; readonly type: string },
  ): Promise<Response> {
    try {
      return await this.#world.fetch(url, {
        method,
        headers: { Authorization: `Bearer ${token}`, ...(content ? { 'Content-Type': content.type } : {}) },
        ...(content ? { body: content.body } : {}),
        signal: this.#signal,
      });
    } catch {
      const kind = this.#signal.aborted ? 'cancelled' : 'silent';
      throw new MailTrouble(kind, method === 'POST' ? 'unknown' : 'no', '');
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    this.#waited += milliseconds;
    try {
      await this.#world.wait(milliseconds, this.#signal);
    } catch {
      throw new MailTrouble('cancelled', 'no', '');
    }
  }
}

/** Retry-After in milliseconds: seconds, or a date; null when it says nothing. */
function waitNamed(response: Response): number | null {
  const said = response.headers.get('Retry-After');
  if (said === null || said.trim() === '') return null;
  if (/^\s*\d+(\.\d+)?\s*$/.test(said)) return Number(said) * 1000;
  const until = Date.parse(said);
  return Number.isNaN(until) ? null : Math.max(0, until - Date.now());
}

/** What Graph says of a refusal: its code, for its sentences are English. */
async function detailOf(response: Response): Promise<string> {
  const said = (await response.json().catch(() => null)) as { readonly error?: { readonly code?: unknown } } | null;
  const code = said?.error?.code;
  return typeof code === 'string' && code !== '' ? `Outlook ${response.status} ${code}` : `Outlook ${response.status}`;
}

function messageIn(found: unknown): Message {
  const { internetMessageId, isDraft, webLink } = (found ?? {}) as Readonly<Record<string, unknown>>;
  return {
    internetMessageId: typeof internetMessageId === 'string' ? internetMessageId.replace(/^<|>$/g, '') : '',
    isDraft: isDraft !== false,
    webLink: typeof webLink === 'string' && webLink.startsWith('https://') ? webLink : null,
  };
}
