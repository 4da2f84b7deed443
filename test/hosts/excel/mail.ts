/**
 * Outlook for tests: Microsoft Graph's mailbox as documented, behind `fetch`. Drafts are laid down from MIME, found by the id of their message in
 * whichever folder, and requests are refused as the real service refuses them; the clock of waits is ours.
 */
import type { MailPlace } from '../../../office-addin/mail/mail-place.ts';
import type { Shelf } from '../../../office-addin/mail/shelf.ts';
import { SignIn } from '../../../office-addin/mail/sign-in.ts';

/** A message of the mailbox. */
export interface Laid {
  readonly id: string;
  readonly internetMessageId: string;
  readonly mime: string;
  isDraft: boolean;
}

/** What the service does with one request: answers as it should, refuses, or falls over before or after it has done it. */
export type Mood =
  | { readonly kind: 'fine' }
  | { readonly kind: 'refuse'; readonly status: number; readonly retryAfter?: string; readonly code?: string }
  | { readonly kind: 'lost'; readonly done: boolean }
  | { readonly kind: 'fell-over'; readonly status: number };

export interface MailDouble {
  readonly place: MailPlace;
  readonly messages: Laid[];
  /** What was asked, in order: method and path. */
  readonly asked: string[];
  readonly waits: number[];
  readonly opened: string[];
  readonly saved: { readonly text: string; readonly name: string }[];
  readonly copied: string[];
  readonly shelved: Map<string, Parameters<Shelf['put']>[0][number]>;
  /** Moods of the next requests, in order; fine afterwards. */
  readonly moods: Mood[];
  /** The tokens that are good now. */
  token: string;
  user: string;
  canSignIn: boolean;
  signsIn: boolean;
}

const BASE = '/v1.0/me/messages';

/** `way`: what this Excel has beside Outlook. */
export function mailOf(way: { readonly open?: boolean; readonly save?: boolean } = {}): MailDouble {
  const double: MailDouble = {
    messages: [],
    asked: [],
    waits: [],
    opened: [],
    saved: [],
    copied: [],
    shelved: new Map(),
    moods: [],
    token: 'token-1',
    user: 'marie@atelier.example',
    canSignIn: true,
    signsIn: true,
    place: null as unknown as MailPlace,
  };
  const granted = () => ({ accessToken: double.token, account: { homeAccountId: `home-${double.user}`, username: double.user } });
  const refused = () => Promise.reject(Object.assign(new Error('interaction required'), { errorCode: 'interaction_required' }));
  let held = '';
  const signIn = new SignIn(async () => ({
    createNestablePublicClientApplication: async () => ({
      acquireTokenSilent: async ({ forceRefresh }) => {
        if (!double.signsIn) return refused();
        if (held === '' || forceRefresh) held = double.token;
        return { ...granted(), accessToken: held };
      },
      acquireTokenPopup: async () => (double.signsIn ? granted() : refused()),
    }),
  }));
  const place: MailPlace = {
    fetch: (input, init) => answer(double, String(input), init ?? {}),
    wait: async (milliseconds, signal) => {
      double.waits.push(milliseconds);
      if (signal.aborted) throw signal.reason;
    },
    signIn,
    shelf: {
      put: async (drafts) => {
        for (const draft of drafts) double.shelved.set(draft.id, draft);
      },
      get: async (id) => double.shelved.get(id) ?? null,
    },
    canSignIn: () => double.canSignIn,
    open: way.open === false ? null : (address) => void double.opened.push(address),
    save: way.save === false ? null : (text, name) => void double.saved.push({ text, name }),
    copy: async (text) => void double.copied.push(text),
  };
  return Object.assign(double, { place });
}

async function answer(double: MailDouble, address: string, init: RequestInit): Promise<Response> {
  const url = new URL(address);
  const method = init.method ?? 'GET';
  double.asked.push(`${method} ${url.pathname}`);
  if (url.origin !== 'https://graph.microsoft.com' || url.pathname !== BASE) return refusal(404, 'ErrorInvalidUrl');
  const mood = double.moods.shift() ?? { kind: 'fine' };
  if (mood.kind === 'refuse') return refusal(mood.status, mood.code ?? 'ErrorRefused', mood.retryAfter);
  if (mood.kind === 'lost' && !mood.done) throw new TypeError('Failed to fetch');
  const headers = new Headers(init.headers);
  if (headers.get('Authorization') !== `Bearer ${double.token}`) return refusal(401, 'InvalidAuthenticationToken');
  const done = method === 'POST' ? lay(double, headers, String(init.body)) : found(double, url);
  if (mood.kind === 'lost') throw new TypeError('Failed to fetch');
  return mood.kind === 'fell-over' ? refusal(mood.status, 'InternalServerError') : done;
}

function lay(double: MailDouble, headers: Headers, body: string): Response {
  if (!/^text\/plain/.test(headers.get('Content-Type') ?? '')) return refusal(400, 'RequestBodyRead');
  if (!/^[A-Za-z0-9+/]+=*$/.test(body)) return refusal(400, 'ErrorMimeContentInvalidBase64String');
  const mime = Buffer.from(body, 'base64').toString();
  const internetMessageId = /^Message-ID: (<\S+>)\r$/m.exec(mime)?.[1] ?? `<made.${double.messages.length}@outlook.example>`;
  const message: Laid = { id: `AAM${double.messages.length}`, internetMessageId, mime, isDraft: true };
  double.messages.push(message);
  return json(201, shown(message));
}

function found(double: MailDouble, url: URL): Response {
  const wanted = /^internetMessageId eq '(.*)'$/.exec(url.searchParams.get('$filter') ?? '')?.[1];
  if (wanted === undefined) return refusal(400, 'ErrorInvalidUrlQueryFilter');
  return json(200, { value: double.messages.filter((message) => message.internetMessageId === wanted.replaceAll("''", "'")).map(shown) });
}

const shown = ({ id, internetMessageId, isDraft }: Laid) => ({
  id,
  internetMessageId,
  isDraft,
  webLink: `https://outlook.office365.com/owa/?ItemID=${id}`,
});

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

const refusal = (status: number, code: string, retryAfter?: string): Response =>
  new Response(JSON.stringify({ error: { code, message: code } }), {
    status,
    headers: { 'Content-Type': 'application/json', ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }) },
  });
