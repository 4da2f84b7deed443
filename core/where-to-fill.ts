/**
 * Where the user fills in what is missing: the very cell of the tab when there is one, else the tab, or the line of it, to be made first. Advice that
 * names a key and leaves its reader to search for it is not followed; a cell whose neighbours are blank tells nobody what to type.
 */
import { columnLetter } from './ledger/problems.ts';
import type { Study } from './study.ts';
import { type SettingId, settingId, type TabId } from './tabs/index.ts';
import { nameKey } from './words.ts';
import type { CellPlace, FillPlace, MadeTab } from './workbook.ts';

/** The value cell of a setting. */
export function settingPlace(study: Study, id: SettingId): FillPlace {
  return place(study, 'settings', 'value', 'key', id, (cell) => settingId(cell) === id);
}

/** The cell of a column of the customer's line in the Customers tab; its id decides where the line has one. */
export function customerPlace(study: Study, customer: number, column: 'address'): FillPlace {
  const record = study.record(customer);
  const { name = '', key = '' } = study.ledger.customers[customer] ?? {};
  const isLine = (cell: string, row: number) =>
    record === null ? nameKey(cell) === nameKey(name) : row === record.row && nameKey(cell) === nameKey(record.customer);
  return place(study, 'customers', column, 'customer', key, isLine);
}

/** Where the line of a made tab that bears this name (a setting's id, a customer's key) is typed in; null when nothing bears it. */
export function linePlace(study: Study, tab: MadeTab, line: string): FillPlace | null {
  if (tab === 'settings') {
    const id = settingId(line);
    return id === null ? null : settingPlace(study, id);
  }
  const customer = tab === 'customers' ? study.ledger.customers.findIndex(({ key }) => key === line) : -1;
  return customer < 0 ? null : customerPlace(study, customer, 'address');
}

/** What one types over first in a tab: the cells before it say what the line is about, and typing in them would make it another. */
const TYPED_FIRST: Readonly<Record<TabId, string>> = {
  settings: 'value',
  cadence: 'offset',
  templates: 'subject',
  customers: 'email',
  payments: 'invoice',
  plans: 'invoice',
  journal: 'id',
};

/** The cell of a tab's first line where typing is at home; null when the workbook has no such tab, or only a blank one. */
export function firstPlace({ tabs }: Pick<Study, 'tabs'>, tab: TabId): CellPlace | null {
  for (const { id, sheet, header } of tabs.found) {
    if (id !== tab || header === null) continue;
    const columns: ReadonlyMap<string, number> = header.columns;
    return { sheet: sheet.name, row: header.row + 2, column: columnLetter(columns.get(TYPED_FIRST[tab]) ?? 0) };
  }
  return null;
}

function place(
  study: Study,
  tab: MadeTab,
  column: string,
  key: string,
  line: string,
  isLine: (cell: string, row: number) => boolean,
): FillPlace {
  for (const { id, sheet, header } of study.tabs.found) {
    if (id !== tab || header === null) continue;
    const columns: ReadonlyMap<string, number> = header.columns;
    const at = columns.get(key) ?? -1;
    for (let row = header.row + 1; row < sheet.cells.length; row++) {
      const cell = sheet.cells[row]?.[at];
      if (!isLine(typeof cell === 'string' ? cell : '', row + 1)) continue;
      // A column the tab lacks is added at its right.
      return { kind: 'cell', sheet: sheet.name, row: row + 1, column: columnLetter(columns.get(column) ?? header.cells.length) };
    }
  }
  return { kind: 'make', tab, line };
}
