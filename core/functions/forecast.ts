/** What money to expect, week by week, with the bounds it will lie between eight times in ten. */
import { awaitedIn } from '../forecast/awaited.ts';
import { type CurrencyForecast, FORECAST_WEEKS, forecast } from '../forecast/forecast.ts';
import { LANGUAGES } from '../languages/index.ts';
import { toDecimal } from '../money.ts';
import { type Asked, dateValue } from './asked.ts';
import { AS_OF, asOfDay, booksOf, INVOICES, needOfBooks } from './books.ts';
import { CURRENCY, currencyAsked } from './currency-asked.ts';
import { type FormulaFunction, optional } from './entry.ts';
import type { FormulaValue } from './function.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

const MOST_WEEKS = 104;

/** Why nothing of what is open is expected on any day: each reason once. */
function whyNot({ language }: Asked, { excluded }: CurrencyForecast): string[] {
  const { notExpected } = LANGUAGES[language].customers;
  return [...new Set(excluded.map(({ why }) => notExpected[why]))];
}

export const expectedReceipts: FormulaFunction = {
  names: NAMES.EXPECTED_RECEIPTS,
  text: {
    en: 'What should come in, week by week (Mondays), by promises, instalments and each customer’s habits; low and high hold 8 times in 10.',
    fr: 'Ce qui devrait rentrer, par semaine (lundis), selon promesses, échéanciers et habitudes de chaque client\u00a0; bas et haut tiennent 8 fois sur 10.',
  },
  parameters: [
    INVOICES,
    AS_OF,
    optional('weeks', 'semaines', 'number', { en: 'How many weeks; 13 when left out.', fr: 'Nombre de semaines\u00a0; 13 par défaut.' }),
    CURRENCY,
  ],
  result: 'rows',
  example: ['A1:H9', '"2025-09-17"', '4'],
  need: needOfBooks,
  run: (asked) => {
    const weeks = asked.count('weeks', FORECAST_WEEKS, 1, MOST_WEEKS);
    const books = booksOf(asked, asOfDay(asked));
    const c = currencyAsked(asked, books);
    const { ledger, chased, book } = books.study();
    const found = forecast(ledger, chased.assessment, { weeks, paths: awaitedIn(ledger, chased, book) })[c] as CurrencyForecast;
    // Nothing open is nothing to come; what is open and cannot be foreseen is not 0.
    if (found.forecastable === 0 && found.excluded.length > 0)
      throw new NoAnswer('not-available', asked.words.noForecast(whyNot(asked, found)));
    const money = (minor: number) => toDecimal(minor, found.currency);
    const { headers } = asked.words;
    const rows = found.weeks.map(({ week, expected, low, high }): FormulaValue[] => [
      dateValue(week),
      money(expected),
      money(low),
      money(high),
    ]);
    return { kind: 'rows', rows: [[headers.week, headers.expected, headers.low, headers.high], ...rows] };
  },
};
