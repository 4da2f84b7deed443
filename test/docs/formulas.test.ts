// `UPDATE_GOLDEN=1 npx jest test/docs` writes the reference pages of the formulas anew from the catalogue.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../../core/functions/catalogue.ts';
import { FUNCTIONS } from '../../core/functions/index.ts';
import { exampleOf, formulasPage, shownBy } from './formulas-page.ts';

const PAGES = [
  ['en', 'formulas.md', /^Example: `(=[^`]+)` shows(?: \*\*(.*)\*\*)?$/],
  ['fr', 'formules.md', /^Exemple\u00a0: `(=[^`]+)` affiche(?: \*\*(.*)\*\*)?$/],
] as const;

describe.each(PAGES)('the reference page in %s', (language, name, example) => {
  const file = join(__dirname, '../../docs', name);

  it('says what the catalogue says', () => {
    const page = formulasPage(language);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, page);
    expect(readFileSync(file, 'utf8')).toBe(page);
  });

  it('shows for every function an example that comes out as printed', () => {
    const lines = readFileSync(file, 'utf8').split('\n');
    const examples = lines.flatMap((line, at) => {
      const found = example.exec(line);
      return found === null ? [] : [{ text: found[1] as string, printed: found[2] ?? null, at }];
    });
    expect(examples.map(({ text }) => /^=([A-Z_]+)/.exec(text)?.[1])).toEqual(
      FUNCTIONS.filter((each) => each.language === language).map((each) => each.name),
    );
    for (const { text, printed, at } of examples) {
      const shown = shownBy(text, language);
      if (printed !== null) expect([text, shown]).toEqual([text, [[printed]]]);
      else {
        const cells = (row: string) => row.slice(2, -2).split(' | ');
        const rows = [lines[at + 2] as string, ...lines.slice(at + 4, at + 3 + shown.length)].map(cells);
        expect([text, rows]).toEqual([text, shown]);
      }
    }
  });
});

it('a French example shows the same figures as the English one', () => {
  const figures = (shown: string[][]) =>
    shown
      .flat()
      .filter((cell) => /^-?[\d.,]+$/.test(cell))
      .map((cell) => cell.replace(',', '.'));
  for (const entry of CATALOGUE) {
    const [english, french] = [shownBy(exampleOf(entry, 'en'), 'en'), shownBy(exampleOf(entry, 'fr'), 'fr')];
    expect([entry.names.en, figures(french)]).toEqual([entry.names.en, figures(english)]);
  }
});
