/**
 * Opens whatever file a person keeps their invoices in. The content decides, not the name: exports called `.xls` are often text or a web page.
 */
import type { Snapshot } from '../../core/index.ts';
import { type Dialect, dialectOf, readCsv, separatorOf } from './csv.ts';
import type { BookLooks } from './looks.ts';
import { openDocumentKind, readOds } from './ods.ts';
import { decodeText } from './text-encoding.ts';
import { FILE_LIMIT, FileTrouble, tooBig } from './trouble.ts';
import { readWorkbookJson } from './workbook-json.ts';
import { readBook, workbookPath, type XlsxBook } from './xlsx-book.ts';
import { readXlsx } from './xlsx-read.ts';
import { readZip } from './zip.ts';

/** What a copy in the same format needs of the file it was. */
export type Original =
  | { readonly kind: 'xlsx'; readonly book: XlsxBook; readonly extension: 'xlsx' | 'xlsm' }
  | { readonly kind: 'text'; readonly text: string; readonly dialect: Dialect }
  /** Nothing: a copy is written as a new `.xlsx`. */
  | { readonly kind: 'other' };

export interface Opened {
  readonly snapshot: Snapshot;
  readonly original: Original;
  /** How it looks, where that was asked for and the file tells. */
  readonly looks?: BookLooks;
}

/** What opening takes beside the file. */
export interface Opening {
  /** Reads Excel 97–2003. Handed in because its library is as large as all the rest: a page loads it only for such a file. */
  readonly readOldXls: (bytes: Uint8Array) => Snapshot;
  /** Whether the looks are wanted too. */
  readonly withLooks?: boolean;
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Whether the bytes are of the old compound kind: Excel 97–2003, or a modern file locked with a password. */
export function isOldKind(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/** Opens a file by its bytes; `name` (a file name or path) settles what the bytes leave open. Throws {@link FileTrouble}. */
export function openWith({ readOldXls, withLooks = false }: Opening, bytes: Uint8Array, name: string): Opened {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  if (bytes.length === 0) throw new FileTrouble('empty');
  if (bytes.length > FILE_LIMIT) throw tooBig(bytes.length);
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return openZip(bytes, withLooks);
  if (isOldKind(bytes)) return { snapshot: readOldXls(bytes), original: { kind: 'other' } };
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw new FileTrouble('not-a-spreadsheet', 'pdf');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) {
    throw new FileTrouble('not-a-spreadsheet', 'image');
  }
  return openText(bytes, dot > 0 ? base.slice(0, dot) : base, extension);
}

function openZip(bytes: Uint8Array, withLooks: boolean): Opened {
  const zip = readZip(bytes);
  if (zip.byName.has('encryptedpackage') || zip.entries.some((entry) => entry.flags & 1)) throw new FileTrouble('password');
  const path = workbookPath(zip);
  if (path !== null) {
    const book = readBook(zip, path);
    const { extension } = book;
    let looks: BookLooks | undefined;
    const snapshot = readXlsx(book, withLooks ? (found) => (looks = found) : undefined);
    const original: Original = extension === null ? { kind: 'other' } : { kind: 'xlsx', book, extension };
    return { snapshot, original, ...(looks ? { looks } : {}) };
  }
  const kind = openDocumentKind(zip);
  if (kind === 'spreadsheet') return { snapshot: readOds(zip), original: { kind: 'other' } };
  if (kind === 'other' || zip.byName.has('word/document.xml') || zip.byName.has('ppt/presentation.xml')) {
    throw new FileTrouble('not-a-spreadsheet', 'office');
  }
  if (zip.byName.has('xl/workbook.bin')) throw new FileTrouble('unknown-type', '.xlsb');
  if (zip.byName.has('index/document.iwa') || zip.byName.has('index.zip')) throw new FileTrouble('unknown-type', '.numbers');
  if (zip.byName.has('[content_types].xml') && [...zip.byName.keys()].some((part) => part.startsWith('xl/'))) {
    throw new FileTrouble('damaged', 'xl/workbook.xml');
  }
  throw new FileTrouble('not-a-spreadsheet', 'zip');
}

/** Kinds of text file that are tables whatever they look like. */
const TABLE_EXTENSIONS = new Set(['csv', 'tsv', 'txt', 'tab']);
/** Names of workbooks: what is not one inside is broken, or something else under a false name. */
const BOOK_EXTENSIONS = new Set(['xlsx', 'xlsm', 'xls', 'ods']);
const WEB_PAGE = /^<(?:!doctype html|html|head|body|table|meta|style|div|center|script)/i;

function openText(bytes: Uint8Array, title: string, extension: string): Opened {
  const decoded = decodeText(bytes);
  const { text } = decoded;
  const start = text.slice(0, 2000).trimStart();
  if (/^[\s;,|"]*$/.test(start) && /^[\s;,|"]*$/.test(text)) throw new FileTrouble('empty');
  const isBook = BOOK_EXTENSIONS.has(extension);
  if (text.includes('\0')) throw isBook ? new FileTrouble('damaged') : new FileTrouble('not-a-spreadsheet', 'binary');
  if (WEB_PAGE.test(start) || /^<!--[\s\S]*<(?:html|table)|^MIME-Version:[\s\S]*text\/html/i.test(start))
    throw new FileTrouble('not-a-spreadsheet', 'html');
  if (start.startsWith('<?xml')) {
    if (/<html/i.test(start)) throw new FileTrouble('not-a-spreadsheet', 'html');
    if (/schemas-microsoft-com:office:spreadsheet/.test(start)) throw new FileTrouble('unknown-type', 'Excel 2003 XML');
    if (/opendocument/.test(start)) throw new FileTrouble('unknown-type', '.fods');
    throw new FileTrouble('not-a-spreadsheet', 'xml');
  }
  if (extension === 'json' || (start.startsWith('{') && /^\{\s*"(?:sheets|locale|timeZone|date1904|workbookId|binding)"\s*:/.test(start))) {
    return { snapshot: readWorkbookJson(text), original: { kind: 'other' } };
  }
  if (!TABLE_EXTENSIONS.has(extension) && separatorOf(text) === null) {
    throw isBook ? new FileTrouble('not-a-spreadsheet') : new FileTrouble('unknown-type', extension === '' ? '' : `.${extension}`);
  }
  const dialect = dialectOf(decoded, extension);
  const snapshot = readCsv(text, dialect, title);
  return { snapshot, original: { kind: 'text', text, dialect } };
}
