/**
 * The square a customer's banking app reads to fill in a transfer: EPC069-12, version 002, SEPA credit transfer in euros. It holds exactly what is
 * asked, or it is not made: a wrong sum or account would be paid without being looked at.
 */
import { readIban } from '../iban.ts';
import type { Currency } from '../money.ts';
import { utf8 } from './encoding.ts';
import { REFERENCE_LENGTH } from './paying.ts';
import { oneLine } from './sheet-text.ts';

/** Why there is no square. */
export type QrRefusal =
  | 'no-name'
  | 'no-iban'
  | 'wrong-iban'
  | 'not-euro'
  | 'several-currencies'
  | 'amount-out-of-range'
  | 'no-reference'
  | 'too-long';

/** What is to be paid, to whom. Invoices of one message; open amounts in minor units. */
export interface QrRequest {
  /** The company's own name. */
  readonly name: string;
  readonly iban: string;
  /** May be '' within the euro area. */
  readonly bic: string;
  readonly lines: readonly { readonly number: string; readonly openMinor: number; readonly currency: Currency }[];
}

const NAME_LENGTH = 70;
const LARGEST_CENTS = 99_999_999_999;
const MOST_BYTES = 331;
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** The exact text of the square, without a last newline; or why there is none. A name longer than 70 characters is cut, as banks do. */
export function paymentQr({ name, iban, bic, lines }: QrRequest): { readonly payload: string } | { readonly refusal: QrRefusal } {
  const payee = [...oneLine(name)].slice(0, NAME_LENGTH).join('').trim();
  if (payee === '') return { refusal: 'no-name' };
  if (oneLine(iban) === '') return { refusal: 'no-iban' };
  const account = readIban(iban);
  if (account === null) return { refusal: 'wrong-iban' };
  if (new Set(lines.map((line) => line.currency)).size > 1) return { refusal: 'several-currencies' };
  if (lines[0]?.currency !== 'EUR') return { refusal: 'not-euro' };
  const cents = lines.reduce((sum, line) => sum + line.openMinor, 0);
  if (!Number.isInteger(cents) || cents < 1 || cents > LARGEST_CENTS) return { refusal: 'amount-out-of-range' };
  if (lines.some((line) => oneLine(line.number) === '')) return { refusal: 'no-reference' };
  const reference = lines.map((line) => oneLine(line.number)).join(', ');
  const bank = bic.replace(/\s/g, '').toUpperCase();
  const amount = `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const payload = ['BCD', '002', '1', 'SCT', BIC.test(bank) ? bank : '', payee, account, amount, '', '', reference].join('\n');
  const bytes = [...payload].reduce((sum, character) => sum + utf8(character).length, 0);
  return [...reference].length > REFERENCE_LENGTH || bytes > MOST_BYTES ? { refusal: 'too-long' } : { payload };
}
