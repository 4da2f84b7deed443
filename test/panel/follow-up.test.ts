import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Cell, Snapshot } from '../../core/index.ts';
import { itAtLength } from '../at-length.ts';
import { oneOrAll } from '../thorough.ts';
import { findings, type Look, type Stage, settled, stage } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());
afterEach(() => expect(on.faults).toEqual([]));

const WORDS = {
  fr: {
    fill: 'Confirmer et remplir la feuille',
    others: 'Autres suites',
    acts: ['Promesse', 'Litige', 'Pause', 'Échéancier', 'Réponse reçue', 'Note', 'Écrire'],
    call: 'Appeler',
    skip: 'Passer',
    card: /^Fiche client/,
    back: 'Retour',
    cancel: 'Annuler',
    follow: 'Suivi',
    undo: 'Annuler la dernière action',
  },
  en: {
    fill: 'Confirm and fill the sheet',
    others: 'More actions',
    acts: ['Promise', 'Dispute', 'Hold', 'Payment plan', 'Reply received', 'Note', 'Write'],
    call: 'Call',
    skip: 'Skip',
    card: /^Customer card/,
    back: 'Back',
    cancel: 'Cancel',
    follow: 'Follow-up',
    undo: 'Take back the last action',
  },
} as const;

const HEADERS: Cell[] = ['N° facture', 'Client', 'E-mail', 'Téléphone', 'Montant TTC', 'Devise', 'Date facture', 'Échéance', 'Payée le'];
const row = (number: string, customer: string, amount: number, due: string, currency = 'EUR', paid: Cell = null): Cell[] => [
  number,
  customer,
  `${customer.toLowerCase()}@a.example`,
  '04 76 00 00 00',
  amount,
  currency,
  { date: '2026-01-10' },
  { date: due },
  paid,
];
/** Durand owes 1 000 € and 500,50 €, both late; Martin in two currencies; Petit has paid. */
const BOOK: Snapshot = {
  sheets: [
    {
      name: 'Factures',
      cells: [
        HEADERS,
        row('F-1', 'Durand', 1000, '2026-02-10'),
        row('F-2', 'Durand', 500.5, '2026-03-01'),
        row('F-3', 'Martin', 200, '2026-02-20'),
        row('F-4', 'Martin', 300, '2026-02-20', 'USD'),
        row('F-5', 'Petit', 90, '2026-02-01', 'EUR', { date: '2026-03-10' }),
      ],
    },
  ],
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  workbookId: 'w',
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const noted = (page: Page, text: string) => page.waitForSelector(`.outcome .note.good:has-text("${text}")`);
const told = (page: Page) =>
  page.evaluate(() =>
    window.bench
      .journal()
      .slice(1)
      .map((line) => line.map((cell) => String(cell ?? ''))),
  );
const events = async (page: Page) => (await told(page)).map((line) => line[2]);

async function opened(look: Look = { width: 300 }, language: 'fr' | 'en' = 'fr'): Promise<Page> {
  const page = await on.open({ snapshot: BOOK, asOf: '2026-03-16', language }, look);
  await button(page, WORDS[language].fill).click();
  await page.waitForSelector('.note.good');
  await settled(page);
  return page;
}

async function entry(page: Page, customer: string): Promise<void> {
  await page.locator('.entry-head', { hasText: customer }).click();
}

/** Opens a form of the entry that is open. */
async function begin(page: Page, act: string): Promise<void> {
  await button(page, WORDS.fr.others).click();
  await button(page, act).click();
  await page.waitForSelector('h2.title');
}

describe('a call', () => {
  it('shows whom to ring and what to say; one click notes what came of it, and another takes it back', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await button(page, 'Appeler').click();
    await page.waitForSelector('.script');
    expect(await page.locator('.phone').getAttribute('href')).toBe('tel:0476000000');
    expect(await page.locator('.script').textContent()).toContain('1\u202f500,50\u00a0€');
    await page.getByLabel('Ce qui s’est dit').fill('Rappelle lundi');
    await button(page, 'Messagerie').click();
    await noted(page, 'Appel noté (messagerie) : Durand.');
    expect((await told(page)).map((line) => [line[2], line[3], line[13]])).toEqual([['called', 'Durand', 'Messagerie · Rappelle lundi']]);
    await button(page, /^Annuler ce qui/).click();
    await noted(page, 'La dernière action est annulée');
    expect(await events(page)).toEqual(['called', 'undone']);
    on.leave(page);
  });

  itAtLength('that brings a promise goes on to its form, about the same invoices', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await button(page, 'Appeler').click();
    await button(page, /^Promet de payer/).click();
    await page.waitForSelector('h2:has-text("Promesse de paiement")');
    await noted(page, 'Appel noté (promet de payer) : Durand.');
    await page.getByLabel('Promis pour le').fill('2026-03-20');
    await button(page, 'Noter la promesse').click();
    await noted(page, 'Promesse notée : Durand.');
    expect((await told(page)).map((line) => [line[2], line[4], line[8], line[10]])).toEqual([
      ['called', 'F-1; F-2', '1500.5', ''],
      ['promise', 'F-1; F-2', '1500.5', '2026-03-20'],
    ]);
    expect(await page.locator('.week').textContent()).toContain('Durand');
    on.leave(page);
  });
});

