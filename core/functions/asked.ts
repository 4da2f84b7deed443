/**
 * The arguments of a formula as somebody typed or pointed at them: dates as hosts have them or as text, numbers with signs and spaces, cells left out.
 * Read by the same readers as the sheet, so that `10/09/2025` in a formula is the day it is in a row.
 */
import { type CalendarDay, isoOf } from '../calendar.ts';
import type { LanguageCode } from '../languages/language.ts';
import { readAmount } from '../ledger/amount-cells.ts';
import { displayText, isBlankCell, isErrorCell, type LoneTrouble } from '../ledger/cell-text.ts';
import { type DayContext, readDay } from '../ledger/day-cells.ts';
import { shortDate } from '../messages/money-text.ts';
import type { Currency, Money } from '../money.ts';
import { folded } from '../words.ts';
import type { Cell } from '../workbook.ts';
import type { Parameter } from './entry.ts';
import type { FormulaArgument, FormulaContext } from './function.ts';
import { NoAnswer } from './no-answer.ts';
import { readNumber } from './number-text.ts';
import { FORMULA_WORDS, type FormulaWords } from './words.ts';

/** Words a user may type for each id, beside the id itself. */
export type Choices<Id extends string> = Readonly<Record<Id, readonly string[]>>;

export class Asked {
  readonly language: LanguageCode;
  readonly context: FormulaContext;
  readonly words: FormulaWords;
  readonly parameters: readonly Parameter[];
  readonly given: readonly FormulaArgument[];

  constructor(language: LanguageCode, parameters: readonly Parameter[], given: readonly FormulaArgument[], context: FormulaContext) {
    this.language = language;
    this.context = context;
    this.words = FORMULA_WORDS[language];
    this.parameters = parameters;
    this.given = given;
  }

  /** The same question with these arguments. */
  with(given: readonly FormulaArgument[]): Asked {
    return new Asked(this.language, this.parameters, given, this.context);
  }

  /** The argument as given. */
  raw(id: string): FormulaArgument {
    return this.given[this.parameters.findIndex((parameter) => parameter.id === id)];
  }

  /** The argument's name in the language of the call. */
  nameOf(id: string): string {
    return this.parameters.find((parameter) => parameter.id === id)?.names[this.language] ?? id;
  }

  /** How a sentence of the language writes a day. */
  say(day: CalendarDay): string {
    return shortDate(day, this.language);
  }

  /** Whether anything is given; a blank cell is as good as left out. */
  has(id: string): boolean {
    return !isBlankArgument(this.raw(id));
  }

  /** The one cell of the argument; null when left out. A range of one cell is that cell. */
  cell(id: string): Cell {
    const given = this.raw(id);
    if (given === undefined || !isRange(given)) return given === undefined || isBlankCell(given) ? null : given;
    if (given.length > 1 || (given[0]?.length ?? 0) > 1) throw new NoAnswer('value', this.words.oneCell(this.nameOf(id)));
    const only = given[0]?.[0] ?? null;
    return isBlankCell(only) ? null : only;
  }

  /** The day of the argument; null when left out. */
  day(id: string): CalendarDay | null {
    const cell = this.cell(id);
    if (cell === null) return null;
    const read = readDay(cell, this.dayContext());
    if (read === null) return null;
    if ('day' in read) return read.day;
    throw new NoAnswer('value', this.dayTrouble(this.nameOf(id), read.trouble));
  }

  /** The day of an argument that must be given. */
  dayOf(id: string): CalendarDay {
    return this.day(id) ?? this.#missing(id);
  }

  /** A sum of money, in the currency its text names; null when left out. */
  money(id: string): Money | null {
    const cell = this.cell(id);
    if (cell === null) return null;
    return this.#amount(id, cell);
  }

  /** A sum of money that must be given. */
  moneyOf(id: string): Money {
    return this.money(id) ?? this.#missing(id);
  }

  /** A number that must be given: plain, with its unit (`45 days`), or a percentage (`10 %` is 0.1). */
  numberOf(id: string): number {
    return this.number(id) ?? this.#missing(id);
  }

