/**
 * Sums of money held against whole numbers of any size. The oracle knows decimal texts and BigInt and nothing else: no double comes between what a
 * cell says and what it must come to.
 */
import fc from 'fast-check';
import type { CalendarDay } from '../../core/calendar.ts';
import { type Cell, dayFromIso, isoOf, moneyText, proposePlan } from '../../core/index.ts';
import { interestOn } from '../../core/law/interest.ts';
import { RATES } from '../../core/law/rates.ts';
import { readAmountColumn } from '../../core/ledger/amount-cells.ts';
import { inCents } from '../../core/messages/account.ts';
import { roundHalfUp, toDecimal, toMinor } from '../../core/money.ts';
import { AS_OF, reportOf } from '../problems/opened.ts';
import { printedSum } from './locales.ts';
import { decimalText } from './print-then-parse.ts';

const TODAY = dayFromIso(AS_OF) as CalendarDay;

const same = (what: string, ours: unknown, wanted: unknown): void => {
  if (!Object.is(ours, wanted)) throw new Error(`${what}: ${String(ours)}, and not ${String(wanted)}`);
};
/** A sum in cents as the report says it: the double nearest to the decimal, found from its digits. */
const decimal = (cents: bigint): number => Number(decimalText(Number(cents), 2));
const sumOf = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum + part, 0n);

// ── What a cell may hold ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The ways in which one sheet of a house writes a sum: as a number, a number with a format, or a text; a column may mix them. */
const WAYS = ['number', 'formatted', 'text', 'euros', 'mixed'] as const;
type Way = (typeof WAYS)[number];
const HOUSES = ['fr-FR', 'en-US', 'en-GB', 'de-DE', 'de-CH', 'es-ES', 'it-IT', 'nl-NL', 'sv-SE', 'en-IN'] as const;

function sumCell(cents: number, way: Way, locale: string, nth: number): Cell {
  switch (way) {
    case 'number':
      return cents / 100;
    case 'formatted':
      return { number: cents / 100, format: '#,##0.00' };
    case 'text':
      return printedSum(decimalText(cents, 2), 2, locale);
    case 'euros':
      return `${printedSum(decimalText(cents, 2), 2, locale)} €`;
    case 'mixed':
      return sumCell(cents, WAYS[(nth * 7 + cents) & 3] as Way, locale, nth);
    default:
      return way satisfies never;
  }
}

const cents = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e11 }));

/** A column of sums, whatever way they are written, adds up to the cent. Credits stand among them. */
export function columns(numRuns: number): void {
  const column = fc.array(
    fc.tuple(cents, fc.boolean()).map(([sum, isCredit]) => (isCredit ? -sum : sum)),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(column, fc.constantFrom(...WAYS), fc.constantFrom(...HOUSES), (sums, way, locale) => {
      const sheet = { name: '', cells: sums.map((sum, n) => [sumCell(sum, way, locale, n)]) };
      const context = { locale, defaultCurrency: 'EUR', rowCurrency: null, currencies: [] };
      const { minor, troubles } = readAmountColumn(sheet, { from: 0, to: sums.length }, 0, context);
      same('troubles', troubles.length, 0);
      same('sum', BigInt(minor.reduce((sum, one) => sum + one, 0)).toString(), sumOf(sums.map(BigInt)).toString());
    }),
    { numRuns },
  );
}

// ── A ledger of invoices, payments and credits ──────────────────────────────────────────────────────────────────────────────────────────

const invoice = fc.record({
  amount: cents,
  paid: fc.option(fc.double({ min: 0, max: 1.2, noNaN: true }), { nil: null, freq: 3 }),
  customer: fc.constantFrom('Dupont', 'Durand', 'Martin'),
  isCredit: fc.boolean(),
  late: fc.integer({ min: -60, max: 200 }),
});

