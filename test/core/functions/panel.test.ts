// A figure in a cell is the figure of the panel: over a range or over the bound table, on any day, however the host hands its cells over.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDay, isoOf } from '../../../core/calendar.ts';
import { FUNCTIONS } from '../../../core/functions/index.ts';
import type { Cell, FormulaArgument, FormulaContext, Report, Snapshot } from '../../../core/index.ts';
import { startOfDay } from '../../../core/ledger/civil-day.ts';
import { readDay } from '../../../core/ledger/day-cells.ts';
import type { Kpis } from '../../../core/report.ts';
import { sample } from '../../golden/page-of.ts';
import { IS_THOROUGH, oneOrAll, tries } from '../../thorough.ts';
import { journalOf, type Row, reportOf, workbookOf } from '../workbook-of.ts';
import { ask, context, day } from './asking.ts';

/** What each formula must show, by the report. */
const FIGURES: readonly (readonly [string, (kpis: Kpis) => number | null, readonly FormulaArgument[]])[] = [
  ['DSO', ({ dso }) => dso, []],
  ['DSO', ({ dsoCountBack }) => dsoCountBack, [null, 'count-back']],
  ['DSO', ({ bestPossibleDso }) => bestPossibleDso, [null, 'incompressible']],
  ['AVERAGE_DAYS_DELINQUENT', ({ averageDaysDelinquent }) => averageDaysDelinquent, []],
  ['OUTSTANDING', ({ outstanding }) => outstanding, []],
  ['OVERDUE', ({ overdue }) => overdue, []],
  ['OVERDUE_RATE', ({ overdueRate }) => overdueRate, []],
  ['DISPUTE_RATE', ({ disputeRate }) => disputeRate, []],
  ['BAD_DEBT_RATE', ({ badDebtRate }) => badDebtRate, []],
  ['RECOVERY_RATE', ({ recoveryRate }) => recoveryRate, []],
  ['CEI', ({ collectionEffectiveness }) => collectionEffectiveness, []],
  ['WEIGHTED_DAYS_LATE', ({ weightedDaysLate }) => weightedDaysLate, []],
  ['AVERAGE_PAYMENT_TIME', ({ averagePaymentTime }) => averagePaymentTime, []],
  ['RECEIVABLES_TURNOVER', ({ receivablesTurnover }) => receivablesTurnover, []],
];
const signature = (name: string) => FUNCTIONS.find((each) => each.name === name);
/** The call with its currency last, and its day where the function takes one. */
function called(
  name: string,
  invoices: FormulaArgument,
  asOf: string,
  more: readonly FormulaArgument[],
  currency: string | null,
): FormulaArgument[] {
  const parameters = signature(name)?.parameters ?? [];
  const args: FormulaArgument[] = new Array(parameters.length).fill(null);
  args[0] = invoices;
  args[parameters.findIndex((each) => ['as_of', 'to'].includes(each.name))] = asOf;
  more.forEach((argument, k) => {
    args[2 + k] = argument;
  });
  args[parameters.length - 1] = currency;
  return args;
}

const reportOn = (workbook: Snapshot, asOf: string): Report => reportOf(workbook, asOf);

