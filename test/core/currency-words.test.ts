import { describe, expect, it } from '@jest/globals';
import {
  currencyFromFormat,
  currencyFromText,
  currencyIndex,
  NO_CURRENCY,
  readCurrencyColumn,
  UNREAD_CURRENCY,
} from '../../core/ledger/cells.ts';
import type { Currency } from '../../core/money.ts';
import type { Cell } from '../../core/workbook.ts';

describe('the currency a text names', () => {
  it.each<[string, string | null, string | null]>([
    ['EUR', null, 'EUR'],
    ['eur', null, 'EUR'],
    [' € ', null, 'EUR'],
    ['euros', null, 'EUR'],
    ['£', null, 'GBP'],
    ['livres sterling', null, 'GBP'],
    ['US$', 'en-CA', 'USD'],
    ['$', null, 'USD'],
    ['$', 'fr-FR', 'USD'],
    ['$', 'en-CA', 'CAD'],
    ['$', 'fr_CA', 'CAD'],
    ['$', 'en-AU', 'AUD'],
    ['$', 'en-NZ', 'NZD'],
    ['$', 'en-SG', 'SGD'],
    ['$', 'es-MX', 'MXN'],
    ['C$', null, 'CAD'],
    ['kr', null, null],
    ['kr', 'sv-SE', 'SEK'],
    ['kr.', 'da-DK', 'DKK'],
    ['kr', 'nb-NO', 'NOK'],
    ['kr', 'is', 'ISK'],
    ['¥', null, 'JPY'],
    ['¥', 'zh-CN', 'CNY'],
    ['CHF', null, 'CHF'],
    ['Fr.', null, 'CHF'],
    ['SFr', null, 'CHF'],
    ['FCFA', null, 'XOF'],
    ['F CFA', null, 'XOF'],
    ['DT', null, 'TND'],
    ['DH', null, 'MAD'],
    ['zł', null, 'PLN'],
    ['Kč', null, 'CZK'],
    ['R$', null, 'BRL'],
    ['₹', null, 'INR'],
    // Headers with their unit.
    ['Montant (EUR)', null, 'EUR'],
    ['Montant TTC (€)', null, 'EUR'],
    ['Betrag in €', null, 'EUR'],
    ['Amount USD', null, 'USD'],
    ['Amount ($)', 'en-CA', 'CAD'],
    ['Belopp (kr)', 'sv-SE', 'SEK'],
    ['EUR - Euro', null, 'EUR'],
    ['Montant en euros', null, 'EUR'],
    ['Total TTC', null, null],
    ['TOTAL ALL CLIENTS', null, null],
    ['Try again', null, null],
    ['Montant', null, null],
    ['EUR/USD', null, null],
    ['XYZ', null, null],
    ['try', null, null],
    ['TRY', null, 'TRY'],
    ['', null, null],
  ])('%j in %s is %s', (text, locale, code) => {
    expect(currencyFromText(text, locale)).toBe(code);
  });
});

describe('the currency a number format shows', () => {
  it.each<[string, string | null, string | null]>([
    ['#,##0.00 €', null, 'EUR'],
    ['#,##0.00\\ "€"', null, 'EUR'],
    ['€ #,##0.00', null, 'EUR'],
    ['[$€-40C]', null, 'EUR'],
    ['_-* #,##0.00\\ [$€-40C]_-;\\-* #,##0.00\\ [$€-40C]_-', null, 'EUR'],
    ['[$CHF]', null, 'CHF'],
    ['[$CHF-807] #,##0.00', null, 'CHF'],
    ['"$"#,##0.00', null, 'USD'],
    ['"$"#,##0.00', 'en-AU', 'AUD'],
    ['[$$-409]#,##0.00', 'en-CA', 'USD'],
    ['[$$-1009]#,##0.00', null, 'CAD'],
    ['[$$-en-AU]#,##0.00', null, 'AUD'],
    ['#,##0.00 [$kr-41D]', null, 'SEK'],
    ['[$kr.-406] #,##0.00', null, 'DKK'],
    ['#,##0.00\\ "kr"', null, null],
    ['#,##0.00\\ "kr"', 'nb-NO', 'NOK'],
    ['[$¥-804]#,##0.00', null, 'CNY'],
    ['"CHF" #,##0.00;[Red]-"CHF" #,##0.00', null, 'CHF'],
    ['#,##0.00" EUR"', null, 'EUR'],
    ['#,##0," k€"', null, 'EUR'],
    // Languages, widths and words are no currencies.
    ['[$-409]d-mmm-yy', null, null],
    ['[$-40C]#,##0.00', null, null],
    ['_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* "-"??\\ _€_-;_-@_-', null, null],
    ['"Facture" 0', null, null],
    ['[Red]#,##0.00', null, null],
    ['General', null, null],
    ['0.00%', null, null],
    ['dd/mm/yyyy', null, null],
    ['', null, null],
  ])('%j in %s is %s', (format, locale, code) => {
    expect(currencyFromFormat(format, locale)).toBe(code);
  });
});

describe('a currency column', () => {
  it('gives each row its place in the registry, and says which cells name none', () => {
    const currencies: Currency[] = ['GBP'];
    const cells: readonly Cell[] = ['EUR', '£', '', null, '€', 'doublons', 978, '#N/A', { error: '#REF!' }, ' — ', true];
    const read = readCurrencyColumn({ name: 's', cells: cells.map((cell) => [cell]) }, { from: 0, to: cells.length }, 0, null, currencies);
    expect(currencies).toEqual(['GBP', 'EUR']);
    const none = NO_CURRENCY;
    const unread = UNREAD_CURRENCY;
    expect([...read.index]).toEqual([1, 0, none, none, 1, unread, unread, unread, unread, none, unread]);
    expect(read.troubles.map(({ index, kind, found }) => [index, kind, found])).toEqual([
      [5, 'unknown-currency', 'doublons'],
      [6, 'unknown-currency', '978'],
      [7, 'cell-error', '#N/A'],
      [8, 'cell-error', '#REF!'],
      [10, 'unknown-currency', 'TRUE'],
    ]);
  });

  it('the registry grows by what is new only', () => {
    const currencies: Currency[] = [];
    expect([currencyIndex(currencies, null), currencyIndex(currencies, 'EUR'), currencyIndex(currencies, null)]).toEqual([0, 1, 0]);
  });
});
