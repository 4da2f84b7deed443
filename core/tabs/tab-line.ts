/**
 * One line of a tab, read cell by cell. What cannot be read is a located problem, said once per cell in one machine word, and null comes back: a
 * bad line never hides the good ones, and never becomes a wrong number.
 */
import type { CalendarDay } from '../calendar.ts';
import { displayText, formatAt, isErrorCell } from '../ledger/cell-text.ts';
import { columnLetter } from '../ledger/problems.ts';
import type { Currency } from '../money.ts';
import type { Problem } from '../types.ts';
import type { Cell, Sheet } from '../workbook.ts';
import { OpenTab } from './open-tab.ts';
import type { FoundHeader } from './records.ts';
import { readDecimal, readTabAmount, readTabDay, readWhole, type TabMoney, type TabReading, textOf, type Wrong } from './tab-cells.ts';
import { type Words, wordKey } from './tab-words.ts';

/** Lines of a tab under its header, blank ones left out. Problems found while reading them are pushed on `problems`. */
export function* linesOf<Column extends string>(
  sheet: Sheet,
  header: FoundHeader<Column>,
  reading: TabReading,
  problems: Problem[],
): Generator<TabLine<Column>> {
  const tab = new OpenTab(sheet, header, reading, problems);
  for (const row of tab.rows()) yield new TabLine(tab, row);
}

export class TabLine<Column extends string> {
  /** 1-based sheet row. */
  readonly row: number;
  readonly sheet: string;
  /** True once any cell of the line was complained about. */
  isBad = false;
  readonly #tab: OpenTab<Column>;
  #complainedOf: Set<Column | null> | null = null;

  constructor(tab: OpenTab<Column>, row: number) {
    this.#tab = tab;
    this.sheet = tab.sheet.name;
    this.row = row + 1;
  }

  /** The letter of a column; '' when the tab lacks it. */
  letter(column: Column): string {
    const at = this.#tab.columns.get(column);
    return at === undefined ? '' : columnLetter(at);
  }

  /**
   * Says that a cell (or the whole line, with null) cannot be used; `detail` is the machine word for why, `part` the part of a long cell that is meant.
   */
  complain(column: Column | null, detail: string, part?: string): null {
    const at = column === null ? undefined : this.#tab.columns.get(column);
    this.isBad = true;
    this.#complainedOf ??= new Set();
    if (this.#complainedOf.has(column)) return null;
    this.#complainedOf.add(column);
    this.#tab.problems.push({
      sheet: this.sheet,
      row: this.row,
      column: at === undefined ? null : columnLetter(at),
      kind: 'bad-tab-line',
      severity: 'notice',
      found: part ?? (at === undefined ? this.#wholeLine() : displayText(this.#cellAt(at))),
      detail,
    });
    return null;
  }

