/** The front door: what shells and the panel may use of the receivables engine. */
export { addDays, type CalendarDay, dayFromIso, dayOf, isoOf } from './calendar.ts';
export { LANGUAGES, type LanguageCode, sayIn } from './languages/index.ts';
export { AddressError, toEml } from './messages/mime.ts';
export { toMinor } from './money.ts';
export { perform } from './perform.ts';
export type { Report, ReportInvoice, ReportProblem, WorklistEntry } from './report.ts';
export { JOURNAL_HEADERS, TAB_NAMES } from './tabs/index.ts';
export { STATUSES, type Status } from './types.ts';
export type * from './workbook.ts';
