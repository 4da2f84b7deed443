/**
 * What a cadence would have done to the past: every invoice is lived through again under it, from its issue to its settlement, with rest, interval and
 * business days as they are. It answers what a house asks before it changes its ladder: how many messages, to how many customers, and how many
 * invoices were paid anyway before each of them.
 */
import { type CalendarDay, isoOrNull, NO_DAY } from './calendar.ts';
import { applies, type ChaseFacts, type ChaseRules, nextAction, type Planned } from './dunning/next-action.ts';
import { toDecimal } from './money.ts';
import type { Study } from './study.ts';
import { type Cadence, type Channel, FLAG, type Stage, TONES } from './types.ts';

/** What one stage of the cadence would have done. */
export interface BackTestStage {
  readonly stage: string;
  readonly offset: number;
  readonly channel: Channel;
  /** Messages (or calls, letters) whose highest stage it is: a customer gets one for all that is due. */
  readonly messages: number;
  readonly customers: number;
  /** Invoices that came to it. */
  readonly invoices: number;
  /** Invoices settled before it came, by this cadence's own dates: nobody had to write for them. */
  readonly paidBefore: {
    readonly count: number;
    readonly amounts: Readonly<Record<string, number>>;
    /** Of all that came to it or were paid before; null when there are none. */
    readonly share: number | null;
  };
}

/** The past under one cadence. */
export interface BackTest {
  readonly cadence: string;
  /** Issue date of the oldest invoice looked at; null when there is none. */
  readonly since: string | null;
  /** Invoices lived through, and those left out because nobody knows when they were settled. */
  readonly invoices: number;
  readonly leftOut: number;
  readonly messages: number;
  readonly customers: number;
  readonly stages: readonly BackTestStage[];
  /** How many invoices would have got 0, 1, 2 … messages: `reminders[n]`. */
  readonly reminders: readonly number[];
}

/** An invoice on its way up the ladder. */
interface Climber {
  readonly i: number;
  readonly dueOn: CalendarDay;
  /** Beyond every day when it is still open. */
  readonly settledOn: number;
  /** Decimal. */
  readonly amount: number;
  readonly segment: string;
  done: ChaseFacts['done'];
  contactOn: CalendarDay;
  plan: Planned | null;
  /** The stages it came to, by their places in the cadence, in their order. */
  readonly rungs: number[];
}

const OUT = FLAG.credit | FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error | FLAG.held;
const NEVER = Number.POSITIVE_INFINITY;

/** Lives the ledger's past again under a cadence, up to the study's day. Invoices that count as nothing, or without a due date, are not in it. */
export function backTest(study: Study, cadence: Cadence): BackTest {
  const { ledger, chased } = study;
  const { rules, assessment } = chased;
  const groups = new Map<string, Climber[]>();
  let invoices = 0;
  let leftOut = 0;
  let since: CalendarDay = NO_DAY;
  for (let i = 0; i < ledger.size; i++) {
    const dueOn = ledger.dueOn[i] as CalendarDay;
    if (assessment.exists[i] === 0 || (ledger.flags[i] as number) & OUT || dueOn === NO_DAY || (ledger.customer[i] as number) < 0) continue;
    const settledOn = assessment.settledOn[i] as CalendarDay;
    const isSettled = (assessment.open[i] as number) <= 0 || settledOn !== NO_DAY;
    if (isSettled && settledOn === NO_DAY) {
      leftOut++;
      continue;
    }
    invoices++;
    const issuedOn = ledger.issuedOn[i] as CalendarDay;
    const from = issuedOn === NO_DAY ? dueOn : issuedOn;
    if (since === NO_DAY || from < since) since = from;
    const climber: Climber = {
      i,
      dueOn,
      settledOn: isSettled ? settledOn : NEVER,
      amount: toDecimal(ledger.amount[i] as number, ledger.currencies[ledger.currency[i] as number] ?? null),
      segment: study.termsOf(ledger.customer[i] as number, i).segment,
      done: null,
      contactOn: NO_DAY,
      plan: null,
      rungs: [],
    };
    climber.plan = planOf(climber, cadence, rules, NO_DAY, Math.min(from, dueOn) as CalendarDay);
    const key = `${ledger.customer[i]} ${study.addressOf(i).toLowerCase()}`;
    const group = groups.get(key);
    if (group) group.push(climber);
    else groups.set(key, [climber]);
  }
  const tally = new Tally(cadence);
  for (const [key, climbers] of groups) liveThrough(study, climbers, cadence, rules, tally, Number.parseInt(key, 10));
  const climbers = [...groups.values()].flat();
  return {
    cadence: cadence.id,
    since: isoOrNull(since),
    invoices,
    leftOut,
    messages: tally.messages,
    customers: tally.reached.size,
    stages: cadence.stages.map((stage, s) => stageOf(study, stage, s, climbers, tally)),
    reminders: remindersOf(climbers),
  };
}

