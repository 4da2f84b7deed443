/** The add-in as `npm run build` makes it: its files by name, in bytes. Made by a program of its own, for the build reads what it generates as modules. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export type AddIn = ReadonlyMap<string, Buffer>;

const MAKE = `
  const { excelFiles } = await import('./build.mjs');
  const files = [...(await excelFiles(process.argv[1]))].map(([name, content]) => [name, Buffer.from(content).toString('base64')]);
  process.stdout.write(JSON.stringify(files));`;

export function addIn(baseUrl = 'https://localhost:3000'): AddIn {
  const options = { cwd: join(__dirname, '../..'), encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const made = execFileSync(process.execPath, ['--input-type=module', '-e', MAKE, baseUrl], options);
  return new Map((JSON.parse(made) as [string, string][]).map(([name, content]) => [name, Buffer.from(content, 'base64')]));
}
