// Whatever happens to a house, nobody is reminded twice, nor of what must be left alone, and the journal tells it all.
import { expect, it } from '@jest/globals';
import { dunningHistories } from './histories.ts';
import { sizeOf, tried } from './law.ts';

it('random lives of a house', async () => {
  await expect(tried(dunningHistories, sizeOf(dunningHistories.name, 'short'))).resolves.toMatch(/^dunning histories: /);
});
