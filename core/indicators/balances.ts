/**
 * Where the open balances of today stand: in a bucket of the aging balance, without a due date, or negative and unapplied. Each is in exactly one of
 * them, so that together they are the receivables. Beside that: how much of them is contested.
 */
import { type Assessment, BUCKETS, FLAG, type Ledger, NO_BUCKET, STATUSES } from '../types.ts';

/** Minor units by currency index; the buckets of currency `c` begin at `c × BUCKETS.length`. */
export interface Balances {
  readonly bucketCounts: Float64Array;
  readonly bucketAmounts: Float64Array;
  readonly undated: Float64Array;
  readonly unapplied: Float64Array;
  readonly disputed: Float64Array;
}

export const OUT_OF_RECEIVABLES = FLAG.draft | FLAG.cancelled | FLAG.error | FLAG.writtenOff;
const PAID = STATUSES.indexOf('paid');
const DISPUTED = STATUSES.indexOf('disputed');
const HELD_ELSEWHERE: readonly number[] = [STATUSES.indexOf('to-fix'), STATUSES.indexOf('legal')];

/** Adds up the open balances as assessed. A credit note refunded beyond its amount has a positive open and no place but `undated`. */
export function balancesOf(
  { size, flags, currency, currencies, rare }: Ledger,
  { exists, open, bucket, status, contested }: Assessment,
): Balances {
  const bucketCounts = new Float64Array(currencies.length * BUCKETS.length);
  const bucketAmounts = new Float64Array(currencies.length * BUCKETS.length);
  const undated = new Float64Array(currencies.length);
  const unapplied = new Float64Array(currencies.length);
  const disputed = new Float64Array(currencies.length);
  for (let i = 0; i < size; i++) {
    const left = open[i] as number;
    const flag = flags[i] as number;
    if (left === 0 || exists[i] === 0 || flag & OUT_OF_RECEIVABLES) continue;
    const c = currency[i] as number;
    const b = bucket[i] as number;
    if (b !== NO_BUCKET) {
      const at = c * BUCKETS.length + b;
      bucketCounts[at] = (bucketCounts[at] as number) + 1;
      bucketAmounts[at] = (bucketAmounts[at] as number) + left;
    } else if (left > 0) undated[c] = (undated[c] as number) + left;
    else unapplied[c] = (unapplied[c] as number) + left;
    const standing = status[i] as number;
    if (left <= 0 || standing === PAID) continue;
    const chasedPart = contested?.get(i);
    if (chasedPart === undefined && standing !== DISPUTED && (flag & FLAG.disputed) === 0) continue;
    const part = chasedPart ?? rare.get(i)?.disputedMinor ?? null;
    // A dispute that no longer holds the row was resolved in the journal, unless it is about a part.
    const disputedPart = part ?? (standing === DISPUTED || HELD_ELSEWHERE.includes(standing) ? left : 0);
    disputed[c] = (disputed[c] as number) + Math.min(disputedPart, left);
  }
  return { bucketCounts, bucketAmounts, undated, unapplied, disputed };
}
