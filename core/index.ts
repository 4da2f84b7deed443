/** The front door: what shells and the panel may use of the receivables engine. */
export { addDays, type CalendarDay, dayFromIso, dayOf, isoOf } from './calendar.ts';
export { type PlanWish, proposePlan } from './dunning/plan-proposal.ts';
export { LANGUAGES, type LanguageCode, sayIn } from './languages/index.ts';
export { AddressError, toEml } from './messages/mime.ts';
export { toMinor } from './money.ts';
export { perform } from './perform.ts';
export { linesOfPlan, missingPlanLines, type NotedPlan } from './plan-keeping.ts';
export type { Report, ReportInvoice, ReportProblem, WorklistEntry } from './report.ts';
export { isJournalHeader, JOURNAL_HEADERS, type PlanText, TAB_NAMES } from './tabs/index.ts';
export { STATUSES, type Status } from './types.ts';
export type * from './workbook.ts';
