/**
 * The same book gives the same answer wherever its reader sits: days are days of the book, never of a clock. Each zone is a process of its own, because
 * a process that has asked for the time keeps its zone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../local/report-runs.ts';

/** Behind UTC, at it, with summer time ahead of it, and a whole day ahead. */
export const ZONES = ['UTC', 'Europe/Paris', 'Pacific/Kiritimati', 'America/Los_Angeles'];

/** Days on which clocks are put on or back in Paris or Los Angeles, the ends of a year, of a short month and of a half-year. */
export const DAYS = [
  '2026-03-16',
  '2025-10-26',
  '2025-11-02',
  '2026-03-08',
  '2026-03-29',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2025-07-01',
];

const runIn = (zone: string, script: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, TZ: zone, LANG: 'en_GB.UTF-8' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} in ${zone}: ${stderr}`);
  return stdout;
};

/** What the command answers about these samples on these days in these languages, and the copies it writes; as one hash with how much it covers. */
export function answerIn(
  zone: string,
  script: string,
  samples: readonly string[],
  days: readonly string[],
  languages: readonly string[],
): { hash: string; characters: number } {
  const hash = createHash('sha256');
  let characters = 0;
  const place = mkdtempSync(join(tmpdir(), 'relance-zones-'));
  const told = (args: readonly string[]): void => {
    const answer = runIn(zone, script, ['--json', ...args]);
    JSON.parse(answer);
    characters += answer.length;
    hash.update(answer);
  };
  try {
    if (samples.length > 1)
      for (const day of days)
        for (const language of languages) told([...samples.map((name) => join(SAMPLES, name)), '--as-of', day, '--lang', language]);
    for (const sample of samples) {
      const copy = join(place, sample);
      told([join(SAMPLES, sample), '--as-of', days[0] as string, '--out', copy]);
      hash.update(readFileSync(copy));
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return { hash: hash.digest('hex'), characters };
}
