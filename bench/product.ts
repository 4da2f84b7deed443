/** The product as a command uses it: cells in, statuses, next actions, headline figures and history out. Not turned into report JSON. */
import { kpis } from '../core/indicators/index.ts';
import type { Kpis } from '../core/report.ts';
import { type Study, study } from '../core/study.ts';
import type { Snapshot } from '../core/workbook.ts';
import { AS_OF } from './rows.ts';

export interface ProductAnswer {
  readonly studied: Study;
  readonly kpis: readonly Kpis[];
}

/** The whole product on one workbook. */
export function product(snapshot: Snapshot): ProductAnswer {
  const studied = study(snapshot, AS_OF, {});
  if ('refusal' in studied) throw new Error(`the product refuses the bench's own sheet: ${studied.refusal.kind} ${studied.refusal.detail}`);
  return { studied, kpis: kpis(studied.ledger, studied.chased.assessment, AS_OF, studied.language) };
}
