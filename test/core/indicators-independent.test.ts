/**
 * All indicators of a ledger of 2,466 invoices on four past days, and at every month of their history, against plain arithmetic written down from the
 * definitions: nothing of the indicators is used here. The ledger imitates a public American one, and is read from its CSV as anybody's file is.
 */
import { describe, expect, it } from '@jest/globals';
import type { Kpis, MonthFigures } from '../../core/report.ts';
import { csvFile, day, type Row, reportOn } from '../exports/export-file.ts';
import { dayNumber, dice, isoDay } from '../exports/sales.ts';

const HEADER =
  'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate';

interface Line {
  readonly customer: string;
  readonly issued: number;
  readonly due: number;
  readonly cents: number;
  readonly disputed: boolean;
  readonly settled: number;
}

/** Two years of invoices of a hundred customers, due after thirty days (a few on receipt), settled up to four months later. */
const LINES: readonly Line[] = (() => {
  const roll = dice(4711);
  const first = dayNumber('2012-01-03');
  return Array.from({ length: 2466 }, () => {
    const issued = first + Math.floor(roll() * 700);
    const disputed = roll() < 0.22;
    const slow = roll() < 0.1 ? 90 : 28;
    return {
      customer: `${String(300 + Math.floor(roll() * 100)).padStart(4, '0')}-ACME`,
      issued,
      due: issued + (roll() < 0.05 ? 0 : 30),
      cents: 526 + Math.floor(roll() * 12_300),
      disputed,
      settled: issued + 1 + Math.floor((roll() + roll()) * (disputed ? 42 : slow)),
    };
  });
})();

const FILE = csvFile([
  HEADER.split(','),
  ...LINES.map(
    (line, i): Row => [
      ['391', '406', '770', '818', '897'][i % 5] as string,
      line.customer,
      day.usShort(isoDay(line.issued - (i % 400))),
      String(611_365 + i * 4_037),
      day.usShort(isoDay(line.issued)),
      day.usShort(isoDay(line.due)),
      (line.cents / 100).toString(),
      line.disputed ? 'Yes' : 'No',
      day.usShort(isoDay(line.settled)),
      i % 2 === 0 ? 'Paper' : 'Electronic',
      String(line.settled - line.issued),
      String(Math.max(0, line.settled - line.due)),
    ],
  ),
]);

const sum = (lines: readonly Line[], of: (line: Line) => number = ({ cents }) => cents): number =>
  lines.reduce((total, line) => total + of(line), 0);
const quotient = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
const openOn = (on: number) => LINES.filter(({ issued, settled }) => issued <= on && settled > on);
const soldIn = (after: number, until: number) => LINES.filter(({ issued }) => issued > after && issued <= until);

/** Months' sales taken off what is owed, latest first. */
function countBack(asOf: number, owed: number): number | null {
  let left = owed;
  let days = 0;
  for (let end = asOf; end >= Math.min(...LINES.map(({ issued }) => issued)); ) {
    const start = dayNumber(`${isoDay(end).slice(0, 7)}-01`);
    const sold = sum(soldIn(start - 1, end));
    const inMonth = end - start + 1;
    if (sold >= left) return days + (left / sold) * inMonth;
    left -= sold;
    days += inMonth;
    end = start - 1;
  }
  return null;
}

/** Every figure of a day, from the definitions. */
function figuresOn(asOf: number) {
  const open = openOn(asOf);
  const late = open.filter(({ due }) => due < asOf);
  const [outstanding, overdue] = [sum(open), sum(late)];
  const notDue = outstanding - overdue;
  const aged = (from: number, to: number) => open.filter(({ due }) => asOf - due >= from && asOf - due <= to);
  const line = (lines: readonly Line[]) => ({ count: lines.length, amount: sum(lines) / 100, share: quotient(sum(lines), outstanding) });
  const [quarter, year] = [sum(soldIn(asOf - 90, asOf)), sum(soldIn(asOf - 365, asOf))];
  const dso = quotient(outstanding * 90, quarter);
  const best = quotient(notDue * 90, quarter);
  const start = asOf - 90;
  // Open when the period began, or issued in it; due by its end.
  const asked = LINES.filter(({ issued, due, settled }) => due <= asOf && issued <= asOf && settled > start);
  const paid = asked.filter(({ settled }) => settled <= asOf);
  const opening = sum(openOn(start));
  const settledInYear = LINES.filter(({ issued, settled }) => issued <= asOf && settled > asOf - 365 && settled <= asOf);
  const disputed = open.filter((one) => one.disputed);
  return {
    outstanding: outstanding / 100,
    overdue: overdue / 100,
    notDue: notDue / 100,
    aging: {
      'not-due': line(open.filter(({ due }) => due >= asOf)),
      '1-30': line(aged(1, 30)),
      '31-60': line(aged(31, 60)),
      '61-90': line(aged(61, 90)),
      'over-90': line(aged(91, 9_999)),
    },
    dso,
    dsoCountBack: countBack(asOf, outstanding),
    bestPossibleDso: best,
    averageDaysDelinquent: dso === null || best === null ? null : dso - best,
    overdueRate: quotient(overdue, outstanding),
    recoveryRate: quotient(sum(paid), sum(asked)),
    collectionEffectiveness: quotient(opening + quarter - outstanding, opening + quarter - notDue),
    weightedDaysLate: quotient(
      sum(settledInYear, ({ cents, settled, due }) => cents * (settled - due)) + sum(late, ({ cents, due }) => cents * (asOf - due)),
      sum(settledInYear) + sum(late),
    ),
    averagePaymentTime: quotient(
      sum(settledInYear, ({ cents, settled, issued }) => cents * (settled - issued)),
      sum(settledInYear),
    ),
    disputeRate: quotient(sum(disputed), outstanding),
    disputeRateByNumber: quotient(disputed.length, open.length),
    badDebtRate: quotient(0, year),
    receivablesTurnover: quotient(year, (sum(openOn(asOf - 365)) + outstanding) / 2),
    promisesKept: null,
    invoicingDelay: null,
    sendingDelay: null,
  };
}

