/**
 * The head of a letter: who writes, to whom in the window of the envelope, from where and when. French envelopes have their window at the right,
 * British and German ones at the left.
 */
import type { CalendarDay } from '../calendar.ts';
import { longDate, type MessageLanguage } from './money-text.ts';
import { element, type Html, said, stacked } from './paper-page.ts';
import { linesOf, oneLine } from './sheet-text.ts';

/** Who writes. All but the name and the town may have several lines. */
export interface Sender {
  readonly company: string;
  readonly address: string;
  readonly id: string;
  readonly contact: string;
  readonly city: string;
  readonly signature: string;
  readonly iban: string;
  readonly bic: string;
  readonly paymentLink: string;
}

/** To whom. */
export interface Recipient {
  readonly name: string;
  readonly contact: string;
  /** May have several lines. */
  readonly address: string;
}

/** The lines of the sender, those the settings give. */
export function senderLines({ company, address, id, contact }: Sender): string[] {
  return [oneLine(company), ...linesOf(address), oneLine(id), ...linesOf(contact)].filter((line) => line !== '');
}

/** Name, person to write to, address; the name is not told twice. */
export function recipientLines({ name, contact, address }: Recipient): string[] {
  const company = oneLine(name);
  const person = contact.includes('@') ? '' : oneLine(contact);
  return [company, ...(person === '' || person === company ? [] : [person]), ...linesOf(address).filter((line) => line !== company)];
}

/** The head of a letter dated `asOf`. `mention`: how it is sent; '' for nothing. */
export function letterHead(
  letter: { readonly sender: Sender; readonly customer: Recipient; readonly asOf: CalendarDay; readonly language: MessageLanguage },
  words: { placeAndDate(city: string, day: string): string; readonly mention: string },
): Html {
  const { sender, customer, asOf, language } = letter;
  const from = senderLines(sender);
  return element(
    'div',
    `head ${language === 'fr' ? 'right' : 'left'}`,
    // The place is kept even when nothing stands there: the window must not move.
    from.length === 0 ? { html: '<div class="sender"></div>\n' } : stacked(from, 'sender'),
    element(
      'div',
      '',
      stacked(recipientLines(customer), 'to'),
      words.mention === '' ? said('') : element('div', 'place', element('strong', '', words.mention)),
      element('div', 'place', words.placeAndDate(oneLine(sender.city), longDate(asOf, language))),
    ),
  );
}
