/**
 * The languages the panel speaks. Each is a file of its own that is brought when it is first spoken: nobody reads two, and a host that can ask for
 * parts of its script asks for one.
 */
import type { LanguageCode } from '../core/for-panel.ts';
import type { OwnWords } from './own-words.ts';

export const WORDS: Readonly<Record<LanguageCode, () => Promise<OwnWords>>> = {
  fr: async () => (await import('./words-fr.ts')).FR,
  en: async () => (await import('./words-en.ts')).EN,
};
