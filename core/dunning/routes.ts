/**
 * Which way on when the last stage has not helped: the routes open to a debt, in order, each with the reason why it is proposed or not. A contested
 * debt goes to mediation or to a judge who hears both sides; an uncontested one takes the shortest road to an enforceable title; a debt that can no
 * longer be claimed takes none.
 */
import { addMonths, type CalendarDay } from '../calendar.ts';
import type { Jurisdiction } from '../law/jurisdiction.ts';
import { limitationDate } from '../law/limitation.ts';
import { ROUTE_IDS, ROUTES, type RouteId } from '../law/routes-table.ts';
import { type Currency, toMinor } from '../money.ts';
import type { Regime } from '../settings.ts';

/** A claim of one customer in one currency. */
export interface Claim {
  readonly jurisdiction: Jurisdiction;
  readonly debtor: 'business' | 'public' | 'consumer';
  readonly currency: Currency;
  readonly principalMinor: number;
  readonly interestMinor: number;
  /** Recovery fees in the same currency. */
  readonly feeMinor: number;
  readonly disputed: 'no' | 'part' | 'all';
  /** A formal notice was sent about all of it. */
  readonly isNoticed: boolean;
  readonly limitation: Limitation;
  /** Decimal; null: no threshold set. */
  readonly agencyFrom: number | null;
}

/** The last day to sue, for the invoice that comes first. `far`: more than six months away. `unknown`: the regime does not tell. */
export type Limitation =
  | { readonly state: 'unknown' }
  | { readonly state: 'far' | 'near' | 'passed'; readonly on: CalendarDay; readonly number: string };

/** `proposed`: the road to take. `possible`: open too. `closed`: not for this claim, or not yet. */
export type Verdict = 'proposed' | 'possible' | 'closed';

export const ROUTE_REASONS = [
  'limitation-passed',
  'businesses-only',
  'public-debtor',
  'not-public',
  'over-limit',
  'no-currency',
  'contested',
  'contested-fits',
  'part-contested',
  'notice-first',
  'notice-sent',
  'notice-is-next',
  'small-and-uncontested',
  'uncontested',
  'alternative',
  'last-resort',
  'keeps-the-customer',
  'abroad-only',
  'agency-unset',
  'agency-from',
  'agency-below',
] as const;
export type RouteReason = (typeof ROUTE_REASONS)[number];

export interface Route {
  readonly id: RouteId;
  readonly verdict: Verdict;
  readonly why: RouteReason;
}

/** Months before the last day to sue from which it is said. */
const WARNED_MONTHS = 6;

/** The limitation of several invoices: of the one that comes first. */
export function limitationOf(
  invoices: readonly { readonly number: string; readonly dueOn: CalendarDay; readonly regime: Regime | null }[],
  asOf: CalendarDay,
): Limitation {
  let first: { on: CalendarDay; number: string } | null = null;
  for (const { number, dueOn, regime } of invoices) {
    const on = regime === null ? null : limitationDate(dueOn, regime);
    if (on !== null && (first === null || on < first.on)) first = { on, number };
  }
  if (first === null) return { state: 'unknown' };
  return { ...first, state: asOf > first.on ? 'passed' : addMonths(first.on, -WARNED_MONTHS) <= asOf ? 'near' : 'far' };
}

const ORDER: Readonly<Record<Verdict, number>> = { proposed: 0, possible: 1, closed: 2 };

/** The routes of the claim's jurisdiction: proposed ones first, then those possible, then the others with what stands against them. */
export function routesOf(claim: Claim): Route[] {
  return ROUTE_IDS.filter((id) => ROUTES[id].where.includes(claim.jurisdiction))
    .map((id): Route => ({ id, ...judged(id, claim) }))
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
}

type Judgement = Omit<Route, 'id'>;
const closed = (why: RouteReason): Judgement => ({ verdict: 'closed', why });
const possible = (why: RouteReason): Judgement => ({ verdict: 'possible', why });
const proposed = (why: RouteReason): Judgement => ({ verdict: 'proposed', why });

function judged(id: RouteId, claim: Claim): Judgement {
  return barred(id, claim) ?? fitting(id, claim);
}

/** What the table itself says against a route. */
function barred(id: RouteId, claim: Claim): Judgement | null {
  const { isCourt, against, upTo, standsDispute, notice } = ROUTES[id];
  if (isCourt && claim.limitation.state === 'passed') return closed('limitation-passed');
  if (against === 'business' && claim.debtor === 'consumer') return closed('businesses-only');
  if (against === 'private' && claim.debtor === 'public') return closed('public-debtor');
  if (against === 'public' && claim.debtor !== 'public') return closed('not-public');
  if (upTo !== null) {
    if (claim.currency !== upTo.currency) return closed('no-currency');
    const { principalMinor, interestMinor, feeMinor } = claim;
    const counted = principalMinor + interestMinor + (upTo.counts === 'all' ? feeMinor : 0);
    if (counted > toMinor(upTo.amount, upTo.currency)) return closed('over-limit');
  }
  if (claim.disputed === 'all' && !standsDispute) return closed('contested');
  if (notice === 'required' && !claim.isNoticed) return closed('notice-first');
  return null;
}

function fitting(id: RouteId, claim: Claim): Judgement {
  const isContested = claim.disputed !== 'no';
  switch (id) {
    case 'mediation':
    case 'neutral':
      return isContested ? proposed('contested-fits') : possible('keeps-the-customer');
    case 'small-claim':
      return isContested ? closed('contested') : proposed('small-and-uncontested');
    case 'order-to-pay':
      if (isContested) return closed('contested');
      return barred('small-claim', claim) === null ? possible('alternative') : proposed('uncontested');
    case 'interim':
      return isContested ? proposed('part-contested') : possible('alternative');
    case 'administrative':
    case 'de-order':
      return isContested ? possible('part-contested') : proposed('uncontested');
    case 'claim':
      return isContested ? proposed('contested-fits') : possible('last-resort');
    case 'uk-letter':
      return claim.isNoticed ? closed('notice-sent') : proposed('notice-is-next');
    case 'uk-claim':
      return isContested ? possible('contested-fits') : proposed('uncontested');
    case 'local-court':
      return claim.jurisdiction === 'DE'
        ? possible(isContested ? 'contested-fits' : 'last-resort')
        : proposed(isContested ? 'contested-fits' : 'uncontested');
    case 'eu-order':
      return isContested ? closed('contested') : possible('abroad-only');
    case 'agency':
      return agency(claim);
    default:
      return id satisfies never;
  }
}

function agency({ agencyFrom, principalMinor, currency, disputed }: Claim): Judgement {
  if (disputed !== 'no') return closed('contested');
  if (agencyFrom === null) return possible('agency-unset');
  return principalMinor >= toMinor(agencyFrom, currency) ? proposed('agency-from') : closed('agency-below');
}
