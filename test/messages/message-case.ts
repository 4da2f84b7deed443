/**
 * One message of Relance with the smallest sheet, command or file that brings it about. The cases are run in both languages, and the pages
 * docs/messages.md and docs/messages-fr.md are made from what came out.
 */
import type { LanguageCode } from '../../core/index.ts';

/** English, then French. */
export type InEach = readonly [en: string, fr: string];

/** What came out: which message, where, and in which words. */
export interface Said {
  /** Every message of the family that came out: there must be this one and no other. */
  readonly ids: readonly string[];
  /** The cells, the field or the file it is about; '' where it is about the whole command. */
  readonly at: string;
  readonly message: string;
  /** What to do; '' where the message says it itself. */
  readonly advice: string;
}

export interface MessageCase {
  readonly id: string;
  /** What brings it about, as one would tell it. */
  readonly when: InEach;
  readonly at: string;
  said(language: LanguageCode): Said | Promise<Said>;
}

/** Messages that are said in one place. */
export interface Family {
  readonly title: InEach;
  /** Where they are read, and what they have in common. */
  readonly intro: InEach;
  /** Every id there is: the keys of the words in a language. */
  ids(language: LanguageCode): readonly string[];
  readonly cases: readonly MessageCase[];
}

/** The place of `fr` and `en` in {@link InEach}. */
export const sayingOf = (words: InEach, language: LanguageCode): string => words[language === 'en' ? 0 : 1];

/** The values of a record of words that speak: a value is a sentence, a pair of sentence and advice, or what makes one. */
type Sentence = string | ((...facts: never[]) => unknown) | readonly unknown[];

/**
 * Which entries of a record of words were asked to speak while `speak` ran, and what it answered. A word that is a function is listened to; one that
 * is a plain sentence counts when it stands in the answer.
 */
export function heard<Words extends object, Answer>(
  words: Words,
  speak: () => Answer,
  text: (answer: Answer) => string,
): { readonly ids: readonly string[]; readonly answer: Answer } {
  const table = words as Record<string, Sentence>;
  const before = { ...table };
  const ids = new Set<string>();
  for (const [id, sentence] of Object.entries(before))
    if (typeof sentence === 'function')
      table[id] = (...facts: never[]) => {
        ids.add(id);
        return sentence(...facts);
      };
  try {
    const answer = speak();
    const said = text(answer);
    for (const [id, sentence] of Object.entries(before)) if (typeof sentence === 'string' && said.includes(sentence)) ids.add(id);
    return { ids: [...ids], answer };
  } finally {
    Object.assign(table, before);
  }
}

const told = new Map<MessageCase, Map<LanguageCode, Promise<Said>>>();

/** What came of a case, which is run once for all that look at it. */
export function outcome(one: MessageCase, language: LanguageCode): Promise<Said> {
  const known = told.get(one) ?? new Map<LanguageCode, Promise<Said>>();
  told.set(one, known);
  const said = known.get(language) ?? Promise.resolve(one.said(language));
  known.set(language, said);
  return said;
}
