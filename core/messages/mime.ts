/**
 * A reminder as an `.eml` file that opens as an unsent draft, to the one person it is meant for. The message is built by hand from three rules:
 * an address is one address or nothing is built, a header is one line whatever the sheet says, and every byte of a body is spelled out.
 */
import { dayFromIso, weekdayOf } from '../calendar.ts';
import { hash64 } from '../hash.ts';
import type { Draft } from '../workbook.ts';
import { type AddressTrouble, readAddress } from './address.ts';
import { base64, CRLF, LINE_LENGTH, quotedPrintable, utf8 } from './encoding.ts';
import { oneLine } from './sheet-text.ts';

/** The draft's address is no single address: nothing was built. */
export class AddressError extends Error {
  readonly trouble: AddressTrouble;
  constructor(trouble: AddressTrouble) {
    super(`not one e-mail address: ${trouble}`);
    this.name = 'AddressError';
    this.trouble = trouble;
  }
}

const PLAIN = /^[\x20-\x7e]*$/;

/** `Name: value`, folded. Printable ASCII stays as it is where it fits; all else becomes encoded words of whole characters. */
function header(name: string, value: string): string {
  const clean = oneLine(value);
  const start = `${name}: `;
  if (PLAIN.test(clean) && !clean.includes('=?') && start.length + clean.length <= LINE_LENGTH) return start + clean;
  const words: string[] = [];
  let bytes: number[] = [];
  let room = LINE_LENGTH - start.length;
  const close = () => {
    words.push(`=?UTF-8?B?${base64(bytes)}?=`);
    bytes = [];
    room = LINE_LENGTH - 1;
  };
  for (const character of clean) {
    const next = utf8(character);
    if (12 + Math.ceil((bytes.length + next.length) / 3) * 4 > Math.min(room, 75)) close();
    bytes.push(...next);
  }
  close();
  return start + words.join(`${CRLF} `);
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The Date header of an ISO date-time with its offset; '' for anything else. */
function dateHeader(iso: string): string {
  const found = ISO_TIME.exec(iso);
  const day = found ? dayFromIso(found[1] as string) : null;
  if (!found || day === null) return '';
  const [year, month, dayOfMonth] = (found[1] as string).split('-') as [string, string, string];
  const zone = found[4] === 'Z' ? '+0000' : (found[4] as string).replace(':', '');
  return `Date: ${WEEKDAYS[weekdayOf(day)]}, ${Number(dayOfMonth)} ${MONTHS[Number(month) - 1]} ${year} ${found[2]}${found[3] ?? ':00'} ${zone}`;
}

function part(boundary: string, type: string, body: string): string {
  const lines = [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(body),
  ];
  return lines.join(CRLF);
}

/** How a mailbox keeps a draft: by an id of the message, and in the thread of the message it follows, if any. Ids without their angle brackets. */
export interface Mailing {
  readonly messageId: string;
  readonly inReplyTo: string | null;
}

/** What an id of a message may be made of here; all else could be another header. */
const MESSAGE_ID = /^[\w.+-]+@[\w.-]+$/;

function threading({ messageId, inReplyTo }: Mailing, id: string): string[] {
  const ids = [messageId, ...(inReplyTo === null ? [] : [inReplyTo])];
  if (!ids.every((one) => MESSAGE_ID.test(one))) throw new RangeError(`no message ids: ${ids.join(' ')}`);
  const lines = [`Message-ID: <${messageId}>`, header('X-Relance-Draft', id)];
  return inReplyTo === null ? lines : [...lines, `In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`];
}

/**
 * The draft as RFC 5322 text with CRLF: one recipient, subject, plain text and HTML, the keys of its invoices, `X-Unsent: 1`; no sender and no
 * date, so that a mail program opens it to be finished and sent. `date` (ISO date-time with offset) adds a Date header for hosts that need one;
 * `mailing` is for a mailbox, which knows by itself what is a draft. Throws an {@link AddressError} when `draft.to` is not exactly one address.
 */
export function toEml(draft: Draft, options: { date?: string; mailing?: Mailing } = {}): string {
  const to = readAddress(draft.to);
  if ('trouble' in to) throw new AddressError(to.trouble);
  // Quoted-printable never writes `=_`, so no body can hold the boundary.
  const boundary = `=_relance_${hash64([draft.id, ...draft.keys].join('\n'))}`;
  const head = [
    ...(options.mailing === undefined ? ['X-Unsent: 1'] : threading(options.mailing, draft.id)),
    `To: ${to.address}`,
    header('Subject', draft.subject),
    options.date === undefined ? '' : dateHeader(options.date),
    ...draft.keys.map((key) => header('X-Relance-Key', key)),
    'MIME-Version: 1.0',
    draft.language === '' ? '' : header('Content-Language', draft.language),
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ].filter((line) => line !== '');
  const parts = [part(boundary, 'text/plain', draft.text), part(boundary, 'text/html', draft.html)];
  return [...head, '', ...parts, `--${boundary}--`, ''].join(CRLF);
}

/**
 * A message as {@link toEml} makes it, in base64. Its bytes are UTF-8: an address may have letters of any script, and `paweł@firma.example` cut to single
 * bytes would be somebody else's.
 */
export function asBase64(eml: string): string {
  return base64(Array.from(eml).flatMap(utf8));
}

/** The same with the letters that may stand in a web address, as Gmail takes it. */
export function asRaw(eml: string): string {
  return asBase64(eml).replaceAll('+', '-').replaceAll('/', '_');
}
