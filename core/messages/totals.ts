/**
 * Sums of a reminder, per currency, in the order in which currencies appear: two are never added, they are said side by side.
 */
import type { Currency } from '../money.ts';
import type { MessageLine } from './message.ts';
import { type MessageLanguage, moneyText } from './money-text.ts';
import type { MessageTexts } from './texts.ts';

export class Totals {
  readonly minor = new Map<Currency, number>();
  add(currency: Currency, minor: number): this {
    this.minor.set(currency, (this.minor.get(currency) ?? 0) + minor);
    return this;
  }
  addOpen(lines: readonly MessageLine[]): this {
    for (const line of lines) this.add(line.currency, line.openMinor);
    return this;
  }
}

/** `4 180,00 € et 1 200,00 CHF`; '' when nothing was added. */
export function sumText(totals: Totals, language: MessageLanguage, texts: MessageTexts): string {
  return texts.all([...totals.minor].map(([currency, minor]) => moneyText(minor, currency, language)));
}
