/**
 * The page: opens a workbook in the grid at the left, puts the panel at its right, and gives it a desk. Everything happens in the browser; no byte
 * of the user's file leaves it.
 */
import { type CalendarDay, dayFromIso, type LanguageCode, type Snapshot } from '../../core/index.ts';
import { today } from '../../panel/clock.ts';
import type { Desk, Hooks, Panel } from '../../panel/desk.ts';
import { mountPanel } from '../../panel/main.tsx';
import { printPaper } from '../../panel/print-paper.ts';
import { columnOf, lettersOf } from '../files/cell-names.ts';
import { fileWords } from '../files/file-words.ts';
import type { Opened } from '../files/open-with.ts';
import { FileTrouble } from '../files/trouble.ts';
import { copyNow } from './copy.ts';
import { deskOf, type PageDesk, type Remark } from './desk.ts';
import { firstLook } from './first-look.ts';
import { chooseFile, clearNotice, drawBar, notice, parts, setUp } from './frame.ts';
import type { GridHost } from './grid/grid-host.ts';
import { openInPage } from './opening.ts';
import './page.css';
import { asked, chosen, type Source, SourceTrouble, sample } from './sources.ts';
import { bindingOf } from './storage/books.ts';
import { Folder } from './storage/folder.ts';
import { Outbox, saveAs } from './storage/outbox.ts';
import { Store } from './storage/store.ts';
import { StorageTrouble } from './storage/trouble.ts';
import { type Said, WORDS } from './words.ts';

/** What is open. */
interface Workbook {
  readonly source: Source;
  readonly opened: Opened;
  readonly grid: GridHost;
  readonly panel: Panel;
  readonly desk: PageDesk;
  asOf: string;
}

const address = new URL(location.href);
const store = new Store();
const readersLanguage: LanguageCode = (address.searchParams.get('lang') ?? navigator.language).toLowerCase().startsWith('fr') ? 'fr' : 'en';
/** The language the user asked for; null: that of the file. */
let wished: LanguageCode | null = address.searchParams.has('lang') ? readersLanguage : null;
let filesLanguage: LanguageCode = readersLanguage;
let current: Workbook | null = null;

const language = (): LanguageCode => wished ?? filesLanguage;
/** The panel that stands beside nothing, while no file is open. */
let idle: Panel | null = null;
const bar = {
  openFile: (file: File) => openNext(async () => chosen(file)),
  openSample: (name: string) => openNext(() => sample(name)),
  saveCopy: () => void saveCopy().catch(told),
};

function told(error: unknown): void {
  notice(spoken(said(error)), language());
}

const spoken = ({ message, advice }: Said): string => `${message} ${advice}`.trim();

function said(error: unknown): Said {
  const words = WORDS[language()];
  if (error instanceof StorageTrouble) return words.storage[error.kind];
  if (error instanceof SourceTrouble) return { message: words.source[error.kind](error.file), advice: '' };
  return words.failed(error instanceof Error ? error.message : String(error));
}

/** Says what a command met, beside what the panel says of it. */
function remarked(remark: Remark): void {
  const words = WORDS[language()];
  switch (remark.kind) {
    case 'not-in-folder':
      told(remark.trouble);
      break;
    case 'found-again':
      notice(words.foundAgain(remark.count), language(), 'news');
      break;
    case 'choice-not-kept':
      notice(words.choiceNotKept, language());
      break;
    default:
      remark satisfies never;
  }
}

/** How the person at this keyboard writes dates and amounts, where the file does not say. Plain `en` says nothing: half its readers put the day first. */
function typingLocale(): string | null {
  return navigator.language === 'en' ? null : navigator.language;
}

let opening: Promise<unknown> = Promise.resolve();

/** One file at a time: two clicks open two files one after the other, and the last one stays. */
function openNext(source: () => Promise<Source>): void {
  opening = opening.then(() => source().then(open, told));
}

