/**
 * Days on which nobody is reminded. Our own actions move to the next business day of the country; due dates never do. Movable feasts follow
 * Easter, which is computed, so that no year ever runs out of the table.
 */
import { addDays, type CalendarDay, dayOf, daysInMonth, partsOf, weekdayOf } from '../calendar.ts';

/** Countries whose public holidays are known; elsewhere only weekends count. `FR-ALSACE` is Alsace-Moselle, GB is England and Wales. */
const HOLIDAYS: Readonly<Record<string, (year: number) => readonly CalendarDay[]>> = {
  FR: frenchHolidays,
  'FR-ALSACE': (year) => [...frenchHolidays(year), goodFriday(year), on(year, 12, 26)],
  GB: englishHolidays,
  UK: englishHolidays,
  DE: germanHolidays,
};

/** Easter Sunday of a year of the Gregorian calendar (the Meeus/Jones/Butcher computation). */
export function easterOf(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return on(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The public holidays of a year in a country, ascending; none for a country we do not know. Weekend days may be among them. */
export function holidaysOf(year: number, country: string | null): readonly CalendarDay[] {
  return [...(HOLIDAYS[country?.toUpperCase() ?? '']?.(year) ?? [])].sort((a, b) => a - b);
}

/** True from Monday to Friday outside the public holidays of the country; null or an unknown country: weekends only. */
export function isBusinessDay(day: CalendarDay, country: string | null): boolean {
  if (weekdayOf(day) >= 5) return false;
  return country === null || !yearOf(day, country).off.has(day);
}

/** The day itself when it is a business day of the country, else the next that is. */
export function nextBusinessDay(day: CalendarDay, country: string | null): CalendarDay {
  let next = day;
  while (!isBusinessDay(next, country)) next = addDays(next, 1);
  return next;
}

interface Year {
  readonly country: string;
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly off: ReadonlySet<CalendarDay>;
}

const years = new Map<string, Year>();
/** Reminders of one morning fall in one year: the last year asked for answers nearly every row. */
let latest: Year | null = null;

function yearOf(day: CalendarDay, country: string): Year {
  if (latest !== null && latest.country === country && day >= latest.first && day <= latest.last) return latest;
  const { year } = partsOf(day);
  const key = `${country} ${year}`;
  let found = years.get(key);
  if (found === undefined) {
    found = { country, first: on(year, 1, 1), last: on(year, 12, 31), off: new Set(holidaysOf(year, country)) };
    years.set(key, found);
  }
  latest = found;
  return found;
}

function frenchHolidays(year: number): CalendarDay[] {
  const easter = easterOf(year);
  return [
    on(year, 1, 1),
    addDays(easter, 1),
    on(year, 5, 1),
    on(year, 5, 8),
    addDays(easter, 39), // Ascension
    addDays(easter, 50), // Whit Monday
    on(year, 7, 14),
    on(year, 8, 15),
    on(year, 11, 1),
    on(year, 11, 11),
    on(year, 12, 25),
  ];
}

/** The nine days off in every Land. */
function germanHolidays(year: number): CalendarDay[] {
  const easter = easterOf(year);
  const movable = [goodFriday(year), addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)];
  const unique = year === 2017 ? [on(2017, 10, 31)] : []; // five centuries of the Reformation
  return [on(year, 1, 1), on(year, 5, 1), on(year, 10, 3), on(year, 12, 25), on(year, 12, 26), ...movable, ...unique];
}

/** Bank holidays the Crown moved or added, since 2011. */
const ROYAL_DAYS: Readonly<Record<number, { readonly without: readonly string[]; readonly added: readonly string[] }>> = {
  2011: { without: [], added: ['4-29'] },
  2012: { without: ['5-28'], added: ['6-4', '6-5'] },
  2020: { without: ['5-4'], added: ['5-8'] },
  2022: { without: ['5-30'], added: ['6-2', '6-3', '9-19'] },
  2023: { without: [], added: ['5-8'] },
};

function englishHolidays(year: number): CalendarDay[] {
  const usual = [
    ...onWeekdays([on(year, 1, 1)]),
    goodFriday(year),
    addDays(easterOf(year), 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...onWeekdays([on(year, 12, 25), on(year, 12, 26)]),
  ];
  const royal = ROYAL_DAYS[year] ?? { without: [], added: [] };
  const named = (text: string) => on(year, Number(text.split('-')[0]), Number(text.split('-')[1]));
  const without = royal.without.map(named);
  return [...usual.filter((day) => !without.includes(day)), ...royal.added.map(named)];
}

/** Each day, or for one on a weekend its substitute: the next weekday that is not a holiday of the list already. */
function onWeekdays(days: readonly CalendarDay[]): CalendarDay[] {
  const kept = days.filter((day) => weekdayOf(day) < 5);
  for (const day of days) {
    if (weekdayOf(day) < 5) continue;
    let substitute = day;
    while (weekdayOf(substitute) >= 5 || kept.includes(substitute)) substitute = addDays(substitute, 1);
    kept.push(substitute);
  }
  return kept;
}

function goodFriday(year: number): CalendarDay {
  return addDays(easterOf(year), -2);
}

function firstMonday(year: number, month: number): CalendarDay {
  const first = on(year, month, 1);
  return addDays(first, (7 - weekdayOf(first)) % 7);
}

function lastMonday(year: number, month: number): CalendarDay {
  const last = on(year, month, daysInMonth(year, month));
  return addDays(last, -weekdayOf(last));
}

function on(year: number, month: number, day: number): CalendarDay {
  return dayOf(year, month, day) as CalendarDay;
}
