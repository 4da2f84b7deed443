/**
 * The page: opens a workbook in the grid at the left, puts the panel at its right, and gives it a desk. Everything happens in the browser; no byte
 * of the user's file leaves it.
 */
import { type Command, dayFromIso, type LanguageCode, perform, type Snapshot, type View } from '../../core/index.ts';
import type { Hooks, Panel } from '../../panel/desk.ts';
import { mountPanel } from '../../panel/main.tsx';
import { columnOf, lettersOf } from '../files/cell-names.ts';
import { fileWords } from '../files/file-words.ts';
import { type Opened, openWorkbook } from '../files/open.ts';
import { FileTrouble } from '../files/trouble.ts';
import { copyNow } from './copy.ts';
import { deskOf } from './desk.ts';
import { chooseFile, clearNotice, drawBar, notice, parts, setUp } from './frame.ts';
import type { GridHost } from './grid/grid-host.ts';
import './page.css';
import { asked, chosen, type Source, SourceGone, sample } from './sources.ts';
import { bindingOf, journalOf } from './storage/books.ts';
import { Folder } from './storage/folder.ts';
import { Outbox, saveAs } from './storage/outbox.ts';
import { Store } from './storage/store.ts';
import { StorageTrouble, storageTrouble } from './storage/trouble.ts';
import { WORDS } from './words.ts';

/** What is open. */
interface Workbook {
  readonly source: Source;
  readonly opened: Opened;
  readonly grid: GridHost;
  readonly panel: Panel;
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
const bar = {
  openFile: (file: File) => void open(chosen(file)),
  openSample: (name: string) => void sample(name).then(open, told),
  saveCopy: () => void saveCopy().catch(told),
};

function told(error: unknown): void {
  notice(sentence(error), language());
}

function sentence(error: unknown): string {
  const words = WORDS[language()];
  if (error instanceof StorageTrouble) return words.storage[error.kind];
  if (error instanceof SourceGone) return words.gone(error.message);
  return words.failed(error instanceof Error ? error.message : String(error));
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

/** How the person at this keyboard writes dates and amounts, where the file does not say. Plain `en` says nothing: half its readers put the day first. */
function typingLocale(): string | null {
  return navigator.language === 'en' ? null : navigator.language;
}

/** Reads without a host: what the file is, before it is shown. */
function firstLook(snapshot: Snapshot, asOf: string): View {
  const command: Command = { kind: 'open', at: `${asOf}T00:00:00`, options: { panel: {} } };
  const story = perform(command, dayFromIso(asOf) as NonNullable<ReturnType<typeof dayFromIso>>);
  let step = story.next();
  while (!step.done) step = story.next(snapshot);
  return step.value;
}

/** Opens a workbook in place of the one that is open; when it cannot be opened, that one stays. */
async function open(source: Source): Promise<void> {
  if (current?.grid.changed && !window.confirm(WORDS[language()].leave)) return;
  clearNotice();
  if (!current)
    parts.grid.replaceChildren(
      Object.assign(document.createElement('p'), { className: 'wait', textContent: WORDS[language()].opening(source.name) }),
    );
  try {
    // The grid is the larger part of the page: it is on its way while the file is read.
    const [bytes, { GridHost }] = await Promise.all([source.bytes(), import('./grid/grid-host.ts')]);
    const opened = openWorkbook(bytes, source.name);
    await show(source, opened, GridHost);
  } catch (error) {
    if (!current) parts.grid.replaceChildren();
    if (error instanceof FileTrouble) {
      const { message, advice } = fileWords(error, source.name, language());
      notice(`${message} ${advice}`, language());
    } else told(error);
    if (!current) await drawBar('', language(), bar);
  }
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
  parts.grid.replaceChildren();
  const grid = await Grid.open(parts.grid, snapshot, {
    name: source.name,
    language: language(),
    isText: opened.original.kind === 'text',
    locale: report?.locale ?? snapshot.locale ?? typingLocale(),
    table: table ? { sheet: table.sheet, headerRow: table.headerRow, statusColumn: status === undefined ? -1 : columnOf(status) } : null,
  });

  let refusal: StorageTrouble | null = null;
  const outbox = await outboxOf(snapshot, source.name).catch((error: unknown) => {
    refusal = storageTrouble(error);
    return null;
  });
  const book = outbox?.book ?? snapshot.workbookId ?? source.name;
  const refused = (): never => {
    throw refusal ?? new StorageTrouble('refused');
  };
  const desk = deskOf({ book, grid, store, outbox, language, asOf: () => workbook.asOf, refused });
  // The panel shows what went wrong by its message: it gets a sentence, not a code.
  const worded: typeof desk = {
    send: (command) =>
      desk.send(command).catch((error: unknown) => {
        throw new Error(sentence(error), { cause: error });
      }),
  };
  const workbook: { -readonly [K in keyof Workbook]: Workbook[K] } = { source, opened, grid, asOf, panel: null as unknown as Panel };
  await drawBar(source.name, language(), bar);
  workbook.panel = mountPanel(parts.panel, worded, hooksOf(workbook, outbox));
  current = workbook;
}

async function outboxOf(snapshot: Snapshot, name: string): Promise<Outbox> {
  const journal = await journalOf(snapshot, name, store);
  const folder = new Folder(store);
  await folder.resume();
  return new Outbox(store, folder, journal);
}

function hooksOf(workbook: Workbook, outbox: Outbox | null): Hooks {
  const { grid } = workbook;
  return {
    selectCell: (sheet, row, column) =>
      column === null ? grid.selectRow(sheet, row) : grid.jumpTo({ sheet, row, column: columnOf(column) }),
    onSelection: (callback) => grid.onSelect(({ sheet, row, column }) => callback({ sheet, row, column: lettersOf(column) })),
    onEdit: (callback) => grid.onEdit(callback),
    canUndo: () => grid.canUndoRefresh,
    undo: () => grid.undoRefresh(),
    openFile: chooseFile,
    openSample: bar.openSample,
    download: (id) => void outbox?.download(id).catch(told),
    ...(outbox && Folder.isPossible
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
    automatic: {
      get: () => localStorageOr('relance-automatic') === 'yes',
      set: (on) => localStorageOr('relance-automatic', on ? 'yes' : 'no'),
    },
  };
}

/** A small wish of the user's, kept where the browser allows it. */
function localStorageOr(key: string, value?: string): string | null {
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function saveCopy(): Promise<void> {
  if (!current) return;
  const { source, opened, grid, asOf } = current;
  const words = WORDS[language()];
  const sheets = grid.sheets();
  const table = firstLook(grid.snapshot(), asOf).report?.table ?? null;
  const due = table?.columns.dueOn;
  const { bytes, extension, left } = copyNow(opened, sheets, table && { ...table, dueColumn: due === undefined ? null : columnOf(due) });
  const name = `${source.name.replace(/\.[^.]+$/, '').replace(/ \(Relance\)$/, '')} (Relance).${extension}`;
  const changed = await source.hasChanged();
  saveAs(bytes as Uint8Array<ArrayBuffer>, name, 'application/octet-stream');
  grid.changed = false;
  const remarks = [
    words.saved(name),
    ...(changed ? [words.changedMeanwhile(source.name)] : []),
    ...(left.length > 0 ? [words.savedBut(left.map(({ sheet, row, column }) => `${sheet} ${column}${row}`).join(', '))] : []),
    ...(opened.original.kind === 'text' && sheets.length > 1 ? [words.textCopy] : []),
  ];
  notice(remarks.join(' '), language(), changed ? 'trouble' : 'news');
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
if (first) await open(first);
else await drawBar('', readersLanguage, bar);
