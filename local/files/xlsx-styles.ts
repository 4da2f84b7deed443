/**
 * How an Excel workbook shows its numbers: the number format behind each cell style. It tells a date from an amount, and an amount in euros from
 * a percentage.
 */
import { type XlsxBook, xmlOf } from './xlsx-book.ts';
import { Tags } from './xml.ts';

/** Formats Excel knows by number only. Those of currencies follow the reader's country, so they name none here. */
const FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
/** Dates and times of East Asian workbooks, known by number too. */
const EAST_DAYS = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const EAST_TIMES = new Set([32, 33, 34, 35, 55, 56]);

function builtIn(id: number): string | null {
  return FORMATS[id] ?? (EAST_DAYS.has(id) ? 'yyyy/m/d' : EAST_TIMES.has(id) ? 'h:mm' : null);
}

/** Whether a number format shows a day: it has a d or a y outside quotes, brackets and escapes. */
export function showsDay(format: string): boolean {
  if (/^(?:general|standard)$/i.test(format)) return false;
  return /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').split(';')[0]);
}

export interface XlsxStyles {
  /** The number format of a cell style; null for General. */
  formatOf(style: number): string | null;
  /** Whether the style shows a day. */
  isDay(style: number): boolean;
  /** The plainest style that shows a day (no fill, border or font of its own if there is such a one); null when there is none. */
  readonly plainDay: number | null;
}

/** The styles of a workbook; all General when it has no styles part. */
export function readStyles(book: XlsxBook): XlsxStyles {
  const xml = book.stylesPart === null ? null : xmlOf(book.zip, book.stylesPart);
  const custom = new Map<number, string>();
  const formats: (string | null)[] = [];
  let plainDay: { readonly style: number; readonly dressed: number } | null = null;
  let inCells = false;
  const tags = new Tags(xml ?? '');
  while (tags.next()) {
    if (tags.closing) {
      if (tags.is('cellXfs')) inCells = false;
    } else if (tags.is('numFmt')) custom.set(Number(tags.value('numFmtId')), tags.value('formatCode') ?? '');
    else if (tags.is('cellXfs')) inCells = !tags.empty;
    else if (inCells && tags.is('xf')) {
      const id = Number(tags.value('numFmtId') ?? 0);
      const format = custom.get(id) ?? builtIn(id);
      formats.push(format === null || /^(?:general|standard)?$/i.test(format) ? null : format);
      const dressed = ['fillId', 'borderId', 'fontId'].filter((name) => (tags.value(name) ?? '0') !== '0').length;
      if (format !== null && showsDay(format) && (plainDay === null || dressed < plainDay.dressed))
        plainDay = { style: formats.length - 1, dressed };
    }
  }
  const days = formats.map((format) => format !== null && showsDay(format));
  return {
    formatOf: (style) => formats[style] ?? null,
    isDay: (style) => days[style] ?? false,
    plainDay: plainDay === null ? null : plainDay.style,
  };
}
