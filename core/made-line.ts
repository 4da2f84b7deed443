/**
 * The one line a tab of ours lacks: a setting that is newer than the tab, a customer who came since. It is added when the user wants to fill it in,
 * with what is in force, so that adding it changes nothing; lines that are there are left alone.
 */
import type { Study } from './study.ts';
import { madeLineOf } from './tabs/index.ts';
import { linePlace } from './where-to-fill.ts';
import type { MadeTab, TabAppend } from './workbook.ts';

/** The line that bears this name (see {@link linePlace}), under the tab's own headers; null when the tab is missing, or has it, or nothing bears it. */
export function madeLine(study: Study, tab: MadeTab, line: string): TabAppend | null {
  const found = study.tabs.found.find(({ id, header }) => id === tab && header !== null);
  if (!found?.header || linePlace(study, tab, line)?.kind !== 'make') return null;
  const cells = madeLineOf(study, tab, line);
  if (cells === null) return null;
  const { columns, cells: header } = found.header;
  const row = header.map(() => '');
  for (const [column, at] of columns) row[at] = cells.get(column) ?? '';
  return { tab: found.sheet.name, create: false, header, rows: [row] };
}
