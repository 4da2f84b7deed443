/**
 * Where the user fills in what is missing: the very cell of the tab when there is one, else the tab to be made first. Advice that names a key and
 * leaves its reader to search for it is not followed.
 */
import { columnLetter } from './ledger/problems.ts';
import type { Study } from './study.ts';
import { type SettingId, settingId } from './tabs/index.ts';
import { nameKey } from './words.ts';
import type { FillPlace, MadeTab } from './workbook.ts';

/** The value cell of a setting; the line below the last one, where the Settings tab has no line for it. */
export function settingPlace(study: Study, id: SettingId): FillPlace {
  return place(study, 'settings', 'value', 'key', (cell) => settingId(cell) === id);
}

/** The cell of a column of the customer's line in the Customers tab; its id decides where the line has one. Without a line, the first blank one. */
export function customerPlace(study: Study, customer: number, column: 'address'): FillPlace {
  const record = study.record(customer);
  const name = study.ledger.customers[customer]?.name ?? '';
  const isLine = (cell: string, row: number) =>
    record === null ? nameKey(cell) === nameKey(name) : row === record.row && nameKey(cell) === nameKey(record.customer);
  return place(study, 'customers', column, 'customer', isLine);
}

function place(study: Study, tab: MadeTab, column: string, key: string, isLine: (cell: string, row: number) => boolean): FillPlace {
  let below: FillPlace | null = null;
  for (const { id, sheet, header } of study.tabs.found) {
    if (id !== tab || header === null) continue;
    const at = header.columns.get(key) ?? -1;
    // A column the tab lacks is added at its right.
    const letter = (of: string) => columnLetter(header.columns.get(of) ?? header.cells.length);
    let last = header.row;
    for (let row = header.row + 1; row < sheet.cells.length; row++) {
      const cell = sheet.cells[row]?.[at];
      const text = typeof cell === 'string' ? cell : '';
      if (isLine(text, row + 1)) return { kind: 'cell', sheet: sheet.name, row: row + 1, column: letter(column) };
      if (sheet.cells[row]?.some((one) => one !== null && one !== '')) last = row;
    }
    below ??= { kind: 'cell', sheet: sheet.name, row: last + 2, column: letter(key) };
  }
  return below ?? { kind: 'make', tab };
}
