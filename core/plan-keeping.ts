/**
 * The lines of an agreed plan, on their way to the Plans tab and back. A host that keeps the journal outside the file keeps them with the row that
 * notes the plan: a file opened again without its copy would otherwise be told that there is a plan, and remind the customer all the same.
 */
import { type CalendarDay, isoOf } from './calendar.ts';
import { numberKey } from './dunning/journal.ts';
import { decimalsOf } from './money.ts';
import { type PlanLine, type PlanText, planRow, readTabs, splitNumbers, TAB_NAMES, type Tabs, tabHeader } from './tabs/index.ts';
import { nameKey } from './words.ts';
import type { Snapshot, TabAppend } from './workbook.ts';

/** The lines of a plan, for the Plans tab; the tab is made in that language when the workbook has none. */
export function planAppend({ plansSheet }: Pick<Tabs, 'plansSheet'>, lines: readonly PlanText[], language: 'fr' | 'en'): TabAppend {
  const header = plansSheet?.header ?? tabHeader('plans', language);
  return {
    tab: plansSheet?.name ?? TAB_NAMES.plans[language],
    create: plansSheet?.header == null,
    header,
    rows: lines.map((line) => planRow(line, header)),
  };
}

/** The cells of a journal row that notes a plan: the days of its parts are the reference. */
export interface NotedPlan {
  readonly customer: string;
  readonly invoices: string;
  readonly reference: string;
}

/** The lines of the Plans tab that a journal row speaks of, typed by hand or written by us. */
export function linesOfPlan(snapshot: Snapshot, { customer, invoices, reference }: NotedPlan, asOf: CalendarDay): PlanText[] {
  const numbers = new Set(splitNumbers(invoices).map(numberKey));
  const days = new Set(reference.split(' '));
  const isOf = (line: PlanLine) => line.customer === '' || nameKey(line.customer) === nameKey(customer);
  return plansIn(snapshot, asOf)
    .plans.filter((line) => numbers.has(numberKey(line.invoice)) && isOf(line))
    .map(textOf)
    .filter(({ dueOn }) => days.has(dueOn));
}

/** What the Plans tab lacks of `lines`: those for whose invoice and day it has none. Null when it has them all. */
export function missingPlanLines(
  snapshot: Snapshot,
  lines: readonly PlanText[],
  language: 'fr' | 'en',
  asOf: CalendarDay,
): TabAppend | null {
  if (lines.length === 0) return null;
  const tabs = plansIn(snapshot, asOf);
  const key = ({ invoice, customer, dueOn }: PlanText) => [numberKey(invoice), nameKey(customer), dueOn].join('\u0000');
  const known = new Set(tabs.plans.map((line) => key(textOf(line))));
  const missing = lines.filter((line) => !known.has(key(line)) && known.add(key(line)));
  return missing.length === 0 ? null : planAppend(tabs, missing, language);
}

function plansIn(snapshot: Snapshot, asOf: CalendarDay): Tabs {
  return readTabs(snapshot, { asOf, language: null });
}

function textOf({ invoice, customer, dueOn, amount, currency }: PlanLine): PlanText {
  const usual = amount.toFixed(decimalsOf(currency));
  // A line that names no currency may be in one with more decimals than most.
  return { invoice, customer, dueOn: isoOf(dueOn), amount: Number(usual) === amount ? usual : String(amount) };
}
