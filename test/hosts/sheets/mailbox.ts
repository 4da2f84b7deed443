/**
 * Gmail's drafts as its API keeps them. A draft has an id of its own and a message with a thread; a message may join a thread that is there. What was
 * sent or thrown away is no draft any more. Gmail's effects are its own: no script that dies takes one back.
 */

import type { Execution } from './execution.ts';
import { served } from './spreadsheet.ts';

/** A message as it was handed over. */
export interface Letter {
  readonly messageId: string;
  readonly threadId: string;
  readonly raw: string;
  /** Names in small letters. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** An error of one of Google's web services. */
export class ServiceError extends Error {
  readonly details: { readonly code: number; readonly message: string };
  constructor(method: string, code: number, message: string) {
    super(`API call to gmail.users.drafts.${method} failed with error: ${message}`);
    this.name = 'GoogleJsonResponseException';
    this.details = { code, message };
  }
}

export class Mailbox {
  readonly email: string;
  readonly drafts = new Map<string, Letter>();
  readonly sent: Letter[] = [];
  /** Every draft ever made, in order. */
  readonly made: Letter[] = [];
  /** How many drafts may still be made; and what Gmail says then. */
  quota = Number.POSITIVE_INFINITY;
  saysOfQuota: 'api' | 'service' = 'api';
  /** What Gmail says to everything, where it may not be used. */
  refuses: string | null = null;
  #count = 0;

  constructor(email: string) {
    this.email = email;
  }

  /** The same mailbox, to go another way from here. */
  copy(): Mailbox {
    const copy = new Mailbox(this.email);
    for (const [id, letter] of this.drafts) copy.drafts.set(id, letter);
    copy.sent.push(...this.sent);
    copy.made.push(...this.made);
    copy.#count = this.#count;
    return copy;
  }

  /** What Gmail itself keeps of a draft, sent on. */
  send(id: string): void {
    this.sent.push(this.#draft(id));
    this.drafts.delete(id);
  }

  create(raw: string, threadId: string | undefined): string {
    if (this.refuses !== null) throw new ServiceError('create', 403, this.refuses);
    if (this.quota <= 0)
      throw this.saysOfQuota === 'api'
        ? new ServiceError('create', 429, 'User-rate limit exceeded.')
        : new Error('Service invoked too many times for one day: gmail.');
    this.quota--;
    const letter = this.#letter(raw, threadId);
    const id = `r-${++this.#count}`;
    this.drafts.set(id, letter);
    this.made.push(letter);
    return id;
  }

  update(id: string, raw: string): void {
    this.#draft(id, 'update');
    this.drafts.set(id, this.#letter(raw, undefined));
  }

  #draft(id: string, method = 'get'): Letter {
    const found = this.drafts.get(id);
    if (!found) throw new ServiceError(method, 404, 'Requested entity was not found.');
    return found;
  }

  get(id: string): Letter {
    return this.#draft(id);
  }

  #letter(raw: string, threadId: string | undefined): Letter {
    if (!/^[\w-]+={0,2}$/.test(raw)) throw new ServiceError('create', 400, 'Invalid value for ByteString');
    const text = Buffer.from(raw, 'base64url').toString();
    const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
    const headers = head.split('\r\n').map((line) => {
      const at = line.indexOf(':');
      if (at < 1) throw new ServiceError('create', 400, `Invalid header: ${line}`);
      return { name: line.slice(0, at), value: line.slice(at + 1).trim() };
    });
    const known = [...this.drafts.values(), ...this.sent];
    if (threadId !== undefined && !known.some((letter) => letter.threadId === threadId))
      throw new ServiceError('create', 404, 'Requested entity was not found.');
    const messageId = (0x19c0000000 + this.made.length * 7 + known.length).toString(16);
    return { messageId, threadId: threadId ?? messageId, raw, headers };
  }
}

/** The advanced Gmail service as a script meets it: methods, arguments and options as documented, no others. */
export function gmailOf(run: Execution, box: Mailbox): unknown {
  const mustBeMe = (userId: unknown): void => {
    if (userId !== 'me' && userId !== box.email) throw new ServiceError('create', 403, `Delegation denied for ${String(userId)}`);
  };
  const mustKnow = (options: Record<string, unknown>, known: readonly string[]): void => {
    for (const name of Object.keys(options)) if (!known.includes(name)) throw new Error(`Invalid argument: ${name}`);
  };
  const rawOf = (resource: { message?: { raw?: unknown } }): string => {
    const raw = resource?.message?.raw;
    if (typeof raw !== 'string')
      throw new ServiceError('create', 400, "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
    return raw;
  };
  const brief = (id: string) => {
    const { messageId, threadId } = box.get(id);
    return { id, message: { id: messageId, threadId } };
  };
  return {
    Users: {
      Drafts: served(run, 'Gmail.Users.Drafts', {
        create: (resource: { message?: { raw?: unknown; threadId?: string } }, userId: string) => {
          mustBeMe(userId);
          const id = box.create(rawOf(resource), resource.message?.threadId);
          return { ...brief(id), message: { ...brief(id).message, labelIds: ['DRAFT'] } };
        },
        update: (resource: { message?: { raw?: unknown } }, userId: string, id: string) => {
          mustBeMe(userId);
          box.update(id, rawOf(resource));
          return brief(id);
        },
        list: (userId: string, options: { maxResults?: number; pageToken?: string } = {}) => {
          mustBeMe(userId);
          mustKnow(options, ['maxResults', 'pageToken', 'q', 'includeSpamTrash']);
          const { maxResults = 100, pageToken = '0' } = options;
          if (maxResults > 500) throw new ServiceError('list', 400, 'Invalid maxResults');
          // The newest first.
          const all = [...box.drafts.keys()].reverse().map(brief);
          const from = Number(pageToken);
          const page = all.slice(from, from + maxResults);
          return {
            ...(page.length > 0 ? { drafts: page } : {}),
            ...(from + maxResults < all.length ? { nextPageToken: String(from + maxResults) } : {}),
            resultSizeEstimate: all.length,
          };
        },
        get: (userId: string, id: string, options: { format?: string } = {}) => {
          mustBeMe(userId);
          mustKnow(options, ['format']);
          const { format = 'full' } = options;
          if (!['minimal', 'full', 'raw', 'metadata'].includes(format)) throw new ServiceError('get', 400, `Invalid format: ${format}`);
          const { raw, headers } = box.get(id);
          const { message } = brief(id);
          const payload =
            format === 'minimal' || format === 'raw' ? {} : { payload: { mimeType: 'multipart/alternative', headers: [...headers] } };
          return { id, message: { ...message, labelIds: ['DRAFT'], ...payload, ...(format === 'raw' ? { raw } : {}) } };
        },
      }),
    },
  };
}
