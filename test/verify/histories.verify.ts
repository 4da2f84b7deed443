// 50,000 random lives of a house: nobody reminded twice, nor of what must be left alone, and every event told. Two processes share them.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedNow, sizeOf } from '../laws/law.ts';
import { type LongRun, longRun } from './in-node.ts';

let laws: LongRun;
beforeAll(() => {
  laws = longRun();
});
afterAll(() => laws.remove());

it('dunning histories', async () => {
  const [half, seed] = [Math.ceil(sizeOf('dunning histories', 'long') / 2), seedNow()];
  for (const line of await Promise.all([laws.line('dunning histories', half, seed), laws.line('dunning histories', half, seed + 1)])) {
    console.info(line);
    expect(line).toMatch(/reminders made twice 0/);
  }
});
