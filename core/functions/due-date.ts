/** When an invoice falls due by its terms, as the house writes and counts them. A column of invoices is answered row by row. */
import { readTerms } from '../law/terms.ts';
import { displayText } from '../ledger/cell-text.ts';
import { dateValue } from './asked.ts';
import { type FormulaFunction, required } from './entry.ts';
import type { FormulaValue } from './function.ts';
import { houseOf } from './house-rules.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';
import { eachRow } from './spill.ts';

export const dueDate: FormulaFunction = {
  names: NAMES.DUE_DATE,
  text: {
    en: 'The due date of an invoice by its payment terms.',
    fr: 'La date d’échéance d’une facture selon ses conditions de paiement.',
  },
  parameters: [
    required('issue_date', 'date_facture', 'any', { en: 'Invoice date, or a column of them.', fr: 'Date de facture, ou une colonne.' }),
    required('terms', 'conditions', 'any', {
      en: 'Terms as written: 30, net 60, 45 days end of month, on receipt.',
      fr: 'Les conditions telles qu’écrites\u00a0: 30, 60 jours nets, 45 jours fin de mois, à réception.',
    }),
  ],
  result: 'date',
  example: ['C6', { en: '"net 60"', fr: '"60 jours nets"' }],
  // Only days and an end of month can be counted in the two ways the house may choose between.
  need: (asked) => (/\d.*\p{L}|\p{L}.*\d/u.test(JSON.stringify(asked.raw('terms') ?? '').slice(0, 20_000)) ? 'tabs' : 'nothing'),
  run: eachRow((asked): FormulaValue[] => {
    const issuedOn = asked.dayOf('issue_date');
    const cell = asked.cell('terms');
    const text = asked.text('terms');
    if (text === null) throw new NoAnswer('value', asked.words.missing(asked.nameOf('terms')));
    const terms = typeof cell === 'number' ? cell : text;
    const read = readTerms(terms, issuedOn, houseOf(asked.context).settings.endOfMonthTerms);
    if (read === null) throw new NoAnswer('value', asked.words.unreadableTerms(displayText(cell)));
    if (read.dueOn === null) throw new NoAnswer('value', asked.words.askOrder(displayText(cell)));
    return [dateValue(read.dueOn)];
  }),
};
