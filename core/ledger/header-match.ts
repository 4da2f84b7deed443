/**
 * From what stands above a column to what it may mean. `InvoiceNumber`, `*InvoiceNumber`, `N° Facture`, `numero_facture` and `Facture n°` are one
 * word written by five tools; this module makes them equal, then looks them up in the table of header words.
 */
import { OWNED_ROLES, ROLES, type Role } from '../types.ts';
import { folded } from '../words.ts';
import {
  FOREIGN_WORDS,
  HEADER_LANGUAGES,
  HEADER_WORDS,
  type HeaderLanguage,
  OTHER_COLUMNS,
  type RoleWords,
  type Words,
} from './header-words.ts';

export type Certainty = keyof RoleWords;

/** One meaning a header may have. `score` is 0–100 by its words alone. */
export interface HeaderMeaning {
  readonly role: Role;
  readonly certainty: Certainty;
  readonly score: number;
}

export interface HeaderReading {
  /** The header's words in the form in which headers are compared. */
  readonly phrase: string;
  readonly meanings: readonly HeaderMeaning[];
  /** Languages whose word it is; empty when no table knows it. */
  readonly languages: readonly HeaderLanguage[];
  /** The header is a known word, of a role or of a column that is left unread. */
  readonly known: boolean;
  readonly foreign: readonly (keyof typeof FOREIGN_WORDS)[];
  readonly isTax: boolean;
  /** The header names an invoice, in any language. */
  readonly namesInvoice: boolean;
  /** Currency written in the header: `EUR`, `€`, `k€`; null. */
  readonly unit: string | null;
}

const NUMBER_WORDS = new Set(['n', 'no', 'nr', 'num', 'numero', 'number', 'nummer', 'nro', 'nos']);
/** Small words that add nothing, unless they end the header ("Payée le" is a date, "Payée" is not). */
const SMALL_WORDS = new Set('de du des d l la le les of the der die das del della dei di da van het een el los las'.split(' '));
const CURRENCY_CODES = new Set(
  'eur usd gbp chf cad aud jpy sek nok dkk pln czk huf ron bgn mad tnd dzd xof xaf cny inr brl mxn zar sgd hkd nzd aed'.split(' '),
);
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: '$',
  dollars: '$',
  pounds: 'GBP',
  sterling: 'GBP',
};
/** Words that make another thing of the header they stand in: "TVA sur montant", "Adresse client", "Nombre de factures". */
const TURNING_WORDS = new Set(
  (
    'percent tva vat iva mwst ust btw gst tax taxe taxes remise discount rabatt skonto sconto descuento korting unit unitaire item line ligne quantite quantity qty menge ' +
    'supplier fournisseur vendor lieferant fornitore proveedor leverancier order devis quote estimate livraison delivery shipping paperless rate taux kurs relance relances rappel ' +
    'reminder mahn sollecito nombre nb count anzahl adresse address anschrift indirizzo direccion adres ville city ort citta pays country land postal zip cp plz iban bic ' +
    'updated modified modif maj print printed import imported export exported bank banque interest interets penalites penalty indemnite frais fee fees marge margin ' +
    'template periode period mois month annee year jours days tage dias giorni dagen moyen average cumul cumule previsionnel budget depuis since'
  ).split(' '),
);
const INVOICE_WORD = /factur|invoic|rechnung|fattur|factuur/;

interface Entry {
  readonly role: Role | null;
  readonly certainty: Certainty;
  readonly rank: number;
  readonly language: HeaderLanguage;
  readonly tax: boolean;
}

/** Tokens of a folded text: number words become `no`, small words go, "dû" and a final "du" are what is owed. */
function tokensOf(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === '') continue;
    const last = i === words.length - 1;
    if (word === 'dû' || (last && word === 'du' && i > 0)) kept.push('owing');
    else if (last || !SMALL_WORDS.has(word)) kept.push(NUMBER_WORDS.has(word) ? 'no' : word);
  }
  return kept;
}

