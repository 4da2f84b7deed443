/**
 * How fast the page is to a person: from the click on Refresh to a painted grid, from the address to something useful on the screen, and how evenly
 * the panel's long lists scroll. A true browser, the built page, an invented workbook: `npm run bench -- --page [ROWS ...]`. Times are this machine's
 * at this hour, so they are medians, with the processor time beside the clock's.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { freshXlsx } from '../local/files/xlsx-fresh.ts';
import { serve } from '../local/serve.ts';
import { launchBrowser } from '../test/browser.ts';
import { median } from './measure.ts';
import { freshWorkbook, rowsAsJson } from './rows.ts';

const AS_OF = '2025-09-17';
/** Ten thousand rows, refreshed and painted, in milliseconds. */
const REFRESH_LIMIT = 2000;
/** A frame late enough to be seen, in milliseconds. */
const FRAME_LIMIT = 50;

interface Span {
  /** Milliseconds by the clock, and of the page's own thread. */
  readonly clock: number;
  readonly busy: number;
}

interface Frames {
  readonly list: string;
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

interface PageMeasures {
  readonly rows: number;
  /** Until the page shows words, until the workbook can be read and used. */
  readonly words: number;
  readonly usable: Span;
  /** The first refresh writes every owned cell of the sheet; the next ones write what changed. */
  readonly firstRefresh: Span;
  readonly refreshAgain: Span;
  readonly frames: readonly Frames[];
}

const IDLE = '#panel .frame[aria-busy="false"]';

/** Measures the built page in `distDir` and prints it. */
export async function measurePage(distDir: string, sizes: readonly number[], rounds: number): Promise<void> {
  const desk = mkdtempSync(join(tmpdir(), 'relance-bench-'));
  try {
    const lines = ['Relance in a browser: medians of this machine, milliseconds by the clock (of processor time).', ''];
    for (const rows of sizes) {
      const file = join(desk, `factures-${rows}.xlsx`);
      const snapshot = freshWorkbook('excel', rowsAsJson('excel', rows));
      writeFileSync(file, freshXlsx(snapshot, { sheets: new Map(), newTabs: [], left: [], invoiceSheet: 0 }, null));
      const visits: PageMeasures[] = [];
      for (let round = 0; round < rounds; round++) {
        process.stderr.write(`bench: page, ${rows} rows, visit ${round + 1}\n`);
        visits.push(await visit(distDir, file, rows));
      }
      lines.push(...told(rows, visits), '');
    }
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/** One visit of a newcomer: a browser that has seen nothing. */
async function visit(distDir: string, file: string, rows: number): Promise<PageMeasures> {
  const server = await serve(distDir, file, { port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const url = new URL(server.url);
    url.searchParams.set('asOf', AS_OF);
    let words = 0;
    const usable = await span(page, devtools, async () => {
      const start = performance.now();
      await page.goto(url.href, { waitUntil: 'commit' });
      await page.waitForFunction(() => (document.querySelector('#grid p, #panel .frame')?.textContent ?? '') !== '');
      words = performance.now() - start;
      await page.waitForSelector(IDLE, { timeout: 120_000 });
    });
    await page.waitForTimeout(1000);
    const click = (selector: string) => () =>
      page.evaluate((found) => {
        const frame = document.querySelector('#panel .frame') as HTMLElement;
        const done = new Promise<void>((resolve) => {
          new MutationObserver(() => {
            if (frame.getAttribute('aria-busy') === 'false') resolve();
          }).observe(frame, { attributeFilter: ['aria-busy'] });
        });
        (document.querySelector(found) as HTMLElement).click();
        return done;
      }, selector);
    const firstRefresh = await span(page, devtools, click('#panel .consent button'));
    await page.waitForTimeout(1000);
    const refreshAgain = await span(page, devtools, click('#panel .head button'));
    await page.waitForTimeout(1000);
    const frames: Frames[] = [];
    for (let tab = 0; tab < (await page.locator('#panel .nav button').count()); tab++) {
      await page.locator('#panel .nav button').nth(tab).click();
      await page.waitForTimeout(500);
      frames.push({ list: (await page.locator('#panel .nav button').nth(tab).textContent()) ?? '', ...(await scrolled(page)) });
    }
    return { rows, words, usable, firstRefresh, refreshAgain, frames };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How long something takes until it is painted. */
async function span(page: Page, devtools: CDPSession, action: () => Promise<void>): Promise<Span> {
  const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0;
  const before = await busy();
  const start = performance.now();
  await action();
  // The grid paints in the frame after it was told; the next frame begins when that one is on the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  return { clock: performance.now() - start, busy: ((await busy()) - before) * 1000 };
}

/** The wheel turned over the panel for three seconds, and what lies between its frames. */
async function scrolled(page: Page): Promise<Omit<Frames, 'list'>> {
  const panel = await page.locator('#panel main').boundingBox();
  if (!panel) throw new Error('the panel shows nothing');
  await page.mouse.move(panel.x + panel.width / 2, panel.y + panel.height / 2);
  await page.evaluate(() => {
    const times: number[] = [];
    const note = (time: number) => {
      times.push(time);
      (window as unknown as { paints: number[] }).paints = times;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let turn = 0; turn < 90; turn++) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(25);
  }
  const times = await page.evaluate(() => (window as unknown as { paints: number[] }).paints);
  const gaps = times
    .slice(1)
    .map((time, i) => time - (times[i] as number))
    .sort((a, b) => a - b);
  const at = (share: number) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

function told(rows: number, visits: readonly PageMeasures[]): string[] {
  const middle = (of: (measures: PageMeasures) => number) => median(visits.map(of)).toFixed(0).padStart(6);
  const both = (of: (measures: PageMeasures) => Span) =>
    `${middle((measures) => of(measures).clock)} (${middle((measures) => of(measures).busy).trim()})`;
  const refresh = median(visits.map(({ firstRefresh }) => firstRefresh.clock));
  return [
    `${rows} rows, ${visits.length} visits`,
    `  words on the screen       ${middle(({ words }) => words)}`,
    `  workbook and panel usable ${both(({ usable }) => usable)}`,
    `  first refresh, painted    ${both(({ firstRefresh }) => firstRefresh)}${rows === 10_000 ? `   ${refresh <= REFRESH_LIMIT ? 'ok' : 'OVER'}: ≤ ${REFRESH_LIMIT}` : ''}`,
    `  refresh again, painted    ${both(({ refreshAgain }) => refreshAgain)}`,
    ...(visits[0]?.frames ?? []).map(({ list }, i) => {
      const frame = (of: (frames: Frames) => number) => middle(({ frames }) => of(frames[i] as Frames)).trim();
      const p95 = median(visits.map(({ frames }) => frames[i]?.p95 ?? 0));
      return `  scrolling "${list}": frames of ${frame((f) => f.median)}, 95 in 100 within ${frame((f) => f.p95)}, worst ${frame((f) => f.worst)}   ${p95 <= FRAME_LIMIT ? 'ok' : 'OVER'}: ≤ ${FRAME_LIMIT}`;
    }),
  ];
}
