/**
 * Cells nobody would type on purpose, and thousands of sheets hold: each is a right value or a problem with its place, and the row beside it stays
 * computed.
 */
import { describe, expect, it } from '@jest/globals';
import type { Cell, CommandOptions } from '../../core/index.ts';
import { type Around, invoiceAt, reportOf, said } from '../problems/opened.ts';

type Order = CommandOptions['dateOrder'];

/** The due date of row 2 as read, or the kind of its problem (and the notice beside a value). */
function dueOf(cell: Cell, column: readonly Cell[] = [], around: Around = {}): string {
  const rows: Cell[][] = [
    ['Number', 'Customer', 'Amount', 'Due date', 'Currency'],
    ['F1', 'Alpha', 100, cell, 'EUR'],
    ...column.map((other, i): Cell[] => [`F${i + 2}`, 'Beta', 10, other, 'EUR']),
    ['F99', 'Gamma', 55.5, { date: '2025-09-10' }, 'EUR'],
  ];
  const report = reportOf(rows, around);
  const good = invoiceAt(report, rows.length);
  expect([good.amount, good.daysLate, good.severity]).toEqual([55.5, 7, null]);
  const { dueOn, severity } = invoiceAt(report, 2);
  const problems = report.problems.filter((problem) => problem.row === 2);
  for (const problem of problems)
    expect([problem.column, problem.sheet, problem.message !== '', problem.advice !== '']).toEqual(['D', 'Factures', true, true]);
  if (dueOn === null) expect([severity, problems.map(({ severity: each }) => each)]).toEqual(['hold', ['hold']]);
  return [dueOn, ...problems.map(({ kind }) => kind)].filter(Boolean).join(' ');
}

/** The amount of row 2 as read with its currency, or the kind of its problem. */
function amountOf(cell: Cell, column: readonly Cell[] = [], around: Around = {}, currency: Cell = null): string {
  const hasColumn = currency !== null;
  const row = (number: string, amount: Cell): Cell[] => [number, 'Alpha', amount, { date: '2025-09-10' }, ...(hasColumn ? [currency] : [])];
  const rows: Cell[][] = [
    ['Number', 'Customer', 'Amount', 'Due date', ...(hasColumn ? ['Currency'] : [])],
    row('F1', cell),
    ...column.map((other, i) => row(`F${i + 2}`, other)),
    row('F99', 55),
  ];
  const report = reportOf(rows, around);
  const good = invoiceAt(report, rows.length);
  const { amount, open, currency: code, severity, bucket, nextAction } = invoiceAt(report, 2);
  const problems = report.problems.filter((problem) => problem.row === 2 && problem.kind !== 'unlinked-credit');
  if (amount !== null) {
    expect([open, problems]).toEqual([amount, []]);
    return `${amount}${code === null ? '' : ` ${code}`}`;
  }
  expect(problems.map(said).length).toBe(1);
  expect([severity, open, bucket, nextAction, problems[0]?.column, problems[0]?.severity]).toEqual([
    'error',
    null,
    null,
    null,
    'C',
    'error',
  ]);
  const kpis = report.kpis.find((candidate) => candidate.currency === good.currency);
  const others = report.invoices
    .filter((each) => each.row !== 2 && each.currency === good.currency)
    .reduce((sum, each) => sum + (each.open ?? 0), 0);
  expect(kpis?.outstanding).toBeCloseTo(others, 6);
  return problems[0]?.kind as string;
}

