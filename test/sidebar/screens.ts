/** Every screen of the sidebar over the built script, as somebody meets them who keeps invoices in a Google sheet. */
import type { Locator, Page } from 'playwright-core';
import type { Snapshot } from '../../core/index.ts';
import { ACT_WORDS } from '../../core/languages/act-words.ts';
import type { Built } from '../hosts/built.ts';
import { sample, settled, unfolded } from '../panel/stage.ts';
import { EN, FR } from '../panel/words.ts';
import { openSheet } from './account.ts';
import type { Town } from './sidebar.ts';

export type Language = 'fr' | 'en';
export const WORDS = { fr: FR, en: EN } as const;
export const MENU = {
  fr: { open: 'Ouvrir', prepare: 'Préparer les relances', settings: 'Réglages', help: 'Aide' },
  en: { open: 'Open', prepare: 'Prepare reminders', settings: 'Settings', help: 'Help' },
} as const;
export const LOCALE = { fr: 'fr-FR', en: 'en-US' } as const;

/** A year of invoices in the language. */
export const year = (language: Language): Snapshot =>
  language === 'fr' ? sample('factures-atelier-morel.xlsx') : { ...sample('invoices-morel-workshop.xlsx'), locale: 'en-GB' };

export const button = (page: Page, name: string | RegExp): Locator =>
  page.locator('#panel').getByRole('button', { name, exact: true }).first();
export const tab = (page: Page, name: string): Locator =>
  page.locator('#panel :is(nav, .head)').getByRole('button', { name: new RegExp(`^${name}(?:\\s|$)`) });

/** Goes through all of it; `look` is called with the name of each screen. */
export async function everyScreen(
  town: Town,
  built: Built,
  language: Language,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const words = WORDS[language];
  const act = ACT_WORDS[language].begin;
  const empty = openSheet(built, { ...year(language), sheets: [{ name: 'A', cells: [['hello', 'you']] }] }, { locale: language });
  const first = await town.visit({ script: empty.script, html: empty.menu(MENU[language].open), locale: LOCALE[language] });
  await look(first.page, 'welcome');
  await first.close();

  const sheet = openSheet(built, year(language), { locale: language });
  const { page, close } = await town.visit({ script: sheet.script, html: sheet.menu(MENU[language].open), locale: LOCALE[language] });
  const see = async (name: string): Promise<void> => {
    await settled(page);
    await look(page, name);
  };
  const press = async (name: string | RegExp, within: Locator = page.locator('#panel')): Promise<void> => {
    await within.getByRole('button', { name, exact: true }).first().click();
    await settled(page);
  };
  const entry = async (customer: string): Promise<Locator> => {
    const head = page.locator('#panel .entry-head', { hasText: customer }).first();
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
    await settled(page);
    return page.locator('#panel .entry.open');
  };
  await see('understood');
  await press(words.sheet.confirmAndFill);
  await see('today');
  await entry('Bâti-Lorrière');
  await see('entry');
  await press(words.entry.showMessage);
  await see('message');
  await press(act['log-call'], await entry('Transports Malvezin'));
  await see('form-call');
  await press(words.act.back);
  const notice = await entry('Domaine de Roquesaure');
  await press(words.ahead.paper.show['formal-notice'], notice);
  await page.frameLocator('.entry.open iframe').locator('h1').waitFor();
  await see('formal-notice');
  await page.locator('#panel .group .primary').click();
  await see('batch');
  await page.locator('#panel dialog .primary').click();
  await page.waitForSelector('#panel .note.good');
  await see('prepared');
  await tab(page, words.nav.follow).click();
  await see('follow');
  await tab(page, words.nav.customers).click();
  await see('customers');
  await page.locator('#panel main .week-line').first().click();
  await see('customer');
  await tab(page, words.nav.figures).click();
  await unfolded(page);
  await see('figures');
  await tab(page, words.nav.problems).click();
  await see('problems');
  await button(page, words.nav.settings).click();
  await see('settings');
  sheet.book.lockedByAnother = true;
  await page.locator('#panel input[type="checkbox"]').click();
  await press(words.head.refresh);
  await see('trouble');
  await close();
}
