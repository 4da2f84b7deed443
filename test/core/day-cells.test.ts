import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, dayFromIso, isoOf, NO_DAY, partsOf } from '../../core/calendar.ts';
import { type DayContext, dayOfSerial, formatDayLike, readDay, readDayColumn } from '../../core/ledger/cells.ts';
import { startOfDay } from '../../core/ledger/civil-day.ts';
import { accusedOrders } from '../../core/ledger/day-orders.ts';
import { dayOfNumber, dayOfTextSerial, lastDay } from '../../core/ledger/day-serials.ts';
import { exactIso } from '../../core/ledger/day-text.ts';
import { type DateOrder, dateOrderOf } from '../../core/ledger/locale-habits.ts';
import { monthName } from '../../core/ledger/month-words.ts';
import type { Shown } from '../../core/ledger/number-format.ts';
import type { Cell, Sheet } from '../../core/workbook.ts';
import { tries } from '../thorough.ts';

const day = (iso: string) => dayFromIso(iso) as CalendarDay;
const NOBODY: DayContext = { asOf: day('2026-09-22'), locale: null, dateOrder: null, timeZone: null, date1904: false };

/** Reads a column and says each cell in one word: its ISO day, '' for blank, or its trouble; an odd order is said behind the day. */
function column(cells: readonly Cell[], context: Partial<DayContext> = {}, formats?: readonly (string | null)[]) {
  const sheet: Sheet = {
    name: 'Factures',
    cells: cells.map((cell) => ['F-1', cell]),
    ...(formats ? { formats: formats.map((f) => [null, f]) } : {}),
  };
  const read = readDayColumn(sheet, { from: 0, to: cells.length }, 1, { ...NOBODY, ...context });
  const said = cells.map((_, index) => {
    const value = read.days[index] as CalendarDay;
    const trouble = read.troubles.find((candidate) => candidate.index === index);
    return [value === NO_DAY ? '' : isoOf(value), trouble?.kind ?? ''].filter((word) => word !== '').join(' ');
  });
  return { said, ...read };
}

/** One cell in a column of its own. */
function one(cell: Cell, context: Partial<DayContext> = {}, format: string | null = null): string {
  return column([cell], context, format === null ? undefined : [format]).said[0] as string;
}

