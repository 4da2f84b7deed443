/**
 * Reads a "last action" cell: what was done about the invoice before Relance kept a journal. Words first ("Appel", "Mise en demeure"), then `J±n`,
 * then the rank among the written reminders ("Rappel 2"); the day in it, when it has one.
 */
import { addDays, type CalendarDay, dayOf, partsOf } from '../calendar.ts';
import { bare, monthOfWord } from '../ledger/month-words.ts';
import type { Cadence, Stage, StageId } from '../types.ts';
import { folded } from '../words.ts';
import { PRESETS } from './cadence.ts';
import { ACTION_WORDS, type ActionWord, ORDINALS } from './last-action-words.ts';

/** A cell once read, before the invoice it stands beside is known. */
export interface ActionText {
  readonly word: ActionWord | null;
  /** `J+10` is 10, `J-7` is −7; null without one. */
  readonly offset: number | null;
  /** 1 for a first reminder, 2 for "Rappel 2"; null without one. */
  readonly rank: number | null;
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
  if (!found) return null;
  const [a, b] = [Number(found[1]), Number(found[2])];
  const [dayFirst, other] = [
    { day: a, month: b },
    { day: b, month: a },
  ];
  const wished = monthFirst === null ? [dayFirst, other] : monthFirst ? [other] : [dayFirst];
  const possible = ({ day, month }: DayMonth) => dayOf(2024, month, day) !== null;
  // A sure reading wins over the declared order: 25 is no month.
  return { text: found[0], readings: (wished.some(possible) ? wished : [dayFirst, other]).filter(possible), year: found[3] };
}

function readDate(text: string, monthFirst: boolean | null, asOf: CalendarDay): { date: ActionDate | null; rest: string } {
  const iso = ISO_IN_TEXT.exec(text);
  if (iso) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return { date: day === null ? null : { kind: 'full', days: [day] }, rest: text.replace(iso[0], ' ') };
  }
  const shown = shownDate(text, monthFirst);
  if (shown === null) return { date: null, rest: text };
  const rest = text.replace(shown.text, ' ');
  if (shown.readings.length === 0) return { date: null, rest };
  if (shown.year === undefined) return { date: { kind: 'day-month', readings: shown.readings }, rest };
  const year = fullYear(shown.year, asOf);
  const days = shown.readings.map(({ day, month }) => dayOf(year, month, day)).filter((day) => day !== null);
  return { date: days.length > 0 ? { kind: 'full', days } : null, rest };
}

/** Two digits fall between 50 years before the as-of year and 49 after. */
function fullYear(year: string, asOf: CalendarDay): number {
  if (year.length === 4) return Number(year);
  const now = partsOf(asOf).year;
  const inThisCentury = now - (now % 100) + Number(year);
  return inThisCentury > now + 49 ? inThisCentury - 100 : inThisCentury < now - 50 ? inThisCentury + 100 : inThisCentury;
}

/** Reads the text of a cell; `monthFirst` is the sheet's order, null when it is not known. Null for an empty cell or words that say nothing. */
export function readLastAction(text: string, monthFirst: boolean | null, asOf: CalendarDay): ActionText | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const sign = OFFSET.exec(text);
  const offset = sign ? (sign[1] === '+' ? 1 : -1) * Number(sign[2]) : null;
  const { date, rest } = readDate(sign ? text.replace(sign[0], ' ') : text, monthFirst, asOf);
  const words = ` ${folded(rest.replace(/[()[\],;!]/g, ' ')).replace(/([a-z]{3})([1-9])(?!\d)/g, '$1 $2')} `;
  const word = ACTION_WORDS.find(([, list]) => list.some((entry) => words.includes(` ${entry} `)))?.[0] ?? null;
  const ordinal = ORDINALS.findIndex((list) => list.some((entry) => words.includes(` ${entry} `)));
  const digit = /(?<! (?:le|du|on|am|el|il|op))\s(n|no|num|r)?\s?([1-9])\s/.exec(words);
  // A lone figure is no rank: it needs a word beside it, or the R of "R2".
  const rank = ordinal >= 0 ? ordinal + 1 : digit && (word !== null || digit[1] === 'r') ? Number(digit[2]) : null;
  return word === null && offset === null && rank === null && date === null ? null : { word, offset, rank, date };
}

/** The day of the action: the latest reading not after the as-of day nor (without a year) before the issue date; null when there is none. */
export function actionDay(date: ActionDate | null, issuedOn: CalendarDay, asOf: CalendarDay): CalendarDay | null {
  if (date === null) return null;
  const days = date.kind === 'full' ? date.days : date.readings.map((reading) => latestDay(reading, asOf)).filter((day) => day !== null);
  const possible = days.filter((day) => day <= asOf && (date.kind === 'full' || day >= issuedOn));
  return possible.length > 0 ? (Math.max(...possible) as CalendarDay) : null;
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

const STANDARD = (PRESETS.get('standard') as Cadence).stages;

/**
 * Which rung of the cadence the text stands for. A word with a stage of its own first, then the stage at or below `J±n`, then the rank among the
 * written stages from the due date on; a bare "Relance" is the first of those. A stage the cadence lacks counts for its usual day. Null when the
 * text says no stage was done.
 */
export function standsFor({ word, offset, rank }: ActionText, cadence: Cadence): StandsFor | null {
  const { stages } = cadence;
  const named = (match: (stage: Stage) => boolean): StandsFor => {
    const found = stages.filter(match);
    const stage = found.find((candidate) => candidate.offset === offset) ?? found[(rank ?? 1) - 1] ?? found[0];
    if (stage) return { stage: stage.id, offset: stage.offset };
    return { stage: word as ActionWord, offset: offset ?? STANDARD.find(({ id }) => id === word)?.offset ?? 0 };
  };
  switch (word) {
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
