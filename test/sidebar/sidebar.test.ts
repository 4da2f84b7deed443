// The built sidebar over the built script, in a true browser: what a user of Google Sheets sees and does, and what is said when Google does not answer.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Ask } from '../../appsscript/server/wire.ts';
import { WORDS as SAYS } from '../../appsscript/sidebar/words.ts';
import { itAtLength } from '../at-length.ts';
import { type Built, built as builtOf } from '../hosts/built.ts';
import { cellsOf, SheetData } from '../hosts/sheets/index.ts';
import { cutOff, findings, settled, tabbedTo, until } from '../panel/stage.ts';
import { EN, FR } from '../panel/words.ts';
import { IS_THOROUGH, oneOrAll } from '../thorough.ts';
import { type OpenSheet, openSheet } from './account.ts';
import { everyScreen, type Language, LOCALE, MENU, tab, year } from './screens.ts';
import { type Sidebar, Town } from './sidebar.ts';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

let built: Built;
let town: Town;
beforeAll(async () => {
  [built, town] = await Promise.all([builtOf('appsscript'), Town.open()]);
});
afterAll(async () => {
  await town?.close();
});

interface Opened extends Sidebar {
  readonly sheet: OpenSheet;
}

/** Opens the sidebar by a menu entry, over a year of invoices. */
async function opened(
  language: Language,
  { entry = 'open', ...more }: { entry?: keyof (typeof MENU)['fr']; framed?: boolean; mail?: boolean } = {},
): Promise<Opened> {
  const sheet = openSheet(built, year(language), { locale: language, mail: more.mail ?? true });
  const html = sheet.menu(MENU[language][entry]);
  const sidebar = await town.visit({ script: sheet.script, html, locale: LOCALE[language], framed: more.framed ?? false });
  await settledIn(sidebar);
  return { ...sidebar, sheet };
}

/** The same sheet, opened again by another entry of the menu. */
async function again({ sheet }: Opened, entry: keyof (typeof MENU)['fr'], language: Language): Promise<Sidebar> {
  const sidebar = await town.visit({ script: sheet.script, html: sheet.menu(MENU[language][entry]), locale: LOCALE[language] });
  await settledIn(sidebar);
  return sidebar;
}

const settledIn = ({ frame }: Sidebar): Promise<void> => settled(frame as unknown as Page);
const asks = (asked: readonly string[]): Ask[] => asked.map((text) => JSON.parse(text) as Ask);
/** What was asked, in words: commands by their kind. */
const kinds = (asked: readonly string[]): string[] => asks(asked).map((ask) => (ask.kind === 'command' ? ask.command.kind : ask.kind));

/** Where the Tab key is held to reach everything, and axe reads in every run; the panel's tests walk every screen of the same panel. */
const WALKED = new Set(['welcome', 'today', 'batch', 'settings', 'trouble']);

describe('every screen, 300 px wide', () => {
  it.each(oneOrAll('en', 'fr'))('in %s: nothing cut, nothing axe objects to, all within reach of the Tab key', async (language) => {
    const found: string[] = [];
    const seen: string[] = [];
    await everyScreen(town, built, language, async (page, name) => {
      seen.push(name);
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
      for (const finding of await findings(page, { reach: WALKED.has(name), axe: IS_THOROUGH || WALKED.has(name) }))
        found.push(`${name}: ${finding}`);
    });
    expect(found).toEqual([]);
    expect(seen.length).toBeGreaterThan(15);
    expect(town.faults).toEqual([]);
  });
});