/** Every figure, label and table of the report out of formulas. */
function expectPanel(workbook: Snapshot, invoices: FormulaArgument, within: FormulaContext, asOf: string): void {
  const report = reportOn(workbook, asOf);
  for (const kpis of report.kpis) {
    const currency = report.kpis.length > 1 ? kpis.currency : null;
    if (report.kpis.length > 1 && currency === null) continue;
    for (const [name, of, more] of FIGURES) {
      const found = ask(name, called(name, invoices, asOf, more, currency), within);
      const expected = of(kpis);
      if (expected === null) expect([name, asOf, found]).toEqual([name, asOf, expect.stringMatching(/^#N\/A: /)]);
      else expect([name, asOf, found]).toEqual([name, asOf, expected]);
    }
    const aging = ask('AGING', called('AGING', invoices, asOf, [], currency), within) as unknown[][];
    expect(aging.slice(1, 6).map((row) => row.slice(1, 3))).toEqual(Object.values(kpis.aging).map(({ count, amount }) => [count, amount]));
    expect(aging.slice(6).map((row) => row[2])).toEqual([kpis.undated, kpis.unapplied, kpis.outstanding]);
    const trend = ask('DSO_TREND', called('DSO_TREND', invoices, asOf, [], currency), within) as unknown[][];
    expect(trend.slice(1).map((row) => (typeof row[1] === 'number' ? row[1] : null))).toEqual(kpis.history.map(({ dso }) => dso));
    const receipts = ask('EXPECTED_RECEIPTS', called('EXPECTED_RECEIPTS', invoices, asOf, [], currency), within);
    const weeks = report.forecast.filter((week) => week.currency === kpis.currency);
    if (Array.isArray(receipts) && weeks.length > 0)
      expect(receipts.slice(1)).toEqual(weeks.map(({ week, expected, low, high }) => [week, expected, low, high]));
    // No open invoice counts in this currency, or none can be foreseen.
    else expect([weeks, receipts].flat(2).some((cell) => typeof cell === 'number' && cell > 0)).toBe(false);
  }
}

/** The invoice sheet as Google hands a range over: instants, `''` for blanks, and rows of the same width. */
function asGoogle(workbook: Snapshot, name: string): Cell[][] {
  return grid(workbook, name, (read) => (read.kind === 'day' ? (startOfDay(read.day, workbook.timeZone) as Date) : (read.cell ?? '')), '');
}
/** As Excel does: day numbers without their formats, `null` or `''` for blanks. */
function asExcel(workbook: Snapshot, name: string): Cell[][] {
  return grid(workbook, name, (read) => (read.kind === 'day' ? read.day + 25569 : read.cell), '');
}

type Read = { readonly kind: 'day'; readonly day: CalendarDay } | { readonly kind: 'other'; readonly cell: Cell };
function grid(workbook: Snapshot, name: string, shown: (read: Read) => Cell, blank: Cell): Cell[][] {
  const sheet = workbook.sheets.find((each) => each.name === name) as Snapshot['sheets'][number];
  const width = Math.max(...sheet.cells.map((row) => row.length));
  const dayContext = { asOf: day('2026-03-16'), locale: null, dateOrder: null, timeZone: workbook.timeZone, date1904: false };
  return sheet.cells.map((row, r) =>
    Array.from({ length: width }, (_, c) => {
      const cell = row[c] ?? null;
      if (cell === null || cell === '') return blank;
      const format = sheet.formats?.[r]?.[c] ?? null;
      const isNumber = typeof cell === 'object' && 'number' in cell;
      const isDate = typeof cell === 'object' && !isNumber && !('error' in cell);
      const isDateNumber = (isNumber && /[dy]/.test(cell.format)) || (typeof cell === 'number' && /[dy]/.test(format ?? ''));
      if (!isDate && !isDateNumber) return isNumber ? cell.number : cell;
      const read = readDay(cell, dayContext, format);
      return read !== null && 'day' in read ? shown({ kind: 'day', day: read.day }) : shown({ kind: 'other', cell });
    }),
  );
}

const within = (workbook: Snapshot, over: Partial<FormulaContext> = {}): FormulaContext =>
  context({
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    date1904: workbook.date1904,
    workbook,
    today: day('2026-11-21'),
    ...over,
  });

describe.each(['factures-atelier-morel.xlsx', 'invoices-morel-workshop.xlsx', 'small-table.csv'])('%s', (name) => {
  const workbook = sample(name);
  const days = name === 'small-table.csv' ? oneOrAll('2025-09-17', '2025-09-30') : oneOrAll('2026-03-16', '2025-09-30', '2026-01-15');
  const sheet = () => reportOn(workbook, days.at(-1) as string).table.sheet;
  it.each(days)('without a range, on %s', (asOf) => expectPanel(workbook, null, within(workbook), asOf));
  it.each(days)('over the range as Google gives it, on %s', (asOf) =>
    expectPanel(workbook, asGoogle(workbook, sheet()), within(workbook), asOf),
  );
  it.each(days)('over the range as Excel gives it, on %s', (asOf) =>
    expectPanel(workbook, asExcel(workbook, sheet()), within(workbook), asOf),
  );
});

describe('any workbook', () => {
  const iso = (at: number) => isoOf((day('2025-09-17') + at) as CalendarDay);
  const anyDay = fc.integer({ min: -400, max: 60 }).map(iso);
  const row: fc.Arbitrary<Row> = fc.record({
    customer: fc.constantFrom('Alder', 'Birch'),
    issued: anyDay,
    due: anyDay,
    amount: fc.integer({ min: -50_000, max: 900_000 }).map((minor) => minor / 100),
    paid: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 400_000 }).map((minor) => minor / 100) },
    ),
    paidOn: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyDay }),
    currency: fc.constantFrom('EUR', 'EUR', 'GBP'),
    status: fc.constantFrom('', '', '', 'Disputed', 'Written off', 'Draft', 'Cancelled'),
  });

  it('says in a cell what the panel says, beside its tabs', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: -200, max: 30 }).map(iso), (rows, asOf) => {
        const tabs = {
          Payments: [
            ['Invoice', 'Paid on', 'Amount'],
            ['F1', '2025-08-20', 12],
          ],
          Settings: [
            ['Key', 'Value'],
            ['Tolerance', 0.5],
          ],
          ...journalOf([{ at: '2025-08-01', event: 'dispute', customer: 'Alder', invoices: 'F2' }]),
        };
        const workbook = workbookOf(rows, { tabs, locale: 'en-GB' });
        const invoices = workbook.sheets[0]?.cells as Cell[][];
        expectPanel(workbook, null, within(workbook), asOf);
        expectPanel(workbook, invoices, within(workbook), asOf);
      }),
      { numRuns: tries(40) },
    );
  });
});

