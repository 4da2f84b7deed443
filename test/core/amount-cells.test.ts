import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAmountText, readCommonAmount, type WrittenAmount } from '../../core/ledger/amount-text.ts';
import {
  type AmountContext,
  displayText,
  NO_CURRENCY,
  readAmount,
  readAmountColumn,
  UNREAD_CURRENCY,
  yesNo,
} from '../../core/ledger/cells.ts';
import { markReader } from '../../core/ledger/currency-words.ts';
import type { MoneyScale } from '../../core/ledger/money-scales.ts';
import { type Currency, decimalsOf } from '../../core/money.ts';
import type { Cell, Sheet } from '../../core/workbook.ts';
import { tries } from '../thorough.ts';

/** Reads a column and says each cell: its decimal value with its currency, 'blank', or its trouble. */
function column(cells: readonly Cell[], context: Partial<AmountContext> = {}, formats?: readonly (string | null)[]): string[] {
  const currencies: Currency[] = context.currencies ?? [];
  const sheet: Sheet = {
    name: 's',
    cells: cells.map((cell) => ['x', cell]),
    ...(formats ? { formats: formats.map((format) => [null, format]) } : {}),
  };
  const read = readAmountColumn(sheet, { from: 0, to: cells.length }, 1, {
    locale: null,
    defaultCurrency: null,
    rowCurrency: null,
    ...context,
    currencies,
  });
  return cells.map((_, i) => {
    const trouble = read.troubles.find((candidate) => candidate.index === i);
    const value = read.minor[i] as number;
    if (trouble !== undefined || read.blank[i] === 1) {
      expect(value).toBeNaN();
      return trouble?.kind ?? 'blank';
    }
    const place = read.currency[i] as number;
    const currency = place < UNREAD_CURRENCY ? (currencies[place] as Currency) : null;
    return `${(value / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency))}${currency === null ? '' : ` ${currency}`}`;
  });
}

const one = (cell: Cell, context: Partial<AmountContext> = {}, format: string | null = null): string =>
  column([cell], context, format === null ? undefined : [format])[0] as string;

describe('an amount whose form has one reading', () => {
  it.each<[string, string]>([
    ['1850', '1850.00'],
    ['1850.00', '1850.00'],
    ['1850.5', '1850.50'],
    ['1850,5', '1850.50'],
    ['1 850,00 €', '1850.00 EUR'],
    ['1\u00a0850,00\u00a0€', '1850.00 EUR'],
    ['1\u202f850,00\u202f€', '1850.00 EUR'],
    ['1\u2009850,00', '1850.00'],
    ['1 850 000', '1850000.00'],
    ['1.850,00', '1850.00'],
    ['1,850.00', '1850.00'],
    ['1.234.567', '1234567.00'],
    ['1,234,567', '1234567.00'],
    ['1.234.567,8', '1234567.80'],
    ['12,34,567.00', '1234567.00'],
    ['12,34,567', '1234567.00'],
    ["CHF 1'234.50", '1234.50 CHF'],
    ['CHF 1’234.50', '1234.50 CHF'],
    ["1'234'567", '1234567.00'],
    ["Fr. 1'234.50", '1234.50 CHF'],
    ['USD 1,000.00', '1000.00 USD'],
    ['1,000.00USD', '1000.00 USD'],
    ['€1,234.56', '1234.56 EUR'],
    ['1 234 €', '1234.00 EUR'],
    ['12.50 euros', '12.50 EUR'],
    ['$1,000.00 CAD', '1000.00 CAD'],
    ['€ 5 EUR', '5.00 EUR'],
    ['100 000 FCFA', '100000 XOF'],
    ['1 250,750 DT', '1250.750 TND'],
    ['1.234,50 DH', '1234.50 MAD'],
    ['¥1,500', 'ambiguous'],
    ['¥15,000,000', '15000000 JPY'],
    ['.50', '0.50'],
    ['0,00', '0.00'],
    ['0', '0.00'],
    ['00012', '12.00'],
    ['+100', '100.00'],
    ['12,-', '12.00'],
    ['1.234,- €', '1234.00 EUR'],
    ['500.--', '500.00'],
    ['Fr.50', '50.00 CHF'],
    // Negative.
    ['(1,234.50)', '-1234.50'],
    ['(1 234,50 €)', '-1234.50 EUR'],
    ['$(1,234.50)', '-1234.50 USD'],
    ['-1 234,5', '-1234.50'],
    ['−500', '-500.00'],
    ['–500,00', '-500.00'],
    ['- 500 €', '-500.00 EUR'],
    ['-€500', '-500.00 EUR'],
    ['€-500', '-500.00 EUR'],
    ['€ -500', '-500.00 EUR'],
    ['1234-', '-1234.00'],
    ['1.234,50-', '-1234.50'],
    ['1234,00 EUR-', '-1234.00 EUR'],
    ['-Fr.50', '-50.00 CHF'],
    ['( 500 )', '-500.00'],
    [' € ( 500 ) ', '-500.00 EUR'],
    ['-0', '0.00'],
    // Other digits, marks that do not show.
    ['１２３４．５０', '1234.50'],
    ['١٢٣٫٥٠', '123.50'],
    ["'1850,00", '1850.00'],
    ['\u200e1850,00\ufeff', '1850.00'],
    ['  42 ', '42.00'],
  ])('%j is %s', (text, said) => {
    expect(one(text)).toBe(said);
  });
});

