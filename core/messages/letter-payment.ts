/**
 * How to pay, on paper: the account, the page, the reference to quote, and the square that fills in the transfer for exactly what the paper asks. Only
 * what is set: no label without its value.
 */
import type { Currency } from '../money.ts';
import type { AccountLine } from './account.ts';
import { linkHtml } from './html.ts';
import type { Sender } from './letter-head.ts';
import type { LetterTexts } from './letter-texts.ts';
import { element, type Html, joined, said } from './paper-page.ts';
import { paymentReference } from './paying.ts';
import { paymentQr } from './payment-qr.ts';
import { paymentQrSvg } from './payment-qr-picture.ts';
import { ibanText, oneLine } from './sheet-text.ts';

/** `asked`: what the paper asks for, by currency; the square is made for one sum in euros only. */
export function howToPay(
  sender: Sender,
  lines: readonly AccountLine[],
  asked: readonly (readonly [currency: Currency, minor: number])[],
  { pay, colon }: LetterTexts,
): Html {
  const iban = ibanText(sender.iban);
  const link = oneLine(sender.paymentLink);
  const row = (label: string, value: string) =>
    value === '' ? said('') : element('div', '', `${label}${colon}`, element('strong', '', value));
  const rows = joined(
    iban === '' ? said('') : row(pay.holder, oneLine(sender.company)),
    row(pay.iban, iban),
    iban === '' ? said('') : row(pay.bic, oneLine(sender.bic)),
    link === '' ? said('') : element('div', '', `${pay.link}${colon}`, { html: linkHtml(link) }),
    iban === '' ? said('') : row(pay.reference, paymentReference(lines)),
  );
  if (rows.html === '') return rows;
  const title = element('div', '', element('strong', '', `${pay.heading}${colon.trimEnd()}`));
  return element('div', 'pay', element('div', '', title, rows), square(sender, lines, asked, pay.qr));
}

function square(sender: Sender, lines: readonly AccountLine[], asked: readonly (readonly [Currency, number])[], caption: string): Html {
  const [only] = asked;
  if (only === undefined || asked.length > 1) return said('');
  const [currency, minor] = only;
  // One transfer for all of it: the sum stands whole on the first number, the others are only quoted.
  const whole = lines.map(({ number }, at) => ({ number, openMinor: at === 0 ? minor : 0, currency }));
  const qr = paymentQr({ name: sender.company, iban: sender.iban, bic: sender.bic, lines: whole });
  return 'payload' in qr ? element('div', '', { html: paymentQrSvg(qr.payload) }, element('div', 'small', caption)) : said('');
}
