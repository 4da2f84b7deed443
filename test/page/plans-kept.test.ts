/**
 * A plan agreed on the page, and the file opened again without its copy: the journal is kept by the browser, the Plans tab was in the file. The customer
 * must not be reminded for lack of lines, and no line may stand there twice.
 */
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { bareDesk } from './desk.ts';
import type { Visit } from './page.ts';

const DAY = 'asOf=2026-03-16';
const AT = '2026-03-16T09:30:00';
const FILE = join(__dirname, '../../samples/factures-atelier-morel.xlsx');

const desk = bareDesk();

/** Number, day and amount of each line of the Plans tab of the copy one would save now. */
async function lines(visit: Visit): Promise<string[]> {
  const { snapshot } = await visit.copy();
  const tab = snapshot.sheets.find(({ name }) => name === 'Échéanciers');
  return (tab?.cells.slice(1) ?? [])
    .filter((row) => row.some((cell) => cell !== null && cell !== ''))
    .map((row) => row.map(String).join(' '));
}

it('is in force again after the page was closed without saving, once and not twice', async () => {
  const context = await desk.town.profile();
  const visit = () => desk.visit({ context, query: DAY, file: FILE });
  const first = await visit();
  const overdue = await first.send({ kind: 'open', at: AT });
  const owed = overdue.report?.invoices.filter(({ status }) => status === 'overdue') ?? [];
  const one = owed[0];
  if (!one) throw new Error('the sample has late invoices');
  const sum = one.open as number;
  const agreed = await first.send({
    kind: 'plan',
    at: AT,
    customer: one.customer,
    invoices: [one.number],
    instalments: [
      { on: '2026-03-31', amount: Math.round(sum * 50) / 100 },
      { on: '2026-04-30', amount: Math.round((sum - Math.round(sum * 50) / 100) * 100) / 100 },
    ],
  });
  expect(agreed.refused).toBeUndefined();
  const kept = await lines(first);
  expect(kept).toHaveLength(2);
  await first.close();

  for (let again = 0; again < 2; again++) {
    const later = await visit();
    const { report } = await later.send({ kind: 'open', at: AT });
    expect(report?.invoices.find(({ number }) => number === one.number)?.status).toBe('on-plan');
    await later.send({ kind: 'refresh', at: AT });
    expect(await lines(later)).toEqual(kept);
    await later.close();
  }
  await context.close();
  expect(desk.town.faults).toEqual([]);
});
