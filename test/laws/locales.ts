/**
 * How people of each country print a sum and a day, by the locale data of the machine (ICU), which the engine does not use. Where a country has two
 * habits, the form that would be a guess is told as such: it must not be read at all.
 */

/** Countries whose ledgers are printed and read again. */
export const LOCALES = [
  'fr-FR',
  'fr-BE',
  'fr-CH',
  'fr-CA',
  'fr-LU',
  'en-US',
  'en-GB',
  'en-IE',
  'en-AU',
  'en-CA',
  'en-IN',
  'en-ZA',
  'de-DE',
  'de-AT',
  'de-CH',
  'es-ES',
  'es-MX',
  'it-IT',
  'it-CH',
  'nl-NL',
  'nl-BE',
  'pt-PT',
  'pt-BR',
  'da-DK',
  'nb-NO',
  'sv-SE',
  'fi-FI',
  'pl-PL',
  'cs-CZ',
  'hu-HU',
  'ja-JP',
] as const;
export type Locale = (typeof LOCALES)[number];

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string, decimals: number, currency: string | null): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${currency}`;
  let format = numbers.get(key);
  if (format === undefined) {
    const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: true };
    const money = currency === null ? {} : { style: 'currency', currency, currencyDisplay: 'code' };
    format = new Intl.NumberFormat(locale, { ...places, ...money } as Intl.NumberFormatOptions);
    numbers.set(key, format);
  }
  return format;
}

/** A decimal text of any size (`-1234567.5`) as the country prints it; `currency` by its code, or none. */
export function printedSum(decimal: string, decimals: number, locale: string, currency: string | null = null): string {
  return numberFormat(locale, decimals, currency).format(decimal as unknown as number);
}

const days = new Map<string, Intl.DateTimeFormat>();
/** Days since 1970-01-01 as the country prints a date in figures, or with the month in letters. */
export function printedDay(number: number, locale: string, month: '2-digit' | 'numeric' | 'short' | 'long'): string {
  const key = `${locale} ${month}`;
  let format = days.get(key);
  if (format === undefined) {
    const day = month === '2-digit' ? '2-digit' : 'numeric';
    format = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month,
      day,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    days.set(key, format);
  }
  return format.format(number * 86_400_000);
}