describe('what is no amount', () => {
  it.each<[Cell]>([
    ['abc'],
    ['1 850 à voir'],
    ['environ 500'],
    ['~500'],
    ['12 000 / 2'],
    ['=12*3'],
    ['0'.repeat(60)],
    ['500 -'],
    ['500 - EUR'],
    ['- - €'],
    ['a- €'],
    ['1.50 x'],
    ['x.50'],
    ['Fr.x 50'],
    ['500 -EUR-'],
    ['500.---'],
    ['5 x,--'],
    ['1e5'],
    ['1E+05'],
    ['1.2.3'],
    ['1,23,4'],
    ['1 23'],
    ['12 34 567'],
    ['1,234.5.6'],
    ['1.234 567,89'],
    ["1'23"],
    ['1, 234'],
    ['100\n200'],
    ['100  200'],
    ['100 ; 200'],
    ['12 %'],
    ['12%'],
    ['15/09/2025'],
    ['15.09.2025'],
    ['2025-09-15'],
    ['14:30'],
    ['06 12 34 56 78'],
    ['F2025-0012'],
    ['12²'],
    ['½'],
    ['12k€'],
    ['1234.'],
    ['1234-EUR'],
    ['EUR - 500'],
    ['(500'],
    ['500)'],
    ['-(500)'],
    ['(-500)'],
    ['--5'],
    ['+-5'],
    ['€'],
    ['5 TTC'],
    ['€5 USD'],
    ['5 EUR USD'],
    ['999999999999999999'],
    ['99 999 999 999 999,00'],
    ['Infinity'],
    ['NaN'],
    ['\u202e0581'],
    // More decimals than cents.
    ['0.125'],
    ['1234.567'],
    ['1,234.567'],
    ['1 234,567'],
    ['12,3456'],
    ['1850.0000'],
    ['1 000,50 JPY'],
    [true],
    [false],
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    [1e14],
    [{ number: 0.12, format: '0%' }],
    [{ number: 0.12, format: '0.00 %' }],
    [{ number: 46000, format: 'dd/mm/yyyy' }],
    [{ number: 0.5, format: 'hh:mm' }],
    [{ date: '2025-09-10' }],
    [new Date(0)],
  ])('%j is unreadable', (cell) => {
    expect(one(cell)).toBe('unreadable');
  });

  it.each<[Cell]>([[{ error: '#N/A' }], ['#REF!'], ['#VALEUR!'], ['#DIV/0!'], ['#BEZUG!'], ['#¡VALOR!']])('%j is a cell error', (cell) => {
    expect(one(cell)).toBe('cell-error');
  });

  it.each<[Cell]>([[null], [''], [' \u00a0'], ['-'], ['—'], ['- €'], ['€ -']])('%j is blank', (cell) => {
    expect(one(cell)).toBe('blank');
  });

  it('a dash is zero where the number format says so', () => {
    const accounting = '_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* "-"??\\ _€_-;_-@_-';
    expect(column(['-', ' ', 0], {}, [accounting, accounting, accounting])).toEqual(['0.00', 'blank', '0.00']);
  });

  it('is quoted as typed, with its place', () => {
    const sheet: Sheet = { name: 's', cells: [['head'], [12], ['1 850 à voir'], [{ number: 0.07, format: '0%' }]] };
    const read = readAmountColumn(sheet, { from: 1, to: 4 }, 0, {
      locale: null,
      defaultCurrency: 'EUR',
      rowCurrency: null,
      currencies: [],
    });
    expect(read.troubles).toEqual([
      { index: 1, kind: 'unreadable', found: '1 850 à voir' },
      { index: 2, kind: 'unreadable', found: '7 %' },
    ]);
    expect([...read.minor]).toEqual([1200, Number.NaN, Number.NaN]);
  });
});

