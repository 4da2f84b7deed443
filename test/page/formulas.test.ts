/**
 * The catalogue in the page's grid, in a true browser: figures in empty cells that follow a payment after a refresh, tables that fill the cells
 * beside them, errors with their reasons, in the language and with the separators of the person who types; and all of it in a saved copy.
 */
import { describe, expect, it } from '@jest/globals';
import type { Cell, Report, Sheet } from '../../core/index.ts';
import { until } from '../panel/stage.ts';
import { oneOrAll } from '../thorough.ts';
import { bareDesk } from './desk.ts';
import type { Visit } from './page.ts';

const desk = bareDesk();

/** Two languages, two samples: what is typed where, and what the core says of it. */
const WORLDS = [
  {
    language: 'fr',
    sample: 'factures-atelier-morel.xlsx',
    dso: '=DSO()',
    rate: '=TAUX_ECHU()',
    aging: '=BALANCE_AGEE(A:J)',
    wrong: '=DATE_ECHEANCE("31/02/2026";"30 jours")',
    reason: 'n’est pas une date possible',
    due: '=DATE_ECHEANCE("10/09/2025";"30 jours fin de mois")',
    dueSerial: 45961,
  },
  {
    language: 'en',
    sample: 'invoices-morel-workshop.xlsx',
    dso: '=DSO()',
    rate: '=OVERDUE_RATE()',
    aging: '=AGING(A:J)',
    wrong: '=DUE_DATE("31 Feb 2026","30 days")',
    reason: 'is no possible date',
    due: '=DUE_DATE("2025-09-10","30 days")',
    dueSerial: 45940,
  },
] as const;

const AT = '2026-03-16T10:00:00';
/** Right of every column of the samples. */
const COLUMN = 'T';

const valueAt = (sheet: Sheet, row: number): Cell => sheet.cells[row - 1]?.[19] ?? null;

/** The total of the balance by age. */
const total = (sheet: Sheet) => sheet.cells[27]?.[21] as number;

/** The sheet of a copy once it is so: the grid computes in its own time. */
const sheetWhen = (visit: Visit, name: string, isSo: (sheet: Sheet) => boolean): Promise<Sheet> =>
  until(async () => (await visit.copy()).snapshot.sheets.find((one) => one.name === name) as Sheet, isSo, 500);
/** Every formula has answered. */
const isAnswered = (sheet: Sheet) => [2, 3, 12, 14, 20].every((row) => valueAt(sheet, row) !== null) && typeof total(sheet) === 'number';

describe.each(oneOrAll(...WORLDS))('formulas in the page: $language', (world) => {
  it('figures follow a payment after Refresh; tables fill cells; errors say why; a copy keeps it all', async () => {
    const visit = await desk.visit({ query: `sample=${world.sample}&lang=${world.language}` });
    const { page } = visit;
    expect(await page.textContent('#bar .file')).toBe(world.sample);
    const before = (await visit.send({ kind: 'open', at: AT })).report as Report;
    const { sheet: name, columns } = before.table as NonNullable<Report['table']>;
    const [kpi] = before.kpis;

    const typed: readonly (readonly [row: number, formula: string])[] = [
      [2, world.dso],
      [3, world.rate],
      [12, world.wrong],
      [14, world.due],
      [20, world.aging],
    ];
    for (const [row, formula] of typed) await visit.type(name, row, COLUMN, formula);

    const first = await sheetWhen(visit, name, isAnswered);
    expect(valueAt(first, 2)).toBe(kpi?.dso);
    expect(valueAt(first, 3)).toBe(kpi?.overdueRate);
    expect(valueAt(first, 12)).toEqual({ error: '#VALUE!' });
    // A true date, shown as one.
    expect([valueAt(first, 14), first.formats?.[13]?.[19]]).toEqual([world.dueSerial, expect.stringMatching(/[dy]/)]);
    // The balance by age: its headings, five buckets, undated, credits, total.
    expect(first.cells.slice(19, 29).map((row) => row.slice(19).length)).toEqual([4, 4, 4, 4, 4, 4, 4, 4, 4, 0]);

    // What they show is no part of the table.
    expect((await visit.send({ kind: 'open', at: AT })).report).toEqual(before);

    // The reason of an error stands under the bar while its cell is selected.
    await page.evaluate((sheet) => window.given.hooks.selectCell(sheet, 11, 'T'), name);
    await page.evaluate(() => document.querySelector('#grid')?.dispatchEvent(new CustomEvent('relance-focus')));
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelector('#notices')?.textContent?.startsWith('T12'));
    expect(await page.textContent('#notices')).toContain(world.reason);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelector('#notices')?.textContent === '');

    // A late invoice is paid: the table follows by itself, for it is given the cells; the figures of the whole workbook at Refresh.
    const late = before.invoices.find((one) => one.status === 'overdue' && one.paid === 0 && (one.open ?? 0) > 1000);
    await visit.type(name, late?.row as number, columns.paidAmount as string, String(late?.amount));
    await visit.send({ kind: 'refresh', at: AT });
    const after = (await visit.send({ kind: 'open', at: AT })).report as Report;
    expect(after.kpis[0]?.overdueRate).toBeLessThan(kpi?.overdueRate as number);
    const second = await sheetWhen(visit, name, (sheet) => valueAt(sheet, 2) !== kpi?.dso && total(sheet) !== total(first));
    expect([valueAt(second, 2), valueAt(second, 3)]).toEqual([after.kpis[0]?.dso, after.kpis[0]?.overdueRate]);
    expect(total(second)).toBeCloseTo(total(first) - (late?.open as number), 2);

    // The copy has the formulas with what they show.
    for (const [row, formula] of typed) expect(second.formulas?.[row - 1]?.[19]).toBe(formula.replaceAll(';', ','));
    const { bytes } = await visit.copy();
    await visit.close();
    // Opened again they live on.
    const again = await desk.visit({ file: desk.put('copy.xlsx', bytes), query: `asOf=2026-03-16&lang=${world.language}` });
    const shown = await sheetWhen(again, name, isAnswered);
    expect([2, 3, 12, 14, 20].map((row) => valueAt(shown, row))).toEqual([2, 3, 12, 14, 20].map((row) => valueAt(second, row)));
    expect(shown.cells.slice(19, 28).map((row) => row.slice(19, 23))).toEqual(second.cells.slice(19, 28).map((row) => row.slice(19, 23)));
    await again.close();
    expect(desk.town.faults).toEqual([]);
  });
});
