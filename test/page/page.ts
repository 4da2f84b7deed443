/** The page in a true browser, closed to the world: what is asked from outside, or said on the console, is noted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, ConsoleMessage, Download, Page, Request } from 'playwright-core';
import type { Command, Snapshot, View } from '../../core/index.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { type Served, serve } from '../../local/serve.ts';
import type { Desk, Hooks } from '../../panel/desk.ts';
import { launchBrowser, PATIENCE } from '../browser.ts';
import { freshDist, kept, laid } from '../kept.ts';

/** What the panel of these tests leaves for the test to use. */
declare global {
  interface Window {
    given: { desk: Desk; hooks: Hooks; selections: unknown[]; edits: number };
  }
}

/** In place of the panel: nothing but a field to type in, and its desk and hooks for the test. */
const BARE_PANEL = `export function mountPanel(element, desk, hooks) {
  element.innerHTML = '<input aria-label="field">';
  window.given = { desk, hooks, selections: [], edits: 0 };
  hooks.onSelection((selection) => window.given.selections.push(selection));
  hooks.onEdit(() => { window.given.edits += 1; });
  return { reload: async () => {}, unmount: () => element.replaceChildren() };
}`;

/** The page's files in a directory. */
export async function builtPage(panel: 'bare' | 'real'): Promise<string> {
  const dist = panel === 'real' ? freshDist() : null;
  if (dist !== null) return join(dist, 'local');
  const make = async (folder: string): Promise<void> => {
    const { localPageFiles } = (await import('../../build.mjs' as string)) as {
      localPageFiles(plugins: object[]): Promise<Map<string, Uint8Array | string>>;
    };
    const bare = {
      name: 'bare-panel',
      setup: (build: { onResolve(on: object, answer: () => object): void; onLoad(on: object, answer: () => object): void }) => {
        build.onResolve({ filter: /panel\/main\.tsx$/ }, () => ({ path: 'bare', namespace: 'bare' }));
        build.onLoad({ filter: /.*/, namespace: 'bare' }, () => ({ contents: BARE_PANEL }));
      },
    };
    laid(folder, await localPageFiles(panel === 'bare' ? [bare] : []));
  };
  return kept(`page-${panel}`, make, ['test/page/page.ts']);
}

/** Once the file of the address is open beside the bare panel: until then the panel stands beside nothing. */
export async function opened(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('#bar .file')?.textContent ?? '') !== '');
  await page.waitForSelector('#panel input[aria-label="field"]');
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Runs a command as the panel would. */
  send(command: Command): Promise<View>;
  /** Types into a cell, after selecting it. */
  type(sheet: string, row: number, column: string, text: string): Promise<void>;
  /** Saves a copy and reads it. */
  copy(): Promise<{ readonly snapshot: Snapshot; readonly bytes: Uint8Array; readonly name: string }>;
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly file?: string | null;
  readonly query?: string;
  readonly locale?: string;
  readonly context?: BrowserContext;
  /** Runs in the page before anything else. */
  readonly before?: string;
  readonly width?: number;
}