/** Residuals, totals, buckets and what each customer owes, to the cent, of whole workbooks. */
export function ledgers(numRuns: number): void {
  fc.assert(
    fc.property(
      fc.array(invoice, { minLength: 2, maxLength: 9 }),
      fc.constantFrom(...WAYS),
      fc.constantFrom(...WAYS),
      fc.constantFrom('fr-FR', 'de-DE'),
      (rows, way, paidWay, locale) => {
        const lines = rows.map(({ amount, paid, customer, isCredit, late }) => {
          const isNegative = isCredit && paid === null;
          const total = BigInt(isNegative ? -amount : amount);
          const settled = BigInt(paid === null ? 0 : Math.min(9e12, Math.round(amount * paid)));
          return { total, settled, open: total - settled, customer, late };
        });
        const head = ['N° facture', 'Client', 'Montant TTC', 'Échéance', 'Montant payé'];
        const cells = lines.map(({ total, settled, customer, late }, n): Cell[] => [
          `F-${n}`,
          customer,
          sumCell(Number(total), way, locale, n),
          { date: isoOf((TODAY - late) as CalendarDay) },
          settled === 0n ? null : sumCell(Number(settled), paidWay, locale, n + 3),
        ]);
        const report = reportOf([head, ...cells], { locale });
        lines.forEach(({ total, settled, open }, n) => {
          const ours = report.invoices[n];
          same(`amount of F-${n}`, ours?.amount, decimal(total));
          same(`paid on F-${n}`, ours?.paid, decimal(settled));
          same(`open on F-${n}`, ours?.open, decimal(open));
        });
        const [figures, ...others] = report.kpis;
        if (figures === undefined || others.length > 0) throw new Error(`${report.kpis.length} currencies`);
        same('outstanding', figures.outstanding, decimal(sumOf(lines.map(({ open }) => open))));
        // Ten cents left are paid; a credit is in no bucket.
        const aged = lines.filter(({ open }) => open > 0n);
        const inBucket = (from: number, to: number) =>
          decimal(sumOf(aged.filter(({ late }) => late >= from && late <= to).map(({ open }) => open)));
        same('not due', figures.aging['not-due'].amount, inBucket(-999, 0));
        same('1-30', figures.aging['1-30'].amount, inBucket(1, 30));
        same('31-60', figures.aging['31-60'].amount, inBucket(31, 60));
        same('61-90', figures.aging['61-90'].amount, inBucket(61, 90));
        same('over 90', figures.aging['over-90'].amount, inBucket(91, 999));
        same('overdue', figures.overdue, inBucket(1, 999));
        same('unapplied', figures.unapplied, decimal(sumOf(lines.filter(({ open }) => open < 0n).map(({ open }) => open))));
        for (const { name, open, overdue } of report.customers) {
          const own = lines.filter(({ customer }) => customer === name);
          same(`open of ${name}`, open, decimal(sumOf(own.map((line) => line.open))));
          same(
            `overdue of ${name}`,
            overdue,
            decimal(sumOf(own.filter((line) => line.open > 0n && line.late >= 1).map((line) => line.open))),
          );
        }
      },
    ),
    { numRuns },
  );
}

// ── Rounding ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The digits of a decimal text rounded half away from zero, in whole numbers. */
function roundedDigits(text: string, decimals: number): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = BigInt(whole + fraction);
  const over = fraction.length - decimals;
  const rounded = over <= 0 ? digits * 10n ** BigInt(-over) : (digits * 2n + 10n ** BigInt(over)) / (2n * 10n ** BigInt(over));
  return sign === '-' ? -rounded : rounded;
}

const CURRENCIES = [
  ['EUR', 2],
  ['JPY', 0],
  ['TND', 3],
  [null, 2],
] as const;

/** Any number of up to fifteen digits, as a spreadsheet keeps them, becomes the minor units a person would write; minor units come back from decimals. */
export function rounding(numRuns: number): void {
  const typed = fc.tuple(
    fc.boolean(),
    fc.integer({ min: 1, max: 13 }),
    fc.integer({ min: 0, max: 6 }),
    fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom(...CURRENCIES), ([isNegative, most, after, stream], [currency, decimals]) => {
      // Above 2^52 minor units (45 trillion euros, 4.5 trillion dinars) a double has no halves left.
      const before = Math.min(most, decimals === 3 ? 12 : 13);
      const fractions = Math.min(after, 15 - before);
      const digits = Array.from({ length: before + fractions }, () => stream.next().value as number).join('');
      const whole = digits.slice(0, before).replace(/^0+(?=\d)/, '');
      const text = `${isNegative ? '-' : ''}${whole}${fractions === 0 ? '' : `.${digits.slice(before)}`}`;
      const wanted = Number(roundedDigits(text, decimals)) + 0;
      same(`${text} ${currency}`, toMinor(Number(text), currency), wanted);
      same(
        `${text} on its half`,
        roundHalfUp(Number(`${whole}.${'0'.repeat(decimals)}5`), decimals),
        Number(roundedDigits(`${whole}.${'0'.repeat(decimals)}5`, decimals)),
      );
      same(`minor units of ${text}`, toMinor(toDecimal(wanted, currency), currency), wanted);
      const shown = moneyText(wanted, currency, 'en').replace(/[^\d-]/g, '');
      same(`${text} in words`, BigInt(shown).toString(), BigInt(wanted).toString());
    }),
    { numRuns },
  );
}

