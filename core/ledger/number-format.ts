/**
 * What a number format says a number is: 46043 with `dd/mm/yyyy` is a day, with `0.00%` a rate, with `#,##0.00 €` a sum in euros. The
 * format is all that tells them apart.
 */
import { markInFormat } from './currency-formats.ts';
import type { CurrencyMark } from './currency-words.ts';

/** `plain`: the format tells nothing (General, whole or decimal number, text). `number`: grouped, coloured or with words: not a date. */
export type Shown = 'plain' | 'number' | 'date' | 'time' | 'percent';

export interface FormatFacts {
  readonly shown: Shown;
  readonly currency: CurrencyMark | null;
  /** Does a text dash stand for zero here (accounting formats)? */
  readonly dashIsZero: boolean;
}

const PLAIN = /^(?:general|standard|allgemein|estándar|@|text|[#0?]*(?:\.[#0?]+)?)$/i;
/** A run of date letters of English, French or German formats: `dd`, `mmm`, `yyyymmdd`, `jj`, `aaaa`, `TT`, `JJJJ`. */
const DATE_RUN = /^(?=.*[dyjt]|mmm|a{2,4}$)(?:[dmy]+|[jma]+|[tmj]+|[dmj]+|g{2,4})$/;
const TIME_RUN = /^(?:h{1,2}|s{1,2}|m{1,2}|hhmm|hhmmss)$/;

/** What one format says. Null and '' say nothing. `locale` names the dollar of a bare `$`. */
export function formatFacts(format: string | null, locale: string | null): FormatFacts {
  const text = format?.trim() ?? '';
  if (PLAIN.test(text)) return { shown: 'plain', currency: null, dashIsZero: false };
  const sections = text.split(';');
  const shown = shownBy(text);
  return {
    shown,
    currency: shown === 'number' ? markInFormat(text, locale) : null,
    dashIsZero: sections.length > 2 && /["\\]?-/.test((sections[2] as string).replace(/\[[^\]]*\]|_./g, '')),
  };
}

function shownBy(format: string): Shown {
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(format);
  const code = format
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ' ')
    .replace(/am\/pm|a\/p/gi, ' ')
    .replace(/s[.,]0+/gi, 's')
    .toLowerCase();
  if (code.includes('%')) return 'percent';
  if (/[#0?]/.test(code)) return 'number';
  const runs = code.match(/\p{L}+/gu) ?? [];
  const hasTime = elapsed || runs.some((run) => run.startsWith('h') || run.startsWith('s'));
  if (runs.some((run) => DATE_RUN.test(run))) return 'date';
  if (hasTime && runs.every((run) => TIME_RUN.test(run))) return 'time';
  // `mm/yy` without hours has been seen above; lone `mm` is a month when no clock stands beside it.
  return runs.some((run) => /^m{1,2}$/.test(run)) ? 'date' : 'number';
}

/** Reads formats with a memory: a column has thousands of cells and a handful of formats. */
export function formatReader(locale: string | null): (format: string | null) => FormatFacts {
  const known = new Map<string | null, FormatFacts>();
  let lastFormat: string | null = null;
  let lastFacts = formatFacts(null, locale);
  return (format) => {
    if (format === lastFormat) return lastFacts;
    let facts = known.get(format);
    if (facts === undefined) {
      facts = formatFacts(format, locale);
      known.set(format, facts);
    }
    lastFormat = format;
    lastFacts = facts;
    return facts;
  };
}
