/** Papers, ways on, what is coming, ladders and tabs: as a user of a narrow panel meets them. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { EXPLANATIONS } from '../../core/languages/explanations.ts';
import { oneOrAll } from '../thorough.ts';
import { axeFindings, cutOff, type Look, outOfReach, type Stage, sample, settled, stage, until } from './stage.ts';
import { EN, FR } from './words.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());
afterEach(() => expect(on.faults).toEqual([]));

const FILES = { fr: 'factures-atelier-morel.xlsx', en: 'invoices-morel-workshop.xlsx' } as const;
const WORDS = { fr: FR, en: EN } as const;
const LOOKS: readonly (Look & { readonly language: 'fr' | 'en' })[] = oneOrAll(
  { language: 'fr', width: 300, height: 1600 },
  { language: 'en', width: 350, height: 1600, dark: true },
);

const button = (within: Page | Locator, name: string | RegExp, exact = true) => within.getByRole('button', { name, exact });

/** The sample on a day, with what was understood confirmed. */
async function opened(look: Look & { readonly language: 'fr' | 'en' }, asOf: string): Promise<Page> {
  const { language } = look;
  const page = await on.open({ snapshot: sample(FILES[language]), asOf, language }, look);
  await button(page, WORDS[language].sheet.confirmAndFill).click();
  await page.waitForSelector('.note.good');
  await settled(page);
  return page;
}

/** Nothing cut, nothing axe objects to. */
async function looksRight(page: Page, name: string): Promise<void> {
  await settled(page);
  if (process.env.RELANCE_PICTURES) await page.screenshot({ path: `${process.env.RELANCE_PICTURES}/${name}.png` });
  expect({ [name]: [...(await cutOff(page)), ...(await axeFindings(page))] }).toEqual({ [name]: [] });
}

/** Opens the first entry of the worklist that says this. */
async function entryThat(page: Page, says: string): Promise<Locator> {
  await page.locator('.entry', { hasText: says }).first().locator('.entry-head').click();
  await settled(page);
  return page.locator('.entry.open');
}

const REGISTERED = { fr: 'lettre recommandée', en: 'registered letter' } as const;

