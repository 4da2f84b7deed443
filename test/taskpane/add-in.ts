/** The add-in as `npm run build` makes it: its files by name, in bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildInItsOwn, freshDist, kept } from '../kept.ts';

export type AddIn = ReadonlyMap<string, Buffer>;

const BUILD =
  "const { build } = await import('./build.mjs'); await build({ out: process.argv[1], baseUrl: process.argv[2], only: 'office-addin' });";

/** Where it is served unless a build says otherwise. */
const HERE = 'https://localhost:3000';

/** `baseUrl`: where it will be served. */
export async function addIn(baseUrl = HERE): Promise<AddIn> {
  const kind = `add-in-${new URL(baseUrl).hostname}`;
  const dist = baseUrl === HERE ? freshDist() : null;
  const folder = join(dist ?? (await kept(kind, (out) => buildInItsOwn(BUILD, out, baseUrl))), 'office-addin');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}
