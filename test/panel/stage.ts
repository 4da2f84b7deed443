/** A browser with the panel on its workbench, closed to the world: what is asked from outside, or said on the console, is noted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../core/index.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { launchBrowser } from '../browser.ts';
import type { Setup } from './bench.tsx';

const HOME = 'http://relance.test/';

export interface Look {
  readonly width: number;
  readonly dark?: boolean;
  readonly height?: number;
  readonly forced?: boolean;
}

export interface Stage {
  /** A fresh page with the panel over a workbook. */
  open(setup: Setup, look?: Look): Promise<Page>;
  /** Console errors and requests to elsewhere, so far. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** The workbook of a sample, as a host in Paris would give it. */
export function sample(name: string): Snapshot {
  const { snapshot } = openWorkbook(new Uint8Array(readFileSync(join(__dirname, '../../samples', name))), name);
  return { ...snapshot, workbookId: `sample-${name}`, locale: snapshot.locale ?? 'fr-FR', timeZone: 'Europe/Paris' };
}

/** The script and style of an entry point, as the hosts bundle it. */
export async function bundled(entry: string): Promise<{ script: string; style: string }> {
  const { pageParts } = (await import('../../build.mjs' as string)) as {
    pageParts(entry: string): Promise<{ script: string; style: string }>;
  };
  return pageParts(entry);
}

/** Starts the browser and bundles the bench. */
export async function stage(): Promise<Stage> {
  const [browser, bench] = await Promise.all([launchBrowser(), bundled('test/panel/bench.tsx')]);
  const { script, style } = bench;
  const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Relance</title><style>html,body{margin:0;height:100%}${style}</style></head><body><div id="panel"></div></body></html>`;
  const faults: string[] = [];
  return {
    faults,
    close: () => browser.close(),
    open: async (setup, { width, height = 720, dark = false, forced = false } = { width: 300 }) => {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        forcedColors: forced ? 'active' : 'none',
        reducedMotion: 'reduce',
        locale: 'en-US',
      });
      page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      await page.route('**/*', (route) => {
        if (route.request().url() === HOME) return route.fulfill({ contentType: 'text/html', body: html });
        faults.push(`request: ${route.request().url()}`);
        return route.abort();
      });
      await page.goto(HOME);
      await page.addScriptTag({ content: script });
      await page.addScriptTag({ content: axe });
      await page.evaluate((given) => window.startBench(given), setup);
      await page.waitForSelector('.relance .frame[aria-busy="false"]');
      return page;
    },
  };
}

/** Every violation axe finds, as text; what is inside the spreadsheet grid of the page is not of our making. */
export async function axeFindings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: { exclude: string[][] },
          options: { resultTypes: string[] },
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ exclude: [['#grid > *']] }, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
  });
}

/** Opens every part that opens, and what opens within it. */
export async function unfolded(page: Page): Promise<void> {
  const folded = page.locator('.relance main details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** What can be acted on in the panel (or the open dialog) and is not reached with the Tab key, or does not show that it is reached. */
export async function outOfReach(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const focusable = 'button:not(:disabled), select:not(:disabled), input:not(:disabled), textarea, summary, a[href], [tabindex="0"]';
    const within = document.querySelector('.relance dialog[open]') ?? document.querySelector('.relance');
    const window_ = window as unknown as { reaching: { wanted: Element[]; reached: Set<Element>; ringless: Set<Element> } };
    const wanted = [...(within?.querySelectorAll(focusable) ?? [])].filter((element) => element.checkVisibility());
    const reaching = { wanted, reached: new Set<Element>(), ringless: new Set<Element>() };
    window_.reaching = reaching;
    document.addEventListener('focusin', ({ target }) => {
      const element = target as Element;
      reaching.reached.add(element);
      if (reaching.wanted.includes(element) && getComputedStyle(element).outlineStyle === 'none') reaching.ringless.add(element);
    });
    if (!within?.matches('dialog')) document.getElementById('divider')?.focus();
    // A day is three fields and a picker; a framed page may take the focus inside as well.
    const framed = 2 * (within?.querySelectorAll('iframe').length ?? 0);
    return wanted.reduce((stops, element) => stops + (element.matches('input[type="date"]') ? 4 : 1), framed);
  });
  for (let presses = 0; presses < count + 6; presses++) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { wanted, reached, ringless } = (
      window as unknown as { reaching: { wanted: Element[]; reached: Set<Element>; ringless: Set<Element> } }
    ).reaching;
    const named = (what: string, elements: readonly Element[]) =>
      elements.filter((element) => element.isConnected).map((element) => `${what}: ${element.outerHTML.slice(0, 160)}`);
    return [
      ...named(
        'not reached',
        wanted.filter((element) => !reached.has(element)),
      ),
      ...named('no focus ring', [...ringless]),
    ];
  });
}

/** Elements whose content is wider than they are, or that stick out of the panel: what a reader would see cut. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const panel = document.querySelector('.relance')?.getBoundingClientRect() ?? { left: 0, right: 0 };
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('.relance *')) {
      if (element.closest('.unseen, svg, .progress, .bar, option') || element.getClientRects().length === 0) continue;
      const { right, left } = element.getBoundingClientRect();
      const isField = element.matches('input, textarea, select');
      // A dialog stands over the whole page.
      const room = element.closest('dialog') ? { left: 0, right: document.documentElement.clientWidth } : panel;
      if (
        right > room.right + 0.5 ||
        left < room.left - 0.5 ||
        (!isField && getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
      )
        cut.push(`${element.tagName}.${element.className} ${element.textContent?.slice(0, 60)}`);
    }
    return cut;
  });
}
