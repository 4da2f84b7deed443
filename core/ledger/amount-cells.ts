/**
 * A column of amount cells becomes a column of whole cents with their currencies. A sum read a thousand times too large is worse than one not
 * read: what form, column and locale leave open is reported, and no text ever passes through a rounding.
 */
import { type Currency, decimalsOf, toMinor } from '../money.ts';
import type { Cell, Sheet } from '../workbook.ts';
import { type AmountText, type DecimalSign, readAmountText, readCommonAmount, type WrittenAmount } from './amount-text.ts';
import { type CellTrouble, formatAt, type LoneTrouble, plainText, quotedAt, type RowRange, type TroubleKind } from './cell-text.ts';
import { type CurrencyMark, currencyIndex, homeCurrency, markReader, NO_CURRENCY, UNREAD_CURRENCY } from './currency-words.ts';
import { type NumberHabit, numberHabitOf } from './locale-habits.ts';
import type { MoneyScale } from './money-scales.ts';
import { formatReader } from './number-format.ts';

/** What amount cells are read with. */
export interface AmountContext {
  readonly locale: string | null;
  /** The currency of cells that name none: the user's word or the header's; null when nobody said. */
  readonly defaultCurrency: Currency;
  /** Index into `currencies` per row of the range, as `readCurrencyColumn` or another amount column gives it; null without such a column. */
  readonly rowCurrency: Uint8Array | null;
  /** The ledger's registry of currencies, which grows here. */
  readonly currencies: Currency[];
  /** What one unit of the column is worth where its header speaks of thousands or millions; 1 when left out. */
  readonly scale?: MoneyScale;
}

/** An amount column read, one entry per row of the range. */
export interface AmountColumn {
  /** Minor units of the row's currency; NaN where blank or troubled (also where the row's currency cell is, which has that trouble). */
  readonly minor: Float64Array;
  /** 1 where the cell is blank: whether that is a problem is the caller's to say. */
  readonly blank: Uint8Array;
  /** The row's currency as an index into the registry, blank and troubled cells included; NO_CURRENCY or UNREAD_CURRENCY where it cannot be told. */
  readonly currency: Uint8Array;
  readonly troubles: CellTrouble[];
  /** Currencies named by the cells themselves (text or number format). */
  readonly named: readonly string[];
}

/** Nothing a house invoices; beyond it cents are no longer whole numbers. */
const LARGEST = 1e13;

/** Shapes of a row between the two passes: why there is no value, a true number, or a text's digits with so many decimals. */
const BLANK = 0;
const NUMBER = 1;
const FIRST_FAILED = 2;
/** Why, from {@link FIRST_FAILED} on; two places are free. */
const FAILED: readonly TroubleKind[] = ['unreadable', 'unknown-currency', 'cell-error', 'unreadable', 'unreadable', 'ambiguous'];
const AT_ODDS = 7;
const OPEN_POINT = 8;
const OPEN_COMMA = 9;
const DIGITS = 10;

/** Reads one column of amounts. Cells are read once; uncommon texts are understood once. */
export function readAmountColumn(sheet: Sheet, rows: RowRange, column: number, context: AmountContext): AmountColumn {
  const size = Math.max(0, rows.to - rows.from);
  const minor = new Float64Array(size);
  const shape = new Uint8Array(size);
  const proved = { '.': false, ',': false };
  const marks: MarkColumn = { kinds: [], rows: null, last: null, lastKind: -1 };
  const facts = formatReader(context.locale);
  const hasFormats = sheet.formats !== undefined;
  const texts = new Map<string, AmountText>();
  const markOf = markReader(context.locale);
  const plain: WrittenAmount = { digits: 0, decimals: 0, open: '', proves: '', mark: null };
  const factor = context.scale ?? 1;

  for (let i = 0; i < size; i++) {
    const row = rows.from + i;
    const cell = sheet.cells[row]?.[column];
    if (cell === null || cell === undefined || cell === '') continue;
    const gridFormat = hasFormats ? formatAt(sheet, row, column) : null;
    if (typeof cell === 'string') {
      let written: AmountText | undefined = plain;
      if (!readCommonAmount(cell, plain, markOf)) {
        written = texts.get(cell);
        if (written === undefined) {
          written = readAmountText(cell, context.locale);
          texts.set(cell, written);
        }
      }
      if (typeof written === 'string') {
        shape[i] =
          written === 'blank'
            ? plainText(cell) !== '' && facts(gridFormat).dashIsZero
              ? DIGITS
              : BLANK
            : FIRST_FAILED + FAILED.indexOf(written);
        continue;
      }
      minor[i] = written.digits;
      shape[i] = written.open === '' ? DIGITS + written.decimals : written.open === '.' ? OPEN_POINT : OPEN_COMMA;
      if (written.proves !== '') proved[written.proves] = true;
      if (written.mark !== null) setMark(marks, i, size, written.mark);
      // "12 500 €" under "Montant (k€)": one of the two is wrong.
      if (written.mark !== null && factor !== 1) shape[i] = AT_ODDS;
      continue;
    }
    const isNumber = typeof cell === 'number';
    if (!isNumber && !(typeof cell === 'object' && 'number' in cell)) {
      shape[i] = FIRST_FAILED + FAILED.indexOf(typeof cell === 'object' && 'error' in cell ? 'cell-error' : 'unreadable');
      continue;
    }
    const value = isNumber ? cell : cell.number;
    const { shown, currency } = facts(isNumber ? gridFormat : cell.format);
    // NaN fails the comparison too.
    if (!(Math.abs(value) * factor <= LARGEST) || (shown !== 'plain' && shown !== 'number')) shape[i] = FIRST_FAILED;
    else {
      minor[i] = value * factor;
      shape[i] = NUMBER;
      if (currency !== null) setMark(marks, i, size, currency);
    }
  }
  const decimalSign = proved['.'] === proved[','] ? null : proved['.'] ? '.' : ',';
  return settle(sheet, rows, column, context, { minor, shape, marks, decimalSign });
}

