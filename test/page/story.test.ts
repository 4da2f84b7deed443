/**
 * The whole story with the real page and panel, by clicks and keys on what is seen: a stranger's export is opened, one column put right, the sheet
 * filled, three reminders prepared, one told sent, a copy saved; and the copy, opened anywhere, proposes nothing twice.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import type { Snapshot } from '../../core/index.ts';
import { EVIDENCE_TEXTS } from '../../core/messages/evidence-texts.ts';
import { openWorkbook } from '../../local/files/open.ts';
import { changedParts, workbookOf, worksheet } from '../local/odd-workbook.ts';
import { settled } from '../panel/stage.ts';
import { EN, FR } from '../panel/words.ts';
import { oneOrAll } from '../thorough.ts';
import { builtPage, Town } from './page.ts';
import { tab } from './screens.ts';

const DAY = 'asOf=2026-03-16';

interface Export {
  readonly language: 'fr' | 'en';
  readonly headers: readonly string[];
  /** Number, customer, address, due, total, received, status. */
  readonly rows: readonly (readonly [string, string, string, string, number, number | null, string])[];
}

const ROWS: Export['rows'] = [
  ['FC-1', 'Boulangerie Kerjean', 'compta@kerjean.example', '2026-02-04', 1850, null, ''],
  ['FC-2', 'Boulangerie Kerjean', 'compta@kerjean.example', '2026-02-19', 420.5, null, ''],
  ['FC-3', 'Garage Noël & Fils', 'noel@garage.example', '2026-02-07', 980, null, 'Litige'],
  ['FC-4', 'Hôtel de la Pointe', 'direction@pointe.example', '2026-02-11', 3200, 1200, ''],
  ['FC-5', 'SARL Péron', 'peron@peron.example', '2025-12-31', 640, 640, 'Payée'],
  ['FC-6', 'Mairie de Plougas', 'mairie@plougas.example', '2025-12-01', 5400, null, 'Mise en demeure'],
  ['FC-7', 'Atelier Bleu', 'bleu@atelier.example', '2026-02-17', 1130, null, ''],
  ['FC-8', 'Crêperie Ty Breiz', 'ty@breiz.example', '2026-02-14', 275.9, null, 'Relancé'],
];
const IN_ENGLISH: Readonly<Record<string, string>> = {
  Litige: 'Disputed',
  Payée: 'Paid',
  'Mise en demeure': 'Formal notice',
  Relancé: 'Reminded',
};
/** Nobody can know that these columns hold what was received. */
const EXPORTS: readonly Export[] = [
  { language: 'fr', headers: ['Pièce', 'Raison sociale', 'Courriel', 'Échéance', 'Total à payer', 'Rentré', 'Situation'], rows: ROWS },
  {
    language: 'en',
    headers: ['Invoice no', 'Customer', 'Email', 'Due date', 'Total', 'Came in', 'Status'],
    rows: ROWS.map(([number, customer, email, due, total, received, status]) => [
      number,
      customer,
      email,
      due,
      total,
      received,
      IN_ENGLISH[status] ?? status,
    ]),
  },
];

/** As another program writes it: a title above, rules, comments, colours, a formula for the total, a second sheet. */
function exported({ headers, rows }: Export): Uint8Array {
  const text = (at: string, value: string, style = 0) =>
    value === '' ? '' : `<c r="${at}" s="${style}" t="inlineStr"><is><t>${value.replace('&', '&amp;')}</t></is></c>`;
  const number = (at: string, value: number | null, style: number) =>
    value === null ? '' : `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const serial = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569;
  const line = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join('')}</row>`;
  const last = rows.length + 3;
  const lines = rows.map(([id, customer, email, due, total, received, status], at) => {
    const r = at + 4;
    const names = [text(`A${r}`, id), text(`B${r}`, customer), text(`C${r}`, email)];
    return line(r, [
      ...names,
      number(`D${r}`, serial(due), 1),
      number(`E${r}`, total, 2),
      number(`F${r}`, received, 2),
      text(`G${r}`, status),
    ]);
  });
  const xml = worksheet(
    line(1, [text('A1', 'Menuiserie Le Goff 2026', 3)]) +
      line(
        3,
        headers.map((header, column) => text(`${'ABCDEFG'[column]}3`, header, 3)),
      ) +
      lines.join('') +
      line(last + 2, [text(`D${last + 2}`, 'Total'), `<c r="E${last + 2}" s="2"><f>SUM(E4:E${last})</f><v>13896.4</v></c>`]),
    {
      before: '<sheetViews><sheetView workbookViewId="0"><pane ySplit="3" topLeftCell="A4" state="frozen"/></sheetView></sheetViews>',
      after: `<autoFilter ref="A3:G${last}"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting sqref="E4:E${last}"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>1000</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="G4:G${last}"><formula1>"Payée,Litige"</formula1></dataValidation></dataValidations>`,
    },
  );
  const other = worksheet('<row r="1"><c r="A1"><f>SUM(Suivi!E4:E11)</f><v>13896.4</v></c></row>');
  return workbookOf(
    [
      { name: 'Suivi', xml },
      { name: 'Calculs', xml: other },
    ],
    { extra: { 'xl/comments1.xml': '<comments>Voir avec Yann</comments>', 'xl/charts/chart1.xml': '<chart/>' } },
  );
}