describe('a due date that has one reading, whatever the locale', () => {
  it.each<[Cell, string]>([
    ['2025-09-10', '2025-09-10'],
    ['2025/09/10', '2025-09-10'],
    ['2025.09.10', '2025-09-10'],
    ['2025-9-1', '2025-09-01'],
    ['20250910', '2025-09-10'],
    [20250910, '2025-09-10'],
    [{ date: '2025-09-10' }, '2025-09-10'],
    [{ date: '2025-09-10T00:00:00' }, '2025-09-10'],
    ['15/09/2025', '2025-09-15'],
    ['09/15/2025', '2025-09-15'],
    ['15-09-2025', '2025-09-15'],
    ['15.09.2025', '2025-09-15'],
    ['15 09 2025', '2025-09-15'],
    ['15 / 09 / 2025', '2025-09-15'],
    ['15.9.2025', '2025-09-15'],
    ['15.09.25', '2025-09-15'],
    ['15/09/25', '2025-09-15'],
    ['15.09.2025.', '2025-09-15'],
    ['04/04/2025', '2025-04-04'],
    ['15092025', '2025-09-15'],
    ['  15/09/2025 ', '2025-09-15'],
    ['15/09/2025\u00a0', '2025-09-15'],
    ['\u200e15/09/2025', '2025-09-15'],
    ["'15/09/2025", '2025-09-15'],
    ['１５/０９/２０２５', '2025-09-15'],
    ['Sep 15, 2025', '2025-09-15'],
    ['September 15th, 2025', '2025-09-15'],
    ['15 Sep 2025', '2025-09-15'],
    ['15-Sep-25', '2025-09-15'],
    ['15 sept. 2025', '2025-09-15'],
    ['15 septembre 2025', '2025-09-15'],
    ['1er août 2025', '2025-08-01'],
    ['1 aout 2025', '2025-08-01'],
    ['15. September 2025', '2025-09-15'],
    ['15 de septiembre de 2025', '2025-09-15'],
    ['15 settembre 2025', '2025-09-15'],
    ['15 september 2025', '2025-09-15'],
    ['3. März 2025', '2025-03-03'],
    ['lundi 15 septembre 2025', '2025-09-15'],
    ['Monday, September 15, 2025', '2025-09-15'],
    ['lun. 15/09/2025', '2025-09-15'],
    // A weekday decides what the figures leave open: 3 April 2025 was a Thursday.
    ['jeudi 03/04/2025', '2025-04-03'],
    // Clocks and zones: the written day counts.
    ['15/09/2025 14:30', '2025-09-15'],
    ['15/09/2025 00:00:00', '2025-09-15'],
    ['2025-09-15T00:00:00Z', '2025-09-15'],
    ['2025-09-15T23:59:59.999+02:00', '2025-09-15'],
    ['2025-09-15 23:30:00', '2025-09-15'],
    ['9/15/2025 2:30 PM', '2025-09-15'],
    ['15/09/2025 à 14h30', '2025-09-15'],
    ['Mon Sep 15 2025 00:00:00 GMT+0200 (CEST)', '2025-09-15'],
    // Day numbers.
    [45910, '2025-09-10'],
    [45910.75, '2025-09-10'],
    [{ number: 45910, format: 'dd/mm/yyyy' }, '2025-09-10'],
    [{ number: 45910, format: 'General' }, '2025-09-10'],
    [{ number: 45910, format: 'jj/mm/aaaa' }, '2025-09-10'],
    [{ number: 45910, format: '[$-40C]d mmmm yyyy' }, '2025-09-10'],
    [{ number: 45910.5, format: 'yyyy-mm-dd hh:mm' }, '2025-09-10'],
    // Two-digit years: 1975 to 2074 as of 2025.
    ['15/09/75', '1975-09-15'],
    ['15/09/74', '2074-09-15'],
    ['15/09/99', '1999-09-15'],
    // The ends of what a ledger holds.
    ['01/01/1920', '1920-01-01'],
    ['17/09/2075', '2075-09-17'],
    ['29/02/2024', '2024-02-29'],
  ])('%j is %s', (cell, day) => {
    for (const locale of [null, 'fr-FR', 'en-US', 'de-DE', 'en'])
      expect([locale, dueOf(cell, [], { locale }).split(' ')[0]]).toEqual([locale, day]);
  });
});

