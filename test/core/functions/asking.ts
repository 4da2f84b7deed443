// A formula as a cell asks it: what it shows, in one line.
import { type CalendarDay, dayFromIso } from '../../../core/calendar.ts';
import { evaluate } from '../../../core/functions/index.ts';
import type { Cell, FormulaArgument, FormulaContext, FormulaValue } from '../../../core/index.ts';

export const day = (iso: string): CalendarDay => dayFromIso(iso) as CalendarDay;

/** A French workbook on a day long after every example. */
export const CONTEXT: FormulaContext = {
  today: day('2026-11-21'),
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  date1904: false,
  workbook: null,
};

export const context = (over: Partial<FormulaContext> = {}): FormulaContext => ({ ...CONTEXT, ...over });

/** What one cell shows: a number, a text, `2025-09-17` for a date, `#N/A: reason` or `#VALUE: reason`. */
export function shown(value: FormulaValue): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return value;
  return 'date' in value ? value.date : errorText(value.code, value.error);
}

const errorText = (code: 'value' | 'not-available', message: string) => `${code === 'value' ? '#VALUE' : '#N/A'}: ${message}`;

/** What a formula shows in its cell; rows that spill as rows. */
export function ask(name: string, args: readonly FormulaArgument[], within: FormulaContext = CONTEXT) {
  const answer = evaluate(name, args, within);
  if (answer.kind === 'value') return shown(answer.value);
  if (answer.kind === 'rows') return answer.rows.map((row) => row.map(shown));
  return errorText(answer.code, answer.message);
}

/** The number a formula shows; fails on anything else. */
export function number(name: string, args: readonly FormulaArgument[], within: FormulaContext = CONTEXT): number {
  const found = ask(name, args, within);
  if (typeof found !== 'number') throw new Error(`${name} shows ${JSON.stringify(found)}`);
  return found;
}

/** A column of cells. */
export const column = (...cells: readonly Cell[]): Cell[][] => cells.map((cell) => [cell]);

const ISO = /^\d{4}-\d{2}-\d{2}$/;
export type Invoice = readonly [number: string, customer: string, issued: Cell, due: Cell, amount: Cell, paid?: Cell, paidOn?: Cell];

/** Invoices as a range with French headers; ISO text becomes true dates. */
export function invoices(...rows: readonly Invoice[]): Cell[][] {
  const cell = (value: Cell | undefined): Cell => (typeof value === 'string' && ISO.test(value) ? { date: value } : (value ?? null));
  return [
    ['N° facture', 'Client', 'Date facture', 'Échéance', 'Montant TTC', 'Montant payé', 'Date paiement'],
    ...rows.map((row) => Array.from({ length: 7 }, (_, k) => cell(row[k]))),
  ];
}