  /** A number; null when left out. */
  number(id: string): number | null {
    const cell = this.cell(id);
    if (cell === null) return null;
    const plain = typeof cell === 'object' && 'number' in cell ? cell.number : cell;
    if (typeof plain === 'number' && Number.isFinite(plain)) return plain;
    if (isErrorCell(cell)) throw new NoAnswer('value', this.words.cellError(this.nameOf(id), displayText(cell)));
    const read = typeof cell === 'string' ? readNumber(cell, this.#writtenIn()) : null;
    if (typeof read === 'number') return read;
    const say = read === 'ambiguous' ? this.words.ambiguousNumber : this.words.notANumber;
    throw new NoAnswer('value', say(this.nameOf(id), displayText(cell)));
  }

  /** A whole number from `least` to `most`; `usual` when left out. */
  count(id: string, usual: number, least: number, most: number): number {
    const number = this.number(id) ?? usual;
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new NoAnswer('value', this.words.notACount(this.nameOf(id), displayText(this.cell(id)), least, most));
  }

  /** A rate as a fraction: `12 %`, 0.12; null when left out. Above 1 a rate is a slip (12 for 12 %). */
  fraction(id: string): number | null {
    const number = this.number(id);
    if (number === null || (number >= 0 && number <= 1)) return number;
    throw new NoAnswer('value', this.words.notAFraction(this.nameOf(id), displayText(this.cell(id))));
  }

  /** The text of the argument, a number as people write it; null when left out. */
  text(id: string): string | null {
    const cell = this.cell(id);
    if (cell === null) return null;
    if (isErrorCell(cell)) throw new NoAnswer('value', this.words.cellError(this.nameOf(id), displayText(cell)));
    if (typeof cell !== 'string' && typeof cell !== 'number') throw new NoAnswer('value', this.words.notText(this.nameOf(id)));
    return String(cell).trim();
  }

  /** One of the ids, by any of its words in either language; `usual` when left out. */
  choice<Id extends string>(id: string, choices: Choices<Id>, usual: Id): Id {
    const text = this.text(id);
    if (text === null) return usual;
    const entries = Object.entries(choices) as [Id, readonly string[]][];
    for (const [known, words] of entries) if ([known, ...words].some((word) => folded(word) === folded(text))) return known;
    throw new NoAnswer('value', this.words.notOneOf(this.nameOf(id), text, Object.keys(choices)));
  }

  /** What date cells are read with. */
  dayContext(): DayContext {
    const { today, locale, timeZone, date1904 } = this.context;
    return { asOf: today, locale, dateOrder: null, timeZone, date1904 };
  }

  /** Why a cell gives no day. */
  dayTrouble(name: string, { kind, found }: LoneTrouble): string {
    const { words } = this;
    switch (kind) {
      case 'ambiguous':
        return words.ambiguousDate(name, found);
      case 'impossible':
        return words.impossibleDate(name, found);
      case 'cell-error':
        return words.cellError(name, found);
      default:
        return words.notADate(name, found);
    }
  }

  #amount(id: string, cell: Cell): Money {
    const currency: Currency = null;
    const read = readAmount(cell, { locale: this.#writtenIn(), currency });
    if (read === null) return this.#missing(id);
    if (!('trouble' in read)) return read;
    const { words } = this;
    const { kind, found } = read.trouble;
    const say = kind === 'ambiguous' ? words.ambiguousNumber : kind === 'cell-error' ? words.cellError : words.notANumber;
    throw new NoAnswer('value', say(this.nameOf(id), found));
  }

  /** Where the workbook does not say, numbers are written as in the language of the call. */
  #writtenIn(): string {
    return this.context.locale ?? this.language;
  }

  #missing(id: string): never {
    throw new NoAnswer('value', this.words.missing(this.nameOf(id)));
  }
}

/** Rows of cells, rather than one. */
export function isRange(given: FormulaArgument): given is readonly (readonly Cell[])[] {
  return Array.isArray(given);
}

/** Left out: nothing, a blank cell, or a range of one blank cell. */
export function isBlankArgument(given: FormulaArgument): boolean {
  if (given === undefined || given === null || given === '') return true;
  if (!isRange(given)) return isBlankCell(given);
  return given.length === 0 || (given.length === 1 && (given[0]?.length ?? 0) <= 1 && isBlankCell(given[0]?.[0]));
}

/** ISO text of a day, as a cell receives it. */
export function dateValue(day: CalendarDay): { readonly date: string } {
  return { date: isoOf(day) };
}
