/** Numbers and days as the user reads them, with the core's own writing of money and dates, so that the panel and the messages agree. */
import { dayFromIso, type LanguageCode, moneyText, shortDate, toMinor, type View, type ViewWords } from '../core/for-panel.ts';
import { type OwnWords, wordsOf } from './own-words.ts';
import type { Words } from './words.ts';

const NARROW = '\u202f';

/** Everything a screen needs to write: words, and figures in them. */
export interface Speech {
  readonly code: LanguageCode;
  readonly words: Words;
  /** What the view calls things. */
  readonly view: ViewWords;
  readonly money: (amount: number, currency: string | null) => string;
  /** A day from ISO text; the text itself when it is none. */
  readonly day: (iso: string) => string;
  /** A day and hour from ISO date-time. */
  readonly moment: (at: string) => string;
  readonly stage: (id: string) => string;
  readonly count: (n: number) => string;
  readonly decimal: (n: number, decimals: number) => string;
  /** Days to at most one decimal. */
  readonly days: (n: number) => string;
  readonly percent: (fraction: number) => string;
  /** `2025-09` as a month. */
  readonly month: (month: string) => string;
}

const NO_WORDS = { statuses: {}, stages: {}, channels: {}, buckets: {}, headers: {} } as unknown as ViewWords;

/** How the panel speaks a language about a view. */
export function speechOf(code: LanguageCode, own: OwnWords, view: View | null): Speech {
  const names = view?.words ?? NO_WORDS;
  const words = wordsOf(own, view?.words?.panel);
  const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, code === 'fr' ? NARROW : ',');
  const decimal = (n: number, decimals: number) => {
    // 55.15 is a little less in binary: half a last digit goes up as it does in the core.
    const [whole, rest] = (Math.abs(n) + 1e-9).toFixed(decimals).split('.') as [string, string?];
    const sign = n < 0 && Number(n.toFixed(decimals)) !== 0 ? '\u2212' : '';
    return sign + grouped(whole) + (rest === undefined ? '' : words.decimal + rest);
  };
  const day = (iso: string) => {
    const read = dayFromIso(iso);
    return read === null ? iso : shortDate(read, code);
  };
  return {
    code,
    words,
    view: names,
    money: (amount, currency) => moneyText(toMinor(amount, currency), currency, code),
    day,
    moment: (at) => [day(at.slice(0, 10)), at.slice(11, 16)].filter((part) => part !== '').join('\u00a0'),
    stage: (id) => names.stages[id] ?? id,
    count: (n) => decimal(n, 0),
    decimal,
    days: (n) => words.days(decimal(n, Number.isInteger(n) ? 0 : 1), Math.abs(n) === 1),
    percent: (fraction) => words.percent(decimal(fraction * 100, 1)),
    month: (month) => new Date(month).toLocaleDateString(code, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  };
}

/** Sums by currency code ('' for the unnamed one), one under the other. */
export function amountsText(currencies: Readonly<Record<string, number>>, speech: Speech): string {
  return Object.entries(currencies)
    .map(([currency, amount]) => speech.money(amount, currency === '' ? null : currency))
    .join('\n');
}

/** The same on one line. */
export function amountsLine(currencies: Readonly<Record<string, number>>, speech: Speech): string {
  return amountsText(currencies, speech).replace(/\n/g, ' + ');
}
