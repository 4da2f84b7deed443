/** What was typed after `npm start --`: a file, a language, a day; and the few sentences of the command. */
import { type CalendarDay, dayFromIso } from '../../core/index.ts';

type Language = 'fr' | 'en';

export type ParsedStart =
  | { readonly kind: 'run'; readonly file: string | null; readonly asOf: CalendarDay | null; readonly language: Language | null }
  | { readonly kind: 'help'; readonly language: Language | null }
  /** The word that cannot be obeyed. */
  | { readonly kind: 'usage'; readonly word: string; readonly language: Language | null };

/** Reads the arguments in order; the first thing wrong is the one told. */
export function parseStart(args: readonly string[]): ParsedStart {
  const words = args.flatMap((word) =>
    /^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  );
  const lang = words[words.indexOf('--lang') + 1];
  const language = words.includes('--lang') && (lang === 'fr' || lang === 'en') ? lang : null;
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help', language };
  let [file, asOf]: [string | null, CalendarDay | null] = [null, null];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--lang' && language !== null) at++;
    else if (word === '--as-of') {
      asOf = dayFromIso(words[++at] ?? '');
      if (asOf === null) return { kind: 'usage', word: [word, words[at]].join(' ').trim(), language };
    } else if (word === '' || word.startsWith('--') || file !== null) return { kind: 'usage', word, language };
    else file = word;
  }
  return { kind: 'run', file, asOf, language };
}

const USAGE = 'npm start -- [FILE] [--lang fr|en] [--as-of YYYY-MM-DD]';
const FORMATS = '.xlsx .xlsm .xls .ods .csv .tsv .json';

export const START_WORDS = {
  en: {
    there: (url: string) => `Relance is at ${url}\nNothing leaves this computer. Ctrl+C ends it.`,
    usage: (word: string) => `Relance does not understand “${word}”. Type: ${USAGE}`,
    help: `${USAGE}\n\nOpens the page: your file (${FORMATS}), or a sample, in a spreadsheet with Relance beside it. Your file is never changed.`,
  },
  fr: {
    there: (url: string) => `Relance est à l’adresse ${url}\nRien ne quitte cet ordinateur. Ctrl+C pour terminer.`,
    usage: (word: string) => `Relance ne comprend pas «\u00a0${word}\u00a0». Tapez\u00a0: ${USAGE}`,
    help: `${USAGE}\n\nOuvre la page\u00a0: votre fichier (${FORMATS}), ou un exemple, dans un tableur avec Relance à côté. Votre fichier n’est jamais modifié.`,
  },
} as const;
