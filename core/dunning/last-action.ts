/**
 * Reads a "last action" cell: what was done about the invoice before Relance kept a journal. Words first ("Appel", "Mise en demeure"), then `J±n`,
 * then the rank among the written reminders ("Rappel 2"); the day in it, when it has one.
 */
import { type CalendarDay, dayOf, NO_DAY, partsOf } from '../calendar.ts';
import type { Cadence, Stage, StageId } from '../types.ts';
import { folded } from '../words.ts';
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
/** `years` candidates are tried when the text gives no year; two readings when day and month cannot be told apart. */
export type ActionDate = { readonly kind: 'full'; readonly days: readonly CalendarDay[] } | { readonly kind: 'day-month'; readonly readings: readonly { readonly day: number; readonly month: number }[] };

/** The stage the text stands for in a cadence, and its offset; stage null when something was done that is no stage. */
export interface StandsFor {
  readonly stage: StageId | null;
  readonly offset: number;
}

const ISO_IN_TEXT = /(\d{4})-(\d{1,2})-(\d{1,2})/;
const NUMERIC = /(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?!\d)/;
const OFFSET = /(?:^|[^a-z])[jd]\s*([+\u2212-])\s*(\d{1,3})(?!\d)/i;

function readDate(text: string, monthFirst: boolean | null, asOf: CalendarDay): { date: ActionDate | null; rest: string } {
  const iso = ISO_IN_TEXT.exec(text);
  if (iso) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return { date: day === null ? null : { kind: 'full', days: [day] }, rest: text.replace(iso[0], ' ') };
  }
  const named = namedMonthDate(text);
  const found = named ?? NUMERIC.exec(text);
  if (!found) return { date: null, rest: text };
  const [whole, first, second, yearText] = found as unknown as [string, string, string, string | undefined];
  const [a, b] = [Number(first), Number(second)];
  const readings = (named || monthFirst === false ? [{ day: a, month: b }] : monthFirst ? [{ day: b, month: a }] : [{ day: a, month: b }, { day: b, month: a }])
    // A sure reading wins over the declared order: 25 is no month.
    .concat(named || b <= 12 || a > 12 ? [] : [{ day: b, month: a }])
    .concat(named || monthFirst !== true || a <= 12 ? [] : [{ day: a, month: b }])
    .filter(({ day, month }) => dayOf(2024, month, day) !== null);
  const rest = text.replace(whole, ' ');
  if (readings.length === 0) return { date: null, rest };
  if (yearText === undefined) return { date: { kind: 'day-month', readings }, rest };
  let year = Number(yearText);
  if (yearText.length === 2) {
    const century = partsOf(asOf).year - (partsOf(asOf).year % 100);
    year = century + year > partsOf(asOf).year + 49 ? century + year - 100 : century + year;
  }
  const days = readings.map(({ day, month }) => dayOf(year, month, day)).filter((day) => day !== null);
  return { date: days.length > 0 ? { kind: 'full', days } : null, rest };
}

/** First letters of month names in the six languages, folded, that tell the month: "15 sept.", "3 août", "2 März". */
const MONTHS: readonly RegExp[] = [
  /^(jan|ene|gen)/, /^(fev|feb)/, /^(mar|mrt|maer)/, /^(avr|apr|abr)/, /^(mai|may|mag|mei)/, /^(juin|jun|giu)/, /^(juil|jul|lug)/, /^(aou|aug|ago)/, /^(sep|set)/, /^(oct|okt|ott)/, /^nov/, /^(dec|dez|dic)/,
];