// ── Interest, day by day ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const POINTS = { FR: ['ecb', 1000n], EU: ['ecb', 800n], DE: ['bundesbank', 900n] } as const;

/**
 * Interest is the sum, over each day after the due date up to the day of payment, of what was owed that day at the rate of its half-year, rounded once. A
 * payment lowers the next day's base. The lines of the account add up to it, none a cent from its exact value.
 */
export function interest(numRuns: number): void {
  const debt = fc.record({
    amount: fc.integer({ min: 1, max: 1e11 }),
    due: fc.integer({ min: dayFromIso('2015-01-01') as number, max: dayFromIso('2026-06-01') as number }),
    days: fc.integer({ min: 0, max: 900 }),
    payments: fc.array(fc.record({ after: fc.integer({ min: -20, max: 900 }), share: fc.double({ min: 0, max: 0.6, noNaN: true }) }), {
      maxLength: 3,
    }),
    regime: fc.constantFrom('FR' as const, 'EU' as const, 'DE' as const),
  });
  fc.assert(
    fc.property(debt, ({ amount, due, days, payments, regime }) => {
      const paid = payments.map(({ after, share }) => ({ on: due + after, minor: Math.round(amount * share) }));
      const [reference, points] = POINTS[regime];
      let owed = 0n;
      let place = 0;
      for (let day = due + 1; day <= due + days; day++) {
        while (place + 1 < RATES.length && (RATES[place + 1] as (typeof RATES)[number]).startsOn <= day) place++;
        const base = BigInt(amount) - sumOf(paid.filter(({ on }) => on < day).map(({ minor }) => BigInt(minor)));
        if (base > 0n) owed += base * (BigInt((RATES[place] as (typeof RATES)[number])[reference]) + points);
      }
      const divisor = 365n * 10_000n;
      const wanted = (owed * 2n + divisor) / (divisor * 2n);
      const ours = interestOn({
        amountMinor: amount,
        dueOn: due as CalendarDay,
        until: (due + days) as CalendarDay,
        payments: paid.map(({ on, minor }) => ({ paidOn: on as CalendarDay, minor })),
        regime,
      });
      same(`interest ${regime}`, ours?.minor, Number(wanted));
      const segments = ours?.segments ?? [];
      const lines = inCents(segments, Number(wanted));
      same('lines', lines.reduce((sum, { minor }) => sum + BigInt(minor), 0n).toString(), wanted.toString());
      lines.forEach(({ minor }, n) => {
        if (!(Math.abs(minor - (segments[n]?.exact as number)) < 1)) throw new Error(`line ${n}: ${minor}, exactly ${segments[n]?.exact}`);
      });
    }),
    { numRuns },
  );
}

/** The parts of a proposed plan add up to what is open, each a whole number of cents above 0. */
export function plans(numRuns: number): void {
  const wish = fc.record({
    openMinor: fc.integer({ min: 1, max: 1e12 }),
    share: fc.double({ min: 0, max: 0.99, noNaN: true }),
    parts: fc.integer({ min: 1, max: 36 }),
  });
  fc.assert(
    fc.property(wish, ({ openMinor, share, parts }) => {
      const plan = proposePlan({ openMinor, deposit: Math.floor(openMinor * share), parts, every: 'month', firstOn: TODAY });
      if (plan.length === 0) return;
      same('parts', sumOf(plan.map(({ minor }) => BigInt(minor))).toString(), String(openMinor));
      if (plan.some(({ minor }) => minor <= 0)) throw new Error('a part of nothing');
    }),
    { numRuns },
  );
}
