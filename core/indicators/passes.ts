/** The passes over one ledger, each made when its figures are first asked for and then kept: a formula in a cell pays for what it shows. */
import type { CalendarDay } from '../calendar.ts';
import { once } from '../remembered.ts';
import type { Assessment, Ledger } from '../types.ts';
import { type Balances, balancesOf } from './balances.ts';
import { type Disputed, disputesByCurrency } from './disputes.ts';
import { type Delay, delaysByCurrency } from './invoicing.ts';
import { type Milestones, milestoneAt, milestonesAt, monthEnds, QUARTER_DAYS, withOpenings } from './milestones.ts';
import { type Promises, promisesByCurrency } from './promises.ts';
import { type Position, positionsByCurrency } from './receivables.ts';
import { type Recovery, recoveryByCurrency } from './recovery.ts';
import { type Sales, salesByCurrency } from './sales.ts';
import { type Settlements, settlementsByCurrency } from './settlements.ts';

/** Figures by index of the currency in the ledger, and of the month. */
type AtMonths<Figure> = (c: number, month: number) => Figure;

export interface Passes {
  /** The months the figures are for, oldest first; the last one is the as-of day. */
  readonly ends: readonly CalendarDay[];
  readonly balances: () => Balances;
  readonly sales: (c: number) => Sales;
  /** On a month's end, and 90 and 365 days before one. */
  readonly position: (c: number, on: CalendarDay) => Position;
  readonly disputed: AtMonths<Disputed>;
  readonly settlements: AtMonths<Settlements>;
  readonly recovery: AtMonths<Recovery>;
  readonly promises: AtMonths<Promises>;
  readonly invoicing: AtMonths<Delay>;
  readonly sending: AtMonths<Delay>;
}

/** The passes over a ledger as assessed on `asOf`. */
export function passesOver(ledger: Ledger, assessment: Assessment, asOf: CalendarDay): Passes {
  const ends = monthEnds(asOf);
  const months = once(() => milestonesAt(ends));
  const openings = once(() => withOpenings(ends));
  const atMonths = <Figure>(pass: (months: Milestones) => readonly (readonly Figure[])[]): AtMonths<Figure> => {
    const figures = once(() => pass(months()));
    return (c, month) => (figures()[c] as readonly Figure[])[month] as Figure;
  };
  const sales = once(() => salesByCurrency(ledger, assessment));
  const positions = once(() => positionsByCurrency(ledger, assessment, openings()));
  return {
    ends,
    balances: once(() => balancesOf(ledger, assessment)),
    sales: (c) => sales()[c] as Sales,
    position: (c, on) => (positions()[c] as readonly Position[])[milestoneAt(openings(), on)] as Position,
    disputed: atMonths((at) => disputesByCurrency(ledger, assessment, at)),
    settlements: atMonths((at) => settlementsByCurrency(ledger, assessment, at)),
    recovery: atMonths((at) => recoveryByCurrency(ledger, assessment, at, QUARTER_DAYS)),
    promises: atMonths((at) => promisesByCurrency(ledger, assessment, at)),
    invoicing: atMonths((at) => delaysByCurrency(ledger, assessment, at, 'service')),
    sending: atMonths((at) => delaysByCurrency(ledger, assessment, at, 'sending')),
  };
}
