/** The page in a true browser, closed to the world: what is asked from outside, or said on the console, is noted. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import type { Command, Snapshot, View } from '../../core/index.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { serve } from '../../local/serve.ts';
import type { Desk, Hooks } from '../../panel/desk.ts';
import { launchBrowser } from '../browser.ts';

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

/** The page's files in a directory of their own. */
export async function builtPage(panel: 'bare' | 'real'): Promise<string> {
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
  const folder = mkdtempSync(join(tmpdir(), 'relance-page-'));
  for (const [name, content] of await localPageFiles(panel === 'bare' ? [bare] : [])) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
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
  readonly file?: string;
  readonly query?: string;
  readonly locale?: string;
  readonly context?: BrowserContext;
  readonly port?: number;
  /** Runs in the page before anything else. */
  readonly before?: string;
  readonly width?: number;
}

export class Town {
  readonly faults: string[] = [];
  readonly #browser: Browser;
  readonly #folders: string[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Town> {
    return new Town(await launchBrowser());
  }

  async built(panel: 'bare' | 'real'): Promise<string> {
    const folder = await builtPage(panel);
    this.#folders.push(folder);
    return folder;
  }

  /** A browser of somebody's own, with a memory of its own. */
  profile(locale = 'fr-FR', width = 1200): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: { width, height: 800 }, locale, acceptDownloads: true });
  }

  /** Opens the page as `npm start` would, and waits until the panel is there. */
  async visit(folder: string, options: VisitOptions = {}): Promise<Visit> {
    const server = await serve(folder, options.file ?? null, { port: options.port ?? 0 });
    const url = new URL(server.url);
    for (const [name, value] of new URLSearchParams(options.query ?? '')) url.searchParams.set(name, value);
    const context = options.context ?? (await this.profile(options.locale, options.width));
    if (options.before) await context.addInitScript(options.before);
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && this.faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(url.origin) && !/^(?:data|blob):/.test(request.url())) this.faults.push(`request: ${request.url()}`);
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
        await page.waitForTimeout(100);
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
        await page.waitForTimeout(150);
      },
      copy: async () => {
        const waited = page.waitForEvent('download');
        await page.click('#save');
        const download: Download = await waited;
        const bytes = new Uint8Array(readFileSync(await download.path()));
        return { bytes, name: download.suggestedFilename(), snapshot: openWorkbook(bytes, download.suggestedFilename()).snapshot };
      },
      close: async () => {
        await page.close({ runBeforeUnload: false });
        if (!options.context) await context.close();
        await server.close();
      },
    };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}
