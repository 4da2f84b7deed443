/** What the panel weighs without the engine and the grid: minified, in UTF-8 bytes, for the oldest browsers that hosts still show. */
import { describe, expect, it } from '@jest/globals';
import type { BuildOptions, BuildResult } from 'esbuild';
import * as esbuild from 'esbuild';
import { bundled } from './stage.ts';

const LANGUAGE = /^panel\/words-(?:fr|en)\.ts$/;

/** The bytes of the panel's own script, and of each language that may be brought to it. */
async function inPieces(): Promise<{ readonly panel: number; readonly languages: readonly number[] }> {
  const { pageOptions } = (await import('../../build.mjs' as string)) as { pageOptions(): BuildOptions };
  const options = { ...pageOptions(), target: 'es2020', splitting: true, metafile: true, write: false } as const;
  const { metafile }: BuildResult<typeof options> = await esbuild.build({ ...options, entryPoints: ['panel/main.tsx'], outdir: '/panel' });
  const scripts = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'));
  const weigh = (isLanguage: boolean) =>
    scripts.filter(([, { entryPoint = '' }]) => LANGUAGE.test(entryPoint) === isLanguage).map(([, { bytes }]) => bytes);
  return { panel: weigh(false).reduce((sum, bytes) => sum + bytes, 0), languages: weigh(true) };
}

describe('weight', () => {
  it('the panel, with the language its reader speaks, is a light script', async () => {
    const { panel, languages } = await inPieces();
    expect(languages).toHaveLength(2);
    expect(panel + Math.max(...languages)).toBeLessThan(120_000);
  });

  it('with all its languages in one piece, as a sidebar ships it, it carries the others and nothing more', async () => {
    const { panel, languages } = await inPieces();
    const { script } = await bundled('panel/main.tsx');
    const all = languages.reduce((sum, bytes) => sum + bytes, panel);
    expect(Buffer.byteLength(script)).toBeLessThan(all * 1.01);
  });
});