describe('1,234 and 1.234', () => {
  it.each<[string, string | null, string, string]>([
    // text | locale | alone in cents | in dinars (three decimals)
    ['1,234', null, 'ambiguous', 'ambiguous'],
    ['1.234', null, 'ambiguous', 'ambiguous'],
    ['1,234', 'en-US', '1234.00', '1234.000 TND'],
    ['1.234', 'en-GB', 'ambiguous', '1.234 TND'],
    ['1,234', 'en', '1234.00', '1234.000 TND'],
    ['1.234', 'de-DE', '1234.00', '1234.000 TND'],
    ['1,234', 'de-DE', 'ambiguous', '1.234 TND'],
    ['1.234', 'it-IT', '1234.00', '1234.000 TND'],
    ['1.234', 'es-ES', '1234.00', '1234.000 TND'],
    ['1,234', 'es-MX', '1234.00', '1234.000 TND'],
    ['1.234', 'nl-NL', '1234.00', '1234.000 TND'],
    ['1.234', 'fr-FR', '1234.00', 'ambiguous'],
    ['1,234', 'fr-FR', 'ambiguous', '1.234 TND'],
    ['1,234', 'de-CH', 'ambiguous', 'ambiguous'],
    ['1.234', 'de-CH', 'ambiguous', '1.234 TND'],
    ['1.234', 'sv-SE', 'ambiguous', 'ambiguous'],
    ['1,234', 'en-ZA', 'ambiguous', 'ambiguous'],
    ['1,234', 'fr-CH', 'ambiguous', 'ambiguous'],
    ['-12,345 ', 'en-US', '-12345.00', '-12345.000 TND'],
  ])('%s in %s is %s, in dinars %s', (text, locale, cents, dinars) => {
    expect(one(text, { locale })).toBe(cents);
    expect(one(text, { locale, defaultCurrency: 'TND' })).toBe(dinars);
  });

  it.each<[string, readonly string[], string | null, readonly string[]]>([
    ['another cell shows the point as decimal', ['1,234', '5.50'], null, ['1234.00', '5.50']],
    ['… or the comma parting thousands', ['1,234', '1,234,567'], 'fr-FR', ['1234.00', '1234567.00']],
    ['… or both at work', ['1.234', '1.234,50 €'], 'en-US', ['1234.00 EUR', '1234.50 EUR']],
    ['the column shows it is the decimal sign: too many decimals', ['1,234', '5,50'], 'en-US', ['unreadable', '5.50']],
    ['a column that shows both decides nothing', ['1.234', '1.234,50', '1,234.50'], null, ['ambiguous', '1234.50', '1234.50']],
    ['true numbers and whole ones show nothing', ['1,234', '1 850', "1'850", '12'], null, ['ambiguous', '1850.00', '1850.00', '12.00']],
  ])('%s', (_, cells, locale, said) => {
    expect(column(cells, { locale })).toEqual(said);
  });
});

