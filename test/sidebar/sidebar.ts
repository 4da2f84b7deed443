/**
 * The sidebar in a true browser, as Google shows it: the built page, 300 pixels wide, in a frame with the sandbox Google documents, over a
 * `google.script.run` that behaves as documented: no answer but to a handler, nothing but plain values, each call on its own. What is asked from outside,
 * or said on the console, is noted.
 */
import type { Browser, BrowserContext, Frame, Page, Request } from 'playwright-core';
import { launchBrowser, PATIENCE } from '../browser.ts';

/** The script behind the sidebar: takes the text of a question, answers a text, or throws as a script does; or never answers. */
export type Script = (ask: string) => unknown | Promise<unknown>;

/** A day on which the samples have something of everything. */
export const DAY = '2026-03-16';
export const WIDTH = 300;

/** Google lets the page be in its own origin, and what these words allow (Apps Script guide, HTML service: restrictions). */
const SANDBOX = 'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';
const SHEET = 'https://docs.google.test/spreadsheets/d/1/edit';
const PANEL = 'https://n-sidebar-script.googleusercontent.test/userCodeAppPanel';

/** Said of what this file itself puts into every frame, papers included, where no script may run. */
const OURS = /^Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed/;

/** In the page before its own script. */
function googleScriptRun(): void {
  const mustTravel = (value: unknown): void => {
    if (value instanceof Date || ['function', 'symbol', 'bigint', 'undefined'].includes(typeof value)) throw new TypeError('cannot travel');
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) mustTravel(part);
  };
  const runner = (onSuccess: ((answer: unknown) => void) | null, onFailure: ((error: Error) => void) | null): unknown =>
    new Proxy(Object.create(null), {
      get: (_, name: string) => {
        if (name === 'withSuccessHandler') return (handler: (answer: unknown) => void) => runner(handler, onFailure);
        if (name === 'withFailureHandler') return (handler: (error: Error) => void) => runner(onSuccess, handler);
        return (...args: unknown[]) => {
          for (const arg of args) mustTravel(arg);
          void window.callScript(name, args).then(
            (answer) => ('error' in answer ? onFailure?.(new Error(answer.error)) : onSuccess?.(answer.value)),
            (error: Error) => onFailure?.(error),
          );
        };
      },
    });
  Object.assign(window, { google: { script: { run: runner(null, null), host: { origin: location.origin } } } });
}

declare global {
  interface Window {
    callScript(name: string, args: unknown[]): Promise<{ readonly value: unknown } | { readonly error: string }>;
  }
}

export interface SidebarOptions {
  readonly script: Script;
  /** The page as the script shows it. */
  readonly html: string;
  readonly locale?: string;
  /** In the frame of a Google sheet rather than alone. */
  readonly framed?: boolean;
  readonly height?: number;
  readonly dark?: boolean;
}

export interface Sidebar {
  readonly page: Page;
  /** Where the panel is: the page itself, or the frame in it. */
  readonly frame: Frame;
  readonly context: BrowserContext;
  /** Questions asked so far, by their text. */
  readonly asked: readonly string[];
  /** Addresses opened in windows of their own. */
  readonly opened: readonly string[];
  close(): Promise<void>;
}

export class Town {
  readonly faults: string[] = [];
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<Town> {
    return new Town(await launchBrowser());
  }

  /** Opens the sidebar, and waits until it shows what the script answered. */
  async visit(options: SidebarOptions): Promise<Sidebar> {
    const made = await this.begin(options);
    await calm(made.frame);
    return made;
  }

  /** Opens the sidebar; what it shows first is up to the script. */
  async begin({ script, html, locale = 'fr-FR', framed = false, height = 800, dark = false }: SidebarOptions): Promise<Sidebar> {
    const context = await this.#browser.newContext({
      viewport: { width: framed ? 1000 : WIDTH, height },
      locale,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE);
    const asked: string[] = [];
    const opened: string[] = [];
    const sheet = `<!doctype html><html lang="en"><title>Google Sheets</title><body style="margin:0;height:100vh;display:flex;justify-content:flex-end"><iframe title="Relance" style="width:${WIDTH}px;border:0" sandbox="${SANDBOX}" src="${PANEL}"></iframe>`;
    await context.exposeFunction('callScript', async (name: string, [ask]: string[]) => {
      if (name !== 'relance') return { error: `Script function not found: ${name}` };
      asked.push(ask as string);
      try {
        return { value: (await script(ask as string)) ?? null };
      } catch (error) {
        return { error: (error as Error).message };
      }
    });
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (url === PANEL) return route.fulfill({ contentType: 'text/html', body: html });
      if (url === SHEET) return route.fulfill({ contentType: 'text/html', body: sheet });
      if (isOfNewWindow(route.request()))
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' });
      this.faults.push(`request: ${url}`);
      return route.abort();
    });
    await context.addInitScript(`(${googleScriptRun.toString()})()`);
    const page = await context.newPage();
    context.on('page', (other) => void other.waitForLoadState().then(() => opened.push(other.url())));
    await page.clock.install({ time: `${DAY}T09:00:00Z` });
    page.on(
      'console',
      (message) => message.type() === 'error' && !OURS.test(message.text()) && this.faults.push(`console: ${message.text()}`),
    );
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    await page.goto(framed ? SHEET : PANEL);
    const frame = framed ? (page.frames().find((one) => one.url() === PANEL) as Frame) : page.mainFrame();
    return { page, frame, context, asked, opened, close: () => context.close() };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** A window that a click opened is no request of the sidebar; its frame is not there yet. */
function isOfNewWindow(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame() === null;
  } catch {
    return true;
  }
}

/** Nothing is under way. */
export const calm = (frame: Frame | Page): Promise<unknown> => frame.waitForSelector('#panel .frame[aria-busy="false"]');
