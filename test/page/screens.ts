/**
 * Every screen and state of the real page, one after the other, as a person meets them. The tests hold each to what every screen must be; the pictures
 * of `npm run screenshots` are taken on the same walk.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ACT_WORDS } from '../../core/languages/act-words.ts';
import { WORDS as PAGE_WORDS } from '../../local/page/words.ts';
import { settled, unfolded } from '../panel/stage.ts';
import { EN, FR } from '../panel/words.ts';
import type { Town, Visit, VisitOptions } from './page.ts';

const WORDS = { fr: FR, en: EN } as const;

export interface Look {
  readonly language: 'fr' | 'en';
  /** Of the panel, in pixels. */
  readonly panel: 300 | 350;
  /** With all that is told of customers, the papers and what is coming; else without. */
  readonly isWhole?: boolean;
}

/** The day of the samples and of the strangers' files. */
const DAY = '2026-03-16';

/** Exports of programs we never saw: title lines, columns of no use to us, an address that is none, an amount that is none, an impossible date. */
const STRANGERS = {
  fr: {
    name: 'export-ventes.csv',
    text: [
      'SARL Menuiserie Bertin;;;;;;;;;',
      'Export des ventes au 16/03/2026;;;;;;;;;',
      ';;;;;;;;;',
      'Journal;N° pièce;Date;Raison sociale;Courriel;Libellé;Échéance;Total TTC;Encaissé;Date règlement',
      'VE;FA-1041;12/11/2025;Hôtel des Quatre Vents;compta@quatrevents.example;Portes de chambres;12/12/2025;4 380,00;1 000,00;',
      'VE;FA-1042;02/12/2025;Boulangerie Petit & Fils;petit@boulangerie.example;Comptoir;31/12/2025;1 912,50;;',
      'VE;FA-1043;15/12/2025;Mairie de Saint-Aubin;;Bancs;14/01/2026;7 260,00;;',
      'VE;FA-1044;20/12/2025;Cabinet Lefèvre;lefevre(at)cabinet.example;Bibliothèque;19/01/2026;3 150,00;;',
      'VE;FA-1045;12/01/2026;Hôtel des Quatre Vents;compta@quatrevents.example;Plinthes;11/02/2026;845,20;;',
      'VE;FA-1046;20/01/2026;Garage Moreau;garage@moreau.example;Établi;31/02/2026;1 290,00;;',
      'VE;FA-1047;28/01/2026;Garage Moreau;garage@moreau.example;Étagères;27/02/2026;à définir;;',
      'VE;FA-1048;10/02/2026;Boulangerie Petit & Fils;petit@boulangerie.example;Vitrine;12/03/2026;2 640,00;2 640,00;10/03/2026',
      'VE;FA-1049;27/02/2026;Hôtel des Quatre Vents;compta@quatrevents.example;Escalier;29/03/2026;6 900,00;;',
    ].join('\r\n'),
  },
  en: {
    name: 'sales-export.csv',
    text: [
      'Bertin Joinery Ltd,,,,,,,,',
      'Sales export,,,,,,,,',
      ',,,,,,,,',
      'Type,Invoice No.,Invoice Date,Customer Name,Email Address,Due Date,Invoice Total,Amount Paid,Paid On',
      'SI,INV-1041,2025-11-12,Four Winds Hotel,accounts@fourwinds.example,2025-12-12,"4,380.00","1,000.00",',
      'SI,INV-1042,2025-12-02,Little & Sons Bakery,little@bakery.example,2025-12-31,"1,912.50",,',
      'SI,INV-1043,2025-12-15,St Aubin Town Hall,,2026-01-14,"7,260.00",,',
      'SI,INV-1044,2025-12-20,Lefevre Partners,lefevre(at)partners.example,2026-01-19,"3,150.00",,',
      'SI,INV-1045,2026-01-12,Four Winds Hotel,accounts@fourwinds.example,2026-02-11,845.20,,',
      'SI,INV-1046,2026-01-20,Moreau Garage,garage@moreau.example,2026-02-31,"1,290.00",,',
      'SI,INV-1047,2026-01-28,Moreau Garage,garage@moreau.example,2026-02-27,to be agreed,,',
      'SI,INV-1048,2026-02-10,Little & Sons Bakery,little@bakery.example,2026-03-12,"2,640.00","2,640.00",2026-03-10',
      'SI,INV-1049,2026-02-27,Four Winds Hotel,accounts@fourwinds.example,2026-03-29,"6,900.00",,',
    ].join('\r\n'),
  },
} as const;

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The reading never ends, so that its picture can be taken. */
const NEVER_READ = `{ const fetched = window.fetch; window.fetch = (url, ...rest) => /\\.(?:csv|xlsx)$/.test(String(url)) ? new Promise(() => {}) : fetched(url, ...rest); }`;

