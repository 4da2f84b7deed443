/**
 * How people's words are compared: headers, names and statuses are typed with or without accents, capitals, spaces and points, and must still
 * be the same word.
 */

/** Folded for comparison: no accents, lower case, `_ - . / : ° º #` and all blanks become one space; `N° Facture` and `n facture` agree. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\ufeff]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f_.\-/:°º#'’`"*]+/g, ' ')
    .trim();
}

/** Printable ASCII with single spaces: nothing to fold but its case. */
const PLAIN_NAME = /^[!-~]+(?: [!-~]+)*$/;

/** The key of a customer name: NFKC, spaces collapsed, case folded; accents and punctuation stay, for two houses may differ by them. */
export function nameKey(text: string): string {
  if (PLAIN_NAME.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
}
