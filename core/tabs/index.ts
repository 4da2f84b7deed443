/**
 * Everything the user keeps beside the invoices, read in one go on every command: how to remind, whom, what came in, what was done. Bad lines are
 * problems; the rest applies.
 */
import type { CalendarDay } from '../calendar.ts';
import { brokenLinks, type JournalPlace } from '../dunning/chain.ts';
import type { Template } from '../messages/templates.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import type { Cadence, JournalEntry, Problem } from '../types.ts';
import type { Snapshot } from '../workbook.ts';
import { readCadences } from './cadence-tab.ts';
import { type CustomerRecord, readCustomers } from './customers-tab.ts';
import { type FoundTab, findTabs } from './find-tabs.ts';
import { inOrder, readJournal } from './journal-tab.ts';
import { type DoubtfulPayment, type PaymentLine, readPayments } from './payments-tab.ts';
import { type PlanLine, readPlans } from './plans-tab.ts';
import type { FoundHeader } from './records.ts';
import { hasSetting, readSettings } from './settings-tab.ts';
import type { TabReading } from './tab-cells.ts';
import { linesOf, type TabLine } from './tab-line.ts';
import type { ColumnOf, TabId } from './tab-shapes.ts';
import { readTemplates } from './templates-tab.ts';

export type { CustomerRecord } from './customers-tab.ts';
export { exampleTab } from './example-invoices.ts';
export { bearsTabName, type FoundTab } from './find-tabs.ts';
export { isJournalHeader, JOURNAL_HEADERS, journalRow, splitNumbers } from './journal-tab.ts';
export { freeSheetName, madeLineOf, madeTab, nameOfMade } from './made-tabs.ts';
export type { DoubtfulPayment, PaymentLine } from './payments-tab.ts';
export { type PlanLine, type PlanText, planRow } from './plans-tab.ts';
export { isBlankSheet } from './records.ts';
export { SETTING_KEYS, type SettingId, settingId } from './setting-keys.ts';
export { TAB_IDS, TAB_NAMES, type TabId, tabHeader } from './tab-shapes.ts';
export { stageId, written } from './tab-words.ts';

export interface Tabs {
  readonly settings: Settings;
  /** The presets, each replaced whole by a cadence of its name in the tab, and the house's own. `settings.cadence` is always one of them. */
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly customers: readonly CustomerRecord[];
  /** The house's own messages, in the order of the tab; some may not be readable (see templateTrouble). */
  readonly templates: readonly Template[];
  readonly payments: readonly PaymentLine[];
  /** Receipts that name an invoice and cannot be read: a reason to hold it (`unreadable-payment`). */
  readonly doubtfulPayments: readonly DoubtfulPayment[];
  /** In the order in which they stand. */
  readonly plans: readonly PlanLine[];
  /** The Plans tab that is added to; null when there is none, its header null when it is still blank. */
  readonly plansSheet: { readonly name: string; readonly header: readonly string[] | null } | null;
  /** In the order of ids. `on` is NO_DAY where a row's date cannot be read. */
  readonly journal: readonly JournalEntry[];
  /** Where each row of the journal stands. */
  readonly journalPlaces: ReadonlyMap<JournalEntry, JournalPlace>;
  readonly problems: readonly Problem[];
  /** The tabs there are, in sheet order. */
  readonly found: readonly FoundTab[];
  /** Names of sheets that are tabs, and so no invoices. */
  readonly sheets: ReadonlySet<string>;
  /** The journal that is appended to: the last in the workbook. Null when there is none. */
  readonly journalSheet: string | null;
  /** Its header cells as they stand; null when the sheet is still blank, or there is none. */
  readonly journalHeader: readonly string[] | null;
}

/** The day one looks from, the user's language, and the user's own word on how undecided cells read. */
export interface TabContext {
  readonly asOf: CalendarDay;
  readonly language: 'fr' | 'en' | null;
  readonly locale?: string | null;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd' | null;
}

