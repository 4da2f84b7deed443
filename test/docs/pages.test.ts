// The pages of documentation: every link leads somewhere, every command exists, every picture is made by the script, every name in bold in the guides
// is on the screen.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DOC_PICTURES } from '../page/doc-pictures.ts';
import { plainName, screenNames } from './screen-names.ts';

const ROOT = join(__dirname, '../..');
const PICTURES = 'docs/pictures';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const under = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? under(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );

const PAGES = ['README.md', 'CHANGELOG.md', ...under('docs').filter((path) => path.endsWith('.md'))];
const GUIDES = [
  ['fr', 'docs/guide/fr.md'],
  ['en', 'docs/guide/en.md'],
] as const;

const CODE = /^```[\s\S]*?^```|`[^`\n]+`/gm;
/** The text of a page without what is quoted as code. */
const prose = (text: string) => text.replace(CODE, '');
/** The npm scripts named in what is quoted as code. */
const commandsIn = (text: string) =>
  (text.match(CODE) ?? []).flatMap((code) =>
    [...code.matchAll(/\bnpm (?:run )?(?:--silent )?([a-z]+(?::[a-z]+)?)\b/g)].map((found) => found[1] as string),
  );

/** How GitHub names the anchor of a heading, before it numbers those that repeat. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
    .replace(/ /g, '-');

function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const name = slug(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, ''));
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    anchors.add(before === 0 ? name : `${name}-${before}`);
  }
  return anchors;
}

interface Link {
  readonly target: string;
  readonly isPicture: boolean;
}

const linksOf = (text: string): Link[] =>
  [...prose(text).matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, mark, target = '']) => ({ target, isPicture: mark === '!' }));

/** Where a link of a page leads within the repository; null for one that leaves it. */
function placeOf(page: string, { target }: Link): { readonly path: string; readonly anchor: string } | null {
  if (/^[a-z]+:/.test(target)) return null;
  const [path = '', anchor = ''] = target.split('#');
  return { path: path === '' ? page : normalize(join(dirname(page), path)), anchor: decodeURIComponent(anchor) };
}

const picturesOf = (page: string) =>
  linksOf(read(page))
    .filter(({ isPicture }) => isPicture)
    .map((link) => placeOf(page, link)?.path ?? link.target);

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('has links that lead somewhere', () => {
    const broken = linksOf(text).filter((link) => {
      const place = placeOf(page, link);
      if (place === null) return false;
      if (!existsSync(join(ROOT, place.path))) return true;
      return place.anchor !== '' && !anchorsOf(read(place.path)).has(place.anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(commandsIn(text).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names files that exist', () => {
    const rooms = 'core|panel|local|appsscript|office-addin|test|bench|samples|docs';
    const named = [...text.matchAll(new RegExp(`\`((?:${rooms})/[\\w./-]*)\``, 'g'))].map((found) => found[1] as string);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

it('is read by somebody: every page can be reached from README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached)
    for (const link of linksOf(read(page))) {
      const path = placeOf(page, link)?.path;
      if (path?.endsWith('.md') && existsSync(join(ROOT, path))) reached.add(path);
    }
  expect(PAGES.filter((page) => !reached.has(page))).toEqual([]);
});

describe('pictures', () => {
  const files = under(PICTURES).map((path) => relative(PICTURES, path));
  const shown = new Set(PAGES.flatMap(picturesOf).map((path) => relative(PICTURES, path)));
  const made = new Set([...DOC_PICTURES.map(({ file }) => file), 'report.svg']);

  it('are each made by a script', () => {
    expect(read(`${PICTURES}/make-report-picture.mjs`)).toContain("'report.svg'");
    expect(files.filter((file) => !file.endsWith('.mjs') && !made.has(file))).toEqual([]);
  });

  it('are each shown on a page, and those shown are there', () => {
    expect([...made].filter((file) => !shown.has(file))).toEqual([]);
    expect([...shown].filter((file) => !files.includes(file))).toEqual([]);
  });

  it('show screens the walk comes by', () => {
    const walk = read('test/page/screens.ts');
    expect(DOC_PICTURES.filter(({ screen }) => !walk.includes(`'${screen}'`))).toEqual([]);
  });
});

describe('the guides', () => {
  it.each(GUIDES)('in %s name the screen as it is', async (code, page) => {
    const names = await screenNames(code);
    const bold = [...prose(read(page)).matchAll(/\*\*([^*]+)\*\*/g)].map((found) => found[1] as string);
    expect(bold.length).toBeGreaterThan(100);
    expect([...new Set(bold)].filter((name) => !names.has(plainName(name)))).toEqual([]);
  });

  it('say the same in both languages', () => {
    const [fr, en] = GUIDES.map(([code, page]) => {
      const lines = read(page).split('\n');
      return lines.flatMap((line) => {
        const kind = /^(#+) |^ *(\d+)\. |^ *(-) |^(\|)|^!\[[^\]]*\]\((.*)\)$/.exec(line);
        if (kind === null) return [];
        const [, heading, step, item, row, picture] = kind;
        return [heading ?? (step && 'step') ?? item ?? row ?? (picture as string).replace(`-${code}.png`, '')];
      });
    });
    expect(fr).toEqual(en);
  });

  it('keep French punctuation on its line', () => {
    for (const french of [read('docs/guide/fr.md'), read('docs/privacy.md').split('\n# ')[1] as string])
      expect(prose(french).match(/.{0,20}(?: [:;!?»%€]|« |\p{L}'\p{L}).{0,10}/gu) ?? []).toEqual([]);
  });
});
