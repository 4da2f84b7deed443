/**
 * The page as a newcomer meets it: a stranger's file in a grid, refreshed, corrected, reminded and saved; closed at the worst moment and opened again.
 * The cells are looked at in the saved copy, for a canvas shows nothing to a test.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Command, Sheet, Snapshot } from '../../core/index.ts';
import { itAtLength } from '../at-length.ts';
import { bareDesk } from './desk.ts';
import { opened, type Visit } from './page.ts';

const AT = '2026-03-16T09:00:00';
const OPEN: Command = { kind: 'open', at: AT };
const REFRESH: Command = { kind: 'refresh', at: AT };
const PREPARE: Command = { kind: 'prepare', at: AT };
const LEDGER = `N° facture;Client;E-mail;Date facture;Échéance;Montant TTC;Réglé le
F-1;Durand;durand@a.example;15/12/2025;15/01/2026;1 850,00;
F-2;Martin;martin@a.example;20/12/2025;20/01/2026;320,50;
F-3;Noël;noel@a.example;20/12/2025;20/01/2026;99,00;22/01/2026
`;

const desk = bareDesk();
const invoices = () => desk.put('factures.csv', LEDGER);

const cellOf = (snapshot: Snapshot, sheet: string, row: number, column: number) =>
  snapshot.sheets.find(({ name }) => name === sheet)?.cells[row - 1]?.[column] ?? null;
const journalOf = (snapshot: Snapshot): Sheet | undefined => snapshot.sheets.find(({ name }) => name === 'Journal des relances');

describe('the sample, looked at', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await desk.visit();
  });
  afterAll(() => visit?.close());

  it('opens the sample of the reader’s language, with the same figures as anywhere', async () => {
    const view = await visit.send(OPEN);
    expect(view.report?.kpis[0]?.outstanding).toBe(101_829.68);
    expect(await visit.page.textContent('#bar .file')).toBe('factures-atelier-morel.xlsx');
    const english = await desk.visit({ locale: 'en-GB' });
    expect(await english.page.textContent('#bar .file')).toBe('invoices-morel-workshop.xlsx');
    expect(await english.page.getAttribute('html', 'lang')).toBe('en');
    await english.close();
  });

  itAtLength('tells which row was selected, selects one from outside, and leaves the keyboard where it is', async () => {
    await visit.page.focus('#panel input');
    await visit.page.evaluate(() => window.given.hooks.selectCell('Factures', 200, null));
    await visit.page.keyboard.type('abc');
    expect(await visit.page.inputValue('#panel input')).toBe('abc');
    expect(await visit.page.evaluate(() => window.given.selections.length)).toBe(0);
    await visit.page.mouse.click(200, 400);
    await visit.page.waitForFunction(() => window.given.selections.length > 0);
    expect(await visit.page.evaluate(() => window.given.selections.at(-1))).toMatchObject({ sheet: 'Factures', column: 'B' });
  });

  it('can be walked through by keyboard alone, and its panel made wider', async () => {
    const { page } = visit;
    await page.focus('#panel input');
    const stops: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('F6');
      stops.push(await page.evaluate(() => document.activeElement?.closest('#bar, #grid, #divider, #panel')?.id ?? ''));
    }
    expect(stops).toEqual(['bar', 'grid', 'panel', 'bar']);
    expect(await page.getAttribute('#sheet', 'aria-description')).toContain('F6');
    await page.focus('#divider');
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.querySelector('#panel')?.clientWidth)).toBe(360);
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.querySelector('#panel')?.clientWidth)).toBe(300);
  });
});

describe('a workbook in the grid', () => {
  it('refreshes the owned columns, takes them back, and a second refresh changes nothing', async () => {
    const visit = await desk.visit();
    const before = (await visit.copy()).snapshot;
    await visit.send(REFRESH);
    const refreshed = (await visit.copy()).snapshot;
    expect(cellOf(refreshed, 'Factures', 5, 19)).toBe('Motif');
    expect(cellOf(refreshed, 'Factures', 234, 18)).toBe(46097);
    expect(refreshed.sheets[0]?.formats?.[233]?.[18]).toMatch(/yy/);
    await visit.send(REFRESH);
    expect((await visit.copy()).snapshot).toEqual(refreshed);
    await visit.page.evaluate(async () => void (await window.given.hooks.undo()));
    const undone = (await visit.copy()).snapshot;
    expect(undone.sheets[0]?.cells.map((row) => row.filter((cell) => cell !== null))).toEqual(
      before.sheets[0]?.cells.map((row) => row.filter((cell) => cell !== null)),
    );
    await visit.close();
  });

  it('reads what is typed as the person meant it, and saves it', async () => {
    const visit = await desk.visit();
    await visit.type('Factures', 244, 'F', '03/04/2026');
    await visit.type('Factures', 244, 'H', '1234,5');
    await visit.type('Factures', 245, 'P', '=2+3');
    await visit.page.waitForFunction(() => window.given.edits > 0);
    const { snapshot, name } = await visit.copy();
    expect(name).toBe('factures-atelier-morel (Relance).xlsx');
    expect(cellOf(snapshot, 'Factures', 244, 5)).toBe(46115);
    expect(cellOf(snapshot, 'Factures', 244, 7)).toBe(1234.5);
    expect([cellOf(snapshot, 'Factures', 245, 15), snapshot.sheets[0]?.formulas?.[244]?.[15]]).toEqual([5, '=2+3']);
    expect((await visit.send(OPEN)).report?.invoices.find(({ row }) => row === 244)?.dueOn).toBe('2026-04-03');
    await visit.close();
  });

  itAtLength('pastes cells of another program as text that is read like typing', async () => {
    const visit = await desk.visit({ file: invoices() });
    await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit.page.evaluate(() => window.given.hooks.selectCell('factures', 5, 'A'));
    await visit.page.evaluate(() => document.querySelector('#grid')?.dispatchEvent(new CustomEvent('relance-focus')));
    await visit.page.evaluate(() => navigator.clipboard.writeText('F-4\tDurand\t\t01/02/2026\t03/04/2026\t12,00\n'));
    await visit.page.keyboard.press('Control+V');
    await visit.page.waitForFunction(() => window.given.edits > 0);
    const { bytes } = await visit.copy();
    expect(new TextDecoder().decode(bytes)).toBe(`${LEDGER}F-4;Durand;;01/02/2026;03/04/2026;12,00\n`);
    await visit.close();
  });
});

describe('reminders', () => {
  it('are in the outbox and the journal, and never prepared twice: not in the copy, not in the same file opened again', async () => {
    const visit = await desk.visit({ file: invoices(), query: 'asOf=2026-03-16' });
    const { drafted } = await visit.send(PREPARE);
    expect(drafted.length).toBe(2);
    expect((await visit.send(PREPARE)).drafted).toEqual([]);
    const waited = visit.page.waitForEvent('download');
    await visit.page.evaluate((id) => window.given.hooks.download(id), drafted[0]?.id as string);
    expect((await waited).suggestedFilename()).toMatch(/^Durand .*\.eml$/);
    // The journal tab may go, and the page may close: the browser keeps both.
    const { page } = visit;
    await page.reload();
    await opened(visit.page);
    expect((await visit.send(PREPARE)).drafted).toEqual([]);
    await visit.close();
  });

  itAtLength('carry their journal in the copy of an Excel workbook, which a browser that knows nothing respects', async () => {
    const visit = await desk.visit();
    const { drafted } = await visit.send(PREPARE);
    expect(drafted.length).toBeGreaterThan(10);
    const { snapshot, bytes } = await visit.copy();
    await visit.close();
    const journal = journalOf(snapshot);
    expect(journal?.cells.filter((row) => row[2] === 'intent').length).toBe(journal?.cells.filter((row) => row[2] === 'drafted').length);
    const stranger = await desk.visit({ file: desk.put('copy.xlsx', bytes), query: 'asOf=2026-03-16' });
    expect((await stranger.send(PREPARE)).drafted).toEqual([]);
    await stranger.close();
  });
});
