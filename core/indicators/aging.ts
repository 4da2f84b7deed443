/**
 * The aging balance: how much is not due, how much is late and since when. It proves itself: outstanding = buckets + undated + unapplied, for every
 * open balance is in exactly one of them.
 */
import { type Currency, toDecimal } from '../money.ts';
import type { AgingLine, Kpis, MonthFigures } from '../report.ts';
import { type Assessment, BUCKETS, type Bucket, type Ledger } from '../types.ts';
import { balancesOf } from './balances.ts';
import { ratio } from './indicator.ts';
import type { Moment, Tally } from './tally.ts';

/** The balances of one currency on a day, in decimals. */
export function balanceOf({ currency, today }: Moment): Pick<MonthFigures, 'outstanding' | 'overdue' | 'notDue' | 'aging'> {
  const lines = linesOf(currency, today.bucketCounts, today.bucketAmounts);
  return {
    outstanding: toDecimal(today.outstanding, currency),
    overdue: toDecimal(today.overdue, currency),
    notDue: toDecimal(today.notDue, currency),
    aging: Object.fromEntries(BUCKETS.map((bucket, b) => [bucket, lines[b]])) as Record<Bucket, AgingLine>,
  };
}

/** What the proof of the aging balance needs beside its buckets, in decimals. */
export function besidesBuckets({ currency, undated, unapplied }: Tally): Pick<Kpis, 'undated' | 'unapplied'> {
  return { undated: toDecimal(undated, currency), unapplied: toDecimal(unapplied, currency) };
}

function linesOf(currency: Currency, counts: ArrayLike<number>, amounts: ArrayLike<number>): AgingLine[] {
  const all = Array.from(amounts);
  const inBuckets = all.reduce((sum, minor) => sum + minor, 0);
  return all.map((minor, b) => ({ count: counts[b] as number, amount: toDecimal(minor, currency), share: ratio(minor, inBuckets) }));
}

/** An aging balance by anybody's own bounds, in decimals. */
export interface AgingBy {
  readonly currency: Currency;
  /** `from` and `to` are days late, both included: null and 0 for what is not due, null for no end. */
  readonly buckets: readonly (AgingLine & { readonly id: string; readonly from: number | null; readonly to: number | null })[];
  readonly undated: number;
  readonly unapplied: number;
  readonly outstanding: number;
}

/**
 * The aging balance of each currency of the ledger by these bounds: the last day late of each bucket but the first (not due) and the last. Null unless
 * they are whole numbers from 1 up, each greater than the one before. Ids follow the bounds: `not-due`, `1-15`, `16-30`, `over-30`.
 */
export function agingBy(ledger: Ledger, assessment: Assessment, bounds: readonly number[]): AgingBy[] | null {
  const isAscending = bounds.every((bound, b) => Number.isInteger(bound) && bound > (b === 0 ? 0 : (bounds[b - 1] as number)));
  if (!isAscending || bounds.length === 0) return null;
  const { bucketCounts, bucketAmounts, undated, unapplied } = balancesOf(ledger, assessment, [0, ...bounds]);
  const width = bounds.length + 2;
  return ledger.currencies.map((currency, c) => {
    const own = (sums: Float64Array) => sums.subarray(c * width, (c + 1) * width);
    const amounts = own(bucketAmounts);
    const rest = (undated[c] as number) + (unapplied[c] as number);
    return {
      currency,
      buckets: linesOf(currency, own(bucketCounts), amounts).map((line, b) => ({ ...spanOf(bounds, b), ...line })),
      undated: toDecimal(undated[c] as number, currency),
      unapplied: toDecimal(unapplied[c] as number, currency),
      outstanding: toDecimal(
        amounts.reduce((sum, minor) => sum + minor, rest),
        currency,
      ),
    };
  });
}

function spanOf(bounds: readonly number[], b: number): { id: string; from: number | null; to: number | null } {
  if (b === 0) return { id: 'not-due', from: null, to: 0 };
  const from = (b === 1 ? 0 : (bounds[b - 2] as number)) + 1;
  const to = bounds[b - 1] ?? null;
  return { id: to === null ? `over-${from - 1}` : `${from}-${to}`, from, to };
}
