/**
 * Which currency is meant by `€`, `US$`, `CHF`, `Fr.`, `euros` or a number format. A bare `$` or `kr` names a family: the locale, or the
 * currency column, says which member.
 */
import type { Currency } from '../money.ts';
import type { Sheet } from '../workbook.ts';
import { type CellTrouble, displayText, isBlankText, isErrorCell, plainText, plainWord, type RowRange } from './cell-text.ts';
import { localeParts } from './locale-habits.ts';

/** What a sign stands for: `code` as far as the locale tells (null: it does not), `among` every currency it may be read as. */
export interface CurrencyMark {
  readonly code: string | null;
  readonly among: readonly string[];
}

const ISO_CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP ' +
    'CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY ' +
    'KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
    'NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT ' +
    'TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
);

/** Codes that are also everyday words: taken only in capitals, and never out of the middle of a header (`TOTAL ALL CLIENTS`). */
const EVERYDAY = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'PEN', 'SOS']);

/** Signs a family of currencies shares; the region decides, then the language, then `otherwise`. */
const FAMILIES: readonly { signs: string; members: string; otherwise: string | null }[] = [
  {
    signs: '$|dollar|dollars',
    members:
      'US USD CA CAD AU AUD NZ NZD SG SGD HK HKD TW TWD MX MXN AR ARS CL CLP CO COP UY UYU DO DOP JM JMD TT TTD BB BBD BS BSD BZ BZD BM BMD ' +
      'FJ FJD NA NAD BN BND GY GYD',
    otherwise: 'USD',
  },
  {
    signs: 'kr|kr.|krona|kronor|krone|kroner',
    members: 'SE SEK NO NOK DK DKK IS ISK sv SEK nb NOK nn NOK no NOK da DKK is ISK',
    otherwise: null,
  },
  { signs: '¥', members: 'JP JPY CN CNY zh CNY', otherwise: 'JPY' },
  { signs: 'rs|rs.|₨|rupee|rupees', members: 'IN INR PK PKR LK LKR NP NPR MU MUR', otherwise: null },
];

/** What people write for one currency, without accents and capitals, as a whole cell or beside a number. */
const WORDS: Readonly<Record<string, string>> = {
  EUR: '€|euro|euros',
  USD: 'us$|usd$|$us|us dollar|us dollars|dollar us|dollars us|dollar americain|dollars americains',
  CAD: 'ca$|can$|c$|$ca|$can|$cad|canadian dollar|canadian dollars|dollar canadien|dollars canadiens',
  AUD: '$au|au$|a$|australian dollar|australian dollars',
  NZD: '$nz|nz$',
  SGD: '$sg|s$|sg$',
  HKD: '$hk|hk$',
  TWD: '$tw|nt$',
  MXN: '$mx|mx$|mex$',
  BRL: 'r$',
  GBP: '£gb|£|£stg|sterling|pound|pounds|pound sterling|pounds sterling|livre sterling|livres sterling|pfund',
  CHF: 'fr|fr.|sfr|sfr.|franken|franc suisse|francs suisses|swiss franc|swiss francs|schweizer franken',
  XOF: 'fcfa|f cfa|f.cfa|cfa|franc cfa|francs cfa',
  XPF: 'fcfp|f cfp|franc cfp|francs cfp',
  TND: 'dt|dinar tunisien|dinars tunisiens',
  MAD: 'dh|dhs|dh.|dirham marocain|dirhams marocains',
  DZD: 'da|dinar algerien|dinars algeriens',
  JPY: 'jp¥|yen|円',
  CNY: 'cn¥|rmb|yuan|元|人民币',
  PLN: 'zł|zloty|zlotys',
  CZK: 'kc',
  HUF: 'ft|forint',
  RON: 'lei|leu',
  BGN: 'лв|лв.',
  RUB: '₽|руб|руб.|rouble|roubles',
  UAH: '₴|грн',
  INR: '₹',
  TRY: '₺|tl',
  KRW: '₩',
  ILS: '₪',
  THB: '฿|baht',
  VND: '₫',
  NGN: '₦',
  SEK: 'skr|couronne suedoise|couronnes suedoises',
  NOK: 'nkr',
  DKK: 'dkr',
};

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

const FAMILY_BY_SIGN = new Map(
  FAMILIES.flatMap((family) => {
    const pairs = family.members.split(' ');
    const members = new Map(pairs.flatMap((place, i) => (i % 2 === 0 ? [[place, pairs[i + 1] as string] as const] : [])));
    const among = [...new Set(members.values())];
    return family.signs.split('|').map((sign) => [sign, { members, among, otherwise: family.otherwise }] as const);
  }),
);
const MARKS = new Map<string, CurrencyMark>();
for (const code of ISO_CODES) MARKS.set(code, { code, among: [code] });
for (const [code, words] of Object.entries(WORDS)) for (const word of words.split('|')) MARKS.set(word, MARKS.get(code) as CurrencyMark);

/** The mark a whole text is (`€`, `EUR`, `US$`, `Fr.`), as a locale reads it; null when it is no currency we know. */
export function currencyMark(text: string, locale: string | null): CurrencyMark | null {
  const upper = text.toUpperCase();
  if (ISO_CODES.has(upper) && (text === upper || !EVERYDAY.has(upper))) return MARKS.get(upper) as CurrencyMark;
  const word = folded(text)
    .replace(/ +/g, ' ')
    .replace(/ ?\$ ?/, '$');
  const family = FAMILY_BY_SIGN.get(word);
  if (family === undefined) return MARKS.get(word) ?? null;
  const { language, region } = localeParts(locale);
  return { code: family.members.get(region) ?? family.members.get(language) ?? family.otherwise, among: family.among };
}

