/**
 * What is asked of every day from 1900 to 2100. Each law answers how many comparisons it made, and throws at the first that fails; a law is told
 * in plain comparisons, because seven million `expect` would take minutes.
 */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayFromIso,
  dayOf,
  endOfMonth,
  isoOf,
  monthOf,
  partsOf,
  startOfMonth,
  weekdayOf,
} from '../../core/calendar.ts';
import { type Cell, evaluate } from '../../core/index.ts';
import { readDayColumn } from '../../core/ledger/day-cells.ts';
import { dayOfSerial } from '../../core/ledger/day-serials.ts';
import { longDate, shortDate } from '../../core/messages/money-text.ts';
import { reportOf } from '../problems/opened.ts';
import { type CivilDay, dayNumber, daysOfYears, lengthOf } from './days-oracle.ts';

export const EVERY_DAY: readonly CivilDay[] = daysOfYears(1900, 2100);

const sampled = (every: number) => (every === 1 ? EVERY_DAY : EVERY_DAY.filter((_, i) => i % every === 0));

/** Comparisons with their count. */
class Held {
  count = 0;

  same(what: string, day: CivilDay, ours: unknown, wanted: unknown): void {
    this.count++;
    if (!Object.is(ours, wanted)) throw new Error(`${what} of ${day.iso}: ${String(ours)}, and not ${String(wanted)}`);
  }
}

/** The day itself: its number, parts, ISO text, weekday, month and the ends of it; days that are none. */
export function calendar(days = EVERY_DAY): number {
  const held = new Held();
  for (const day of days) {
    const { number, year, month, iso } = day;
    const ours = number as CalendarDay;
    const parts = partsOf(ours);
    held.same('number', day, dayOf(year, month, day.day), number);
    held.same('year', day, parts.year, year);
    held.same('month', day, parts.month, month);
    held.same('day of month', day, parts.day, day.day);
    held.same('ISO text', day, isoOf(ours), iso);
    held.same('reading of the ISO text', day, dayFromIso(iso), number);
    held.same('weekday', day, weekdayOf(ours), day.weekday);
    held.same('month text', day, monthOf(ours), iso.slice(0, 7));
    held.same('first of the month', day, startOfMonth(ours), dayNumber(year, month, 1));
    held.same('end of the month', day, endOfMonth(ours), dayNumber(year, month, lengthOf(year, month)));
    held.same('next day', day, addDays(ours, 1), number + 1);
    if (day.day === 1)
      for (let none = lengthOf(year, month) + 1; none < 33; none++) held.same(`day ${none}`, day, dayOf(year, month, none), null);
  }
  return held.count;
}

/** Months later and earlier, from every so many days on: the same day of the month, else its last. */
export function months(shifts: readonly number[], every = 1): number {
  const held = new Held();
  for (const day of sampled(every))
    for (const shift of shifts) {
      const place = day.year * 12 + day.month - 1 + shift;
      const [year, month] = [Math.floor(place / 12), (place % 12) + 1];
      const wanted = dayNumber(year, month, Math.min(day.day, lengthOf(year, month)));
      held.same('months', day, addMonths(day.number as CalendarDay, shift), wanted);
    }
  return held.count;
}

/** The day numbers of spreadsheets: from 1900, where a 29 February that never was is counted, and from 1904. */
export function serials(): number {
  const held = new Held();
  for (const day of EVERY_DAY) {
    const since1900 = day.number - dayNumber(1899, 12, 31) + (day.number >= dayNumber(1900, 3, 1) ? 1 : 0);
    held.same('1900 serial', day, dayOfSerial(since1900, false), day.number);
    held.same('1900 serial with an hour', day, dayOfSerial(since1900 + 0.73, false), day.number);
    const since1904 = day.number - dayNumber(1904, 1, 1);
    held.same('1904 serial', day, dayOfSerial(since1904, true), since1904 < 0 ? null : day.number);
  }
  held.same('29 February 1900', EVERY_DAY[58] as CivilDay, dayOfSerial(60, false), null);
  return held.count;
}

const AS_OF = dayFromIso('2070-06-30') as CalendarDay;
const UNDECLARED = { asOf: AS_OF, locale: null, dateOrder: null, timeZone: null, date1904: false };

/** A column of all these days written one way is read as these days, and all before 1920 as no days of a ledger. */
function column(held: Held, what: string, write: (day: CivilDay) => Cell, days: readonly CivilDay[]): void {
  const read = readDayColumn({ name: '', cells: days.map((day) => [write(day)]) }, { from: 0, to: days.length }, 0, UNDECLARED);
  const refused = new Set(read.troubles.map(({ index }) => index));
  days.forEach((day, i) => {
    const isOld = day.iso < '1920-01-01';
    held.same(`${what}: is refused`, day, refused.has(i), isOld);
    if (!isOld) held.same(what, day, read.days[i], day.number);
  });
}

/** Every so many days in every form a cell has them, and in the forms we print, read back. */
export function cells(every = 1): number {
  const held = new Held();
  const days = sampled(every);
  const read = (what: string, write: (day: CivilDay) => Cell) => column(held, what, write, days);
  read('ISO text', ({ iso }) => iso);
  read('true date', ({ iso }) => ({ date: iso }));
  read('serial', ({ number }) => ({ number: number + 25_569, format: 'dd/mm/yyyy' }));
  read('instant', ({ number }) => new Date(number * 86_400_000));
  read('French short date', ({ number }) => shortDate(number as CalendarDay, 'fr'));
  read('French long date', ({ number }) => longDate(number as CalendarDay, 'fr'));
  read('English short date', ({ number }) => shortDate(number as CalendarDay, 'en'));
  read('English long date', ({ number }) => longDate(number as CalendarDay, 'en'));
  return held.count;
}

const SEEN_FROM = ['1950-02-28', '2000-02-29', '2026-03-16', '2050-12-31'];

/** Days late of an invoice due on each day of a ledger, seen from several days: by the formula on a column, and by the report. */
export function lateness(every: number): number {
  const held = new Held();
  for (const seen of SEEN_FROM) {
    const [year, month, date] = seen.split('-').map(Number) as [number, number, number];
    const today = dayNumber(year, month, date);
    const due = sampled(every).filter(({ iso, number }) => iso >= '1920-01-01' && number <= today + 18_000);
    const answer = evaluate('DAYS_LATE', [due.map(({ iso }) => [{ date: iso }]), undefined, { date: seen }], {
      today: today as CalendarDay,
      locale: 'fr-FR',
      timeZone: null,
      date1904: false,
      workbook: null,
    });
    if (answer.kind !== 'rows') throw new Error(`no rows: ${JSON.stringify(answer).slice(0, 200)}`);
    due.forEach((day, i) => {
      held.same(`DAYS_LATE on ${seen}`, day, answer.rows[i]?.[0], today - day.number);
    });
    const rows: Cell[][] = due.map(({ iso }, i) => [`F-${i}`, 'Dupont', 100, { date: iso }]);
    const report = reportOf([['N° facture', 'Client', 'Montant TTC', 'Échéance'], ...rows], { asOf: seen });
    due.forEach((day, i) => {
      held.same(`days late in the report on ${seen}`, day, report.invoices[i]?.daysLate, today - day.number);
    });
  }
  return held.count;
}
