/**
 * Reminders that wait for the user where Outlook cannot keep them: in the storage of this browser, so that a pane that was closed shows them again.
 * Where the browser keeps nothing, until the pane is closed.
 */
import type { Draft } from '../../core/index.ts';

export interface Shelf {
  /** All or none; where they cannot be kept for long, they are kept for now. */
  put(drafts: readonly Draft[]): Promise<void>;
  get(id: string): Promise<Draft | null>;
}

const DATABASE = 'relance-drafts';
const STORE = 'drafts';

/** The shelf of this browser. */
export function browserShelf(): Shelf {
  const now = new Map<string, Draft>();
  return {
    put: async (drafts) => {
      for (const draft of drafts) now.set(draft.id, draft);
      await inStore('readwrite', (store) => {
        for (const draft of drafts) store.put(draft, draft.id);
      }).catch(() => undefined);
    },
    get: async (id) => {
      const known = now.get(id);
      if (known) return known;
      let request: IDBRequest<Draft | undefined> | null = null;
      await inStore('readonly', (store) => {
        request = store.get(id) as IDBRequest<Draft | undefined>;
      }).catch(() => undefined);
      return (request as IDBRequest<Draft | undefined> | null)?.result ?? null;
    },
  };
}

/** One transaction; rejects where the browser keeps nothing. */
async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await opened();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(new Error('no storage'));
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
