// 10,000 random sheets, every message and paper read: nobody shown anything of another customer, nobody written to who must not be, sums exact.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedNow, sizeOf } from '../laws/law.ts';
import { type LongRun, longRun } from './in-node.ts';

let laws: LongRun;
beforeAll(() => {
  laws = longRun();
});
afterAll(() => laws.remove());

it('random sheets', async () => {
  const line = await laws.line('random sheets', sizeOf('random sheets', 'long'), seedNow());
  console.info(line);
  expect(line).toMatch(/another customer’s data 0/);
});
