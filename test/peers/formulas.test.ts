// Published examples of the trade, told to the built Google script by a spreadsheet that is not ours: each source gives some sums and a figure; the
// invoices are made up so that they have those sums. Money to the cent, days and percentages to a tenth.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Argument, type Cell, FORMS, Sheet } from './cell.ts';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await Sheet.open();
});

const ask = (name: string, ...args: readonly Argument[]) => sheet.ask(name, args);

/** The figure, however its days are handed over, in an empty context and in a spreadsheet of New York. */
function expectFigure(name: string, args: readonly Argument[], expected: number, tolerance: number): void {
  for (const form of FORMS)
    for (const isSpreadsheet of [false, true]) {
      const found = sheet.ask(name, args, form, isSpreadsheet);
      if (typeof found !== 'number' || !(Math.abs(found - expected) <= tolerance))
        expect({ name, form, isSpreadsheet, found }).toEqual({ name, form, isSpreadsheet, found: expected });
    }
}
const DAYS = 0.05;
const PERCENT = 0.0005;
const CENT = 0.005;

type Line = readonly [issued: string, due: string, amount: number, paid?: number | null, paidOn?: string, more?: Cell];

/** Invoices as a table, those of nothing left out; `last` heads a further column. */
function book(lines: readonly Line[], last?: string): Cell[][] {
  const header = ['Invoice', 'Customer', 'Invoice date', 'Due date', 'Amount', 'Amount paid', 'Payment date', ...(last ? [last] : [])];
  return [
    header,
    ...lines
      .filter(([, , amount]) => amount !== 0)
      .map(([issued, due, amount, paid = null, paidOn = null, more = null], k): Cell[] =>
        [`F${k + 1}`, 'Smith', issued, due, amount, paid, paidOn, more].slice(0, header.length),
      ),
  ];
}

/** So much owed at the end of June of what was sold in it; `notDue` of it is not due. */
const owed = (receivables: number, sales: number, notDue = 0): Cell[][] =>
  book([
    ['2025-06-02', '2025-07-02', notDue],
    ['2025-06-03', '2025-06-18', sales - notDue, sales - receivables, '2025-06-20'],
  ]);
const END = '2025-06-30';

describe('days sales outstanding', () => {
  it.each<readonly [string, number, number, number, number]>([
    // source | receivables | sales | days → DSO
    ['Divalto wiki', 30_000, 60_000, 90, 45],
    ['News Eco', 5_700, 7_600, 91, 68.25],
    ['Finance Factory', 20_000, 45_000, 90, 40],
    ['Collect the Money', 5_000_000, 9_000_000, 91, 50.56],
    ['Motley Fool, April', 18_000, 20_000, 30, 27],
    ['Tooldone, retailer', 18_000, 120_000, 365, 54.75],
    ['Tooldone, wholesaler', 7_500, 45_000, 90, 15],
    ['Tooldone, services', 2_000, 10_000, 30, 6],
    ['Tooldone, maker', 5_000, 25_000, 60, 12],
    ['Bit1024', 50_000, 200_000, 365, 91.25],
    ['Finance technique, a year incl. tax', 472, 2_870.4, 365, 60],
    ['Edebex, text', 100_000, 140_000, 91, 65],
    ['Edebex, formula', 100_000, 175_000, 91, 52],
    ['nothing owed', 0, 1_000, 90, 0],
    ['a day of sales, half a year', 500, 91_000, 182, 1],
  ])('%s: %d of %d in %d days is %d', (_, receivables, sales, days, expected) => {
    expectFigure('DSO', [owed(receivables, sales), END, days], expected, DAYS);
    expectFigure('DELAI_MOYEN_PAIEMENT', [owed(receivables, sales), END, days, 'classique'], expected, DAYS);
  });

  it.each<readonly [string, number, number, number, number, number]>([
    // source | receivables | of which not due | sales | days → best possible
    ['standard 40 against best 20 (Apruve)', 40_000, 20_000, 90_000, 90, 20],
    ['a month', 5_000, 4_000, 10_000, 30, 12],
    ['all is late', 30_000, 0, 60_000, 90, 0],
    ['nothing is late', 30_000, 30_000, 60_000, 90, 45],
  ])('%s: best possible, and what lateness costs', (_, receivables, notDue, sales, days, best) => {
    const table = owed(receivables, sales, notDue);
    expectFigure('DSO', [table, END, days, 'best-possible'], best, DAYS);
    expectFigure('AVERAGE_DAYS_DELINQUENT', [table, END, days], (receivables / sales) * days - best, DAYS);
    expectFigure('DSO_RETARD', [table, END, days], (receivables / sales) * days - best, DAYS);
  });

  it.each<readonly [string, string, number, readonly number[], number]>([
    // source | end | receivables | sales of the months, latest first → count-back
    ['Divalto wiki', '2024-11-30', 2_500, [1_200, 800, 700], 82.4],
    ['its first version, counted backwards', '2024-06-30', 20_000, [12_500, 10_000], 53.25],
    ['Debtor days, count back', '2025-03-31', 2_100_000, [900_000, 800_000, 700_000], 76.7],
    // The page takes 30 days for each month and finds 73.7; these are the calendar's.
    ['Benji Pays', '2025-06-30', 212_000, [100_000, 80_000, 70_000], 30 + 31 + (32 / 70) * 30],
    ['within the month', '2025-02-28', 500, [1_000], 14],
    ['one whole month', '2025-02-28', 1_000, [1_000, 1_000], 28],
    ['a month without sales adds its days', '2025-03-31', 1_500, [1_000, 0, 1_000], 31 + 28 + 15.5],
    ['in mid-month, days elapsed', '2025-03-10', 1_500, [1_000, 1_000], 10 + 14],
  ])('%s: counted back', (_, end, receivables, sales, expected) => {
    const total = sales.reduce((sum, each) => sum + each, 0);
    const [year, month] = end.split('-').map(Number) as [number, number];
    // What is paid is paid of the oldest month, which is large enough.
    const lines = sales.flatMap((amount, back): Line[] => {
      const first = new Date(Date.UTC(year, month - 1 - back, 5)).toISOString().slice(0, 10);
      if (amount === 0) return [];
      const isOldest = back === sales.length - 1;
      return isOldest && total > receivables
        ? [[first, '2025-12-31', amount, total - receivables, first]]
        : [[first, '2025-12-31', amount]];
    });
    for (const method of ['count-back', 'épuisement', 'par apurement', 'exhaustion'])
      expectFigure('DSO', [book(lines), end, null, method], expected, DAYS);
  });
});

