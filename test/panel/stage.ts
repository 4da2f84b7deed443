/** A browser with the panel on its workbench, closed to the world: what is asked from outside, or said on the console, is noted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../core/index.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { launchBrowser, PATIENCE } from '../browser.ts';
import { kept, laid } from '../kept.ts';
import type { Setup } from './bench.tsx';

const HOME = 'http://relance.test/';

export interface Look {
  readonly width: number;
  readonly dark?: boolean;
  readonly height?: number;
  readonly forced?: boolean;
}

export interface Stage {
  /** The panel over a workbook, on a page that keeps nothing of what it was used for before. */
  open(setup: Setup, look?: Look): Promise<Page>;
  /** Gives a page back: the next workbook opens on it. A page that is not given back is closed with the stage. */
  leave(page: Page): void;
  /** Console errors and requests to elsewhere, so far. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** The workbook of a sample, as a host in Paris would give it. */
export function sample(name: string): Snapshot {
  const { snapshot } = openWorkbook(new Uint8Array(readFileSync(join(__dirname, '../../samples', name))), name);
  return { ...snapshot, workbookId: `sample-${name}`, locale: snapshot.locale ?? 'fr-FR', timeZone: 'Europe/Paris' };
}

/** The script and style of the bench, as the hosts bundle theirs. */
async function bundled(): Promise<{ script: string; style: string }> {
  const folder = await kept(
    'bench',
    async (out) => {
      const { pageParts } = (await import('../../build.mjs' as string)) as {
        pageParts(entry: string): Promise<{ script: string; style: string }>;
      };
      const { script, style } = await pageParts('test/panel/bench.tsx');
      laid(out, [
        ['bench.js', script],
        ['bench.css', style],
      ]);
    },
    ['test/panel', 'test/hosts/memory.ts'],
  );
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { script: text('bench.js'), style: text('bench.css') };
}

/** Starts the browser and bundles the bench. */
export async function stage(): Promise<Stage> {
  const [browser, bench] = await Promise.all([launchBrowser(), bundled()]);
  const { script, style } = bench;
  // Scripts of an address of their own: on a page used again the browser has them compiled.
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '': [
      'text/html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Relance</title><style>html,body{margin:0;height:100%}${style}</style></head><body><div id="panel"></div><script src="bench.js"></script></body></html>`,
    ],
    'bench.js': ['text/javascript', script],
    'axe.js': ['text/javascript', readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')],
  };
  const faults: string[] = [];
  const free: Page[] = [];
  const fresh = async (): Promise<Page> => {
    const page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      const file = url.startsWith(HOME) ? files[url.slice(HOME.length)] : undefined;
      if (file) return route.fulfill({ contentType: `${file[0]}; charset=utf-8`, body: file[1] });
      faults.push(`request: ${url}`);
      return route.abort();
    });
    return page;
  };
  return {
    faults,
    leave: (page) => void free.push(page),
    close: () => browser.close(),
    open: async (setup, { width, height = 720, dark = false, forced = false } = { width: 300 }) => {
      const page = free.pop() ?? (await fresh());
      await page.mouse.move(-10, -10);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce' });
      await page.goto(HOME);
      // As text: a workbook of thousands of rows crosses in one piece.
      await page.evaluate((given) => window.startBench(JSON.parse(given)), JSON.stringify(setup));
      await settled(page);
      return page;
    },
  };
}

/** Once nothing is under way and all of it is drawn: what a click asks for may begin, and end, only as the screen is drawn anew. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#panel .frame');
  await page.evaluate(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (let calm = 0; calm < 2; ) {
      await drawn();
      calm = document.querySelector('#panel .frame[aria-busy="false"]') ? calm + 1 : 0;
    }
  });
}

/**
 * Reads again and again until it is so. When patience is at its end it answers what it read last: the test then says what is wrong with it.
 */
export async function until<Found>(read: () => Promise<Found>, isSo: (found: Found) => boolean, pause = 100): Promise<Found> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (isSo(found) || Date.now() > end) return found;
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** Every violation axe finds, as text; what is inside the spreadsheet grid of the page is not of our making. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: 'axe.js' });
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: { exclude: string[][] },
          options: { resultTypes: string[]; selectors: boolean },
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ exclude: [['#grid > *']] }, { resultTypes: ['violations'], selectors: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
  });
}

