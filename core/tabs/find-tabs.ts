/**
 * Which sheets of a workbook are Relance's tabs. A tab taken for invoices invents debts; invoices taken for a tab lose them: so a sheet is a tab
 * only under its own name with its own headers, or by headers no invoice sheet has.
 */
import type { Problem } from '../types.ts';
import type { Sheet, Snapshot } from '../workbook.ts';
import { canHoldInvoices, type FoundHeader, findHeader, foreignSigns, headerKeys, isBlankSheet } from './records.ts';
import { TAB_IDS, TAB_SHAPES, type TabId, type TabShape } from './tab-shapes.ts';
import { wordKey } from './tab-words.ts';

/** A sheet that is a tab. `header` null: it bears the name and is still blank. */
export interface FoundTab {
  readonly id: TabId;
  readonly sheet: Sheet;
  readonly header: FoundHeader<string> | null;
  readonly isNamed: boolean;
}

/** Every tab of the workbook in sheet order, and a problem for each sheet that bears a tab's name but cannot be read as that tab. */
export function findTabs(snapshot: Snapshot): { tabs: FoundTab[]; problems: Problem[] } {
  const tabs: FoundTab[] = [];
  const problems: Problem[] = [];
  for (const sheet of snapshot.sheets) {
    const named = TAB_IDS.find((id) => isCalled(sheet.name, TAB_SHAPES[id])) ?? null;
    if (named !== null && isBlankSheet(sheet)) {
      tabs.push({ id: named, sheet, header: null, isNamed: true });
      continue;
    }
    const others = snapshot.sheets.filter((other) => other !== sheet);
    const keys = headerKeys(sheet);
    const tab =
      (named !== null ? asTab(named, sheet, true, others, keys) : null) ??
      TAB_IDS.reduce<FoundTab | null>((found, id) => found ?? asTab(id, sheet, false, others, keys), null);
    if (tab !== null) tabs.push(tab);
    else if (named !== null && MUST_BE_READ.has(named) && !canHoldInvoices(sheet))
      problems.push({
        sheet: sheet.name,
        row: null,
        column: null,
        kind: 'bad-tab-line',
        severity: 'notice',
        found: sheet.name,
        detail: 'missing-headers',
      });
  }
  return { tabs, problems };
}

/** Tabs whose silence would change figures or reminders. People keep lists of customers in every shape, and those are left in peace. */
const MUST_BE_READ: ReadonlySet<TabId> = new Set<TabId>(['journal', 'settings', 'cadence', 'payments']);

/** Whether a sheet bears the name of one of our tabs, in either language; what it holds is another matter. */
export function bearsTabName(name: string): boolean {
  return TAB_IDS.some((id) => isCalled(name, TAB_SHAPES[id]));
}

function isCalled(name: string, shape: TabShape): boolean {
  const key = wordKey(name);
  return [shape.names.en, shape.names.fr, ...shape.alsoNamed].some((known) => wordKey(known) === key);
}

function asTab(id: TabId, sheet: Sheet, isNamed: boolean, others: readonly Sheet[], keys: readonly (readonly string[])[]): FoundTab | null {
  const header = findHeader(sheet, TAB_SHAPES[id] as TabShape, isNamed, keys);
  return header !== null && !isInvoices(id, sheet, header, isNamed, others) ? { id, sheet, header, isNamed } : null;
}

/** Whether a sheet with the headers of a tab is the user's invoices all the same. */
function isInvoices(id: TabId, sheet: Sheet, header: FoundHeader<string>, isNamed: boolean, others: readonly Sheet[]): boolean {
  const signs = foreignSigns(sheet, header);
  const isElsewhere = () => others.some((other) => canHoldInvoices(other));
  switch (id) {
    case 'payments':
      // Invoice, customer, amount, paid on: a poor invoice sheet looks just like it, so the invoices must be elsewhere.
      if (signs.has('due') || (signs.has('date') && (signs.has('money') || signs.has('status')))) return true;
      return !isElsewhere() || (!isNamed && (signs.size > 0 || canHoldInvoices(sheet, header.row)));
    case 'plans':
      return !isElsewhere() || signs.size > 0;
    case 'customers':
      // "Client: … E-mail: …" may be the letterhead above the invoices.
      if (canHoldInvoices(sheet, header.row)) return true;
      if (!isNamed) return signs.size > 0;
      return signs.has('money') && (signs.has('due') || signs.has('number') || (signs.has('date') && !isElsewhere()));
    case 'journal':
    case 'settings':
    case 'cadence':
    case 'templates':
      return signs.has('money') && (signs.has('due') || signs.has('number') || signs.has('date'));
    default:
      return id satisfies never;
  }
}