/** Opens a workbook in place of the one that is open; when it cannot be opened, or the user would rather stay, that one stays. */
async function open(source: Source): Promise<void> {
  const words = WORDS[language()];
  clearNotice();
  if (current) notice(words.opening(source.name), language(), 'news');
  else {
    parts.grid.replaceChildren(Object.assign(document.createElement('p'), { className: 'wait', textContent: words.opening(source.name) }));
    showIdle(() => new Promise(() => undefined));
    void drawBar('', language(), bar);
  }
  try {
    // The grid is the larger part of the page: it is on its way while the file is read.
    const [bytes, { GridHost }] = await Promise.all([source.bytes(), import('./grid/grid-host.ts')]);
    await painted();
    const opened = await openInPage(bytes, source.name);
    // What is under way in the workbook that goes is ended first, and its changes are asked about last: a file that cannot be read costs no question.
    await current?.desk.idle();
    if (current?.grid.changed && !window.confirm(words.leave)) return clearNotice();
    await show(source, opened, GridHost);
    clearNotice();
  } catch (error) {
    if (error instanceof FileTrouble) notice(spoken(fileWords(error, source.name, language())), language());
    else told(error);
    if (!current) await showNothing();
  }
}

/** Once what was said is on the screen: reading a large file keeps the page busy for seconds. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A window in the background is not painted.
    setTimeout(resolve, 100);
  });
}

/** No file is open: the panel says how to begin. */
async function showNothing(): Promise<void> {
  const nothing: Snapshot = { sheets: [], locale: null, timeZone: null, date1904: false };
  parts.grid.replaceChildren(Object.assign(document.createElement('p'), { className: 'nothing', textContent: WORDS[language()].drop }));
  showIdle(async () => firstLook(nothing, today()));
  await drawBar('', language(), bar);
}

/** The panel while no workbook is behind it. */
function showIdle(send: Desk['send']): void {
  const hooks: Hooks = {
    selectCell: () => undefined,
    onSelection: () => () => undefined,
    onEdit: () => () => undefined,
    canUndo: () => false,
    undo: () => undefined,
    openFile: chooseFile,
    openSample: bar.openSample,
    download: () => undefined,
    asOf: { get: () => today(), set: () => undefined },
    language: { get: language, set: () => undefined },
  };
  idle?.unmount();
  idle = mountPanel(parts.panel, { send }, hooks);
}

async function show(source: Source, opened: Opened, Grid: typeof GridHost): Promise<void> {
  const asOf = source.asOf !== null && dayFromIso(source.asOf) !== null ? source.asOf : today();
  const binding = opened.snapshot.binding ?? (await bindingOf(opened.snapshot, store));
  const snapshot: Snapshot = binding === null ? opened.snapshot : { ...opened.snapshot, binding };
  const { report } = firstLook(snapshot, asOf);
  filesLanguage = report?.language ?? readersLanguage;
  const table = report?.table;
  const status = table?.columns.status;
  current?.panel.unmount();
  current?.grid.dispose();
  current = null;
  idle?.unmount();
  idle = null;
  parts.grid.replaceChildren();
  let day = () => asOf;
  const grid = await Grid.open(parts.grid, snapshot, {
    name: source.name,
    language: language(),
    isText: opened.original.kind === 'text',
    looks: opened.looks ?? null,
    locale: report?.locale ?? snapshot.locale ?? typingLocale(),
    today: () => dayFromIso(day()) as CalendarDay,
    table: table ? { sheet: table.sheet, headerRow: table.headerRow, statusColumn: status === undefined ? -1 : columnOf(status) } : null,
  });

  const folder = new Folder(store);
  await folder.resume().catch(() => undefined);
  const outbox = new Outbox(store, folder, snapshot, source.name);
  const desk = deskOf({ grid, store, outbox, language, asOf: () => workbook.asOf, remark: remarked });
  // The panel shows what went wrong by its message and advice: it gets sentences, not a code.
  const worded: typeof desk = {
    ...desk,
    send: (command) =>
      desk.send(command).catch((error: unknown) => {
        const { message, advice } = said(error);
        throw Object.assign(new Error(message, { cause: error }), { advice });
      }),
  };
  const workbook: { -readonly [K in keyof Workbook]: Workbook[K] } = { source, opened, grid, desk, asOf, panel: null as unknown as Panel };
  day = () => workbook.asOf;
  tellErrors(grid);
  await drawBar(source.name, language(), bar);
  workbook.panel = mountPanel(parts.panel, worded, hooksOf(workbook, outbox));
  current = workbook;
}

/** Beside a formula's error the grid says only its kind: the reason stands under the bar while the cell is selected. */
function tellErrors(grid: GridHost): void {
  let told = false;
  grid.onSelect((place) => {
    const why = grid.whyError(place);
    if (why !== null) notice(`${lettersOf(place.column)}${place.row}: ${why}`, language(), 'news');
    else if (told) clearNotice();
    told = why !== null;
  });
}

