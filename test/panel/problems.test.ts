/** Problems as a user of a narrow panel meets them: grouped by what to do, cells put right after a look and put back, twins side by side. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { PROBLEM_WORDS } from '../../core/languages/problem-words.ts';
import { INVOICES, type Row, workbookOf } from '../core/workbook-of.ts';
import { oneOrAll } from '../thorough.ts';
import { axeFindings, cutOff, outOfReach, type Stage, settled, stage } from './stage.ts';
import { EN, FR } from './words.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());
afterEach(() => expect(on.faults).toEqual([]));

/** Text dates in a column of true ones, one that can be two days, one that is none, and a number that stands on two rows. */
const ROWS: readonly Row[] = [
  { due: '2025-07-01', paidOn: null, issued: '01/06/2025' },
  { due: '03/04/2025', issued: '2025-03-01', customer: 'Durand' },
  { due: '1er sept. 2025', issued: '2025-08-15', customer: 'Durand', number: 'F9' },
  { due: '31/02/2025', issued: '2025-01-15', customer: 'Martin' },
  { due: '2025-08-01', number: 'F9', customer: 'Martin et Compagnie, Saint-Étienne', amount: 1250 },
  { due: '2025-08-01', issued: '18/06/2025', customer: 'Martin', amount: 'à voir' },
];
const LOOKS = oneOrAll({ language: 'fr', width: 300, height: 1500, dark: false }, { language: 'en', width: 350, height: 1500, dark: true });
const LONG = {
  fr: ['3 avril 2025', '4 mars 2025', '18 juin 2025'],
  en: ['3 April 2025', '4 March 2025', '18 June 2025'],
} as const;

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: true });

for (const look of LOOKS) {
  const { language } = look;
  const words = language === 'fr' ? FR : EN;
  const said = PROBLEM_WORDS[language];
  const [april, march, june] = LONG[language];

  describe(`${language}, ${look.width} px`, () => {
    async function opened(): Promise<Page> {
      // Nothing but the cells says which day 03/04 is.
      const page = await on.open({ snapshot: workbookOf(ROWS, { french: true }), asOf: '2025-09-17', language }, look);
      await button(page, words.sheet.confirmOnly).click();
      await settled(page);
      await page.getByRole('button', { name: words.nav.problems }).first().click();
      await page.locator('.fixes').waitFor();
      await settled(page);
      return page;
    }
    async function looksRight(page: Page, name: string): Promise<void> {
      await settled(page);
      if (process.env.RELANCE_PICTURES) await page.screenshot({ path: `${process.env.RELANCE_PICTURES}/problems-${language}-${name}.png` });
      expect({ [name]: [...(await cutOff(page)), ...(await axeFindings(page))] }).toEqual({ [name]: [] });
    }
    const cell = (page: Page, row: number, column: number) =>
      page.evaluate(([sheet, r, c]) => (window.bench.cells(sheet)[r - 1] as unknown[])[c] ?? null, [INVOICES, row, column] as const);
    const column = (page: Page, at: number) => Promise.all(ROWS.map((_, i) => cell(page, i + 2, at)));

    it('says what to do once for all cells alike, with a way to each, and writes nothing', async () => {
      const page = await opened();
      const advices = await page.locator('.advice').allTextContents();
      expect(new Set(advices).size).toBe(advices.length);
      await looksRight(page, 'all');
      expect(await outOfReach(page)).toEqual([]);
      await button(page, words.problems.jump(words.problems.place(INVOICES, 'D5'))).click();
      expect(await page.evaluate(() => window.bench.selected.at(-1))).toEqual([INVOICES, 5, 'D']);
      expect(await page.evaluate(() => window.bench.cellsWritten())).toBe(0);
      on.leave(page);
    });

    it('makes true dates of a column’s texts after a look, and takes it back', async () => {
      const page = await opened();
      const before = await column(page, 2);
      await page.locator('.fixes').getByRole('button', { name: said.look }).first().click();
      const consent = page.locator('.mending');
      expect(await consent.locator('.change').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining(june)]));
      await looksRight(page, 'look');
      expect(await outOfReach(page)).toEqual([]);
      expect(await column(page, 2)).toEqual(before);
      await button(consent, said.leave).click();
      await consent.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => window.bench.commands.some(({ kind }) => kind === 'fix'))).toBe(false);

      await page.locator('.fixes').getByRole('button', { name: said.look }).first().click();
      await button(consent, `${said.go} (2)`).click();
      await page.getByText(`${said.done}${words.colon}2.`).first().waitFor();
      await looksRight(page, 'done');
      expect(await column(page, 2)).toEqual(
        before.map((was, i) => (i === 0 ? { date: '2025-06-01' } : i === 5 ? { date: '2025-06-18' } : was)),
      );

      await button(page.locator('.outcome'), words.act.result.undo).click();
      await page.getByText(`${said.putBack}${words.colon}2.`).first().waitFor();
      expect(await column(page, 2)).toEqual(before);
      await looksRight(page, 'back');
      on.leave(page);
    });

    it('asks which day is meant, in words, by keyboard', async () => {
      const page = await opened();
      const readings = page.locator('.readings');
      expect(await readings.getByRole('button').allTextContents()).toEqual([april, march]);
      await button(readings, april).focus();
      await page.keyboard.press('Enter');
      const go = button(page.locator('.line .mending'), `${said.go} (1)`);
      await go.waitFor();
      await looksRight(page, 'choice');
      await go.focus();
      await page.keyboard.press('Enter');
      await page.getByText(`${said.done}${words.colon}1.`).first().waitFor();
      expect(await cell(page, 3, 3)).toEqual({ date: '2025-04-03' });
      expect(await readings.count()).toBe(0);
      on.leave(page);
    });

    it('shows rows of the same number side by side, and what differs', async () => {
      const page = await opened();
      const twins = page.locator('.twins');
      expect(await twins.count()).toBe(1);
      expect(await twins.locator('thead button').allTextContents()).toEqual(['A4', 'A6']);
      expect(await twins.getByText(said.differs).count()).toBeGreaterThan(1);
      await twins.locator('thead button').last().click();
      expect(await page.evaluate(() => window.bench.selected.at(-1))).toEqual([INVOICES, 6, 'A']);
      on.leave(page);
    });
  });
}
