/**
 * Spreadsheet.createTextFinder as Google's reference has it: every cell of every sheet, in any case unless told otherwise, in part of what it shows; in the
 * formula instead, where it was asked to match formulas. Its regular expressions know neither what stands before nor what follows.
 */
import type { BookData, SheetData } from './book.ts';
import type { Execution } from './execution.ts';
import { served } from './spreadsheet.ts';
import { shown } from './typing.ts';

export function finderOf(
  run: Execution,
  book: BookData,
  text: string,
  rangeAt: (sheet: SheetData, row: number, column: number) => unknown,
): unknown {
  let [isPattern, inFormulas, isExact] = [false, false, false];
  const isFound = (content: string): boolean => {
    if (!isPattern) return isExact ? content.includes(text) : content.toLowerCase().includes(text.toLowerCase());
    if (/\(\?[=!<]/.test(text)) throw new Error('Invalid regular expression.');
    return new RegExp(text, isExact ? '' : 'i').test(content);
  };
  const set = (change: () => void): unknown => {
    change();
    return finder;
  };
  const finder: Record<string, (...args: unknown[]) => unknown> = served(run, 'TextFinder', {
    useRegularExpression: (on: boolean) =>
      set(() => {
        isPattern = on;
      }),
    matchFormulaText: (on: boolean) =>
      set(() => {
        inFormulas = on;
      }),
    matchCase: (on: boolean) =>
      set(() => {
        isExact = on;
      }),
    findAll: () =>
      book.sheets
        .filter(({ kind }) => kind === 'GRID')
        .flatMap((sheet) =>
          Array.from({ length: sheet.lastRow }, (_, r) =>
            Array.from({ length: sheet.lastColumn }, (__, c) => {
              const stored = sheet.at(r + 1, c + 1);
              const content = inFormulas && stored.formula !== null ? stored.formula : shown(stored, book.locale);
              return isFound(content) ? [rangeAt(sheet, r + 1, c + 1)] : [];
            }).flat(),
          ).flat(),
        ),
  });
  return finder;
}
