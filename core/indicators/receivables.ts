/**
 * How the receivables stood at each milestone. An open balance is a stretch: it begins when the invoice is issued, ends when it is paid, and turns
 * late the day after its due date. Each stretch is written as steps up and down; the running sum of the steps is the balance on every day.
 */
import type { CalendarDay } from '../calendar.ts';
import { type Milestones, milestoneAt } from './milestones.ts';

/** The receivables of one currency on one day, in minor units. What has no due date and what is unapplied is only in `outstanding`. */
export interface Position {
  readonly on: CalendarDay;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
}

/** Steps of the balances, per currency: outstanding, overdue and not due, one step per milestone and one for never. */
export interface Steps {
  readonly milestones: Milestones;
  readonly width: number;
  readonly steps: Float64Array;
}

/** No day to be late from: a credit note, or no due date. */
export const NEVER_LATE = -1;

export function stepsFor(milestones: Milestones, currencies: number): Steps {
  const width = milestones.days.length + 1;
  return { milestones, width, steps: new Float64Array(currencies * 3 * width) };
}

/** Adds a balance that is open from milestone `from` until just before `to`, late from milestone `late` on. */
export function addStretch({ steps, width }: Steps, currency: number, open: number, from: number, to: number, late: number): void {
  if (open === 0 || from >= to) return;
  const outstanding = currency * 3 * width;
  steps[outstanding + from] = (steps[outstanding + from] as number) + open;
  steps[outstanding + to] = (steps[outstanding + to] as number) - open;
  if (open < 0 || late === NEVER_LATE) return;
  const turn = Math.min(Math.max(late, from), to);
  const overdue = outstanding + width;
  const notDue = overdue + width;
  if (turn < to) {
    steps[overdue + turn] = (steps[overdue + turn] as number) + open;
    steps[overdue + to] = (steps[overdue + to] as number) - open;
  }
  if (from < turn) {
    steps[notDue + from] = (steps[notDue + from] as number) + open;
    steps[notDue + turn] = (steps[notDue + turn] as number) - open;
  }
}

/** What lowers a balance, and when: a payment or a linked credit note. NO_DAY: from the issue on. */
interface Reduction {
  readonly paidOn: CalendarDay;
  readonly minor: number;
}

/** Adds an invoice with several payments or credits: one stretch per level its balance had at a milestone. */
export function addStretches(
  into: Steps,
  currency: number,
  amount: number,
  issuedOn: number,
  late: number,
  reductions: readonly Reduction[],
): void {
  const { milestones } = into;
  const end = milestones.days.length;
  const drops = new Float64Array(into.width);
  let from = milestoneAt(milestones, issuedOn);
  for (const { paidOn, minor } of reductions) {
    const at = milestoneAt(milestones, Math.max(paidOn, issuedOn));
    drops[at] = (drops[at] as number) + minor;
  }
  let open = amount;
  for (let at = from; at < end; at++) {
    const drop = drops[at] as number;
    if (drop === 0) continue;
    addStretch(into, currency, open, from, at, late);
    open -= drop;
    from = at;
  }
  addStretch(into, currency, open, from, end, late);
}

/** The position of one currency at every milestone. */
export function positionsOf({ milestones, steps, width }: Steps, currency: number): Position[] {
  const start = currency * 3 * width;
  let outstanding = 0;
  let overdue = 0;
  let notDue = 0;
  return milestones.days.map((on, at) => ({
    on,
    outstanding: (outstanding += steps[start + at] as number),
    overdue: (overdue += steps[start + width + at] as number),
    notDue: (notDue += steps[start + 2 * width + at] as number),
  }));
}
