// Figures and customers as a person reads them: what the screens say is what the report says, with its working, its year and its reasons beside it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Cell, LANGUAGES, type Report, type Snapshot } from '../../core/index.ts';
import { itAtLength } from '../at-length.ts';
import { outOfReach, type Stage, sample, settled, stage } from './stage.ts';
import { FR } from './words.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on?.close());
afterEach(() => expect(on.faults).toEqual([]));

const YEAR = { snapshot: sample('factures-atelier-morel.xlsx'), asOf: '2026-03-16', language: 'fr' } as const;
const { indicators, customers: said } = LANGUAGES.fr;
const { figures, customers: words, nav } = FR;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const reportOf = (page: Page): Promise<Report> =>
  page.evaluate(async () => (await window.bench.desk.send({ kind: 'open', at: '2026-03-16T09:00:00' })).report as Report);
const plain = async (what: Locator): Promise<string> => ((await what.textContent()) ?? '').replace(/[\u00a0\u202f]/g, ' ');

async function opened(snapshot: Snapshot = YEAR.snapshot, screen: string = nav.figures): Promise<Page> {
  const page = await on.open({ ...YEAR, snapshot });
  await button(page, FR.sheet.confirmAndFill).click();
  await page.waitForSelector('.note.good');
  await settled(page);
  await page.getByRole('navigation').getByRole('button', { name: screen }).click();
  await settled(page);
  return page;
}

/** Few invoices of three customers: one always on time, one always late, one known from a single invoice. */
function ledger(more: readonly Cell[][] = [], ...tabs: Snapshot['sheets']): Snapshot {
  const paid = (customer: string, n: number, due: string, on: string): Cell[] => [
    `${customer[0]}${n}`,
    customer,
    100,
    'EUR',
    due,
    due,
    100,
    on,
  ];
  const cells: Cell[][] = [
    ['N° facture', 'Client', 'Montant TTC', 'Devise', 'Date facture', 'Échéance', 'Montant payé', 'Payée le'],
    ...['2025-10-01', '2025-11-01', '2025-12-01'].map((due, n) => paid('Ponctuel', n, due, due)),
    paid('Élodie Tardif', 1, '2025-10-01', '2025-11-20'),
    paid('Élodie Tardif', 2, '2025-11-01', '2025-12-20'),
    paid('Élodie Tardif', 3, '2025-12-01', '2026-01-20'),
    ['P9', 'Ponctuel', 300, 'EUR', '2026-03-01', '2026-03-31', null, null],
    ['T9', 'Élodie Tardif', 700, 'EUR', '2026-01-01', '2026-01-31', null, null],
    ['N9', 'Nouveau', 500, 'EUR', '2026-02-01', '2026-03-10', null, null],
    ...more,
  ];
  return { sheets: [{ name: 'Factures', cells }, ...tabs], locale: 'fr-FR', timeZone: 'Europe/Paris', date1904: false };
}

