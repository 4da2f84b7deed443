/** The grid itself, in a true browser: it calculates formulas of ours, and what Relance writes in one step can be taken back and done again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
// Its types are what the plugins add to the grid's interface.
import type {} from '@univerjs/preset-sheets-core';
import { type BuildOptions, build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { CalendarDay } from '../../core/index.ts';
import type { GridHost } from '../../local/page/grid/grid-host.ts';
import type { openGrid } from '../../local/page/grid/univer.ts';
import { launchBrowser, PATIENCE } from '../browser.ts';
import { kept } from '../kept.ts';
import { until } from '../panel/stage.ts';

declare global {
  interface Window {
    parts: { openGrid: typeof openGrid; GridHost: typeof GridHost };
    host: GridHost;
  }
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const folder = await kept(
    'grid',
    async (out) => {
      const { pageOptions } = (await import('../../build.mjs' as string)) as { pageOptions(): BuildOptions };
      const contents =
        "import { openGrid } from './univer.ts'; import { GridHost } from './grid-host.ts'; window.parts = { openGrid, GridHost };";
      const stdin = { contents, resolveDir: join(__dirname, '../../local/page/grid'), loader: 'ts' } as const;
      await build({ ...pageOptions(), write: true, stdin, outdir: out });
    },
    ['test/page/grid.test.ts'],
  );
  const text = (end: string) => readFileSync(join(folder, `stdin${end}`), 'utf8');
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.setDefaultTimeout(PATIENCE);
  await page.setContent('<div id="grid" style="position: fixed; inset: 0"></div>');
  await page.addStyleTag({ content: text('.css') });
  await page.addScriptTag({ content: text('.js'), type: 'module' });
  await page.waitForFunction(() => window.parts !== undefined);
});

afterAll(async () => browser?.close());

describe('the grid', () => {
  it('calculates a function it is taught', async () => {
    const value = await page.evaluate(async () => {
      const cellData = { 0: { 0: { v: 20, t: 2 }, 1: { v: 22, t: 2 } } };
      const book = { id: 'workbook', sheetOrder: ['one'], sheets: { one: { id: 'one', name: 'Factures', cellData } } };
      const grid = await window.parts.openGrid(document.getElementById('grid') as HTMLElement, book, 'fr', () => null);
      grid.api
        .getFormula()
        .registerFunction('ENCOURS', (...values: unknown[]) => values.flat(3).reduce<number>((sum, one) => sum + Number(one), 0));
      const range = grid.api.getActiveWorkbook()?.getActiveSheet().getRange('C1');
      range?.setValue({ f: '=ENCOURS(A1,B1)' });
      for (let wait = 0; wait < 2400 && range?.getValue() !== 42; wait++) await new Promise((done) => setTimeout(done, 50));
      const found = range?.getValue();
      grid.dispose();
      return found;
    });
    expect(value).toBe(42);
  });

  it('takes a refresh back in one step, and does it again: values, formats and colours', async () => {
    await page.evaluate(async () => {
      const cells = [
        ['N°', 'Statut', 'Échéance'],
        ['F-1', 'Payée', 46043],
        ['F-2', null, 46044],
      ];
      const formats = [[], [null, null, 'dd/mm/yyyy'], [null, null, 'dd/mm/yyyy']];
      const snapshot = { sheets: [{ name: 'Factures', cells, formats }], locale: 'fr-FR', timeZone: null, date1904: false };
      const table = { sheet: 'Factures', headerRow: 1, statusColumn: 1 };
      window.host = await window.parts.GridHost.open(document.getElementById('grid') as HTMLElement, snapshot, {
        name: 'factures.csv',
        language: 'fr',
        isText: false,
        locale: 'fr-FR',
        table,
        looks: null,
        today: () => 20348 as CalendarDay,
      });
    });
    // Trailing blanks of a row say nothing.
    const told = () =>
      page.evaluate(() =>
        window.host.snapshot().sheets[0]?.cells.map((row, r) =>
          row
            .map((cell, c) => `${cell ?? ''} ${window.host.snapshot().sheets[0]?.formats?.[r]?.[c] ?? ''}`.trim())
            .join('|')
            .replace(/\|+$/, ''),
        ),
      );
    const before = await told();
    await page.evaluate(() => {
      const edits = { look: 'text', daysAsText: false } as const;
      window.host.write({
        sheet: 'Factures',
        headerRow: 1,
        dueColumn: 2,
        appends: [],
        columns: [
          { ...edits, role: 'status', column: 1, newHeader: null, rows: [2, 3], before: ['Payée', null], after: [null, 'En retard'] },
          { ...edits, role: 'nextActionOn', column: 3, newHeader: 'Le', look: 'day', rows: [3], before: [null], after: ['2026-01-21'] },
        ],
      });
      window.host.focus();
    });
    const after = await told();
    expect(after).toEqual(['N°|Statut|Échéance|Le', 'F-1||46043 dd/mm/yyyy', 'F-2|En retard|46044 dd/mm/yyyy|46043 dd/mm/yyyy']);
    const tells = (wanted: unknown) => until(told, (now) => JSON.stringify(now) === JSON.stringify(wanted));
    await page.keyboard.press('Control+z');
    expect(await tells(before)).toEqual(before);
    await page.keyboard.press('Control+y');
    expect(await tells(after)).toEqual(after);
    await page.evaluate(() => window.host.undoRefresh());
    expect(await told()).toEqual(before);
  });
});
