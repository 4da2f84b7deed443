/** What the law says of one debt: what its lateness earns, until when it can be claimed. A column of debts is answered row by row. */
import { NO_DAY } from '../calendar.ts';
import { interestOn } from '../law/interest.ts';
import { limitationDate } from '../law/limitation.ts';
import { RATES } from '../law/rates.ts';
import { recoveryFee as feeOf } from '../law/recovery-fee.ts';
import { toDecimal } from '../money.ts';
import type { Regime } from '../settings.ts';
import { REGIME_WORDS, wordKey } from '../tabs/tab-words.ts';
import { type Asked, dateValue } from './asked.ts';
import { type FormulaFunction, type InLanguages, optional, required } from './entry.ts';
import type { FormulaValue } from './function.ts';
import { houseOf } from './house-rules.ts';
import { NAMES } from './names.ts';
import { NoAnswer } from './no-answer.ts';
import { eachRow } from './spill.ts';

const nothing = () => 'nothing' as const;

const REGIME: InLanguages = {
  en: 'FR (default), FR-PUBLIC, EU, DE, UK, CONSUMER or none.',
  fr: 'FR (par défaut), FR-PUBLIC, EU, DE, UK, CONSUMER ou none.',
};
const KNOWN_REGIMES = [...new Set(REGIME_WORDS.values())];
const DUE: InLanguages = { en: 'Due date, or a column of them.', fr: 'Date d’échéance, ou une colonne.' };

/** The regime by any word the Settings take; French law when left out. */
function regimeOf(asked: Asked): Regime {
  const text = asked.text('regime');
  if (text === null) return 'FR';
  const regime = REGIME_WORDS.get(wordKey(text));
  if (regime === undefined) throw new NoAnswer('value', asked.words.notOneOf(asked.nameOf('regime'), text, KNOWN_REGIMES));
  return regime;
}

/** A debt of 0 or more, in minor units. */
function debtOf(asked: Asked) {
  const amount = asked.moneyOf('amount');
  if (amount.minor < 0) throw new NoAnswer('value', asked.words.negative(asked.nameOf('amount')));
  return amount;
}

export const lateInterest: FormulaFunction = {
  names: NAMES.LATE_INTEREST,
  text: {
    en: 'Late-payment interest: amount × yearly rate × days / 365, split where the legal rate changes, rounded once.',
    fr: 'Pénalités de retard\u00a0: montant × taux annuel × jours / 365, par semestre de taux légal, arrondies une fois.',
  },
  parameters: [
    required('amount', 'montant', 'any', { en: 'Amount owed, tax included, or a column.', fr: 'Montant dû TTC, ou une colonne.' }),
    required('due', 'echeance', 'any', DUE),
    optional('until', 'jusqu_au', 'any', {
      en: 'Payment day; today when left out.',
      fr: 'Jour du paiement\u00a0; aujourd’hui par défaut.',
    }),
    optional('regime', 'regime', 'text', REGIME),
    optional('rate', 'taux', 'number', { en: 'Yearly rate of the contract (12 %).', fr: 'Taux annuel du contrat (12 %).' }),
  ],
  result: 'number',
  example: ['10000', '"2026-04-30"', '"2026-09-03"'],
  need: (asked) => (asked.has('rate') ? 'nothing' : 'tabs'),
  run: eachRow((asked): FormulaValue[] => {
    const amount = debtOf(asked);
    const dueOn = asked.dayOf('due');
    const until = asked.day('until') ?? asked.context.today;
    const regime = regimeOf(asked);
    const contractRate = asked.fraction('rate');
    if (regime === 'CONSUMER' || (regime === 'none' && contractRate === null))
      throw new NoAnswer('not-available', asked.words.noInterest(regime));
    if (until <= dueOn) return [0];
    const rates = contractRate === null ? houseOf(asked.context).settings.rates : RATES;
    const interest = interestOn({ amountMinor: amount.minor, dueOn, until, regime, contractRate, rates });
    if (interest === null) throw new NoAnswer('not-available', asked.words.noRate(asked.say(dueOn)));
    return [toDecimal(interest.minor, amount.currency)];
  }),
};

export const recoveryFee: FormulaFunction = {
  names: NAMES.RECOVERY_FEE,
  text: {
    en: 'The lump sum due by law for one late invoice, in the regime’s own currency (€40; £40, £70 or £100).',
    fr: 'L’indemnité forfaitaire due pour une facture en retard, dans la devise du régime (40\u00a0€\u00a0; 40, 70 ou 100\u00a0£).',
  },
  parameters: [
    required('amount', 'montant', 'any', { en: 'Amount of the invoice, or a column.', fr: 'Montant de la facture, ou une colonne.' }),
    optional('regime', 'regime', 'text', REGIME),
  ],
  result: 'number',
  example: ['5000', '"UK"'],
  need: nothing,
  run: eachRow((asked): FormulaValue[] => {
    const amount = debtOf(asked);
    const regime = regimeOf(asked);
    if (amount.minor === 0) throw new NoAnswer('not-available', asked.words.notPositive(asked.nameOf('amount')));
    const fee = feeOf(amount.minor, regime, amount.currency ?? undefined);
    if (fee === null) {
      const own = feeOf(amount.minor, regime)?.currency;
      throw new NoAnswer('not-available', own ? asked.words.feeInCurrency(regime, own) : asked.words.noFee(regime));
    }
    return [toDecimal(fee.minor, fee.currency)];
  }),
};

export const limitation: FormulaFunction = {
  names: NAMES.LIMITATION_DATE,
  text: {
    en: 'The last day on which a debt can be claimed in court; reminders do not stop that clock.',
    fr: 'Le dernier jour où une dette peut être réclamée en justice\u00a0; les relances n’arrêtent pas ce délai.',
  },
  parameters: [required('due', 'echeance', 'any', DUE), optional('regime', 'regime', 'text', REGIME)],
  result: 'date',
  example: ['D6'],
  need: nothing,
  run: eachRow((asked): FormulaValue[] => {
    const regime = regimeOf(asked);
    const day = limitationDate(asked.dayOf('due'), regime);
    if (day === null || day === NO_DAY) throw new NoAnswer('not-available', asked.words.noLimitation(regime));
    return [dateValue(day)];
  }),
};
