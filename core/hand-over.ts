/**
 * The ways on of a customer's late invoices in words, for the panel and for the last page of the evidence file. Thresholds come from the table of
 * routes and from the settings; every route names its source and the day it was checked.
 */
import { dayFromIso } from './calendar.ts';
import { claimsOf } from './dunning/claim.ts';
import { type Claim, type Route, routesOf, type Verdict } from './dunning/routes.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { ROUTE_WORDS, type RouteWords } from './languages/route-words.ts';
import { ROUTES } from './law/routes-table.ts';
import { longDate, type MessageLanguage, moneyText, shortDate } from './messages/money-text.ts';
import { oneLine } from './messages/sheet-text.ts';
import { toDecimal, toMinor } from './money.ts';
import type { Study } from './study.ts';

/** One way on, in words. */
export interface RouteShown {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** `Proposed`, `Possible`, `No`. */
  readonly verdictText: string;
  readonly why: string;
  readonly fits: string;
  readonly needs: readonly string[];
  readonly cost: string;
  readonly delay: string;
  /** With how sure we are of it. */
  readonly source: string;
  /** ISO day. */
  readonly checkedOn: string;
}

/** The ways on for one currency of an entry. Amounts are decimals. */
export interface HandOver {
  /** The worklist entry. */
  readonly entry: string;
  readonly currency: string | null;
  readonly principal: number;
  readonly interest: number;
  readonly fee: number;
  readonly limitation: { readonly state: 'unknown' | 'far' | 'near' | 'passed'; readonly text: string };
  /** Proposed ones first, then possible ones, then those closed to this claim. */
  readonly routes: readonly RouteShown[];
}

/** The ways on of a worklist entry, one item per currency; empty when nothing of it is late. */
export function handOverOf(study: Study, entry: WorkEntry, id: string): HandOver[] {
  return claimsOf(study, entry.customer, entry.invoices).map(({ claim }) => ({
    entry: id,
    currency: claim.currency,
    principal: toDecimal(claim.principalMinor, claim.currency),
    interest: toDecimal(claim.interestMinor, claim.currency),
    fee: toDecimal(claim.feeMinor, claim.currency),
    limitation: { state: claim.limitation.state, text: limitationText(claim, study.language) },
    routes: routesShown(claim, study.language),
  }));
}

/** What the limitation of a claim comes to, in a sentence. */
export function limitationText({ limitation }: Claim, language: MessageLanguage): string {
  const words = ROUTE_WORDS[language].limitation;
  return limitation.state === 'unknown'
    ? words.unknown
    : words[limitation.state](longDate(limitation.on, language), oneLine(limitation.number));
}

/** The routes of a claim in words. */
export function routesShown(claim: Claim, language: MessageLanguage): RouteShown[] {
  const words = ROUTE_WORDS[language];
  return routesOf(claim).map((route) => ({
    id: route.id,
    verdict: route.verdict,
    verdictText: words.verdicts[route.verdict],
    why: words.why[route.why](limitText(route, claim, language)),
    ...words.routes[route.id],
    source: sourceText(route, words),
    checkedOn: ROUTES[route.id].checkedOn,
  }));
}

function limitText({ id, why }: Route, claim: Claim, language: MessageLanguage): string {
  if (why === 'agency-from' || why === 'agency-below')
    return moneyText(toMinor(claim.agencyFrom ?? 0, claim.currency), claim.currency, language);
  const { upTo } = ROUTES[id];
  return upTo === null ? '' : moneyText(toMinor(upTo.amount, upTo.currency), upTo.currency, language);
}

function sourceText({ id }: Route, words: RouteWords): string {
  const { source, basis } = ROUTES[id];
  return source === '' ? words.basis[basis] : `${source} (${words.basis[basis]})`;
}

/** The day a route was checked, as the language writes it. */
export function checkedText({ checkedOn }: RouteShown, language: MessageLanguage): string {
  const day = dayFromIso(checkedOn);
  return day === null ? checkedOn : shortDate(day, language);
}