/** The currency of most invoices written in a place, where there is one. */
const HOME: Readonly<Record<string, string>> = {
  ...Object.fromEntries('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ').map((region) => [region, 'EUR'])),
  ...{ US: 'USD', GB: 'GBP', CH: 'CHF', CA: 'CAD', AU: 'AUD', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN', JP: 'JPY', MA: 'MAD', TN: 'TND' },
};

/** The currency of a locale's region; null when it names none we know. */
export function homeCurrency(locale: string | null): string | null {
  return HOME[localeParts(locale).region] ?? null;
}

/** Reads the mark between two places of a text. */
export type MarkReader = (text: string, from: number, to: number) => CurrencyMark | null;

/** {@link currencyMark} with a memory: a column has thousands of `\u202f€`, and none of them is cut out of its text twice. */
export function markReader(locale: string | null): MarkReader {
  const known = new Map<string, CurrencyMark | null>();
  let lastWord = '';
  let lastMark: CurrencyMark | null = null;
  return (text, from, to) => {
    if (to - from === lastWord.length && text.startsWith(lastWord, from)) return lastMark;
    const word = text.slice(from, to);
    let mark = known.get(word);
    if (mark === undefined) {
      mark = currencyMark(plainWord(word), locale);
      known.set(word, mark);
    }
    lastWord = word;
    lastMark = mark;
    return mark;
  };
}

/** Two marks around one number: `$1,000.00 CAD` is Canadian, `€ 5 EUR` is euros; null when they name two currencies. */
export function agreedMark(one: CurrencyMark, other: CurrencyMark): CurrencyMark | null {
  if (one.among.length === 1 && other.among.includes(one.code as string)) return one;
  if (other.among.length === 1 && one.among.includes(other.code as string)) return other;
  return one.among === other.among ? one : null;
}

const SIGNS = /(?:US|CA|AU|NZ|HK|NT|MX|[CARS])?\$|[€£¥₹₽₺₩₪฿₫₦₴₨]/gu;

/** The one mark in a longer text such as a header: signs anywhere, codes in capitals, words in parentheses; null for none or two. */
export function markWithin(text: string, locale: string | null): CurrencyMark | null {
  const pieces = [
    ...(text.match(SIGNS) ?? []),
    ...(text.match(/\p{L}+/gu) ?? []).filter((word) =>
      /^[A-Z]{3}$/.test(word) ? !EVERYDAY.has(word) : /^(?:eur|euros?|usd|gbp|chf|f?cfa)$/i.test(word),
    ),
    ...[...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map((found) => (found[1] as string).trim()),
  ];
  let agreed: CurrencyMark | null = null;
  for (const piece of pieces) {
    const mark = currencyMark(piece, locale);
    if (mark === null) continue;
    agreed = agreed === null ? mark : agreedMark(agreed, mark);
    if (agreed === null) return null;
  }
  return agreed;
}

/**
 * The ISO code a text names: a whole cell (`EUR`, `€`, `euros`, `$`, `Fr.`) or a header with its unit (`Montant (EUR)`, `Betrag in €`).
 * Null when it names none, two, or a family the locale does not decide (`kr`).
 */
export function currencyFromText(text: string, locale: string | null): string | null {
  const plain = plainText(text);
  return (currencyMark(plain, locale) ?? markWithin(plain, locale))?.code ?? null;
}

/** What {@link CurrencyColumn.index} holds where the currency cell is blank, and where it could not be read. */
export const NO_CURRENCY = 255;
export const UNREAD_CURRENCY = 254;

/** A currency column read: per row an index into the shared registry, NO_CURRENCY or UNREAD_CURRENCY (which has its trouble). */
export interface CurrencyColumn {
  readonly index: Uint8Array;
  readonly troubles: CellTrouble[];
}

/** The place of a currency in the registry, which grows by it when it is new. */
export function currencyIndex(currencies: Currency[], currency: Currency): number {
  const known = currencies.indexOf(currency);
  return known >= 0 ? known : currencies.push(currency) - 1;
}

/** Reads the cells of a currency column; an unknown word, a number or anything else that names no currency is `unknown-currency`. */
export function readCurrencyColumn(
  sheet: Sheet,
  rows: RowRange,
  column: number,
  locale: string | null,
  currencies: Currency[],
): CurrencyColumn {
  const index = new Uint8Array(Math.max(0, rows.to - rows.from)).fill(NO_CURRENCY);
  const troubles: CellTrouble[] = [];
  const known = new Map<string, number>();
  for (let i = 0; i < index.length; i++) {
    const cell = sheet.cells[rows.from + i]?.[column];
    if (cell === null || cell === undefined || cell === '') continue;
    let place = typeof cell === 'string' ? known.get(cell) : UNREAD_CURRENCY;
    if (place === undefined) {
      const plain = plainText(cell as string);
      const code = isBlankText(plain) ? null : currencyFromText(plain, locale);
      place = code !== null ? currencyIndex(currencies, code) : isBlankText(plain) ? NO_CURRENCY : UNREAD_CURRENCY;
      known.set(cell as string, place);
    }
    index[i] = place;
    if (place === UNREAD_CURRENCY)
      troubles.push({ index: i, kind: isErrorCell(cell) ? 'cell-error' : 'unknown-currency', found: displayText(cell) });
  }
  return { index, troubles };
}
