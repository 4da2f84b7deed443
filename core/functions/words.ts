/**
 * What formulas say: why a cell cannot answer and what to do about it, and the headers of what spills. Argument names are those of the language.
 */
import type { LanguageCode } from '../languages/language.ts';
import { en } from './words-en.ts';
import { fr } from './words-fr.ts';

export interface FormulaWords {
  // Arguments that cannot be read. `name` is the argument's.
  readonly unknownFunction: (name: string) => string;
  readonly missing: (name: string) => string;
  readonly tooMany: (most: number) => string;
  readonly oneCell: (name: string) => string;
  readonly rangeExpected: (name: string) => string;
  readonly unlikeColumns: string;
  readonly emptyColumn: string;
  readonly oneColumn: string;
  readonly cellError: (name: string, found: string) => string;
  readonly notADate: (name: string, found: string) => string;
  readonly impossibleDate: (name: string, found: string) => string;
  readonly ambiguousDate: (name: string, found: string) => string;
  readonly notANumber: (name: string, found: string) => string;
  readonly ambiguousNumber: (name: string, found: string) => string;
  readonly notACount: (name: string, found: string, least: number, most: number) => string;
  readonly notAFraction: (name: string, found: string) => string;
  readonly negative: (name: string) => string;
  readonly notText: (name: string) => string;
  readonly notOneOf: (name: string, found: string, known: readonly string[]) => string;
  readonly badBounds: (found: string) => string;
  readonly otherCurrencies: string;
  readonly reversed: (from: string, to: string) => string;
  readonly unreadableTerms: (found: string) => string;
  readonly askOrder: (found: string) => string;
  // Questions without an answer on this data.
  readonly toCome: (name: string, day: string) => string;
  readonly emptyRange: string;
  readonly rangeAdvice: string;
  readonly noWorkbook: string;
  readonly noInvoices: string;
  readonly noneYet: (day: string) => string;
  readonly noneReadable: (row: number, why: string) => string;
  readonly severalCurrencies: (list: string) => string;
  readonly noSuchCurrency: (found: string, list: string) => string;
  readonly unnamedCurrency: string;
  readonly unknownCustomer: (found: string) => string;
  readonly severalCustomers: (found: string) => string;
  readonly noSales: (after: string, until: string) => string;
  readonly moreThan: (days: number) => string;
  readonly noDatedSales: string;
  readonly nothingOwed: string;
  readonly nothingToCollect: string;
  readonly nothingSettled: string;
  readonly noScore: (settled: number) => string;
  readonly noForecast: (reasons: readonly string[]) => string;
  readonly noRate: (day: string) => string;
  readonly noInterest: (regime: string) => string;
  readonly noFee: (regime: string) => string;
  readonly feeInCurrency: (regime: string, currency: string) => string;
  readonly noLimitation: (regime: string) => string;
  readonly noStage: string;
  readonly zero: (name: string) => string;
  readonly notPositive: (name: string) => string;
  /** The name a range has where the panel would name a sheet. */
  readonly range: string;
  readonly headers: Readonly<
    Record<
      | 'month'
      | 'dso'
      | 'bestPossibleDso'
      | 'bucket'
      | 'count'
      | 'amount'
      | 'share'
      | 'customer'
      | 'open'
      | 'overdue'
      | 'week'
      | 'expected'
      | 'low'
      | 'high',
      string
    >
  >;
  /** Rows of the aging balance: `31–60 days`, beyond the last bound, and what is in no bucket. */
  readonly span: (from: number, to: number) => string;
  readonly over: (days: number) => string;
  readonly undated: string;
  readonly unapplied: string;
  readonly total: string;
  readonly month: (year: number, month: number) => string;
}

export const FORMULA_WORDS: Readonly<Record<LanguageCode, FormulaWords>> = { fr, en };
