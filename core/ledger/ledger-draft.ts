/**
 * A ledger while it is being read: its typed columns, the flags of its rows and the list of what could not be trusted. The steps of reading fill
 * it one after the other; afterwards it is only ever read.
 */
import { type CalendarDay, isoOf, NO_DAY } from '../calendar.ts';
import { once } from '../remembered.ts';
import { type Customer, FLAG, type ProblemKind, type RareFacts } from '../types.ts';
import { type CellTrouble, displayText } from './cell-text.ts';
import type { DayColumn } from './day-cells.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import { ProblemList } from './problems.ts';
import type { Placed, SheetColumns } from './sheet-columns.ts';

export class LedgerDraft {
  readonly columns: SheetColumns;
  readonly size: number;
  /** Data row (0-based within the range) of each invoice. */
  readonly source: Int32Array;
  readonly row: Int32Array;
  readonly number: string[];
  readonly customer: Int32Array;
  readonly customers: Customer[] = [];
  readonly currency: Uint8Array;
  readonly amount: Float64Array;
  readonly paid: Float64Array;
  readonly issuedOn: Int32Array;
  readonly dueOn: Int32Array;
  readonly paidOn: Int32Array;
  readonly flags: Uint16Array;
  readonly lastAction: Int32Array;
  readonly lastActions: string[] = [''];
  readonly rare = new Map<number, RareFacts>();
  readonly problems: ProblemList;

  constructor(columns: SheetColumns, rows: InvoiceRows) {
    const size = rows.source.length;
    this.columns = columns;
    this.size = size;
    this.source = rows.source;
    this.row = rows.source.map((i) => columns.range.from + i + 1);
    this.number = new Array<string>(size).fill('');
    this.customer = new Int32Array(size).fill(-1);
    this.currency = new Uint8Array(size);
    this.amount = this.#picked(columns.amount.minor, new Float64Array(size));
    this.paid = new Float64Array(size);
    this.issuedOn = columns.issuedOn ? this.#picked(columns.issuedOn.days, new Int32Array(size)) : new Int32Array(size).fill(NO_DAY);
    this.dueOn = columns.dueOn ? this.#picked(columns.dueOn.days, new Int32Array(size)) : new Int32Array(size).fill(NO_DAY);
    this.paidOn = new Int32Array(size).fill(NO_DAY);
    this.flags = new Uint16Array(size);
    this.lastAction = new Int32Array(size);
    this.problems = new ProblemList(columns.place.sheet, this.flags, this.row);
  }

  /** Invoice of each data row; −1 where it is none. */
  readonly #invoiceOf = once((): Int32Array => {
    const { columns, source, size } = this;
    const invoiceOf = new Int32Array(columns.range.to - columns.range.from).fill(-1);
    for (let k = 0; k < size; k++) invoiceOf[source[k] as number] = k;
    return invoiceOf;
  });

  #picked<Values extends Int32Array | Float64Array>(from: Values, to: Values): Values {
    const { size, source } = this;
    for (let k = 0; k < size; k++) to[k] = from[source[k] as number] as number;
    return to;
  }

  raise(k: number, flag: number): void {
    this.flags[k] = (this.flags[k] as number) | flag;
  }

  has(k: number, flag: number): boolean {
    return ((this.flags[k] as number) & flag) !== 0;
  }

  /** The rare facts of invoice `k`, to be filled. */
  facts(k: number): RareFacts {
    const facts = this.rare.get(k) ?? {};
    this.rare.set(k, facts);
    this.raise(k, FLAG.rare);
    return facts;
  }

  /** Invoice `k`'s value in a column that was read; `none` without the column. */
  valueOf(values: Int32Array | Float64Array | undefined, k: number, none: number): number {
    return values === undefined ? none : (values[this.source[k] as number] as number);
  }

  /** A date cell of invoice `k` as a person reads it: its text, or the day it stands for, which every host shows alike. */
  dayShown(column: Placed<DayColumn> | null, k: number): string {
    if (column === null) return '';
    const i = this.source[k] as number;
    const cell = this.columns.cell(i, column.column);
    const day = column.days[i] as CalendarDay;
    return typeof cell === 'string' || day === NO_DAY ? displayText(cell) : isoOf(day);
  }

  /** Turns the troubles of a column into problems of its invoices. An error cell only holds its row, unless the amount hangs on it. */
  report(column: Placed<{ readonly troubles: readonly CellTrouble[] }> | null, kindOf: (trouble: CellTrouble) => ProblemKind): void {
    if (column === null || column.troubles.length === 0) return;
    const invoiceOf = this.#invoiceOf();
    for (const trouble of column.troubles) {
      const k = invoiceOf[trouble.index] as number;
      if (k < 0) continue;
      const kind = kindOf(trouble);
      const decidesAmount = column.column === this.columns.amount.column || column.column === this.columns.currency?.column;
      const severity = kind === 'cell-error' && !decidesAmount ? { severity: 'hold' as const } : {};
      this.problems.add(k, column.column, kind, trouble.found, severity);
    }
  }
}
