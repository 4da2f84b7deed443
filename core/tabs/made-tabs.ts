/**
 * Our tabs, made when the user asks for them and filled with what is already in force, so that a rule is changed by typing over it and never by
 * reading a manual. What is written reads back as exactly what held before: making a tab changes no reminder. A tab that is there is left alone.
 */

import { LANGUAGES } from '../languages/index.ts';
import type { Settings } from '../settings.ts';
import type { Study } from '../study.ts';
import type { Role, Stage } from '../types.ts';
import type { MadeTab, Snapshot, TabAppend } from '../workbook.ts';
import { DISBURSEMENT_EXAMPLE } from './disbursement-lines.ts';
import { SETTING_KEYS, type SettingId, type SettingKey } from './setting-keys.ts';
import { type ColumnOf, TAB_NAMES, TAB_SHAPES, type TabId, tabHeader } from './tab-shapes.ts';
import { written } from './tab-words.ts';
import { templateLines } from './template-lines.ts';

/** The tab a user asked for, in the file's language; null when the workbook has it already. */
export function madeTab(study: Study, tab: MadeTab): TabAppend | null {
  const name = nameOfMade(study, tab);
  if (name === null) return null;
  return { tab: name, create: true, header: tabHeader(tab, study.ownLanguage), rows: linesFor(study, tab) };
}

function linesFor(study: Study, tab: MadeTab): string[][] {
  const { ownLanguage: language } = study;
  switch (tab) {
    case 'settings':
      return settingLines(study.tabs.settings, language);
    case 'cadence':
      return [...study.cadences.values()].flatMap(({ id, stages }) => stages.map((stage) => stageLine(id, stage, language)));
    case 'templates':
      return templateLines(study.cadences, language).map((line) => inOrder('templates', line));
    case 'customers':
      return customerLines(study);
    case 'payments':
      return [];
    default:
      return tab satisfies never;
  }
}

/**
 * The sheet a made tab goes to: a new one of its name, or a blank one that bears it. A sheet of that name that holds something else is the user's,
 * and ours stands beside it. Null when the tab exists.
 */
export function nameOfMade({ snapshot, tabs, ownLanguage: language }: Study, tab: MadeTab): string | null {
  const found = tabs.found.filter(({ id }) => id === tab);
  if (found.some(({ header }) => header !== null)) return null;
  const blank = found.find(({ header }) => header === null);
  if (blank) return blank.sheet.name;
  return freeSheetName(snapshot, TAB_NAMES[tab][language]);
}

/** A name no sheet bears yet: the one wished for, else one that says whose it is. */
export function freeSheetName({ sheets }: Pick<Snapshot, 'sheets'>, name: string): string {
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : n === 2 ? `${name} (Relance)` : `${name} (Relance ${n - 1})`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** One line of a made tab by column: the setting of that id, the customer of that key. Null for what is none. */
export function madeLineOf(study: Study, tab: MadeTab, line: string): ReadonlyMap<string, string> | null {
  const at =
    tab === 'settings'
      ? Object.keys(SETTING_KEYS).indexOf(line)
      : tab === 'customers'
        ? study.ledger.customers.findIndex(({ key }) => key === line)
        : -1;
  const cells = at < 0 ? undefined : linesFor(study, tab)[at];
  return cells === undefined ? null : new Map(Object.keys(TAB_SHAPES[tab].columns).map((column, k) => [column, cells[k] ?? '']));
}

/** The cells of a line in the order of the tab's header. */
function inOrder<Id extends TabId>(tab: Id, line: Readonly<Partial<Record<ColumnOf<Id>, string>>>): string[] {
  return (Object.keys(TAB_SHAPES[tab].columns) as ColumnOf<Id>[]).map((column) => line[column] ?? '');
}

// ── Settings ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One line per key: its name, the value in force (blank where the house has none), what it means; last, how a disbursement is planned. */
export function settingLines(settings: Settings, language: 'fr' | 'en'): string[][] {
  const [key, meaning] = DISBURSEMENT_EXAMPLE[language];
  return [
    ...(Object.entries(SETTING_KEYS) as [SettingId, SettingKey][]).map(([id, { names, means }]) =>
      inOrder('settings', { key: names[language], value: valueText(id, settings[id], language), meaning: means[language] }),
    ),
    inOrder('settings', { key, meaning }),
  ];
}

function valueText(id: SettingId, value: Settings[SettingId], language: 'fr' | 'en'): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return written(value ? 'yes' : 'no', language);
  if (typeof value === 'string') return written(value, language);
  return id === 'contractRate' ? percentText(value, language) : numberText(value, language);
}

function percentText(fraction: number, language: 'fr' | 'en'): string {
  const percent = numberText(Number((fraction * 100).toPrecision(12)), language);
  return language === 'fr' ? `${percent}\u00a0%` : `${percent} %`;
}

function numberText(value: number, language: 'fr' | 'en'): string {
  return language === 'fr' ? String(value).replace('.', ',') : String(value);
}

// ── Cadence ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One rung as a line of the Cadence tab. */
export function stageLine(cadence: string, stage: Stage, language: 'fr' | 'en'): string[] {
  const { stages, channels } = LANGUAGES[language];
  return inOrder('cadence', {
    cadence: written(cadence, language),
    stage: stages[stage.id] ?? stage.id,
    offset: String(stage.offset),
    channel: channels[stage.channel],
    tone: written(stage.tone, language),
    template: stage.template ?? '',
    segment: stage.segment === null ? '' : written(stage.segment, language),
    minAmount: stage.minAmount === null ? '' : numberText(stage.minAmount, language),
    rest: stage.rest === null ? '' : String(stage.rest),
  });
}

// ── Customers ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Facts that decide to whom, how and in which language one writes: only where all rows of the customer agree, so that no blank row inherits one. */
const DECISIVE = ['email', 'language', 'segment', 'paymentMethod'] as const satisfies readonly Role[];
/** Facts to have at hand: where the rows that say something agree. */
const AT_HAND = ['contact', 'phone', 'owner'] as const satisfies readonly Role[];

/** Each customer of the ledger with what its invoices say of it, in the order in which they appear. */
function customerLines({ ledger }: Study): string[][] {
  const rowsOf = ledger.customers.map((): number[] => []);
  for (let i = 0; i < ledger.size; i++) rowsOf[ledger.customer[i] as number]?.push(i);
  return ledger.customers.map(({ name, id }, c) => {
    const rows = rowsOf[c] ?? [];
    const said = (role: Role) => [...new Set(rows.map((i) => ledger.text(role, i).trim()))];
    const only = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] as string) : '');
    const facts: Partial<Record<ColumnOf<'customers'>, string>> = { customer: name, customerId: id ?? '' };
    for (const role of DECISIVE) facts[role] = only(said(role));
    for (const role of AT_HAND) facts[role] = only(said(role).filter((text) => text !== ''));
    return inOrder('customers', facts);
  });
}
