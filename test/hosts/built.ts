/** What `npm run build` makes of one part of the product. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildInItsOwn, freshDist, kept } from '../kept.ts';

export interface Built {
  /** The text of a file, by its path under dist/. */
  read(path: string): string;
}

const BUILD = "const { build } = await import('./build.mjs'); await build({ out: process.argv[1], only: process.argv[2] });";

/** One folder of dist/, with its variants. */
export async function built(part: 'appsscript' | 'office-addin'): Promise<Built> {
  const folder = freshDist() ?? (await kept(part, (out) => buildInItsOwn(BUILD, out, part)));
  return { read: (path) => readFileSync(join(folder, path), 'utf8') };
}
