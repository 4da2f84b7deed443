import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Cell, Snapshot } from '../../core/index.ts';
import { itAtLength } from '../at-length.ts';
import { IS_THOROUGH } from '../thorough.ts';
import { axeFindings, cutOff, type Stage, sample, settled, stage, tabbedTo, until } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());
afterEach(() => expect(on.faults).toEqual([]));

const NARROW = { width: 300 };
const SMALL = { snapshot: sample('small-table.csv'), asOf: '2025-09-17', language: 'fr' } as const;
const YEAR = { snapshot: sample('factures-atelier-morel.xlsx'), asOf: '2026-03-16' } as const;

function sheet(...cells: Cell[][]): Snapshot {
  return { sheets: [{ name: 'Feuil1', cells }], locale: 'fr-FR', timeZone: 'Europe/Paris', date1904: false };
}

const button = (page: Page, name: string | RegExp, exact = false) => page.getByRole('button', { name, exact });
const tab = (page: Page, name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name });

/** From now on commands take as long as the test wants. */
const slow = (page: Page, is = true) =>
  page.evaluate((isSlow) => {
    window.bench.isSlow = isSlow;
  }, is);
const letGo = (page: Page) => page.evaluate(() => window.bench.letGo());

/** Says yes to what was understood. */
async function bound(page: Page): Promise<void> {
  await button(page, 'Confirmer et remplir la feuille').click();
  await page.waitForSelector('.note.good');
  await settled(page);
}

/** Nothing cut, nothing axe objects to. */
async function looksRight(page: Page, name: string): Promise<void> {
  expect({ [name]: [...(await cutOff(page)), ...(await axeFindings(page))] }).toEqual({ [name]: [] });
}

describe('before consent', () => {
  it('shows what was understood and writes nothing, even when one looks around', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    expect(await page.locator('h2.title').textContent()).toBe('Voici ce qui a été compris');
    await tab(page, 'À faire').click();
    await settled(page);
    expect(await page.locator('.entry').count()).toBeGreaterThan(20);
    expect(await button(page, /^Préparer/).count()).toBe(0);
    await page.locator('.entry-head').first().click();
    await settled(page);
    expect(await button(page, 'Appeler', true).count()).toBe(0);
    expect(await page.evaluate(() => window.bench.cellsWritten())).toBe(0);
    expect(await page.evaluate(() => window.bench.commands.every(({ kind }) => kind === 'open'))).toBe(true);
    on.leave(page);
  });

  it('a column put right is tried at once, kept on yes, and then fills the sheet', async () => {
    const page = await on.open(SMALL, NARROW);
    const amounts = page.getByRole('combobox', { name: 'Sens de « Montant »' });
    await amounts.selectOption('notes');
    await settled(page);
    expect(await page.evaluate(() => window.bench.bound() ?? null)).toBe(null);
    expect((await page.locator('.note.warn').count()) + (await page.locator('h2.title').count())).toBeGreaterThan(0);
    await page.evaluate(() => window.bench.panel.reload());
    await settled(page);
    await page.getByRole('combobox', { name: 'Devise' }).selectOption('EUR');
    await settled(page);
    expect(await page.evaluate(() => window.bench.bound() ?? null)).toBe(null);
    await bound(page);
    const kept = await page.evaluate(() => window.bench.bound());
    expect(kept).toMatchObject({
      sheet: 'small-table',
      headerRow: 1,
      currency: 'EUR',
      columns: { number: 'A', customer: 'B', amount: 'C' },
    });
    expect(await page.evaluate(() => window.bench.cellsWritten())).toBeGreaterThan(0);
    expect(await page.locator('.headline').textContent()).toContain('4\u202f180,00\u00a0€');
    on.leave(page);
  });

  itAtLength('an owned column may be added at the right instead of filled, once', async () => {
    const page = await on.open(SMALL, NARROW);
    await page.getByRole('combobox', { name: /^Statut/ }).selectOption('add');
    await settled(page);
    await bound(page);
    await button(page, 'Actualiser').click();
    await settled(page);
    const headers = await page.evaluate(() => window.bench.cells('small-table')[0] as string[]);
    expect(headers.filter((header) => header === 'Statut')).toHaveLength(2);
    on.leave(page);
  });
});

