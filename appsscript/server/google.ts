/**
 * What the script asks Google about where it runs: the spreadsheet, the user, the moment. Some answers are missing before the user gave a right, and
 * in some places for good: then the rest goes on without them.
 */
import { type CalendarDay, dayFromIso, type LanguageCode } from '../../core/index.ts';

/** The spreadsheet the script belongs to. */
export function spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const { getActive } = SpreadsheetApp as { getActive?: unknown };
  return typeof getActive === 'function' ? SpreadsheetApp.getActive() : SpreadsheetApp.getActiveSpreadsheet();
}

/** The answer of Google; null where it gives none. */
export function tried<T>(ask: () => T): T | null {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
}

/** The user's address; '' where Google does not say. */
export function accountOf(): string {
  return tried(() => Session.getActiveUser().getEmail()) ?? '';
}

/** The language of the account, when it is one of ours; null when it is not, or Google does not say. */
export function accountLanguage(): LanguageCode | null {
  const locale = tried(() => Session.getActiveUserLocale()) ?? '';
  return /^fr/i.test(locale) ? 'fr' : /^en/i.test(locale) ? 'en' : null;
}

/** The moment on the spreadsheet's calendar and clock: the script may live in another zone. */
export interface Moment {
  /** ISO day. */
  readonly today: string;
  /** ISO date-time, without zone. */
  readonly at: string;
  readonly day: CalendarDay;
}

export function momentOf(book: GoogleAppsScript.Spreadsheet.Spreadsheet): Moment {
  const zone = book.getSpreadsheetTimeZone();
  const at = Utilities.formatDate(new Date(), zone, "yyyy-MM-dd'T'HH:mm:ss");
  const today = at.slice(0, 10);
  const day = dayFromIso(today);
  if (day === null) throw new Error(`no such day: ${today}`);
  return { today, at, day };
}

/**
 * How long the script may still go on. Google ends it after six minutes, wherever it is; what is begun near that end may be cut in two. So nothing new
 * is begun in the last minute and a half.
 */
export class Patience {
  readonly #start = Date.now();

  get isShort(): boolean {
    return Date.now() - this.#start > 270_000;
  }
}
