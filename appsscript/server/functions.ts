/**
 * The formulas of the catalogue in the cells of Google Sheets. A cell cannot wait: Google is asked nothing that the answer does not need, and where
 * a service is missing (a formula may use few, other hosts have none) the formula answers with what it was given.
 */
import {
  bearsTabName,
  type CalendarDay,
  type Cell,
  dayFromIso,
  dayReader,
  evaluate,
  type FormulaArgument,
  type FormulaContext,
  type FormulaValue,
  needOf,
  once,
  type Snapshot,
  startOfDay,
} from '../../core/index.ts';
import { spreadsheet, tried } from './google.ts';
import { readWorkbook } from './read.ts';

/** What Google puts in a cell, or in the cells from there on. */
type Shown = string | number | boolean | Date;

/**
 * What `=NAME(...)` shows: one value, or rows that spill. `given` are the arguments as Google hands them over: cells, ranges as rows, dates as
 * instants. Throws an Error whose message is the reason: Google shows it beside `#ERROR!`.
 */
export function inCell(name: string, given: ArrayLike<unknown>): Shown | Shown[][] {
  const args = Array.from(given, argumentOf);
  const context = askedHere(name, args);
  const answer = evaluate(name, args, context);
  switch (answer.kind) {
    case 'value':
      return shown(answer.value, context);
    case 'rows':
      return answer.rows.map((row) => row.map((value) => shown(value, context)));
    case 'error':
      throw new Error(answer.message);
    default:
      return answer satisfies never;
  }
}

/** A range comes as rows; they are ours, so dates made on Google's side of the bridge are exchanged in place. A bare list of cells is one row. */
function argumentOf(given: unknown): FormulaArgument {
  if (!Array.isArray(given)) return given === undefined ? undefined : cellOf(given);
  if (!given.every(Array.isArray)) return [given.map(cellOf)];
  const Own = Date;
  for (const row of given as Cell[][]) {
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (typeof cell === 'object' && !(cell instanceof Own)) row[c] = cellOf(cell);
    }
  }
  return given as Cell[][];
}

function cellOf(given: unknown): Cell {
  if (typeof given !== 'object' || given === null) return given as Cell;
  // Whatever tells its milliseconds is a date, made on whichever side of the bridge; all else is a picture.
  return 'getTime' in given ? new Date(Number(given)) : null;
}

function shown(value: FormulaValue, context: FormulaContext): Shown {
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  // Google has no error for one cell of an array: the reason stands there in words.
  if ('error' in value) return value.error;
  const day = dayFromIso(value.date);
  // Google shows an instant as the spreadsheet's clock had it, wherever the script lives.
  return (day === null ? null : startOfDay(day, context.timeZone)) ?? value.date;
}

/** When and where the formula is asked; each thing is found out when it is first needed, and once. */
function askedHere(name: string, args: readonly FormulaArgument[]): FormulaContext {
  const zone = once(zoneHere);
  const locale = once(() => tried(() => spreadsheet().getSpreadsheetLocale().replace('_', '-')));
  const workbook = once(() => tried(() => workbookFor(name, args)));
  const today = once(() => dayIn(zone()));
  return {
    get today() {
      return today();
    },
    get timeZone() {
      return zone();
    },
    get locale() {
      return locale();
    },
    get workbook() {
      return workbook();
    },
    date1904: false,
  };
}

/** Today, on a zone's calendar; a zone nobody knows is on UTC's. */
function dayIn(zone: string | null): CalendarDay {
  const now = new Date();
  return dayReader(zone)(now) ?? (dayReader(null)(now) as CalendarDay);
}

/** The spreadsheet's zone; where there is no spreadsheet, that of the script. */
function zoneHere(): string | null {
  return (
    tried(() => spreadsheet().getSpreadsheetTimeZone()) ??
    tried(() => Session.getScriptTimeZone()) ??
    tried(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  );
}

function workbookFor(name: string, args: readonly FormulaArgument[]): Snapshot | null {
  const need = needOf(name, args);
  switch (need) {
    case 'nothing':
      return null;
    case 'tabs':
      return readWorkbook(bearsTabName);
    case 'workbook':
      return readWorkbook();
    default:
      return need satisfies never;
  }
}
