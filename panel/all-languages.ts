/** The languages of languages.ts, brought with the panel: a page in one piece cannot ask for a part of its script later (see `inOnePiece` in build.mjs). */
import type { WORDS as PARTS } from './languages.ts';
import { EN } from './words-en.ts';
import { FR } from './words-fr.ts';

export const WORDS: typeof PARTS = { fr: async () => FR, en: async () => EN };
