/**
 * What Google calls: the menu and its entries, the one function of the panel, the clock of the morning. One call is one command under the document's
 * lock. Nothing is asked of Google before a function is called.
 */
import { answerTo, ran, wordsFor } from './clicks.ts';
import { refreshDaily } from './daily.ts';
import { Patience, spreadsheet } from './google.ts';
import { inWords } from './trouble.ts';
import type { Start } from './wire.ts';

/** Adds the Relance menu. Google calls it when the spreadsheet opens, before any right was given. */
export function onOpen(): void {
  const { menu } = wordsFor(null);
  SpreadsheetApp.getUi()
    .createMenu('Relance')
    .addItem(menu.open, 'openPanel')
    .addItem(menu.refresh, 'refreshFromMenu')
    .addItem(menu.prepare, 'openPrepare')
    .addItem(menu.settings, 'openSettings')
    .addItem(menu.help, 'openHelp')
    .addToUi();
}

/** Adds the menu at once where the add-in was just installed. */
export function onInstall(): void {
  onOpen();
}

/** Menu: opens the panel. */
export function openPanel(): void {
  show('today');
}

/** Menu: opens the panel where reminders are prepared. */
export function openPrepare(): void {
  show('prepare');
}

/** Menu: opens the settings. */
export function openSettings(): void {
  show('settings');
}

/** Menu: opens the help. */
export function openHelp(): void {
  show('help');
}

/** Menu: brings the columns up to date and says so, without the panel. */
export function refreshFromMenu(): void {
  const words = wordsFor(null);
  try {
    const { view } = ran({ kind: 'refresh' }, null, new Patience(), () => words);
    const refusal = view?.refusal;
    say(refusal ? `${refusal.message} ${refusal.advice}` : words.refreshed(view?.left.length ?? 0));
  } catch (error) {
    const { message, advice } = inWords(error, words);
    say(`${message} ${advice}`);
  }
}

/** The panel's one door: an Ask as JSON in, an Answer as JSON out. */
export function relance(ask: string): string {
  return JSON.stringify(answerTo(ask));
}

/** The refresh of every morning, called by its trigger. */
export function dailyRefresh(): void {
  refreshDaily();
}

/** The panel beside the sheet. Which entry opened it is written in the page. */
function show(start: Start): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Relance');
  SpreadsheetApp.getUi().showSidebar(page.setContent(page.getContent().replace('data-start=""', `data-start="${start}"`)));
}

function say(text: string): void {
  spreadsheet().toast(text, 'Relance');
}
