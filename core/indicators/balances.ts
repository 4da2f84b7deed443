/**
 * Where the open balances of today stand: in a bucket of the aging balance, without a due date, or negative and unapplied. Each is in exactly one of
 * them, so that together they are the receivables. The bounds of the buckets may be anybody's own.
 */
import { BUCKET_BOUNDS } from '../assess.ts';
import { type Assessment, FLAG, type Ledger, NO_BUCKET } from '../types.ts';

/** Minor units by currency index; the buckets of currency `c` begin at `c × (bounds + 1)`. */
export interface Balances {
  readonly bucketCounts: Float64Array;
  readonly bucketAmounts: Float64Array;
  readonly undated: Float64Array;
  readonly unapplied: Float64Array;
  /** Invoices with more open than the tolerance. */
  readonly invoices: Float64Array;
}

export const OUT_OF_RECEIVABLES = FLAG.draft | FLAG.cancelled | FLAG.error | FLAG.writtenOff;

/**
 * Adds up the open balances as assessed. `bounds` are the last days late of each bucket but the last, ascending from 0 (not due). A credit note
 * refunded beyond its amount has a positive open and no place but `undated`.
 */
export function balancesOf(
  { size, flags, dueOn, currency, currencies }: Ledger,
  { asOf, exists, open, bucket, tolerances }: Assessment,
  bounds: readonly number[] = BUCKET_BOUNDS,
): Balances {
  const buckets = bounds.length + 1;
  const bucketCounts = new Float64Array(currencies.length * buckets);
  const bucketAmounts = new Float64Array(currencies.length * buckets);
  const undated = new Float64Array(currencies.length);
  const unapplied = new Float64Array(currencies.length);
  const invoices = new Float64Array(currencies.length);
  for (let i = 0; i < size; i++) {
    const left = open[i] as number;
    const flag = flags[i] as number;
    if (left === 0 || exists[i] === 0 || flag & OUT_OF_RECEIVABLES) continue;
    const c = currency[i] as number;
    if (left > (tolerances[c] as number) && (flag & FLAG.credit) === 0) invoices[c] = (invoices[c] as number) + 1;
    if (bucket[i] !== NO_BUCKET) {
      const age = asOf - (dueOn[i] as number);
      let b = 0;
      while (b < bounds.length && age > (bounds[b] as number)) b++;
      const at = c * buckets + b;
      bucketCounts[at] = (bucketCounts[at] as number) + 1;
      bucketAmounts[at] = (bucketAmounts[at] as number) + left;
    } else if (left > 0) undated[c] = (undated[c] as number) + left;
    else unapplied[c] = (unapplied[c] as number) + left;
  }
  return { bucketCounts, bucketAmounts, undated, unapplied, invoices };
}
