// What a formula says when it cannot answer: a reason and what to do, in the language of the name; never 0, a blank, NaN or infinity.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, FUNCTIONS } from '../../../core/functions/index.ts';
import type { Cell, FormulaArgument, FormulaContext, FormulaValue } from '../../../core/index.ts';
import { tries } from '../../thorough.ts';
import { ask, context, day, invoices } from './asking.ts';

const table = invoices(
  ['F1', 'Dupont', '2025-08-01', '2025-09-01', 1_000],
  ['F2', 'Martin', '2025-08-15', '2025-09-15', 500, 500, '2025-09-10'],
);
const at = '2025-09-17';
const two = [
  ['N° facture', 'Client', 'Date facture', 'Échéance', 'Montant TTC', 'Devise'],
  ['F1', 'Dupont', { date: '2025-08-01' }, { date: '2025-09-01' }, 1_000, 'EUR'],
  ['F2', 'Smith', { date: '2025-08-01' }, { date: '2025-09-01' }, 700, 'GBP'],
];
const unreadable = invoices(['F1', 'Dupont', '2025-08-01', '2025-09-01', 'mille'], ['F2', 'Dupont', '2025-08-01', '2025-09-01', 'cent']);
const oneBad = invoices(['F1', 'Dupont', '2025-08-01', '2025-09-01', 'mille'], ['F2', 'Dupont', '2025-08-01', '2025-09-01', 250]);

type Case = readonly [name: string, args: readonly FormulaArgument[], error: string];

