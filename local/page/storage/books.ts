/**
 * Which workbook is this? Files are renamed, copied and sent around, so a name says little; the invoices a journal speaks of say it all. A workbook
 * holding invoices we reminded about takes its journal up again, whatever it is called now, and nothing is proposed twice.
 */
import { type Binding, type Cell, JOURNAL_HEADERS, type Sheet, type Snapshot, TAB_NAMES, type TabAppend } from '../../../core/index.ts';
import type { KeptBinding, KeptJournal, Store } from './store.ts';

/** Places of the columns in a journal row as we write it. */
const [ID, CUSTOMER, INVOICES] = [0, 3, 4];
const CHECK = JOURNAL_HEADERS.en.length - 1;

const plain = (cell: Cell | undefined): string =>
  typeof cell === 'string'
    ? cell.trim().toLowerCase()
    : typeof cell === 'number'
      ? String(cell)
      : cell !== null && typeof cell === 'object' && 'number' in cell
        ? String(cell.number)
        : '';

/** The journal kept here for this workbook, or a new one; its `book` names the workbook for ever. Throws StorageTrouble. */
export async function journalOf(snapshot: Snapshot, name: string, store: Store): Promise<KeptJournal> {
  const kept = await store.all('journals');
  const own = kept.find(({ book }) => book === snapshot.workbookId);
  if (own) return own;
  return bestMatch(snapshot, kept) ?? { book: snapshot.workbookId ?? newName(), name, header: [], rows: [] };
}

/** The journal that speaks of most rows of this workbook; null when none speaks of any. */
export function bestMatch(snapshot: Snapshot, journals: readonly KeptJournal[]): KeptJournal | null {
  const wanted = new Map<string, Set<KeptJournal>>();
  for (const journal of journals) {
    for (const row of journal.rows) {
      for (const number of (row[INVOICES] ?? '').split(';')) {
        if (number.trim() === '') continue;
        const key = `${plain(number)}\u0000${plain(row[CUSTOMER])}`;
        wanted.set(key, (wanted.get(key) ?? new Set()).add(journal));
      }
    }
  }
  if (wanted.size === 0) return null;
  const numbers = new Set([...wanted.keys()].map((key) => key.split('\u0000')[0]));
  const score = new Map<KeptJournal, number>();
  for (const sheet of snapshot.sheets) {
    for (const row of sheet.cells) {
      const texts = row.map(plain);
      for (const number of texts) {
        if (number === '' || !numbers.has(number)) continue;
        for (const customer of texts)
          for (const journal of wanted.get(`${number}\u0000${customer}`) ?? []) score.set(journal, (score.get(journal) ?? 0) + 1);
      }
    }
  }
  return [...score].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the workbook's journal tab lacks of the rows kept here; null when it has them all. */
export function missingRows(snapshot: Snapshot, journal: Pick<KeptJournal, 'header' | 'rows'>, language: 'fr' | 'en'): TabAppend | null {
  const [header, rows] = [journal.header.length > 0 ? journal.header : JOURNAL_HEADERS[language], journal.rows];
  if (rows.length === 0) return null;
  const tab = snapshot.sheets.find((sheet) => headingOf(sheet) !== null) ?? null;
  const present = new Set<string>();
  if (tab !== null) {
    const heading = headingOf(tab) as readonly number[];
    for (const row of tab.cells) present.add(heading.map((column) => plain(row[column])).join('\u0000'));
  }
  const absent = rows.filter((row) => !present.has([ID, CHECK].map((column) => plain(row[column])).join('\u0000')));
  if (absent.length === 0) return null;
  return { tab: tab?.name ?? TAB_NAMES.journal[language], create: tab === null, header, rows: absent };
}

/** The columns of id and check in a sheet that is a reminder journal; null when it is none. */
function headingOf(sheet: Sheet): readonly number[] | null {
  for (const header of [JOURNAL_HEADERS.fr, JOURNAL_HEADERS.en]) {
    const words = header.map(plain);
    const row = sheet.cells
      .slice(0, 10)
      .find((cells) => words.filter((word) => cells.some((cell) => plain(cell) === word)).length > words.length / 2);
    if (row) return [ID, CHECK].map((column) => row.findIndex((cell) => plain(cell) === words[column]));
  }
  return null;
}

/** What names a layout: the sheet, and the words that head its table. The same export of next month reads the same way. */
function layoutOf(sheet: Sheet | undefined, headerRow: number): string | null {
  const words = sheet?.cells[headerRow - 1]?.map(plain).join('\u0001');
  return sheet === undefined || words === undefined ? null : `${headerRow}\u0001${words}`;
}

/** The user's word on this table, if they gave it before on the same layout. */
export async function bindingOf(snapshot: Snapshot, store: Store): Promise<Binding | null> {
  const kept = await store.all('bindings').catch((): KeptBinding[] => []);
  for (const sheet of snapshot.sheets) {
    const found = kept.find(({ layout, binding }) => layout === layoutOf(sheet, binding.headerRow));
    if (found) return { ...found.binding, sheet: sheet.name };
  }
  return null;
}

export async function keepBinding(snapshot: Snapshot, binding: Binding, store: Store): Promise<void> {
  const layout = layoutOf(
    snapshot.sheets.find(({ name }) => name === binding.sheet),
    binding.headerRow,
  );
  if (layout !== null) await store.put({ bindings: [{ layout, binding }] });
}
