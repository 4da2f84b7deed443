/**
 * Reads a "last action" cell: what was done about the invoice before Relance kept a journal. Words first ("Appel", "Mise en demeure"), then `J±n`,
 * then the rank among the written reminders ("Rappel 2"); the day in it, when it has one.
 */
import { addDays, type CalendarDay, dayOf, NO_DAY, partsOf } from '../calendar.ts';
import { bare, monthOfWord } from '../ledger/month-words.ts';
import type { Cadence, Stage, StageId } from '../types.ts';
import { folded } from '../words.ts';
import { PRESETS } from './cadence.ts';
import { ACTION_WORDS, type ActionWord, ORDINALS } from './last-action-words.ts';

/** What the words of a cell say was done. */
export interface ActionLabel {
  readonly word: ActionWord | null;
  /** `J+10` is 10, `J-7` is −7; null without one. */
  readonly offset: number | null;
  /** 1 for a first reminder, 2 for "Rappel 2"; null without one. */
  readonly rank: number | null;
}

/** A cell once read, before the invoice it stands beside is known. */
export interface ActionText extends ActionLabel {
  readonly date: ActionDate | null;
}

/** A cell's label, one object for all cells of that label, and the day beside it. */
export interface LabelledAction {
  readonly label: ActionLabel;
  readonly date: ActionDate | null;
}
/** Several readings when day and month cannot be told apart; without a year, the invoice and the as-of day tell which. */
export type ActionDate =
  | { readonly kind: 'full'; readonly days: readonly CalendarDay[] }
  | { readonly kind: 'day-month'; readonly readings: readonly DayMonth[] };
interface DayMonth {
  readonly day: number;
  readonly month: number;
}

/** The stage the text stands for in a cadence, and the offset it counts for. */
export interface StandsFor {
  readonly stage: StageId;
  readonly offset: number;
}

const ISO_IN_TEXT = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const NUMERIC = /(?<!\d)(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?!\d)/;
const DASHED = /(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})(?!\d)/;
const DAY_THEN_MONTH =
  /(?<![\d/.-])(\d{1,2})(?:er|st|nd|rd|th|º|\.)?\s+(?:(?:of|de|di)\s+)?(\p{L}{3,10})\.?(?:\s+(?:(?:de|del)\s+)?(\d{4}))?(?!\d)/giu;
const MONTH_THEN_DAY = /(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d/])/giu;
const OFFSET = /(?:^|[^\p{L}])[jd]\s*([+\u2212\u2013-])\s*(\d{1,3})(?!\d)/iu;

/** What a text shows of a date: its place, its numbers as readings, its year. */
interface Shown {
  readonly text: string;
  readonly readings: readonly DayMonth[];
  readonly year: string | undefined;
}

function shownDate(text: string, monthFirst: boolean | null): Shown | null {
  for (const [pattern, dayAt, monthAt] of [
    [DAY_THEN_MONTH, 1, 2],
    [MONTH_THEN_DAY, 2, 1],
  ] as const)
    for (const found of text.matchAll(pattern)) {
      const month = monthOfWord(bare(found[monthAt] as string));
      if (month !== null) return { text: found[0], readings: [{ day: Number(found[dayAt]), month }], year: found[3] };
    }
  const found = DASHED.exec(text) ?? NUMERIC.exec(text);
  return found ? { text: found[0], readings: readingsOf(Number(found[1]), Number(found[2]), monthFirst), year: found[3] } : null;
}

/** What two numbers beside each other can mean. A sure reading wins over the declared order: 25 is no month. */
function readingsOf(a: number, b: number, monthFirst: boolean | null): DayMonth[] {
  const isDayFirst = dayOf(2024, b, a) !== null;
  const isMonthFirst = dayOf(2024, a, b) !== null;
  const both = monthFirst === null || !(monthFirst ? isMonthFirst : isDayFirst);
  const readings: DayMonth[] = [];
  if (isDayFirst && (both || !monthFirst)) readings.push({ day: a, month: b });
  if (isMonthFirst && (both || monthFirst)) readings.push({ day: b, month: a });
  return readings;
}

function readDate(text: string, monthFirst: boolean | null, asOf: CalendarDay): { date: ActionDate | null; rest: string } {
  const iso = ISO_IN_TEXT.exec(text);
  if (iso) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return { date: day === null ? null : { kind: 'full', days: [day] }, rest: text.replace(iso[0], ' ') };
  }
  const shown = shownDate(text, monthFirst);
  return shown === null
    ? { date: null, rest: text }
    : { date: dateOf(shown.readings, shown.year, asOf), rest: text.replace(shown.text, ' ') };
}

