/** How the working of a figure is written: the numbers of the reader's own language, without a currency sign, which stands beside the figure itself. */
import type { LanguageCode } from '../languages/language.ts';
import { digitsText } from '../messages/money-text.ts';
import { type Currency, decimalsOf, roundHalfUp } from '../money.ts';

export interface Digits {
  /** Minor units: `4 180`, `4 180,50`; below zero in brackets, for it stands in a sum. */
  readonly money: (minor: number) => string;
  /** Days and counts, with at most two decimals. */
  readonly number: (value: number) => string;
}

/** The digits of a language, for amounts of a currency. */
export function digitsIn(language: LanguageCode, currency: Currency): Digits {
  const written = (units: number, decimals: number): string => {
    const scale = 10 ** decimals;
    const isWhole = units % scale === 0;
    const digits = isWhole ? digitsText(units / scale, 0, language) : digitsText(units, decimals, language);
    return units < 0 ? `(\u2212${digits})` : digits;
  };
  return {
    money: (minor) => written(Math.round(minor), decimalsOf(currency)),
    number: (value) => written(roundHalfUp(value, 2), 2),
  };
}

/** `4 180 / 6 030 × 90` */
export function daysOfSalesText(receivables: string, sales: string, days: string): string {
  return `${receivables} / ${sales} \u00d7 ${days}`;
}