describe('what is refused', () => {
  itAtLength('is said at the form, which keeps what was typed, and is left and found again', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await begin(page, 'Promesse');
    await page.getByLabel('Promis pour le').fill('2026-03-01');
    await page.getByLabel('Note').fill('Madame Durand');
    await button(page, 'Noter la promesse').click();
    await page.waitForSelector('form .note.bad:has-text("est passé")');
    expect(await page.evaluate(() => document.activeElement?.querySelector('.note.bad') !== null)).toBe(true);
    expect(await page.getByLabel('Note').inputValue()).toBe('Madame Durand');
    await page.getByLabel('Promis pour le').fill('2026-03-20');
    await page.getByLabel('Montant promis').fill('2000');
    await button(page, 'Noter la promesse').click();
    await page.waitForSelector('form .note.bad:has-text("1\u202f500,50")');
    await page.getByLabel('Montant promis').fill('beaucoup');
    await button(page, 'Noter la promesse').click();
    await page.waitForSelector('.wrong:has-text("lisible")');
    await button(page, 'Retour').click();
    await button(page, 'Promesse').click();
    expect(await page.getByLabel('Note').inputValue()).toBe('Madame Durand');
    await page.getByLabel('Montant promis').fill('1 000,00');
    await button(page, 'Noter la promesse').click();
    await noted(page, 'Promesse notée');
    expect((await told(page)).map((line) => [line[2], line[8], line[13]])).toEqual([['promise', '1000', 'Madame Durand']]);
    on.leave(page);
  });

  it('a payment typed between list and click: the draft is not made, and why is said by name', async () => {
    const page = await opened();
    await page.evaluate(() => window.bench.type('Factures', 2, 8, '2026-03-15'));
    await page.evaluate(() => window.bench.type('Factures', 3, 8, '2026-03-15'));
    await page.locator('.group .primary').click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.outcome .note.warn:has-text("Durand")');
    expect(await page.locator('.outcome .note.warn').textContent()).toContain('est payée');
    expect(await page.evaluate(() => window.bench.drafts().every(({ to }) => to !== 'durand@a.example'))).toBe(true);
    on.leave(page);
  });
});

describe('disputes, pauses, replies', () => {
  it('a dispute of a part of one invoice is opened with all its facts, then settled', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await begin(page, 'Litige');
    expect(await button(page, 'Ouvrir le litige').isDisabled()).toBe(true);
    await page.getByLabel('Motif').selectOption('quantity');
    await page.locator('summary').click();
    await page.getByRole('checkbox', { name: /^F-2/ }).uncheck();
    await page.getByLabel('Montant contesté').fill('250');
    await page.getByLabel('Qui s’en occupe').fill('Lise');
    await page.getByLabel('À régler avant le').fill('2026-03-19');
    await page.getByLabel('Ce que dit le client').fill('Il manque deux cartons');
    await button(page, 'Ouvrir le litige').click();
    await noted(page, 'Litige ouvert : Durand.');
    const [line = []] = await told(page);
    expect([line[2], line[4], line[8], line[10], line[12]]).toEqual(['dispute', 'F-1', '250', '2026-03-19', 'quantity']);
    expect(line[13]).toContain('Lise');
    expect(await page.locator('.week').textContent()).toContain('Litige à régler');
    await page.locator('.week-line').click();
    await button(page, 'Litige réglé').click();
    await button(page, 'Clore le litige').click();
    await noted(page, 'Litige clos');
    expect(await events(page)).toEqual(['dispute', 'resolved']);
    expect(await page.locator('.week').count()).toBe(0);
    on.leave(page);
  });

  itAtLength('a pause takes a customer off the list; a reply over two lines and a note are kept in an unbroken journal', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await begin(page, 'Réponse reçue');
    await page.getByLabel('Ce que le client a répondu').fill('Le virement part\nvendredi');
    await button(page, 'Noter la réponse').click();
    await noted(page, 'Réponse notée');
    await button(page, 'Pause').click();
    await page.getByLabel('Ne pas relancer jusqu’au').fill('2026-03-18');
    await button(page, 'Mettre en pause').click();
    await noted(page, 'Pause notée');
    expect(await events(page)).toEqual(['reply', 'hold']);
    expect(await page.locator('.week').textContent()).toContain('Fin de pause · 18/03/2026');
    await page.getByRole('button', { name: /^Anomalies/ }).click();
    expect(await page.locator('main').textContent()).not.toContain('journal a été modifiée');
    on.leave(page);
  });
});

