/**
 * The product built twice as two people would: each from a copy of the sources and packages in a folder of their own, in another time zone and language.
 * Made once for all tests of this folder, until a source changes.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { kept, SOURCES } from '../kept.ts';

export const ROOT = join(__dirname, '../..');

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export const lockFile = (): Readonly<Record<string, LockedPackage>> =>
  (JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> }).packages;

/** The first builder notes what is in each folder; the second builds all at once. */
const WITH_BILL =
  "const { billOf, packagesByFolder } = await import('./sbom.mjs'); const { writeFileSync } = await import('node:fs'); writeFileSync(process.argv[2], JSON.stringify(billOf(await packagesByFolder(process.argv[1]))));";
const AT_ONCE = "const { build } = await import('./build.mjs'); await build({ out: process.argv[1] });";

/** A folder with all a build needs. Packages are the same files under another name, where the disk allows it. */
function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relance-workshop-'));
  for (const source of [...SOURCES, 'sbom.mjs']) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  // Ours by their scope or name, with what they keep inside; a package inside another comes with it.
  const needed = Object.entries(lockFile()).flatMap(([place, { dev }]) =>
    place.lastIndexOf('node_modules/') === 0 && dev !== true && existsSync(join(ROOT, place)) ? [place] : [],
  );
  for (const place of needed) {
    const [from, to] = [join(ROOT, place), join(folder, place)];
    mkdirSync(dirname(to), { recursive: true });
    try {
      execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
    } catch {
      cpSync(from, to, { recursive: true, errorOnExist: false, force: true });
    }
  }
  return folder;
}

async function buildIn(program: string, env: Readonly<Record<string, string>>, ...given: readonly string[]): Promise<void> {
  const folder = workshop();
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, ...given], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder with both builds, `one` and `two`, and the bill of materials of the first. */
export async function twoBuilds(): Promise<string> {
  return kept('supply', async (folder) => {
    await Promise.all([
      buildIn(
        WITH_BILL,
        { TZ: 'Pacific/Kiritimati', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' },
        join(folder, 'one'),
        join(folder, 'bill.json'),
      ),
      buildIn(AT_ONCE, { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }, join(folder, 'two')),
    ]);
  });
}

/** Every file below a folder, by its path from there. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
