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
  type OtherColumn,
  type RoleWords,
  type Words,
} from './header-words.ts';
import { scaleOf } from './money-scales.ts';

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
  readonly foreign: readonly ForeignKind[];
  /** What the header is about beside invoices themselves: a tax, an item sold, a side of an account. */
  readonly others: readonly OtherColumn[];
  /** The header names an invoice, in any language. */
  readonly namesInvoice: boolean;
  /** Currency written in the header: `EUR`, `€`, `k€`; null. */
  readonly unit: string | null;
}

/** What is written short, or in several ways, for one word. */
const SAME_WORD = new Map(
  Object.entries({
    ...{ n: 'no', nr: 'no', num: 'no', numero: 'no', number: 'no', nummer: 'no', nro: 'no', nos: 'no' },
    ...{
      amt: 'amount',
      cust: 'customer',
      inv: 'invoice',
      acct: 'account',
      dt: 'date',
      dte: 'date',
      mt: 'montant',
      mnt: 'montant',
      mtt: 'montant',
      tot: 'total',
    },
    ...{ dû: 'owing' },
  }),
);
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
    'template periode period mois month annee year jours days tage dias giorni dagen moyen average cumul cumule budget depuis since prevu prevue previsionnel previsionnelle expected planned prevista previsto verwacht overdue echu echue avoir avoirs credit'
  ).split(' '),
);
/** Words a longer header may hold without being about them: "Statut client", "Facture envoyée". */
const VAGUE_WORDS = new Set(
  'client clients customer cliente debiteur kunde klant facture invoice factura fattura factuur rechnung societe contact partner'.split(
    ' ',
  ),
);
const INVOICE_WORD = /factur|invoic|rechnung|fattur|factuur/;

export type ForeignKind = keyof typeof FOREIGN_WORDS;

/** One list of the table of words: what a word found in it means, its place in the list being its rank. */
interface WordList {
  readonly role: Role | null;
  readonly certainty: Certainty;
  readonly language: HeaderLanguage;
  readonly other: OtherColumn | null;
  readonly foreign: ForeignKind | null;
}

/** Tokens of a folded text: short forms are spelt out, small words go, "dû" and a final "du" are what is owed. */
function tokensOf(words: readonly string[]): string[] {
  const kept: string[] = [];
  const last = words.length - 1;
  for (let i = 0; i <= last; i++) {
    const word = words[i] as string;
    if (word === '') continue;
    if (i === last && word === 'du' && i > 0) kept.push('owing');
    else if (i === last || !SMALL_WORDS.has(word)) kept.push(SAME_WORD.get(word) ?? word);
  }
  return kept;
}

const NUMBER_FORMS = ['number', 'numero', 'nummer', 'num', 'nr'];

/** One key for `due date`, `duedate`, `due_date`; and for `factuurnummer`, `factuurnr`, `factuur no`. */
function keyOf(tokens: readonly string[]): string {
  let key = tokens.length === 1 ? (tokens[0] as string) : tokens.join('');
  const last = key.charCodeAt(key.length - 1);
  // All forms end in m, o or r: most words are let through by one look at their last letter.
  if (key.length > 3 && (last === 109 || last === 111 || last === 114)) {
    const form = NUMBER_FORMS.find((each) => key.endsWith(each));
    if (form !== undefined && form.length < key.length) key = `${key.slice(0, -form.length)}no`;
  }
  if (key.charCodeAt(0) === 110) {
    const form = NUMBER_FORMS.find((each) => key.startsWith(each));
    if (form !== undefined && form.length < key.length) key = `no${key.slice(form.length)}`;
  }
  return key;
}

/**
 * All words of the table by key. A key's entries are chained: `entry` is the newest, `older` the one before it, `list` and `rank` where it stands.
 * Numbers rather than objects: two thousand words are indexed at the first header of every cold start.
 */
interface WordIndex {
  readonly newest: Map<string, number>;
  readonly older: number[];
  readonly list: number[];
  readonly rank: number[];
  readonly lists: readonly WordList[];
}

let wordIndex: WordIndex | null = null;

function indexWords(): WordIndex {
  const lists: WordList[] = [];
  const texts: string[] = [];
  const put = (words: Words | undefined, meaning: Omit<WordList, 'language'>) => {
    if (!words) return;
    for (const language of HEADER_LANGUAGES) {
      const text = words[language];
      if (text === undefined) continue;
      lists.push({ ...meaning, language });
      texts.push(text);
    }
  };
  const plain = { role: null, certainty: 'words', other: null, foreign: null } as const;
  for (const role of ROLES) for (const certainty of CERTAINTIES) put(HEADER_WORDS[role][certainty], { ...plain, role, certainty });
  for (const other of Object.keys(OTHER_COLUMNS) as OtherColumn[]) put(OTHER_COLUMNS[other], { ...plain, other });
  for (const kind of Object.keys(FOREIGN_WORDS) as ForeignKind[]) put(FOREIGN_WORDS[kind], { ...plain, foreign: kind });
  const index = { newest: new Map<string, number>(), older: [] as number[], list: [] as number[], rank: [] as number[], lists };
  const keys = texts.join('\n').replaceAll(' ', '').split('\n');
  for (let list = 0; list < keys.length; list++) {
    const words = (keys[list] as string).split(',');
    for (let rank = 0; rank < words.length; rank++) {
      const key = words[rank] as string;
      index.older.push(index.newest.get(key) ?? -1);
      index.newest.set(key, index.list.length);
      index.list.push(list);
      index.rank.push(rank);
    }
  }
  return index;
}

