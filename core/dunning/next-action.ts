/**
 * Which reminder comes next for one invoice, on which day, and why then. A rung of the ladder is climbed only after the one below was done; a
 * missed day never loses a reminder; customer and invoice are left their rest.
 */
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { nextBusinessDay } from '../law/holidays.ts';
import type { Cadence, NextAction, Reason, Stage, StageId } from '../types.ts';
import { isPostDue } from './cadence.ts';

/** What the next action of one invoice depends on. */
export interface ChaseFacts {
  readonly dueOn: CalendarDay;
  /** Highest stage done, with the offset it stands for (its own, or what `J+15` said); null when nothing was done. */
  readonly done: { readonly stage: StageId; readonly offset: number } | null;
  /** Last contact about this invoice, and of its customer; NO_DAY for none. */
  readonly invoiceContactOn: CalendarDay;
  readonly customerContactOn: CalendarDay;
  /** Stage of the last contact; '' when not known. */
  readonly lastStage: StageId;
  /** A promise, pause or plan: nothing happens up to and including `until`. */
  readonly pause: {
    readonly kind: 'promised' | 'on-hold' | 'on-plan';
    readonly until: CalendarDay;
    /** The promised day, or that of the next instalment; for a hold the day it ends. */
    readonly awaitedOn: CalendarDay;
  } | null;
  /** A promise that was not kept, said in the reason once chasing resumes; NO_DAY for none. */
  readonly brokenPromiseOn: CalendarDay;
  /** An instalment that did not come in, said likewise; NO_DAY for none. */
  readonly missedInstalmentOn: CalendarDay;
  /** Already handed over, and to be proposed again after a while; NO_DAY for not handed over. */
  readonly handedOverOn: CalendarDay;
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
  readonly repeatHandOver: number | null;
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
  if (stage.segment !== null && stage.segment !== facts.segment) return false;
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
    if (isPostDue(stage) && stage.offset <= daysLate && stage.tone !== 'final' && applies(stage, facts, rules.calls)) rung = s;
  });
  return rung;
}

/**
 * Next action of one open, chasable invoice. `on` is never before `asOf`; on or before it means due now. Null when the cadence has no step for it:
 * an invoice is handed over after reminders, never instead of them.
 */
export function nextAction(facts: ChaseFacts, cadence: Cadence, rules: ChaseRules, asOf: CalendarDay): Planned | null {
  const { stages } = cadence;
  const { done, dueOn, handedOverOn } = facts;
  const daysLate = asOf - dueOn;
  const first = done ? rungAbove(stages, done) : rules.entry === 'by-age' ? rungOfAge(stages, facts, rules, daysLate) : 0;
  for (let s = first; s < stages.length && handedOverOn === NO_DAY; s++) {
    const stage = stages[s] as Stage;
    if (!applies(stage, facts, rules.calls)) continue;
    const { on, reason } = whenAndWhy(facts, addDays(dueOn, stage.offset), stage.rest ?? rules.rest, rules, asOf, stage.offset);
    // A pre-due reminder of a late invoice has expired; so has one that weekend, rest or pause would push past the due date.
    if (!isPostDue(stage) && on > dueOn) continue;
    return { action: { stage: stage.id, channel: stage.channel, on }, stage, reason };
  }
  if (handedOverOn === NO_DAY && (done === null || done.offset < 0)) return null;
  return handOver(facts, cadence, rules, asOf);
}

/** After the last stage. A notice gives the customer some days to pay: those are waited for. */
function handOver(facts: ChaseFacts, cadence: Cadence, rules: ChaseRules, asOf: CalendarDay): Planned {
  const { done, dueOn, handedOverOn } = facts;
  const last = cadence.stages.filter((stage) => stage.id === done?.stage).at(-1);
  const rest = last?.tone === 'final' ? Math.max(rules.rest, rules.noticeDays + 1) : rules.rest;
  const from = handedOverOn === NO_DAY ? addDays(dueOn, done?.offset ?? 0) : addDays(handedOverOn, rules.repeatHandOver ?? 0);
  const { on, reason } = whenAndWhy(facts, from, rest, rules, asOf, 0);
  const isDecidedByLadder = reason.kind === 'stage' || reason.kind === 'catch-up';
  return {
    action: { stage: 'hand-over', channel: null, on },
    stage: null,
    reason: isDecidedByLadder ? { kind: 'hand-over', daysLate: asOf - dueOn } : reason,
  };
}

/** The latest of all that must pass first, then the next business day; the reason names what decided. */
function whenAndWhy(
  facts: ChaseFacts,
  stageOn: CalendarDay,
  rest: number,
  rules: ChaseRules,
  asOf: CalendarDay,
  offset: number,
): { on: CalendarDay; reason: Reason } {
  const { invoiceContactOn, customerContactOn, pause, brokenPromiseOn, missedInstalmentOn } = facts;
  // Without a contact, NO_DAY and some days are as long ago as NO_DAY.
  const restOn = addDays(invoiceContactOn, rest);
  const intervalOn = addDays(customerContactOn, rules.minimumInterval);
  const pauseOn = pause ? addDays(pause.until, 1) : NO_DAY;
  const latest = Math.max(stageOn, asOf, restOn, intervalOn, pauseOn) as CalendarDay;
  const on = nextBusinessDay(latest, rules.country);
  const daysLate = asOf - facts.dueOn;
  if (pause && pauseOn > asOf) {
    const reason: Reason =
      pause.kind === 'promised'
        ? { kind: 'promised', on: pause.awaitedOn, stage: '' }
        : { kind: pause.kind, until: pause.awaitedOn, stage: '' };
    return { on, reason };
  }
  if (latest > asOf && latest > stageOn) {
    if (restOn === latest) return { on, reason: { kind: 'rest', lastOn: invoiceContactOn, lastStage: facts.lastStage } };
    return { on, reason: { kind: 'interval', lastOn: customerContactOn } };
  }
  // What was not kept last is what the customer is spoken to about.
  if (missedInstalmentOn !== NO_DAY && missedInstalmentOn >= brokenPromiseOn && stageOn <= asOf)
    return { on, reason: { kind: 'instalment-missed', instalmentOn: missedInstalmentOn } };
  if (brokenPromiseOn !== NO_DAY && stageOn <= asOf) return { on, reason: { kind: 'promise-broken', promisedOn: brokenPromiseOn } };
  return { on, reason: stageOn < asOf ? { kind: 'catch-up', offset, daysLate } : { kind: 'stage', offset, daysLate } };
}
