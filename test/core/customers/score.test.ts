// The score of a customer: what each habit costs, what may never raise it, and the same figures computed in another way.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDay } from '../../../core/calendar.ts';
import { payerProfile } from '../../../core/customers/payer-profile.ts';
import { type CustomerScore, customerScores, SCORE_PARTS } from '../../../core/customers/score.ts';
import type { ReportCustomer } from '../../../core/report.ts';
import { sample } from '../../golden/page-of.ts';
import { tries } from '../../thorough.ts';
import { AS_OF, anyRows } from '../indicators-rows.ts';
import { assessedOn, ledgerOf, type Row } from '../ledger-of.ts';
import { day, reportOf } from '../workbook-of.ts';

/** Invoices due one month after the other, the first on 2024-01-10, paid so many days late. */
function paid(daysLate: readonly number[], more: Partial<Row> = {}): Row[] {
  return daysLate.map((late, n) => {
    const due = addDays(day('2024-01-10'), n * 30);
    return { customer: 'Alder', amount: 100, issued: addDays(due, -30), due, paid: [[addDays(due, late), 100]], ...more };
  });
}
function scoreOn(rows: readonly Row[], asOf: CalendarDay = AS_OF, known?: { brokenPromises: number; disputes: number }): CustomerScore {
  const ledger = ledgerOf(rows);
  const none = -0x40000000 as CalendarDay;
  const scores = customerScores(
    ledger,
    assessedOn(ledger, asOf),
    known === undefined ? undefined : () => ({ ...known, lastBrokenOn: none, lastDisputeOn: none }),
  );
  return scores[0] as CustomerScore;
}
const costsOf = ({ costs }: CustomerScore) => SCORE_PARTS.flatMap((part) => (costs[part] > 0 ? [`${part} ${costs[part]}`] : [])).join(', ');

describe('the score', () => {
  it.each<[habit: string, daysLate: number[], score: number | null, band: string, costs: string]>([
    ['always on its day', [0, 0, 0], 100, 'good', ''],
    ['always early', [-10, -3, 0, -1], 100, 'good', ''],
    ['nothing settled', [], null, 'unknown', ''],
    ['two settled are no habit', [40, 40], null, 'unknown', ''],
    ['always 3 days late', [3, 3, 3], 75, 'good', 'average 5, share 20'],
    ['always 6 days late', [6, 6, 6], 70, 'good', 'average 10, share 20'],
    ['always a week late', [7, 7, 7], 68, 'watch', 'average 12, share 20'],
    ['always 20 days late', [20, 20, 20], 47, 'watch', 'average 33, share 20'],
    ['always 25 days late', [25, 25, 25], 38, 'risky', 'average 42, share 20'],
    ['always 30 days late', [30, 30, 30], 30, 'risky', 'average 50, share 20'],
    ['always a year late', [365, 365, 365], 25, 'risky', 'average 55, share 20'],
    ['one forgotten in ten', [0, 0, 0, 30, 0, 0, 0, 0, 0, 0], 93, 'good', 'average 5, share 2'],
    ['a year counts as 90 days', [0, 0, 365], 43, 'watch', 'average 50, share 7'],
    ['early does not make up for late', [-30, 30, 0], 76, 'good', 'average 17, share 7'],
    ['late only lately', [0, 0, 0, 12, 12, 12], 70, 'good', 'average 10, trend 10, share 10'],
    ['late only before', [12, 12, 12, 0, 0, 0], 80, 'good', 'average 10, share 10'],
    ['five are too few for a trend', [0, 0, 30, 30, 30], 58, 'watch', 'average 30, share 12'],
  ])('%s', (_, daysLate, score, band, costs) => {
    const found = scoreOn(paid(daysLate));
    expect(daysLate.length === 0 ? [null, 'unknown', ''] : [found.score, found.band, costsOf(found)]).toEqual([score, band, costs]);
    if (found) expect(found.n).toBe(daysLate.length);
  });
  it.each<[brokenPromises: number, disputes: number, score: number]>([
    [0, 0, 100],
    [1, 0, 95],
    [0, 1, 98],
    [2, 3, 84],
    [3, 5, 75],
    [9, 9, 75],
  ])('%i broken promises and %i disputes leave %i', (brokenPromises, disputes, score) =>
    expect(scoreOn(paid([0, 0, 0]), AS_OF, { brokenPromises, disputes }).score).toBe(score),
  );
  it.each<[what: string, row: Row]>([
    ['open', { customer: 'Alder', amount: 9, due: '2025-01-01' }],
    ['settled without a day', { customer: 'Alder', amount: 9, due: '2025-01-01', paid: [[null, 9]] }],
    ['never due', { customer: 'Alder', amount: 9, due: null, paid: [['2025-03-01', 9]] }],
    ['settled by a credit note', { customer: 'Alder', amount: 9, due: '2025-01-01', credits: [['2025-06-01', 9]] }],
    ['a credit note', { customer: 'Alder', amount: -9, due: '2025-01-01', paid: [['2025-06-01', -9]] }],
    ['cancelled', { customer: 'Alder', amount: 9, due: '2025-01-01', paid: [['2025-06-01', 9]], is: ['cancelled'] }],
    ['of somebody else', { customer: 'Birch', amount: 9, due: '2025-01-01', paid: [['2025-06-01', 9]] }],
    ['settled tomorrow', { customer: 'Alder', amount: 9, due: '2025-01-01', paid: [[addDays(AS_OF, 1), 9]] }],
  ])('says nothing of a habit: %s', (_, row) => {
    const found = scoreOn([...paid([3, 3, 3]), row]);
    expect([found.n, found.score]).toEqual([3, 75]);
  });
  it('counts invoices the sheet calls disputed, where no journal tells', () => {
    const disputed: Row = { customer: 'Alder', amount: 9, due: '2025-09-01', is: ['disputed'] };
    expect(scoreOn([...paid([0, 0, 0]), disputed, disputed]).score).toBe(96);
  });
  it('never falls when an invoice is paid earlier, nor rises when it is paid later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -40, max: 80 }), { minLength: 3, maxLength: 16 }),
        fc.nat(),
        fc.integer({ min: 1, max: 80 }),
        (daysLate, which, more) => {
          // All of them are paid by the day the score is of: an open one says nothing of a habit.
          const later = daysLate.map((late, n) => (n === which % daysLate.length ? late + more : late));
          expect(scoreOn(paid(later)).score as number).toBeLessThanOrEqual(scoreOn(paid(daysLate)).score as number);
        },
      ),
    );
  });
  it('is a whole number from 0 to 100, its parts make the rest, whatever the sheet and the order of its rows', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, shift) => {
        const ledger = ledgerOf(rows);
        const byName = (of: readonly Row[]) => {
          const other = ledgerOf(of);
          return new Map(customerScores(other, assessedOn(other, AS_OF)).map((score, c) => [other.customers[c]?.name, score.score]));
        };
        for (const { score, n, costs } of customerScores(ledger, assessedOn(ledger, AS_OF))) {
          const cost = SCORE_PARTS.reduce((sum, part) => sum + costs[part], 0);
          expect(score).toBe(n < 3 ? null : 100 - cost);
          expect(score ?? 0).toBeGreaterThanOrEqual(0);
        }
        const at = rows.length === 0 ? 0 : shift % rows.length;
        expect(new Map([...byName([...rows.slice(at), ...rows.slice(0, at)])].sort())).toEqual(new Map([...byName(rows)].sort()));
      }),
      { numRuns: tries(100) },
    );
  });
  it('knows nothing on a past day of what was settled later', () => {
    const rows = paid([0, 0, 0, 50, 50, 50]);
    expect([scoreOn(rows, day('2024-04-15')).score, scoreOn(rows).score]).toEqual([100, 35]);
  });
  it('decides how a customer is written to', () => {
    expect((['good', 'watch', 'risky', 'unknown'] as const).map(payerProfile)).toEqual(['good', 'unknown', 'bad', 'unknown']);
  });
});

