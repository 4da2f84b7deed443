/** The floor's sums turned into the figures of the report: a few hundred operations whatever the number of rows. */
import type { Kpis, MonthFigures } from '../core/report.ts';
import { civil, dayNumber } from './floor-days.ts';
import { AS_OF } from './rows.ts';

/** What the loop adds up, in cents. */
export interface Sums {
  unapplied: number;
  disputed: number;
  lateDays: number;
  late: number;
  paymentDays: number;
  payment: number;
  recoverable: number;
  recovered: number;
}
export interface Milestone {
  readonly days: readonly number[];
  readonly following: Uint8Array;
  readonly months: readonly number[];
  readonly quarterAgo: number;
  readonly yearAgo: number;
}
interface Steps {
  readonly outstanding: Float64Array;
  readonly overdue: Float64Array;
  readonly ageless: Float64Array;
}
interface Daily {
  readonly from: number;
  readonly sums: Float64Array;
  readonly first: number;
}
interface Position {
  readonly on: number;
  readonly outstanding: number;
  readonly overdue: number;
  readonly notDue: number;
}

/** The figures the floor works out too; all of them are compared before anything is timed. */
export type FloorKpis = Partial<Omit<Kpis, 'history'>> & { readonly history: readonly Partial<MonthFigures>[] };

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
const hundredths = (days: number | null): number | null => (days === null ? null : Math.round(days * 100) / 100);

export function floorFigures(
  sums: Sums,
  counts: readonly number[],
  amounts: readonly number[],
  daily: Daily,
  days: readonly number[],
  { months, quarterAgo, yearAgo }: Milestone,
  steps: Steps,
): FloorKpis {
  const totals = daily.sums;
  for (let k = 1; k < totals.length; k++) totals[k] = (totals[k] as number) + (totals[k - 1] as number);
  const through = (day: number): number => (day < daily.from ? 0 : (totals[day - daily.from] as number));
  const sold = (after: number, until: number): number => through(until) - through(after);
  const positions: Position[] = [];
  let [open, late, none] = [0, 0, 0];
  days.forEach((on, at) => {
    open += steps.outstanding[at] as number;
    late += steps.overdue[at] as number;
    none += steps.ageless[at] as number;
    positions.push({ on, outstanding: open, overdue: late, notDue: open - late - none });
  });
  const today = positions[positions.length - 1] as Position;
  const opening = positions[quarterAgo] as Position;
  const quarter = sold(AS_OF - 90, AS_OF);
  const year = sold(AS_OF - 365, AS_OF);
  const dso = (owed: number, of: number): number | null => ratio(owed * 90, of);
  const actual = dso(today.outstanding, quarter);
  const best = dso(today.notDue, quarter);
  const inBuckets = amounts.reduce((sum, amount) => sum + amount, 0);
  const line = (b: number) => ({
    count: counts[b] as number,
    amount: (amounts[b] as number) / 100,
    share: ratio(amounts[b] as number, inBuckets),
  });
  const back = countBack(today.outstanding, daily.first, sold);
  return {
    currency: 'EUR',
    outstanding: (inBuckets + sums.unapplied) / 100,
    overdue: (inBuckets - (amounts[0] as number)) / 100,
    notDue: (amounts[0] as number) / 100,
    undated: 0,
    unapplied: sums.unapplied / 100,
    aging: { 'not-due': line(0), '1-30': line(1), '31-60': line(2), '61-90': line(3), 'over-90': line(4) },
    dso: hundredths(actual),
    dsoCountBack: hundredths(back.days),
    dsoCountBackMoreThan: back.moreThan,
    bestPossibleDso: hundredths(best),
    averageDaysDelinquent: actual === null || best === null ? null : hundredths(actual - best),
    overdueRate: ratio(today.overdue, today.outstanding),
    recoveryRate: ratio(sums.recovered, sums.recoverable),
    collectionEffectiveness: ratio(opening.outstanding + quarter - today.outstanding, opening.outstanding + quarter - today.notDue),
    weightedDaysLate: hundredths(ratio(sums.lateDays, sums.late)),
    averagePaymentTime: hundredths(ratio(sums.paymentDays, sums.payment)),
    disputeRate: ratio(sums.disputed, today.outstanding),
    badDebtRate: ratio(0, year),
    receivablesTurnover: ratio(2 * year, (positions[yearAgo] as Position).outstanding + today.outstanding),
    sales: { 90: quarter / 100, 365: year / 100 },
    history: months.map((at) => {
      const { on, outstanding, overdue, notDue } = positions[at] as Position;
      const { year: y, month, day } = civil(on);
      const of = sold(on - 90, on);
      return {
        month: `${y}-${String(month).padStart(2, '0')}`,
        outstanding: outstanding / 100,
        overdue: overdue / 100,
        sales: sold(on - day, on) / 100,
        dso: hundredths(dso(outstanding, of)),
        bestPossibleDso: hundredths(dso(notDue, of)),
        overdueRate: ratio(overdue, outstanding),
      };
    }),
  };
}

function countBack(
  owed: number,
  first: number,
  sold: (after: number, until: number) => number,
): { days: number | null; moreThan: number | null } {
  let left = owed;
  let days = 0;
  let until: number = AS_OF;
  if (left <= 0) return { days: 0, moreThan: null };
  while (until >= first) {
    const { year, month, day } = civil(until);
    const counted = until === AS_OF ? day : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
    const sales = sold(until - day, until);
    if (sales >= left) return { days: days + (left / sales) * counted, moreThan: null };
    left -= sales;
    days += counted;
    until -= day;
  }
  return { days: null, moreThan: days };
}
