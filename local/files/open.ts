/** Opens whatever file a person keeps their invoices in, of any age, at once: for the command line, which has all readers at hand. */
import { readOldXls } from './old-xls.ts';
import { type Opened, openWith } from './open-with.ts';

export type { Opened } from './open-with.ts';

/** Opens a file by its bytes; `name` (a file name or path) settles what the bytes leave open. Throws `FileTrouble`. */
export function openWorkbook(bytes: Uint8Array, name: string): Opened {
  return openWith({ readOldXls }, bytes, name);
}
