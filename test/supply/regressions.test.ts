// The page of bugs we had: each line names a test that is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ROOT } from './two-builds.ts';

const lines = readFileSync(join(ROOT, 'docs/regressions.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!what went wrong|---)/.test(line));

it('has a test for every bug', () => {
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect([line, /` › \S/.test(line)]).toEqual([line, true]);
});

it.each(lines.map((line) => /`(test\/[^`]+)` › (.+) \|$/.exec(line)).map((found) => [found?.[1] ?? '', found?.[2] ?? ''] as const))(
  '%s › %s',
  (file, name) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(text).toContain(name);
    // What is left out of a run holds nothing.
    expect(text).not.toMatch(/\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/);
  },
);
