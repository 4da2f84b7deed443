/**
 * How a column of typed dates looks, so that a date of ours can be written there as its owner would have typed it.
 */

import { type CalendarDay, isoOf, partsOf } from '../calendar.ts';
import { epochSerial } from './day-serials.ts';
import type { DayText, NumericLayout } from './day-text.ts';
import type { DateOrder } from './locale-habits.ts';
import { monthName } from './month-words.ts';

/** The form of a column's texts, such as `dd/mm/yyyy`; null without a text, or where its order is open. `serials`: it holds day numbers as text. */
export function textFormatOf(texts: Iterable<DayText>, orders: readonly DateOrder[], serials: boolean): string | null {
  let layout: NumericLayout | string | null = null;
  let padded = true;
  const order = orders.find((candidate) => candidate !== 'ymd') ?? null;
  for (const read of texts) {
    if (read.kind === 'serial' && serials) return 'serial';
    if (read.kind !== 'day' && read.kind !== 'open') continue;
    layout ??= read.layout;
    if (typeof read.layout !== 'string' && !read.layout.padded) padded = false;
  }
  if (layout === null || typeof layout === 'string') return layout;
  const { separator, year, yearFirst } = layout;
  const day = padded ? 'dd' : 'd';
  const month = padded ? 'mm' : 'm';
  const yearLeads = yearFirst || (year === 'yy' && orders[0] === 'ymd');
  if (yearLeads) return [year, month, day].join(separator);
  return order === null ? null : (order === 'dmy' ? [day, month, year] : [month, day, year]).join(separator);
}

/** A day written like the texts of its column, in the words of `language`; ISO when the column has no format of its own. */
export function formatDayLike(day: CalendarDay, textFormat: string | null, language: string): string {
  if (textFormat === null) return isoOf(day);
  if (textFormat === 'serial') return String(day + epochSerial(false));
  const { year, month, day: dayOfMonth } = partsOf(day);
  return textFormat.replace(/yyyy|yy|mmmm|mmm|mm|m|dd|d/g, (part) => {
    if (part[0] === 'y') return String(year).slice(-part.length);
    if (part.length > 2) return monthName(month, language, part === 'mmmm' ? 'long' : 'short');
    return String(part[0] === 'm' ? month : dayOfMonth).padStart(part.length, '0');
  });
}
