/** Exposure per customer, and the credits a customer could set against what it owes. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exposure, unappliedByCustomer } from '../../core/customers/exposure.ts';
import { tries } from '../thorough.ts';
import { AS_OF, anyRows, kpisOf, settled } from './indicators-rows.ts';
import { assessedOn, ledgerOf, type Row } from './ledger-of.ts';

const exposed = (rows: readonly Row[]) => {
  const ledger = ledgerOf(rows);
  return exposure(ledger, assessedOn(ledger, AS_OF));
};
const open = (customer: string, amount: number, due: string | null, more: Partial<Row> = {}): Row => ({
  customer,
  amount,
  issued: '2025-06-01',
  due,
  ...more,
});

describe('exposure', () => {
  it('adds up each customer and currency', () => {
    expect(
      exposed([
        open('Alder', 100, '2025-09-01'),
        open('Alder', 50, '2025-09-17'),
        open('Alder', 30, null),
        open('Alder', -20, null),
        { ...settled(100, '2025-07-01', '2025-08-01', '2025-08-11'), customer: 'Alder' },
        { ...settled(900, '2025-07-01', '2025-08-01', '2025-07-29'), customer: 'Alder' },
        open('Alder', 500, '2025-09-01', { currency: 'GBP' }),
        open('Alder', 77, '2025-09-01', { is: ['writtenOff'] }),
        open('Alder', 78, '2025-09-01', { is: ['draft'] }),
      ]),
    ).toEqual([
      {
        customer: 0,
        name: 'Alder',
        currency: 'GBP',
        open: 500,
        overdue: 500,
        notDue: 0,
        unapplied: 0,
        daysLateAverage: null,
        share: 1,
        openDaysLate: 16,
        invoices: 1,
      },
      {
        customer: 0,
        name: 'Alder',
        currency: 'EUR',
        open: 160,
        overdue: 100,
        notDue: 50,
        unapplied: -20,
        daysLateAverage: 3.5,
        share: 1,
        openDaysLate: 16,
        invoices: 6,
      },
    ]);
  });
  it('puts the most overdue first, then the most open, then by name', () => {
    const rows = [
      open('Cedar', 5, '2025-12-01'),
      open('Birch', 5, '2025-12-01'),
      open('Elm', 9, '2025-12-01'),
      open('Alder', 1, '2025-09-01'),
      open('Fir', 2, '2025-09-01'),
    ];
    expect(exposed(rows).map(({ name }) => name)).toEqual(['Fir', 'Alder', 'Elm', 'Birch', 'Cedar']);
  });
  it.each<[string, Row, number | null]>([
    ['paid early is negative', { ...settled(10, '2025-07-01', '2025-08-01', '2025-07-25'), customer: 'Alder' }, -7],
    ['settled without a date is left out', open('Alder', 10, '2025-09-01', { paid: [[null, 10]] }), null],
    ['still open is left out', open('Alder', 10, '2025-09-01'), null],
    ['without a due date is left out', open('Alder', 10, null, { paid: [['2025-09-01', 10]] }), null],
  ])('average days late: %s', (_, row, expected) => expect(exposed([row])[0]?.daysLateAverage).toBe(expected));
  it('gathers invoices without a customer on a nameless line', () => {
    const { customer: _, ...nobody } = open('', 10, '2025-09-01');
    expect(exposed([open('Alder', 5, '2025-09-01'), nobody, nobody]).map(({ name, open }) => [name, open])).toEqual([
      ['', 20],
      ['Alder', 5],
    ]);
  });
  it('adds up to the receivables of each currency', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const lines = exposed(rows);
        for (const of of kpisOf(rows)) {
          const sum = (field: 'open' | 'overdue' | 'notDue' | 'unapplied') =>
            Math.round(lines.filter(({ currency }) => currency === of.currency).reduce((total, line) => total + line[field], 0) * 100);
          const { outstanding, overdue, notDue, unapplied } = of;
          expect([sum('open'), sum('overdue'), sum('notDue'), sum('unapplied')]).toEqual(
            [outstanding, overdue, notDue, unapplied].map((amount) => Math.round(amount * 100)),
          );
        }
      }),
      { numRuns: tries(100) },
    );
  });
});

describe('unapplied credit', () => {
  it('is positive, by customer and currency, and nobody’s covers nobody', () => {
    const { customer: _, ...nobody } = open('', -10, null);
    const ledger = ledgerOf([
      open('Alder', 100, '2025-09-01'),
      open('Alder', -30, null),
      open('Alder', 100, '2025-09-01', { paid: [['2025-09-02', 105]] }),
      open('Alder', -7, null, { currency: 'GBP' }),
      open('Birch', -9, null, { is: ['cancelled'] }),
      open('Birch', -9, null, { issued: '2025-12-01' }),
      nobody,
    ]);
    const unapplied = unappliedByCustomer(ledger, assessedOn(ledger, AS_OF));
    expect([unapplied(0, 0), unapplied(0, 1), unapplied(1, 0), unapplied(1, 1), unapplied(-1, 0)]).toEqual([3_500, 700, 0, 0, 0]);
  });
});
