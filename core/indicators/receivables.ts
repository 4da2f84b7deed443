/**
 * How the receivables stood at each milestone. An open balance is a stretch: it begins when the invoice is issued, ends when it is paid, and passes
 * into an older bucket on the days that follow its due date.
 */
import { BUCKET_BOUNDS } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, BUCKETS, FLAG, type Ledger, type Payment } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';
import { type Milestones, milestoneAt } from './milestones.ts';
import { Steps } from './steps.ts';

/** The receivables of one currency on one day, in minor units. What has no due date and what is unapplied is only in `outstanding`. */
export interface Position {
  readonly on: CalendarDay;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
  /** Invoices with more open than the tolerance. */
  readonly invoices: number;
  /** Parallel to BUCKETS: positive opens with a due date. */
  readonly bucketCounts: ArrayLike<number>;
  readonly bucketAmounts: ArrayLike<number>;
}

const OUTSTANDING = 0;
/** Undated or unapplied: in no bucket. */
const AGELESS = 1;
const INVOICES = 2;
const AGED = 3;
/** From here on, by bound: amounts, then counts, of what is more days late than the bound. */
const OLDER = 4;
const OLDER_COUNT = OLDER + BUCKET_BOUNDS.length;
const MEASURES = OLDER_COUNT + BUCKET_BOUNDS.length;

/** The positions at every milestone, per currency of the ledger: those that assessing the ledger on each of these days would give. */
export function positionsByCurrency(ledger: Ledger, { exists, tolerances }: Assessment, milestones: Milestones): Position[][] {
  const { size, amount, paid, paidOn, issuedOn, dueOn, flags, currency, currencies, rare } = ledger;
  const end = milestones.days.length;
  const { first } = milestones;
  const steps = new Steps(milestones, currencies.length, MEASURES);
  const drops = new Float64Array(end + 1);
  /** A balance of a currency that is open from milestone `from` until just before `to`; `due` NO_DAY where it never grows old. */
  const stretch = (c: number, open: number, from: number, to: number, due: number, isCredit: boolean): void => {
    if (open === 0 || from >= to) return;
    steps.add(c, OUTSTANDING, from, to, open);
    if (!isCredit && open > (tolerances[c] as number)) steps.add(c, INVOICES, from, to, 1);
    if (isCredit || open < 0 || due === NO_DAY) {
      steps.add(c, AGELESS, from, to, open);
      return;
    }
    steps.add(c, AGED, from, to, 1);
    for (let b = 0; b < BUCKET_BOUNDS.length; b++) {
      const turned = Math.max(from, milestoneAt(milestones, due + (BUCKET_BOUNDS[b] as number) + 1));
      if (turned >= to) return;
      steps.add(c, OLDER + b, turned, to, open);
      steps.add(c, OLDER_COUNT + b, turned, to, 1);
    }
  };
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (exists[i] === 0 || flag & OUT_OF_RECEIVABLES) continue;
    const total = amount[i] as number;
    const issued = issuedOn[i] as number;
    const one = paid[i] as number;
    const facts = flag & FLAG.rare ? rare.get(i) : undefined;
    const isReduced = facts !== undefined && (facts.payments !== undefined || facts.credits !== undefined);
    // A payment before the issue counts from the issue on.
    const paidFrom = Math.max(paidOn[i] as number, issued);
    if (one === total && paidFrom <= first && !isReduced) continue;
    const c = currency[i] as number;
    const from = milestoneAt(milestones, issued);
    const due = dueOn[i] as number;
    const isCredit = (flag & FLAG.credit) !== 0;
    if (!isReduced) {
      const to = one === 0 ? end : milestoneAt(milestones, paidFrom);
      stretch(c, total, from, to, due, isCredit);
      if (one !== total) stretch(c, total - one, to, end, due, isCredit);
      continue;
    }
    // One stretch per level the balance had at a milestone.
    drops.fill(0);
    if (facts.payments) for (const payment of facts.payments) drop(drops, milestones, issued, payment);
    else drop(drops, milestones, issued, { paidOn: paidOn[i] as CalendarDay, minor: one });
    for (const credit of facts.credits ?? []) drop(drops, milestones, issued, credit);
    let left = total;
    let since = from;
    for (let at = from; at < end; at++) {
      if (drops[at] === 0) continue;
      stretch(c, left, since, at, due, isCredit);
      left -= drops[at] as number;
      since = at;
    }
    stretch(c, left, since, end, due, isCredit);
  }
  const sumOf = steps.sums();
  return currencies.map((_, c) => milestones.days.map((on, at) => positionOn(on, (measure) => sumOf(c, measure, at))));
}

/** Notes that a balance falls by a payment or a linked credit: from its day, or from the issue on when that is later or it has no day. */
function drop(drops: Float64Array, milestones: Milestones, issuedOn: number, { paidOn, minor }: Payment): void {
  const at = milestoneAt(milestones, Math.max(paidOn, issuedOn));
  drops[at] = (drops[at] as number) + minor;
}

function positionOn(on: CalendarDay, sumOf: (measure: number) => number): Position {
  const outstanding = sumOf(OUTSTANDING);
  const aged = outstanding - sumOf(AGELESS);
  /** What is in bucket `b`: older than the bound below it and not than its own. */
  const between = (all: number, older: number) => (b: number) =>
    (b === 0 ? all : sumOf(older + b - 1)) - (b === BUCKET_BOUNDS.length ? 0 : sumOf(older + b));
  const amountIn = between(aged, OLDER);
  const countIn = between(sumOf(AGED), OLDER_COUNT);
  return {
    on,
    outstanding,
    overdue: sumOf(OLDER),
    notDue: aged - sumOf(OLDER),
    invoices: sumOf(INVOICES),
    bucketCounts: BUCKETS.map((_, b) => countIn(b)),
    bucketAmounts: BUCKETS.map((_, b) => amountIn(b)),
  };
}
