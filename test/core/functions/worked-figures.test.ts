// Every worked figure of the trade that was published or agreed, out of the formulas.
import { describe, expect, it } from '@jest/globals';
import type { Cell, FormulaArgument } from '../../../core/index.ts';
import { ask, context, day, type Invoice, invoices, number } from './asking.ts';

describe('interest, fees, terms', () => {
  // amount | due | until | regime | rate → interest
  it.each<readonly [FormulaArgument, string, string, string | null, FormulaArgument, number]>([
    [10_000, '2026-04-30', '2026-09-03', null, null, 423.88],
    [12_000, '2025-05-31', '2025-08-15', null, null, 313.45],
    [5_000, '2025-07-01', '2025-10-10', 'UK', null, 169.49],
    [15_000, '2025-01-01', '2025-01-31', null, '15 %', 184.93],
    [1_200, '2025-09-12', '2025-10-12', null, null, 11.98],
    [10_000, '2024-09-30', '2024-10-30', null, null, 117.12],
    [5_000, '2023-12-15', '2024-02-29', null, null, 149.86],
    [2_500, '2022-06-30', '2022-12-31', null, null, 126.03],
    [15_000, '2024-01-01', '2024-12-31', null, null, 2156.1],
    [6_000, '2025-11-30', '2026-11-21', null, null, 716.94],
    [1_850, '2025-09-10', '2025-09-14', 'FR', null, 2.46],
    [3_200, '2025-09-12', '2025-09-17', 'FR', null, 5.33],
    [980, '2025-09-16', '2025-09-17', 'FR', null, 0.33],
    ['10 000,00 €', '2026-04-30', '2026-09-03', 'fr', null, 423.88],
    // On time: a true 0.
    [10_000, '2026-04-30', '2026-04-30', null, null, 0],
    [10_000, '2026-04-30', '2026-01-01', null, null, 0],
  ])('interest on %s due %s at %s (%s, %s): %s', (amount, due, until, regime, rate, expected) => {
    expect(number('LATE_INTEREST', [amount, due, until, regime, rate])).toBe(expected);
    expect(number('INTERETS_RETARD', [amount, due, until, regime, rate])).toBe(expected);
  });

  it.each([
    [10_000, null, 40],
    [0.01, 'DE', 40],
    [999.99, 'UK', 40],
    [1_000, 'UK', 70],
    [5_000, 'UK', 70],
    [10_000, 'UK', 100],
  ])('the fee on %s (%s): %s', (amount, regime, fee) => expect(number('RECOVERY_FEE', [amount, regime])).toBe(fee));

  it.each([
    ['2023-01-02', '30', '2023-02-01'],
    ['2023-01-02', 60, '2023-03-03'],
    ['2023-01-02', '45 jours puis fin de mois', '2023-02-28'],
    ['2023-01-02', 'fin de mois + 45 jours', '2023-03-17'],
    ['2024-01-02', '45 jours fin de mois', '2024-02-29'],
    ['2024-01-02', 'fin de mois 45', '2024-03-16'],
    ['2023-01-15', '45 fin de mois', '2023-03-31'],
    ['2025-02-15', '45 fin de mois', '2025-04-30'],
    ['2024-02-15', '45 fin de mois', '2024-03-31'],
    ['2025-02-15', 'fin de mois 45 jours', '2025-04-14'],
    ['2025-03-10', 'fin de mois + 45', '2025-05-15'],
    ['2025-04-02', 'fin de mois + 45', '2025-06-14'],
    ['2011-10-22', '45 jours fin de mois', '2011-12-31'],
    ['2024-12-31', '45 jours fin de mois', '2025-02-28'],
    ['2024-12-31', 'net 60', '2025-03-01'],
    ['2025-01-15', 'net 30 EOM', '2025-03-02'],
    ['2025-09-10', 'à réception', '2025-09-10'],
    ['2025-09-20', '10 du mois suivant', '2025-10-10'],
  ])('%s + %s falls due on %s', (issued, terms, due) => expect(ask('DUE_DATE', [issued, terms])).toBe(due));

  it.each([
    ['2021-04-01', 'FR', '2026-04-01'],
    ['2021-04-01', 'CONSUMER', '2023-04-01'],
    ['2024-02-29', 'FR', '2029-02-28'],
    ['2021-04-01', 'UK', '2027-04-01'],
    ['2021-04-01', 'DE', '2024-12-31'],
  ])('%s under %s is forgotten after %s', (due, regime, last) => expect(ask('LIMITATION_DATE', [due, regime])).toBe(last));
});

