// However an argument comes: as a true date, a serial, text, a cell with its format, a range of one cell, or left out.
import { describe, expect, it } from '@jest/globals';
import type { FormulaArgument, FormulaContext } from '../../../core/index.ts';
import { ask, column, context, day, number } from './asking.ts';

const mac: Partial<FormulaContext> = { date1904: true };
const american: Partial<FormulaContext> = { locale: 'en-US', timeZone: 'America/New_York' };
const nowhere: Partial<FormulaContext> = { locale: null, timeZone: null };

describe('dates', () => {
  it.each<readonly [string, FormulaArgument, Partial<FormulaContext>, string | number]>([
    ['a true date', { date: '2025-09-10' }, {}, 7],
    ['an instant at midnight in Paris', new Date('2025-09-09T22:00:00Z'), {}, 7],
    ['the same instant in New York is the day before', new Date('2025-09-10T03:00:00Z'), american, 8],
    ['a serial', 45910, {}, 7],
    ['a serial with the time of day', 45910.75, {}, 7],
    ['a serial of 1904', 45910 - 1462, mac, 7],
    ['a serial with its format', { number: 45910, format: 'dd/mm/yyyy' }, {}, 7],
    ['ISO text', '2025-09-10', {}, 7],
    ['French text', '10/09/2025', {}, 7],
    ['short French text', '10/9/25', {}, 7],
    ['words', '10 sept. 2025', {}, 7],
    ['English words', 'Sep 10, 2025', american, 7],
    ['American text', '09/10/2025', american, 7],
    ['text that can only be read one way', '15/09/2025', nowhere, 2],
    ['a range of one cell', [[45910]], {}, 7],
    [
      'text that can be read two ways, where nobody says how',
      '10/09/2025',
      nowhere,
      '#VALUE: due: “10/09/2025” can be read day first or month first. Enter a true date, or text such as 2025-09-10.',
    ],
  ])('%s', (_, due, over, late) => expect(ask('DAYS_LATE', [due, null, '2025-09-17'], context(over))).toBe(late));

  it('left out, the day is today', () => {
    const within = context({ today: day('2025-09-17') });
    for (const leftOut of [undefined, null, '', '  ', [[null]], [['']]] as FormulaArgument[])
      expect(ask('DAYS_LATE', ['2025-09-10', leftOut, leftOut], within)).toBe(7);
  });

  it('a payment still to come has not happened', () => {
    expect(ask('DAYS_LATE', ['2025-09-10', '2025-09-30', '2025-09-17'])).toBe(7);
    expect(ask('DAYS_LATE', ['2025-09-10', '2025-09-08', '2025-09-17'])).toBe(-2);
    expect(ask('INVOICE_STATUS', ['2025-09-10', 100, null, '2025-09-30', '2025-09-17'])).toBe('Overdue');
  });
});

describe('amounts, rates, words', () => {
  it.each<readonly [FormulaArgument, FormulaArgument, Partial<FormulaContext>, number]>([
    [1850, 1000, {}, 850],
    ['1 850,00 €', '1\u202f000 €', {}, 850],
    ['1.850,00', 1000, {}, 850],
    ['1,850.00', '1,000', american, 850],
    [{ number: 1850, format: '#,##0.00 €' }, '(1 000,00)', {}, 2850],
    [[['1 850']], [[1000]], {}, 850],
    [0, 0, {}, 0],
  ])('%j less %j', (cash, debts, over, left) => expect(number('NET_CASH', [cash, debts], context(over))).toBe(left));

  it.each<readonly [FormulaArgument, number | string]>([
    [0.12, 98.63],
    ['12 %', 98.63],
    ['12%', 98.63],
    ['12,0 %', 98.63],
    ['12 pour cent', 98.63],
    ['0,12', 98.63],
    // A rate may have more decimals than money has; nobody agrees on a percentage of thousands.
    ['0,10625', 87.33],
    ['10,625 %', 87.33],
    ['10.625%', 87.33],
    [{ number: 0.12, format: '0 %' }, 98.63],
    [0, 0],
    [12, '#VALUE: rate: write “12” as a rate, such as 12 % or 0.12.'],
    [-0.1, '#VALUE: rate: write “-0.1” as a rate, such as 12 % or 0.12.'],
  ])('a rate of %j', (rate, interest) => expect(ask('LATE_INTEREST', [10_000, '2025-09-01', '2025-10-01', null, rate])).toBe(interest));

  it.each(['UK', 'uk', 'gb', 'Royaume-Uni', ' United Kingdom '])('the regime %j', (regime) =>
    expect(ask('RECOVERY_FEE', [5_000, regime])).toBe(70),
  );
});

