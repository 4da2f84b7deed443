/** What the laws of injection say of a page, held against a true browser: its parser, and the panel living with hostile texts on every screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { launchBrowser } from '../browser.ts';
import { DAY, houses, SHEET_NAMES, TEXTS_A_BOOK } from '../laws/hostile-book.ts';
import { hostileText } from '../laws/hostile-texts.ts';
import { taken } from '../laws/html-tokens.ts';
import { make } from '../laws/injection.ts';
import { type Stage, settled, stage, unfolded } from '../panel/stage.ts';

const BOOKS = Number(process.env.INJECTED_BOOKS ?? 12);
const texts = fc.array(hostileText, { minLength: TEXTS_A_BOOK, maxLength: TEXTS_A_BOOK });
const books = fc
  .sample(fc.tuple(texts, fc.constantFrom(...SHEET_NAMES)), BOOKS)
  .map(([words, name], n) => houses(words, name, n % 2 === 0));

let panels: Stage;
beforeAll(async () => {
  panels = await stage();
});
afterAll(() => panels.close());

/** Names of elements with those of their attributes, counted. */
const counted = (elements: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const element of elements) counts[element] = (counts[element] ?? 0) + 1;
  return counts;
};

/** The same of what was taken apart without a browser. */
const ofTokens = (html: string): string[] =>
  taken(html)
    .tags.filter((tag) => /^[a-z]/.test(tag))
    .map((tag) => {
      const [, name = '', rest = ''] = /^([a-z0-9]+)((?:[^"]|"[^"]*")*)$/.exec(tag) ?? [];
      return [
        name,
        ...[...rest.matchAll(/([a-z-]+)(?==|$|\s)(?:="[^"]*")?/gi)].map(([, attribute]) => (attribute as string).toLowerCase()).sort(),
      ].join(' ');
    });

describe('in Chromium', () => {
  it('pages have the elements and attributes we count, and no others', async () => {
    const browser = await launchBrowser();
    let pages = 0;
    try {
      const page = await browser.newPage({ javaScriptEnabled: true });
      for (const { hostile } of books)
        for (const [name, html] of make(hostile).pages) {
          const seen = await page.evaluate((source) => {
            const parsed = new DOMParser().parseFromString(source, 'text/html');
            return {
              elements: [...parsed.querySelectorAll('*')].map((element) =>
                [element.tagName.toLowerCase(), ...[...element.attributes].map((attribute) => attribute.name.toLowerCase()).sort()].join(
                  ' ',
                ),
              ),
              links: [...parsed.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? ''),
            };
          }, html);
          expect([name, counted(seen.elements)]).toEqual([name, counted(ofTokens(html))]);
          for (const link of seen.links) expect(new URL(link).protocol).toBe('https:');
          pages++;
        }
    } finally {
      await browser.close();
    }
    console.info(`injection in Chromium: ${pages} pages of ${BOOKS} hostile workbooks have exactly the elements and attributes of ours`);
  });

  it('the panel shows hostile texts as text on every screen', async () => {
    let elements = 0;
    for (const { hostile } of books.slice(0, 4)) {
      const page = await panels.open({ snapshot: hostile.snapshot, asOf: DAY, language: 'fr' });
      const screens = await page.locator('.relance nav li button').count();
      for (let screen = 0; screen < screens; screen++) {
        await page.locator('.relance nav li button').nth(screen).click();
        await settled(page);
        await unfolded(page);
        const found = await page.evaluate(() => {
          const all = [...document.querySelectorAll('.relance *')];
          const attributes = all.flatMap((element) =>
            [...element.attributes].map(({ name, value }) => [element.tagName, name, value] as const),
          );
          return {
            count: all.length,
            strange: all
              .filter((element) => /^(?:script|img|object|embed|link|meta|base|form)$/i.test(element.tagName))
              .map((element) => element.outerHTML.slice(0, 200)),
            handlers: attributes.filter(([, name]) => /^on/i.test(name)),
            links: attributes.filter(
              ([, name, value]) => /^(?:href|src|action|formaction|xlink:href)$/i.test(name) && !/^(?:https:|mailto:|blob:|#)/i.test(value),
            ),
            ran: 'alerted' in window,
          };
        });
        expect({ ...found, count: 0 }).toEqual({ count: 0, strange: [], handlers: [], links: [], ran: false });
        elements += found.count;
      }
      panels.leave(page);
    }
    expect(panels.faults).toEqual([]);
    expect(elements).toBeGreaterThan(500);
    console.info(
      `injection in the panel: ${elements} elements on all screens of ${Math.min(4, BOOKS)} hostile workbooks, none of them a sheet's, nothing asked from outside`,
    );
  });
});

describe('the built pages', () => {
  const policy = (html: string) => /<meta http-equiv="Content-Security-Policy" content="[^"]*">/.exec(html)?.[0];

  it.each([
    ['dist/local/index.html', 'local/page/index.html'],
    ['dist/office-addin/taskpane.html', 'office-addin/taskpane.html'],
  ])('%s has the policy of %s, before any script, and no script within', (built, source) => {
    const [html, wanted] = [built, source].map((path) => readFileSync(join(__dirname, '../..', path), 'utf8')) as [string, string];
    expect(policy(html)).toBe(policy(wanted));
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
    const inline = [...html.matchAll(/<script\b([^>]*)>/g)].filter(([, attributes]) => !/\bsrc=/.test(attributes as string));
    expect(inline.map(([, attributes]) => (attributes as string).trim())).toEqual(built.includes('taskpane') ? ['nomodule'] : []);
    expect(html).not.toMatch(/\son\w+=/);
  });
});