function dateOf(readings: readonly DayMonth[], yearText: string | undefined, asOf: CalendarDay): ActionDate | null {
  if (readings.length === 0) return null;
  if (yearText === undefined) return { kind: 'day-month', readings };
  const year = fullYear(yearText, asOf);
  const days = readings.map(({ day, month }) => dayOf(year, month, day)).filter((day) => day !== null);
  return days.length > 0 ? { kind: 'full', days } : null;
}

/** Two digits fall between 50 years before the as-of year and 49 after. */
function fullYear(year: string, asOf: CalendarDay): number {
  if (year.length === 4) return Number(year);
  const now = partsOf(asOf).year;
  const inThisCentury = now - (now % 100) + Number(year);
  return inThisCentury > now + 49 ? inThisCentury - 100 : inThisCentury < now - 50 ? inThisCentury + 100 : inThisCentury;
}

/** Lists of phrases by the first word of each, so that a text is not compared with every phrase of six languages. */
type Phrases = ReadonlyMap<string, readonly { readonly phrase: string; readonly list: number }[]>;

function byFirstWord(lists: readonly (readonly string[])[]): Phrases {
  const phrases = new Map<string, { phrase: string; list: number }[]>();
  lists.forEach((entries, list) => {
    for (const entry of entries) {
      const first = entry.split(' ', 1)[0] as string;
      phrases.set(first, [...(phrases.get(first) ?? []), { phrase: ` ${entry} `, list }]);
    }
  });
  return phrases;
}

const ACTIONS = byFirstWord(ACTION_WORDS.map(([, list]) => list));
const RANKS = byFirstWord(ORDINALS);

/** Index of the first list with a phrase in `words` (single blanks, one at either end); −1 for none. */
function firstListIn(words: string, phrases: Phrases): number {
  let first = -1;
  for (const word of words.split(' '))
    for (const { phrase, list } of phrases.get(word) ?? []) if ((first < 0 || list < first) && words.includes(phrase)) first = list;
  return first;
}

/** A label and, in parentheses at its end, a day in figures: what Relance itself writes, and most people. */
const DATED_LABEL = /^(.*\S) ?\((\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\)$/;

/**
 * Reads cells like {@link readLastAction}, understanding each label once: "Appel J+10 (15/09)" and "Appel J+10 (16/09)" differ by their day only, and
 * a sheet has hundreds of days.
 */
export function lastActionReader(monthFirst: boolean | null, asOf: CalendarDay): (text: string) => LabelledAction | null {
  const labels = new Map<string, ActionText | null>();
  const whole = (text: string): LabelledAction | null => {
    const read = readLastAction(text, monthFirst, asOf);
    return read && { label: read, date: read.date };
  };
  return (text) => {
    const dated = DATED_LABEL.exec(text);
    if (dated === null) return whole(text);
    const label = dated[1] as string;
    let read = labels.get(label);
    if (read === undefined) {
      read = readLastAction(label, monthFirst, asOf);
      labels.set(label, read);
    }
    // A label that says nothing alone, or has a day of its own: only the whole text tells.
    if (read === null || read.date !== null) return whole(text);
    const readings = readingsOf(Number(dated[2]), Number(dated[3]), monthFirst);
    return { label: read, date: dateOf(readings, dated[4], asOf) };
  };
}

/** Reads the text of a cell; `monthFirst` is the sheet's order, null when it is not known. Null for an empty cell or words that say nothing. */
export function readLastAction(text: string, monthFirst: boolean | null, asOf: CalendarDay): ActionText | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const sign = OFFSET.exec(text);
  const offset = sign ? (sign[1] === '+' ? 1 : -1) * Number(sign[2]) : null;
  const { date, rest } = readDate(sign ? text.replace(sign[0], ' ') : text, monthFirst, asOf);
  const words = ` ${folded(rest.replace(/[()[\],;!]/g, ' ')).replace(/([a-z]{3})([1-9])(?!\d)/g, '$1 $2')} `;
  const word = ACTION_WORDS[firstListIn(words, ACTIONS)]?.[0] ?? null;
  const ordinal = firstListIn(words, RANKS);
  const digit = /(?<! (?:le|du|on|am|el|il|op))\s(n|no|num|r)?\s?([1-9])\s/.exec(words);
  // A lone figure is no rank: it needs a word beside it, or the R of "R2".
  const rank = ordinal >= 0 ? ordinal + 1 : digit && (word !== null || digit[1] === 'r') ? Number(digit[2]) : null;
  return word === null && offset === null && rank === null && date === null ? null : { word, offset, rank, date };
}

