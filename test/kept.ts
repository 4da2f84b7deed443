/**
 * What the tests bundle and build, made once for all test files and all runs until a source changes: each of them would else spend more time on it than on
 * what it tests.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Tests and tools run in the project's folder. */
const ROOT = process.cwd();
/** What a build reads. */
export const SOURCES = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { buildsFrom: readonly string[] }).buildsFrom;
const AN_HOUR = 3_600_000;
/** No build takes as long: whoever began it has gone. */
const GIVEN_UP = 300_000;

/** What tells whether a source has changed: names, sizes and times. */
function fingerprint(sources: readonly string[]): string {
  const files = sources.flatMap((source) => {
    const path = join(ROOT, source);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
  const facts = files.sort().map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`);
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 16);
}

/** The dist/ that `npm test` has just made, as long as no source has changed since (ready.mjs notes from what, and for which address). */
export function freshDist(): string | null {
  const stamp = join(ROOT, 'node_modules/.cache/relance-build.json');
  if (!existsSync(stamp)) return null;
  const made = JSON.parse(readFileSync(stamp, 'utf8')) as { fingerprint: string; baseUrl: string };
  const facts = (path: string): string[] => {
    const found = statSync(join(ROOT, path));
    if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
    return readdirSync(join(ROOT, path))
      .sort()
      .flatMap((name) => facts(`${path}/${name}`));
  };
  const now = createHash('sha256').update(SOURCES.flatMap(facts).join('\n')).digest('hex');
  return made.fingerprint === now && made.baseUrl === 'https://localhost:3000' ? join(ROOT, 'dist') : null;
}

/**
 * The folder that `make` has filled, or fills now. Of several test files that need it at the same moment one makes it, and the others wait. `tests`: what
 * it is made from beside the sources of the product.
 */
export async function kept(name: string, make: (folder: string) => unknown, tests: readonly string[] = []): Promise<string> {
  const parent = join(ROOT, 'node_modules/.cache', `relance-test-${name}`);
  const folder = join(parent, fingerprint([...SOURCES, ...tests]));
  const lock = `${folder}.lock`;
  mkdirSync(parent, { recursive: true });
  while (!existsSync(folder)) {
    if (!isTaken(lock)) {
      await new Promise((done) => setTimeout(done, 100));
      continue;
    }
    try {
      if (existsSync(folder)) break;
      const outdated = readdirSync(parent).filter((one) => Date.now() - (whenMade(join(parent, one)) ?? Date.now()) > AN_HOUR);
      for (const one of outdated) rmSync(join(parent, one), { recursive: true, force: true });
      const fresh = mkdtempSync(`${folder}.`);
      await make(fresh);
      renameSync(fresh, folder);
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return folder;
}

const whenMade = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Takes the lock, unless somebody has it who is still at work. */
function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const since = whenMade(lock);
    if (since !== undefined && (Date.now() - since > GIVEN_UP || !isAlive(lock))) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // Taken this moment, and not yet signed.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Writes files into a folder of their own, by their paths in it. */
export function laid(folder: string, files: Iterable<readonly [name: string, content: Uint8Array | string]>): void {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Runs a piece of the build in a program of its own, for a build reads what it generates as modules; `process.argv` from 1 on is what is given. */
export function buildInItsOwn(program: string, ...given: readonly string[]): void {
  execFileSync(process.execPath, ['--input-type=module', '-e', program, ...given], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}