describe('a date typed as text', () => {
  const table: readonly [string, string][] = [
    ['2025-09-10', '2025-09-10'],
    ['2025-9-1', '2025-09-01'],
    ['2025-09-10T00:00:00Z', '2025-09-10'],
    ['2025-09-10T23:30:00-05:00', '2025-09-10'],
    ['2025-09-10 14:30', '2025-09-10'],
    ['15/09/2025', '2025-09-15'],
    ['15.09.25', '2025-09-15'],
    ['15-09-2025', '2025-09-15'],
    ['15 / 09 / 2025', '2025-09-15'],
    ['15 09 2025', '2025-09-15'],
    ['15–09–2025', '2025-09-15'],
    ['2025/09/15', '2025-09-15'],
    ['2025. 09. 15.', '2025-09-15'],
    ['2025年9月15日', '2025-09-15'],
    ['20250910', '2025-09-10'],
    ['15092025', '2025-09-15'],
    ['9/15/2025', '2025-09-15'],
    ['9/15/2025 12:00:00 AM', '2025-09-15'],
    ['15/09/2025 14:30', '2025-09-15'],
    ['15/09/2025 à 14h30', '2025-09-15'],
    ['Sep 15, 2025', '2025-09-15'],
    ['September 15 2025', '2025-09-15'],
    ['15 sept. 2025', '2025-09-15'],
    ['15-Sep-25', '2025-09-15'],
    ['15SEP2025', '2025-09-15'],
    ['15th Sept. 2025', '2025-09-15'],
    ["15 sept. '25", '2025-09-15'],
    ['2025-Sep-15', '2025-09-15'],
    ['1er septembre 2025', '2025-09-01'],
    ['lundi 15 septembre 2025', '2025-09-15'],
    ['Mon, 15 Sep 2025', '2025-09-15'],
    ['Mon Sep 15 2025 14:30:00 GMT+0200 (CEST)', '2025-09-15'],
    ['mar. 16 sept. 2025', '2025-09-16'],
    ['mar 15 2025', '2025-03-15'],
    ['15. September 2025', '2025-09-15'],
    ['15. März 2025', '2025-03-15'],
    ['15 de septiembre de 2025', '2025-09-15'],
    ['1º de mayo de 2025', '2025-05-01'],
    ['15 settembre 2025', '2025-09-15'],
    ['15 mrt 2025', '2025-03-15'],
    ['15\u00a0août\u202f2025', '2025-08-15'],
    ['15 aou\u0302t 2025', '2025-08-15'],
    ['１５/０９/２０２５', '2025-09-15'],
    ['١٥/٠٩/٢٠٢٥', '2025-09-15'],
    ["'15/09/2025", '2025-09-15'],
    ['\u200e15/09/2025\u200b', '2025-09-15'],
    ['05/05/2025', '2025-05-05'],
    // The weekday beside it decides.
    ['jeu. 03/04/2025', '2025-04-03'],
    ['Tue 03/04/2025', '2025-03-04'],
    // No such day.
    ['31/02/2026', 'impossible'],
    ['31/02/26', 'impossible'],
    ['29/02/2025', 'impossible'],
    ['29/02/2024', '2024-02-29'],
    ['00/00/0000', 'impossible'],
    ['2025-02-31', 'impossible'],
    ['2025-13-01', 'impossible'],
    ['2025-15-09', 'impossible'],
    ['32/01/26', 'impossible'],
    ['99/12/31', 'impossible'],
    ['15/09/225', 'impossible'],
    ['15/09/20255', 'impossible'],
    ['20251301', 'impossible'],
    ['30 février 2025', 'impossible'],
    ['lundi 16 septembre 2025', 'impossible'],
    // Too far from any invoice.
    ['31/12/1919', 'impossible'],
    ['01/01/1920', '1920-01-01'],
    ['22/09/2076', '2076-09-22'],
    ['23/09/2076', 'impossible'],
    ['15/09/9999', 'impossible'],
    // Not a date.
    ['15/09', 'unreadable'],
    ['sept 2025', 'unreadable'],
    ['15/09-2025', 'unreadable'],
    ['10/09/2025 ou 12/09/2025', 'unreadable'],
    ['15/09/2025\n16/09/2025', 'unreadable'],
    ['vers le 15/09/2025', 'unreadable'],
    ['15/09/2025 25:00', 'unreadable'],
    ['15-16 sept 2025', 'unreadable'],
    ['30 jours', 'unreadable'],
    ['à réception', 'unreadable'],
    ['n/a', 'unreadable'],
    ['néant', 'unreadable'],
    ['1850,00', 'unreadable'],
    ['2025-W37', 'unreadable'],
    ['#N/A', 'cell-error'],
    ['#VALEUR !', 'cell-error'],
    ['#¡REF!', 'cell-error'],
    ['Err:502', 'cell-error'],
    // Nothing there.
    ['', ''],
    [' \u00a0\u202f', ''],
    ['-', ''],
    ['—', ''],
  ];
  it.each(table)('%j is %s', (text, said) => {
    expect(one(text)).toBe(said);
  });

  it('a two-digit year falls between 50 years before and 49 years after the as-of year', () => {
    expect(column(['15/09/75', '15/09/76', '15/09/99', '15/09/00'].map(String)).said).toEqual([
      '2075-09-15',
      '1976-09-15',
      '1999-09-15',
      '2000-09-15',
    ]);
  });

  it('an impossible cell is quoted as typed, with its place', () => {
    expect(column(['2025-09-10', null, '31/02/2026']).troubles).toEqual([{ index: 2, kind: 'impossible', found: '31/02/2026' }]);
  });
});

