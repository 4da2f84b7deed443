/**
 * Most open invoices have no story: nothing was done about them and nothing said. Those of one cadence that fall due on one day are reminded alike, so a
 * day is planned once, however many invoices fall due on it.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { remembered } from '../remembered.ts';
import type { Cadence } from '../types.ts';
import { type ChaseFacts, type ChaseRules, nextAction, type Planned } from './next-action.ts';

/** Whose plan is asked for. `contactOn`: last contact of the customer, NO_DAY for none. */
export interface Plain extends Pick<ChaseFacts, 'dueOn' | 'segment' | 'openAmount'> {
  readonly cadence: Cadence;
  readonly contactOn: CalendarDay;
}

/** Plans invoices without a story on `asOf`: what {@link nextAction} says of each. */
export function plainPlans(rules: ChaseRules, asOf: CalendarDay): (of: Plain) => Planned | null {
  const planOf = ({ cadence, segment, dueOn, contactOn, openAmount }: Plain): Planned | null => {
    const nothingSaid = { pause: null, brokenPromiseOn: NO_DAY, missedInstalmentOn: NO_DAY, handedOverOn: NO_DAY };
    const nothingDone = { done: null, invoiceContactOn: NO_DAY, lastStage: '' };
    const facts = { dueOn, segment, openAmount, customerContactOn: contactOn, ...nothingDone, ...nothingSaid };
    return nextAction(facts, cadence, rules, asOf);
  };
  const isByAmount = remembered((cadence: Cadence) => cadence.stages.some(({ minAmount }) => minAmount !== null));
  const plansOf = remembered((_: Cadence) => remembered((_: string) => remembered((_: CalendarDay) => new Map<number, Planned | null>())));
  return (of) => {
    if (isByAmount(of.cadence)) return planOf(of);
    // A contact that has had its rest moves nothing.
    const contactOn = of.contactOn + rules.minimumInterval > asOf ? of.contactOn : NO_DAY;
    const plans = plansOf(of.cadence)(of.segment)(contactOn);
    const known = plans.get(of.dueOn);
    if (known !== undefined) return known;
    const plan = planOf({ ...of, contactOn });
    plans.set(of.dueOn, plan);
    return plan;
  };
}