/** The marks found in cells: few kinds, and per row an index into them plus one (0: none; no array before the first mark). */
interface MarkColumn {
  readonly kinds: CurrencyMark[];
  rows: Uint8Array | null;
  /** The mark met last, and its kind. */
  last: CurrencyMark | null;
  lastKind: number;
}

function setMark(marks: MarkColumn, row: number, size: number, mark: CurrencyMark): void {
  marks.rows ??= new Uint8Array(size);
  // Nearly always the mark of the cell above.
  if (mark !== marks.last) {
    marks.lastKind = kindOfMark(marks, mark);
    marks.last = mark;
  }
  marks.rows[row] = marks.lastKind + 1;
}

function kindOfMark({ kinds }: MarkColumn, mark: CurrencyMark): number {
  const kind = kinds.findIndex((known) => known.code === mark.code && known.among === mark.among);
  return kind < 0 ? kinds.push(mark) - 1 : kind;
}

function markAt(marks: MarkColumn, row: number): CurrencyMark | null {
  const kind = marks.rows === null ? 0 : (marks.rows[row] as number);
  return kind === 0 ? null : (marks.kinds[kind - 1] as CurrencyMark);
}

interface Raw {
  /** True numbers, or the digits of texts; turned into minor units in place. */
  readonly minor: Float64Array;
  readonly shape: Uint8Array;
  readonly marks: MarkColumn;
  /** What the column's own texts prove; null when nothing or both signs. */
  readonly decimalSign: DecimalSign | null;
}

/** The second pass: every row's currency, then its minor units. */
function settle(sheet: Sheet, rows: RowRange, column: number, context: AmountContext, raw: Raw): AmountColumn {
  const { minor, shape, marks } = raw;
  const size = minor.length;
  const { currencies, rowCurrency } = context;
  const currency = new Uint8Array(size).fill(NO_CURRENCY);
  const blank = new Uint8Array(size);
  const troubles: CellTrouble[] = [];
  const habit = numberHabitOf(context.locale);
  const named = [...new Set(marks.kinds.map((mark) => markCurrency(mark, context.defaultCurrency)).filter((code) => code !== null))];
  const bare = bareCurrency(context, named, markedShare(marks, shape));
  let barePlace = bare === undefined ? UNREAD_CURRENCY : currencies.indexOf(bare);
  const trouble = (index: number, kind: TroubleKind) => {
    minor[index] = Number.NaN;
    troubles.push({ index, kind, found: quotedAt(sheet, rows.from + index, column) });
  };

  let unitPlace = -1;
  let unit: Currency = null;
  let scale = 0;
  let units = 1;
  const zeros = Math.round(Math.log10(context.scale ?? 1));
  for (let i = 0; i < size; i++) {
    const form = shape[i] as number;
    const given = rowCurrency === null ? NO_CURRENCY : (rowCurrency[i] as number);
    const mark = marks.rows === null ? null : markAt(marks, i);
    let place = given;
    if (given === NO_CURRENCY && mark === null) {
      // A blank cell does not make a currency exist; every other one does.
      if (barePlace < 0 && form !== BLANK) barePlace = currencyIndex(currencies, bare as Currency);
      place = barePlace < 0 ? NO_CURRENCY : barePlace;
    } else if (given === NO_CURRENCY) {
      const code = markCurrency(mark as CurrencyMark, context.defaultCurrency);
      place = code === null ? UNREAD_CURRENCY : currencyIndex(currencies, code);
    } else if (mark !== null && given < UNREAD_CURRENCY && !agrees(mark, currencies[given] as Currency)) place = UNREAD_CURRENCY;
    currency[i] = place;
    if (form === BLANK) {
      blank[i] = 1;
      minor[i] = Number.NaN;
    } else if (form >= FIRST_FAILED && form < OPEN_POINT) trouble(i, FAILED[form - FIRST_FAILED] as TroubleKind);
    else if (place < UNREAD_CURRENCY) {
      if (place !== unitPlace) {
        unitPlace = place;
        unit = currencies[place] as Currency;
        scale = decimalsOf(unit);
        units = SCALES[scale] as number;
      }
      const found = minor[i] as number;
      if (form === NUMBER) {
        const whole = Math.round(found * units);
        // When the quotient gives the number back, it was exactly that many cents: no half to weigh.
        minor[i] = whole / units === found ? whole + 0 : toMinor(found, unit);
        continue;
      }
      const value = minorOfDigits(found, form, scale, zeros, raw.decimalSign, habit);
      if (typeof value === 'string') trouble(i, value);
      else minor[i] = value;
    } else if (given === UNREAD_CURRENCY) minor[i] = Number.NaN;
    else trouble(i, 'unknown-currency');
  }
  return { minor, blank, currency, troubles, named };
}

