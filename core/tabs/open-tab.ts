/**
 * A tab being read. Some cells are only understood beside their neighbours: a column decides whether its 03/04 is March or April and whether its
 * 1,234 is a thousand, so columns are looked at whole, once, when the first of their cells is asked for.
 */
import { type CalendarDay, NO_DAY } from '../calendar.ts';
import type { DecimalSign } from '../ledger/amount-text.ts';
import { currencyFromText } from '../ledger/currency-words.ts';
import { readDayColumn } from '../ledger/day-cells.ts';
import type { Currency } from '../money.ts';
import type { Problem } from '../types.ts';
import type { Sheet } from '../workbook.ts';
import type { FoundHeader } from './records.ts';
import { DAY_WRONG, provenDecimal, type TabReading, textOf, type Wrong } from './tab-cells.ts';

export class OpenTab<Column extends string> {
  readonly sheet: Sheet;
  readonly columns: ReadonlyMap<Column, number>;
  readonly reading: TabReading;
  readonly problems: Problem[];
  readonly #from: number;
  readonly #currencies = new Map<string, Currency>();
  readonly #decimals = new Map<number, DecimalSign | null>();
  readonly #days = new Map<number, { readonly days: Int32Array; readonly wrong: ReadonlyMap<number, string> }>();

  constructor(sheet: Sheet, header: FoundHeader<Column>, reading: TabReading, problems: Problem[]) {
    this.sheet = sheet;
    this.columns = header.columns;
    this.reading = reading;
    this.problems = problems;
    this.#from = header.row + 1;
  }

  /** 0-based rows of the tab that are not blank. */
  *rows(): Generator<number> {
    for (let row = this.#from; row < this.sheet.cells.length; row++) {
      const cells = this.sheet.cells[row] ?? [];
      let isFilled = false;
      for (const at of this.columns.values()) if (textOf(cells[at], this.reading).trim() !== '') isFilled = true;
      if (isFilled) yield row;
    }
  }

  /** The currency a text names; null when none we know. */
  currencyOf(text: string): Currency {
    let currency = this.#currencies.get(text);
    if (currency === undefined) {
      currency = currencyFromText(text, this.reading.locale);
      this.#currencies.set(text, currency);
    }
    return currency;
  }

  /** The decimal sign that the texts of a column prove. */
  decimalOf(at: number): DecimalSign | null {
    let decimal = this.#decimals.get(at);
    if (decimal === undefined) {
      decimal = provenDecimal(
        this.sheet.cells.slice(this.#from).map((cells) => cells[at] ?? null),
        this.reading,
      );
      this.#decimals.set(at, decimal);
    }
    return decimal;
  }

  /** The day of a cell by the order of its column; null for a blank. */
  dayAt(row: number, at: number): CalendarDay | Wrong | null {
    let column = this.#days.get(at);
    if (column === undefined) {
      const { days, troubles } = readDayColumn(this.sheet, { from: this.#from, to: this.sheet.cells.length }, at, this.reading);
      column = { days, wrong: new Map(troubles.map(({ index, kind }) => [index, DAY_WRONG[kind]])) };
      this.#days.set(at, column);
    }
    const day = column.days[row - this.#from] as CalendarDay;
    if (day !== NO_DAY) return day;
    const wrong = column.wrong.get(row - this.#from);
    return wrong === undefined ? null : { wrong };
  }
}
