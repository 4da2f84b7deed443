/**
 * The Templates tab: the house's own messages, one line per stage, language and kind of payer. A text that cannot be read stays in the list: it is
 * better to ask for it to be mended than to send other words than the house's own.
 */
import type { PayerProfile } from '../customers/payer-profile.ts';
import { parseTemplate } from '../messages/template-parse.ts';
import type { Template } from '../messages/templates.ts';
import type { TabLine } from './tab-line.ts';
import type { ColumnOf } from './tab-shapes.ts';
import { LANGUAGE_WORDS, PROFILE_WORDS, templateName } from './tab-words.ts';

type Line = TabLine<ColumnOf<'templates'>>;

/** Reads the lines; of two lines for the same stage, language and payer the first stands. A line whose two texts are blank is still to be written. */
export function readTemplates(lines: Iterable<Line>): Template[] {
  const templates: Template[] = [];
  for (const line of lines) {
    const template = readTemplate(line);
    if (template === null) continue;
    const { name, language, profile } = template;
    const isTwin = templates.some((other) => other.name === name && other.language === language && other.profile === profile);
    if (isTwin) line.complain('stage', 'repeated-template');
    else templates.push(template);
  }
  return templates;
}

function readTemplate(line: Line): Template | null {
  const subject = line.text('subject');
  const body = line.wording('body').trimEnd();
  if (subject === '' && body === '') return null;
  const name = templateName(line.text('stage'));
  if (name === '') line.complain('stage', 'missing-stage');
  if (body === '') line.complain('body', 'missing-body');
  const language = line.word('language', LANGUAGE_WORDS, 'unknown-language');
  const profile = line.word<PayerProfile | 'any'>('profile', PROFILE_WORDS, 'unknown-profile');
  // For whom a line is meant is not guessed: our own words are said in its place.
  if (line.isBad) return null;
  const place = { sheet: line.sheet, row: line.row, subject: line.letter('subject'), body: line.letter('body') };
  const template: Template = {
    name,
    language,
    profile: profile === 'any' ? null : profile,
    subject: subject === '' ? null : parseTemplate(subject.replace(/\s+/g, ' '), 'subject'),
    body: parseTemplate(body, 'body'),
    place,
  };
  for (const column of ['subject', 'body'] as const) {
    const trouble = template[column]?.troubles[0];
    if (trouble) line.complain(column, trouble.trouble, trouble.written);
  }
  return template;
}
