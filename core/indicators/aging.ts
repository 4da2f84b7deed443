/**
 * The aging balance: how much is not due, how much is late and since when. It proves itself: outstanding = buckets + undated + unapplied, for every
 * open balance is in exactly one of them.
 */
import { toDecimal } from '../money.ts';
import type { AgingLine, Kpis } from '../report.ts';
import { BUCKETS, type Bucket } from '../types.ts';
import { ratio } from './indicator.ts';
import type { Tally } from './tally.ts';

export type AgingBalance = Pick<Kpis, 'outstanding' | 'overdue' | 'notDue' | 'undated' | 'unapplied' | 'aging'>;

/** The aging balance of one currency, in decimals. */
export function agingBalance({ currency, bucketCounts, bucketAmounts, undated, unapplied }: Tally): AgingBalance {
  const money = (minor: number): number => toDecimal(minor, currency);
  const inBuckets = bucketAmounts.reduce((sum, minor) => sum + minor, 0);
  const notDue = bucketAmounts[0] as number;
  const line = (_: Bucket, b: number): AgingLine => ({
    count: bucketCounts[b] as number,
    amount: money(bucketAmounts[b] as number),
    share: ratio(bucketAmounts[b] as number, inBuckets),
  });
  return {
    outstanding: money(inBuckets + undated + unapplied),
    overdue: money(inBuckets - notDue),
    notDue: money(notDue),
    undated: money(undated),
    unapplied: money(unapplied),
    aging: Object.fromEntries(BUCKETS.map((bucket, b) => [bucket, line(bucket, b)])) as Record<Bucket, AgingLine>,
  };
}
