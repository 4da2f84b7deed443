/**
 * The account of what each invoice owes, line by line, as formal papers print it: amount, payments, interest stretch by stretch with its rate, the
 * fee. The figures are those of the sheet: interest is reckoned from the same debt, and the printed lines add up to it cent by cent.
 */
import { paidBy, paidOnInvoice } from '../assess.ts';
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { askedOf } from '../dunning/chase.ts';
import { interestOn } from '../law/interest.ts';
import type { Currency, Money } from '../money.ts';
import type { Regime } from '../settings.ts';
import type { Study } from '../study.ts';
import type { Payment } from '../types.ts';

/** A stretch of days at one base and rate, its interest in whole minor units. */
export interface AccountSegment {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly days: number;
  readonly baseMinor: number;
  readonly ratePercent: number;
  readonly minor: number;
}

/** One invoice. Days are NO_DAY and texts '' where the sheet does not say. */
export interface AccountLine {
  readonly i: number;
  readonly number: string;
  readonly purchaseOrder: string;
  readonly issuedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  /** Signed; NO_DAY when not available. */
  readonly daysLate: number;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly paidMinor: number;
  /** Linked credit notes. */
  readonly creditedMinor: number;
  readonly openMinor: number;
  /** Of the open balance, what the customer contests and is not asked for now. */
  readonly contestedMinor: number;
  /** Payments and credits that have happened, by day; undated ones first. */
  readonly payments: readonly Payment[];
  readonly regime: Regime;
  /** As in the sheet; null where none is reckoned. */
  readonly interestMinor: number | null;
  readonly segments: readonly AccountSegment[];
  readonly fee: Money | null;
  /** A rate used is provisional. */
  readonly stale: boolean;
}

/** The account of invoice `i` on the study's day. */
export function accountLine(study: Study, i: number): AccountLine {
  const { ledger, chased, lateness, asOf } = study;
  const facts = ledger.rare.get(i);
  const single = ledger.paid[i] !== 0 ? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }] : [];
  const owed = lateness(i);
  const debt = owed.interestMinor === null ? null : lateness.debt(i);
  const interest = debt === null ? null : interestOn(debt);
  const openMinor = chased.assessment.open[i] as number;
  return {
    i,
    number: ledger.number[i] as string,
    purchaseOrder: ledger.text('purchaseOrder', i),
    issuedOn: ledger.issuedOn[i] as CalendarDay,
    dueOn: ledger.dueOn[i] as CalendarDay,
    daysLate: chased.assessment.daysLate[i] as number,
    currency: ledger.currencies[ledger.currency[i] as number] ?? null,
    amountMinor: ledger.amount[i] as number,
    paidMinor: paidOnInvoice(ledger, i, asOf),
    creditedMinor: facts?.credits ? paidBy(facts.credits, asOf) : 0,
    openMinor,
    contestedMinor: openMinor - askedOf(chased, i),
    payments: [...(facts?.payments ?? single)]
      .filter(({ paidOn, minor }) => minor !== 0 && (paidOn === NO_DAY || paidOn <= asOf))
      .sort((a, b) => a.paidOn - b.paidOn),
    regime: owed.regime,
    interestMinor: owed.interestMinor,
    segments: interest === null || owed.interestMinor === null ? [] : inCents(interest.segments, owed.interestMinor),
    fee: owed.fee,
    stale: owed.stale,
  };
}

/**
 * The stretches in whole minor units that add up to `total`, the exact sum rounded once: each is rounded to the nearest, then those which rounding
 * moved most give up or take the cents that are over. No line is ever a cent or more away from its exact value.
 */
export function inCents<Line extends { readonly exact: number }>(
  lines: readonly Line[],
  total: number,
): (Omit<Line, 'exact'> & { readonly minor: number })[] {
  const rounded = lines.map(({ exact }) => Math.floor(exact + 0.5));
  let over = rounded.reduce((sum, minor) => sum + minor, 0) - total;
  const step = Math.sign(over);
  const byMove = lines
    .map(({ exact }, at) => ({ at, move: ((rounded[at] as number) - exact) * step }))
    .sort((a, b) => b.move - a.move || b.at - a.at);
  for (const { at } of byMove) {
    if (over === 0) break;
    rounded[at] = (rounded[at] as number) - step;
    over -= step;
  }
  return lines.map(({ exact: _, ...line }, at) => ({ ...line, minor: rounded[at] as number }));
}
