import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BackTest, BackTestStage } from '../../core/back-test.ts';
import { perform } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { tries } from '../thorough.ts';
import { type Around, AT, day, type Row, workbookOf } from './workbook-of.ts';

function replay(rows: readonly Row[], asOf: string, cadence = 'standard', around: Around = {}): BackTest {
  const host = new MemoryHost(workbookOf(rows, around));
  const view = host.run(perform({ kind: 'open', at: AT, options: { panel: { backTest: [cadence] } } }, day(asOf)));
  return view.backTest?.[0] as BackTest;
}
/** `reminder: 2 messages to 1, 3 invoices, 4 paid before` */
const said = ({ stage, messages, customers, invoices, paidBefore }: BackTestStage) =>
  `${stage}: ${messages} to ${customers}, ${invoices} came, ${paidBefore.count} paid before`;

describe('back-test of a cadence on past invoices', () => {
  // Due on Monday 2025-06-02; standard: pre-reminder 05-26, reminder 06-05, call 06-12, formal reminder 06-23, notice 07-02.
  it.each<[string, string | null, string[]]>([
    ['paid at once', '2025-05-20', ['', '', '', '', '']],
    ['paid on the day of the pre-reminder: nobody writes', '2025-05-26', ['', '', '', '', '']],
    ['paid on the due date', '2025-06-02', ['came', '', '', '', '']],
    ['paid the day after the reminder', '2025-06-06', ['came', 'came', '', '', '']],
    ['paid after the call', '2025-06-20', ['came', 'came', 'came', '', '']],
    ['paid after the notice', '2025-08-01', ['came', 'came', 'came', 'came', 'came']],
    ['never paid', null, ['came', 'came', 'came', 'came', 'came']],
  ])('%s', (_, paidOn, came) => {
    const { stages, invoices, messages, reminders } = replay([{ due: '2025-06-02', paidOn }], '2025-12-01', 'standard', {
      columns: ['paidOn'],
    });
    expect(invoices).toBe(1);
    expect(stages.map((stage) => (stage.invoices === 1 ? 'came' : ''))).toEqual(came);
    expect(stages.map(({ paidBefore }) => paidBefore.count)).toEqual(came.map((word) => (word === '' ? 1 : 0)));
    const times = came.filter((word) => word !== '').length;
    expect(messages).toBe(times);
    expect(reminders.at(-1)).toBe(1);
    expect(reminders.length).toBe(times + 1);
  });

  it('one message for all a customer owes that day, under its firmest stage; the interval holds', () => {
    const rows = [
      { due: '2025-06-02', paidOn: '2025-09-01' },
      { due: '2025-06-02', paidOn: '2025-06-06' },
      // Its reminder would fall on Friday 06-06, the day after the other's: it waits until Tuesday 06-10.
      { due: '2025-06-03', paidOn: '2025-06-09' },
    ];
    const { stages, messages, customers } = replay(rows, '2025-12-01', 'due-day');
    expect(customers).toBe(1);
    expect(stages.map(said)).toEqual([
      'reminder: 1 to 1, 2 came, 1 paid before',
      'reminder-2: 1 to 1, 1 came, 2 paid before',
      'call: 1 to 1, 1 came, 2 paid before',
      'formal-notice: 1 to 1, 1 came, 2 paid before',
    ]);
    expect(messages).toBe(4);
  });

  it('tells what was paid anyway in each currency, and leaves out what nobody can date', () => {
    const rows = [
      { due: '2025-06-02', amount: 100.5, currency: 'EUR', paidOn: '2025-06-01' },
      { due: '2025-06-02', amount: 50, currency: 'USD', paidOn: '2025-06-01', customer: 'Durand' },
      { due: '2025-06-02', amount: 10, currency: 'EUR', status: 'Paid' },
      { due: '2025-06-02', amount: 10, currency: 'EUR', status: 'Draft' },
    ];
    const { stages, invoices, leftOut, since } = replay(rows, '2025-12-01', 'prompt');
    expect([invoices, leftOut, since]).toEqual([2, 1, '2025-05-03']);
    expect(stages[0]?.paidBefore).toEqual({ count: 2, amounts: { EUR: 100.5, USD: 50 }, share: 1 });
    expect(stages[0]?.messages).toBe(0);
  });

  it('a stage counts only those it is for', () => {
    const rows = [
      { due: '2025-06-02', amount: 6000, paidOn: '2025-06-01' },
      { due: '2025-06-02', amount: 100, paidOn: '2025-06-01', customer: 'Durand' },
    ];
    const { stages } = replay(rows, '2025-12-01', 'gentle');
    expect(stages.slice(0, 3).map(said)).toEqual([
      'pre-reminder: 0 to 0, 0 came, 0 paid before',
      'pre-reminder: 1 to 1, 1 came, 0 paid before',
      'reminder: 0 to 0, 0 came, 2 paid before',
    ]);
  });

  it('an unknown cadence is no answer, and nothing is replayed unasked', () => {
    const host = new MemoryHost(workbookOf([{ due: '2025-06-02' }]));
    const open = (backTest?: string[]) =>
      host.run(perform({ kind: 'open', at: AT, options: { panel: backTest ? { backTest } : {} } }, day('2025-12-01'))).backTest;
    expect(open(['nothing'])).toEqual([]);
    expect(open()).toBeUndefined();
    expect(open(['Classique', 'standard'])?.map(({ cadence }) => cadence)).toEqual(['classic', 'standard']);
  });

  const iso = (n: number) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const rows = fc.array(
    fc.record({
      due: fc.integer({ min: 0, max: 200 }).map(iso),
      paidOn: fc.option(fc.integer({ min: 0, max: 300 }).map(iso)),
      customer: fc.constantFrom('A', 'B', 'C'),
      amount: fc.integer({ min: 1, max: 9000 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('adds up: each invoice has its count of messages, and a later stage never comes to more than were left', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('standard', 'classic', 'prompt', 'due-day'), (invoices, cadence) => {
        const found = replay(invoices, '2025-12-01', cadence, { columns: ['paidOn'] });
        const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
        expect(sum(found.reminders)).toBe(found.invoices);
        expect(found.invoices + found.leftOut).toBe(invoices.length);
        expect(sum(found.stages.map((stage) => stage.messages))).toBe(found.messages);
        expect(sum(found.reminders.map((n, times) => n * times))).toBe(sum(found.stages.map((stage) => stage.invoices)));
        for (const { messages, invoices: came, customers, paidBefore } of found.stages) {
          expect(messages).toBeLessThanOrEqual(came);
          expect(customers).toBeLessThanOrEqual(messages);
          expect(came + paidBefore.count).toBeLessThanOrEqual(found.invoices);
        }
        const before = found.stages.map(({ paidBefore }) => paidBefore.count);
        expect([...before].sort((a, b) => a - b)).toEqual(before);
      }),
      { numRuns: tries(150) },
    );
  });
});