describe('a plan', () => {
  it('is proposed, adjusted line by line while the sum is watched, kept, and confirmed in writing', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await begin(page, 'Échéancier');
    const amounts = () => page.locator('.part .number').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(await amounts()).toEqual(['500,16', '500,16', '500,18']);
    await page.getByLabel('Acompte').fill('500,50');
    await page.getByLabel('Nombre de parts').fill('2');
    expect(await amounts()).toEqual(['500,50', '500,00', '500,00']);
    await page.waitForSelector('.sum.good');
    await page.getByLabel('Échéance 2, montant').fill('400');
    await page.waitForSelector('.sum.wrong:has-text("Il manque 100,00")');
    await button(page, 'Enregistrer l’échéancier').click();
    await page.waitForSelector('form .note.bad');
    expect(await page.getByLabel('Échéance 2, montant').inputValue()).toBe('400');
    await page.getByLabel('Échéance 3, montant').fill('600');
    await page.waitForSelector('.sum.good');
    await page.getByLabel('En échange').fill('Pas de pénalités');
    await button(page, 'Enregistrer l’échéancier').click();
    await noted(page, 'Échéancier enregistré : Durand.');
    expect(await button(page, /^Annuler ce qui/).count()).toBe(0);
    const [draft] = await page.evaluate(() => window.bench.drafts());
    expect(draft?.to).toBe('durand@a.example');
    expect(draft?.text).toContain('600,00');
    const lines = await page.evaluate(() => window.bench.cells('Échéanciers').map((cells) => cells.map(String)));
    expect(
      lines
        .slice(1)
        .map((cells) => Number(cells[3]?.replace(',', '.')))
        .reduce((sum, part) => sum + part, 0),
    ).toBe(1500.5);
    on.leave(page);
  });

  itAtLength('is kept though its confirmation cannot be written, and why is said', async () => {
    const page = await opened();
    await page.evaluate(() => window.bench.type('Factures', 2, 2, ''));
    await page.evaluate(() => window.bench.type('Factures', 3, 2, ''));
    await entry(page, 'Durand');
    await begin(page, 'Échéancier');
    await button(page, 'Enregistrer l’échéancier').click();
    await page.waitForSelector('.outcome .note.warn:has-text("Échéancier enregistré")');
    const said = await page.locator('.outcome').textContent();
    expect(said).toContain('Sa confirmation écrite n’a pas été préparée.');
    expect(said).toContain('Pas d’adresse');
    expect(await events(page)).toEqual(['plan']);
    on.leave(page);
  });

  itAtLength('is in one currency', async () => {
    const page = await opened();
    await entry(page, 'Martin');
    await begin(page, 'Échéancier');
    await page.waitForSelector('.wrong:has-text("une seule devise")');
    await page.locator('summary').click();
    await page.getByRole('checkbox', { name: /^F-4/ }).uncheck();
    await page.waitForSelector('.sum.good:has-text("200,00")');
    on.leave(page);
  });
});

