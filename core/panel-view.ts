/**
 * What a panel shows beside the report: what was understood of the sheet, messages asked for, the journal and the drafts that wait. The expensive
 * parts are made for what is shown only, and the invoices travel packed.
 */
import { type BackTest, backTest } from './back-test.ts';
import { comingDays } from './coming-days.ts';
import { agendaOf } from './dunning/agenda.ts';
import { cadenceId } from './dunning/cadence.ts';
import { contestedOf } from './dunning/contested.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { offeredFixes } from './fixes/offers.ts';
import { freePreview } from './free-preview.ts';
import { type HandOver, handOverOf } from './hand-over.ts';
import { houseOf } from './house.ts';
import { INDICATORS } from './indicators/index.ts';
import { type JournalLine, journalLines, outboxOf } from './journal-view.ts';
import { ACT_WORDS, type ActNames } from './languages/act-words.ts';
import { EXPLANATIONS, type Explanations } from './languages/explanations.ts';
import { LANGUAGES, type Language } from './languages/index.ts';
import type { LanguageCode } from './languages/language.ts';
import { PANEL_WORDS, type PanelWords } from './languages/panel-words.ts';
import { PROBLEM_WORDS, type ProblemWords } from './languages/problem-words.ts';
import { EVIDENCE_TEXTS, type EvidenceTexts } from './messages/evidence-texts.ts';
import { nearUnderstood } from './near-table.ts';
import { packed } from './packed-rows.ts';
import { papersOf } from './papers.ts';
import { callScriptOf, previewOf } from './preview.ts';
import type { Refused, Study } from './study.ts';
import { understoodOf } from './understood.ts';
import { entryId } from './view.ts';
import { nameKey } from './words.ts';
import type { Binding, PanelWish, Snapshot, View } from './workbook.ts';

/** What things are called in the language of the answer. */
export type ViewWords = Pick<
  Language,
  | 'statuses'
  | 'stages'
  | 'channels'
  | 'buckets'
  | 'indicators'
  | 'headers'
  | 'roles'
  | 'callOutcomes'
  | 'disputeCategories'
  | 'freeMessages'
> &
  Pick<Language['customers'], 'bands'> &
  Pick<EvidenceTexts, 'events'> & {
    readonly code: LanguageCode;
    readonly explained: Explanations;
    readonly acts: ActNames;
    readonly problems: ProblemWords;
    readonly panel: PanelWords;
  };

/** The largest invoices without a forecast; the others are counted. */
const EXCLUDED_NAMED = 100;
/** Enough to scroll back some weeks; the rest is asked for. */
const JOURNAL_LINES = 100;

/** The view with what the panel wishes; as it is without a wish. `kept` is the binding kept with the workbook, if any. */
export function withPanel(
  view: View,
  studied: Study | Refused,
  wish: PanelWish | undefined,
  snapshot: Snapshot,
  kept: Binding | undefined,
): View {
  if (wish === undefined) return view;
  const sheets = snapshot.sheets.map((sheet) => sheet.name);
  if ('refusal' in studied)
    return { ...view, words: wordsIn(studied.language), sheets, understood: null, near: nearUnderstood(snapshot, studied.near) };
  if (view.report === null) return { ...view, words: wordsIn(studied.language), sheets, understood: null };
  const all = journalLines(studied.journal);
  const lines = wish.customer === undefined ? all : ofCustomer(all, studied, wish.customer);
  return {
    ...view,
    report: {
      ...view.report,
      invoices: [],
      customers: [],
      worklist: [],
      problems: [],
      forecastDetail: view.report.forecastDetail.map((detail) => ({ ...detail, excluded: detail.excluded.slice(0, EXCLUDED_NAMED) })),
    },
    packed: {
      invoices: packed(view.report.invoices),
      customers: packed(view.report.customers),
      worklist: packed(view.report.worklist),
      problems: packed(view.report.problems),
    },
    words: wordsIn(studied.language),
    sheets,
    indicators: INDICATORS.map(({ id, unit }) => ({ id, unit })),
    understood: understoodOf(studied, kept),
    messages: ofEntries(studied, wish.messages, previewOf),
    scripts: ofEntries(studied, wish.scripts, callScriptOf),
    free: wish.free === undefined ? null : freePreview(studied, wish.free),
    journal: { total: lines.length, lines: lines.slice(0, wish.journalLines ?? JOURNAL_LINES) },
    outbox: outboxOf(studied.journal),
    house: houseOf(studied),
    agenda: agendaOf(studied),
    contested: contestedOf(studied),
    papers: papersOf(studied, wish.papers ?? []),
    routes: routesOf(studied, wish.routes ?? []),
    ...(wish.comingDays === undefined ? {} : { comingDays: comingDays(studied, wish.comingDays) }),
    ...(wish.backTest === undefined ? {} : { backTest: backTests(studied, wish.backTest) }),
    ...(wish.fixes ? { fixes: packed(offeredFixes(studied)) } : {}),
  };
}

/** The cadences that exist; a name may be typed as in the tab ("Classique"). */
function backTests(studied: Study, names: readonly string[]): BackTest[] {
  return names.flatMap((name) => {
    const cadence = studied.cadences.get(cadenceId(name));
    return cadence === undefined ? [] : [backTest(studied, cadence)];
  });
}

function routesOf(studied: Study, ids: readonly string[]): HandOver[] {
  const asked = new Set(ids);
  if (asked.size === 0) return [];
  return studied.work.entries.flatMap((entry) => {
    const id = entryId(studied, entry);
    return asked.has(id) ? handOverOf(studied, entry, id) : [];
  });
}

/** The journal names customers as people do: by name, or by the id they have in the sheet. */
function ofCustomer(lines: readonly JournalLine[], { ledger }: Study, name: string): JournalLine[] {
  const key = nameKey(name);
  const keys = new Set(
    ledger.customers
      .filter((customer) => nameKey(customer.name) === key || customer.key === key)
      .flatMap((customer) => [nameKey(customer.name), customer.key]),
  );
  keys.add(key);
  return lines.filter((line) => keys.has(nameKey(line.customer)));
}

function wordsIn(language: LanguageCode): ViewWords {
  const { statuses, stages, channels, buckets, indicators, headers, roles, callOutcomes, disputeCategories, freeMessages } =
    LANGUAGES[language];
  const { bands } = LANGUAGES[language].customers;
  const { events } = EVIDENCE_TEXTS[language];
  return {
    statuses,
    stages,
    channels,
    buckets,
    indicators,
    bands,
    headers,
    roles,
    callOutcomes,
    disputeCategories,
    freeMessages,
    events,
    explained: EXPLANATIONS[language],
    acts: ACT_WORDS[language],
    code: language,
    panel: PANEL_WORDS[language],
    problems: PROBLEM_WORDS[language],
  };
}

/** What is made of the entries asked for by their ids. */
function ofEntries<Made>(
  studied: Study,
  ids: readonly string[] = [],
  make: (studied: Study, entry: WorkEntry, id: string) => Made | null,
): Made[] {
  if (ids.length === 0) return [];
  const asked = new Set(ids);
  return studied.work.entries.flatMap((entry) => {
    const id = entryId(studied, entry);
    const made = asked.has(id) ? make(studied, entry, id) : null;
    return made === null ? [] : [made];
  });
}
