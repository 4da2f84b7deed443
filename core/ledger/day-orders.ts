/**
 * In which order a column writes its dates, and which of its dates stand against it. The declared order decides, else what the column shows by
 * itself (a 13 or more), else the locale; nothing else does.
 */
import type { CalendarDay } from '../calendar.ts';
import type { DateOrder } from './locale-habits.ts';

/** The first of the orders in which the text is a day. */
function decide(days: Readonly<Record<DateOrder, CalendarDay | null>>, orders: readonly DateOrder[]): CalendarDay | null {
  for (const order of orders) if (days[order] !== null) return days[order];
  return null;
}

/** The order sure dates are held against: the declared one; where a column shows both, the locale's, else the majority's (null when tied). */
function columnOrder(declared: DateOrder | null, evidence: { dmy: number; mdy: number }, local: DateOrder | null): DateOrder | null {
  if (declared !== null) return declared;
  if (local === 'dmy' || local === 'mdy') return local;
  return evidence.dmy === evidence.mdy ? null : evidence.dmy > evidence.mdy ? 'dmy' : 'mdy';
}

/**
 * Notices sure dates of the other order: each of them in a column that mixes orders or contradicts the declared one; only the first where the
 * whole column agrees with itself and not with the locale (an American export opened in France). A tie accuses both sides.
 */
function reportAgainstOrder(
  sheet: Sheet,
  rows: RowRange,
  column: number,
  texts: ReadonlyMap<string, DayText>,
  declared: DateOrder | null,
  order: DateOrder | null,
  evidence: { readonly dmy: number; readonly mdy: number },
  troubles: CellTrouble[],
): void {
  if (order === 'ymd' || evidence.dmy + evidence.mdy === 0) return;
  const tied = order === null;
  if (!tied && evidence[order === 'dmy' ? 'mdy' : 'dmy'] === 0) return;
  const impossible = new Set(troubles.map((trouble) => trouble.index));
  const first = declared === null && !tied && evidence[order] === 0;
  for (let row = rows.from; row < rows.to; row++) {
    const cell = sheet.cells[row]?.[column];
    const read = typeof cell === 'string' ? texts.get(cell) : undefined;
    if (read?.kind !== 'day' || read.shows === null || read.shows === order || impossible.has(row - rows.from)) continue;
    troubles.push({ index: row - rows.from, kind: 'against-order', found: quotedAt(sheet, row, column) });
    if (first) return;
  }
}

