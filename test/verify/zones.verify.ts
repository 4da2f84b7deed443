/** The reports of all samples, in both languages, and the copies, are the same to the letter in four time zones. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { answerIn, DAYS, ZONES } from '../laws/zones.ts';
import { builtReport, SAMPLES } from '../local/report-runs.ts';

let script = '';
beforeAll(() => {
  script = builtReport();
});
afterAll(() => rmSync(script, { force: true }));

it('all samples in four time zones', () => {
  const samples = Object.keys(JSON.parse(readFileSync(join(SAMPLES, 'samples.json'), 'utf8')) as object);
  const answers = ZONES.map((zone) => answerIn(zone, script, samples, DAYS, ['fr', 'en']));
  expect(answers.map(({ hash }) => hash)).toEqual(ZONES.map(() => answers[0]?.hash));
  console.info(
    `zones: ${samples.length} samples on ${DAYS.length} days in 2 languages, ${answers[0]?.characters} characters and ${samples.length} copies, equal in ${ZONES.join(', ')}: sha256 ${answers[0]?.hash.slice(0, 16)}`,
  );
});