describe('nothing to work on', () => {
  itAtLength('an empty workbook: how to begin', async () => {
    const page = await on.open({ snapshot: { ...sheet(), sheets: [] }, asOf: '2026-03-16', language: 'fr' }, NARROW);
    await looksRight(page, 'empty');
    await button(page, 'Essayer avec une société d’exemple').click();
    await button(page, 'Essayer avec trois factures').click();
    expect(await page.evaluate(() => window.bench.samples)).toEqual(['factures-atelier-morel.xlsx', 'small-table.csv']);
    on.leave(page);
  });

  it('a sheet that is not understood: why, and where to say so', async () => {
    const recipe = sheet(['Recette', 'Farine', 'Sucre'], ['Gâteau', '200 g', '100 g'], ['Tarte', '150 g', '50 g']);
    const page = await on.open({ snapshot: recipe, asOf: '2026-03-16', language: 'fr' }, NARROW);
    await looksRight(page, 'refused');
    expect(await page.locator('.note.warn').textContent()).toContain('facture');
    await page.getByLabel('Ligne des titres').fill('2');
    await button(page, 'Lire ceci').click();
    await settled(page);
    expect(await page.locator('.note.warn').count()).toBe(1);
    on.leave(page);
  });
});

describe('the work of a day', () => {
  it('a message changed by hand is drafted as changed, and never proposed twice', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    await bound(page);
    const name = 'Bâti-Lorrière';
    await page.locator('.entry-head', { hasText: name }).click();
    await button(page, 'Voir et modifier le message').click();
    await page.getByLabel('Objet').fill('Vos deux factures');
    await page.getByRole('textbox', { name: 'Message' }).fill('Bonjour,\n\nun mot <à> vous.');
    await tab(page, 'Chiffres').click();
    await tab(page, 'À faire').click();
    expect(await page.getByLabel('Objet').inputValue()).toBe('Vos deux factures');
    await button(page, 'Préparer le brouillon').click();
    await page.waitForSelector('.note.good:has-text("1 brouillon prêt")');
    const drafts = await page.evaluate(() => window.bench.drafts());
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ subject: 'Vos deux factures', text: 'Bonjour,\n\nun mot <à> vous.\n' });
    expect(drafts[0]?.html).toContain('un mot &lt;à&gt; vous.');
    expect(await button(page, 'Préparer 21 brouillons').count()).toBe(1);
    expect(await button(page, 'Déjà préparées (1)').count()).toBe(1);

    await button(page, 'Voir les brouillons').click();
    await button(page, `Ouvrir (.eml) : ${name}`).click();
    expect(await page.evaluate(() => window.bench.downloads.length)).toBe(1);
    await button(page, `Envoyé : ${name}`).click();
    await page.waitForSelector('text=Aucun brouillon en attente.');
    expect(await page.locator('article.line').first().textContent()).toContain('Message envoyé');
    expect(await page.evaluate(() => window.bench.journal().map((row) => row[2]))).toEqual(
      expect.arrayContaining(['intent', 'drafted', 'sent']),
    );
    await tab(page, 'À faire').click();
    await settled(page);
    expect(await page.locator('.entry-head', { hasText: name }).count()).toBe(0);
    on.leave(page);
  });

  itAtLength('all at once asks first, and can be given up with Escape', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    await bound(page);
    await button(page, 'Préparer 22 brouillons').click();
    expect(await page.locator('dialog').textContent()).toContain('Laissés de côté car bloqués');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.evaluate(() => window.bench.drafts().length)).toBe(0);
    on.leave(page);
  });

  it('a call is noted, a step is skipped for a reason, a draft is thrown away', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    await bound(page);
    await page.locator('.entry-head', { hasText: 'Garage Péruzel' }).click();
    await button(page, 'Appeler', true).click();
    await page.getByLabel('Ce qui s’est dit').fill('Paiement vendredi');
    await button(page, 'Joint', true).click();
    await page.waitForSelector('.note.good:has-text("Appel noté (joint)")');
    await page.locator('.entry-head', { hasText: 'Studio Nuée' }).click();
    await button(page, 'Passer', true).click();
    expect(await button(page, 'Passer cette étape').isDisabled()).toBe(true);
    await page.getByLabel('Pourquoi passer cette étape').fill('Vu ce matin');
    await button(page, 'Passer cette étape').click();
    await settled(page);
    const rows = await page.evaluate(() => window.bench.journal());
    expect(rows.map((row) => [row[2], row[3], row[13]])).toEqual(
      expect.arrayContaining([
        ['called', 'Garage Péruzel', 'Joint · Paiement vendredi'],
        ['skipped', 'Studio Nuée', 'Vu ce matin'],
      ]),
    );
    await button(page, 'Préparer 21 brouillons').click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.note.good:has-text("21 brouillons prêts")');
    await tab(page, 'Suivi').click();
    await page
      .getByRole('button', { name: /^Supprimé sans/ })
      .first()
      .click();
    await page.waitForSelector('h3:has-text("(20)")');
    on.leave(page);
  });

  it('from the first look to a prepared draft by keyboard alone', async () => {
    const page = await on.open({ ...YEAR, language: 'en' }, { width: 350 });
    await tabbedTo(page, 'Confirm and fill the sheet');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.note.good');
    await tabbedTo(page, 'Bâti-Lorrière');
    await page.keyboard.press('Enter');
    await tabbedTo(page, 'Prepare the draft');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.note.good:has-text("1 draft ready")');
    await tabbedTo(page, 'See the drafts');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h3:has-text("Drafts waiting (1)")');
    on.leave(page);
  });
});

