/**
 * One click, one answer. A command runs alone: the document's lock is held from its first look at the sheet until its last write is flushed, whoever
 * clicked, menu, panel or clock.
 */
import { type Command, dayFromIso, perform, type View } from '../../core/index.ts';
import { readAsk } from './ask.ts';
import { ComposeLinks } from './compose-links.ts';
import { dailyHere, setDaily } from './daily-trigger.ts';
import { takeDigest } from './digest.ts';
import { Drive } from './driver.ts';
import { gmailDrafts, hasGmail } from './gmail.ts';
import { accountLanguage, accountOf, momentOf, Patience, spreadsheet, tried } from './google.ts';
import { KeptForUser } from './kept.ts';
import { Ended, inWords, troubleOf } from './trouble.ts';
import { convertCells, unfollowingCells } from './unfollowing.ts';
import type { About, Answer, Ask, Kept, Trouble } from './wire.ts';
import { WORDS, type Words } from './words.ts';

/** How long a click waits for another one to end. */
const PATIENCE = 20_000;

type Good = Extract<Answer, { ok: true }>;
/** A command as whoever asks knows it: the moment is the script's. */
export type Asked = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never;

/** Answers what the panel asked, whatever it was; never throws. */
export function answerTo(json: unknown): Answer {
  const patience = new Patience();
  const ask = readAsk(json);
  const words = () => wordsFor(ask);
  if (ask === null) return { ok: false, ...troubleOf('failed', words().notUnderstood) };
  try {
    const kept = new KeptForUser(spreadsheet().getId());
    // As it was before this click: the day of the last visit is that of the one before.
    const about = ask.about === true ? aboutIn(kept) : null;
    keep(ask.keep ?? {}, kept);
    const answer = done(ask, patience, words);
    return about === null ? answer : { ...answer, about: ask.kind === 'daily' ? { ...about, daily: dailyHere() } : about };
  } catch (error) {
    return { ok: false, ...inWords(error, words()) };
  }
}

function done(ask: Ask, patience: Patience, words: () => Words): Good {
  switch (ask.kind) {
    case 'command':
      return withUnfollowing(ran(ask.command, ask.asOf, patience, words), ask.command, patience);
    case 'convert':
      return converted(ask.cells, patience, words);
    case 'select':
      select(ask, words);
      break;
    case 'daily':
      setDaily(ask.on);
      break;
    case 'about':
      break;
    default:
      ask satisfies never;
  }
  return { ok: true, view: null, today: momentOf(spreadsheet()).today };
}

// ── Commands ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Runs a command alone. Throws what Google throws, and {@link Ended} where words of ours end it. */
export function ran(command: Asked, asOf: string | null, patience: Patience, words: () => Words): Good {
  return locked(() => alone(command, asOf, patience, words), words);
}

/** Does something while nobody else does. */
function locked<T>(act: () => T, words: () => Words): T {
  // None where the script belongs to no document: then nobody else can be in it.
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock !== null && !lock.tryLock(PATIENCE)) throw new Ended(troubleOf('busy', words().trouble.busy));
  try {
    return act();
  } finally {
    // A lock that cannot be given back ends with the script.
    tried(() => lock?.releaseLock());
  }
}

function alone(command: Asked, asOf: string | null, patience: Patience, words: () => Words): Good {
  const book = spreadsheet();
  const { at, day, today } = momentOf(book);
  const account = accountOf();
  const readerLanguage = accountLanguage();
  const options = { ...command.options, by: account, ...(readerLanguage === null ? {} : { readerLanguage }) };
  const links = hasGmail() ? null : new ComposeLinks(new KeptForUser(book.getId()), patience);
  const drive = new Drive(links ?? gmailDrafts(account, patience), patience);
  const chosen = asOf === null ? null : dayFromIso(asOf);
  const view = drive.run(perform({ ...command, at, options } as Command, chosen ?? day));
  if (drive.isUnfinished && command.kind === 'refresh') throw new Ended(troubleOf('time', words().trouble.time));
  const ready = links?.waiting(view) ?? [];
  const remark = remarkOn(view, drive, words);
  return { ok: true, view, today, ...(ready.length > 0 ? { links: ready } : {}), ...(remark === null ? {} : { remark }) };
}

/** Part of the work that is left for another click. */
function remarkOn({ notPrepared = [] }: View, { isUnfinished }: Drive, words: () => Words): Trouble | null {
  if (notPrepared.some(({ why }) => why === 'mail-quota')) return troubleOf('quota', words().trouble.quota);
  if (notPrepared.some(({ why }) => why === 'time-short')) return troubleOf('time', words().draftsLater);
  return isUnfinished ? troubleOf('time', words().columnsLater) : null;
}

// ── Formulas that do not follow the sheet ───────────────────────────────────────────────────────────────────────────────────────────────

/** A refresh answers with the formulas it could not bring up to date, where there is time to look for them. */
function withUnfollowing(answer: Good, { kind }: Asked, patience: Patience): Good {
  const place = kind === 'refresh' && !patience.isShort ? answer.view?.formulas : undefined;
  const cells = place === undefined ? [] : unfollowingCells(spreadsheet(), place);
  return cells.length === 0 ? answer : { ...answer, unfollowing: cells };
}

/** What would be written is worked out anew from the workbook as it is: nobody can have anything else written. */
function converted(cells: Extract<Ask, { kind: 'convert' }>['cells'], patience: Patience, words: () => Words): Good {
  return locked(() => {
    const { view, today } = alone({ kind: 'open' }, null, patience, words);
    const place = view?.formulas;
    const left = cells.map(({ sheet, row, column }) => ({ sheet, row, column, why: 'row-changed' as const }));
    return { ok: true, view: null, today, converted: place ? convertCells(spreadsheet(), cells, place) : { done: 0, left } };
  }, words);
}

// ── Beside commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function select({ sheet: name, row, column }: Extract<Ask, { kind: 'select' }>, words: () => Words): void {
  const sheet = spreadsheet().getSheetByName(name);
  if (sheet === null || row > sheet.getMaxRows()) throw new Ended(troubleOf('failed', words().noCell(name)));
  const range = tried(() => sheet.getRange(column === null ? `${row}:${row}` : `${column}${row}`));
  if (range === null) throw new Ended(troubleOf('failed', words().noCell(name)));
  range.activate();
}

const [LANGUAGE, LAST_VISIT] = ['language', 'lastVisit'];

function aboutIn(kept: KeptForUser): About {
  const language = kept.get(LANGUAGE);
  return {
    language: language === 'fr' || language === 'en' ? language : null,
    accountLanguage: accountLanguage(),
    lastVisit: kept.get(LAST_VISIT),
    daily: dailyHere(),
    account: accountOf(),
    mail: hasGmail() ? 'drafts' : 'links',
    digest: takeDigest(kept),
  };
}

function keep({ language, lastVisit }: Kept, kept: KeptForUser): void {
  if (language !== undefined) kept.set(LANGUAGE, language);
  if (lastVisit !== undefined) kept.set(LAST_VISIT, lastVisit);
}

/** The words of this user: in the language chosen in the panel, else of the account; English where Google does not say. */
export function wordsFor(ask: Ask | null): Words {
  const chosen = ask?.kind === 'command' ? ask.command.options?.language : undefined;
  return WORDS[chosen ?? accountLanguage() ?? 'en'];
}
