/** Who reads the pane: the language Excel speaks to them, else that of their browser. The panel then follows the workbook, or the user's choice. */
import type { LanguageCode } from '../core/for-panel.ts';
import { PANE_WORDS, type PaneWords } from './pane-words.ts';

export function readersLanguage(): LanguageCode {
  const office = typeof Office === 'undefined' ? undefined : Office.context?.displayLanguage;
  return /^fr/i.test(office ?? navigator.language) ? 'fr' : 'en';
}

export const paneWords = (): PaneWords => PANE_WORDS[readersLanguage()];
