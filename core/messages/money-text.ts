/**
 * Amounts and days as the debtor reads them, in the debtor's language. Written by hand: not every host of the add-in knows every locale, and a
 * reminder must read the same whichever spreadsheet it comes from.
 */
import { type CalendarDay, partsOf } from '../calendar.ts';
import { type Currency, decimalsOf, type Money } from '../money.ts';
import { oneLine } from './sheet-text.ts';

export type MessageLanguage = 'fr' | 'en';

/** No-break spaces: an amount is never cut at the end of a line. */
const NBSP = '\u00a0';
const NARROW_NBSP = '\u202f';

/** Currencies whose sign no reader mistakes; all others are named by their code. */
const SIGNS: Readonly<Record<MessageLanguage, ReadonlyMap<string, string>>> = {
  fr: new Map([
    ['EUR', '€'],
    ['GBP', '£'],
  ]),
  en: new Map([
    ['EUR', '€'],
    ['GBP', '£'],
    ['USD', '$'],
  ]),
};

const MONTHS: Readonly<Record<MessageLanguage, readonly string[]>> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

/**
 * `1 850,00 €` in French, `€1,850.00` in English; a currency without a sign by its code (`1 850,00 CHF`, `CHF 1,850.00`), the unnamed one as a
 * plain number. '' for an amount that is not a number.
 */
export function moneyText(minor: number, currency: Currency, language: MessageLanguage): string {
  if (!Number.isFinite(minor)) return '';
  const number = digitsText(minor, decimalsOf(currency), language);
  const minus = Math.round(minor) < 0 ? '-' : '';
  if (currency === null) return minus + number;
  const sign = SIGNS[language].get(currency);
  if (language === 'fr') return `${minus}${number}${NBSP}${sign ?? oneLine(currency)}`;
  return sign === undefined ? `${oneLine(currency)}${NBSP}${minus}${number}` : `${minus}${sign}${number}`;
}

/** The digits of whole units of 10^−decimals, without sign: `digitsText(185000, 2, 'fr')` is `1 850,00`. */
export function digitsText(units: number, decimals: number, language: MessageLanguage): string {
  const digits = BigInt(Math.round(Math.abs(units)))
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NARROW_NBSP : ',');
  return decimals === 0 ? whole : `${whole}${language === 'fr' ? ',' : '.'}${digits.slice(-decimals)}`;
}

/** {@link moneyText} of an amount with its currency. */
export function amountText(money: Money, language: MessageLanguage): string {
  return moneyText(money.minor, money.currency, language);
}

/** `10 septembre 2025`, `1er septembre 2025`; `10 September 2025`. */
export function longDate(day: CalendarDay, language: MessageLanguage): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${language === 'fr' && dayOfMonth === 1 ? '1er' : dayOfMonth} ${MONTHS[language][month - 1]} ${year}`;
}

/**
 * The short form of tables: `10/09/2025` in French, `10 Sep 2025` in English, where 10/09 would be September to one reader and October to
 * another.
 */
export function shortDate(day: CalendarDay, language: MessageLanguage): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  if (language === 'en') return `${dayOfMonth} ${(MONTHS.en[month - 1] as string).slice(0, 3)} ${year}`;
  return `${String(dayOfMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
