/**
 * The refresh of every morning, where the user asked for it. It brings the columns up to date and leaves a digest; no reminder is prepared, and no
 * customer hears of it.
 */
import { ran } from './clicks.ts';
import { leaveDigest, type Outcome } from './digest.ts';
import { accountLanguage, momentOf, Patience, spreadsheet } from './google.ts';
import { KeptForUser } from './kept.ts';
import { inWords } from './trouble.ts';
import { WORDS } from './words.ts';

/** The refresh of the morning. What goes wrong is told in the digest: nobody is there to read a message. */
export function refreshDaily(): void {
  const patience = new Patience();
  const language = accountLanguage() ?? 'en';
  const words = WORDS[language];
  let outcome: Outcome;
  try {
    const { view } = ran({ kind: 'refresh', options: { language } }, null, patience, () => words);
    outcome = { view };
  } catch (error) {
    outcome = { trouble: inWords(error, words) };
  }
  const book = spreadsheet();
  leaveDigest(outcome, { language, day: momentOf(book).day, book: book.getName(), kept: new KeptForUser(book.getId()) });
}
