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

/** What lateness adds to the open balances, and all together; nothing is added where penalties are not told. */
export function penaltyTotals(lines: readonly MessageLine[], penalties: boolean): { interest: Totals; fees: Totals; grand: Totals } {
  const [interest, fees, grand] = [new Totals(), new Totals(), new Totals().addOpen(lines)];
  for (const line of penalties ? lines : []) {
    if (line.interestMinor) interest.add(line.currency, line.interestMinor);
    if (line.fee !== null && line.fee.minor > 0) fees.add(line.fee.currency, line.fee.minor);
  }
  for (const part of [interest, fees]) for (const [currency, minor] of part.minor) grand.add(currency, minor);
  return { interest, fees, grand };
}
