/**
 * How the receivables stood at each milestone. An open balance is a stretch: it begins when the invoice is issued, ends when it is paid, and turns
 * late the day after its due date. Each stretch is written as steps up and down; the running sum of the steps is the balance on every day.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger, type Payment } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';
import { type Milestones, milestoneAt } from './milestones.ts';

/** The receivables of one currency on one day, in minor units. What has no due date and what is unapplied is only in `outstanding`. */
export interface Position {
  readonly on: CalendarDay;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
}

/** Steps are kept per currency for what is outstanding, overdue, and ageless (undated or unapplied): one per milestone and one for never. */
const MEASURES = 3;
/** No day to be late from: a credit note, or no due date. */
const NEVER_LATE = -1;

/** The positions at every milestone, per currency of the ledger: those that assessing the ledger on each of these days would give. */
export function positionsByCurrency(ledger: Ledger, { exists }: Assessment, milestones: Milestones): Position[][] {
  const { size, amount, paid, paidOn, issuedOn, dueOn, flags, currency, currencies, rare } = ledger;
  const end = milestones.days.length;
  const width = end + 1;
  const first = milestones.days[0] as CalendarDay;
  const steps = new Float64Array(currencies.length * MEASURES * width);
  const drops = new Float64Array(width);
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
    const place = (currency[i] as number) * MEASURES * width;
    const from = milestoneAt(milestones, issued);
    const late = dueOn[i] === NO_DAY || flag & FLAG.credit ? NEVER_LATE : milestoneAt(milestones, (dueOn[i] as number) + 1);
    if (!isReduced) {
      const to = one === 0 ? end : milestoneAt(milestones, paidFrom);
      addStretch(steps, place, width, total, from, to, late);
      if (one !== total) addStretch(steps, place, width, total - one, to, end, late);
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
      addStretch(steps, place, width, left, since, at, late);
      left -= drops[at] as number;
      since = at;
    }
    addStretch(steps, place, width, left, since, end, late);
  }
  return currencies.map((_, c) => positionsOf(milestones.days, steps, c * MEASURES * width, width));
}

/** Notes that a balance falls by a payment or a linked credit: from its day, or from the issue on when that is later or it has no day. */
function drop(drops: Float64Array, milestones: Milestones, issuedOn: number, { paidOn, minor }: Payment): void {
  const at = milestoneAt(milestones, Math.max(paidOn, issuedOn));
  drops[at] = (drops[at] as number) + minor;
}

/** Adds a balance that is open from milestone `from` until just before `to`, late from milestone `late` on. */
function addStretch(steps: Float64Array, place: number, width: number, open: number, from: number, to: number, late: number): void {
  if (open === 0 || from >= to) return;
  steps[place + from] = (steps[place + from] as number) + open;
  steps[place + to] = (steps[place + to] as number) - open;
  const ages = open > 0 && late !== NEVER_LATE;
  const part = place + (ages ? width : 2 * width);
  const turn = ages ? Math.min(Math.max(late, from), to) : from;
  steps[part + turn] = (steps[part + turn] as number) + open;
  steps[part + to] = (steps[part + to] as number) - open;
}

/** The running sums of one currency's steps. */
function positionsOf(days: readonly CalendarDay[], steps: Float64Array, place: number, width: number): Position[] {
  let outstanding = 0;
  let overdue = 0;
  let ageless = 0;
  return days.map((on, at) => {
    outstanding += steps[place + at] as number;
    overdue += steps[place + width + at] as number;
    ageless += steps[place + 2 * width + at] as number;
    return { on, outstanding, overdue, notDue: outstanding - overdue - ageless };
  });
}