function hooksOf(workbook: Workbook, outbox: Outbox): Hooks {
  const { grid } = workbook;
  return {
    selectCell: (sheet, row, column) =>
      column === null ? grid.selectRow(sheet, row) : grid.jumpTo({ sheet, row, column: columnOf(column) }),
    onSelection: (callback) => grid.onSelect(({ sheet, row, column }) => callback({ sheet, row, column: lettersOf(column) })),
    onEdit: (callback) => grid.onEdit(callback),
    canUndo: () => grid.canUndoRefresh,
    undo: () => grid.undoRefresh(),
    isSample: workbook.source.isSample,
    openFile: chooseFile,
    openSample: bar.openSample,
    draftsAreFiles: true,
    download: (id) =>
      void outbox.download(id).then((isHere) => {
        if (!isHere) notice(WORDS[language()].draftNotHere, language());
      }, told),
    draftWords: (id) => outbox.words(id),
    help: () => [WORDS[language()].keys],
    print: printPaper,
    savePaper: ({ html, fileName }) => saveAs(new TextEncoder().encode(html), `${fileName}.html`, 'text/html;charset=utf-8'),
    ...(Folder.isPossible
      ? {
          pickFolder: async () => {
            await outbox.folder.choose().catch(told);
            return outbox.folder.name;
          },
        }
      : {}),
    asOf: {
      get: () => workbook.asOf,
      set: (day) => {
        workbook.asOf = day;
        grid.recalculate();
      },
    },
    language: {
      get: () => wished,
      set: (code) => {
        wished = code;
        void grid.speak(language());
        void drawBar(workbook.source.name, language(), bar);
      },
    },
    lastVisit: {
      get: () => localStorageOr(`relance-visit ${workbook.source.name}`),
      set: (day) => localStorageOr(`relance-visit ${workbook.source.name}`, day),
    },
    automatic: {
      get: () => localStorageOr('relance-automatic') === 'yes',
      set: (on) => localStorageOr('relance-automatic', on ? 'yes' : 'no'),
    },
  };
}

const wishes = new Map<string, string>();

/** A small wish of the user's, kept where the browser allows it; where it does not, until the page is closed. */
function localStorageOr(key: string, value?: string): string | null {
  if (value !== undefined) wishes.set(key, value);
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return wishes.get(key) ?? localStorage.getItem(key);
  } catch {
    return wishes.get(key) ?? null;
  }
}

async function saveCopy(): Promise<void> {
  if (!current) return;
  const { source, opened, grid, asOf } = current;
  const words = WORDS[language()];
  const sheets = grid.sheets().map((now) => ({ ...now, spills: grid.spills(now.sheet.name) }));
  const now = grid.snapshot();
  const table = firstLook(now, asOf).report?.table ?? null;
  const due = table?.columns.dueOn;
  const { bytes, extension, left } = copyNow(
    opened,
    sheets,
    table && { ...table, dueColumn: due === undefined ? null : columnOf(due) },
    now.binding,
  );
  const name = `${source.name.replace(/\.[^.]+$/, '').replace(/ \(Relance\)$/, '')} (Relance).${extension}`;
  const fate = await source.fate();
  saveAs(bytes as Uint8Array<ArrayBuffer>, name, 'application/octet-stream');
  grid.changed = false;
  const remarks = [
    words.saved(name),
    ...(fate === 'same' ? [] : [words.since[fate](source.name)]),
    ...(left.length > 0 ? [words.savedBut(left.map(({ sheet, row, column }) => `${sheet} ${column}${row}`).join(', '))] : []),
    ...(opened.original.kind === 'text' && extension === 'xlsx' ? [words.textCopy] : []),
  ];
  notice(remarks.join(' '), language(), fate === 'same' ? 'news' : 'trouble');
}

window.addEventListener('beforeunload', (event) => {
  if (current?.grid.changed) event.preventDefault();
});

setUp(bar.openFile);
parts.grid.addEventListener('relance-focus', () => current?.grid.focus());
document.documentElement.lang = readersLanguage;
const first = await asked(address, readersLanguage).catch((error: unknown) => {
  told(error);
  return null;
});
if (first) openNext(async () => first);
else await showNothing();