/** A period (July to September 2025) that opens and closes with these receivables, so much of the closing ones not due, with these sales. */
const period = (opening: number, sales: number, closing: number, notDue: number): Cell[][] =>
  book([
    ['2025-05-10', '2025-06-09', opening, opening, '2025-07-20'],
    ['2025-07-10', '2025-08-09', sales - closing, sales - closing, '2025-09-01'],
    ['2025-07-11', '2025-08-10', closing - notDue],
    ['2025-09-20', '2025-10-20', notDue],
  ]);

describe('recovering', () => {
  it.each<readonly [string, number, number, number, number, number]>([
    // source | opening | sales | closing | not due → CEI
    ['Gaviti', 100_000, 1_000_000, 120_000, 100_000, 0.98],
    ['Wizedu, a quarter', 6_200, 10_890, 6_340, 3_590, 0.7963],
    ['Credit Guru, sales of one month of it', 6_200, 3_630, 6_340 - 3_000, 590, 0.7023],
    ['only what is not due is left', 50_000, 80_000, 30_000, 30_000, 1],
    ['nothing came in', 1, 5_000, 5_000, 0, 1 / 5_001],
  ])('%s: collection effectiveness', (_, opening, sales, closing, notDue, expected) => {
    const table = period(opening, sales, closing, notDue);
    expectFigure('CEI', [table, '2025-07-01', '2025-09-30'], expected, PERCENT);
    expectFigure('EFFICACITE_RECOUVREMENT', [table, '2025-07-01', '2025-09-30'], expected, PERCENT);
  });

  it.each<readonly [string, number, number]>([
    ['Recovry: 85 000 of 100 000', 85_000, 100_000],
    ['80 000 of 100 000', 80_000, 100_000],
    ['nothing', 0, 100_000],
    ['all', 100_000, 100_000],
  ])('%s is the recovery rate', (_, recovered, due) => {
    const table = book([
      ['2025-05-01', '2025-06-01', due, recovered, recovered === 0 ? '' : '2025-08-01'],
      ['2025-09-15', '2025-10-15', 7_777],
    ]);
    expectFigure('RECOVERY_RATE', [table, '2025-07-01', '2025-09-30'], recovered / due, PERCENT);
    expectFigure('TAUX_RECOUVREMENT', [table, null, '2025-09-30'], recovered / due, PERCENT);
  });

  it('a payment of before the period, or after it, is not of it', () => {
    const table = book([
      ['2025-05-01', '2025-06-01', 1_000, 1_000, '2025-06-30'],
      ['2025-05-01', '2025-06-01', 1_000, 1_000, '2025-10-01'],
      ['2025-05-01', '2025-06-01', 2_000, 2_000, '2025-07-01'],
    ]);
    expectFigure('RECOVERY_RATE', [table, '2025-07-01', '2025-09-30'], 2 / 3, PERCENT);
  });

  it.each<readonly [string, readonly (readonly [number, number])[], number]>([
    // source | amounts and days → mean weighted by the amounts
    [
      'Dynamics idea: 10 in 5 days, 100 in 10',
      [
        [10, 5],
        [100, 10],
      ],
      9.55,
    ],
    [
      'days to pay',
      [
        [1_000, 15],
        [3_000, 30],
        [2_000, 45],
      ],
      32.5,
    ],
    [
      'days late',
      [
        [140, 7],
        [85, 55],
        [214, 10],
      ],
      17.8,
    ],
  ])('%s: weighted', (_, payments, expected) => {
    const after = (days: number) => new Date(Date.UTC(2025, 5, 1 + days)).toISOString().slice(0, 10);
    const table = book(payments.map(([amount, days]): Line => ['2025-06-01', '2025-06-01', amount, amount, after(days)]));
    expectFigure('AVERAGE_PAYMENT_TIME', [table, '2025-09-30'], expected, DAYS);
    expectFigure('WEIGHTED_DAYS_LATE', [table, '2025-09-30'], expected, DAYS);
    expectFigure('RETARD_PONDERE', [table, '2025-09-30'], expected, DAYS);
  });

  it.each<readonly [string, number, number, number, number]>([
    // source | sales of the year | opening | closing → turnover
    ['Drlogy', 1_000_000, 200_000, 200_000, 5],
    ['Gaodun, mean of 360 000', 3_600_000, 300_000, 420_000, 10],
    ['Gaodun, 94 % on credit', 1_598_000, 168_000, 147_000, 10.15],
  ])('%s: receivables turnover', (_, sales, opening, closing, expected) => {
    const table = book([
      ['2024-06-10', '2024-07-10', opening, opening, '2024-12-01'],
      ['2024-11-10', '2024-12-10', sales - closing, sales - closing, '2024-12-20'],
      ['2025-06-10', '2025-07-10', closing],
    ]);
    expectFigure('RECEIVABLES_TURNOVER', [table, '2025-06-30'], expected, DAYS);
    expectFigure('ROTATION_CLIENTS', [table, '2025-06-30'], expected, DAYS);
  });

  it.each<readonly [string, string, string, number, number, number]>([
    // source | figure | status | with it | without → rate
    ['KPI examples: 1 000 lost of 100 000', 'BAD_DEBT_RATE', 'Written off', 1_000, 99_000, 0.01],
    ['the same in French', 'TAUX_IRRECOUVRABLE', 'Perte', 1_000, 99_000, 0.01],
    ['4 500 contested of 90 000', 'DISPUTE_RATE', 'Disputed', 4_500, 85_500, 0.05],
    ['the same in French', 'TAUX_LITIGE', 'Litige', 4_500, 85_500, 0.05],
  ])('%s', (_, name, status, marked, other, expected) => {
    const table = book(
      [
        ['2025-03-01', '2025-03-31', marked, null, '', status],
        ['2025-06-01', '2025-07-01', other],
      ],
      'Status',
    );
    expectFigure(name, [table, '2025-06-30'], expected, PERCENT);
  });
});