/** Reads all tabs of a workbook. Total: whatever the cells hold, tabs come back. */
export function readTabs(snapshot: Snapshot, context: TabContext): Tabs {
  const { tabs: found, problems } = findTabs(snapshot);
  const asFile = readingOf(snapshot, context, DEFAULT_SETTINGS);
  const tabs = found.filter((tab) => tab.id !== 'settings' || tab.isNamed || hasSetting(linesIn([tab], 'settings', asFile, [])));
  // The Settings tab may itself say how its dates and amounts read: once to hear that, once to read by it.
  const reading = readingOf(snapshot, context, readSettings(linesIn(tabs, 'settings', asFile, [])).settings);
  const read = <Id extends TabId>(id: Id) => linesIn(tabs, id, reading, problems);

  const house = readSettings(read('settings'));
  const isOwn = house.lines.has('cadence');
  const cadences = readCadences(read('cadence'), isOwn ? house.settings.cadence : DEFAULT_SETTINGS.cadence);
  const isCadence = (id: string) => cadences.has(id);
  if (!isCadence(house.settings.cadence)) house.lines.get('cadence')?.complain('value', 'unknown-cadence');
  const settings = isCadence(house.settings.cadence) ? house.settings : { ...house.settings, cadence: DEFAULT_SETTINGS.cadence };

  const templates = readTemplates(read('templates'));
  const customers = readCustomers(read('customers'), isCadence);
  const { payments, doubtful } = readPayments(read('payments'));
  const journals = tabs.filter((tab) => tab.id === 'journal');
  const journalPlaces = new Map<JournalEntry, JournalPlace>();
  const journal = merged(journals.map((tab) => readJournal(linesIn([tab], 'journal', reading, problems), journalPlaces)));
  problems.push(...brokenLinks(journal, journalPlaces));
  const kept = journals.at(-1) ?? null;
  const plans = readPlans(read('plans'));
  const plansTab = tabs.filter((tab) => tab.id === 'plans').at(-1);
  return {
    settings,
    cadences,
    customers,
    templates,
    payments,
    doubtfulPayments: doubtful,
    plans,
    plansSheet: plansTab === undefined ? null : { name: plansTab.sheet.name, header: plansTab.header?.cells ?? null },
    journal,
    journalPlaces,
    problems: inSheetOrder(problems, snapshot),
    found: tabs,
    sheets: new Set(tabs.map((tab) => tab.sheet.name)),
    journalSheet: kept?.sheet.name ?? null,
    journalHeader: kept?.header?.cells ?? null,
  };
}

/** As somebody walking through the workbook meets them: by sheet, row and column. */
function inSheetOrder(problems: readonly Problem[], snapshot: Snapshot): Problem[] {
  const places = new Map(snapshot.sheets.map((sheet, at) => [sheet.name, at]));
  const columnRank = ({ column }: Problem) => (column === null ? '' : column.padStart(3));
  return [...problems].sort(
    (a, b) =>
      (places.get(a.sheet) ?? 0) - (places.get(b.sheet) ?? 0) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      (columnRank(a) < columnRank(b) ? -1 : Number(columnRank(a) > columnRank(b))),
  );
}

/** How undecided cells read: the word given with the command, then the Settings tab, then what the file says of itself. */
function readingOf(snapshot: Snapshot, context: TabContext, settings: Settings): TabReading {
  return {
    asOf: context.asOf,
    locale: context.locale ?? settings.locale ?? snapshot.locale,
    dateOrder: context.dateOrder ?? settings.dateOrder,
    timeZone: snapshot.timeZone,
    date1904: snapshot.date1904,
  };
}

/** The lines of all sheets that are that tab, in sheet order. */
function* linesIn<Id extends TabId>(
  tabs: readonly FoundTab[],
  id: Id,
  reading: TabReading,
  problems: Problem[],
): Generator<TabLine<ColumnOf<Id>>> {
  for (const tab of tabs)
    if (tab.id === id && tab.header !== null) yield* linesOf(tab.sheet, tab.header as FoundHeader<ColumnOf<Id>>, reading, problems);
}

/** One journal of several (the workbook's own, and the file kept beside the drafts): a row that stands in two of them counts once. */
function merged(journals: readonly (readonly JournalEntry[])[]): JournalEntry[] {
  const seen = new Set<string>();
  const all: JournalEntry[] = [];
  for (const journal of journals) {
    const fresh = journals.length === 1 ? [...journal] : journal.filter((entry) => !seen.has(JSON.stringify(entry)));
    if (journals.length > 1) for (const entry of fresh) seen.add(JSON.stringify(entry));
    all.push(...fresh);
  }
  return inOrder(all);
}
