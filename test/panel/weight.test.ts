/** What the panel weighs without the engine and the grid: minified, in UTF-8 bytes, for the oldest browsers that hosts still show. */
import { describe, expect, it } from '@jest/globals';
import type { BuildOptions, BuildResult } from 'esbuild';
import * as esbuild from 'esbuild';

const LATER = /^panel\/screens\/later\.ts$/;
const LANGUAGE = /^panel\/words-(?:fr|en)\.ts$/;

/** The bytes of the panel's own script, of the screens that come after the first, and of each language that may be brought to it. */
async function inPieces(): Promise<{ readonly panel: number; readonly later: number; readonly languages: readonly number[] }> {
  const { pageOptions } = (await import('../../build.mjs' as string)) as { pageOptions(): BuildOptions };
  const options = { ...pageOptions(), target: 'es2020', splitting: true, metafile: true, write: false } as const;
  const { metafile }: BuildResult<typeof options> = await esbuild.build({ ...options, entryPoints: ['panel/main.tsx'], outdir: '/panel' });
  const scripts = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'));
  const weigh = (entry: RegExp) => scripts.filter(([, { entryPoint = '' }]) => entry.test(entryPoint)).map(([, { bytes }]) => bytes);
  const sum = (bytes: readonly number[]) => bytes.reduce((total, one) => total + one, 0);
  const [languages, later] = [weigh(LANGUAGE), sum(weigh(LATER))];
  // What is shared between them is needed from the start.
  return { panel: sum(weigh(/^/)) - sum(languages) - later, later, languages };
}

describe('weight', () => {
  it('the panel, with the language its reader speaks, is a light script', async () => {
    const { panel, languages } = await inPieces();
    expect(languages).toHaveLength(2);
    expect(panel + Math.max(...languages)).toBeLessThan(120_000);
  });

  it('with all its languages in one piece, as a sidebar ships it, it carries the others and nothing more', async () => {
    const { panel, later, languages } = await inPieces();
    const { inOnePiece, pageParts } = (await import('../../build.mjs' as string)) as {
      inOnePiece: BuildOptions;
      pageParts(entry: string, options: BuildOptions): Promise<{ script: string }>;
    };
    const { script } = await pageParts('panel/main.tsx', inOnePiece);
    const all = languages.reduce((sum, bytes) => sum + bytes, panel + later);
    expect(Buffer.byteLength(script)).toBeLessThan(all * 1.01);
  });
});