describe('plain arithmetic', () => {
  it.each<readonly [string, readonly FormulaArgument[], number]>([
    ['COLLECTION_COST', [3_200, 80_000], 0.04],
    ['COLLECTION_COST', ['3 200,00 €', '80 000 €'], 0.04],
    ['CASH_CONVERSION_CYCLE', [187.1, 20.1, 109.5], 97.7],
    ['CYCLE_CONVERSION', ['187,1', '20,1', '109,5'], 97.7],
    ['SALES_TO_ABSORB', [5_000, 0.1], 50_000],
    ['CA_COMPENSATION', [5_000, '10 %'], 50_000],
    ['NET_CASH', [30_000, 12_500.5], 17_499.5],
    ['TRESORERIE_NETTE', [1_000, 4_000], -3_000],
  ])('%s%j is %s', (name, args, expected) => expect(number(name, args)).toBe(expected));
});

/** Sales and receivables of one customer as the trade quotes them: what was sold in the window, and what of it is still owed. */
const sold = (amount: number, issued: string, due: string, paid: number, paidOn: string): Invoice => [
  '',
  'X',
  issued,
  due,
  amount,
  paid,
  paidOn,
];
const numbered = (...rows: Invoice[]): Cell[][] =>
  invoices(...rows.map((row, k): Invoice => [`F${k + 1}`, ...(row.slice(1) as never)] as never));

describe('DSO', () => {
  // receivables, of which not due, sales, days → classic
  it.each([
    [30_000, 60_000, 90, 45],
    [5_700, 7_600, 91, 68.25],
    [20_000, 45_000, 90, 40],
    [5_000_000, 9_000_000, 91, 50.56],
    [140_000, 193_846.15, 90, 65],
    [175_000, 302_884.62, 90, 52],
  ])('%s owed on %s sold in %s days: %s', (owed, sales, days, expected) => {
    const table = numbered(sold(sales, '2025-11-01', '2025-12-01', sales - owed, '2025-11-20'));
    expect(number('DSO', [table, '2025-11-30', days])).toBeCloseTo(expected, 2);
    expect(number('DELAI_MOYEN_PAIEMENT', [table, '2025-11-30', days, 'classique'])).toBeCloseTo(expected, 2);
  });

  it('counts back through the months', () => {
    const months = numbered(
      sold(1_200, '2025-11-10', '2025-12-10', 0, ''),
      sold(800, '2025-10-10', '2025-11-10', 0, ''),
      sold(700, '2025-09-10', '2025-10-10', 200, '2025-10-20'),
    );
    for (const method of ['count-back', 'Count back', 'épuisement', 'PAR EPUISEMENT'])
      expect(number('DSO', [months, '2025-11-30', null, method])).toBe(82.43);
    const trap = numbered(sold(12_500, '2025-06-10', '2025-07-10', 0, ''), sold(10_000, '2025-05-10', '2025-06-10', 2_500, '2025-06-20'));
    expect(number('DSO', [trap, '2025-06-30', null, 'count-back'])).toBe(53.25);
  });

  it('tells what lateness costs', () => {
    const month = numbered(sold(6_000, '2025-11-05', '2025-11-20', 5_000, '2025-11-18'), sold(4_000, '2025-11-10', '2025-12-10', 0, ''));
    expect(number('DSO', [month, '2025-11-30', 30, 'best-possible'])).toBe(12);
    expect(number('DSO', [month, '2025-11-30', 30])).toBe(15);
    expect(number('AVERAGE_DAYS_DELINQUENT', [month, '2025-11-30', 30])).toBe(3);
    const other = numbered(
      sold(44_000, '2025-10-05', '2025-11-05', 22_000, '2025-11-04'),
      sold(16_000, '2025-11-10', '2025-12-10', 8_000, '2025-11-20'),
    );
    // 30 000 of 60 000 owed, 8 000 of it not due: 45 − 12.
    expect(number('DSO', [other, '2025-11-30'])).toBe(45);
    expect(number('DSO_RETARD', [other, '2025-11-30'])).toBe(33);
  });
});

