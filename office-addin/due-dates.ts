/** How dates look in this workbook: as the due dates of its invoices do. */
import { looksLikeDate } from './wire.ts';

/** How many due dates are looked at. */
const DUE_DATES = 200;
/** Nobody takes its day for its month. */
export const PLAIN_DATE = 'yyyy-mm-dd';

/** The first due dates below the headers (row 1-based, column 0-based), to be answered by the next sync. */
export function lookAtDueDates(sheet: Excel.Worksheet, headerRow: number, dueColumn: number | null): Excel.Range | null {
  return dueColumn === null ? null : sheet.getRangeByIndexes(headerRow, dueColumn, DUE_DATES, 1).untrack().load('numberFormat');
}

/** The look of the first that is a date. */
export function dueFormat(dueDates: Excel.Range | null): string {
  return formatsOf(dueDates).find(looksLikeDate) ?? PLAIN_DATE;
}

/** The formats of a column that was looked at; none for null. */
export const formatsOf = (range: Excel.Range | null): string[] => (range ? range.numberFormat.map((row) => String(row[0])) : []);
