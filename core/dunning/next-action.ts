/**
 * Which reminder comes next for one invoice, on which day, and why then. A rung of the ladder is climbed only after the one below was done; a
 * missed day never loses a reminder; customer and invoice are left their rest.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { nextBusinessDay } from '../law/holidays.ts';
import type { Cadence, NextAction, Reason, Stage, StageId } from '../types.ts';

/** What the next action of one invoice depends on. */
export interface ChaseFacts {
  readonly dueOn: CalendarDay;
  /** Last stage done, with the offset it stands for (its own, or what `J+15` said); null when nothing was done. */
  readonly done: { readonly stage: StageId | null; readonly offset: number } | null;
  /** Last contact about this invoice, and of its customer; NO_DAY for none. */
  readonly invoiceContactOn: CalendarDay;
  readonly customerContactOn: CalendarDay;
  /** A promise, pause or plan: nothing happens up to and including `until`. */
  readonly pause: { readonly kind: 'promised' | 'on-hold' | 'on-plan'; readonly until: CalendarDay; readonly promisedOn: CalendarDay } | null;
  /** A promise that was not kept, said in the reason once chasing resumes; NO_DAY for none. */
  readonly brokenPromiseOn: CalendarDay;
  /** Folded segment of the customer; '' for none. */
  readonly segment: string;
  /** Open balance as a decimal, for stages with a minimum amount. */
  readonly openAmount: number;
}

/** The house rules that dates obey. */
export interface ChaseRules {
  readonly rest: number;
  readonly minimumInterval: number;
  readonly calls: boolean;
  readonly entry: 'ladder' | 'by-age';
  readonly country: string | null;
  readonly noticeDays: number;
}

/** A next action and its reason. `stage` is the rung itself, null for hand-over. */
export interface Planned {
  readonly action: NextAction;
  readonly stage: Stage | null;
  readonly reason: Reason;
}

/** Whether the stage applies to such a customer and amount at all. */
export function applies(stage: Stage, facts: Pick<ChaseFacts, 'segment' | 'openAmount'>, calls: boolean): boolean {
  if (stage.channel === 'call' && !calls) return false;
  if (stage.segment !== null && stage.segment.toLowerCase() !== facts.segment) return false;
  return stage.minAmount === null || facts.openAmount >= stage.minAmount;
}

/** Index of the first rung above what was done: after the same stage, else the first whose offset exceeds it. */
function rungAbove(stages: readonly Stage[], done: NonNullable<ChaseFacts['done']>): number {
  for (let s = stages.length - 1; s >= 0; s--) if (stages[s]?.id === done.stage && stages[s]?.offset === done.offset) return s + 1;
  const above = stages.findIndex((stage) => stage.offset > done.offset);
  return above < 0 ? stages.length : above;
}

/** With entry by age: the highest rung the invoice's age has reached, never the notice. */
function rungOfAge(stages: readonly Stage[], facts: ChaseFacts, rules: ChaseRules, daysLate: number): number {
  let rung = 0;
  stages.forEach((stage, s) => {
    if (stage.offset >= 0 && stage.offset <= daysLate && stage.tone !== 'final' && applies(stage, facts, rules.calls)) rung = s;
  });
  return rung;
}

/** Next action of one open, chasable invoice. `on` is never before `asOf`; on or before it means due now. */
export function nextAction(facts: ChaseFacts, cadence: Cadence, rules: ChaseRules, asOf: CalendarDay): Planned {
  const { stages } = cadence;
  const daysLate = asOf - facts.dueOn;
  const first = facts.done ? rungAbove(stages, facts.done) : rules.entry === 'by-age' ? rungOfAge(stages, facts, rules, daysLate) : 0;
  for (let s = first; s < stages.length; s++) {
    const stage = stages[s] as Stage;
    if (!applies(stage, facts, rules.calls)) continue;
    if (stage.offset < 0 && daysLate >= 1) continue;
    const { on, reason } = whenAndWhy(facts, stage.offset, stage.rest ?? rules.rest, rules, asOf);
    // A pre-due reminder that weekend, rest or pause would push past the due date has expired.
    if (stage.offset < 0 && on > facts.dueOn) continue;
    return { action: { stage: stage.id, channel: stage.channel, on }, stage, reason };
  }
  const last = stages.filter((stage) => stage.id === facts.done?.stage).at(-1);
  const wait = last?.tone === 'final' ? Math.max(rules.rest, rules.noticeDays + 1) : rules.rest;
  const { on, reason } = whenAndWhy(facts, last?.offset ?? 0, wait, rules, asOf);
  const settledReason: Reason = reason.kind === 'stage' || reason.kind === 'catch-up' ? { kind: 'hand-over', daysLate } : reason;
  return { action: { stage: 'hand-over', channel: null, on }, stage: null, reason: settledReason };
}

/** The latest of all that must pass first, then the next business day; the reason names what decided. */
function whenAndWhy(facts: ChaseFacts, offset: number, rest: number, rules: ChaseRules, asOf: CalendarDay): { on: CalendarDay; reason: Reason } {
  const stageOn = addDays(facts.dueOn, offset);
  const restOn = facts.invoiceContactOn === NO_DAY ? NO_DAY : addDays(facts.invoiceContactOn, rest);
  const intervalOn = facts.customerContactOn === NO_DAY ? NO_DAY : addDays(facts.customerContactOn, rules.minimumInterval);
  const pauseOn = facts.pause ? addDays(facts.pause.until, 1) : NO_DAY;
  const latest = Math.max(stageOn, asOf, restOn, intervalOn, pauseOn) as CalendarDay;
  const on = nextBusinessDay(latest, rules.country);
  const daysLate = asOf - facts.dueOn;
  if (facts.pause && pauseOn === latest) {
    const reason: Reason =
      facts.pause.kind === 'promised' ? { kind: 'promised', on: facts.pause.promisedOn, stage: '' } : { kind: facts.pause.kind, until: facts.pause.until, stage: '' };
    return { on, reason };
  }
  if (latest > asOf && latest > stageOn) {
    if (restOn === latest) return { on, reason: { kind: 'rest', lastOn: facts.invoiceContactOn, lastStage: facts.done?.stage ?? '' } };
    return { on, reason: { kind: 'interval', lastOn: facts.customerContactOn } };
  }
  if (facts.brokenPromiseOn !== NO_DAY && stageOn <= asOf) return { on, reason: { kind: 'promise-broken', promisedOn: facts.brokenPromiseOn } };
  return { on, reason: stageOn < asOf ? { kind: 'catch-up', offset, daysLate } : { kind: 'stage', offset, daysLate } };
}