const DAYS = ['dso', 'dsoCountBack', 'bestPossibleDso', 'averageDaysDelinquent', 'weightedDaysLate', 'averagePaymentTime'] as const;

/** Asserts each figure: days to the hundredth they are shown to, all others to the last digits a quotient may differ in. */
function expectFigures(given: Kpis | MonthFigures, asOf: number): void {
  const expected = figuresOn(asOf);
  for (const [id, value] of Object.entries(expected)) {
    const found = given[id as keyof typeof expected];
    const places = (DAYS as readonly string[]).includes(id) ? 0.005_000_1 : 1e-9;
    const label = `${id} on ${isoDay(asOf)}`;
    if (typeof value !== 'number') expect({ [label]: found }).toEqual({ [label]: value });
    else if (typeof found !== 'number' || Math.abs(found - value) > places) expect({ [label]: found }).toEqual({ [label]: value });
  }
}

describe.each(['2012-11-20', '2013-03-31', '2013-09-01', '2014-01-15'])('as of %s', (asOf) => {
  const [kpis, ...others] = reportOn('receivables.csv', FILE, asOf).kpis;
  if (kpis === undefined || others.length > 0) throw new Error('one currency expected');
  it('every indicator is what its definition gives', () => {
    expectFigures(kpis, dayNumber(asOf));
    expect(kpis.sales).toEqual({
      90: sum(soldIn(dayNumber(asOf) - 90, dayNumber(asOf))) / 100,
      365: sum(soldIn(dayNumber(asOf) - 365, dayNumber(asOf))) / 100,
    });
    expect(Math.min(kpis.outstanding, kpis.overdue, kpis.disputeRate ?? 0, kpis.recoveryRate ?? 0)).toBeGreaterThan(0);
  });
  it('so is every month of the history', () => {
    for (const point of kpis.history) {
      const [year, month] = point.month.split('-').map(Number) as [number, number];
      const end = isoDay(Date.UTC(year, month, 0) / 86_400_000);
      const on = Math.min(dayNumber(end), dayNumber(asOf));
      if (on >= dayNumber('2012-01-31')) expectFigures(point, on);
    }
    expect(kpis.history).toHaveLength(12);
  });
  it('the split adds up, and the customers that moved DSO did so by their share of it then and now', () => {
    const on = dayNumber(asOf);
    const worth = (customer: string, at: number) =>
      (sum(openOn(at).filter((one) => one.customer === customer)) * 90) / sum(soldIn(at - 90, at));
    const moved = [...new Set(LINES.map(({ customer }) => customer))]
      .map((customer) => ({ customer, days: worth(customer, on) - worth(customer, on - 90) }))
      .sort((a, b) => Math.abs(b.days) - Math.abs(a.days));
    const { bestPossible, late, disputed, movers } = kpis.dsoSplit ?? { bestPossible: 0, late: 0, disputed: 0, movers: [] };
    expect(Math.round((bestPossible + late + disputed) * 100)).toBe(Math.round((kpis.dso ?? 0) * 100));
    const contested = sum(openOn(on).filter((one) => one.disputed && one.due < on));
    expect(disputed).toBeCloseTo((contested * 90) / sum(soldIn(on - 90, on)), 2);
    expect(movers.map(({ customer }) => customer)).toEqual(moved.slice(0, 3).map(({ customer }) => customer));
    for (const [k, { days }] of movers.entries()) expect(days).toBeCloseTo(moved[k]?.days as number, 2);
  });
});
