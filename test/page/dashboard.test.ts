/**
 * The dashboard in the page: its formulas answer as the report does, follow the day, and are in the saved copy, where a second insertion finds them.
 */
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { type Cell, findBoard, type Report, type Sheet, type Snapshot } from '../../core/index.ts';
import { until } from '../panel/stage.ts';
import { bareDesk } from './desk.ts';
import type { Visit } from './page.ts';

const TAB = 'Tableau de bord';
const SAMPLE = join(__dirname, '../../samples/factures-atelier-morel.xlsx');
const AS_OF = '2026-03-16';
const NEXT = '2026-03-23';

const desk = bareDesk();

const insert = (visit: Visit) => visit.send({ kind: 'dashboard', at: `${AS_OF}T10:00:00` });
const boardIn = (snapshot: Snapshot): Sheet => {
  const found = findBoard(snapshot)?.sheet;
  if (!found) throw new Error('no dashboard');
  return found;
};
/** The figure beside a label. */
const figure = ({ cells }: Sheet, label: string): Cell => cells.find(([first]) => first === label)?.[1] ?? null;
/** What stands below a heading, by rows, as far as its first column goes. */
function table({ cells }: Sheet, heading: string, width: number): Cell[][] {
  const row = cells.findIndex((line) => line.some((cell) => typeof cell === 'string' && cell.startsWith(heading)));
  const column = cells[row]?.findIndex((cell) => typeof cell === 'string' && cell.startsWith(heading)) ?? 0;
  const lines: Cell[][] = [];
  for (let r = row + 1; cells[r]?.[column] !== undefined && cells[r]?.[column] !== null; r++)
    lines.push(Array.from({ length: width }, (_, c) => cells[r]?.[column + c] ?? null));
  return lines;
}

/** The saved copy once the formulas have answered. */
const copied = (visit: Visit) =>
  until(
    () => visit.copy(),
    ({ snapshot }) => table(boardIn(snapshot), 'Encaissements', 2).length > 1 && figure(boardIn(snapshot), 'Encours') !== null,
    500,
  );

it('shows the figures of the report, live, and is found again in the copy', async () => {
  const visit = await desk.visit({ file: SAMPLE, query: `asOf=${AS_OF}` });
  const view = await insert(visit);
  expect([view.refusal, view.left]).toEqual([null, []]);
  const { kpis } = view.report as Report;
  const [euro] = kpis;
  const first = await copied(visit);
  const board = boardIn(first.snapshot);
  expect(board.name).toBe(TAB);
  expect(figure(board, 'Encours')).toBeCloseTo(euro?.outstanding ?? -1, 2);
  expect(figure(board, 'Échu')).toBeCloseTo(euro?.overdue ?? -1, 2);
  expect(figure(board, 'Taux d’échu')).toBeCloseTo(euro?.overdueRate ?? -1, 6);
  expect(figure(board, 'DSO (jours)')).toBeCloseTo(euro?.dso ?? -1, 2);
  const aging = table(board, 'Balance âgée', 3);
  expect(aging[1]?.slice(1)).toEqual([euro?.aging['not-due'].count, euro?.aging['not-due'].amount]);
  expect(table(board, 'DSO sur 12 mois', 3)).toHaveLength(13);
  const debtor = [...(view.report as Report).customers].sort((a, b) => b.open - a.open)[0];
  expect(table(board, 'Principaux débiteurs', 2)[1]).toEqual([debtor?.name, debtor?.open]);
  await visit.close();

  const again = await desk.visit({ file: desk.put('copie.xlsx', first.bytes), query: `asOf=${AS_OF}` });
  expect((await insert(again)).left).toEqual([]);
  const second = await copied(again);
  expect(second.snapshot.sheets.map(({ name }) => name)).toEqual(first.snapshot.sheets.map(({ name }) => name));
  expect(boardIn(second.snapshot)).toEqual(board);

  // The day moves on, and the figures with it.
  await again.page.evaluate((day) => window.given.hooks.asOf.set(day), NEXT);
  const { report } = await again.send({ kind: 'refresh', at: `${NEXT}T10:00:00` });
  const moved = ['À la date du', 'Retard pondéré (jours)'];
  const third = await until(
    async () => boardIn((await again.copy()).snapshot),
    (now) => moved.every((label) => figure(now, label) !== figure(board, label)),
    500,
  );
  expect(figure(third, 'À la date du')).not.toEqual(figure(board, 'À la date du'));
  expect(report?.kpis[0]?.weightedDaysLate).not.toBe(euro?.weightedDaysLate);
  expect(figure(third, 'Retard pondéré (jours)')).toBeCloseTo(report?.kpis[0]?.weightedDaysLate ?? -1, 2);
  await again.close();
  expect(desk.town.faults).toEqual([]);
});
