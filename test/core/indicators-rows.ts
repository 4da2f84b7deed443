/** Ledgers for the indicators: figures of listed rows, and any ledger that could be. */
import fc from 'fast-check';
import { type CalendarDay, dayFromIso } from '../../core/calendar.ts';
import { kpis } from '../../core/indicators/index.ts';
import type { Kpis } from '../../core/report.ts';
import { assessedOn, ledgerOf, type Row } from './ledger-of.ts';

export const day = (iso: string): CalendarDay => dayFromIso(iso) as CalendarDay;

/** The day of the trade article's table. */
export const AS_OF = day('2025-09-17');

/** The indicators of rows, per currency. */
export function kpisOf(rows: readonly Row[], asOf: CalendarDay = AS_OF): Kpis[] {
  const ledger = ledgerOf(rows);
  return kpis(ledger, assessedOn(ledger, asOf), asOf, 'en');
}

/** The indicators of rows in one currency. */
export function onlyKpis(rows: readonly Row[], asOf: CalendarDay = AS_OF): Kpis {
  const [only, ...others] = kpisOf(rows, asOf);
  if (!only || others.length > 0) throw new Error('one currency expected');
  return only;
}

const anyDay = fc.integer({ min: AS_OF - 480, max: AS_OF + 40 }).map((at) => at as CalendarDay);
const anyDayOrNone = fc.option(anyDay, { freq: 8 });
const cents = (min: number, max: number) => fc.integer({ min, max }).map((minor) => minor / 100);

const anyRow: fc.Arbitrary<Row> = fc.record({
  amount: fc.oneof({ weight: 5, arbitrary: cents(0, 50_000) }, { weight: 1, arbitrary: cents(-20_000, -1) }),
  issued: anyDayOrNone,
  due: anyDayOrNone,
  paid: fc.array(fc.tuple(anyDayOrNone, cents(-500, 30_000)), { maxLength: 3 }),
  credits: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(anyDay, cents(1, 20_000)), { maxLength: 2 }) },
  ),
  currency: fc.constantFrom('EUR', 'EUR', 'GBP'),
  customer: fc.constantFrom('Alder', 'Birch', 'Cedar'),
  serviceOn: fc.option(anyDay, { freq: 2 }),
  sentOn: fc.option(anyDay, { freq: 2 }),
  is: fc.oneof(
    { weight: 6, arbitrary: fc.constant([] as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(['draft'], ['cancelled'], ['error'], ['writtenOff'], ['disputed'], ['held'], ['legal']) as fc.Arbitrary<
        NonNullable<Row['is']>
      >,
    },
  ),
});

/** Rows with payments and credits before, on and after every date that matters, some without dates, some that count nowhere. */
export const anyRows = fc.array(anyRow, { maxLength: 14 });

/** Rows that were paid in full on their last payment: settled, late or early. */
export function settled(amount: number, issued: string, due: string, on: string): Row {
  return { amount, issued, due, paid: [[on, amount]] };
}
