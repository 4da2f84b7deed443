/**
 * Why a file could not be opened. An invoice sheet arrives by mail, from an old disk or from an accounting tool: it may be locked, cut short or
 * not a sheet at all. The kind says which, `detail` says where; the sentences are in `file-words.ts`.
 */

export type FileTroubleKind = 'empty' | 'too-big' | 'password' | 'not-a-spreadsheet' | 'damaged' | 'unknown-type' | 'bad-json';

/** What a workbook `.json` should have had at the place named by `detail`. */
export type JsonFault =
  | 'syntax'
  | 'workbook'
  | 'sheets'
  | 'sheet'
  | 'name'
  | 'rows'
  | 'row'
  | 'cell'
  | 'number-cell'
  | 'date-cell'
  | 'error-cell'
  | 'text-or-null'
  | 'text'
  | 'boolean'
  | 'binding';

/** A file that cannot be opened: thrown by `openWorkbook`, never a surprise from inside a library. */
export class FileTrouble extends Error {
  readonly kind: FileTroubleKind;
  /** A place or a figure: a part of the file, `sheets[0].cells[3][2]`, a size in MB. '' when there is nothing to add. */
  readonly detail: string;
  /** For `bad-json`: what was expected there. */
  readonly fault: JsonFault | null;

  constructor(kind: FileTroubleKind, detail = '', fault: JsonFault | null = null) {
    super(detail === '' ? kind : `${kind}: ${detail}`);
    this.name = 'FileTrouble';
    this.kind = kind;
    this.detail = detail;
    this.fault = fault;
  }
}

/** No file beyond this is opened, zipped or not: a page or a small machine must stay responsive. In bytes. */
export const FILE_LIMIT = 200 * 1024 * 1024;
/** All parts of a zip together, pictures included: beyond, it is a trap rather than a workbook. In bytes. */
export const ZIP_LIMIT = 1024 * 1024 * 1024;
/** Cells of a sheet, blanks between filled ones included. */
export const CELL_LIMIT = 25_000_000;

/** `too-big` with the size that was found, in whole megabytes. */
export function tooBig(bytes: number): FileTrouble {
  return new FileTrouble('too-big', String(Math.ceil(bytes / (1024 * 1024))));
}
