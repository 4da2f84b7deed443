/**
 * The follow-up of a week on the real page, from the sample, by clicks on what is seen: a call and a promise that is not kept, a dispute, a plan, a
 * formal notice printed and posted, the evidence file; and all of it read back in the journal.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../core/index.ts';
import { ACT_WORDS } from '../../core/languages/act-words.ts';
import { EVIDENCE_TEXTS } from '../../core/messages/evidence-texts.ts';
import { settled } from '../panel/stage.ts';
import { EN, FR } from '../panel/words.ts';
import { oneOrAll } from '../thorough.ts';
import { builtPage, Town } from './page.ts';

const SAMPLES = {
  fr: { file: 'factures-atelier-morel.xlsx', locale: 'fr-FR', words: FR, journal: 'Journal des relances' },
  en: { file: 'invoices-morel-workshop.xlsx', locale: 'en-GB', words: EN, journal: 'Reminder journal' },
} as const;

/** Notes the papers that are handed to the printer: frames that come and go. */
function watchPrinter(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.printed = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLIFrameElement && node.className === 'printed') window.printed.push(node.srcdoc);
    }).observe(document.body, { childList: true });
  });
}
declare global {
  interface Window {
    printed: string[];
  }
}

let town: Town;
let folder: string;
beforeAll(async () => {
  town = await Town.open();
  folder = await builtPage('real');
});
afterAll(() => town?.close());

const button = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name, exact: true });

describe.each(oneOrAll('en', 'fr'))('%s', (language) => {
  const { file, locale, words, journal } = SAMPLES[language];
  const { act } = words;
  const acts = ACT_WORDS[language];

  it('is told by clicks and read back in the journal', async () => {
    const visit = await town.visit(folder, {
      file: join(__dirname, '../../samples', file),
      query: 'asOf=2026-03-16',
      locale,
    });
    const { page } = visit;
    await watchPrinter(page);
    const panel = page.locator('#panel');
    const tab = async (name: string) => {
      await panel.getByRole('navigation').getByRole('button', { name }).click();
      await settled(page);
    };
    const news = async (text: string) => {
      await panel.locator('.note-title', { hasText: text }).first().waitFor();
      await settled(page);
    };
    const noted = (what: string, customer: string) => news(`${what}${words.colon}${customer}.`);
    const entryOf = async (customer: string) => {
      await tab(words.nav.today);
      const head = panel.locator('.entry-head', { hasText: customer }).first();
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      await settled(page);
      return panel.locator('.entry.open');
    };

    await button(panel, words.sheet.confirmAndFill).click();
    await news(words.result.refreshed);

    // A call comes to a promise.
    await button(await entryOf('Transports Malvezin'), acts.begin['log-call']).click();
    await button(panel, `${LANGUAGES[language].callOutcomes.promise}…`).click();
    await panel.getByLabel(act.day.promise).fill('2026-03-20');
    await button(panel, acts.go.promise).click();
    await noted(acts.told.promise, 'Transports Malvezin');

    // Another contests what it was sent.
    const disputing = await entryOf('Studio Nuée');
    await button(disputing, act.others).click();
    await button(disputing, acts.begin.dispute).click();
    await panel.locator('form select').selectOption('quality');
    await button(panel, acts.go.dispute).click();
    await noted(acts.told.dispute, 'Studio Nuée');

    // A third one will pay in three parts.
    const planning = await entryOf('Bâti-Lorrière');
    await button(planning, act.others).click();
    await button(planning, acts.begin.plan).click();
    await button(panel, acts.go.plan).click();
    await noted(acts.told.plan, 'Bâti-Lorrière');

    // The formal notice of a fourth is read, printed alone, and posted for a reason.
    const noticed = await entryOf('Domaine de Roquesaure');
    await button(noticed, words.ahead.paper.show['formal-notice']).click();
    const letter = noticed.frameLocator('iframe');
    await letter.locator('h1').waitFor();
    const text = (await letter.locator('body').textContent()) ?? '';
    expect(text).toContain('FA-2025-179');
    await button(noticed, words.ahead.paper.print).click();
    await page.waitForFunction(() => window.printed.length === 1);
    const [printed] = await page.evaluate(() => window.printed);
    expect(printed).toContain('FA-2025-179');
    expect(printed).not.toContain('Studio Nuée');
    await button(noticed, acts.begin['log-letter']).click();
    await panel.locator('form').getByRole('textbox').first().fill('2C 123 456 7890 1');
    await button(panel, acts.go['log-letter']).click();
    await noted(acts.told['log-letter'], 'Domaine de Roquesaure');

    // Ten days later the promised money has not come.
    await button(panel, words.nav.settings).click();
    await panel.getByLabel(words.settings.asOf).fill('2026-03-26');
    await settled(page);
    await button(panel, words.head.refresh).click();
    await news(words.result.refreshed);
    await tab(words.nav.follow);
    const broken = panel.locator('article.line', { hasText: 'Transports Malvezin' }).first();
    expect(await broken.textContent()).toContain(EVIDENCE_TEXTS[language].events['promise-broken']);

    // The evidence file tells it.
    const again = await entryOf('Transports Malvezin');
    await button(again, act.cardOf('Transports Malvezin')).click();
    await panel.locator('summary', { hasText: words.ahead.paper.ofCustomer }).click();
    await button(panel, words.ahead.paper.show.evidence).click();
    const evidence = panel.frameLocator('.paper iframe').locator('body');
    await evidence.getByText('FA-2026-021').first().waitFor();
    const proof = (await evidence.textContent()) ?? '';
    for (const said of language === 'fr' ? [/appel/i, /promesse/i, '20/03/2026'] : [/call/i, /promise/i, '20 Mar 2026'])
      expect(proof).toMatch(said);

    // And the journal, in the copy, holds everything, in order.
    const { snapshot } = await visit.copy();
    const [header, ...rows] = snapshot.sheets.find(({ name }) => name === journal)?.cells ?? [];
    const at = (name: string) => header?.findIndex((cell) => String(cell).toLowerCase() === name) ?? -1;
    const columns = language === 'fr' ? ['événement', 'client'] : ['event', 'customer'];
    const told = rows.map((row) => columns.map((name) => String(row[at(name)])).join(' '));
    const order = [
      'called Transports Malvezin',
      'promise Transports Malvezin',
      'dispute Studio Nuée',
      'plan Bâti-Lorrière',
      'letter Domaine de Roquesaure',
      'promise-broken Transports Malvezin',
    ].map((line) => told.lastIndexOf(line));
    expect(order.every((place) => place >= 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    await visit.close();
    expect(town.faults).toEqual([]);
  });
});
