/**
 * Which cells Relance offers to put right. Only dates typed as text: either they read one way, or the user says which of two days is meant. What the
 * country's habit alone decides is not offered: good enough for a figure, it is no ground to change a cell. Amounts are not touched, for `1 850,00 €`
 * as a number would lose its currency; nor a date beside an hour, which would lose it.
 */
import { type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { type DayColumn, readDayColumn } from '../ledger/day-cells.ts';
import { FIRST_DAY, lastDay } from '../ledger/day-serials.ts';
import { readDayText } from '../ledger/day-text.ts';
import { columnLetter } from '../ledger/problems.ts';
import { fingerprintOf, inputColumns } from '../row-key.ts';
import type { Study } from '../study.ts';
import type { Ledger, Role } from '../types.ts';
import type { OfferedFix, Sheet } from '../workbook.ts';

/** The dates a reminder or a figure hangs on. */
const DAY_ROLES = ['issuedOn', 'dueOn', 'paidOn', 'promiseOn', 'holdUntil', 'disputeDeadline'] as const satisfies readonly Role[];

/** An hour beside the day: `14:30`, `14h`, `T00:00`. */
const HOUR = /\d\s?[:h]|\dT\d/;

/** The 0-based columns of days, those that answer yes or no left out. */
export function dayColumns({ candidate, ledger }: Pick<Study, 'candidate' | 'ledger'>): number[] {
  const found = DAY_ROLES.flatMap((role) => {
    const column = ledger.place.columns.get(role);
    return column === undefined || candidate.yesNoColumns.has(role) ? [] : [column];
  });
  return [...new Set(found)];
}

/** The sheet of the invoices. */
export function invoiceSheet({ snapshot, candidate }: Pick<Study, 'snapshot' | 'candidate'>): Sheet {
  return snapshot.sheets[candidate.sheetIndex] as Sheet;
}

/** A column of days as the ledger was read from it, over all rows of the table. */
export function daysOf(study: Study, column: number): DayColumn {
  return readDayColumn(invoiceSheet(study), rowsOf(study.ledger), column, study.reading.dayContext);
}

/** 0-based, `to` exclusive. */
export function rowsOf({ place }: Ledger): { readonly from: number; readonly to: number } {
  return { from: place.firstRow - 1, to: Math.max(place.firstRow - 1, place.lastRow) };
}

export function isFormulaAt({ formulas }: Sheet, row: number, column: number): boolean {
  const formula = formulas?.[row]?.[column];
  return typeof formula === 'string' && formula.startsWith('=');
}

/** The offers, column by column, rows ascending. None in a table of text, where a true date has no meaning, nor where lines make an invoice together. */
export function offeredFixes(study: Study): OfferedFix[] {
  const { ledger, snapshot, notices } = study;
  if (snapshot.isText || notices.some(({ kind }) => kind === 'line-items')) return [];
  const sheet = invoiceSheet(study);
  const inputs = inputColumns(ledger.place.columns);
  const offers: OfferedFix[] = [];
  for (const column of dayColumns(study)) {
    const texts = Array.from(ledger.row).filter((row) => typeof sheet.cells[row - 1]?.[column] === 'string');
    if (texts.length === 0) continue;
    const { days, troubles } = daysOf(study, column);
    const { from } = rowsOf(ledger);
    const isSure = sureTexts(study, column);
    const ambiguous = new Set(troubles.flatMap(({ kind, index }) => (kind === 'ambiguous' ? [index] : [])));
    for (const row of texts) {
      const found = sheet.cells[row - 1]?.[column] as string;
      if (isFormulaAt(sheet, row - 1, column) || HOUR.test(found)) continue;
      const index = row - 1 - from;
      const day = days[index] as CalendarDay;
      const to = day !== NO_DAY ? (isSure(found) ? [day] : []) : ambiguous.has(index) ? readingsOf(found, study.asOf) : [];
      if (to.length === 0) continue;
      const key = fingerprintOf(sheet.cells[row - 1], inputs);
      offers.push({ sheet: sheet.name, row, column: columnLetter(column), found, key, to: to.map(isoOf) });
    }
  }
  return offers;
}

/** Whether a text of the column has one meaning by itself, by the user's word on the order of dates, or by the other texts of the column. */
function sureTexts(study: Study, column: number): (text: string) => boolean {
  const { asOf, dateOrder } = study.reading.dayContext;
  const shown = new Set<string>();
  for (let { from: row, to } = rowsOf(study.ledger); row < to; row++) {
    const cell = invoiceSheet(study).cells[row]?.[column];
    const read = typeof cell === 'string' ? readDayText(cell, asOf, false) : null;
    if (read?.kind === 'day' && read.shows !== null) shown.add(read.shows);
  }
  return (text) => dateOrder !== null || shown.size === 1 || readDayText(text, asOf, false).kind !== 'open';
}

/** The days a text can mean, day first before month first; only those a ledger may hold. */
export function readingsOf(text: string, asOf: CalendarDay): CalendarDay[] {
  const read = readDayText(text, asOf, false);
  const days = read.kind === 'open' ? [read.days.dmy, read.days.mdy] : read.kind === 'day' ? [read.day] : [];
  const possible = days.filter((day): day is CalendarDay => day !== null && day >= FIRST_DAY && day <= lastDay(asOf));
  return [...new Set(possible)];
}