/** Every place where the table holds these words; built at the first header, not at load. */
function lookUp(key: string, visit: (list: WordList, rank: number) => void): void {
  wordIndex ??= indexWords();
  const { newest, older, list, rank, lists } = wordIndex;
  for (let entry = newest.get(key) ?? -1; entry >= 0; entry = older[entry] as number)
    visit(lists[list[entry] as number] as WordList, rank[entry] as number);
}

/** The same words in other orders: "name customer", "Facture n°". All of them up to three words, the rotations beyond. */
function otherOrders(tokens: readonly string[]): string[][] {
  const [a, b, c] = tokens as [string, string, string];
  if (tokens.length === 2) return [[b, a]];
  // biome-ignore format: six orders of three words
  if (tokens.length === 3) return [[b, c, a], [c, a, b], [a, c, b], [b, a, c], [c, b, a]];
  return tokens.slice(1, 6).map((_, i) => [...tokens.slice(i + 1), ...tokens.slice(0, i + 1)]);
}

/** "dû" is what is owed. Few headers have it, and patterns of letters in any script are dear: they are asked where they can hold. */
function owingIn(text: string): string {
  return /[ûÛ]/.test(text) ? text.replace(/(^|[^\p{L}])d[ûÛ](?=$|[^\p{L}])/giu, '$1 owing ') : text;
}

/** "Payée O/N", "Paid (yes/no)": how it is answered, not what it is. */
function withoutAnswers(text: string): string {
  if (!text.includes('/')) return text;
  return text.replace(/(?<![\p{L}\d])(?:o\/n|y\/n|j\/n|s\/n|oui\/non|yes\/no|ja\/ne[ei]n?|s[iíì]\/no)(?![\p{L}\d])/giu, ' ');
}

/** The tokens of a header, first as written, then without what stands in parentheses; and the currency it names. */
function phrasesOf(text: string): { phrases: string[][]; unit: string | null } {
  let unit: string | null = /[kKmM]?[€$£¥]/.exec(text)?.[0] ?? null;
  const prepared = withoutAnswers(owingIn(scaleOf(text).rest.replace(/[€$£¥]/g, ' ')).replace(/\bn\s?\.?\s?[°º](?:\.\s*)?|№|#/gi, ' no '))
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
    if (unit !== null && rest.length > 1 && (rest[rest.length - 1] === 'en' || rest[rest.length - 1] === 'in')) rest.pop();
    const tokens = tokensOf(rest);
    if (tokens.length > 0 && phrases[0]?.join(' ') !== tokens.join(' ')) phrases.push(tokens);
  }
  return { phrases, unit };
}

const CERTAINTIES = ['words', 'lastResort', 'ifCellsAgree'] as const;
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
      if (length / total < 0.45 || (part.length === 1 && (length < 6 || VAGUE_WORDS.has(part[0] as string)))) continue;
      if (tokens.some((token, i) => (i < from || i >= to) && TURNING_WORDS.has(token))) continue;
      lookUp(keyOf(part), ({ role, certainty }, rank) => {
        if (role === null || certainty !== 'words') return;
        if (part.length === 1 && (OWNED_ROLES as readonly Role[]).includes(role)) return;
        const score = 25 + (35 * length) / total - Math.min(rank, 30) * 0.2;
        if (score > (found.get(role)?.score ?? 0)) found.set(role, { role, certainty: 'lastResort', score });
      });
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
  others: [],
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
  const { phrases, unit } = phrasesOf(text);
  if (phrases.length === 0) return NOTHING;
  const elsewhere = new Set<ForeignKind>();
  const abroad = new Set<HeaderLanguage>();
  const meanings = new Map<Role, HeaderMeaning>();
  const languages = new Set<HeaderLanguage>();
  const others = new Set<OtherColumn>();
  let known = false;
  const take = (key: string, malus: number) =>
    lookUp(key, ({ role, certainty, language, other, foreign }, rank) => {
      if (foreign !== null) {
        elsewhere.add(foreign);
        abroad.add(language);
        return;
      }
      known = true;
      languages.add(language);
      if (other !== null) others.add(other);
      if (role === null) return;
      const score = BASE[certainty] - malus - Math.min(rank, 30) * 0.4;
      const best = meanings.get(role);
      if (!best || score > best.score) meanings.set(role, { role, certainty, score });
    });
  for (let i = 0; i < phrases.length && !known; i++) take(keyOf(phrases[i] as string[]), 3 * i);
  for (let i = 0; i < phrases.length && !known; i++) {
    for (const order of otherOrders(phrases[i] as string[])) if (!known) take(keyOf(order), 6 + 3 * i);
  }
  if (!known) for (const [role, meaning] of containedMeanings(phrases[phrases.length - 1] as string[])) meanings.set(role, meaning);
  return {
    phrase: keyOf(phrases[phrases.length - 1] as string[]),
    meanings: [...meanings.values()].sort((a, b) => b.score - a.score),
    languages: [...(languages.size > 0 ? languages : abroad)],
    known,
    foreign: [...elsewhere],
    others: [...others],
    namesInvoice: INVOICE_WORD.test(folded(text)),
    unit,
  };
}
