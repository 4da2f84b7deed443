/**
 * The sheet formulas: what there is to call, and the answer of a call. Hosts register {@link FUNCTIONS} and pass their arguments on as they come; nothing
 * here knows which spreadsheet asks.
 */
import type { LanguageCode } from '../languages/language.ts';
import { Asked, isBlankArgument } from './asked.ts';
import { CATALOGUE } from './catalogue.ts';
import type { FormulaFunction } from './entry.ts';
import type { FormulaAnswer, FormulaArgument, FormulaContext, FormulaNeed, FormulaSignature } from './function.ts';
import { NoAnswer } from './no-answer.ts';
import { FORMULA_WORDS } from './words.ts';

export type * from './function.ts';
export { isFormulaName, namesCalled } from './names.ts';

const LANGUAGES_OF_NAMES: readonly LanguageCode[] = ['en', 'fr'];

/** Every name that can be called, each English one followed by its French alias. */
export const FUNCTIONS: readonly FormulaSignature[] = CATALOGUE.flatMap((entry) =>
  LANGUAGES_OF_NAMES.map((language) => signatureOf(entry, language)),
);

const CALLED: ReadonlyMap<string, { readonly entry: FormulaFunction; readonly language: LanguageCode }> = new Map(
  CATALOGUE.flatMap((entry) => LANGUAGES_OF_NAMES.map((language) => [entry.names[language], { entry, language }] as const)),
);

function signatureOf({ names, text, parameters, result }: FormulaFunction, language: LanguageCode): FormulaSignature {
  return {
    name: names[language],
    language,
    text: text[language],
    parameters: parameters.map((parameter) => ({
      name: parameter.names[language],
      text: parameter.text[language],
      type: parameter.type,
      optional: parameter.optional,
    })),
    result,
  };
}

/** What must be known of the workbook to answer this call; `nothing` for a name that does not exist. */
export function needOf(name: string, args: readonly FormulaArgument[]): FormulaNeed {
  const called = CALLED.get(name.toUpperCase());
  if (!called) return 'nothing';
  const nowhere = { today: 0 as FormulaContext['today'], locale: null, timeZone: null, date1904: false, workbook: null };
  return called.entry.need(new Asked(called.language, called.entry.parameters, args, nowhere));
}

/** Answers a call. Total: whatever the arguments, a value, rows, or an error with its reason in the language of the name; never 0 or nothing instead. */
export function evaluate(name: string, args: readonly FormulaArgument[], context: FormulaContext): FormulaAnswer {
  const called = CALLED.get(name.toUpperCase());
  if (!called)
    return { kind: 'error', code: 'value', message: FORMULA_WORDS[context.locale?.startsWith('fr') ? 'fr' : 'en'].unknownFunction(name) };
  const { entry, language } = called;
  const words = FORMULA_WORDS[language];
  const most = entry.parameters.length;
  if (args.slice(most).some((each) => !isBlankArgument(each))) return { kind: 'error', code: 'value', message: words.tooMany(most) };
  const missing = entry.parameters.find((parameter, at) => !parameter.optional && isBlankArgument(args[at]));
  if (missing) return { kind: 'error', code: 'value', message: words.missing(missing.names[language]) };
  try {
    return entry.run(new Asked(language, entry.parameters, args, context));
  } catch (reason) {
    if (reason instanceof NoAnswer) return { kind: 'error', code: reason.code, message: reason.message };
    throw reason;
  }
}
