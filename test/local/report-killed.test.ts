/** The built command, as the user runs it: killed for real at moments nobody chose, and several at once. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { IS_THOROUGH } from '../thorough.ts';
import { builtReport, freshFolder, SAMPLES } from './report-runs.ts';

const home = freshFolder();
const script = builtReport();
afterAll(() => {
  rmSync(home, { recursive: true });
  rmSync(script);
});
/** The sample on its own day, in English. */
const sample = [join(SAMPLES, 'factures-atelier-morel.xlsx'), '--as-of', '2026-03-16', '--lang', 'en'];
const drafts = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(...args: string[]): { readonly kill: () => void; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { kill: () => child.kill('SIGKILL'), ended };
}

/** Each message's keys, and each announced and confirmed reference: all of them once. */
function expectEachOnce(folder: string, names: readonly string[]): void {
  expect(drafts(folder)).toEqual(names);
  expect(readdirSync(folder).sort()).toEqual([...names, 'journal.csv'].sort());
  const keys = names.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/^X-Relance-Key: .*$/gm) ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  const lines = readFileSync(join(folder, 'journal.csv'), 'utf8').trimEnd().split('\n').slice(1);
  const told = (event: string) =>
    lines.filter((line) => line.includes(`,${event},`)).map((line) => line.replace(/^\d+,[^,]*,[^,]*,/, '').replace(/,[^,]*,[^,]*$/, ''));
  expect(told('intent').length).toBe(new Set(told('intent')).size);
  expect(told('drafted').sort()).toEqual(told('intent').sort());
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(lines.map((_, i) => i + 1));
}

describe('the built command', () => {
  it('answers, exits with its code, and keeps stdout pure', async () => {
    const json = await start(join(SAMPLES, 'small-table.csv'), '--json').ended;
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(json.out).kpis[0].outstanding).toBe(4180);
    expect((await start('--nonsense').ended).code).toBe(2);
    expect((await start(join(home, 'missing.csv')).ended).code).toBe(1);
  });

  it('killed again and again while it prepares, then left alone: each reminder is there once', async () => {
    const whole = join(home, 'whole');
    expect((await start(...sample, '--drafts', whole).ended).code).toBe(0);
    const names = drafts(whole);
    expect(names.length).toBeGreaterThan(5);
    for (let round = 0; round < (IS_THOROUGH ? 4 : 2); round++) {
      const folder = join(home, `killed-${round}`);
      for (let kill = 0; kill < 3; kill++) {
        const { kill: die, ended } = start(...sample, '--drafts', folder);
        const isAtWork = () => existsSync(join(folder, '.relance.lock')) || existsSync(join(folder, 'journal.csv'));
        let isOver = false;
        ended.then(() => {
          isOver = true;
        });
        while (!isOver && !isAtWork()) await pause(1);
        await pause(Math.random() * 60);
        die();
        await ended;
      }
      const last = await start(...sample, '--drafts', folder).ended;
      expect(last.code).toBe(0);
      expectEachOnce(folder, names);
    }
  });

  it('several at once: one works, the others say so or find all done', async () => {
    const folder = join(home, 'at-once');
    const ended = await Promise.all([1, 2, 3, 4].map(() => start(...sample, '--drafts', folder, '--json').ended));
    for (const { code, out, err } of ended) {
      expect([0, 1]).toContain(code);
      if (code === 1) expect(JSON.parse(out).error).toContain('Another Relance');
      else expect(err).toMatch(/prepared in|No new reminder/);
    }
    expect(ended.some(({ code }) => code === 0)).toBe(true);
    expectEachOnce(folder, drafts(join(home, 'whole')));
  });
});
