/**
 * Before whose courts a debt is claimed. The regime of the lateness usually tells; where there is none (a consumer, no law chosen) the house's country
 * does, else the currency and the language, as for the regime itself.
 */
import type { Currency } from '../money.ts';
import type { Regime } from '../settings.ts';
import { defaultRegime } from './rates.ts';

export const JURISDICTIONS = ['FR', 'UK', 'DE', 'EU', 'other'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

const OF_REGIME: Readonly<Record<Regime, Jurisdiction | null>> = {
  FR: 'FR',
  'FR-PUBLIC': 'FR',
  UK: 'UK',
  DE: 'DE',
  EU: 'EU',
  CONSUMER: null,
  none: null,
};

const OF_COUNTRY: Readonly<Record<string, Jurisdiction>> = { FR: 'FR', GB: 'UK', UK: 'UK', DE: 'DE' };
/** The other members of the Union. */
const EU_COUNTRIES = new Set('AT BE BG CY CZ DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** The courts for a debt under `regime`; `country` is the house's, an ISO code or null when it did not say. */
export function jurisdictionOf(regime: Regime, country: string | null, currency: Currency, language: string): Jurisdiction {
  const own = OF_REGIME[regime];
  if (own !== null) return own;
  if (country !== null) return OF_COUNTRY[country] ?? (EU_COUNTRIES.has(country) ? 'EU' : 'other');
  return OF_REGIME[defaultRegime(currency, language)] ?? 'other';
}

/** The regime whose limitation holds: the two years of a consumer are French law, elsewhere the country's own rule stands; null when not known. */
export function limitationRegime(regime: Regime, jurisdiction: Jurisdiction): Regime | null {
  if (regime !== 'CONSUMER') return regime;
  return jurisdiction === 'FR' ? 'CONSUMER' : jurisdiction === 'UK' || jurisdiction === 'DE' ? jurisdiction : null;
}
