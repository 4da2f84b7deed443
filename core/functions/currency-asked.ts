/** In which currency a figure is told. Two currencies are never added: where there are several, the user says which. */
import { currencyFromText } from '../ledger/currency-words.ts';
import type { Currency } from '../money.ts';
import { folded } from '../words.ts';
import type { Asked } from './asked.ts';
import { type Books, currenciesOf } from './books.ts';
import { optional } from './entry.ts';
import { NoAnswer } from './no-answer.ts';

export const CURRENCY = optional('currency', 'devise', 'text', {
  en: 'The currency (EUR), where the invoices have several.',
  fr: 'La devise (EUR), si les factures en ont plusieurs.',
});

/** The currency (index) the figure is in: the one named, else the only one there is. */
export function currencyAsked(asked: Asked, books: Books, among: readonly number[] = currenciesOf(books)): number {
  const { words } = asked;
  const { currencies } = books.ledger;
  const nameOf = (c: number): string => currencies[c] ?? words.unnamedCurrency;
  const list = among.map(nameOf).join(', ');
  const text = asked.text('currency');
  const [only] = among;
  if (text === null) {
    if (only === undefined || among.length > 1) throw new NoAnswer('value', words.severalCurrencies(list));
    return only;
  }
  const wanted: Currency = folded(text) === folded(words.unnamedCurrency) ? null : (currencyFromText(text, asked.context.locale) ?? text);
  const at = among.find((c) => currencies[c] === wanted);
  if (at !== undefined) return at;
  // Amounts that name no currency are in the one the user says.
  if (only !== undefined && among.length === 1 && currencies[only] === null && wanted !== text) return only;
  throw new NoAnswer('not-available', words.noSuchCurrency(text, list));
}
