/**
 * The panel's door. The panel may run far from the engine (in Google Sheets the engine is on the server), so only what weighs little passes here:
 * types, the vocabulary, and how money and days are written. The words of statuses, stages and problems come in the view.
 */
export { dayFromIso } from './calendar.ts';
export type { JournalLine, WaitingDraft } from './journal-view.ts';
export type { LanguageCode } from './languages/language.ts';
export { moneyText, shortDate } from './messages/money-text.ts';
export { decimalsOf, toMinor } from './money.ts';
export type { NearUnderstood } from './near-table.ts';
export { type PackedRows, rowAt, unpacked, valueAt } from './packed-rows.ts';
export type { ViewWords } from './panel-view.ts';
export type { MessagePreview } from './preview.ts';
export type { AgingLine, Kpis, MonthFigures, Report, ReportInvoice, ReportProblem, WorklistEntry } from './report.ts';
export { BUCKETS, type Bucket, type JournalEvent, OWNED_ROLES, type OwnedRole, ROLES, type Role, type Status } from './types.ts';
export type { OwnedChoice, Understood, UnderstoodColumn } from './understood.ts';
export type * from './workbook.ts';
