/** One invoice by what is typed beside it: how late it is, and its status. A column of invoices is answered row by row. */
import { assess, statusOf } from '../assess.ts';
import { NO_DAY } from '../calendar.ts';
import { overdueFrom, watchFrom } from '../dunning/cadence.ts';
import { LANGUAGES } from '../languages/index.ts';
import type { Cadence } from '../types.ts';
import type { Asked } from './asked.ts';
import { type FormulaFunction, optional, required } from './entry.ts';
import type { FormulaValue } from './function.ts';
import { houseOf } from './house-rules.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';
import { ledgerOfDebt } from './single-debt.ts';
import { eachRow } from './spill.ts';

export const DUE = required('due', 'echeance', 'any', { en: 'Due date, or a column of them.', fr: 'Date d’échéance, ou une colonne.' });
export const LOOKED_FROM = optional('as_of', 'date_arrete', 'date', {
  en: 'The day one looks from; today when left out.',
  fr: 'Le jour d’où l’on regarde\u00a0; aujourd’hui par défaut.',
});
/** The day one looks from; it may be to come. */
export const lookedFrom = (asked: Asked) => asked.day('as_of') ?? asked.context.today;

export const daysLate: FormulaFunction = {
  names: NAMES.DAYS_LATE,
  text: {
    en: 'Days late, negative before the due date: payment − due date, or the day − due date while unpaid.',
    fr: 'Les jours de retard, négatifs avant l’échéance\u00a0: paiement − échéance, ou jour − échéance tant que rien n’est payé.',
  },
  parameters: [
    DUE,
    optional('paid', 'paiement', 'any', {
      en: 'Payment date, or a column; blank while unpaid.',
      fr: 'Date de paiement, ou une colonne\u00a0; vide si impayée.',
    }),
    LOOKED_FROM,
  ],
  result: 'number',
  example: ['D4', 'G4'],
  need: () => 'nothing',
  run: eachRow((asked): FormulaValue[] => {
    const asOf = lookedFrom(asked);
    const paidOn = asked.day('paid');
    // A later payment has not happened yet.
    return [(paidOn !== null && paidOn <= asOf ? paidOn : asOf) - asked.dayOf('due')];
  }),
};

export const invoiceStatus: FormulaFunction = {
  names: NAMES.INVOICE_STATUS,
  text: {
    en: 'The status of an invoice on a day: paid, not due, to watch, overdue.',
    fr: 'Le statut d’une facture à une date\u00a0: payée, non échue, à surveiller, en retard.',
  },
  parameters: [
    DUE,
    required('amount', 'montant', 'any', { en: 'Amount, tax included, or a column.', fr: 'Montant TTC, ou une colonne.' }),
    optional('paid_amount', 'montant_paye', 'any', { en: 'What was paid, or a column.', fr: 'Montant payé, ou une colonne.' }),
    optional('paid_on', 'date_paiement', 'any', {
      en: 'When; a date alone means paid in full.',
      fr: 'Quand\u00a0; une date seule veut dire payée en entier.',
    }),
    LOOKED_FROM,
  ],
  result: 'text',
  example: ['D6', 'E6', 'F6', 'G6', '"2025-09-17"'],
  need: () => 'tabs',
  run: eachRow((asked): FormulaValue[] => {
    const { settings, cadences } = houseOf(asked.context);
    const cadence = cadences.get(settings.cadence) as Cadence;
    const amount = asked.moneyOf('amount');
    const paidOn = asked.day('paid_on');
    const part = asked.money('paid_amount');
    if (part !== null && part.currency !== null && amount.currency !== null && part.currency !== amount.currency)
      throw new NoAnswer('value', asked.words.otherCurrencies);
    const minor = part?.minor ?? (paidOn === null ? 0 : amount.minor);
    const paid = minor === 0 ? null : { minor, paidOn: paidOn ?? NO_DAY };
    const ledger = ledgerOfDebt({ dueOn: asked.dayOf('due'), minor: amount.minor, currency: amount.currency, paid });
    const thresholds = { overdueFrom: overdueFrom(cadence), watchFrom: watchFrom(cadence) };
    const assessment = assess(ledger, settings, lookedFrom(asked), { paths: new Map(), thresholds: () => thresholds });
    return [LANGUAGES[asked.language].statuses[statusOf(assessment, 0)]];
  }),
};