/** The day of the action: the latest reading not after the as-of day nor (without a year) before the issue date; null when there is none. */
export function actionDay(date: ActionDate | null, issuedOn: CalendarDay, asOf: CalendarDay): CalendarDay | null {
  return actionDays(date, asOf)(issuedOn);
}

/** Answers {@link actionDay} for the many invoices one text stands beside: what the date can mean is worked out once. */
export function actionDays(date: ActionDate | null, asOf: CalendarDay): (issuedOn: CalendarDay) => CalendarDay | null {
  if (date === null) return () => null;
  const isFull = date.kind === 'full';
  let latest: CalendarDay = NO_DAY;
  for (const one of isFull ? date.days : date.readings) {
    const day = typeof one === 'number' ? one : latestDay(one, asOf);
    if (day !== null && day <= asOf && day > latest) latest = day;
  }
  return (issuedOn) => (latest !== NO_DAY && (isFull || latest >= issuedOn) ? latest : null);
}

/** The latest such day of a year up to the as-of day. */
function latestDay({ day, month }: DayMonth, asOf: CalendarDay): CalendarDay | null {
  const { year } = partsOf(asOf);
  for (let back = 0; back < 8; back++) {
    const candidate = dayOf(year - back, month, day);
    if (candidate !== null && candidate <= asOf) return candidate;
  }
  return null;
}

/** How far ahead a day without a year may lie to be still to come rather than a slip of the pen. */
const SOON = 183;

/** True when every reading of the date lies after the as-of day: what the cell says has not happened yet. Asked where {@link actionDay} finds none. */
export function isStillToCome(date: ActionDate | null, asOf: CalendarDay): boolean {
  if (date === null) return false;
  if (date.kind === 'full') return date.days.every((day) => day > asOf);
  const latest = addDays(asOf, SOON);
  return date.readings.every((reading) => {
    const next = latestDay(reading, latest);
    return next !== null && next > asOf;
  });
}

const isWritten = (stage: Stage) => stage.channel !== 'call';

/** The rung at or below a number of days, among those of its side of the due date. */
function rungAt(stages: readonly Stage[], offset: number): Stage | undefined {
  return stages.filter((stage) => stage.offset <= offset && stage.offset >= 0 === offset >= 0).at(-1);
}

/** Days no rung stands at: whoever was handed over is not reminded from the first rung again. */
const BEYOND_THE_LADDER = 100_000;

const STANDARD = (PRESETS.get('standard') as Cadence).stages;

/**
 * Which rung of the cadence the text stands for. A word with a stage of its own first, then the stage at or below `J±n`, then the rank among the
 * written stages from the due date on; a bare "Relance" is the first of those. A stage the cadence lacks counts for its usual day. Null when the
 * text says no stage was done.
 */
export function standsFor({ word, offset, rank }: ActionLabel, cadence: Cadence): StandsFor | null {
  const { stages } = cadence;
  const named = (match: (stage: Stage) => boolean): StandsFor => {
    const found = stages.filter(match);
    const stage = found.find((candidate) => candidate.offset === offset) ?? found[(rank ?? 1) - 1] ?? found[0];
    if (stage) return { stage: stage.id, offset: stage.offset };
    return { stage: word as ActionWord, offset: offset ?? STANDARD.find(({ id }) => id === word)?.offset ?? 0 };
  };
  switch (word) {
    case 'hand-over':
      return { stage: 'hand-over', offset: BEYOND_THE_LADDER };
    case 'pre-reminder':
      return named((stage) => stage.offset < 0);
    case 'call':
      return named((stage) => stage.channel === 'call');
    case 'formal-notice':
      return named((stage) => stage.tone === 'final' || stage.id === 'formal-notice');
    case 'formal-reminder':
      return named((stage) => stage.tone === 'firm' || stage.id === 'formal-reminder');
    case 'not-a-contact':
      if (offset === null) return null;
      break;
    case 'written':
    case null:
      break;
    default:
      return word satisfies never;
  }
  const may = (list: readonly Stage[]) => (word === 'written' ? list.filter(isWritten) : list);
  if (offset !== null) {
    const stage = rungAt(may(stages), offset) ?? rungAt(may(STANDARD), offset);
    return { stage: stage?.id ?? (offset < 0 ? 'pre-reminder' : 'reminder'), offset };
  }
  if (word !== 'written' && rank === null) return null;
  const written = stages.filter((stage) => stage.offset >= 0 && isWritten(stage));
  const stage = written[(rank ?? 1) - 1] ?? written.at(-1);
  return stage ? { stage: stage.id, offset: stage.offset } : { stage: 'reminder', offset: 3 };
}
