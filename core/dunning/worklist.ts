/**
 * Whom to contact now, in order: one entry per customer and exact address. Only invoices whose own stage is due advance, each to its own stage; the
 * customer's other late ones are listed as also open. Nothing is ever merged because two customers share an address.
 */
import { statusOf } from '../assess.ts';
import { addDays, type CalendarDay, NO_DAY } from '../calendar.ts';
import { nextBusinessDay } from '../law/holidays.ts';
import { toDecimal } from '../money.ts';
import { type Channel, type Ledger, type Stage, TONES } from '../types.ts';
import { askedOf, type Chase } from './chase.ts';
import type { Planned } from './next-action.ts';

/** One line of the worklist, before words. Invoices are indexes into the ledger. */
export interface WorkEntry {
  readonly customer: number;
  /** The one address, or the cell's text where it holds none or several; '' when it is blank. */
  readonly address: string;
  readonly stage: string;
  /** The rung; null for hand-over. */
  readonly rung: Stage | null;
  readonly channel: Channel | null;
  readonly on: CalendarDay;
  readonly due: boolean;
  readonly invoices: readonly number[];
  readonly alsoOpen: readonly number[];
  /** Written stages that wait because a call comes first. */
  readonly waiting: readonly number[];
  /** What is asked for `invoices`, in minor units by currency index. */
  readonly totals: ReadonlyMap<number, number>;
}

/** The worklist, and the plans that a call first has moved to a later day. */
export interface Worklist {
  readonly entries: readonly WorkEntry[];
  readonly moved: ReadonlyMap<number, Planned>;
}

/** Firmness of a plan: by tone, then offset; a hand-over is no message and never goes before one. */
function firmness(plan: Planned): number {
  return plan.stage === null ? Number.NEGATIVE_INFINITY : TONES.indexOf(plan.stage.tone) * 1000 + plan.stage.offset;
}

/** Builds the worklist of `asOf`. `addressOf` gives the address an invoice is to be reminded at, '' for none. */
export function worklist(ledger: Ledger, chased: Chase, addressOf: (i: number) => string, asOf: CalendarDay): Worklist {
  const moved = new Map<number, Planned>();
  const entries = groupsOf(ledger, chased, addressOf).map((group) => entryOf(ledger, chased, group, asOf, moved));
  return { entries: ordered(ledger, chased, entries), moved };
}

/** What one customer is to be told at one address. */
interface Group {
  readonly customer: number;
  readonly address: string;
  readonly members: number[];
}

/** The chased invoices by customer and address, in the order in which they first appear. Nearly every customer has one address. */
function groupsOf(ledger: Ledger, chased: Chase, addressOf: (i: number) => string): Group[] {
  const groups: Group[] = [];
  const ofCustomer = new Array<Group[] | undefined>(ledger.customers.length);
  for (let i = 0; i < ledger.size; i++) {
    const customer = ledger.customer[i] as number;
    if (chased.planned[i] === null || customer < 0) continue;
    const address = addressOf(i);
    const known = ofCustomer[customer];
    let group = known?.[0]?.address === address ? known[0] : groupAt(known, address);
    if (group === undefined) {
      group = { customer, address, members: [] };
      groups.push(group);
      if (known) known.push(group);
      else ofCustomer[customer] = [group];
    }
    group.members.push(i);
  }
  return groups;
}

function groupAt(groups: readonly Group[] | undefined, address: string): Group | undefined {
  const wanted = address.toLowerCase();
  return groups?.find((group) => group.address.toLowerCase() === wanted);
}

function entryOf(ledger: Ledger, chased: Chase, group: Group, asOf: CalendarDay, moved: Map<number, Planned>): WorkEntry {
  const planOf = (i: number) => chased.planned[i] as Planned;
  const dueNow = group.members.filter((i) => planOf(i).action.on <= asOf);
  const due = dueNow.length > 0;
  const earliest = Math.min(...group.members.map((i) => planOf(i).action.on));
  const candidates = due ? dueNow : group.members.filter((i) => planOf(i).action.on === earliest);
  const lead = candidates.reduce((best, i) => (firmness(planOf(i)) > firmness(planOf(best)) ? i : best));
  const { action, stage: rung } = planOf(lead);
  const isNotice = rung?.tone === 'final';
  const invoices = candidates.filter((i) => {
    const plan = planOf(i);
    return plan.action.channel === action.channel && (isNotice ? plan.stage?.tone === 'final' : true);
  });
  const waiting =
    due && action.channel === 'call' ? candidates.filter((i) => planOf(i).stage !== null && planOf(i).action.channel !== 'call') : [];
  for (const i of waiting) {
    const plan = planOf(i);
    const on = nextBusinessDay(addDays(asOf, chased.rules.minimumInterval), chased.rules.country);
    moved.set(i, { ...plan, action: { ...plan.action, on }, reason: { kind: 'written-waits', callOn: action.on } });
  }
  const advancing = new Set(invoices);
  const alsoOpen = group.members.filter(
    (i) => !advancing.has(i) && ALSO_OPEN.has(statusOf(chased.assessment, i)) && (chased.assessment.daysLate[i] as number) >= 1,
  );
  const totals = new Map<number, number>();
  for (const i of invoices) {
    const currency = ledger.currency[i] as number;
    totals.set(currency, (totals.get(currency) ?? 0) + askedOf(chased, i));
  }
  return {
    customer: group.customer,
    address: group.address,
    stage: action.stage,
    rung,
    channel: action.channel,
    on: action.on,
    due,
    invoices,
    alsoOpen,
    waiting,
    totals,
  };
}

/** Never a promised, paused or disputed invoice: only what may be spoken of today. */
const ALSO_OPEN: ReadonlySet<string> = new Set(['overdue', 'watch']);

/** Due entries first; then by tone, overdue amount, days late, name. */
function ordered(ledger: Ledger, chased: Chase, entries: readonly WorkEntry[]): WorkEntry[] {
  const { open, daysLate } = chased.assessment;
  const weighed = entries.map((entry) => {
    // Two currencies are never added: the largest overdue sum of one stands for the customer.
    const overdue = ledger.currencies.map(() => 0);
    let late = NO_DAY as number;
    for (const i of [...entry.invoices, ...entry.alsoOpen]) {
      const days = daysLate[i] as number;
      const currency = ledger.currency[i] as number;
      if (days >= 1) overdue[currency] = (overdue[currency] as number) + toDecimal(open[i] as number, ledger.currencies[currency] ?? null);
      late = Math.max(late, days);
    }
    const tone = entry.rung === null ? TONES.length : TONES.indexOf(entry.rung.tone);
    return { entry, overdue: Math.max(0, ...overdue), late, tone, name: ledger.customers[entry.customer]?.name ?? '' };
  });
  weighed.sort(
    (a, b) =>
      Number(b.entry.due) - Number(a.entry.due) ||
      b.tone - a.tone ||
      b.overdue - a.overdue ||
      b.late - a.late ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return weighed.map(({ entry }) => entry);
}
