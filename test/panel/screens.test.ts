import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../core/index.ts';
import { IS_THOROUGH } from '../thorough.ts';
import { findings, type Look, type Stage, sample, settled, stage, unfolded } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());

const WORDS = {
  fr: {
    file: 'factures-atelier-morel.xlsx',
    fill: 'Confirmer et remplir la feuille',
    nav: ['À faire', 'Chiffres', 'Suivi', 'Anomalies', 'Réglages', 'Clients'],
    help: 'Aide sur cet écran',
    message: 'Voir et modifier le message',
    soon: /^À venir/,
    skip: 'Passer',
    cancel: 'Annuler',
    all: /^Préparer \d+/,
  },
  en: {
    file: 'invoices-morel-workshop.xlsx',
    fill: 'Confirm and fill the sheet',
    nav: ['To do', 'Figures', 'Follow-up', 'Problems', 'Settings', 'Customers'],
    help: 'Help on this screen',
    message: 'See and edit the message',
    soon: /^Coming up/,
    skip: 'Skip',
    cancel: 'Cancel',
    all: /^Prepare \d+/,
  },
} as const;

const found: string[] = [];

/** Holds the screen to what every screen must be: nothing cut, nothing axe objects to. */
async function lookedAt(page: Page, name: string, axe = true): Promise<void> {
  await settled(page);
  for (const finding of await findings(page, { axe, reach: false })) found.push(`${name}: ${finding}`);
}

/** Each language, each width, light and dark once in every run; the other half of what they make together in the long one. */
const LOOKS: readonly (Look & { readonly language: 'fr' | 'en' })[] = [
  { language: 'fr', width: 300 },
  { language: 'en', width: 350, dark: true },
  ...(IS_THOROUGH
    ? ([
        { language: 'en', width: 300, dark: true },
        { language: 'fr', width: 350, dark: true },
        { language: 'en', width: 350 },
      ] as const)
    : []),
];

describe('every screen, read and looked at', () => {
  for (const look of LOOKS) {
    const { language, width, dark } = look;
    const words = WORDS[language];

    it(`${language}, ${width} px${dark ? ', dark' : ''}`, async () => {
      const page = await on.open({ snapshot: sample(words.file), asOf: '2026-03-16', language }, look);
      const seen = (screen: string) => lookedAt(page, `${language}-${width}-${dark ? 'dark' : 'light'}-${screen}`);
      await seen('1-sheet');
      await page.getByRole('button', { name: words.fill }).click();
      await page.waitForSelector('.note.good');
      await seen('2-today');
      const first = page.locator('.entry-head').first();
      await first.click();
      await seen('3-entry');
      for (const heading of await page.locator('.entry-head:has-text("mail")').all()) {
        await heading.click();
        const see = page.getByRole('button', { name: words.message });
        if ((await see.count()) === 0) continue;
        await see.click();
        await page.waitForSelector('.message');
        await seen('4-message');
        await page.getByRole('button', { name: words.skip, exact: true }).click();
        await seen('5-skip');
        await page.getByRole('button', { name: words.cancel, exact: true }).click();
        break;
      }
      await page.getByRole('button', { name: words.soon }).click();
      await seen('6-soon');
      await page.getByRole('button', { name: words.all }).click();
      await seen('7-batch');
      await page.locator('dialog .primary').click();
      await page.waitForSelector('.note.good');
      await seen('8-prepared');
      await page.getByRole('navigation').getByRole('button', { name: words.nav[2] }).click();
      await seen('9-follow');
      await page.getByRole('button', { name: words.nav[1], exact: true }).click();
      await unfolded(page);
      await seen('a-figures');
      await page.getByRole('button', { name: words.help }).click();
      await seen('a-help');
      await page.getByRole('button', { name: words.help }).click();
      await page.getByRole('button', { name: words.nav[5], exact: true }).click();
      await seen('a-customers');
      await page.locator('.week-line').first().click();
      await seen('a-card');
      await page.getByRole('button', { name: words.nav[3] }).click();
      await seen('b-problems');
      await page.getByRole('button', { name: words.nav[4] }).click();
      await seen('c-settings');
      await page.evaluate(() => window.bench.select({ sheet: document.querySelector('h1')?.textContent ?? '', row: 20, column: 'B' }));
      await page.locator('.drawer-toggle').click();
      await seen('d-invoice');
      on.leave(page);
      expect(found.splice(0)).toEqual([]);
      expect(on.faults).toEqual([]);
    });
  }
});

/** What a stranger's sheet may hold: names without end, sums in the millions, several currencies, nothing but trouble. */
const HOSTILE: Snapshot = {
  sheets: [
    {
      name: 'Suivi des factures et encaissements 2025-2026 (copie)',
      cells: [
        ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Devise', 'Date facture', 'Échéance'],
        [
          'FACTURE-2025-0000000000000001-REV-B',
          'Compagnie Internationale des Grands Travaux Hydrauliques et Portuaires',
          'comptabilite.fournisseurs.internationale@travaux-portuaires.example',
          12345678.9,
          'EUR',
          '2025-09-01',
          '2025-10-01',
        ],
        [
          'F-2',
          'Compagnie Internationale des Grands Travaux Hydrauliques et Portuaires',
          'comptabilite.fournisseurs.internationale@travaux-portuaires.example',
          9876543.21,
          'USD',
          '2025-09-01',
          '2025-10-01',
        ],
        [
          'F-3',
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
          '',
          1000000,
          'CHF',
          '2025-09-01',
          '2025-12-01',
        ],
        ['F-4', '<b>Gras</b> & Fils', 'deux@a.example; trois@a.example', -250, 'EUR', '2025-09-01', '2025-10-01'],
        ['F-5', '', 'x@a.example', 'douze', 'EUR', '31/02/2025', 'bientôt'],
      ],
    },
  ],
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
};

describe('a sheet that fits badly', () => {
  it('nothing is cut at 300 px', async () => {
    const page = await on.open({ snapshot: HOSTILE, asOf: '2026-03-16', language: 'fr' }, { width: 300 });
    const looked = (on: Page, name: string) => lookedAt(on, name, IS_THOROUGH);
    await looked(page, 'hostile-1-sheet');
    await page.getByRole('button', { name: WORDS.fr.fill }).click();
    await page.waitForSelector('.note.good');
    for (const heading of await page.locator('.entry-head').all()) {
      await heading.click();
      await looked(page, `hostile-2-${await heading.getAttribute('aria-controls')}`);
    }
    await page.getByRole('button', { name: WORDS.fr.nav[1], exact: true }).click();
    for (const currency of await page.locator('select option').all()) {
      await page.locator('select').selectOption((await currency.getAttribute('value')) as string);
      await unfolded(page);
      await looked(page, `hostile-3-${await currency.textContent()}`);
    }
    await page.getByRole('button', { name: WORDS.fr.nav[5], exact: true }).click();
    await looked(page, 'hostile-4-customers');
    await page.locator('.week-line').first().click();
    await looked(page, 'hostile-4-card');
    await page.getByRole('button', { name: WORDS.fr.nav[3] }).click();
    await looked(page, 'hostile-4-problems');
    await page.evaluate(() => window.bench.select({ sheet: document.querySelector('h1')?.textContent ?? '', row: 2, column: 'B' }));
    await page.locator('.drawer-toggle').click();
    await looked(page, 'hostile-5-invoice');
    on.leave(page);
    expect(found.splice(0)).toEqual([]);
    expect(on.faults).toEqual([]);
  });
});