describe('03/04/2025', () => {
  const both = '03/04/2025';
  const april = '2025-04-03';
  const march = '2025-03-04';
  const table: readonly [string, readonly string[], Partial<DayContext>, readonly string[]][] = [
    ['nobody says', [both], {}, ['ambiguous']],
    ['the declared order', [both], { dateOrder: 'mdy', locale: 'fr-FR' }, [march]],
    ['a declared ymd says nothing of it', [both], { dateOrder: 'ymd' }, ['ambiguous']],
    ['a 13+ first in the column', [both, '15/04/2025'], { locale: 'en-US' }, [april, '2025-04-15 against-order']],
    ['a 13+ second in the column', [both, '04/15/2025'], {}, [march, '2025-04-15']],
    [
      'both shown: nothing decides',
      [both, '04/15/2025', '15/04/2025'],
      {},
      ['ambiguous', '2025-04-15 against-order', '2025-04-15 against-order'],
    ],
    ['both shown: the locale', [both, '04/15/2025', '15/04/2025'], { locale: 'fr_FR' }, [april, '2025-04-15 against-order', '2025-04-15']],
    [
      'the majority only accuses',
      [both, '04/15/2025', '15/04/2025', '16/04/2025'],
      {},
      ['ambiguous', '2025-04-15 against-order', '2025-04-15', '2025-04-16'],
    ],
    [
      'against the declared order',
      ['25/12/2025', '26/12/2025', both],
      { dateOrder: 'mdy' },
      ['2025-12-25 against-order', '2025-12-26 against-order', march],
    ],
    [
      'an American export in France: said once',
      ['04/15/2025', '04/16/2025', both],
      { locale: 'fr' },
      ['2025-04-15 against-order', '2025-04-16', march],
    ],
    ['ISO and month names are in no order', ['2025-04-15', 'Apr 15, 2025', both], { locale: 'fr' }, ['2025-04-15', '2025-04-15', april]],
    ['two-digit years alike', ['03/04/05'], {}, ['ambiguous']],
    ['two-digit years alike, decided', ['03/04/05', '15/04/05'], {}, ['2005-04-03', '2005-04-15']],
    ['year first where that is the order', ['03/04/05', '25/09/15'], { locale: 'sv-SE' }, ['2003-04-05', '2025-09-15']],
    ['year first as declared', ['03/04/05'], { dateOrder: 'ymd' }, ['2003-04-05']],
    ['with spaces and time', ['03/04/2025 10:00', '15/04/2025 10:00'], {}, [april, '2025-04-15']],
  ];
  it.each(table)('%s', (_, cells, context, said) => {
    expect(column(cells, context).said).toEqual(said);
  });

  it.each([
    ['en-US', march],
    ['en-GB', april],
    ['en-AU', april],
    ['en-IE', april],
    ['en-IN', april],
    ['fr-FR', april],
    ['de-DE', april],
    ['es-ES', april],
    ['it-IT', april],
    ['nl-NL', april],
    ['pt-BR', april],
    ['en', 'ambiguous'],
    ['en-CA', 'ambiguous'],
    ['en-ZA', 'ambiguous'],
    ['fr-CA', 'ambiguous'],
    ['sv-SE', 'ambiguous'],
    ['ja-JP', 'ambiguous'],
    ['xx', 'ambiguous'],
  ])('in %s is %s', (locale, said) => {
    expect(one(both, { locale })).toBe(said);
  });
});

