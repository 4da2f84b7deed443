/** How dates look in this workbook: as the due dates of its invoices do. */
import type { KnownSheet } from './known.ts';
import { looksLikeDate } from './wire.ts';

/** How many due dates are looked at. */
const DUE_DATES = 200;
/** Nobody takes its day for its month. */
export const PLAIN_DATE = 'yyyy-mm-dd';

/** The look of the first due date below the headers (row 1-based, column 0-based) that has a date's. */
export function dueFormat(sheet: KnownSheet | undefined, headerRow: number, dueColumn: number | null): string {
  const rows = dueColumn === null ? [] : (sheet?.formats.slice(headerRow, headerRow + DUE_DATES) ?? []);
  return rows.map((row) => row[dueColumn as number] ?? '').find(looksLikeDate) ?? PLAIN_DATE;
}
