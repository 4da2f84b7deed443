/** Opens the user's file in the page: with its looks, and with the reader of old workbooks only when it is one, for that is a large part to load. */
import { isOldKind, type Opened, openWith } from '../files/open-with.ts';
import { FileTrouble } from '../files/trouble.ts';

const none = (): never => {
  throw new FileTrouble('damaged');
};

/** The workbook behind the bytes. Rejects with `FileTrouble`. */
export async function openInPage(bytes: Uint8Array, name: string): Promise<Opened> {
  const readOldXls = isOldKind(bytes) ? (await import('../files/old-xls.ts')).readOldXls : none;
  return openWith({ readOldXls, withLooks: true }, bytes, name);
}