describe('balances by age', () => {
  const at = '2025-09-30';
  const late = (days: number) => new Date(Date.UTC(2025, 8, 30 - days)).toISOString().slice(0, 10);
  // One invoice at each edge: 30, 60 and 90 belong to the younger bucket; a credit and an overpayment are unapplied.
  const edges = [-10, 0, 1, 30, 31, 60, 61, 90, 91, 400];
  const table: Cell[][] = [
    ['N° facture', 'Client', 'Date facture', 'Échéance', 'Montant TTC', 'Montant payé', 'Date paiement'],
    ...edges.map((days, k): Cell[] => [`F${k}`, k < 5 ? 'Alpha' : 'Bêta', '2024-05-01', late(days), 2 ** k, null, null]),
    ['A1', 'Alpha', '2025-09-01', '2025-09-01', -3, null, null],
    ['F99', 'Bêta', '2025-08-01', '2025-09-01', 100, 104, '2025-09-02'],
  ];

  it('are told with undated, unapplied and total', () => {
    const rows: unknown[][] = [
      ['Not due', 2, 3],
      ['1–30 days', 2, 12],
      ['31–60 days', 2, 48],
      ['61–90 days', 2, 192],
      ['Over 90 days', 2, 768],
    ];
    expect(ask('AGING', table, at)).toEqual([
      ['Bucket', 'Count', 'Amount', 'Share'],
      ...rows.map(([label, count, amount]) => [label, count, amount, (amount as number) / 1_023]),
      ['No due date', 0, 0, ''],
      ['Unapplied credits', 2, -7, ''],
      ['Total', 12, 1_016, ''],
    ]);
    expect((ask('BALANCE_AGEE', table, at) as unknown[][]).map(([label]) => label)).toEqual([
      'Tranche',
      'Non échu',
      '1–30 jours',
      '31–60 jours',
      '61–90 jours',
      'Plus de 90 jours',
      'Sans échéance',
      'Crédits non imputés',
      'Total',
    ]);
  });

  it.each<readonly [string, readonly Argument[], number]>([
    ['OUTSTANDING', [at], 1_016],
    ['ENCOURS', [at, 'Alpha'], 31 - 3],
    ['ENCOURS', [at, 'BÊTA '], 992 - 4],
    ['OVERDUE', [at], 1_020],
    ['ECHU', [at, 'alpha'], 28],
    ['OVERDUE_RATE', [at], 1_020 / 1_016],
  ])('%s%j', (name, args, expected) => expectFigure(name, [table, ...args], expected, CENT));

  it('TOP_DEBTORS names who owes most', () => {
    expect(ask('TOP_DEBTORS', table, at, 1)).toEqual([
      ['Customer', 'Open', 'Overdue', 'Share', 'Days late'],
      ['Bêta', 988, 992, 988 / 1_016, 400],
    ]);
  });
});