describe('in the frame Google gives it', () => {
  it.each(oneOrAll(['fr', FR, 'Factures', 'Motif'], ['en', EN, 'Invoices', 'Reason']))(
    '%s: from the opened sheet to a draft that was sent',
    async (language, words, name, reason) => {
      const visit = await opened(language, { framed: true });
      const { sheet, asked, frame } = visit;
      const main = frame.locator('#panel main');
      expect(kinds(asked)).toEqual(['open']);
      await press(visit, words.sheet.confirmAndFill);
      expect(sheet.book.sheet(name).rows.some((row) => row?.some((cell) => cell?.value === reason))).toBe(true);
      await openEntry(visit, 'Bâti-Lorrière');
      await press(visit, words.entry.prepare);
      const drafts = [...(sheet.account.mailbox?.drafts.values() ?? [])];
      expect(drafts.map(({ headers }) => headers.find((one) => /^to$/i.test(one.name))?.value)).toEqual([expect.stringContaining('@')]);
      await press(visit, words.result.seeOutbox);
      await press(visit, `${words.follow.open}${words.colon}Bâti-Lorrière`);
      expect(await comes(() => visit.opened[0])).toBe('https://mail.google.com/mail/?authuser=marie%40atelier.example#drafts');
      await press(visit, `${words.follow.sent}${words.colon}Bâti-Lorrière`);
      expect(sheet.events()).toEqual(['promise-broken', 'intent', 'drafted', 'sent']);
      expect(await main.textContent()).toContain(words.follow.outboxEmpty);
      expect(kinds(asked)).toEqual(['open', 'bind', 'refresh', 'prepare', 'mark']);
      await visit.close();
      expect(town.faults).toEqual([]);
    },
  );

  itAtLength('a paper is printed alone, and saved as a file', async () => {
    const visit = await opened('fr', { framed: true });
    const { frame, page } = visit;
    await press(visit, FR.sheet.confirmAndFill);
    await openEntry(visit, 'Domaine de Roquesaure');
    await press(visit, FR.ahead.paper.show['formal-notice']);
    await frame.frameLocator('.entry.open iframe').locator('h1').waitFor();
    const saved = page.waitForEvent('download');
    await press(visit, FR.ahead.paper.save);
    expect((await saved).suggestedFilename()).toMatch(/\.html$/);
    // The frame that is handed to the printer comes and goes: it is noted as it comes.
    await frame.evaluate(() =>
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLElement && node.matches('iframe.printed')) document.body.dataset.printed = 'yes';
      }).observe(document.body, { childList: true, subtree: true }),
    );
    await press(visit, FR.ahead.paper.print);
    await frame.waitForSelector('body[data-printed="yes"]');
    await visit.close();
    expect(town.faults).toEqual([]);
  });
});

describe('without any right on mail', () => {
  it('a reminder opens as a message to send, and waits for the user’s word', async () => {
    const visit = await opened('fr', { mail: false });
    await press(visit, FR.sheet.confirmAndFill);
    await openEntry(visit, 'Bâti-Lorrière');
    await press(visit, FR.entry.prepare);
    await press(visit, FR.result.seeOutbox);
    await press(visit, `${FR.follow.open}${FR.colon}Bâti-Lorrière`);
    const link = new URL(await comes(() => visit.opened[0]));
    expect([link.hostname, link.searchParams.get('view')]).toEqual(['mail.google.com', 'cm']);
    expect(link.searchParams.get('to')).toContain('@');
    expect(visit.sheet.events()).toEqual(['promise-broken', 'intent', 'drafted']);
    await visit.close();
    expect(town.faults).toEqual([]);
  });
});

