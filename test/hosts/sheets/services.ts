/** The other services of Google a script of ours meets: session, lock, properties, dates in words, the log. */
import type { Execution } from './execution.ts';
import { served, spreadsheetApp } from './spreadsheet.ts';
import { partsOf, serialOf } from './zone.ts';

/** The globals of one run of a script. */
export function servicesOf(run: Execution): Record<string, unknown> {
  const { book, scriptTimeZone, userLocale } = run.surroundings;
  return {
    SpreadsheetApp: spreadsheetApp(run),
    Session: served(run, 'Session', {
      getScriptTimeZone: () => scriptTimeZone,
      getActiveUserLocale: () => userLocale,
    }),
    LockService: served(run, 'LockService', { getDocumentLock: () => lockOf(run) }),
    PropertiesService: served(run, 'PropertiesService', {
      getDocumentProperties: () =>
        served(run, 'Properties', {
          getProperty: (key: string) => book.properties.get(key) ?? null,
          setProperty: (key: string, value: string) => {
            book.properties.set(key, String(value));
          },
          deleteProperty: (key: string) => {
            book.properties.delete(key);
          },
        }),
    }),
    Utilities: served(run, 'Utilities', { formatDate }),
    Logger: served(run, 'Logger', { log: () => undefined }),
  };
}

function lockOf(run: Execution): unknown {
  const { book } = run.surroundings;
  return served(run, 'Lock', {
    tryLock: () => {
      run.hasLock ||= !book.lockedByAnother;
      return run.hasLock;
    },
    waitLock: () => {
      if (book.lockedByAnother) throw new Error('Lock timeout: another process was holding the lock for too long.');
      run.hasLock = true;
    },
    hasLock: () => run.hasLock,
    releaseLock: () => {
      // Google writes what is waiting before others may enter.
      if (run.hasLock) book.flush();
      run.hasLock = false;
    },
  });
}

/** Java's patterns, as far as they are needed; quoted words stand as they are. */
function formatDate(date: Date, zone: string, pattern: string): string {
  if (Object.prototype.toString.call(date) !== '[object Date]')
    throw new Error("The parameters don't match the method signature for Utilities.formatDate.");
  const { y, m, d, h, min, s } = partsOf(serialOf(date, zone));
  const parts: Record<string, string> = { yyyy: String(y), MM: two(m), dd: two(d), HH: two(h), mm: two(min), ss: two(s) };
  return pattern.replace(/'([^']*)'|yyyy|MM|dd|HH|mm|ss/g, (part, words: string | undefined) => words ?? parts[part] ?? part);
}

const two = (n: number): string => String(n).padStart(2, '0');