describe('interest for lateness', () => {
  it.each<readonly [string, number, string, string, string | null, Cell, number]>([
    // source | amount | due | until | regime | rate → interest
    ['France, two half-years', 10_000, '2026-04-30', '2026-09-03', 'FR', null, 423.88],
    ['France, over July', 12_000, '2025-05-31', '2025-08-15', null, null, 313.45],
    ['France, 12.15 %', 1_200, '2025-09-12', '2025-10-12', 'FR', null, 11.98],
    ['Propulse, at the rate of 1 July and not of the day', 10_000, '2024-09-30', '2024-10-30', 'FR', null, 117.12],
    ['France, 14.00 then 14.50', 5_000, '2023-12-15', '2024-02-29', 'FR', null, 149.86],
    ['France, a change within the half-year counts for nothing', 2_500, '2022-06-30', '2022-12-31', 'FR', null, 126.03],
    ['France, a leap year, rounded once', 15_000, '2024-01-01', '2024-12-31', 'FR', null, 2_156.1],
    ['France, three half-years', 6_000, '2025-11-30', '2026-11-21', 'FR', null, 716.94],
    ['the small table, A', 1_850, '2025-09-10', '2025-09-14', 'FR', null, 2.46],
    ['the small table, B', 3_200, '2025-09-12', '2025-09-17', 'FR', null, 5.33],
    ['the small table, C', 980, '2025-09-16', '2025-09-17', 'FR', null, 0.33],
    ['Agence Ipro, by contract', 15_000, '2025-01-01', '2025-01-31', null, '15 %', 184.93],
    ['Opteos, 10 days at 14.5 %', 1_000, '2023-10-01', '2023-10-11', null, '14,5 %', 3.97],
    ['French public body: the rate of its first half-year', 5_000, '2023-12-15', '2024-02-29', 'FR-PUBLIC', null, 124.93],
    ['Directive 2011/7, two half-years', 5_000, '2023-12-15', '2024-02-29', 'EU', null, 129.04],
    ['Paidnice, not rounded by the day', 5_000, '2025-07-01', '2025-10-10', 'UK', null, 169.49],
    ['Landolio, 60 days at 11.75 %', 3_000, '2026-02-01', '2026-04-02', 'UK', null, 57.95],
    ['Toolfy, 45 days at 13.25 %', 2_000, '2024-03-01', '2024-04-15', 'UK', null, 32.67],
    ['Payment Check, due 1 April, paid 16 May', 1_000, '2026-04-01', '2026-05-16', 'UK', null, 14.49],
    ['gov.uk, 50 days at 8.5 %, exact', 1_000, '2014-01-31', '2014-03-22', 'UK', null, 11.64],
    ['United Kingdom: one rate for the whole debt', 5_000, '2023-12-15', '2024-02-29', 'UK', null, 135.34],
    ['United Kingdom: due on 30 June is of the second half-year', 10_000, '2025-06-30', '2025-07-30', 'UK', null, 100.68],
    ['Gera, 90 days at 13 %', 12_000, '2025-01-01', '2025-04-01', 'UK', '13 %', 384.66],
    ['Invoify, 30 days at 12.5 %', 1_000, '2026-01-01', '2026-01-31', 'UK', 0.125, 10.27],
    ['Invoify, 90 days at 12.5 %', 1_000, '2026-01-01', '2026-04-01', 'UK', '12.5%', 30.82],
    ['Germany, 9 points', 500, '2023-01-31', '2023-05-01', 'DE', null, 13.09],
    ['Steady News, 90 days at 6.62 %', 500, '2023-01-31', '2023-05-01', 'DE', '6,62 %', 8.16],
    ['Germany, from 8 to 9 points in July 2014', 10_000, '2014-05-31', '2014-08-31', 'DE', null, 201.05],
    ['a clause of three decimals', 10_000, '2025-01-01', '2025-12-31', 'FR', '10.625 %', 1_059.59],
    ['the same with a comma', 10_000, '2025-01-01', '2025-12-31', 'FR', '10,625%', 1_059.59],
    ['as a fraction in text', 10_000, '2025-01-01', '2025-12-31', 'FR', '=0.10625', 1_059.59],
    ['due today', 10_000, '2026-04-30', '2026-04-30', 'FR', null, 0],
    ['paid early', 10_000, '2026-04-30', '2026-01-01', 'UK', null, 0],
    ['nothing owed', 0, '2026-04-30', '2026-06-01', 'FR', null, 0],
  ])('%s', (_, amount, due, until, regime, rate, expected) => {
    expectFigure('LATE_INTEREST', [amount, due, until, regime, rate], expected, CENT);
    expectFigure('INTERETS_RETARD', [amount, due, until, regime, rate], expected, CENT);
  });

  it.each<readonly [Cell, string | null, number]>([
    [0.01, null, 40],
    [1_000_000, 'FR', 40],
    [500, 'fr-public', 40],
    [500, 'EU', 40],
    [500, 'de', 40],
    ['£999.99', 'UK', 40],
    [999.99, 'uk', 40],
    [1_000, 'UK', 70],
    [5_000, 'UK', 70],
    [9_999.99, 'UK', 70],
    [10_000, 'UK', 100],
    [12_000, 'United Kingdom', 100],
  ])('the lump sum on %s (%s) is %d', (amount, regime, expected) => {
    expectFigure('RECOVERY_FEE', [amount, regime], expected, CENT);
    expectFigure('INDEMNITE_RECOUVREMENT', [amount, regime], expected, CENT);
  });

  it.each<readonly [string, string | null, string]>([
    ['2021-04-01', null, '2026-04-01'],
    ['2024-02-29', 'FR', '2029-02-28'],
    ['2021-04-01', 'CONSUMER', '2023-04-01'],
    ['2021-04-01', 'UK', '2027-04-01'],
    ['2021-04-01', 'DE', '2024-12-31'],
  ])('a debt due %s under %s can be claimed until %s', (due, regime, expected) => {
    for (const form of FORMS) expect(sheet.ask('LIMITATION_DATE', [due, regime], form, true)).toBe(expected);
    expect(ask('DATE_PRESCRIPTION', due, regime)).toBe(expected);
  });
});

