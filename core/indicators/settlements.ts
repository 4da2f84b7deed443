/**
 * How customers paid over the year before each milestone, weighted by amount: how late, how long after the invoice, and what they will never pay. An
 * invoice is late by another day every day until it is settled; from then on by what it was, for a year.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger, type Payment, type RareFacts } from '../types.ts';
import { type Milestones, milestoneAt, YEAR_DAYS } from './milestones.ts';
import { Steps } from './steps.ts';

/** An amount-weighted mean in the making: Σ amount × days and Σ amount, in minor units. */
export interface Weighed {
  readonly amountDays: number;
  readonly amount: number;
}

/** One currency at one milestone. */
export interface Settlements {
  /** Signed days late: settled within the year, or open and at least one day late. */
  readonly lateness: Weighed;
  /** Issue to settlement, settled within the year. */
  readonly paymentTime: Weighed;
  /** Open balances given up within the year. No day of giving up is recorded: the due date, else the issue date, stands for it. */
  readonly writtenOff: number;
}

const SETTLED_AMOUNT = 0;
const SETTLED_LATE = 1;
const OPEN_AMOUNT = 2;
/** Σ amount × due day of what is open and late: its days late on a day are day × amount less this. */
const OPEN_DUE = 3;
const PAID_AMOUNT = 4;
const PAYMENT_DAYS = 5;
const LOST = 6;
const MEASURES = 7;

/** After every day, and still a small integer. */
const EVER = 0x3fffffff;
const NEVER_COUNTS = FLAG.draft | FLAG.cancelled | FLAG.error | FLAG.credit;

/** The settlements at every milestone, per currency of the ledger. Settled without a date, or never due: no part of the means. */
export function settlementsByCurrency(ledger: Ledger, { asOf, exists, tolerances }: Assessment, milestones: Milestones): Settlements[][] {
  const { size, amount, paid, paidOn, issuedOn, dueOn, flags, currency, currencies, rare } = ledger;
  const steps = new Steps(milestones, currencies.length, MEASURES);
  const { first } = milestones;
  const at = (day: number): number => milestoneAt(milestones, day);
  /** Invoice `i`, given up, with so much left of it from one day until another. */
  const lost = (i: number, from: number, to: number, left: number): void => {
    const issued = issuedOn[i] as number;
    const due = dueOn[i] as number;
    const on = due === NO_DAY ? issued : due;
    if (on === NO_DAY || left <= 0) return;
    steps.add(currency[i] as number, LOST, at(Math.max(from, issued, on)), at(Math.min(to, on + YEAR_DAYS)), left);
  };
  /** Invoice `i`, open from one day until another: paid by its due date, or late before anybody asks, it counts nowhere. */
  const open = (i: number, from: number, to: number): void => {
    const due = dueOn[i] as number;
    if (due === NO_DAY || to <= due + 1 || to <= first) return;
    const c = currency[i] as number;
    const total = amount[i] as number;
    const late = at(Math.max(from, issuedOn[i] as number, due + 1));
    const until = at(to);
    steps.add(c, OPEN_AMOUNT, late, until, total);
    steps.add(c, OPEN_DUE, late, until, total * (due - asOf));
  };
  /** Invoice `i`, settled on a day, from one day until another; NO_DAY: nobody knows when. */
  const settled = (i: number, from: number, to: number, settledOn: number): void => {
    if (settledOn === NO_DAY) return;
    const c = currency[i] as number;
    const total = amount[i] as number;
    const due = dueOn[i] as number;
    const issued = issuedOn[i] as number;
    const since = at(Math.max(from, issued));
    const until = at(Math.min(to, settledOn + YEAR_DAYS));
    if (due !== NO_DAY) {
      steps.add(c, SETTLED_AMOUNT, since, until, total);
      steps.add(c, SETTLED_LATE, since, until, total * (settledOn - due));
    }
    if (issued === NO_DAY) return;
    steps.add(c, PAID_AMOUNT, since, until, total);
    steps.add(c, PAYMENT_DAYS, since, until, total * (settledOn - issued));
  };
  const state = (i: number, from: number, to: number, left: number, settledOn: number): void => {
    if ((flags[i] as number) & FLAG.writtenOff) lost(i, from, to, left);
    else if (left > (tolerances[currency[i] as number] as number)) open(i, from, to);
    else settled(i, from, to, settledOn);
  };
  /** Invoice `i`, which several payments or credits reduce. */
  const reduced = (i: number, { payments, credits = [] }: RareFacts): void => {
    const single = { paidOn: paidOn[i] as CalendarDay, minor: paid[i] as number };
    const knowsDays = ((flags[i] as number) & FLAG.undatedPayment) === 0;
    walk([...(payments ?? [single]), ...credits], amount[i] as number, tolerances[currency[i] as number] as number, (from, to, left, day) =>
      state(i, from, to, left, knowsDays ? day : NO_DAY),
    );
  };
  for (let i = 0; i < size; i++) {
    const flag = flags[i] as number;
    if (exists[i] === 0 || flag & NEVER_COUNTS) continue;
    const facts = flag & FLAG.rare ? rare.get(i) : undefined;
    const one = paid[i] as number;
    const on = paidOn[i] as number;
    const total = amount[i] as number;
    const settledOn = flag & FLAG.undatedPayment ? NO_DAY : on;
    if (facts?.payments !== undefined || facts?.credits !== undefined) reduced(i, facts);
    // Settled more than a year before the first milestone: the usual case of an old ledger.
    else if (one === total && one !== 0 && on + YEAR_DAYS <= first) continue;
    // The usual case of a young one: open until one payment settled all of it.
    else if (one === total && one > (tolerances[currency[i] as number] as number) && (flag & FLAG.writtenOff) === 0) {
      open(i, NO_DAY, on);
      settled(i, on, EVER, settledOn);
    } else if (one === 0) state(i, NO_DAY, EVER, total, NO_DAY);
    else {
      state(i, NO_DAY, on, total, NO_DAY);
      state(i, on, EVER, total - one, settledOn);
    }
  }
  const sumOf = steps.sums();
  return currencies.map((_, c) =>
    milestones.days.map((day, m) => {
      const openAmount = sumOf(c, OPEN_AMOUNT, m);
      return {
        lateness: {
          amountDays: sumOf(c, SETTLED_LATE, m) + openAmount * (day - asOf) - sumOf(c, OPEN_DUE, m),
          amount: sumOf(c, SETTLED_AMOUNT, m) + openAmount,
        },
        paymentTime: { amountDays: sumOf(c, PAYMENT_DAYS, m), amount: sumOf(c, PAID_AMOUNT, m) },
        writtenOff: sumOf(c, LOST, m),
      };
    }),
  );
}

/** Goes through the states of an invoice that several payments or credits reduce; it is settled by the one after which it never owed more. */
function walk(
  reductions: readonly Payment[],
  total: number,
  tolerance: number,
  state: (from: number, to: number, left: number, settledOn: number) => void,
): void {
  const steps = reductions.filter(({ minor }) => minor !== 0).sort((a, b) => a.paidOn - b.paidOn);
  let left = total;
  let since: number = NO_DAY;
  let settledOn: number = NO_DAY;
  for (const { paidOn, minor } of steps) {
    if (paidOn > since) state(since, paidOn, left, settledOn);
    since = paidOn;
    left -= minor;
    if (left > tolerance) settledOn = NO_DAY;
    else if (settledOn === NO_DAY) settledOn = paidOn;
  }
  state(since, EVER, left, settledOn);
}