for (const look of LOOKS) {
  const { language, width } = look;
  const words = WORDS[language];
  const { paper, tabs, coming, ladder, backTest } = words.ahead;
  const { routes } = EXPLANATIONS[language];
  const open = (asOf = '2026-03-16') => opened(look, asOf);

  describe(`${language}, ${width} px`, () => {
    it('a formal notice: what it lacks, the page, and the page as a file', async () => {
      const page = await open();
      const entry = await entryThat(page, REGISTERED[language]);
      await button(entry, paper.show['formal-notice']).click();
      const preview = entry.locator('iframe');
      await preview.waitFor();
      await entry.frameLocator('iframe').locator('h1').waitFor();
      await looksRight(page, `${language}-notice`);
      expect(await preview.getAttribute('sandbox')).toBe('');
      expect(await entry.frameLocator('iframe').locator('body').textContent()).toMatch(/mise en demeure|formal notice/i);
      expect(await outOfReach(page)).toEqual([]);
      // The page scrolls by keyboard too.
      const focused = async () => {
        await button(entry, paper.save).focus();
        await page.keyboard.press('Tab');
        return page.evaluate(() => document.activeElement?.tagName);
      };
      // A frame that is still being laid out takes no focus yet.
      expect(await until(focused, (tag) => tag === 'IFRAME')).toBe('IFRAME');

      const waited = page.waitForEvent('download');
      await button(entry, paper.save).click();
      const file = await waited;
      expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+-2026-03-16\.html$/);
      expect(readFileSync(await file.path(), 'utf8')).toContain('<!DOCTYPE html>');
      on.leave(page);
    });

    it('the evidence file and the statement of a customer, from its card', async () => {
      const page = await open();
      const entry = await entryThat(page, REGISTERED[language]);
      const customer = (await entry.locator('.entry-name').textContent()) ?? '';
      await button(entry, words.act.cardOf(customer)).click();
      await settled(page);
      await page.locator('summary', { hasText: paper.ofCustomer }).click();
      for (const kind of ['statement', 'evidence'] as const) {
        await button(page, paper.show[kind]).click();
        const paperShown = page.frameLocator('.paper iframe').first().locator('body');
        await paperShown.getByText(customer).first().waitFor();
        expect(await paperShown.textContent()).toContain(customer);
        await looksRight(page, `${language}-${kind}`);
        await button(page, paper.hide).click();
        await page.locator('.paper iframe').waitFor({ state: 'detached' });
      }
      on.leave(page);
    });

    it('the ways on after the last reminder, with why, needs, cost, source and the time left', async () => {
      const page = await open();
      const entry = await entryThat(page, words.today.handOver);
      const ways = entry.getByRole('region', { name: routes.title });
      await ways.waitFor();
      await looksRight(page, `${language}-routes`);
      expect(await ways.locator('.note .note-title').textContent()).toBe(routes.limitation.far);
      const first = ways.locator('.ways > li').first();
      for (const fact of [routes.why, routes.needs, routes.cost, routes.delay, routes.source])
        expect(await first.locator('dt', { hasText: fact }).count()).toBe(1);
      for (const summary of await ways.locator('summary').all())
        if (!(await summary.evaluate((one) => one.parentElement?.hasAttribute('open')))) await summary.click();
      await looksRight(page, `${language}-routes-open`);
      on.leave(page);
    });

    it('the coming two weeks, day by day', async () => {
      const page = await open();
      await button(page, coming.open).click();
      await page.locator('.plain-list').first().waitFor();
      await looksRight(page, `${language}-coming`);
      const days = await page.locator('section.screen h3').allTextContents();
      expect(days[0]).toMatch(/^(Aujourd’hui|Today), /);
      expect(days.length).toBeGreaterThan(3);
      expect(
        days.some((day) => (language === 'fr' ? ['Samedi', 'Dimanche'] : ['Saturday', 'Sunday']).some((free) => day.startsWith(free))),
      ).toBe(false);
      await button(page, words.act.back).click();
      await page.locator('.headline').waitFor();
      // Nobody looks any more: nothing is lived through.
      await page.evaluate(() => window.bench.panel.reload());
      await settled(page);
      expect(await page.evaluate(() => window.bench.commands.at(-1)?.options?.panel?.comingDays ?? null)).toBeNull();
      on.leave(page);
    });

    it('the ladder in use, and another one over the same past', async () => {
      const page = await open();
      await button(page, words.nav.settings).click();
      expect(await page.locator('.rungs > li').first().textContent()).toContain(ladder.offset(-7));
      await looksRight(page, `${language}-settings`);
      await page.locator('summary', { hasText: ladder.compare }).click();
      await button(page, backTest.go).click();
      await page.locator('.past').nth(1).waitFor();
      await looksRight(page, `${language}-back-test`);
      expect(await page.locator('.past').count()).toBe(2);
      for (const past of await page.locator('.past').all()) {
        const rows = await past
          .locator('tbody tr')
          .evaluateAll((lines) =>
            lines.map((line) =>
              [...line.querySelectorAll('td')].map((cell) => Number.parseInt(cell.textContent?.replace(/\D/g, '') ?? '', 10)),
            ),
          );
        const total = Number.parseInt(((await past.locator('p').first().textContent()) ?? '').replace(/[\u202f,](?=\d)/g, ''), 10);
        expect(rows.reduce((sum, [messages]) => sum + (messages as number), 0)).toBe(total);
      }
      expect(await outOfReach(page)).toEqual([]);
      on.leave(page);
    });

    it('each tab that lacks is made on a click, and shown', async () => {
      const page = await on.open({ snapshot: sample('small-table.csv'), asOf: '2025-09-17', language }, look);
      await button(page, words.nav.settings).click();
      await settled(page);
      expect(await page.getByText(tabs.confirmFirst).count()).toBe(1);
      expect(await page.getByRole('button', { name: tabs.make('') }).count()).toBe(0);
      await button(page, words.settings.sheetGo).click();
      await button(page, words.sheet.confirmAndFill).click();
      await page.waitForSelector('.note.good');
      await button(page, words.nav.settings).click();
      await looksRight(page, `${language}-tabs`);
      // The file is in French, and its tabs are.
      const TYPED_FIRST = { Réglages: 'B', Scénarios: 'C', Modèles: 'D', Clients: 'C', Paiements: 'A' };
      for (const [tab, column] of Object.entries(TYPED_FIRST)) {
        await button(page, tabs.make(tab)).click();
        await page.locator('.note.good', { hasText: tabs.made }).waitFor();
        await settled(page);
        expect(await page.evaluate(() => window.bench.selected.at(-1))).toEqual([tab, 2, column]);
        expect(await button(page, tabs.make(tab)).count()).toBe(0);
        expect(await button(page, tabs.see(tab)).count()).toBe(1);
      }
      // What a paper lacks is now a cell, and one click shows it.
      await page.getByRole('navigation').getByRole('button', { name: words.nav.today }).click();
      on.leave(page);
    });
  });
}

it('what a letter lacks leads to the tab to be made, then to the very cell', async () => {
  const look = { language: 'fr', width: 300 } as const;
  const page = await on.open({ snapshot: sample('small-table.csv'), asOf: '2025-12-17', language: 'fr' }, look);
  const { paper, tabs } = FR.ahead;
  await button(page, FR.sheet.confirmAndFill).click();
  await page.waitForSelector('.note.good');
  await settled(page);
  const entry = page.locator('.entry').first();
  await entry.locator('.entry-head').click();
  const customer = (await entry.locator('.entry-name').textContent()) ?? '';
  await button(entry, FR.act.cardOf(customer)).click();
  await page.locator('summary', { hasText: paper.ofCustomer }).click();
  await button(page, paper.show.statement).click();
  await page.locator('.paper iframe').waitFor();
  await looksRight(page, 'fr-lacks');
  await button(page, new RegExp(`^${tabs.make('Réglages')}`))
    .first()
    .click();
  await page.locator('.note.good', { hasText: tabs.made }).waitFor();
  await settled(page);
  await button(page, new RegExp(`^${paper.fill} : Le nom de votre société`)).click();
  const [tab, row, column] = (await page.evaluate(() => window.bench.selected.at(-1))) as [string, number, string];
  expect([tab, column]).toEqual(['Réglages', 'B']);
  expect(await page.evaluate(([of, at]) => (window.bench.cells(of)[at - 1] as unknown[])[0], [tab, row] as const)).toBe('Société');
  on.leave(page);
});
