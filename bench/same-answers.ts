/** A ratio between two programs means something only when they answer the same. Every row and every figure is compared before anything is timed. */
import { NO_DAY } from '../core/calendar.ts';
import { STATUSES } from '../core/types.ts';
import { FLOOR_STAGES, FLOOR_STATUSES, type FloorAnswer, NONE } from './floor.ts';
import type { ProductAnswer } from './product.ts';

const SHOWN = 5;

/** What differs between the two answers, in words; empty when nothing does. */
export function differences({ studied, kpis }: ProductAnswer, expected: FloorAnswer): string[] {
  const { ledger, chased, work } = studied;
  const found: string[] = [];
  if (ledger.size !== expected.status.length) return [`${ledger.size} invoices instead of ${expected.status.length}`];
  for (let i = 0; i < ledger.size && found.length < SHOWN; i++) {
    const exists = chased.assessment.exists[i] === 1;
    const status = exists ? STATUSES[chased.assessment.status[i] as number] : undefined;
    const expectedStatus = expected.status[i] === NONE ? undefined : FLOOR_STATUSES[expected.status[i] as number];
    if (status !== expectedStatus) found.push(`row ${ledger.row[i]}: ${status} instead of ${expectedStatus}`);
    const plan = work.moved.get(i) ?? chased.planned[i] ?? null;
    const action = plan === null ? 'nothing' : `${plan.action.stage} on ${plan.action.on}`;
    const stage = expected.stage[i] as number;
    const expectedAction = stage === NONE ? 'nothing' : `${FLOOR_STAGES[stage]} on ${expected.on[i]}`;
    if (action !== expectedAction)
      found.push(
        `row ${ledger.row[i]} (due ${ledger.dueOn[i] === NO_DAY ? '?' : ledger.dueOn[i]}): ${action} instead of ${expectedAction}`,
      );
  }
  if (kpis.length !== 1) found.push(`${kpis.length} currencies instead of one`);
  else compare('kpis', expected.kpis, kpis[0], found);
  return found;
}

/** Compares what the floor knows, deeply; quotients may differ in their last bits. */
function compare(path: string, expected: unknown, given: unknown, found: string[]): void {
  if (typeof expected === 'object' && expected !== null)
    for (const [key, value] of Object.entries(expected))
      compare(`${path}.${key}`, value, (given as Record<string, unknown> | undefined)?.[key], found);
  else if (typeof expected === 'number' && typeof given === 'number') {
    if (Math.abs(expected - given) > 1e-9 * Math.max(1, Math.abs(expected))) found.push(`${path}: ${given} instead of ${expected}`);
  } else if (expected !== given) found.push(`${path}: ${String(given)} instead of ${String(expected)}`);
}
