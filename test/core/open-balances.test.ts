// What a forecast is made from, found in one pass: held against assessing the ledger day by day, and against counting one by one.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counts, statusOf } from '../../core/assess.ts';
import { addDays } from '../../core/calendar.ts';
import { unappliedByCustomer } from '../../core/customers/exposure.ts';
import { Lateness } from '../../core/forecast/lateness.ts';
import { openBalances } from '../../core/forecast/open-balances.ts';
import { tries } from '../thorough.ts';
import { AS_OF, anyRows } from './indicators-rows.ts';
import { assessedOn, ledgerOf } from './ledger-of.ts';

describe('the open balances of several days', () => {
  it('are those that assessing the ledger on each of these days would find', () => {
    fc.assert(
      fc.property(anyRows, fc.uniqueArray(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 7 }), (rows, ago) => {
        const ledger = ledgerOf(rows);
        const days = ago.sort((a, b) => b - a).map((back) => addDays(AS_OF, -back));
        for (const { on, invoices, left, credits } of openBalances(ledger, assessedOn(ledger, AS_OF).tolerances, days)) {
          const then = assessedOn(ledger, on);
          const open = Array.from(ledger.row, (_, i) => i).filter(
            (i) => (then.open[i] as number) > 0 && counts(ledger, then, i) && statusOf(then, i) !== 'paid',
          );
          expect(invoices).toEqual(open);
          expect(left).toEqual(open.map((i) => then.open[i]));
          const unapplied = unappliedByCustomer(ledger, then);
          for (let i = 0; i < ledger.size; i++) {
            const [who, c] = [ledger.customer[i] as number, ledger.currency[i] as number];
            expect(credits(who, c)).toBe(unapplied(who, c));
          }
        }
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('days late', () => {
  it('are counted alike by table and by search', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -60, max: 200 }), { maxLength: 600, size: 'max' }),
        fc.integer({ min: -90, max: 230 }),
        (late, most) => {
          const days = Int32Array.from(late).sort();
          expect(new Lateness(days).upTo(most)).toBe(late.filter((each) => each <= most).length);
        },
      ),
    );
  });
});