describe('the currency of a row', () => {
  const currencies = (): Currency[] => ['EUR', 'CAD', null];
  it.each<[string, readonly Cell[], Partial<AmountContext>, readonly string[]]>([
    ['nobody names one', [5, '6'], {}, ['5.00', '6.00']],
    ['the default', [5, '6', '$7'], { defaultCurrency: 'EUR' }, ['5.00 EUR', '6.00 EUR', '7.00 USD']],
    ['one sign names them all', ['€5', 6, '7'], {}, ['5.00 EUR', '6.00 EUR', '7.00 EUR']],
    ['two signs leave the bare ones open', ['€5', 6, '£7', ''], {}, ['5.00 EUR', 'unknown-currency', '7.00 GBP', 'blank']],
    ['two signs, a default', ['€5', 6, '£7'], { defaultCurrency: 'EUR' }, ['5.00 EUR', '6.00 EUR', '7.00 GBP']],
    [
      'the column comes first',
      [5, 6, '7 €'],
      { currencies: currencies(), rowCurrency: Uint8Array.of(0, 1, 0) },
      ['5.00 EUR', '6.00 CAD', '7.00 EUR'],
    ],
    [
      'a sign against the column',
      ['5 €', '$6'],
      { currencies: currencies(), rowCurrency: Uint8Array.of(1, 1) },
      ['unknown-currency', '6.00 CAD'],
    ],
    [
      'a blank in the column, one currency',
      [5, 6],
      { currencies: currencies(), rowCurrency: Uint8Array.of(0, NO_CURRENCY) },
      ['5.00 EUR', '6.00 EUR'],
    ],
    [
      'a blank in the column, two',
      [5, 6, 7],
      { currencies: currencies(), rowCurrency: Uint8Array.of(0, 1, NO_CURRENCY) },
      ['5.00 EUR', '6.00 CAD', 'unknown-currency'],
    ],
    ['a family nobody decides', ['kr 100'], {}, ['unknown-currency']],
    ['a family the locale decides', ['kr 100', '$5'], { locale: 'sv-SE' }, ['100.00 SEK', '5.00 USD']],
    ['a family the user decides', ['$100', 'kr 5'], { defaultCurrency: 'CAD' }, ['100.00 CAD', 'unknown-currency']],
    ['a code of no country', ['100 XYZ', '5₿'], {}, ['unknown-currency', 'unknown-currency']],
    [
      'the number format names it',
      [
        { number: 5, format: '#,##0.00 €' },
        { number: 6, format: '[$$-1009]#,##0.00' },
      ],
      {},
      ['5.00 EUR', '6.00 CAD'],
    ],
  ])('%s', (_, cells, context, said) => {
    expect(column(cells, context)).toEqual(said);
  });

  it('an unread currency cell has its own trouble: the amount is out, without a second one', () => {
    const context = { locale: null, defaultCurrency: null, rowCurrency: Uint8Array.of(UNREAD_CURRENCY), currencies: [] };
    const read = readAmountColumn({ name: 's', cells: [[5]] }, { from: 0, to: 1 }, 0, context);
    expect([read.minor[0], read.blank[0], read.currency[0], read.troubles.length]).toEqual([Number.NaN, 0, UNREAD_CURRENCY, 0]);
  });

  it('blank cells make no currency exist', () => {
    const currencies: Currency[] = [];
    const read = readAmountColumn({ name: 's', cells: [[null], []] }, { from: 0, to: 2 }, 0, {
      locale: 'fr',
      defaultCurrency: 'EUR',
      rowCurrency: null,
      currencies,
    });
    expect([currencies, [...read.currency]]).toEqual([[], [NO_CURRENCY, NO_CURRENCY]]);
  });
});

describe('true numbers', () => {
  it.each<[number, Currency, string]>([
    [1850, 'EUR', '1850.00 EUR'],
    [1.005, 'EUR', '1.01 EUR'],
    [-2.675, 'EUR', '-2.68 EUR'],
    [0.1 + 0.2, 'EUR', '0.30 EUR'],
    [1234.5678, 'EUR', '1234.57 EUR'],
    [1234.5678, 'TND', '1234.568 TND'],
    [1234.5, 'JPY', '1235 JPY'],
    [1e13, 'EUR', '10000000000000.00 EUR'],
    [-0, 'EUR', '0.00 EUR'],
  ])('%d in %s is rounded to %s', (value, currency, said) => {
    expect(one(value, { defaultCurrency: currency })).toBe(said);
  });

  it('formats that only dress a number leave it one', () => {
    for (const format of ['General', '0', '0.00', '#,##0.00', '# ##0', '@', '[Red]-0.00', '0.00E+00', '"Solde" 0', '#,##0.00_);(#,##0.00)'])
      expect([format, one(12.5, {}, format)]).toEqual([format, '12.50']);
  });
});

