/**
 * Saving a file so that a crash, a full disk or a pulled plug never leaves half an invoice sheet or half a reminder: written beside, flushed,
 * then renamed in one step. Runs under Node only.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DISK_CODES, WriteTrouble, type WriteTroubleKind } from './write-trouble.ts';

const KIND_OF_CODE: Readonly<Record<string, WriteTroubleKind>> = {
  ...DISK_CODES,
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EISDIR: 'is-folder',
};

function statOf(path: string) {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}

/**
 * Writes `bytes` to `path`, whole or not at all. `inputs` are files it must never replace, under any name they go by (links included). Throws a
 * {@link WriteTrouble}.
 */
export function writeSafely(path: string, bytes: Uint8Array, inputs: readonly string[] = []): void {
  const there = statOf(path);
  if (there?.isDirectory()) throw new WriteTrouble('is-folder', path);
  for (const input of inputs) {
    const stat = statOf(input);
    if (there !== null && stat !== null && stat.dev === there.dev && stat.ino === there.ino) throw new WriteTrouble('over-input', path);
  }
  let beside: string | null = null;
  try {
    // Through a link, the file it names is replaced, not the link.
    const target = there === null ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path);
    const name = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
    const file = openSync(name, 'wx', there === null ? 0o666 : Number(there.mode & 0o777n));
    beside = name;
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(name, target);
    beside = null;
    flushFolder(dirname(target));
  } catch (error) {
    if (beside !== null) removed(beside);
    const code = (error as { code?: string }).code ?? '';
    throw new WriteTrouble(KIND_OF_CODE[code] ?? 'failed', path, error);
  }
}

/** The rename itself reaches the disk with its folder; systems that cannot open a folder do it by themselves. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file is whole either way.
  }
}

function removed(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // A leftover beside is a nuisance, not a loss.
  }
}