describe('due dates', () => {
  it.each<readonly [string, string, Cell, string]>([
    // source | invoice date | terms → due date
    ['Tapdue', '2025-01-15', 'Net 30', '2025-02-14'],
    ['Tapdue', '2025-03-01', 'Net 60', '2025-04-30'],
    ['Tapdue, the discount is not the term', '2025-01-15', '2/10 Net 30', '2025-02-14'],
    ['a discount in percent', '2025-01-15', '1% 10 Net 30', '2025-02-14'],
    ['Net 30 of 15 April', '2025-04-15', 'net-30', '2025-05-15'],
    ['Net 90', '2025-07-03', 'net 90 days', '2025-10-01'],
    ['Simple Invoices', '2025-03-05', 30, '2025-04-04'],
    ['Simple Invoices', '2025-03-05', 'EOM', '2025-03-31'],
    ['Simple Invoices', '2025-03-05', 'EOM + 15', '2025-04-15'],
    ['Simple Invoices', '2025-03-05', '15 MFI', '2025-04-15'],
    ['Ember', '2025-12-05', '21 MFI', '2026-01-21'],
    ['Ember', '2025-12-05', 'PIA', '2025-12-05'],
    ['English: end of month, then the days', '2025-01-15', 'net 30 EOM', '2025-03-02'],
    ['on receipt', '2025-12-05', 'Due on receipt', '2025-12-05'],
    ['10th prox', '2025-12-05', '10th prox', '2026-01-10'],
    ['service-public, method A', '2023-01-02', '45 jours fin de mois', '2023-02-28'],
    ['service-public, method B', '2023-01-02', 'fin de mois + 45 jours', '2023-03-17'],
    ['the same of a leap year', '2024-01-02', '45 jours fin de mois', '2024-02-29'],
    ['the same of a leap year', '2024-01-02', 'fin de mois + 45 jours', '2024-03-16'],
    ['Solon', '2023-01-15', '45 jours fin de mois', '2023-03-31'],
    ['Expert fiscal, A', '2025-02-15', '45 jours + fin de mois', '2025-04-30'],
    ['Expert fiscal, B', '2025-02-15', 'fin de mois 45 jours', '2025-04-14'],
    ['Fnaseph', '2025-03-10', 'fin de mois + 45 jours', '2025-05-15'],
    ['Coin des entrepreneurs', '2025-04-02', '60 jours', '2025-06-01'],
    ['Solices', '2025-04-10', '45 jours fin de mois', '2025-05-31'],
    ['EDD', '2023-01-05', '30 jours fin de mois', '2023-02-28'],
    ['EDD', '2023-03-15', '30 jours fin de mois', '2023-04-30'],
    ['EDD', '2023-06-28', '30 jours fin de mois', '2023-07-31'],
    ['the accountant’s table, 30 nets', '2017-11-08', '30 jours nets', '2017-12-08'],
    ['the accountant’s table, 45 nets', '2011-10-07', '45 jours nets', '2011-11-21'],
    ['the accountant’s table, 60 nets', '2011-10-07', '60 jours nets', '2011-12-06'],
    ['the accountant’s table, A', '2011-10-05', '45 jours fin de mois', '2011-11-30'],
    ['the accountant’s table, A (the 31st)', '2011-10-22', '45 jours fin de mois', '2011-12-31'],
    ['the accountant’s table, B', '2011-10-22', 'fin de mois + 45 jours', '2011-12-15'],
    ['Sage Négoce', '2003-03-01', '60 jours fin de mois le 17', '2003-05-17'],
    ['Sage Négoce', '2003-03-17', '60 jours fin de mois le 15', '2003-06-15'],
    ['à réception', '2025-09-10', 'à réception de facture', '2025-09-10'],
    ['10 du mois suivant', '2025-12-20', 'le 10 du mois suivant', '2026-01-10'],
    ['fin du mois suivant', '2025-01-31', 'fin du mois suivant', '2025-02-28'],
    ['German', '2025-01-15', '14 Tage netto', '2025-01-29'],
  ])('%s: %s, %s', (_, issued, terms, expected) => {
    for (const form of FORMS) expect(sheet.ask('DUE_DATE', [issued, terms], form, true)).toBe(expected);
    expect(ask('DATE_ECHEANCE', issued, terms)).toBe(expected);
  });
});

