/**
 * Rates put right in the Settings tab: a line `Rate 2027-S1` with the percent a central bank published. Tables age faster than programs are
 * updated, and a letter that quotes last year's rate is a wrong letter.
 */
import type { Reference } from '../law/rates.ts';
import { folded } from '../words.ts';

/** The half-year and the reference a key names. */
export interface RateKey {
  /** `2027-S1`. */
  readonly half: string;
  readonly reference: Reference;
}

/** How people call each reference, folded; the European one is meant when none is named. */
const REFERENCE_WORDS: Readonly<Record<string, Reference>> = {
  '': 'ecb',
  ecb: 'ecb',
  bce: 'ecb',
  bundesbank: 'bundesbank',
  basiszins: 'bundesbank',
  basiszinssatz: 'bundesbank',
  boe: 'boe',
  bank: 'boe',
  'bank of england': 'boe',
  'banque d angleterre': 'boe',
};

const RATE_KEY = /^(?:(?:reference )?rate|taux(?: de reference| directeur)?|(?=\S)) ?(.*?) ?(?:rate )?(\d{4}) ?[sh]([12])$/;

/** Which rate a key of the Settings tab corrects: `Rate 2027-S1`, `Taux BCE 2027-S1`, `Bank rate 2027-S1`; null for any other key. */
export function rateKey(word: string): RateKey | null {
  const found = RATE_KEY.exec(folded(word));
  const reference = REFERENCE_WORDS[found?.[1] ?? 'none'];
  return found && reference !== undefined ? { half: `${found[2]}-S${found[3]}`, reference } : null;
}
