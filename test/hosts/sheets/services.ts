/** The other services of Google a script of ours meets: session, lock, properties, pages, triggers, mail, dates in words, the log. */

import type { TriggerData } from './account.ts';
import type { Execution } from './execution.ts';
import { gmailOf } from './mailbox.ts';
import { served, spreadsheetApp } from './spreadsheet.ts';
import { partsOf, serialOf } from './zone.ts';

/** The globals of one run of a script. */
export function servicesOf(run: Execution): Record<string, unknown> {
  const { book, scriptTimeZone, account, pages = {} } = run.surroundings;
  return {
    SpreadsheetApp: spreadsheetApp(run),
    Session: served(run, 'Session', {
      getScriptTimeZone: () => scriptTimeZone,
      getActiveUserLocale: () => account.locale,
      getActiveUser: () => served(run, 'User', { getEmail: () => account.email }),
    }),
    LockService: served(run, 'LockService', { getDocumentLock: () => lockOf(run) }),
    PropertiesService: served(run, 'PropertiesService', {
      getDocumentProperties: () => propertiesOf(run, book.properties),
      getUserProperties: () => propertiesOf(run, account.properties),
    }),
    HtmlService: served(run, 'HtmlService', {
      createHtmlOutputFromFile: (name: string) => {
        const content = pages[name];
        if (content === undefined) throw new Error(`No HTML file named ${name} was found.`);
        return pageOf(run, content);
      },
      createHtmlOutput: (content = '') => pageOf(run, content),
    }),
    ScriptApp: scriptApp(run),
    ...(account.mailbox === null ? {} : { Gmail: gmailOf(run, account.mailbox) }),
    Utilities: served(run, 'Utilities', { formatDate }),
    Logger: served(run, 'Logger', { log: () => undefined }),
  };
}

/** Of a value, the most Google keeps. */
const MOST = 9 * 1024;

function propertiesOf(run: Execution, kept: Map<string, string>): unknown {
  const api: Record<string, (...args: unknown[]) => unknown> = served(run, 'Properties', {
    getProperty: (key: string) => kept.get(key) ?? null,
    getProperties: () => Object.fromEntries(kept),
    setProperty: (key: string, value: string) => {
      if (Buffer.byteLength(value) > MOST) throw new Error('Argument too large: value');
      kept.set(key, String(value));
      return api;
    },
    deleteProperty: (key: string) => {
      kept.delete(key);
      return api;
    },
  });
  return api;
}

function pageOf(run: Execution, first: string): unknown {
  let [content, title] = [first, ''];
  const page: Record<string, (...args: unknown[]) => unknown> = served(run, 'HtmlOutput', {
    getContent: () => content,
    setContent: (next: string) => {
      content = next;
      return page;
    },
    getTitle: () => title,
    setTitle: (next: string) => {
      title = next;
      return page;
    },
  });
  return page;
}

/** Triggers by the clock: built step by step, listed for this account only. */
function scriptApp(run: Execution): unknown {
  const { triggers } = run.surroundings.account;
  const triggerOf = (data: TriggerData): unknown =>
    served(run, 'Trigger', { getHandlerFunction: () => data.handler, getUniqueId: () => data.id });
  return served(run, 'ScriptApp', {
    getProjectTriggers: () => triggers.map(triggerOf),
    deleteTrigger: (trigger: { getUniqueId(): string }) => {
      const at = triggers.findIndex(({ id }) => id === trigger.getUniqueId());
      if (at < 0) throw new Error('Trigger not found');
      triggers.splice(at, 1);
    },
    newTrigger: (handler: string) =>
      served(run, 'TriggerBuilder', {
        timeBased: () => {
          let data: TriggerData = { id: `trigger-${triggers.length + 1}-${handler}`, handler, everyDays: 0, atHour: null, timeZone: null };
          const set = (more: Partial<TriggerData>): unknown => {
            data = { ...data, ...more };
            return clock;
          };
          const clock: Record<string, (...args: unknown[]) => unknown> = served(run, 'ClockTriggerBuilder', {
            everyDays: (everyDays: number) => set({ everyDays }),
            atHour: (atHour: number) => {
              if (!Number.isInteger(atHour) || atHour < 0 || atHour > 23) throw new Error('Invalid argument: hour');
              return set({ atHour });
            },
            inTimezone: (timeZone: string) => set({ timeZone }),
            create: () => {
              if (data.everyDays < 1) throw new Error('The trigger has no schedule.');
              triggers.push(data);
              return triggerOf(data);
            },
          });
          return clock;
        },
      }),
  });
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
