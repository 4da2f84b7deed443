/** What may be told of a customer, and how each act is called: on its button, at the head of its form, once it is noted. */
import { ACTS_EN } from './act-words-en.ts';
import { ACTS_FR } from './act-words-fr.ts';
import type { LanguageCode } from './language.ts';

/** Everything one can do about a customer; commands bear these names. */
export type ActKind =
  | 'log-call'
  | 'promise'
  | 'dispute'
  | 'resolve'
  | 'hold'
  | 'plan'
  | 'reply'
  | 'note'
  | 'write-to'
  | 'log-letter'
  | 'log-hand-over'
  | 'skip';

export interface ActNames {
  /** On the button that begins it, at the head of its form, and on the button that ends it. */
  readonly begin: Readonly<Record<ActKind, string>>;
  readonly titles: Readonly<Record<ActKind, string>>;
  readonly go: Readonly<Record<Exclude<ActKind, 'log-call'>, string>>;
  /** What was noted; the customer is named after it. */
  readonly told: Readonly<Record<Exclude<ActKind, 'write-to'> | 'sent' | 'discarded' | 'unknown', string>>;
  /** What the words one may add are about. */
  readonly note: Readonly<Record<Exclude<ActKind, 'write-to'>, string>>;
  /** The form of a plan. */
  readonly plan: Readonly<
    Record<
      | 'deposit'
      | 'parts'
      | 'every'
      | 'distance'
      | 'first'
      | 'lines'
      | 'none'
      | 'add'
      | 'again'
      | 'unsure'
      | 'currencies'
      | 'counterpart'
      | 'counterpartHelp'
      | 'confirm',
      string
    >
  > & { readonly rhythms: Readonly<Record<'month' | 'week' | 'days', string>> };
  /** What comes of it, where that is not plain. */
  readonly comes: Readonly<Partial<Record<ActKind, string>>>;
}

export const ACT_WORDS: Readonly<Record<LanguageCode, ActNames>> = { fr: ACTS_FR, en: ACTS_EN };
