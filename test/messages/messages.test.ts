// Every message Relance can say: each is brought about by its smallest case, in both languages, and stands in docs/messages.md and messages-fr.md.
// `UPDATE_GOLDEN=1 npx jest test/messages` writes the pages anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { LanguageCode } from '../../core/index.ts';
import { FAMILIES } from './catalogue.ts';
import { outcome, sayingOf } from './message-case.ts';
import { messagesPage } from './messages-page.ts';

const LANGUAGES: readonly LanguageCode[] = ['en', 'fr'];

describe.each(FAMILIES.map((family) => [family.title[0], family] as const))('%s', (_, family) => {
  it.each(LANGUAGES)('has a case for every message there is (%s)', (language) => {
    expect(family.cases.map(({ id }) => id).sort()).toEqual([...family.ids(language)].sort());
  });

  it.each(family.cases.flatMap((one) => LANGUAGES.map((language) => [one.id, language, one] as const)))(
    '%s comes of its case, there and alone (%s)',
    async (id, language, one) => {
      const { ids, at, message, advice } = await outcome(one, language);
      expect({ ids: [...new Set(ids)], at }).toEqual({ ids: [id], at: one.at });
      for (const sentence of advice === '' ? [message] : [message, advice]) {
        expect(sentence).toMatch(/(?:[.!?…»”)]|\.xlsx)$/);
        expect(sentence).not.toMatch(/undefined|NaN|\[object|[?!]\.$/);
        if (language === 'fr') expect(sentence).not.toMatch(/ [:;!?»]|« |\p{L}'\p{L}/u);
      }
      expect(sayingOf(one.when, language)).toMatch(/\S/);
    },
  );
});

it.each([
  ['en', 'messages.md'],
  ['fr', 'messages-fr.md'],
] as const)('the page in %s shows what comes out', async (language, name) => {
  const file = join(__dirname, '../../docs', name);
  const page = await messagesPage(language);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});
