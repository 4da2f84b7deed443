/**
 * What must outlive the page being closed in the middle of a command: the drafts and the journal rows that announce them, in the browser's own
 * database. Nothing here leaves the machine. A write is answered only once it is on disk.
 */
import type { Binding, Draft } from '../../../core/index.ts';
import { storageTrouble } from './trouble.ts';

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

/** The journal rows of one workbook, as they were appended to its tab. */
export interface KeptJournal {
  readonly book: string;
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the user said of a table, by its layout. */
export interface KeptBinding {
  readonly layout: string;
  readonly binding: Binding;
}

interface Kinds {
  drafts: KeptDraft;
  journals: KeptJournal;
  bindings: KeptBinding;
  folder: { readonly id: 'folder'; readonly handle: FileSystemDirectoryHandle };
}
type Kind = keyof Kinds;

const KEY: Readonly<Record<Kind, string>> = { drafts: 'id', journals: 'book', bindings: 'layout', folder: 'id' };

export class Store {
  readonly #name: string;
  #database: Promise<IDBDatabase> | null = null;

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
      this.#database ??= opened(this.#name);
      const database = await this.#database;
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(kinds, mode, { durability: 'strict' });
        const request = work((kind) => transaction.objectStore(kind));
        transaction.oncomplete = () => resolve(request?.result as T);
        transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      });
    } catch (error) {
      this.#database = null;
      throw storageTrouble(error);
    }
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
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