describe('a due date that is none', () => {
  it.each<[Cell, string]>([
    ['31/02/2026', 'impossible-date'],
    ['31/04/2025', 'impossible-date'],
    ['30/02/2025', 'impossible-date'],
    ['29/02/2025', 'impossible-date'],
    ['29/02/1900', 'impossible-date'],
    ['00/01/2025', 'impossible-date'],
    ['01/00/2025', 'impossible-date'],
    ['32/01/2025', 'impossible-date'],
    ['13/13/2025', 'impossible-date'],
    ['2025-02-30', 'impossible-date'],
    ['2025-13-01', 'impossible-date'],
    ['2025-00-10', 'impossible-date'],
    ['0000-00-00', 'impossible-date'],
    ['31 février 2025', 'impossible-date'],
    ['Feb 30, 2025', 'impossible-date'],
    ['lundi 16/09/2025', 'impossible-date'],
    ['31/12/1919', 'impossible-date'],
    ['1900-01-01', 'impossible-date'],
    ['18/09/2075', 'impossible-date'],
    ['15/09/9999', 'impossible-date'],
    ['15/09/20255', 'impossible-date'],
    ['20250231', 'impossible-date'],
    [20250231, 'impossible-date'],
    [true, 'impossible-date'],
    [false, 'impossible-date'],
    [0, 'impossible-date'],
    [1, 'impossible-date'],
    [60, 'impossible-date'],
    [-5, 'impossible-date'],
    [1e9, 'impossible-date'],
    [1e300, 'impossible-date'],
    [3200, 'impossible-date'],
    [{ number: 45910, format: '0.00%' }, 'impossible-date'],
    [{ number: 45910, format: '#,##0.00 €' }, 'impossible-date'],
    [{ number: 0.5, format: 'hh:mm' }, 'impossible-date'],
    [{ date: '2025-02-31' }, 'impossible-date'],
    [{ error: '#N/A' }, 'cell-error'],
    [{ error: '#REF!' }, 'cell-error'],
    ['#N/A', 'cell-error'],
    ['#VALEUR!', 'cell-error'],
    ['n/a', 'unreadable-due-date'],
    ['?', 'unreadable-due-date'],
    ['bientôt', 'unreadable-due-date'],
    ['fin septembre', 'unreadable-due-date'],
    ['septembre 2025', 'unreadable-due-date'],
    ['09/2025', 'unreadable-due-date'],
    ['15/09', 'unreadable-due-date'],
    ['15/09/2025 ou 20/09/2025', 'unreadable-due-date'],
    ['15/09/2025 - 20/09/2025', 'unreadable-due-date'],
    ['15/09/2025\n20/09/2025', 'unreadable-due-date'],
    ['15/09/2025 25:00', 'unreadable-due-date'],
    ['2025', 'unreadable-due-date'],
    ['F2025-0012', 'unreadable-due-date'],
    ['=TODAY()', 'unreadable-due-date'],
    ['12345678901234567890', 'unreadable-due-date'],
    [null, 'missing-due-date'],
    ['', 'missing-due-date'],
    ['   ', 'missing-due-date'],
    ['\u00a0', 'missing-due-date'],
    ['-', 'missing-due-date'],
    ['—', 'missing-due-date'],
  ])('%j is a problem: %s', (cell, kind) => {
    for (const locale of [null, 'fr-FR', 'en-US']) expect([locale, dueOf(cell, [], { locale })]).toEqual([locale, kind]);
  });
});

