import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { HOUSE_FR, paperOf } from '../core/papers/paper-of.ts';
import { type Row, workbookOf } from '../core/workbook-of.ts';
import { pdfPages } from './pdf-text.ts';

const AS_OF = '2026-09-03';
const french = (rows: readonly Row[]) =>
  workbookOf(rows, {
    french: true,
    timeZone: 'Europe/Paris',
    locale: 'fr-FR',
    tabs: {
      Réglages: HOUSE_FR,
      Clients: [
        ['Client', 'Adresse', 'Langue'],
        ['Durand', '3 rue Basse\n38000 Grenoble', ''],
        ['Brown', '10 High Street\nLeeds', 'en'],
      ],
    },
  });
const invoices = (count: number, customer: string): Row[] =>
  Array.from({ length: count }, (_, k) => ({
    number: `F-${k + 1}`,
    customer,
    email: 'a@x.example',
    due: `2025-${String((k % 12) + 1).padStart(2, '0')}-15`,
    amount: `${100 + k},00 €`,
    last: 'Relance ferme (20/05/2026)',
  }));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The pages of a paper as text without spaces: where a line breaks is the printer's business. */
async function printed(html: string): Promise<string[]> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await page.close();
  expect(requests).toEqual([]);
  return pdfPages(pdf).map((text) => text.replace(/[\s\u00a0\u202f]/g, ''));
}

describe('on paper', () => {
  it('one invoice: two pages, numbered, with the demand, the account and the signature in the text', async () => {
    const pages = await printed(paperOf(french(invoices(1, 'Durand')), AS_OF, 'formal-notice', 'Durand').html);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('page1/2');
    expect(pages[1]).toContain('page2/2');
    const text = pages.join('');
    for (const words of [
      'Mise en demeure de payer',
      'au plus tard le 11 septembre 2026',
      'FR14 2004 1010 0505 0001 3M02 606',
      'Claire Morel',
    ])
      expect(text).toContain(words.replace(/ /g, ''));
  });

  it('in English', async () => {
    const pages = await printed(paperOf(french(invoices(1, 'Brown')), AS_OF, 'formal-notice', 'Brown').html);
    expect(pages).toHaveLength(2);
    expect(pages.join('')).toContain('Formal notice to pay (mise en demeure)'.replace(/ /g, ''));
  });

  it('60 invoices: every number is there, and the headers of the tables come back on every page of them', async () => {
    const pages = await printed(paperOf(french(invoices(60, 'Durand')), AS_OF, 'formal-notice', 'Durand').html);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.length).toBeLessThan(12);
    for (let k = 1; k <= 60; k++) expect(pages.join('')).toContain(`F-${k}`);
    pages.forEach((page, at) => {
      expect(page).toContain(`page${at + 1}/${pages.length}`);
      if (at < pages.length - 1) expect(page).toContain('Facture');
    });
    expect(pages[1]).toContain('ÉmiseleÉchéance');
    expect(pages[3]).toContain('PériodeJoursBaseTauxannuel');
  });

  it('the evidence file and the statement print too', async () => {
    const workbook = french(invoices(3, 'Durand'));
    const file = await printed(paperOf(workbook, AS_OF, 'evidence', 'Durand').html);
    expect(file.length).toBeGreaterThanOrEqual(3);
    expect(file.at(-1)).toContain('conseiljuridique');
    expect(await printed(paperOf(workbook, AS_OF, 'statement', 'Durand').html)).toHaveLength(1);
  });

  it('reads on a panel of 300 pixels: nothing but a table is wider', async () => {
    const page = await browser.newPage({ viewport: { width: 300, height: 800 } });
    await page.setContent(paperOf(french(invoices(3, 'Durand')), AS_OF, 'formal-notice', 'Durand').html);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    await page.close();
  });

  it('the recipient stands in the window of a French envelope: within 100 to 190 mm from the left and 50 to 90 from the top', async () => {
    const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    await page.setContent(paperOf(french(invoices(1, 'Durand')), AS_OF, 'formal-notice', 'Durand').html);
    // The page is laid out without its margins here: 20 mm at the left, 16 mm at the top.
    const box = await page.evaluate(() => {
      const { left, top, right, bottom } = (document.querySelector('.to') as HTMLElement).getBoundingClientRect();
      return [left, top, right, bottom].map((px) => (px * 25.4) / 96);
    });
    await page.close();
    const [left, top, right, bottom] = box as [number, number, number, number];
    expect(left + 20).toBeGreaterThanOrEqual(100);
    expect(right + 20).toBeLessThanOrEqual(191);
    expect(top + 16).toBeGreaterThanOrEqual(50);
    expect(bottom + 16).toBeLessThanOrEqual(90);
  });
});
