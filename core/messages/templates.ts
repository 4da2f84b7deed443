/**
 * The user's own messages, and which of them is said: the one made for this stage, this language and this kind of payer, before the one made for
 * this stage and language whoever pays. Where the user has none, ours are said.
 */
import type { PayerProfile } from '../customers/payer-profile.ts';
import type { ParsedText, Trouble } from './template-parse.ts';

/** One line of the Templates tab. */
export interface Template {
  /** A stage, a message beside the ladder, or a name that the cadence tab gives to a stage. */
  readonly name: string;
  /** Null: the workbook's own language. */
  readonly language: 'fr' | 'en' | null;
  /** Null: every payer. */
  readonly profile: PayerProfile | null;
  /** Null: our subject. */
  readonly subject: ParsedText | null;
  readonly body: ParsedText;
  /** Where it stands, as the user finds it: sheet, 1-based row, and the column letters of its two cells. */
  readonly place: { readonly sheet: string; readonly row: number; readonly subject: string; readonly body: string };
}

/** What is wrong with the text of a template whatever it is filled with, and in which cell; null when nothing is. */
export function templateTrouble({ subject, body, place }: Template): (Trouble & { readonly cell: string }) | null {
  const ofSubject = subject?.troubles[0];
  if (ofSubject) return { ...ofSubject, cell: `${place.subject}${place.row}` };
  const ofBody = body.troubles[0];
  return ofBody ? { ...ofBody, cell: `${place.body}${place.row}` } : null;
}

/** What a message is to be said in. */
export interface TemplateWish {
  /** Names in order: the one the cadence gives, then the stage's. */
  readonly names: readonly string[];
  readonly language: 'fr' | 'en';
  readonly ownLanguage: 'fr' | 'en';
  readonly profile: PayerProfile;
}

/** The most fitting template; null when the user has none for this message. The profile's own goes before that of every payer. */
export function chosenTemplate(templates: readonly Template[], { names, language, ownLanguage, profile }: TemplateWish): Template | null {
  for (const name of names) {
    const fitting = templates.filter(
      (template) => template.name === name && (template.language ?? ownLanguage) === language && (template.profile ?? profile) === profile,
    );
    const best = fitting.find((template) => template.profile !== null) ?? fitting[0];
    if (best) return best;
  }
  return null;
}
