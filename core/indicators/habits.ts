/** How customers paid over the last year, weighted by amount: how late, how long after the invoice, and what they will never pay. */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger, NO_BUCKET, STATUSES } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';

/** By currency index. `…Days` are Σ amount × signed days, `…Amount` the Σ amount they are weighted by, in minor units. */
export interface Habits {
  /** Settled within the year, or open and at least one day late. */
  readonly lateDays: Float64Array;
  readonly lateAmount: Float64Array;
  /** Issue to settlement, settled within the year. */
  readonly paymentDays: Float64Array;
  readonly paymentAmount: Float64Array;
  /** Open balances given up within the year. No day of giving up is recorded: the due date, else the issue date, stands for it. */
  readonly writtenOff: Float64Array;
}

const PAID = STATUSES.indexOf('paid');

/** Adds up the settlements after `yearAgo`. Settled without a date, or never due: no part of the means. */
export function habitsOf(ledger: Ledger, assessment: Assessment, yearAgo: CalendarDay): Habits {
  const { size, amount, issuedOn, dueOn, flags, currency, currencies } = ledger;
  const { asOf, exists, open, daysLate, settledOn, bucket, status } = assessment;
  const lateDays = new Float64Array(currencies.length);
  const lateAmount = new Float64Array(currencies.length);
  const paymentDays = new Float64Array(currencies.length);
  const paymentAmount = new Float64Array(currencies.length);
  const writtenOff = new Float64Array(currencies.length);
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (exists[i] === 0) continue;
    const c = currency[i] as number;
    if (flag & OUT_OF_RECEIVABLES) {
      if ((flag & OUT_OF_RECEIVABLES) !== FLAG.writtenOff) continue;
      const on = dueOn[i] === NO_DAY ? (issuedOn[i] as number) : (dueOn[i] as number);
      if (on > yearAgo && on <= asOf) writtenOff[c] = (writtenOff[c] as number) + Math.max(0, open[i] as number);
      continue;
    }
    const total = amount[i] as number;
    const late = daysLate[i] as number;
    const settled = settledOn[i] as number;
    const issued = issuedOn[i] as number;
    if (settled > yearAgo) {
      if (late !== NO_DAY) {
        lateDays[c] = (lateDays[c] as number) + total * late;
        lateAmount[c] = (lateAmount[c] as number) + total;
      }
      if (issued !== NO_DAY) {
        paymentDays[c] = (paymentDays[c] as number) + total * (settled - issued);
        paymentAmount[c] = (paymentAmount[c] as number) + total;
      }
    } else if (late >= 1 && bucket[i] !== NO_BUCKET && status[i] !== PAID) {
      lateDays[c] = (lateDays[c] as number) + total * late;
      lateAmount[c] = (lateAmount[c] as number) + total;
    }
  }
  return { lateDays, lateAmount, paymentDays, paymentAmount, writtenOff };
}