describe('numbers, true dates and the rest', () => {
  const table: readonly [Cell, string][] = [
    [45910, '2025-09-10'],
    [45910.75, '2025-09-10'],
    [{ number: 45910, format: 'dd/mm/yyyy' }, '2025-09-10'],
    [{ number: 45910.75, format: 'jj/mm/aaaa hh:mm' }, '2025-09-10'],
    [{ number: 45910, format: '[$-40C]d mmmm yyyy' }, '2025-09-10'],
    [{ number: 45910, format: 'TT.MM.JJJJ' }, '2025-09-10'],
    [{ number: 45910, format: 'mmm-yy' }, '2025-09-10'],
    [{ number: 45910, format: 'yyyymmdd' }, '2025-09-10'],
    [{ number: 45910, format: 'General' }, '2025-09-10'],
    [{ number: 45910, format: '@' }, '2025-09-10'],
    [{ number: 45910, format: '0.00%' }, 'impossible'],
    [{ number: 45910, format: '#,##0.00 €' }, 'impossible'],
    [{ number: 45910, format: '#,##0' }, 'impossible'],
    [{ number: 0.5, format: 'hh:mm' }, 'impossible'],
    [{ number: 45910, format: '[h]:mm' }, 'impossible'],
    [20250910, '2025-09-10'],
    [20251301, 'impossible'],
    [45, 'impossible'],
    [2025, 'impossible'],
    [7305, 'impossible'],
    [7306, '1920-01-01'],
    [0, 'impossible'],
    [60, 'impossible'],
    [-45910, 'impossible'],
    [999999, 'impossible'],
    [Number.NaN, 'impossible'],
    [Number.POSITIVE_INFINITY, 'impossible'],
    [true, 'impossible'],
    [false, 'impossible'],
    [{ error: '#N/A' }, 'cell-error'],
    [{ date: '2025-09-10' }, '2025-09-10'],
    [{ date: '2025-09-10T22:00:00Z' }, '2025-09-10'],
    [{ date: '2025-02-31' }, 'impossible'],
    [{ date: 'soon' }, 'unreadable'],
    [new Date(Number.NaN), 'impossible'],
    [null, ''],
  ];
  it.each(table)('%j is %s', (cell, said) => {
    expect(one(cell)).toBe(said);
  });

  it('formats beside the cells count, a cell’s own wins', () => {
    expect(one(45910, {}, '0%')).toBe('impossible');
    expect(one({ number: 45910, format: 'dd/mm/yyyy' }, {}, '0%')).toBe('2025-09-10');
  });

  it('day numbers of 1904 workbooks, and the day 1900 never had', () => {
    expect(one(44448, { date1904: true })).toBe('2025-09-10');
    expect([1, 59, 60, 61, 0].map((serial) => dayOfSerial(serial, false)).map((d) => (d === null ? null : isoOf(d)))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      null,
    ]);
  });

  it('day numbers turned into text are believed only when the whole column is such', () => {
    expect(column(['45910', null, '45920', 45930]).said).toEqual(['2025-09-10', '', '2025-09-20', '2025-09-30']);
    expect(column(['45910', '15/09/2025']).said).toEqual(['unreadable', '2025-09-15']);
    expect(column(['12345', '45910']).said).toEqual(['impossible', '2025-09-10']);
  });

  it('an instant is a day of the spreadsheet, summer and winter, whatever the time of day', () => {
    const read = (instant: string, timeZone: string | null) => one(new Date(instant), { timeZone });
    expect(read('2025-09-09T22:00:00Z', 'Europe/Paris')).toBe('2025-09-10');
    expect(read('2025-12-09T22:59:59Z', 'Europe/Paris')).toBe('2025-12-09');
    expect(read('2025-12-09T23:00:00Z', 'Europe/Paris')).toBe('2025-12-10');
    expect(read('2025-09-10T06:59:59Z', 'America/Los_Angeles')).toBe('2025-09-09');
    expect(read('2025-09-10T07:00:00Z', 'America/Los_Angeles')).toBe('2025-09-10');
    expect(read('2025-09-09T10:00:00Z', 'Pacific/Kiritimati')).toBe('2025-09-10');
    // Midnight of the day the clocks go forward (Paris, 30 March 2025) and back, and the hours around.
    expect(read('2025-03-29T23:00:00Z', 'Europe/Paris')).toBe('2025-03-30');
    expect(read('2025-03-30T21:59:59Z', 'Europe/Paris')).toBe('2025-03-30');
    expect(read('2025-03-30T22:00:00Z', 'Europe/Paris')).toBe('2025-03-31');
    expect(read('2025-10-26T22:59:59Z', 'Europe/Paris')).toBe('2025-10-26');
    expect(read('2025-09-10T00:00:00Z', null)).toBe('2025-09-10');
    // A zone nobody knows gives no day rather than the wrong one.
    expect(read('2025-09-09T22:00:00Z', 'Nowhere/Land')).toBe('unreadable');
  });

  it('falls on the day a clock of that zone shows, at any instant', () => {
    const zones = [
      'UTC',
      'Europe/Paris',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1980-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (timeZone, instant) => {
          const clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
          expect(one(instant, { timeZone })).toBe(clock);
        },
      ),
      { numRuns: tries(150) },
    );
  });
});