describe('what stands beside the range', () => {
  const rows: Row[] = [
    { customer: 'Alder', due: '2025-09-01', amount: 1_000 },
    { customer: 'Birch', due: '2025-09-10', amount: 500 },
  ];
  const asOf = '2025-09-17';

  it('counts: payments and settings of the tabs', () => {
    const workbook = workbookOf(rows, {
      tabs: {
        Payments: [
          ['Invoice', 'Paid on', 'Amount'],
          ['F1', '2025-09-05', 400],
        ],
      },
    });
    const range = workbook.sheets[0]?.cells as Cell[][];
    expect(ask('OUTSTANDING', [range, asOf], within(workbook))).toBe(1_100);
    expect(ask('OUTSTANDING', [range, asOf], within(workbook, { workbook: null }))).toBe(1_500);
    const tabsOnly = { ...workbook, sheets: workbook.sheets.slice(1) };
    expect(ask('OUTSTANDING', [range, asOf], within(workbook, { workbook: tabsOnly }))).toBe(1_100);
  });

  it('is not taken for the range: another list of invoices in the workbook', () => {
    const other = workbookOf([{ customer: 'Cedar', due: '2025-09-01', amount: 9_999 }]);
    const workbook = workbookOf(rows);
    const both: Snapshot = {
      ...workbook,
      sheets: [{ ...(other.sheets[0] as Snapshot['sheets'][number]), name: 'range' }, ...workbook.sheets],
    };
    expect(ask('OUTSTANDING', [workbook.sheets[0]?.cells as Cell[][], asOf], within(both))).toBe(1_500);
  });

  it('the words of the user on the columns hold in the range, wherever it begins', () => {
    const header = ['Réf', 'Qui', 'Fait le', 'À payer le', 'Brut', 'Somme'];
    const line = (n: number, gross: number, sum: number): Cell[] => [
      `F${n}`,
      'Alder',
      { date: '2025-08-01' },
      { date: '2025-09-01' },
      gross,
      sum,
    ];
    const cells: Cell[][] = [['Mes factures'], [], header, line(1, 1_200, 1_000), line(2, 600, 500)];
    const binding = {
      sheet: 'Feuille',
      headerRow: 3,
      columns: { number: 'A', customer: 'B', issuedOn: 'C', dueOn: 'D', amount: 'F' },
      headers: { A: 'Réf', B: 'Qui', C: 'Fait le', D: 'À payer le', F: 'Somme' },
      ignored: ['E'],
    } as const;
    const workbook: Snapshot = {
      sheets: [{ name: 'Feuille', cells }],
      locale: 'fr-FR',
      timeZone: null,
      date1904: false,
      binding: { ...binding, headers: { ...binding.headers, E: 'Brut' } },
    };
    expect(ask('ENCOURS', [null, asOf], within(workbook))).toBe(1_500);
    for (const range of [cells, cells.slice(2), cells.slice(2).map((row) => row.slice(1)), cells.map((row) => ['', '', ...row])])
      expect(ask('ENCOURS', [range, asOf], within(workbook))).toBe(1_500);
    // Moved since: the words tell where to.
    const moved = cells.slice(2).map((row) => [row[5], row[4], ...row.slice(0, 4)] as Cell[]);
    expect(ask('ENCOURS', [moved, asOf], within(workbook))).toBe(1_500);
  });
});

