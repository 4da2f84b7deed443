/** The real page, 1200 pixels wide, its panel narrow and wide, in both languages: every screen read by axe, measured, and walked with the Tab key. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findings, settled, tabbedTo } from '../panel/stage.ts';
import { IS_THOROUGH, oneOrAll } from '../thorough.ts';
import { builtPage, Town } from './page.ts';
import { everyScreen } from './screens.ts';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Every screen of the panel is walked and read by axe without the grid beside it, in test/panel, its forms and papers too; the grid makes each key dear. Here
 * outside of the long run: screens of the page itself, and one of each kind of the panel's.
 */
const GONE_THROUGH: ReadonlySet<string> = new Set(['file-damaged', 'stranger-understood', 'entry-mail', 'batch', 'outbox']);

let town: Town;
let folder: string;
beforeAll(async () => {
  town = await Town.open();
  folder = await builtPage('real');
});
afterAll(() => town?.close());

describe('every screen of the page', () => {
  it.each(oneOrAll(['fr', 300], ['en', 350]))(
    '%s, the panel %i px wide: nothing cut, nothing axe objects to, all within reach of the Tab key',
    async (language, panel) => {
      const found: string[] = [];
      const seen: string[] = [];
      await everyScreen(town, folder, { language, panel, isWhole: IS_THOROUGH }, async (page, name) => {
        seen.push(name);
        if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
        const isWhole = IS_THOROUGH || GONE_THROUGH.has(name);
        for (const finding of await findings(page, { axe: isWhole, reach: isWhole })) found.push(`${name}: ${finding}`);
      });
      expect(found).toEqual([]);
      expect(seen.length).toBeGreaterThan(IS_THOROUGH ? 40 : 25);
      expect([...GONE_THROUGH].filter((name) => !seen.includes(name))).toEqual([]);
      expect(town.faults).toEqual([]);
    },
  );
});

describe('without a mouse', () => {
  it('from the opened file to a draft that is sent, and to the saved copy', async () => {
    const { page, close } = await town.visit(folder, { locale: 'en-GB' });
    await settled(page);
    const press = async (name: string): Promise<void> => {
      await tabbedTo(page, name);
      await page.keyboard.press('Enter');
    };
    for (let part = 0; part < 4 && !(await page.evaluate(() => document.activeElement?.closest('#panel') !== null)); part++)
      await page.keyboard.press('F6');
    await press('Check and confirm');
    await press('Confirm and fill the sheet');
    await page.waitForSelector('#panel .note.good');
    await press('Bâti-Lorrière');
    await press('Prepare the draft');
    await page.waitForSelector('#panel .note.good:has-text("1 draft ready")');
    await press('See the drafts');
    await press('Sent: Bâti-Lorrière');
    await page.waitForSelector('#panel :text("No draft is waiting.")');
    await page.keyboard.press('F6');
    const waited = page.waitForEvent('download');
    await press('Save a copy');
    expect((await waited).suggestedFilename()).toBe('invoices-morel-workshop (Relance).xlsx');
    await close();
    expect(town.faults).toEqual([]);
  });
});