describe('amounts kept in thousands', () => {
  const EUROS: Partial<AmountContext> = { locale: 'fr-FR', defaultCurrency: 'EUR' };
  it.each<[cell: Cell, scale: MoneyScale, said: string]>([
    [12.5, 1000, '12500.00 EUR'],
    ['12,5', 1000, '12500.00 EUR'],
    ['12', 1000, '12000.00 EUR'],
    ['-0,5', 1000, '-500.00 EUR'],
    ['1,234', 1000, '1234.00 EUR'], // in thousands, three decimals are usual
    ['1,23456', 1000, '1234.56 EUR'],
    ['1,234567', 1000, 'unreadable'],
    ['1,5', 1_000_000, '1500000.00 EUR'],
    [250, 0.01, '2.50 EUR'],
    ['250', 0.01, '2.50 EUR'],
    [1e10, 1000, '10000000000000.00 EUR'],
    [1.1e10, 1000, 'unreadable'],
    ['12 500 €', 1000, 'ambiguous'], // the header says thousands, the cell says euros
    ['12 500 €', 1, '12500.00 EUR'],
  ])('%j, in units of %d, is %s', (cell, scale, said) => expect(one(cell, { ...EUROS, scale })).toBe(said));
});

describe('where sums end', () => {
  it.each<[Cell, Currency, string]>([
    ['10 000 000 000 000', 'EUR', '10000000000000.00 EUR'],
    ['10 000 000 000 001', 'EUR', 'unreadable'],
    ['-10 000 000 000 001', 'EUR', 'unreadable'],
    ['9 000 000 000 000', 'TND', '9000000000000.000 TND'],
    ['9 999 999 999 999', 'TND', 'unreadable'],
    [-1e13, 'EUR', '-10000000000000.00 EUR'],
    [-1.1e13, 'EUR', 'unreadable'],
  ])('%j in %s is %s', (cell, currency, said) => expect(one(cell, { defaultCurrency: currency })).toBe(said));

  it('nothing owed is never less than nothing', () => {
    const read = readAmountColumn({ name: 's', cells: [[-0], ['-0'], ['-0,00 €'], ['(0)']] }, { from: 0, to: 4 }, 0, {
      locale: 'fr-FR',
      defaultCurrency: 'EUR',
      rowCurrency: null,
      currencies: [],
    });
    expect([...read.minor]).toEqual([0, 0, 0, 0]);
  });

  it('rows outside the table prove nothing', () => {
    const context = { locale: null, defaultCurrency: null, rowCurrency: null, currencies: [] };
    const sheet: Sheet = { name: 's', cells: [['5.50'], ['1,234'], ['5.50']] };
    expect(readAmountColumn(sheet, { from: 1, to: 2 }, 0, context).troubles).toMatchObject([{ index: 0, kind: 'ambiguous' }]);
  });
});

describe('how many cells must name a currency to name it for the others', () => {
  const bare = (count: number): Cell[] => Array.from({ length: count }, () => 5);
  it.each<[what: string, cells: Cell[], locale: string | null, last: string]>([
    ['one in four does not', ['$20', ...bare(3)], null, '5.00'],
    ['three in ten do', ['$20', '$20', '$20', ...bare(7)], null, '5.00 USD'],
    ['blanks are not asked', ['$20', '', null, '—', ' ', ...bare(2)], null, '5.00 USD'],
    ['one in four does where that currency is at home', ['$20', ...bare(3)], 'en-US', '5.00 USD'],
    ['not where another is', ['$20', ...bare(3)], 'fr-FR', '5.00'],
  ])('%s', (_, cells, locale, last) => expect(column(cells, { locale }).at(-1)).toBe(last));

  it('each cell keeps its own, however long the column', () => {
    const cells = Array.from({ length: 600 }, (_, i) => ['€5', '$5', '£5'][i % 3] as string);
    expect(new Set(column(cells).map((said, i) => `${i % 3} ${said}`))).toEqual(new Set(['0 5.00 EUR', '1 5.00 USD', '2 5.00 GBP']));
  });

  it('the currencies found are told, a sign nobody can name apart', () => {
    const context = { locale: null, defaultCurrency: null, rowCurrency: null, currencies: [] };
    const read = readAmountColumn({ name: 's', cells: [['€5'], ['kr 5'], ['€6'], ['£7']] }, { from: 0, to: 4 }, 0, context);
    expect(read.named).toEqual(['EUR', 'GBP']);
  });

  it('a sign beside a row whose currency has no name stands', () => {
    expect(one('5 €', { currencies: [null], rowCurrency: Uint8Array.of(0) })).toBe('5.00');
  });
});

