/**
 * One command at a time in a folder of drafts: two at once would each see no draft and make two. The lock names its holder and outlives nobody: the
 * lock of a process that is gone is taken over.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { FolderTrouble } from './folder-trouble.ts';

export const LOCK_NAME = '.relance.lock';
/** After this long, a lock of another machine on a shared folder counts as forgotten, in milliseconds. */
const FOREIGN_LIMIT = 10 * 60_000;
/** A lock that names nobody may be about to be written; after this long it is a leftover. */
const BLANK_LIMIT = 1000;

/** Takes the folder's lock and answers how to give it back. Throws a `busy` {@link FolderTrouble} when a living process holds it. */
export function lockFolder(folder: string): () => void {
  return hold(join(folder, LOCK_NAME), folder);
}

function hold(lock: string, folder: string): () => void {
  const token = randomBytes(6).toString('hex');
  const me = `${process.pid} ${hostname()} ${token}`;
  const mine = `${lock}.${process.pid}.${token}`;
  writeFileSync(mine, `${me}\n`, { flag: 'wx' });
  try {
    while (!created(mine, lock, me)) {
      const holder = heldBy(lock);
      if (holder === null) continue;
      const life = lifeOf(holder, lock);
      if (life === 'alive') throw new FolderTrouble('busy', folder, holder.trim().split(/\s/)[0]);
      if (life === 'dead' && tookOver(mine, lock, holder, folder)) break;
      if (life === 'unsure') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BLANK_LIMIT / 4);
    }
  } finally {
    remove(mine);
  }
  return () => {
    if (heldBy(lock)?.trim() === me) remove(lock);
  };
}

/** Taking over is itself done under a lock named after the dead holder: two commands taking over at once would each remove the other's. */
function tookOver(mine: string, lock: string, holder: string, folder: string): boolean {
  const name = holder.trim().replace(/\W+/g, '-').slice(-40) || 'blank';
  const release = hold(`${lock}.${name}`, folder);
  try {
    if (heldBy(lock) !== holder) return false;
    renameSync(mine, lock);
    return true;
  } finally {
    release();
  }
}

/** The lock comes into being with its holder's name in it, or not at all; disks without links get it in two steps. */
function created(mine: string, lock: string, me: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
  }
  try {
    writeFileSync(lock, `${me}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/** What the lock says; null when it is gone. */
function heldBy(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

function lifeOf(holder: string, lock: string): 'alive' | 'dead' | 'unsure' {
  const since = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const [pid, machine] = holder.trim().split(/\s+/);
  if (!/^[1-9]\d*$/.test(pid ?? '')) return since < BLANK_LIMIT ? 'unsure' : 'dead';
  if (machine !== undefined && machine !== hostname()) return since < FOREIGN_LIMIT ? 'alive' : 'dead';
  // Our own number in a lock we did not write, or a lock older than this machine's start: the number was given again.
  if (Number(pid) === process.pid || since > uptime() * 1000) return 'dead';
  try {
    process.kill(Number(pid), 0);
    return 'alive';
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM' ? 'alive' : 'dead';
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Already gone.
  }
}

const HALF_SAVED = /^\.(?:journal.*\.csv|\.[0-9a-f]{16}\.eml\.part)\.\d+\.[0-9a-f]{8}\.tmp$/;

/** What killed commands left half-written, swept by the holder of the lock: never a draft, never a journal. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (HALF_SAVED.test(name)) remove(path);
    else if (name.startsWith(`${LOCK_NAME}.`)) {
      const said = heldBy(path)?.trim() ?? '';
      // A process killed while it wrote its name is known by the name of its file.
      const holder = said.includes(' ') ? said : (/\.(\d+)\.[0-9a-f]{12}$/.exec(name)?.[1] ?? said);
      if (lifeOf(holder, path) === 'dead') remove(path);
    }
  }
}
