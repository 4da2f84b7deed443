/** The indicators of the panel as formulas: rates, means and turnover, each with the reason where there is none. */
import { averagePaymentTime as averagePaymentTimeOf } from '../indicators/average-payment-time.ts';
import { badDebtRate as badDebtRateOf } from '../indicators/bad-debt-rate.ts';
import { disputeRate as disputeRateOf } from '../indicators/dispute-rate.ts';
import { type Indicator, toHundredths } from '../indicators/indicator.ts';
import { YEAR_DAYS } from '../indicators/milestones.ts';
import { overdueRate as overdueRateOf } from '../indicators/overdue-rate.ts';
import { receivablesTurnover as receivablesTurnoverOf } from '../indicators/receivables-turnover.ts';
import { type Tally, tally } from '../indicators/tally.ts';
import { weightedDaysLate as weightedDaysLateOf } from '../indicators/weighted-days-late.ts';
import type { Asked } from './asked.ts';
import { AS_OF, asOfDay, type Books, booksOf, INVOICES, needOfBooks } from './books.ts';
import { CURRENCY, currencyAsked } from './currency-asked.ts';
import type { FormulaFunction, InLanguages } from './entry.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

interface Rate {
  readonly names: InLanguages;
  readonly text: InLanguages;
  readonly indicator: Indicator;
  /** Why there is none. */
  readonly lacks: (asked: Asked, books: Books) => string;
  /** It depends on what the journal says of disputes. */
  readonly ofJournal?: boolean;
}

const nothingOwed: Rate['lacks'] = ({ words }) => words.nothingOwed;
const nothingSettled: Rate['lacks'] = ({ words }) => words.nothingSettled;
const noSalesInYear: Rate['lacks'] = (asked, { asOf }) =>
  asked.words.noSales(asked.say((asOf - YEAR_DAYS + 1) as Books['asOf']), asked.say(asOf));

function rate({ names, text, indicator, lacks, ofJournal }: Rate): FormulaFunction {
  return {
    names,
    text,
    parameters: [INVOICES, AS_OF, CURRENCY],
    example: ['A1:H9', '"2025-09-17"'],
    result: 'number',
    need: needOfBooks,
    run: (asked) => {
      const asOf = asOfDay(asked);
      const books = booksOf(asked, asOf);
      const c = currencyAsked(asked, books);
      const { ledger, assessment } = ofJournal ? ofStudy(books) : books;
      const found = indicator.of(tally(ledger, assessment, asOf)[c] as Tally);
      if (found === null) throw new NoAnswer('not-available', lacks(asked, books));
      return { kind: 'value', value: indicator.unit === 'days' ? toHundredths(found) : found };
    },
  };
}

/** With all that the journal and the tabs say of each invoice. */
export function ofStudy(books: Books): Pick<Books, 'ledger' | 'assessment'> {
  const { ledger, chased } = books.study();
  return { ledger, assessment: chased.assessment };
}

export const overdueRate = rate({
  names: NAMES.OVERDUE_RATE,
  text: { en: 'The overdue part of what is owed: overdue / outstanding.', fr: 'La part échue de l’encours\u00a0: échu / encours.' },
  indicator: overdueRateOf,
  lacks: nothingOwed,
});
export const disputeRate = rate({
  names: NAMES.DISPUTE_RATE,
  text: {
    en: 'The contested part of what is owed: disputed / outstanding.',
    fr: 'La part contestée de l’encours\u00a0: en litige / encours.',
  },
  indicator: disputeRateOf,
  lacks: nothingOwed,
  ofJournal: true,
});
export const badDebtRate = rate({
  names: NAMES.BAD_DEBT_RATE,
  text: {
    en: 'What was written off in 365 days, per unit of sales of those days.',
    fr: 'Les pertes de 365 jours rapportées aux ventes de ces jours.',
  },
  indicator: badDebtRateOf,
  lacks: noSalesInYear,
});
export const weightedDaysLate = rate({
  names: NAMES.WEIGHTED_DAYS_LATE,
  text: {
    en: 'How late a unit of money comes in: days late weighted by amount, of what was settled in 365 days or is open and late.',
    fr: 'Le retard d’un euro\u00a0: jours de retard pondérés par les montants, de ce qui fut réglé en 365 jours ou reste dû en retard.',
  },
  indicator: weightedDaysLateOf,
  lacks: nothingSettled,
});
export const averagePaymentTime = rate({
  names: NAMES.AVERAGE_PAYMENT_TIME,
  text: {
    en: 'Days from invoice to settlement, weighted by amount, of what was settled in 365 days.',
    fr: 'Jours de la facture au règlement, pondérés par les montants, de ce qui fut réglé en 365 jours.',
  },
  indicator: averagePaymentTimeOf,
  lacks: nothingSettled,
});
export const receivablesTurnover = rate({
  names: NAMES.RECEIVABLES_TURNOVER,
  text: {
    en: 'How many times a year receivables are renewed: sales of 365 days / mean of opening and closing receivables.',
    fr: 'Le nombre de rotations des créances par an\u00a0: ventes de 365 jours / moyenne des créances au début et à la fin.',
  },
  indicator: receivablesTurnoverOf,
  lacks: nothingOwed,
});
