/**
 * The invoices a formula is asked about, read by the reader of the panel: those of a range, or of the workbook's own table. Only what a figure depends on
 * is worked out: most need the balances of a day, and neither reminders nor messages.
 */
import { assess, type Circumstances } from '../assess.ts';
import type { CalendarDay } from '../calendar.ts';
import { LANGUAGES, saidOf } from '../languages/index.ts';
import { journaledLedger, onDay, type Refused, readWorkbook, type Study, type WorkbookRead } from '../study.ts';
import { type Assessment, FLAG, type Ledger } from '../types.ts';
import type { CommandOptions, Snapshot } from '../workbook.ts';
import { type Asked, isRange } from './asked.ts';
import { type InLanguages, optional } from './entry.ts';
import type { FormulaNeed } from './function.ts';
import { workbookOfRange } from './invoice-range.ts';
import { NoAnswer } from './no-answer.ts';

const INVOICES_TEXT: InLanguages = {
  en: 'The invoices with their header row (A:J); your invoice table when left out.',
  fr: 'Les factures avec leur ligne d’en-têtes (A:J)\u00a0; votre tableau de factures par défaut.',
};
export const INVOICES = optional('invoices', 'factures', 'range', INVOICES_TEXT);
export const AS_OF = optional('as_of', 'date_arrete', 'date', {
  en: 'The day of the figure, today at the latest; today when left out.',
  fr: 'Le jour du calcul, au plus tard aujourd’hui\u00a0; aujourd’hui par défaut.',
});

/** Invoices as they stood on a day. */
export interface Books {
  readonly asOf: CalendarDay;
  readonly ledger: Ledger;
  /** The balances of the day. Its statuses know nothing of promises, pauses, plans and disputes of the journal. */
  readonly assessment: Assessment;
  /** All that the panel knows of the day: dear, for figures that depend on reminders and promises. */
  readonly study: () => Study;
}

/** A range needs the tabs beside it, no range the whole workbook. */
export function needOfBooks(asked: Asked): FormulaNeed {
  return asked.has('invoices') || isRange(asked.raw('invoices')) ? 'tabs' : 'workbook';
}

/** The day a figure is asked for: today when left out. What is to come is not known. */
export function asOfDay(asked: Asked, id = 'as_of'): CalendarDay {
  const { today } = asked.context;
  const day = asked.day(id) ?? today;
  if (day > today) throw new NoAnswer('not-available', asked.words.toCome(asked.nameOf(id), asked.say(day)));
  return day;
}

/** The invoices of the call as of a day. Throws a NoAnswer when there is no table, or none of its rows can be told. */
export function booksOf(asked: Asked, asOf: CalendarDay): Books {
  const read = readOf(asked, asOf);
  if ('refusal' in read) {
    const [message, advice] = LANGUAGES[asked.language].refusals[read.refusal.kind];
    // "Choose the sheet" is no advice for a range.
    const isOther = read.refusal.kind === 'not-invoices' && isRange(asked.raw('invoices'));
    throw new NoAnswer('value', `${message(read.refusal.detail)} ${isOther ? asked.words.rangeAdvice : advice}`);
  }
  const { ledger } = journaledLedger(read, asOf, [], read.reading.sums);
  const assessment = assess(ledger, read.settings, asOf, { paths: NO_PATHS, thresholds: () => THRESHOLDS });
  const books: Books = { asOf, ledger, assessment, study: () => onDay(read, asOf) };
  if (currenciesOf(books).length === 0) throw nothingToTell(asked, books);
  return books;
}

const NO_PATHS: Circumstances['paths'] = new Map();
/** Which open invoice is overdue and which only watched is no matter of sums. */
const THRESHOLDS = { overdueFrom: 1, watchFrom: 0 };
const UNCOUNTED = FLAG.draft | FLAG.cancelled | FLAG.error;

function readOf(asked: Asked, asOf: CalendarDay): WorkbookRead | Refused {
  const { context, words } = asked;
  const given = asked.raw('invoices');
  if (isRange(given)) {
    const workbook = workbookOfRange(given, words.range, context);
    if (workbook === null) throw new NoAnswer('value', `${words.emptyRange} ${words.rangeAdvice}`);
    // Alone, a range is no tab of ours: nobody needs to look.
    const withTabs = workbook.sheets.length === 1 ? { ...workbook, sheets: [] } : workbook;
    return readWorkbook(workbook, asOf, { sheet: words.range }, withTabs);
  }
  if (asked.has('invoices')) throw new NoAnswer('value', `${words.rangeExpected(asked.nameOf('invoices'))} ${words.rangeAdvice}`);
  if (context.workbook === null) throw new NoAnswer('value', words.noWorkbook);
  return readOnce(context.workbook, asOf, {});
}

/** A dashboard asks twenty figures of one snapshot: it is read once for each day. */
const readings = new WeakMap<Snapshot, Map<CalendarDay, WorkbookRead | Refused>>();

function readOnce(workbook: Snapshot, asOf: CalendarDay, options: CommandOptions): WorkbookRead | Refused {
  let known = readings.get(workbook);
  if (known === undefined) {
    known = new Map();
    readings.set(workbook, known);
  }
  let read = known.get(asOf);
  if (read === undefined) {
    read = readWorkbook(workbook, asOf, options);
    known.set(asOf, read);
  }
  return read;
}

/** Why no invoice counts on the day. */
function nothingToTell(asked: Asked, { ledger, assessment, asOf }: Books): NoAnswer {
  const { words, language } = asked;
  if (ledger.size === 0) return new NoAnswer('not-available', words.noInvoices);
  const isError = (i: number) => ((ledger.flags[i] as number) & FLAG.error) !== 0;
  const first = ledger.problems.find(({ severity, row }) => severity === 'error' && row !== null);
  if (first && Array.from(ledger.row.keys()).every((i) => isError(i) || assessment.exists[i] === 0)) {
    const { message, advice } = saidOf(LANGUAGES[language].problems[first.kind], first, language);
    return new NoAnswer('not-available', words.noneReadable(first.row as number, `${message} ${advice}`));
  }
  return new NoAnswer('not-available', words.noneYet(asked.say(asOf)));
}

/** The currencies (indexes) in which some invoice counts on the day; of one customer when said. */
export function currenciesOf({ ledger, assessment }: Books, isAbout: (i: number) => boolean = () => true): number[] {
  const found = new Set<number>();
  for (let i = 0; i < ledger.size && found.size < ledger.currencies.length; i++)
    if (assessment.exists[i] === 1 && ((ledger.flags[i] as number) & UNCOUNTED) === 0 && isAbout(i))
      found.add(ledger.currency[i] as number);
  return [...found].sort((a, b) => a - b);
}
