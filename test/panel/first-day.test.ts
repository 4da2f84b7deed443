// What somebody meets who uses it for the first time: nothing goes out lacking what nobody spoke of, and no choice is lost without a word.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Cell, Snapshot } from '../../core/index.ts';
import { ACT_WORDS } from '../../core/languages/act-words.ts';
import { itAtLength } from '../at-length.ts';
import { oneOrAll } from '../thorough.ts';
import { axeFindings, cutOff, type Look, outOfReach, type Stage, sample, settled, stage } from './stage.ts';
import { EN, FR } from './words.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());
afterEach(() => expect(on.faults).toEqual([]));

const WORDS = { fr: FR, en: EN } as const;
const HEADERS = {
  fr: ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance'],
  en: ['Invoice number', 'Customer', 'Email', 'Amount', 'Invoice date', 'Due date'],
} as const;
const row = (number: string, customer: string, due: string): Cell[] => [
  number,
  customer,
  `${customer.toLowerCase()}@a.example`,
  1000,
  { date: '2026-01-10' },
  { date: due },
];
/** Durand owes two invoices, Martin one; no currency is named, and nobody has a tab of settings. */
const book = (language: 'fr' | 'en', tabs: Snapshot['sheets'] = []): Snapshot => ({
  sheets: [
    {
      name: 'Factures',
      cells: [
        [...HEADERS[language]],
        row('F-1', 'Durand', '2026-02-10'),
        row('F-2', 'Durand', '2026-03-01'),
        row('F-3', 'Martin', '2026-02-20'),
      ],
    },
    ...tabs,
  ],
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  workbookId: 'w',
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const selected = (page: Page) => page.evaluate(() => window.bench.selected.at(-1));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const title = (page: Page) => page.locator('h2').first().textContent();

async function opened({
  language = 'fr',
  tabs,
  ...look
}: Partial<Look> & { language?: 'fr' | 'en'; tabs?: Snapshot['sheets'] } = {}): Promise<Page> {
  const page = await on.open({ snapshot: book(language, tabs), asOf: '2026-03-16', language }, { width: 300, ...look });
  await settled(page);
  return page;
}

async function filled(how: Parameters<typeof opened>[0] = {}): Promise<Page> {
  const page = await opened(how);
  await button(page, WORDS[how.language ?? 'fr'].sheet.confirmAndFill).click();
  await page.waitForSelector('.note.good');
  await settled(page);
  return page;
}

describe.each(oneOrAll({ language: 'en', width: 350, dark: true }, { language: 'fr', width: 300 }))(
  'before the first drafts, $language, $width px',
  (how) => {
    const words = WORDS[how.language];
    const settings = how.language === 'fr' ? 'Réglages' : 'Settings';

    it('it is said that nobody signs and no currency is named; each way leads to where it is filled in', async () => {
      const page = await filled(how);
      await page.locator('.group .primary').click();
      const dialog = page.locator('dialog');
      expect(await dialog.textContent()).toContain(words.entry.unsigned);
      expect(await dialog.textContent()).toContain(words.entry.noCurrency);
      expect([...(await cutOff(page)), ...(await axeFindings(page)), ...(await outOfReach(page))]).toEqual([]);
      await dialog.getByRole('button', { name: words.ahead.tabs.make(settings) }).click();
      await page.waitForSelector('.note.good');
      expect(await page.locator('dialog').count()).toBe(0);
      expect(await selected(page)).toEqual([settings, 2, 'B']);
      expect((await page.evaluate((name) => window.bench.cells(name)[1], settings))?.slice(0, 2)).toEqual([
        how.language === 'fr' ? 'Société' : 'Company',
        '',
      ]);

      // The same beside the message; and no more once it is filled in.
      await page.locator('.entry-head', { hasText: 'Durand' }).click();
      expect(await page.locator('.entry.open .note.warn').textContent()).toContain(words.entry.unsigned);
      await page.evaluate((name) => window.bench.type(name, 2, 1, 'Atelier Morel'), settings);
      await button(page, words.head.refresh).click();
      await settled(page);
      expect(await page.locator('.entry.open').textContent()).not.toContain(words.entry.unsigned);
      await page.locator('.entry.open').getByRole('button', { name: words.entry.nameCurrency }).click();
      await page.getByLabel(words.sheet.currency, { exact: true }).selectOption('EUR');
      await settled(page);
      await button(page, words.sheet.confirmOnly).click();
      await settled(page);
      await page.locator('.entry-head', { hasText: 'Martin' }).click();
      expect(await page.locator('main').textContent()).not.toContain(words.entry.noCurrency);
      on.leave(page);
    });

    itAtLength('a choice on the table that is left behind is said, gone on with, or dropped', async () => {
      const page = await opened(how);
      const choice = () => page.getByLabel(words.sheet.currency, { exact: true });
      await choice().selectOption('USD');
      await settled(page);
      await button(page, words.nav.figures).click();
      await settled(page);
      expect(await page.locator('.outcome').textContent()).toContain(words.result.notKept);
      expect(await page.locator('main').textContent()).not.toContain('$');
      expect([...(await cutOff(page)), ...(await axeFindings(page))]).toEqual([]);
      await button(page, words.result.resume).click();
      await settled(page);
      expect(await choice().inputValue()).toBe('USD');
      await button(page, words.nav.customers).click();
      await button(page, words.result.drop).click();
      await settled(page);
      expect(await page.locator('.outcome').textContent()).toBe('');
      await button(page, words.head.confirm).click();
      await settled(page);
      expect(await choice().inputValue()).toBe('');
      expect(await page.evaluate(() => window.bench.bound())).toBeUndefined();
      on.leave(page);
    });
  },
);

itAtLength('after the first refresh, which added all its columns, they can be seen: the next actions, at the right', async () => {
  const page = await filled();
  await button(page, FR.result.seeColumns).click();
  const [sheet, at, column] = (await selected(page)) ?? [];
  const header = await page.evaluate((name) => window.bench.cells(name)[0], sheet as string);
  expect([at, header?.[(column as string).charCodeAt(0) - 65]]).toEqual([1, 'Prochaine action']);
  on.leave(page);
});

itAtLength('a setting the tab lacks is added as a line, and its value is shown', async () => {
  const tabs = [
    {
      name: 'Réglages',
      cells: [
        ['Clé', 'Valeur'],
        ['Société', 'Atelier Morel'],
      ],
    },
  ];
  const page = await filled({ tabs });
  await page.locator('.entry-head', { hasText: 'Durand' }).click();
  await page
    .locator('.entry.open')
    .getByRole('button', { name: /^Fiche client/ })
    .click();
  await page.locator('summary', { hasText: FR.ahead.paper.ofCustomer }).click();
  await button(page, FR.ahead.paper.show.statement).click();
  await button(page, /^Remplir.*IBAN/).click();
  await page.waitForSelector('.note.good');
  expect(await page.locator('.outcome .note.good').textContent()).toContain('La ligne est là');
  expect(await selected(page)).toEqual(['Réglages', 3, 'B']);
  expect(await page.evaluate(() => window.bench.cells('Réglages')[2])).toEqual(['IBAN', '']);
  on.leave(page);
});

describe('without a mail program', () => {
  it('a draft can be opened ready written elsewhere, or copied', async () => {
    const page = await filled();
    await page.locator('.group .primary').click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.outcome .note.good');
    // Where the button was that led here, nothing is: the keyboard goes on from the title.
    await button(page, FR.result.seeOutbox).focus();
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await focused(page)).toBe(FR.nav.follow);
    await page.evaluate(() => {
      const copied: string[] = [];
      const clipboard = { writeText: async (text: string) => void copied.push(text) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      Object.assign(window, { copied });
    });
    await button(page, `${FR.follow.otherWays}\u00a0: Durand`).click();
    await page.waitForSelector('.ways-on:not([hidden]) a');
    const [draft] = await page.evaluate(() => window.bench.drafts());
    const links = await page.locator('.ways-on a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.map((link) => new URL(link).host)).toEqual(['mail.google.com', 'outlook.office.com', '']);
    expect(new URL(links[0] ?? '').searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(draft?.text);
    await button(page, FR.follow.copy).click();
    await button(page, FR.entry.copied).waitFor();
    expect(await page.evaluate(() => (window as unknown as { copied: string[] }).copied)).toEqual([`${draft?.subject}\n\n${draft?.text}`]);
    expect([...(await cutOff(page)), ...(await axeFindings(page)), ...(await outOfReach(page))]).toEqual([]);
    on.leave(page);
  });
});

describe('a form', () => {
  const begin = async (page: Page, act: string) => {
    await page.locator('.entry-head', { hasText: 'Durand' }).click();
    await button(page, FR.act.others).click();
    await button(page, act).click();
    await page.waitForSelector('h2.title');
  };

  it('shows the field that was refused, which says so when it is read; typing in it takes the refusal away', async () => {
    const page = await filled();
    await begin(page, 'Promesse');
    await button(page, 'Noter la promesse').click();
    await page.waitForSelector('.telling .note.bad');
    const field = page.getByLabel(FR.act.day.promise);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const said = await field.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent);
    expect(said).toContain('La date manque.');
    expect(await page.getByLabel(FR.act.amount.promise).getAttribute('aria-invalid')).toBe('false');
    await field.fill('2026-03-20');
    await settled(page);
    expect(await page.locator('.telling .note.bad').count()).toBe(0);
    expect(await field.getAttribute('aria-invalid')).toBe('false');
    on.leave(page);
  });

  itAtLength('is left with Escape, then the card before it; what was typed stays', async () => {
    const page = await filled();
    await page.locator('.entry-head', { hasText: 'Durand' }).click();
    await page
      .locator('.entry.open')
      .getByRole('button', { name: /^Fiche client/ })
      .click();
    await settled(page);
    await button(page, 'Note').click();
    await page.getByLabel(ACT_WORDS.fr.note.note).fill('Rappeler lundi');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await title(page)).toBe('Durand');
    await button(page, 'Note').click();
    expect(await page.getByLabel(ACT_WORDS.fr.note.note).inputValue()).toBe('Rappeler lundi');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await title(page)).toBe(FR.nav.today);
    on.leave(page);
  });

  itAtLength('to settle a dispute is offered where there is one, about what is contested', async () => {
    const page = await filled();
    await page.locator('.entry-head', { hasText: 'Durand' }).click();
    await button(page, FR.act.others).click();
    await settled(page);
    expect(await button(page, 'Litige réglé').count()).toBe(0);
    await button(page, 'Litige').click();
    await page.locator('summary').click();
    await page.getByRole('checkbox', { name: /^F-2/ }).uncheck();
    await page.getByLabel(FR.act.category).selectOption('price');
    await page.getByLabel(FR.act.amount.dispute).fill('200');
    await button(page, 'Ouvrir le litige').click();
    await page.waitForSelector('.outcome .note.good');
    await button(page, 'Litige réglé').click();
    await page.locator('summary').click();
    await settled(page);
    expect(await page.getByRole('checkbox').count()).toBe(1);
    await page.getByRole('checkbox', { name: /^F-1/ }).waitFor();
    on.leave(page);
  });
});

itAtLength('a notice is not asked a reason for before there is a form to give it in', async () => {
  const page = await on.open({ snapshot: sample('factures-atelier-morel.xlsx'), asOf: '2026-03-16', language: 'fr' }, { width: 300 });
  await page.getByRole('button', { name: FR.nav.today }).click();
  await settled(page);
  await page.locator('.entry-head', { hasText: 'Maison Quillerot' }).click();
  const note = page.locator('.entry.open .note.warn').filter({ hasText: 'Moins de deux contacts' });
  expect(await note.textContent()).not.toContain('Dites pourquoi');
  on.leave(page);
});

itAtLength('buttons that are signs say their names', async () => {
  const page = await filled();
  for (const name of [FR.nav.settings, FR.help]) expect(await button(page, name).getAttribute('title')).toBe(name);
  on.leave(page);
});