describe('sheet and panel follow each other', () => {
  it('a selected row shows its invoice; an invoice selects its row; a problem its cell', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    await bound(page);
    await page.evaluate(() => window.bench.select({ sheet: 'Factures', row: 20, column: 'C' }));
    await page.waitForSelector('.drawer:has-text("FA-2025-015")');
    await page.evaluate(() => window.bench.select({ sheet: 'Factures', row: 1, column: 'A' }));
    await page.waitForSelector('.drawer', { state: 'detached' });
    await page.locator('.entry-head').first().click();
    await page.locator('.invoices .link').first().click();
    await button(page, /^Anomalies/).click();
    await page.locator('.line .link').first().click();
    const selected = await page.evaluate(() => window.bench.selected);
    expect(selected[0]).toEqual(['Factures', expect.any(Number), null]);
    expect(selected[1]).toEqual(['Factures', expect.any(Number), expect.stringMatching(/^[A-Z]+$/)]);
    on.leave(page);
  });

  it('an edit is noticed, a refresh takes it in, and can be undone', async () => {
    const page = await on.open(SMALL, NARROW);
    await bound(page);
    await page.evaluate(() => window.bench.type('small-table', 3, 2, '6200.00'));
    await page.waitForSelector('.stale');
    await button(page, 'Actualiser').click();
    await page.waitForSelector('.headline:has-text("7\u202f180,00")');
    await button(page, 'Annuler la dernière actualisation', true).click();
    await page.waitForSelector('.note:has-text("annulée")');
    on.leave(page);
  });

  itAtLength('refreshes by itself when asked to', async () => {
    const page = await on.open(SMALL, NARROW);
    await bound(page);
    await button(page, 'Réglages').click();
    await page.getByLabel('Actualiser automatiquement').check();
    await page.evaluate(() => window.bench.type('small-table', 3, 2, '5200.00'));
    await page.waitForSelector('.note.good');
    expect(await page.evaluate(() => window.bench.commands.filter(({ kind }) => kind === 'refresh').length)).toBe(2);
    on.leave(page);
  });

  itAtLength('the day and the language can be moved', async () => {
    const page = await on.open(SMALL, NARROW);
    await bound(page);
    await button(page, 'Réglages').click();
    await page.getByLabel('Chiffres au').fill('2025-10-17');
    await page.waitForSelector('header:has-text("17/10/2025")');
    await page.getByLabel('Langue').selectOption('en');
    await page.waitForSelector('header:has-text("as of 17 Oct 2025")');
    expect(await page.locator('.frame').getAttribute('lang')).toBe('en');
    on.leave(page);
  });
});

