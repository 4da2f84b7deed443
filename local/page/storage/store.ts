/**
 * What must outlive the page being closed in the middle of a command: the drafts and the journal rows that announce them, in the browser's own
 * database. Nothing here leaves the machine. A write is answered only once it is on disk.
 */
import type { Binding, Draft, PlanText } from '../../../core/index.ts';
import { StorageTrouble, storageTrouble } from './trouble.ts';

/** A draft kept here. Staged: announced, not yet shown to the user. */
export interface KeptDraft {
  readonly id: string;
  readonly book: string;
  readonly state: 'staged' | 'drafted';
  /** ISO moment at which it was kept. */
  readonly at: string;
  readonly draft: Draft;
  readonly eml: Uint8Array<ArrayBuffer>;
  /** The folder it was also written to; null: none. */
  readonly folder: string | null;
}

/** The journal rows of one workbook, their columns in the order of JOURNAL_HEADERS. */
export interface KeptJournal {
  readonly book: string;
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The lines of the Plans tab behind the rows that note a plan; absent in what the first versions kept. */
  readonly plans?: readonly KeptPlan[];
}

/** The lines of a plan as they stood when its journal row was kept; `row` names that row. */
export interface KeptPlan {
  readonly row: string;
  readonly lines: readonly PlanText[];
}

/** What the user said of a table, by its layout. */
export interface KeptBinding {
  readonly layout: string;
  readonly binding: Binding;
  /** ISO moment at which it was said; absent in what the first versions kept. */
  readonly at?: string;
}

interface Kinds {
  drafts: KeptDraft;
  journals: KeptJournal;
  bindings: KeptBinding;
  folder: { readonly id: 'folder'; readonly handle: FileSystemDirectoryHandle };
}
type Kind = keyof Kinds;

const KEY: Readonly<Record<Kind, string>> = { drafts: 'id', journals: 'book', bindings: 'layout', folder: 'id' };

/** How long a browser may take to open its database before the user is told, in milliseconds. */
const PATIENCE = 4000;

export class Store {
  readonly #name: string;
  #database: Promise<IDBDatabase> | null = null;
  #patience = PATIENCE;

  constructor(name = 'relance') {
    this.#name = name;
  }

  /** Everything of a kind; throws {@link StorageTrouble}. */
  async all<K extends Kind>(kind: K): Promise<Kinds[K][]> {
    return this.#run([kind], 'readonly', (stores) => stores(kind).getAll() as IDBRequest<Kinds[K][]>);
  }

  async get<K extends Kind>(kind: K, key: string): Promise<Kinds[K] | null> {
    return (await this.#run([kind], 'readonly', (stores) => stores(kind).get(key) as IDBRequest<Kinds[K] | undefined>)) ?? null;
  }

  /** Keeps all of it or none of it; throws {@link StorageTrouble}. */
  async put(records: { readonly [K in Kind]?: readonly Kinds[K][] }): Promise<void> {
    const kinds = Object.keys(records) as Kind[];
    await this.#run(kinds, 'readwrite', (stores) => {
      for (const kind of kinds) for (const record of records[kind] ?? []) stores(kind).put(record);
      return null;
    });
  }

  async #run<T>(
    kinds: Kind[],
    mode: IDBTransactionMode,
    work: (stores: (kind: Kind) => IDBObjectStore) => IDBRequest<T> | null,
  ): Promise<T> {
    try {
      const transaction = await this.#begin(kinds, mode);
      return await new Promise<T>((resolve, reject) => {
        let request: IDBRequest<T> | null = null;
        transaction.oncomplete = () => resolve(request?.result as T);
        transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
        try {
          request = work((kind) => transaction.objectStore(kind));
        } catch (error) {
          // One record that cannot be kept: none of them is.
          transaction.abort();
          reject(error);
        }
      });
    } catch (error) {
      throw storageTrouble(error);
    }
  }

  async #begin(kinds: Kind[], mode: IDBTransactionMode): Promise<IDBTransaction> {
    const wasOpen = this.#database !== null;
    const begun = async () => {
      this.#database ??= opened(this.#name);
      const database = await inTime(this.#database, this.#patience);
      this.#patience = PATIENCE;
      return database.transaction(kinds, mode, { durability: 'strict' });
    };
    try {
      return await begun();
    } catch (error) {
      if (error instanceof StorageTrouble) {
        // Still on its way: the next command may find it there, and need not wait as long again.
        this.#patience = PATIENCE / 20;
        throw error;
      }
      this.#database = null;
      // Site data cleared while the page was open: the browser closed the database under us, and will open another.
      if (wasOpen && error instanceof DOMException && error.name === 'InvalidStateError') return begun();
      throw error;
    }
  }
}

/** The database, or a {@link StorageTrouble} when the browser does not answer: the figures must not wait for it. */
function inTime(database: Promise<IDBDatabase>, patience: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new StorageTrouble('failed', 'no answer')), patience);
    database.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) throw new DOMException('none', 'NotSupportedError');
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const kind of Object.keys(KEY) as Kind[]) request.result.createObjectStore(kind, { keyPath: KEY[kind] });
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('blocked', 'InvalidStateError'));
    request.onsuccess = () => {
      // Another tab with a newer version must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}