describe('a column as a whole', () => {
  it('says whether dates are written there as text, and how', () => {
    const table: readonly [readonly Cell[], Partial<DayContext>, boolean, string | null][] = [
      [['15/09/2025', '03/04/2025', null], {}, true, 'dd/mm/yyyy'],
      [['5/9/2025', '15/9/2025'], {}, true, 'd/m/yyyy'],
      [['15.09.25'], {}, true, 'dd.mm.yy'],
      [['2025-09-15'], {}, true, 'yyyy-mm-dd'],
      [['2025/09/15'], {}, true, 'yyyy/mm/dd'],
      [['9/15/2025'], {}, true, 'm/d/yyyy'],
      [['15 sept. 2025'], {}, true, 'd mmm yyyy'],
      [['Sep 15, 2025'], {}, true, 'mmm d, yyyy'],
      [['05/05/2025'], {}, true, null],
      [['05/05/2025'], { locale: 'fr-FR' }, true, 'dd/mm/yyyy'],
      [[45910, 45911, '15/09/2025'], {}, false, 'dd/mm/yyyy'],
      [[45910], {}, false, null],
      [[], {}, false, null],
    ];
    for (const [cells, context, textual, textFormat] of table) expect(column(cells, context)).toMatchObject({ textual, textFormat });
  });

  it('counts filled cells, forgives ragged rows, and reads only its range', () => {
    const sheet: Sheet = { name: 's', cells: [['Échéance'], ['2025-09-10'], [], ['-'], ['x'], ['2025-09-11']] };
    const read = readDayColumn(sheet, { from: 1, to: 5 }, 0, NOBODY);
    expect([...read.days]).toEqual([day('2025-09-10'), NO_DAY, NO_DAY, NO_DAY]);
    expect(read.filled).toBe(2);
    expect(read.troubles).toEqual([{ index: 3, kind: 'unreadable', found: 'x' }]);
    expect(readDayColumn(sheet, { from: 9, to: 9 }, 0, NOBODY).filled).toBe(0);
  });

  const someDay = fc.integer({ min: -18262, max: 38000 }).map((n) => n as CalendarDay);
  const nearDay = fc.integer({ min: -3000, max: 3000 }).map((n) => addDays(NOBODY.asOf, n));

  it('reads back what it writes, in every form and language', () => {
    const forms = [
      'dd/mm/yyyy',
      'd/m/yyyy',
      'mm/dd/yyyy',
      'yyyy-mm-dd',
      'yyyy/mm/dd',
      'dd.mm.yyyy',
      'dd-mm-yyyy',
      'yyyymmdd',
      'd mmm yyyy',
      'd mmmm yyyy',
      'mmm d, yyyy',
      'd-mmm-yyyy',
    ];
    fc.assert(
      fc.property(someDay, fc.constantFrom(...forms), fc.constantFrom('fr', 'en', 'de', 'es', 'it', 'nl'), (value, form, language) => {
        const dateOrder = form.startsWith('m') ? 'mdy' : 'dmy';
        const text = formatDayLike(value, form, language);
        expect(one(text, { dateOrder })).toBe(isoOf(value));
      }),
      { numRuns: tries(300) },
    );
    fc.assert(
      fc.property(nearDay, (value) => expect(one(formatDayLike(value, 'serial', 'fr'))).toBe(isoOf(value))),
      { numRuns: tries(50) },
    );
    fc.assert(
      fc.property(nearDay, (value) => expect(one(formatDayLike(value, 'dd.mm.yy', 'de'), { locale: 'de' })).toBe(isoOf(value))),
      { numRuns: tries(50) },
    );
  });

  it('writes like the column it read, and reads that as the same day', () => {
    const samples = ['15/09/2025', '5/9/2025', '9/25/2025', '2025-09-15', '15.09.25', '15 sept. 2025', 'Sep 15, 2025', '20250915'];
    fc.assert(
      fc.property(nearDay, fc.constantFrom(...samples), fc.constantFrom('fr-FR', 'en-GB', 'de-DE'), (value, sample, locale) => {
        const { textFormat } = column([sample, '25/12/2025', '26/12/2025'], { locale });
        const text = formatDayLike(value, textFormat, locale.slice(0, 2));
        expect(one(text, { locale, dateOrder: dateOrderOf(locale) })).toBe(isoOf(value));
      }),
      { numRuns: tries(150) },
    );
  });

  it('reads what each locale prints', () => {
    const locales = ['fr-FR', 'en-US', 'en-GB', 'de-DE', 'es-ES', 'it-IT', 'nl-NL', 'sv-SE', 'ja-JP'];
    fc.assert(
      fc.property(someDay, fc.constantFrom(...locales), fc.constantFrom('short', 'medium', 'long', 'full'), (value, locale, dateStyle) => {
        fc.pre(dateStyle === 'medium' || /^(?:fr|en|de|es|it|nl)/.test(locale) || dateStyle === 'short');
        const { year } = partsOf(value);
        fc.pre(dateStyle !== 'short' || (year > 1976 && year < 2075));
        fc.pre(locale !== 'sv-SE' || dateStyle === 'short');
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(value * 86_400_000));
        expect([text, one(text, { locale })]).toEqual([text, isoOf(value)]);
      }),
      { numRuns: tries(300) },
    );
  });

  it('the name of every month in every language is read as that month', () => {
    for (const language of ['fr', 'en', 'de', 'es', 'it', 'nl'])
      for (let month = 1; month <= 12; month++)
        for (const length of ['long', 'short'] as const)
          for (const name of [monthName(month, language, length), monthName(month, language, length).toUpperCase()])
            expect(one(`15 ${name} 2025`)).toBe(`2025-${String(month).padStart(2, '0')}-15`);
  });

  it('never answers two things: each filled cell is a day or a trouble', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 14, unit: fc.constantFrom(...'0123456789/.- abjuinmarst:,#') }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), fc.constantFrom(null, 'fr-FR', 'en-US', 'sv'), (cells, locale) => {
        const read = column(cells, { locale });
        const silent = cells.filter((_, i) => read.days[i] === NO_DAY && !read.troubles.some((trouble) => trouble.index === i));
        expect(silent.length).toBe(cells.length - read.filled);
        for (const value of read.days) expect(value === NO_DAY || (value >= day('1920-01-01') && value <= day('2076-09-22'))).toBe(true);
      }),
      { numRuns: tries(300) },
    );
  });
});