describe('rates and means', () => {
  const at = '2025-09-30';

  it('overdue, disputed and lost parts', () => {
    const owed = numbered(sold(8_000, '2025-07-01', '2025-08-01', 0, ''), sold(12_000, '2025-09-15', '2025-10-15', 0, ''));
    expect(number('OVERDUE_RATE', [owed, at])).toBe(0.4);
    expect(number('ECHU', [owed, at])).toBe(8_000);
    expect(number('ENCOURS', [owed, at])).toBe(20_000);
    const header = ['N° facture', 'Client', 'Date facture', 'Échéance', 'Montant TTC', 'Statut'];
    const contested: Cell[][] = [
      header,
      ['F1', 'X', { date: '2025-09-01' }, { date: '2025-10-01' }, 4_500, 'Litige'],
      ['F2', 'Y', { date: '2025-09-01' }, { date: '2025-10-01' }, 85_500, ''],
    ];
    expect(number('TAUX_LITIGE', [contested, at])).toBe(0.05);
    const lost: Cell[][] = [
      header,
      ['F1', 'X', { date: '2025-01-02' }, { date: '2025-02-01' }, 1_000, 'Perte'],
      ['F2', 'Y', { date: '2025-09-01' }, { date: '2025-10-01' }, 99_000, ''],
    ];
    expect(number('BAD_DEBT_RATE', [lost, at])).toBe(0.01);
  });

  it('recovery and collection over a period', () => {
    const owed = numbered(
      sold(60_000, '2025-05-01', '2025-06-01', 60_000, '2025-08-01'),
      sold(40_000, '2025-07-10', '2025-08-10', 20_000, '2025-09-01'),
    );
    expect(number('RECOVERY_RATE', [owed, null, at])).toBe(0.8);
    expect(number('TAUX_RECOUVREMENT', [owed, '2025-07-03', at])).toBe(0.8);
    // 100 000 open at first, 1 000 000 sold, 120 000 open at last of which 100 000 not due.
    const year = numbered(
      sold(100_000, '2025-05-01', '2025-06-01', 100_000, '2025-08-01'),
      sold(880_000, '2025-07-15', '2025-08-15', 880_000, '2025-09-01'),
      sold(20_000, '2025-07-20', '2025-08-20', 0, ''),
      sold(100_000, '2025-09-15', '2025-10-15', 0, ''),
    );
    expect(number('CEI', [year, '2025-07-03', at])).toBeCloseTo(0.98, 3);
  });

  it('lateness, payment time and turnover', () => {
    const late = (amount: number, daysLate: number): Invoice => {
      const due = day('2025-09-01');
      const iso = (on: number) => new Date(on * 86_400_000).toISOString().slice(0, 10);
      return ['', 'X', iso(due - 30), iso(due), amount, amount, iso(due + daysLate)];
    };
    const settled = numbered(late(140, 7), late(85, 55), late(214, 10));
    expect(number('RETARD_PONDERE', [settled, '2025-11-30'])).toBeCloseTo(17.8, 1);
    expect(number('AVERAGE_PAYMENT_TIME', [settled, '2025-11-30'])).toBeCloseTo(47.8, 1);
    const turned = numbered(
      sold(200_000, '2024-08-01', '2024-09-15', 200_000, '2024-12-01'),
      sold(800_000, '2025-02-01', '2025-03-01', 800_000, '2025-03-01'),
      sold(200_000, '2025-09-15', '2025-10-15', 0, ''),
    );
    expect(number('ROTATION_CLIENTS', [turned, at])).toBe(5);
  });
});

describe('the small table of the article', () => {
  const table = invoices(
    ['F2025-0012', 'Client A', '2025-08-20', '2025-09-10', 1_850, null, '2025-09-14'],
    ['F2025-0041', 'Client B', '2025-08-28', '2025-09-12', 3_200],
    ['F2025-0057', 'Client C', '2025-09-01', '2025-09-16', 980],
  );
  const at = '2025-09-17';
  it('adds up', () => {
    expect(number('ENCOURS', [table, at])).toBe(4_180);
    expect(number('TAUX_ECHU', [table, at])).toBe(1);
    expect(number('DSO', [table, at])).toBe(62.39);
    expect(number('RECOVERY_RATE', [table, null, at])).toBeCloseTo(0.3068, 4);
  });

  it('tells days late, status and next step of each', () => {
    const within = context({ today: day(at) });
    expect(ask('JOURS_RETARD', ['2025-09-10', '2025-09-14'], within)).toBe(4);
    expect(ask('JOURS_RETARD', ['2025-09-12'], within)).toBe(5);
    expect(ask('STATUT_FACTURE', ['2025-09-10', 1850, null, '2025-09-14'], within)).toBe('Payée');
    expect(ask('STATUT_FACTURE', ['2025-09-12', 3200], within)).toBe('En retard');
    expect(ask('INVOICE_STATUS', ['2025-09-16', 980], within)).toBe('Watch');
    expect(ask('PROCHAINE_ACTION', ['2025-09-12', 'Relance J+3', '2025-09-15'], within)).toEqual([['Appel J+10', '2025-09-22']]);
    expect(ask('NEXT_ACTION', ['2025-09-16'], within)).toEqual([['Reminder D+3', '2025-09-19']]);
    expect(ask('NEXT_ACTION', ['2025-09-12', 'Formal reminder', '2025-10-02', '2025-10-11'], within)).toEqual([
      ['Formal notice D+30', '2025-10-13'],
    ]);
  });
});
