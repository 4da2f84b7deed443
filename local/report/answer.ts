/**
 * One invoice file, from its name to its answer: opened, studied, its reminders prepared and its copy made when asked for. The file is only ever
 * read.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { type CalendarDay, perform } from '../../core/index.ts';
import type { Report } from '../../core/report.ts';
import { nameKey } from '../../core/words.ts';
import type { ChangeSet, Command, CommandOptions, HostRequest, LeftCell, Snapshot, View } from '../../core/workbook.ts';
import { copyWorkbook } from '../files/copy.ts';
import { type Opened, openWorkbook } from '../files/open.ts';
import { FILE_LIMIT, tooBig } from '../files/trouble.ts';
import type { CutLine } from './journal-file.ts';
import type { DraftFolder } from './journal-folder.ts';

/** Why a path is no file that can be read. */
export type PathTroubleKind = 'missing' | 'is-folder' | 'no-permission' | 'not-a-file' | 'unreadable';
export class PathTrouble extends Error {
  readonly kind: PathTroubleKind;
  constructor(kind: PathTroubleKind, path: string, cause?: unknown) {
    super(`${kind}: ${path}`, cause === undefined ? undefined : { cause });
    this.name = 'PathTrouble';
    this.kind = kind;
  }
}

/** Without blocking, where the system knows it: a pipe nobody writes to must not hold the command for ever. */
const READ_NOW = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const KIND_OF_CODE: Readonly<Record<string, PathTroubleKind>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};

/** Opens the file at `path` for reading. Throws a {@link PathTrouble} or a `FileTrouble`. */
export function openFile(path: string): Opened {
  let bytes: Uint8Array;
  try {
    const file = openSync(path, READ_NOW);
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory()) throw new PathTrouble('is-folder', path);
      if (!stat.isFile()) throw new PathTrouble('not-a-file', path);
      if (stat.size > FILE_LIMIT) throw tooBig(stat.size);
      bytes = readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    throw code === undefined ? error : new PathTrouble(KIND_OF_CODE[code] ?? 'unreadable', path, error);
  }
  return openWorkbook(bytes, path);
}

/** What was asked of a file that could be opened. */
export interface Wish {
  readonly asOf: CalendarDay;
  /** ISO date-time of the command. */
  readonly at: string;
  readonly options: CommandOptions;
  readonly folder: DraftFolder | null;
  readonly wantsCopy: boolean;
}

/** What came of it. `copy` null: none was asked for, or the file holds no invoices. */
export interface Answer {
  readonly view: View;
  readonly copy: Uint8Array | null;
  /** Cells the copy leaves as they are. */
  readonly left: readonly LeftCell[];
  /** Lines of the journal that kept reminders back. */
  readonly cutLines: readonly CutLine[];
}

/** Performs the wish on an opened file. */
export function answer(opened: Opened, wish: Wish): Answer {
  const { at, options, folder } = wish;
  const cutLines = folder?.journal().cutLines ?? [];
  const run = (command: Command) => drive(opened.snapshot, command, wish.asOf, folder);
  if (folder === null) {
    const { view, changes } = run({ kind: wish.wantsCopy ? 'refresh' : 'open', at, options });
    return withCopy(opened, wish, view, changes, cutLines);
  }
  // A reminder the journal may already hold, on a line that was cut, is not prepared.
  const sure = cutLines.length === 0 ? null : sureEntries(run({ kind: 'open', at, options }).view.report, cutLines);
  const { view, changes } = run({ kind: 'prepare', at, options, ...(sure === null ? {} : { entries: sure }) });
  return withCopy(opened, wish, view, changes, cutLines);
}

function sureEntries(report: Report | null, cutLines: readonly CutLine[]): string[] {
  const doubted = new Set(cutLines.map((line) => (line.customer === null ? null : nameKey(line.customer))));
  if (report === null || doubted.has(null)) return [];
  return report.worklist.filter((entry) => !doubted.has(nameKey(entry.customer))).map((entry) => entry.id);
}

function withCopy(opened: Opened, wish: Wish, view: View, changes: ChangeSet, cutLines: readonly CutLine[]): Answer {
  if (!wish.wantsCopy || view.report === null) return { view, copy: null, left: [], cutLines };
  const { bytes, left } = copyWorkbook(opened, changes);
  return { view, copy: bytes, left: [...view.left, ...left], cutLines };
}

const NOTHING: ChangeSet = { sheet: null, headerRow: 0, dueColumn: null, columns: [], appends: [] };

/** The driver: obeys each request in turn. The workbook on disk is never written, so its columns are gathered for the copy. */
function drive(snapshot: Snapshot, command: Command, asOf: CalendarDay, folder: DraftFolder | null): { view: View; changes: ChangeSet } {
  let changes = NOTHING;
  const obey = (request: HostRequest): unknown => {
    if (request.kind === 'read') return folder === null ? snapshot : { ...snapshot, sheets: [...snapshot.sheets, folder.journal().sheet] };
    if (request.kind === 'write' && request.changes.columns.length > 0) changes = { ...request.changes, appends: [] };
    // A report binds nothing: what a person decides about the columns is decided on a page.
    if (request.kind === 'keep') return null;
    // Drafts announced elsewhere (in a mailbox) are not this folder's to look for when none is given.
    return folder === null ? [] : folder.answer(request);
  };
  const steps = perform(command, asOf);
  for (let step = steps.next(); ; step = steps.next(obey(step.value))) if (step.done) return { view: step.value, changes };
}