describe('03/04/2025: the declared order, else the column, else the locale, else nobody', () => {
  const MARCH = '2025-03-04';
  const APRIL = '2025-04-03';
  const OPEN = 'ambiguous-date';
  it.each<[string | null, Order | null, readonly Cell[], string]>([
    // locale | declared | the column's other cells | read
    [null, null, [], OPEN],
    ['en', null, [], OPEN],
    ['en-CA', null, [], OPEN],
    ['fr-CA', null, [], OPEN],
    ['fr-FR', null, [], APRIL],
    ['en-GB', null, [], APRIL],
    ['de-DE', null, [], APRIL],
    ['es-MX', null, [], APRIL],
    ['en-US', null, [], MARCH],
    [null, 'dmy', [], APRIL],
    [null, 'mdy', [], MARCH],
    ['en-US', 'dmy', [], APRIL],
    ['fr-FR', 'mdy', [], MARCH],
    [null, 'ymd', [], OPEN],
    ['fr-FR', 'ymd', [], APRIL],
    [null, null, ['15/03/2025'], APRIL],
    [null, null, ['03/15/2025'], MARCH],
    ['en-US', null, ['15/03/2025'], APRIL],
    ['fr-FR', null, ['03/15/2025'], MARCH],
    [null, 'mdy', ['15/03/2025'], MARCH],
    [null, 'dmy', ['03/15/2025'], APRIL],
    // Both orders in one column decide nothing.
    [null, null, ['15/03/2025', '03/15/2025'], OPEN],
    [null, null, ['15/03/2025', '16/03/2025', '17/03/2025', '03/15/2025'], OPEN],
    ['fr-FR', null, ['15/03/2025', '03/15/2025'], APRIL],
    ['en-US', null, ['15/03/2025', '03/15/2025'], MARCH],
    [null, 'dmy', ['15/03/2025', '03/15/2025'], APRIL],
    // What is no evidence: other open dates, ISO, true dates, words, impossible ones.
    [null, null, ['04/05/2025', '2025-03-15', { date: '2025-03-15' }, 45910, '15 mars 2025', '31/31/2025'], OPEN],
  ])('locale %s, declared %s, beside %j: %s', (locale, dateOrder, column, read) => {
    const options = dateOrder === null ? {} : { dateOrder: dateOrder as 'dmy' };
    expect(dueOf('03/04/2025', column, { locale, options })).toBe(read);
    expect(dueOf('3/4/25', column, { locale, options })).toBe(
      read === OPEN && dateOrder === 'ymd' ? OPEN : dateOrder === 'ymd' ? APRIL : read,
    );
  });

  it('a date against the order of its column keeps its day, with a notice', () => {
    expect(dueOf('03/15/2025', ['15/03/2025', '16/03/2025'])).toBe('2025-03-15 date-against-column-order');
    expect(dueOf('15/03/2025', [], { options: { dateOrder: 'mdy' } })).toBe('2025-03-15 date-against-column-order');
    expect(dueOf('03/15/2025', [], { locale: 'fr-FR' })).toBe('2025-03-15 date-against-column-order');
  });

  it('years first with two digits only where the user or the place writes so', () => {
    expect(dueOf('25/09/15', [], { options: { dateOrder: 'ymd' } })).toBe('2025-09-15');
    expect(dueOf('25-09-15', [], { locale: 'sv-SE' })).toBe('2025-09-15');
  });
});

describe('day numbers as text', () => {
  it('are days where every cell of the column is one, and nothing elsewhere', () => {
    const rows = (due: Cell[]): Cell[][] => [
      ['Number', 'Customer', 'Amount', 'Due date'],
      ...due.map((cell, i): Cell[] => [`F${i}`, 'A', 10, cell]),
    ];
    expect(reportOf(rows(['45910', '45911', 45912])).invoices.map(({ dueOn }) => dueOn)).toEqual([
      '2025-09-10',
      '2025-09-11',
      '2025-09-12',
    ]);
    expect(reportOf(rows(['45910', '12345', 45912])).invoices.map(({ dueOn }) => dueOn)).toEqual(['2025-09-10', null, '2025-09-12']);
    expect(dueOf('45910')).toBe('unreadable-due-date');
  });
});

describe('the 1904 calendar', () => {
  it.each<[Cell, string]>([
    [44448, '2025-09-10'],
    [{ number: 44448, format: 'dd/mm/yyyy' }, '2025-09-10'],
    [20250910, '2025-09-10'],
    ['15/09/2025', '2025-09-15'],
    [{ date: '2025-09-10' }, '2025-09-10'],
    [0, 'impossible-date'],
    [-1, 'impossible-date'],
  ])('%j is %s', (cell, read) => {
    expect(dueOf(cell, [], { date1904: true })).toBe(read);
  });
});

