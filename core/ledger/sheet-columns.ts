/**
 * The mapped columns of an invoice table, each read once, top to bottom, into typed values: the sheet before anybody asks which of its rows are
 * invoices. Nothing is decided here.
 */
import type { Currency } from '../money.ts';
import type { Role, TablePlace } from '../types.ts';
import type { Cell, Sheet } from '../workbook.ts';
import { type AmountColumn, readAmountColumn } from './amount-cells.ts';
import type { RowRange } from './cell-text.ts';
import type { TableCandidate } from './columns.ts';
import { type CurrencyColumn, currencyFromText, readCurrencyColumn } from './currency-words.ts';
import { type DayColumn, type DayContext, readDayColumn } from './day-cells.ts';
import { readHeader } from './header-match.ts';
import { type MoneyScale, scaleAround, scaleOf } from './money-scales.ts';

/** A column that was read, with its place in the sheet. */
export type Placed<Column> = Column & { readonly column: number };

export interface SheetColumns {
  readonly sheet: Sheet;
  readonly place: TablePlace;
  readonly range: RowRange;
  readonly at: (role: Role) => number | null;
  /** The cell of data row `i` (0-based within the range). */
  readonly cell: (i: number, column: number | null) => Cell;
  readonly currencies: Currency[];
  /** The currency of rows that name none: the user's word or the header's; null when nobody said. */
  readonly usualCurrency: Currency;
  readonly currency: Placed<CurrencyColumn> | null;
  readonly amount: Placed<AmountColumn>;
  /** What one unit of the amounts is worth: more than 1 where the sheet keeps thousands or millions. */
  readonly amountScale: MoneyScale;
  readonly paidAmount: Placed<AmountColumn> | null;
  readonly balance: Placed<AmountColumn> | null;
  readonly disputedAmount: Placed<AmountColumn> | null;
  readonly promiseAmount: Placed<AmountColumn> | null;
  readonly issuedOn: Placed<DayColumn> | null;
  readonly dueOn: Placed<DayColumn> | null;
  readonly paidOn: Placed<DayColumn> | null;
  readonly promiseOn: Placed<DayColumn> | null;
  readonly holdUntil: Placed<DayColumn> | null;
  readonly disputeDeadline: Placed<DayColumn> | null;
  /** The columns whose cells say yes or no to "paid?". */
  readonly paidAnswersAt: readonly number[];
}

/** Reads the columns of `candidate`. `currency` is the user's own word for rows that name none. */
export function readSheetColumns(sheet: Sheet, candidate: TableCandidate, dayContext: DayContext, currency: Currency): SheetColumns {
  const { place, yesNoColumns } = candidate;
  const range = { from: place.firstRow - 1, to: Math.max(place.firstRow - 1, place.lastRow) };
  const at = (role: Role): number | null => place.columns.get(role) ?? null;
  const currencies: Currency[] = [];
  const { locale } = dayContext;
  const currencyAt = at('currency');
  const currencyColumn =
    currencyAt === null ? null : { column: currencyAt, ...readCurrencyColumn(sheet, range, currencyAt, locale, currencies) };
  const usualCurrency = currency ?? (candidate.headerUnit === null ? null : currencyFromText(candidate.headerUnit, locale));
  const context = { locale, currencies, defaultCurrency: usualCurrency };
  const scaleIn = (column: number, usual: MoneyScale): MoneyScale => {
    const header = candidate.headers[column] ?? '';
    const { scale } = scaleOf(header);
    return scale === 1 && readHeader(header).unit === null ? usual : scale;
  };
  // A sheet that keeps only what is left to pay: that is its amount.
  const amountAt = (at('amount') ?? at('amountNet') ?? at('balance')) as number;
  const amountScale = scaleIn(amountAt, scaleAround(sheet, place.headerRow - 1, amountAt));
  const amount = {
    column: amountAt,
    ...readAmountColumn(sheet, range, amountAt, { ...context, rowCurrency: currencyColumn?.index ?? null, scale: amountScale }),
  };
  const money = (role: Role): Placed<AmountColumn> | null => {
    const column = at(role);
    if (column === null || column === amountAt || yesNoColumns.has(role)) return null;
    return {
      column,
      ...readAmountColumn(sheet, range, column, { ...context, rowCurrency: amount.currency, scale: scaleIn(column, amountScale) }),
    };
  };
  const days = (role: Role): Placed<DayColumn> | null => {
    const column = at(role);
    return column === null || yesNoColumns.has(role) ? null : { column, ...readDayColumn(sheet, range, column, dayContext) };
  };
  return {
    sheet,
    place,
    range,
    at,
    cell: cellReader(sheet, range.from),
    currencies,
    usualCurrency,
    currency: currencyColumn,
    amount,
    amountScale,
    paidAmount: money('paidAmount'),
    balance: money('balance'),
    disputedAmount: money('disputedAmount'),
    promiseAmount: money('promiseAmount'),
    issuedOn: days('issuedOn'),
    dueOn: days('dueOn'),
    paidOn: days('paidOn'),
    promiseOn: days('promiseOn'),
    holdUntil: days('holdUntil'),
    disputeDeadline: days('disputeDeadline'),
    paidAnswersAt: (['paidAmount', 'paidOn'] as const).filter((role) => yesNoColumns.has(role)).map((role) => at(role) as number),
  };
}

/** Apart from the reading above, so that a ledger that can still look at its cells does not keep every column alive. */
function cellReader(sheet: Sheet, from: number): SheetColumns['cell'] {
  return (i, column) => (column === null ? null : (sheet.cells[from + i]?.[column] ?? null));
}
