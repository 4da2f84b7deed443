/**
 * Whether a promise was kept: what was promised came in, on the invoices it was made for, by its day and some days of grace. A promise of all that
 * was open is kept by nothing less than settling them.
 */
import { paidBy, paidOnInvoice } from '../assess.ts';
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { toMinor } from '../money.ts';
import type { Settings } from '../settings.ts';
import type { Ledger } from '../types.ts';
import { numberKey, type PromiseMade } from './journal.ts';

/** What is open of invoice `i` at the end of a day, in minor units; infinite where the amount cannot be trusted. */
export function openAt(ledger: Ledger, i: number, day: CalendarDay): number {
  const credits = ledger.rare.get(i)?.credits;
  const open = (ledger.amount[i] as number) - paidOnInvoice(ledger, i, day) - (credits ? paidBy(credits, day) : 0);
  return Number.isNaN(open) ? Number.POSITIVE_INFINITY : open;
}

/** What came in on invoice `i` after one day, up to and including another. From no day at all, undated payments count too. */
function paidBetween(ledger: Ledger, i: number, after: CalendarDay, until: CalendarDay): number {
  const payments = ledger.rare.get(i)?.payments ?? [{ paidOn: ledger.paidOn[i] as CalendarDay, minor: ledger.paid[i] as number }];
  let paid = 0;
  for (const { paidOn, minor } of payments) if ((paidOn > after || after === NO_DAY) && paidOn <= until) paid += minor;
  return paid;
}

/** Judges promises about the ledger's invoices on a day. */
export class PromiseJudge {
  readonly #ledger: Ledger;
  readonly #settings: Settings;
  readonly #asOf: CalendarDay;
  #byNumber: ReadonlyMap<string, number> | null = null;

  constructor(ledger: Ledger, settings: Settings, asOf: CalendarDay) {
    this.#ledger = ledger;
    this.#settings = settings;
    this.#asOf = asOf;
  }

  /** The last day on which the promised money may still come in. */
  graceOf({ promisedOn }: Pick<PromiseMade, 'promisedOn'>): CalendarDay {
    return addDays(promisedOn, this.#settings.promiseGrace);
  }

  isOver(promise: Pick<PromiseMade, 'promisedOn'>): boolean {
    return this.graceOf(promise) < this.#asOf;
  }

  /**
   * Whether the promise that invoice `i` is part of was kept. One whose making nobody dated (typed in the sheet) is not judged before its grace has
   * passed: what came in before could be anything.
   */
  isKept(i: number, promise: PromiseMade): boolean {
    const ledger = this.#ledger;
    const until = Math.min(this.graceOf(promise), this.#asOf) as CalendarDay;
    if (promise.madeOn === NO_DAY && !this.isOver(promise)) return false;
    const currency = ledger.currencies[ledger.currency[i] as number] ?? null;
    const tolerance = toMinor(this.#settings.tolerance, currency);
    const members = this.#membersOf(i, promise);
    const sum = (of: (member: number) => number) => members.reduce((total, member) => total + of(member), 0);
    const minor = promise.amount === null ? null : toMinor(promise.amount, currency);
    const isWhole =
      minor === null || (promise.madeOn !== NO_DAY && sum((member) => openAt(ledger, member, promise.madeOn)) <= minor + tolerance);
    return isWhole
      ? members.every((member) => openAt(ledger, member, until) <= tolerance)
      : sum((member) => paidBetween(ledger, member, promise.madeOn, until)) >= minor;
  }

  /** The invoices a promised sum is for: of one currency, for sums are. */
  #membersOf(i: number, { amount, invoices }: PromiseMade): readonly number[] {
    if (amount === null || invoices.length < 2) return [i];
    const { number, currency } = this.#ledger;
    this.#byNumber ??= new Map(number.map((text, k) => [numberKey(text), k]));
    const members = invoices.map((key) => this.#byNumber?.get(key)).filter((k) => k !== undefined && currency[k] === currency[i]);
    return members.includes(i) ? (members as number[]) : [i];
  }
}