describe('one click, one question', () => {
  itAtLength('the entry of the menu decides what is shown first', async () => {
    const first = await opened('fr');
    await press(first, FR.sheet.confirmAndFill);
    await first.close();
    const shows: readonly (readonly [keyof (typeof MENU)['fr'], string])[] = [
      ['prepare', '#panel dialog[open] .primary'],
      ['settings', '#panel input[type="date"]'],
      ['help', '#panel .help:not([hidden])'],
    ];
    for (const [entry, selector] of shows) {
      const visit = await again(first, entry, 'fr');
      expect([entry, await visit.frame.locator(selector).count()]).toEqual([entry, 1]);
      expect([entry, kinds(visit.asked)]).toEqual([entry, ['open']]);
      await visit.close();
    }
    expect(town.faults).toEqual([]);
  });

  itAtLength('cells are shown, the last refresh is taken back, the morning’s refresh is turned on and off', async () => {
    const visit = await opened('fr');
    const { sheet, asked, page } = visit;
    await press(visit, FR.sheet.confirmOnly);
    const before = filled(sheet);
    await press(visit, FR.head.refresh);
    await press(visit, FR.result.seeColumns);
    expect(await comes(() => sheet.selected())).toMatch(/^Factures!/);
    await press(visit, FR.settings.undoGo);
    await visit.frame.waitForSelector('#panel .note.good');
    expect(filled(sheet)).toEqual(before);
    await press(visit, FR.nav.settings);
    const daily = page.locator('#panel input[type="checkbox"]');
    await daily.check();
    await settledIn(visit);
    expect(sheet.account.triggers.map(({ handler }) => handler)).toEqual(['dailyRefresh']);
    await daily.uncheck();
    await settledIn(visit);
    expect(sheet.account.triggers).toEqual([]);
    expect(kinds(asked)).toEqual(['open', 'bind', 'refresh', 'select', 'put-back', 'daily', 'daily']);
    await visit.close();
    expect(town.faults).toEqual([]);
  });

  it.each(oneOrAll(['en', EN, 'Invoices'], ['fr', FR, 'Factures']))(
    '%s: formulas that do not follow the sheet are shown after a refresh, and follow it on the user’s word',
    async (language, words, name) => {
      const visit = await opened(language);
      const { sheet, asked } = visit;
      await press(visit, words.sheet.confirmOnly);
      const theirs = new SheetData(sheet.book, 'Mars');
      sheet.book.sheets.push(theirs);
      const rows = [2, 4, 5] as const;
      for (const row of rows) theirs.put(row, 2, { value: 40, formula: '=DSO()', format: null });
      sheet.book.flush();
      await press(visit, words.head.refresh);
      const note = visit.frame.locator('#panel .note.warn');
      expect(await note.textContent()).toContain(words.result.unfollowing(3));
      expect(await note.locator('li').count()).toBe(3);
      expect(await cutOff(visit.page)).toEqual([]);
      await press(visit, words.problems.jump('Mars B4'));
      expect(await comes(() => sheet.selected())).toBe('Mars!B4');
      theirs.put(5, 2, { value: 12, formula: null, format: null });
      sheet.book.flush();
      await press(visit, words.result.follow);
      expect(await visit.frame.locator('#panel .outcome').textContent()).toContain(`${words.result.followed}${words.colon}2.`);
      expect(rows.map((row) => theirs.at(row, 2).formula)).toEqual([
        expect.stringMatching(`^=DSO\\('${name}'!A:[A-Z]+\\)$`),
        expect.stringMatching(`^=DSO\\('${name}'!A:[A-Z]+\\)$`),
        null,
      ]);
      expect(kinds(asked)).toEqual(['open', 'bind', 'refresh', 'select', 'convert']);
      await visit.close();
      expect(town.faults).toEqual([]);
    },
  );

  itAtLength('a chosen language is kept with the account, and the day of the last visit with it', async () => {
    const visit = await opened('fr');
    await press(visit, FR.sheet.confirmOnly);
    await press(visit, FR.nav.settings);
    await visit.page.locator('#panel select').first().selectOption('en');
    await visit.frame.locator('#panel').getByText(EN.settings.language, { exact: true }).waitFor();
    await settledIn(visit);
    expect(kinds(visit.asked)).toEqual(['open', 'bind', 'open']);
    await visit.close();
    // Another computer: the browser knows nothing, the account does.
    const elsewhere = await again(visit, 'open', 'fr');
    expect(await tab(elsewhere.page, EN.nav.today).count()).toBe(1);
    expect(asks(elsewhere.asked)[0]).toMatchObject({ about: true, keep: { lastVisit: '2026-03-16' } });
    await elsewhere.close();
    expect(town.faults).toEqual([]);
  });
});