describe('one date alone', () => {
  it('is a day, a trouble, or nothing', () => {
    expect(readDay('15/09/2025', NOBODY)).toEqual({ day: day('2025-09-15') });
    expect(readDay(45910, NOBODY, 'dd/mm/yyyy')).toEqual({ day: day('2025-09-10') });
    expect(readDay(45910, NOBODY, '0%')).toEqual({ trouble: { kind: 'impossible', found: '4591000 %' } });
    expect(readDay('25/12/2025', { ...NOBODY, dateOrder: 'mdy' })).toEqual({ day: day('2025-12-25') });
    expect(readDay('03/04/2025', NOBODY)).toEqual({ trouble: { kind: 'ambiguous', found: '03/04/2025' } });
    expect(readDay('45910', NOBODY)).toEqual({ trouble: { kind: 'unreadable', found: '45910' } });
    expect(readDay(' — ', NOBODY)).toBeNull();
    expect(readDay(undefined, NOBODY)).toBeNull();
  });
});

describe('the days a ledger can hold', () => {
  it.each<[cell: Cell, said: string]>([
    ['1919-12-31', 'impossible'],
    ['1920-01-01', '1920-01-01'],
    ['2076-09-22', '2076-09-22'],
    ['2076-09-23', 'impossible'],
    ['31/12/1919', 'impossible'],
    ['13/01/1920', '1920-01-13'],
    ['22/09/2076', '2076-09-22'],
    ['23/09/2076', 'impossible'],
    [new Date('1919-12-31T12:00:00Z'), 'impossible'],
    [new Date('1920-01-01T00:00:00Z'), '1920-01-01'],
    [new Date('2076-09-22T23:59:59Z'), '2076-09-22'],
    [new Date('2076-09-23T00:00:00Z'), 'impossible'],
    [new Date(Number.NaN), 'impossible'],
    [{ date: '1919-12-31' }, 'impossible'],
    [{ date: '2025-09-10T08:00' }, '2025-09-10'],
    [{ date: 'on 2025-09-10' }, 'unreadable'],
  ])('%p is %s', (cell, said) => expect(one(cell)).toBe(said));
});

describe('what a column tells beside its days', () => {
  it('its troubles stand in the order of its rows', () => {
    const { troubles } = column(['09/15/2025', 'soon', '15/09/2025', '12/31/2025'], { locale: 'fr-FR' });
    expect(troubles.map(({ index, kind }) => `${index} ${kind}`)).toEqual(['0 against-order', '1 unreadable', '3 against-order']);
  });

  it.each<[what: string, cells: Cell[], context: Partial<DayContext>, textFormat: string | null, order: string | null]>([
    ['day numbers as text', ['45910', '45920'], {}, 'serial', null],
    ['of a workbook that counts from 1904: nothing we would write', ['44448', '44458'], { date1904: true }, null, null],
    ['ISO', ['2025-09-10', '15/09/2025'], {}, 'yyyy-mm-dd', 'dmy'],
    ['day first', ['15/09/2025', '03/04/2025'], {}, 'dd/mm/yyyy', 'dmy'],
    ['one digit somewhere', ['15/09/2025', '3/4/2025'], {}, 'd/m/yyyy', 'dmy'],
    ['month first', ['09-15-2025'], {}, 'mm-dd-yyyy', 'mdy'],
    ['two-digit years', ['15.09.25'], {}, 'dd.mm.yy', 'dmy'],
    ['two-digit years first', ['25/09/15'], { dateOrder: 'ymd' }, 'yy/mm/dd', 'ymd'],
    ['years first', ['2025/09/15'], {}, 'yyyy/mm/dd', null],
    ['open', ['03/04/2025'], {}, null, null],
    ['open, and a locale', ['03/04/2025'], { locale: 'fr-FR' }, 'dd/mm/yyyy', 'dmy'],
    ['long months', ['15 septembre 2025'], {}, 'd mmmm yyyy', null],
    ['short months', ['15-Sep-25'], {}, 'd-mmm-yy', null],
    ['true dates', [{ date: '2025-09-10' }], {}, null, null],
    ['a blank first', ['', '15/09/2025'], {}, 'dd/mm/yyyy', 'dmy'],
    ['a word first', ['soon', '15/09/2025'], {}, 'dd/mm/yyyy', 'dmy'],
  ])('%s', (_, cells, context, textFormat, order) => {
    const read = column(cells, context);
    expect([read.textFormat, read.order]).toEqual([textFormat, order]);
  });

  it.each([
    [null, 'fr', '2025-09-05'],
    ['serial', 'fr', '45905'],
    ['dd/mm/yyyy', 'fr', '05/09/2025'],
    ['d/m/yy', 'fr', '5/9/25'],
    ['d mmmm yyyy', 'fr', '5 septembre 2025'],
    ['d mmmm yyyy', 'en', '5 September 2025'],
    ['d-mmm-yy', 'en', '5-Sep-25'],
  ])('the fifth of September, like %j in %s: %s', (textFormat, language, text) =>
    expect(formatDayLike(day('2025-09-05'), textFormat, language)).toBe(text),
  );

  it('what is blank fills nothing', () => {
    expect([column([]).filled, column(['', null]).filled, column([]).textual, column(['', '15/09/2025']).textual]).toEqual([
      0,
      0,
      false,
      true,
    ]);
  });
});