/** One key for `due date`, `duedate`, `due_date`; and for `factuurnummer`, `factuurnr`, `factuur no`. */
function keyOf(tokens: readonly string[]): string {
  const joined = tokens.length === 1 ? (tokens[0] as string) : tokens.join('');
  return joined.replace(/^(?:number|numero|nummer|num|nr)(?=.)/, 'no').replace(/(?<=.)(?:number|numero|nummer|num|nr)$/, 'no');
}

let exact: Map<string, Entry[]> | null = null;
let shuffled: Map<string, Entry[]> | null = null;
let foreign: Map<string, (keyof typeof FOREIGN_WORDS)[]> | null = null;

function add<T>(index: Map<string, T[]>, key: string, entry: T): void {
  const found = index.get(key);
  if (found) found.push(entry);
  else index.set(key, [entry]);
}

function eachWord(words: Words | undefined, visit: (tokens: string[], language: HeaderLanguage, rank: number) => void): void {
  if (!words) return;
  for (const language of HEADER_LANGUAGES) {
    const list = words[language]?.split(', ');
    if (list) for (let rank = 0; rank < list.length; rank++) visit(tokensOf((list[rank] as string).split(' ')), language, rank);
  }
}

/** Built at the first header, not at load: a panel that only opens Settings never pays for it. */
function buildIndex(): void {
  const words = new Map<string, Entry[]>();
  const anyOrder = new Map<string, Entry[]>();
  const put = (tokens: string[], entry: Entry) => {
    add(words, keyOf(tokens), entry);
    if (tokens.length > 1) add(anyOrder, [...tokens].sort().join(' '), entry);
  };
  for (const role of ROLES) {
    for (const certainty of ['words', 'lastResort', 'ifCellsAgree'] as const) {
      eachWord(HEADER_WORDS[role][certainty], (tokens, language, rank) => put(tokens, { role, certainty, rank, language, tax: false }));
    }
  }
  for (const group of Object.keys(OTHER_COLUMNS)) {
    const tax = group === 'tax';
    eachWord(OTHER_COLUMNS[group], (tokens, language, rank) => put(tokens, { role: null, certainty: 'words', rank, language, tax }));
  }
  const elsewhere = new Map<string, (keyof typeof FOREIGN_WORDS)[]>();
  for (const kind of Object.keys(FOREIGN_WORDS) as (keyof typeof FOREIGN_WORDS)[]) {
    eachWord(FOREIGN_WORDS[kind], (tokens) => add(elsewhere, keyOf(tokens), kind));
  }
  exact = words;
  shuffled = anyOrder;
  foreign = elsewhere;
}

