/**
 * A workbook as plain JSON: the snapshot a host hands to the core, so that a puzzling invoice sheet can be sent with a question and replayed
 * (DOORS 1). Checked cell by cell: a file made by hand is told exactly where it is wrong.
 */
import type { Binding, Cell, Sheet, Snapshot } from '../../core/index.ts';
import { bindingFault } from './binding-json.ts';
import { jsonFaultAt } from './json-syntax.ts';
import { FileTrouble, type JsonFault } from './trouble.ts';

function bad(place: string, fault: JsonFault): never {
  throw new FileTrouble('bad-json', place, fault);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a workbook `.json`; throws `bad-json` naming the place and what was expected there. */
export function readWorkbookJson(text: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    bad(jsonFaultAt(text) ?? '', 'syntax');
  }
  if (!isObject(value) || !('sheets' in value)) bad('', 'workbook');
  if (!Array.isArray(value.sheets)) bad('sheets', 'sheets');
  const id = value.workbookId ?? null;
  if (id !== null && typeof id !== 'string') bad('workbookId', 'text');
  return {
    sheets: value.sheets.map((sheet, i) => sheetOf(sheet, `sheets[${i}]`)),
    locale: textOrNull(value.locale, 'locale'),
    timeZone: textOrNull(value.timeZone, 'timeZone'),
    date1904: booleanOf(value.date1904, 'date1904'),
    ...(id === null ? {} : { workbookId: id }),
    ...(value.binding === undefined || value.binding === null ? {} : { binding: bindingOf(value.binding) }),
  };
}

function textOrNull(value: unknown, place: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : bad(place, 'text-or-null');
}

function booleanOf(value: unknown, place: string): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'boolean' ? value : bad(place, 'boolean');
}

function rowsOf<T>(value: unknown, place: string, cellOf: (cell: unknown, place: () => string) => T): T[][] {
  if (!Array.isArray(value)) bad(place, 'rows');
  return value.map((row, r) => {
    if (!Array.isArray(row)) bad(`${place}[${r}]`, 'row');
    return row.map((cell, c) => cellOf(cell, () => `${place}[${r}][${c}]`));
  });
}

function sheetOf(value: unknown, place: string): Sheet {
  if (!isObject(value)) bad(place, 'sheet');
  if (typeof value.name !== 'string') bad(`${place}.name`, 'name');
  const formatOf = (format: unknown, at: () => string) => textOrNull(format, at());
  return {
    name: value.name,
    cells: rowsOf(value.cells, `${place}.cells`, cellOf),
    ...(value.formats === undefined || value.formats === null ? {} : { formats: rowsOf(value.formats, `${place}.formats`, formatOf) }),
    ...(value.formulas === undefined || value.formulas === null ? {} : { formulas: rowsOf(value.formulas, `${place}.formulas`, (f) => f) }),
  };
}

function cellOf(value: unknown, place: () => string): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : bad(place(), 'cell');
  if (!isObject(value)) bad(place(), 'cell');
  if ('number' in value) {
    const { number, format } = value;
    return typeof number === 'number' && Number.isFinite(number) && typeof format === 'string'
      ? { number, format }
      : bad(place(), 'number-cell');
  }
  if ('date' in value) return typeof value.date === 'string' ? { date: value.date } : bad(place(), 'date-cell');
  if ('error' in value) return typeof value.error === 'string' ? { error: value.error } : bad(place(), 'error-cell');
  return bad(place(), 'cell');
}

function bindingOf(value: unknown): Binding {
  const fault = bindingFault(value);
  if (fault !== null) bad(['binding', fault].filter(Boolean).join('.'), 'binding');
  return value as Binding;
}
