// `UPDATE_GOLDEN=1 npx jest test/docs` writes docs/tabs.md anew from the tables of the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SETTING_KEYS } from '../../core/tabs/index.ts';
import { tabsPage } from './tabs-page.ts';

const FILE = join(__dirname, '../../docs/tabs.md');

it('docs/tabs.md says what the reader reads', () => {
  const page = tabsPage();
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, page);
  expect(readFileSync(FILE, 'utf8')).toBe(page);
});

it('names every key in both languages', () => {
  const page = readFileSync(FILE, 'utf8');
  for (const { names, means } of Object.values(SETTING_KEYS))
    for (const text of [names.en, names.fr, means.en, means.fr]) expect(page).toContain(text);
});