/** The tokens of a header, first as written, then without what stands in parentheses; and the currency it names. */
function phrasesOf(text: string): { phrases: string[][]; unit: string | null } {
  let unit: string | null = null;
  const prepared = text
    .replace(/[kKmM]?[€$£¥]/g, (symbol) => {
      unit ??= symbol;
      return ' ';
    })
    .replace(/(^|[^\p{L}])d[ûÛ](?=$|[^\p{L}])/giu, '$1 owing ')
    .replace(/\bn\s?\.?\s?[°º](?:\.\s*)?|№|#/gi, ' no ')
    .replace(/%/g, ' percent ')
    .replace(/([a-zà-öø-ÿ0-9])([A-ZÀ-ÖØ-Þ])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const phrases: string[][] = [];
  for (const variant of [prepared, prepared.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')]) {
    const words = folded(variant.replace(/[()[\]{}?!,;&+|<>="«»“”]/g, ' ')).split(' ');
    const rest = words.filter((word) => {
      const code = CURRENCY_CODES.has(word) ? word.toUpperCase() : CURRENCY_WORDS[word];
      if (code !== undefined) unit ??= code;
      return code === undefined;
    });
    if (rest.length < words.length && rest.length > 1 && (rest[rest.length - 1] === 'en' || rest[rest.length - 1] === 'in')) rest.pop();
    const tokens = tokensOf(rest);
    if (tokens.length > 0 && phrases[0]?.join(' ') !== tokens.join(' ')) phrases.push(tokens);
  }
  return { phrases, unit };
}

const BASE: Readonly<Record<Certainty, number>> = { words: 100, lastResort: 60, ifCellsAgree: 50 };

/** Meanings of words found inside a longer header, when nothing knows the whole of it. */
function containedMeanings(tokens: readonly string[]): Map<Role, HeaderMeaning> {
  const found = new Map<Role, HeaderMeaning>();
  const total = tokens.join('').length;
  for (let from = 0; from < tokens.length; from++) {
    for (let to = tokens.length; to > from; to--) {
      if (to - from === tokens.length) continue;
      const part = tokens.slice(from, to);
      const length = part.join('').length;
      if (length / total < 0.45 || (part.length === 1 && length < 6)) continue;
      if (tokens.some((token, i) => (i < from || i >= to) && TURNING_WORDS.has(token))) continue;
      for (const { role, certainty, rank } of (exact as Map<string, Entry[]>).get(keyOf(part)) ?? []) {
        if (role === null || certainty !== 'words') continue;
        if (part.length === 1 && (OWNED_ROLES as readonly Role[]).includes(role)) continue;
        const score = 25 + (35 * length) / total - Math.min(rank, 30) * 0.2;
        if (score > (found.get(role)?.score ?? 0)) found.set(role, { role, certainty: 'lastResort', score });
      }
    }
  }
  return found;
}

const NOTHING: HeaderReading = {
  phrase: '',
  meanings: [],
  languages: [],
  known: false,
  foreign: [],
  isTax: false,
  namesInvoice: false,
  unit: null,
};
const MEMO_LIMIT = 4000;
const memo = new Map<string, HeaderReading>();

/** What a header may mean, by its words alone, best first; nothing for a blank or a sentence. Memoised: data rows are tried as headers too. */
export function readHeader(text: string): HeaderReading {
  if (text.length === 0 || text.length > 80) return NOTHING;
  let reading = memo.get(text);
  if (reading === undefined) {
    reading = readAfresh(text);
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(text, reading);
  }
  return reading;
}

function readAfresh(text: string): HeaderReading {
  if (exact === null) buildIndex();
  const { phrases, unit } = phrasesOf(text);
  if (phrases.length === 0) return NOTHING;
  const elsewhere = new Set(phrases.flatMap((tokens) => (foreign as NonNullable<typeof foreign>).get(keyOf(tokens)) ?? []));
  const meanings = new Map<Role, HeaderMeaning>();
  const languages = new Set<HeaderLanguage>();
  let isTax = false;
  let known = false;
  const take = (entries: readonly Entry[], malus: number) => {
    for (const entry of entries) {
      known = true;
      languages.add(entry.language);
      isTax ||= entry.tax;
      if (entry.role === null) continue;
      const score = BASE[entry.certainty] - malus - Math.min(entry.rank, 30) * 0.4;
      const other = meanings.get(entry.role);
      if (!other || score > other.score) meanings.set(entry.role, { role: entry.role, certainty: entry.certainty, score });
    }
  };
  for (let i = 0; i < phrases.length && !known; i++) take((exact as Map<string, Entry[]>).get(keyOf(phrases[i] as string[])) ?? [], 3 * i);
  for (let i = 0; i < phrases.length && !known; i++) {
    const tokens = phrases[i] as string[];
    if (tokens.length > 1) take((shuffled as Map<string, Entry[]>).get([...tokens].sort().join(' ')) ?? [], 6 + 3 * i);
  }
  if (!known) for (const [role, meaning] of containedMeanings(phrases[phrases.length - 1] as string[])) meanings.set(role, meaning);
  return {
    phrase: keyOf(phrases[phrases.length - 1] as string[]),
    meanings: [...meanings.values()].sort((a, b) => b.score - a.score),
    languages: [...languages],
    known,
    foreign: [...elsewhere],
    isTax,
    namesInvoice: INVOICE_WORD.test(folded(text)),
    unit,
  };
}
