/**
 * How far a customer can be relied on to pay on time: 100 for always, less for every bad habit, from its own invoices alone. Nothing is learnt from
 * others and nothing is hidden: a score is 100 less the points its parts cost, each of which can be read out.
 */
import type { Assessment, Ledger } from '../types.ts';
import { type IncidentsOf, incidentsOf } from './incidents.ts';
import { type Settlements, settlementsOf } from './settlements.ts';

/** Bands in growing worry; `unknown`: too few settled invoices to tell. */
export const BANDS = ['good', 'watch', 'risky', 'unknown'] as const;
export type Band = (typeof BANDS)[number];

/** Three settled invoices are the least that makes a habit; a trend wants three on either side of it. */
export const LEAST_SETTLED = 3;
const LEAST_FOR_TREND = 2 * LEAST_SETTLED;

/** What each habit costs at most, and where it costs that much; half of it costs half. Together they make 100. */
export const SCORE_WEIGHTS = {
  /** Days late weigh most, for they are what waiting costs: 5 points for 3 days, so that a week late as a rule is no longer good and a month is risky. */
  days: { points: 55, fullAt: 33 },
  /** Being late at all, however little, is what makes reminders necessary. */
  share: { points: 20, fullAt: 1 },
  /** A broken word says more than a forgotten date. */
  promises: { points: 15, fullAt: 3 },
  /** Least, for a dispute may be our own mistake. */
  disputes: { points: 10, fullAt: 5 },
} as const;

/** One invoice forgotten for a year is not a habit of a year: it counts as this many days. */
const DAYS_AT_MOST = 90;

/** From this score on. */
const GOOD_FROM = 70;
const WATCH_FROM = 40;

/** What a score is made from. Early counts as on time: paying one early does not make up for another. */
export interface ScoreFacts {
  readonly settled: number;
  /** Mean of days late; 0 without any. */
  readonly averageDays: number;
  /** The same of the latest invoices; null where there are too few for a trend. */
  readonly recentDays: number | null;
  /** Fraction settled at least one day late. */
  readonly lateShare: number;
  readonly brokenPromises: number;
  readonly disputes: number;
}

/** In the order in which they are told. `trend`: what the latest invoices cost beyond the average. */
export const SCORE_PARTS = ['average', 'trend', 'share', 'promises', 'disputes'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

export interface CustomerScore {
  /** Whole, 0 to 100; null below three settled invoices. */
  readonly score: number | null;
  /** Settled invoices it is made from. */
  readonly n: number;
  readonly band: Band;
  /** What each part cost, whole points: they and the score make 100. Zero without a score. */
  readonly costs: Readonly<Record<ScorePart, number>>;
  readonly facts: ScoreFacts;
}

/** How many of `n` settled invoices are the latest ones: a quarter, at least three; 0 where that leaves too few to compare with. */
export function recentCount(n: number): number {
  return n < LEAST_FOR_TREND ? 0 : Math.max(LEAST_SETTLED, n >> 2);
}

export function bandOf(score: number | null): Band {
  return score === null ? 'unknown' : score >= GOOD_FROM ? 'good' : score >= WATCH_FROM ? 'watch' : 'risky';
}

function cost(habit: keyof typeof SCORE_WEIGHTS, measured: number): number {
  const { points, fullAt } = SCORE_WEIGHTS[habit];
  return Math.round(points * Math.min(1, measured / fullAt));
}

/** The score of those facts. Where the latest invoices were paid later than all of them on average, they are what counts. */
export function scoreOf(facts: ScoreFacts): CustomerScore {
  const { settled: n, averageDays, recentDays, lateShare, brokenPromises, disputes } = facts;
  const none = { average: 0, trend: 0, share: 0, promises: 0, disputes: 0 };
  if (n < LEAST_SETTLED) return { score: null, n, band: 'unknown', costs: none, facts };
  const average = cost('days', averageDays);
  const costs = {
    average,
    trend: Math.max(0, cost('days', recentDays ?? 0) - average),
    share: cost('share', lateShare),
    promises: cost('promises', brokenPromises),
    disputes: cost('disputes', disputes),
  };
  const score = 100 - SCORE_PARTS.reduce((sum, part) => sum + costs[part], 0);
  return { score, n, band: bandOf(score), costs, facts };
}

/** Mean of days late of one customer's settlements from `start` on, early as on time. */
function meanDays(days: Int32Array, start: number): number {
  let sum = 0;
  for (let k = start; k < days.length; k++) sum += Math.max(0, Math.min(DAYS_AT_MOST, days[k] as number));
  return sum / (days.length - start);
}

function lateShareOf(days: Int32Array): number {
  let late = 0;
  for (let k = 0; k < days.length; k++) if ((days[k] as number) >= 1) late++;
  return late / days.length;
}

/**
 * The score of every customer by index, as of the assessment's day. `known` tells broken promises and disputes; without it (a formula over a range
 * has no journal) the columns of the sheet do.
 */
export function customerScores(
  ledger: Ledger,
  assessment: Assessment,
  known: IncidentsOf = incidentsOf(ledger, assessment),
  settlements: Settlements = settlementsOf(ledger, assessment),
): CustomerScore[] {
  return ledger.customers.map((_, c) => {
    const days = settlements.of(c);
    const recent = recentCount(days.length);
    const { brokenPromises, disputes } = known(c);
    return scoreOf({
      settled: days.length,
      averageDays: days.length === 0 ? 0 : meanDays(days, 0),
      recentDays: recent === 0 ? null : meanDays(days, days.length - recent),
      lateShare: days.length === 0 ? 0 : lateShareOf(days),
      brokenPromises,
      disputes,
    });
  });
}
