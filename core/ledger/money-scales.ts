/**
 * Amounts kept in thousands: `Montant (k€)`, `Amount (in thousands)`, a title that says "en K€". Read as they stand they would be a thousand times too
 * small, and nobody would notice: the header is believed and every amount of its column multiplied.
 */
import type { Sheet } from '../workbook.ts';

/** What one unit of a column is worth: 1, a thousand or a million of its currency, or a hundredth. */
export type MoneyScale = 0.01 | 1 | 1000 | 1_000_000;

const CODES = 'EUR|USD|GBP|CHF|CAD|AUD|MAD|TND|SEK|NOK|DKK|PLN|euros?|dollars?';
const JOINED = String.raw`(?:\s*(?:d['’]|de\s|di\s|of\s|van\s))?`;
const PLACED = String.raw`(?:(?:en|in|x|×)\s+)?`;
/** How the scale is written; the currency beside it stays. */
const WRITTEN: readonly (readonly [RegExp, MoneyScale])[] = [
  [/(?<!\p{L})[kKtT]\s?(?=[€$£¥])|(?<=[€$£¥])\s?[kK](?!\p{L})/u, 1000],
  [/(?<!\p{L})(?:[mM]|Mn|Mio\.?)\s?(?=[€$£¥])|(?<=[€$£¥])\s?(?:[mM]|mn|Mio\.?)(?!\p{L})/u, 1_000_000],
  [new RegExp(String.raw`(?<!\p{L})[kKT]\s?(?=(?:${CODES})(?!\p{L}))`, 'iu'), 1000],
  [new RegExp(String.raw`(?<!\p{L})(?:M|Mn|Mio\.?)\s?(?=(?:${CODES})(?!\p{L}))`, 'iu'), 1_000_000],
  [
    new RegExp(
      String.raw`${PLACED}(?<!\p{L})(?:milliers|thousands?|tausend|tsd\.?|migliaia|duizend(?:en|tallen)?|millares|(?<=en\s)miles|miles(?=\sde\s))(?!\p{L})${JOINED}`,
      'iu',
    ),
    1000,
  ],
  [new RegExp(String.raw`${PLACED}(?<!\p{L})(?:millions?|millones|milioni|millionen|miljoen(?:en)?)(?!\p{L})${JOINED}`, 'iu'), 1_000_000],
  [/(?:\bin\s+|[x×]\s*|(?<=[([€$£]\s?))['’]?1?[ .,\u202f]?000['’]?s?(?!\d)|(?<!\d)['’]000s?(?!\d)/iu, 1000],
  [/(?:(?:en|in)\s+)?(?<!\p{L})(?:cents|centimes|pence|centesimi|céntimos|centavos)(?!\p{L})/iu, 0.01],
];

/** Whatever names a scale has one of these: to ask each of the patterns about "Date de facture" costs more than to read its column. */
const MAY_NAME_ONE =
  /[€$£¥]|000|mil|miglia|thousand|tausend|tsd|duizend|c[eé]nt|pence|[kmnot.]\s?(?:eur|usd|gbp|chf|cad|aud|mad|tnd|sek|nok|dkk|pln|dollar)/i;

/** Where and how a text names a scale; null when it names none. */
function find(text: string): { readonly scale: MoneyScale; readonly from: number; readonly to: number } | null {
  if (!MAY_NAME_ONE.test(text)) return null;
  for (const [pattern, scale] of WRITTEN) {
    const found = pattern.exec(text);
    if (found) return { scale, from: found.index, to: found.index + found[0].length };
  }
  return null;
}

/** The scale a header names and the header without it: `Montant (k€)` is 1000 and `Montant (€)`. */
export function scaleOf(header: string): { readonly scale: MoneyScale; readonly rest: string } {
  const found = find(header);
  return found === null
    ? { scale: 1, rest: header }
    : { scale: found.scale, rest: `${header.slice(0, found.from)} ${header.slice(found.to)}` };
}

/** A unit alone (`k€`), or said of what stands below: `Balance (k€)`, `en K€`, `in thousands`. A sum of 350 k€ in a title says nothing. */
function saysScale(text: string): MoneyScale {
  const found = find(text);
  if (found === null) return 1;
  const before = text.slice(0, found.from).trimEnd();
  const isSaid = /(?:[([:]|(?:^|\s)(?:en|in))$/i.test(before) || /^(?:en|in)\s/i.test(text.slice(found.from));
  const isAlone = /^[\s€$£¥()]*(?:EUR|USD|GBP|CHF|euros?|dollars?)?[\s()]*$/i.test(`${before} ${text.slice(found.to)}`);
  return isSaid || isAlone ? found.scale : 1;
}

/** The scale said beside the table, in its title lines or in a row of units under its headers (0-based); 1 when nobody says. */
export function scaleAround(sheet: Sheet, headerRow: number, amountAt: number): MoneyScale {
  for (let row = Math.max(0, headerRow - 20); row < headerRow; row++) {
    for (const cell of sheet.cells[row] ?? []) {
      const scale = typeof cell === 'string' && cell.length <= 100 ? saysScale(cell.trim()) : 1;
      if (scale !== 1) return scale;
    }
  }
  const units = sheet.cells[headerRow + 1] ?? [];
  const unit = units[amountAt];
  // An invoice has a figure somewhere; a row of units has none.
  return typeof unit === 'string' && units.every((cell) => cell === null || (typeof cell === 'string' && !/\d/.test(cell)))
    ? saysScale(unit.trim())
    : 1;
}
