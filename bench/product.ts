/**
 * The product as a command uses it: cells in; statuses, next actions, headline figures and history, customers and forecast out. Not turned into report
 * JSON.
 */
import { concentrationOf, customersOf } from '../core/customers/customers-of.ts';
import { forecastOf } from '../core/forecast/forecast-of.ts';
import { kpis } from '../core/indicators/index.ts';
import type { Kpis, ReportConcentration, ReportCustomer } from '../core/report.ts';
import { type Study, study } from '../core/study.ts';
import type { Snapshot } from '../core/workbook.ts';
import { AS_OF } from './rows.ts';

export interface ProductAnswer {
  readonly studied: Study;
  readonly kpis: readonly Kpis[];
  readonly customers: readonly ReportCustomer[];
  readonly concentration: readonly ReportConcentration[];
  readonly forecast: ReturnType<typeof forecastOf>;
}

/** What the floor finds too: statuses, next actions with their reasons, indicators and history. */
export function sameAnswers(snapshot: Snapshot): Pick<ProductAnswer, 'studied' | 'kpis'> {
  const studied = study(snapshot, AS_OF, {});
  if ('refusal' in studied) throw new Error(`the product refuses the bench's own sheet: ${studied.refusal.kind} ${studied.refusal.detail}`);
  return { studied, kpis: kpis(studied.ledger, studied.chased.assessment, AS_OF, studied.language) };
}

/** The whole product on one workbook. */
export function product(snapshot: Snapshot): ProductAnswer {
  const { studied, kpis } = sameAnswers(snapshot);
  const customers = customersOf(studied);
  return {
    studied,
    kpis,
    customers,
    concentration: concentrationOf(customers),
    forecast: forecastOf(studied),
  };
}
