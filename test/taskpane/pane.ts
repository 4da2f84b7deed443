/** The built pane in a browser, over a workbook of ours: what it asks of elsewhere, or says on the console, is noted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Snapshot } from '../../core/index.ts';
import { launchBrowser, PATIENCE } from '../browser.ts';
import { type ExcelApp, openExcel } from '../hosts/excel/index.ts';
import { type AddIn, addIn } from './add-in.ts';
import { addressInExcel, type ExcelLook, microsoftFile, ORIGIN, standIn } from './office-host.ts';

/** The day of the samples. */
export const TODAY = '2026-03-16';

export interface PaneLook extends Partial<ExcelLook> {
  readonly width?: number;
  readonly dark?: boolean;
  /** The page in an ordinary browser, outside Excel. */
  readonly outside?: boolean;
  /** What does not come: Microsoft's scripts, or those of ours that are brought later. */
  readonly missing?: 'microsoft' | 'engine';
}

export interface Opened {
  readonly page: Page;
  readonly app: ExcelApp;
  /** Names of the files of ours that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json' };

/** Microsoft's script, once it has found out that it is in no Excel, would count that in a frame of its own; our page lets no such frame in. */
const REFUSED = /^Framing 'https:\/\/telemetryservice\.firstpartyapps\.oaspapps\.com\/' violates/;

export class Panes {
  readonly files: AddIn;
  /** Console errors and requests to elsewhere, so far. */
  readonly faults: string[] = [];
  readonly #browser: Browser;

  private constructor(files: AddIn, browser: Browser) {
    this.files = files;
    this.#browser = browser;
  }

  static async open(): Promise<Panes> {
    const [files, browser] = await Promise.all([addIn(), launchBrowser()]);
    return new Panes(files, browser);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async show(snapshot: Snapshot, look: PaneLook = {}): Promise<Opened> {
    const { width = 350, dark = false, locale = 'en-US', outside = false, missing } = look;
    const context = await this.#browser.newContext({
      viewport: { width, height: 720 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale,
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    // The day alone is moved: office.js measures itself by the other clocks of the page.
    await page.addInitScript(moveToday, Date.parse(`${TODAY}T09:30:00`) - Date.now());
    page.on(
      'console',
      (message) => message.type() === 'error' && !REFUSED.test(message.text()) && this.faults.push(`console: ${message.text()}`),
    );
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    const asked: string[] = [];
    await context.route('**/*', (route) => {
      const url = route.request().url();
      const name = url.startsWith(`${ORIGIN}/`) ? new URL(url).pathname.slice(1) : null;
      const file = name === null ? undefined : this.files.get(name);
      if (name !== null) asked.push(name);
      const isMissing = missing === 'engine' ? name?.startsWith('chunk-') && (file?.length ?? 0) > 200_000 : false;
      if (file && !isMissing) return route.fulfill({ body: file, contentType: TYPES[/\w+$/.exec(name as string)?.[0] ?? ''] ?? '' });
      const microsofts = missing === 'microsoft' ? null : microsoftFile(url);
      if (microsofts) return route.fulfill(microsofts);
      if (!missing) this.faults.push(`request: ${url}`);
      return route.abort();
    });
    const app = openExcel(snapshot);
    if (!outside && missing !== 'microsoft') await standIn(page, app.answer, { locale });
    await page.goto(outside ? `${ORIGIN}/taskpane.html` : addressInExcel({ locale }));
    return { page, app, asked, close: () => context.close() };
  }
}

/** Runs in the page: from now on it is that much later. */
function moveToday(by: number): void {
  const Real = Date;
  const Moved = function (this: unknown, ...given: []) {
    return new.target ? (given.length > 0 ? new Real(...given) : new Real(Real.now() + by)) : new Real(Real.now() + by).toString();
  };
  Object.assign(Moved, { now: () => Real.now() + by, parse: Real.parse, UTC: Real.UTC, prototype: Real.prototype });
  window.Date = Moved as unknown as DateConstructor;
}

/** The tool that reads a page as a screen reader would; handed in from outside, for the page lets no script of elsewhere run. */
export const withAxe = async (page: Page): Promise<void> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
};

/** Once the panel has nothing under way. */
export const calm = (page: Page): Promise<unknown> => page.waitForSelector('#panel .frame[aria-busy="false"]');