describe('when there is no answer', () => {
  const trouble = (visit: Sidebar) => visit.frame.locator('#panel .note.bad').textContent();

  it.each(oneOrAll(['en', EN], ['fr', FR]))(
    '%s: the script’s own words are shown with what to do, and trying again goes on',
    async (language, words) => {
      const visit = await opened(language);
      await press(visit, words.sheet.confirmOnly);
      visit.sheet.book.lockedByAnother = true;
      await press(visit, words.head.refresh);
      expect(await trouble(visit)).toContain(language === 'fr' ? 'Une autre actualisation est en cours' : 'Another refresh is running');
      visit.sheet.book.lockedByAnother = false;
      await press(visit, words.failed.retry);
      expect(await visit.frame.locator('#panel .note.good').textContent()).toContain(words.result.refreshed);
      await visit.close();
      expect(town.faults).toEqual([]);
    },
  );

  it('Gmail’s daily limit stops the drafts, and says so', async () => {
    const visit = await opened('fr');
    await press(visit, FR.sheet.confirmAndFill);
    if (visit.sheet.account.mailbox) visit.sheet.account.mailbox.quota = 0;
    await openEntry(visit, 'Bâti-Lorrière');
    await press(visit, FR.entry.prepare);
    expect(await visit.frame.locator('#panel .outcome, #notices').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/Gmail|Google/)]),
    );
    expect(visit.sheet.account.mailbox?.made).toEqual([]);
    await visit.close();
    expect(town.faults).toEqual([]);
  });

  it.each(oneOrAll('fr', 'en'))('%s: what Google says in place of an answer is put in words', async (language) => {
    const says = SAYS[language];
    const cases = [
      ['You do not have permission to call SpreadsheetApp.getActive', says.refused('')],
      ['Authorization is required to perform that action.', says.refused('')],
      ['NetworkError: Connection failure due to HTTP 0', says.cut('')],
      ['Exceeded maximum execution time', says.late('')],
      ['Nous sommes désolés, une erreur s’est produite.', says.failed('Nous sommes désolés, une erreur s’est produite.')],
    ] as const;
    let said: string | null = cases[0][0];
    const sheet = openSheet(built, year(language), { locale: language });
    const script = (ask: string) => {
      if (said !== null) throw new Error(said);
      return sheet.script(ask);
    };
    const visit = await town.visit({ script, html: sheet.menu(MENU[language].open), locale: LOCALE[language] });
    const retry = async (): Promise<void> => {
      await visit.frame.locator('#panel .note.bad button').first().click();
      await settledIn(visit);
    };
    for (const [error, [message, advice]] of cases) {
      said = error;
      await retry();
      const text = await trouble(visit);
      expect(text).toContain(message);
      expect(text).toContain(advice);
    }
    said = null;
    await retry();
    expect(await visit.frame.locator('#panel .screen').count()).toBe(1);
    await visit.close();
    expect(town.faults).toEqual([]);
  });

  itAtLength('offline, nothing is even asked; nothing is lost', async () => {
    const visit = await opened('fr');
    await press(visit, FR.sheet.confirmOnly);
    await visit.context.setOffline(true);
    const before = visit.asked.length;
    await press(visit, FR.head.refresh);
    expect(await trouble(visit)).toContain(SAYS.fr.offline('')[0]);
    expect(visit.asked.length).toBe(before);
    await visit.context.setOffline(false);
    await press(visit, FR.failed.retry);
    expect(await visit.frame.locator('#panel .note.good').count()).toBe(1);
    await visit.close();
    expect(town.faults).toEqual([]);
  });

  itAtLength('a call that never comes back is given up after the longest Google lets a script run', async () => {
    const sheet = openSheet(built, year('en'), { locale: 'en' });
    const visit = await town.begin({ script: () => new Promise(() => undefined), html: sheet.menu('Open'), locale: 'en-US' });
    await visit.frame.waitForSelector('#panel .loading');
    await visit.page.clock.fastForward('07:01');
    await visit.frame.waitForSelector('#panel .note.bad');
    expect(await trouble(visit)).toContain(SAYS.en.late('')[0]);
    await visit.close();
  });
});

describe('without a mouse', () => {
  itAtLength('from the opened sheet to a draft that is sent', async () => {
    const visit = await opened('en');
    const { page } = visit;
    const key = async (name: string): Promise<void> => {
      await tabbedTo(page, name);
      await page.keyboard.press('Enter');
      await settledIn(visit);
    };
    await key(EN.sheet.confirmAndFill);
    await key('Bâti-Lorrière');
    await key(EN.entry.prepare);
    await key(EN.result.seeOutbox);
    await key(`${EN.follow.sent}${EN.colon}Bâti-Lorrière`);
    expect(visit.sheet.events()).toEqual(['promise-broken', 'intent', 'drafted', 'sent']);
    await visit.close();
    expect(town.faults).toEqual([]);
  });
});

/** What stands in the sheet, without the blanks at the ends of its rows. */
const filled = ({ book }: OpenSheet): string[] =>
  cellsOf(book.sheet('Factures')).map((row) => JSON.stringify(row).replace(/(?:,?null)+\]$/, ']'));

async function press(visit: Sidebar, label: string): Promise<void> {
  await visit.frame.locator('#panel').getByRole('button', { name: label, exact: true }).first().click();
  await settledIn(visit);
}

async function openEntry(visit: Sidebar, customer: string): Promise<void> {
  await visit.frame.locator('#panel .entry-head', { hasText: customer }).first().click();
  await settledIn(visit);
}

/** What comes by itself, in its own time. */
const comes = async (look: () => string | null | undefined): Promise<string> =>
  (await until(
    async () => look(),
    (found) => typeof found === 'string',
  )) ?? 'it never came';