/** Goes through all of it; `looked` is called with the name of each screen. */
export async function everyScreen(
  town: Town,
  folder: string,
  { language, panel, isWhole = true }: Look,
  looked: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  // What a click asks for is done before its screen is looked at.
  const look = async (page: Page, name: string): Promise<void> => {
    await settled(page);
    await looked(page, name);
  };
  const desk = mkdtempSync(join(tmpdir(), 'relance-screens-'));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(desk, name), content);
    return join(desk, name);
  };
  const words = WORDS[language];
  const visit = async (options: VisitOptions): Promise<Visit> => {
    const made = await town.visit(folder, { locale: LOCALES[language], ...options });
    await made.page.focus('#divider');
    await made.page.keyboard.press('Home');
    for (let width = 300; width < panel; width += 10) await made.page.keyboard.press('ArrowLeft');
    await made.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return made;
  };
  const alone = async (name: string, options: VisitOptions): Promise<void> => {
    const made = await visit(options);
    // What never comes to rest is looked at once its panel is there.
    if (options.before) await made.page.waitForSelector('#panel h1');
    await (options.before ? looked : look)(made.page, name);
    await made.close();
  };

  try {
    await alone('loading', { before: NEVER_READ });
    await alone('file-empty', { file: file('empty.csv', '') });
    await alone('file-damaged', { file: file('damaged.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])) });
    await alone('file-no-table', {
      file: file('notes.csv', language === 'fr' ? 'Recette;Quantité\nFarine;500 g\n' : 'Recipe,Quantity\nFlour,500 g\n'),
    });
    const stranger = STRANGERS[language];
    const strange = await visit({ file: file(stranger.name, stranger.text), query: `asOf=${DAY}` });
    await settled(strange.page);
    await look(strange.page, 'stranger-understood');
    await button(strange.page, words.sheet.lookFirst).click();
    await look(strange.page, 'stranger-figures');
    await tab(strange.page, words.nav.today).click();
    await look(strange.page, 'stranger-today-unconfirmed');
    await tab(strange.page, words.nav.problems).click();
    await look(strange.page, 'stranger-problems');
    await strange.close();
    await sample(await visit({}), language, look, isWhole);
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

const button = (page: Page, name: string | RegExp): Locator => page.locator('#panel').getByRole('button', { name, exact: true });
/** The way to a screen, by its name: in the bar of screens, or a sign in the header. */
export const tab = (page: Page, name: string): Locator =>
  page.locator('#panel :is(nav, .head)').getByRole('button', { name: new RegExp(`^${name}(?:\\s|$)`) });

async function sample(
  { page, close }: Visit,
  language: Look['language'],
  look: (page: Page, name: string) => Promise<void>,
  isWhole: boolean,
): Promise<void> {
  const words = WORDS[language];
  await settled(page);
  await look(page, 'sample');
  await button(page, words.today.check).click();
  await look(page, 'understood');
  await button(page, words.sheet.confirmAndFill).click();
  await page.waitForSelector('#panel .note.good');
  await look(page, 'today');
  await button(page, words.result.seeColumns).click();
  await look(page, 'columns');
  const heads = page.locator('#panel .entry-head');
  const open = async (which: Locator, name: string): Promise<void> => {
    await which.first().click();
    await look(page, name);
  };
  await open(heads, 'entry');
  await open(heads.filter({ has: page.locator('.tag.bad') }), 'entry-blocked');
  const mails = heads.filter({ hasText: /e-mail/i }).filter({ hasNot: page.locator('.tag.bad') });
  await open(mails, 'entry-mail');
  await button(page, words.entry.showMessage).click();
  await page.waitForSelector('#panel .message');
  await look(page, 'message');
  const text = page.locator('#panel .message textarea').last();
  await text.fill(`${await text.inputValue()}\n${language === 'fr' ? 'À bientôt.' : 'See you soon.'}`);
  await look(page, 'message-edited');
  await button(page, ACT_WORDS[language].begin.skip).click();
  await look(page, 'entry-skip');
  await page.locator('#panel .telling').getByRole('button', { name: words.entry.cancel }).click();
  if (isWhole) await followUp(page, language, look);
  await page.locator('#panel .toggle').click();
  await look(page, 'today-soon');
  await page.locator('#panel .group .primary').click();
  await look(page, 'batch');
  await page.locator('#panel dialog .primary').click();
  await page.waitForSelector('#panel .note.good');
  await look(page, 'prepared');
  await tab(page, words.nav.follow).click();
  await look(page, 'outbox');
  await page
    .locator('#panel .line')
    .first()
    .getByRole('button', { name: new RegExp(`^${words.follow.sent}`) })
    .click();
  await page.waitForSelector('#panel .note.good');
  await look(page, 'journal');
  await tab(page, words.nav.figures).click();
  await look(page, 'figures');
  await unfolded(page);
  await look(page, 'figures-open');
  await button(page, words.help).click();
  await look(page, 'figures-help');
  await button(page, words.help).click();
  await button(page, words.figures.board.go).click();
  await page.waitForSelector('#panel .note.good');
  await look(page, 'figures-in-a-tab');
  await tab(page, words.nav.customers).click();
  await look(page, 'customers');
  await page.getByLabel(words.customers.search).fill('zzz');
  await look(page, 'customers-none');
  await page.getByLabel(words.customers.search).fill('bati');
  await look(page, 'customers-found');
  await tab(page, words.nav.problems).click();
  await look(page, 'problems');
  await button(page, words.nav.settings).click();
  await look(page, 'settings');
  await button(page, words.settings.undoGo).click();
  await page.waitForSelector('#panel .note.good');
  await look(page, 'undone');
  await tab(page, words.nav.today).click();
  if ((await page.locator('#panel .invoices').count()) === 0) await heads.first().click();
  await page.locator('#panel .invoices .link').first().click();
  await page.locator('#panel .drawer-toggle').click();
  await look(page, 'invoice');
  const waited = page.waitForEvent('download');
  await page.getByRole('button', { name: PAGE_WORDS[language].saveCopy }).click();
  await waited;
  await look(page, 'saved');
  await close();
}

/** What is told of customers, the papers, and what is coming: each form as it opens, none sent off. Begins and ends at the list of today. */
async function followUp(page: Page, language: Look['language'], look: (page: Page, name: string) => Promise<void>): Promise<void> {
  const words = WORDS[language];
  const { act, ahead } = words;
  const panel = page.locator('#panel');
  const entry = async (customer: string): Promise<Locator> => {
    const head = panel.locator('.entry-head', { hasText: customer }).first();
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
    await settled(page);
    return panel.locator('.entry.open');
  };
  const press = async (within: Locator, name: string | RegExp): Promise<void> => {
    await within.getByRole('button', { name, exact: true }).first().click();
    await settled(page);
  };
  const form = async (customer: string, what: 'promise' | 'dispute' | 'hold' | 'plan' | 'write-to' | 'note'): Promise<void> => {
    const open = await entry(customer);
    const fold = open.getByRole('button', { name: act.others, exact: true });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await press(open, ACT_WORDS[language].begin[what]);
    await look(page, `form-${what}`);
    await press(panel, act.back);
  };
  await press(await entry('Transports Malvezin'), ACT_WORDS[language].begin['log-call']);
  await look(page, 'form-call');
  await press(panel, act.back);
  for (const what of ['promise', 'dispute', 'hold', 'plan', 'write-to', 'note'] as const) await form('Bâti-Lorrière', what);
  await press(await entry('Bâti-Lorrière'), act.cardOf('Bâti-Lorrière'));
  await look(page, 'customer');
  await panel.locator('summary', { hasText: ahead.paper.ofCustomer }).click();
  await press(panel, ahead.paper.show.statement);
  await panel.frameLocator('.paper iframe').locator('h1').waitFor();
  await look(page, 'statement');
  await tab(page, words.nav.today).click();
  await press(await entry('Domaine de Roquesaure'), ahead.paper.show['formal-notice']);
  await panel.frameLocator('.entry.open iframe').locator('h1').waitFor();
  await look(page, 'formal-notice');
  await entry('Conserverie Argoulet');
  await look(page, 'hand-over');
  await press(panel, ahead.coming.open);
  await look(page, 'coming');
  await tab(page, words.nav.today).click();
  await button(page, words.nav.settings).click();
  await panel.locator('summary', { hasText: ahead.ladder.compare }).click();
  await press(panel, ahead.backTest.go);
  await look(page, 'settings-ladder');
  await tab(page, words.nav.today).click();
  await settled(page);
}
