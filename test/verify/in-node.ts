/** Long runs of laws outside of Jest: bundled once, then lived through in processes of their own. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

export interface LongRun {
  /** Runs with these arguments; answers its line of figures, or throws what broke the law. */
  line(...args: readonly (string | number)[]): Promise<string>;
  remove(): void;
}

/** The laws, ready to run. They are bundled inside the project, for they need its packages. */
export function longRun(): LongRun {
  const folder = join(root, 'node_modules', '.cache', 'relance-laws');
  const file = join(folder, `laws-${process.pid}-${Date.now()}.mjs`);
  mkdirSync(folder, { recursive: true });
  const bundle =
    "const { bundleForNode } = await import('./build.mjs'); await bundleForNode('test/laws/long-run.ts', process.argv[1], { packages: 'external' });";
  execFileSync(process.execPath, ['--input-type=module', '-e', bundle, file], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    line: (...args) =>
      new Promise((resolve, reject) => {
        execFile(process.execPath, [file, ...args.map(String)], { cwd: root, maxBuffer: 2 ** 24 }, (error, stdout) => {
          if (error) reject(new Error(stdout.trim() || error.message));
          else resolve(stdout.trim());
        });
      }),
    remove: () => rmSync(file, { force: true }),
  };
}
