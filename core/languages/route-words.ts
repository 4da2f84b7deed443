/**
 * What the routes after the last reminder are called, when they fit, what they ask for first, what they cost and take, and why each is proposed or
 * not. Told to the user and printed at the end of the evidence file; never legal advice, and each route names its source.
 */
import type { RouteReason } from '../dunning/routes.ts';
import type { Basis, RouteId } from '../law/routes-table.ts';
import type { LanguageCode } from './language.ts';
import { ROUTES_EN } from './route-words-en.ts';
import { ROUTES_FR } from './route-words-fr.ts';

export interface RouteText {
  readonly title: string;
  /** When it fits, in a sentence. */
  readonly fits: string;
  /** What is needed first. */
  readonly needs: readonly string[];
  readonly cost: string;
  readonly delay: string;
}

export interface RouteWords {
  readonly routes: Readonly<Record<RouteId, RouteText>>;
  /** `limit` and `day` are '' where there is none. */
  readonly why: Readonly<Record<RouteReason, (limit: string) => string>>;
  readonly verdicts: { readonly proposed: string; readonly possible: string; readonly closed: string };
  readonly basis: Readonly<Record<Basis, string>>;
  readonly limitation: {
    readonly unknown: string;
    far(day: string, number: string): string;
    near(day: string, number: string): string;
    passed(day: string, number: string): string;
  };
}

export const ROUTE_WORDS: Readonly<Record<LanguageCode, RouteWords>> = { fr: ROUTES_FR, en: ROUTES_EN };
