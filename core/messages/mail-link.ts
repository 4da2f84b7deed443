/**
 * A reminder as a link that opens it where its sender writes mail: a mail program, Gmail, Outlook on the web. Not everybody who is owed money has a
 * mail program that opens files, and nobody should have to type a formal reminder again.
 */
import type { Draft } from '../workbook.ts';

export type MailWay = 'gmail' | 'outlook' | 'mailto';
/** What is read of a message. */
export type MailWords = Pick<Draft, 'to' | 'subject' | 'text'>;

/** What each way calls the parts of a message, how its lines end, and the longest address it takes: longer ones are cut or refused underway. */
const WAYS: Readonly<
  Record<MailWay, { readonly start: (to: string) => string; readonly subject: string; readonly lineEnd: string; readonly longest: number }>
> = {
  gmail: {
    start: (to) => `https://mail.google.com/mail/?view=cm&fs=1&to=${encoded(to)}&`,
    subject: 'su',
    lineEnd: '\r\n',
    longest: 7000,
  },
  outlook: {
    start: (to) => `https://outlook.office.com/mail/deeplink/compose?to=${encoded(to)}&`,
    subject: 'subject',
    lineEnd: '\n',
    longest: 2000,
  },
  mailto: { start: (to) => `mailto:${encoded(to).replace('%40', '@')}?`, subject: 'subject', lineEnd: '\r\n', longest: 2000 },
};

/** Half a surrogate pair, which a cell may hold, is no letter and would stop the encoding. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd')));

/** The link that opens a message, to exactly one address. Not whole: too long, its text stays out, for half a reminder could be sent unseen. */
export function mailLink({ to, subject, text }: MailWords, way: MailWay): { readonly url: string; readonly isWhole: boolean } {
  const { start, subject: about, lineEnd, longest } = WAYS[way];
  const head = `${start(to)}${about}=${encoded(subject)}`;
  const whole = `${head}&body=${encoded(text.replace(/\r?\n/g, lineEnd))}`;
  return whole.length <= longest ? { url: whole, isWhole: true } : { url: head, isWhole: false };
}
