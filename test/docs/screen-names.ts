// Everything a person can read on the screen in a language, for the guide to be held to. A sentence made by a function is asked for with samples, and
// what varies in it stands as “…”.
import { BOARD_NAMES } from '../../core/dashboard/layout.ts';
import { FORMULA_WORDS } from '../../core/functions/words.ts';
import { ACT_WORDS } from '../../core/languages/act-words.ts';
import { EXPLANATIONS } from '../../core/languages/explanations.ts';
import { HOUSE_WORDS } from '../../core/languages/house-words.ts';
import { LANGUAGES, type LanguageCode } from '../../core/languages/index.ts';
import { PROBLEM_WORDS } from '../../core/languages/problem-words.ts';
import { EVIDENCE_TEXTS } from '../../core/messages/evidence-texts.ts';
import { SETTING_KEYS } from '../../core/tabs/index.ts';
import { TAB_SHAPES } from '../../core/tabs/tab-shapes.ts';
import { WORDS as PAGE_WORDS } from '../../local/page/words.ts';
import { EN, FR } from '../panel/words.ts';

const VARIES = '…';
/** Stands for any object a sentence may be made of. */
const ANYTHING = new Proxy({}, { get: () => VARIES });
/** Plurals ask for a number; two is one of them in every language. */
const SAMPLES: readonly unknown[] = [VARIES, 2, '2', ANYTHING];

/** A name as it is compared: any kind of space is a space, any apostrophe an apostrophe; numbers vary, and so does what is counted. */
export function plainName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/'/g, '’')
    .trim();
}

function gather(words: unknown, into: Set<string>): void {
  if (typeof words === 'string') into.add(plainName(words));
  else if (typeof words === 'function')
    for (const sample of SAMPLES) {
      let said: unknown;
      try {
        said = words(...Array.from({ length: Math.max(1, words.length) }, () => sample));
      } catch {
        continue; // Not what this sentence is made of; another sample is.
      }
      if (typeof said === 'string') into.add(plainName(said.replace(/(?:\d|…)+/g, VARIES)));
    }
  else if (Array.isArray(words)) for (const part of words) gather(part, into);
  else if (typeof words === 'object' && words !== null) for (const part of Object.values(words)) gather(part, into);
}

/** Every name and sentence of the panel, the page, the sheet's columns, the tabs and their settings. */
export async function screenNames(code: LanguageCode): Promise<ReadonlySet<string>> {
  const at = code === 'en' ? 0 : 1;
  const names = new Set<string>();
  gather(code === 'en' ? EN : FR, names);
  gather(
    [
      PAGE_WORDS[code],
      LANGUAGES[code],
      ACT_WORDS[code],
      EXPLANATIONS[code],
      HOUSE_WORDS[code],
      PROBLEM_WORDS[code],
      FORMULA_WORDS[code],
      EVIDENCE_TEXTS[code],
      BOARD_NAMES[code],
    ],
    names,
  );
  for (const { names: tab, columns } of Object.values(TAB_SHAPES)) {
    gather(tab[code], names);
    for (const column of Object.values(columns) as (readonly string[])[]) gather(column[at], names);
  }
  for (const key of Object.values(SETTING_KEYS)) gather(key.names[code], names);
  // A sentence may begin a line that goes on; its words alone are a name.
  return new Set([...names, ...[...names].map((name) => name.replace(/\s*[:.]$/, ''))]);
}
