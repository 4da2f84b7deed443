// 100,000 commands disturbed by users in memory, thousands in both doubles: nothing of theirs lost, every value of ours on its row or named.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedNow, sizeOf } from '../laws/law.ts';
import { type LongRun, longRun } from './in-node.ts';

let laws: LongRun;
beforeAll(() => {
  laws = longRun();
});
afterAll(() => laws.remove());

it.each(['interleavings in memory', 'interleavings in Google Sheets', 'interleavings in Excel'] as const)('%s', async (name) => {
  const line = await laws.line(name, sizeOf(name, 'long'), seedNow());
  console.info(line);
  expect(line).toMatch(/user cells lost or altered unnamed 0/);
});