describe('reasons', () => {
  it.each<Case>([
    // Arguments.
    ['DAYS_LATE', [], '#VALUE: due is missing.'],
    ['JOURS_RETARD', [''], '#VALUE: Il manque echeance.'],
    ['DAYS_LATE', ['2025-09-10', null, null, 1], '#VALUE: Too many arguments: at most 3 are expected.'],
    ['JOURS_RETARD', ['2025-09-10', null, null, 1], '#VALUE: Trop d’arguments\u00a0: 3 au plus sont attendus.'],
    ['DAYS_LATE', [{ error: '#N/A' }], '#VALUE: due: the cell holds the error #N/A. Repair its formula.'],
    ['DAYS_LATE', ['31/02/2026'], '#VALUE: due: “31/02/2026” is no possible date. Correct it.'],
    ['DAYS_LATE', [true], '#VALUE: due: “TRUE” is no possible date. Correct it.'],
    ['DAYS_LATE', [0], '#VALUE: due: “0” is no possible date. Correct it.'],
    ['DAYS_LATE', ['2025-09-10', null, [[1, 2]]], '#VALUE: as_of: one cell is expected, not a range.'],
    ['NET_CASH', ['abc', 1], '#VALUE: cash: “abc” is no number. Enter a plain number.'],
    ['TRESORERIE_NETTE', ['abc', 1], '#VALUE: tresorerie\u00a0: «\u00a0abc\u00a0» n’est pas un nombre. Saisissez un nombre simple.'],
    ['NET_CASH', [true, 1], '#VALUE: cash: “TRUE” is no number. Enter a plain number.'],
    ['NET_CASH', ['1 €', '1 £'], '#VALUE: The two amounts are in different currencies.'],
    ['DSO', [table, at, 0], '#VALUE: days: “0” is no whole number from 1 to 3660.'],
    ['DSO', [table, at, -30], '#VALUE: days: “-30” is no whole number from 1 to 3660.'],
    ['DELAI_MOYEN_PAIEMENT', [table, at, 1.5], '#VALUE: jours\u00a0: «\u00a01.5\u00a0» n’est pas un nombre entier de 1 à 3660.'],
    ['DSO', [table, at, null, 'median'], '#VALUE: method: “median” is not known. Write one of: classic, count-back, best-possible.'],
    [
      'AGING',
      [table, at, '30,30'],
      '#VALUE: bounds: “30, 30” are no whole numbers of days in growing order. Write for example "30,60,90".',
    ],
    ['AGING', [table, at, 'a'], '#VALUE: bounds: “a” are no whole numbers of days in growing order. Write for example "30,60,90".'],
    [
      'RECOVERY_RATE',
      [table, at, '2025-09-01'],
      '#VALUE: The period ends (1 Sep 2025) before it begins (17 Sep 2025). Swap the two dates.',
    ],
    ['CEI', [table, at, '2025-09-01'], '#VALUE: The period ends (1 Sep 2025) before it begins (17 Sep 2025). Swap the two dates.'],
    ['RECOVERY_FEE', [100, 'XX'], '#VALUE: regime: “XX” is not known. Write one of: FR, FR-PUBLIC, EU, DE, UK, CONSUMER, none.'],
    [
      'NEXT_ACTION',
      [at, null, null, null, 'slow'],
      '#VALUE: cadence: “slow” is not known. Write one of: standard, classic, gentle, prompt, due-day.',
    ],
    [
      'DUE_DATE',
      [at, '30 jours ouvrés'],
      '#VALUE: The terms “30 jours ouvrés” cannot be read. Write for example “30 days” or “end of month + 45 days”.',
    ],
    [
      'DATE_ECHEANCE',
      [at, '45 FDM'],
      '#VALUE: «\u00a045 FDM\u00a0» peut se compter de deux façons. Écrivez «\u00a045 jours puis fin de mois\u00a0» ou «\u00a0fin de mois + 45 jours\u00a0», ou réglez «\u00a0Fin de mois\u00a0» dans les Réglages.',
    ],
    ['CYCLE_CONVERSION', ['45 €', 1, 2], '#VALUE: dio\u00a0: «\u00a045 €\u00a0» n’est pas un nombre. Saisissez un nombre simple.'],
    ['LATE_INTEREST', [100, at, null, 'FR', { error: '#REF!' }], '#VALUE: rate: the cell holds the error #REF!. Repair its formula.'],
    ['LATE_INTEREST', [-100, at], '#VALUE: amount is negative. Give an amount of 0 or more.'],
    // Ranges.
    ['DSO', [42, at], '#VALUE: invoices: a range is expected. Give the invoices with their header row, such as A:J.'],
    ['DSO', [], '#VALUE: The workbook cannot be read from here. Give the range of the invoices, such as A:J.'],
    ['DSO', [[[null], ['']], at], '#VALUE: The range is empty. Give the invoices with their header row, such as A:J.'],
    ['DELAI_MOYEN_PAIEMENT', [[], at], '#VALUE: La plage est vide. Donnez les factures avec leur ligne d’en-têtes, par exemple A:J.'],
    ['DSO', [[table[0] as Cell[]], at], '#N/A: There is no invoice under the headers.'],
    [
      'TAUX_ECHU',
      [unreadable, at],
      '#N/A: Aucun montant n’est lisible. Première anomalie, ligne 2\u00a0: Le montant «\u00a0mille\u00a0» est illisible. Saisissez le montant comme un nombre.',
    ],
    ['DSO', [two, at], '#VALUE: There are several currencies: EUR, GBP. Say which one in the argument “currency”.'],
    ['ENCOURS', [two, at], '#VALUE: Il y a plusieurs devises\u00a0: EUR, GBP. Dites laquelle dans l’argument «\u00a0devise\u00a0».'],
    ['OUTSTANDING', [two, at, null, 'USD'], '#N/A: There is no invoice in USD. Currencies found: EUR, GBP.'],
    ['OUTSTANDING', [table, at, 'Durand'], '#N/A: There is no customer “Durand”. Name it as in the sheet.'],
    ['SCORE_CLIENT', ['Durand', table, at], '#N/A: Aucun client ne s’appelle «\u00a0Durand\u00a0». Nommez-le comme dans la feuille.'],
    ['CUSTOMER_SCORE', ['Dupont', table, at], '#N/A: Too few settled invoices to score this customer: 0, and 3 are needed.'],
    // Data without an answer.
    ['DSO', [table, '2025-07-01'], '#N/A: No invoice had been issued by 1 Jul 2025.'],
    ['DSO', [table, '2026-03-01'], '#N/A: No sales from 2 Dec 2025 to 1 Mar 2026: this figure cannot be computed.'],
    ['DSO_RETARD', [table, '2026-03-01'], '#N/A: Aucune vente du 02/12/2025 au 01/03/2026\u00a0: ce chiffre ne peut être calculé.'],
    ['BAD_DEBT_RATE', [table, '2026-10-01'], '#N/A: No sales from 2 Oct 2025 to 1 Oct 2026: this figure cannot be computed.'],
    ['DSO', [table, '2030-01-01'], '#N/A: as_of: 1 Jan 2030 is still to come. This figure is known up to today.'],
    ['CEI', [table, null, '2030-01-01'], '#N/A: to: 1 Jan 2030 is still to come. This figure is known up to today.'],
    ['RECOVERY_RATE', [table, '2025-08-01', '2025-08-10'], '#N/A: Nothing was to be collected in that period.'],
    ['WEIGHTED_DAYS_LATE', [table, '2025-08-20'], '#N/A: No invoice with the dates this takes within the last 365 days.'],
    ['LATE_INTEREST', [100, '2005-01-01'], '#N/A: No legal rate is known for a debt due on 1 Jan 2005. Give the rate.'],
    ['INTERETS_RETARD', [100, at, null, 'CONSUMER'], '#N/A: La loi ne prévoit pas de pénalités de retard sous le régime CONSUMER.'],
    ['RECOVERY_FEE', [100, 'consumer'], '#N/A: No recovery fee is due by law under CONSUMER.'],
    ['RECOVERY_FEE', ['1 000 €', 'UK'], '#N/A: The fee under UK goes by amounts in GBP. Give the amount in GBP.'],
    [
      'ENCAISSEMENTS_PREVUS',
      [table, at],
      '#N/A: Rien de ce qui reste dû ne peut être prévu\u00a0: plus ancienne que tout ce qui a été réglé jusqu’ici\u00a0: rien ne dit quand elle sera payée.',
    ],
    ['LIMITATION_DATE', [at, 'FR-PUBLIC'], '#N/A: The limitation period is not known under FR-PUBLIC.'],
    ['COLLECTION_COST', [3_200, 0], '#N/A: recovered is 0: there is nothing to divide by.'],
    ['SALES_TO_ABSORB', [5_000, 0], '#N/A: net_margin must be greater than 0.'],
    ['CA_COMPENSATION', [5_000, -0.1], '#N/A: marge_nette doit être supérieur à 0.'],
  ])('%s%j', (name, args, error) => expect(ask(name, args)).toBe(error));

  it.each<readonly [Cell[], string]>([
    [['Produit', 'Stock'], 'This does not look like a list of invoices (range). Give the invoices with their header row, such as A:J.'],
    [
      ['Client', 'Échéance', 'Commentaire'],
      'No column of amounts was found (range · 1 · Client | Échéance | Commentaire). Name the column of amounts “Amount” or “Total”.',
    ],
    [
      ['Client', 'Montant', 'Commentaire'],
      'No invoice date nor due date was found (range · 1 · Client | Montant | Commentaire). Name the columns “Invoice date” and “Due date”.',
    ],
  ])('%j: what a table lacks is said in the words of the reader', (header, said) =>
    expect(ask('DSO', [[header, ['Dupont', 12, 'x']], at])).toBe(`#VALUE: ${said}`),
  );

  it('count the history that is too short', () => {
    expect(
      ask('DSO', [invoices(['F1', 'X', '2025-08-20', '2025-09-20', 100], ['F2', 'X', '', '2025-09-20', 900]), at, null, 'count-back']),
    ).toBe('#N/A: More than 48 days: the invoices do not go back far enough.');
  });

  it('a bad row never hides the good ones', () => expect(ask('OUTSTANDING', [oneBad, at])).toBe(250));

  it('one currency is picked by any of its names', () => {
    for (const pounds of ['GBP', 'gbp', '£', 'livres sterling']) expect(ask('ENCOURS', [two, at, null, pounds])).toBe(700);
    expect(ask('ENCOURS', [two, at, 'Smith'])).toBe(700);
    expect(ask('ENCOURS', [two, at, 'smith', 'EUR'])).toBe(0);
    // The amounts name no currency: they are in the one that is said.
    expect(ask('ENCOURS', [table, at, null, '€'])).toBe(1_000);
  });
});