describe('plain arithmetic', () => {
  it.each<readonly [string, string, readonly Cell[], number]>([
    ['3 200 for 80 000', 'COLLECTION_COST', [3_200, 80_000], 0.04],
    ['the same in text', 'COUT_RECOUVREMENT', ['3 200,00 €', '80 000,00 €'], 0.04],
    ['the usual example', 'CASH_CONVERSION_CYCLE', [187.1, 20.1, 109.5], 97.7],
    ['Calculator Factory', 'CASH_CONVERSION_CYCLE', [45, 35, 30], 50],
    ['suppliers wait longest', 'CYCLE_CONVERSION', [5, 5, 100], -90],
    ['more decimals than money has', 'CYCLE_CONVERSION', ['73.1234', '20 jours', '0'], 93.12],
    ['Cap Recovery', 'SALES_TO_ABSORB', [5_000, '10 %'], 50_000],
    ['Cabinet Phénix', 'CA_COMPENSATION', [1_000, 0.05], 20_000],
    ['Criticité du risque client, 15 %', 'SALES_TO_ABSORB', [1_000, '15%'], 6_666.67],
    ['Criticité du risque client, 15 %', 'SALES_TO_ABSORB', [20_000, '15 %'], 133_333.33],
    ['Graydon', 'CA_COMPENSATION', [600_000, '3 %'], 20_000_000],
    ['Juridis', 'CA_COMPENSATION', [5_000, '12 %'], 41_666.67],
    ['Petite entreprise', 'CA_COMPENSATION', [300, '1 %'], 30_000],
    ['cash less debts', 'NET_CASH', [30_000, 12_500.5], 17_499.5],
    ['below zero', 'TRESORERIE_NETTE', [1_000, 4_000], -3_000],
  ])('%s: %s%j', (_, name, args, expected) => expectFigure(name, args, expected, CENT));
});