  #wholeLine(): string {
    return [...this.#tab.columns.values()]
      .map((at) => displayText(this.#cellAt(at)))
      .filter((text) => text !== '')
      .join(' · ');
  }

  /** The cell as it stands; null when blank or when the tab lacks the column. */
  cell(column: Column): Cell {
    const at = this.#tab.columns.get(column);
    return at === undefined ? null : this.#cellAt(at);
  }

  #cellAt(at: number): Cell {
    const cell = this.#tab.sheet.cells[this.row - 1]?.[at] ?? null;
    const format = typeof cell === 'number' ? formatAt(this.#tab.sheet, this.row - 1, at) : null;
    return format === null ? cell : { number: cell as number, format };
  }

  /** The cell as text, trimmed; '' when blank. A cell in error (#N/A of a lookup) is a problem and reads as blank. */
  text(column: Column): string {
    const cell = this.cell(column);
    if (mayBeError(cell) && isErrorCell(cell)) {
      this.complain(column, 'cell-error');
      return '';
    }
    return textOf(cell, this.#tab.reading).trim();
  }

  /** Like {@link text}, with the spaces and line breaks around it that somebody may have meant. */
  wording(column: Column): string {
    return this.text(column) === '' ? '' : textOf(this.cell(column), this.#tab.reading);
  }

  /** What a cell's word stands for; null when blank, or unknown and complained about as `wrong`. */
  word<T>(column: Column, words: Words<T>, wrong: string): T | null {
    const text = this.text(column);
    if (text === '') return null;
    return words.get(wordKey(text)) ?? this.complain(column, wrong);
  }

  /** A whole number: `7`, `+3`, `J+10`, `−7 jours`. */
  whole(column: Column, from: number, to: number): number | null {
    if (this.text(column) === '') return null;
    const value = readWhole(this.cell(column), this.#tab.reading);
    if (value === null) return this.complain(column, 'not-a-whole-number');
    return value < from || value > to ? this.complain(column, 'out-of-range') : value;
  }

  /** A decimal amount and its currency: the cell's own, else `currency`. Two that differ are a problem. */
  money(column: Column, currency: Currency): TabMoney | null {
    const at = this.#tab.columns.get(column);
    if (at === undefined || this.text(column) === '') return null;
    const read = readTabAmount(this.cell(column), currency, this.#tab.reading, this.#tab.decimalOf(at));
    if (read === null) return null;
    if ('wrong' in read) return this.complain(column, read.wrong);
    return currency !== null && read.currency !== currency ? this.complain(column, 'other-currency') : read;
  }

  /** A decimal amount in the currency of whatever it is held against; null when blank or below `from`. */
  amount(column: Column, from: number): number | null {
    const read = this.money(column, null);
    return read === null || read.amount >= from ? (read?.amount ?? null) : this.complain(column, 'out-of-range');
  }

  /** A share as a fraction: `12 %`, `12`, `0,12` and a percentage cell are all 0.12. From 1 on, a bare number counts in hundredths. */
  fraction(column: Column): number | null {
    const text = this.text(column);
    if (text === '') return null;
    const cell = this.cell(column);
    const number = cell !== null && typeof cell === 'object' && 'number' in cell ? cell : null;
    const isPercentCell = number?.format.includes('%') === true;
    const percent = /^(.*?)\s*%$/.exec(text);
    const value = number?.number ?? (typeof cell === 'number' ? cell : readDecimal(percent?.[1] ?? text, this.#tab.reading));
    if (value === null) return this.complain(column, 'not-a-number');
    const fraction = percent !== null || (!isPercentCell && value >= 1) ? Number((value / 100).toPrecision(12)) : value;
    return fraction >= 0 && fraction < 1 ? fraction : this.complain(column, 'out-of-range');
  }

  /** A percent as it is published: `2,65 %`, `2.65` and a percentage cell of 0.0265 are all 2.65. */
  percent(column: Column, from: number, to: number): number | null {
    const text = this.text(column);
    if (text === '') return null;
    const cell = this.cell(column);
    const number = cell !== null && typeof cell === 'object' && 'number' in cell ? cell : null;
    const value = number
      ? Number((number.number * (number.format.includes('%') ? 100 : 1)).toPrecision(12))
      : typeof cell === 'number'
        ? cell
        : readDecimal(/^(.*?)\s*%$/.exec(text)?.[1] ?? text, this.#tab.reading);
    if (value === null) return this.complain(column, 'not-a-number');
    return value < from || value > to ? this.complain(column, 'out-of-range') : value;
  }

  /** The ISO code of a currency: `EUR`, `€`, `euros`; a bare `$` is the locale's. */
  currency(column: Column): Currency {
    const text = this.text(column);
    return text === '' ? null : (this.#tab.currencyOf(text) ?? this.complain(column, 'unknown-currency'));
  }

  /** A day, by the order its column shows. */
  day(column: Column): CalendarDay | null {
    const at = this.#tab.columns.get(column);
    if (at === undefined || this.text(column) === '') return null;
    return this.#dayOrComplaint(column, this.#tab.dayAt(this.row - 1, at));
  }

  /** A day that is only a part of its cell. */
  dayWithin(column: Column, part: string): CalendarDay | null {
    return this.#dayOrComplaint(column, readTabDay(part, this.#tab.reading));
  }

  #dayOrComplaint(column: Column, read: CalendarDay | Wrong | null): CalendarDay | null {
    return read === null || typeof read === 'number' ? read : this.complain(column, read.wrong);
  }
}

/** Spares the cells that cannot be errors the look at each of their characters. */
function mayBeError(cell: Cell): boolean {
  if (typeof cell !== 'string') return typeof cell === 'object';
  const first = cell.charCodeAt(0);
  return !(first > 47 && first < 127) || first === 69;
}
