/** A report is the same to the letter in four time zones: here of the small sample, in `npm run verify` of all. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { builtReport } from '../local/report-runs.ts';
import { answerIn, ZONES } from './zones.ts';

let script = '';
beforeAll(() => {
  script = builtReport();
});
afterAll(() => rmSync(script, { force: true }));

it('the report and the copy of the small sample are the same in four time zones', () => {
  const answers = ZONES.map((zone) => answerIn(zone, script, ['small-table.csv'], ['2025-09-17'], []));
  expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
  expect(answers[0]?.characters).toBeGreaterThan(5000);
});
