/**
 * Which workbook is this? Files are renamed, copied and sent around, so a name says little; the invoices a journal speaks of say it all. A workbook
 * holding invoices we reminded about takes its journal up again, whatever it is called now, and nothing is proposed twice.
 */
import { type Binding, type Cell, JOURNAL_HEADERS, type Sheet, type Snapshot, TAB_NAMES, type TabAppend } from '../../../core/index.ts';
import type { KeptBinding, KeptJournal, Store } from './store.ts';

/** Places of the columns in a journal row as it is kept. */
const [ID, CUSTOMER, INVOICES] = [0, 3, 4];
const CHECK = JOURNAL_HEADERS.en.length - 1;
/** What no row has for its check. */
const NO_CHECK = '\u0000';

/** An invoice and whom it is for. */
export interface Named {
  readonly number: string;
  readonly customer: string;
}

/** Texts are the same in any spelling of case, of blanks and of full-width letters. */
function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function plain(cell: Cell | undefined): string {
  if (typeof cell === 'string') return plainText(cell);
  if (typeof cell === 'number') return String(cell);
  return cell !== null && typeof cell === 'object' && 'number' in cell ? String(cell.number) : '';
}

const keyOf = (number: string, customer: string): string => `${number}\u0000${customer}`;

/**
 * The journals that speak of invoices of this workbook, the one that knows most of them first. The cells are looked at first; `invoices` (what the
 * ledger reads) only when they hold a number without its customer beside it.
 */
export function journalsOf(
  snapshot: Snapshot,
  journals: readonly KeptJournal[],
  invoices: () => readonly Named[] = () => [],
): KeptJournal[] {
  const wanted = new Map<string, Set<KeptJournal>>();
  const checks = new Map<string, KeptJournal>();
  const numbers = new Set<string>();
  let longest = 0;
  for (const journal of journals) {
    for (const row of journal.rows) {
      checks.set(row[CHECK] ?? '', journal);
      for (const number of (row[INVOICES] ?? '').split(';').map(plainText)) {
        if (number === '') continue;
        numbers.add(number);
        longest = Math.max(longest, number.length);
        const key = keyOf(number, plain(row[CUSTOMER]));
        wanted.set(key, (wanted.get(key) ?? new Set()).add(journal));
      }
    }
  }
  if (wanted.size === 0) return [];
  const score = new Map<KeptJournal, number>();
  const count = (number: string, customer: string) => {
    for (const journal of wanted.get(keyOf(number, customer)) ?? []) score.set(journal, (score.get(journal) ?? 0) + 1);
  };
  let hasStrangers = false;
  for (const sheet of snapshot.sheets) {
    const heading = headingOf(sheet);
    for (const row of sheet.cells) {
      if (heading !== null) {
        // The workbook's own journal: a row we wrote tells its history whatever became of the invoices.
        const journal = checks.get(plain(row[heading.places[CHECK] ?? -1]) || NO_CHECK);
        if (journal) score.set(journal, (score.get(journal) ?? 0) + 1);
        continue;
      }
      for (const cell of row) {
        // Most cells are no number of ours: the long ones are not even looked at.
        if (cell === null || (typeof cell === 'string' && cell.length > longest * 2)) continue;
        const number = plain(cell);
        if (!numbers.has(number)) continue;
        hasStrangers = true;
        for (const customer of row) count(number, plain(customer));
      }
    }
  }
  if (hasStrangers) for (const { number, customer } of invoices()) count(plainText(number), plainText(customer));
  return [...score].sort(([, a], [, b]) => b - a).map(([journal]) => journal);
}

/** A name no other workbook has. */
export function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** For each column of a journal as it is kept, its place under this header (-1: it has none); null when this is no journal's header. */
function placesIn(header: readonly (Cell | undefined)[]): readonly number[] | null {
  const words = header.map(plain);
  for (const names of [JOURNAL_HEADERS.fr, JOURNAL_HEADERS.en]) {
    const places = names.map((name) => words.indexOf(plainText(name)));
    if (places.filter((place) => place >= 0).length > names.length / 2) return places;
  }
  return null;
}

