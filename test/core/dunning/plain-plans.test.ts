// Invoices without a story are planned once a due date: the answer must be the one each of them would get by itself.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay, dayFromIso, NO_DAY } from '../../../core/calendar.ts';
import { PRESETS } from '../../../core/dunning/cadence.ts';
import { type ChaseRules, nextAction } from '../../../core/dunning/next-action.ts';
import { plainPlans } from '../../../core/dunning/plain-plans.ts';
import type { Cadence } from '../../../core/types.ts';

const AS_OF = dayFromIso('2025-09-17') as CalendarDay;
const RULES: ChaseRules = {
  rest: 5,
  minimumInterval: 7,
  calls: true,
  entry: 'ladder',
  country: 'FR',
  noticeDays: 8,
  repeatHandOver: null,
};
const CADENCES = [...PRESETS.values()];

it('plans every invoice as if it were alone, whoever was asked about before', () => {
  const anyPlain = fc.record({
    cadence: fc.constantFrom<Cadence>(...CADENCES),
    segment: fc.constantFrom('', 'large'),
    openAmount: fc.constantFrom(10, 4999.99, 5000, 80_000),
    dueOn: fc.integer({ min: -60, max: 20 }).map((days) => addDays(AS_OF, days)),
    contactOn: fc.option(
      fc.integer({ min: -30, max: 3 }).map((days) => addDays(AS_OF, days)),
      { nil: NO_DAY },
    ),
  });
  fc.assert(
    fc.property(fc.array(anyPlain, { maxLength: 40 }), fc.constantFrom('ladder' as const, 'by-age' as const), (invoices, entry) => {
      const rules = { ...RULES, entry };
      const planOf = plainPlans(rules, AS_OF, (i) => (invoices[i] as (typeof invoices)[number]).openAmount);
      for (const [i, { cadence, contactOn, ...known }] of invoices.entries()) {
        const silent = { pause: null, brokenPromiseOn: NO_DAY, missedInstalmentOn: NO_DAY, handedOverOn: NO_DAY };
        const untouched = { done: null, invoiceContactOn: NO_DAY, lastStage: '' };
        const facts = { ...known, ...silent, ...untouched, customerContactOn: contactOn };
        expect(planOf(i, cadence, known.segment, known.dueOn, contactOn)).toEqual(nextAction(facts, cadence, rules, AS_OF));
      }
    }),
  );
});
