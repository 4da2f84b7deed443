/**
 * Why a command is not done. What cannot be true is said at once, in words, and nothing is written: a wrong promise in the journal would stop
 * reminders for weeks.
 */
import { type CalendarDay, dayFromIso } from '../calendar.ts';
import { LANGUAGES, type LanguageCode, saidOf } from '../languages/index.ts';
import type { GuardFacts } from '../languages/language.ts';
import type { GuardId } from '../types.ts';

/** The machine words; their sentences are in `languages/`. */
export const REFUSALS = [
  'unknown-customer',
  'unknown-invoice',
  'several-customers',
  'nothing-open',
  'not-open',
  'unknown-entry',
  'unknown-draft',
  'not-a-day',
  'day-past',
  'amount-not-positive',
  'amount-above-open',
  'several-currencies',
  'part-of-several',
  'not-disputed',
  'no-instalments',
  'instalments-not-ascending',
  'plan-not-whole',
  'instalment-taken',
  'no-words',
  'several-addresses',
  'nothing-paid',
  'nothing-called',
  'written-before',
  'nothing-to-undo',
  'drafts-stay',
  'ids-repeat',
  'entry-gone',
  'not-due',
  'not-a-message',
  'changed-meanwhile',
  'tag-in-words',
  'others-would-change',
  'mail-quota',
  'mail-refused',
  'mail-silent',
  'mail-stopped',
  'stopped-by-you',
  'time-short',
] as const;
export type RefusedWhy = (typeof REFUSALS)[number];

/** A refusal before words, with what its sentence names. */
export interface Refused extends GuardFacts {
  readonly why: RefusedWhy | GuardId;
}

/** A refusal. */
export function refuse(why: Refused['why'], facts: Partial<Omit<Refused, 'why'>> = {}): Refused {
  return { about: '', day: null, minor: 0, currency: null, stage: '', ...facts, why };
}

/** The refusal in the reader's words. */
export function refusedInWords(refused: Refused, language: LanguageCode): { readonly message: string; readonly advice: string } {
  const words = LANGUAGES[language];
  const { why } = refused;
  return saidOf(isGuard(why) ? words.guards[why] : words.refused[why], refused, language);
}

function isGuard(why: Refused['why']): why is Exclude<GuardId, RefusedWhy> {
  return !(REFUSALS as readonly string[]).includes(why);
}

/** A day that is still to come (or today) as of a day; a refusal for what is no day or has passed. */
export function dayToCome(text: string, asOf: CalendarDay): CalendarDay | Refused {
  const day = dayFromIso(text);
  if (day === null) return refuse('not-a-day', { about: text });
  return day < asOf ? refuse('day-past', { day }) : day;
}
