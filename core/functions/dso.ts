/** DSO in its three methods, what of it is lateness, and its trend. All over a window the caller chooses. */
import { addDays, type CalendarDay, partsOf } from '../calendar.ts';
import { averageDaysDelinquentOver } from '../indicators/average-days-delinquent.ts';
import { bestPossibleDsoOver } from '../indicators/best-possible-dso.ts';
import { dsoOver } from '../indicators/dso.ts';
import { countBack } from '../indicators/dso-count-back.ts';
import { type DsoTrend, dsoTrend as trendOf } from '../indicators/dso-trend.ts';
import { toHundredths } from '../indicators/indicator.ts';
import { monthEnds, QUARTER_DAYS } from '../indicators/milestones.ts';
import { type Tally, tally } from '../indicators/tally.ts';
import type { Asked, Choices } from './asked.ts';
import { AS_OF, asOfDay, type Books, booksOf, INVOICES, needOfBooks } from './books.ts';
import { CURRENCY, currencyAsked } from './currency-asked.ts';
import { type FormulaFunction, optional } from './entry.ts';
import type { FormulaAnswer, FormulaValue } from './function.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

type Method = 'classic' | 'count-back' | 'best-possible';
const METHODS: Choices<Method> = {
  classic: ['classique', 'simple', 'standard', 'comptable'],
  'count-back': [
    'countback',
    'exhaustion',
    'roll back',
    'épuisement',
    'par épuisement',
    'épuisement des ventes',
    'par apurement',
    'remontée',
  ],
  'best-possible': [
    'best',
    'bestpossible',
    'best possible dso',
    'bpdso',
    'incompressible',
    'dso incompressible',
    'meilleur possible',
    'optimal',
  ],
};
const DAYS = optional('days', 'jours', 'number', {
  en: 'Days of sales the figure looks back on; 90 when left out.',
  fr: 'Jours de ventes sur lesquels porte le calcul\u00a0; 90 par défaut.',
});
const LONGEST_WINDOW = 3660;
const MOST_MONTHS = 60;

/** What the currency asked adds up to; each figure costs only the passes it needs. */
function tallyOf(asked: Asked, books: Books): Tally {
  return tally(books.ledger, books.assessment, books.asOf)[currencyAsked(asked, books)] as Tally;
}

function noSales(asked: Asked, asOf: CalendarDay, days: number): NoAnswer {
  return new NoAnswer('not-available', asked.words.noSales(asked.say(addDays(asOf, 1 - days)), asked.say(asOf)));
}

/** A number of days to 0.01. */
function answer(days: number): FormulaAnswer {
  return { kind: 'value', value: toHundredths(days) };
}

export const dso: FormulaFunction = {
  names: NAMES.DSO,
  text: {
    en: 'Days sales outstanding: how many days of sales the receivables stand for.',
    fr: 'DSO\u00a0: le nombre de jours de ventes que représentent les créances clients.',
  },
  parameters: [
    INVOICES,
    AS_OF,
    DAYS,
    optional('method', 'methode', 'text', {
      en: '"classic" (receivables / sales × days), "count-back" (month by month) or "best-possible" (if nobody paid late).',
      fr: '"classique" (créances / ventes × jours), "épuisement" (mois par mois) ou "incompressible" (si personne ne payait en retard).',
    }),
    CURRENCY,
  ],
  result: 'number',
  example: ['A1:H9', '"2025-09-17"'],
  need: needOfBooks,
  run: (asked) => {
    const asOf = asOfDay(asked);
    const days = asked.count('days', QUARTER_DAYS, 1, LONGEST_WINDOW);
    const method = asked.choice<Method>('method', METHODS, 'classic');
    const of = tallyOf(asked, booksOf(asked, asOf));
    if (method === 'count-back') {
      const counted = countBack(of);
      if (counted.days !== null) return answer(counted.days);
      const { moreThan, noDatedSales } = asked.words;
      throw new NoAnswer('not-available', counted.moreThan === null ? noDatedSales : moreThan(counted.moreThan));
    }
    const found = method === 'classic' ? dsoOver(of, days) : bestPossibleDsoOver(of, days);
    if (found === null) throw noSales(asked, asOf, days);
    return answer(found);
  },
};

export const averageDaysDelinquent: FormulaFunction = {
  names: NAMES.AVERAGE_DAYS_DELINQUENT,
  text: {
    en: 'The days of DSO that lateness costs: DSO less the best possible DSO.',
    fr: 'Les jours de DSO dus au retard\u00a0: DSO moins DSO incompressible.',
  },
  parameters: [INVOICES, AS_OF, DAYS, CURRENCY],
  result: 'number',
  example: ['A1:H9', '"2025-09-17"'],
  need: needOfBooks,
  run: (asked) => {
    const asOf = asOfDay(asked);
    const days = asked.count('days', QUARTER_DAYS, 1, LONGEST_WINDOW);
    const found = averageDaysDelinquentOver(tallyOf(asked, booksOf(asked, asOf)), days);
    if (found === null) throw noSales(asked, asOf, days);
    return answer(found);
  },
};

export const dsoTrend: FormulaFunction = {
  names: NAMES.DSO_TREND,
  text: {
    en: 'The DSO and the best possible DSO of the last months, each as of its last day, over 90 days of sales.',
    fr: 'Le DSO et le DSO incompressible des derniers mois, chacun à son dernier jour, sur 90 jours de ventes.',
  },
  parameters: [
    INVOICES,
    AS_OF,
    optional('months', 'mois', 'number', { en: 'How many months; 12 when left out.', fr: 'Nombre de mois\u00a0; 12 par défaut.' }),
    CURRENCY,
  ],
  result: 'rows',
  example: ['A1:H9', '"2025-09-17"', '3'],
  need: needOfBooks,
  run: (asked) => {
    const asOf = asOfDay(asked);
    const ends = monthEnds(asOf, asked.count('months', 12, 1, MOST_MONTHS));
    const books = booksOf(asked, asOf);
    const trend = trendOf(books.ledger, books.assessment, ends.length)[currencyAsked(asked, books)] as DsoTrend;
    const { headers, month } = asked.words;
    const rows = trend.months.map(({ dso: actual, bestPossibleDso }, at): FormulaValue[] => {
      const on = ends[at] as CalendarDay;
      const none: FormulaValue = { error: noSales(asked, on, QUARTER_DAYS).message, code: 'not-available' };
      const { year, month: ofYear } = partsOf(on);
      return [month(year, ofYear), actual ?? none, bestPossibleDso ?? none];
    });
    return { kind: 'rows', rows: [[headers.month, headers.dso, headers.bestPossibleDso], ...rows] };
  },
};