describe('a message beside the ladder', () => {
  itAtLength('is read, changed, drafted as changed; for what was not paid there is no thanks', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await begin(page, 'Écrire');
    await page.waitForSelector('form textarea.subject');
    await page.getByLabel('Message').first().selectOption('thank-you');
    await page.waitForSelector('form .note.warn');
    expect(await button(page, 'Préparer le brouillon').isDisabled()).toBe(true);
    await page.getByLabel('Message').first().selectOption('statement');
    await page.waitForSelector('form textarea.subject');
    await page.getByLabel('Objet').fill('Votre compte');
    await button(page, 'Préparer le brouillon').click();
    await noted(page, '1 brouillon prêt');
    const [draft] = await page.evaluate(() => window.bench.drafts());
    expect(draft?.subject).toBe('Votre compte');
    expect(draft?.text).toContain('F-1');
    await button(page, 'Voir les brouillons').click();
    await page.waitForSelector('article.line:has-text("Relevé")');
    on.leave(page);
  });
});

describe('the card of a customer', () => {
  itAtLength('says what is owed and what was done, of this customer only; and leads back to where one was', async () => {
    const page = await opened();
    await entry(page, 'Martin');
    await begin(page, 'Note');
    await page.getByLabel('Ce qu’il faut retenir').fill('Fermé en août');
    await button(page, 'Noter').click();
    await noted(page, 'Note gardée');
    await entry(page, 'Durand');
    await button(page, /^Fiche client/).click();
    await page.waitForSelector('h2:has-text("Durand")');
    await page.waitForSelector('text=Rien n’a encore été fait');
    expect(await page.locator('.headline-card').textContent()).toContain('1\u202f500,50');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await button(page, 'Retour').click();
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fiche client');
    await page.evaluate(() => window.bench.select({ sheet: 'Factures', row: 4, column: 'A' }));
    await page.locator('.drawer-toggle').click();
    await page
      .locator('.drawer')
      .getByRole('button', { name: /^Fiche client/ })
      .click();
    await page.waitForSelector('.quoted:has-text("Fermé en août")');
    on.leave(page);
  });
});

describe('the last action', () => {
  it('is said before it is taken back; the journal keeps both; drafts cannot be unmade', async () => {
    const page = await opened();
    await entry(page, 'Durand');
    await begin(page, 'Pause');
    await page.getByLabel('Ne pas relancer jusqu’au').fill('2026-03-25');
    await button(page, 'Mettre en pause').click();
    await noted(page, 'Pause notée');
    await page.getByRole('navigation').getByRole('button', { name: 'Suivi' }).click();
    await button(page, 'Annuler la dernière action').click();
    const said = await page.locator('dialog').textContent();
    expect(said).toContain('Relances suspendues · Durand');
    expect(said).toContain('brouillons déjà préparés restent connus');
    await page.locator('dialog .primary').click();
    await noted(page, 'La dernière action est annulée');
    expect(await events(page)).toEqual(['hold', 'undone']);
    await page.getByRole('navigation').getByRole('button', { name: 'À faire' }).click();
    await page.locator('.group .primary').click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.outcome .note:has-text("brouillon")');
    await page.getByRole('navigation').getByRole('button', { name: 'Suivi' }).click();
    await button(page, 'Annuler la dernière action').click();
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.outcome .note.warn:has-text("Rien n’a été noté")');
    on.leave(page);
  });
});

describe('every form, read and looked at', () => {
  for (const { language, ...look } of oneOrAll({ language: 'en', width: 350, dark: true }, { language: 'fr', width: 300 }))
    it(`${language}, ${look.width} px: nothing cut, nothing axe objects to, all reached by keyboard`, async () => {
      const words = WORDS[language];
      const page = await opened(look, language);
      const found: string[] = [];
      const looked = async (name: string) => {
        await settled(page);
        for (const finding of await findings(page)) found.push(`${name}: ${finding}`);
      };
      await entry(page, 'Durand');
      await button(page, words.others).click();
      await looked('entry');
      for (const act of [words.call, words.skip, ...words.acts]) {
        await button(page, act).click();
        await page.waitForSelector('h2.title');
        if (act === words.acts[0]) await page.locator('summary').click();
        if (act === words.acts[6]) await page.waitForSelector('form textarea.subject');
        await looked(act);
        await button(page, words.cancel).click();
        await page.waitForSelector('h2.title', { state: 'detached' });
      }
      await button(page, words.card).first().click();
      await page.waitForSelector('h2.title');
      await looked('card');
      on.leave(page);
      expect(found).toEqual([]);
    });
});
