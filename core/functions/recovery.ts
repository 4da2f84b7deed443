/** What came in of what could be asked for over a period the caller chooses: the recovery rate and the collection effectiveness. */
import { addDays } from '../calendar.ts';
import { QUARTER_DAYS } from '../indicators/milestones.ts';
import { type PeriodFigures, periodFigures } from '../indicators/period.ts';
import type { Asked } from './asked.ts';
import { asOfDay, booksOf, INVOICES, needOfBooks } from './books.ts';
import { CURRENCY, currencyAsked } from './currency-asked.ts';
import { type FormulaFunction, type InLanguages, optional } from './entry.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

const FROM = optional('from', 'du', 'date', {
  en: 'First day of the period; 90 days up to its last day when left out.',
  fr: 'Premier jour de la période\u00a0; par défaut 90 jours jusqu’à son dernier jour.',
});
const TO = optional('to', 'au', 'date', {
  en: 'Last day of the period, today at the latest; today when left out.',
  fr: 'Dernier jour de la période, au plus tard aujourd’hui\u00a0; aujourd’hui par défaut.',
});

function overPeriod(names: InLanguages, text: InLanguages, figure: 'recoveryRate' | 'collectionEffectiveness'): FormulaFunction {
  return {
    names,
    text,
    parameters: [INVOICES, FROM, TO, CURRENCY],
    example: ['A1:H9', '"2025-07-01"', '"2025-09-17"'],
    result: 'number',
    need: needOfBooks,
    run: (asked: Asked) => {
      const to = asOfDay(asked, 'to');
      const from = asked.day('from') ?? addDays(to, 1 - QUARTER_DAYS);
      if (from > to) throw new NoAnswer('value', asked.words.reversed(asked.say(from), asked.say(to)));
      const books = booksOf(asked, to);
      const figures = periodFigures(books.ledger, books.assessment, from)[currencyAsked(asked, books)] as PeriodFigures;
      const value = figures[figure];
      if (value === null) throw new NoAnswer('not-available', asked.words.nothingToCollect);
      return { kind: 'value', value };
    },
  };
}

export const recoveryRate = overPeriod(
  NAMES.RECOVERY_RATE,
  {
    en: 'Of what was overdue when the period began or fell due in it, the part paid in it.',
    fr: 'La part encaissée sur la période de ce qui était échu à son début ou l’est devenu.',
  },
  'recoveryRate',
);

export const collectionEffectiveness = overPeriod(
  NAMES.CEI,
  {
    en: 'Collection effectiveness: (opening + sales − closing) / (opening + sales − closing not due).',
    fr: 'Efficacité du recouvrement\u00a0: (créances au début + ventes − à la fin) / (au début + ventes − non échues à la fin).',
  },
  'collectionEffectiveness',
);