const aliasOf = (name: string) => FUNCTIONS[FUNCTIONS.findIndex((each) => each.name === name) + 1]?.name as string;

describe('whatever is typed', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>(
      null,
      '',
      0,
      -1,
      1e308,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      true,
      'abc',
      '10 %',
      '31/02/2025',
      '2025-09-10',
      'DSO',
      '€',
      { error: '#REF!' },
      { date: '2025-09-10' },
      { date: '' },
      45910,
      new Date(Number.NaN),
      new Date(1_757_500_000_000),
      { number: 0.1, format: '0%' },
      'Échéance',
    ),
    fc.string(),
    fc.double(),
  );
  const argument: fc.Arbitrary<FormulaArgument> = fc.oneof(
    cell,
    fc.constant(undefined),
    fc.constantFrom<FormulaArgument>(table, two as Cell[][], unreadable, []),
    fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 4 }),
  );
  const within: FormulaContext = context({
    workbook: { sheets: [{ name: 'Factures', cells: table }], locale: 'fr-FR', timeZone: null, date1904: false },
  });
  const isSound = (value: FormulaValue): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value === 'object' && value !== null && 'error' in value
        ? value.error !== ''
        : value !== null;

  it.each(FUNCTIONS.map(({ name }) => name))('%s answers, or says why not', (name) => {
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
        const answer = evaluate(name, args, within);
        if (answer.kind === 'error') return answer.message.length > 5 && !answer.message.includes('undefined');
        if (answer.kind === 'value') return isSound(answer.value) && answer.value !== '';
        return answer.rows.length > 0 && answer.rows.every((row) => row.length === answer.rows[0]?.length && row.every(isSound));
      }),
      { numRuns: tries(60) },
    );
  });

  it('is the same figure by either name', () => {
    const figures = (value: FormulaValue) =>
      typeof value === 'string' ? '' : typeof value === 'object' && value !== null && 'error' in value ? value.code : value;
    const pairs = FUNCTIONS.filter(({ language }) => language === 'en').map(({ name }) => [name, aliasOf(name)] as const);
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.array(argument, { maxLength: 5 }), ([name, alias], args) => {
        const [english, french] = [evaluate(name, args, within), evaluate(alias, args, within)];
        if (english.kind === 'rows' && french.kind === 'rows')
          expect(french.rows.map((row) => row.map(figures))).toEqual(english.rows.map((row) => row.map(figures)));
        else if (english.kind === 'value' && french.kind === 'value') expect(figures(french.value)).toEqual(figures(english.value));
        else
          expect([alias, french.kind, 'code' in french && french.code]).toEqual([alias, english.kind, 'code' in english && english.code]);
      }),
      { numRuns: tries(600) },
    );
  });

  it('knows no clock but the one it is given', () => {
    expect(ask('DSO', [table, '2025-09-18'], context({ today: day('2025-09-17') }))).toMatch(/is still to come/);
  });
});
