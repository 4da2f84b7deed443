/**
 * A folder as a host for drafts: each reminder an `.eml` file, and `journal.csv` the memory of them all. Every step is whole or not at all and on
 * the disk before the next begins, so that a command killed at any moment and run again gives each reminder exactly once:
 *   staged (hidden, unannounced)  →  announced in the journal  →  published by renaming  →  confirmed in the journal
 * A draft staged and not announced is written over; one announced and not published is published when it is looked for.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { toEml } from '../../core/index.ts';
import type { Draft, FoundDraft, HostRequest, TabAppend } from '../../core/workbook.ts';
import { writeSafely } from '../files/write-safely.ts';
import { WriteTrouble } from '../files/write-trouble.ts';
import { lockFolder, sweep } from './folder-lock.ts';
import { FolderTrouble, troubleOf } from './folder-trouble.ts';
import { BLANK_JOURNAL, type JournalReading, readJournalFile, withRows } from './journal-file.ts';

/** An open folder, held against other commands until closed. Its methods throw a {@link FolderTrouble} or a {@link WriteTrouble}. */
export interface DraftFolder {
  /** The journal as it stands now. */
  journal(): JournalReading;
  /** Obeys the requests of `perform` about drafts and the journal; the owned columns of a `write` are not a folder's business. */
  answer(request: Exclude<HostRequest, { kind: 'read' | 'keep' }>): readonly FoundDraft[] | string | null;
  /** Names of the copies kept of a journal that had to be spelled anew. */
  readonly copies: readonly string[];
  close(): void;
}

/** Opens the folder, made when there is none. `day` (ISO) names the copies of a journal. */
export function openDraftFolder(folder: string, day: string): DraftFolder {
  const release = attempt(folder, () => {
    mkdirSync(folder, { recursive: true });
    return lockFolder(folder);
  });
  try {
    attempt(folder, () => sweep(folder));
  } catch (error) {
    release();
    throw error;
  }
  const copies: string[] = [];
  return {
    copies,
    journal: () => journalIn(folder),
    answer: (request) => {
      switch (request.kind) {
        case 'find-drafts':
          return request.ids.map((id) => found(folder, id));
        case 'intend':
          return announce(folder, request.drafts, request.append, day, copies);
        case 'draft':
          return publish(folder, request.draft);
        case 'write':
          for (const append of request.changes.appends) appendRows(folder, append, day, copies);
          return null;
        default:
          return request satisfies never;
      }
    },
    close: release,
  };
}

// ── The journal ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const JOURNAL = 'journal.csv';

function journalBytes(folder: string): Uint8Array | null {
  const path = join(folder, JOURNAL);
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw new FolderTrouble('journal-unreadable', path, '', error);
  }
}

function journalIn(folder: string): JournalReading {
  const bytes = journalBytes(folder);
  const reading = readJournalFile(bytes);
  if (reading === null) throw new FolderTrouble('journal-unreadable', join(folder, JOURNAL));
  // An empty file beside drafts is a journal that lost its rows: nobody can say what was reminded.
  const isBlank = bytes !== null && reading === BLANK_JOURNAL;
  if (isBlank && attempt(folder, () => readdirSync(folder)).some((name) => DRAFT_FILE.test(name))) {
    throw new FolderTrouble('journal-lost', join(folder, JOURNAL));
  }
  return reading;
}

/** The journal with its new rows takes the place of the old one in one step; the file is read again first, for the user may have saved it. */
function appendRows(folder: string, append: TabAppend, day: string, copies: string[]): void {
  if (append.rows.length === 0) return;
  const before = journalBytes(folder);
  const { bytes, normalised } = withRows(before, append);
  if (normalised && before !== null) keepCopy(folder, before, day, copies);
  writeSafely(join(folder, JOURNAL), bytes);
}

function keepCopy(folder: string, bytes: Uint8Array, day: string, copies: string[]): void {
  for (let n = 1; ; n++) {
    const name = `journal-${day}${n === 1 ? '' : `-${n}`}.csv`;
    const path = join(folder, name);
    if (existsSync(path)) {
      if (Buffer.from(bytes).equals(readFileSync(path))) return;
      continue;
    }
    writeSafely(path, bytes);
    copies.push(name);
    return;
  }
}

// ── The drafts ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const DRAFT_FILE = /^[0-9a-f]{16}\.eml$/;
const fileOf = (id: string) => `${id}.eml`;
const stagedOf = (id: string) => `.${id}.eml.part`;

function announce(folder: string, drafts: readonly Draft[], append: TabAppend, day: string, copies: string[]): null {
  const before = journalBytes(folder);
  const staged: string[] = [];
  try {
    for (const draft of drafts) {
      if (existsSync(join(folder, fileOf(draft.id)))) continue;
      const path = join(folder, stagedOf(draft.id));
      writeSafely(path, Buffer.from(toEml(draft), 'utf8'));
      staged.push(path);
    }
    appendRows(folder, append, day, copies);
  } catch (error) {
    // Taken back only when the journal surely announces nothing of it.
    const after = attempt(folder, () => journalBytes(folder));
    const isSame = after === null ? before === null : before !== null && Buffer.from(after).equals(before);
    if (isSame) for (const path of staged) remove(path);
    throw error;
  }
  return null;
}

/** Publishes a staged draft; a file of that name is the same reminder, and stays. Answers the file's name. */
function publish(folder: string, draft: Draft): string {
  const name = fileOf(draft.id);
  if (!isPublished(folder, draft.id)) writeSafely(join(folder, name), Buffer.from(toEml(draft), 'utf8'));
  return name;
}

/** Makes a staged draft visible. False when there is neither the draft nor its staged file. */
function isPublished(folder: string, id: string): boolean {
  const file = join(folder, fileOf(id));
  const staged = join(folder, stagedOf(id));
  return attempt(file, () => {
    if (existsSync(file)) {
      if (existsSync(staged)) unlinkSync(staged);
      return true;
    }
    if (!existsSync(staged)) return false;
    renameSync(staged, file);
    flush(folder);
    return true;
  });
}

function found(folder: string, id: string): FoundDraft {
  // Ids come from the journal, which people edit: only what can be a draft's name is looked for.
  const isThere = DRAFT_FILE.test(fileOf(id)) && isPublished(folder, id);
  return isThere ? { id, state: 'drafted', reference: fileOf(id) } : { id, state: 'absent', reference: null };
}

// ── The disk ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function attempt<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof WriteTrouble ? error : troubleOf(error, path);
  }
}

/** A rename reaches the disk with its folder; systems that cannot open a folder do it by themselves. */
function flush(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // The file is whole either way.
  } finally {
    closeSync(handle);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // A hidden leftover is a nuisance, not a reminder.
  }
}
