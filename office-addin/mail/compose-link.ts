/** A reminder as a link that opens Outlook on the web with the message written: to whom, about what, and its plain words. */
import { type MailWords, mailLink } from '../../core/index.ts';

/** Null when the message is too long for a link. */
export function composeLink(message: MailWords): string | null {
  const { url, isWhole } = mailLink(message, 'outlook');
  return isWhole ? url : null;
}