/** A cell's mark contradicts its row's currency only when that has a name. */
function agrees(mark: CurrencyMark, rowCurrency: Currency): boolean {
  return rowCurrency === null || mark.among.includes(rowCurrency);
}

/** What a mark means: the default currency when it is of the family (`$` where the user said CAD), else what the locale says of it. */
function markCurrency(mark: CurrencyMark, defaultCurrency: Currency): string | null {
  return defaultCurrency !== null && mark.among.includes(defaultCurrency) ? defaultCurrency : mark.code;
}

/** Share of the filled cells that name a currency. */
function markedShare(marks: MarkColumn, shape: Uint8Array): number {
  if (marks.rows === null) return 0;
  let filled = 0;
  let marked = 0;
  for (let i = 0; i < shape.length; i++) {
    if (shape[i] !== BLANK) filled++;
    if (marks.rows[i] !== 0) marked++;
  }
  return marked / filled;
}

/** One `$20` among a hundred bare amounts does not make them dollars. */
const TELLING_SHARE = 0.3;

/**
 * The currency of cells that name none: the default, else the only one seen where a currency column or enough cells name it, or where it is at home;
 * null (unnamed) when none is, undefined when two are.
 */
function bareCurrency(context: AmountContext, named: readonly string[], share: number): Currency | undefined {
  if (context.defaultCurrency !== null) return context.defaultCurrency;
  const seen = new Set<Currency>(named);
  if (context.rowCurrency !== null)
    for (let place = 0; place < context.currencies.length; place++)
      if (context.rowCurrency.includes(place)) seen.add(context.currencies[place] as Currency);
  seen.delete(null);
  if (seen.size > 1) return undefined;
  const [only = null] = seen;
  return context.rowCurrency !== null || share >= TELLING_SHARE || only === homeCurrency(context.locale) ? only : null;
}

const SCALES = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Minor units of a text's digits, exact, `zeros` put behind them; or why its form does not say. */
function minorOfDigits(
  digits: number,
  form: number,
  scale: number,
  zeros: number,
  columnSign: DecimalSign | null,
  habit: NumberHabit | null,
): number | TroubleKind {
  let decimals = form - DIGITS;
  if (form === OPEN_POINT || form === OPEN_COMMA) {
    // In thousands, three decimals are as usual as in dinars.
    const reading = readOpen(form === OPEN_POINT ? '.' : ',', zeros > 0 ? 3 : scale, columnSign, habit);
    if (typeof reading === 'string') return reading;
    decimals = reading;
  }
  if (decimals > scale + zeros) return 'unreadable';
  const minor = digits * (SCALES[scale + zeros - decimals] as number) + 0;
  return Math.abs(minor) <= LARGEST * (SCALES[scale] as number) && Number.isSafeInteger(minor) ? minor : 'unreadable';
}

/**
 * How many decimals `1.234` or `1,234` has: 0 where its sign parts thousands, 3 where it is the decimal sign. The column's own texts decide,
 * else the locale's habit; three decimals by habit alone are believed only in a currency that has them.
 */
function readOpen(sign: DecimalSign, scale: number, columnSign: DecimalSign | null, habit: NumberHabit | null): number | 'ambiguous' {
  if (columnSign !== null) return columnSign === sign ? 3 : 0;
  if (habit === null) return 'ambiguous';
  if (habit.decimal === sign) return scale === 3 ? 3 : 'ambiguous';
  // A sign that only sometimes parts thousands there is no proof where three decimals are usual.
  return habit.groups[0] === sign || (habit.groups.includes(sign) && scale < 3) ? 0 : 'ambiguous';
}

/** Reads one amount alone (a payment, a setting, a formula's argument), in `currency` unless it names its own; null when blank. */
export function readAmount(
  cell: Cell | undefined,
  context: { readonly locale: string | null; readonly currency: Currency },
  format: string | null = null,
): { minor: number; currency: Currency } | { trouble: LoneTrouble } | null {
  const sheet: Sheet = { name: '', cells: [[cell ?? null]], formats: [[format]] };
  const currencies: Currency[] = [];
  const column = { locale: context.locale, defaultCurrency: context.currency, rowCurrency: null, currencies };
  const { minor, blank, currency, troubles } = readAmountColumn(sheet, { from: 0, to: 1 }, 0, column);
  if (blank[0] === 1) return null;
  const trouble = troubles[0];
  if (trouble !== undefined) return { trouble: { kind: trouble.kind, found: trouble.found } };
  return { minor: minor[0] as number, currency: currencies[currency[0] as number] as Currency };
}
