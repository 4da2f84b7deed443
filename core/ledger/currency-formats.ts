/**
 * Which currency a number format shows beside the number: accountants rarely type the sign, they format the column.
 */
import { plainText } from './cell-text.ts';
import { type CurrencyMark, currencyMark, markWithin } from './currency-words.ts';

/** Where the Windows language number of a format names the member of a family: `[$$-1009]` is the Canadian dollar. */
const LANGUAGE_NUMBERS: Readonly<Record<string, string>> = {
  '409': 'en-US',
  '1009': 'en-CA',
  C0C: 'fr-CA',
  C09: 'en-AU',
  '1409': 'en-NZ',
  '4809': 'en-SG',
  '1004': 'zh-SG',
  '3C09': 'en-HK',
  C04: 'zh-HK',
  '404': 'zh-TW',
  '80A': 'es-MX',
  '2C0A': 'es-AR',
  '340A': 'es-CL',
  '240A': 'es-CO',
  '380A': 'es-UY',
  '41D': 'sv-SE',
  '414': 'nb-NO',
  '814': 'nn-NO',
  '406': 'da-DK',
  '40F': 'is-IS',
  '804': 'zh-CN',
  '411': 'ja-JP',
  '4009': 'en-IN',
  '439': 'hi-IN',
  '420': 'ur-PK',
  '461': 'ne-NP',
};

/** The mark a number format shows beside the number, in its first section: `[$€-40C]`, `"$"#,##0.00`, `#,##0.00 €`; null for none. */
export function markInFormat(format: string, locale: string | null): CurrencyMark | null {
  const section = (/^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*/.exec(format) as RegExpExecArray)[0];
  const tagged = /\[\$([^\]-]+)(?:-([^\]]*))?\]/.exec(section);
  if (tagged) {
    const place = tagged[2] ?? '';
    const ownLocale = LANGUAGE_NUMBERS[place.toUpperCase()] ?? (/^[a-z]{2}-/i.test(place) ? place : locale);
    return currencyMark((tagged[1] as string).trim(), ownLocale);
  }
  // `_€` and `*x` are blanks as wide as a sign, not signs.
  const words = section
    .replace(/\[[^\]]*\]|_.|\*./g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/["#0?,.+\-()]/g, ' ');
  const plain = plainText(words).replace(/ +/g, ' ');
  return currencyMark(plain, locale) ?? currencyMark(`${plain}.`, locale) ?? markWithin(plain, locale);
}

/** The ISO code of the currency a number format shows; null for none or an undecided family. `[$-409]` is a language, not a currency. */
export function currencyFromFormat(format: string, locale: string | null): string | null {
  return markInFormat(format, locale)?.code ?? null;
}
