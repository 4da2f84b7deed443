/**
 * What a sheet formula of ours is. A formula answers one question of the trade in a cell: figures on a range of invoices (or on the bound table), or
 * plain arithmetic on what is typed in. It is told the day and the workbook; it reads no clock and asks nothing of a host.
 */
import type { CalendarDay } from '../calendar.ts';
import type { LanguageCode } from '../languages/language.ts';
import type { Cell, Snapshot } from '../workbook.ts';

/** What hosts hand over for one argument: a cell, a range of cells, or nothing (left out). */
export type FormulaArgument = Cell | readonly (readonly Cell[])[] | undefined;

/** What a cell receives: a true date is ISO text to be turned into the host's own kind of date. */
export type FormulaValue = string | number | boolean | null | { readonly date: string } | CellError;

/**
 * Why one cell among others has no value: a bad row of a column, a month without sales. The cells beside it are good. Where a host can put an error
 * into a cell of an array (Excel) it does, with `code` and the message; elsewhere the cell shows the message as text, never 0 and never nothing.
 */
export interface CellError {
  readonly error: string;
  readonly code: 'value' | 'not-available';
}

/**
 * What a formula answers: one cell, rows that spill, or why it cannot say. `not-available`: the question has no answer on this data (Excel's `#N/A`);
 * `value`: an argument cannot be read (Excel's `#VALUE!`). The message says the reason and what to do, in the language of the name used.
 */
export type FormulaAnswer =
  | { readonly kind: 'value'; readonly value: FormulaValue }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly FormulaValue[])[] }
  | { readonly kind: 'error'; readonly code: 'value' | 'not-available'; readonly message: string };

/**
 * What must be known of the workbook to answer: nothing, our own tabs and the binding (a range is given, or the house's rules decide), or all of it (no
 * range is given). With less than that, what is missing counts as not kept: no tabs, default rules.
 */
export type FormulaNeed = 'nothing' | 'tabs' | 'workbook';

/** When and where a formula is asked. */
export interface FormulaContext {
  readonly today: CalendarDay;
  readonly locale: string | null;
  /** In which the instants (`Date`) among the cells are days. */
  readonly timeZone: string | null;
  readonly date1904: boolean;
  /** As much of the workbook as the need says; null when the host has none to give. */
  readonly workbook: Snapshot | null;
}

/** One argument as the hosts' autocomplete and the reference page describe it. */
export interface FormulaParameter {
  readonly name: string;
  readonly text: string;
  /**
   * `range`: rows of cells; `any`: a cell or a column of cells, one answer for each. Of the others one cell is expected: a date comes as the host has
   * it (a true date, a serial number) or as text, a number as a number or as text.
   */
  readonly type: 'range' | 'any' | 'date' | 'number' | 'text';
  readonly optional: boolean;
}

/** How a formula is called in one language. */
export interface FormulaSignature {
  /** Upper case letters, digits and underscores: `DSO`, `TAUX_ECHU`. */
  readonly name: string;
  readonly language: LanguageCode;
  readonly text: string;
  readonly parameters: readonly FormulaParameter[];
  readonly result: 'number' | 'text' | 'date' | 'rows';
}
