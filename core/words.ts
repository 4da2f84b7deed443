/**
 * How people's words are compared: headers, names and statuses are typed with or without accents, capitals, spaces and points, and must still
 * be the same word.
 */
import { unguarded } from './formula-start.ts';

/** Characters that show nothing: zero-width spaces, direction marks, soft hyphens, byte order marks. They come along when a text is copied from a page. */
export const UNSEEN = '\u00ad\u200b\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff';
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'g');

/** The text without what nobody sees in it. */
export function seen(text: string): string {
  return text.replace(ALL_UNSEEN, '');
}

/** Folded for comparison: no accents, lower case, `_ - . / : ° º #` and all blanks become one space, nothing unseen; `N° Facture` and `n facture` agree. */
export function folded(text: string): string {
  return seen(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f_.\-/:°º#'’`"*]+/g, ' ')
    .trim();
}

/** Printable ASCII with single spaces, and no mark of text in front: nothing to fold but its case. */
const PLAIN_NAME = /^[!-&(-~][!-~]*(?: [!-~]+)*$/;

/** The key of a customer name: NFKC, spaces collapsed, case folded; accents and punctuation stay, for two houses may differ by them. */
export function nameKey(text: string): string {
  if (PLAIN_NAME.test(text)) return text.toLowerCase();
  return unguarded(seen(text))
    .normalize('NFKC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}