describe('the scores of a year of invoices, computed in another way', () => {
  it.each(['2026-01-15', '2026-03-16'])('as of %s', (asOf) => {
    const report = reportOf(sample('invoices-morel-workshop.xlsx'), asOf);
    const habits = new Map<string, { due: string; late: number }[]>();
    for (const { customer, status, daysLate, dueOn, paidOn, kind } of report.invoices)
      if (kind === 'invoice' && status === 'paid' && daysLate !== null && dueOn !== null && paidOn !== null && customer !== '')
        habits.set(customer, [...(habits.get(customer) ?? []), { due: dueOn, late: daysLate }]);
    const mean = (list: readonly { late: number }[]) =>
      list.reduce((sum, { late }) => sum + Math.min(90, Math.max(0, late)), 0) / list.length;
    const points = (days: number) => Math.round(Math.min(55, (days * 5) / 3));
    const told = ({ scoreWhy }: ReportCustomer) =>
      scoreWhy.filter((why) => /promise|dispute/.test(why)).reduce((sum, why) => sum + Number(/\d+/.exec(why)?.[0]), 0);
    const scored = report.customers.filter(({ name }) => name !== '');
    expect(scored.filter(({ score }) => score !== null).length).toBeGreaterThan(10);
    for (const line of scored) {
      const list = [...(habits.get(line.name) ?? [])].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.late - b.late));
      const lately = list.length < 6 ? [] : list.slice(-Math.max(3, Math.floor(list.length / 4)));
      const days = Math.max(points(mean(list)), lately.length === 0 ? 0 : points(mean(lately)));
      const share = Math.round((20 * list.filter(({ late }) => late >= 1).length) / list.length);
      expect([line.name, line.scoredOn, line.score]).toEqual([
        line.name,
        list.length,
        list.length < 3 ? null : 100 - days - share - told(line),
      ]);
    }
  });
});
