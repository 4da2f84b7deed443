/**
 * Most open invoices have no story: nothing was done about them and nothing said. Those of one cadence that fall due on one day are reminded alike, so a
 * day is planned once, however many invoices fall due on it.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { remembered } from '../remembered.ts';
import type { Cadence } from '../types.ts';
import { type ChaseFacts, type ChaseRules, nextAction, type Planned } from './next-action.ts';

/**
 * Plans invoice `i` of a customer last contacted on `contactOn` (NO_DAY for never): what {@link nextAction} says of it. Asked of every open invoice, so
 * nothing is made for the asking.
 */
export type PlanOf = (i: number, cadence: Cadence, segment: string, dueOn: CalendarDay, contactOn: CalendarDay) => Planned | null;

/** Plans invoices without a story on `asOf`; `openAmount` tells what is open of invoice `i`, where a rung begins with an amount only. */
export function plainPlans(rules: ChaseRules, asOf: CalendarDay, openAmount: (i: number) => number): PlanOf {
  const nothingSaid = { pause: null, brokenPromiseOn: NO_DAY, missedInstalmentOn: NO_DAY, handedOverOn: NO_DAY };
  const nothingDone = { done: null, invoiceContactOn: NO_DAY, lastStage: '' };
  const planned: PlanOf = (i, cadence, segment, dueOn, contactOn) => {
    const facts: ChaseFacts = { dueOn, segment, openAmount: openAmount(i), customerContactOn: contactOn, ...nothingDone, ...nothingSaid };
    return nextAction(facts, cadence, rules, asOf);
  };
  const isByAmount = remembered((cadence: Cadence) => cadence.stages.some(({ minAmount }) => minAmount !== null));
  const plansOf = remembered((_: Cadence) => remembered((_: string) => remembered((_: CalendarDay) => new Map<number, Planned | null>())));
  return (i, cadence, segment, dueOn, lastContactOn) => {
    if (isByAmount(cadence)) return planned(i, cadence, segment, dueOn, lastContactOn);
    // A contact that has had its rest moves nothing.
    const contactOn = lastContactOn + rules.minimumInterval > asOf ? lastContactOn : NO_DAY;
    const plans = plansOf(cadence)(segment)(contactOn);
    const known = plans.get(dueOn);
    if (known !== undefined) return known;
    const plan = planned(i, cadence, segment, dueOn, contactOn);
    plans.set(dueOn, plan);
    return plan;
  };
}
