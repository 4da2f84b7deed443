/** The front door: what shells and the panel may use of the receivables engine. */
export { addDays, type CalendarDay, dayFromIso, dayOf, isoOf } from './calendar.ts';
export { BOARD_FORMATS, boardBounds, columnRuns, isBold, type LookedArea, looksToGive, wordColumns } from './dashboard/board-shape.ts';
export { findBoard } from './dashboard/find-board.ts';
export { type FormulaDialect, formulaText } from './dashboard/formula-text.ts';
export { type PlanWish, proposePlan } from './dunning/plan-proposal.ts';
export type * from './functions/function.ts';
export { evaluate, FUNCTIONS, isFormulaName, needOf } from './functions/index.ts';
export { LANGUAGES, type LanguageCode, sayIn } from './languages/index.ts';
export { dayReader, startOfDay } from './ledger/civil-day.ts';
export { columnLetter } from './ledger/problems.ts';
export { AddressError, toEml } from './messages/mime.ts';
export { toMinor } from './money.ts';
export { perform } from './perform.ts';
export { linesOfPlan, missingPlanLines, type NotedPlan } from './plan-keeping.ts';
export type { Report, ReportInvoice, ReportProblem, WorklistEntry } from './report.ts';
export { bearsTabName, isJournalHeader, JOURNAL_HEADERS, type PlanText, TAB_NAMES } from './tabs/index.ts';
export { STATUSES, type Status } from './types.ts';
export type * from './workbook.ts';