/** Journal rows as they are kept, from rows under a tab's own header: its user may have moved the columns. */
export function rowsToKeep({ header, rows }: TabAppend): readonly (readonly string[])[] {
  const places = placesIn(header);
  return places === null ? rows : rows.map((row) => places.map((place) => row[place] ?? ''));
}

/** What tells a journal row from all others, from its cells in the order of their columns as kept. */
export function nameOfRow(cells: readonly Cell[]): string {
  return [ID, CHECK].map((column) => plain(cells[column])).join('\u0000');
}

/** The rows kept here that the workbook's journal tab lacks: all of them where there is no such tab. */
export function absentRows(snapshot: Snapshot, rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const tab = rows.length === 0 ? null : journalTab(snapshot);
  if (tab === null) return rows;
  const present = new Set(tab.cells.map((row) => nameOfRow(tab.places.map((place) => row[place] ?? null))));
  return rows.filter((row) => !present.has(nameOfRow(row)));
}

function journalTab({ sheets }: Snapshot) {
  for (const sheet of sheets) {
    const heading = headingOf(sheet);
    if (heading !== null) return { name: sheet.name, cells: sheet.cells, ...heading };
  }
  return null;
}

/** What the workbook's journal tab lacks of the `rows` kept here, under its own header; null when it has them all. */
export function missingRows(snapshot: Snapshot, rows: readonly (readonly string[])[], language: 'fr' | 'en'): TabAppend | null {
  const absent = absentRows(snapshot, rows);
  if (absent.length === 0) return null;
  const tab = journalTab(snapshot);
  if (tab === null) return { tab: TAB_NAMES.journal[language], create: true, header: JOURNAL_HEADERS[language], rows: absent };
  const width = tab.header.length;
  const arranged = absent.map((row) => {
    const line = Array.from({ length: width }, () => '');
    tab.places.forEach((place, column) => {
      if (place >= 0) line[place] = row[column] ?? '';
    });
    return line;
  });
  return { tab: tab.name, create: false, header: tab.header, rows: arranged };
}

/** The header of a sheet that is a reminder journal, and where our columns stand under it; null when it is none. */
function headingOf(sheet: Sheet): { readonly header: readonly string[]; readonly places: readonly number[] } | null {
  for (const cells of sheet.cells.slice(0, 10)) {
    const row = Array.from(cells);
    const places = placesIn(row);
    if (places !== null) return { header: row.map((cell) => (typeof cell === 'string' ? cell : '')), places };
  }
  return null;
}

/** The words that head a table: the same export of next month has the same ones. Columns added at the right, ours among them, change nothing. */
function layoutOf(sheet: Sheet | undefined, headerRow: number): string | null {
  const words = sheet?.cells[headerRow - 1]?.map(plain) ?? [];
  while (words.length > 0 && words.at(-1) === '') words.pop();
  return words.length === 0 ? null : [headerRow, ...words, ''].join('\u0001');
}

/** The user's word on this workbook, if they gave it before on the same layout: their last, on the sheet of that name or the only one like it. */
export async function bindingOf(snapshot: Snapshot, store: Store): Promise<Binding | null> {
  const kept = await store.all('bindings').catch((): KeptBinding[] => []);
  const latestFirst = kept.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
  const alike = ({ layout, binding }: KeptBinding) =>
    snapshot.sheets.filter((sheet) => layoutOf(sheet, binding.headerRow)?.startsWith(layout));
  for (const one of latestFirst) if (alike(one).some(({ name }) => name === one.binding.sheet)) return one.binding;
  for (const one of latestFirst) {
    const [sheet, ...others] = alike(one);
    // Of several alike, which one is meant is for the user to say.
    if (sheet && others.length === 0) return { ...one.binding, sheet: sheet.name };
  }
  return null;
}

/** Keeps the user's word on a table, given at the ISO moment `at`. Throws StorageTrouble. */
export async function keepBinding(snapshot: Snapshot, binding: Binding, at: string, store: Store): Promise<void> {
  const layout = layoutOf(
    snapshot.sheets.find(({ name }) => name === binding.sheet),
    binding.headerRow,
  );
  if (layout !== null) await store.put({ bindings: [{ layout, binding, at }] });
}
