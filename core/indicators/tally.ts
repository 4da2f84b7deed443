/**
 * What the ledger adds up to, per currency: everything the indicators read, so that each of them is a line of arithmetic. What counts where is decided
 * in the passes once: drafts, cancelled and unreadable amounts nowhere, written-off amounts in sales only.
 */
import { addDays, type CalendarDay } from '../calendar.ts';
import type { Currency } from '../money.ts';
import { type Assessment, BUCKETS, type Ledger } from '../types.ts';
import type { Disputed } from './disputes.ts';
import type { Delay } from './invoicing.ts';
import { QUARTER_DAYS, YEAR_DAYS } from './milestones.ts';
import { type Passes, passesOver } from './passes.ts';
import type { Promises } from './promises.ts';
import type { Position } from './receivables.ts';
import type { Recovery } from './recovery.ts';
import type { Sales } from './sales.ts';
import type { Settlements } from './settlements.ts';

/** One currency as it stood on one day, in minor units: all that an indicator is worked out from. Nothing is added up before it is asked for. */
export class Moment {
  constructor(
    protected readonly passes: Passes,
    protected readonly c: number,
    protected readonly month: number,
    readonly currency: Currency,
  ) {}

  get asOf(): CalendarDay {
    return this.passes.ends[this.month] as CalendarDay;
  }
  /** Of the whole ledger: windows leave out what was issued after the day. */
  get sales(): Sales {
    return this.passes.sales(this.c);
  }
  /** On the day itself. */
  get today(): Position {
    return this.passes.position(this.c, this.asOf);
  }
  get quarterAgo(): Position {
    return this.passes.position(this.c, addDays(this.asOf, -QUARTER_DAYS));
  }
  get yearAgo(): Position {
    return this.passes.position(this.c, addDays(this.asOf, -YEAR_DAYS));
  }
  get disputed(): Disputed {
    return this.passes.disputed(this.c, this.month);
  }
  get settlements(): Settlements {
    return this.passes.settlements(this.c, this.month);
  }
  /** Over the last 90 days. */
  get recovery(): Recovery {
    return this.passes.recovery(this.c, this.month);
  }
  get promises(): Promises {
    return this.passes.promises(this.c, this.month);
  }
  /** Service or delivery to invoice. */
  get invoicing(): Delay {
    return this.passes.invoicing(this.c, this.month);
  }
  /** Invoice to sending. */
  get sending(): Delay {
    return this.passes.sending(this.c, this.month);
  }
}

/** One currency on the as-of day, and at the ends of the eleven months before. */
export class Tally extends Moment {
  /** From the balances as assessed: one light pass, and no look at the past. */
  override get today(): Position {
    const { c } = this;
    const { bucketCounts, bucketAmounts, invoices } = this.passes.balances();
    const own = (sums: Float64Array) => sums.subarray(c * BUCKETS.length, (c + 1) * BUCKETS.length);
    const amounts = own(bucketAmounts);
    const notDue = amounts[0] as number;
    const aged = amounts.reduce((sum, minor) => sum + minor, 0);
    return {
      on: this.asOf,
      outstanding: aged + this.undated + this.unapplied,
      overdue: aged - notDue,
      notDue,
      invoices: invoices[c] as number,
      bucketCounts: own(bucketCounts),
      bucketAmounts: amounts,
    };
  }
  /** Positive opens without a due date. */
  get undated(): number {
    return this.passes.balances().undated[this.c] as number;
  }
  /** Σ negative opens: credits and overpayments. */
  get unapplied(): number {
    return this.passes.balances().unapplied[this.c] as number;
  }
  /** Twelve, oldest first; the last one is the as-of day. */
  get months(): readonly Moment[] {
    return this.passes.ends.map((_, month) => (month === this.month ? this : new Moment(this.passes, this.c, month, this.currency)));
  }
}

/** Adds up the ledger as assessed on `asOf`: one tally per currency of the ledger, in its order. */
export function tally(ledger: Ledger, assessment: Assessment, asOf: CalendarDay): Tally[] {
  const passes = passesOver(ledger, assessment, asOf);
  return ledger.currencies.map((currency, c) => new Tally(passes, c, passes.ends.length - 1, currency));
}
