/**
 * What Google Sheets makes of a text that a script (or a person) puts in a cell: it is read as if typed, in the spreadsheet's locale. This is why
 * "03/04" written as words may come back as a day of March or April, and "=HYPERLINK(…)" as a live link.
 */
import { partsOf, serialOfDay } from './zone.ts';

/** The format of a cell nobody formatted, as getNumberFormat answers it. */
export const AUTOMATIC = '0.###############';

/** What stands in a cell. `format` null is automatic. */
export interface Stored {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly format: string | null;
  /** A text in parts of different looks, or with a link. Gone once a script has put a value there. */
  readonly rich?: 'parts' | 'link';
}

export const BLANK: Stored = { value: null, formula: null, format: null };

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janv january janvier jan',
    'févr february février feb',
    'mars march mar',
    'avr april avril apr',
    'mai may',
    'juin june jun',
    'juil july juillet jul',
    'août august aug',
    'sept september septembre sep',
    'oct october octobre',
    'nov november novembre',
    'déc december décembre dec',
  ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
);
const TRUTH: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false, VRAI: true, FAUX: false };

/** How a date is shown where nobody chose a format. */
export function dateFormatOf(locale: string): string {
  return locale === 'en_US' ? 'M/d/yyyy' : 'dd/MM/yyyy';
}

/** True for a number format that shows a day or an hour. */
export function showsDate(format: string | null): boolean {
  return format !== null && /[dyhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/[#0]/.test(format);
}

/** What a cell holds after `text` was put in it. `now` is a day number, for dates typed without a year. */
export function typed(text: string, before: Stored, locale: string, now: number): Stored {
  const { format } = before;
  if (text === '') return { value: null, formula: null, format };
  if (format === '@') return { value: text, formula: null, format };
  if (text.startsWith("'")) return { value: text.slice(1), formula: null, format };
  if (text.startsWith('=') && text.length > 1) return { value: '#NAME?', formula: text, format };
  if (/^[+-][A-Za-z(]/.test(text)) return { value: '#NAME?', formula: `=${text}`, format };
  const plain = text.trim();
  const truth = TRUTH[plain.toUpperCase()];
  if (truth !== undefined) return { value: truth, formula: null, format };
  const number = typedNumber(plain, locale);
  if (number) return { value: number.value, formula: null, format: format ?? number.format };
  const day = typedDay(plain, locale, now);
  if (day !== null) return { value: day, formula: null, format: format ?? dateFormatOf(locale) };
  return { value: text, formula: null, format };
}

function typedNumber(text: string, locale: string): { value: number; format: string | null } | null {
  const [group, decimal] = locale.startsWith('en') ? [',', '.'] : ['[\\s\\u00a0\\u202f]', ','];
  const found = new RegExp(
    `^([+-])?([€$£])?\\s*(\\d{1,3}(?:${group}\\d{3})+|\\d+)?(?:\\${decimal}(\\d+))?(?:[eE]([+-]?\\d+))?\\s*(%|€|\\$|£)?$`,
  ).exec(text);
  if (!found || (found[3] === undefined && found[4] === undefined)) return null;
  const whole = (found[3] ?? '0').replace(/\D/g, '');
  const value = Number(`${found[1] ?? ''}${whole}.${found[4] ?? '0'}e${found[5] ?? 0}`);
  if (found[6] === '%') return { value: value / 100, format: found[4] ? '0.00%' : '0%' };
  const sign = found[2] ?? found[6];
  return { value, format: sign ? `#,##0.00 [$${sign}]` : null };
}

function typedDay(text: string, locale: string, now: number): number | null {
  const year = (digits: string | undefined): number =>
    digits === undefined ? partsOf(now).y : digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return serialOfDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    return locale === 'en_US' ? serialOfDay(year(numeric[3]), first, second) : serialOfDay(year(numeric[3]), second, first);
  }
  const words = /^(?:(\d{1,2}) )?(\p{L}+)\.? (\d{1,2}|\d{4})(?:,? (\d{4}))?$/u.exec(text);
  const month = words ? MONTHS[(words[2] as string).toLowerCase()] : undefined;
  if (!words || month === undefined) return null;
  const [, before, , after, last] = words;
  if (before !== undefined) return serialOfDay(year(after), month, Number(before));
  return (after as string).length === 4 ? serialOfDay(Number(after), month, 1) : serialOfDay(year(last), month, Number(after));
}

/** The text a cell shows. */
export function shown({ value, format }: Stored, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return locale.startsWith('fr') ? (value ? 'VRAI' : 'FAUX') : value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (showsDate(format)) {
    const { y, m, d } = partsOf(value);
    const two = (n: number): string => String(n).padStart(2, '0');
    return (format as string).replace(/y{4}|y{2}|d{1,2}|m{1,2}/gi, (part) => {
      if (part[0]?.toLowerCase() === 'y') return part.length === 4 ? String(y) : two(y % 100);
      const number = part[0]?.toLowerCase() === 'd' ? d : m;
      return part.length === 2 ? two(number) : String(number);
    });
  }
  const percent = format?.includes('%') ?? false;
  const text = String(percent ? Number((value * 100).toPrecision(12)) : value);
  return `${locale.startsWith('en') ? text : text.replace('.', ',')}${percent ? '%' : ''}`;
}
