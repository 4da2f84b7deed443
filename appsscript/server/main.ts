/**
 * What Google calls: the menu, its entries and the clicks of the panel. One call is one command under the document's lock; the answer is JSON,
 * because Google lets no date through. Nothing is asked of Google before a function is called.
 */
import { type CommandOptions, dayFromIso, perform, type View } from '../../core/index.ts';
import { runInSheets } from './driver.ts';

/** How long a click waits for another one to end. */
const PATIENCE = 20_000;

/** What a click answers, as JSON. */
export type Answer =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly kind: 'busy' | 'failed'; readonly message: string; readonly advice: string };

const WORDS = {
  fr: {
    menu: { refreshFromMenu: 'Actualiser' },
    busy: ['Une autre actualisation est en cours.', 'Réessayez dans une minute.'],
    failed: 'Rien d’autre n’a été écrit. Corrigez ce que Google signale, puis actualisez de nouveau.',
    refreshed: (left: number) =>
      left === 0
        ? 'La feuille est à jour.'
        : `La feuille est à jour\u00a0; ${left} cellule${left > 1 ? 's' : ''} laissée${left > 1 ? 's' : ''} telle${left > 1 ? 's' : ''} quelle${left > 1 ? 's' : ''}.`,
  },
  en: {
    menu: { refreshFromMenu: 'Refresh' },
    busy: ['Another refresh is running.', 'Try again in a minute.'],
    failed: 'Nothing else was written. Mend what Google reports, then refresh again.',
    refreshed: (left: number) =>
      left === 0 ? 'The sheet is up to date.' : `The sheet is up to date; ${left} cell${left > 1 ? 's' : ''} left as found.`,
  },
} as const;

/** Adds the Relance menu. Google calls it when the spreadsheet opens, before any right was given. */
export function onOpen(): void {
  const menu = SpreadsheetApp.getUi().createMenu('Relance');
  for (const [name, caption] of Object.entries(words().menu)) menu.addItem(caption, name);
  menu.addToUi();
}

/** Brings the owned columns up to date; answers an {@link Answer} as JSON. */
export function refresh(options?: CommandOptions): string {
  return JSON.stringify(answerTo('refresh', options));
}

/** Menu: brings the owned columns up to date and says so. */
export function refreshFromMenu(): void {
  const answer = answerTo('refresh');
  if (!answer.ok) say(`${answer.message} ${answer.advice}`);
  else if (answer.view.refusal) say(`${answer.view.refusal.message} ${answer.view.refusal.advice}`);
  else say(words().refreshed(answer.view.left.length));
}

function answerTo(kind: 'open' | 'refresh' | 'prepare', options?: CommandOptions): Answer {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE)) {
    const [message, advice] = words().busy;
    return { ok: false, kind: 'busy', message, advice };
  }
  try {
    // Today is the spreadsheet's day: the script may live in another zone.
    const zone = SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    const now = new Date();
    const today = Utilities.formatDate(now, zone, 'yyyy-MM-dd');
    const at = `${today}T${Utilities.formatDate(now, zone, 'HH:mm:ss')}`;
    const asOf = dayFromIso(today);
    if (asOf === null) throw new Error(`no such day: ${today}`);
    return { ok: true, view: runInSheets(perform({ kind, at, ...(options ? { options } : {}) }, asOf)) };
  } catch (error) {
    return { ok: false, kind: 'failed', message: error instanceof Error ? error.message : String(error), advice: words().failed };
  } finally {
    lock.releaseLock();
  }
}

/** The user's words: French on a French account; English while Google does not say. */
function words(): (typeof WORDS)[keyof typeof WORDS] {
  try {
    return /^fr/i.test(Session.getActiveUserLocale()) ? WORDS.fr : WORDS.en;
  } catch {
    return WORDS.en;
  }
}

function say(text: string): void {
  SpreadsheetApp.getActive().toast(text, 'Relance');
}