describe('when a day begins', () => {
  it.each<[iso: string, zone: string | null, start: string | null]>([
    ['2025-09-15', null, '2025-09-15T00:00:00.000Z'],
    ['2025-09-15', 'UTC', '2025-09-15T00:00:00.000Z'],
    ['2025-09-15', 'Etc/GMT', '2025-09-15T00:00:00.000Z'],
    ['2025-09-15', 'Europe/Paris', '2025-09-14T22:00:00.000Z'],
    ['2025-12-15', 'Europe/Paris', '2025-12-14T23:00:00.000Z'],
    ['2025-09-15', 'America/Los_Angeles', '2025-09-15T07:00:00.000Z'],
    ['2025-09-15', 'Pacific/Kiritimati', '2025-09-14T10:00:00.000Z'],
    ['2025-09-07', 'America/Santiago', '2025-09-07T04:00:00.000Z'], // the clocks skip midnight
    ['2025-09-15', 'Nowhere/Land', null],
  ])('%s in %s: %s', (iso, zone, start) => expect(startOfDay(day(iso), zone)?.toISOString() ?? null).toBe(start));
});

describe('day numbers', () => {
  const said = (found: CalendarDay | null) => (found === null ? null : isoOf(found));
  it.each<[serial: number, date1904: boolean, said: string | null]>([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [45910.99, false, '2025-09-10'],
    [0, false, null],
    [-1, false, null],
    [0, true, '1904-01-01'],
    [44448, true, '2025-09-10'],
    [-1, true, null],
    [Number.NaN, false, null],
    [Number.POSITIVE_INFINITY, true, null],
  ])('%d, from 1904: %p, is %s', (serial, date1904, expected) => expect(said(dayOfSerial(serial, date1904))).toBe(expected));

  it.each<[value: number, shown: Shown, said: string | null]>([
    [45910, 'date', '2025-09-10'],
    [45910, 'plain', '2025-09-10'],
    [45910, 'number', null],
    [20250910, 'plain', '2025-09-10'],
    [20250910, 'date', null],
    [20250910.5, 'plain', null],
    [20251310, 'plain', null],
    [19000101, 'plain', null],
    [7306, 'plain', '1920-01-01'],
    [7305, 'plain', null],
    [64550, 'plain', '2076-09-22'],
    [64551, 'plain', null],
    [99999999, 'plain', null],
  ])('the number %d shown as %s is %s', (value, shown, expected) =>
    expect(said(dayOfNumber(value, shown, false, lastDay(NOBODY.asOf)))).toBe(expected),
  );

  it('turned into text, believed from twenty years before the as-of day to ten after', () => {
    const serial = (days: number) => addDays(NOBODY.asOf, days) + 25569;
    expect([-7306, -7305, 3653, 3654].map((days) => dayOfTextSerial(serial(days), NOBODY.asOf, false) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(dayOfTextSerial(60, NOBODY.asOf, false)).toBeNull();
  });
});

describe('whose dates stand against the order', () => {
  it.each<[declared: DateOrder | null, dmy: number, mdy: number, local: DateOrder | null, accused: string]>([
    [null, 0, 0, null, ''],
    [null, 3, 0, null, ''],
    [null, 3, 1, null, 'mdy'],
    [null, 1, 3, null, 'dmy'],
    [null, 2, 2, null, 'dmy mdy'],
    [null, 2, 2, 'dmy', 'mdy'],
    [null, 0, 2, 'dmy', 'mdy first'], // an American export opened in France
    [null, 1, 2, 'dmy', 'mdy'],
    ['dmy', 0, 2, 'mdy', 'mdy'],
    ['mdy', 1, 2, 'dmy', 'dmy'],
    ['mdy', 0, 2, 'dmy', ''],
    ['ymd', 1, 2, 'dmy', ''],
    [null, 1, 2, 'ymd', 'dmy'],
    [null, 0, 0, 'dmy', ''],
  ])('declared %s, %d day first and %d month first, in a place of %s: %s', (declared, dmy, mdy, local, accused) => {
    const { orders, onlyFirst } = accusedOrders(declared, { dmy, mdy }, local);
    expect([...orders, ...(onlyFirst ? ['first'] : [])].join(' ')).toBe(accused);
  });
});

describe('around a typed date', () => {
  it.each<[text: string, said: string]>([
    ['15/09/2025 24:00', '2025-09-15'],
    ['15/09/2025 25:00', 'unreadable'],
    ['15/09/2025 10:59', '2025-09-15'],
    ['15/09/2025 10:60', 'unreadable'],
    ['15/09/2025 10:10:60', '2025-09-15'],
    ['15/09/2025 10:10:61', 'unreadable'],
    ['15/09/2025 14h', '2025-09-15'],
    ['2025年10月15日', '2025-10-15'],
    ['le 15 septembre 2025', '2025-09-15'],
    ['le 15/09/2025', '2025-09-15'],
    ['lundi le 15/09/2025', 'unreadable'],
    ['lundi 15/09/2025', '2025-09-15'],
    ['lundi  15/09/2025', '2025-09-15'],
    ['lundi 16/09/2025', 'impossible'],
    ['lundi 45910', 'unreadable'],
    ['lundi 31/02/2025', 'impossible'],
    ['xx 15/09/2025', 'unreadable'],
    ['samedi 03/04/2027', '2027-04-03'], // the other reading is a Thursday
    ['15/09/2025 14:30:15.250', '2025-09-15'],
    ['15/09/2025 14:30:15,2', '2025-09-15'],
    ['15/09/2025 at  2:30 PM', '2025-09-15'],
    ['15/09/2025, 2:30 p.m.', '2025-09-15'],
    ['15/09/2025 14:30  Uhr', '2025-09-15'],
    ['15/09/2025 14:30 UTC+02:00', '2025-09-15'],
    ['15/09/2025 14:30 UTC', '2025-09-15'],
    ['15/09/2025 14:30 +0200', '2025-09-15'],
    ['15/09/2025 14:30 (CEST)', '2025-09-15'],
    ['15/09/2025 14:30 x', 'unreadable'],
    ['15/09/2025 14:30:15.', 'unreadable'],
    ['15/09/2025 1430', 'unreadable'],
    ['sept 15 2025', '2025-09-15'],
    ['2025 15 sept', 'unreadable'],
    ['151 sept 2025', 'unreadable'],
    ['15 sept 225', 'unreadable'],
    ['15 sept 20255', 'unreadable'],
    ['15 x 2025', 'unreadable'],
    ['15 sept x', 'unreadable'],
    ['sept sept 2025', 'unreadable'],
    ['15 sept 2025 3', 'unreadable'],
    ['15/123/2025', 'impossible'],
    ['2025/09/155', 'impossible'],
    ['155/09/2025', 'impossible'],
    ['15/09/5', 'impossible'],
    ['18991231', 'impossible'],
    ['20250402.0', '2025-04-02'],
    ['20250402,000', '2025-04-02'],
    ['20250402.5', 'unreadable'],
    ['120250402.0', 'unreadable'],
    ['20250402-0', 'unreadable'],
    ['45910.5', '2025-09-10'],
    ['145910.5', 'unreadable'],
  ])('%j is %s', (text, said) => expect(one(text)).toBe(said));
});

describe('ISO texts, read in passing', () => {
  it.each([
    '2025-09-1x',
    '2025-09-x1',
    '2025-0x-10',
    '202x-09-10',
    'x025-09-10',
    '2025/09-10',
    '2025-09/10',
    '2025-09-1',
    '2025-09-101',
    '/025-09-10',
    ':025-09-10',
    '2025-09-1/',
    '2025-09-1:',
    '2025-09-31',
    '2025-13-01',
  ])('%j is none', (text) => expect(exactIso(text)).toBeNull());
  it.each(['2025-09-10', '1900-01-01', '2099-12-31', '2009-10-19', '0000-01-01'])('%s is one', (text) =>
    expect(exactIso(text)).toBe(dayFromIso(text)),
  );
  it('are days exactly where ISO texts are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789/:-'), minLength: 10, maxLength: 10 });
    const near = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .map(([year, month, dayOfMonth]) =>
        [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-'),
      );
    fc.assert(
      fc.property(fc.oneof(text, near), (iso) => expect(exactIso(iso)).toBe(dayFromIso(iso))),
      { numRuns: tries(1000) },
    );
  });
});
