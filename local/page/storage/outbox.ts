/**
 * The outbox: every reminder that was prepared, as an `.eml` the user opens, sends or keeps. A draft is kept together with the journal rows that
 * announce it, in one step, before anything is shown: closing the page at any moment never makes a second one.
 */
import { type Draft, type FoundDraft, type TabAppend, toEml } from '../../../core/index.ts';
import type { Folder } from './folder.ts';
import type { KeptDraft, KeptJournal, Store } from './store.ts';
import { type StorageTrouble, storageTrouble } from './trouble.ts';

export class Outbox {
  readonly folder: Folder;
  readonly #store: Store;
  readonly #journal: KeptJournal;
  #rows: readonly (readonly string[])[];
  #header: readonly string[];
  readonly #listeners = new Set<() => void>();
  /** Why the last draft could not also be written to the folder; it is in the outbox all the same. */
  folderTrouble: StorageTrouble | null = null;

  constructor(store: Store, folder: Folder, journal: KeptJournal) {
    this.folder = folder;
    this.#store = store;
    this.#journal = journal;
    this.#rows = journal.rows;
    this.#header = journal.header;
  }

  /** What names this workbook for ever. */
  get book(): string {
    return this.#journal.book;
  }

  /** Journal rows kept here, under their header; the workbook's tab must hold at least these. */
  get journal(): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
    return { header: this.#header, rows: this.#rows };
  }

  /** The reminders of this workbook, latest first. */
  async list(): Promise<KeptDraft[]> {
    const all = await this.#store.all('drafts');
    return all
      .filter(({ book, state }) => book === this.#journal.book && state === 'drafted')
      .sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
  }

  /** Takes up what another window on the same workbook has written meanwhile. */
  async reload(): Promise<void> {
    const kept = await this.#store.get('journals', this.#journal.book);
    if (kept === null) return;
    this.#rows = kept.rows;
    this.#header = kept.header;
  }

  onChange(callback: () => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  /** Keeps the drafts and the rows that announce them, all or nothing. Throws {@link StorageTrouble}: then nothing was announced. */
  async stage(drafts: readonly Draft[], append: TabAppend, at: string): Promise<void> {
    const kept = drafts.map((draft): KeptDraft => {
      const eml = new TextEncoder().encode(toEml(draft));
      return { id: draft.id, book: this.#journal.book, state: 'staged', at, draft, eml, folder: null };
    });
    await this.#keep(append, kept);
  }

  /** Keeps journal rows. */
  async record(append: TabAppend): Promise<void> {
    await this.#keep(append, []);
  }

  async #keep(append: TabAppend, drafts: readonly KeptDraft[]): Promise<void> {
    const rows = [...this.#rows, ...append.rows];
    await this.#store.put({ drafts, journals: [{ ...this.#journal, header: append.header, rows }] });
    this.#rows = rows;
    this.#header = append.header;
  }

  /** Shows a staged draft in the outbox, and writes it to the folder if there is one. Answers its reference. */
  async publish(id: string): Promise<string | null> {
    const kept = await this.#store.get('drafts', id);
    if (kept === null) return null;
    const name = `${id}.eml`;
    if (kept.state === 'drafted') return name;
    let folder: string | null = null;
    this.folderTrouble = null;
    if (this.folder.name !== null) {
      try {
        await this.folder.write(name, kept.eml);
        folder = this.folder.name;
      } catch (error) {
        this.folderTrouble = storageTrouble(error, true);
      }
    }
    await this.#store.put({ drafts: [{ ...kept, state: 'drafted', folder }] });
    for (const callback of this.#listeners) callback();
    return name;
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

  /** Hands the `.eml` to the user's downloads. */
  async download(id: string): Promise<void> {
    const kept = await this.#store.get('drafts', id);
    if (kept) saveAs(kept.eml, `${safeName(kept.draft.customer)} ${id.slice(0, 6)}.eml`, 'message/rfc822');
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
