/**
 * The panel beside a Google sheet. The engine is in the script on Google's side, so a click is one question to it; the sidebar remembers only what the
 * panel asks of its host between two clicks. Nothing is asked unless the user clicked, or opened the sidebar.
 */
import type { FollowingCell, LanguageCode, UnfollowingCell, View, Written } from '../../core/for-panel.ts';
import { localMoment, today } from '../../panel/clock.ts';
import type { Desk, Hooks } from '../../panel/desk.ts';
import { mountPanel } from '../../panel/main.tsx';
import { notice } from '../../panel/notice.ts';
import { printPaper } from '../../panel/print-paper.ts';
import type { About, Answer, Ask, ComposeLink, Kept, Start } from '../server/wire.ts';
import { askScript } from './script.ts';
import '../../panel/whole-window.css';
import './sidebar.css';
import { WORDS, type Words } from './words.ts';

type Good = Extract<Answer, { ok: true }>;

const LANGUAGE = 'relance-language';
const MAIL = 'https://mail.google.com/mail/';

/** What the script told at the opening; null before. */
let about: About | null = null;
/** Today where the spreadsheet lives; null before the first answer. */
let todayThere: string | null = null;
/** The day the user chose; null: whatever day it is. */
let chosenDay: string | null = null;
let language = keptLanguage();
let viewsLanguage: LanguageCode | null = null;
let links: readonly ComposeLink[] = [];
/** What the last refresh wrote; null when there is nothing to take back. */
let written: Written | null = null;
/** Formulas that the last refresh could not bring up to date. */
let unfollowing: readonly UnfollowingCell[] = [];
/** What the user chose since the last question, to ride on the next. */
let keep: Kept = {};

const words = (): Words => WORDS[language ?? viewsLanguage ?? about?.accountLanguage ?? (/^fr/i.test(navigator.language) ? 'fr' : 'en')];

/** Asks the script; rejects with sentences, which is what the panel shows. */
async function ask(question: Ask): Promise<Good> {
  const isOpening = about === null;
  const riding = isOpening ? { ...keep, lastVisit: today() } : keep;
  keep = {};
  const answer = await askScript({
    ...question,
    ...(isOpening ? { about: true } : {}),
    ...(Object.keys(riding).length > 0 ? { keep: riding } : {}),
  });
  if ('ok' in answer && answer.ok) {
    takeUp(answer);
    return answer;
  }
  keep = { ...riding, ...keep };
  const [message, advice] = 'ok' in answer ? [answer.message, answer.advice] : words()[answer.unreached](answer.detail);
  throw Object.assign(new Error(message), advice ? { advice } : {});
}

function takeUp({ today: day, links: fresh, about: told, remark, view }: Good): void {
  todayThere = day;
  links = fresh ?? [];
  if (told) {
    if (about === null && told.digest !== null) notice(told.digest, words().close);
    about = told;
  }
  if (remark) notice(`${remark.message} ${remark.advice}`, words().close);
  viewsLanguage = view?.words?.code ?? viewsLanguage;
}

const desk: Desk = {
  send: async (command) => {
    const isOpening = about === null;
    const { view, unfollowing: found } = await ask({ kind: 'command', command, asOf: chosenDay });
    // What the user chose elsewhere, on another computer, is known only now.
    if (isOpening && about !== null && about.language !== language && keep.language === undefined) {
      language = about.language;
      keptLanguage(language);
      return desk.send({ ...command, options: { ...command.options, ...(language ? { language } : {}) } });
    }
    if (command.kind === 'refresh') [written, unfollowing] = [view?.written ?? null, found ?? []];
    return view as View;
  },
};

const hooks: Hooks = {
  selectCell: async (sheet, row, column) => void (await ask({ kind: 'select', sheet, row, column })),
  // Google tells no page what is selected, and to ask again and again would cost the user's quota.
  onSelection: () => () => undefined,
  canUndo: () => written !== null,
  undo: async (options) => {
    // The panel offers it only while there is something to take back.
    if (written === null) throw new RangeError();
    const view = await desk.send({ kind: 'put-back', at: localMoment(), written, ...(options ? { options } : {}) });
    written = null;
    return view;
  },
  download: (draft) => {
    if (about?.mail === 'drafts') return open(`${MAIL}?authuser=${encodeURIComponent(about.account)}#drafts`);
    const link = links.find(({ id }) => id === draft);
    if (!link || (link.isShortened && link.text === '')) return notice(words().noLink, words().close);
    open(link.url);
    if (link.isShortened) notice(words().tooLong, words().close, link.text);
  },
  print: printPaper,
  asOf: {
    get: () => chosenDay ?? todayThere ?? today(),
    set: (day) => {
      chosenDay = day === (todayThere ?? today()) ? null : day;
    },
    today: () => todayThere ?? today(),
  },
  language: {
    get: () => language,
    set: (code) => {
      language = code;
      keptLanguage(code);
      keep = { ...keep, language: code };
    },
  },
  // The script notes the day with the first question, so that no other is needed for it.
  lastVisit: { get: () => about?.lastVisit ?? null, set: () => undefined },
  daily: {
    get: () => about?.daily ?? null,
    set: async (on) => {
      await ask({ kind: 'daily', on, about: true });
    },
  },
  unfollowing: {
    get: () => unfollowing,
    follow: async () => {
      const { converted } = await ask({ kind: 'convert', cells: unfollowing.filter(canFollow) });
      unfollowing = [];
      return converted ?? { done: 0, left: [] };
    },
  },
  start: (document.body.dataset.start || 'today') as Start,
};

const canFollow = (cell: UnfollowingCell): cell is FollowingCell => cell.to !== null;

/** In a window of its own, which knows nothing of this one. */
function open(url: string): void {
  Object.assign(document.createElement('a'), { href: url, target: '_blank', rel: 'noopener' }).click();
}

/**
 * The language chosen here before, so that the first words are in it; `chosen` takes its place. The script keeps it too, for where the browser keeps
 * nothing.
 */
function keptLanguage(chosen?: LanguageCode | null): LanguageCode | null {
  try {
    if (chosen !== undefined) localStorage.setItem(LANGUAGE, chosen ?? '');
    return (localStorage.getItem(LANGUAGE) || null) as LanguageCode | null;
  } catch {
    return null;
  }
}

mountPanel(document.getElementById('panel') as HTMLElement, desk, hooks);
