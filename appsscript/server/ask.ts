/**
 * What comes over the wire, believed only once it has been looked at: a panel of another version, or anything else that can call the script, may send
 * whatever it likes. What an ask may hold stands in tables; what is not in them is left out, and a part of the wrong kind refuses the whole.
 */
import {
  CALL_OUTCOMES,
  type Command,
  type CommandOptions,
  DISPUTE_CATEGORIES,
  dayFromIso,
  type MadeTab,
  type PanelWish,
} from '../../core/index.ts';
import type { Ask, Kept } from './wire.ts';

/** A value as it may go on; undefined for one that may not. */
type Check = (value: unknown) => unknown;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => (typeof value === 'string' && value.length <= 50_000 ? value : undefined);
const flag: Check = (value) => (typeof value === 'boolean' ? value : undefined);
const number: Check = (value) => (Number.isFinite(value) ? value : undefined);
const count: Check = (value) => (Number.isInteger(value) && (value as number) >= 0 ? value : undefined);
const day: Check = (value) => (typeof value === 'string' && dayFromIso(value) !== null ? value : undefined);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);
const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value) ? value : undefined;
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? whole(value.map(check)) : undefined;
const record =
  (check: Check): Check =>
  (value) => {
    if (!isObject(value)) return undefined;
    const entries = Object.entries(value).map(([name, one]) => [name, check(one)] as const);
    return entries.every(([, one]) => one !== undefined) ? Object.fromEntries(entries) : undefined;
  };
/** Parts that must be there, and parts that may. */
const object =
  (must: Shape, may: Shape = {}): Check =>
  (value) => {
    if (!isObject(value)) return undefined;
    const made: Record<string, unknown> = {};
    for (const [name, check] of Object.entries({ ...must, ...may })) {
      const given = value[name];
      if (given === undefined && name in may) continue;
      const good = check(given);
      if (good === undefined) return undefined;
      made[name] = good;
    }
    return made;
  };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const whole = (values: readonly unknown[]): readonly unknown[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

const language = oneOf('fr', 'en');
const dateOrder = oneOf('dmy', 'mdy', 'ymd');
const message = oneOf('after-call', 'thank-you', 'statement');
const texts = list(text);
const edit = object({}, { basis: text, subject: text, text });

const TABS = { settings: true, cadence: true, templates: true, customers: true, payments: true } satisfies Record<MadeTab, true>;

const binding = object(
  { sheet: text, headerRow: count, columns: record(text) },
  {
    ignored: texts,
    headers: record(text),
    owned: record(oneOf('fill', 'add')),
    currency: text,
    locale: text,
    dateOrder,
  },
);

const PANEL: { readonly [K in keyof Required<PanelWish>]: Check } = {
  messages: texts,
  scripts: texts,
  free: object({ customer: text, message }, { invoices: texts }),
  journalLines: count,
  customer: text,
  papers: list(object({ kind: oneOf('formal-notice', 'evidence', 'statement'), of: text })),
  routes: texts,
  comingDays: count,
  backTest: texts,
  fixes: flag,
};

/** All but who acts and in which language the account is: these the script knows. */
const OPTIONS: { readonly [K in Exclude<keyof Required<CommandOptions>, 'by' | 'readerLanguage'>]: Check } = {
  sheet: text,
  language,
  locale: text,
  dateOrder,
  currency: text,
  cadence: text,
  trial: binding,
  panel: object({}, PANEL),
};

const about = { customer: text };
const mayAbout = { invoices: texts, note: text };
const ofEntry: readonly [Shape, Shape] = [{ entry: text }, { note: text, outcome: oneOf(...CALL_OUTCOMES) }];

/** Of each command, what must be there and what may, beside its options; the moment is the script's. */
const COMMANDS: { readonly [K in Command['kind']]: readonly [must: Shape, may: Shape] } = {
  open: [{}, {}],
  refresh: [{}, {}],
  prepare: [{}, { entries: texts, edits: record(edit) }],
  bind: [{ binding }, {}],
  mark: [{ draft: text, fate: oneOf('sent', 'discarded', 'unknown') }, { on: text }],
  'log-call': ofEntry,
  'log-letter': ofEntry,
  'log-hand-over': ofEntry,
  skip: [{ entry: text, reason: text }, {}],
  promise: [
    { ...about, until: text },
    { ...mayAbout, amount: number },
  ],
  dispute: [
    { ...about, category: oneOf(...DISPUTE_CATEGORIES) },
    { ...mayAbout, owner: text, until: text, amount: number },
  ],
  resolve: [about, mayAbout],
  hold: [{ ...about, until: text }, mayAbout],
  plan: [
    { ...about, instalments: list(object({ on: text, amount: number })) },
    { ...mayAbout, counterpart: text, confirm: flag },
  ],
  reply: [about, mayAbout],
  note: [about, mayAbout],
  'write-to': [
    { ...about, message },
    { ...mayAbout, edit },
  ],
  fix: [{ cells: list(object({ sheet: text, row: count, column: text, found: text, key: text, to: text })) }, {}],
  'undo-last': [{}, {}],
  // The core looks at what was written itself, cell by cell.
  'put-back': [{ written: (value) => (isObject(value) ? value : undefined) }, {}],
  dashboard: [{}, {}],
  'make-tab': [{ tab: oneOf(...Object.keys(TABS)) }, {}],
  'make-example': [{ language }, {}],
};

const command: Check = (value) => {
  const kind = isObject(value) ? value.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(COMMANDS, kind)) return undefined;
  const [must, may] = COMMANDS[kind as Command['kind']];
  return object({ kind: text, ...must }, { ...may, options: object({}, OPTIONS) })(value);
};

const row: Check = (value) => (value === 0 ? undefined : count(value));
const unfollowing = object({ sheet: text, row, column: columnLetters, formula: text, to: text });

const kept: { readonly [K in keyof Required<Kept>]: Check } = { language: orNull(language), lastVisit: day };
const ALWAYS = { about: flag, keep: object({}, kept) };
const ASKS: { readonly [K in Ask['kind']]: Shape } = {
  command: { command, asOf: orNull(day) },
  select: { sheet: text, row, column: orNull(columnLetters) },
  daily: { on: flag },
  convert: { cells: list(unfollowing) },
  about: {},
};

function columnLetters(value: unknown): unknown {
  return typeof value === 'string' && /^[A-Z]{1,3}$/.test(value) ? value : undefined;
}

/** An ask as it was sent; null for what is none. */
export function readAsk(json: unknown): Ask | null {
  let given: unknown;
  try {
    given = typeof json === 'string' ? JSON.parse(json) : null;
  } catch {
    return null;
  }
  const kind = isObject(given) ? given.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(ASKS, kind)) return null;
  return (object({ kind: text, ...ASKS[kind as Ask['kind']] }, ALWAYS)(given) as Ask | undefined) ?? null;
}