function planOf(climber: Climber, cadence: Cadence, rules: ChaseRules, customerContactOn: CalendarDay, from: CalendarDay): Planned | null {
  const facts: ChaseFacts = {
    dueOn: climber.dueOn,
    done: climber.done,
    invoiceContactOn: climber.contactOn,
    customerContactOn,
    lastStage: '',
    pause: null,
    brokenPromiseOn: NO_DAY,
    missedInstalmentOn: NO_DAY,
    handedOverOn: NO_DAY,
    segment: climber.segment,
    openAmount: climber.amount,
  };
  const plan = nextAction(facts, cadence, rules, from);
  // Handing over is what follows the last message.
  return plan?.stage ? plan : null;
}

/** One customer at one address: day after day on which something is due, one message; what it does not speak of waits for the interval. */
function liveThrough(study: Study, climbers: Climber[], cadence: Cadence, rules: ChaseRules, tally: Tally, customer: number): void {
  const waiting = climbers.filter(({ plan }) => plan !== null).sort((a, b) => dayOf(b) - dayOf(a));
  let active: Climber[] = [];
  let contactOn: CalendarDay = NO_DAY;
  for (;;) {
    let next = waiting.length > 0 ? dayOf(waiting.at(-1) as Climber) : NEVER;
    for (const climber of active) next = Math.min(next, dayOf(climber));
    if (next > study.asOf) return;
    const day = next as CalendarDay;
    while (waiting.length > 0 && dayOf(waiting.at(-1) as Climber) <= day) active.push(waiting.pop() as Climber);
    // A payment that came by that morning spares the message.
    active = active.filter(({ settledOn }) => settledOn > day);
    const rested = contactOn === NO_DAY || day - contactOn >= rules.minimumInterval;
    const due = rested ? active.filter((climber) => dayOf(climber) <= day) : [];
    const lead = due.reduce<Planned | null>((best, { plan }) => (best === null || firmness(plan) > firmness(best) ? plan : best), null);
    if (lead !== null) {
      contactOn = day;
      tally.note(cadence.stages.indexOf(lead.stage as Stage), customer);
      for (const climber of due) {
        const stage = climber.plan?.stage as Stage;
        if (stage.channel !== lead.stage?.channel) continue;
        climber.done = { stage: stage.id, offset: stage.offset };
        climber.contactOn = day;
        climber.rungs.push(cadence.stages.indexOf(stage));
      }
    }
    for (const climber of active)
      if (dayOf(climber) <= day || (contactOn === day && dayOf(climber) < day + rules.minimumInterval))
        climber.plan = planOf(climber, cadence, rules, contactOn, day);
    active = active.filter(({ plan }) => plan !== null);
  }
}

function dayOf({ plan }: Climber): number {
  return plan?.action.on ?? NEVER;
}

function firmness(plan: Planned | null): number {
  return plan?.stage ? TONES.indexOf(plan.stage.tone) * 1000 + plan.stage.offset : Number.NEGATIVE_INFINITY;
}

/** Messages by the stage that leads them. */
class Tally {
  messages = 0;
  readonly reached = new Set<number>();
  readonly byStage: { messages: number; readonly customers: Set<number> }[];

  constructor(cadence: Cadence) {
    this.byStage = cadence.stages.map(() => ({ messages: 0, customers: new Set() }));
  }

  note(stage: number, customer: number): void {
    this.messages++;
    this.reached.add(customer);
    const of = this.byStage[stage];
    if (of === undefined) return;
    of.messages++;
    of.customers.add(customer);
  }
}

/** A settled invoice that never came so far was paid before the stage; what the stage is not for is on neither side. */
function stageOf(study: Study, stage: Stage, s: number, climbers: readonly Climber[], tally: Tally): BackTestStage {
  const { ledger } = study;
  const { calls } = study.chased.rules;
  const came = climbers.filter(({ rungs }) => rungs.includes(s));
  const before = climbers.filter(
    ({ rungs, settledOn, segment, amount }) =>
      settledOn !== NEVER && (rungs.at(-1) ?? -1) < s && applies(stage, { segment, openAmount: amount }, calls),
  );
  const sums = new Map<number, number>();
  for (const { i } of before) {
    const currency = ledger.currency[i] as number;
    sums.set(currency, (sums.get(currency) ?? 0) + (ledger.amount[i] as number));
  }
  const amounts: Record<string, number> = {};
  for (const [index, minor] of sums) {
    const currency = ledger.currencies[index] ?? null;
    amounts[currency ?? ''] = toDecimal(minor, currency);
  }
  const all = came.length + before.length;
  return {
    stage: stage.id,
    offset: stage.offset,
    channel: stage.channel,
    messages: tally.byStage[s]?.messages ?? 0,
    customers: tally.byStage[s]?.customers.size ?? 0,
    invoices: came.length,
    paidBefore: { count: before.length, amounts, share: all === 0 ? null : before.length / all },
  };
}

function remindersOf(climbers: readonly Climber[]): number[] {
  const reminders: number[] = [];
  for (const { rungs } of climbers) {
    while (reminders.length <= rungs.length) reminders.push(0);
    reminders[rungs.length] = (reminders[rungs.length] as number) + 1;
  }
  return reminders;
}
