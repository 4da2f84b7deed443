/**
 * A number typed as text that is no sum of money: days, a rate, a margin. It may have as many decimals as it likes (`10.625 %`), which an amount of
 * euros may not; and it names no currency.
 */
import { readAmountText } from '../ledger/amount-text.ts';
import { numberHabitOf } from '../ledger/locale-habits.ts';

const PERCENT = /\s*(?:%|pct|per ?cent|pour ?cent)$/i;
const DAYS = /(?<=\d)\s*(?:days?|jours?|j|d)$/i;

/**
 * The number, a percentage as a fraction (`12,25 %` is 0.1225). `ambiguous`: `1,234` where the locale does not say whether that is a thousand.
 * Nobody agrees on a percentage of thousands: there, the sign is the decimal one. Null for what is no number.
 */
export function readNumber(text: string, locale: string): number | 'ambiguous' | null {
  const bare = text.trim();
  const isPercent = PERCENT.test(bare);
  const written = readAmountText(bare.replace(isPercent ? PERCENT : DAYS, ''), locale);
  if (typeof written === 'string' || written.mark !== null) return null;
  let { decimals } = written;
  if (written.open !== '') {
    const habit = numberHabitOf(locale);
    if (isPercent || habit?.decimal === written.open) decimals = 3;
    else if (!habit?.groups.includes(written.open)) return 'ambiguous';
  }
  return written.digits / 10 ** (decimals + (isPercent ? 2 : 0));
}