describe('instants fall on the day of the workbook, wherever we run', () => {
  it.each<[string, string | null, string]>([
    ['2025-09-14T22:00:00Z', 'Europe/Paris', '2025-09-15'],
    ['2025-01-14T23:00:00Z', 'Europe/Paris', '2025-01-15'],
    ['2025-09-15T04:00:00Z', 'America/New_York', '2025-09-15'],
    ['2025-09-15T03:59:59Z', 'America/New_York', '2025-09-14'],
    ['2025-01-15T05:00:00Z', 'America/New_York', '2025-01-15'],
    ['2025-09-14T10:00:00Z', 'Pacific/Kiritimati', '2025-09-15'],
    ['2025-09-15T00:00:00Z', null, '2025-09-15'],
    ['2025-03-30T00:59:59Z', 'Europe/Paris', '2025-03-30'],
    ['2025-11-02T04:00:00Z', 'America/New_York', '2025-11-02'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(dueOf(new Date(instant), [], { timeZone })).toBe(day);
  });
  it('an invalid Date is impossible, a zone nobody knows unreadable', () => {
    expect(dueOf(new Date(Number.NaN))).toBe('impossible-date');
    expect(dueOf(new Date(0), [], { timeZone: 'Mars/Olympus' })).toBe('unreadable-due-date');
  });
});

describe('an amount that has one reading, whatever the locale', () => {
  it.each<[Cell, string]>([
    [1850, '1850'],
    [1850.5, '1850.5'],
    [0.1 + 0.2, '0.3'],
    [1.005, '1.01'],
    [0, '0'],
    [1e12, '1000000000000'],
    [{ number: 1850, format: '#,##0.00' }, '1850'],
    [{ number: 1850, format: '#,##0.00 €' }, '1850 EUR'],
    [{ number: 12500, format: '0.0,"k€"' }, '12500 EUR'],
    [{ number: 1850, format: '[$£-809]#,##0.00' }, '1850 GBP'],
    ['1850', '1850'],
    ['1 850,00 €', '1850 EUR'],
    ['1\u00a0850,00\u00a0€', '1850 EUR'],
    ['1\u202f850,00\u202f€', '1850 EUR'],
    ['1 850', '1850'],
    ['1.850,00', '1850'],
    ['1,850.00', '1850'],
    ['1.850.000', '1850000'],
    ['1,850,000', '1850000'],
    ['1.850.000,50', '1850000.5'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['0,50', '0.5'],
    ['.50', '0.5'],
    ['12,-', '12'],
    ["1'234.50", '1234.5'],
    ['CHF 1’234.50', '1234.5 CHF'],
    ['USD 1,000.00', '1000 USD'],
    ['1.000,00 EUR', '1000 EUR'],
    ['£1,000.00', '1000 GBP'],
    ['€1.850,00', '1850 EUR'],
    ['１８５０', '1850'],
    ["'1850", '1850'],
    ['+1850', '1850'],
    ['(1,234.50)', '-1234.5'],
    ['-1 234,5', '-1234.5'],
    ['−1 234,50', '-1234.5'],
    ['1234,50-', '-1234.5'],
    [-50, '-50'],
    ['-50,00 €', '-50 EUR'],
    ['0', '0'],
    ['000123', '123'],
  ])('%j is %s', (cell, value) => {
    for (const locale of [null, 'fr-FR', 'en-US', 'de-DE', 'de-CH'])
      expect([locale, amountOf(cell, [], { locale })]).toEqual([locale, value]);
  });
});

describe('an amount that is none', () => {
  it.each<[Cell, string]>([
    [null, 'unreadable-amount'],
    ['', 'unreadable-amount'],
    [' ', 'unreadable-amount'],
    ['-', 'unreadable-amount'],
    [true, 'unreadable-amount'],
    [false, 'unreadable-amount'],
    [{ date: '2025-09-10' }, 'unreadable-amount'],
    [new Date(0), 'unreadable-amount'],
    [{ number: 45910, format: 'dd/mm/yyyy' }, 'unreadable-amount'],
    [{ number: 0.2, format: '0%' }, 'unreadable-amount'],
    [{ number: 0.2, format: '0.00 %' }, 'unreadable-amount'],
    [{ number: 0.5, format: 'hh:mm' }, 'unreadable-amount'],
    ['20 %', 'unreadable-amount'],
    ['20%', 'unreadable-amount'],
    ['10/09/2025', 'unreadable-amount'],
    ['2025-09-10', 'unreadable-amount'],
    ['abc', 'unreadable-amount'],
    ['à facturer', 'unreadable-amount'],
    ['env. 1850', 'unreadable-amount'],
    ['1850 ?', 'unreadable-amount'],
    ['1850 + 20', 'unreadable-amount'],
    ['1850/2', 'unreadable-amount'],
    ['=1850', 'unreadable-amount'],
    ['1.0E+05', 'unreadable-amount'],
    ['1.2.3', 'unreadable-amount'],
    ['1,23,4', 'unreadable-amount'],
    ['1 85', 'unreadable-amount'],
    ['12 3456', 'unreadable-amount'],
    ['1 850,00 €\n20,00 €', 'unreadable-amount'],
    ['1850 à 1900', 'unreadable-amount'],
    ['--5', 'unreadable-amount'],
    ['12,5 k€', 'unreadable-amount'],
    ['12.5K', 'unreadable-amount'],
    ['1,5 M€', 'unreadable-amount'],
    ['€', 'unreadable-amount'],
    ['TRUE', 'unreadable-amount'],
    ['1850,005 €', 'unreadable-amount'],
    ['12.3456', 'unreadable-amount'],
    ['0.125', 'unreadable-amount'],
    [1e14, 'unreadable-amount'],
    [Number.POSITIVE_INFINITY, 'unreadable-amount'],
    [Number.NaN, 'unreadable-amount'],
    ['999999999999999999', 'unreadable-amount'],
    ['100 XYZ', 'unknown-currency'],
    ['5 ₿', 'unknown-currency'],
    [{ error: '#N/A' }, 'cell-error'],
    [{ error: '#DIV/0!' }, 'cell-error'],
    ['#N/A', 'cell-error'],
    ['#REF!', 'cell-error'],
    ['#VALEUR!', 'cell-error'],
  ])('%j is a problem: %s', (cell, kind) => {
    for (const locale of [null, 'fr-FR', 'en-US']) expect([locale, amountOf(cell, [10.25, 20.5], { locale })]).toEqual([locale, kind]);
  });
});

describe('1,234 and 1.234: the column, else the habit of the place, never against it', () => {
  const OPEN = 'ambiguous-amount';
  it.each<[string, string | null, readonly Cell[], string | null, string]>([
    // text | locale | the column's other cells | currency | read
    ['1,234', null, [], null, OPEN],
    ['1.234', null, [], null, OPEN],
    ['1,234', 'en-US', [], null, '1234'],
    ['1.234', 'en-US', [], null, OPEN],
    ['1,234', 'en-GB', [], null, '1234'],
    ['1.234', 'de-DE', [], null, '1234'],
    ['1,234', 'de-DE', [], null, OPEN],
    ['1,234', 'fr-FR', [], null, OPEN],
    ['1.234', 'it-IT', [], null, '1234'],
    ['1.234', 'nl-NL', [], null, '1234'],
    ['1.234', 'es-ES', [], null, '1234'],
    ['1,234', 'es-ES', [], null, OPEN],
    ['1,234', 'de-CH', [], null, OPEN],
    ['-1,234', null, [], null, OPEN],
    ['1,234 €', null, [], null, OPEN],
    ['€1.234', null, [], null, OPEN],
    // Evidence of the column.
    ['1,234', null, ['1,850.00'], null, '1234'],
    ['1,234', null, ['12.50'], null, '1234'],
    ['1.234', null, ['12,50'], null, '1234'],
    ['1.234', null, ['1.850,00'], null, '1234'],
    ['1.234', 'en-US', ['1.850,00'], null, '1234'],
    ['1,234', 'de-DE', ['1,850.00'], null, '1234'],
    ['1.234', null, ['1.234.567'], null, '1234'],
    ['1,234', null, ['1,234,567'], null, '1234'],
    // The column says it is the decimal sign: more decimals than cents are no amount.
    ['1,234', null, ['12,50'], null, 'unreadable-amount'],
    ['1.234', null, ['12.50'], null, 'unreadable-amount'],
    // Both signs at work decide nothing.
    ['1,234', null, ['12,50', '12.50'], null, OPEN],
    ['1,234', 'en-US', ['12,50', '12.50'], null, '1234'],
    // What is no evidence: true numbers, whole texts, spaces.
    ['1,234', null, [12.5, '1850', '1 850', "1'850", '5,678'], null, OPEN],
    // Currencies with no decimals, or three.
    ['1,234', null, [], 'JPY', OPEN],
    ['1,234', 'en-US', [], 'JPY', '1234 JPY'],
    ['1,234', 'fr-FR', [], 'TND', '1.234 TND'],
    ['1.234', 'en-US', [], 'TND', '1.234 TND'],
    ['1 234,567', 'fr-FR', [], 'TND', '1234.567 TND'],
    ['1 234,567', 'fr-FR', [], 'EUR', 'unreadable-amount'],
    ['1234,5', null, [], 'JPY', 'unreadable-amount'],
    ['1234,00', null, [], 'XOF', 'unreadable-amount'],
  ])('%j in %s beside %j, %s: %s', (text, locale, column, currency, read) => {
    const sign = /€/.test(text) && read !== OPEN ? ' EUR' : '';
    expect(amountOf(text, column, { locale }, currency)).toBe(
      currency === null || / /.test(read) || /-/.test(read) ? read : `${read}${sign}`,
    );
  });

  it('a true number is rounded to the minor unit of its currency', () => {
    expect(amountOf(1234.5, [], {}, 'JPY')).toBe('1235 JPY');
    expect(amountOf(1.2345, [], {}, 'TND')).toBe('1.235 TND');
    expect(amountOf(10.999, [], {}, 'EUR')).toBe('11 EUR');
    expect(amountOf(-1.005, [], {}, 'EUR')).toBe('-1.01 EUR');
  });
});

describe('currencies', () => {
  it.each<[string, readonly Cell[], CommandOptions, readonly (string | null)[]]>([
    // amounts of the column | options | currency of each row, null: held back as unknown
    ['no sign anywhere', [10, '20'], {}, ['', '']],
    ['one sign names all', ['10 €', 20, '30'], {}, ['EUR', 'EUR', 'EUR']],
    ['two signs leave the bare one open', ['10 €', '$20', 30], {}, ['EUR', 'USD', null]],
    ['two signs, and the user names the usual one', ['10 €', '$20', 30], { currency: 'EUR' }, ['EUR', 'USD', 'EUR']],
    ['a dollar is the user’s dollar', ['$20', 30], { currency: 'CAD' }, ['CAD', 'CAD']],
    ['one dollar among many bare amounts names itself alone', ['$20', 1, 2, 3, 4, 5], {}, ['USD', '', '', '', '', '']],
    [
      'one euro among them where euros are at home',
      ['20 €', 1, 2, 3, 4, 5],
      { locale: 'fr-FR' },
      ['EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR'],
    ],
    ['a crown nobody names', ['kr 100', 30], {}, [null, '']],
  ])('%s', (_, amounts, options, codes) => {
    const rows: Cell[][] = [
      ['Number', 'Customer', 'Amount', 'Due date'],
      ...amounts.map((amount, i): Cell[] => [`F${i}`, 'A', amount, { date: '2025-09-10' }]),
    ];
    const report = reportOf(rows, { options });
    expect(report.invoices.map(({ amount, currency }) => (amount === null ? null : (currency ?? '')))).toEqual(codes);
    codes.forEach((code, i) => {
      if (code === null)
        expect(report.problems.map(said)).toContain(`${i + 2} C error unknown-currency ${JSON.stringify(String(amounts[i]))}`);
    });
    for (const figures of report.kpis) {
      const sum = report.invoices
        .filter(({ currency, amount }) => amount !== null && currency === figures.currency)
        .reduce((all, { open }) => all + (open ?? 0), 0);
      expect(figures.outstanding).toBeCloseTo(sum, 6);
    }
  });

  it.each<[Cell, string]>([
    ['EUR', 'EUR'],
    ['eur', 'EUR'],
    ['€', 'EUR'],
    ['Euros', 'EUR'],
    ['US$', 'USD'],
    ['£', 'GBP'],
    ['CHF', 'CHF'],
    ['F CFA', 'XOF'],
    ['XYZ', 'unknown-currency'],
    ['EURO/USD', 'unknown-currency'],
    [12, 'unknown-currency'],
    [true, 'unknown-currency'],
    ['#N/A', 'cell-error'],
    [{ error: '#REF!' }, 'cell-error'],
  ])('a currency cell %j is %s', (cell, read) => {
    const rows: Cell[][] = [
      ['Number', 'Customer', 'Amount', 'Due date', 'Currency'],
      ['F1', 'A', 100, { date: '2025-09-10' }, cell],
      ['F2', 'B', 55, { date: '2025-09-10' }, 'EUR'],
      ['F3', 'B', 55, { date: '2025-09-10' }, 'EUR'],
    ];
    const report = reportOf(rows);
    const { amount, currency } = invoiceAt(report, 2);
    expect(invoiceAt(report, 3)).toMatchObject({ amount: 55, currency: 'EUR', severity: null });
    if (/^[A-Z]{3}$/.test(read)) expect([amount, currency]).toEqual([100, read]);
    else {
      expect(amount).toBeNull();
      expect(report.problems.map(({ row, column, severity, kind }) => [row, column, severity, kind])).toEqual([[2, 'E', 'error', read]]);
    }
  });
});
