// What an invoice is worth on a day: open balance, days late, status, bucket; and that the aging balance adds up whatever the sheet holds.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../../core/workbook.ts';
import { tries } from '../thorough.ts';
import { invoiceOf, type Row, reportOf, workbookOf } from './workbook-of.ts';

const show = (row: Row, asOf: string): string => {
  const found = invoiceOf(row, asOf, { columns: ['paid', 'paidOn', 'status'] });
  if (!found) return 'does not exist';
  const { status, daysLate, bucket, partlyPaid, open } = found;
  return `${status} ${daysLate ?? '–'} ${bucket ?? '–'} ${open}${partlyPaid ? ' partly paid' : ''}`;
};

describe('days late, status and bucket of 1000.00 due on 2025-09-12', () => {
  const due = '2025-09-12';
  it.each<[asOf: string, row: Row, outcome: string]>([
    // as of | what is known | status, days late, bucket, open
    ['2025-08-13', {}, 'not-due -30 not-due 1000'],
    ['2025-08-12', {}, 'does not exist'],
    ['2025-09-04', {}, 'not-due -8 not-due 1000'],
    ['2025-09-05', {}, 'watch -7 not-due 1000'],
    ['2025-09-12', {}, 'watch 0 not-due 1000'],
    ['2025-09-13', {}, 'watch 1 1-30 1000'],
    ['2025-09-14', {}, 'watch 2 1-30 1000'],
    ['2025-09-15', {}, 'overdue 3 1-30 1000'],
    ['2025-10-12', {}, 'overdue 30 1-30 1000'],
    ['2025-10-13', {}, 'overdue 31 31-60 1000'],
    ['2025-11-11', {}, 'overdue 60 31-60 1000'],
    ['2025-11-12', {}, 'overdue 61 61-90 1000'],
    ['2025-12-11', {}, 'overdue 90 61-90 1000'],
    ['2025-12-12', {}, 'overdue 91 over-90 1000'],
    // Paid in full by its date alone; a payment on the as-of day counts, a later one has not happened.
    ['2025-09-16', { paidOn: '2025-09-16' }, 'paid 4 – 0'],
    ['2025-09-15', { paidOn: '2025-09-16' }, 'overdue 3 1-30 1000'],
    ['2025-12-31', { paidOn: '2025-09-02' }, 'paid -10 – 0'],
    // In part: the mark beside the status.
    ['2025-09-17', { paid: 400, paidOn: '2025-09-13' }, 'overdue 5 1-30 600 partly paid'],
    ['2025-09-12', { paid: 400, paidOn: '2025-09-13' }, 'watch 0 not-due 1000'],
    // At most 0.10 left counts as paid; the cents stay in the totals.
    ['2025-09-17', { paid: 999.9, paidOn: '2025-09-14' }, 'paid 2 1-30 0.1'],
    ['2025-09-17', { paid: 999.89, paidOn: '2025-09-14' }, 'overdue 5 1-30 0.11 partly paid'],
    ['2025-09-17', { paid: 1200, paidOn: '2025-09-14' }, 'paid 2 – -200'],
    // Undated: counts from the issue on, and is nobody's delay.
    ['2025-08-13', { paid: 1000 }, 'paid – – 0'],
    ['2025-09-17', { status: 'Paid' }, 'paid – – 0'],
    ['2025-09-17', { paid: 400 }, 'overdue 5 1-30 600 partly paid'],
    // Words that are facts.
    ['2025-09-17', { status: 'Draft' }, 'draft – – 1000'],
    ['2025-09-17', { status: 'Annulée' }, 'cancelled – – 1000'],
    ['2025-09-17', { status: 'Written off' }, 'written-off 5 – 1000'],
    ['2025-09-17', { status: 'Legal' }, 'legal 5 1-30 1000'],
    ['2025-09-17', { status: 'Litige' }, 'disputed 5 1-30 1000'],
    ['2025-09-17', { status: 'Litige', paid: 300, paidOn: '2025-09-14' }, 'disputed 5 1-30 700 partly paid'],
    ['2025-09-17', { status: 'Litige', paid: 1000, paidOn: '2025-09-14' }, 'paid 2 – 0'],
    // Words that only repeat what dates tell are outputs.
    ['2025-09-17', { status: 'Non échue' }, 'overdue 5 1-30 1000'],
    ['2025-09-01', { status: 'En retard' }, 'not-due -11 not-due 1000'],
    // A word that payments contradict: held.
    ['2025-09-17', { status: 'Paid', paid: 300, paidOn: '2025-09-14' }, 'to-fix 5 1-30 700 partly paid'],
    ['2025-09-17', { status: 'Refusée' }, 'to-fix 5 1-30 1000'],
    ['2025-09-17', { promiseOn: '2025-09-20' }, 'promised 5 1-30 1000'],
    ['2025-09-17', { hold: '2025-09-17' }, 'on-hold 5 1-30 1000'],
    ['2025-09-18', { hold: '2025-09-17' }, 'overdue 6 1-30 1000'],
    ['2025-09-17', { amount: -1000 }, 'credit – – -1000'],
    ['2025-09-17', { due: null, issued: '2025-08-01' }, 'to-fix – – 1000'],
  ])('as of %s, %j: %s', (asOf, row, outcome) => expect(show({ due, ...row }, asOf)).toBe(outcome));

  it.each([
    ['standard', '2025-09-15', '2025-09-05'],
    ['classic', '2025-09-17', '2025-09-05'],
    ['gentle', '2025-09-22', '2025-09-07'],
    ['prompt', '2025-09-13', '2025-09-05'],
    ['due-day', '2025-09-13', '2025-09-05'],
  ])('%s: overdue from %s, watched from %s', (cadence, overdueFrom, watchFrom) => {
    const status = (asOf: string) => invoiceOf({ due }, asOf, {}, { cadence })?.status;
    const dayBefore = (iso: string) => new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10);
    expect([status(overdueFrom), status(dayBefore(overdueFrom)), status(watchFrom), status(dayBefore(watchFrom))]).toEqual([
      'overdue',
      'watch',
      'watch',
      'not-due',
    ]);
  });
});