describe('the commonest forms are read in passing', () => {
  const into: WrittenAmount = { digits: 0, decimals: 0, open: '', proves: '', mark: null };
  const inPassing = (text: string): string =>
    readCommonAmount(text, into, markReader(null))
      ? `${into.digits} ${into.decimals} ${into.proves || '-'} ${into.mark?.code ?? '-'}`
      : 'no';
  it.each<[text: string, said: string]>([
    // text | digits, how many of them decimals, the decimal sign shown, the currency named
    ['1850', '1850 0 - -'],
    ['0', '0 0 - -'],
    ['-1850.5', '-18505 1 . -'],
    ['1850,00', '185000 2 , -'],
    ['1 850,00 €', '185000 2 , EUR'],
    ['1\u00a0850,00\u00a0€', '185000 2 , EUR'],
    ['1\u202f850', '1850 0 - -'],
    ['1\u2009850', '1850 0 - -'],
    ["CHF 1'234.50", '123450 2 . CHF'],
    ['1’234’567', '1234567 0 - -'],
    ['12.345,67', '1234567 2 , -'],
    ['1,234,567.8', '12345678 1 . -'],
    ['€5', '5 0 - EUR'],
    ['5 EUR', '5 0 - EUR'],
    ['0.05', '5 2 . -'],
    // What these say takes more questions.
    ['1,234', 'no'],
    ['1.234.567', 'no'],
    ['1.23.4', 'no'],
    ['12,34,567.8', 'no'],
    ['1234 567', 'no'],
    ['0 123', 'no'],
    ['1 2345', 'no'],
    ['1 23', 'no'],
    ["1 234'567", 'no'],
    ['€5 EUR', 'no'],
    ['-€5', 'no'],
    ['€-5', 'no'],
    ['5 pommes', 'no'],
    ['abc', 'no'],
    ['', 'no'],
    ['1.', 'no'],
    ['1 000 000 000 000 000', 'no'],
    ['999 999 999 999 999', '999999999999999 0 - -'],
  ])('%j: %s', (text, said) => expect(inPassing(text)).toBe(said));
});

