/** Plain arithmetic of the trade on what is typed in: no invoice is looked at. What cannot be divided is not available, never infinite. */
import { roundHalfUp, toDecimal } from '../money.ts';
import type { Asked } from './asked.ts';
import { type FormulaFunction, required } from './entry.ts';
import type { FormulaAnswer } from './function.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';

const nothing = () => 'nothing' as const;
const answer = (value: number): FormulaAnswer => ({ kind: 'value', value: value + 0 });

/** Two sums of money that must be in one currency. */
function pair(asked: Asked, first: string, second: string): [number, number] {
  const [a, b] = [asked.moneyOf(first), asked.moneyOf(second)];
  if (a.currency !== null && b.currency !== null && a.currency !== b.currency) throw new NoAnswer('value', asked.words.otherCurrencies);
  return [toDecimal(a.minor, a.currency), toDecimal(b.minor, b.currency)];
}

export const collectionCost: FormulaFunction = {
  names: NAMES.COLLECTION_COST,
  text: {
    en: 'What recovering costs per unit of money recovered: cost / recovered.',
    fr: 'Ce que coûte le recouvrement par euro recouvré\u00a0: coût / montant recouvré.',
  },
  parameters: [
    required('cost', 'cout', 'number', { en: 'What recovering cost.', fr: 'Le coût du recouvrement.' }),
    required('recovered', 'recouvre', 'number', { en: 'What was recovered.', fr: 'Le montant recouvré.' }),
  ],
  result: 'number',
  example: ['3200', '80000'],
  need: nothing,
  run: (asked) => {
    const [cost, recovered] = pair(asked, 'cost', 'recovered');
    if (cost < 0) throw new NoAnswer('value', asked.words.negative(asked.nameOf('cost')));
    if (recovered < 0) throw new NoAnswer('value', asked.words.negative(asked.nameOf('recovered')));
    if (recovered === 0) throw new NoAnswer('not-available', asked.words.zero(asked.nameOf('recovered')));
    return answer(cost / recovered);
  },
};

export const cashConversionCycle: FormulaFunction = {
  names: NAMES.CASH_CONVERSION_CYCLE,
  text: {
    en: 'Days between paying suppliers and being paid: stock days + DSO − supplier days.',
    fr: 'Jours entre le paiement des fournisseurs et l’encaissement des clients\u00a0: jours de stock + DSO − jours fournisseurs.',
  },
  parameters: [
    required('dio', 'dio', 'number', { en: 'Days of stock (DIO).', fr: 'Jours de stock (DIO).' }),
    required('dso', 'dso', 'number', { en: 'Days of sales outstanding (DSO).', fr: 'Jours de ventes à encaisser (DSO).' }),
    required('dpo', 'dpo', 'number', { en: 'Days suppliers wait (DPO).', fr: 'Jours de crédit fournisseurs (DPO).' }),
  ],
  result: 'number',
  example: ['187.1', '20.1', '109.5'],
  need: nothing,
  run: (asked) => answer(roundHalfUp(asked.numberOf('dio') + asked.numberOf('dso') - asked.numberOf('dpo'), 2) / 100),
};

export const salesToAbsorb: FormulaFunction = {
  names: NAMES.SALES_TO_ABSORB,
  text: {
    en: 'The extra sales that make up for a loss: loss / net margin.',
    fr: 'Les ventes à faire en plus pour compenser une perte\u00a0: perte / marge nette.',
  },
  parameters: [
    required('loss', 'perte', 'number', { en: 'What was lost.', fr: 'Le montant perdu.' }),
    required('net_margin', 'marge_nette', 'number', {
      en: 'Net margin as a rate: 10 % or 0.1.',
      fr: 'La marge nette, en taux\u00a0: 10 % ou 0,1.',
    }),
  ],
  result: 'number',
  example: ['5000', '"10 %"'],
  need: nothing,
  run: (asked) => {
    const loss = asked.moneyOf('loss');
    if (loss.minor < 0) throw new NoAnswer('value', asked.words.negative(asked.nameOf('loss')));
    const margin = asked.numberOf('net_margin');
    if (margin <= 0) throw new NoAnswer('not-available', asked.words.notPositive(asked.nameOf('net_margin')));
    if (margin > 1) asked.fraction('net_margin');
    return answer(toDecimal(roundHalfUp(loss.minor / margin, 0), loss.currency));
  },
};

export const netCash: FormulaFunction = {
  names: NAMES.NET_CASH,
  text: {
    en: 'Cash less short-term debts.',
    fr: 'La trésorerie moins les dettes à court terme.',
  },
  parameters: [
    required('cash', 'tresorerie', 'number', { en: 'Cash and what can be cashed at once.', fr: 'La trésorerie disponible.' }),
    required('short_term_debts', 'dettes_court_terme', 'number', {
      en: 'Debts due within the year.',
      fr: 'Les dettes à court terme.',
    }),
  ],
  result: 'number',
  example: ['30000', '12500'],
  need: nothing,
  run: (asked) => {
    const [cash, debts] = pair(asked, 'cash', 'short_term_debts');
    return answer(roundHalfUp(cash - debts, 2) / 100);
  },
};
