/**
 * How the customer can pay, as one reads it in every message: the account, the page, the reference to quote. Only what is set: no label without its
 * value.
 */
import type { Line } from './blocks.ts';
import type { Correspondence, MessageLine } from './message.ts';
import { ibanText, oneLine } from './sheet-text.ts';
import type { MessageTexts } from './texts.ts';

/** What a SEPA transfer carries to the payee; a longer reference could not be typed. */
export const REFERENCE_LENGTH = 140;

/** The numbers of the invoices as a transfer quotes them; '' when there is none, or too many. */
export function paymentReference(lines: readonly { readonly number: string }[]): string {
  const numbers = lines
    .map((line) => oneLine(line.number))
    .filter((number) => number !== '')
    .join(', ');
  return numbers.length > REFERENCE_LENGTH ? '' : numbers;
}

/** Where to pay online; '' for nowhere. An invoice alone is paid on its own page if it has one. */
export function paymentPage(input: Correspondence, lines: readonly MessageLine[]): string {
  const own = lines.length === 1 ? oneLine((lines[0] as MessageLine).paymentLink) : '';
  return own === '' ? oneLine(input.paymentLink) : own;
}

function labelled(label: string, piece: Line[number], texts: MessageTexts): Line {
  return [`${label}${texts.colon}`, piece];
}

/** The account to pay to. */
export function bankLines(input: Correspondence, texts: MessageTexts): Line[] {
  const iban = ibanText(input.iban);
  const bic = oneLine(input.bic);
  return [...(iban === '' ? [] : [labelled(texts.pay.iban, iban, texts)]), ...(bic === '' ? [] : [labelled(texts.pay.bic, bic, texts)])];
}

/** Account, page and reference. */
export function payLines(input: Correspondence, lines: readonly MessageLine[], texts: MessageTexts): Line[] {
  const page = paymentPage(input, lines);
  const reference = ibanText(input.iban) === '' ? '' : paymentReference(lines);
  return [
    ...bankLines(input, texts),
    ...(page === '' ? [] : [labelled(texts.pay.link, { link: page }, texts)]),
    ...(reference === '' ? [] : [labelled(texts.pay.reference, reference, texts)]),
  ];
}
