/** What `npm run build` makes, made once for a test file in a directory of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Built {
  /** The text of a file, by its path under dist/. */
  read(path: string): string;
  remove(): void;
}

/** Builds everything, which takes some seconds; or `only` one folder of it, with its variants. */
export function builtAll(only: 'appsscript' | 'office-addin' | 'local' | 'cli' | null = null): Built {
  const out = mkdtempSync(join(tmpdir(), 'relance-built-'));
  const build = "const { build } = await import('./build.mjs'); await build({ out: process.argv[1], only: process.argv[2] ?? null });";
  execFileSync(process.execPath, ['--input-type=module', '-e', build, out, ...(only === null ? [] : [only])], {
    cwd: join(__dirname, '../..'),
    stdio: 'ignore',
  });
  return { read: (path) => readFileSync(join(out, path), 'utf8'), remove: () => rmSync(out, { recursive: true, force: true }) };
}