describe('one invoice', () => {
  it.each<readonly [string, readonly Argument[], unknown]>([
    // The small table: paid 4 days late, open 5, open 1.
    ['DAYS_LATE', ['2025-09-10', '2025-09-14', '2025-09-17'], 4],
    ['JOURS_RETARD', ['2025-09-12', null, '2025-09-17'], 5],
    ['DAYS_LATE', ['2025-09-16', '', '2025-09-17'], 1],
    ['DAYS_LATE', ['2025-09-17', null, '2025-09-17'], 0],
    ['DAYS_LATE', ['2025-10-01', null, '2025-09-17'], -14],
    ['DAYS_LATE', ['2025-09-10', '2025-09-30', '2025-09-17'], 7],
    ['DAYS_LATE', ['2024-02-28', '2024-03-01', '2025-09-17'], 2],
    ['INVOICE_STATUS', ['2025-09-10', 1_850, null, '2025-09-14', '2025-09-17'], 'Paid'],
    ['STATUT_FACTURE', ['2025-09-12', 3_200, null, null, '2025-09-17'], 'En retard'],
    ['STATUT_FACTURE', ['2025-09-16', 980, null, null, '2025-09-17'], 'À surveiller'],
    ['INVOICE_STATUS', ['2025-09-24', 980, null, null, '2025-09-17'], 'Watch'],
    ['INVOICE_STATUS', ['2025-09-25', 980, null, null, '2025-09-17'], 'Not due'],
    ['INVOICE_STATUS', ['2025-09-14', 980, 500, '2025-09-15', '2025-09-17'], 'Overdue'],
    ['INVOICE_STATUS', ['2025-09-14', 980, 979.9, '2025-09-15', '2025-09-17'], 'Paid'],
    ['INVOICE_STATUS', ['2025-09-14', 980, 979.89, '2025-09-15', '2025-09-17'], 'Overdue'],
    ['INVOICE_STATUS', ['2025-09-14', 980, 980, '2025-09-18', '2025-09-17'], 'Overdue'],
    ['INVOICE_STATUS', ['2025-09-14', -980, null, null, '2025-09-17'], 'Credit note'],
    ['NEXT_ACTION', ['2025-09-12', 'Reminder D+3', '2025-09-15', '2025-09-17'], [['Call D+10', '2025-09-22']]],
    ['PROCHAINE_ACTION', ['2025-09-16', null, null, '2025-09-17'], [['Relance J+3', '2025-09-19']]],
    ['NEXT_ACTION', ['2025-09-12', 'Appel J+10 (22/09)', null, '2025-10-02'], [['Formal reminder D+20', '2025-10-02']]],
    ['NEXT_ACTION', ['2025-09-12', 'Formal reminder', '2025-10-02', '2025-10-03'], [['Formal notice D+30', '2025-10-13']]],
    ['NEXT_ACTION', ['2025-09-12', 'Mise en demeure', '2025-10-13', '2025-10-14'], [['Hand over', '2025-10-22']]],
    ['NEXT_ACTION', ['2025-09-12', null, null, '2025-09-13', 'classic'], [['Reminder D+5', '2025-09-17']]],
    ['NEXT_ACTION', ['2025-09-12', null, null, '2025-09-13', 'doux'], [['Reminder D+10', '2025-09-22']]],
    ['NEXT_ACTION', ['2025-09-12', null, null, '2025-09-13', 'Prompt'], [['Reminder D+1', '2025-09-15']]],
    ['NEXT_ACTION', ['2025-09-12', null, null, '2025-09-13', 'due-day'], [['Reminder D+0', '2025-09-15']]],
    ['NEXT_ACTION', ['2025-09-12', null, null, '2025-08-01'], [['Pre-reminder D-7', '2025-09-05']]],
  ])('%s%j', (name, args, expected) => {
    for (const form of FORMS)
      for (const isSpreadsheet of [false, true]) expect(sheet.ask(name, args, form, isSpreadsheet)).toEqual(expected);
  });

  it('columns spill, and a bad row never hides the others', () => {
    const rows: readonly (readonly [Cell, Cell])[] = [
      ['Due date', 'Paid on'],
      ['2025-09-12', null],
      [null, null],
      ['=31/02/2025', null],
      ['2025-09-10', '2025-09-14'],
      ['=#REF!', null],
      [true, null],
      ['2025-09-16', '=n/a'],
      [null, null],
    ];
    const column = (k: 0 | 1): Cell[][] => rows.map((row) => [row[k]]);
    expect(ask('DAYS_LATE', column(0), column(1), '2025-09-17')).toEqual([
      [''],
      [5],
      [''],
      ['due: “31/02/2025” is no possible date. Correct it.'],
      [4],
      ['due: the cell holds the error #REF!. Repair its formula.'],
      ['due: “TRUE” is no possible date. Correct it.'],
      ['paid: “n/a” is no date. Enter a true date, or text such as 2025-09-10.'],
    ]);
  });
});

