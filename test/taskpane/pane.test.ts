/**
 * The built task pane in a browser, with Microsoft's own office.js over a workbook of ours: opened, bound, refreshed, prepared and read back by clicks and by
 * keys alone; every screen at the widths Excel gives a pane; and what it says where it cannot work.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { ACT_WORDS } from '../../core/languages/act-words.ts';
import { MAIL_WORDS } from '../../office-addin/mail/mail-words.ts';
import { PANE_WORDS } from '../../office-addin/pane-words.ts';
import { itAtLength } from '../at-length.ts';
import { axeFindings, cutOff, findings, sample, tabbedTo, unfolded } from '../panel/stage.ts';
import { EN, FR } from '../panel/words.ts';
import { IS_THOROUGH, oneOrAll } from '../thorough.ts';
import { pressInRibbon, toldToOffice } from './office-host.ts';
import { calm, Panes, withAxe } from './pane.ts';

const WORDS = { fr: FR, en: EN } as const;
const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
const SAMPLES = { fr: 'factures-atelier-morel.xlsx', en: 'invoices-morel-workshop.xlsx' } as const;
const SHEETS = { fr: 'Factures', en: 'Invoices' } as const;

let panes: Panes;
beforeAll(async () => {
  panes = await Panes.open();
});
afterAll(() => panes?.close());

const button = (page: Page, name: string | RegExp): Locator => page.locator('#panel').getByRole('button', { name, exact: true }).first();
const tab = (page: Page, name: string): Locator =>
  page.locator('#panel :is(nav, .head)').getByRole('button', { name: new RegExp(`^${name}(?:\\s|$)`) });
/** What came of the last click. */
const news = (page: Page): Promise<unknown> => page.waitForSelector('#panel .outcome .note');

/** The cells of a column as they are now, from row 1; none of a sheet that is not there. */
type Book = Awaited<ReturnType<Panes['show']>>['app']['book'];
const column = (book: Book, name: string, letter: string): unknown[] => {
  const sheet = book.find(name);
  const { rows, row } = sheet?.used(true) ?? { rows: 0, row: 0 };
  return Array.from({ length: row + rows }, (_, at) => sheet?.valueAt(at, letter.charCodeAt(0) - 65));
};

describe('by clicks', () => {
  it('from the opened workbook to a journal that knows what was sent; no cell of the user changes', async () => {
    const words = FR;
    const { page, app, asked, close } = await panes.show(sample(SAMPLES.fr), { locale: LOCALES.fr });
    await calm(page);
    weigh(asked);
    const typed = 'ABCDEFGH'.split('').map((letter) => column(app.book, SHEETS.fr, letter));
    const inJournal = (event: string) => column(app.book, 'Journal des relances', 'C').filter((each) => each === event).length;
    const before = ['intent', 'drafted', 'sent'].map(inJournal);
    await button(page, words.sheet.confirmAndFill).click();
    await news(page);
    await button(page, words.head.refresh).click();
    await calm(page);
    await page.locator('#panel .group .primary').click();
    await page.locator('#panel dialog .primary').click();
    await page.waitForSelector('#panel .outcome .note:has-text("22")');
    await tab(page, words.nav.follow).click();
    await calm(page);
    expect(await page.locator('#panel .screen').textContent()).toContain(MAIL_WORDS.fr.why['no-client-id']);
    const saved = page.waitForEvent('download');
    await page
      .locator('#panel .line')
      .first()
      .getByRole('button', { name: new RegExp(`^${words.follow.open}`) })
      .click();
    // With two invoices and their sums, this one is too long for a link.
    expect((await saved).suggestedFilename()).toMatch(/^Bâti-Lorrière \w+\.eml$/);
    await page
      .locator('#panel .line')
      .first()
      .getByRole('button', { name: new RegExp(`^${words.follow.sent}`) })
      .click();
    await news(page);
    const after = ['intent', 'drafted', 'sent'].map(inJournal);
    // The message marked as sent is about two invoices, each at a step of its own.
    expect(after.map((count, at) => count - (before[at] as number))).toEqual([23, 23, 2]);
    expect('ABCDEFGH'.split('').map((letter) => column(app.book, SHEETS.fr, letter))).toEqual(typed);
    expect(new Set(column(app.book, SHEETS.fr, 'I'))).not.toEqual(new Set([null]));
    await close();
    expect(panes.faults).toEqual([]);
  });
});

