/** The folder beside the invoices where the user lets drafts be written, under the names the command line gives them. */
import type { Store } from './store.ts';
import { storageTrouble } from './trouble.ts';

/** What browsers that can write folders have besides the standard types. */
interface PickingWindow {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}
interface AskingHandle {
  queryPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}

export class Folder {
  readonly #store: Store;
  #handle: FileSystemDirectoryHandle | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Whether this browser can write into a folder at all. */
  static get isPossible(): boolean {
    return typeof (window as PickingWindow).showDirectoryPicker === 'function';
  }

  /** The name of the folder in use; null: none. */
  get name(): string | null {
    return this.#handle?.name ?? null;
  }

  /** Asks the user for a folder (must follow a click). False when they decline. Throws {@link StorageTrouble} when it cannot be written. */
  async choose(): Promise<boolean> {
    try {
      const handle = await (window as PickingWindow).showDirectoryPicker?.({ id: 'relance', mode: 'readwrite' });
      if (!handle) return false;
      this.#handle = handle;
      await this.#store.put({ folder: [{ id: 'folder', handle }] }).catch(() => undefined);
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      throw storageTrouble(error, true);
    }
  }

  /** Takes up the folder of last time, if the browser still allows it without asking. */
  async resume(): Promise<void> {
    const kept = await this.#store.get('folder', 'folder').catch(() => null);
    const state = await (kept?.handle as AskingHandle | undefined)?.queryPermission?.({ mode: 'readwrite' });
    if (state === 'granted') this.#handle = kept?.handle ?? null;
  }

  async has(name: string): Promise<boolean> {
    const file = await this.#handle?.getFileHandle(name).catch(() => null);
    return ((await file?.getFile())?.size ?? 0) > 0;
  }

  /** Writes a file whole or not at all. Throws {@link StorageTrouble}. */
  async write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const handle = this.#handle;
    if (!handle) return;
    try {
      const file = await handle.getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      await writable.write(bytes);
      await writable.close();
    } catch (error) {
      // The browser makes the file before it fills it: an empty message must not lie there as if it could be sent.
      if (!(await this.has(name).catch(() => true))) await handle.removeEntry(name).catch(() => undefined);
      throw storageTrouble(error, true);
    }
  }
}