describe('when something goes wrong', () => {
  it('a command that fails says so, keeps the screen, and can be tried again', async () => {
    const page = await on.open(SMALL, NARROW);
    await bound(page);
    await page.evaluate(() => {
      window.bench.failNext = 'Le disque est plein.';
    });
    await button(page, 'Actualiser').click();
    await page.waitForSelector('.note.bad');
    await looksRight(page, 'failed');
    expect(await page.locator('.note.bad').textContent()).toContain('Le disque est plein.');
    expect(await page.locator('.headline').count()).toBe(1);
    await button(page, 'Réessayer').click();
    await page.waitForSelector('.note.good');
    on.leave(page);
  });

  it('while something is under way it says so and takes no second click', async () => {
    const page = await on.open(SMALL, NARROW);
    await bound(page);
    await slow(page);
    await button(page, 'Actualiser').click();
    await page.waitForSelector('.doing:has-text("Remplissage")');
    expect(await button(page, 'Actualiser').isDisabled()).toBe(true);
    await letGo(page);
    await settled(page);
    expect(await button(page, 'Actualiser').isDisabled()).toBe(false);
    on.leave(page);
  });

  itAtLength('forced colours: nothing is lost', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, { width: 300, forced: true });
    await bound(page);
    await tab(page, 'Chiffres').click();
    await looksRight(page, 'forced');
    on.leave(page);
  });
});

describe('between two visits', () => {
  const DUE = {
    'F-1': '2026-02-20',
    'F-2': '2026-03-05',
    'F-3': '2026-02-01',
    'F-4': '2026-03-01',
    'F-5': '2026-03-16',
    'F-6': '2026-02-20',
  };
  const PAID: Readonly<Record<string, string>> = { 'F-1': '2026-03-10', 'F-6': '2026-03-01' };
  const sheetOfMarch = sheet(
    ['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Devise', 'Date facture', 'Échéance', 'Payée le'],
    ...Object.entries(DUE).map(([number, due], at): Cell[] => [
      number,
      'Durand',
      'compta@durand.example',
      100 + 50 * at,
      'EUR',
      { date: '2026-01-15' },
      { date: due },
      PAID[number] === undefined ? null : { date: PAID[number] },
    ]),
  );

  itAtLength('tells who paid and what fell late since, once; the day is kept for the next time', async () => {
    const page = await on.open({ snapshot: sheetOfMarch, asOf: '2026-03-16', language: 'fr', lastVisit: '2026-03-01' }, NARROW);
    await bound(page);
    await button(page, 'Fermer ce message').click();
    const told = page.locator('.note.info');
    expect(await told.textContent()).toContain('Depuis votre dernière visite, le 01/03/2026');
    // F-1 was paid since, F-6 on the day itself; F-2 and F-4 fell due since, F-3 was late before, F-5 is due today.
    expect(await told.locator('.row-between').allTextContents()).toEqual([
      '1\u00a0facture payée100,00\u00a0€',
      '2\u00a0factures devenues en retard400,00\u00a0€',
    ]);
    await looksRight(page, 'since');
    expect(await page.evaluate(() => window.bench.lastVisit())).toBe('2026-03-16');
    await page.evaluate(() => window.bench.panel.reload());
    await settled(page);
    expect(await told.count()).toBe(0);
    on.leave(page);
  });

  itAtLength('a first visit, or another look on the same day, has nothing to tell', async () => {
    for (const lastVisit of [undefined, '2026-03-16']) {
      const setup = { snapshot: sheetOfMarch, asOf: '2026-03-16', language: 'fr', ...(lastVisit ? { lastVisit } : {}) } as const;
      const page = await on.open(setup, NARROW);
      await bound(page);
      expect(await page.locator('.note.info').count()).toBe(0);
      expect(await page.evaluate(() => window.bench.lastVisit())).toBe('2026-03-16');
      on.leave(page);
    }
  });
});