describe('figures', () => {
  it('each figure is there with its label, and opens on what it means, its sum and its year', async () => {
    const page = await opened();
    const [kpis] = (await reportOf(page)).kpis;
    const known = Object.entries(kpis?.workings ?? {});
    expect(known.length).toBeGreaterThan(12);
    expect(await page.locator('.indicator').count()).toBe(known.length);
    for (const [id, working] of known) {
      const { label, means } = indicators[id as keyof typeof indicators];
      const indicator = page.locator('.indicator').filter({ has: page.getByText(label, { exact: true }) });
      await indicator.locator('> summary').click();
      await indicator.locator('> :not(summary)').first().waitFor();
      const text = await plain(indicator);
      expect(text).toContain(means.replace(/[\u00a0\u202f]/g, ' '));
      expect(text).toContain(`${working} = `.replace(/[\u00a0\u202f]/g, ' '));
      // A figure known for one month only has no year to show.
      const months = kpis?.history.filter((month) => month[id as 'dso'] !== null).length ?? 0;
      expect(await indicator.locator('tbody tr').count()).toBe(months > 1 ? 12 : 0);
    }
    on.leave(page);
  });

  it('DSO is 55,2 days, and says in words who moved it', async () => {
    const page = await opened();
    expect(await plain(page.locator('.tiles'))).toContain('DSO55,2 jours');
    const movers = page.locator('.parts ~ .plain-list').first();
    expect(await plain(movers)).toContain('Bâti-Lorrière8,5 jours de moins');
    expect(await plain(movers)).toContain('Coopérative des Quatre-Rives4,8 jours de plus');
    await page.locator('[id="mover-Bâti-Lorrière"]').click();
    await settled(page);
    expect(await page.locator('h2.title').textContent()).toBe('Bâti-Lorrière');
    await button(page, FR.act.back).click();
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mover-Bâti-Lorrière');
    on.leave(page);
  });

  it('the forecast says how far off it was, and names what it leaves out and why', async () => {
    const page = await opened();
    const { forecastDetail } = await reportOf(page);
    const [detail] = forecastDetail;
    expect(await plain(page.locator('main'))).toContain('Sur les six derniers mois, la prévision s’est trompée de 55 %.');
    await page.locator('summary', { hasText: 'sans date prévisible' }).click();
    const text = await plain(page.locator('main'));
    expect(detail?.excluded.length).toBeGreaterThan(3);
    for (const { number, message } of detail?.excluded ?? [])
      expect(text).toContain(`${number} : ${message}`.replace(/[\u00a0\u202f]/g, ' '));
    on.leave(page);
  });

  itAtLength('planned disbursements stand beside what is expected', async () => {
    const settings: Cell[][] = [
      ['Clé', 'Valeur'],
      ['Décaissement 2026-03-20', 1234],
    ];
    const page = await opened(ledger([], { name: 'Réglages', cells: settings }));
    await page.locator('summary', { hasText: figures.receipts.table }).click();
    const week = page.locator('.months tbody tr').filter({ hasText: '16/03/2026' });
    expect(await plain(week.locator('td').last())).toBe('1 234');
    expect(await page.locator('.key .beside').count()).toBe(1);
    on.leave(page);
  });

  itAtLength('figures in a tab: made once, brought up to date when asked for again, and said', async () => {
    const page = await opened(ledger());
    for (let times = 0; times < 2; times++) {
      await button(page, figures.board.go).click();
      await page.locator('.note.good', { hasText: 'Les chiffres sont dans l’onglet « Tableau de bord ».' }).waitFor();
    }
    expect(await page.evaluate(() => window.bench.selected.at(-1))).toEqual(['Tableau de bord', 1, 'A']);
    // What was typed over a cell of ours stays, and is named.
    await page.evaluate(() => {
      const row = window.bench.cells('Tableau de bord').findIndex(([label]) => label === 'DSO (jours)');
      window.bench.type('Tableau de bord', row + 1, 0, 'mon texte');
    });
    await button(page, figures.board.go).click();
    await page.locator('.note', { hasText: FR.result.left(1) }).waitFor();
    on.leave(page);
  });

  it('what the sheet cannot tell is said to be missing, and is no zero', async () => {
    const page = await opened(ledger());
    await page.locator('summary', { hasText: /^Non disponibles/ }).click();
    expect(await plain(page.locator('main'))).toContain(`${figures.unavailableWhy}${indicators.promisesKept.label}`.slice(0, 20));
    expect(await page.locator('.plain-list strong', { hasText: indicators.invoicingDelay.label }).count()).toBe(1);
    on.leave(page);
  });
});

