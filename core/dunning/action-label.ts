/**
 * The labels Relance writes in the action columns, and how it knows them again. Only a cell that is nothing but such a label may be replaced:
 * "Appel J+10 (15/09)" is one, "appel Mme Durand mardi" is the user's own words.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import { LANGUAGES, type LanguageCode, sayIn } from '../languages/index.ts';
import type { Cadence, StageId } from '../types.ts';
import { folded } from '../words.ts';
import { ACTION_WORDS, ORDINALS } from './last-action-words.ts';

/** `Relance J+3`, `Reminder D+3`; a stage without a known offset by its name alone. */
export function stageLabel(stage: StageId, offset: number | null, language: LanguageCode): string {
  const { dayMark } = LANGUAGES[language];
  const name = sayIn(language).stage(stage);
  return offset === null ? name : `${name} ${dayMark}${offset < 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/** `Relance J+3 (15/09/2025)`; without a day the label alone. */
export function doneLabel(stage: StageId, offset: number | null, on: CalendarDay | null, language: LanguageCode): string {
  const label = stageLabel(stage, offset, language);
  return on === null || on === NO_DAY ? label : `${label} (${sayIn(language).day(on)})`;
}

const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...ACTION_WORDS.flatMap(([, words]) => words),
  ...Object.values(LANGUAGES).flatMap((language) => Object.values(language.stages).map(folded)),
]);
const ORDINAL_WORDS: ReadonlySet<string> = new Set(ORDINALS.flat());

/** The names of a house's own stages, as they stand in a label once folded. */
export function ownStageWords(cadences: Iterable<Cadence>): ReadonlySet<string> {
  return new Set([...cadences].flatMap(({ stages }) => stages.map(({ id }) => folded(id))));
}

/** Whether a cell's text is an action label and nothing else: a known word, with or without a rank, `J±n` and a date. */
export function isActionLabel(text: string, ownStages: ReadonlySet<string>): boolean {
  const bare = folded(
    text
      .replace(/[jd]\s*[+\u2212-]\s*\d{1,3}/gi, ' ')
      .replace(/\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?|\d{1,2} [A-Za-zéûôäö]{3,9}\.? \d{4}/g, ' ')
      .replace(/[()[\],;–—]/g, ' '),
  );
  if (bare === '') return text.trim() !== '';
  const words = bare.split(' ').filter((word) => !ORDINAL_WORDS.has(word) && !/^(n|no|num|le|du|on|am|el|il|op|\d)$/.test(word));
  return words.length === 0 || KNOWN_WORDS.has(words.join(' ')) || KNOWN_WORDS.has(bare) || ownStages.has(bare);
}