describe('ranges', () => {
  const rows: Row[] = [
    { customer: 'Alder', due: '2025-09-01', amount: 1_000 },
    { customer: 'Birch', due: '2025-09-10', amount: 500 },
  ];
  const cells = workbookOf(rows).sheets[0]?.cells as Cell[][];
  const asOf = '2025-09-17';
  it.each<readonly [string, Cell[][]]>([
    [
      'whole columns: blank rows to the end of the sheet',
      [...cells, ...Array.from({ length: IS_THOROUGH ? 1_048_000 : 100_000 }, () => ['', '', '', '', ''])],
    ],
    ['titles above the headers', [['Our invoices', '', '', '', ''], ['', '', '', '', ''], ...cells]],
    ['blank rows and columns around', [['', '', '', '', '', ''], ...cells.map((row) => ['', ...row]), ['', '', '', '', '', '']]],
    ['a total under the rows', [...cells, ['', 'Total', '', '', 1_500]]],
    [
      'our own columns beside',
      cells.map((row, r) => [...row, r === 0 ? 'Days late' : 16, r === 0 ? 'Status' : 'Overdue', r === 0 ? 'Reason' : '16 days late.']),
    ],
  ])('%s', (_, range) => expect(ask('OUTSTANDING', [range, asOf])).toBe(1_500));

  it('as Excel hands day numbers over, without their formats', () => {
    const numbers: Cell[][] = [
      ['Invoice number', 'Customer', 'Invoice date', 'Due date', 'Amount', 'Payment date'],
      ['F1', 'Alder', 45870, 45901, 1_000, ''],
      ['F2', 'Birch', 45880, 45910, 500, 45905],
    ];
    expect(ask('OUTSTANDING', [numbers, 45917])).toBe(1_000);
    expect(ask('OVERDUE', [numbers, 45910])).toBe(1_000);
    expect(ask('DSO', [numbers, 45917])).toBe(60);
    expect(ask('WEIGHTED_DAYS_LATE', [numbers, 45917])).toBeCloseTo((16 * 1_000 - 5 * 500) / 1_500, 2);
    const mac = numbers.map((row) => row.map((cell) => (typeof cell === 'number' && cell > 40_000 ? cell - 1462 : cell)));
    expect(ask('OVERDUE', [mac, 45910 - 1462], context({ date1904: true }))).toBe(1_000);
  });
});