function namedMonthDate(text: string): string[] | null {
  const found = /(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+([a-z\u00c0-\u017f]{3,10})\.?(?:\s+(\d{4}))?/i.exec(text);
  const flipped = found ? null : /([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?!\d)/i.exec(text);
  const [whole, day, word, year] = found ?? (flipped ? [flipped[0], flipped[2], flipped[1], flipped[3]] : []);
  if (whole === undefined || word === undefined) return null;
  const month = MONTHS.findIndex((pattern) => pattern.test(folded(word)));
  return month < 0 ? null : [whole, day as string, String(month + 1), year as string];
}

/** Reads the text of a cell; `monthFirst` is the sheet's order, null when it is not known. Null for an empty cell or a lone dash. */
export function readLastAction(text: string, monthFirst: boolean | null, asOf: CalendarDay): ActionText | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const sign = OFFSET.exec(text);
  const offset = sign ? (sign[1] === '+' ? 1 : -1) * Number(sign[2]) : null;
  const { date, rest } = readDate(sign ? text.replace(sign[0], ' ') : text, monthFirst, asOf);
  const words = ` ${folded(rest)} `;
  const word = ACTION_WORDS.find(([, list]) => list.some((entry) => words.includes(` ${entry} `)))?.[0] ?? null;
  const ordinal = ORDINALS.findIndex((list) => list.some((entry) => words.includes(` ${entry} `)));
  const digit = /(?:^|\s)(?:n|no|num|r)?\s?([1-9])\s/.exec(words.replace(/[()]/g, ' '));
  const rank = ordinal >= 0 ? ordinal + 1 : digit ? Number(digit[1]) : null;
  return word === null && offset === null && rank === null && date === null ? null : { word, offset, rank: word === null && offset === null && ordinal < 0 && !/\br[1-9]\b/.test(words) ? null : rank, date };
}

/** The day of the action: the latest reading not after the as-of day nor (without a year) before the issue date; null when there is none. */
export function actionDay(date: ActionDate | null, issuedOn: CalendarDay, asOf: CalendarDay): CalendarDay | null {
  if (date === null) return null;
  let latest: CalendarDay | null = null;
  const keep = (day: CalendarDay | null) => {
    if (day !== null && day <= asOf && (latest === null || day > latest)) latest = day;
  };
  if (date.kind === 'full') for (const day of date.days) keep(day);
  else
    for (const { day, month } of date.readings)
      for (let year = partsOf(asOf).year; year > partsOf(asOf).year - 8; year--) {
        const candidate = dayOf(year, month, day);
        if (candidate === null || candidate > asOf) continue;
        if (issuedOn === NO_DAY || candidate >= issuedOn) keep(candidate);
        break;
      }
  return latest;
}

/** True when the text gives a whole date that lies after the as-of day only: it has not happened yet. */
export function isStillToCome(date: ActionDate | null, asOf: CalendarDay): boolean {
  return date !== null && date.kind === 'full' && date.days.every((day) => day > asOf);
}

const isWritten = (stage: Stage) => stage.channel !== 'call';

/** The offset of a word's stage where the cadence has no such stage: the standard ladder's. */
const USUAL_OFFSET: Partial<Record<ActionWord, number>> = { 'pre-reminder': -7, call: 10, 'formal-reminder': 20, 'formal-notice': 30, written: 3 };

/**
 * Which rung of the cadence the text stands for. A word with a stage of its own first, then the stage at or below `J±n`, then the rank among the
 * written stages from the due date on; a bare "Relance" is the first of those. Null when the text says no stage was done.
 */
export function standsFor(action: ActionText, cadence: Cadence): StandsFor | null {
  const postDue = cadence.stages.filter((stage) => stage.offset >= 0);
  const byOffset = (offset: number): Stage | undefined => cadence.stages.filter((stage) => stage.offset <= offset && (offset >= 0 ? stage.offset >= 0 : true)).at(-1);
  const named = (match: (stage: Stage) => boolean): StandsFor => {
    const found = cadence.stages.filter(match);
    const stage = found.find((candidate) => candidate.offset === action.offset) ?? found[(action.rank ?? 1) - 1] ?? found[0];
    const usual = action.offset ?? USUAL_OFFSET[action.word as ActionWord] ?? 0;
    return stage ? { stage: stage.id, offset: stage.offset } : { stage: byOffset(usual)?.id ?? action.word, offset: usual };
  };
  switch (action.word) {
    case 'pre-reminder':
      return named((stage) => stage.offset < 0);
    case 'call':
      return named((stage) => stage.channel === 'call');
    case 'formal-notice':
      return named((stage) => stage.tone === 'final' || stage.id === 'formal-notice');
    case 'formal-reminder':
      return named((stage) => stage.tone === 'firm' || stage.id === 'formal-reminder');
    case 'written':
    case 'not-a-contact':
    case null:
  }
  if (action.offset !== null) return { stage: byOffset(action.offset)?.id ?? (action.offset < 0 ? 'pre-reminder' : null), offset: action.offset };
  if (action.word !== 'written' && action.rank === null) return null;
  const written = postDue.filter(isWritten);
  const stage = written[(action.rank ?? 1) - 1] ?? written.at(-1);
  return stage ? { stage: stage.id, offset: stage.offset } : null;
}