describe('customers', () => {
  const names = (page: Page) => page.locator('.week-line .entry-name').allTextContents();

  it('stand in the order that is chosen', async () => {
    const page = await opened(ledger(), nav.customers);
    for (const [order, wanted] of [
      ['overdue', ['Élodie Tardif', 'Nouveau', 'Ponctuel']],
      ['risk', ['Élodie Tardif', 'Ponctuel', 'Nouveau']],
      ['name', ['Élodie Tardif', 'Nouveau', 'Ponctuel']],
    ] as const) {
      await page.getByLabel(words.sort).selectOption(order);
      await settled(page);
      expect([order, await names(page)]).toEqual([order, wanted]);
    }
    on.leave(page);
  });

  it('are found by what is typed, whatever its accents and capitals', async () => {
    const page = await opened(ledger(), nav.customers);
    for (const [typed, wanted] of [
      ['elodie', ['Élodie Tardif']],
      ['TARDIF ', ['Élodie Tardif']],
      ['ou', ['Nouveau']],
      ['personne', []],
    ] as const) {
      await page.getByLabel(words.search).fill(typed);
      await settled(page);
      expect([typed, await names(page)]).toEqual([typed, wanted]);
      expect(await plain(page.locator('main [role=status]'))).toBe(wanted.length === 0 ? words.none : '1 client');
    }
    on.leave(page);
  });

  itAtLength('sums of two currencies are never ranked against each other', async () => {
    const yen: Cell[][] = [['Y1', 'Tanaka', 90000, 'JPY', '2026-01-01', '2026-01-31', null, null]];
    const page = await opened(ledger(yen), nav.customers);
    expect(await names(page)).toEqual(['Élodie Tardif', 'Nouveau', 'Ponctuel', 'Tanaka']);
    on.leave(page);
  });

  it('the band is a word and a shape, and the card says why, how far the limit goes and what to do about it', async () => {
    const tab: Cell[][] = [
      ['Client', 'Plafond', 'Montant assuré'],
      ['Élodie Tardif', 500, 1000],
    ];
    const page = await opened(ledger([], { name: 'Clients', cells: tab }), nav.customers);
    const line = page.locator('.week-line').first();
    expect(await plain(line)).toMatch(/À risque · \d+ sur 100/);
    expect(await line.locator('.sign-stop').count()).toBe(1);
    await line.click();
    await settled(page);
    const { customers } = await reportOf(page);
    const late = customers.find(({ name }) => name === 'Élodie Tardif');
    const card = await plain(page.locator('main'));
    for (const why of late?.scoreWhy ?? []) expect(card).toContain(why.replace(/[\u00a0\u202f]/g, ' '));
    expect(late?.scoreWhy.length).toBeGreaterThan(0);
    for (const { message } of late?.signals ?? []) expect(card).toContain(message.replace(/[\u00a0\u202f]/g, ' '));
    expect(card).toContain('Plafond500,00 €200,00 € au-delà');
    expect(card).toContain(`Montant assuré1 000,00 €${words.within}`);
    expect(card).toContain((said.terms.risky as string).replace(/\u00a0/g, ' '));
    await button(page, 'Voir Clients').click();
    expect(await page.evaluate(() => window.bench.selected.at(-1)?.slice(0, 1))).toEqual(['Clients']);
    on.leave(page);
  });

  itAtLength('a customer with too few paid invoices has no score, and it is said', async () => {
    const page = await opened(ledger(), nav.customers);
    await page.locator('.week-line', { hasText: 'Nouveau' }).click();
    await settled(page);
    expect(await plain(page.locator('main'))).toContain('0 facture payée : il en faut trois pour une note.');
    on.leave(page);
  });

  itAtLength('is found, read and left with the keyboard alone, and the search is still there', async () => {
    const page = await opened(ledger(), nav.customers);
    expect(await outOfReach(page)).toEqual([]);
    await page.getByLabel(words.search).focus();
    await page.keyboard.type('tardif');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Élodie Tardif');
    await button(page, FR.act.back).press('Enter');
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Élodie Tardif');
    expect(await page.getByLabel(words.search).inputValue()).toBe('tardif');
    on.leave(page);
  });

  itAtLength('of a thousand customers only those near the eye are drawn, and the last is found', async () => {
    const many = Array.from({ length: 1000 }, (_, n): Cell[] => [
      `X${n}`,
      `Société n° ${n}`,
      1000 - n * 0.5,
      'EUR',
      '2026-01-01',
      '2026-01-31',
      null,
      null,
    ]);
    const page = await opened(ledger(many), nav.customers);
    expect(await plain(page.locator('main [role=status]'))).toBe('1 003 clients');
    expect(await page.locator('.week-line').count()).toBeLessThan(80);
    await page.getByLabel(words.search).fill('n° 999');
    expect(await names(page)).toEqual(['Société n° 999']);
    on.leave(page);
  });
});

describe('help in place', () => {
  it('is there on every screen, folded until it is asked for', async () => {
    const page = await opened();
    const help = page.getByRole('region', { name: FR.help });
    for (const screen of [nav.today, nav.customers, nav.figures, nav.follow]) {
      await page.getByRole('navigation').getByRole('button', { name: screen }).click();
      await settled(page);
      expect(await help.count()).toBe(0);
      await button(page, FR.help).click();
      await settled(page);
      expect(await help.locator('li').count()).toBeGreaterThan(1);
      await button(page, FR.help).click();
    }
    on.leave(page);
  });
});
