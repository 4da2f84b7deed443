/** All that the panel says in a language, both halves, as a screen has it. */
import { PANEL_WORDS } from '../../core/languages/panel-words.ts';
import { wordsOf } from '../../panel/own-words.ts';
import { EN as OWN_EN } from '../../panel/words-en.ts';
import { FR as OWN_FR } from '../../panel/words-fr.ts';

export const FR = wordsOf(OWN_FR, PANEL_WORDS.fr);
export const EN = wordsOf(OWN_EN, PANEL_WORDS.en);
