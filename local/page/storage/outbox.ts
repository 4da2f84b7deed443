/**
 * The outbox: every reminder that was prepared, as an `.eml` the user opens, sends or keeps. A draft is kept together with the journal rows that
 * announce it, in one step, before anything is shown: closing the page at any moment never makes a second one.
 */
import { type Draft, type FoundDraft, JOURNAL_HEADERS, type PlanText, type Snapshot, type TabAppend, toEml } from '../../../core/index.ts';
import { journalsOf, type Named, nameOfRow, newName, rowsToKeep } from './books.ts';
import type { Folder } from './folder.ts';
import type { KeptDraft, KeptJournal, KeptPlan, Store } from './store.ts';
import { type StorageTrouble, storageTrouble } from './trouble.ts';

export class Outbox {
  readonly folder: Folder;
  readonly #store: Store;
  #journal: KeptJournal;
  /** Journals of other files that speak of this workbook's invoices too: two lists that were put together in one. */
  #others: readonly KeptJournal[] = [];
  /** Why a draft could not also be written to the folder; it is in the outbox all the same. Null once it has been said. */
  #folderTrouble: StorageTrouble | null = null;

  constructor(store: Store, folder: Folder, { workbookId }: Snapshot, name: string) {
    this.folder = folder;
    this.#store = store;
    this.#journal = { book: workbookId ?? newName(), name, header: JOURNAL_HEADERS.en, rows: [] };
  }

  /** What names this workbook: its journal's name, once it has one. */
  get book(): string {
    return this.#journal.book;
  }

  /** Journal rows kept here; the workbook's tab must hold at least these. */
  get rows(): readonly (readonly string[])[] {
    return [this.#journal, ...this.#others].flatMap(({ rows }) => rows);
  }

  /**
   * Takes up what is kept of this workbook, another window's writing included; a workbook without a journal looks for the one that speaks of its
   * invoices. To be called before every command. Throws {@link StorageTrouble}: then nothing may be prepared.
   */
  async takeUp(snapshot: Snapshot, invoices: () => readonly Named[]): Promise<void> {
    const kept = await this.#store.all('journals');
    const found = journalsOf(snapshot, kept, invoices);
    const own = kept.find(({ book }) => book === this.#journal.book) ?? (this.#journal.rows.length === 0 ? found[0] : undefined);
    if (own) this.#journal = own;
    this.#others = found.filter(({ book }) => book !== this.#journal.book);
  }

  /** Keeps the drafts and the rows that announce them, all or nothing. Throws {@link StorageTrouble}: then nothing was announced. */
  async stage(drafts: readonly Draft[], append: TabAppend, at: string): Promise<void> {
    const kept = drafts.map((draft): KeptDraft => {
      const eml = new TextEncoder().encode(toEml(draft));
      return { id: draft.id, book: this.#journal.book, state: 'staged', at, draft, eml, folder: null };
    });
    await this.#keep(append, kept);
  }

  /** Keeps journal rows, with the lines of the plans they note. Throws {@link StorageTrouble}. */
  async record(append: TabAppend, plans: readonly KeptPlan[] = []): Promise<void> {
    await this.#keep(append, [], plans);
  }

  /** The lines of the plans that these of the rows kept here note. */
  planLines(rows: readonly (readonly string[])[]): PlanText[] {
    const names = new Set(rows.map(nameOfRow));
    const plans = [this.#journal, ...this.#others].flatMap((journal) => journal.plans ?? []);
    return plans.flatMap(({ row, lines }) => (names.has(row) ? lines : []));
  }

  async #keep(append: TabAppend, drafts: readonly KeptDraft[], plans: readonly KeptPlan[] = []): Promise<void> {
    const journal: KeptJournal = {
      ...this.#journal,
      rows: [...this.#journal.rows, ...rowsToKeep(append)],
      plans: [...(this.#journal.plans ?? []), ...plans],
    };
    await this.#store.put({ drafts, journals: [journal] });
    this.#journal = journal;
  }

  /**
   * Shows a staged draft in the outbox, then writes it to the folder if there is one. Answers its reference; null when it is not kept here. In that
   * order: a message that was seen in the folder, and perhaps sent and moved away, is never written there again.
   */
  async publish(id: string): Promise<string | null> {
    const kept = await this.#store.get('drafts', id);
    if (kept === null) return null;
    const name = `${id}.eml`;
    if (kept.state === 'drafted') return name;
    const shown: KeptDraft = { ...kept, state: 'drafted' };
    await this.#store.put({ drafts: [shown] });
    if (this.folder.name === null) return name;
    try {
      await this.folder.write(name, kept.eml);
    } catch (error) {
      this.#folderTrouble = storageTrouble(error, true);
      return name;
    }
    // What the folder holds is told again by the folder itself: this line is only a note.
    await this.#store.put({ drafts: [{ ...shown, folder: this.folder.name }] }).catch(() => undefined);
    return name;
  }

  /** Why drafts since the last question are in the outbox and not in the folder; null when they are, or there is none. */
  takeFolderTrouble(): StorageTrouble | null {
    const trouble = this.#folderTrouble;
    this.#folderTrouble = null;
    return trouble;
  }

  /** What became of drafts announced before: those kept here are shown now; those in the folder were made. */
  async find(ids: readonly string[]): Promise<FoundDraft[]> {
    const found: FoundDraft[] = [];
    for (const id of ids) {
      const reference = (await this.publish(id)) ?? ((await this.folder.has(`${id}.eml`)) ? `${id}.eml` : null);
      found.push({ id, state: reference === null ? 'absent' : 'drafted', reference });
    }
    return found;
  }

  /** What a draft says; null when it is not kept here. Throws {@link StorageTrouble}. */
  async words(id: string): Promise<Draft | null> {
    return (await this.#store.get('drafts', id))?.draft ?? null;
  }

  /** Hands the `.eml` to the user's downloads; false when it is not kept here. Throws {@link StorageTrouble}. */
  async download(id: string): Promise<boolean> {
    const kept = await this.#store.get('drafts', id);
    if (kept) saveAs(kept.eml, `${safeName(kept.draft.customer)} ${id.slice(0, 6)}.eml`, 'message/rfc822');
    return kept !== null;
  }
}

const safeName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} .&'-]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 60) || 'relance';

/** Gives bytes to the user as a file in their downloads. */
export function saveAs(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