describe('every screen', () => {
  /** Goes through the pane as its user would; `look` is called with the name of each screen. */
  async function walk(page: Page, language: 'fr' | 'en', look: (name: string, isWalked?: boolean) => Promise<void>): Promise<void> {
    const words = WORDS[language];
    const panel = page.locator('#panel');
    await calm(page);
    await look('understood', true);
    await button(page, words.sheet.confirmAndFill).click();
    await news(page);
    await look('filled');
    const entry = panel.locator('.entry-head', { hasText: 'Bâti-Lorrière' });
    await entry.click();
    await look('entry', true);
    await button(page, words.entry.showMessage).click();
    await page.waitForSelector('#panel .message');
    await look('message');
    await button(page, ACT_WORDS[language].begin['log-call']).click();
    await calm(page);
    await look('form-call');
    await button(page, words.act.back).click();
    await panel.locator('.entry-head', { hasText: 'Domaine de Roquesaure' }).click();
    await panel.locator('.entry.open').getByRole('button', { name: words.ahead.paper.show['formal-notice'], exact: true }).click();
    await panel.frameLocator('.entry.open iframe').locator('h1').waitFor();
    await look('formal-notice');
    await panel.locator('.group .primary').click();
    await look('batch', true);
    await panel.locator('dialog .primary').click();
    await page.waitForSelector('#panel .outcome .note:has-text("22")');
    await look('prepared');
    await tab(page, words.nav.follow).click();
    await calm(page);
    await look('follow', true);
    await tab(page, words.nav.customers).click();
    await look('customers');
    await panel.locator('.week-line').first().click();
    await calm(page);
    await look('customer');
    await tab(page, words.nav.figures).click();
    await unfolded(page);
    await look('figures');
    await tab(page, words.nav.problems).click();
    await look('problems');
    await button(page, words.nav.settings).click();
    await page.getByLabel(PANE_WORDS[language].mail.clientId).fill('00000000-0000-4000-8000-000000000000');
    await look('settings', true);
    await tab(page, words.nav.today).click();
    await button(page, words.ahead.coming.open).click();
    await calm(page);
    await look('coming');
  }

  it.each(oneOrAll(['fr', 320], ['en', 350]))(
    '%s, %i px wide: nothing cut, nothing axe objects to, all within reach of the Tab key',
    async (language, width) => {
      const { page, close } = await panes.show(sample(SAMPLES[language]), { width, locale: LOCALES[language] });
      await withAxe(page);
      const found: string[] = [];
      const seen: string[] = [];
      await walk(page, language, async (name, isWalked = false) => {
        seen.push(name);
        for (const finding of await findings(page, { reach: isWalked, axe: IS_THOROUGH || isWalked })) found.push(`${name}: ${finding}`);
        await pictured(page, `${language}-${width}-${name}`);
      });
      expect(found).toEqual([]);
      expect(seen).toHaveLength(15);
      await close();
      expect(panes.faults).toEqual([]);
    },
  );

  itAtLength('follows the theme of Excel from one to the next, as far as it can be read; forced colours go before it', async () => {
    const { page, close } = await panes.show(sample(SAMPLES.en), { width: 320, locale: LOCALES.en, dark: true });
    await withAxe(page);
    await calm(page);
    await button(page, EN.sheet.confirmAndFill).click();
    await news(page);
    await page.locator('#panel .entry-head').nth(3).click();
    const own = 'rgb(23, 25, 29)';
    for (const [name, bodyBackgroundColor, bodyForegroundColor, scheme, background] of [
      ['colourful, on a dark computer', '#ffffff', '#242424', 'light', 'rgb(255, 255, 255)'],
      ['black', '#262626', '#f3f2f1', 'dark', 'rgb(38, 38, 38)'],
      ['dark grey, too pale for coloured text', '#666666', '#ffffff', 'dark', own],
    ] as const) {
      await page.evaluate(
        (theme) => {
          const { Office } = window as unknown as { Office: { context: object } };
          Object.defineProperty(Office.context, 'officeTheme', { get: () => theme, configurable: true });
          window.dispatchEvent(new Event('focus'));
        },
        { bodyBackgroundColor, bodyForegroundColor },
      );
      const dress = await page.locator('#panel').evaluate((panel) => getComputedStyle(panel).colorScheme);
      const ground = await page.locator('#panel').evaluate((panel) => getComputedStyle(panel).backgroundColor);
      expect([name, dress, ground]).toEqual([name, scheme, background]);
      expect(await axeFindings(page)).toEqual([]);
      await pictured(page, `theme ${name}`);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    await pictured(page, 'forced');
    // The browser chooses the colours then, and the tool reads those we asked for.
    expect((await axeFindings(page)).filter((finding) => !finding.startsWith('color-contrast'))).toEqual([]);
    expect(await page.locator('#panel').getAttribute('style')).toBeFalsy();
    await close();
    expect(panes.faults).toEqual([]);
  });
});

describe('without a mouse', () => {
  itAtLength('from the opened workbook to a draft that is sent', async () => {
    const { page, app, close } = await panes.show(sample(SAMPLES.en), { locale: LOCALES.en });
    await calm(page);
    const press = async (name: string): Promise<void> => {
      await tabbedTo(page, name);
      await page.keyboard.press('Enter');
    };
    await press(EN.sheet.confirmAndFill);
    await news(page);
    await press('Bâti-Lorrière');
    await press(EN.entry.prepare);
    await page.waitForSelector('#panel .outcome .note:has-text("1 draft")');
    await press(EN.result.seeOutbox);
    await press(`${EN.follow.sent}: Bâti-Lorrière`);
    await page.waitForSelector(`#panel :text("${EN.follow.outboxEmpty}")`);
    expect(app.book.sheets.map(({ name }) => name)).toContain('Reminder journal');
    await close();
    expect(panes.faults).toEqual([]);
  });
});

describe('behind the pane', () => {
  it('formulas are told at once and answer; the ribbon refreshes without a word when all is well, and asks before it prepares', async () => {
    const { page, app, close } = await panes.show(sample(SAMPLES.en), { locale: LOCALES.en });
    expect((await formulasTold(page)).sort()).toEqual(ids().sort());
    expect(await asks(page, 'DAYS_LATE', [[46_000]], [[null]], 46_010, { parameterAddresses: [] })).toEqual([[10]]);
    await calm(page);
    const before = app.book.cellsWritten;
    await pressInRibbon(page, 'refresh');
    // The columns await a word first: the pane is shown, and nothing is written.
    expect([(await toldToOffice(page)).length, app.book.cellsWritten]).toEqual([1, before]);
    await button(page, EN.sheet.confirmAndFill).click();
    await news(page);
    await pressInRibbon(page, 'refresh');
    expect(await toldToOffice(page)).toHaveLength(1);
    expect(await asks(page, 'OVERDUE_RATE', null, null, null, { parameterAddresses: [] })).toBeCloseTo(0.48, 1);
    await tab(page, EN.nav.figures).click();
    const journal = column(app.book, 'Reminder journal', 'A');
    await pressInRibbon(page, 'prepare');
    await page.waitForSelector('#panel dialog[open]');
    expect(await toldToOffice(page)).toHaveLength(2);
    expect(column(app.book, 'Reminder journal', 'A')).toEqual(journal);
    await close();
    expect(panes.faults).toEqual([]);
  });

  it('says everywhere that its engine did not come, and lets Excel go on', async () => {
    const { page, close } = await panes.show(sample(SAMPLES.fr), { locale: LOCALES.fr, missing: 'engine', width: 320 });
    await page.waitForSelector('#panel h1');
    expect(await page.textContent('#panel h1')).toBe(PANE_WORDS.fr.noEngine.title);
    expect(await asks(page, 'DSO')).toEqual(['#N/A', PANE_WORDS.fr.noFormulas]);
    await pressInRibbon(page, 'refresh');
    expect(await toldToOffice(page)).toHaveLength(1);
    await close();
    expect(panes.faults.splice(0).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });

  type WithFormulas = { CustomFunctions: { _association: { mappings: Record<string, (...args: unknown[]) => unknown> } } };
  const formulasTold = async (page: Page): Promise<string[]> => {
    const told = await page.evaluate(() => Object.keys((window as unknown as WithFormulas).CustomFunctions._association.mappings));
    return told.map((id) => id.toUpperCase());
  };
  /** A cell asks the function that was told for this id. */
  const asks = (page: Page, id: string, ...given: unknown[]): Promise<unknown> =>
    page.evaluate(
      async ([wanted, args]) => {
        const answer = (window as unknown as WithFormulas).CustomFunctions._association.mappings[wanted];
        return Promise.resolve(answer?.(...args)).catch((error: { code?: string; message?: string }) => [error.code, error.message]);
      },
      [id, given] as const,
    );
  const ids = (): string[] =>
    (JSON.parse(String(panes.files.get('functions.json'))) as { functions: { id: string }[] }).functions.map(({ id }) => id);
});

describe('where it cannot work', () => {
  it.each([
    ['in an ordinary browser', { outside: true, locale: 'fr-FR' }, PANE_WORDS.fr.outside.title],
    ['without Microsoft’s script', { missing: 'microsoft', locale: 'en-US' }, PANE_WORDS.en.noOffice.title],
  ] as const)('%s, the page says so in words', async (_, look, title) => {
    const { page, close } = await panes.show(sample(SAMPLES.fr), { ...look, width: 320 });
    await page.waitForSelector('#panel h1');
    expect(await page.textContent('#panel h1')).toBe(title);
    await withAxe(page);
    expect([...(await axeFindings(page)), ...(await cutOff(page))]).toEqual([]);
    await close();
    expect(panes.faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
    panes.faults.length = 0;
  });
});

/** What must be here to show the pane with its formulas told is light; the engine follows, in one piece, and nothing for Outlook while no draft is laid there. */
function weigh(asked: readonly string[]): void {
  const scripts = asked.filter((name) => name.endsWith('.js')).map((name) => panes.files.get(name)?.length ?? 0);
  const first = scripts.filter((bytes) => bytes < 300_000);
  expect(first.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(150_000);
  expect(scripts.length - first.length).toBe(1);
}

/** Pictures to look at, when a folder for them is given. */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env.RELANCE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name.replace(/[^\w-]+/g, '-')}.png` });
}
