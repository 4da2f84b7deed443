/**
 * The fixed words of the panel's screens. They travel with the view, in the one language that is read; the panel itself holds what it makes of numbers
 * and names, and what it says before there is a view.
 */
import type { LanguageCode } from './language.ts';
import { PANEL_EN } from './panel-words-en.ts';
import { PANEL_FR } from './panel-words-fr.ts';

/** The same keys, any words. */
type Shape<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Shape<Words[Key]> };

export type PanelWords = Shape<typeof PANEL_EN>;

export const PANEL_WORDS: Readonly<Record<LanguageCode, PanelWords>> = { fr: PANEL_FR, en: PANEL_EN };
