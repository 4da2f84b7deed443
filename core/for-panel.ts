/**
 * The panel's door. The panel may run far from the engine (in Google Sheets the engine is on the server), so only what weighs little passes here:
 * types, the vocabulary, and how money and days are written. The words of statuses, stages and problems come in the view.
 */

export type { BackTest, BackTestStage } from './back-test.ts';
export { addDays, addMonths, dayFromIso, isoOf, weekdayOf } from './calendar.ts';
export type { ComingContact } from './coming-days.ts';
export type { AgendaItem } from './dunning/agenda.ts';
export { type PlanWish, proposePlan } from './dunning/plan-proposal.ts';
export type { FreePreview } from './free-preview.ts';
export type { HandOver, RouteShown } from './hand-over.ts';
export type { House, HouseTab, Ladder, Rung } from './house.ts';
export type { JournalLine, WaitingDraft } from './journal-view.ts';
export type { ActKind } from './languages/act-words.ts';
export type { LanguageCode } from './languages/language.ts';
export { type MailWay, type MailWords, mailLink } from './messages/mail-link.ts';
export { longDate, moneyText, shortDate } from './messages/money-text.ts';
export { decimalsOf, toDecimal, toMinor } from './money.ts';
export type { NearUnderstood } from './near-table.ts';
export { type PackedRows, rowAt, unpacked, valueAt } from './packed-rows.ts';
export type { ViewWords } from './panel-view.ts';
export type { CallScript, MessagePreview } from './preview.ts';
export type {
  AgingLine,
  Figures,
  ForecastDetail,
  ForecastWeek,
  Kpis,
  MonthFigures,
  Report,
  ReportConcentration,
  ReportCustomer,
  ReportInvoice,
  ReportProblem,
  WorklistEntry,
} from './report.ts';
export { BUCKETS, type Bucket, CLOSED_STATUSES, type JournalEvent, type OwnedRole, type Role, type Status } from './types.ts';
export type { OwnedChoice, Understood, UnderstoodColumn } from './understood.ts';
export type * from './workbook.ts';
