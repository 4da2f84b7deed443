/**
 * Laws of reading. However a house prints its ledger, the same ledger is read; whatever stands in a cell, nothing throws and no other row moves; and
 * every figure is the sum of the rows it is made of.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDay, type Cell, dayFromIso, isoOf, perform, type Report, type Sheet } from '../../core/index.ts';
import { BUCKETS } from '../../core/types.ts';
import { MemoryHost } from '../hosts/memory.ts';
import { AS_OF, openSheets, reportOf } from '../problems/opened.ts';
import { tries } from '../thorough.ts';

const TODAY = dayFromIso(AS_OF) as CalendarDay;

interface Entry {
  readonly number: string;
  readonly customer: string;
  readonly minor: number;
  readonly issued: number;
  readonly term: number;
  /** Cents paid and days after the issue; null: nothing. */
  readonly paid: { readonly minor: number; readonly after: number } | null;
}

const NAMES = ['Dupont & Fils', 'ACME GmbH', 'Société Générale de Bois', 'O’Neill', 'Total Énergies', '7 Lieues', 'Été', 'Bäckerei Groß'];

/** A ledger as a bookkeeper has it in mind: whole cents, payments up to the amount. */
const ledger = fc
  .array(
    fc.record({
      customer: fc.constantFrom(...NAMES),
      minor: fc.integer({ min: 1, max: 9_999_999_99 }),
      issued: fc.integer({ min: TODAY - 800, max: TODAY }),
      term: fc.integer({ min: 0, max: 120 }),
      paid: fc.option(fc.record({ share: fc.double({ min: 0.01, max: 1, noNaN: true }), after: fc.nat(200) }), { nil: null }),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(
      ({ paid, ...row }, i): Entry => ({
        ...row,
        number: `F2025-${String(i + 1).padStart(4, '0')}`,
        paid: paid && { minor: Math.max(1, Math.round(row.minor * paid.share)), after: paid.after },
      }),
    ),
  );

interface House {
  readonly locale: string;
  readonly headers: readonly string[];
  readonly order: 'dmy' | 'mdy' | 'ymd';
  readonly separator: string;
}

/** Number, customer, amount, issue date, due date, amount paid, payment date; as houses of each place write. */
const HOUSES: readonly House[] = [
  {
    locale: 'fr-FR',
    headers: ['N° facture', 'Client', 'Montant TTC', 'Date facture', 'Échéance', 'Montant payé', 'Payée le'],
    order: 'dmy',
    separator: '/',
  },
  {
    locale: 'en-US',
    headers: ['Invoice Number', 'Customer', 'Amount', 'Invoice Date', 'Due Date', 'Amount Paid', 'Paid Date'],
    order: 'mdy',
    separator: '/',
  },
  {
    locale: 'en-GB',
    headers: ['invoice_no', 'customer_name', 'total_amount', 'invoice_date', 'due_date', 'amount_paid', 'date_paid'],
    order: 'dmy',
    separator: '/',
  },
  {
    locale: 'de-DE',
    headers: ['Rechnungsnummer', 'Kunde', 'Bruttobetrag', 'Rechnungsdatum', 'Fälligkeitsdatum', 'Betrag bezahlt', 'Bezahlt am'],
    order: 'dmy',
    separator: '.',
  },
  {
    locale: 'es-ES',
    headers: ['Nº factura', 'Cliente', 'Importe total', 'Fecha factura', 'Vencimiento', 'Importe cobrado', 'Fecha cobro'],
    order: 'dmy',
    separator: '/',
  },
  {
    locale: 'it-IT',
    headers: ['Numero fattura', 'Cliente', 'Importo totale', 'Data fattura', 'Scadenza', 'Importo pagato', 'Data pagamento'],
    order: 'dmy',
    separator: '/',
  },
  {
    locale: 'nl-NL',
    headers: ['Factuurnummer', 'Klant', 'Totaalbedrag', 'Factuurdatum', 'Vervaldatum', 'Betaald bedrag', 'Betaald op'],
    order: 'dmy',
    separator: '-',
  },
  {
    locale: 'sv-SE',
    headers: ['Invoice number', 'Customer', 'Amount', 'Invoice date', 'Due date', 'Amount paid', 'Paid on'],
    order: 'ymd',
    separator: '-',
  },
];

const DAYS = ['iso', 'text', 'serial', 'formatted', 'true', 'instant'] as const;
const SUMS = ['number', 'text', 'euros'] as const;

const print = fc.record({
  house: fc.constantFrom(...HOUSES),
  days: fc.constantFrom(...DAYS),
  sums: fc.constantFrom(...SUMS),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
  above: fc.nat(4),
  left: fc.nat(3),
  gaps: fc.boolean(),
  total: fc.boolean(),
});
type Print = typeof print extends fc.Arbitrary<infer Value> ? Value : never;

function dayCell(day: number, { house, days }: Print): Cell {
  const iso = isoOf(day as CalendarDay);
  const [year, month, date] = iso.split('-') as [string, string, string];
  switch (days) {
    case 'iso':
      return iso;
    case 'text':
      return { dmy: [date, month, year], mdy: [month, date, year], ymd: [year, month, date] }[house.order].join(house.separator);
    case 'serial':
      return day + 25569;
    case 'formatted':
      return { number: day + 25569, format: 'dd/mm/yyyy' };
    case 'true':
      return { date: iso };
    case 'instant':
      return new Date(`${iso}T00:00:00Z`);
    default:
      return days satisfies never;
  }
}

function sumCell(minor: number, { house, sums }: Print): Cell {
  if (sums === 'number') return minor / 100;
  const text = new Intl.NumberFormat(house.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(minor / 100);
  return sums === 'euros' ? `${text} €` : text;
}

function printed(entries: readonly Entry[], how: Print): Cell[][] {
  const { house, order, above, left, gaps, total } = how;
  const laid = (cells: readonly Cell[]): Cell[] => [...Array<Cell>(left).fill(null), ...order.map((at) => cells[at] as Cell)];
  const rows = entries.flatMap(({ number, customer, minor, issued, term, paid }, i) => {
    const payment = paid === null ? [null, null] : [sumCell(paid.minor, how), dayCell(issued + paid.after, how)];
    const row = laid([number, customer, sumCell(minor, how), dayCell(issued, how), dayCell(issued + term, how), ...payment]);
    return gaps && i % 3 === 1 ? [row, []] : [row];
  });
  const sum = entries.reduce((all, { minor }) => all + minor, 0);
  return [
    ...Array.from({ length: above }, (_, i): Cell[] => (i % 2 === 0 ? ['Suivi — tracking'] : [])),
    laid(house.headers),
    ...rows,
    ...(total ? [laid(['', 'Total', sumCell(sum, how), '', '', '', ''])] : []),
  ];
}

/** What the report must say of an entry: its own words in decimals, paid only what happened by the day. */
function expectedOf({ number, customer, minor, issued, term, paid }: Entry): object {
  const happened = paid !== null && issued + paid.after <= TODAY ? paid.minor : 0;
  return {
    number,
    customer,
    amount: minor / 100,
    issuedOn: isoOf(issued as CalendarDay),
    dueOn: isoOf((issued + term) as CalendarDay),
    paid: happened / 100,
    open: (minor - happened) / 100,
  };
}

function readBack(report: Report): object[] {
  return report.invoices.map(({ number, customer, amount, issuedOn, dueOn, paid, open }) => ({
    number,
    customer,
    amount,
    issuedOn,
    dueOn,
    paid,
    open,
  }));
}

/** The same figures in each currency whichever way they are added up. */
function expectSums(report: Report): void {
  for (const figures of report.kpis) {
    const rows = report.invoices.filter(
      ({ currency, severity, status }) =>
        currency === figures.currency && severity !== 'error' && !['draft', 'cancelled', 'written-off'].includes(status),
    );
    const sum = rows.reduce((all, { open }) => all + (open as number), 0);
    const buckets = BUCKETS.reduce((all, bucket) => all + figures.aging[bucket].amount, 0);
    expect(Math.abs(figures.outstanding - sum)).toBeLessThan(0.005 + Math.abs(sum) * 1e-12);
    expect(Math.abs(buckets + figures.undated + figures.unapplied - sum)).toBeLessThan(0.005 + Math.abs(sum) * 1e-12);
  }
  for (const { severity, amount, open, bucket, nextAction } of report.invoices) {
    if (severity === 'error') expect([amount, open, bucket, nextAction]).toEqual([null, null, null, null]);
    else expect([Number.isFinite(amount), Number.isFinite(open)]).toEqual([true, true]);
    if (severity === 'hold') expect(nextAction).toBeNull();
  }
}

describe('a ledger printed by any house', () => {
  it('is read back to the cent and the day, with nothing to say', () => {
    fc.assert(
      fc.property(ledger, print, (entries, how) => {
        const report = reportOf(printed(entries, how), { locale: how.house.locale, name: 'Sheet1' });
        expect(readBack(report)).toEqual(entries.map(expectedOf));
        expect(report.problems.filter(({ kind }) => kind !== 'paid-without-date' && kind !== 'terms-over-limit')).toEqual([]);
        expectSums(report);
      }),
      { numRuns: tries(150) },
    );
  });

  it('once refreshed reads back the same, and a second refresh finds nothing to write', () => {
    fc.assert(
      fc.property(ledger, print, (entries, how) => {
        const host = new MemoryHost({
          sheets: [{ name: 'Sheet1', cells: printed(entries, how) }],
          locale: how.house.locale,
          timeZone: null,
          date1904: false,
        });
        const run = (kind: 'open' | 'refresh') =>
          host.run(perform({ kind, at: `${AS_OF}T09:00:00Z`, options: {} }, TODAY)).report as Report;
        const before = run('refresh');
        const written = host.cellsWritten;
        const after = run('open');
        expect(readBack(after)).toEqual(readBack(before));
        expect(
          after.invoices.map(({ status, daysLate, bucket, nextAction, severity }) => ({ status, daysLate, bucket, nextAction, severity })),
        ).toEqual(
          before.invoices.map(({ status, daysLate, bucket, nextAction, severity }) => ({ status, daysLate, bucket, nextAction, severity })),
        );
        expect([after.kpis, after.problems]).toEqual([before.kpis, before.problems]);
        run('refresh');
        expect(host.cellsWritten).toBe(written);
      }),
      { numRuns: tries(60) },
    );
  });
});

const NASTY: readonly Cell[] = [
  '',
  ' ',
  '-',
  '#N/A',
  '#REF!',
  'TRUE',
  'Total',
  'Sous-total',
  'Client',
  'Montant TTC',
  '=1+1',
  '=HYPERLINK("x")',
  '@x',
  '\t',
  '\u0000',
  '\ud800',
  '\u202e',
  '1,234',
  '1.234',
  '12 %',
  '03/04/2025',
  '31/02/2025',
  '99/99/9999',
  '2025-13-45',
  '1e5',
  '١٢٣',
  'Payée',
  'Annulée',
  'Avoir',
  '€',
  '$',
  '$5',
  '5 XYZ',
  'kr 5',
  'a@b.fr\nBcc: x',
  '__proto__',
  'constructor',
  'k€',
  'F2025-0001',
  '(1,234.50)',
  '-0',
  '9'.repeat(400),
  'x'.repeat(5000),
  '\u00a0',
  '0',
  '00',
  '１２',
  'oui',
  'non',
  'NaN',
  'Infinity',
  0,
  -0,
  1,
  -1,
  1e15,
  1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  45910,
  60,
  20250910,
  true,
  false,
  null,
  { error: '#N/A' },
  { error: '' },
  { date: '2025-02-31' },
  { date: '' },
  { date: 'x' },
  { number: Number.NaN, format: '' },
  { number: 1, format: '0%' },
  { number: 45910, format: 'dd/mm/yyyy' },
  { number: 12, format: '[$€-40C]' },
  { number: 1, format: '"' },
  { number: 1, format: '[' },
  { number: 1, format: '\\' },
  new Date(Number.NaN),
  new Date(8.64e15),
  new Date(-8.64e15),
  new Date(0),
];
const PLAIN = { noNullPrototype: true } as const;
const garbage: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({ maxLength: 12, unit: fc.constantFrom(..."0123456789.,' -/()€$%eE+krJanFbM:") }),
  fc.double(),
  fc.integer(),
  fc.record({ number: fc.double(), format: fc.string({ maxLength: 10, unit: fc.constantFrom(...'dmyhs0#.,;[]"\\€$%@-_ *') }) }, PLAIN),
  fc.record({ date: fc.string({ maxLength: 12 }) }, PLAIN),
  fc.record({ error: fc.string({ maxLength: 8 }) }, PLAIN),
);

const WIDE = [
  'N° facture',
  'Client',
  'Montant TTC',
  'Date facture',
  'Échéance',
  'Montant payé',
  'Payée le',
  'Devise',
  'Email',
  'Statut',
  'Conditions',
  'Reste dû',
  'Type',
  'Litige',
  'Dernière action',
  'Prochaine action',
  'Promesse',
  'Pause jusqu’au',
];
const wide = (n: number): Cell[] => {
  const isPart = n % 3 === 0;
  const paid = isPart ? 40.5 : n % 3 === 1 ? 100 + n : '';
  const left = isPart ? 59.5 + n : n % 3 === 1 ? 0 : 100 + n;
  return [
    `F${n}-2025`,
    `Client ${n}`,
    100 + n,
    '2025-08-13',
    `2025-09-${10 + n}`,
    paid,
    paid === '' ? '' : '2025-09-05',
    'EUR',
    `c${n}@ex.fr`,
    '',
    '30 jours',
    left,
    'Facture',
    'non',
    '',
    '',
    '',
    '',
  ];
};
const clean = Array.from({ length: 6 }, (_, n) => wide(n));
const figuresOf = (report: Report) =>
  new Map(
    report.invoices.map(({ row, amount, paid, open, issuedOn, dueOn, paidOn, daysLate, bucket, currency, customer }) => [
      row,
      { amount, paid, open, issuedOn, dueOn, paidOn, daysLate, bucket, currency, customer },
    ]),
  );
const before = figuresOf(reportOf([WIDE, ...clean]));

describe('garbage', () => {
  it('the clean sheet has nothing to say', () => {
    const report = reportOf([WIDE, ...clean]);
    expect(report.problems).toEqual([]);
    expect(report.invoices).toHaveLength(6);
    expectSums(report);
  });

  it('in one cell of one row moves no figure of another, and stays in its row', () => {
    fc.assert(
      fc.property(garbage, fc.nat(5), fc.nat(WIDE.length - 1), (cell, n, column) => {
        const rows = clean.map((row, i) => (i === n ? row.map((each, at) => (at === column ? cell : each)) : row));
        const report = reportOf([WIDE, ...rows]);
        const after = figuresOf(report);
        for (const [row, figures] of before)
          if (row !== n + 2) expect([column, cell, row, after.get(row)]).toEqual([column, cell, row, figures]);
        for (const problem of report.problems)
          if (problem.row !== n + 2)
            expect([problem.kind, typeof cell]).toEqual([expect.stringMatching(/^(duplicate-number|look-alike-number)$/), 'string']);
        expectSums(report);
      }),
      { numRuns: tries(400) },
    );
  });

  it('is never taken for an amount or a day that nobody typed', () => {
    // What has letters, two numbers or a sign of its own is no plain number; what comes out is what a person reads, or nothing.
    fc.assert(
      fc.property(fc.string({ maxLength: 10, unit: fc.constantFrom(...'0123456789.,abkF/:;%?') }), (text) => {
        const row = (amount: Cell, n: number): Cell[] =>
          wide(n).map((cell, at) => (at === 2 ? amount : at === 11 || at === 5 || at === 6 ? '' : cell));
        const { amount } = reportOf([WIDE, row(text, 1), row(10, 2)]).invoices[0] ?? { amount: null };
        if (amount === null) return;
        const digits = text.replace(/\D/g, '').replace(/^0+/, '');
        expect([text, /[a-zA-Z:;%?/]/.test(text)]).toEqual([text, false]);
        expect([text, digits]).toEqual([
          text,
          String(Math.round(amount * 100)).startsWith(digits) || digits === '' ? digits : String(amount).replace(/\D/g, ''),
        ]);
      }),
      { numRuns: tries(300) },
    );
  });

  it('everywhere never throws, and the sums still hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(WIDE.length + 1), garbage), { minLength: 1, maxLength: 60 }), (cells) => {
        const rows = [WIDE, ...clean].map((row) => [...row]);
        for (const [row, column, cell] of cells) (rows[row] as Cell[])[column] = cell;
        for (const row of rows) for (let at = 0; at < row.length; at++) row[at] ??= null;
        const { report, refusal } = openSheets([{ name: 'Factures', cells: rows }]);
        expect((report === null) === (refusal !== null)).toBe(true);
        if (report === null) return;
        expectSums(report);
        for (const { row, column, sheet, message, advice } of report.problems) {
          expect([sheet, message.length > 5, advice.length > 5]).toEqual(['Factures', true, true]);
          expect(row).toBeGreaterThan(0);
          if (column !== null) expect(column).toMatch(/^[A-Z]{1,2}$/);
        }
        JSON.stringify(report);
      }),
      { numRuns: tries(150) },
    );
  });

  it('for a whole workbook never throws', () => {
    const sheet: fc.Arbitrary<Sheet> = fc.record({
      name: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('Factures', 'Settings', 'Réglages', 'Paiements', 'Clients', 'Journal des relances', 'Cadence'),
      ),
      cells: fc.array(
        fc.array(
          fc.oneof(
            garbage,
            fc.constantFrom<Cell>(
              ...WIDE,
              'key',
              'value',
              'clé',
              'valeur',
              'invoice',
              'amount',
              'paidOn',
              'stage',
              'offset',
              'event',
              'at',
              'id',
            ),
          ),
          { maxLength: 10 },
        ),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(sheet, { maxLength: 4 }),
        fc.constantFrom(null, 'fr-FR', 'en-US', 'xx', ''),
        fc.boolean(),
        (sheets, locale, date1904) => {
          const { report, refusal } = openSheets(sheets, { locale, date1904 });
          expect((report === null) === (refusal !== null)).toBe(true);
          if (report !== null) expectSums(report);
        },
      ),
      { numRuns: tries(200) },
    );
  });
});
