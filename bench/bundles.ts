/** What each shell makes a user wait for before anything else: its bytes, as they are and as they travel, and the time until its code has run once. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../test/browser.ts';
import { median } from './measure.ts';

export interface Bundle {
  readonly name: string;
  readonly bytes: number;
  readonly gzip: number;
  /** Median milliseconds until its code has run once: alone in V8, in a new process beside an empty one, or in a browser. Null: no browser here. */
  readonly evaluated: number | null;
  readonly how: 'in V8' | 'new process' | 'browser';
}

/** Where the built shells are; a bare name is a script of `dist/`, a page stands with all scripts and styles it may load. */
const SCRIPTS = [
  { name: 'Google Sheets: script', file: 'appsscript/relance.js' },
  { name: 'Excel: formulas', file: 'office-addin/functions.js' },
] as const;
const COMMANDS = [{ name: 'command line: report', file: 'cli/report.mjs' }] as const;
const PAGES = [
  { name: 'Google Sheets: sidebar', page: 'appsscript/sidebar.html', files: /sidebar\.html$/ },
  { name: 'Excel: task pane', page: 'office-addin/taskpane.html', files: /^(?:taskpane|chunk).*\.(?:js|css)$|^taskpane\.html$/ },
  { name: 'page in a browser, grid included', page: 'local/index.html', files: /\.(?:js|css|html)$/ },
] as const;

export async function measureBundles(dist: string, turns: number): Promise<Bundle[]> {
  const sized = (name: string, files: readonly string[]) => {
    const contents = files.map((file) => readFileSync(join(dist, file)));
    const all = (of: (content: Buffer) => number): number => contents.reduce((sum, content) => sum + of(content), 0);
    return { name, bytes: all((content) => content.byteLength), gzip: all((content) => gzipSync(content).byteLength) };
  };
  const bundles: Bundle[] = [];
  for (const { name, file } of SCRIPTS) {
    const source = readFileSync(join(dist, file), 'utf8');
    bundles.push({ ...sized(name, [file]), evaluated: medianOf(turns, () => evaluated(source)), how: 'in V8' });
  }
  for (const { name, file } of COMMANDS) {
    const empty = medianOf(turns, () => processTime(['--eval', '0']));
    bundles.push({
      ...sized(name, [file]),
      evaluated: medianOf(turns, () => processTime([join(dist, file), '--help'])) - empty,
      how: 'new process',
    });
  }
  const inBrowser = await pageTimes(dist, turns);
  for (const { name, page, files } of PAGES) {
    const folder = page.slice(0, page.indexOf('/'));
    const found = readdirSync(join(dist, folder)).filter((file) => files.test(file));
    bundles.push({
      ...sized(
        name,
        found.map((file) => `${folder}/${file}`),
      ),
      evaluated: inBrowser?.get(page) ?? null,
      how: 'browser',
    });
  }
  return bundles;
}

const medianOf = (turns: number, time: () => number): number => median(Array.from({ length: turns }, time));

/** Compiled and run in a context that has never seen it, nor cached what it was compiled to. */
function evaluated(source: string): number {
  const context = createContext({ CustomFunctions: { associate: () => undefined } });
  const start = performance.now();
  // A name that is new each time is found in no cache of V8's.
  new Script(`${source}\n//${start}`).runInContext(context);
  return performance.now() - start;
}

function processTime(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
/** What the browser's own watch calls compiling and running scripts. */
const RUNNING = new Set(['EvaluateScript', 'v8.compileModule', 'v8.evaluateModule']);

/** Milliseconds of script until each page first waits, by page; null without a browser. */
async function pageTimes(dist: string, turns: number): Promise<ReadonlyMap<string, number> | null> {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  try {
    browser = await launchBrowser();
  } catch {
    return null;
  }
  const server = createServer(({ url }, answer) => {
    const file = join(dist, new URL(url ?? '/', 'http://localhost').pathname);
    if (!existsSync(file) || extname(file) === '') return void answer.writeHead(404).end();
    answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const times = new Map<string, number>();
    for (const { page: path } of PAGES) {
      const all: number[] = [];
      for (let turn = 0; turn < turns; turn++) {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.route(
          (url) => url.origin !== home,
          (route) => route.abort(),
        );
        await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
        await page.goto(`${home}/${path}`, { waitUntil: 'load' });
        await page.waitForTimeout(300);
        const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: { name: string; dur?: number }[] };
        all.push(traceEvents.reduce((sum, { name, dur = 0 }) => sum + (RUNNING.has(name) ? dur : 0), 0) / 1000);
        await context.close();
      }
      times.set(path, median(all));
    }
    return times;
  } finally {
    await browser.close();
    server.close();
  }
}