/** All that is wrong with a screen, as text: what is cut, what axe objects to, what is out of reach of the Tab key. */
export async function findings(page: Page, { axe = true, reach = true } = {}): Promise<string[]> {
  return [...(await cutOff(page)), ...(axe ? await axeFindings(page) : []), ...(reach ? await outOfReach(page) : [])];
}

/** Presses the Tab key until the name of what has the focus begins so, as somebody goes on who has no mouse. */
export async function tabbedTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
    if ((await page.evaluate(focused)).startsWith(name)) return;
  }
  throw new Error(`not reached by keyboard: ${name}`);
}

/** Opens every part that opens, and what opens within it. */
export async function unfolded(page: Page): Promise<void> {
  const openAll = () =>
    page.evaluate(() => {
      const folded = document.querySelectorAll<HTMLElement>('.relance main details:not([open]) > summary');
      for (const summary of folded) summary.click();
      return folded.length;
    });
  do await settled(page);
  while ((await openAll()) > 0);
}

async function tabbed(page: Page, times: number): Promise<void> {
  for (let presses = 0; presses < times; presses++) await page.keyboard.press('Tab');
}

/**
 * One after the other, but not each waited for: a browser answers a key only when it has drawn the page. Not where a frame is among the stops, for the keys
 * would not follow into it.
 */
async function tabbedAtOnce(page: Page, times: number): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const press = (type: 'rawKeyDown' | 'keyUp') =>
    keyboard.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
  await Promise.all(Array.from({ length: times }, () => [press('rawKeyDown'), press('keyUp')]).flat());
  await keyboard.detach();
}

/** The focus stands before the panel, where the page has something before it; a dialog keeps it within itself. */
async function fromTheStart(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (!document.querySelector('.relance dialog[open]')) document.getElementById('divider')?.focus();
  });
}

/** What can be acted on in the panel (or the open dialog) and is not reached with the Tab key, or does not show that it is reached. */
export async function outOfReach(page: Page): Promise<string[]> {
  const { count, isFramed } = await page.evaluate(() => {
    const focusable = 'button:not(:disabled), select:not(:disabled), input:not(:disabled), textarea, summary, a[href], [tabindex="0"]';
    const within = document.querySelector('.relance dialog[open]') ?? document.querySelector('.relance');
    const window_ = window as unknown as { reaching: { wanted: Element[]; reached: Set<Element>; ringless: Set<Element> } };
    const wanted = [...(within?.querySelectorAll(focusable) ?? [])].filter((element) => element.checkVisibility());
    const reaching = { wanted, reached: new Set<Element>(), ringless: new Set<Element>() };
    window_.reaching = reaching;
    const toBeReached = new Set(wanted);
    const noted = ({ target }: FocusEvent) => {
      const element = target as Element;
      if (window_.reaching !== reaching) return document.removeEventListener('focusin', noted);
      reaching.reached.add(element);
      if (toBeReached.has(element) && getComputedStyle(element).outlineStyle === 'none') reaching.ringless.add(element);
    };
    document.addEventListener('focusin', noted);
    // A day is three fields and a picker; a framed page may take the focus inside as well.
    const framed = 2 * (within?.querySelectorAll('iframe').length ?? 0);
    const stops = wanted.reduce((sum, element) => sum + (element.matches('input[type="date"]') ? 4 : 1), framed);
    return { count: stops + 6, isFramed: framed > 0 };
  });
  await fromTheStart(page);
  await (isFramed ? tabbed(page, count) : tabbedAtOnce(page, count));
  // A key may be lost while the page is busy drawing: what is missed at the first walk is looked for again, key by key.
  const isAllReached = () =>
    page.evaluate(() => {
      const { wanted, reached } = (window as unknown as { reaching: { wanted: Element[]; reached: Set<Element> } }).reaching;
      return wanted.every((element) => reached.has(element) || !element.isConnected);
    });
  for (let walk = 0; walk < 2 && !(await isAllReached()); walk++) {
    await fromTheStart(page);
    await tabbed(page, count);
  }
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
