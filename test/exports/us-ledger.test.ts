/**
 * A public American ledger of 2,466 settled invoices, imitated: month-first dates without leading zeros, yes and no for disputes, days late floored
 * at zero. Its own Days Late column must come back on every row, and its figures on four past days must be those of plain arithmetic.
 */
import { describe, expect, it } from '@jest/globals';
import { csvFile, day, mappingOf, type Row, reportOn } from './export-file.ts';
import { dayNumber, dice, isoDay } from './sales.ts';

const HEADER: Row =
  'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate'.split(
    ',',
  );

interface Line {
  readonly number: string;
  readonly customer: string;
  readonly issued: number;
  readonly due: number;
  readonly cents: number;
  readonly disputed: boolean;
  readonly settled: number;
}

/** Two years of invoices of a hundred customers, due after thirty days, settled from the day after issue to two months late. */
function ledger(): Line[] {
  const roll = dice(2466);
  const letters = () => String.fromCharCode(65 + Math.floor(roll() * 26));
  const customers = Array.from(
    { length: 100 },
    (_, i) => `${String(300 + 87 * i).padStart(4, '0')}-${letters()}${letters()}${letters()}${letters()}${letters()}`,
  );
  const first = dayNumber('2012-01-03');
  return Array.from({ length: 2466 }, (_, i) => {
    const issued = first + Math.floor(roll() * 700);
    const disputed = roll() < 0.22;
    return {
      number: String(611_365 + i * 4_037),
      customer: customers[Math.floor(roll() * 100)] as string,
      issued,
      due: issued + 30,
      cents: 526 + Math.floor(roll() * 12_300),
      disputed,
      settled: issued + 1 + Math.floor((roll() + roll()) * (disputed ? 42 : 28)),
    };
  });
}

const LINES = ledger();
const lateBy = (line: Line) => Math.max(0, line.settled - line.due);
const row = (line: Line, i: number): Row => [
  ['391', '406', '770', '818', '897'][i % 5] as string,
  line.customer,
  day.usShort(isoDay(line.issued - (i % 400))),
  line.number,
  day.usShort(isoDay(line.issued)),
  day.usShort(isoDay(line.due)),
  (line.cents / 100).toString(),
  line.disputed ? 'Yes' : 'No',
  day.usShort(isoDay(line.settled)),
  i % 2 === 0 ? 'Paper' : 'Electronic',
  String(line.settled - line.issued),
  String(lateBy(line)),
];
const ROWS: readonly Row[] = [HEADER, ...LINES.map(row)];
const FILE = csvFile(ROWS);
const report = (asOf: string) => reportOn('WA_Fn-UseC_-Accounts-Receivable.csv', FILE, asOf);

const inWindow = (on: number, asOf: number, days: number) => on > asOf - days && on <= asOf;
const round = (days: number | null) => (days === null ? null : Math.round(days * 100) / 100);

/** The same figures from the lines alone. */
function figures(asOf: number) {
  const issued = LINES.filter((line) => line.issued <= asOf);
  const open = issued.filter((line) => line.settled > asOf);
  const sum = (lines: readonly Line[]) => lines.reduce((total, line) => total + line.cents, 0);
  const outstanding = sum(open);
  const overdue = sum(open.filter((line) => line.due < asOf));
  const sales = sum(issued.filter((line) => inWindow(line.issued, asOf, 90)));
  let left = outstanding;
  let countBack = 0;
  for (let end = asOf, guard = 0; left > 0 && guard < 60; guard++) {
    const start = dayNumber(`${isoDay(end).slice(0, 7)}-01`);
    const month = sum(issued.filter((line) => line.issued >= start && line.issued <= end));
    const days = end - start + 1;
    if (month > 0 && month >= left) {
      countBack += (left / month) * days;
      left = 0;
    } else {
      countBack += days;
      left -= month;
    }
    end = start - 1;
  }
  return {
    outstanding: outstanding / 100,
    overdue: overdue / 100,
    dso: round((outstanding / sales) * 90),
    bestPossibleDso: round(((outstanding - overdue) / sales) * 90),
    dsoCountBack: round(countBack),
  };
}

describe('the American ledger', () => {
  it('is read with no mapping by hand, and no row is doubted', () => {
    const { table, invoices, problems, language } = report('2014-06-30');
    expect(mappingOf(report('2014-06-30'), HEADER)).toBe(
      'customer=customerID · number=invoiceNumber · issuedOn=InvoiceDate · dueOn=DueDate · amount=InvoiceAmount · dispute=Disputed · paidOn=SettledDate · daysLate=DaysLate',
    );
    expect([table.headerRow, table.rows, invoices.length, problems, language]).toEqual([1, 2466, 2466, [], 'en']);
  });
  it('gives its own Days Late back on every row', () => {
    const { invoices } = report('2014-06-30');
    expect(invoices.map((invoice) => [invoice.number, Math.max(0, invoice.daysLate as number)])).toEqual(
      LINES.map((line) => [line.number, lateBy(line)]),
    );
    expect(invoices.every((invoice) => invoice.status === 'paid' && invoice.open === 0)).toBe(true);
  });
  it.each(['2012-06-30', '2012-12-31', '2013-03-15', '2013-09-01'])('has the figures of plain arithmetic on %s', (asOf) => {
    const on = dayNumber(asOf);
    const { kpis, invoices } = report(asOf);
    const [known] = kpis;
    expect(kpis).toHaveLength(1);
    expect({
      outstanding: known?.outstanding,
      overdue: known?.overdue,
      dso: round(known?.dso ?? null),
      bestPossibleDso: round(known?.bestPossibleDso ?? null),
      dsoCountBack: round(known?.dsoCountBack ?? null),
    }).toEqual(figures(on));
    expect(invoices).toHaveLength(LINES.filter((line) => line.issued <= on).length);
    const open = new Map(invoices.filter((invoice) => invoice.open !== 0).map((invoice) => [invoice.number, invoice.daysLate]));
    expect(open).toEqual(
      new Map(LINES.filter((line) => line.issued <= on && line.settled > on).map((line) => [line.number, on - line.due])),
    );
    expect(invoices.filter((invoice) => invoice.status === 'disputed').length).toBe(
      LINES.filter((line) => line.issued <= on && line.settled > on && line.disputed).length,
    );
  });
});
