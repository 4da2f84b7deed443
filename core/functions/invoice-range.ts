/**
 * A range of cells as the only sheet of a workbook: what the panel would read if somebody's invoices stood there alone. The workbook's own tabs stand
 * beside it, so that payments and settings count as they do in the panel; the user's word on the columns holds where the same headers are found.
 */
import { columnOfLetters } from '../ledger/bound-columns.ts';
import { columnLetter } from '../ledger/problems.ts';
import { lastFilledRow } from '../ledger/table-rows.ts';
import { findTabs } from '../tabs/find-tabs.ts';
import { folded } from '../words.ts';
import type { Binding, Cell, Sheet, Snapshot } from '../workbook.ts';
import type { FormulaContext } from './function.ts';

/** Rows in which the bound headers are looked for. */
const HEADER_REACH = 300;

/** The range as a workbook, its blank rows at the end left out; null when nothing stands in it. */
export function workbookOfRange(cells: readonly (readonly Cell[])[], name: string, context: FormulaContext): Snapshot | null {
  const { workbook, locale, timeZone, date1904 } = context;
  const last = lastFilledRow({ name, cells });
  if (last < 0) return null;
  const range: Sheet = { name, cells: last + 1 < cells.length ? cells.slice(0, last + 1) : cells };
  // A host may hand over the tabs alone: whether a sheet is one also depends on there being invoices elsewhere.
  const all = workbook === null ? [range] : [range, ...workbook.sheets.filter((sheet) => sheet.name !== name)];
  const tabs = workbook === null || all.length === 1 ? [] : findTabs({ ...workbook, sheets: all }).tabs.map((tab) => tab.sheet);
  const binding = workbook?.binding === undefined ? null : bindingIn(range, workbook.binding);
  return {
    sheets: [range, ...tabs.filter((tab) => tab !== range)],
    locale,
    timeZone,
    date1904,
    ...(binding === null ? {} : { binding }),
  };
}

/**
 * The user's binding as it holds in a range: which row has its headers, and where each column stands there. Null when no row has enough of them. A range
 * need not begin where the sheet does, nor hold all columns.
 */
function bindingIn(range: Sheet, binding: Binding): Binding | null {
  const words = Object.entries(binding.headers ?? {}).map(([letters, text]) => [letters, folded(text)] as const);
  const money = [binding.columns.amount, binding.columns.balance, binding.columns.amountNet];
  for (let row = 0; row < Math.min(range.cells.length, HEADER_REACH) && words.length > 0; row++) {
    const here = (range.cells[row] ?? []).map((cell) => (typeof cell === 'string' ? folded(cell) : ''));
    const placeOf = placesIn(here, words);
    if (placeOf.size < Math.min(3, words.length) || !money.some((letters) => letters !== undefined && placeOf.has(letters))) continue;
    const at = (letters: string) => columnLetter(placeOf.get(letters) as number);
    const columns = Object.entries(binding.columns).filter(([, letters]) => letters === '' || placeOf.has(letters));
    return {
      ...binding,
      sheet: range.name,
      headerRow: row + 1,
      columns: Object.fromEntries(columns.map(([role, letters]) => [role, letters === '' ? '' : at(letters)])),
      ignored: (binding.ignored ?? []).filter((letters) => placeOf.has(letters)).map(at),
      headers: Object.fromEntries(words.filter(([letters]) => placeOf.has(letters)).map(([letters, text]) => [at(letters), text])),
    };
  }
  return null;
}

/** Which column of the row each bound one is: the only one of its words, and of twins the one that keeps its distance from the others. */
function placesIn(row: readonly string[], words: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const shifts = new Map<number, number>();
  const twins: (readonly [string, string])[] = [];
  for (const [letters, text] of words) {
    const first = row.indexOf(text);
    if (first < 0 || text === '') continue;
    if (row.indexOf(text, first + 1) >= 0) twins.push([letters, text]);
    else {
      places.set(letters, first);
      const shift = first - columnOfLetters(letters);
      shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
    }
  }
  const [[shift] = [0]] = [...shifts].sort((a, b) => b[1] - a[1]);
  for (const [letters, text] of twins)
    if (row[columnOfLetters(letters) + shift] === text) places.set(letters, columnOfLetters(letters) + shift);
  return places;
}