describe('the day it was settled', () => {
  const payments = (...lines: [on: string, amount: number][]) => ({
    tabs: { Payments: [['Invoice', 'Paid on', 'Amount'], ...lines.map(([on, amount]): Cell[] => ['F1', on, amount])] },
  });
  const late = (asOf: string, ...lines: [string, number][]) => {
    const found = invoiceOf({ due: '2025-09-12' }, asOf, payments(...lines));
    return `${found?.status} ${found?.daysLate} ${found?.open} ${found?.paidOn}`;
  };
  it.each<[string, string, [string, number][], string]>([
    [
      'two parts: the last, settling one',
      '2025-12-31',
      [
        ['2025-09-20', 400],
        ['2025-09-30', 600],
      ],
      'paid 18 0 2025-09-30',
    ],
    [
      'between the two',
      '2025-09-25',
      [
        ['2025-09-20', 400],
        ['2025-09-30', 600],
      ],
      'overdue 13 600 2025-09-20',
    ],
    [
      'in any order',
      '2025-12-31',
      [
        ['2025-09-30', 600],
        ['2025-09-20', 400],
      ],
      'paid 18 0 2025-09-30',
    ],
    [
      'paid twice: the second settles nothing',
      '2025-12-31',
      [
        ['2025-09-20', 1000],
        ['2025-10-20', 1000],
      ],
      'paid 8 -1000 2025-10-20',
    ],
    [
      'paid, given back, paid again',
      '2025-12-31',
      [
        ['2025-09-20', 1000],
        ['2025-09-25', -1000],
        ['2025-10-02', 1000],
      ],
      'paid 20 0 2025-10-02',
    ],
    [
      'cents short, then the cents',
      '2025-12-31',
      [
        ['2025-09-20', 999.95],
        ['2025-11-20', 0.05],
      ],
      'paid 8 0 2025-11-20',
    ],
  ])('%s, as of %s', (_, asOf, lines, outcome) => expect(late(asOf, ...lines)).toBe(outcome));
});

describe('credit notes', () => {
  const sheet = (credit: Row) =>
    workbookOf([{ due: '2025-09-12' }, { number: 'A1', due: null, issued: '2025-09-01', amount: -300, ...credit }], {
      columns: ['creditOf'],
    });
  it.each<[string, Row, string, number[]]>([
    // outstanding, overdue, unapplied
    ['not linked: in a line of its own', {}, '2025-09-17', [700, 1000, -300]],
    ['linked: reduces its invoice', { creditOf: 'F1' }, '2025-09-17', [700, 700, 0]],
    ['linked, before it was issued', { creditOf: 'F1' }, '2025-08-31', [1000, 0, 0]],
    ['linked and larger: the excess is unapplied', { creditOf: 'F1', amount: -1250 }, '2025-09-17', [-250, 0, -250]],
    ['naming an invoice that is not there', { creditOf: 'F9' }, '2025-09-17', [700, 1000, -300]],
    ['typed without its sign', { kind: 'Credit note', amount: 300 }, '2025-09-17', [700, 1000, -300]],
  ])('%s', (_, credit, asOf, expected) => {
    const [kpis] = reportOf(sheet(credit), asOf).kpis;
    expect([kpis?.outstanding, kpis?.overdue, kpis?.unapplied]).toEqual(expected);
  });

  it('an invoice credited in full is settled on the day of the credit', () => {
    const [invoice] = reportOf(sheet({ creditOf: 'F1', amount: -1000, issued: '2025-09-22' }), '2025-12-31').invoices;
    expect([invoice?.status, invoice?.daysLate, invoice?.paid]).toEqual(['paid', 10, 0]);
  });
});

// ── Laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const START = Date.parse('2025-01-01') / 86_400_000;
const isoOn = (offset: number) => new Date((START + offset) * 86_400_000).toISOString().slice(0, 10);

/** A row as days from the first of January 2025, so that it can be shifted whole. */
interface Drawn {
  readonly issued: number;
  readonly due: number | null;
  readonly paidOn: number | null;
  readonly amount: number;
  readonly paidPart: number | null;
  readonly status: string;
  readonly last: string;
  readonly promise: number | null;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  issued: fc.integer({ min: 0, max: 300 }),
  due: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 8 }),
  paidOn: fc.option(fc.integer({ min: 0, max: 450 })),
  amount: fc.integer({ min: -50_000, max: 500_000 }),
  paidPart: fc.option(fc.integer({ min: 0, max: 130 })),
  status: fc.constantFrom('', '', '', 'Paid', 'Draft', 'Litige', 'Perte', 'Contentieux', 'À relancer'),
  last: fc.constantFrom('', '', 'Relance J+3', 'Appel', 'Mise en demeure'),
  promise: fc.option(fc.integer({ min: 0, max: 450 }), { freq: 2 }),
});
const rowsOf = (rows: readonly Drawn[], shift: number): Row[] =>
  rows.map(({ issued, due, paidOn, amount, paidPart, status, last, promise }) => ({
    issued: isoOn(issued + shift),
    due: due === null ? null : isoOn(due + shift),
    amount: amount / 100,
    paid: paidPart === null ? null : Math.round((amount * paidPart) / 100) / 100,
    paidOn: paidOn === null ? null : isoOn(paidOn + shift),
    status,
    last,
    promiseOn: promise === null ? null : isoOn(promise + shift),
  }));
const ALL = { columns: ['paid', 'paidOn', 'status', 'last', 'promiseOn'] } as const;

describe('laws', () => {
  const cents = (amount: number | undefined) => Math.round((amount ?? 0) * 100);

  it('outstanding = buckets + undated + unapplied, and = the open balances that count', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 3, maxLength: 12 }), fc.integer({ min: 0, max: 500 }), (rows, on) => {
        const report = reportOf(workbookOf(rowsOf(rows, 0), ALL), isoOn(on));
        for (const kpis of report.kpis) {
          const buckets = Object.values(kpis.aging).reduce((sum, line) => sum + cents(line.amount), 0);
          expect(cents(kpis.outstanding)).toBe(buckets + cents(kpis.undated) + cents(kpis.unapplied));
          const counted = report.invoices.filter(({ status }) => !['draft', 'cancelled', 'written-off'].includes(status));
          expect(cents(kpis.outstanding)).toBe(counted.reduce((sum, invoice) => sum + cents(invoice.open ?? 0), 0));
        }
        for (const { kind, open, daysLate, bucket, status } of report.invoices) {
          // Only what is open, dated and counted has a bucket; while it is open its days late say which.
          const isAged = kind === 'invoice' && (open ?? 0) > 0 && bucket !== null;
          if (bucket !== null) expect(isAged).toBe(true);
          if (isAged && status !== 'paid') expect(bucket === 'not-due').toBe((daysLate ?? 0) <= 0);
        }
      }),
      { numRuns: tries(60) },
    );
  });

  it('shifting all dates by whole weeks changes nothing but the dates', () => {
    // Weeks: the calendar of this workbook knows weekends and no holidays. The words of last actions have no dates of their own.
    const plain = (report: ReturnType<typeof reportOf>, shift: number) =>
      report.invoices.map(({ status, daysLate, bucket, open, paid, partlyPaid, lastAction, nextAction }) => ({
        status,
        daysLate,
        bucket,
        open,
        paid,
        partlyPaid,
        last: lastAction?.stage,
        next: nextAction?.stage,
        on: nextAction && Date.parse(nextAction.on) / 86_400_000 - shift,
      }));
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: -40, max: 60 }),
        (rows, on, weeks) => {
          const shift = weeks * 7;
          const here = plain(reportOf(workbookOf(rowsOf(rows, 0), ALL), isoOn(on)), 0);
          const there = plain(reportOf(workbookOf(rowsOf(rows, shift), ALL), isoOn(on + shift)), shift);
          expect(there).toEqual(here);
        },
      ),
      { numRuns: tries(40) },
    );
  });
});