/** What a page says and asks while it is visited. */
function watched(page: Page, origin: string, faults: string[]): () => void {
  const onConsole = (message: ConsoleMessage) => void (message.type() === 'error' && faults.push(`console: ${message.text()}`));
  const onError = (error: Error) => void faults.push(`error: ${error.message}`);
  const onRequest = (request: Request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob|about):/.test(request.url())) faults.push(`request: ${request.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return () => void page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
}

/**
 * Draws twenty times a second instead of sixty: a third of what a visit costs is the grid drawing itself anew, for nobody to see. In the page before its own
 * scripts.
 */
function drawLessOften(): void {
  const [ask, PAUSE] = [window.requestAnimationFrame.bind(window), 50];
  const asked = new Map<number, FrameRequestCallback>();
  let [count, last, isAsked] = [0, 0, false];
  const frame = (now: number): void => {
    [last, isAsked] = [now, false];
    // Those asked for meanwhile are for the next time.
    for (const id of [...asked.keys()]) {
      const draw = asked.get(id);
      asked.delete(id);
      try {
        draw?.(now);
      } catch (error) {
        reportError(error);
      }
    }
  };
  window.requestAnimationFrame = (draw) => {
    asked.set(++count, draw);
    if (!isAsked) setTimeout(() => ask(frame), Math.max(0, last + PAUSE - performance.now()));
    isAsked = true;
    return count;
  };
  window.cancelAnimationFrame = (id) => void asked.delete(id);
}

/**
 * Where the page is visited. Most of a visit's cost is the grid's script, which the browser need not compile again on a page that has shown it from the
 * same address: a visitor's page is emptied of all it keeps, and used again.
 */
export class Town {
  readonly faults: string[] = [];
  readonly #browser: Browser;
  /** Pages nobody is at, by what their visitors read and how wide they are. */
  readonly #free = new Map<string, Page[]>();
  readonly #servers = new Set<Served>();
  #port = 0;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Town> {
    return new Town(await launchBrowser());
  }

  /** A browser of somebody's own, with a memory of its own. */
  async profile(locale = 'fr-FR', width = 1200): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ viewport: { width, height: 800 }, locale, acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(drawLessOften);
    return context;
  }

  /** Opens the page as `npm start` would. Without a profile it is somebody's who was never here. */
  async visit(folder: string, options: VisitOptions = {}): Promise<Visit> {
    const server = await this.#served(folder, options);
    const url = new URL(server.url);
    for (const [name, value] of new URLSearchParams(options.query ?? '')) url.searchParams.set(name, value);
    const { locale = 'fr-FR', width = 1200 } = options;
    const free = this.#free.get(`${locale} ${width}`) ?? [];
    this.#free.set(`${locale} ${width}`, free);
    const fresh = async (): Promise<Page> => (options.context ?? (await this.profile(locale, width))).newPage();
    const page = (options.context ? undefined : free.pop()) ?? (await fresh());
    const context = page.context();
    const before = options.before === undefined ? null : await context.addInitScript(options.before);
    const unwatch = watched(page, url.origin, this.faults);
    let isDead = false;
    page.once('crash', () => {
      isDead = true;
    });
    await page.goto(url.href);
    return {
      page,
      context,
      url: url.href,
      send: (command) => page.evaluate((given) => window.given.desk.send(given), command),
      type: async (sheet, row, column, text) => {
        await page.evaluate(([s, r, c]) => window.given.hooks.selectCell(s, r, c), [sheet, row, column] as const);
        await page.evaluate(() => document.querySelector('#grid')?.dispatchEvent(new CustomEvent('relance-focus')));
        await page.waitForFunction(isAt, `${column}${row}`);
        await page.keyboard.type(text);
        await leftByEnter(page, `${column}${row}`);
      },
      copy: async () => {
        const waited = page.waitForEvent('download');
        await page.click('#save');
        const download: Download = await waited;
        const bytes = new Uint8Array(readFileSync(await download.path()));
        return { bytes, name: download.suggestedFilename(), snapshot: openWorkbook(bytes, download.suggestedFilename()).snapshot };
      },
      close: async () => {
        unwatch();
        if (options.context) await page.close();
        else if (isDead) await context.close();
        else {
          await before?.dispose();
          await emptied(page, url.origin);
          free.push(page);
        }
        await server.close();
        this.#servers.delete(server);
      },
    };
  }

  /** At the address of the last visit, where that is free: the browser knows the scripts from there, and keeps its memory by address. */
  async #served(folder: string, { file = null }: VisitOptions): Promise<Served> {
    const server = await serve(folder, file, { port: this.#port }).catch(() => serve(folder, file, { port: 0 }));
    this.#port = Number(new URL(server.url).port);
    this.#servers.add(server);
    return server;
  }

  /** Also what a test that failed has left open. */
  async close(): Promise<void> {
    await this.#browser.close();
    for (const server of this.#servers) await server.close();
  }
}

/** Whether a cell is the selected one, by the name the grid shows for it, and the keyboard is in the grid. */
const isAt = (cell: string): boolean =>
  document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value === cell &&
  document.querySelector('#grid')?.contains(document.activeElement) === true;

/** The names of functions that the grid proposes while a formula is typed. */
const PROPOSALS = 'ul[data-u-comp="sheets-formula-editor"]';

/**
 * Ends what is typed. While names are proposed, Enter takes one of them: on a slow machine they still stand there when the whole formula is typed, and go
 * by themselves a moment after the last key. The key counts from the frame after that.
 */
async function leftByEnter(page: Page, cell: string): Promise<void> {
  await drawn(page);
  await page.waitForSelector(PROPOSALS, { state: 'detached' });
  await drawn(page);
  await page.keyboard.press('Enter');
  await page.waitForFunction((own) => document.querySelector<HTMLInputElement>('[data-u-comp="defined-name"] input')?.value !== own, cell);
}

/** What was asked of the page so far is on the screen. */
async function drawn(page: Page): Promise<void> {
  for (let frames = 0; frames < 2; frames++)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Leaves a page as nobody was ever at it: unsaved changes are given up, other windows closed, and nothing is kept of that address. */
async function emptied(page: Page, origin: string): Promise<void> {
  page.removeAllListeners('dialog');
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  await page.context().clearPermissions();
  await page.mouse.move(-10, -10);
}
