// The page of everything Relance may say, made from the cases: what brings each message about, what it says, and what to do.
import type { LanguageCode } from '../../core/index.ts';
import { FAMILIES } from './catalogue.ts';
import { type MessageCase, outcome, sayingOf } from './message-case.ts';

const SAYS = {
  en: {
    title: 'Every message, and what to do',
    other: 'En français : [Tous les messages](messages-fr.md).',
    intro:
      'Everything Relance may have to tell you, with the smallest sheet, click or file that brings it about. Each line of this page is run by the tests, in English and in French: the sentence is the one that came out. The names at the left are those of the report for programs (`--json`).',
    header: ['Message', 'When', 'It says', 'What to do'],
  },
  fr: {
    title: 'Tous les messages, et que faire',
    other: 'In English: [Every message](messages.md).',
    intro:
      'Tout ce que Relance peut avoir à vous dire, avec la plus petite feuille, le clic ou le fichier qui le provoque. Chaque ligne de cette page est exécutée par les tests, en français et en anglais\u00a0: la phrase est celle qui en est sortie. Les noms à gauche sont ceux du rapport pour programmes (`--json`).',
    header: ['Message', 'Quand', 'Ce qui est dit', 'Que faire'],
  },
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** The text `[Amount]` must not look like a link, nor `<…>` like a tag. */
const plainly = (text: string): string => text.replace(/[[\]<>]/g, (sign) => `\\${sign}`);

async function lineOf(one: MessageCase, language: LanguageCode): Promise<string> {
  const { message, advice } = await outcome(one, language);
  const when = sayingOf(one.when, language);
  return line([`\`${one.id}\``, one.at === '' ? when : `${when} (${one.at})`, plainly(message), plainly(advice)]);
}

/** The page in one language. */
export async function messagesPage(language: LanguageCode): Promise<string> {
  const says = SAYS[language];
  const parts: string[] = [`# ${says.title}`, says.intro];
  for (const family of FAMILIES) {
    const lines: string[] = [];
    for (const one of family.cases) lines.push(await lineOf(one, language));
    parts.push(
      `## ${sayingOf(family.title, language)}`,
      sayingOf(family.intro, language),
      [line(says.header), line(says.header.map(() => '---')), ...lines].join('\n'),
    );
  }
  return `${[...parts, says.other].join('\n\n')}\n`;
}
