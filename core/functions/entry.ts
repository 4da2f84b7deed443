/**
 * One line of the catalogue: how a function is called in each language, what it takes, and how it answers. Hosts, autocomplete and the reference page are
 * made from these lines, so that they cannot disagree.
 */
import type { LanguageCode } from '../languages/language.ts';
import type { Asked } from './asked.ts';
import type { FormulaAnswer, FormulaNeed, FormulaParameter, FormulaSignature } from './function.ts';

/** A text in every language. */
export type InLanguages = Readonly<Record<LanguageCode, string>>;

/** One argument; `id` is how the code asks for it. */
export interface Parameter {
  readonly id: string;
  readonly names: InLanguages;
  readonly text: InLanguages;
  readonly type: FormulaParameter['type'];
  readonly optional: boolean;
}

export interface FormulaFunction {
  readonly names: InLanguages;
  readonly text: InLanguages;
  readonly parameters: readonly Parameter[];
  readonly result: FormulaSignature['result'];
  /** The arguments of the reference page's example, as they are typed, over its table in A1:H9. */
  readonly example: readonly (string | InLanguages)[];
  readonly need: (asked: Asked) => FormulaNeed;
  /** May throw a NoAnswer. */
  readonly run: (asked: Asked) => FormulaAnswer;
}

/** An argument that must be given. */
export function required(id: string, fr: string, type: Parameter['type'], text: InLanguages): Parameter {
  return { id, names: { en: id, fr }, text, type, optional: false };
}

/** An argument that may be left out. */
export function optional(id: string, fr: string, type: Parameter['type'], text: InLanguages): Parameter {
  return { ...required(id, fr, type, text), optional: true };
}
