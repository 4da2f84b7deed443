/**
 * How long invoices take to leave the house: from the work to the invoice, from the invoice to its sending. Money that is not asked for does not come;
 * these days are the house's own, and DSO does not show them.
 */
import { NO_DAY } from '../calendar.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';
import { type Milestones, milestoneAt, YEAR_DAYS } from './milestones.ts';
import { Steps } from './steps.ts';

/** A plain mean in the making, over invoices issued within the year: the sum of signed days, and of how many invoices. */
export interface Delay {
  readonly days: number;
  readonly invoices: number;
}

const DAYS = 0;
const INVOICES = 1;
const NO_SALE = FLAG.draft | FLAG.cancelled | FLAG.error | FLAG.credit;

/**
 * The delay at every milestone, per currency of the ledger: `service` from the service or delivery to the issue date, `sending` from the issue date to
 * the sending. What had not happened by a milestone is not counted there; what has one date only is in no mean.
 */
export function delaysByCurrency(ledger: Ledger, { exists }: Assessment, milestones: Milestones, which: 'service' | 'sending'): Delay[][] {
  const { size, issuedOn, flags, currency, currencies } = ledger;
  const others = ledger.days(which === 'service' ? 'serviceOn' : 'sentOn');
  const steps = new Steps(milestones, currencies.length, 2);
  for (let i = 0; others !== null && i < size; i++) {
    const issued = issuedOn[i] as number;
    const other = others[i] as number;
    if (exists[i] === 0 || issued === NO_DAY || other === NO_DAY || (flags[i] as number) & NO_SALE) continue;
    const c = currency[i] as number;
    const from = milestoneAt(milestones, Math.max(issued, other));
    const to = milestoneAt(milestones, issued + YEAR_DAYS);
    steps.add(c, DAYS, from, to, which === 'service' ? issued - other : other - issued);
    steps.add(c, INVOICES, from, to, 1);
  }
  const sumOf = steps.sums();
  return currencies.map((_, c) => milestones.days.map((_, m) => ({ days: sumOf(c, DAYS, m), invoices: sumOf(c, INVOICES, m) })));
}
