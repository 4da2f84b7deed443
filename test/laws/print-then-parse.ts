/**
 * A sum and a day printed by the country's own habits are read back to the cent and to the day; read elsewhere, or where nobody said where, they
 * are the same, or nothing at all. A sum taken for a thousand times itself would be in a letter before anybody looks.
 */
import fc from 'fast-check';
import { type CalendarDay, dayFromIso, isoOf } from '../../core/calendar.ts';
import { readAmount } from '../../core/ledger/amount-cells.ts';
import { formatDayLike, readDay } from '../../core/ledger/day-cells.ts';
import { LOCALES, type Locale, printedDay, printedSum } from './locales.ts';

const AS_OF = dayFromIso('2026-03-16') as CalendarDay;
const FIRST = dayFromIso('1930-01-01') as CalendarDay;
const LAST = dayFromIso('2075-12-31') as CalendarDay;

/** Where the months in letters are those of the six languages read. */
const WORDS_READ = /^(?:fr|en|de|es|it|nl)-/;

const cents = fc.oneof(
  fc.integer({ min: -99_999, max: 99_999 }),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e13, max: 1e13 }),
  fc.integer({ min: -1e7, max: 1e7 }).map((thousands) => thousands * 100_000),
);

/** Whole minor units as decimal text: `-1234.50`. */
export function decimalText(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${minor < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

const CURRENCIES = [
  ['EUR', 2],
  ['GBP', 2],
  ['USD', 2],
  ['CHF', 2],
  ['JPY', 0],
  ['TND', 3],
] as const;

/** How a printed sum was read: minor units, or the kind of trouble it is. */
function readSum(text: string, locale: string | null, currency: string | null): number | string {
  const read = readAmount(text, { locale, currency });
  if (read === null) return 'blank';
  return 'trouble' in read ? read.trouble.kind : read.minor;
}

const same = (what: string, text: string, ours: unknown, wanted: unknown): void => {
  if (!Object.is(ours, wanted)) throw new Error(`${what} ${JSON.stringify(text)}: ${String(ours)}, and not ${String(wanted)}`);
};

/** Each sum printed with its currency and without, and in whole units; read there, and where nobody says where. */
export function sums(locale: Locale, numRuns: number): void {
  fc.assert(
    fc.property(cents, fc.constantFrom(...CURRENCIES), (minor, [currency, decimals]) => {
      const decimal = decimalText(minor, decimals);
      const [bare, named] = [printedSum(decimal, decimals, locale), printedSum(decimal, decimals, locale, currency)];
      const isTwoWay = decimals === 3 || decimals === 0;
      // A lone point or comma before three digits has two readings where the country has no one habit, and where three decimals are usual.
      const own = (text: string, ours: number | string) =>
        isTwoWay && ours === 'ambiguous'
          ? same('two readings', text, /\d[.,]\d{3}(?!\d)/.test(text), true)
          : same(locale, text, ours, minor);
      own(bare, readSum(bare, locale, currency));
      own(named, readSum(named, locale, null));
      for (const text of [bare, named]) {
        const ours = readSum(text, null, currency);
        if (isTwoWay ? ours !== 'ambiguous' : true) same('nowhere', text, ours, minor);
      }
    }),
    { numRuns },
  );
}

/** Each sum printed here and read in every other country: the same, or a problem. */
export function sumsAbroad(numRuns: number): void {
  fc.assert(
    fc.property(
      cents,
      fc.constantFrom(...LOCALES),
      fc.constantFrom(...LOCALES),
      fc.constantFrom(2, 2, 2, 0),
      (minor, home, abroad, decimals) => {
        const whole = decimals === 0 ? Math.trunc(minor / 100) + 0 : minor;
        const text = printedSum(decimalText(whole, decimals), decimals, home);
        const ours = readSum(text, abroad, null);
        // "1.234" is a thousand in Germany and a bit more than one in England: only two decimals or none can be told apart from that.
        if (typeof ours === 'number') same(`${home} read in ${abroad}`, text, ours, decimals === 0 ? whole * 100 : whole);
      },
    ),
    { numRuns },
  );
}

function readIn(text: string, locale: string | null, dateOrder: 'dmy' | 'mdy' | 'ymd' | null = null): string {
  const read = readDay(text, { asOf: AS_OF, locale, dateOrder, timeZone: null, date1904: false });
  if (read === null) return 'blank';
  return 'trouble' in read ? read.trouble.kind : isoOf(read.day);
}

const anyDay = fc.integer({ min: FIRST, max: LAST });
const FORMS = ['2-digit', 'numeric', 'short', 'long'] as const;

/** Each day printed in figures and in letters; read there, and where nobody says where: the same, or a problem. */
export function days(locale: Locale, numRuns: number): void {
  fc.assert(
    fc.property(anyDay, (number) => {
      const wanted = isoOf(number as CalendarDay);
      for (const form of FORMS) {
        const text = printedDay(number, locale, form);
        const ours = readIn(text, locale);
        if (/^[\d/.\-\s]+$/.test(text) || WORDS_READ.test(locale)) same(locale, text, ours, wanted);
        else if (ours !== 'unreadable') same(`${locale}, in letters`, text, ours, wanted);
        const nowhere = readIn(text, null);
        if (nowhere !== 'ambiguous' && nowhere !== 'unreadable') same('nowhere', text, nowhere, wanted);
      }
    }),
    { numRuns },
  );
}

const COLUMN_FORMS = [
  'dd/mm/yyyy',
  'd/m/yyyy',
  'dd.mm.yyyy',
  'dd-mm-yy',
  'yyyy-mm-dd',
  'mm/dd/yyyy',
  'd mmm yyyy',
  'd mmmm yyyy',
  'mmm d, yyyy',
];
const RECENT = { min: dayFromIso('1977-01-01') as CalendarDay, max: dayFromIso('2075-12-31') as CalendarDay };

/** A day written as its column is written, in the words of each of the six languages, is that day again. */
export function daysLikeTheirColumn(numRuns: number): void {
  fc.assert(
    fc.property(
      fc.integer(RECENT),
      fc.constantFrom(...COLUMN_FORMS),
      fc.constantFrom('fr', 'en', 'de', 'es', 'it', 'nl'),
      (number, form, language) => {
        const text = formatDayLike(number as CalendarDay, form, language);
        same(form, text, readIn(text, null, form.startsWith('mm/') ? 'mdy' : 'dmy'), isoOf(number as CalendarDay));
      },
    ),
    { numRuns },
  );
}
