/**
 * Excel for tests: Microsoft's own client over a workbook of ours, with what a real Excel on the web may do to a command: refuse a request
 * that is too big, lose the connection at any sync, or let a colleague insert or sort rows between two of them.
 */
import type { Cell, HostRequest, Snapshot, View } from '../../../core/index.ts';
import { type Means, runInExcel } from '../../../office-addin/driver.ts';
import { areaOf } from './address.ts';
import { type Answer, connectClient, type ExcelClient, type FormulaClient, formulaClient } from './client.ts';
import { execute, type HostRequestBody, type HostResponse, type KeptObjects } from './protocol.ts';
import type { Value } from './typing.ts';
import { ExcelBook, type ExcelSheet } from './workbook.ts';

export type { ExcelBook, ExcelSheet } from './workbook.ts';

/** Excel on the web refuses more, in either direction. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** When a sync is made to fail: before anything was done, half-way through its actions, or once all was done but the answer got lost. */
export type FailureMoment = 'before' | 'midway' | 'after';

/** What the shell cost so far. Bytes are those of each request and answer as JSON, in order. */
export interface HostCounts {
  readonly syncs: number;
  readonly requestBytes: readonly number[];
  readonly responseBytes: readonly number[];
  readonly cellsWritten: number;
}

export interface ExcelApp {
  /** What it answers to a sync; for a client that runs elsewhere, in a browser. */
  readonly answer: Answer;
  /** The global `Excel` of the client. */
  readonly excel: ExcelClient;
  /** Loads an add-in's script of custom functions into a client of its own, over the same workbook. */
  formulas(script: string): FormulaClient;
  readonly book: ExcelBook;
  readonly counts: () => HostCounts;
  /** Makes the sync at `position` (1 = the next one) fail with `code`. */
  failSync(position: number, moment?: FailureMoment, code?: string): void;
  /** This Excel does not know these members, named as on the wire (`HasSpill`). */
  lacks(...members: string[]): void;
  /** Lets a colleague edit the workbook just before the sync at `position` (1 = the next one). */
  beforeSync(position: number, edit: (book: ExcelBook) => void): void;
}

/** Opens a workbook made from a snapshot. A locale of null leaves Excel without a culture, which no real one is. */
export function openExcel(snapshot: Snapshot): ExcelApp {
  const book = bookOf(snapshot);
  const kept: KeptObjects = new Map();
  const requestBytes: number[] = [];
  const responseBytes: number[] = [];
  const failures = new Map<number, { moment: FailureMoment; code: string }>();
  const edits = new Map<number, (book: ExcelBook) => void>();
  const lacking = new Set<string>();
  const exchange = (request: string): string => {
    const position = requestBytes.push(Buffer.byteLength(request));
    edits.get(position)?.(book);
    const response = JSON.stringify(answered(JSON.parse(request) as HostRequestBody, position));
    const isTooBig = Buffer.byteLength(response) > PAYLOAD_LIMIT;
    responseBytes.push(Buffer.byteLength(response));
    return isTooBig ? JSON.stringify(refused('ResponsePayloadSizeLimitExceeded')) : response;
  };
  const answered = (request: HostRequestBody, position: number): HostResponse => {
    if ((requestBytes.at(-1) as number) > PAYLOAD_LIMIT) return refused('RequestPayloadSizeLimitExceeded');
    const unknown = [...lacking].find((member) => isAsked(request, member));
    if (unknown !== undefined) return refused('ApiNotFound');
    const failure = failures.get(position);
    if (failure?.moment === 'before') return refused(failure.code);
    const response = execute(book, kept, request, failure?.moment === 'midway' ? halfOfItsWrites(request) : undefined);
    return failure ? refused(failure.code) : response;
  };
  return {
    answer: (request) => JSON.parse(exchange(JSON.stringify(request))) as HostResponse,
    excel: connectClient(exchange),
    formulas: (script) => formulaClient(exchange, script),
    book,
    counts: () => ({ syncs: requestBytes.length, requestBytes, responseBytes, cellsWritten: book.cellsWritten }),
    failSync: (position, moment = 'before', code = 'GeneralException') => {
      failures.set(requestBytes.length + position, { moment, code });
    },
    lacks: (...members) => {
      for (const member of members) lacking.add(member);
    },
    beforeSync: (position, edit) => {
      edits.set(requestBytes.length + position, edit);
    },
  };
}