describe('laws of amounts', () => {
  const PRINTED = ['fr-FR', 'en-US', 'en-GB', 'de-DE', 'es-ES', 'it-IT', 'nl-NL', 'de-CH', 'sv-SE', 'en-IN', 'pt-BR', 'fr-CA'];

  it('what a locale prints is read back to the cent, or said to be ambiguous', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(...PRINTED),
        fc.constantFrom('EUR', 'USD', 'GBP', 'CHF', 'JPY', 'TND'),
        (minor, locale, code) => {
          const digits = decimalsOf(code);
          const print = (options: Intl.NumberFormatOptions) =>
            new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...options }).format(
              minor / 10 ** digits,
            );
          const exact = `${(minor / 10 ** digits).toFixed(digits)} ${code}`.replace(/^-(0(?:\.0+)? )/, '$1');
          for (const text of [
            print({}),
            print({ style: 'currency', currency: code, currencyDisplay: 'code' }),
            print({ style: 'currency', currency: code }),
          ]) {
            const said = one(text, { locale, defaultCurrency: code });
            if (said !== 'ambiguous') expect([text, said]).toEqual([text, exact]);
            else expect([text, /^\D*\d{1,3}[.,]\d{3}\D*$/.test(text)]).toEqual([text, true]);
          }
        },
      ),
      { numRuns: tries(250) },
    );
  });

  it('the quick reading and the full one agree wherever the quick one answers', () => {
    const piece = fc.constantFrom('1', '23', '456', '000', '0', '.', ',', ' ', '\u202f', "'", '-', '€', 'EUR ', '(', ')', ' CHF', '$');
    const into: WrittenAmount = { digits: 0, decimals: 0, open: '', proves: '', mark: null };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const text = pieces.join('');
        if (!readCommonAmount(text, into, markReader(null))) return;
        const full = readAmountText(text, null) as WrittenAmount;
        expect([text, full.digits, full.decimals, full.open, full.mark]).toEqual([text, into.digits, into.decimals, into.open, into.mark]);
      }),
      { numRuns: tries(3000) },
    );
  });

  it('every cell is a whole number of cents, blank, or a trouble', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 10, unit: fc.constantFrom(..."0123456789.,' -()€$%eE+kr/") }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), fc.constantFrom(null, 'fr-FR', 'en-US'), (cells, locale) => {
        const read = readAmountColumn({ name: 's', cells: cells.map((c) => [c]) }, { from: 0, to: cells.length }, 0, {
          locale,
          defaultCurrency: null,
          rowCurrency: null,
          currencies: [],
        });
        cells.forEach((_, i) => {
          const said = [
            Number.isSafeInteger(read.minor[i]),
            read.blank[i] === 1,
            read.troubles.filter((trouble) => trouble.index === i).length === 1,
          ];
          expect(said.filter(Boolean).length).toBe(1);
        });
      }),
      { numRuns: tries(300) },
    );
  });
});

describe('one cell alone', () => {
  it('is an amount, a trouble, or nothing', () => {
    expect(readAmount('1 850,00 €', { locale: 'fr-FR', currency: null })).toEqual({ minor: 185000, currency: 'EUR' });
    expect(readAmount(12.5, { locale: null, currency: 'USD' })).toEqual({ minor: 1250, currency: 'USD' });
    expect(readAmount(12.5, { locale: null, currency: null }, '#,##0.00 €')).toEqual({ minor: 1250, currency: 'EUR' });
    expect(readAmount('1,234', { locale: null, currency: 'EUR' })).toEqual({ trouble: { kind: 'ambiguous', found: '1,234' } });
    expect(readAmount(0.1, { locale: null, currency: 'EUR' }, '0%')).toEqual({ trouble: { kind: 'unreadable', found: '10 %' } });
    expect(readAmount('—', { locale: null, currency: 'EUR' })).toBeNull();
    expect(readAmount(undefined, { locale: null, currency: 'EUR' })).toBeNull();
  });

  it('is quoted as a person would recognise it', () => {
    const cells: readonly [Cell, string][] = [
      ['31/02/2026', '31/02/2026'],
      [45, '45'],
      [true, 'TRUE'],
      [null, ''],
      [{ error: '#N/A' }, '#N/A'],
      [{ date: '2025-09-10' }, '2025-09-10'],
      [{ number: 0.07, format: '0%' }, '7 %'],
      [{ number: 12.5, format: '0.00 €' }, '12.5'],
      [new Date('2025-09-10T00:00:00Z'), '2025-09-10'],
      ['x'.repeat(500), `${'x'.repeat(119)}…`],
    ];
    for (const [cell, said] of cells) expect(displayText(cell)).toBe(said);
  });

  it('says yes or no in six languages', () => {
    for (const yes of ['oui', 'Oui', 'x', '✓', '✔️', 'yes', 'Y', 'ja', 'Sí', 'sì', 'vrai', 'TRUE', 'wahr', '1', 1, true])
      expect([yes, yesNo(yes)]).toEqual([yes, true]);
    for (const no of ['non', 'No', 'nein', 'nee', 'faux', 'FALSE', '0', 0, false, '✗']) expect([no, yesNo(no)]).toEqual([no, false]);
    for (const word of ['', null, undefined, 'peut-être', '2', 2, { error: '#N/A' }, 'partiel'] as const)
      expect([word, yesNo(word)]).toEqual([word, null]);
  });
});
