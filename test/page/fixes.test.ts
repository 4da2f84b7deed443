/**
 * Cells put right in the page: the grid's cell becomes a true date in the look of its column, the saved copy has it, and undo brings the text back so
 * that the copy is the file again. A table of text is offered nothing.
 */
import { expect, it } from '@jest/globals';
import type { Cell, ChosenFix, Command, View } from '../../core/index.ts';
import { unpacked } from '../../core/packed-rows.ts';
import { bareDesk } from './desk.ts';
import type { Visit } from './page.ts';

const AS_OF = '2025-09-17';
const SHEET = 'Factures';
const DUE = 3;
const TABLE: readonly (readonly Cell[])[] = [
  ['N° facture', 'Client', 'Date de facture', 'Échéance', 'Montant TTC'],
  ['F-1', 'Durand', { number: 45809, format: 'dd/mm/yyyy' }, { number: 45839, format: 'd mmm yyyy' }, 100],
  ['F-2', 'Durand', { number: 45809, format: 'dd/mm/yyyy' }, '15/09/2025', 200],
  ['F-3', 'Martin', { number: 45809, format: 'dd/mm/yyyy' }, '31/02/2025', 300],
];
const CSV = 'N° facture;Client;Échéance;Montant TTC\nF-1;Durand;15/09/2025;100,00\nF-2;Martin;16/09/2025;200,00\n';

const desk = bareDesk();
const visit = (name: string, content: string | Uint8Array): Promise<Visit> =>
  desk.visit({ file: desk.put(name, content), query: `asOf=${AS_OF}` });
const send = (at: Visit, minute: number, wanted: object): Promise<View> =>
  at.send({ at: `${AS_OF}T10:0${minute}:00`, options: { panel: { fixes: true } }, ...wanted } as Command);
const chosenIn = ({ fixes }: View): ChosenFix[] =>
  fixes === undefined ? [] : unpacked(fixes).map(({ to, ...offer }) => ({ ...offer, to: to[0] as string }));
async function dues(at: Visit): Promise<{ readonly cells: readonly Cell[]; readonly formats: readonly unknown[] }> {
  const sheet = (await at.copy()).snapshot.sheets.find(({ name }) => name === SHEET);
  const column = (rows: readonly (readonly unknown[])[] = []) => rows.slice(1, 4).map((row) => row[DUE] ?? null);
  return { cells: column(sheet?.cells) as Cell[], formats: column(sheet?.formats) };
}

it('a text becomes a true date in the look of its column, and the same text again', async () => {
  const json = await visit('factures.json', JSON.stringify({ sheets: [{ name: SHEET, cells: TABLE }], locale: 'fr-FR' }));
  const { bytes } = await json.copy();
  await json.close();
  const at = await visit('factures.xlsx', bytes);
  const before = await dues(at);
  const cells = chosenIn(await send(at, 0, { kind: 'open' }));
  expect(cells.map(({ row, found, to }) => [row, found, to])).toEqual([[3, '15/09/2025', '2025-09-15']]);
  expect(await send(at, 1, { kind: 'fix', cells })).toMatchObject({ fixed: 1, left: [] });
  const fixed = await dues(at);
  expect(fixed.cells).toEqual([45839, 45915, '31/02/2025']);
  expect(fixed.formats[1]).toBe(fixed.formats[0]);
  // Typed over meanwhile: no longer what was looked at.
  expect(await send(at, 2, { kind: 'fix', cells })).toMatchObject({ fixed: 0, left: [{ row: 3, column: 'D', why: 'row-changed' }] });
  expect(await send(at, 3, { kind: 'undo-last' })).toMatchObject({ fixed: 1, left: [] });
  expect(await dues(at)).toEqual(before);
  expect(chosenIn(await send(at, 4, { kind: 'open' }))).toEqual(cells);
  expect(desk.town.faults).toEqual([]);
  await at.close();
});

it('a table of text is offered nothing', async () => {
  const at = await visit('factures.csv', CSV);
  const view = await send(at, 0, { kind: 'open' });
  expect(view.report?.invoices ?? view.packed?.invoices.size).toBeTruthy();
  expect(chosenIn(view)).toEqual([]);
  await at.close();
});
