/**
 * The ways on when reminders have not helped, as a table: where each exists, up to which claim, whether it stands a dispute, and how sure we are of
 * it. Costs and delays change: each row says where it comes from and when it was checked. Words are in `languages/`.
 */
import type { Jurisdiction } from './jurisdiction.ts';

export const ROUTE_IDS = [
  'mediation',
  'small-claim',
  'order-to-pay',
  'interim',
  'claim',
  'administrative',
  'uk-letter',
  'uk-claim',
  'de-order',
  'eu-order',
  'neutral',
  'local-court',
  'agency',
] as const;
export type RouteId = (typeof ROUTE_IDS)[number];

/** `official`: an official page. `secondary`: law firms, the press. `general`: common knowledge, to be checked before use. */
export type Basis = 'official' | 'secondary' | 'general';

export interface RouteRow {
  readonly where: readonly Jurisdiction[];
  /** A court or its officer decides; else the matter stays amicable. */
  readonly isCourt: boolean;
  /** Only against whom; null: anybody. */
  readonly against: 'business' | 'public' | 'private' | null;
  /** The largest claim, in whole units of a currency; null: no limit. */
  readonly upTo: { readonly amount: number; readonly currency: string; readonly counts: 'principal-and-interest' | 'all' } | null;
  /** Whether a debt the customer contests can go this way. */
  readonly standsDispute: boolean;
  /** Whether a formal notice must come first; `usual`: not by law, but courts and guides expect it. */
  readonly notice: 'required' | 'usual' | 'no';
  readonly source: string;
  readonly basis: Basis;
  readonly checkedOn: string;
}

const CHECKED_ON = '2026-11-21';

export const ROUTES: Readonly<Record<RouteId, RouteRow>> = {
  mediation: {
    where: ['FR'],
    isCourt: false,
    against: 'business',
    upTo: null,
    standsDispute: true,
    notice: 'no',
    source: 'Médiateur des entreprises (efl.fr, leanpay.io)',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  'small-claim': {
    where: ['FR'],
    isCourt: true,
    against: 'private',
    upTo: { amount: 5_000, currency: 'EUR', counts: 'principal-and-interest' },
    standsDispute: false,
    notice: 'usual',
    source: 'CPCE L125-1, R125-1–R125-8',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  'order-to-pay': {
    where: ['FR'],
    isCourt: true,
    against: 'private',
    upTo: null,
    standsDispute: false,
    notice: 'required',
    source: 'CPC 1405–1422 ; décret 2026-96 du 16 février 2026 ; Infogreffe',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  interim: {
    where: ['FR'],
    isCourt: true,
    against: 'private',
    upTo: null,
    standsDispute: false,
    notice: 'usual',
    source: 'CPC 873 al. 2, 835',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  claim: {
    where: ['FR'],
    isCourt: true,
    against: 'private',
    upTo: null,
    standsDispute: true,
    notice: 'usual',
    source: 'CPC 54, 56, 750-1',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  administrative: {
    where: ['FR'],
    isCourt: true,
    against: 'public',
    upTo: null,
    standsDispute: false,
    notice: 'required',
    source: 'CJA R541-1',
    basis: 'general',
    checkedOn: CHECKED_ON,
  },
  'uk-letter': {
    where: ['UK'],
    isCourt: false,
    against: null,
    upTo: null,
    standsDispute: true,
    notice: 'no',
    source: 'Practice Direction – Pre-action Conduct (citizensadvice.org.uk)',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  'uk-claim': {
    where: ['UK'],
    isCourt: true,
    against: null,
    upTo: { amount: 100_000, currency: 'GBP', counts: 'all' },
    standsDispute: true,
    notice: 'required',
    source: 'Money Claim Online; Civil Procedure Rules, part 27',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  'de-order': {
    where: ['DE'],
    isCourt: true,
    against: null,
    upTo: null,
    standsDispute: false,
    notice: 'usual',
    source: 'ZPO 688–703d; online-mahnantrag.de',
    basis: 'secondary',
    checkedOn: CHECKED_ON,
  },
  'eu-order': {
    where: ['FR', 'DE', 'EU'],
    isCourt: true,
    against: 'private',
    upTo: null,
    standsDispute: false,
    notice: 'usual',
    source: 'Regulation (EC) 1896/2006',
    basis: 'official',
    checkedOn: CHECKED_ON,
  },
  neutral: {
    where: ['UK', 'DE', 'EU', 'other'],
    isCourt: false,
    against: null,
    upTo: null,
    standsDispute: true,
    notice: 'no',
    source: '',
    basis: 'general',
    checkedOn: CHECKED_ON,
  },
  'local-court': {
    where: ['DE', 'EU', 'other'],
    isCourt: true,
    against: null,
    upTo: null,
    standsDispute: true,
    notice: 'usual',
    source: '',
    basis: 'general',
    checkedOn: CHECKED_ON,
  },
  agency: {
    where: ['FR', 'UK', 'DE', 'EU', 'other'],
    isCourt: false,
    against: null,
    upTo: null,
    standsDispute: false,
    notice: 'usual',
    source: 'CPCE L124-1, R124-1–R124-7 (FR)',
    basis: 'general',
    checkedOn: CHECKED_ON,
  },
};
