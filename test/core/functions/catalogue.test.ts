// The public table of formulas, as it was promised: names, aliases, arguments in order, and what comes back.
import { describe, expect, it } from '@jest/globals';
import { evaluate, FUNCTIONS, needOf } from '../../../core/functions/index.ts';
import { CONTEXT } from './asking.ts';

const TABLE = `
DSO (DELAI_MOYEN_PAIEMENT) | [invoices], [as_of], [days], [method], [currency] | number
DSO_TREND (TENDANCE_DSO) | [invoices], [as_of], [months], [currency] | rows
AVERAGE_DAYS_DELINQUENT (DSO_RETARD) | [invoices], [as_of], [days], [currency] | number
AGING (BALANCE_AGEE) | [invoices], [as_of], [bounds], [currency] | rows
OUTSTANDING (ENCOURS) | [invoices], [as_of], [customer], [currency] | number
OVERDUE (ECHU) | [invoices], [as_of], [customer], [currency] | number
OVERDUE_RATE (TAUX_ECHU) | [invoices], [as_of], [currency] | number
DISPUTE_RATE (TAUX_LITIGE) | [invoices], [as_of], [currency] | number
BAD_DEBT_RATE (TAUX_IRRECOUVRABLE) | [invoices], [as_of], [currency] | number
RECOVERY_RATE (TAUX_RECOUVREMENT) | [invoices], [from], [to], [currency] | number
CEI (EFFICACITE_RECOUVREMENT) | [invoices], [from], [to], [currency] | number
WEIGHTED_DAYS_LATE (RETARD_PONDERE) | [invoices], [as_of], [currency] | number
AVERAGE_PAYMENT_TIME (DELAI_PAIEMENT_MOYEN) | [invoices], [as_of], [currency] | number
RECEIVABLES_TURNOVER (ROTATION_CLIENTS) | [invoices], [as_of], [currency] | number
TOP_DEBTORS (PRINCIPAUX_DEBITEURS) | [invoices], [as_of], [count], [currency] | rows
CUSTOMER_SCORE (SCORE_CLIENT) | customer, [invoices], [as_of] | number
EXPECTED_RECEIPTS (ENCAISSEMENTS_PREVUS) | [invoices], [as_of], [weeks], [currency] | rows
DAYS_LATE (JOURS_RETARD) | due, [paid], [as_of] | number
INVOICE_STATUS (STATUT_FACTURE) | due, amount, [paid_amount], [paid_on], [as_of] | text
NEXT_ACTION (PROCHAINE_ACTION) | due, [last_action], [last_on], [as_of], [cadence] | rows
DUE_DATE (DATE_ECHEANCE) | issue_date, terms | date
LATE_INTEREST (INTERETS_RETARD) | amount, due, [until], [regime], [rate] | number
RECOVERY_FEE (INDEMNITE_RECOUVREMENT) | amount, [regime] | number
LIMITATION_DATE (DATE_PRESCRIPTION) | due, [regime] | date
COLLECTION_COST (COUT_RECOUVREMENT) | cost, recovered | number
CASH_CONVERSION_CYCLE (CYCLE_CONVERSION) | dio, dso, dpo | number
SALES_TO_ABSORB (CA_COMPENSATION) | loss, net_margin | number
NET_CASH (TRESORERIE_NETTE) | cash, short_term_debts | number`;

describe('the catalogue', () => {
  it('is the table of the public doors', () => {
    const lines = FUNCTIONS.filter(({ language }) => language === 'en').map(({ name, parameters, result }) => {
      const alias = FUNCTIONS[FUNCTIONS.findIndex((other) => other.name === name) + 1];
      const list = parameters.map((each) => (each.optional ? `[${each.name}]` : each.name)).join(', ');
      return `${name} (${alias?.language === 'fr' ? alias.name : '?'}) | ${list} | ${result}`;
    });
    expect(lines.join('\n')).toBe(TABLE.trim());
  });

  it('says everything in both languages, in names every host takes', () => {
    const names = FUNCTIONS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, language, text, parameters } of FUNCTIONS) {
      // No spreadsheet takes three letters and digits for a name that could be a cell.
      expect(name).toMatch(/^[A-Z][A-Z_]{2,}$/);
      expect(text).toMatch(/\.$/);
      const other = FUNCTIONS.find((each) => each !== undefined && each.language !== language && each.text === text);
      expect([name, other?.name]).toEqual([name, undefined]);
      expect(new Set(parameters.map((each) => each.name)).size).toBe(parameters.length);
      for (const parameter of parameters) {
        expect(parameter.name).toMatch(/^[a-z][a-z_]*$/);
        expect(parameter.text).toMatch(/\S/);
      }
      if (language === 'fr')
        for (const sentence of [text, ...parameters.map((each) => each.text)]) expect(sentence).not.toMatch(/ [:;!?]|'/);
    }
  });

  it('is called in any case, and knows when a name is not its own', () => {
    expect(evaluate('net_cash', [3, 1], CONTEXT)).toEqual({ kind: 'value', value: 2 });
    expect(evaluate('SUM', [1], CONTEXT)).toEqual({ kind: 'error', code: 'value', message: 'La fonction SUM n’existe pas.' });
  });

  it.each([
    ['DSO', [], 'workbook'],
    ['DSO', [null, '2025-09-17'], 'workbook'],
    ['DSO', ['', '2025-09-17'], 'workbook'],
    ['DSO', [[['N°'], ['F1']]], 'tabs'],
    ['TAUX_ECHU', [], 'workbook'],
    ['CUSTOMER_SCORE', ['Dupont'], 'workbook'],
    ['CUSTOMER_SCORE', ['Dupont', [['N°']]], 'tabs'],
    ['DAYS_LATE', ['2025-09-10'], 'nothing'],
    ['INVOICE_STATUS', ['2025-09-10', 10], 'tabs'],
    ['LATE_INTEREST', [100, '2025-09-10'], 'tabs'],
    ['LATE_INTEREST', [100, '2025-09-10', null, 'FR', 0.12], 'nothing'],
    ['DUE_DATE', ['2025-09-10', 30], 'nothing'],
    ['DUE_DATE', ['2025-09-10', '45 fin de mois'], 'tabs'],
    ['NET_CASH', [1, 2], 'nothing'],
    ['NO_SUCH', [], 'nothing'],
  ] as const)('%s%j needs of the workbook: %s', (name, args, need) => expect(needOf(name, args)).toBe(need));
});