describe('much at once', () => {
  /** Twenty-two drafts are being made in goes of ten; the first go is done, and the second waits to be let go. */
  async function halfWay(): Promise<Page> {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    await bound(page);
    await slow(page);
    await button(page, /^Préparer \d+ brouillons/).click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.doing');
    await letGo(page);
    await page.waitForSelector('.doing:has-text("10/22")');
    return page;
  }

  itAtLength('drafts are made in several goes, and one may stop between two', async () => {
    const page = await halfWay();
    await button(page, 'Arrêter').click();
    await letGo(page);
    await page.waitForSelector('.note.good:has-text("20 brouillons prêts")');
    await settled(page);
    expect(await page.evaluate(() => window.bench.drafts().length)).toBe(20);
    await slow(page, false);
    // The two that were given up are still there to be prepared.
    await button(page, 'Préparer 2 brouillons').click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.note.good:has-text("2 brouillons prêts")');
    expect(await page.evaluate(() => window.bench.drafts().length)).toBe(22);
    on.leave(page);
  });

  itAtLength('what fails half-way goes on from there, and counts all of it', async () => {
    const page = await halfWay();
    await page.evaluate(() => {
      window.bench.failNext = 'La liaison est coupée.';
    });
    await letGo(page);
    await page.waitForSelector('.note.bad:has-text("La liaison est coupée.")');
    await slow(page, false);
    await button(page, 'Réessayer').click();
    await page.waitForSelector('.note.good:has-text("22 brouillons prêts")');
    expect(await page.evaluate(() => window.bench.drafts().length)).toBe(22);
    on.leave(page);
  });
});

describe('what came of a click', () => {
  itAtLength('is announced, and gone when one goes on', async () => {
    const page = await on.open({ ...YEAR, language: 'fr' }, NARROW);
    await bound(page);
    expect(await page.locator('[role=status]').textContent()).toBe('La feuille est à jour.');
    await page.locator('.entry-head').first().click();
    await settled(page);
    expect(await page.locator('.note.good').count()).toBe(0);
    on.leave(page);
  });
});

const MANY = IS_THOROUGH ? 10_000 : 3_000;

describe(`${MANY} invoices`, () => {
  const rows = Array.from({ length: MANY }, (_, i): Cell[] => {
    const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + ((i * 7 + offset) % 400))).toISOString().slice(0, 10);
    return [
      `F-${i + 1}`,
      `Client ${(i * 31) % 2500}`,
      `client${(i * 31) % 2500}@a.example`,
      100 + ((i * 37) % 9000),
      { date: day(0) },
      { date: day(30) },
      i % 3 === 0 ? { date: day(40) } : null,
    ];
  });
  const big = sheet(['N° facture', 'Client', 'E-mail', 'Montant TTC', 'Date facture', 'Échéance', 'Payée le'], ...rows);

  it('few lines exist at a time, the view stays small, and scrolling reaches the last', async () => {
    const page = await on.open({ snapshot: big, asOf: '2026-03-16', language: 'fr' }, NARROW);
    await tab(page, 'À faire').click();
    await settled(page);
    expect(await page.locator('.lines > li').count()).toBeLessThan(60);
    const total = Number(await page.locator('.lines > li').first().getAttribute('aria-setsize'));
    expect(total).toBeGreaterThan(MANY / 7);
    // Lines are measured as they come into sight, so the end moves on a few times.
    const scrolled = async () => {
      await page.evaluate(() => {
        const main = document.querySelector('.relance main') as HTMLElement;
        main.scrollTop = main.scrollHeight;
      });
      await settled(page);
      return page.locator('.lines > li').last().getAttribute('aria-posinset');
    };
    expect(await until(scrolled, (last) => last === String(total))).toBe(String(total));
    expect(await page.locator('.lines > li').count()).toBeLessThan(60);
    on.leave(page);
  });
});