describe('columns', () => {
  const due = column('Échéance', 45910, '12/09/2025', null, 'bientôt', { date: '2025-09-16' }, '', '');
  const paid = column('Payé le', { date: '2025-09-14' }, null, null, null, null, null, null);

  it('answer row by row, up to the last that is filled', () => {
    expect(ask('JOURS_RETARD', [due, paid, '2025-09-17'])).toEqual([
      [''],
      [4],
      [5],
      [''],
      ['#VALUE: echeance\u00a0: «\u00a0bientôt\u00a0» n’est pas une date. Saisissez une vraie date, ou un texte comme 2025-09-10.'],
      [1],
    ]);
  });

  it('take other arguments for all rows', () => {
    expect(ask('INVOICE_STATUS', [column('2025-09-12', '2025-11-01', '2025-12-31'), 100, null, null, '2025-10-28'])).toEqual([
      ['Overdue'],
      ['Watch'],
      ['Not due'],
    ]);
    expect(ask('DATE_ECHEANCE', [column('2025-09-12', '2025-11-01'), 30])).toEqual([['2025-10-12'], ['2025-12-01']]);
    expect(ask('LATE_INTEREST', [column(1200, 1200), column('2025-09-12', '2025-10-12'), '2025-10-12'])).toEqual([[11.98], [0]]);
    expect(ask('RECOVERY_FEE', [column(1, -1, 2)])).toEqual([[40], ['#VALUE: amount is negative. Give an amount of 0 or more.'], [40]]);
    expect(ask('LIMITATION_DATE', [column('2021-04-01', '')])).toEqual([['2026-04-01']]);
  });

  it('spill two cells a row for the next action', () => {
    const last = column('Relance J+3 (15/09/2025)', null, 'Appel', null);
    expect(ask('PROCHAINE_ACTION', [column('2025-09-12', '2025-09-16', '2025-08-01', ''), last, null, '2025-09-17'])).toEqual([
      ['Appel J+10', '2025-09-22'],
      ['Relance J+3', '2025-09-19'],
      ['Relance ferme J+20', '2025-09-17'],
    ]);
    expect(ask('NEXT_ACTION', [column('?', '2025-09-16'), null, null, '2025-09-17'])).toEqual([
      ['#VALUE: due: “?” is no date. Enter a true date, or text such as 2025-09-10.', ''],
      ['Reminder D+3', '2025-09-19'],
    ]);
  });

  it('of a million rows cost what is filled', () => {
    const long = [...column(45910, 45911), ...Array.from({ length: 1_048_574 }, () => [null])];
    expect(ask('DAYS_LATE', [long, null, '2025-09-17'])).toEqual([[7], [6]]);
  });

  it('must be alike', () => {
    expect(ask('DAYS_LATE', [column(45910, 45911), column(45910, 45911, 45912)])).toBe(
      '#VALUE: The columns do not have the same number of cells. Give ranges of the same rows.',
    );
    expect(
      ask('DAYS_LATE', [
        [
          [45910, 45911],
          [45912, 45913],
        ],
      ]),
    ).toBe('#VALUE: Give one column, so that the answers have room beside it.');
    expect(ask('DAYS_LATE', [column(null, '')])).toBe('#VALUE: The column is empty. Give the cells that hold the dates or amounts.');
  });
});