const isAsked = ({ Actions, ObjectPaths }: HostRequestBody, member: string): boolean =>
  Object.values(ObjectPaths).some(({ Name }) => Name === member) ||
  Actions.some(({ Name, QueryInfo }) => Name === member || QueryInfo?.Select?.some((name) => name.toLowerCase() === member.toLowerCase()));

/** How many actions make half of what a request would change. */
function halfOfItsWrites({ Actions }: HostRequestBody): number {
  const writes = Actions.flatMap(({ ActionType }, index) => (ActionType === 4 ? [index] : []));
  return (writes[Math.ceil(writes.length / 2) - 1] ?? -1) + 1;
}

const refused = (code: string): HostResponse => ({
  ErrorCode: code,
  ErrorMessage: `${code}, said the host.`,
  HttpStatusCode: 500,
  Body: null,
});

/** One Excel for the contract suite: a workbook, a way to run a story in it, and what its cells hold afterwards. */
export interface ExcelHost {
  run(perform: Generator<HostRequest, View, unknown>, means?: Means): Promise<View>;
  /** The sheet's cells as they are now, from A1: text, numbers (dates as serials), booleans, errors, null. */
  cells(sheet: string): Cell[][];
  /** Number formats in the shape of `cells`. */
  formats(sheet: string): string[][];
  readonly counts: HostCounts;
  readonly app: ExcelApp;
}

/** A workbook open in Excel. Drafts are refused unless the test answers them. */
export function excelHost(snapshot: Snapshot): ExcelHost {
  const app = openExcel(snapshot);
  return {
    run: (perform, means) => app.excel.run((context) => runInExcel(perform, context, means)),
    cells: (name) => gridOf(app.book.sheet(name), (sheet, row, column) => sheet.valueAt(row, column)),
    formats: (name) => gridOf(app.book.sheet(name), (sheet, row, column) => sheet.formatAt(row, column)),
    get counts() {
      return app.counts();
    },
    app,
  };
}

function gridOf<T>(sheet: ExcelSheet, cell: (sheet: ExcelSheet, row: number, column: number) => T): T[][] {
  const used = sheet.used(true);
  if (!used) return [];
  return Array.from({ length: used.row + used.rows }, (_, row) =>
    Array.from({ length: used.column + used.columns }, (_, column) => cell(sheet, row, column)),
  );
}

function bookOf(snapshot: Snapshot): ExcelBook {
  const book = new ExcelBook();
  book.date1904 = snapshot.date1904;
  book.culture = snapshot.locale;
  if (snapshot.workbookId !== undefined) book.settings.set('relance.workbookId', snapshot.workbookId);
  if (snapshot.binding !== undefined) book.settings.set('relance.binding', JSON.stringify(snapshot.binding));
  for (const { name, cells, formats, formulas } of snapshot.sheets) {
    const sheet = book.add(name);
    for (const [row, line] of cells.entries()) {
      const width = Math.max(line.length, formats?.[row]?.length ?? 0, formulas?.[row]?.length ?? 0);
      for (let column = 0; column < width; column++) {
        const { value, format } = stored(line[column] ?? null, snapshot);
        const formula = formulas?.[row]?.[column];
        const isFormula = typeof formula === 'string' && formula.startsWith('=');
        const look = format ?? formats?.[row]?.[column] ?? undefined;
        if (value !== null || isFormula || look) sheet.put(row, column, value, look, isFormula ? formula : undefined);
      }
    }
  }
  return book;
}

/** A snapshot's cell as Excel would hold it: every date a serial with a date's format. */
function stored(cell: Cell, snapshot: Snapshot): { value: Value; format?: string } {
  if (cell === null || typeof cell !== 'object') return { value: cell === '' ? null : cell };
  if (cell instanceof Date) return { value: serialOf(dayIn(cell, snapshot.timeZone), snapshot.date1904), format: 'dd/mm/yyyy' };
  if ('number' in cell) return { value: cell.number, format: cell.format };
  if ('date' in cell) return { value: serialOf(cell.date, snapshot.date1904), format: 'dd/mm/yyyy' };
  return { value: { error: cell.error } };
}

const dayIn = (date: Date, timeZone: string | null): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' }).format(date);

const serialOf = (iso: string, date1904: boolean): number =>
  Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + (date1904 ? 24_107 : 25_569);

/** The rectangle of an address, for tests that lay out tables or names. */
export const area = areaOf;