describe('reasons', () => {
  const table = book([
    ['2025-08-01', '2025-09-01', 1_000],
    ['2025-08-15', '2025-09-15', 500, 500, '2025-09-10'],
  ]);
  const at = '2025-09-17';
  const two = book(
    [
      ['2025-08-01', '2025-09-01', 1_000, null, '', 'EUR'],
      ['2025-08-01', '2025-09-01', 700, null, '', 'USD'],
    ],
    'Currency',
  );

  it.each<readonly [string, readonly Argument[], string]>([
    ['DSO', [[[null], [null]], at], 'The range is empty. Give the invoices with their header row, such as A:J.'],
    ['ENCOURS', [[], at], 'La plage est vide. Donnez les factures avec leur ligne d’en-têtes, par exemple A:J.'],
    ['DSO', [[table[0] as Cell[]], at], 'There is no invoice under the headers.'],
    ['DSO', ['=A:J', at], 'invoices: a range is expected. Give the invoices with their header row, such as A:J.'],
    ['DSO', [], 'The workbook cannot be read from here. Give the range of the invoices, such as A:J.'],
    ['DSO', [table, '2025-07-01'], 'No invoice had been issued by 1 Jul 2025.'],
    ['DELAI_MOYEN_PAIEMENT', [table, '2026-01-31'], 'Aucune vente du 03/11/2025 au 31/01/2026\u00a0: ce chiffre ne peut être calculé.'],
    ['DSO', [table, '2919-01-01'], 'as_of: “2919-01-01” is no possible date. Correct it.'],
    ['OUTSTANDING', [table, '=next week'], 'as_of: “next week” is no date. Enter a true date, or text such as 2025-09-10.'],
    [
      'DSO',
      [table, '=09/10/2025'],
      'as_of: “09/10/2025” can be read day first or month first. Enter a true date, or text such as 2025-09-10.',
    ],
    ['DSO', [table, at, 0], 'days: “0” is no whole number from 1 to 3660.'],
    ['DSO', [table, at, 90.5], 'days: “90.5” is no whole number from 1 to 3660.'],
    ['DSO', [table, at, true], 'days: “TRUE” is no number. Enter a plain number.'],
    ['DSO', [table, at, null, 'median'], 'method: “median” is not known. Write one of: classic, count-back, best-possible.'],
    ['OUTSTANDING', [two, at], 'There are several currencies: EUR, USD. Say which one in the argument “currency”.'],
    ['OUTSTANDING', [two, at, null, 'CHF'], 'There is no invoice in CHF. Currencies found: EUR, USD.'],
    ['OUTSTANDING', [table, at, 'Jones'], 'There is no customer “Jones”. Name it as in the sheet.'],
    ['CUSTOMER_SCORE', ['Smith', table, at], 'Too few settled invoices to score this customer: 1, and 3 are needed.'],
    ['CEI', [table, '2025-09-01', '2025-08-01'], 'The period ends (1 Aug 2025) before it begins (1 Sep 2025). Swap the two dates.'],
    [
      'TAUX_RECOUVREMENT',
      [table, '2025-09-01', '2025-08-01'],
      'La période finit (01/08/2025) avant de commencer (01/09/2025). Échangez les deux dates.',
    ],
    ['RECOVERY_RATE', [table, '2025-08-01', '2025-08-20'], 'Nothing was to be collected in that period.'],
    ['WEIGHTED_DAYS_LATE', [table, '2025-08-20'], 'No invoice with the dates this takes within the last 365 days.'],
    [
      'OVERDUE_RATE',
      [book([['2025-08-15', '2025-09-15', 500, 500, '2025-09-10']]), at],
      'Nothing is owed on that day: there is nothing to divide by.',
    ],
    [
      'EXPECTED_RECEIPTS',
      [table, at],
      'None of what is open can be foreseen: older than anything settled so far: nothing says when it will be paid.',
    ],
    [
      'OUTSTANDING',
      [book([['2025-08-01', '2025-09-01', '=mille' as never]]), at],
      'No amount can be read. First problem, row 2: The amount “mille” cannot be read. Type the amount as a number.',
    ],
    ['LATE_INTEREST', [-5, at], 'amount is negative. Give an amount of 0 or more.'],
    ['LATE_INTEREST', [5_000, '2005-06-30', '2005-09-30', 'UK'], 'No legal rate is known for a debt due on 30 Jun 2005. Give the rate.'],
    ['LATE_INTEREST', [5_000, at, '2025-10-17', 'UK', 12.25], 'rate: write “12.25” as a rate, such as 12 % or 0.12.'],
    [
      'LATE_INTEREST',
      [5_000, at, '2025-10-17', 'US'],
      'regime: “US” is not known. Write one of: FR, FR-PUBLIC, EU, DE, UK, CONSUMER, none.',
    ],
    ['INTERETS_RETARD', [5_000, at, '2025-10-17', 'consommateur'], 'La loi ne prévoit pas de pénalités de retard sous le régime CONSUMER.'],
    ['RECOVERY_FEE', [0], 'amount must be greater than 0.'],
    ['RECOVERY_FEE', ['1 000 €', 'UK'], 'The fee under UK goes by amounts in GBP. Give the amount in GBP.'],
    ['LIMITATION_DATE', [at, 'EU'], 'The limitation period is not known under EU.'],
    [
      'DUE_DATE',
      [at, '45 FDM'],
      '“45 FDM” can be counted in two ways. Write “45 days, then end of month” or “end of month + 45 days”, or set “End of month terms” in the Settings.',
    ],
    ['DUE_DATE', [at, -30], 'The terms “-30” cannot be read. Write for example “30 days” or “end of month + 45 days”.'],
    [
      'DATE_ECHEANCE',
      [at, '30 jours ouvrés'],
      'Les conditions «\u00a030 jours ouvrés\u00a0» sont illisibles. Écrivez par exemple «\u00a030 jours\u00a0» ou «\u00a045 jours fin de mois\u00a0».',
    ],
    ['DAYS_LATE', [], 'due is missing.'],
    [
      'DAYS_LATE',
      [
        [[at], [at]],
        [[at], [at], [at]],
      ],
      'The columns do not have the same number of cells. Give ranges of the same rows.',
    ],
    ['COLLECTION_COST', [100, 0], 'recovered is 0: there is nothing to divide by.'],
    ['CA_COMPENSATION', [100, 0], 'marge_nette doit être supérieur à 0.'],
    ['SALES_TO_ABSORB', [100, 12], 'net_margin: write “12” as a rate, such as 12 % or 0.12.'],
    ['CASH_CONVERSION_CYCLE', ['45 €', 1, 2], 'dio: “45 €” is no number. Enter a plain number.'],
    ['AGING', [table, at, '60,30'], 'bounds: “60, 30” are no whole numbers of days in growing order. Write for example "30,60,90".'],
  ])('%s%j', (name, args, expected) => expect(sheet.ask(name, args, 'text')).toBe(`#ERROR! ${expected}`));

  it('a whole sheet of blanks below costs nothing, a bare list of cells is one row', () => {
    const long = [...table, ...Array.from({ length: 200_000 }, (): Cell[] => [null, null, null, null, null, null, null])];
    expect(ask('OUTSTANDING', long, at)).toBe(1_000);
    expect(ask('DSO', table[0] as never, at)).toBe('#ERROR! There is no invoice under the headers.');
  });
});
