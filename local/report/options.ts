/**
 * What was typed after `report`, as the user's word on how the invoices are to be read. Whatever is misspelt or impossible is refused before any
 * file is opened: an option silently ignored would remind customers by the wrong day or the wrong ladder.
 */
import { type CalendarDay, dayFromIso } from '../../core/index.ts';
import type { CommandOptions } from '../../core/workbook.ts';

/** A report to be made. */
export interface Asked {
  readonly files: readonly string[];
  /** Null: the sample's own day, else today. */
  readonly asOf: CalendarDay | null;
  readonly json: boolean;
  readonly options: CommandOptions;
  readonly drafts: string | null;
  readonly out: string | null;
}

/** Why the command line cannot be obeyed. `expected` names what the option takes (see the words of each language). */
export type UsageTrouble =
  | { readonly kind: 'unknown-option'; readonly option: string; readonly nearest: string | null }
  | { readonly kind: 'missing-value'; readonly option: string; readonly expected: Expected }
  | { readonly kind: 'bad-value'; readonly option: string; readonly value: string; readonly expected: Expected }
  | { readonly kind: 'no-value-taken'; readonly option: string }
  | { readonly kind: 'given-twice'; readonly option: string }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'out-of-several' };

/** What an option takes: a form to be explained in words, or one of a few ids. */
export type Expected = 'day' | 'sheet' | 'locale' | 'currency' | 'folder' | 'file' | readonly string[];

export type Parsed =
  | { readonly kind: 'run'; readonly asked: Asked; readonly language: 'fr' | 'en' | null }
  | { readonly kind: 'help'; readonly language: 'fr' | 'en' | null }
  | { readonly kind: 'usage'; readonly trouble: UsageTrouble; readonly language: 'fr' | 'en' | null };

const LANGUAGE_IDS = ['fr', 'en'] as const;
const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export const CADENCE_IDS = ['standard', 'classic', 'gentle', 'prompt', 'due-day'] as const;

/** Each option that takes a value: what it takes, and the value read (null when it cannot be). */
const WITH_VALUE = {
  '--as-of': { expected: 'day', read: (text: string) => dayFromIso(text) },
  '--sheet': { expected: 'sheet', read: filled },
  '--lang': { expected: LANGUAGE_IDS, read: oneOf(LANGUAGE_IDS) },
  '--locale': { expected: 'locale', read: knownLocale },
  '--date-order': { expected: DATE_ORDERS, read: oneOf(DATE_ORDERS) },
  '--currency': { expected: 'currency', read: knownCurrency },
  '--cadence': { expected: CADENCE_IDS, read: oneOf(CADENCE_IDS) },
  '--drafts': { expected: 'folder', read: filled },
  '--out': { expected: 'file', read: filled },
} as const satisfies Record<string, { expected: Expected; read: (text: string) => unknown }>;
type ValueOption = keyof typeof WITH_VALUE;
type Values = { -readonly [Option in ValueOption]?: NonNullable<ReturnType<(typeof WITH_VALUE)[Option]['read']>> };

const FLAGS = ['--json', '--help', '-h'] as const;
const KNOWN: readonly string[] = [...Object.keys(WITH_VALUE), '--json', '--help'];

function filled(text: string): string | null {
  return text.trim() === '' || text.includes('\0') ? null : text;
}

function oneOf<const Ids extends readonly string[]>(ids: Ids): (text: string) => Ids[number] | null {
  return (text) => ids.find((id) => id === text.toLowerCase()) ?? null;
}

/** `fr-FR`, also spelt `fr_FR`; null for what no program knows. */
function knownLocale(text: string): string | null {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function knownCurrency(text: string): string | null {
  const code = text.toUpperCase();
  return Intl.supportedValuesOf('currency').includes(code) ? code : null;
}

/** Reads the arguments in order; the first thing wrong is the one told. `--help` wins over everything. */
export function parseOptions(args: readonly string[]): Parsed {
  const language = languageIn(args);
  const end = args.indexOf('--');
  const words = end < 0 ? args : args.slice(0, end);
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help', language };
  const read = readAll(args);
  if ('kind' in read) return { kind: 'usage', trouble: read, language };
  const { files, json, values } = read;
  const { '--sheet': sheet, '--locale': locale, '--date-order': dateOrder, '--currency': currency, '--cadence': cadence } = values;
  const lang = values['--lang'];
  if (files.length === 0) return { kind: 'usage', trouble: { kind: 'no-file' }, language };
  if (files.length > 1 && values['--out'] !== undefined) return { kind: 'usage', trouble: { kind: 'out-of-several' }, language };
  const options: CommandOptions = {
    ...(sheet === undefined ? {} : { sheet }),
    ...(lang === undefined ? {} : { language: lang }),
    ...(locale === undefined ? {} : { locale }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(currency === undefined ? {} : { currency }),
    ...(cadence === undefined ? {} : { cadence }),
  };
  const asked = { files, asOf: values['--as-of'] ?? null, json, options, drafts: values['--drafts'] ?? null, out: values['--out'] ?? null };
  return { kind: 'run', asked, language };
}

function readAll(args: readonly string[]): UsageTrouble | { files: string[]; json: boolean; values: Values } {
  const files: string[] = [];
  const values: Values = {};
  let json = false;
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    if (word === '--') {
      files.push(...args.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    if ((FLAGS as readonly string[]).includes(option)) {
      if (equals >= 0) return { kind: 'no-value-taken', option };
      json = true;
      continue;
    }
    if (!Object.hasOwn(WITH_VALUE, option)) return { kind: 'unknown-option', option, nearest: nearestTo(option) };
    const { expected, read } = WITH_VALUE[option as ValueOption];
    const next = args[at + 1];
    if (equals < 0 && (next === undefined || next.startsWith('--'))) return { kind: 'missing-value', option, expected };
    const text = equals < 0 ? (args[++at] as string) : word.slice(equals + 1);
    const value = read(text);
    if (value === null)
      return text === '' ? { kind: 'missing-value', option, expected } : { kind: 'bad-value', option, value: text, expected };
    if (option in values && values[option as ValueOption] !== value) return { kind: 'given-twice', option };
    Object.assign(values, { [option]: value });
  }
  return files.includes('') ? { kind: 'no-file' } : { files, json, values };
}

/** The language asked for, also when something else on the line is wrong. */
function languageIn(args: readonly string[]): 'fr' | 'en' | null {
  for (const [at, word] of args.entries()) {
    const text = word === '--lang' ? args[at + 1] : word.startsWith('--lang=') ? word.slice('--lang='.length) : undefined;
    const id = text === undefined ? null : oneOf(LANGUAGE_IDS)(text);
    if (id !== null) return id;
  }
  return null;
}

/** The option that was most likely meant: at most two letters away, or written with other dashes. */
function nearestTo(option: string): string | null {
  const bare = (text: string) => text.toLowerCase().replace(/[-_]/g, '');
  const distances = KNOWN.map((known) => ({ known, distance: lettersApart(bare(option), bare(known)) }));
  const best = distances.reduce((a, b) => (b.distance < a.distance ? b : a));
  return best.distance <= 2 ? best.known : null;
}

function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
