/**
 * The command's own sentences: one shape, enforced by the compiler, one file a language. What is about invoices comes from the core in the file's
 * language; here is only what a terminal adds.
 */
import type { LeftCell } from '../../core/workbook.ts';
import type { PathTroubleKind } from './answer.ts';
import type { FolderTroubleKind } from './folder-trouble.ts';
import type { Expected, UsageTrouble } from './options.ts';
import { en } from './words-en.ts';
import { fr } from './words-fr.ts';

export interface Words {
  /** The whole help page. */
  readonly help: string;
  readonly usage: { readonly [K in UsageTrouble['kind']]: (trouble: UsageTrouble & { readonly kind: K }, expected: string) => string };
  readonly expected: Readonly<Record<Expected & string, string>> & { readonly oneOf: (ids: readonly string[]) => string };
  readonly seeHelp: string;
  /** The file given to `--out` must end like the copy. */
  readonly wrongEnding: (path: string, ending: string, suggestion: string) => string;
  readonly overJournal: (path: string) => string;

  readonly path: Readonly<Record<PathTroubleKind, (path: string) => string>>;
  readonly folder: Readonly<Record<FolderTroubleKind, (path: string, holder: string) => string>>;
  readonly unexpected: (detail: string) => string;

  readonly prepared: (count: number, folder: string) => string;
  readonly nonePrepared: string;
  readonly cutLine: (row: number, customer: string | null) => string;
  readonly copyKept: (name: string) => string;
  readonly copyWritten: (path: string) => string;
  readonly leftCells: (count: number) => string;
  readonly why: Readonly<Record<LeftCell['why'], string>>;
  readonly cell: (sheet: string, row: number, column: string) => string;

  readonly page: {
    readonly sheet: (name: string) => string;
    readonly asOf: (day: string) => string;
    readonly invoices: (count: number) => string;
    readonly figures: {
      readonly outstanding: string;
      readonly overdue: string;
      readonly notDue: string;
      readonly undated: string;
      readonly unapplied: string;
      readonly dso: string;
      readonly countBack: string;
      readonly weightedDaysLate: string;
    };
    readonly days: (count: string) => string;
    readonly ofOutstanding: (share: string) => string;
    readonly bestAndLate: (best: string, late: string) => string;
    readonly moreThan: (days: string) => string;
    readonly unnamedCurrency: string;
    readonly aging: string;
    readonly toDo: (count: number) => string;
    readonly nothingToDo: string;
    readonly upcoming: (count: number) => string;
    readonly customers: (shown: number, all: number) => string;
    /** `36 of 100 (8 invoices)`. */
    readonly score: (score: number, settled: number) => string;
    readonly forecast: string;
    readonly weekOf: (day: string) => string;
    readonly between: (low: string, high: string) => string;
    readonly planned: (sum: string) => string;
    readonly later: string;
    readonly notExpected: (count: number, sum: string) => string;
    readonly forecastError: (share: string) => string;
    readonly alsoOpen: (numbers: string) => string;
    readonly to: (address: string) => string;
    readonly blocked: string;
    readonly careful: string;
    readonly problems: (count: number) => string;
    readonly noProblem: string;
    readonly severities: Readonly<Record<'error' | 'hold' | 'notice', string>>;
    readonly place: (sheet: string | null, row: number | null, column: string | null) => string;
    readonly notices: string;
    readonly andMore: (count: number) => string;
    readonly prepared: string;
  };
}

export const WORDS: Readonly<Record<'fr' | 'en', Words>> = { fr, en };

/** What is wrong with the command line, and what to type, in three short lines. */
export function usageText(trouble: UsageTrouble, language: 'fr' | 'en'): string {
  const words = WORDS[language];
  const expected =
    'expected' in trouble
      ? typeof trouble.expected === 'string'
        ? words.expected[trouble.expected]
        : words.expected.oneOf(trouble.expected)
      : '';
  const say = words.usage[trouble.kind] as (trouble: UsageTrouble, expected: string) => string;
  return `${say(trouble, expected)}\n${words.seeHelp}`;
}
