/** The languages Relance speaks, and how each writes money and days inside a sentence. */
import { moneyText, shortDate } from '../messages/money-text.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language, LanguageCode, Say, SentenceAndAdvice } from './language.ts';

export type { GuardFacts, Language, LanguageCode, Say } from './language.ts';

export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = { fr, en };

/** What is the matter and what to do, as it is said of these facts. */
export function saidOf<Facts>(
  [message, advice]: SentenceAndAdvice<Facts>,
  facts: Facts,
  code: LanguageCode,
): { readonly message: string; readonly advice: string } {
  return { message: message(facts, sayIn(code)), advice: typeof advice === 'string' ? advice : advice(facts) };
}

/** How a sentence of the language writes money, days and stages. */
export function sayIn(code: LanguageCode): Say {
  const { stages } = LANGUAGES[code];
  return {
    money: (minor, currency) => moneyText(minor, currency, code),
    day: (day) => shortDate(day, code),
    stage: (id) => stages[id] ?? id,
  };
}
