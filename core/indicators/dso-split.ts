/**
 * What DSO is made of: the days that the terms allow (best possible), the days that customers contest, and the days that are simply late. And who moved
 * it most since 90 days ago: how many days each customer's receivables were worth then and are worth now.
 */
import { paidBy, paidOnInvoice } from '../assess.ts';
import { addDays } from '../calendar.ts';
import { roundHalfUp } from '../money.ts';
import type { DsoParts, Kpis } from '../report.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';
import { OUT_OF_RECEIVABLES } from './balances.ts';
import { daysOfSales, dsoOver } from './dso.ts';
import { QUARTER_DAYS } from './milestones.ts';
import { salesOfDays } from './sales.ts';
import type { Moment } from './tally.ts';

const MOVERS = 3;

/**
 * Best possible + late + disputed = DSO, to the hundredth; null without a DSO. Disputed is what is contested and past its due date or without one; what is
 * contested and not yet due is in the best possible. Late is the rest: so undated and unapplied balances are in it, as they are in average days
 * delinquent (= late + disputed), and it can be negative where credits outweigh what is late.
 */
export function dsoParts(moment: Moment): DsoParts | null {
  const whole = dsoOver(moment, QUARTER_DAYS);
  if (whole === null) return null;
  const sold = salesOfDays(moment.sales, moment.asOf, QUARTER_DAYS);
  const hundredths = (receivables: number): number => roundHalfUp(daysOfSales(receivables, sold, QUARTER_DAYS) ?? 0, 2);
  const best = hundredths(moment.today.notDue);
  const disputed = hundredths(moment.disputed.pastDue);
  // The remainder, so that what is shown adds up to the DSO that is shown.
  const late = roundHalfUp(whole, 2) - best - disputed;
  return { bestPossible: best / 100, late: late / 100, disputed: disputed / 100 };
}

/** The split of each currency of the ledger, with the customers that moved it. `moments` are those of the as-of day, one per currency. */
export function dsoSplits(ledger: Ledger, assessment: Assessment, moments: readonly Moment[]): Kpis['dsoSplit'][] {
  const movements = movementsOf(ledger, assessment, moments);
  return moments.map((moment, c) => {
    const parts = dsoParts(moment);
    return parts === null ? null : { ...parts, movers: moversOf(ledger, movements[c] ?? null) };
  });
}

/**
 * By currency and customer (the nameless one first): the days of DSO its receivables are worth today less what they were worth 90 days ago; these add up
 * to the change of DSO. Null where there was no DSO then, and yet something owed.
 */
function movementsOf(ledger: Ledger, { open, exists }: Assessment, moments: readonly Moment[]): (Float64Array | null)[] {
  const { size, customer, customers, currency, flags, issuedOn, amount, rare } = ledger;
  const worth = ({ sales }: Moment, on: Moment['asOf']): number =>
    daysOfSales(1, salesOfDays(sales, on, QUARTER_DAYS), QUARTER_DAYS) ?? Number.NaN;
  const quarterAgo = ({ asOf }: Moment) => addDays(asOf, -QUARTER_DAYS);
  // What a minor unit is worth in days of sales, by currency; NaN where nothing was sold.
  const now = Float64Array.from(moments, (moment) => worth(moment, moment.asOf));
  const before = Float64Array.from(moments, (moment) => worth(moment, quarterAgo(moment)));
  const then = moments.map(quarterAgo);
  const days = moments.map(() => new Float64Array(customers.length + 1));
  const isKnown = moments.map((_, c) => !Number.isNaN(now[c]));
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (exists[i] === 0 || flag & OUT_OF_RECEIVABLES) continue;
    const c = currency[i] as number;
    if (isKnown[c] !== true) continue;
    let moved = (open[i] as number) * (now[c] as number);
    if ((issuedOn[i] as number) <= (then[c] as number)) {
      const credits = flag & FLAG.rare ? rare.get(i)?.credits : undefined;
      const on = then[c] as Moment['asOf'];
      const left = (amount[i] as number) - paidOnInvoice(ledger, i, on) - (credits ? paidBy(credits, on) : 0);
      if (left !== 0) {
        if (Number.isNaN(before[c])) isKnown[c] = false;
        else moved -= left * (before[c] as number);
      }
    }
    if (moved === 0) continue;
    const ofCustomer = days[c] as Float64Array;
    const who = (customer[i] as number) + 1;
    ofCustomer[who] = (ofCustomer[who] as number) + moved;
  }
  return days.map((ofCustomer, c) => (isKnown[c] === true ? ofCustomer : null));
}

/** The three that moved it most, up or down, by name where they moved it alike. */
function moversOf({ customers }: Ledger, movements: Float64Array | null): { customer: string; days: number }[] {
  const most: { customer: string; days: number }[] = [];
  for (let who = 0; movements !== null && who < movements.length; who++) {
    const days = roundHalfUp(movements[who] as number, 2) / 100;
    const least = most.length < MOVERS ? 0 : Math.abs((most[MOVERS - 1] as { days: number }).days);
    if (days === 0 || Math.abs(days) < least) continue;
    most.push({ customer: customers[who - 1]?.name ?? '', days });
    most.sort((a, b) => Math.abs(b.days) - Math.abs(a.days) || (a.customer < b.customer ? -1 : 1));
    if (most.length > MOVERS) most.pop();
  }
  return most;
}
