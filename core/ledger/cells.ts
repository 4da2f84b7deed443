/**
 * The door of the ledger: cells become days, sums of whole cents, currencies and answers, or troubles with their place. Behind it nothing
 * wonders any more whether 03/04 is March or April, or whether 1,234 is a thousand. Each file behind it is one of these questions.
 */
export { type AmountColumn, type AmountContext, readAmount, readAmountColumn } from './amount-cells.ts';
export {
  type CellTrouble,
  displayText,
  formatAt,
  isBlankCell,
  isErrorCell,
  type LoneTrouble,
  plainText,
  quotedAt,
  type RowRange,
  type TroubleKind,
} from './cell-text.ts';
export { currencyFromFormat } from './currency-formats.ts';
export {
  type CurrencyColumn,
  currencyFromText,
  currencyIndex,
  NO_CURRENCY,
  readCurrencyColumn,
  UNREAD_CURRENCY,
} from './currency-words.ts';
export { type DayColumn, type DayContext, formatDayLike, readDay, readDayColumn } from './day-cells.ts';
export { dayOfSerial } from './day-serials.ts';
export { type DateOrder, dateOrderOf } from './locale-habits.ts';
export { yesNo } from './yes-no.ts';