let town: Town;
let page: string;
let desk: string;
const file = (name: string) => join(desk, name);

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'relance-story-'));
  town = await Town.open();
  page = await builtPage('real');
});

afterEach(() => Visitor.allLeave());

afterAll(async () => {
  await town?.close();
  rmSync(desk, { recursive: true, force: true });
});

/** One person at the page: what they do, in the words they see. */
class Visitor {
  readonly #words: typeof FR;
  readonly page: Page;
  readonly leave: () => Promise<void>;

  private constructor(at: Page, words: typeof FR, leave: () => Promise<void>) {
    this.page = at;
    this.#words = words;
    this.leave = leave;
  }

  static readonly #present = new Set<Visitor>();

  /** Whoever is still there goes: a story that failed halfway does not keep the door from the next one. */
  static async allLeave(): Promise<void> {
    for (const visitor of Visitor.#present) await visitor.leave();
  }

  static async at(name: string, language: Export['language'], context: BrowserContext): Promise<Visitor> {
    const visit = await town.visit(page, { file: file(name), query: DAY, context });
    const visitor: Visitor = new Visitor(visit.page, language === 'fr' ? FR : EN, async () => {
      Visitor.#present.delete(visitor);
      await visit.close();
    });
    Visitor.#present.add(visitor);
    await visitor.settled();
    return visitor;
  }

  async settled(): Promise<void> {
    await settled(this.page);
  }

  async click(name: string | RegExp, inside = '#panel'): Promise<void> {
    await this.page
      .locator(inside)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
    await this.settled();
  }

  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).selectOption(option);
    await this.settled();
  }

  async go(screen: string): Promise<void> {
    await tab(this.page, screen).click();
    await this.settled();
  }

  /** Who is to be contacted now, and for how much. */
  async today(): Promise<Readonly<Record<string, string>>> {
    await this.go(this.#words.nav.today);
    const lines = await this.page
      .locator('.entry-head')
      .evaluateAll((heads) =>
        heads.map((head) => [head.querySelector('.entry-name')?.textContent ?? '', head.querySelector('.amount')?.textContent ?? '']),
      );
    return Object.fromEntries(lines.map(([name, amount]) => [name, (amount ?? '').replace(/[\u00a0\u202f]/g, ' ')]));
  }

  async followUp(): Promise<string> {
    await this.go(this.#words.nav.follow);
    return (await this.page.locator('#panel main').textContent()) ?? '';
  }

  async problems(): Promise<void> {
    await this.go(this.#words.nav.problems);
  }

  async refresh(): Promise<void> {
    await this.click(this.#words.head.refresh);
  }

  /** Opens the draft of a customer, as a mail program would. */
  async draft(customer: string): Promise<{ readonly raw: string; readonly mail: Awaited<ReturnType<typeof PostalMime.parse>> }> {
    const waited = this.page.waitForEvent('download');
    await this.click(`${this.#words.follow.openFile}${this.#words.colon}${customer}`);
    const raw = readFileSync(await (await waited).path());
    return { raw: raw.toString('utf8'), mail: await PostalMime.parse(raw) };
  }

  async save(name: string): Promise<{ readonly bytes: Uint8Array; readonly snapshot: Snapshot }> {
    const waited = this.page.waitForEvent('download');
    await this.page.click('#save');
    const bytes = new Uint8Array(readFileSync(await (await waited).path()));
    writeFileSync(file(name), bytes);
    return { bytes, snapshot: openWorkbook(bytes, name).snapshot };
  }
}

const REMINDED: Readonly<Record<string, readonly [numbers: string[], to: string, sum: string]>> = {
  'Boulangerie Kerjean': [['FC-1', 'FC-2'], 'compta@kerjean.example', '2 270,50'],
  'Hôtel de la Pointe': [['FC-4'], 'direction@pointe.example', '2 000,00'],
  'Atelier Bleu': [['FC-7'], 'bleu@atelier.example', '1 130,00'],
};
/** A sum as either language writes it, and nothing but its digits. */
const digits = (text: string) => text.replace(/\D/g, '');

describe.each(oneOrAll(...EXPORTS))('a stranger’s export, in $language', (table) => {
  const { language, headers } = table;
  const words = language === 'fr' ? FR : EN;
  const received = headers[5] as string;

  it('corrected in one column, refreshed, three reminders prepared, saved, reopened: nothing is proposed twice', async () => {
    const original = exported(table);
    writeFileSync(file('export.xlsx'), original);
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    const here = await town.profile(locale);
    const at = await Visitor.at('export.xlsx', language, here);

    // What was understood, and the one column that was not.
    await at.page.locator('summary', { hasText: words.sheet.unused(1) }).click();
    expect(await at.page.locator('ul.columns li', { hasText: received }).textContent()).toContain('1200 · 640');
    await at.choose(words.sheet.meaning(received), 'paidAmount');
    await at.choose(/\(.*G\)/, 'add');
    expect(await at.page.getByRole('combobox', { name: words.sheet.meaning(received) }).inputValue()).toBe('paidAmount');
    await at.click(words.sheet.confirmAndFill);
    await at.refresh();
    const due = await at.today();
    // The disputed and the paid one are nobody to contact; the one put on notice is not reminded as if nothing had been.
    expect(Object.keys(due)).toEqual([
      'Mairie de Plougas',
      'Boulangerie Kerjean',
      'Hôtel de la Pointe',
      'Atelier Bleu',
      'Crêperie Ty Breiz',
    ]);
    expect(digits(due['Hôtel de la Pointe'] as string)).toBe('200000');
    expect(await at.page.locator('.entry-head', { hasText: 'Mairie' }).textContent()).toContain(words.today.handOver);

    // Three reminders.
    for (const customer of Object.keys(REMINDED)) {
      await at.page.locator('.entry-head', { hasText: customer }).click();
      await at.click(words.entry.prepare, '.entry.open');
    }
    expect(Object.keys(await at.today())).toEqual(['Mairie de Plougas', 'Crêperie Ty Breiz']);
    const numbers = table.rows.map(([number]) => number);
    await at.followUp();
    for (const [customer, [own, to, sum]] of Object.entries(REMINDED)) {
      const { raw, mail } = await at.draft(customer);
      expect([mail.to?.map(({ address }) => address), mail.cc ?? [], mail.bcc ?? []]).toEqual([[to], [], []]);
      expect(raw).toMatch(/^X-Unsent: 1\r?$/m);
      const said = `${mail.subject} ${mail.text} ${mail.html}`;
      expect(numbers.filter((number) => said.includes(number))).toEqual(own);
      expect(digits(said)).toContain(digits(sum));
    }
    await at.click(`${words.follow.sent}${words.colon}Hôtel de la Pointe`);
    const told = await at.followUp();
    expect(told).toContain(EVIDENCE_TEXTS[language].events.sent);

    // An invoice clicked is shown, a problem clicked leads to its cell; a payment typed below it counts at the next refresh.
    await at.today();
    await at.page.locator('.entry-head', { hasText: 'Crêperie' }).click();
    await at.click(words.entry.selectRow('FC-8'));
    expect(await at.page.locator('.drawer').textContent()).toContain('FC-8');
    await at.problems();
    await at.click(words.problems.jump(words.problems.place('Suivi', 'F7')));
    while (!(await at.page.evaluate(() => document.querySelector('#grid')?.contains(document.activeElement))))
      await at.page.keyboard.press('F6');
    for (let row = 7; row < 11; row++) await at.page.keyboard.press('ArrowDown');
    await at.page.keyboard.type(language === 'fr' ? '275,9' : '275.9');
    await at.page.keyboard.press('Enter');
    await at.page.waitForSelector('.stale');
    await at.refresh();
    expect(Object.keys(await at.today())).toEqual(['Mairie de Plougas']);

    // The copy: our columns and the journal are in it, and all the rest as it was.
    const { bytes, snapshot } = await at.save('copy.xlsx');
    expect(changedParts(original, bytes).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/custom.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    const [before, after] = [openWorkbook(original, 'export.xlsx').snapshot, snapshot].map(({ sheets }) =>
      sheets[0]?.cells.map((row) => row.slice(0, 7).map((cell) => cell ?? null)),
    );
    (before?.[10] as unknown[])[5] = 275.9;
    expect(after?.map((row) => [...row, ...Array(7).fill(null)].slice(0, 7))).toEqual(
      before?.map((row) => [...row, ...Array(7).fill(null)].slice(0, 7)),
    );

    // Opened again, where nobody knows it and where it was made.
    await at.leave();
    for (const where of [await town.profile(locale), here]) {
      const again = await Visitor.at('copy.xlsx', language, where);
      await again.refresh();
      expect(Object.keys(await again.today())).toEqual(['Mairie de Plougas']);
      const journal = await again.followUp();
      for (const customer of Object.keys(REMINDED)) expect(journal).toContain(customer);
      expect(journal).toContain(EVIDENCE_TEXTS[language].events.sent);
      expect((await again.save('again.xlsx')).snapshot.sheets[0]).toEqual(snapshot.sheets[0]);
      await again.leave();
    }
    expect(town.faults).toEqual([]);
  });
});
