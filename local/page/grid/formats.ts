/**
 * Number formats on their way between a file and the grid. Excel's own short date has no letters of its own (every reader sees their country's),
 * and a grid in the page must be told which: it is shown in the reader's order under a spelling nobody types, and given back as it was.
 */
import { addDays, type CalendarDay, dayFromIso, isoOf } from '../../../core/index.ts';

export type Order = 'dmy' | 'mdy' | 'ymd';

/** How the file spells "the reader's own short date". */
const READERS_DATE = 'm/d/yy';
/** The same in the grid: the slashes are escaped, which no file does. */
const SHOWN: Readonly<Record<Order, string>> = { dmy: 'dd\\/mm\\/yyyy', mdy: 'mm\\/dd\\/yyyy', ymd: 'yyyy\\-mm\\-dd' };
/** A new date, where the sheet shows none to follow. */
export const PLAIN_DATE: Readonly<Record<Order, string>> = { dmy: 'dd/mm/yyyy', mdy: 'mm/dd/yyyy', ymd: 'yyyy-mm-dd' };

/** The order of day and month of a BCP 47 locale; null when it is not known. */
export function orderOf(locale: string | null): Order | null {
  if (locale === null || locale === '') return null;
  try {
    const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(0);
    const order = parts.map(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? type[0] : '')).join('');
    return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
  } catch {
    return null;
  }
}

/** The grid's spelling of a format of the file. */
export function toGrid(format: string, order: Order): string {
  return format === READERS_DATE ? SHOWN[order] : format;
}

/** The file's spelling of a format in the grid. */
export function fromGrid(pattern: string): string {
  return pattern === SHOWN.dmy || pattern === SHOWN.mdy || pattern === SHOWN.ymd ? READERS_DATE : pattern;
}

/** Answers once for each question: a workbook has some dozens of formats and a million cells. */
export function remembered<Question, T>(answer: (question: Question) => T): (question: Question) => T {
  const known = new Map<Question, T>();
  return (question) => {
    const found = known.get(question);
    if (found !== undefined) return found;
    const fresh = answer(question);
    known.set(question, fresh);
    return fresh;
  };
}

/** Whether a number format shows a day: it has a d or a y outside quotes, brackets and escapes. */
export const showsDay = remembered((format: string) => {
  if (/^(?:general|standard)$/i.test(format)) return false;
  const [positive = ''] = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').split(';');
  return /[dy]/i.test(positive);
});

/** The order in which a date format writes its parts; null when it is no date written in digits. */
export function orderShown(format: string): Order | null {
  const letters = (format.replace(/"[^"]*"|\[[^\]]*\]/g, '').split(';')[0] ?? '').toLowerCase().replace(/[^dmy]/g, '');
  const order = letters.replace(/(.)\1+/g, '$1');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : null;
}

const EPOCH = dayFromIso('1899-12-30') as CalendarDay;

/** Serial number of an ISO day as the grid counts; null for what is no day, or lies before the count can be trusted. */
export function serialOf(iso: string): number | null {
  const day = dayFromIso(iso);
  return day === null || day - EPOCH < 61 ? null : day - EPOCH;
}

/** The ISO day of a serial number, its time of day left out. */
export function isoOfSerial(serial: number): string {
  return isoOf(addDays(EPOCH, Math.floor(serial)));
}
